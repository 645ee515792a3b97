"""What a passive reports: "it was announced that", "was asked whether", "is described as"."""

from kzcorpus.read.statements.around import content_before
from kzcorpus.read.statements.beginnings import beyond_parenthesis, opening
from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.endings import clause_end
from kzcorpus.read.statements.grounds import Content, Ground, piece
from kzcorpus.read.statements.objectends import object_end
from kzcorpus.read.statements.phrases import has_finite_verb, noun_phrase_start, time_end
from kzcorpus.read.statements.speakers import Subject, agent
from kzcorpus.read.vocabulary import word_set

_NEAR = 12
_GOING_ON = frozenset("XVM")


def passive(ground: Ground, cue: Cue, subject: Subject) -> Content | None:
    """Return the content of a passive: "it was announced that", "was asked whether", "is described as"."""
    by = agent(ground.words, cue.last, ground.hi)
    who = Subject(by.first, by.last, "agent") if by else Subject(how="passive")
    start = by.last if by else cue.last
    found = _told(ground, cue, start) if start < ground.hi else None
    found = (
        found
        or _spoken_to(ground, cue, subject, start)
        or _impersonal(ground, cue, subject, start)
        or _named(ground, cue, subject, start, active=bool(by))
    )
    return Content(found.pieces, found.rule, found.addressee, who) if found else None


def _spoken_to(ground: Ground, cue: Cue, subject: Subject, start: int) -> Content | None:
    """Return the quotation before a passive of telling: ``"A," the site was told by X``."""
    words, edge = ground.words, subject.first
    ends = start >= ground.hi or words.tags[start] in ".,;mP"
    if not ends or subject.how != "subject" or cue.lemma not in word_set("cues", "informing") or edge - 1 < ground.lo:
        return None
    quoted = words.quotation[edge - 1] >= 0 or (words.tags[edge - 1] == "," and words.quotation[edge - 2] >= 0)
    left = content_before(ground, edge) if quoted else None
    return Content((left,), "passive", (subject.first, subject.last)) if left else None


def _impersonal(ground: Ground, cue: Cue, subject: Subject, start: int) -> Content | None:
    """Return what "it was alleged" stands beside, before or after: "A, it was alleged", "As was reported earlier, A"."""
    words = ground.words
    it = subject.last == subject.first + 1 and words.lows[subject.first] == "it"
    it = it or cue.lemma in word_set("cues", "hearing")
    if not {"that", "quote"} & cue.frames or not (it or words.lows[cue.first - 1 : cue.first] == ["as"]):
        return None
    if it and "infinitive" in cue.frames and words.tags[start : start + 1] == "t":
        return piece(start, clause_end(ground, start, cue), "passive")  # "it was agreed to meet"
    edge = subject.first if it else cue.first
    if edge - 1 >= ground.lo and words.lows[edge - 1] == "as" and not words.tags[ground.lo : edge - 1].strip("CA"):
        comma = next((i for i in range(start, min(ground.hi, start + _NEAR)) if words.tags[i] == ","), -1)
        return piece(comma + 1, clause_end(ground, comma + 1, cue), "passive") if comma >= 0 else None
    if it and start < ground.hi and words.tags[start] in "SDUK" and has_finite_verb(words, start, ground.hi):
        return piece(start, clause_end(ground, start, cue), "passive")
    return None if start < ground.hi and words.tags[start] not in ",.;PAm" else _beside(ground, cue, edge, start)


def _beside(ground: Ground, cue: Cue, edge: int, start: int) -> Content | None:
    """Return what "it was alleged", from ``edge`` to ``start``, stands after or within."""
    words = ground.words
    left = content_before(ground, edge) if edge - 1 > ground.lo and words.tags[edge - 1] in ",-" else None
    if left is None:
        return None
    if words.tags[start : start + 1] == "," and words.tags[start + 1 : start + 2] in _GOING_ON:
        return Content((left, (start + 1, clause_end(ground, start + 1, cue))), "passive")  # "the road, it was alleged, was closed"
    return Content((left,), "passive") if has_finite_verb(words, *left) else None


