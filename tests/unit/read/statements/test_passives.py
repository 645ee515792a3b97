"""Passives and impersonal reports."""

from collections.abc import Callable

import pytest

Row = tuple[str | None, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road, it was alleged, was closed for years.", [(None, "was alleged", "The road […] was closed for years")]),
        ("The road was closed for years, it was claimed.", [(None, "was claimed", "The road was closed for years")]),
        ("As it was reported earlier, the road was closed for years.", [(None, "was reported", "the road was closed for years")]),
        ("It’s alleged the road was closed for years.", [(None, "’s alleged", "the road was closed for years")]),
        ("We are told there is a row over the road.", [(None, "are told", "there is a row over the road")]),
        ("The importance of the road was pointed out.", [(None, "was pointed out", "The importance of the road")]),
        ("The attack on the embassy was strongly condemned.", [(None, "was strongly condemned", "The attack on the embassy")]),
        ("The court heard that the road was closed.", [(None, "heard", "the road was closed")]),
        ("The minister was quoted by the agency as saying that the road was open.", [("The minister", "saying", "the road was open")]),
    ],
)
def test_passives(rows: Callable[[str], list[Row]], text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
