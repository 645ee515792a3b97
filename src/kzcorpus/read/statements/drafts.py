"""Statements in the making: the cues of a passage, each with its speaker and its content, as ranges of words."""

from collections.abc import Iterator
from functools import cache
from itertools import accumulate

import attrs

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.statements.clauses import content_of
from kzcorpus.read.statements.cues import Cue, find_cues
from kzcorpus.read.statements.grounds import Ground, closed, is_short, quotation_end, quoted
from kzcorpus.read.statements.phrases import has_finite_verb, noun_phrase_start
from kzcorpus.read.statements.speakers import NOBODY, Subject, bearer, clause_subject, possessor, subject_before
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_ENOUGH_FOR_CLAIMS = 5
_MOST_CUES = 40  # no sentence has more; a text that has is no prose, and time stays linear
_LONGEST_LABEL = 8
_SHORTEST_NAME = 3
_SHORTEST_HALF = 8


@attrs.frozen
class Draft:
    """A statement over the words of one passage; ``pieces`` are ranges of words.

    ``inside`` tells that the cue stands in a quotation, ``unmarked`` that speech goes without its marks. Without
    pieces it is a cue that waits for the next paragraph: "He added:".
    """

    words: Words
    cue: Cue | None
    subject: Subject
    pieces: tuple[tuple[int, int], ...]
    rule: str
    addressee: tuple[int, int] | None = None
    inside: bool = False
    unmarked: bool = False


def _nearer(words: Words, cues: list[Cue], number: int, lo: int) -> Subject:
    """Return the subject of a subordinate clause that a coordinated cue carries on: "although she laughed and admitted"."""
    cue = cues[number]
    if cue.first <= lo or words.tags[cue.first - 1] != "C":
        return NOBODY
    floor = max(lo, cues[number - 1].last if number else lo, cue.first - 30)
    opening = next((i for i in range(cue.first - 1, floor - 1, -1) if words.tags[i] == "B"), -1)
    if opening < 0:
        return NOBODY
    verb = next((i for i in range(opening + 1, cue.first) if words.tags[i] in "VXM"), -1)
    found = subject_before(words, verb, opening + 1) if verb > 0 else NOBODY
    return attrs.evolve(found, how="shared") if found else NOBODY


def _shared(words: Words, cues: list[Cue], subjects: list[Subject], number: int, lo: int) -> Subject:
    """Return the subject that a coordinated or participial cue takes over."""
    cue = cues[number]
    if cue.first > lo and words.tags[cue.first - 1] == "P":
        near = next((i for i in range(cue.first - 1, max(lo, cue.first - 12), -1) if words.tags[i] in "VXM,"), -1)
        if near > lo and words.tags[near] != ",":
            found = subject_before(words, near, lo)
            if found:
                return attrs.evolve(found, how="shared")
    nearer = _nearer(words, cues, number, lo)
    if nearer:
        return nearer
    for earlier in range(number - 1, -1, -1):
        subject = subjects[earlier]
        if subject and subject.how in ("subject", "shared", "inverted", "relative") and cues[earlier].head < cue.first:
            return attrs.evolve(subject, how="shared")
    found = clause_subject(words, lo, cue.first)
    return attrs.evolve(found, how="shared") if found else NOBODY


def _quoted_person(words: Words, cue: Cue, lo: int) -> Subject:
    """Return whom somebody quotes: the deputy in "quoted the deputy as saying"."""
    if cue.form != "ing" or cue.first - 2 <= lo or words.lows[cue.first - 1] != "as":
        return NOBODY
    start = noun_phrase_start(words, cue.first - 2, lo)
    by = words.lows[start - 1] == "by" if start > lo else False
    return Subject(start, cue.first - 1, "subject") if lo < start < cue.first - 1 and not by else NOBODY


