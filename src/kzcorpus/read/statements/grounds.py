"""The ground that the rules of reported speech walk on: a sentence of the writer, its cues and subjects, and what a cue reports.

Nothing changes what was once made here, as nothing changes a cue or its subject. Yet none of it is frozen, for there are many to a sentence
and few that become statements, and a frozen value takes twice as long to make.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

import attrs

from kzcorpus.model.spans import Span
from kzcorpus.model.values import unchecked
from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.speakers import Subject
from kzcorpus.read.words import Words

_span = unchecked(Span)
Range = tuple[int, int]
"""Words from the first up to, not including, the second."""
SHORT = 3
"""Quotations of so few words are scare quotes and titles as often as speech."""


@attrs.define
class Content:
    """What a cue reports: ranges of words in order, the rule that found them, who is addressed, and the speaker that the rule found."""

    pieces: tuple[Range, ...]
    rule: str
    addressee: Range | None = None
    subject: Subject | None = None


@attrs.define
class Ground:
    """A sentence from word ``lo`` up to ``hi`` with its cues and their subjects; ``starts`` tells which cue's clause begins at a word."""

    words: Words
    lo: int
    hi: int
    cues: Sequence[Cue]
    subjects: Sequence[Subject]
    starts: Mapping[int, int]


@attrs.define
class Draft:
    """A statement over the words of one passage; ``pieces`` are ranges of words.

    ``inside`` tells that the cue stands in a quotation, ``unmarked`` that speech goes without its marks, ``through`` who quotes the
    speaker, ``host`` the cue of the report that cites the speaker. Without pieces it is a cue that waits for more: "He added:".
    """

    words: Words
    cue: Cue | None
    subject: Subject
    pieces: tuple[tuple[int, int], ...]
    rule: str
    addressee: tuple[int, int] | None = None
    inside: bool = False
    unmarked: bool = False
    through: Range | None = None
    host: Cue | None = None

    def over(self, pieces: tuple[Range, ...]) -> "Draft":
        """Return the same with other pieces."""
        more = self.addressee, self.inside, self.unmarked, self.through, self.host
        return Draft(self.words, self.cue, self.subject, pieces, self.rule, *more)

    def cue_span(self) -> Span | None:
        """Return where the cue stands in the text."""
        cue, words = self.cue, self.words
        return None if cue is None else _span(words.starts[cue.first], words.ends[cue.last - 1])


def piece(start: int, end: int, rule: str, addressee: Range | None = None) -> Content | None:
    """Return a content of one piece; None where it would be empty."""
    return Content(((start, end),), rule, addressee) if end > start else None


def opens_quotation(words: Words, index: int) -> bool:
    """Tell whether a quotation begins at the word."""
    quotation = words.quotation[index]
    return quotation >= 0 and (index == 0 or words.quotation[index - 1] != quotation)


def quotation_end(words: Words, index: int) -> int:
    """Return the index after the last word of the quotation that holds the word."""
    return words.index(words.shown[words.quotation[index]].span.end)


def quoted(words: Words, index: int) -> str:
    """Return what the quotation that holds the word quotes."""
    return words.shown[words.quotation[index]].inner.of(words.text).rstrip()


def is_short(words: Words, index: int) -> bool:
    """Tell whether the quotation that holds the word has very few words."""
    return quoted(words, index).count(" ") < SHORT


def closed(words: Words, start: int, end: int) -> int:
    """Return the end of a content without what closes the sentence, and without a dangling comma or conjunction."""
    while end > start and words.quotation[end - 1] < 0 and words.tags[end - 1] in ".,;:?!-…C":
        end -= 1
    return end


def covered(words: Words, drafts: Iterable[Draft]) -> list[int]:
    """Return how many contents of the drafts hold each word, in one walk."""
    depth = [0] * (len(words) + 1)
    for draft in drafts:
        for start, end in draft.pieces:
            depth[start] += 1
            depth[end] -= 1
    return list(accumulate(depth))
