"""Cues: the words that report an act of speech, with their auxiliaries, voice and polarity."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Literal

import attrs

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.statements.phrases import noun_phrase_start
from kzcorpus.read.statements.verbs import Entry, adjective_entries, adjective_group, context, thought_entries, verb_entries, verb_group
from kzcorpus.read.vocabulary import VerbForm, cue_words, third_person, verb_forms, word_set
from kzcorpus.read.words import Words

CueKind = Literal["verb", "noun", "attribution", "colon", "thought", "belief"]
Bounds = tuple[int, int]
_ENOUGH_FOR_SPEECH = 4
_LONGEST_SURVEY = 10
_BY = frozenset({"by", "of", "from"})
_OPENED = frozenset(",SDUKd")
_IS = frozenset({"is", "was"})
_NAMING = frozenset("UDd")
_CLOSING = frozenset(".,;P")
_TAGGING = frozenset({"quote"})
_NO_TAGS: frozenset[int] = frozenset()
_MOST_CUES = 60  # words that may report in one sentence of prose: those of a thousand news articles have up to eleven


@attrs.define
class Cue:
    """A cue: words from ``first`` to ``last`` (not included) with its ``head``; the frames in which it takes what was said.

    ``form`` is the form of a verb; ``passive`` where its subject is not the speaker; ``negative`` where it denies or is denied.
    """

    kind: CueKind
    lemma: str
    first: int
    head: int
    last: int
    frames: frozenset[str] = frozenset()
    form: VerbForm = "past"
    passive: bool = False
    negative: bool = False


@attrs.frozen
class _Phrase:
    """A verb that reports only together with other words: "point out"."""

    rest: tuple[str, ...]
    entry: Entry


@cache
def noun_entries() -> dict[str, Entry]:
    """Return the cue nouns, singular and plural."""
    return _nouns("nouns")


@cache
def belief_entries() -> dict[str, Entry]:
    """Return the nouns of believing and intending, singular and plural."""
    return _nouns("beliefs")


def _nouns(section: str) -> dict[str, Entry]:
    nouns = lexicon("cues")[section].items()
    return {form: Entry(lemma, frozenset(frames.split())) for lemma, frames in nouns for form in (lemma, third_person(lemma))}


def _forms(lemma: str) -> dict[str, frozenset[VerbForm]]:
    """Return the forms of a verb with what each of them can be."""
    out: dict[str, frozenset[VerbForm]] = {}
    for form, kind in verb_forms(lemma):
        out[form] = out.get(form, frozenset()) | {kind}
    return out


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    out: dict[str, list[_Phrase]] = {}
    for phrase, frames in lexicon("cues")["phrases"].items():
        lemma, *rest = phrase.split()
        for form, kinds in _forms(lemma).items():
            out.setdefault(form, []).append(_Phrase(tuple(rest), Entry(lemma, frozenset(frames.split()), kinds)))
    return out


@cache
def _attributions() -> dict[str, list[tuple[str, ...]]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon("cues")["context"]["attributions"]:
        parts = tuple(phrase.split())
        out.setdefault(parts[0], []).append(parts)
    return out


@attrs.frozen
class _Held:
    """What the lexicon knows of a word that may tell of a thought."""

    verb: Entry | None = None
    adjective: Entry | None = None
    noun: Entry | None = None


@attrs.frozen
class _Known:
    """What the lexicon knows of a word that may be a cue or begin one; ``further`` are the words that may follow it in a phrase.

    It is None where any word may. ``verbal`` are the classes in which it can be the verb, ``plain`` tells that it is verb or noun.
    """

    verb: Entry | None
    noun: Entry | None
    phrases: Sequence[_Phrase]
    attributions: Sequence[tuple[str, ...]]
    further: frozenset[str] | None
    held: _Held | None = None
    survey: bool = False
    telling: bool = False
    verbal: str = ""
    plain: bool = True


@cache
def _triggers() -> dict[str, _Known]:
    verbs, nouns, phrases, attributions = verb_entries(), noun_entries(), _phrases(), _attributions()
    thoughts, adjectives, beliefs = thought_entries(), adjective_entries(), belief_entries()
    surveys, tellings = context("surveys"), context("tellings")
    out = {}
    for low in cue_words():
        begun, parts = phrases.get(low, ()), attributions.get(low, ())
        alone = any(len(part) == 1 for part in parts)
        further = {phrase.rest[0] for phrase in begun} | {part[1] for part in parts if len(part) > 1}
        further |= {"it"} if any(phrase.entry.lemma == "make" for phrase in begun) else set()
        verb = verbs.get(low)
        verbal = "" if verb is None else "vVEGX" if "ing" in verb.forms else "vVEGXK"
        held = _Held(thoughts.get(low), adjectives.get(low), beliefs.get(low))
        known = None if alone else frozenset(further)
        rare = low in surveys | tellings or parts or held.adjective or (held != _Held() and verb is None and low not in nouns)
        told = held if held != _Held() else None
        out[low] = _Known(verb, nouns.get(low), begun, parts, known, told, low in surveys, low in tellings, verbal, not rare)
    return out


def _verb(words: Words, head: int, entry: Entry, bounds: Bounds, *, last: int, lemma: str, kind: CueKind = "verb") -> Cue | None:
    group = verb_group(words, head, entry, bounds, last)
    if group is None:
        return None
    negative = group.negative != entry.denies
    passive = group.passive
    if entry.hears:
        if passive or group.first <= bounds[0] or words.lows[group.first - 1] not in word_set("cues", "bench"):
            return None
        passive = True
    return Cue(kind, lemma, group.first, head, last, entry.frames, group.form, passive, negative)


def _plain_verb(words: Words, head: int, entry: Entry, bounds: Bounds) -> Cue | None:
    """Find a cue verb, and take in its particle."""
    found = _verb(words, head, entry, bounds, last=head + 1, lemma=entry.lemma)
    if found and found.last < bounds[1] and words.tags[found.last] in "PAK" and words.lows[found.last] in context("particles"):
        return attrs.evolve(found, last=found.last + 1)
    return found


def _phrasal_verb(words: Words, head: int, bounds: Bounds, phrases: Sequence[_Phrase]) -> Cue | None:
    """Find "point out that" and "make it clear that"."""
    lows = words.lows
    for phrase in phrases:
        size = len(phrase.rest)
        skips = (0, 1) if phrase.entry.lemma == "make" and lows[head + 1 : head + 2] == ["it"] else (0,)
        for last in (head + 1 + skip + size for skip in skips):
            if tuple(lows[last - size : last]) != phrase.rest or last > bounds[1]:
                continue
            if words.tags[last : last + 1] == "t" and phrase.entry.lemma in context("catenative"):
                continue  # "went on to say": the verb that follows reports
            found = _verb(words, head, phrase.entry, bounds, last=last, lemma=f"{phrase.entry.lemma} {' '.join(phrase.rest)}")
            if found:
                return found
    return None


def _noun(words: Words, head: int, entry: Entry, hi: int) -> Cue | None:
    after = words.lows[head + 1] if head + 1 < hi else ""
    clausal = "that" in entry.frames and (after in _BY or (after in _IS and words.lows[head + 2 : head + 3] == ["that"]))
    clausal = clausal or (after == ":" and "that" in entry.frames)
    if not (after in entry.frames or clausal) or words.tags[head] == "U":
        return None
    return Cue("noun", entry.lemma, head, head, head + 1, entry.frames, negative=entry.lemma == "denial")


def _attribution(words: Words, head: int, hi: int, phrases: Sequence[tuple[str, ...]]) -> Cue | None:
    """Find "according to", and "per" before a name."""
    for parts in phrases:
        last = head + len(parts)
        if tuple(words.lows[head:last]) != parts or last >= hi:
            continue
        if len(parts) > 1 or (words.tags[last] == "U" and (head == 0 or words.tags[head - 1] in ',"')):
            return Cue("attribution", " ".join(parts), head, head, last)
    return None


def _survey(words: Words, head: int) -> Cue | None:
    """Find "In the latest poll, " at the head of a sentence in which nothing else reports."""
    lo, hi = words.sentence_bounds(head)
    if words.lows[lo] != "in" or head - lo > _LONGEST_SURVEY or words.tags[head + 1 : head + 2] != "," or words.quotation[lo] >= 0:
        return None
    if "," in words.tags[lo:head] or any(words.lows[i] in verb_entries() for i in range(head + 1, hi)):
        return None
    return Cue("attribution", "in", lo, lo, lo + 1)


def _telling(words: Words, head: int) -> Cue | None:
    """Find "in her account," and "in the minister's own words,"; not what is the writer's ("in our view")."""
    lo, hi = words.sentence_bounds(head)
    owner = head - 1 - (words.lows[head - 1] == "own")
    if owner <= lo or head + 1 >= hi or words.tags[owner] not in "ds" or words.lows[owner] in word_set("cues", "first_person"):
        return None
    first = noun_phrase_start(words, owner - 1, lo) - 1 if words.tags[owner] == "s" else owner - 1
    marked = words.tags[head + 1] in (_OPENED if first == lo else ",.")  # "by her account she fell"
    fits = marked and first >= lo and words.lows[first] in ("in", "by") and (first == lo or words.tags[first - 1] in ",-C")
    return Cue("attribution", words.lows[first], head, head, head + 1) if fits else None


