"""Speech that goes on after its report."""

from collections.abc import Callable

import pytest

Row = tuple[str | None, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The road is open,” he said. “What are we going to do? That is the fight we have” for the rest of the year.",
            [("he", "said", "The road is open […] What are we going to do? That is the fight we have")],
        ),
        (
            "Ron Clegg said he feared the worst. “It was the long night of the year and nobody slept.”",
            [("Ron Clegg", "said", "he feared the worst"), ("Ron Clegg", "said", "It was the long night of the year and nobody slept.")],
        ),
        ("The mayor shrugged. “You would have to ask them upstairs.”", [("The mayor", "", "You would have to ask them upstairs.")]),
    ],
)
def test_continuations(rows: Callable[[str], list[Row]], text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
