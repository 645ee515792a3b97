"""Articles and corpora as HTML for notebooks: self-contained, safe whatever the text holds, readable on dark and on light ground."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kzcorpus.model.articles import BOILERPLATE, Article
from kzcorpus.model.corpus import Corpus
from kzcorpus.pages.labels import particulars, voice_label, words
from kzcorpus.pages.marking import stretches
from kzcorpus.pages.tallies import article_tallies, speaker_tallies
from kzcorpus.pages.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzcorpus.model.statements import Statement
    from kzcorpus.pages.marking import Mark, Stretch
    from kzcorpus.pages.tallies import Modes

TEXT_LIMIT = 100_000
"""How many code points of an article a notebook shows, at least; it ends with the block that passes this."""
ROW_LIMIT = 100

# see-through colours over the notebook's own ground: the text keeps its colour, dark or light
_MODES = {"direct": "46,160,67", "mixed": "210,153,34", "indirect": "56,139,253"}
_UNKNOWN = "163,113,247"
_ELEMENTS = {"headline": "h3", "heading": "h4"}
_FRAME = "max-width:50em;line-height:1.5;text-align:left"
_CELL = "text-align:left;padding:2px 10px 2px 0;vertical-align:top"
_NUMBER = "text-align:right;padding:2px 10px 2px 0;vertical-align:top"


def _text(text: str) -> str:
    return escape(visible(text))


def _rgb(statement: Statement) -> str:
    return _MODES.get(statement.mode or "", _UNKNOWN)


class _Page:
    """An article being drawn: what its marks say and look like."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.numbers = {statement.id: number for number, statement in enumerate(article.statements, 1)}
        self.titles = [self._title(statement) for statement in article.statements]

    def _title(self, statement: Statement) -> str:
        article = self.article
        parts = [f"[{self.numbers[statement.id]}] {voice_label(article, statement.speaker)}", statement.mode or "mode unknown"]
        if statement.cue:
            parts.append(f"“{words(article, statement.cue)}”")
        parts += particulars(article, statement, self.numbers)
        return escape("; ".join(parts))

    def opening(self, mark: Mark) -> str:
        """Return the start tag of a mark, after its number where the content begins."""
        statement = self.article.statements[mark.statement]
        rgb, title = _rgb(statement), self.titles[mark.statement]
        if mark.role == "content":
            return f'<mark title="{title}" style="background-color:rgba({rgb},.25);color:inherit;border-radius:2px">'
        if mark.role == "cue":
            return f'<span title="cue of {title}" style="border-bottom:2px solid rgb({rgb})">'
        return f'<span title="speaker of {title}" style="font-weight:bold">'

    def number(self, mark: Mark) -> str:
        return f'<sup style="color:rgb({_rgb(self.article.statements[mark.statement])})">{mark.statement + 1}</sup>'

    def stretch(self, stretch: Stretch) -> Iterator[str]:
        """Yield the pieces of a stretch; elements stay open as long as they nest, and are opened again where they cross."""
        opened: list[Mark] = []
        for span, marks in stretch.pieces:
            common = 0
            while common < min(len(opened), len(marks)) and opened[common] is marks[common]:
                common += 1
            yield from (_closing(mark) for mark in reversed(opened[common:]))
            for mark in marks[common:]:
                if mark.role == "content" and mark.span.start == span.start:
                    yield self.number(mark)
                yield self.opening(mark)
            opened = list(marks)
            yield _text(span.of(self.article.text))
        yield from (_closing(mark) for mark in reversed(opened))


def _closing(mark: Mark) -> str:
    return "</mark>" if mark.role == "content" else "</span>"


def _block(page: _Page, stretch: Stretch) -> str:
    element = _ELEMENTS.get(stretch.kind or "", "p")
    grey = "opacity:.5;font-size:.85em;" if stretch.kind in BOILERPLATE else ""
    label = f' title="{stretch.kind}"' if stretch.kind not in (None, "paragraph") else ""
    return f'<{element} dir="auto"{label} style="{grey}margin:.4em 0;white-space:pre-wrap">{"".join(page.stretch(stretch))}</{element}>'


