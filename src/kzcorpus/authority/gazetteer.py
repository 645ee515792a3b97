"""Every name of an authority found in a text in one pass, the longest at each place first.

Where a name may begin is told by the first words of names, found all at once; what follows them decides, mostly by its first letter.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import NamedTuple

from kzcorpus.authority.firstwords import FirstWords
from kzcorpus.authority.lettering import SPACE
from kzcorpus.authority.nametree import WORD, Found, NameTree, Opening

_GAPS = frozenset("\n\u00a0-‐‑–'’‘./")  # after these nothing but the next word says whether a name goes on
_SPACE = SPACE[0]
_PADDING = "   "  # so that there is something to look at behind the last word


class Hit(NamedTuple):
    """A name found: code points ``start`` to ``end``, half-open, and the ids of the records that bear it, in the order of the authority."""

    start: int
    end: int
    ids: tuple[str, ...]


_hit: Callable[[Found], Hit] = partial(tuple.__new__, Hit)  # in half the time


class Gazetteer:
    """Names in a tree of words; ``first_words`` are those that names begin with.

    >>> found = Gazetteer([("Nur-Sultan", "astana"), ("Sultan", "x")]).scan("In Nur-Sultan; in Nur Sultan's east")
    >>> [(hit.start, hit.end, hit.ids) for hit in found]
    [(3, 13, ('astana',)), (18, 28, ('astana',))]
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._tree = NameTree(names)
        self.first_words = self._tree.first_words
        self._beginnings = FirstWords(self.first_words)
        self._openings: dict[str, Opening] = {}

    def at(self, text: str, begin: int, end: int) -> Hit | None:
        """Return the longest name that begins at a code point and ends by ``end``; None inside a word, and where none does."""
        found = WORD.match(text, begin, end)
        if found is None or (begin and (text[begin - 1].isalnum() or text[begin - 1] == "_")):
            return None
        return self.begun_by(found[0], text, begin, end) if found[0] in self.first_words else None

    def begun_by(self, word: str, text: str, begin: int, end: int) -> Hit | None:
        """Return the longest name that begins with one of ``first_words``, a whole word at a code point, and ends by ``end``."""
        _, ids, further, _ = self._openings.get(word) or self._opening(word)
        stop = begin + len(word)
        if not further or (stop + 1 < end and text[stop] == " " and text[stop + 1].isalnum() and text[stop + 1] not in further):
            return _hit((begin, stop, ids)) if ids else None
        name = self._tree.longest(word, text, begin, end)
        return _hit(name) if name else None

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Return the names in ``text[start:end]`` in order; they do not overlap."""
        before = max(start - 1, 0)  # the first word may be the end of another
        found = self._names(text[before:end], start - before)
        return map(_hit, ((begin + before, stop + before, ids) for begin, stop, ids in found) if before else found)

    def _names(self, text: str, settled: int) -> list[Found]:
        """Return the names in a text, from a code point on."""
        text += _PADDING
        letters, apart = self._beginnings.read(text)
        openings, stands = self._numbered, text.startswith
        found: list[Found] = []
        for number, begin, after in self._beginnings.within(letters):
            if begin < settled or letters[begin - 1] != _SPACE:
                continue
            end = after - 1
            opening = openings[number]
            if opening is None or not (apart or stands(opening[0], begin)):
                opening = self._of_number(number, text[begin:end])
                if opening is None:
                    continue
            further = opening[2]  # a look at all of it costs more
            if further:
                ahead = after if letters[after] != _SPACE else after + 1
                if text[ahead] in further or letters[ahead] == _SPACE or text[end] in further:
                    name = self._onward(opening, text, letters, begin, end)
                    if name:
                        found.append(name)
                        settled = name[1]
                    continue
            ids = opening[1]
            if ids:
                found.append((begin, end, ids))
                settled = end
        return found

    def _onward(self, opening: Opening, text: str, letters: bytes, begin: int, end: int) -> Found | None:
        """Return the longest name that begins with a first word, up to ``end``, soon after which stands what may belong to it."""
        word, ids, further, nexts = opening
        ahead = end + 1 if letters[end + 1] != _SPACE else end + 2
        gap = text[end:ahead]
        if gap == " " or ((gap in _GAPS or (gap == ". " and end == begin + 1)) and text[end] not in further):
            stop = letters.find(SPACE, ahead)
            settled = nexts.get(text[ahead:stop])
            if settled is None:
                return (begin, end, ids) if ids else None
            if settled:
                return begin, stop, settled
        return self._tree.longest(word, text, begin, len(text) - len(_PADDING), letters)

    def _opening(self, word: str) -> Opening:
        opening = self._openings[word] = self._tree.opening(word)
        return opening

    @cached_property
    def _numbered(self) -> list[Opening | None]:
        """The openings that texts have held by the numbers of their words, but where two words share one."""
        return [None] * len(self._beginnings.alike)

    def _of_number(self, number: int, word: str) -> Opening | None:
        """Return the opening of a word that may be of a number; None where it is another."""
        alike = self._beginnings.alike[number]
        if word not in alike:
            return None
        opening = self._openings.get(word) or self._opening(word)
        if len(alike) == 1:
            self._numbered[number] = opening
        return opening