def _thought(words: Words, head: int, entry: Entry) -> Cue | None:
    """Find a verb of believing in the active, outside quotations."""
    found = _verb(words, head, entry, words.sentence_bounds(head), last=head + 1, lemma=entry.lemma, kind="thought")
    possible = found is None or found.passive or words.tags[found.first] == "t" or words.tags[found.first - 1] == "t"
    return None if possible else found


def _held(words: Words, head: int, known: _Held) -> Cue | None:
    """Find what tells of a thought: a verb, an adjective or a noun."""
    lo, hi = words.sentence_bounds(head)
    if words.tags[hi - 1 : hi + 1].startswith("?"):
        return None  # a question tells of nobody's belief
    if known.verb is not None and words.tags[head] in "vVEGK":
        found = _thought(words, head, known.verb)
        if found is not None:
            return found
    if known.adjective is not None:
        group = adjective_group(words, head, lo)
        if group is not None:
            return Cue("thought", known.adjective.lemma, group.first, head, head + 1, known.adjective.frames, negative=group.negative)
    if known.noun is None:
        return None
    found = _noun(words, head, known.noun, hi)
    return None if found is None else attrs.evolve(found, kind="belief")


def _cue_at(words: Words, i: int, known: _Known) -> Cue | None:
    return _plain_cue_at(words, i, known) if known.plain else _rare_cue_at(words, i, known)


