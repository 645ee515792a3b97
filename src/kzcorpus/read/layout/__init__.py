"""Layout: from a text to its blocks, its dateline, its by-lines and the passages that are the article's own."""

import re
from collections.abc import Iterator

from kzcorpus.model.articles import Block, BlockKind, Dateline
from kzcorpus.model.findings import Finding
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Voice
from kzcorpus.model.values import draft
from kzcorpus.read.layout import bylines, datelines
from kzcorpus.read.layout.arrangement import arrange
from kzcorpus.read.layout.lines import Line, lines_of
from kzcorpus.read.layout.marks import mark
from kzcorpus.read.layout.wrapping import joined
from kzcorpus.read.sentences import sentences
from kzcorpus.read.stages import Passage, Reading, parted, revised

_PASSAGES: frozenset[BlockKind] = frozenset({"headline", "deck", "heading", "caption", "paragraph"})
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


def _blocks(text: str) -> Iterator[Block]:
    marks = [mark(line) for line in joined(text, lines_of(text))]
    for found, kind in zip(marks, arrange(marks), strict=True):
        if found.run_in:
            yield from _run_in(found.line, found.run_in, kind)
        elif kind == "byline":
            yield from _bylined(found.line)
        else:
            yield _block(found.line.start, found.line.end, kind)


def _block(start: int, end: int, kind: BlockKind) -> Block:
    return draft(Block, span=Span(start, end), kind=kind)


def _run_in(line: Line, length: int, kind: BlockKind) -> Iterator[Block]:
    """Yield the dateline that a line begins with, and what follows it."""
    rest = line.text[length:]
    start = line.start + length + len(rest) - len(rest.lstrip(" \t"))
    yield _block(line.start, line.start + length, "dateline")
    yield _block(start, line.end, kind)


def _bylined(line: Line) -> Iterator[Block]:
    """Yield a by-line, and the stamp that a divider sets apart from it on the same line."""
    for divider in _DIVIDER.finditer(line.text):
        right = mark(Line(line.text[divider.start() + 1 :].strip(), 0, 0, gap=False)).label
        bare = mark(Line(line.text[divider.end() :].strip(), 0, 0, gap=False)).label
        label = bare or right
        if label and label.kind == "site_chrome":
            yield _block(line.start, line.start + divider.start(), "byline")
            yield _block(line.start + divider.start() + 1, line.end, label.kind)
            return
    yield _block(line.start, line.end, "byline")


def _dateline(text: str, blocks: tuple[Block, ...]) -> tuple[Dateline | None, tuple[Finding, ...]]:
    block = next((block for block in blocks if block.kind == "dateline"), None)
    return datelines.dateline(text, block.span) if block else (None, ())


def _bylines(text: str, blocks: tuple[Block, ...]) -> tuple[Voice, ...]:
    voices: dict[str | None, Voice] = {}
    for block in blocks:
        if block.kind == "byline":
            for voice in bylines.bylines(text, block.span):
                voices.setdefault(voice.name, voice)
    return tuple(voices.values())


def _passages(text: str, blocks: tuple[Block, ...]) -> Iterator[Passage]:
    for block in blocks:
        if block.kind in _PASSAGES:
            yield Passage(block, sentences(text, block.span))
