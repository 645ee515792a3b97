import datetime as dt

import pytest

from kzcorpus.model.spans import Span
from kzcorpus.read.dating.reckoning import agrees, reckoned
from kzcorpus.read.dating.resolving import phrase_at

FRIDAY = dt.date(2022, 10, 14)


def meant(words: str, day: dt.date = FRIDAY, *, future: bool | None = False) -> str | None:
    phrase = phrase_at(words, Span(0, len(words)))
    assert phrase is not None, words
    return reckoned(phrase, day, future=future)


@pytest.mark.parametrize(
    ("words", "past", "future"),
    [
        ("Friday", "2022-10-14", "2022-10-14"),
        ("Thursday", "2022-10-13", "2022-10-20"),
        ("this Thursday", "2022-10-13", "2022-10-20"),
        ("next Thursday", "2022-10-20", "2022-10-20"),
        ("October 14", "2022-10-14", "2022-10-14"),
        ("October 15", "2021-10-15", "2022-10-15"),
        ("October", "2022-10", "2022-10"),
        ("November", "2021-11", "2022-11"),
        ("October 10-20", "2022-10-10/2022-10-20", "2022-10-10/2022-10-20"),
        ("29 February", "2020-02-29", "2024-02-29"),
        ("last October", "2021-10", "2021-10"),
        ("same Friday", None, None),
        ("previous week", None, None),
        ("March 3, 2021", None, None),
    ],
)
def test_backward_and_forward(words: str, past: str | None, future: str | None) -> None:
    assert (meant(words), meant(words, future=True)) == (past, future)


def test_where_nobody_can_tell_a_day_soon_to_come_is_meant() -> None:
    found = [meant(words, future=None) for words in ("November 3", "January 14", "January 15", "October 13", "November", "Thursday")]
    assert found == ["2022-11-03", "2023-01-14", "2022-01-15", "2022-10-13", "2021-11", "2022-10-13"]


@pytest.mark.parametrize("words", ["yesterday", "12 years ago", "last winter", "last century", "October 14", "last Friday", "30 years ago"])
def test_there_is_nothing_before_the_year_1(words: str) -> None:
    assert meant(words, dt.date.min) is None


@pytest.mark.parametrize("words", ["tomorrow", "next week", "next decade", "next Friday", "next summer", "next March", "April next year"])
def test_there_is_nothing_after_the_year_9999(words: str) -> None:
    assert meant(words, dt.date.max) is None


def test_winter_bears_the_year_it_begins_in() -> None:
    january = dt.date(2023, 1, 15)
    assert [meant(f"{lead} winter", january) for lead in ("last", "this", "next")] == ["2021-24", "2022-24", "2023-24"]


def test_a_weekday_chooses_the_year() -> None:
    assert meant("Tuesday, November 8") == "2022-11-08"
    assert meant("Monday, November 8") == "2021-11-08"
    assert meant("Sunday, November 8") is None


def test_a_weekday_agrees_with_its_date() -> None:
    phrase = phrase_at("Fri, October 14, 2022", Span(0, 21))
    assert phrase is not None
    assert agrees(phrase, "2022-10-14")
    assert not agrees(phrase, "2022-10-15")
    assert agrees(phrase, None)