def _told(ground: Ground, cue: Cue, start: int) -> Content | None:
    """Return what somebody was told or asked."""
    words = ground.words
    at = opening(words, start, ground.hi, cue)
    if at >= 0 and words.tags[at] == "T":
        return piece(at + 1, clause_end(ground, at + 1, cue), "passive")
    if cue.lemma in word_set("cues", "informing") and words.tags[start] in "SDUK" and has_finite_verb(words, start, ground.hi):
        return piece(start, clause_end(ground, start, cue), "passive")
    further = beyond_parenthesis(words, start, ground.hi, "wT")
    if further >= 0:
        begin = further + (words.tags[further] == "T")
        return piece(begin, clause_end(ground, begin, cue), "passive")
    about = words.lows[start] in word_set("cues", "asked") and time_end(words, start, ground.hi) == start
    about = about and ("question" in cue.frames or words.lows[start] in {"about", *cue.frames})  # not "was ordered on security grounds"
    never = words.tags[start] == "N" and words.tags[start + 1 : start + 2] == "t"  # "was told never to say it"
    asked = words.tags[start] in "wt" or about or never or words.lows[start] == "what"
    if not asked or not cue.frames & {"question", "object", "person"}:
        return None
    begin = start + (words.lows[start] == "about")
    return piece(begin, clause_end(ground, begin, cue), "passive")


def _named(ground: Ground, cue: Cue, subject: Subject, start: int, *, active: bool) -> Content | None:
    """Return what something was called, or what was praised by somebody: the subject is part of it."""
    words, hi = ground.words, ground.hi
    start = time_end(words, start, hi)
    low = words.lows[start] if start < hi else ""
    if "noun" in cue.frames and low == "as" and cue.first > ground.lo and words.lows[cue.first - 1] == "what":
        return piece(start + 1, object_end(ground, start + 1, cue), "passive")
    if not cue.frames & {"noun", "as"} or subject.how not in ("subject", "relative"):
        return None
    quoting = low == "as" and words.tags[start + 1 : start + 2] == "G"  # "was quoted as saying": the second verb reports
    calling = low == "to" and cue.lemma in word_set("cues", "naming")  # "officers were called to the scene"
    naming = cue.lemma in word_set("cues", "naming")
    called = naming and not active and not words.tags[start:hi].split(".")[0].split(",")[0].strip('U"')  # "the boat is called Malika"
    if quoting or calling or called:
        return None
    goes_with = low in word_set("cues", "passive_prepositions") or (naming and low)
    if goes_with and words.tags[start] in 'PKUDtEB"' and start + 1 < hi:
        rest = (start, object_end(ground, start, cue))
        if rest[1] == start + 1 and words.tags[start] == "P":
            return None  # "What was I accused of?"
        return Content(tuple(one for one in ((subject.first, subject.last), rest) if one[1] > one[0]), "passive")
    return _whole(ground, cue, subject) if active or _is_stated(ground, cue, subject, start) else None


def _is_stated(ground: Ground, cue: Cue, subject: Subject, start: int) -> bool:
    """Tell whether a passive without agent tells of a statement: "the need for care was stressed"."""
    words = ground.words
    further = words.tags[start : ground.hi].lstrip("AC")[:1]
    ends = not further or further in ".;m" or words.lows[start] in ("by", "in", "on", "at", "as")
    return ends and subject.how == "subject" and cue.lemma.split()[0] in word_set("cues", "stating")


def _whole(ground: Ground, cue: Cue, subject: Subject) -> Content | None:
    """Return the subject of a passive with all that belongs to it: "the attack on the embassy was condemned"."""
    words, first = ground.words, subject.first
    if "noun" not in cue.frames or words.lows[subject.last - 1] in word_set("cues", "uttered"):
        return None
    while first - 1 > ground.lo and words.tags[first - 1] == "P" and words.tags[first - 2] in "KU":
        first = noun_phrase_start(words, first - 2, ground.lo)
    return piece(first, subject.last, "passive")
