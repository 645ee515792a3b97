"""The words of a passage as the rules for mentions see them: with their labels, and the names of the authority among them.

A label is one letter a word, what it may be part of a name as: ``A`` a name of the authority, ``R`` a role, ``D`` an adjective of
nationality or region, ``H`` an honorific, ``I`` a capitalised institution word, ``G`` a given name, ``n`` an initial, ``N`` another
capitalised word, ``C`` a capitalised common word, ``p`` a particle of names, ``.`` anything else.
"""

from bisect import bisect_left

import attrs

from kzcorpus.authority.gazetteer import Hit
from kzcorpus.authority.nameindex import NameIndex
from kzcorpus.authority.titles import Phrase
from kzcorpus.model.articles import BlockKind
from kzcorpus.read.mentions.wordlists import folded, given_names
from kzcorpus.read.words import Words

NAMING = "GNn"
"""Labels of words that unknown names are made of."""
_LONGER = 4
_RARE = 6
_CONTENT = "KVvEG"


@attrs.define(eq=False)
class Labels:
    """The words of a passage with their labels and surfaces, the hits of the gazetteer, and which hit covers a word (-1 for none).

    ``bounds`` are the first word of each hit and the one after its last, ``roles`` the words of roles by where they begin; ``capitals``,
    ``nouns`` and ``pronouns`` the words that begin with one, that describe somebody, that stand for somebody; ``dates`` are the code points
    where a date may begin. ``page`` is the number of the passage, ``sentences`` how many stand before it.
    """

    words: Words
    index: NameIndex
    surfaces: list[str]
    marks: list[str]
    hits: list[Hit]
    bounds: list[tuple[int, int]]
    roles: dict[int, Phrase]
    capitals: list[int]
    nouns: list[int]
    pronouns: list[int]
    dates: list[int]
    block: BlockKind = "paragraph"
    page: int = 0
    sentences: int = 0
    _titled: dict[int, bool] = attrs.Factory(dict)
    _cover: list[int] | None = None
    _small: frozenset[str] | None = None

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
        return self.hits[self.cover[index]] if self.cover[index] >= 0 else None

    def opens(self, index: int) -> bool:
        """Tell whether a word is the first of its sentence, quotation marks and brackets aside."""
        if not index:
            return True
        tags, sentence = self.words.tags, self.words.sentence
        here, before = sentence[index], index - 1
        while before >= 0 and sentence[before] == here and tags[before] in '"([-…*•':
            before -= 1
        return before < 0 or sentence[before] != here or tags[index - 1] == '"'

    @property
    def small(self) -> frozenset[str]:
        """The words that stand in small letters somewhere in the passage."""
        if self._small is None:
            self._small = frozenset(filter(str.islower, self.surfaces))
        return self._small

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
        if last >= len(self.marks) or self.marks[last] not in "NC" or self.words.tags[last] in "mVvX":
            return False
        return self.together(first, last) and not self.titled(first)

    def together(self, first: int, last: int) -> bool:
        """Tell whether the words ``first`` and ``last`` stand in one sentence."""
        sentence = self.words.sentence
        return first >= 0 and last < len(sentence) and sentence[first] == sentence[last]
