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
        (
            "Ms Berg said it was late.\n\nThe road is wet.\n\nThe bridge is closed.\n\nMs Berg refused to close the road.",
            "to close the road",
        ),
        ("Ms Berg said it was late. Ms Berg is worried that the road will be closed.", "the road will be closed"),
        ("Ms Berg said it was late. Ms Berg was never convinced of the plan.", "the plan"),
        ("Ms Berg said it was late. Ms Berg’s hope that the road stays open was in vain.", "the road stays open"),
        ("The council fears that the road will be closed.", "the road will be closed"),
        ("The newspaper sees the road as a danger.", "the road as a danger"),
        ("Aides to the mayor think that the road will be closed.", "the road will be closed"),
        ("Officials at the ministry were glad that the road was open. They hope to keep it so.", "to keep it so"),
    ],
)
def test_thoughts_of_who_speaks(rows: Rows, text: str, thought: str) -> None:
    assert thought in [content for _, _, content in rows(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Berg believes that the road will be closed.",
        "“It is late,” Ms Berg said. Mr Ivanov believes that the road will be closed.",
        "“It is late,” Ms Berg said. She was believed to be in Turku.",
        "Ms Berg said it was late. Voters feel that the road is too long.",
        "Ms Berg said it was late. It is hoped that the road will be closed.",
        "Ms Berg said it was late. Some believe that the road will be closed. They hope that it rains.",
        "It was late. They hope that it rains.",
        "Ms Berg said it was late. A worried crowd stood on the road.",
        "It seems that the road will be closed, and I believe that it will be.",
    ],
)
def test_thoughts_that_nobody_is_told_to_have_expressed(rows: Rows, text: str) -> None:
    cues = {cue.split()[-1] for _, cue, _ in rows(text)}
    assert cues <= {"said"}


def test_thoughts_inside_what_is_said_stay_there(rows: Rows) -> None:
    assert [content for _, _, content in rows("Ms Berg said that she hopes to win the vote.")] == ["she hopes to win the vote"]


@pytest.mark.parametrize("told", ["She hopes to win the vote.", "Her hope to win the vote surprised the town."])
def test_a_pronoun_holds_what_its_person_thinks(told: str) -> None:
    article = read_text(f"It was cold in the town, and nobody was there.\n\n“It is late,” Ms Berg said. {told}\n", id="a")
    assert [article.quote(one) for one in article.statements] == ["It is late", "to win the vote"]


def test_who_is_not_sure_says_no() -> None:
    article = read_text("It was cold in the town.\n\nMs Berg said it was late. Ms Berg is not convinced that it rains.\n", id="a")
    assert [(one.polarity, article.quote(one)) for one in article.statements] == [("positive", "it was late"), ("negative", "it rains")]