def _body(page: _Page) -> Iterator[str]:
    text = page.article.text
    for stretch in stretches(page.article):
        if stretch.span.start >= TEXT_LIMIT:
            yield f"<p><em>… and {len(text) - stretch.span.start:,} more characters</em></p>"
            return
        if stretch.span.of(text).strip() or any(piece.marks for piece in stretch.pieces):
            yield _block(page, stretch)


def _table(head: Iterable[str], rows: Iterable[str], left: int) -> str:
    """Draw a table whose first ``left`` columns are text and the others numbers; rows beyond the limit are counted."""
    names = "".join(f'<th style="{_CELL if i < left else _NUMBER}">{name}</th>' for i, name in enumerate(head))
    kept = list(rows)
    more = f"<p><em>… and {len(kept) - ROW_LIMIT:,} more</em></p>" if len(kept) > ROW_LIMIT else ""
    body = "".join(kept[:ROW_LIMIT])
    return f'<table style="border-collapse:collapse;margin:.6em 0"><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>{more}'


def _row(*cells: str | int) -> str:
    return "<tr>{}</tr>".format(
        "".join(f'<td style="{_NUMBER}">{c}</td>' if isinstance(c, int) else f'<td style="{_CELL}">{escape(c)}</td>' for c in cells)
    )


def _statement_rows(page: _Page) -> Iterator[str]:
    article = page.article
    for statement in article.statements:
        rest = "; ".join(particulars(article, statement, page.numbers))
        cue = words(article, statement.cue)
        yield _row(str(page.numbers[statement.id]), voice_label(article, statement.speaker), statement.mode or "", cue, rest)


def _article(article: Article) -> str:
    page = _Page(article)
    language = f' lang="{escape(article.language)}"' if article.language else ""
    published = f" · {article.published.edtf}" if article.published else ""
    head = f'<p style="opacity:.7;margin:.2em 0"><strong>{escape(one_line(article.id))}</strong>{published}</p>'
    table = _table(("", "speaker", "mode", "cue", ""), _statement_rows(page), 5) if article.statements else ""
    return f'<div style="{_FRAME}">{head}<div{language}>{"".join(_body(page))}</div>{table}</div>'


def _numbers(modes: Modes) -> tuple[int, int, int, int]:
    return modes.all, modes.direct, modes.mixed, modes.indirect


def _corpus(corpus: Corpus) -> str:
    articles, speakers = article_tallies(corpus), speaker_tallies(corpus)
    title = f" · {escape(one_line(corpus.title))}" if corpus.title else ""
    size = ", ".join(
        f"{number:,} {noun}{'' if number == 1 else 's'}"
        for noun, number in (("article", len(articles)), ("statement", sum(tally.statements.all for tally in articles)))
    )
    modes = ("statements", "direct", "mixed", "indirect")
    article_rows = (
        _row(one_line(a.id), one_line(a.headline or ""), a.blocks, a.mentions, *_numbers(a.statements), a.findings) for a in articles
    )
    speaker_rows = (_row(speaker.name, *_numbers(speaker.statements)) for speaker in speakers)
    tables = _table(("article", "headline", "blocks", "mentions", *modes, "findings"), article_rows, 2) if articles else ""
    tables += _table(("speaker", *modes), speaker_rows, 1) if speakers else ""
    return f"<div><p><strong>{escape(one_line(corpus.id))}</strong>{title} · {size}</p>{tables}</div>"


def notebook(value: object) -> str:
    """Draw an article or a corpus as HTML; anything else as its ``repr``.

    An article shows its text by blocks, what the site put around it greyed, contents of statements highlighted by mode, cues underlined
    and speakers bold, each with a title that tells speaker, mode and cue; a corpus shows tables of articles and of speakers. The HTML
    holds no script, no style sheet and no address.
    """
    if isinstance(value, Article):
        return _article(value)
    if isinstance(value, Corpus):
        return _corpus(value)
    return f"<pre>{_text(repr(value))}</pre>"
