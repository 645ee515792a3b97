"""The running words of an article: those of all passages that it wrote in one row, with a break between them that no rule looks beyond.

So each step of marking mentions goes through an article once. A break is a word of its own in no sentence, before each passage and at the
end: what stands right before or after any other word can be asked for.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kzcorpus.model.articles import BOILERPLATE, BlockKind
from kzcorpus.model.spans import Span
from kzcorpus.read.stages import Passage, Reading
from kzcorpus.read.words import Words, words_in

BREAK = "\n"
"""The class of a break, whose word is empty."""
BESIDE: frozenset[BlockKind] = frozenset({"byline", "dateline", "credit"})
"""Blocks beside the text, whose names no pronoun means."""
_NOWHERE = -1


class Part(NamedTuple):
    """A passage: its words ``first`` to before ``last``, the end of the last, and how many others and their quotations stand before it.

    Those beside the text do not count.
    """

    kind: BlockKind
    span: Span
    first: int
    last: int
    end: int
    page: int
    quotations: int


class Running(NamedTuple):
    """The words of an article in one row, and the passage of each sentence, by its number in the article."""

    words: Words
    parts: list[Part]


def running_words(reading: Reading) -> Running:
    """Return the words of all passages that the article wrote, in order."""
    text = reading.article.text
    return joined(text, [(passage, words_in(text, passage)) for passage in _written(reading)])


def _written(reading: Reading) -> Iterator[Passage]:
    """Yield the passages, and the blocks beside them that the article wrote too: bylines, datelines, credits."""
    passages = {passage.block.span.start: passage for passage in reading.passages}
    for block in reading.article.blocks:
        if block.kind not in BOILERPLATE:
            yield passages.get(block.span.start) or Passage(block)


def joined(text: str, passages: Sequence[tuple[Passage, Words]]) -> Running:
    """Return the words of passages in one row; sentences are numbered through, quotations in each passage."""
    parts: list[Part] = []
    starts, ends, lows, surfaces = [0], [0], [""], [""]
    tags, capitals = [BREAK], list[int]()
    sentence, sentences, quotation = [_NOWHERE], list[int](), [_NOWHERE]
    page = quotations = 0
    for passage, words in passages:
        block = passage.block
        first, end = len(starts), words.ends[-1] if words.ends else ends[-1]
        starts += words.starts
        ends += words.ends
        lows += words.lows
        surfaces += words.surfaces
        tags += (words.tags, BREAK)
        capitals += [first + i for i in words.capitals]
        for begin, stop in pairwise(words.sentences):
            sentence += [len(sentences)] * (stop - begin)
            sentences.append(first + begin)
        quotation += words.quotation
        parts += [Part(block.kind, block.span, first, len(starts), end, page, quotations)] * (len(words.sentences) - 1)
        quotations += len(words.shown)
        page += block.kind not in BESIDE
        for column in (starts, ends):
            column.append(end)
        lows.append("")
        surfaces.append("")
        sentence.append(_NOWHERE)
        quotation.append(_NOWHERE)
    sentences.append(len(starts))
    row = Words(text, starts, ends, lows, surfaces, "".join(tags), capitals, [], sentence, sentences, sentence, quotation, ())
    return Running(row, parts)
