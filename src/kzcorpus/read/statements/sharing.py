"""Who speaks for each cue of a sentence: its own subject, or the one that it shares with the cue before it."""

from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.phrases import noun_phrase_start
from kzcorpus.read.statements.speakers import NOBODY, Subject, bearer, clause_subject, possessor, subject_before
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_OPENING = frozenset("SDdUK0")
_VERBS = frozenset({"verb", "thought"})


def _nearer(words: Words, cues: list[Cue], number: int, lo: int) -> Subject:
    """Return the subject of a subordinate clause that a coordinated cue carries on: "although she laughed and admitted"."""
    cue = cues[number]
    if cue.first <= lo or words.tags[cue.first - 1] != "C" or words.tags[cue.first - 2] == ",":
        return NOBODY  # after a comma the main clause goes on: "did not say when he would leave, but insisted"
    floor = max(lo, cues[number - 1].last if number else lo, cue.first - 30)
    opening = next((i for i in range(cue.first - 1, floor - 1, -1) if words.tags[i] == "B"), -1)
    if opening < 0:
        return NOBODY
    verb = next((i for i in range(opening + 1, cue.first) if words.tags[i] in "VXM"), -1)
    found = subject_before(words, verb, opening + 1) if verb > 0 else NOBODY
    return found.shared() if found else NOBODY


def _shared(words: Words, cues: list[Cue], subjects: list[Subject], number: int, lo: int) -> Subject:
    """Return the subject that a coordinated or participial cue takes over."""
    cue = cues[number]
    if cue.first > lo and words.tags[cue.first - 1] == "P":
        near = next((i for i in range(cue.first - 1, max(lo, cue.first - 12), -1) if words.tags[i] in "VXM,"), -1)
        if near > lo and words.tags[near] != ",":
            found = subject_before(words, near, lo)
            if found:
                return found.shared()
    nearer = _nearer(words, cues, number, lo)
    if nearer:
        return nearer
    for earlier in range(number - 1, -1, -1):
        subject = subjects[earlier]
        if subject and subject.how in ("subject", "shared", "inverted", "relative") and cues[earlier].head < cue.first:
            return subject.shared()
    found = clause_subject(words, lo, cue.first)
    return found.shared() if found else NOBODY


def _quoted_person(words: Words, cue: Cue, lo: int, earlier: list[Cue]) -> Subject:
    """Return whom somebody quotes: the deputy in "quoted the deputy as saying"."""
    if cue.form != "ing" or cue.first - 2 <= lo or words.lows[cue.first - 1] != "as":
        return NOBODY
    start = noun_phrase_start(words, cue.first - 2, lo)
    start = next((other.last for other in earlier if start <= other.head < cue.first), start)  # "quoted two people as saying"
    by = words.lows[start - 1] == "by" if start > lo else False
    return Subject(start, cue.first - 1, "subject") if lo < start < cue.first - 1 and not by else NOBODY


def _floor(words: Words, cue: Cue, lo: int) -> int:
    """Return how far back the subject of an infinitive may reach: after "led" in "led the ministry to deny"."""
    prompting = word_set("cues", "prompting")
    return next((i + 1 for i in range(cue.first - 1, lo - 1, -1) if words.lows[i] in prompting), lo)


def subjects_of(words: Words, cues: list[Cue], lo: int) -> list[Subject]:
    """Return the subject of each cue of a sentence that begins at ``lo``."""
    out: list[Subject] = []
    alone = False
    for number, cue in enumerate(cues):
        found = _own(words, cues, number, lo)
        out.append(found)
        if found.last <= found.first and cue.kind in _VERBS:
            out[number] = _shared(words, cues, out, number, lo)
            alone = alone or cue.form == "ing"
    return _lent(words, cues, out) if alone else out


def _own(words: Words, cues: list[Cue], number: int, lo: int) -> Subject:
    """Return the subject that stands before a cue itself."""
    cue = cues[number]
    if cue.kind in ("noun", "belief"):
        return possessor(words, cue, lo)
    if cue.kind not in _VERBS:
        return NOBODY
    opening = words.tags[cue.first]
    if cue.form == "ing":
        quoted = _quoted_person(words, cue, lo, cues[:number])
        governed = opening in "Xs" or (cue.first > lo and words.tags[cue.first - 1] in "KUOS")
        if quoted or not governed:
            return quoted
    return bearer(words, subject_before(words, cue.first, _floor(words, cue, lo) if opening == "t" else lo), lo)


def _beyond(words: Words, lo: int) -> Subject:
    """Return the subject of the main clause after what opens a sentence: "Saying he was tired, | the minister left"."""
    opening, hi = words.sentence_bounds(lo)
    if opening != lo:
        return NOBODY
    comma = next((i for i in range(lo, hi) if words.tags[i] == "," and words.tags[i + 1 : i + 2] in _OPENING), hi)
    found = clause_subject(words, comma + 1, hi) if comma + 1 < hi else NOBODY
    return found.shared() if found else NOBODY


def _lent(words: Words, cues: list[Cue], subjects: list[Subject]) -> list[Subject]:
    """Return the subjects of cues, where a participle without one takes that of the clause after it: "Noting the cost, she said"."""
    out, following = list(subjects), NOBODY
    for number in range(len(cues) - 1, -1, -1):
        cue = cues[number]
        if out[number].how == "subject":
            following = out[number]
        elif (
            not out[number]
            and cue.kind == "verb"
            and not cue.passive
            and cue.form == "ing"
            and following
            and not following.first <= cue.first < following.last
        ):
            out[number] = following.shared()
    first = cues[0]
    if not out[0] and first.kind == "verb" and first.form == "ing" and not first.passive:
        out[0] = _beyond(words, first.first)
    return out
