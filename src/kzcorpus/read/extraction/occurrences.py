"""Where words stand in a text: whole words only, as they are or as people and models retype them, in linear time."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from kzcorpus.model.spans import Span

_SINGLE = "'‘’‚‛‹›`´ʼ"
_DOUBLE = '"“”„‟«»'
_TOKEN = re.compile(r"\s+|[\w\u0300-\u036f]+|[^\w\s]")
_KEPT = 4  # articles: an extractor asks for many words of one


@attrs.frozen(eq=False)
class _Tokens:
    """Words, white space and marks: their bounds, and their characters as they are and as they count when retyped."""

    starts: list[int]
    ends: list[int]
    exact: list[str]
    loose: list[str]


def _folded(token: str) -> str:
    """Return a token as one that stands for every white space, or every style of its quotation mark."""
    if token.isspace():
        return " "
    return "'" if token in _SINGLE else '"' if token in _DOUBLE else token


@lru_cache(_KEPT)
def _tokens(text: str) -> _Tokens:
    found = list(_TOKEN.finditer(text))
    exact = [one.group() for one in found]
    return _Tokens([one.start() for one in found], [one.end() for one in found], exact, list(map(_folded, exact)))


def _lines(tokens: Sequence[str], words: Sequence[str]) -> tuple[str, str]:
    """Return both as strings with a character for each token of the words, so that finding words is finding a string: in linear time."""
    marks = {word: chr(number) for number, word in enumerate(dict.fromkeys(words), 1)}
    return "".join([marks.get(token, "\0") for token in tokens]), "".join(map(marks.__getitem__, words))


def _places(tokens: _Tokens, lines: tuple[str, str], scope: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """Yield the places in a scope where words stand, clear of what is taken."""
    line, words = lines
    at, stop = bisect_left(tokens.starts, scope.start), bisect_right(tokens.ends, scope.end)
    while (at := line.find(words, at, stop)) >= 0:
        place = Span(tokens.starts[at], tokens.ends[at + len(words) - 1])
        behind = max((span.end for span in taken if span.overlaps(place)), default=None)
        if behind is None:
            yield place
            at += 1
        else:
            at = bisect_left(tokens.starts, behind)


def occurrences(text: str, words: str, scopes: Sequence[Span], taken: Sequence[Span] = ()) -> Iterator[Iterator[Span]]:
    """Yield for each scope the places where the words stand in it, clear of what is taken: first as they are, then retyped.

    Words neither begin nor end inside another word. Retyped, any white space counts as any other, and so do the styles of a quotation mark.

    >>> [list(places) for places in occurrences("“No,” no: it’s “no”", "no", [Span(0, 18)])][0]
    [Span(6, 8), Span(16, 18)]
    """
    tokens, wanted = _tokens(text), _tokens(words)
    for those, these in ((tokens.exact, wanted.exact), (tokens.loose, wanted.loose)) if words else ():
        lines = _lines(those, these)
        for scope in scopes:
            yield _places(tokens, lines, scope, taken)
