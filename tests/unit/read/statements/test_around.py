"""What stands before a cue, around it, or late after it."""

from collections.abc import Callable

import pytest

Row = tuple[str | None, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The road is not open,” remembered Roy Verley, the chief engineer.",
            [("Roy Verley, the chief engineer", "remembered", "The road is not open")],
        ),
        ("“The road is not open,” Verley sniffed.", [("Verley", "sniffed", "The road is not open")]),
        (
            "“The road scares me,” Harry Bond, 30, of Raleigh, who was among them, said in an interview.",
            [("Harry Bond, 30, of Raleigh", "said", "The road scares me")],
        ),
        ("Smith said as he left the house, “The road is open to us all.”", [("Smith", "said", "The road is open to us all.")]),
        (
            "“If there had not been that road” in the north, Clark said at a meeting, “we would be in another place now.”",
            [("Clark", "said", "“If there had not been that road” in the north […] we would be in another place now")],
        ),
        (
            "“The risk,” said Ed Leamer, an economist who runs the forecast, “is that we wait.”",
            [("Ed Leamer, an economist", "said", "The risk […] is that we wait")],
        ),
        ("To chants of “Go on!” the senator said his road was “closing fast.”", [("the senator", "said", "his road was “closing fast.”")]),
    ],
)
def test_around(rows: Callable[[str], list[Row]], text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
