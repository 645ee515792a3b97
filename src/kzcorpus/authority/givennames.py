"""Given names, initials and patronymics: whether what a name says of them agrees with what is known of a person."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from kzcorpus.authority.evidence import RESPELLED, RESPELLED_MIDDLE, RESPELLED_SHORT
from kzcorpus.authority.keys import is_cyrillic, word_keys
from kzcorpus.authority.lexicon import vocabulary

_LONGEST_INITIAL = 4  # letters before a full stop: "Zh.", "Вл."
_LETTERS_OF_ONE_SOUND = frozenset("jq")  # initials that are also written Zh and K in the same script
_NO_LETTERS = re.compile(r"[\W\d_]+")


class Known(NamedTuple):
    """What is known of a person's given names: each way to write them, and the keys of what the patronymics are made of."""

    given: tuple[tuple[str, ...], ...]
    fathers: frozenset[str]


class Said(NamedTuple):
    """The given names that a name says, without a patronymic, and the key of what the patronymic is made of."""

    given: tuple[str, ...]
    father: str | None


def letters_of(word: str) -> str:
    """Return the letters of a word in lower case, without marks of punctuation."""
    return _NO_LETTERS.sub("", word).lower()


@cache
def _patronymic_endings() -> tuple[str, ...]:
    return tuple(sorted(vocabulary("appellations")["patronymics"]["endings"], key=len, reverse=True))


def father_of(word: str) -> str | None:
    """Return the key of the name that a patronymic is made of; None where the word is no patronymic.

    >>> father_of("Kemelevich") == father_of("Кемелұлы"), father_of("Jomart")
    (True, None)
    """
    for key in word_keys(word):
        ending = next((ending for ending in _patronymic_endings() if key.endswith(ending) and len(key) > len(ending) + 1), None)
        if ending:
            return key.removesuffix(ending).rstrip("i")
    return None


def is_initial(word: str) -> bool:
    """Tell whether a word of a name is an initial: one letter, or a few before a full stop.

    >>> is_initial("K"), is_initial("Zh."), is_initial("Ki")
    (True, True, False)
    """
    letters = letters_of(word)
    return len(letters) == 1 or (word.endswith(".") and len(letters) <= _LONGEST_INITIAL)


def _agree(said: str, known: str) -> bool:
    """Tell whether two words are one given name, in two orthographies or in two languages that share it."""
    there = word_keys(known, foreign=False)
    return any(key in there or _given_names().get(key, key) == _given_names().get(other) for key in word_keys(said) for other in there)


@cache
def _given_names() -> dict[str, str]:
    lines = vocabulary("appellations")["given"]["names"].strip().splitlines()
    return {key: line.split()[0] for line in lines for key in line.split()}


def _begins(initial: str, known: str) -> bool:
    """Tell whether an initial may stand for a given name: by its letter, or by its sound."""
    letters = letters_of(initial)
    if letters_of(known).startswith(letters):
        return True
    first = {letters, letters_of(known)[:1]}
    if len(letters) == 1 and first.isdisjoint(_LETTERS_OF_ONE_SOUND) and is_cyrillic(letters) == is_cyrillic(known):
        return False  # in one script an initial is the letter itself
    sounds = word_keys(letters, foreign=False)
    return any(key.startswith(sounds) for key in word_keys(known, foreign=False))


def parted_given(words: Sequence[str]) -> Said:
    """Return given names without the patronymic that may end them."""
    father = father_of(words[-1]) if len(words) > 1 else None
    return Said(tuple(words[:-1]) if father else tuple(words), father)


def full_key(words: Iterable[str]) -> str:
    """Return the likeliest key of several words, joined."""
    return "".join(keys[0] for keys in (word_keys(word, foreign=False) for word in words) if keys)


def aligned(said: Sequence[str], known: Sequence[str]) -> bool | None:
    """Tell whether the words said are given names in their order, the first among them: True where all are, in full; None where not."""
    position = 0
    whole = len(said) == len(known)
    for number, word in enumerate(said):
        initial = is_initial(word)
        whole = whole and not initial
        fits = _begins if initial else _agree
        place = next((i for i in range(position, len(known)) if fits(word, known[i])), None)
        if place is None or (number == 0 and place > 0):
            return None
        position = place + 1
    return whole


def compared(words: Sequence[str], known: Known) -> str | None:
    """Return in which way the given names said agree with those known; None where they do not."""
    said = parted_given(words)
    if said.father and known.fathers and said.father not in known.fathers:
        return None
    found: set[str] = set()
    for given in known.given:
        whole = aligned(said.given, given)
        if whole is None and full_key(said.given) == full_key(given):
            whole = True
        if whole:
            return RESPELLED_MIDDLE if said.father and not known.fathers else RESPELLED
        if whole is False:
            found.add(RESPELLED_SHORT)
        elif _with_further(said.given, given, known):
            found.add(RESPELLED_MIDDLE)
    return next((how for how in (RESPELLED_SHORT, RESPELLED_MIDDLE) if how in found), None)


def _with_further(said: Sequence[str], given: Sequence[str], known: Known) -> bool:
    """Tell whether a last initial is one more than the given names have: that of the patronymic, where one is known."""
    *others, last = said
    if not others or not is_initial(last) or aligned(others, given) is None:
        return False
    if not known.fathers:
        return True
    sounds = word_keys(letters_of(last), foreign=False)
    return any(father.startswith(sounds) for father in known.fathers)
