import pytest

from kzcorpus.read.layout.arrangement import arrange
from kzcorpus.read.layout.lines import lines_of
from kzcorpus.read.layout.marks import mark

A = "The ministry said on Friday that nobody had asked for the water of the river to be shared."
B = "Nobody in the town had seen the letter, which was sent in March, until it was read out in the square."
HEAD = f"headline | Talks on water end\nparagraph | {A}\n"
FOOT = f"\nparagraph | {B}"

PAGES = {
    "heading": f"{HEAD}heading | What the letter says{FOOT}",
    "a question as a heading": f"{HEAD}heading | What does the letter say?{FOOT}",
    "a question in passing": f"{HEAD}paragraph | “What does the letter say?”{FOOT}",
    "a short sentence": f"{HEAD}paragraph | Nobody knew.{FOOT}",
    "a list": f"{HEAD}paragraph | The letter asks for:\nparagraph | - water;\nparagraph | - water again\nparagraph | and peace{FOOT}",
    "a stage direction": f"{HEAD}paragraph | (SOUND OF GAVEL){FOOT}",
    "figures": f"{HEAD}paragraph | Attendance: 11,412{FOOT}",
    "the name of a section": f"{HEAD}heading | Analysis{FOOT}",
    "links among paragraphs": (
        f"{HEAD}navigation | Related stories\nnavigation | River rises again\nnavigation | Who owns the river?{FOOT}\nparagraph | {A}"
    ),
    "an advertisement": f"{HEAD}site_chrome | Advertisement{FOOT}",
    "a caption and its credit": f"{HEAD}caption | Boats on the river at dawn\ncredit | Photo: Ada Quiroz{FOOT}",
    "a posing caption": f"{HEAD}caption | The minister is seen at the river.{FOOT}",
    "a portrait": f"{HEAD}paragraph | {B}\n\ncaption | President of the Republic Ada Quiroz\n\ncomment_form | Leave a Reply",
    "a name after the text": f"{HEAD}paragraph | {B}\n\nbyline | Ada Quiroz",
    "a line repeated from the top": (
        f"category | River news\n{HEAD}paragraph | {B}\n\ncategory | River news\n\nsite_chrome | © 2024 River Post"
    ),
    "tags": f"{HEAD}paragraph | {B}\ncategory | Tags\ncategory | Water\ncategory | Peace talks\nsite_chrome | © 2024 River Post",
    "comments": (
        f"{HEAD}paragraph | {B}\ncomment_form | 2 Comments\ncomment_form | steppe_fox\n"
        "comment_form | I was there.\ncomment_form | Reply\nsite_chrome | Powered by Press"
    ),
    "a menu": (
        "site_chrome | The River Post\nnavigation | Home\nnavigation | Politics\nnavigation | Sport\n"
        f"category | EXCLUSIVE\n{HEAD}paragraph | {B}"
    ),
    "an outlet without a menu": f"site_chrome | The River Post\ncategory | Opinion\n{HEAD}paragraph | {B}",
    "key points": "headline | Talks on water end\ndeck | Key points\ndeck | Nobody knows what was agreed\nbyline | By Ada Quiroz\n"
    f"paragraph | {A}\nparagraph | {B}",
    "a list of links with its title on the line": (
        f"{HEAD}navigation | You might also like: River rises again\nheading | What the letter says{FOOT}"
    ),
    "no text at all": "headline | Talks on water end\nparagraph | Boats wait\nparagraph | Nobody knows",
    "text alone": f"paragraph | {A * 2}\nparagraph | {B}",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_page(page: str) -> None:
    marked = [line.split(" | ", 1) for line in page.split("\n") if line]
    text = "\n".join(line.split(" | ", 1)[1] if line else "" for line in page.split("\n"))
    assert arrange([mark(line) for line in lines_of(text).lines], lines_of(text).gaps) == [kind for kind, _ in marked]


def test_nothing() -> None:
    assert arrange([], []) == []
