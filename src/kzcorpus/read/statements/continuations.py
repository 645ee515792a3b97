"""Speech that goes on behind a report in the same paragraph, or follows a sentence about who speaks."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

import attrs

from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.grounds import Draft, is_short
from kzcorpus.read.statements.speakers import Subject, clause_subject
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_SHORTEST_HALF = 8


def _whole_quotation(words: Words, lo: int, hi: int) -> bool:
    """Tell whether a sentence is nothing but quotations."""
    quotation, tags = words.quotation[lo:hi], words.tags[lo:hi]
    if max(quotation, default=-1) < 0:
        return False
    return min(quotation) >= 0 or all(number >= 0 or tag in '.,…"-' for number, tag in zip(quotation, tags, strict=True))


def quotes(draft: Draft) -> bool:
    """Tell whether a draft reports verbatim."""
    quotation = draft.words.quotation
    return any(quotation[first] >= 0 or quotation[last - 1] >= 0 for first, last in draft.pieces)


def _half_quotation(words: Words, lo: int, hi: int) -> bool:
    """Tell whether a sentence is speech of which only a part stands in quotation marks: ``"That is the fight" to the rest of us``."""
    if words.quotation[lo] < 0 or hi - lo < _SHORTEST_HALF:
        return False
    inside = sum(words.quotation[i] >= 0 for i in range(lo, hi))
    return inside * 2 >= hi - lo


def run_on(draft: Draft, taken: set[int], told: set[int]) -> Draft:
    """Add the quotations that follow in the same paragraph with nothing between: ``"A," he said. "B."``."""
    words = draft.words
    last = draft.pieces[-1][1]
    end = max(last, draft.cue.last if draft.cue else 0, draft.subject.last if draft.subject.how in ("inverted", "subject") else 0)
    if end >= len(words):
        return draft
    _, at = words.frame_bounds(end - 1)
    pieces = list(draft.pieces)
    while at < len(words):
        lo, hi = words.frame_bounds(at)
        if lo in taken or not (_whole_quotation(words, lo, hi) or (lo not in told and _half_quotation(words, lo, hi))):
            break
        while hi > lo and words.quotation[hi - 1] < 0:
            hi -= 1
        pieces.append((lo, hi))
        at = words.frame_bounds(at)[1]
    if len(pieces) == len(draft.pieces) and draft.rule == "verb.left" and at < len(words):
        return _unmarked_run(draft, at, taken)
    return draft.over(tuple(pieces)) if len(pieces) > len(draft.pieces) else draft


def _unmarked_run(draft: Draft, at: int, taken: set[int]) -> Draft:
    """Add speech that runs on to the end of the paragraph without marks: ``"A," he said. Because I am sure. B.``; "I" gives it away."""
    words = draft.words
    _, stop = words.frame_bounds(at)
    if not word_set("cues", "first_person") & {*words.lows[at:stop]} or words.tags[at] not in "BCS":
        return draft
    end = at
    while end < len(words):
        lo, hi = words.frame_bounds(end)
        if any(words.quotation[i] >= 0 for i in range(lo, hi)) or not taken.isdisjoint(range(lo, hi)):
            break
        end = hi
    return attrs.evolve(draft, pieces=(*draft.pieces, (at, end)), rule="verb.run-on", unmarked=True) if end > at else draft


def following_speech(words: Words, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the speech that follows a sentence about who speaks, with no tag of its own: ``X feared the worst. "It was late"``."""
    frame, quotation, end = words.frame, words.quotation, len(words)
    outer = [draft for draft in drafts if not draft.inside]
    taken = {first for draft in outer for first, _ in draft.pieces}
    speaking = {frame[draft.cue.head]: draft for draft in outer if draft.cue and draft.subject}
    tagged = {frame[draft.cue.head] for draft in outer if draft.cue}
    at = 0
    for lo, hi in pairwise(words.frames):
        if lo < at or not lo or quotation[lo] < 0 or frame[lo] in tagged or lo in taken or not _whole_quotation(words, lo, hi):
            continue
        cue, subject = _told_of(words, speaking, lo)
        if not subject or is_short(words, lo):
            continue
        at = hi
        while at < end and quotation[at] >= 0 and at not in taken and _whole_quotation(words, *words.frame_bounds(at)):
            _, at = words.frame_bounds(at)
        yield Draft(words, cue, subject, ((lo, at),), "quote.follows")


def _told_of(words: Words, speaking: Mapping[int, Draft], before: int) -> tuple[Cue | None, Subject]:
    """Return whom the sentence that ends at ``before`` is about: its speaker with the cue, or else its subject."""
    last = speaking.get(words.frame[before - 1])
    if last is None:
        return None, attrs.evolve(clause_subject(words, *words.frame_bounds(before - 1)), how="shared")
    return last.cue, last.subject