def _plain_cue_at(words: Words, i: int, known: _Known) -> Cue | None:
    verb, noun = known.verb if words.tags[i] in known.verbal else None, known.noun
    begins = bool(known.phrases) and _begins(words, i, known)
    if verb is None and noun is None and not begins:
        return None
    bounds = words.sentence_bounds(i)
    found = _phrasal_verb(words, i, bounds, known.phrases) if begins else None
    if found is None and verb is not None:
        found = _plain_verb(words, i, verb, bounds)
    return _noun(words, i, noun, bounds[1]) if found is None and noun is not None else found


def _begins(words: Words, i: int, known: _Known) -> bool:
    """Tell whether a word that may begin a phrase has one of those behind it that may follow it there."""
    return known.further is None or (i + 1 < len(words) and words.lows[i + 1] in known.further)


def _rare_cue_at(words: Words, i: int, known: _Known) -> Cue | None:
    """Return the cue of a word that tells of a survey, of somebody's words, of a thought or of an attribution."""
    if known.survey:
        return _survey(words, i)
    told = _telling(words, i) if known.telling and words.tags[i] == "K" and words.quotation[i] < 0 else None
    if told is not None:
        return told
    if known.attributions:
        return _attribution(words, i, words.sentence_bounds(i)[1], known.attributions) if _begins(words, i, known) else None
    found = _plain_cue_at(words, i, known)  # "wants to know"
    held = known.held if words.quotation[i] < 0 else None
    if held is not None and ((found is None and known.verb is None) or (found is not None and found.passive and held.adjective)):
        return _held(words, i, held) or found  # "is opposed to the plan"
    return found


