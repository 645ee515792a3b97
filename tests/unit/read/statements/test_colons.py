"""What a colon announces, with no verb that reports."""

from collections.abc import Callable

import pytest

Row = tuple[str | None, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was blunt: “We will go there and we will win.”", [("He", ":", "We will go there and we will win.")]),
        ("She had one message for them: “Get out.”", [("She", ":", "Get out.")]),
        (
            "More from Ann Lee: “The road is a starting point for all of us.”",
            [("Ann Lee", ":", "The road is a starting point for all of us.")],
        ),
        ("The briefing began at 11:05, twenty minutes late.", []),
        ("The novel he loves is “The Road”: a long book.", []),
    ],
)
def test_colons(rows: Callable[[str], list[Row]], text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
