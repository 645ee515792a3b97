"""Statements in the making: the cues of a passage, each with its speaker and its content, as ranges of words."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

import attrs

from kzcorpus.read.statements.citing import quoting, voiced, with_sources
from kzcorpus.read.statements.clauses import content_of
from kzcorpus.read.statements.colons import announced, awaiting, labelled, plainly
from kzcorpus.read.statements.continuations import following_speech, quotes, run_on
from kzcorpus.read.statements.cues import Cue, find_cues
from kzcorpus.read.statements.grounds import Draft, Ground, covered
from kzcorpus.read.statements.phrases import has_finite_verb
from kzcorpus.read.statements.sharing import subjects_of
from kzcorpus.read.words import Words

Thought = tuple[int, int, list[Cue], Cue]
"""The bounds of a sentence, its cues, and a verb of believing in it."""
_MAIN_VERB = re.compile(",[XVM]")
_HOLDING = frozenset({"subject", "shared", "relative", "possessive", "agent"})
_HELD = frozenset({"thought", "belief"})
_ENOUGH_FOR_CLAIMS = 5
_MOST_THOUGHTS = 40  # no paragraph has more; a text that has is no prose, and time stays linear


def _ground(words: Words, lo: int, hi: int, cues: list[Cue]) -> Ground:
    subjects = subjects_of(words, cues, lo)
    starts: dict[int, int] = {}
    for number, (cue, subject) in enumerate(zip(cues, subjects, strict=True)):
        starts[cue.first] = number
        if subject.how in ("subject", "relative"):
            starts[subject.first] = number
    return Ground(words, lo, hi, cues, subjects, starts)


def _clause(ground: Ground, number: int) -> Ground:
    """Return the ground of a cue with a relative subject: where its clause stands in the subject of another, no more than that subject.

    So in "a diplomat who asked not to be named told the agency".
    """
    cue, own, words = ground.cues[number], ground.subjects[number], ground.words
    if own.first > ground.lo and words.tags[own.first - 1] == ",":
        closing = _MAIN_VERB.search(words.tags, cue.last, ground.hi)
        whole = closing and ((words.tags[cue.last] != "T" and "noun" in cue.frames) or has_finite_verb(words, cue.last, closing.start()))
        if closing and whole and words.quotation[closing.start()] < 0:
            return attrs.evolve(ground, hi=closing.start())  # "X, who pledged a billion, would do well"
    for other, subject in zip(ground.cues[number + 1 :], ground.subjects[number + 1 :], strict=True):
        around = subject.how == "subject" and subject.first < own.first < cue.first < subject.last <= other.first
        if around and other.form != "ing" and words.tags[subject.last - 1] != "S":
            return attrs.evolve(ground, hi=subject.last)
    return ground


def _drafts(ground: Ground, *, inside: bool, thought: Cue | None = None) -> list[Draft]:
    words, subjects, out = ground.words, ground.subjects, []
    for number, cue in enumerate(ground.cues):
        if thought is not None and cue is not thought:
            continue
        own = subjects[number]
        found = content_of(_clause(ground, number) if own.how == "relative" else ground, number)
        if found is not None:
            if found.rule == "left" and (said := voiced(ground, number)) > number:
                number, cue, own = said, ground.cues[said], subjects[said]  # noqa: PLW2901 -- the one that says it
            subject = own if found.subject is None else found.subject
            through = quoting(ground, number) if number and cue.form == "ing" else None
            rule = f"{cue.kind}.{found.rule}"
            out.append(Draft(words, cue, subject, found.pieces, rule, found.addressee, inside, False, through))  # noqa: FBT003 -- marked
    return out


def _grouped(words: Words, thoughts: list[Thought]) -> list[tuple[int, int, list[Cue], bool]]:
    """Return the grounds on which cues are read: sentences of the writer, and sentences inside quotations; set thoughts aside."""
    groups: dict[tuple[int, int, bool], list[Cue]] = {}
    quotation = words.quotation
    for cue in find_cues(words):
        inside = quotation[cue.head] >= 0
        lo, hi = _claim_bounds(words, cue.head) if inside else words.frame_bounds(cue.head)
        if inside and hi - lo <= _ENOUGH_FOR_CLAIMS:
            continue
        cues = groups.setdefault((lo, hi, inside), [])
        if cue.kind in _HELD and not inside:
            thoughts.append((lo, hi, cues, cue))
        else:
            cues.append(cue)
    return [(lo, hi, cues, inside) for (lo, hi, inside), cues in groups.items() if cues]


def _claim_bounds(words: Words, head: int) -> tuple[int, int]:
    """Return the bounds of the sentence inside a quotation that holds a cue, without its marks."""
    lo, hi = words.sentence_bounds(head)
    span = words.shown[words.quotation[head]].span
    lo, hi = max(lo, words.index(span.start)), min(hi, words.index(span.end))
    while lo < hi and words.tags[lo] == '"':
        lo += 1
    while hi > lo and words.tags[hi - 1] == '"':
        hi -= 1
    return lo, hi


def _thoughts(words: Words, drafts: Sequence[Draft], thoughts: Sequence[Thought]) -> Iterator[Draft]:
    """Yield what somebody is told to think, where no report has a part in it; each is read beside the reports of its sentence."""
    taken = covered(words, drafts)
    for draft in drafts:
        if draft.cue:
            taken[draft.cue.head] += 1
    for lo, hi, cues, thought in thoughts:
        if taken[thought.head]:
            continue
        ground = _ground(words, lo, hi, sorted([*cues, thought], key=attrgetter("head")))
        for draft in _drafts(ground, inside=False, thought=thought):
            if draft.subject.how in _HOLDING and not any(any(taken[first:last]) for first, last in draft.pieces):
                taken[thought.head] += 1
                for first, last in draft.pieces:
                    taken[first:last] = [1] * (last - first)
                yield draft


def _held(words: Words, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without the claims inside quotations that nobody is reported to have uttered."""
    outer = [draft for draft in drafts if not draft.inside]
    if len(outer) == len(drafts):
        return drafts
    said = covered(words, outer)
    return [draft for draft in drafts if not draft.inside or said[draft.cue.head if draft.cue else draft.pieces[0][0]]]