def _floor(words: Words, cue: Cue, lo: int) -> int:
    """Return how far back the subject of a cue may reach: after "led" in "led the ministry to deny"."""
    if words.tags[cue.first] != "t":
        return lo
    prompting = word_set("cues", "prompting")
    return next((i + 1 for i in range(cue.first - 1, lo - 1, -1) if words.lows[i] in prompting), lo)


def _subjects(words: Words, cues: list[Cue], lo: int) -> list[Subject]:
    out: list[Subject] = []
    for number, cue in enumerate(cues):
        if cue.kind == "noun":
            out.append(possessor(words, cue, lo))
            continue
        if cue.kind != "verb":
            out.append(NOBODY)
            continue
        found = _quoted_person(words, cue, lo)
        if found:
            out.append(found)
            continue
        if cue.form != "ing" or words.tags[cue.first] in "Xs" or (cue.first > lo and words.tags[cue.first - 1] in "KUOS"):
            found = bearer(words, subject_before(words, cue.first, _floor(words, cue, lo)), lo)
        out.append(found)
        if not found:
            out[-1] = _shared(words, cues, out, number, lo)
    following = NOBODY
    for number in range(len(cues) - 1, -1, -1):
        if out[number].how == "subject":
            following = out[number]
        elif (
            not out[number]
            and cues[number].kind == "verb"
            and not cues[number].passive
            and cues[number].form == "ing"
            and following
            and not following.first <= cues[number].first < following.last
        ):
            out[number] = attrs.evolve(following, how="shared")
    return out


def _ground(words: Words, lo: int, hi: int, cues: list[Cue]) -> Ground:
    subjects = _subjects(words, cues, lo)
    starts: dict[int, int] = {}
    for number, (cue, subject) in enumerate(zip(cues, subjects, strict=True)):
        starts[cue.first] = number
        if subject.how in ("subject", "relative"):
            starts[subject.first] = number
    return Ground(words, lo, hi, cues, subjects, starts)


def _drafts(ground: Ground, *, inside: bool) -> Iterator[Draft]:
    for number, cue in enumerate(ground.cues):
        found = content_of(ground, number)
        if found:
            subject = found.subject if found.subject is not None else ground.subjects[number]
            yield Draft(ground.words, cue, subject, found.pieces, f"{cue.kind}.{found.rule}", found.addressee, inside)


def _grouped(words: Words) -> Iterator[tuple[int, int, list[Cue], bool]]:
    """Yield the grounds on which cues are read: sentences of the writer, and sentences inside quotations."""
    groups: dict[tuple[int, int, bool], list[Cue]] = {}
    for cue in find_cues(words):
        quotation = words.quotation[cue.head]
        if quotation < 0:
            lo, hi = words.frame_bounds(cue.head)
        else:
            lo, hi = words.sentence_bounds(cue.head)
            span = words.shown[quotation].span
            lo, hi = max(lo, words.index(span.start)), min(hi, words.index(span.end))
            while lo < hi and words.tags[lo] == '"':
                lo += 1
            while hi > lo and words.tags[hi - 1] == '"':
                hi -= 1
            if hi - lo <= _ENOUGH_FOR_CLAIMS:
                continue
        groups.setdefault((lo, hi, quotation >= 0), []).append(cue)
    for (lo, hi, inside), cues in groups.items():
        yield lo, hi, cues[:_MOST_CUES], inside


def _whole_quotation(words: Words, lo: int, hi: int) -> bool:
    """Tell whether a sentence is nothing but quotations."""
    return all(words.quotation[i] >= 0 or words.tags[i] in '.,…"-' for i in range(lo, hi)) and any(
        words.quotation[i] >= 0 for i in range(lo, hi)
    )


def _quotes(draft: Draft) -> bool:
    """Tell whether a draft reports verbatim."""
    quotation = draft.words.quotation
    return any(quotation[first] >= 0 or quotation[last - 1] >= 0 for first, last in draft.pieces)


