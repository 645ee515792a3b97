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
