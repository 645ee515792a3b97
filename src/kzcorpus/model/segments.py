"""Text and spans to ordered pieces: the one algorithm under inline TEI, the terminal, notebooks and pages."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzcorpus.model.spans import Span


class Segment(NamedTuple):
    """A piece of text in which nothing begins or ends; ``covers`` are the indexes of the spans over it, outermost first."""

    span: Span
    covers: tuple[int, ...]


def _order(spans: Sequence[Span]) -> list[int]:
    """Return the indexes in drawing order: by start, then longest first, then index."""
    return sorted(range(len(spans)), key=lambda index: (spans[index].start, -spans[index].end, index))


def segments(length: int, spans: Sequence[Span]) -> Iterator[Segment]:
    """Cut a text of ``length`` code points at every end of a span, crossing ones too.

    The pieces that are not empty tile the text. An empty span gives an empty piece of its own, after the piece that ends there, covered by
    itself and by every span that holds its place strictly inside. ``covers`` follows one fixed order (start, longest, index), so that where
    nothing crosses it is a stack: open what is new at its end, close what is gone.

    >>> [(piece.span.start, piece.covers) for piece in segments(6, [Span(0, 4), Span(2, 6)])]
    [(0, (0,)), (2, (0, 1)), (4, (1,))]
    """
    order = _order(spans)
    cuts = sorted({0, length, *(span.start for span in spans), *(span.end for span in spans)})
    active: list[int] = []
    upcoming = 0
    for position, cut in enumerate(cuts):
        active = [index for index in active if spans[index].end > cut]
        empty: list[int] = []
        outer = tuple(active)
        while upcoming < len(order) and spans[order[upcoming]].start == cut:
            index = order[upcoming]
            (active if spans[index].end > cut else empty).append(index)
            upcoming += 1
        for index in empty:
            yield Segment(spans[index], (*outer, index))
        if position + 1 < len(cuts):
            yield Segment(Span(cut, cuts[position + 1]), tuple(active))


def nesting(spans: Sequence[Span]) -> tuple[int, ...]:
    """Return the indexes of the spans that can be drawn as nested elements, in drawing order.

    What crosses a span already taken is left out; the order that decides is start, then longest, then index.

    >>> nesting([Span(0, 4), Span(2, 6), Span(1, 3)])
    (0, 2)
    """
    kept: list[int] = []
    ends: list[int] = []
    for index in _order(spans):
        span = spans[index]
        while ends and ends[-1] <= span.start:
            ends.pop()
        if not ends or span.end <= ends[-1]:
            kept.append(index)
            if span.end > span.start:
                ends.append(span.end)
    return tuple(kept)