def _half_quotation(words: Words, lo: int, hi: int) -> bool:
    """Tell whether a sentence is speech of which only a part stands in quotation marks: ``"That is the fight" to the rest of us``."""
    if words.quotation[lo] < 0 or hi - lo < _SHORTEST_HALF:
        return False
    inside = sum(words.quotation[i] >= 0 for i in range(lo, hi))
    return inside * 2 >= hi - lo


def _run_on(draft: Draft, taken: set[int], told: set[int]) -> Draft:
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
    return attrs.evolve(draft, pieces=tuple(pieces)) if len(pieces) > len(draft.pieces) else draft


def _unmarked_run(draft: Draft, at: int, taken: set[int]) -> Draft:
    """Add speech that runs on to the end of the paragraph without marks: ``"A," he said. Because I am sure. B.``; "I" gives it away."""
    words = draft.words
    _, stop = words.frame_bounds(at)
    if not word_set("cues", "first_person") & {*words.lows[at:stop]} or words.tags[at] not in "BCS":
        return draft
    end = at
    while end < len(words):
        lo, hi = words.frame_bounds(end)
        if any(words.quotation[i] >= 0 for i in range(lo, hi)) or any(lo <= piece < hi for piece in taken):
            break
        end = hi
    return attrs.evolve(draft, pieces=(*draft.pieces, (at, end)), rule="verb.run-on", unmarked=True) if end > at else draft


