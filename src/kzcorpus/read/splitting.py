"""From the text of passages to their words in parallel lists, with one look-up for what stands between two spaces.

What depends on the neighbours of a word comes after: the full stop of an abbreviation, how a sentence begins, headlines. All passages
of an article go through each step together, a break before each of them, and are parted at the end.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain, compress, pairwise
from operator import itemgetter, sub
from typing import Any, NamedTuple, TypeVar

from kzcorpus.model.spans import Span
from kzcorpus.read.wordclasses import BLANK, known_words, opening_class, settled, titled_class

_CLITIC = r"['’](?:s|S|d|ll|re|ve|m)(?![\w])"
_WORD = rf"[^\W_]++(?:(?:[-.&/_]|(?<=\d),(?=\d)|(?!{_CLITIC})['’])[^\W_]++)*+"
_PIECE = re.compile(rf"\s*+(?:{_WORD}|{_CLITIC}|--+|\.\.+|``|''|[^\w\s]|_+)|\s+")
"""A word with the white space before it, or white space that no word follows: the pieces tile the text."""
_ROW = re.compile(r"\s?([^\w\s])\1{15,}+")
"""A row of one mark, which is one word where no space stands for long."""

_MARK_SHAPES = '".(…,'
_OPENING_SHAPES = '"(…'
_QUOTED_CAPITAL = re.compile('"[LS]')
_CAPITAL = re.compile("[LS]")
_CUE = re.compile("c")
_BLANK = re.compile(" ")
_LONGEST_REMEMBERED = 40  # code points
_FEW = 8  # times as many words as go: then those between them are taken together
_MOST_REMEMBERED = 1 << 16

T = TypeVar("T")
_Token = tuple[tuple[str, str, str, int], ...]
"""The words of a token as ``wordclasses.Word`` has them, each with the distance of its end from that of the word before it."""
_BREAK = "\n"  # a class, and a shape, that no rule looks beyond
_BREAKS = re.compile(_BREAK)
_BROKEN: _Token = (("", f"{_BREAK}{_BREAK}.", "", -1),)  # the first token of a passage has no space before it
_CUT: _Token = (("", BLANK, "", -1),)
_FIELDS: tuple[Callable[[Any], Any], ...] = tuple(map(itemgetter, range(4)))
Ended = tuple[Span, Sequence[int]]
"""The span of a passage, and where its sentences end, the last one left out."""


class Split(NamedTuple):
    """The words of a span in parallel lists, as ``words.Words`` has them."""

    starts: list[int]
    ends: list[int]
    lows: list[str]
    surfaces: list[str]
    tags: str
    capitals: list[int]
    cues: list[int]
    sentence: list[int]
    sentences: list[int]


class _Columns(NamedTuple):
    """What is known of each word on the way to a ``Split``; see ``wordclasses.Word``."""

    starts: list[int]
    ends: list[int]
    lows: list[str]
    tags: list[str]
    shapes: str
    cues: str
    surfaces: list[str]

    def without(self, gone: Sequence[int]) -> "_Columns":
        """Return the columns without some of their words."""
        numbers, texts = (self.starts, self.ends), (self.lows, self.tags, self.surfaces)
        if len(gone) * _FEW > len(self.lows):
            stays = bytearray(b"\1") * len(self.lows)
            for i in gone:
                stays[i] = 0
            starts, ends = (list(compress(column, stays)) for column in numbers)
            lows, tags, surfaces = (list(compress(column, stays)) for column in texts)
            shapes, cues = ("".join(compress(column, stays)) for column in (self.shapes, self.cues))
        else:
            kept = [slice(a + 1, b) for a, b in pairwise((-1, *gone, len(self.lows)))]
            starts, ends = (_only(column, kept) for column in numbers)
            lows, tags, surfaces = (_only(column, kept) for column in texts)
            shapes, cues = ("".join([column[piece] for piece in kept]) for column in (self.shapes, self.cues))
        return _Columns(starts, ends, lows, tags, shapes, cues, surfaces)

    def sentences(self, passages: Sequence[Ended]) -> list[list[int]]:
        """Return, for each passage, the first word of each sentence, and the end of its last."""
        breaks = [found.start() for found in _BREAKS.finditer(self.shapes)]
        return [
            [first + 1, *[bisect_left(self.starts, stop, first + 1, end) for stop in stops], end] if stops else [first + 1, end]
            for (first, end), (_, stops) in zip(pairwise(breaks), passages, strict=True)
        ]

    def part(self, bounds: Sequence[int], tags: str) -> Split:
        """Return the words of one passage, given the bounds of its sentences, and the classes of all words."""
        first, end = bounds[0], bounds[-1]
        sentence: list[int] = []
        for number, (begin, stop) in enumerate(pairwise(bounds)):
            sentence += [number] * (stop - begin)
        capitals = [found.start() for found in _CAPITAL.finditer(self.shapes[first:end])]
        cues = [found.start() for found in _CUE.finditer(self.cues[first:end])]
        starts, ends, lows, surfaces = self.starts[first:end], self.ends[first:end], self.lows[first:end], self.surfaces[first:end]
        return Split(starts, ends, lows, surfaces, tags[first:end], capitals, cues, sentence, [bound - first for bound in bounds])


def split(text: str, span: Span, stops: Sequence[int]) -> Split:
    """Return the words of a span of the text; ``stops`` are where its sentences end, the last one left out."""
    return split_all(text, [(span, stops)])[0]


def split_all(text: str, passages: Sequence[Ended]) -> list[Split]:
    """Return the words of passages of the text, each by itself; linear in their length."""
    words = _columns(text, passages)
    bounds = words.sentences(passages)
    points = [i for part in bounds for i in _points(words, part)]
    if points:
        words = _joined(words, points)
        bounds = [[bound - bisect_left(points, bound) for bound in part] for part in bounds]
    _class_sentences(words, bounds)
    for gone, i in enumerate(points, 1):
        words.surfaces[i - gone] += "."
    tags = settled(words.tags, words.lows)
    return [words.part(part, tags) for part in bounds]


class _Sized(dict[str, tuple[str, str, str, int]]):
    """Every piece met as ``wordclasses.Word`` has it, with its length: filled as they are asked for."""

    def __missing__(self, piece: str) -> tuple[str, str, str, int]:
        made = (*known_words[piece], len(piece))
        if len(piece) <= _LONGEST_REMEMBERED:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[piece] = made
        return made


_sized = _Sized()


class _Tokens(dict[str, _Token]):
    """The words of every token met, a token being what stands between two spaces: filled as they are asked for."""

    def __missing__(self, token: str) -> _Token:
        if len(token) > _LONGEST_REMEMBERED:
            return tuple(map(_sized.__getitem__, _pieces(f" {token}")))
        made = tuple(map(_sized.__getitem__, _PIECE.findall(f" {token}")))
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[token] = made
        return made


def _pieces(token: str) -> list[str]:
    """Return the pieces of a long token; a row of one mark is one of them."""
    if not _ROW.search(token):
        return _PIECE.findall(token)
    pieces: list[str] = []
    at = 0
    for row in _ROW.finditer(token):
        pieces += _PIECE.findall(token, at, row.start())
        pieces.append(row[0])
        at = row.end()
    return pieces + _PIECE.findall(token, at)


_tokens = _Tokens()


def _columns(text: str, passages: Sequence[Ended]) -> _Columns:
    """Look every token up, with a break before each passage and at the end, and leave out white space."""
    found: list[_Token] = []
    for span, stops in passages:
        found.append(_BROKEN)
        begin = span.start
        for stop in stops:
            if not (text[stop].isspace() or text[stop - 1].isspace()):  # no word goes on over the end of a sentence
                found += map(_tokens.__getitem__, text[begin:stop].split(" "))
                found.append(_CUT)
                begin = stop
        found += map(_tokens.__getitem__, text[begin : span.end].split(" "))
    found.append(_BROKEN)
    words = list(chain.from_iterable(found))
    # a column at a time: zip(*words) makes an object for every word, and the garbage collector walks them all
    lows, letters, surfaces, steps = (list(map(field, words)) for field in _FIELDS)
    codes = "".join(letters)
    tags, shapes, cues = codes[::3], codes[1::3], codes[2::3]
    ends = _ends(steps, tags, [span for span, _ in passages])
    columns = _Columns(list(map(sub, ends, map(len, surfaces))), ends, lows, list(tags), shapes, cues, surfaces)
    return columns.without([blank.start() for blank in _BLANK.finditer(tags)]) if " " in tags else columns


def _ends(steps: list[int], tags: str, spans: Sequence[Span]) -> list[int]:
    """Return where words end, given how far it is from each to the next: the step to a passage is set at the break before it."""
    i = at = 0
    for span in spans:
        i = tags.index(_BREAK, i)
        steps[i] += span.start - at
        i, at = i + 1, span.end
    return list(accumulate(steps))


def _only(column: list[T], kept: Sequence[slice]) -> list[T]:
    only: list[T] = []
    for piece in kept:
        only += column[piece]
    return only


def _points(words: _Columns, bounds: Sequence[int]) -> Iterator[int]:
    """Yield the full stops of abbreviations in a passage: right behind a word, and not at the end of the sentence."""
    for first, end in pairwise(bounds):
        last = first + len(words.shapes[first:end].rstrip(_MARK_SHAPES)) - 1
        i = words.shapes.find(".", first + 1, last)
        while i >= 0:
            if words.ends[i - 1] == words.starts[i] and words.shapes[i - 1] not in _MARK_SHAPES:
                yield i
            i = words.shapes.find(".", i + 1, last)


def _joined(words: _Columns, points: Sequence[int]) -> _Columns:
    """Join full stops to the words before them."""
    for i in points:
        words.ends[i - 1] = words.ends[i]
    return words.without(points)


def _class_sentences(words: _Columns, passages: Sequence[Sequence[int]]) -> None:
    """Set the classes that differ from those inside a sentence: after quotation marks, in headlines, and at the beginning."""
    tags, shapes, surfaces = words.tags, words.shapes, words.surfaces
    for found in _QUOTED_CAPITAL.finditer(shapes):
        i = found.end() - 1
        tags[i] = opening_class(surfaces[i])
    for first, end in chain.from_iterable(map(pairwise, passages)):
        large = shapes.count("L", first, end)
        if large > 2 and large * 10 >= (large + shapes.count("l", first, end)) * 8:  # noqa: PLR2004 -- a headline
            tags[first:end] = map(titled_class, surfaces[first:end])
            continue
        opener = end - len(shapes[first:end].lstrip(_OPENING_SHAPES)) if shapes[first] in _OPENING_SHAPES else first
        if opener < end:
            tags[opener] = opening_class(surfaces[opener])
