"""Nouns that report, and whose they are."""

from collections.abc import Callable

import pytest

Row = tuple[str | None, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was a report by the council that the road was closed.", [("the council", "report", "the road was closed")]),
        ("His claim is that the road was closed.", [("His", "claim", "the road was closed")]),
        ("Her promise to close the road surprised the town.", [("Her", "promise", "to close the road")]),
        ("She made a promise to close the road the town needs.", [("She", "promise", "to close the road the town needs")]),
    ],
)
def test_nouns(rows: Callable[[str], list[Row]], text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