def _is_present(words: Words, i: int) -> bool:
    """Tell whether a word that no lexicon knows stands after a name or pronoun as a verb in -s does: "X laughs"."""
    return words.tags[i] == "K" and words.tags[i - 1] in "US" and words.lows[i].endswith("s")


def _tags(words: Words) -> set[int]:
    """Return the verbs, whatever they mean, that stand beside a quotation as its tag: ``"A," remembered X`` or ``"A," X sniffed``."""
    out = set()
    for quotation in words.shown:
        speech = quotation.inner.of(words.text).rstrip()
        if not speech.endswith((",", "!", "?", "—", "…")) or speech.count(" ") < _ENOUGH_FOR_SPEECH:
            continue
        at = words.index(quotation.span.end)
        at += words.tags[at : at + 1] == "-"
        if at >= len(words):
            continue
        if words.tags[at] in "VE" and words.tags[at + 1 : at + 2] in _NAMING:
            out.add(at)
            continue
        verb = next((i for i in range(at, min(len(words), at + _ENOUGH_FOR_SPEECH)) if words.tags[i] not in "UKDdS"), at)
        if verb > at and words.tags[verb] in ".,;" and _is_present(words, verb - 1):
            verb -= 1  # "..." X laughs.
        further = words.tags[verb + 1 : verb + 3]
        reports = words.tags[verb] in "VE" or _is_present(words, verb)
        if verb > at and reports and further[:1] in _CLOSING and further != "Pt":  # "went on to say": what follows reports
            out.add(verb)
    return out


def _tag(words: Words, index: int) -> Cue | None:
    return Cue("verb", words.lows[index], index, index, index + 1, _TAGGING) if words.quotation[index] < 0 else None


def _candidates(words: Words) -> tuple[Sequence[int], AbstractSet[int]]:
    """Return the words that may be cues, in order, and those among them that stand as the tag of a quotation."""
    tags = _tags(words)
    return sorted(tags.union(words.cues)) if tags else words.cues, tags


def _sentence_of(words: Words, index: int) -> Bounds:
    """Return the bounds of the sentence that a cue at the word belongs to: the writer's, or one inside a quotation."""
    return words.frame_bounds(index) if words.quotation[index] < 0 else words.sentence_bounds(index)


def _crowded(words: Words, candidates: Sequence[int]) -> set[Bounds]:
    counts = Counter(_sentence_of(words, i) for i in candidates)
    return {bounds for bounds, count in counts.items() if count > _MOST_CUES}


def crowded(words: Words) -> list[Bounds]:
    """Return the sentences that have more words that may report than prose has: no cue is looked for in them."""
    few = len(words.cues) + len(words.shown) <= _MOST_CUES
    return [] if few else sorted(_crowded(words, _candidates(words)[0]))


def find_cues(words: Words) -> list[Cue]:
    """Return the cues of a passage in order; each reads only its own sentence, and those that are ``crowded`` have none."""
    triggers, lows, out = _triggers(), words.lows, []
    candidates, tags = _candidates(words) if words.shown else (words.cues, _NO_TAGS)
    passed = _crowded(words, candidates) if len(candidates) > _MOST_CUES else ()
    for i in candidates:
        if passed and _sentence_of(words, i) in passed:
            continue
        known = triggers.get(lows[i])
        found = None if known is None else _cue_at(words, i, known)
        if tags and i in tags and (found is None or "quote" not in found.frames):
            found = _tag(words, i)
        if found is not None:
            out.append(found)
    return out
