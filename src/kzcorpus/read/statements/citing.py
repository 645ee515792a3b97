"""Chains of sources: whom a report cites ("Kloop, citing a nurse, reported"), and who quotes somebody "as saying"."""

from collections.abc import Sequence

import attrs

from kzcorpus.read.statements.grounds import Draft, Ground, Range
from kzcorpus.read.statements.speakers import Subject, agent
from kzcorpus.read.vocabulary import word_set


def quoting(ground: Ground, number: int) -> Range | None:
    """Return who quotes the speaker of a cue: the agency in "quoted by the agency as saying" and "the agency quoted X as saying"."""
    words, cue = ground.words, ground.cues[number]
    if number == 0 or cue.form != "ing" or cue.first <= ground.lo or words.lows[cue.first - 1] != "as":
        return None
    before, subject = ground.cues[number - 1], ground.subjects[number - 1]
    if before.lemma not in word_set("cues", "citing"):
        return None
    who = agent(words, before.last, cue.first) if before.passive else subject
    return (who.first, who.last) if who and who.how in ("subject", "agent") else None


def voiced(ground: Ground, number: int) -> int:
    """Return the cue that says what a cue only quotes: the last of ``"A," the agency quoted X as saying``; else the cue itself."""
    cue, further = ground.cues[number], number + 1
    quotes = further < len(ground.cues) and cue.lemma in word_set("cues", "citing") and not cue.passive
    return further if quotes and quoting(ground, further) else number


def _cites(draft: Draft) -> bool:
    """Tell whether a draft names a source beside another report: "citing a nurse", "which cited records"."""
    cue = draft.cue
    if draft.rule != "verb.noun" or cue is None or draft.inside or cue.lemma not in word_set("cues", "citing"):
        return False
    named = len(draft.pieces) == 1 and draft.words.quotation[draft.pieces[0][0]] < 0
    return named and (cue.form == "ing" or draft.subject.how == "relative")


def _host(draft: Draft, sentence: Sequence[Draft]) -> Draft | None:
    """Return the report that cites the source, among those of the same sentence."""
    head = draft.cue.head if draft.cue else 0
    for other in sentence:
        if other.pieces and not _cites(other) and not any(first <= head < last for first, last in other.pieces):
            return other
    return None


def _reports(drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """Return the reports of the writer by the sentences of their cues."""
    out: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.cue and not draft.inside and draft.cue.kind != "noun":
            out.setdefault(draft.words.frame[draft.cue.head], []).append(draft)
    return out


def with_sources(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, those that cite a source as what the source says: the content of the report that cites it."""
    reports: dict[int, list[Draft]] = {}
    out = []
    for draft in drafts:
        if draft.rule == "verb.noun" and draft.cue and _cites(draft):
            reports = reports or _reports(drafts)
            host = _host(draft, reports[draft.words.frame[draft.cue.head]])
            out.append(_cited(draft, host) if host else draft)
        else:
            out.append(draft)
    return out


def _cited(draft: Draft, host: Draft) -> Draft:
    """Return what the source says that a draft cites: the content of the report that cites it."""
    source = Subject(*draft.pieces[0], "subject")
    return attrs.evolve(draft, subject=source, pieces=host.pieces, rule="verb.citing", host=host.cue, unmarked=host.unmarked)
