import operator
from typing import Any

import pytest

from kzcorpus import ModelError, Span
from kzcorpus.model.spans import MAX_INT


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (-1, 3, "int -1, int 3, expected 0 <= start <= end"),
        (3, 2, "int 3, int 2, expected 0 <= start <= end"),
        (0, 1.0, "int 0, float 1.0, expected two whole numbers"),
        (False, 1, "bool False, int 1, expected two whole numbers"),
        (None, "4", "NoneType None, str '4', expected two whole numbers"),
        (0, MAX_INT + 1, "expected offsets of at most 64 bits"),
        (-(10**400), 10**400, "a very large int, a very large int, expected 0 <= start <= end"),
        (0, 10**400, "a very large int, expected offsets of at most 64 bits"),
    ],
)
def test_what_is_no_span_is_refused(start: int, end: int, found: str) -> None:
    with pytest.raises(ModelError) as caught:
        Span(start, end)
    assert caught.value.faults[0].path == "Span"
    assert found in str(caught.value)


def test_an_integer_too_long_to_print_is_refused_too() -> None:
    with pytest.raises(ModelError, match="a very large int"):
        Span(0, 10**5000)


def test_an_empty_span_is_true_and_overlaps_nothing() -> None:
    place = Span(3, 3)
    assert place
    assert len(place) == 0
    assert place.of("abcdef") == ""
    assert not place.overlaps(place)
    assert not Span(0, 6).overlaps(place)
    assert Span(0, 3).covers(place)
    assert Span(3, 6).covers(place)


def test_offsets_are_code_points() -> None:
    assert Span(1, 2).of("a😀b") == "😀"
    assert Span(0, 2).of("e\u0301a") == "e\u0301"


def test_shifting_before_the_text_is_refused() -> None:
    with pytest.raises(ModelError):
        Span(2, 4).shift(-3)
    assert Span(2, 4).shift(-2) == Span(0, 2)


def test_the_largest_span_can_be_held() -> None:
    assert len(Span(0, MAX_INT)) == MAX_INT
    assert repr(Span(0, 4)) == "Span(0, 4)"


ALL = [Span(start, end) for start in range(4) for end in range(start, 4)]


@pytest.mark.parametrize("one", ALL)
def test_spans_are_ordered_as_their_offsets_are_and_with_nothing_else(one: Span) -> None:
    mine = (one.start, one.end)
    for other in ALL:
        theirs = (other.start, other.end)
        assert (one < other, one <= other, one > other, one >= other, one == other) == (
            mine < theirs,
            mine <= theirs,
            mine > theirs,
            mine >= theirs,
            mine == theirs,
        )
    for compare in (operator.lt, operator.le, operator.gt, operator.ge):
        strangers: tuple[Any, ...] = (mine, one.start, None)
        for stranger in strangers:
            with pytest.raises(TypeError):
                compare(one, stranger)


@pytest.mark.parametrize("one", ALL)
def test_spans_share_and_cover_the_places_that_sets_of_them_do(one: Span) -> None:
    places = set(range(one.start, one.end))
    for other in ALL:
        theirs = set(range(other.start, other.end))
        assert one.overlaps(other) is bool(places & theirs)
        assert one.covers(other) is (one.start <= other.start and other.end <= one.end)
        if theirs:
            assert one.covers(other) is (theirs <= places)
    assert one.shift(2) == Span(one.start + 2, one.end + 2)
    assert one.of("abc") == "abc"[one.start : one.end]
