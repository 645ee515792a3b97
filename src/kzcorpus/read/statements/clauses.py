"""What a cue reports: before it, around it or after it, in the active; passives, nouns and "according to" have rooms of their own."""

import attrs

from kzcorpus.read.statements.around import before_colon, content_around, content_before, edge_of, quoted_run
from kzcorpus.read.statements.attributions import attributed
from kzcorpus.read.statements.beginnings import following
from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.endings import clause_end, is_supposed
from kzcorpus.read.statements.grounds import Content, Ground, Range, is_short, opens_quotation, piece, quotation_end, quoted
from kzcorpus.read.statements.nouns import nominal
from kzcorpus.read.statements.passives import passive
from kzcorpus.read.statements.phrases import has_finite_verb
from kzcorpus.read.statements.speakers import Subject, subject_after
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_REACH = 30
_CLAUSAL = frozenset({"that", "bare"})
_PLANNED = frozenset({"noun", "preposition", "infinitive", "object"})


def content_of(ground: Ground, number: int) -> Content | None:
    """Return what the cue with this number on its ground reports; None where it reports nothing."""
    cue, subject = ground.cues[number], ground.subjects[number]
    if cue.kind == "attribution":
        return attributed(ground, cue)
    if cue.kind in ("noun", "belief"):
        return nominal(ground, cue, subject)
    if cue.first < cue.head and is_supposed(ground.words, cue):
        return None
    return passive(ground, cue, subject) if cue.passive else _active(ground, cue, subject)


def _refuses(words: Words, cue: Cue) -> bool:
    """Tell whether a cue tells of what somebody would not say: "would not comment on the report"."""
    return cue.negative and cue.lemma in word_set("cues", "refused") and words.lows[cue.first] in word_set("cues", "willing")


def _active(ground: Ground, cue: Cue, subject: Subject) -> Content | None:
    words = ground.words
    tags_speech = "quote" in cue.frames and (cue.form != "ing" or words.tags[cue.first] in "Xs")
    tagged = _tagged(ground, cue, subject) if tags_speech and (words.shown or words.tags[cue.first - 1] in ",-") else None
    if tagged is not None:
        return tagged
    found = following(ground, cue)
    if found is not None and found.rule == "quote" and tags_speech:
        left = _half_quoted(ground, edge_of(cue, subject))
        if left:
            return attrs.evolve(found, pieces=(left, *found.pieces), rule="around")
    if found is not None and found.rule == "that" and _is_put_in(ground, cue, subject):
        left = content_before(ground, edge_of(cue, subject))
        if left and has_finite_verb(ground.words, *left):
            return attrs.evolve(found, pieces=(left, *found.pieces), rule="around")
    if found is not None and found.rule == "colon" and tags_speech and subject.how == "subject":
        left = before_colon(ground, edge_of(cue, subject))
        if left:
            return attrs.evolve(found, pieces=(left, *found.pieces), rule="around")
    if found is not None:
        planned = found.rule in _PLANNED and "M" in words.tags[cue.first : cue.head] and not _refuses(words, cue)
        nobody = not subject and (found.rule == "noun" if cue.form != "ing" else _is_subject(ground, cue, found))
        return None if planned or nobody else found
    found = content_around(ground, cue, subject) if tags_speech and subject.how == "subject" else None
    return found or (_late_speech(ground, cue) if tags_speech else None)


def _is_subject(ground: Ground, cue: Cue, found: Content) -> bool:
    """Tell whether a participle with what follows it is the subject of its sentence: "Saying yes took them a month"."""
    return found.rule == "bare" and cue.first == ground.lo and "," not in ground.words.tags[cue.first : ground.hi]


def _is_put_in(ground: Ground, cue: Cue, subject: Subject) -> bool:
    """Tell whether a report stands between commas before its "that": "There is a risk, he said, that"."""
    tags, edge = ground.words.tags, edge_of(cue, subject)
    return "quote" in cue.frames and subject.how == "subject" and edge > ground.lo and tags[edge - 1] == "," and tags[cue.last] == ","


def _tagged(ground: Ground, cue: Cue, subject: Subject) -> Content | None:
    """Return the speech before the cue that it tags, and what goes on after it."""
    turned = None if _goes_on_after(ground, cue, subject) else _turned(ground, cue)
    found = content_around(ground, cue, turned) if turned else None
    if found is not None:
        return Content(found.pieces, found.rule, found.addressee, turned)
    edge = edge_of(cue, subject)
    if _quoted_before(ground, edge) and not _in_passing(ground, edge, cue):
        found = content_around(ground, cue, subject)
    return found or _spoken(ground, cue)


def _goes_on_after(ground: Ground, cue: Cue, subject: Subject) -> bool:
    """Tell whether the subject fills the sentence up to the cue and a clause follows it: "Mr X, who left in May, said the plan is dead"."""
    words, lo = ground.words, ground.lo
    if subject.how != "subject" or words.tags[cue.first - 1] != "," or words.tags[lo : subject.first].strip("CA"):
        return False
    further = following(ground, cue)
    return further is not None and further.rule in _CLAUSAL


def _half_quoted(ground: Ground, edge: int) -> Range | None:
    """Return the opening of a sentence that is partly quoted and goes on after the cue: ``"If not" for them, X said, "we ..."``."""
    words, lo, last = ground.words, ground.lo, edge - 1
    if last <= lo or words.quotation[lo] < 0 or words.tags[last] != "," or words.quotation[last] >= 0:
        return None
    return (lo, last) if has_finite_verb(words, lo, last) and not any(lo <= cue.head < last for cue in ground.cues) else None


def _in_passing(ground: Ground, edge: int, cue: Cue) -> bool:
    """Tell whether the quotation before a report is a title or slogan of the sentence's opening: ``To chants of "Go on!," he said``."""
    words = ground.words
    start = quoted_run(words, edge, ground.lo)
    if start <= ground.lo or words.tags[start - 1] in ",:C":
        return False
    further = following(ground, cue)
    return further is not None and (further.rule in _CLAUSAL or is_short(words, edge - 1 - (words.quotation[edge - 1] < 0)))


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
    if not words.shown:
        return None
    heads = {other.head for other in ground.cues if "quote" in other.frames}
    for at in range(cue.last, min(ground.hi, cue.last + _REACH)):
        if words.tags[at] in ".;!?" or at in heads:
            return None
        if words.quotation[at] >= 0:
            fits = opens_quotation(words, at) and words.tags[at - 1] in ",:" and not is_short(words, at)
            return piece(at, clause_end(ground, at, cue), "quote") if fits else None
    return None


def _turned(ground: Ground, cue: Cue) -> Subject | None:
    """Return the subject that follows the cue, where one does: ``"A," said X`` and ``A, said X``."""
    words, before = ground.words, cue.first - 1
    if before < ground.lo or cue.form not in ("past", "s") or cue.last >= ground.hi:
        return None
    speech = words.quotation[before] >= 0 or (words.tags[before] == "-" and before > ground.lo and words.quotation[before - 1] >= 0)
    if not speech and (words.tags[before] not in ",-" or "noun" in cue.frames):
        return None
    speaks = words.tags[cue.last] in ("KUDd0S" if speech else "KUDd0") and words.quotation[cue.last] < 0
    if not speaks or words.lows[cue.last] in word_set("cues", "unspeaking"):
        return None  # "the letter, which is long, says nothing of it"
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
