"""Where what was said ends: at the end of the sentence, or where the writer goes on with a further report or with something else."""

import re

from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.grounds import Ground, closed, opens_quotation, quotation_end, quoted
from kzcorpus.read.statements.phrases import has_finite_verb
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_TAGGING = frozenset({"quote"})
_FIGURES = frozenset({"figure"})
_SOON = 12
_STOPPING = frozenset(",-;CB")
_TELLING = _STOPPING | {"(", ")"}
_NEXT_TELLING = re.compile(f'[{re.escape("".join(sorted(_TELLING)))}"]')
_PAST = frozenset({"past", "participle"})


def _quotes_soon(words: Words, index: int, hi: int) -> bool:
    """Tell whether a quotation or a colon comes soon, without which "continued" or "began" report nothing."""
    return any(words.quotation[i] >= 0 or words.tags[i] == ":" for i in range(max(0, index - 3), min(hi, index + _SOON)))


def is_supposed(words: Words, cue: Cue) -> bool:
    """Tell whether a cue tells of what could or should be said."""
    lows = words.lows[cue.first : cue.head]
    return not word_set("cues", "hypothetical").isdisjoint(lows) and word_set("cues", "witnessing").isdisjoint(lows)


def _reports(ground: Ground, number: int, outer: Cue) -> bool:
    """Tell whether a cue can begin a report of its own beside the outer one."""
    cue = ground.cues[number]
    if cue.frames == _FIGURES:
        return False  # "threatening losses and putting his name at risk"
    if cue.frames == _TAGGING and not _quotes_soon(ground.words, cue.last, ground.hi):
        return False
    described = cue.form in _PAST and ground.subjects[number].how != "subject" and ground.words.lows[cue.last : cue.last + 1] == ["as"]
    if cue.kind != "verb" or cue.first <= outer.head or cue.passive or described:  # "the road, reported as finished,"
        return False
    return cue.first == cue.head or not is_supposed(ground.words, cue)


def _is_new(ground: Ground, number: int, at: int, begun: int | None) -> bool:
    """Tell whether the report that begins at ``at`` stands beside the content begun at ``begun``, not inside it."""
    words, subject = ground.words, ground.subjects[number]
    if begun is None:
        return True
    if ground.cues[number].form == "ing":
        return not subject or not begun <= subject.first < at
    return words.tags[begun] not in "PB" or has_finite_verb(words, begun, at)


def goes_on(ground: Ground, at: int, outer: Cue, begun: int | None = None) -> bool:
    """Tell whether the writer goes on to another report after the comma or conjunction before ``at``."""
    words, i = ground.words, at
    while i < ground.hi and words.tags[i] in "AC" and i - at < 4:  # noqa: PLR2004 -- "but later also"
        i += 1
    if i >= ground.hi or words.lows[i : i + 2] == ["according", "to"]:
        return True
    number = ground.starts.get(i)
    if number is not None and _reports(ground, number, outer):
        return _is_new(ground, number, at, begun)
    if words.tags[i] != "B":
        return False
    number = ground.starts.get(i + 1)
    if number is None or ground.subjects[number].how == "relative":
        return False
    return _reports(ground, number, outer) or (ground.cues[number].passive and ground.cues[number].first == i + 1)


def _coordinated(ground: Ground, at: int, outer: Cue) -> bool:
    """Tell whether "and" joins a further cue to the outer one: "said ... and urged ..."."""
    words, i = ground.words, at
    while i < ground.hi and words.tags[i] == "A":
        i += 1
    number = ground.starts.get(i)
    if number is None or not _reports(ground, number, outer):
        return False
    cue = ground.cues[number]
    return cue.first != i or cue.form == outer.form or {cue.form, outer.form} <= _PAST


def comma_inside(words: Words, index: int) -> bool:
    """Tell whether the quotation that ends before the word ends with a comma of the writer's."""
    return quoted(words, index - 1).endswith(",")


def _stops_after_quotation(ground: Ground, index: int, outer: Cue) -> bool:
    """Tell whether content ends with the quotation that ends before the word."""
    words = ground.words
    if quoted(words, index - 1).endswith((".", "!", "?")) and words.tags[index] not in ",CBP":
        return True
    return (words.tags[index] in "CBGA" or comma_inside(words, index)) and goes_on(ground, index, outer)


def _acts_on(words: Words, index: int, outer: Cue) -> bool:
    """Tell whether the speaker is told to do something else after a quotation: ``shouted "No!" and left``."""
    further = index + 1 + (words.tags[index + 1 : index + 2] == "A")
    same = "G" if outer.form == "ing" else "EV" if outer.form in _PAST else "V"
    return words.tags[index] == "C" and further < len(words) and words.tags[further] in same


