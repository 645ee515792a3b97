"""From the text of a passage to its words in parallel lists, with one walk over the text and one look-up a word.

What depends on the neighbours of a word comes after: the full stop of an abbreviation, how a sentence begins, headlines.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, compress, pairwise
from operator import sub
from typing import NamedTuple

from kzcorpus.model.spans import Span
from kzcorpus.read.wordclasses import known_words, opening_class, settled, titled_class

_CLITIC = r"['’](?:s|S|d|ll|re|ve|m)(?![\w])"
_WORD = rf"[^\W_]++(?:(?:[-.&/_]|(?<=\d),(?=\d)|(?!{_CLITIC})['’])[^\W_]++)*+"
_PLAIN = " [A-Za-z0-9]++(?= )"  # most words, at half the price
_PIECE = re.compile(rf"{_PLAIN}| ?(?:{_WORD}|{_CLITIC}|--+|\.\.+|``|''|[^\w\s]|_+)|\s+")
"""A word with the space before it, or white space: the pieces tile the text."""

_MARK_SHAPES = '".(…,'
_OPENING_SHAPES = '"(…'
_QUOTED_CAPITAL = re.compile('"[LS]')
_CAPITAL = re.compile("[LS]")


class Split(NamedTuple):
    """The words of a span in parallel lists, as ``words.Words`` has them."""

    starts: list[int]
    ends: list[int]
    lows: list[str]
    surfaces: list[str]
    tags: str
    capitals: list[int]
    sentence: list[int]


class _Columns(NamedTuple):
    """What is known of each word on the way to a ``Split``; see ``wordclasses.Word``."""

    starts: list[int]
    ends: list[int]
    lows: list[str]
    tags: list[str]
    shapes: str
    surfaces: list[str]

    def kept(self) -> "_Columns":
        """Return the words that have a class."""
        starts, ends = list(compress(self.starts, self.tags)), list(compress(self.ends, self.tags))
        lows, surfaces = list(compress(self.lows, self.tags)), list(compress(self.surfaces, self.tags))
        return _Columns(starts, ends, lows, list(filter(None, self.tags)), "".join(compress(self.shapes, self.tags)), surfaces)

    def sentences(self, stops: Sequence[int]) -> list[int]:
        """Return the first word of each sentence, and the number of all words."""
        return [0, *[bisect_left(self.starts, stop) for stop in stops], len(self.starts)]


def split(text: str, span: Span, stops: Sequence[int]) -> Split:
    """Return the words of a span of the text; ``stops`` are where its sentences end, the last one left out."""
    pieces = _pieces(text, span, stops)
    if not pieces:
        return Split([], [], [], [], "", [], [])
    words = _columns(pieces, span.start)
    bounds = words.sentences(stops)
    points = _points(words, bounds)
    if points:
        words = _joined(words, points)
        bounds = words.sentences(stops)
    _class_sentences(words, bounds)
    for gone, i in enumerate(points, 1):
        words.surfaces[i - gone] += "."
    tags = settled(words.tags, words.lows)
    sentence: list[int] = []
    for number, (first, end) in enumerate(pairwise(bounds)):
        sentence += [number] * (end - first)
    capitals = [found.start() for found in _CAPITAL.finditer(words.shapes)]
    return Split(words.starts, words.ends, words.lows, words.surfaces, tags, capitals, sentence)


def _pieces(text: str, span: Span, stops: Sequence[int]) -> list[str]:
    """Return the pieces that tile a span; none goes on over the end of a sentence, be there no space behind it."""
    pieces: list[str] = []
    begin = span.start
    for stop in stops:
        if not (text[stop].isspace() or text[stop - 1].isspace()):
            pieces += _PIECE.findall(text, begin, stop)
            begin = stop
    return pieces + _PIECE.findall(text, begin, span.end)


def _columns(pieces: list[str], start: int) -> _Columns:
    """Look every piece up, and leave out white space."""
    lows, tags, shapes, surfaces, sizes = zip(*map(known_words.__getitem__, pieces), strict=True)
    ends = list(accumulate(map(len, pieces), initial=start))
    del ends[0]
    columns = _Columns(list(map(sub, ends, sizes)), ends, list(lows), list(tags), "".join(shapes), list(surfaces))
    return columns if all(tags) else columns.kept()


def _points(words: _Columns, bounds: Sequence[int]) -> list[int]:
    """Return the full stops of abbreviations: right behind a word, and not at the end of the sentence."""
    found = []
    for first, end in pairwise(bounds):
        last = first + len(words.shapes[first:end].rstrip(_MARK_SHAPES)) - 1
        i = words.shapes.find(".", first + 1, last)
        while i >= 0:
            if words.ends[i - 1] == words.starts[i] and words.shapes[i - 1] not in _MARK_SHAPES:
                found.append(i)
            i = words.shapes.find(".", i + 1, last)
    return found


def _joined(words: _Columns, points: Sequence[int]) -> _Columns:
    """Join full stops to the words before them."""
    for i in points:
        words.ends[i - 1] = words.ends[i]
        words.tags[i] = ""
    return words.kept()


def _class_sentences(words: _Columns, bounds: Sequence[int]) -> None:
    """Set the classes that differ from those inside a sentence: after quotation marks, in headlines, and at the beginning."""
    _, _, _, tags, shapes, surfaces = words
    for found in _QUOTED_CAPITAL.finditer(shapes):
        i = found.end() - 1
        tags[i] = opening_class(surfaces[i])
    for first, end in pairwise(bounds):
        large, small = shapes.count("L", first, end), shapes.count("l", first, end)
        if large + small > 2 and large * 10 >= (large + small) * 8:  # noqa: PLR2004 -- a headline
            tags[first:end] = map(titled_class, surfaces[first:end])
            continue
        opener = end - len(shapes[first:end].lstrip(_OPENING_SHAPES))
        if opener < end:
            tags[opener] = opening_class(surfaces[opener])
