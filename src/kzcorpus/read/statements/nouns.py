"""What a noun reports: "his claim that ...", "a promise to ...", "criticism of ..."."""

import attrs

from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.endings import clause_end
from kzcorpus.read.statements.grounds import Content, Ground, closed, piece
from kzcorpus.read.statements.objectends import object_end
from kzcorpus.read.statements.phrases import has_finite_verb, noun_phrase_end
from kzcorpus.read.statements.speakers import Subject, agent, subject_after
from kzcorpus.read.words import Words


def _clause_start(ground: Ground, index: int) -> int:
    """Return where the clause of a word begins."""
    while index > ground.lo and ground.words.tags[index - 1] not in "T,;:BW":
        index -= 1
    return index


def _is_plural(words: Words, i: int, start: int) -> bool:
    """Tell whether what may be a verb in -s is the plural that a bare noun stands before: "oil exports through the port"."""
    tags = words.tags
    bare = i > start and tags[i - 1] == "K" and (i - 1 == start or tags[i - 2] in "CPVB,")
    return bare and tags[i] == "V" and words.lows[i].endswith("s") and tags[i + 1 : i + 2] == "P"


def _second_verb(words: Words, start: int, end: int) -> int:
    """Return where the main clause goes on after a clause inside its subject: "the claim that he lied | is false"."""
    seen = False
    for i in range(start, end):
        if _is_plural(words, i, start):
            continue
        if words.tags[i] in "VXM" or (words.tags[i] == "E" and words.tags[i - 1] in "KUS"):
            if seen and words.tags[i] in "VXM" and words.tags[i - 1] in "KU0)EVv":
                return i
            seen = True
    return end


def _beyond_subject(words: Words, start: int, end: int) -> int:
    """Return where the main clause goes on after an infinitive inside its subject: "her refusal to pay | surprised the town"."""
    for i in range(start + 2, end):
        if words.tags[i] in "BWT,;C":
            break
        if words.tags[i - 1] in "KU0)Om" and (words.tags[i] in "VXM" or words.tags[i : i + 2] in ("ED", "Ed", "ES", "EO")):
            return i
    return end


def _is_subject(ground: Ground, cue: Cue, verbs: str = "VXM") -> bool:
    """Tell whether a noun is the subject of its clause: no verb stands before it."""
    return not any(ground.words.tags[i] in verbs for i in range(_clause_start(ground, cue.first), cue.first))


def _claimed(ground: Ground, cue: Cue, start: int) -> Content | None:
    """Return the clause under a noun: "his claim that ..."."""
    words = ground.words
    if start >= ground.hi or words.tags[start] in "VXMENv":
        return None
    end = clause_end(ground, start, cue)
    end = closed(words, start, next((i for i in range(start, end) if words.tags[i] == ","), end))
    if _is_subject(ground, cue):
        end = _second_verb(words, start, end)
    return piece(start, end, "noun-that")


def nominal(ground: Ground, cue: Cue, subject: Subject) -> Content | None:
    """Return what a noun reports: a clause, an infinitive, or an object of somebody's."""
    words, hi, start = ground.words, ground.hi, cue.last
    by = subject_after(words, start + 1, hi) if words.lows[start] in ("by", "of", "from") else None
    clause = by.last + (by.last < hi and words.tags[by.last] == ",") if by else hi
    if by and clause < hi and words.tags[clause] == "T":
        found = _claimed(ground, cue, clause + 1)
        return attrs.evolve(found, subject=attrs.evolve(by, how="agent")) if found else None
    if words.tags[start] == ":":
        return piece(start + 1, closed(words, start + 1, hi), "noun-that") if subject and has_finite_verb(words, start + 1, hi) else None
    start += words.tags[start] == "X" and words.tags[start + 1] == "T"
    if words.tags[start] == "T":
        return _claimed(ground, cue, start + 1)
    if words.tags[start] == "t":
        verb = words.tags[start + 1] if start + 1 < hi else ""
        fits = verb in ("v", "X", "A") or (verb == "K" and not words.lows[start + 1].endswith("s"))
        end = object_end(ground, start, cue)
        return piece(start, _beyond_subject(words, start, end) if _is_subject(ground, cue, "VXMEGP") else end, "noun-to") if fits else None
    end = noun_phrase_end(words, start + 1, hi, loose=True)
    by = agent(words, end, hi)
    found = piece(start + 1, end, "noun-of") if by or subject else None
    return attrs.evolve(found, subject=by) if found and by else found
