"""What each word of a passage may be part of a name as: a name of the authority, a role, a nationality, an institution, a given name.

One letter a word: ``A`` a name of the authority, ``R`` a role, ``D`` an adjective of nationality or region, ``H`` an honorific, ``I`` a
capitalised institution word, ``G`` a given name, ``n`` an initial, ``N`` another capitalised word, ``C`` a capitalised common word, ``p`` a
particle of names, ``.`` anything else.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from typing import Literal

import attrs

from kzcorpus.authority.gazetteer import Hit
from kzcorpus.authority.institutions import corporate_words, institution_words
from kzcorpus.authority.lexicon import vocabulary
from kzcorpus.authority.titles import Phrase, Phrases, countries, is_honorific, roles
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.words import Words

Sex = Literal["male", "female"]
NAMING = "GNn"
"""Labels of words that unknown names are made of."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,4}|[^\W\d_]\.[^\W\d_]")
_INITIAL_LENGTH = 2
_LONGER = 4
_RARE = 6
_CONTENT = frozenset("KVvEG")
_CLOSED = frozenset("DdPSOCBWwTtXMNAms")


@attrs.define(eq=False, slots=False)
class Labels:
    """The words of a passage with their labels and surfaces, the hits of the gazetteer, and which hit covers a word (-1 for none).

    ``bounds`` are the first word of each hit and the one after its last, ``people`` the ids among the hits that are people's, ``roles`` the
    words of roles by where they begin, ``capitals`` the words that begin with one.
    """

    words: Words
    surfaces: list[str]
    marks: list[str]
    hits: list[Hit]
    cover: list[int]
    bounds: list[tuple[int, int]]
    people: frozenset[str] = frozenset()
    roles: dict[int, Phrase] = attrs.Factory(dict)
    capitals: list[int] = attrs.Factory(list)
    _titled: dict[int, bool] = attrs.Factory(dict)

    def hit_at(self, index: int) -> Hit | None:
        """Return the name of the authority that covers a word."""
        return self.hits[self.cover[index]] if self.cover[index] >= 0 else None

    def opens(self, index: int) -> bool:
        """Tell whether a word is the first of its sentence, quotation marks and brackets aside."""
        words = self.words
        before = index - 1
        while before >= 0 and words.sentence[before] == words.sentence[index] and words.tags[before] in '"([-…*•':
            before -= 1
        return before < 0 or words.sentence[before] != words.sentence[index] or words.tags[index - 1] == '"'

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that stand in small letters somewhere in the passage."""
        return frozenset(surface for surface in self.surfaces if surface.islower())

    def titled(self, index: int) -> bool:
        """Tell whether nearly all longer words of a sentence are capitalised, as in a headline, so that capitals show nothing."""
        sentence = self.words.sentence[index]
        if sentence not in self._titled:
            self._titled[sentence] = self._is_titled(*self.words.sentence_bounds(index))
        return self._titled[sentence]

    def _is_titled(self, first: int, last: int) -> bool:
        begins = self.capitals[bisect_left(self.capitals, first) : bisect_left(self.capitals, last)]
        capitals = sum(len(self.surfaces[i]) >= _LONGER for i in begins)
        if capitals < _LONGER:
            return False
        large = set(begins)
        small = sum(self.words.tags[i] in _CONTENT for i in range(first, last) if i not in large)
        return small * _RARE < capitals

    def is_given(self, index: int) -> bool:
        """Tell whether a word is a given name."""
        return folded(self.words.lows[index]) in given_names()

    def is_person(self, hit: Hit) -> bool:
        """Tell whether a name of the authority is a person's."""
        return any(id_ in self.people for id_ in hit.ids)

    def goes_on(self, first: int, last: int) -> bool:
        """Tell whether a capitalised word follows that makes something else of a family name: "Trump Tower"."""
        if last >= len(self.marks) or not self.together(first, last) or self.titled(first):
            return False
        return self.marks[last] in "NC" and self.words.tags[last] not in "mVvX"

    def together(self, first: int, last: int) -> bool:
        """Tell whether the words ``first`` and ``last`` stand in one sentence."""
        sentence = self.words.sentence
        return first >= 0 and last < len(sentence) and sentence[first] == sentence[last]


