"""What each word by itself tells the stages of mentions, so that every word of an article is looked up once.

A sign is the sum of what a word may be. Most words of a text are nothing of it: their sign is 0, and no stage looks at them.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import compress
from typing import NamedTuple

from kzcorpus.authority.nameindex import NameIndex, name_index
from kzcorpus.authority.remembering import per_authority
from kzcorpus.authority.titles import countries, roles
from kzcorpus.model.authorities import Authority
from kzcorpus.read.dating.forms import AGO, grammar
from kzcorpus.read.mentions.wordlists import PRONOUNS, describing_words, particles, regions, wordset

NAME, ROLE, NOUN, ORIGIN, PARTICLE, PRONOUN, DATE, COUNT, PAST, ACRONYM = (1 << bit for bit in range(10))
_CAPITALISED = ~PARTICLE
_SMALL = ~ORIGIN
_PART = re.compile(r"\w+")
_ACRONYM = range(2, 8)
_MOST_REMEMBERED = 1 << 16
_LONGEST_REMEMBERED = 100  # code points


@cache
def _lexical() -> dict[str, int]:
    """Return the signs of the words of the lexicon, in lower case."""
    signs: dict[str, int] = {}
    for sign, words in (
        (ROLE, roles().begin()),
        (NOUN, describing_words()),
        (ORIGIN, regions().begin() | countries().begin()),
        (PARTICLE, particles()),
        (PRONOUN, PRONOUNS),
    ):
        for word in words:
            signs[word] = signs.get(word, 0) | sign
    return signs


class Telling(NamedTuple):
    """The indexes of the words that tell something, by what they tell; see ``Signs``."""

    names: list[int]
    nouns: list[int]
    roles: list[int]
    origins: list[int]
    pronouns: list[int]
    particles: list[int]
    dates: list[int]
    counts: list[int]
    past: list[int]
    acronyms: list[int]


@cache
def _told(sign: int) -> tuple[int, ...]:
    """Return the places in a ``Telling`` of what a word with a sign tells: a noun is no pronoun, and neither is a particle."""
    noun, pronoun = bool(sign & NOUN), bool(sign & PRONOUN)
    words = (sign & NAME, noun, noun and sign & ROLE, sign & ORIGIN, pronoun and not noun, sign & PARTICLE and not (noun or pronoun))
    dates = (sign & DATE, sign & COUNT and not sign & DATE, sign & PAST)
    return tuple(compress(range(len(Telling._fields)), (*words, *dates, sign & ACRONYM)))


class Signs(dict[str, tuple[int, ...]]):
    """What words tell, by their surfaces, as places in a ``Telling``; filled as they are asked for, and emptied when it holds too many.

    A sign is a sum. ``NAME``: a name of the authority may begin in the word. ``ROLE``, ``NOUN``: the first word of a role, of any noun that
    describes somebody. ``ORIGIN``: capitalised, and the first word of a country or region, or of its adjective. ``PARTICLE``: small, and
    one of names. ``PRONOUN``: of the third person. ``DATE``: a date may begin in it. ``COUNT``: one that ends with "ago", which is
    ``PAST``. ``ACRONYM``: a short word in capitals that no list excludes.
    """

    def __init__(self, authority: Authority) -> None:
        super().__init__()
        self.index: NameIndex = name_index(authority)
        self._firsts = self.index.first_words
        self._lexical = _lexical()
        self._no_acronyms = wordset("naming", "words", "capitals")
        self._small = {word: sign & _SMALL for word, sign in self._lexical.items()}
        self._dates = dict.fromkeys(grammar().beginnings, DATE) | dict.fromkeys(grammar().counts(), COUNT)
        self._dates |= {word: self._dates.get(word, 0) | PAST for word in AGO}
        for signs in (dict.fromkeys(self._firsts, NAME), self._dates):
            self._small |= {word: self._small.get(word, 0) | sign for word, sign in signs.items()}

    def __missing__(self, surface: str) -> tuple[int, ...]:
        told = _told(self.sign(surface))
        if len(surface) <= _LONGEST_REMEMBERED:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[surface] = told
        return told

    def sign(self, surface: str) -> int:
        """Return the sign of a word."""
        return self._small.get(surface, 0) if surface.islower() and surface.isalpha() else self._read(surface) if surface else 0

    def _read(self, surface: str) -> int:
        word = surface.removesuffix(".") or surface  # the full stop of an abbreviation is no part of its small form
        sign = self._lexical.get(word.lower(), 0) & (_CAPITALISED if surface[0].isupper() else _SMALL)
        parts = (surface,) if surface.isalnum() else _PART.findall(surface)
        if not self._firsts.isdisjoint(parts):
            sign |= NAME
        for part in parts:
            sign |= DATE if part[0].isdigit() else self._dates.get(part, 0)
        return sign | ACRONYM if surface.isupper() and len(surface) in _ACRONYM and surface not in self._no_acronyms else sign

    def telling(self, surfaces: Sequence[str]) -> Telling:
        """Return the words that tell something: the one walk over all words."""
        telling = Telling([], [], [], [], [], [], [], [], [], [])
        add = [words.append for words in telling]
        told = list(map(self.__getitem__, surfaces))
        for i in compress(range(len(told)), told):
            for kind in told[i]:
                add[kind](i)
        return telling


signs_of = per_authority(Signs)
"""Return the ``Signs`` of an authority, the same ones each time."""
