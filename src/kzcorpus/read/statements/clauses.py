"""What a cue reports: before it, around it or after it, in the active, in the passive, or under a noun."""

import attrs

from kzcorpus.read.statements.beginnings import addressee, beyond_parenthesis, following, opening
from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.endings import clause_end, goes_on, object_end
from kzcorpus.read.statements.grounds import Content, Ground, Range, closed, is_short, opens_quotation, piece, quotation_end, quoted
from kzcorpus.read.statements.phrases import has_finite_verb, noun_phrase_end, noun_phrase_start, time_end
from kzcorpus.read.statements.speakers import Subject, agent, subject_after
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_REACH = 30
_NEAR = 12
_PLANNED = frozenset({"noun", "preposition", "infinitive", "object"})


def content_of(ground: Ground, number: int) -> Content | None:
    """Return what the cue with this number on its ground reports; None where it reports nothing."""
    cue, subject = ground.cues[number], ground.subjects[number]
    if cue.kind == "attribution":
        return _attributed(ground, cue)
    if cue.kind == "noun":
        return _nominal(ground, cue, subject)
    if _is_supposed(ground.words, cue):
        return None
    return _passive(ground, cue, subject) if cue.passive else _active(ground, cue, subject)


def _is_supposed(words: Words, cue: Cue) -> bool:
    """Tell whether a cue tells of what could or should be said."""
    lows = words.lows[cue.first : cue.head]
    return bool(word_set("cues", "hypothetical") & {*lows}) and not word_set("cues", "witnessing") & {*lows}


def _active(ground: Ground, cue: Cue, subject: Subject) -> Content | None:
    tags_speech = "quote" in cue.frames and (cue.form != "ing" or ground.words.tags[cue.first] in "Xs")
    further = following(ground, cue)
    if tags_speech:
        turned = _turned(ground, cue)
        found = _around(ground, cue, turned) if turned else None
        if found:
            return attrs.evolve(found, subject=turned)
        edge = _edge(cue, subject)
        found = _around(ground, cue, subject) if _quoted_before(ground, edge) and not (further and _in_passing(ground, edge)) else None
        if found:
            return found
        found = _spoken(ground, cue)
        if found:
            return found
    found = further
    if found and found.rule == "quote" and tags_speech:
        left = _half_quoted(ground, _edge(cue, subject))
        if left:
            return attrs.evolve(found, pieces=(left, *found.pieces), rule="around")
    if found:
        planned = found.rule in _PLANNED and "M" in ground.words.tags[cue.first : cue.head]
        nobody = found.rule == "noun" and not subject and cue.form != "ing"
        return None if planned or nobody else found
    found = _around(ground, cue, subject) if tags_speech and subject.how == "subject" else None
    return found or (_late_speech(ground, cue) if tags_speech else None)


def _half_quoted(ground: Ground, edge: int) -> Range | None:
    """Return the opening of a sentence that is partly quoted and goes on after the cue: ``"If not" for them, X said, "we ..."``."""
    words, lo, last = ground.words, ground.lo, edge - 1
    if last <= lo or words.quotation[lo] < 0 or words.tags[last] != "," or words.quotation[last] >= 0:
        return None
    return (lo, last) if has_finite_verb(words, lo, last) and not any(lo <= cue.head < last for cue in ground.cues) else None


def _in_passing(ground: Ground, edge: int) -> bool:
    """Tell whether the quotation before a report is a title or slogan of the sentence's opening: ``To chants of "Go on!," he said``."""
    words = ground.words
    start = _quoted_run(words, edge, ground.lo)
    return start > ground.lo and is_short(words, edge - 1 - (words.quotation[edge - 1] < 0)) and words.tags[start - 1] not in ",:"


def _spoken(ground: Ground, cue: Cue) -> Content | None:
    """Return the quotation that opens a sentence, with all before the cue as its speaker: ``"A," Ms X, 30, of Y, who left, said``."""
    words, lo = ground.words, ground.lo
    if cue.form not in ("past", "s") or words.quotation[lo] < 0:
        return None
    first = _quoted_end(words, lo, cue.first)
    last = cue.first - (words.tags[cue.first - 1] == ",")
    named = (
        first < last
        and words.tags[first] in "KUDd0"
        and "," in words.tags[first:last]
        and quoted(words, first - 1).endswith((",", "?", "!"))
    )
    if not named or any(first <= other.first < cue.first and other.form != "ing" for other in ground.cues):
        return None
    return Content(((lo, first),), "left", subject=Subject(first, last, "subject"))


