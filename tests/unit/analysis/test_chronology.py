import pytest

from kzcorpus import Article, Corpus, When, check

_CODES = ("date-garbled", "date-inconsistent", "date-out-of-order", "date-without-year")


def told(text: str, published: str | None = None) -> list[tuple[str, tuple[str, ...]]]:
    """Return the code and the words of each finding about a date."""
    article = Article("a", text, published=When(published) if published else None)
    found = check(Corpus("c", articles=(article,)))
    return [(one.code, tuple(span.of(text) for span in one.spans)) for one in found if one.code in _CODES]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("It ended (22/10 – 40) late.", "date-garbled", "22/10 – 40"),
        ("It was signed on 31 April 2022.", "date-garbled", "31 April 2022"),
        ("It was signed on February 29, 2023, at noon.", "date-garbled", "February 29, 2023"),
        ("It was signed on 2022-13-45 at noon.", "date-garbled", "2022-13-45"),
        ("It was sent on Monday, October 14, 2022.", "date-inconsistent", "Monday, October 14, 2022"),
        ("It was sent on Monday, October 4.", "date-inconsistent", "Monday, October 4"),
        ("It was closed from May 9 to May 5.", "date-out-of-order", "May 9 to May 5"),
        ("It was closed from May 9, 2021, to May 5, 2020.", "date-out-of-order", "May 9, 2021, to May 5, 2020"),
        ("He ruled there (1999–1985).", "date-out-of-order", "1999–1985"),
        ("In 2032 the factory opened its doors.", "date-out-of-order", "2032"),
        ("The factory opened on 5 May 2031 in the town.", "date-out-of-order", "5 May 2031"),
        ("He said on October 20, 2031, that it is late.", "date-out-of-order", "October 20, 2031"),
        ("It has been so since 2029.", "date-out-of-order", "2029"),
    ],
)
def test_dates_that_are_wrong(text: str, code: str, words: str) -> None:
    assert told(text, "2022-10-14") == [(code, (words,))]


@pytest.mark.parametrize(
    "text",
    [
        "It was sent on Friday, October 14, 2022, and again on 29 February 2020.",
        "They met from December 28 to January 3, and from May 5 to May 9.",
        "The talks were moved from May 9 to May 5.",
        "The plant will open in 2030. It is to be closed by 2035.",
        "The ministers agreed to meet in 2025.",
        "The plan, signed in 2021, expires in 2031.",
        "Call 2019-1745 now, or pay 2000 - 1500 tenge.",
        "The 2030 games were given to the town.",
        "He ruled from 1985 to 1999 (1985–1999).",
    ],
)
def test_dates_that_can_be_right(text: str) -> None:
    assert told(text, "2022-10-14") == []


def test_dates_without_a_year_are_one_finding_and_none_where_the_date_is_known() -> None:
    text = "They met on October 14 and in May. They met in 2021."
    assert told(text) == [("date-without-year", ("October 14", "May"))]
    assert told(text, "2022-10-14") == []
