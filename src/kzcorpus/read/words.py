"""Words of a passage with their classes (see ``wordclasses``), sentences and quotations: what a phrase grammar needs."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import attrs

from kzcorpus.model.spans import Span
from kzcorpus.model.values import unchecked
from kzcorpus.read.splitting import Split, split, split_all
from kzcorpus.read.stages import Passage, Quotation, Reading, parted
from kzcorpus.read.vocabulary import tagging_verbs

_span = unchecked(Span)
_CLOSING = frozenset(".,;")


@attrs.define(eq=False)
class Words:
    """The words of a passage in parallel lists: bounds in code points, lower case, as they stand, class, sentence, quotation (-1 for none).

    ``capitals`` are the indexes of the words that begin with a capital, ``cues`` of those that may be one; ``sentences`` the first words of
    sentences, and the number of all words.
    ``frame`` numbers the sentences of the writer: a quotation of several sentences counts as part of the one that it begins in.
    ``frames`` are the first words of those sentences, and the number of all words.
    Not a value of the model: made once for a passage and read by every rule.
    """

    text: str
    starts: list[int]
    ends: list[int]
    lows: list[str]
    surfaces: list[str]
    tags: str
    capitals: list[int]
    cues: list[int]
    sentence: list[int]
    sentences: list[int]
    frame: list[int]
    quotation: list[int]
    quotations: Sequence[Quotation]
    shown: Sequence[Quotation] = ()
    frames: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self.tags)

    def span(self, first: int, last: int) -> Span:
        """Return the span of the words from ``first`` up to, not including, ``last``."""
        return _span(self.starts[first], self.ends[last - 1])

    def index(self, offset: int) -> int:
        """Return the index of the first word that starts at or after the offset."""
        return bisect_left(self.starts, offset)

    def at_level(self, level: int) -> "Words":
        """Return the same words with only the quotations of one level in view: 0 for the writer's, 1 for what is quoted inside them."""
        shown, numbers = _shown(self.starts, self.quotations, level)
        return Words(
            self.text,
            self.starts,
            self.ends,
            self.lows,
            self.surfaces,
            self.tags,
            self.capitals,
            self.cues,
            self.sentence,
            self.sentences,
            self.frame,
            numbers,
            self.quotations,
            shown,
            self.frames,
        )

    def frame_bounds(self, index: int) -> tuple[int, int]:
        """Return the first word of the writer's sentence that holds a word, and the one after its last."""
        number = self.frame[index]
        return self.frames[number], self.frames[number + 1]

    def sentence_bounds(self, index: int) -> tuple[int, int]:
        """Return the first word of the sentence of a word, be it inside a quotation, and the one after its last."""
        number = self.sentence[index]
        return self.sentences[number], self.sentences[number + 1]


def words_of(text: str, span: Span, sentences: Sequence[Span], quotations: Sequence[Quotation]) -> Words:
    """Return the words of a span of the text, given its sentences and quotations; linear in its length."""
    return _placed(text, split(text, span, _stops(sentences)), quotations)


def _stops(sentences: Sequence[Span]) -> list[int]:
    return [sentence.end for sentence in sentences[:-1]] if len(sentences) > 1 else []


def _placed(text: str, found: Split, quotations: Sequence[Quotation]) -> Words:
    """Return the words that were found, each placed inside a quotation or outside."""
    shown, numbers = _shown(found.starts, quotations, 0)
    return _framed(Words(text, *found, found.sentence, numbers, quotations, shown, found.sentences))


def _shown(starts: Sequence[int], quotations: Sequence[Quotation], level: int) -> tuple[list[Quotation], list[int]]:
    """Return the quotations of a level, and the number of the one that holds each word, -1 for none."""
    numbers = [-1] * len(starts)
    if not quotations:
        return [], numbers
    shown = [quotation for quotation in quotations if quotation.level == level]
    for number, quotation in enumerate(shown):
        first, last = bisect_left(starts, quotation.span.start), bisect_left(starts, quotation.span.end)
        numbers[first:last] = [number] * (last - first)
    return shown, numbers


def _continues(words: Words, index: int) -> bool:
    """Tell whether the sentence at ``index`` only tags the quotation before it: ``"Really?" he asked``."""
    quotation = words.quotation[index - 1]
    if quotation < 0 or words.quotation[index] >= 0:
        return False
    inner = words.shown[quotation].inner
    if not words.text[inner.start : inner.end][-2:].rstrip().endswith(("!", "?", ",", "…", "-", "—")):
        return False
    for i in range(index + (words.tags[index] == "-"), min(len(words), index + 8)):
        tag = words.tags[i]
        if tag in "VE" and (words.lows[i] in tagging_verbs() or (i > index and words.tags[i + 1 : i + 2] in _CLOSING)):
            return True
        if words.tags[i] not in "DdKU0SA,P":
            return False
    return False


def _framed(words: Words) -> Words:
    """Return the words with the sentences of the writer numbered: none ends inside a quotation, or between it and its tag."""
    quotation = words.quotation
    if not words.shown:
        return words
    frame: list[int] = []
    frames = [0]
    for begin, end in pairwise(words.sentences):
        frame += [len(frames) - 1] * (end - begin)
        if begin < end < len(quotation) and not quotation[end] == quotation[end - 1] >= 0 and not _continues(words, end):
            frames.append(end)
    words.frame, words.frames = frame, [*frames, len(quotation)]
    return words


def words_in(text: str, passage: Passage) -> Words:
    """Return the words of a passage: those it has, or else split anew."""
    known = passage.words
    return words_of(text, passage.block.span, passage.sentences, passage.quotations) if known is None else known


def split_words(reading: Reading) -> Reading:
    """Give every passage its words; to be called once its quotations are known."""
    text = reading.article.text
    found = split_all(text, [(passage.block.span, _stops(passage.sentences)) for passage in reading.passages])
    passages = (
        Passage(passage.block, passage.sentences, passage.quotations, _placed(text, words, passage.quotations))
        for passage, words in zip(reading.passages, found, strict=True)
    )
    return parted(reading, passages)