def _quoted_end(words: Words, start: int, hi: int) -> int:
    """Return where the run of quotations that begins at ``start`` ends."""
    i = start
    while i < hi and words.quotation[i] >= 0:
        i = quotation_end(words, i)
    return i


def _late_speech(ground: Ground, cue: Cue) -> Content | None:
    """Return the quotation after a clause that tells of the occasion: ``he said as he left the house, "We won"``."""
    words = ground.words
    for at in range(cue.last, min(ground.hi, cue.last + _REACH)):
        if words.tags[at] in ".;!?" or any(other.head == at and "quote" in other.frames for other in ground.cues):
            return None
        if words.quotation[at] >= 0:
            fits = opens_quotation(words, at) and words.tags[at - 1] in ",:" and not is_short(words, at)
            return piece(at, clause_end(ground, at, cue), "quote") if fits else None
    return None


def _edge(cue: Cue, subject: Subject) -> int:
    """Return where the cue with a subject before it begins."""
    return min(cue.first, subject.first) if subject and subject.how == "subject" else cue.first


def _turned(ground: Ground, cue: Cue) -> Subject | None:
    """Return the subject that follows the cue, where one does: ``"A," said X`` and ``A, said X``."""
    words, before = ground.words, cue.first - 1
    if before < ground.lo or cue.form not in ("past", "s") or cue.last >= ground.hi:
        return None
    speech = words.quotation[before] >= 0 or (words.tags[before] == "-" and before > ground.lo and words.quotation[before - 1] >= 0)
    if not speech and (words.tags[before] not in ",-" or "noun" in cue.frames):
        return None
    if words.tags[cue.last] not in "KUDd0S" or words.quotation[cue.last] >= 0:
        return None
    found = subject_after(words, cue.last, ground.hi)
    further = words.tags[found.last : ground.hi].lstrip("A")[:1] if found else ""
    if further and further in "XVM":
        return None
    plain = words.tags[before] in ",-" and words.quotation[before - 1] < 0
    if plain and found and found.last < ground.hi and words.tags[found.last] not in ",.-;:WBPG(A!?":
        return None
    return found or None


def _quoted_before(ground: Ground, edge: int) -> bool:
    """Tell whether speech in quotation marks ends right before the cue with its subject."""
    words, before = ground.words, edge - 1
    if before < ground.lo:
        return False
    if words.quotation[before] < 0:
        return words.tags[before] in ",-" and before > ground.lo and words.quotation[before - 1] >= 0 and not is_short(words, before - 1)
    return quoted(words, before).endswith((",", "?", "!", "—", "-", "…", ".")) or not is_short(words, before)


def _quoted_run(words: Words, end: int, lo: int) -> int:
    """Return where the run of quotations that ends at ``end`` begins."""
    i = end
    while i > lo and (words.quotation[i - 1] >= 0 or (words.tags[i - 1] in ",." and i - 2 >= lo and words.quotation[i - 2] >= 0)):
        i -= 1
    return i


def _speech_before(ground: Ground, end: int) -> Range | None:
    """Return the quotations that end at ``end``, with the words of the sentence that lead up to them."""
    words, lo = ground.words, ground.lo
    start = _quoted_run(words, end, lo)
    lead = words.tags[lo:start].strip("CA,")
    if not lead or words.tags[start - 1] in ".:" or any(lo <= cue.head < start for cue in ground.cues):
        return start, end
    if lead[0] in "PtBG" and "," not in words.tags[lo:start] and not has_finite_verb(words, lo, start):
        return None
    return lo, end


def _before(ground: Ground, edge: int) -> Range | None:
    """Return the content that stands before ``edge``, where the cue with its subject begins."""
    words, last = ground.words, edge - 1
    if last > ground.lo and words.lows[last] == "as":
        last -= 1
    if last < ground.lo:
        return None
    if words.quotation[last] >= 0:
        return _speech_before(ground, last + 1)
    if words.tags[last] not in ",-?!":
        return None
    if words.tags[last] in ",-" and last > ground.lo and words.quotation[last - 1] >= 0:
        return _speech_before(ground, last)
    start = ground.lo
    while start < last and words.tags[start] == "C":
        start += 1
    end = closed(words, start, last)
    return (start, end) if end > start else None


