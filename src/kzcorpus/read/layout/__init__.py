"""Layout: from a text to its blocks, its dateline, its by-lines and the passages that are the article's own."""

import re
from collections.abc import Iterator

from kzcorpus.model.articles import Block, BlockKind, Dateline
from kzcorpus.model.findings import Finding
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Voice
from kzcorpus.model.values import unchecked
from kzcorpus.read.layout import bylines, datelines
from kzcorpus.read.layout.arrangement import arrange
from kzcorpus.read.layout.lines import Line, lines_of
from kzcorpus.read.layout.marks import Mark, mark
from kzcorpus.read.layout.wrapping import joined
from kzcorpus.read.sentences import sentences
from kzcorpus.read.stages import Passage, Reading, parted, revised

_PASSAGES: frozenset[BlockKind] = frozenset({"headline", "deck", "heading", "caption", "paragraph"})
_SHORT = 100  # code points
_span, _block = unchecked(Span), unchecked(Block)
_DIVIDER = re.compile(r"\s[|·•]\s")


def lay_out(reading: Reading) -> Reading:
    r"""Set the blocks of an article, its dateline, its by-lines and its passages, from its text alone.

    Blocks tile the text: every character but U+0009, U+000A, U+000D and U+0020 between them is in exactly one. A garbled date in the
    dateline is the finding ``date-garbled``.

    >>> from kzcorpus.model.articles import Article
    >>> laid = lay_out(Reading(Article("a", "Talks end\n\nBy Ada Quiroz\n\nThe talks in Astana ended on Friday, the ministry said.")))
    >>> [block.kind for block in laid.article.blocks], laid.article.bylines[0].name
    (['headline', 'byline', 'paragraph'], 'Ada Quiroz')
    """
    article = reading.article
    blocks = tuple(_blocks(article.text))
    dateline, findings = _dateline(article.text, blocks)
    found = tuple(dict.fromkeys((*article.findings, *findings)))
    laid = revised(reading, blocks=blocks, dateline=dateline, bylines=_bylines(article.text, blocks), findings=found)
    return parted(laid, _passages(article.text, blocks))


def _blocks(text: str) -> list[Block]:
    lines = joined(text, lines_of(text))
    marks = list(map(_Marks().__getitem__, lines.lines))
    kinds = arrange(marks, lines.gaps)
    if "byline" not in kinds and not any(mark.run_in for mark in marks):
        return list(map(_block, map(_span, lines.starts, lines.ends), kinds))
    pieces = map(_Pieces().__getitem__, zip(marks, kinds, strict=True))
    parts = [(at + first, at + last, kind) for at, line in zip(lines.starts, pieces, strict=True) for first, last, kind in line]
    return [_block(_span(start, end), kind) for start, end, kind in parts]


class _Marks(dict[Line, Mark]):
    def __missing__(self, line: Line) -> Mark:
        made = self[line] = mark(line)
        return made


_Piece = tuple[int, int, BlockKind]


class _Pieces(dict[tuple[Mark, BlockKind], tuple[_Piece, ...]]):
    """The blocks of a line of a kind, by their distances from its start."""

    def __missing__(self, placed: tuple[Mark, BlockKind]) -> tuple[_Piece, ...]:
        found, kind = placed
        if found.run_in:
            made = _run_in(found.line.text, found.run_in, kind)
        else:
            made = _bylined(found.line.text) if kind == "byline" else ((0, len(found.line.text), kind),)
        self[placed] = made
        return made


def _run_in(text: str, length: int, kind: BlockKind) -> tuple[_Piece, ...]:
    """Return the dateline that a line begins with, and what follows it."""
    rest = text[length:]
    return (0, length, "dateline"), (len(text) - len(rest.lstrip(" \t")), len(text), kind)


def _bylined(text: str) -> tuple[_Piece, ...]:
    """Return a by-line, and the stamp that a divider sets apart from it on the same line."""
    for divider in _DIVIDER.finditer(text):
        right = mark(Line(text[divider.start() + 1 :].strip())).label
        bare = mark(Line(text[divider.end() :].strip())).label
        label = bare or right
        if label and label.kind == "site_chrome":
            return (0, divider.start(), "byline"), (divider.start() + 1, len(text), label.kind)
    return ((0, len(text), "byline"),)


def _dateline(text: str, blocks: tuple[Block, ...]) -> tuple[Dateline | None, tuple[Finding, ...]]:
    block = next((block for block in blocks if block.kind == "dateline"), None)
    return datelines.dateline(text, block.span) if block else (None, ())


def _bylines(text: str, blocks: tuple[Block, ...]) -> tuple[Voice, ...]:
    voices: dict[str | None, Voice] = {}
    seen: set[str] = set()
    for block in blocks:
        if block.kind == "byline" and (line := block.span.of(text)) not in seen:
            seen.add(line)
            for voice in bylines.bylines(text, block.span):
                voices.setdefault(voice.name, voice)
    return tuple(voices.values())


def _passages(text: str, blocks: tuple[Block, ...]) -> list[Passage]:
    own = [block for block in blocks if block.kind in _PASSAGES]
    return list(map(Passage, own, _sentences(text, own)))


def _sentences(text: str, blocks: list[Block]) -> Iterator[tuple[Span, ...]]:
    """Yield the sentences of each block; a short line that is one sentence is looked at once."""
    single: set[str] = set()
    for block in blocks:
        span = block.span
        line = text[span.start : span.end] if span.end - span.start <= _SHORT else ""
        if line in single:
            yield (span,)
            continue
        found = sentences(text, span)
        if line and found == (span,):
            single.add(line)
        yield found
