"""The words of an article as the rules for mentions see them: with their labels, and the names of the authority among them.

A label is one letter a word, what it may be part of a name as: ``A`` a name of the authority, ``R`` a role, ``D`` an adjective of
nationality or region, ``H`` an honorific, ``I`` a capitalised institution word, ``G`` a given name, ``n`` an initial, ``N`` another
capitalised word, ``C`` a capitalised common word, ``p`` a particle of names, ``.`` anything else.
"""

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from kzcorpus.authority.gazetteer import Hit
from kzcorpus.authority.nameindex import NameIndex
from kzcorpus.authority.titles import Phrase
from kzcorpus.read.mentions.running import Part
from kzcorpus.read.mentions.signs import Telling
from kzcorpus.read.mentions.wordlists import folded, given_names
from kzcorpus.read.words import Words

_LONGER = 4
_RARE = 6
_CONTENT = "KVvEG"


@attrs.define(eq=False)
class Labels:
    """The words of an article with their labels and surfaces, the hits of the gazetteer, and which hit covers a word (-1 for none).

    ``parts`` are the passages of its sentences, by their numbers; ``bounds`` the first word of each hit and the one after its last;
    ``roles`` the words of roles by where they begin; ``capitals`` the words that begin with one; ``telling`` those that tell something.
    """

    words: Words
    parts: Sequence[Part]
    index: NameIndex
    surfaces: list[str]
    marks: str
    hits: list[Hit]
    bounds: list[tuple[int, int]]
    roles: dict[int, Phrase]
    capitals: list[int]
    telling: Telling
    _titled: dict[int, bool] = attrs.Factory(dict)
    _small: dict[int, frozenset[str]] = attrs.Factory(dict)
    _cover: list[int] | None = None

    def part(self, index: int) -> Part:
        """Return the passage that a word stands in."""
        return self.parts[self.words.sentence[index]]

    @property
    def cover(self) -> list[int]:
        """The number of the hit that covers each word, -1 for none."""
        if self._cover is None:
            self._cover = [-1] * len(self.marks)
            for number, (first, last) in enumerate(self.bounds):
                self._cover[first:last] = [number] * (last - first)
        return self._cover

    def hit_at(self, index: int) -> Hit | None:
        """Return the name of the authority that covers a word."""
        return self.hits[self.cover[index]] if self.marks[index] == "A" and self.cover[index] >= 0 else None

    def opens(self, index: int) -> bool:
        """Tell whether a word is the first of its sentence, quotation marks and brackets aside."""
        tags, sentence = self.words.tags, self.words.sentence
        here, before = sentence[index], index - 1
        while sentence[before] == here and tags[before] in '"([-…*•':
            before -= 1
        return sentence[before] != here or tags[index - 1] == '"'

    def stands_small(self, index: int, low: str) -> bool:
        """Tell whether a word stands in small letters in the passage of another one."""
        part = self.part(index)
        if part.first not in self._small:
            self._small[part.first] = frozenset(filter(str.islower, self.surfaces[part.first : part.last]))
        return low in self._small[part.first]

    def titled(self, index: int) -> bool:
        """Tell whether nearly all longer words of a sentence are capitalised, as in a headline, so that capitals show nothing."""
        sentence = self.words.sentence[index]
        if sentence not in self._titled:
            self._titled[sentence] = self._is_titled(*self.words.sentence_bounds(index))
        return self._titled[sentence]

    def _is_titled(self, first: int, last: int) -> bool:
        begins = self.capitals[bisect_left(self.capitals, first) : bisect_left(self.capitals, last)]
        if len(begins) < _LONGER:
            return False
        capitals = sum([len(self.surfaces[i]) >= _LONGER for i in begins])
        if capitals < _LONGER:
            return False
        tags = self.words.tags
        content = sum(map(tags[first:last].count, _CONTENT))
        return (content - sum([tags[i] in _CONTENT for i in begins])) * _RARE < capitals

    def is_given(self, index: int) -> bool:
        """Tell whether a word is a given name."""
        return folded(self.words.lows[index]) in given_names()

    def is_person(self, hit: Hit) -> bool:
        """Tell whether a name of the authority is a person's."""
        return any(map(self.index.is_person, hit.ids))

    def goes_on(self, first: int, last: int) -> bool:
        """Tell whether a capitalised word follows that makes something else of a family name: "Trump Tower"."""
        if self.marks[last] not in "NC" or self.words.tags[last] in "mVvX":
            return False
        return self.together(first, last) and not self.titled(first)

    def together(self, first: int, last: int) -> bool:
        """Tell whether the words ``first`` and ``last`` stand in one sentence."""
        sentence = self.words.sentence
        return sentence[first] == sentence[last]