def _speech_after(ground: Ground, after: int) -> int:
    """Return where a quotation goes on after the cue, with nothing but adverbials between; -1 for none."""
    words = ground.words
    inserted = False
    for i in range(after, min(ground.hi, after + _REACH)):
        inserted = words.tags[i] == "W" or (inserted and words.tags[i] != ",")
        if inserted and words.quotation[i] < 0 and words.tags[i] not in ".;":
            continue  # "said X, who left,"
        if words.quotation[i] >= 0:
            return i if opens_quotation(words, i) and i > ground.lo and words.tags[i - 1] in ",:-BA…" else -1
        if words.tags[i] in "VXMTWS.;" or (words.tags[i] == "G" and words.tags[i - 1] == ","):
            return -1
    return -1


def _resumes(ground: Ground, cue: Cue, after: int) -> int:
    """Return where a sentence goes on after ``, he said,``; -1 where it does not."""
    words, hi = ground.words, ground.hi
    comma = next((i for i in range(after, min(hi, after + _NEAR)) if words.tags[i] in ",-"), -1)
    if comma < 0 or comma + 2 >= hi or goes_on(ground, comma + 1, cue):
        return -1
    if after < comma and (words.tags[after] not in "AmPt" or has_finite_verb(words, after, comma)):
        return -1
    fits = words.tags[comma + 1] in "SDdUKCTXVMNtP0Ev" or words.lows[comma + 1] in word_set("cues", "resuming")
    return comma + 1 if fits else -1


def _around(ground: Ground, cue: Cue, subject: Subject) -> Content | None:
    """Return content before the cue, and what goes on after it: ``"A," he said, "B"`` and ``A, he said, B``."""
    words = ground.words
    left = _before(ground, _edge(cue, subject))
    if left is None:
        return _after_lead(ground, cue, _edge(cue, subject))
    after = subject.last if subject.how == "inverted" else cue.last
    more = _speech_after(ground, after)
    if more >= 0:
        return Content((left, (more, clause_end(ground, more, cue))), "around")
    if words.quotation[left[1] - 1] < 0:
        return _plain_around(ground, cue, subject, left)
    return Content((left,), "left", addressee(words, cue, ground.hi))


def _after_lead(ground: Ground, cue: Cue, edge: int) -> Content | None:
    """Return what follows a sentence's opening "As X said," or "But, X said,"."""
    words = ground.words
    opens = edge > ground.lo and (words.lows[edge - 1] == "as" or words.tags[edge - 1] == ",")
    opens = opens and not words.tags[ground.lo : edge - 1].strip("CA(")
    start = _resumes(ground, cue, cue.last) if opens else -1
    return piece(start, clause_end(ground, start, cue), "around") if start >= 0 else None


def _plain_around(ground: Ground, cue: Cue, subject: Subject, left: Range) -> Content | None:
    """Return content without quotation marks before the cue, or around it."""
    words, hi = ground.words, ground.hi
    after = subject.last if subject.how == "inverted" else cue.last
    more = _resumes(ground, cue, after) if subject.how != "inverted" else -1
    if more >= 0:
        right = (more, clause_end(ground, more, cue))
        trivial = not words.tags[slice(*left)].strip("CA")
        return piece(*right, "around") if trivial else Content((left, right), "around")
    if words.tags[left[0]] in "PBmt" and "," not in words.tags[slice(*left)]:
        return None
    spoken_to = addressee(words, cue, hi)
    ends = after >= hi or words.tags[after] in ",.PBAmtO-;:G(TW?!" or spoken_to is not None
    return Content((left,), "left", spoken_to) if ends and has_finite_verb(words, *left) else None


def _passive(ground: Ground, cue: Cue, subject: Subject) -> Content | None:
    """Return the content of a passive: "it was announced that", "was asked whether", "is described as"."""
    by = agent(ground.words, cue.last, ground.hi)
    who = attrs.evolve(by, how="agent") if by else Subject(how="passive")
    start = by.last if by else cue.last
    found = _told(ground, cue, start) if start < ground.hi else None
    found = found or _impersonal(ground, cue, subject, start) or _named(ground, cue, subject, start, active=bool(by))
    return attrs.evolve(found, subject=who) if found else None