def _with_speech(words: Words, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of a passage with all its speech in quotation marks, and without claims inside it that nobody uttered."""
    out = [*drafts, *announced(words, drafts)] if ":" in words.tags else drafts
    taken = {piece[0] for draft in out for piece in draft.pieces if not draft.inside}
    told = {words.frame_bounds(draft.cue.head)[0] for draft in out if draft.cue and not draft.inside}
    last = {words.frame[draft.pieces[-1][1] - 1]: number for number, draft in enumerate(out) if not draft.inside and quotes(draft)}
    speaking = set(last.values())
    out = [run_on(draft, taken, told) if number in speaking else draft for number, draft in enumerate(out)]
    return _held(words, [*out, *following_speech(words, out)])


def drafts_of(words: Words, *, opening: bool = True) -> list[Draft]:
    """Return the statements of a passage in order of their cues; ``opening`` where its first words may name a speaker before a colon."""
    if not (words.cues or words.shown or ":" in words.tags):
        return []
    label = labelled(words) if opening else None
    out: list[Draft] = [label] if label else []
    quoted: Words | None = None
    thoughts: list[Thought] = []
    for lo, hi, cues, inside in _grouped(words, thoughts):
        quoted = words.at_level(1) if inside and quoted is None else quoted
        out += _drafts(_ground(quoted if inside and quoted else words, lo, hi, cues), inside=inside)
    if words.shown:
        out = _with_speech(words, out)
    if ":" in words.tags:
        out += plainly(words, out)
    out = with_sources(out)
    waiting = awaiting(words, out) if words.tags[-1:] == ":" else None
    thought = _thoughts(words, out, thoughts[:_MOST_THOUGHTS]) if thoughts else ()
    return [*out, *([waiting] if waiting else ()), *thought] if waiting or thoughts else out
