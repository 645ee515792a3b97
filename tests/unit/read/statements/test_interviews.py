"""Interviews whose turns nothing but their order tells apart."""

import pytest

from kzcorpus import Article, read_text

LEAD = "The road and I\n\nIt was cold in the old town of the north, where nothing had happened for years.\n\n"
TURNS = [
    "Is that true?",
    "No! [laughs] I told somebody that at a party and now it is a fact for all of them.",
    "You grew up here. What do you remember of the road?",
    "Nothing at all. My father said that the road was closed, and I believed him for years.",
    "She has changed her mind since, I gather.",
    "She gives interviews now, and I read them in the evening with my tea.",
    "Will it be shown at home?",
    "Of course. I hope so.",
]
END = "\n\nHer aunt leans across to fill the cup and looks away."


def interview(turns: list[str]) -> Article:
    return read_text(LEAD + "\n\n".join(turns) + END, id="a")


def test_every_turn_is_a_statement_of_nobody_named() -> None:
    found = [one for one in interview(TURNS).statements if one.within is None]
    assert len(found) == len(TURNS)
    assert {one.mode for one in found} == {"direct"}
    assert {one.speaker for one in found} == {None}


def test_asides_in_brackets_are_left_out() -> None:
    article = interview(TURNS)
    assert [span.of(article.text) for span in article.statements[1].content] == [
        "No!",
        "I told somebody that at a party and now it is a fact for all of them.",
    ]


def test_claims_within_a_turn() -> None:
    article = interview(TURNS)
    within = [article.quote(one) for one in article.statements if one.within]
    assert "the road was closed" in " ".join(within)


@pytest.mark.parametrize(
    "turns",
    [
        TURNS[:4],
        [
            "Is that true?",
            "It is a long road through the steppe.",
            "Was it always so?",
            "It was built by the council.",
            "Is it open?",
            "It is.",
        ],
        ["Why did they go?", "Where are they now?", "What will I tell them?", "Who knows?"],
    ],
    ids=["too few", "nobody says I", "only questions"],
)
def test_other_questions_are_none(turns: list[str]) -> None:
    assert [one for one in interview(turns).statements if one.made and one.made.rule == "interview.turn"] == []
