"""Every name of an authority found in a text in one pass, the longest at each place first.

Names are looked up word by word in a tree of dictionaries, so that the time grows with the text and not with the number of names, and so
that the hyphens, apostrophes, spaces and line ends between the words may differ from those of the record.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from kzcorpus.authority.firstwords import FirstWords

_WORD = re.compile(r"\w+")
_SOFT = frozenset({"", "-", "‐", "‑", "–", "'", "’", "ʼ", "‘", ".", "/", "_"})
_STEP = re.compile(r"(\W{1,8})(\w+)")
_CAPITALS_FROM = 4  # shorter names in capitals are mostly acronyms of something else
_CYRILLIC = "\u0400"
_PLAIN = ""  # nothing must stand after the last word
_END = ""  # no word of a name is empty, so this key is free


class Hit(NamedTuple):
    """A name found: code points ``start`` to ``end``, half-open, and the ids of the records that bear it, in the order of the authority."""

    start: int
    end: int
    ids: tuple[str, ...]


_hit: Callable[[tuple[int, int, tuple[str, ...]]], Hit] = partial(tuple.__new__, Hit)  # in half the time
_Node = dict[str, Any]
"""What may follow: a node under each word; under ``_END`` the ids by what must stand right after the last word ("+" in "OPEC+")."""


def _edges(name: str) -> tuple[list[str], str]:
    """Return the words of a name, each with the mark before it where that mark matters, and what follows the last."""
    edges: list[str] = []
    end = 0
    for word in _WORD.finditer(name):
        gap = name[end : word.start()].strip()
        edges.append(word.group() if gap in _SOFT or not edges else gap + word.group())
        end = word.end()
    tail = name[end:].strip()
    return edges, "" if tail in ("'", "’", ")") else tail


def _folded(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _spellings(name: str) -> Iterator[str]:
    yield name
    composed = unicodedata.normalize("NFC", name)
    latin = _folded(name) if all(char < _CYRILLIC for char in composed) else name
    for other in (composed, latin):
        if other != name:
            yield other


class Gazetteer:
    """Names in a tree of words; ``first_words`` are those that names begin with.

    >>> found = Gazetteer([("Nur-Sultan", "astana"), ("Sultan", "x")]).scan("In Nur-Sultan; in Nur Sultan's east")
    >>> [(hit.start, hit.end, hit.ids) for hit in found]
    [(3, 13, ('astana',)), (18, 28, ('astana',))]
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._tree: _Node = {}
        self._capitals: _Node = {}
        for name, id_ in names:
            for spelling in _spellings(name):
                self._add(self._tree, spelling, id_)
            if len(name) >= _CAPITALS_FROM and not name.isupper():
                self._add(self._capitals, name.upper(), id_)
        self.first_words = frozenset(self._tree) | frozenset(self._capitals)
        self._beginnings = FirstWords(self.first_words)
        self._openings = _Openings(self._beginnings.numbers, self._tree, self._capitals)

    @staticmethod
    def _add(tree: _Node, name: str, id_: str) -> None:
        edges, tail = _edges(name)
        if not edges:
            return
        node = tree
        for edge in edges:
            node = node.setdefault(edge, {})
        tails = node.setdefault(_END, {})
        if id_ not in tails.get(tail, ()):
            tails[tail] = (*tails.get(tail, ()), id_)

    def at(self, text: str, begin: int, end: int) -> Hit | None:
        """Return the longest name that begins at a code point and ends by ``end``; None inside a word, and where none does."""
        found = _WORD.match(text, begin, end)
        if found is None or (begin and (text[begin - 1].isalnum() or text[begin - 1] == "_")):
            return None
        word, stop = found[0], found.end()
        number = self._beginnings.numbers.get(word)
        if number is None:
            return None
        ids, further = self._openings[number]
        if further is None or (stop + 1 < end and text[stop] == " " and text[stop + 1].isalnum() and text[stop + 1] not in further):
            return _hit((begin, stop, ids)) if ids else None
        return self._from(word, text, begin, end)

    def _from(self, word: str, text: str, begin: int, end: int) -> Hit | None:
        """Return the longest name that begins with the word at a code point."""
        position = begin + len(word)
        hit = _longest(self._tree.get(word), text, begin, position, end)
        return hit or _longest(self._capitals.get(word), text, begin, position, end)

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Yield the names in ``text[start:end]`` in order; they do not overlap."""
        text = text if end is None else text[:end]
        size, settled = len(text), start
        around = f"{text} "  # so that something stands after the last word, and at -1 before the first
        for number, begin, stop in self._beginnings.within(text, start):
            if begin < settled or around[begin - 1].isalnum() or around[stop].isalnum():
                continue
            ids, further = self._openings[number]
            if further is None or (text[stop : stop + 1] == " " and around[stop + 1].isalnum() and around[stop + 1] not in further):
                hit = _hit((begin, stop, ids)) if ids else None
            else:
                hit = self._from(text[begin:stop], text, begin, size)
            if hit:
                settled = hit.end
                yield hit


_Opening = tuple[tuple[str, ...], frozenset[str] | None]
"""Whom the first word of names names alone, and the first characters of what may follow it; None where nothing may."""


class _Openings(dict[int, _Opening]):
    """The first words of names by their numbers, each read when a text first holds it."""

    def __init__(self, words: Iterable[str], *trees: _Node) -> None:
        super().__init__()
        self._words = tuple(words)
        self._trees = trees

    def __missing__(self, number: int) -> _Opening:
        word = self._words[number]
        nodes = [tree[word] for tree in self._trees if word in tree]
        tails = [node.get(_END, {}) for node in nodes]
        ids = next((known[_PLAIN] for known in tails if _PLAIN in known), ())
        further = frozenset(edge[0] for node in nodes for edge in (*node, *node.get(_END, ())) if edge)
        opening = self[number] = ids, further or None
        return opening


def _closing(node: _Node, text: str, begin: int, position: int, end: int) -> Hit | None:
    """Return the name that ends at a node and a position, with the longest of the tails that stand there."""
    tails = node[_END]
    if len(tails) == 1 and _PLAIN in tails:
        return _hit((begin, position, tails[_PLAIN]))
    best = max((tail for tail in tails if text.startswith(tail, position) and position + len(tail) <= end), key=len, default=None)
    return None if best is None else Hit(begin, position + len(best), tails[best])


def _follower(node: _Node, text: str, position: int, between: str, word: str) -> _Node | None:
    """Return the node of a word further along the tree, over a gap of white space and at most one mark."""
    gap = between.strip()
    if gap == "." != between and text[position - 2 : position - 1].isalnum():
        return None  # the full stop ends a sentence, unless a single letter stands before it
    follower: _Node | None = node.get(word) if gap in _SOFT else None
    return node.get(gap + word) if follower is None and gap else follower


def _longest(node: _Node | None, text: str, begin: int, position: int, end: int) -> Hit | None:
    best: Hit | None = None
    while node is not None:
        if _END in node:
            best = _closing(node, text, begin, position, end) or best
            if len(node) == 1:
                return best
        step = _STEP.match(text, position, end)
        if step is None:
            return best
        between, word = step.groups()
        node = node.get(word) if between == " " else _follower(node, text, position, between, word)
        position = step.end()
    return best
