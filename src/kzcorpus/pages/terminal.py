"""An article on a terminal: its text with the statements marked by numbered brackets, and a legend of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.model.articles import BOILERPLATE
from kzcorpus.pages.labels import particulars, voice_label, words
from kzcorpus.pages.marking import stretches
from kzcorpus.pages.styled import Run, paint, wrap
from kzcorpus.pages.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzcorpus.model.articles import Article
    from kzcorpus.model.authorities import Authority
    from kzcorpus.model.statements import Statement
    from kzcorpus.pages.marking import Mark, Piece, Stretch

BOLD, DIM, UNDERLINE = ("1",), ("2",), ("4",)
_MODES = {"direct": ("32",), "mixed": ("33",), "indirect": ("36",)}
_TITLES = frozenset({"headline", "heading"})
_NARROWEST = 20


def _mode_style(statement: Statement) -> tuple[str, ...]:
    return _MODES.get(statement.mode or "", ("35",))


def _style(article: Article, stretch: Stretch, marks: Sequence[Mark]) -> tuple[str, ...]:
    """Return the style of a piece: the innermost content gives the colour, speakers are bold and cues underlined."""
    contents = [mark for mark in marks if mark.role == "content"]
    style = _mode_style(article.statements[contents[-1].statement]) if contents else ()
    if stretch.kind in BOILERPLATE:
        style += DIM
    roles = {mark.role for mark in marks}
    bold = BOLD if "speaker" in roles or stretch.kind in _TITLES else ()
    return style + bold + (UNDERLINE if "cue" in roles else ())


def _piece(article: Article, stretch: Stretch, piece: Piece) -> Iterator[Run]:
    contents = [mark for mark in piece.marks if mark.role == "content"]
    for mark in contents:
        if mark.span.start == piece.span.start:
            yield Run(f"[{mark.statement + 1}|", _mode_style(article.statements[mark.statement]) + DIM)
    yield Run(visible(piece.span.of(article.text)), _style(article, stretch, piece.marks))
    for mark in reversed(contents):
        if mark.span.end == piece.span.end:
            yield Run(f"|{mark.statement + 1}]", _mode_style(article.statements[mark.statement]) + DIM)


def _shown(article: Article, stretch: Stretch, only: frozenset[str] | None) -> bool:
    if only is not None:
        return any(piece.marks for piece in stretch.pieces)
    return bool(stretch.span.of(article.text).strip()) or any(piece.marks for piece in stretch.pieces)


def _text(article: Article, columns: int, only: frozenset[str] | None) -> Iterator[list[Run]]:
    """Yield the lines of the article; blank ones between blocks, but not within what the site put around it."""
    tight: bool | None = None
    for stretch in stretches(article, only):
        if not _shown(article, stretch, only):
            continue
        chrome = stretch.kind in BOILERPLATE
        if tight is not None and not (tight and chrome):
            yield []
        tight = chrome
        yield from wrap([run for piece in stretch.pieces for run in _piece(article, stretch, piece)], columns)


def _legend(article: Article, index: int, numbers: dict[str, int], authority: Authority | None, columns: int) -> Iterator[list[Run]]:
    statement = article.statements[index]
    colour = _mode_style(statement)
    label = f"[{index + 1}]"
    runs = [
        Run(f"{label} ", colour),
        Run(voice_label(article, statement.speaker, authority), BOLD),
        Run(f", {statement.mode or 'mode unknown'}", colour),
    ]
    if statement.cue:
        runs += [Run(", "), Run(f"“{words(article, statement.cue)}”", UNDERLINE)]
    rest = "; ".join(particulars(article, statement, numbers, authority))
    if rest:
        runs.append(Run(f"; {rest}"))
    runs.append(Run(f" ({one_line(statement.id)})", DIM))
    yield from wrap(runs, columns, indent=" " * (len(label) + 1))


def _heading(article: Article, columns: int) -> Iterator[list[Run]]:
    outlet = article.source.outlet if article.source else None
    known = [article.published and article.published.edtf, voice_label(article, outlet) if outlet else None, article.language]
    yield from wrap([Run(one_line(article.id), BOLD), Run("".join(f", {one_line(part)}" for part in known if part), DIM)], columns)


def _trimmed(line: list[Run]) -> list[Run]:
    """Leave out the white space at the end of a line before it is painted, so that colour changes no character."""
    kept = list(line)
    while kept and not (text := kept[-1].text.rstrip()):
        kept.pop()
    return [*kept[:-1], kept[-1]._replace(text=text)] if kept else kept


def terminal(
    article: Article, authority: Authority | None = None, *, only: frozenset[str] | None = None, columns: int = 88, colour: bool = False
) -> str:
    """Draw an article for a terminal, without control characters of its text.

    ``[2|words|2]`` are the words of statement 2, crossing and interrupted ones too; the legend gives its speaker, mode and cue, then
    polarity, hedges, addressees, via, the statement it stands within, occasion and date, and its id. ``only`` are the ids of statements to
    show, with the blocks they stand in; ``columns`` is the width; ``colour`` paints by mode.
    """
    columns = max(columns, _NARROWEST)
    numbers = {statement.id: number for number, statement in enumerate(article.statements, 1)}
    lines = [*_heading(article, columns), [], *_text(article, columns, only), []]
    chosen = [index for index, statement in enumerate(article.statements) if only is None or statement.id in only]
    for index in chosen:
        lines += _legend(article, index, numbers, authority, columns)
    if not article.statements:
        lines.append([Run("no statements", DIM)])
    return "".join(f"{paint(_trimmed(line), colour=colour)}\n" for line in lines)
