import pytest

from kzcorpus.model.spans import Span
from kzcorpus.read.dating.forms import grammar
from kzcorpus.read.dating.literals import Phrase, read_phrase, spanned, word_after, words_before


def read(kind: str, text: str, start: int = 0) -> Phrase | None:
    rules = grammar()
    found = rules.patterns[kind].match(text, start)
    return read_phrase(kind, rules, text, Span(0, len(text)), found) if found else None


@pytest.mark.parametrize(
    ("kind", "text", "start", "edtf"),
    [
        ("iso", "2022-10-14", 0, "2022-10-14"),
        ("fraction", "on 22/10", 3, "XXXX-10-22"),
        ("months", "January-March 2022", 0, "2022-01/2022-03"),
        ("short_quarter", "Q3 2021", 0, "2021-07/2021-09"),
        ("quarter", "second half of 2021", 0, "2021-07/2021-12"),
        ("century", "twenty-first century", 0, "20XX"),
        ("year", "around 1950", 0, "1950~"),
        ("weekday", "last Friday", 0, None),
        ("relative", "earlier this week", 0, None),
    ],
)
def test_kinds(kind: str, text: str, start: int, edtf: str | None) -> None:
    phrase = read(kind, text, start)
    assert phrase is not None
    assert (phrase.span, phrase.edtf, phrase.garbled) == (Span(start, len(text)), edtf, False)


@pytest.mark.parametrize(
    ("kind", "text", "start"),
    [
        *(
            ("iso", "1234-56-78", 0),
            ("numeric", "99.99.9999", 0),
            ("fraction", "won 22/10", 4),
            ("fraction", "on 4/10", 3),
            ("fraction", "on 31/2", 3),
        ),
        *(
            ("quarter", "third half of 2021", 0),
            ("quarter", "third quarter", 0),
            ("quarter", "second half", 0),
            ("no_day", "35 October", 0),
        ),
        *(("years", "2021-2019", 0), ("year", "2022", 0), ("month", "May", 0)),
    ],
)
def test_no_dates(kind: str, text: str, start: int) -> None:
    assert read(kind, text, start) is None


@pytest.mark.parametrize(
    ("kind", "text"),
    [("iso", "2022-13-45"), ("no_day_of_month", "October 35, 2022"), ("no_day", "35 October 2022"), ("month_day", "June 31")],
)
def test_garbled(kind: str, text: str) -> None:
    phrase = read(kind, text)
    assert phrase is not None
    assert (phrase.span.of(text), phrase.edtf, phrase.garbled) == (text, None, True)


def test_a_phrase_gives_its_fields() -> None:
    phrase = read("month", "last January")
    assert phrase is not None
    assert (phrase.field("lead"), phrase.field("month"), phrase.field("which"), phrase.field("unit")) == ("last", "January", None, None)
    assert Phrase(Span(0, 1)).field("month") is None


def test_what_follows_a_count_is_no_part_of_the_date() -> None:
    phrase = read("month_day", "October 13 and 14 people")
    assert phrase is not None
    assert phrase.edtf == "XXXX-10-13"
    assert phrase.span == Span(0, 10)
    range_ = read("month_day", "October 13 and 14")
    assert range_ is not None
    assert range_.edtf == "XXXX-10-13/XXXX-10-14"


def test_words_around() -> None:
    text = "moved from May 5, people"
    assert words_before(text, 0, 11) == ("moved", "from")
    assert words_before(text, 6, 11) == ("", "from")
    assert words_before(text, 0, 0) == ("", "")
    assert word_after("May 5 people", 5, 12) == "people"
    assert word_after("May 5", 5, 5) == ""


def test_only_what_the_calendar_has_is_a_value() -> None:
    rules = grammar()
    found = rules.patterns["iso"].match("2022-10-14")
    assert found
    assert spanned(found, "2022-02-30").garbled
    assert spanned(found, None) == Phrase(Span(0, 10))