def _impersonal(ground: Ground, cue: Cue, subject: Subject, start: int) -> Content | None:
    """Return what "it was alleged" stands beside, before or after: "A, it was alleged", "As was reported earlier, A"."""
    words = ground.words
    it = subject.last == subject.first + 1 and words.lows[subject.first] == "it"
    it = it or cue.lemma in word_set("cues", "hearing")
    if not {"that", "quote"} & cue.frames or not (it or words.lows[cue.first - 1 : cue.first] == ["as"]):
        return None
    edge = subject.first if it else cue.first
    if edge - 1 >= ground.lo and words.lows[edge - 1] == "as" and not words.tags[ground.lo : edge - 1].strip("CA"):
        comma = next((i for i in range(start, min(ground.hi, start + _NEAR)) if words.tags[i] == ","), -1)
        return piece(comma + 1, clause_end(ground, comma + 1, cue), "passive") if comma >= 0 else None
    if it and start < ground.hi and words.tags[start] in "SDUK" and has_finite_verb(words, start, ground.hi):
        return piece(start, clause_end(ground, start, cue), "passive")
    if start < ground.hi and words.tags[start] not in ",.;PAm":
        return None
    left = _before(ground, edge) if edge - 1 > ground.lo and words.tags[edge - 1] in ",-" else None
    return Content((left,), "passive") if left and has_finite_verb(words, *left) else None


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
    asked = words.tags[start] in "wt" or about or words.lows[start] == "what"
    if not asked or not cue.frames & {"question", "object", "person"}:
        return None
    begin = start + (words.lows[start] == "about")
    return piece(begin, clause_end(ground, begin, cue), "passive")


def _named(ground: Ground, cue: Cue, subject: Subject, start: int, *, active: bool) -> Content | None:
    """Return what something was called, or what was praised by somebody: the subject is part of it."""
    words, hi = ground.words, ground.hi
    low = words.lows[start] if start < hi else ""
    if "noun" in cue.frames and low == "as" and cue.first > ground.lo and words.lows[cue.first - 1] == "what":
        return piece(start + 1, object_end(ground, start + 1, cue), "passive")
    if not cue.frames & {"noun", "as"} or subject.how not in ("subject", "relative"):
        return None
    if low == "as" and words.tags[start + 1 : start + 2] == "G":
        return None  # "was quoted as saying": the second verb reports
    goes_with = low in word_set("cues", "passive_prepositions") or (cue.lemma in word_set("cues", "naming") and low)
    if goes_with and words.tags[start] in 'PKUDtEB"':
        rest = (start, object_end(ground, start, cue))
        return Content(tuple(one for one in ((subject.first, subject.last), rest) if one[1] > one[0]), "passive")
    further = words.tags[start:hi].lstrip("AC")[:1]
    ends = not further or further in ".;m" or low in ("by", "in", "on", "at", "as")
    active = active or (cue.lemma.split()[0] in word_set("cues", "stating") and ends and subject.how == "subject")
    if active and "noun" in cue.frames and words.lows[subject.last - 1] not in word_set("cues", "uttered"):
        first = subject.first
        while first - 1 > ground.lo and words.tags[first - 1] == "P" and words.tags[first - 2] in "KU":
            first = noun_phrase_start(words, first - 2, ground.lo)  # "the attack on the embassy was condemned"
        return piece(first, subject.last, "passive")
    return None


def _clause_start(ground: Ground, index: int) -> int:
    """Return where the clause of a word begins."""
    while index > ground.lo and ground.words.tags[index - 1] not in "T,;:BW":
        index -= 1
    return index


def _second_verb(words: Words, start: int, end: int) -> int:
    """Return where the main clause goes on after a clause inside its subject: "the claim that he lied | is false"."""
    seen = False
    for i in range(start, end):
        if words.tags[i] in "VXM" or (words.tags[i] == "E" and words.tags[i - 1] in "KUS"):
            if seen and words.tags[i] in "VXM" and words.tags[i - 1] in "KU0)EVv":
                return i
            seen = True
    return end


