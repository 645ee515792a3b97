from collections.abc import Callable

import pytest

from kzcorpus.read.pipeline import read_text

Rows = Callable[[str], list[tuple[str | None, str, str]]]


@pytest.mark.parametrize(
    ("text", "thought"),
    [
        ("“It is late,” Ms Berg said. Ms Berg believes that the road will be closed.", "the road will be closed"),
        ("“It is late,” Ms Berg said. Ms Berg hopes to win the vote.", "to win the vote"),
        ("Ms Berg said it was late.\n\nMs Berg wants to close the road.", "to close the road"),
        ("Ms Berg supports the plan. Ms Berg said it was late.", "the plan"),
    ],
)
def test_thoughts_of_who_speaks_beside_them(rows: Rows, text: str, thought: str) -> None:
    assert thought in [content for _, _, content in rows(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Berg believes that the road will be closed.",
        "“It is late,” Ms Berg said. Mr Ivanov believes that the road will be closed.",
        "“It is late,” Ms Berg said. She was believed to be in Turku.",
        "Ms Berg said it was late.\n\nThe road is wet.\n\nThe bridge is closed.\n\nMs Berg wants to close the road.",
    ],
)
def test_thoughts_that_nobody_is_told_to_have_expressed(rows: Rows, text: str) -> None:
    cues = [cue for _, cue, _ in rows(text)]
    assert not {"believes", "was believed", "wants"} & {*cues}


def test_thoughts_inside_what_is_said_stay_there(rows: Rows) -> None:
    assert [content for _, _, content in rows("Ms Berg said that she hopes to win the vote.")] == ["she hopes to win the vote"]


def test_a_pronoun_holds_what_its_person_thinks() -> None:
    article = read_text(
        "It was cold in the town, and nobody was there.\n\n“It is late,” Ms Berg said. She hopes to win the vote.\n", id="a"
    )
    assert [article.quote(one) for one in article.statements] == ["It is late", "to win the vote"]
