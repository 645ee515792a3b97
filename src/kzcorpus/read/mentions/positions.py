"""Where a phrase stands in its clause: whether it speaks, acts, is the subject, or follows a preposition."""

from functools import cache
from typing import NamedTuple

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.vocabulary import verb_forms
from kzcorpus.read.words import Words

_SKIPPED = 5
_APPOSITION = 16
_COMPLEMENT = 7
_GOVERNING = frozenset("PtGsdD")
_BE = frozenset({"was", "were", "is", "are", "been", "be", "being"})
_AFTER_VERB = ("D", "d", "T", "S", "P", "t", "N")
_PLAIN_VERB = frozenset("VEv")
_NO_APPOSITION = frozenset('VX"')
_AUXILIARY = frozenset("AXMN")
_BEFORE_A_SPEAKER = frozenset({"to", "from", "by", "of"})
_LEADING_TO_A_VERB = frozenset("(,-PAXMNVEv")


@cache
def speech_forms() -> dict[str, frozenset[str]]:
    """Return every form of a verb of speech with what the form can be."""
    out: dict[str, set[str]] = {}
    for lemma in lexicon("cues")["verbs"]:
        for form, kind in verb_forms(lemma):
            out.setdefault(form, set()).add(kind)
    return {form: frozenset(kinds) for form, kinds in out.items()}


@cache
def _speech_nouns() -> frozenset[str]:
    nouns = lexicon("cues")["nouns"]
    return frozenset(nouns) | frozenset(f"{noun}s" for noun in nouns)


def _past_bracket(words: Words, index: int) -> int:
    """Return where the clause goes on after the bracket that opens at the index, or the index itself."""
    return words.tags.find(")", index + 1, index + _SKIPPED + 3) + 1 or index


def _past_apposition(words: Words, index: int) -> int:
    """Return where the clause goes on after ", the minister of finance," or " - who is ... -", or the index itself."""
    tags = words.tags
    mark = tags[index]
    close = tags.find(mark, index + 1, index + _APPOSITION)
    if close < 0 or words.sentence[close] != words.sentence[index]:
        return index
    if mark == "," and not _NO_APPOSITION.isdisjoint(tags[index + 1 : close]):
        return index
    return close + 1


def _past_complement(words: Words, index: int) -> int:
    """Return where the clause goes on after "for the ministry", "in Russia"."""
    for i in range(index + 2, min(len(words.tags), index + _COMPLEMENT)):  # what follows a preposition at once is no verb
        if words.tags[i] not in "KU0DdsEv&C" or (words.tags[i] in "vE" and words.tags[i + 1 : i + 2] in _AFTER_VERB):
            return i
    return index


def verb_after(words: Words, last: int) -> int | None:
    """Return the index of the verb whose subject ends before the word ``last``, skipping what may stand between; None where none follows.

    Auxiliaries and adverbs before the verb are passed over, a bare auxiliary is returned itself.
    """
    tags = words.tags
    tag = tags[last]
    if tag not in _LEADING_TO_A_VERB:
        return None
    which = words.sentence
    sentence = which[last - 1]
    if tag in _PLAIN_VERB:
        return last if which[last] == sentence else None
    i = last if tag in _AUXILIARY else _past_insertion(words, last)
    auxiliary, stop = None, i + _SKIPPED
    while i < stop and tags[i] in _AUXILIARY and which[i] == sentence:
        if tags[i] in "XM":
            auxiliary = i
        i += 1
    if (tags[i] in _PLAIN_VERB or (auxiliary is not None and tags[i] == "G")) and which[i] == sentence:
        return i
    return auxiliary


def _past_insertion(words: Words, last: int) -> int:
    """Return where the clause goes on after a bracket, an apposition or a complement that begins at a word."""
    i = _past_bracket(words, last) if words.tags[last] == "(" else last
    if words.tags[i] in ",-":
        i = _past_apposition(words, i)
    return _past_complement(words, i) if i == last and words.tags[i] == "P" else i


@cache
def _announcing() -> frozenset[str]:
    """Return the words that stand before a phrase which they make a speaker."""
    return frozenset(form for form, kinds in speech_forms().items() if kinds & {"s", "past"}) | _BEFORE_A_SPEAKER


def _announced(words: Words, first: int) -> bool:
    """Tell whether what stands before a phrase makes it a speaker: "according to X", "remarks by X", '..., said X'."""
    return words.lows[first - 1] in _announcing() and (_reported_by(words, first) or _inverted(words, first))


def _reported_by(words: Words, first: int) -> bool:
    """Tell whether what stands before a phrase makes it a speaker: "according to", "remarks by"."""
    lows = words.lows
    before = lows[first - 1]
    if before not in _BEFORE_A_SPEAKER or words.sentence[first - 1] != words.sentence[first]:
        return False
    further = lows[first - 2]
    if before == "to" and further == "according":
        return True
    if before in ("from", "by", "of") and (further in _speech_nouns() or "participle" in speech_forms().get(further, ())):
        return before != "of" or further in _speech_nouns()
    return False


def _inverted(words: Words, first: int) -> bool:
    """Tell whether a verb of speech stands before its subject: '..., said X'."""
    if words.sentence[first - 1] != words.sentence[first]:
        return False
    kinds = speech_forms().get(words.lows[first - 1], frozenset())
    return bool(kinds & {"s", "past"}) and words.tags[first - 2] in '",'


def _claiming(words: Words, verb: int) -> bool:
    """Tell whether ", claiming ..." follows a verb in its sentence."""
    end = verb + _APPOSITION
    i = words.tags.find(",", verb + 1, end)
    while i >= 0 and words.sentence[i] == words.sentence[verb]:
        if "ing" in speech_forms().get(words.lows[i + 1], ()):
            return True
        i = words.tags.find(",", i + 1, end)
    return False


class Position(NamedTuple):
    """Whether a phrase is the subject of a verb, and whether it speaks."""

    subject: bool
    speaking: bool


NOWHERE, SPEAKER = Position(subject=False, speaking=False), Position(subject=False, speaking=True)
SUBJECT, SPEAKING_SUBJECT = Position(subject=True, speaking=False), Position(subject=True, speaking=True)


def position(words: Words, first: int, last: int) -> Position:
    """Say where the words ``first`` up to, not including, ``last`` stand.

    A subject has a verb after it and neither a preposition nor a verb that governs it; a speaker is the subject of a verb of speech, or
    what is said is reported as his ("according to").
    """
    verb = verb_after(words, last) if words.tags[last] in _LEADING_TO_A_VERB else None
    if verb is None or governed(words, first):
        return SPEAKER if _announced(words, first) else NOWHERE
    kinds = speech_forms().get(words.lows[verb])
    speaking = _claiming(words, verb) if kinds is None else verb == last or words.lows[verb - 1] not in _BE
    return SPEAKING_SUBJECT if speaking or _reported_by(words, first) else SUBJECT


def governed(words: Words, first: int) -> bool:
    """Tell whether a preposition, a determiner or a verb before a phrase makes it an object or a part of something else."""
    if words.sentence[first - 1] != words.sentence[first]:
        return False
    before, low = words.tags[first - 1], words.lows[first - 1]
    return before in _GOVERNING or low == "as" or (before in "Vv" and low not in speech_forms())
