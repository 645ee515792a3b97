"""Speech that a colon announces: "NAME: ...", ``He was blunt: "We will go"``, and the colon that ends a paragraph."""

from collections.abc import Iterator
from functools import cache

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.statements.cues import Cue, find_cues
from kzcorpus.read.statements.grounds import Draft, closed, covered, is_short, quotation_end, quoted
from kzcorpus.read.statements.phrases import has_finite_verb, noun_phrase_end
from kzcorpus.read.statements.sharing import subjects_of
from kzcorpus.read.statements.speakers import NOBODY, Subject, clause_subject, subject_before
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_LONGEST_LABEL = 8
_SHORTEST_NAME = 3


@cache
def _no_speakers() -> frozenset[str]:
    return frozenset(lexicon("cues")["context"]["labels"].split())


def labelled(words: Words) -> Draft | None:
    """Return the statement of a passage that opens with its speaker and a colon: "NAME: ...", "Q: ..."."""
    colon = words.tags.find(":", 0, _LONGEST_LABEL)
    if colon <= 0 or colon + 1 >= len(words) or words.ends[colon] >= words.starts[colon + 1]:
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
    if not surface.isupper() and max(words.quotation[colon + 1 : hi], default=-1) < 0 and not has_finite_verb(words, colon + 1, hi):
        return None
    cue = Cue("colon", ":", colon, colon, colon + 1)
    return Draft(words, cue, Subject(0, named, "subject"), ((colon + 1, hi),), rule, unmarked=surface.isupper()) if hi > colon + 1 else None


def _is_title(words: Words, at: int) -> bool:
    """Tell whether a quotation is too short for speech, and no sentence either."""
    return is_short(words, at) and not quoted(words, at).endswith((".", "!", "?"))


def _bearing(words: Words, lo: int, colon: int) -> Subject:
    """Return whom words without a verb name before a colon: "More from the report:", "The mayor of Turku, Ms X:"."""
    source = next((i for i in range(colon - 1, max(lo, colon - _LONGEST_LABEL) - 1, -1) if words.lows[i] == "from"), -1)
    if source >= 0 and noun_phrase_end(words, source + 1, colon, loose=True) == colon:
        return Subject(source + 1, colon, "subject")
    return subject_before(words, colon, lo) if words.tags[colon - 1] == "U" else NOBODY


def announced(words: Words, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the speech that nothing but a colon announces: ``He was blunt: "We will go"``."""
    taken = covered(words, drafts)
    for quotation in words.shown:
        at = words.index(quotation.span.start)
        if not at or words.tags[at - 1] != ":" or _is_title(words, at) or taken[at]:
            continue
        lo, hi = words.frame_bounds(at)
        subject = clause_subject(words, lo, at - 1) or _bearing(words, lo, at - 1)
        if subject and lo < at:
            yield Draft(
                words,
                Cue("colon", ":", at - 1, at - 1, at),
                subject,
                ((at, closed(words, at, min(hi, quotation_end(words, at)))),),
                "colon.quote",
            )


def plainly(words: Words, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the clause after a colon for which somebody is said to have been blunt: "He was blunter: the road was a disgrace"."""
    taken: list[int] = []
    for colon, tag in enumerate(words.tags):
        if tag != ":" or words.lows[colon - 1] not in word_set("cues", "frank") or words.quotation[colon] >= 0:
            continue
        taken = taken or covered(words, drafts)
        lo, hi = words.frame_bounds(colon)
        subject = clause_subject(words, lo, colon)
        if colon + 1 < hi and not taken[colon + 1] and subject and has_finite_verb(words, colon + 1, hi):
            cue = Cue("colon", ":", colon, colon, colon + 1)
            yield Draft(words, cue, subject, ((colon + 1, closed(words, colon + 1, hi)),), "colon.clause")


def awaiting(words: Words, drafts: list[Draft]) -> Draft | None:
    """Return the cue that ends a passage with a colon and nothing after it."""
    end = len(words) - 1
    if end < 1 or words.tags[end] != ":" or words.quotation[end] >= 0:
        return None
    lo, hi = words.frame_bounds(end)
    cues = [cue for cue in find_cues(words) if lo <= cue.head < hi and cue.kind == "verb" and "quote" in cue.frames and not cue.passive]
    if not cues and not any(draft.cue and lo <= draft.cue.head < hi for draft in drafts):
        subject = clause_subject(words, lo, end)
        return Draft(words, Cue("colon", ":", end, end, end + 1), subject, (), "colon.quote") if subject else None
    if not cues or any(draft.cue and draft.cue.head == cues[-1].head for draft in drafts):
        return None
    subjects = subjects_of(words, cues, lo)
    return Draft(words, cues[-1], subjects[-1], (), "verb.colon")