def folded(text: str) -> str:
    """Return the text in lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char)).replace("ı", "i")


@cache
def given_names() -> dict[str, Sex | None]:
    """Return given names with the sex that each shows, None where either."""
    table = lexicon("given_names")
    out: dict[str, Sex | None] = {folded(name): "male" for name in table["male"].split()}
    for name in table["female"].split():
        low = folded(name)
        out[low] = None if out.get(low) == "male" else "female"
    return out | dict.fromkeys(map(folded, table["both"].split()))


@cache
def wordset(file: str, table: str, key: str) -> frozenset[str]:
    """Return a string of words of the lexicon as a set."""
    return frozenset(lexicon(file)[table][key].split())


@cache
def particles() -> frozenset[str]:
    """Return what may stand between the words of a personal name."""
    return frozenset(lexicon("given_names")["particles"].split())


@cache
def name_suffixes() -> frozenset[str]:
    """Return what may follow a personal name: Jr., III."""
    return frozenset(lexicon("given_names")["suffixes"].split())


@cache
def _regions() -> Phrases:
    return Phrases(dict.fromkeys(vocabulary("demonyms")["regions"]["adjectives"], "region"))


def _is_honorific(surface: str, low: str) -> bool:
    return is_honorific(low) and (surface.endswith(".") or low not in wordset("naming", "words", "ambiguous_honorifics"))


@lru_cache(maxsize=1 << 16)
def _basic(surface: str, low: str, tag: str) -> str:
    """Return the label of a capitalised word by itself."""
    plain = low.removesuffix(".")
    if _is_honorific(surface, low):
        return "H"
    if (len(plain) == 1 and plain.isalpha() and tag not in "DS") or _INITIALS.fullmatch(surface):
        return "n"
    if plain in institution_words() or plain in corporate_words():
        return "I"
    if surface in wordset("naming", "words", "common"):
        return "C"
    return _name(low, tag)


def _name(low: str, tag: str) -> str:
    """Return the label of a capitalised word that no list of common words holds."""
    if tag in _CLOSED:
        return "."
    if "-" in low and any(part in countries().begin() or part in _regions().begin() for part in low.split("-")):
        return "D"
    if folded(low) in given_names():
        return "G"
    return "N" if tag == "U" or (len(low) > _INITIAL_LENGTH and "-" in low and tag == "K") else "."


def _spread(marks: list[str], phrases: Iterable[Phrase], mark: str, over: str) -> None:
    """Label the words of phrases, where each word may still change its label."""
    for phrase in phrases:
        if all(marks[i] in over for i in range(phrase.start, phrase.end)):
            marks[phrase.start : phrase.end] = [mark] * (phrase.end - phrase.start)


def _surnames(marks: list[str], capitals: Iterable[int], lows: Sequence[str]) -> None:
    """Take a role's word for a family name where a given name or an honorific stands before it: "Mark Singer", "Mr. Major"."""
    for i in capitals:
        if not i or marks[i] != "R" or (i + 1 < len(marks) and marks[i + 1] in "RGN"):
            continue
        if marks[i - 1] == "G" or (marks[i - 1] == "H" and lows[i] not in wordset("naming", "words", "addressed")):
            marks[i] = "N"


def _cover(words: Words, hits: Iterable[Hit]) -> tuple[list[int], list[tuple[int, int]]]:
    cover = [-1] * len(words)
    bounds = []
    for number, hit in enumerate(hits):
        first = max(0, bisect_right(words.starts, hit.start) - 1)
        last = bisect_left(words.starts, hit.end)
        bounds.append((first, last))
        cover[first:last] = [number] * (last - first)
    return cover, bounds


def label(words: Words, hits: list[Hit], people: frozenset[str] = frozenset()) -> Labels:
    """Return the words of a passage with their labels, given the names of the authority in it and which of their ids are people's."""
    text, lows, tags = words.text, words.lows, words.tags
    surfaces = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    particle = particles()
    marks = ["."] * len(lows) if particle.isdisjoint(lows) else ["p" if low in particle else "." for low in lows]
    capitals = [i for i, surface in enumerate(surfaces) if surface[0].isupper()]
    for i in capitals:
        marks[i] = _basic(surfaces[i], lows[i], tags[i])
    for i in capitals:
        if marks[i] == "C" and i + 1 < len(marks) and marks[i + 1] in "NG" and surfaces[i] in wordset("naming", "words", "places"):
            marks[i] = "N"
    found = {phrase.start: phrase for phrase in roles().within(lows)}
    _spread(marks, _regions().within(lows, capitals), "D", "GNCI.")
    _spread(marks, found.values(), "R", "GNICn.p")
    _surnames(marks, capitals, lows)
    _spread(marks, countries().within(lows, capitals), "D", "GNCI.")
    cover, bounds = _cover(words, hits)
    for first, last in bounds:
        marks[first:last] = ["A"] * (last - first)
    for i in capitals:
        if marks[i] == "C" and i + 1 < len(marks) and marks[i + 1] in "NGnA" and lows[i] in given_names():
            marks[i] = "G"
    return Labels(words, surfaces, marks, hits, cover, bounds, people, found, capitals)
