"""Every name of an authority found in a text in one pass, the longest at each place first.

Names are looked up word by word in a tree of dictionaries, so that the time grows with the text and not with the number of names, and so
that the hyphens, apostrophes, spaces and line ends between the words may differ from those of the record.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

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
        words = {word for tree in (self._tree, self._capitals) for word in tree}
        self.first_words = frozenset(words)
        self._patterns = tuple(_beginnings(words))

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
        word, position = found[0], found.end()
        hit = _longest(self._tree[word], text, begin, position, end) if word in self._tree else None
        if hit is None and word in self._capitals:
            return _longest(self._capitals[word], text, begin, position, end)
        return hit

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Yield the names in ``text[start:end]`` in order; they do not overlap."""
        end = len(text) if end is None else end
        settled = start
        for begin in self._candidates(text, start, end):
            hit = self.at(text, begin, end) if begin >= settled else None
            if hit:
                settled = hit.end
                yield hit

    def _candidates(self, text: str, start: int, end: int) -> list[int]:
        """Return every place where a name may begin, in order."""
        firsts = self.first_words
        found = [match.start() for pattern in self._patterns for match in pattern.finditer(text, start, end) if match[0] in firsts]
        return sorted(found) if len(self._patterns) > 1 else found


def _beginnings(words: set[str]) -> Iterator[re.Pattern[str]]:
    """Yield the patterns of where a name can begin: any word with a capital that some name begins with, and each first word that has none.

    Capitals are rare in a text, so that this is several times faster than to look at every word.
    """
    capitals = {word[0] for word in words if word[0].isupper()}
    others = sorted(word for word in words if not word[0].isupper())
    if capitals:
        yield re.compile(rf"[{re.escape(''.join(sorted(capitals)))}]\w*")
    if others:
        yield re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, others))})(?!\w)")


def _closing(node: _Node, text: str, begin: int, position: int, end: int) -> Hit | None:
    """Return the name that ends at a node and a position, with the longest of the tails that stand there."""
    tails = node[_END]
    if len(tails) == 1 and _PLAIN in tails:
        return Hit(begin, position, tails[_PLAIN])
    best = max((tail for tail in tails if text.startswith(tail, position) and position + len(tail) <= end), key=len, default=None)
    return None if best is None else Hit(begin, position + len(best), tails[best])


def _next(node: _Node, text: str, position: int, end: int) -> tuple[_Node, int] | None:
    """Follow one word further along the tree, over a gap of white space and at most one mark."""
    step = _STEP.match(text, position, end)
    if step is None:
        return None
    between, word = step.groups()
    gap = between.strip()
    if gap == "." != between and text[position - 2 : position - 1].isalnum():
        return None  # the full stop ends a sentence, unless a single letter stands before it
    follower = node.get(word) if gap in _SOFT else None
    if follower is None and gap:
        follower = node.get(gap + word)
    return None if follower is None else (follower, step.end())


def _longest(node: _Node, text: str, begin: int, position: int, end: int) -> Hit | None:
    best = _closing(node, text, begin, position, end) if _END in node else None
    while (len(node) > 1 or _END not in node) and (step := _next(node, text, position, end)):
        node, position = step
        if _END in node:
            best = _closing(node, text, begin, position, end) or best
    return best
