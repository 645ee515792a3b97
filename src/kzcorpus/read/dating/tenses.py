"""Whether the writer plainly speaks of what is to come where a date stands: "will meet on Friday", "the upcoming October summit"."""

from collections.abc import Iterable, Sequence
from functools import cache

import attrs

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.words import Words

_BREAKS = frozenset(',;:-"TWB(')  # classes of words at which a clause ends
_BETWEEN = frozenset("XANtm")  # what may stand between a modal and its verb
_PRESENT = frozenset("VvX")
_FINITE = frozenset("VEXM")
_FAR = 40  # words looked at on either side
_MOST_BETWEEN = 4


@attrs.frozen
class _Tenses:
    modals: frozenset[str]
    coming: frozenset[str]
    toward: frozenset[str]
    until: frozenset[str]
    past: frozenset[str]
    scheduling: frozenset[str]
    fixing: frozenset[str]
    certain: frozenset[str]
    supposing: frozenset[str]


@cache
def _tenses() -> _Tenses:
    data = {key: frozenset(words.split()) for key, words in lexicon("dates")["tense"].items()}
    return _Tenses(
        data["modals"],
        data["coming"],
        data["toward"],
        data["until"],
        data["past"],
        data["for"],
        data["fixing"],
        data["certain"],
        data["supposing"],
    )


def is_to_come(words: Words, start: int, end: int) -> bool | None:
    """Tell whether a date between two offsets is one to come, by the verb after it, else the nearest in its clause or sentence.

    None where neither a verb nor anything else tells. Inside quotation marks only what is quoted counts.

    >>> from kzcorpus.model.spans import Span
    >>> from kzcorpus.read.words import words_of
    >>> text = "The minister said that he will leave on Friday."
    >>> is_to_come(words_of(text, Span(0, len(text)), (), ()), 40, 46)
    True
    """
    first, last = words.index(start), words.index(end)
    if first >= len(words):
        return None
    lo, hi = _surroundings(words, first, last)
    before = words.lows[max(lo, first - 2) : first]
    told = _by_lead(before)
    if told is not None:
        return told
    left, right = _clause(words, first, last, lo, hi)
    tense = _first(words, ((last, min(last + 1, hi), 1), (first - 1, left - 1, -1), (last, right, 1)))
    if tense == 0 and left > lo and words.lows[left - 1] in _tenses().supposing:  # "if she wins in November"
        return True
    here = _PRESENT.intersection(words.tags[left:right].replace("tv", ""))  # "talks, which open on 29 November"
    if tense == 0 and not here and before[-1:] != ["of"]:  # "your article of 3 May" leans on no verb
        tense = _first(words, ((left - 1, lo - 1, -1), (right, hi, 1))) or _is_announced(words, lo, hi)
    if tense == 0 and not _tenses().until.isdisjoint(before[-1:]):
        return True
    return tense > 0 if tense else None


def _surroundings(words: Words, first: int, last: int) -> tuple[int, int]:
    """Return the words of the sentence, or of the quotation, that stand near a date."""
    lo, hi = words.sentence_bounds(first)
    lo, hi = max(lo, first - _FAR), min(hi, last + _FAR)
    number = words.quotation[first]
    if number >= 0:
        lo = next((i + 1 for i in range(first - 1, lo - 1, -1) if words.quotation[i] != number), lo)
        hi = next((i for i in range(last, hi) if words.quotation[i] != number), hi)
    return lo, hi


def _by_lead(before: Sequence[str]) -> bool | None:
    """Tell what the two words before a date say by themselves: "since Friday", "ahead of Friday", "called for 20 November"."""
    if before[-1:] == ["since"]:
        return False
    ahead = list(before) == ["ahead", "of"] or (before[-1:] == ["for"] and before[0] in _tenses().fixing)
    return True if ahead else None


def _is_announced(words: Words, lo: int, hi: int) -> int:
    """Return 1 for a headline such as "Kazakhstan to raise tariffs in January", which has no other verb than that after "to"."""
    tags = words.tags[lo:hi]
    return int("tv" in tags and not _FINITE.intersection(tags))


def _clause(words: Words, first: int, last: int, lo: int, hi: int) -> tuple[int, int]:
    left, right = first, last
    while left > lo and words.tags[left - 1] not in _BREAKS:
        left -= 1
    while right < hi and words.tags[right] not in _BREAKS:
        right += 1
    return left, right


def _first(words: Words, order: Iterable[tuple[int, int, int]]) -> int:
    return next((tense for begin, stop, step in order if (tense := _nearest(words, begin, stop, step))), 0)


def _nearest(words: Words, begin: int, stop: int, step: int) -> int:
    return next((tense for i in range(begin, stop, step) if (tense := _tense(words, i))), 0)


def _tense(words: Words, i: int) -> int:
    """Return 1 where a word speaks of what is to come, -1 where of what is past, 0 where it says neither."""
    low, tag, known = words.lows[i], words.tags[i], _tenses()
    after = words.lows[i + 1] if i + 1 < len(words) else ""
    if low in known.coming or (low in known.toward and after == "to") or (low in known.scheduling and after == "for"):
        return 1
    if low in known.modals:
        return 0 if tag == "U" else _modal(words, i)
    if low in known.past:
        return -1
    if tag == "E" or (tag == "V" and not low.endswith("s")):
        return _governed(words, i) or -1
    return 0


def _modal(words: Words, i: int) -> int:
    """Return 1 for "will leave" and "will have left", -1 for "may have left"."""
    after = words.lows[i + 1] if i + 1 < len(words) else ""
    return -1 if after == "have" and words.lows[i] not in _tenses().certain else 1


def _governed(words: Words, i: int) -> int:
    """Return 1 where a modal, or what asks for "to", governs a verb: "will be held", "is to be signed"."""
    known = _tenses()
    for at in range(i - 1, max(-1, i - 1 - _MOST_BETWEEN), -1):
        low = words.lows[at]
        if low in known.modals:
            return _modal(words, at)
        if low == "to" and at and words.lows[at - 1] in known.toward:
            return 1
        if words.tags[at] not in _BETWEEN and low != "to":
            return 0
    return 0
