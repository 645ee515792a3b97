"""Places that speak and act: when a country or a capital stands for its state.

A country's name is a place, and its state only as the subject of a verb that a state speaks or acts by ("Kazakhstan does not supply",
"Russia is committed to"). A capital's name is the place where something is or goes ("in Moscow", "to Astana", "the mayor of Moscow"), and
its state everywhere else ("Moscow said", "sanctions against Moscow", "between Moscow and Astana"), the city being what it literally says.
"""

from functools import cache

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.mentions.positions import governed, speech_forms, verb_after
from kzcorpus.read.mentions.running import BREAK
from kzcorpus.read.mentions.wordlists import wordset
from kzcorpus.read.vocabulary import verb_forms
from kzcorpus.read.words import Words

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "remains", "remained", "remain", "stands", "stood"})
_LOOK = 4
_NO_SUBJECT = f",P(s{BREAK}"
_JOINING = frozenset({"and", "or", ","})
_LIST = 24
_RELATING = frozenset({"with", "against", "between", "on"})


@cache
def _acting_forms() -> frozenset[str]:
    lemmas = lexicon("naming")["states"]["acting"].split()
    return frozenset(form for lemma in lemmas for form, _ in verb_forms(lemma)) | frozenset(speech_forms())


def _verb(words: Words, last: int) -> int | None:
    """Return the verb after a state's name, one that the word classes do not know included: "might pivot", "chairs"."""
    verb = verb_after(words, last)
    i = last if verb is None else verb + 1
    while i - last < _LOOK and words.tags[i] in "AN":
        i += 1
    if words.tags[i] in "KU" and words.lows[i] in _acting_forms() and words.sentence[i] == words.sentence[last]:
        if verb is not None and words.tags[verb] in "XM" and words.lows[verb] not in _BE:
            return i
        if verb is None and words.lows[i].endswith("s"):
            return i
    return verb


@cache
def _addressing_forms() -> frozenset[str]:
    lemmas = lexicon("naming")["states"]["addressing"].split()
    return frozenset(form for lemma in lemmas for form, _ in verb_forms(lemma)) | frozenset(speech_forms())


def _will(words: Words, index: int) -> bool:
    """Tell whether "is committed", "is trying" stand at a form of "be"."""
    i = index + 1
    while i - index < _LOOK and words.tags[i] in "AN":
        i += 1
    return words.lows[i] in wordset("naming", "states", "willing")


def acts(words: Words, first: int, last: int) -> bool:
    """Tell whether a country or capital is the subject of a verb that a state speaks or acts by."""
    start = first if words.tags[first] == "S" else _coordinated(words, first)  # a pronoun stands in no list of names
    last = _coordination_end(words, last)
    if words.tags[last] in _NO_SUBJECT or governed(words, first) or governed(words, start):
        return False
    verb = _verb(words, last)
    if verb is None:
        return False
    low = words.lows[verb]
    if low in _BE:
        return _will(words, verb)
    passive = verb > last and words.lows[verb - 1] in _BE
    if passive:
        return words.tags[verb] == "G" or low in wordset("naming", "states", "willing")
    return low in _acting_forms()


def _coordinated(words: Words, first: int) -> int:
    """Return where a list of names that ends at ``first`` begins: the preposition before the first governs them all."""
    start = first
    while first - start < _LIST:
        i = start - 1
        while words.lows[i] in ("and", "or", ",") and words.sentence[i] == words.sentence[first]:
            i -= 1
        if i == start - 1 or words.tags[i] != "U" or words.sentence[i] != words.sentence[first]:
            break
        start = i
    return start


def _coordination_end(words: Words, last: int) -> int:
    """Return where a list of names that goes on at ``last`` ends: "Ankara" in "Ankara and Baku agreed" is a subject too."""
    lows, end = words.lows, last
    while end - last < _LIST:
        i = end
        while lows[i] in _JOINING:
            i += 1
        if i == end or words.tags[i] != "U" or words.sentence[i] != words.sentence[last - 1]:
            break
        end = i + 1
    return end


def _asserting(words: Words, last: int) -> bool:
    """Tell whether a participle of speech follows at once: "Astana asserting cooperation"."""
    return "ing" in speech_forms().get(words.lows[last], ())


def is_city(words: Words, first: int, last: int) -> bool:
    """Tell whether the name of a capital means the city itself here, not its state."""
    if acts(words, first, last) or _asserting(words, last):
        return False
    following = words.tags[last]
    if following == "s":
        return words.tags[last + 1] == BREAK or words.lows[last + 1] in wordset("naming", "states", "city")
    start = _coordinated(words, first)
    before = words.lows[start - 1] if words.sentence[start - 1] == words.sentence[first] else ""
    if following == "," and words.tags[last + 1] == "U":
        return before != "with"  # "Moscow, Russia"
    return _located(words, start, before, following)


def _located(words: Words, start: int, before: str, following: str) -> bool:
    """Tell whether what stands before the name of a capital (or a list that ends with it) makes it the place where something is."""
    if not before:
        return following not in "VEXMG"
    if before in ("to", "from", "of"):
        noun = words.lows[start - 2]
        return noun not in wordset("naming", "states", f"relation_{before}")
    tag = words.tags[start - 1]
    if before in wordset("naming", "states", "where") or tag in "DNm0":
        return True
    if tag in "EGvV":
        return before not in _addressing_forms()
    return following in "KU" and before not in _RELATING
