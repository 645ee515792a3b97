"""Names word by word in a tree of dictionaries: what may follow a word, and the longest name that begins with one.

The time that a name takes grows with its words and not with the number of names, and the hyphens, apostrophes, spaces and line ends between
the words may differ from those of the record.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kzcorpus.authority.lettering import SPACE

Found = tuple[int, int, tuple[str, ...]]
"""A name found: the code points between which it stands, half-open, and the ids of those who bear it."""
Opening = tuple[str, tuple[str, ...], str, dict[str, tuple[str, ...]]]
"""A first word of names; whom it names alone; the first characters of what may follow it; and the words that may, with whom they name
where no name goes on after them."""

WORD = re.compile(r"\w+")
_SOFT = frozenset({"", "-", "‐", "‑", "–", "'", "’", "ʼ", "‘", ".", "/", "_"})
_STEP = re.compile(r"\W{1,8}(\w+)")
_CAPITALS_FROM = 4  # shorter names in capitals are mostly acronyms of something else
_CYRILLIC = "\u0400"
_PLAIN = ""  # nothing must stand after the last word
_END = ""  # no word of a name is empty, so this key is free
_SPACE = SPACE[0]

_Ending = tuple[int, tuple[str, ...]]
_Node = dict[str, Any]
"""What may follow: a node under each word; under ``_END`` the ids by what must stand right after the last word ("+" in "OPEC+")."""


class NameTree:
    """The names of records; ``first_words`` are those that names begin with.

    >>> tree = NameTree([("Nur-Sultan", "astana")])
    >>> tree.longest("Nur", "In Nur Sultan's east", 3, 20)
    (3, 13, ('astana',))
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._tree: _Node = {}
        self._capitals: _Node = {}
        for name, id_ in names:
            for spelling in _spellings(name):
                _add(self._tree, spelling, id_)
            if len(name) >= _CAPITALS_FROM and not name.isupper():
                _add(self._capitals, name.upper(), id_)
        self.first_words = frozenset(self._tree) | frozenset(self._capitals)

    def longest(self, word: str, text: str, begin: int, end: int, letters: bytes = b"") -> Found | None:
        """Return the longest name that begins with the word at a code point and ends by ``end``; ``letters`` are the text's, if known."""
        position = begin + len(word)
        found = _longest(self._tree.get(word), text, position, end, letters)
        found = found or _longest(self._capitals.get(word), text, position, end, letters)
        return (begin, *found) if found else None

    def opening(self, word: str) -> Opening:
        """Return what is to be known of a first word, so that most places where it stands are decided at once."""
        nodes = [tree[word] for tree in (self._tree, self._capitals) if word in tree]
        beyond = [edge for node in nodes for edge in (*node, *node.get(_END, ())) if edge]
        further = {edge[0] for edge in beyond} | {part[0][0] for edge in beyond if (part := WORD.search(edge))}
        ids: tuple[str, ...] = ()
        nexts: dict[str, tuple[str, ...]] = {}
        for node in nodes:
            if not ids:  # else a name in capitals is not asked for
                nexts = {**{edge: _settled(after) for edge, after in node.items() if edge != _END}, **nexts}
                ids = node.get(_END, {}).get(_PLAIN, ())
        return word, ids, "".join(sorted(further)), nexts


def _settled(node: _Node) -> tuple[str, ...]:
    """Return whom a name that ends at a node means, where none goes on and no mark matters."""
    tails: dict[str, tuple[str, ...]] = node.get(_END, {})
    return tails[_PLAIN] if len(node) == 1 and len(tails) == 1 and _PLAIN in tails else ()


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


def _edges(name: str) -> tuple[list[str], str]:
    """Return the words of a name, each with the mark before it where that mark matters, and what follows the last."""
    edges: list[str] = []
    end = 0
    for word in WORD.finditer(name):
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


def _closing(tails: Mapping[str, tuple[str, ...]], text: str, position: int, end: int) -> _Ending | None:
    """Return how the name ends whose last word ends at a position, with the longest of the tails that stand there."""
    if len(tails) == 1 and _PLAIN in tails:
        return position, tails[_PLAIN]
    best = max((tail for tail in tails if text.startswith(tail, position) and position + len(tail) <= end), key=len, default=None)
    return None if best is None else (position + len(best), tails[best])


def _follower(node: _Node, text: str, position: int, between: str, word: str) -> _Node | None:
    """Return the node of a word further along the tree, over a gap of white space and at most one mark."""
    gap = between.strip()
    if gap == "." != between and text[position - 2 : position - 1].isalnum():
        return None  # the full stop ends a sentence, unless a single letter stands before it
    follower: _Node | None = node.get(word) if gap in _SOFT else None
    return node.get(gap + word) if follower is None and gap else follower


def _longest(node: _Node | None, text: str, position: int, end: int, letters: bytes) -> _Ending | None:
    """Return how the longest name ends that goes on from a node and a position."""
    best: _Ending | None = None
    while node is not None:
        if _END in node:
            best = _closing(node[_END], text, position, end) or best
            if len(node) == 1:
                return best
        start = position + 1
        if letters and letters[start] != _SPACE:
            stop = letters.find(SPACE, start)
        elif step := _STEP.match(text, position, end):
            start, stop = step.span(1)
        else:
            return best
        between, word = text[position:start], text[start:stop]
        node = node.get(word) if between == " " else _follower(node, text, position, between, word)
        position = stop
    return best
