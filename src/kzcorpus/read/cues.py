"""Cues: the words that report an act of speech, with their auxiliaries, voice and polarity."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

import attrs

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.vocabulary import VerbForm, third_person, verb_forms
from kzcorpus.read.words import Words

CueKind = Literal["verb", "noun", "attribution", "colon"]
_SUBJECTS = frozenset("KUSs0WO)")


@attrs.frozen
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
class _Entry:
    lemma: str
    frames: frozenset[str]
    forms: frozenset[str]
    ambiguous: bool


@cache
def verb_entries() -> dict[str, _Entry]:
    """Return the cue verbs by each of their forms."""
    ambiguous = frozenset(lexicon("cues")["context"]["ambiguous"].split())
    out: dict[str, _Entry] = {}
    for lemma, frames in lexicon("cues")["verbs"].items():
        for form, kind in verb_forms(lemma):
            known = out.get(form)
            forms = (known.forms if known and known.lemma == lemma else frozenset()) | {kind}
            out[form] = _Entry(lemma, frozenset(frames.split()), forms, form in ambiguous)
            if kind == "participle" and "past" not in forms and form.endswith("ed"):
                out[form] = attrs.evolve(out[form], forms=forms | {"past"})
    return out


@cache
def noun_entries() -> dict[str, _Entry]:
    """Return the cue nouns, singular and plural."""
    out = {}
    for lemma, frames in lexicon("cues")["nouns"].items():
        for form in (lemma, third_person(lemma)):
            out[form] = _Entry(lemma, frozenset(frames.split()), frozenset(), ambiguous=False)
    return out


@cache
def _context(name: str) -> frozenset[str]:
    return frozenset(lexicon("cues")["context"][name].split())


@cache
def _catenatives() -> dict[str, str]:
    return {form: lemma for lemma in _context("catenative") for form, _ in verb_forms(lemma)}


_BE = frozenset("is are was were be been being am 're ’re 'm ’m".split())
_HAVE = frozenset("has have had having 've ’ve".split())
_DENYING = frozenset("deny refute rebut reject dispute contradict disavow".split())


def _group(words: Words, head: int, lo: int) -> tuple[int, bool, str]:
    """Return the first word of the verb group that ends at ``head``, whether it is negated, and the nearest auxiliary ('' for none)."""
    tags, lows = words.tags, words.lows
    i, first, negative, near = head - 1, head, False, ""
    while i >= lo and head - i < 9:  # noqa: PLR2004 -- no verb group is longer
        tag = tags[i]
        if tag in "XM" or (
            tag == "s" and i + 1 < head and tags[i + 1] in "AEGXN" and near in ("", "been", "being") and tags[i - 1] in "SW"
        ):
            near = near or lows[i]
            first = i
            negative = negative or lows[i].endswith(("n't", "n’t")) or lows[i] == "cannot"
        elif tag == "N":
            negative, first = True, i
        elif tag == "A" or (lows[i] in ("both", "all", "each") and i > lo and tags[i - 1] in "XM"):
            first = first if tags[i - 1 if i > lo else i] in "," else i
        else:
            break
        i -= 1
    while first < head and tags[first] == "A":
        first += 1
    return first, negative, near


def _infinitive(words: Words, head: int, lo: int) -> tuple[int, bool] | None:
    """Return where the verb group of "went on to say" begins, and whether the verb before refuses; None for any other infinitive."""
    tags, lows = words.tags, words.lows
    i = head - 1
    while i >= lo and tags[i] in "A":
        i -= 1
    if i < lo or tags[i] != "t":
        return None
    i -= 1
    if i >= lo and lows[i] == "on":
        i -= 1
    lemma = _catenatives().get(lows[i]) if i >= lo else None
    if lemma is None:
        return None
    first, negative, _ = _group(words, i, lo)
    return first, negative or lemma in _context("refusing")


def _plural(words: Words, index: int) -> bool:
    low = words.lows[index]
    return (low.endswith("s") and not low.endswith(("ss", "'s"))) or low in (
        "people",
        "i",
        "we",
        "they",
        "you",
        "some",
        "many",
        "others",
        "who",
        "women",
        "men",
        "both",
        "most",
        "few",
        "media",
        "that",
        "which",
        "police",
    )  # noqa: E501


def _finite(words: Words, head: int, entry: _Entry, lo: int, hi: int, rest: int = 0) -> tuple[int, VerbForm, bool, bool] | None:
    """Return group start, form, passive and negative where the word at ``head`` is a verb in its context; else None."""
    tags, lows = words.tags, words.lows
    first, negative, near = _group(words, head, lo)
    before = tags[first - 1] if first > lo else ""
    after = tags[head + 1 + rest] if head + 1 + rest < hi else "."
    forms = entry.forms
    if "ing" in forms:
        if first == head and before in "Dds" and before:
            return None
        return (first, "ing", False, negative) if near == "" or near in _BE else None
    near = near.removesuffix("n't").removesuffix("n’t")
    if near:
        if near in _BE or near in ("get", "got", "being"):
            return (first, "participle", True, negative) if "participle" in forms else None
        if near in _HAVE:
            return (first, "participle", False, negative) if "participle" in forms else None
        return (first, "base", False, negative) if "base" in forms else None
    if "participle" in forms or "past" in forms:
        if "base" in forms and before == "t":
            return None
        if before in ("D", "d", "P", "s", "t") and before:
            return None
        if "participle" in forms and after == "P" and lows[head + 1] == "by":
            return first, "participle", True, negative
        if entry.ambiguous and before not in _SUBJECTS and before not in ',"C':
            return None
        return first, "past", False, negative
    if "base" in forms and head > lo and tags[head - 1 - (tags[head - 1] == "A")] == "t":
        found = _infinitive(words, head, lo)
        return (found[0], "base", False, found[1]) if found else None
    return _present(words, head, entry, first, before, after, negative=negative)


def _present(
    words: Words, head: int, entry: _Entry, first: int, before: str, after: str, *, negative: bool
) -> tuple[int, VerbForm, bool, bool] | None:
    """Decide a present form, which may be a noun as well."""
    if not before or before in "DdPs0EGt":
        if not before and words.tags[head] == "V" and after in 'TSDd"':
            return first, "s", False, negative
        return None
    clear = after in 'TSDdUwW"Ot:,.' if not entry.ambiguous else after in 'TSDdUwO"'
    if "s" in entry.forms:
        relative = after == "T" and head + 2 < len(words) and words.tags[head + 2] in "VXMv"
        if (relative and entry.ambiguous) or words.lows[first - 1] in ("other", "such", "certain"):
            return None
        if (
            before in "SW"
            or (before in "KU)" and not entry.ambiguous)
            or (before in "KU),CA" and clear and not (entry.ambiguous and before == "," and after not in "TS"))
        ):
            return first, "s", False, negative
        return None
    clear = clear or after in "Kt0A"
    if "base" in entry.forms and (before in "SW" or before in "KUDCO),") and _plural(words, first - 1) and clear:
        return first, "base", False, negative
    return None


def _particle(words: Words, last: int, hi: int) -> int:
    """Take in the particle of a verb."""
    if last < hi and words.lows[last] in _context("particles") and words.tags[last] in "PAK":
        return last + 1
    return last


def _verb(words: Words, head: int, entry: _Entry, lo: int, hi: int) -> Cue | None:
    found = _finite(words, head, entry, lo, hi)
    if found is None:
        return None
    first, form, passive, negative = found
    negative = negative != (entry.lemma in _DENYING) if negative else entry.lemma in _DENYING
    return Cue("verb", entry.lemma, first, head, _particle(words, head + 1, hi), entry.frames, form, passive, negative)


def _noun(words: Words, head: int, entry: _Entry, lo: int, hi: int) -> Cue | None:
    after = words.lows[head + 1] if head + 1 < hi else ""
    if after not in entry.frames or words.tags[head] == "U":
        return None
    return Cue("noun", entry.lemma, head, head, head + 1, entry.frames, negative=entry.lemma == "denial")


def _pointing(words: Words, head: int, lo: int, hi: int) -> Cue | None:
    """Find "point out that" and "make clear that", verbs that report only together with another word."""
    lows = words.lows
    phrases = _phrases()
    options = phrases.get(lows[head])
    for rest, lemma, frames in options or ():
        last = head + 1
        if lows[last : last + len(rest)] != list(rest):
            skipped = last + 1 if last < hi and lows[last] == "it" else last
            if lows[skipped : skipped + len(rest)] != list(rest):
                continue
            last = skipped
        if words.tags[last + len(rest) : last + len(rest) + 1] == "t" and "infinitive" not in frames and lemma in _context("catenative"):
            continue
        entry = _Entry(
            lemma,
            frames,
            frozenset(kind for form, kind in verb_forms(lemma) if form == lows[head]) | ({"past"} if lows[head].endswith("ed") else set()),
            ambiguous=False,
        )
        found = _finite(words, head, entry, lo, hi, last + len(rest) - head - 1)
        if found:
            first, form, passive, negative = found
            return Cue("verb", f"{lemma} {' '.join(rest)}", first, head, last + len(rest), frames, form, passive, negative)
    return None


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, frozenset[str]]]]:
    out: dict[str, list[tuple[tuple[str, ...], str, frozenset[str]]]] = {}
    for phrase, frames in lexicon("cues")["phrases"].items():
        lemma, *rest = phrase.split()
        for form in {form for form, _ in verb_forms(lemma)}:
            out.setdefault(form, []).append((tuple(rest), lemma, frozenset(frames.split())))
    return out


@cache
def _attributions() -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in lexicon("cues")["context"]["attributions"]:
        parts = tuple(phrase.split())
        out[parts[0]] = (*out.get(parts[0], ()), parts)
    return out


def _attribution(words: Words, head: int, hi: int) -> Cue | None:
    for parts in _attributions()[words.lows[head]]:
        if tuple(words.lows[head : head + len(parts)]) == parts and head + len(parts) < hi:
            after = words.tags[head + len(parts)]
            if parts == ("per",) and not (after == "U" and (head == 0 or words.tags[head - 1] in ',"')):
                continue
            return Cue("attribution", " ".join(parts), head, head, head + len(parts))
    return None


def _cue_at(words: Words, i: int, lo: int, hi: int) -> Cue | None:
    low, tag = words.lows[i], words.tags[i]
    if low in _attributions():
        return _attribution(words, i, hi)
    if low in _phrases():
        found = _pointing(words, i, lo, hi)
        if found:
            return found
    entry = verb_entries().get(low)
    if entry and tag in "vVEGKX" and not (tag == "K" and "ing" in entry.forms):
        found = _verb(words, i, entry, lo, hi)
        if found:
            return found
    noun = noun_entries().get(low)
    return _noun(words, i, noun, lo, hi) if noun else None


@cache
def _triggers() -> frozenset[str]:
    return frozenset(verb_entries()) | frozenset(noun_entries()) | frozenset(_phrases()) | frozenset(_attributions())


def find_cues(words: Words) -> Iterator[Cue]:
    """Yield the cues of a passage in order; each reads only its own sentence."""
    triggers = _triggers()
    for i, low in enumerate(words.lows):
        if low in triggers:
            lo, hi = words.sentence_bounds(i)
            found = _cue_at(words, i, lo, hi)
            if found:
                yield found