def _stops(ground: Ground, index: int, outer: Cue, begun: int) -> bool:
    """Tell whether content ends before a word, in no brackets, because of another report after it."""
    words = ground.words
    tag, low = words.tags[index], words.lows[index]
    if tag in ",-":
        return goes_on(ground, index + 1, outer, begun)
    if tag == ";":
        return goes_on(ground, index + 1, outer)
    if tag == "C":
        return low in ("and", "but") and index + 1 < ground.hi and _coordinated(ground, index + 1, outer)
    return tag == "B" and low in word_set("cues", "turning") and goes_on(ground, index, outer)


def _is_subordinate(ground: Ground, cue: Cue) -> bool:
    """Tell whether a cue stands in a subordinate clause that opens the sentence: "When X asked why ..., Y left"."""
    words = ground.words
    number = ground.starts.get(cue.first)
    subject = ground.subjects[number] if number is not None else None
    first = min(cue.first, subject.first) if subject and subject.how == "subject" else cue.first
    return first > ground.lo and words.tags[first - 1] == "B" and not words.tags[ground.lo : first - 1].strip("CA")


def _main_clause_at(ground: Ground, index: int) -> bool:
    """Tell whether a clause with a subject of its own begins at the word."""
    return (
        index < ground.hi and ground.words.tags[index] in "SDdUK0" and has_finite_verb(ground.words, index, min(ground.hi, index + _SOON))
    )


def next_of(telling: re.Pattern[str], words: Words, index: int, hi: int) -> int:
    """Return the next word whose class tells, or that stands in a quotation; linear, since the pattern stops at quotation marks."""
    found = telling.search(words.tags, index + 1, hi)
    stop = found.start() if found else hi
    if not words.shown:
        return stop
    if words.quotation[index] >= 0:
        return index + 1
    between = words.quotation[index + 1 : stop]
    return next(i for i, number in enumerate(between, index + 1) if number >= 0) if between and max(between) >= 0 else stop


def clause_end(ground: Ground, start: int, outer: Cue) -> int:
    """Return where the clause that begins at ``start`` ends."""
    words, hi, i, depth = ground.words, ground.hi, start, 0
    tags, quotation = words.tags, words.quotation
    leads = outer.first == ground.lo and outer.form == "ing"  # "Saying he was tired, the minister left"
    subordinate = leads or (tags.find("B", ground.lo, outer.first) >= 0 and _is_subordinate(ground, outer))
    while i < hi:
        if quotation[i] >= 0 and opens_quotation(words, i):
            alone, i = i == start, min(hi, quotation_end(words, i))
            if i < hi and (_stops_after_quotation(ground, i, outer) or (alone and _acts_on(words, i, outer))):
                break
            continue
        tag = tags[i]
        if tag not in _TELLING:
            i = next_of(_NEXT_TELLING, words, i, hi)
            continue
        if tag in "()":
            depth += 1 if tag == "(" else -1
            if depth < 0:
                break
        elif (
            not depth and i > start and (_stops(ground, i, outer, start) or (subordinate and tag == "," and _main_clause_at(ground, i + 1)))
        ):
            break
        i += 1
    return closed(words, start, i)


def infinitive_end(ground: Ground, start: int, outer: Cue) -> int:
    """Return where an infinitive that begins at ``start`` ends: before a further main clause, "vowed to leave, but she stayed"."""
    words, end = ground.words, clause_end(ground, start, outer)
    for i in range(start, end - 2):
        if words.tags[i] == "," and words.tags[i + 1] == "C" and words.quotation[i] < 0 and _main_clause_at(ground, i + 2):
            return i
    return end


def relative_before(ground: Ground, cue: Cue) -> int:
    """Return the relative pronoun before the subject of a cue, "which" in "which he said would fail"; -1 for none."""
    number = ground.starts.get(cue.first)
    subject = ground.subjects[number] if number is not None else None
    if not subject or subject.how != "subject" or subject.first <= ground.lo or subject.last > cue.first:
        return -1
    before = subject.first - 1
    return before if ground.words.tags[before] in "WT" and ground.words.quotation[before] < 0 else -1


def is_gerund_subject(ground: Ground, cue: Cue) -> bool:
    """Tell whether a participle with its own subject is the subject of its sentence: "X asserting Y comes after Z"."""
    return cue.form == "ing" and cue.first - 1 == ground.lo and ground.words.tags[ground.lo] in "UK"