def _held(words: Words, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the drafts without the claims inside quotations that nobody is reported to have uttered."""
    depth = [0] * (len(words) + 1)
    for draft in drafts:
        if not draft.inside:
            for start, end in draft.pieces:
                depth[start] += 1
                depth[end] -= 1
    covered = list(accumulate(depth))
    for draft in drafts:
        if not draft.inside or covered[draft.cue.head if draft.cue else draft.pieces[0][0]]:
            yield draft


def _label(words: Words) -> Draft | None:
    """Return the statement of a passage that opens with its speaker and a colon: "NAME: ...", "Q: ..."."""
    colon = next((i for i in range(min(len(words), _LONGEST_LABEL)) if words.tags[i] == ":"), 0)
    if not colon or colon + 1 >= len(words) or words.ends[colon] >= words.starts[colon + 1]:
        return None
    named = next((i for i in range(1, colon) if words.tags[i] == "("), colon)  # "QUESTION (in Kazakh):"
    tags, surface = words.tags[:named], words.span(0, named).of(words.text)
    question = colon == 1 and words.lows[0] in ("q", "a")
    if {*words.lows[:named]} & _no_speakers():
        return None
    if not (question or surface.isupper()) and (tags.strip("US(),&-.d") or "U" not in tags):
        return None
    if not question and surface.isupper() and len(surface) < _SHORTEST_NAME:
        return None
    rule = "label.transcript" if surface.isupper() else "label.headline"
    _, hi = (0, len(words)) if surface.isupper() else words.frame_bounds(0)
    while hi > colon + 1 and words.tags[hi - 1] == "." and words.quotation[hi - 1] < 0:
        hi -= 1
    if not surface.isupper() and words.quotation[colon + 1] < 0 and not has_finite_verb(words, colon + 1, hi):
        return None
    cue = Cue("colon", ":", colon, colon, colon + 1)
    return Draft(words, cue, Subject(0, named, "subject"), ((colon + 1, hi),), rule, unmarked=surface.isupper()) if hi > colon + 1 else None


def _is_title(words: Words, at: int) -> bool:
    """Tell whether a quotation is too short for speech, and no sentence either."""
    return is_short(words, at) and not quoted(words, at).endswith((".", "!", "?"))


def _announced(words: Words, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the speech that nothing but a colon announces: ``He was blunt: "We will go"``."""
    taken = [piece for draft in drafts for piece in draft.pieces]
    for quotation in words.shown:
        at = words.index(quotation.span.start)
        if not at or words.tags[at - 1] != ":" or _is_title(words, at) or any(first <= at < last for first, last in taken):
            continue
        lo, hi = words.frame_bounds(at)
        subject = clause_subject(words, lo, at - 1) or (subject_before(words, at - 1, lo) if words.tags[at - 2] == "U" else NOBODY)
        if subject and lo < at:
            yield Draft(
                words,
                Cue("colon", ":", at - 1, at - 1, at),
                subject,
                ((at, closed(words, at, min(hi, quotation_end(words, at)))),),
                "colon.quote",
            )


def _following(words: Words, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the speech that follows a sentence about who speaks, with no tag of its own: ``X feared the worst. "It was late"``."""
    taken = {first for draft in drafts for first, _ in draft.pieces if not draft.inside}
    tagged = {words.frame[draft.cue.head] for draft in drafts if draft.cue and not draft.inside}
    at = 0
    while at < len(words):
        lo, hi = words.frame_bounds(at)
        at = hi
        if not lo or words.quotation[lo] < 0 or words.frame[lo] in tagged or lo in taken or not _whole_quotation(words, lo, hi):
            continue
        cue, subject = _told_of(words, drafts, lo)
        if not subject or is_short(words, lo):
            continue
        while at < len(words) and words.quotation[at] >= 0 and at not in taken and _whole_quotation(words, *words.frame_bounds(at)):
            _, at = words.frame_bounds(at)
        yield Draft(words, cue, subject, ((lo, at),), "quote.follows")


def _told_of(words: Words, drafts: list[Draft], before: int) -> tuple[Cue | None, Subject]:
    """Return whom the sentence that ends at ``before`` is about: its speaker with the cue, or else its subject."""
    lo, hi = words.frame_bounds(before - 1)
    speaking = [draft for draft in drafts if draft.cue and not draft.inside and lo <= draft.cue.head < hi and draft.subject]
    if not speaking:
        return None, attrs.evolve(clause_subject(words, lo, hi), how="shared")
    return speaking[-1].cue, speaking[-1].subject


@cache
def _no_speakers() -> frozenset[str]:
    return frozenset(lexicon("cues")["context"]["labels"].split())


def _waiting(words: Words, drafts: list[Draft]) -> Draft | None:
    """Return the cue that ends a passage with a colon and nothing after it."""
    end = len(words) - 1
    if end < 1 or words.tags[end] != ":" or words.quotation[end] >= 0:
        return None
    lo, hi = words.frame_bounds(end)
    cues = [cue for cue in find_cues(words) if lo <= cue.head < hi and cue.kind == "verb" and "quote" in cue.frames and not cue.passive]
    if not cues or any(draft.cue and draft.cue.head == cues[-1].head for draft in drafts):
        return None
    subjects = _subjects(words, cues, lo)
    return Draft(words, cues[-1], subjects[-1], (), "verb.colon")


def drafts_of(words: Words, *, opening: bool = True) -> list[Draft]:
    """Return the statements of a passage in order of their cues; ``opening`` where its first words may name a speaker before a colon."""
    label = _label(words) if opening else None
    out: list[Draft] = [label] if label else []
    quoted: Words | None = None
    for lo, hi, cues, inside in _grouped(words):
        quoted = words.at_level(1) if inside and quoted is None else quoted
        out.extend(_drafts(_ground(quoted if inside and quoted else words, lo, hi, cues), inside=inside))
    if ":" in words.tags and words.shown:
        out += _announced(words, out)
    taken = {piece[0] for draft in out for piece in draft.pieces if not draft.inside}
    told = {words.frame_bounds(draft.cue.head)[0] for draft in out if draft.cue and not draft.inside}
    last = {words.frame[draft.pieces[-1][1] - 1]: number for number, draft in enumerate(out) if not draft.inside and _quotes(draft)}
    speaking = set(last.values())
    out = [_run_on(draft, taken, told) if number in speaking else draft for number, draft in enumerate(out)]
    if words.shown:
        out += _following(words, out)
    out = list(_held(words, out))
    waiting = _waiting(words, out)
    return [*out, waiting] if waiting else out
