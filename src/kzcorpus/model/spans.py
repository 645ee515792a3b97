"""Spans: half-open ranges of code points over the text of one article."""

from __future__ import annotations

import attrs

from kzcorpus.errors import Fault, ModelError, describe

MAX_INT = 2**63 - 1
"""The largest whole number of the model: what a signed integer of 64 bits holds, and so every format and store."""


def _problem(start: object, end: object) -> str:
    """Return what two offsets that make no span should be."""
    if type(start) is not int or type(end) is not int:
        return "two whole numbers"
    return "0 <= start <= end" if not 0 <= start <= end else "offsets of at most 64 bits"


@attrs.frozen(init=False)
class Span:
    """A half-open range of code points, ``0 <= start <= end``; ordered by start, then end.

    Raises ``ModelError`` for anything else. An empty span marks a place.

    >>> Span(0, 6).of("Astana reaffirms")
    'Astana'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # by hand, not by attrs and annotation: there are more spans than all other values together
        if type(start) is not int or type(end) is not int or not 0 <= start <= end <= MAX_INT:
            raise ModelError((Fault("Span", f"found {describe(start)}, {describe(end)}, expected {_problem(start, end)}"),))
        _set_start(self, start)
        _set_end(self, end)

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end) if type(other) is Span else NotImplemented

    def __le__(self, other: Span) -> bool:
        return (self.start, self.end) <= (other.start, other.end) if type(other) is Span else NotImplemented

    def __gt__(self, other: Span) -> bool:
        return (self.start, self.end) > (other.start, other.end) if type(other) is Span else NotImplemented

    def __ge__(self, other: Span) -> bool:
        return (self.start, self.end) >= (other.start, other.end) if type(other) is Span else NotImplemented

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """Be true even where empty: an empty span is a place, not nothing."""
        return True

    def of(self, text: str) -> str:
        """Return the slice of the text that the span covers.

        >>> Span(2, 4).of("abcdef")
        'cd'
        """
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point; an empty span overlaps nothing.

        >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
        (True, False)
        """
        start, end, first, last = self.start, self.end, other.start, other.end
        return start < last and first < end and start < end and first < last

    def covers(self, other: Span) -> bool:
        """Tell whether the other lies wholly inside this one, ends included.

        >>> Span(0, 5).covers(Span(5, 5)), Span(0, 5).covers(Span(4, 6))
        (True, False)
        """
        return self.start <= other.start and other.end <= self.end

    def shift(self, n: int) -> Span:
        """Return the span moved by n code points; raises ``ModelError`` where it would start before the text.

        >>> Span(2, 4).shift(-2)
        Span(0, 2)
        """
        return Span(self.start + n, self.end + n)


_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__
