import itertools

import pytest

from kzcorpus import Segment, Span
from kzcorpus.model.segments import nesting, segments


@pytest.mark.parametrize(
    ("length", "spans", "expected"),
    [
        (0, [], []),
        (5, [], [((0, 5), ())]),
        (0, [(0, 0)], [((0, 0), (0,))]),
        (5, [(0, 5)], [((0, 5), (0,))]),
        (6, [(0, 4), (2, 6)], [((0, 2), (0,)), ((2, 4), (0, 1)), ((4, 6), (1,))]),
        (6, [(0, 2), (2, 4)], [((0, 2), (0,)), ((2, 4), (1,)), ((4, 6), ())]),
        (6, [(1, 2), (0, 6), (0, 6), (0, 3)], [((0, 1), (1, 2, 3)), ((1, 2), (1, 2, 3, 0)), ((2, 3), (1, 2, 3)), ((3, 6), (1, 2))]),
        (4, [(2, 2), (0, 4)], [((0, 2), (1,)), ((2, 2), (1, 0)), ((2, 4), (1,))]),
        (4, [(2, 2), (0, 2), (2, 4)], [((0, 2), (1,)), ((2, 2), (0,)), ((2, 4), (2,))]),
        (4, [(4, 4), (0, 0), (0, 4)], [((0, 0), (1,)), ((0, 4), (2,)), ((4, 4), (0,))]),
        (4, [(2, 2), (2, 2)], [((0, 2), ()), ((2, 2), (0,)), ((2, 2), (1,)), ((2, 4), ())]),
    ],
)
def test_text_and_spans_to_pieces(
    length: int, spans: list[tuple[int, int]], expected: list[tuple[tuple[int, int], tuple[int, ...]]]
) -> None:
    assert list(segments(length, [Span(*span) for span in spans])) == [Segment(Span(*span), covers) for span, covers in expected]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], ()),
        ([(0, 4), (2, 6), (1, 3)], (0, 2)),
        ([(1, 3), (0, 4)], (1, 0)),
        ([(0, 4), (0, 4)], (0, 1)),
        ([(0, 2), (2, 4), (1, 3)], (0, 1)),
        ([(0, 4), (2, 2), (4, 4), (3, 5)], (0, 1, 2)),
        ([(2, 6), (0, 4), (3, 5)], (1,)),
    ],
)
def test_what_crosses_is_left_out(spans: list[tuple[int, int]], expected: tuple[int, ...]) -> None:
    assert nesting([Span(*span) for span in spans]) == expected


def test_many_spans_side_by_side_are_cut_one_by_one() -> None:
    spans = [Span(n, n + 1) for n in range(50_000)]
    assert [piece.covers for piece in segments(len(spans), spans)] == [(n,) for n in range(50_000)]
    assert nesting(spans) == tuple(range(50_000))


def crossing(one: Span, other: Span) -> bool:
    return one.start < other.start < one.end < other.end or other.start < one.start < other.end < one.end


def test_pieces_and_nesting_of_any_few_spans() -> None:
    every = [Span(start, end) for start in range(4) for end in range(start, 4)]
    for spans in itertools.product(every, repeat=2):
        found = list(segments(3, spans))
        assert "".join(piece.span.of("abc") for piece in found) == "abc"
        for piece in found:
            start, end = piece.span.start, piece.span.end
            if start < end:
                over = {index for index, span in enumerate(spans) if span.start <= start and end <= span.end and span.start < span.end}
            else:
                over = {index for index, span in enumerate(spans) if span.start < start < span.end}
                over |= {index for index in piece.covers if spans[index] == piece.span}
            assert set(piece.covers) == over
            assert list(piece.covers) == sorted(piece.covers, key=lambda index: (spans[index].start, -spans[index].end, index))
        assert sum(piece.span.start == piece.span.end for piece in found) == sum(span.start == span.end for span in spans)
        assert (len(nesting(spans)) == 2) is not crossing(*spans)
        assert nesting(spans)[0] == min(range(2), key=lambda index: (spans[index].start, -spans[index].end, index))
