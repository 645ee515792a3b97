import pytest

from kzcorpus.read.layout.lines import lines_of
from kzcorpus.read.layout.marks import mark
from kzcorpus.read.layout.masthead import masthead

FOOT = "Talks on water end\nNobody had asked for the water of the river, said the ministry.\n© 2024 «Дала хабары», The Oasis Letter"


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["category | Politics"],
        ["category | River news"],
        ["category | EXCLUSIVE"],
        ["navigation | Home", "navigation | Politics", "navigation | Sport"],
        ["navigation | Prime Minister", "navigation | Government", "navigation | Documents", "navigation | Home > News"],
        ["navigation | Home", "navigation | Politics", "navigation | Sport", "category | LIVE"],
        ["navigation | Home", "navigation | Politics", "navigation | Sport", "category | Politics"],
        ["navigation | Homepage"],
        ["site_chrome | The River Post", "category | Opinion"],
        ["site_chrome | The Oasis Letter"],
        ["site_chrome | Дала хабары", "navigation | Басты бет", "navigation | Саясат", "navigation | Спорт"],
        ["site_chrome | Notes from the river", "navigation | Home About Contact"],
        ["site_chrome | All that the river brings to the town"],
    ],
)
def test_masthead(lines: list[str]) -> None:
    kinds = [line.split(" | ", 1)[0] for line in lines]
    text = "\n".join([*(line.split(" | ", 1)[1] for line in lines), FOOT])
    assert masthead([mark(line) for line in lines_of(text).lines], len(lines)) == kinds


def test_no_headline_no_masthead() -> None:
    assert masthead([mark(line) for line in lines_of("Home\nPolitics").lines], -1) == []
