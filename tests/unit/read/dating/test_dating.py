import pytest

from kzcorpus.model.edtf import reason_invalid
from kzcorpus.model.spans import Span
from kzcorpus.read.dating import FoundDate, dates, garbled_dates

# text => phrase = value; phrase = value. A phrase without a value has none of its own; "!" marks a garbled one.
CASES = """
the summit on October 14 in Astana => October 14 = XXXX-10-14
on Oct. 14, 2022, he left => Oct. 14, 2022 = 2022-10-14
on 14 October 2022 => 14 October 2022 = 2022-10-14
on the 14th of October => 14th of October = XXXX-10-14
October 14th, 2022 => October 14th, 2022 = 2022-10-14
14 Oct. 2022 and Sept 3 => 14 Oct. 2022 = 2022-10-14; Sept 3 = XXXX-09-03
OCTOBER 14, 2022 => OCTOBER 14, 2022 = 2022-10-14
2019-03-23 => 2019-03-23 = 2019-03-23
at 2019-03-23T10:00:00Z => 2019-03-23T10:00:00Z = 2019-03-23T10:00:00Z
in Moscow on May 16, Russian => May 16 = XXXX-05-16
in October 2021, where => October 2021 = 2021-10
October, 2021 => October, 2021 = 2021-10
in March of 2020 => March of 2020 = 2020-03
exercises in 2022, which => 2022 = 2022
the January events => January = XXXX-01
unveiled in July a draft => July = XXXX-07
riots in Almaty last January. => last January = XXXX-01
announced in March last year => March last year = XXXX-03
October 14 this year => October 14 this year = XXXX-10-14
Today, February 28, he came => Today; February 28 = XXXX-02-28
by the end of September => September = XXXX-09
early October and mid-July => early October = XXXX-10; mid-July = XXXX-07
late May => late May = XXXX-05
in May he left => May = XXXX-05
until March => March = XXXX-03
May he leave. March on! April Ryan. =>
Theresa May said =>
an august house =>
said on Friday from Sochi => Friday
Friday, October 14 => Friday, October 14 = XXXX-10-14
Mon., Oct. 3 => Mon., Oct. 3 = XXXX-10-03
Tuesday 21 May 2019 => Tuesday 21 May 2019 = 2019-05-21
next Monday and last week => next Monday; last week
This year and yesterday => This year; yesterday
two years ago => two years ago
Ten days later => Ten days later
last year => last year
October 14-15, 2022 => October 14-15, 2022 = 2022-10-14/2022-10-15
14–16 October 2022 => 14–16 October 2022 = 2022-10-14/2022-10-16
from October 14 to November 2, 2022 => October 14 to November 2, 2022 = 2022-10-14/2022-11-02
between March and May 2022 => May 2022 = 2022-05
between January and March => January and March = XXXX-01/XXXX-03
between March 2021 and May 2022 => March 2021 and May 2022 = 2021-03/2022-05
moved from May 5 to May 9 => May 5 = XXXX-05-05; May 9 = XXXX-05-09
in January and in July => January = XXXX-01; July = XXXX-07
2019-2021 => 2019-2021 = 2019/2021
the 2021-22 season => 2021-22 = 2021/2022
2009-10 => 2009-10
from 2019 to 2021 => 2019 to 2021 = 2019/2021
2021-2019 =>
summer of 2021 => summer of 2021 = 2021-22
spring 2022 and Autumn 2023 => spring 2022 = 2022-21; Autumn 2023 = 2023-23
the late 1990s => late 1990s = 199X
in the 19th century => 19th century = 18XX
a 21st-century idea => 21st-century = 20XX
by 2030 (since 1991) => 2030 = 2030; 1991 = 1991
the 2020 election => 2020 = 2020
in 2000 villages and of 2022 people =>
He paid 2022 dollars, $2022, 2,022 =>
2022 was bad =>
room 2022 =>
14.10.2022 => 14.10.2022 = 2022-10-14
10/14/2022 and 14/10/2022 => 10/14/2022 = 2022-10-14; 14/10/2022 = 2022-10-14
03/04/2022 => 03/04/2022
12/12/2022 => 12/12/2022 = 2022-12-12
10/14/22 => 10/14/22
version 1.2.3.2022 =>
in May 16 people died => May = XXXX-05
in October 35 people died => October = XXXX-10
May 2,000 came =>
May 16, 200 people => May 16 = XXXX-05-16
14 октября 2022 года => 14 октября 2022 года = 2022-10-14
5 мая => 5 мая = XXXX-05-05
в 2022 году => 2022 году = 2022
2022 жылғы 14 қазан => 2022 жылғы 14 қазан = 2022-10-14
2022 жылы => 2022 жылы = 2022
Это было 14 октября 2022 года. => 14 октября 2022 года = 2022-10-14
Это было в 2022 г. и раньше => 2022 г. = 2022
February 29 => February 29 = XXXX-02-29
February 30 => !February 30
31 April 2022 => !31 April 2022
29 February 2023 => !29 February 2023
2022-13-45 => !2022-13-45
99.99.2022 => !99.99.2022
ASTANA, KAZAKHSTAN (22/10 – 40). => !22/10 – 40
He won 22/10 =>
"""


def table() -> list[tuple[str, list[tuple[str, str | None]], list[str]]]:
    out = []
    for line in CASES.strip().split("\n"):
        text, _, answer = line.partition("=>")
        parts = [part.strip() for part in answer.split(";") if part.strip()]
        garbled = [part[1:] for part in parts if part.startswith("!")]
        found = [(phrase, value or None) for phrase, _, value in (part.partition(" = ") for part in parts if not part.startswith("!"))]
        out.append((text, found, garbled))
    return out


@pytest.mark.parametrize(("text", "found", "garbled"), table())
def test_table(text: str, found: list[tuple[str, str | None]], garbled: list[str]) -> None:
    whole = Span(0, len(text))
    assert [(date.span.of(text), date.edtf) for date in dates(text, whole)] == found
    assert [span.of(text) for span in garbled_dates(text, whole)] == garbled


def test_values_are_edtf() -> None:
    values = [value for _, found, _ in table() for _, value in found if value]
    assert [value for value in values if reason_invalid(value)] == []


def test_only_the_stretch_is_read() -> None:
    text = "October 14, 2022"
    assert dates(text, Span(0, 10)) == (FoundDate(Span(0, 10), "XXXX-10-14"),)
    assert dates(text, Span(0, 9)) == (FoundDate(Span(0, 9), "XXXX-10-01"),)
    assert dates(text, Span(8, 10)) == ()


def test_nothing_in_nothing() -> None:
    assert dates("", Span(0, 0)) == ()
    assert garbled_dates("", Span(0, 0)) == ()


@pytest.mark.parametrize("text", ["On Friday, May 5, in mid-June 2019", "the 1960s_and 14.10.2022; x_May 3", "от May to 5 June"])
def test_dates_are_the_same_when_the_places_of_the_words_are_told(text: str) -> None:
    whole = Span(0, len(text))
    places = [place for place in range(len(text)) if text[place].isalnum()]
    assert dates(text, whole, places) == dates(text, whole)