def _claimed(ground: Ground, cue: Cue, start: int) -> Content | None:
    """Return the clause under a noun: "his claim that ..."."""
    words = ground.words
    if start >= ground.hi or words.tags[start] in "VXMENv":
        return None
    end = clause_end(ground, start, cue)
    end = closed(words, start, next((i for i in range(start, end) if words.tags[i] == ","), end))
    if not any(words.tags[i] in "VXM" for i in range(_clause_start(ground, cue.first), cue.first)):
        end = _second_verb(words, start, end)
    return piece(start, end, "noun-that")


def _nominal(ground: Ground, cue: Cue, subject: Subject) -> Content | None:
    """Return what a noun reports: a clause, an infinitive, or an object of somebody's."""
    words, hi, start = ground.words, ground.hi, cue.last
    by = subject_after(words, start + 1, hi) if words.lows[start] in ("by", "of", "from") else None
    clause = by.last + (by.last < hi and words.tags[by.last] == ",") if by else hi
    if by and clause < hi and words.tags[clause] == "T":
        found = _claimed(ground, cue, clause + 1)
        return attrs.evolve(found, subject=attrs.evolve(by, how="agent")) if found else None
    start += words.tags[start] == "X" and words.tags[start + 1] == "T"
    if words.tags[start] == "T":
        return _claimed(ground, cue, start + 1)
    if words.tags[start] == "t":
        verb = words.tags[start + 1] if start + 1 < hi else ""
        fits = verb in ("v", "X", "A") or (verb == "K" and not words.lows[start + 1].endswith("s"))
        return piece(start, object_end(ground, start, cue), "noun-to") if fits else None
    end = noun_phrase_end(words, start + 1, hi, loose=True)
    by = agent(words, end, hi)
    found = piece(start + 1, end, "noun-of") if by or subject else None
    return attrs.evolve(found, subject=by) if found and by else found


def _attributed(ground: Ground, cue: Cue) -> Content | None:
    """Return the content of "according to X", which names its speaker itself."""
    words, lo, hi = ground.words, ground.lo, ground.hi
    end = noun_phrase_end(words, cue.last, hi, loose=True)
    if end == cue.last:
        return None
    stop = end
    while stop < hi and words.tags[stop] not in ",-" and words.quotation[stop] < 0:
        stop += 1
    opens = not words.tags[lo : cue.first].strip('CA"') or words.tags[cue.first - 1] in ":;"
    pieces = _attributed_after(ground, cue, stop) if opens else _attributed_before(ground, cue, stop)
    pieces = tuple(one for one in pieces if one[1] > one[0])
    return Content(pieces, "attribution", subject=Subject(cue.last, end, "subject")) if pieces else None


def _attributed_after(ground: Ground, cue: Cue, stop: int) -> tuple[Range, ...]:
    """Return what follows "According to X, who ..., "."""
    words, hi = ground.words, ground.hi
    if stop + 1 >= hi:
        return ()
    start = stop + (words.tags[stop] in ",-")
    if words.tags[start] == "W":
        start = next((i + 1 for i in range(start, min(hi, start + _REACH)) if words.tags[i] == ","), start)
    return ((start, clause_end(ground, start, cue)),)


def _attributed_before(ground: Ground, cue: Cue, stop: int) -> tuple[Range, ...]:
    """Return what stands before ", according to X", and what goes on after it."""
    words, hi, start = ground.words, ground.hi, ground.lo
    last = cue.first - (words.tags[cue.first - 1] in ",-(")
    while start < last and words.tags[start] == "C":
        start += 1
    if last - 1 > ground.lo and words.tags[last - 1] in "wWT" and stop + 2 < hi and words.tags[stop] == ",":
        return ((stop + 1, clause_end(ground, stop + 1, cue)),)
    left = (start, closed(words, start, last))
    resumes = words.tags[cue.first - 1] == "," and stop + 2 < hi and words.tags[stop] == "," and words.tags[stop + 1] in "XVMv"
    framing = words.tags[cue.first - 1] in ",-" and stop + 2 < hi and words.tags[stop] == words.tags[cue.first - 1]
    if framing and not has_finite_verb(words, *left):
        right = (stop + 1, clause_end(ground, stop + 1, cue))
        return (right,) if words.tags[left[0]] in "PA" else (left, right)
    return (left, (stop + 1, clause_end(ground, stop + 1, cue))) if resumes else (left,)
