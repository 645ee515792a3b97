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
        ("More from the report: “Today many of them are late again.”", [("the report", ":", "Today many of them are late again.")]),
        ("Their argument: Only a new council can close the road.", [("Their", "argument", "Only a new council can close the road")]),
        ("The briefing began at 11:05, twenty minutes late.", []),
        ("The novel he loves is “The Road”: a long book.", []),
    ],
)
def test_colons(rows: Callable[[str], list[Row]], text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_a_paragraph_without_marks_that_a_colon_announces(rows: Callable[[str], list[Row]]) -> None:
    assert rows("On his page the minister wrote:\n\nThe road is open to all of us.") == [
        ("the minister", "wrote", "The road is open to all of us.")
    ]


def test_turns_of_a_transcript_are_whole_paragraphs(rows: Callable[[str], list[Row]]) -> None:
    turns = "\n\n".join(f"{name}: The road is open. It was closed for a week." for name in ("Berg", "Lee", "Berg"))
    assert {content for _, _, content in rows(turns)} == {"The road is open. It was closed for a week"}
