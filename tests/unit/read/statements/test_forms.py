"""Forms of report that verbs take: relative clauses, parentheses, prompted and refused speech."""

from collections.abc import Callable

import pytest

Row = tuple[str | None, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The plan, which the minister said would cost a billion, was dropped.",
            [("the minister", "said", "which […] would cost a billion")],
        ),
        ("What the minister called a mistake was a crime.", [("the minister", "called", "a mistake")]),
        ("Lewan said on air, where he works, that the road was open.", [("Lewan", "said", "the road was open")]),
        ("She told me, in Russian, that the road was open.", [("She", "told", "the road was open")]),
        ("She asked me, in Russian, whether the road was open.", [("She", "asked", "whether the road was open")]),
        ("The minister vowed to “end” the road.", [("The minister", "vowed", "to “end” the road")]),
        ("The mayor declined to endorse the plan.", [("The mayor", "declined to endorse", "the plan")]),
        ("The mayor declined to say whether the road was open.", [("The mayor", "declined to say", "whether the road was open")]),
        ("A student called Lee left the room.", []),
        ("We quoted the deputy speaker as saying that the road was open.", [("the deputy speaker", "saying", "the road was open")]),
        ("A poll found the road was closed for years.", [("A poll", "found", "the road was closed for years")]),
        ("He found the road was closed for years.", []),
        ("He went out of his way to say that the road was open.", [("He", "went out of his way to say", "the road was open")]),
        ("The debate led the ministers to say that the road was open.", [("the ministers", "to say", "the road was open")]),
        ("Many backers privately say that the road is open.", [("Many backers", "privately say", "the road is open")]),
        (
            "People who work with the minister say that the road is open.",
            [("People who work with the minister", "say", "the road is open")],
        ),
        (
            "He insists the road is open; the report, though, says it is closed.",
            [("He", "insists", "the road is open"), ("the report", "says", "it is closed")],
        ),
    ],
)
def test_forms(rows: Callable[[str], list[Row]], text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
