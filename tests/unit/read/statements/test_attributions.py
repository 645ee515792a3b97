"""Attributions: "according to" and the like."""

from collections.abc import Callable

import pytest

Row = tuple[str | None, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As reported by the Herald, the road was closed for years.", [("the Herald", "reported", "the road was closed for years")]),
        (
            "At noon, according to the report, the men left for the compound.",
            [("the report", "according to", "the men left for the compound")],
        ),
        ("It was no secret: According to polls, the man holds a few votes.", [("polls", "According to", "the man holds a few votes")]),
        (
            "In the opinion of Vera Log, the road was closed for years.",
            [("Vera Log", "In the opinion of", "the road was closed for years")],
        ),
    ],
)
def test_attributions(rows: Callable[[str], list[Row]], text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
