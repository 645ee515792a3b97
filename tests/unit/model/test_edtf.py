import datetime as dt
import itertools
import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import kzcorpus.strategies as kzst
from kzcorpus.model import edtf
from kzcorpus.model.edtf import Bounds, bounds, compare, parse, reason_invalid

FAR = (None, None)


def days(text: str) -> tuple[str | None, ...]:
    return tuple(day.isoformat() if day else None for day in bounds(text))


@pytest.mark.parametrize(
    ("date", "earliest", "latest"),
    [
        # level 0
        ("2022-10-14", "2022-10-14", "2022-10-14"),
        ("2022-10", "2022-10-01", "2022-10-31"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02-29", "2000-02-29", "2000-02-29"),
        ("2022-10-14T09:30:00", "2022-10-14", "2022-10-14"),
        ("2022-10-14T00:00:00Z", "2022-10-14", "2022-10-14"),
        ("2022-10-14T23:59:59-04", "2022-10-14", "2022-10-14"),
        ("2022-10-14T23:59:59+05:30", "2022-10-14", "2022-10-14"),
        ("2022/2023-02", "2022-01-01", "2023-02-28"),
        ("2022-10-14/2022-10-14", "2022-10-14", "2022-10-14"),
        ("0001-01-01/9999-12-31", "0001-01-01", "9999-12-31"),
        # level 1
        ("2022-21", "2022-03-01", "2022-05-31"),
        ("2022-22", "2022-06-01", "2022-08-31"),
        ("2022-23", "2022-09-01", "2022-11-30"),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("2023-24?", "2023-12-01", "2024-02-29"),
        ("2022-08?", "2022-08-01", "2022-08-31"),
        ("2022~", "2022-01-01", "2022-12-31"),
        ("2022-10-14%", "2022-10-14", "2022-10-14"),
        ("2022-10-XX", "2022-10-01", "2022-10-31"),
        ("2022-XX-XX", "2022-01-01", "2022-12-31"),
        ("2022-XX", "2022-01-01", "2022-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2022-10/..", "2022-10-01", None),
        ("../2022-10", None, "2022-10-31"),
        ("2022-10/", "2022-10-01", None),
        ("/2022-10", None, "2022-10-31"),
        ("../..", None, None),
        ("2022-10-14?/2022-11~", "2022-10-14", "2022-11-30"),
        ("2022-21/2022-23", "2022-03-01", "2022-11-30"),
        ("Y17000", None, None),
        ("Y-17000", None, None),
        ("-0045-03-15", None, None),
        ("0000", None, None),
        ("-0001/0002", None, "0002-12-31"),
        ("9999-24", "9999-12-01", None),
        # level 2's unspecified digits
        ("XXXX-10-14", None, "9999-10-14"),
        ("1XXX-10-14", "1000-10-14", "1999-10-14"),
        ("1X22-1X", "1022-10-01", "1922-12-31"),
        ("2022-1X-31", "2022-10-31", "2022-12-31"),
        ("2022-0X-31", "2022-01-31", "2022-08-31"),
        ("2022-02-2X", "2022-02-20", "2022-02-28"),
        ("202X-02-29", "2020-02-29", "2028-02-29"),
        ("XXXX-02-29", None, "9996-02-29"),
        ("2022-XX-31", "2022-01-31", "2022-12-31"),
        ("2022-X2", "2022-02-01", "2022-12-31"),
        ("20X2-24", "2002-12-01", "2093-02-28"),
        ("-00XX", None, None),
    ],
)
def test_valid_dates_and_the_days_they_can_mean(date: str, earliest: str | None, latest: str | None) -> None:
    assert reason_invalid(date) is None
    assert days(date) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "2022 ", " 2022", "2022\n", "22", "222", "02022", "2022-1", "2022-10-1", "2022/10/14", "14.10.2022", "10-14", "--10-14"),
        *("2022-00", "2022-13", "2022-20", "2022-25", "2022-99", "2022-10-00", "2022-10-32", "2022-02-29", "2022-04-31", "1900-02-29"),
        *("2022-21-01", "2022-2X", "2022-02-3X", "2022-04-3X-", "2023-02-29", "XXX1-02-29", "2022-X3-XX-", "202x", "202u", "????"),
        *("-0000", "+2022", "Y2022", "Y0", "Y01234", "Y-0", "Y", "y17000", "Y17000?", "Y17E3", "-2022-13"),
        *("2022?~", "?2022", "2022-?10", "2022??", "2022-10?-14"),
        *("2022-10-14T", "2022-10-14T9:30:00", "2022-10-14T24:00:00", "2022-10-14T09:60:00", "2022-10-14T09:30", "2022-02-30T09:30:00Z"),
        *("2022-10T09:30:00", "2022-10-14T09:30:00+15:00", "2022-10-14 09:30:00", "2022-10-14t09:30:00", "2022-10-14T09:30:00?"),
        *("/", "2022/2021", "2022-10-14/2022-10-13", "2022/2022/2022", "2022/Y17000", "2022-13/..", ".../2022", "2022/...", "2022//2023"),
        *(
            "2022-10-14T09:30:00/2023",
            "{2022}",
            "[2022..]",
            "1984-06?/2004-08?x",
            "２０２２",
            "٢٠٢٢",
            "2022‑10",
            "unknown",
            "open",
            "today",
        ),
        *("\ud800", "\0", "2022\x00", "X" * 5, "9" * 10_000, "X" * 100_000, "/" * 100_000, "-" * 100_000),
    ],
    ids=lambda text: ascii(text)[:24],
)
def test_invalid_dates_are_refused_with_a_reason(text: str) -> None:
    reason = reason_invalid(text)
    assert reason is not None
    assert re.match("found .*, expected ", reason)
    assert len(reason) < 300
    with pytest.raises(ValueError, match=re.escape(reason)):
        bounds(text)


def test_the_reason_says_whether_it_is_the_form_or_the_calendar() -> None:
    assert "expected an EDTF date such as 2022-10-14" in str(reason_invalid("14 October"))
    assert reason_invalid("2022-02-30") == "found '2022-02-30', expected a day that the calendar has"
    assert reason_invalid("2022/2021") == "found '2022/2021', expected an interval whose start is not after its end"
    assert reason_invalid("-0000") == "found the year -0000, expected 0000 or another year"


def test_long_years_are_valid_whatever_their_length() -> None:
    assert bounds("Y" + "9" * 100_000) == FAR


@given(st.text() | st.text("0123456789XY-/.?~%T:Z+"))
def test_no_string_makes_the_check_fail(text: str) -> None:
    reason = reason_invalid(text)
    assert reason is None or reason.startswith("found ")


@given(kzst.edtf_dates())
def test_the_first_day_is_not_after_the_last(date: str) -> None:
    earliest, latest = bounds(date)
    assert earliest is None or latest is None or earliest <= latest


@given(st.dates())
def test_a_day_means_itself_and_lies_in_its_month_and_year(day: dt.date) -> None:
    text = day.isoformat()
    assert bounds(text) == (day, day)
    month, year = bounds(text[:7]), bounds(text[:4])
    assert month.earliest
    assert month.latest
    assert year == (dt.date(day.year, 1, 1), dt.date(day.year, 12, 31))
    assert (month.earliest, month.latest + dt.timedelta(1) if month.latest < dt.date.max else None) == (
        day.replace(day=1),
        (day.replace(day=28) + dt.timedelta(4)).replace(day=1) if month.latest < dt.date.max else None,
    )


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_is_valid_where_the_calendar_has_it(year: int, month: int, day: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        known = dt.date.fromisoformat(text)
    except ValueError:
        assert reason_invalid(text)
    else:
        assert bounds(text) == (known, known)


def _completed(pattern: str) -> list[dt.date]:
    """Return every day that X digits can mean, by trying them all."""
    spots = [at for at, letter in enumerate(pattern) if letter == "X"]
    found = []
    for digits in itertools.product("0123456789", repeat=len(spots)):
        letters = list(pattern)
        for at, digit in zip(spots, digits, strict=True):
            letters[at] = digit
        try:
            found.append(dt.date.fromisoformat("".join(letters)))
        except ValueError:
            continue
    return found


@given(
    st.dates(dt.date(1000, 1, 1)).map(dt.date.isoformat) | st.from_regex(r"[1-9][0-9]{3}-[01][0-9]-[0-3][0-9]", fullmatch=True), st.data()
)
def test_unspecified_digits_mean_every_day_that_fits(text: str, data: st.DataObject) -> None:
    spots = data.draw(st.sets(st.sampled_from((1, 2, 3, 5, 6, 8, 9)), max_size=3))
    pattern = "".join("X" if at in spots else letter for at, letter in enumerate(text))
    fitting = _completed(pattern)
    if fitting:
        assert bounds(pattern) == (min(fitting), max(fitting))
    else:
        assert reason_invalid(pattern)


@given(kzst.edtf_dates(), kzst.edtf_dates())
def test_an_interval_goes_from_the_first_day_of_one_to_the_last_of_the_other(first: str, last: str) -> None:
    assume(not re.search("[/TY]", first + last))
    interval = f"{first}/{last}"
    start, end = bounds(first).earliest, bounds(last).latest
    if reason_invalid(interval) is None:
        assert bounds(interval) == (start, end)
    elif start and end:
        assert start > end


# the edtf library


def _library_bounds(date: str) -> Any:
    """Return the library's first and last day, years beyond 1 to 9999 as None; None where it cannot tell."""
    edtf = pytest.importorskip("edtf")
    try:
        parsed = edtf.parse_edtf(date)
        ends = parsed.lower_strict()[:3], parsed.upper_strict()[:3]
    except (edtf.EDTFParseException, AttributeError, TypeError, ValueError):
        return None
    return Bounds(*(dt.date(*end) if 1 <= end[0] <= 9999 else None for end in ends))


LIBRARY_IS_WRONG = {
    r".*-24.*": "winter ends on 31 December of the year it begins in",
    r".*/(\.\.)?|(\.\.)?/.*": "an open end cannot be asked for, an unknown one is ten years from the other",
    r".*X.*-02-29.*": "29 February of a year that has none",
    r"(.*/)?-.*X.*": "years before 1 with unknown digits run backwards",
}
LIBRARY_CANNOT = {
    r".*-2[1-4][?~%].*": "a season with a qualifier",
    r".*X.*": "X for single digits, with a qualifier, in intervals: refused, or AttributeError, TypeError, ValueError",
    r".*-2[1-4]/.*|.*/.*-2[1-4]": "a season in an interval",
    r".*T.*[+-].*": "some offsets from UTC",
}


def _matches(table: dict[str, str], date: str) -> bool:
    return any(re.fullmatch(pattern, date) for pattern in table)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@given(kzst.edtf_dates())
def test_the_edtf_library_finds_the_same_days_where_it_is_right(date: str) -> None:
    if not _matches(LIBRARY_IS_WRONG, date):
        found = _library_bounds(date)
        assert found == bounds(date) or (found is None and _matches(LIBRARY_CANNOT, date))


@pytest.mark.parametrize(
    ("a", "b", "order"),
    [
        *(
            ("2021", "2022", -1),
            ("2022-10-15", "2022-10-14", 1),
            ("2022-10-14", "2022-10-14", 0),
            ("2022-10-14?", "2022-10-14T09:30:00Z", 0),
        ),
        *(("2022", "2022-10", None), ("2022", "2022", None), ("XXXX-10-14", "2022", None), ("2021/2022", "2022/2023", None)),
        *(("-0045", "-0044", -1), ("Y-17000", "-9999", -1), ("Y17000", "9999", 1), ("Y17000", "Y17001", -1), ("Y17000", "Y17000", None)),
        *(
            ("../2021", "2022", -1),
            ("2021/..", "2022", None),
            ("2023/", "2022", 1),
            ("2022-24", "2023-03", -1),
            ("2022-24", "2023-02", None),
        ),
        (f"Y{'9' * 5000}", f"Y{'8' * 5000}", None),
        (f"Y-{'9' * 5000}", "Y-17000", -1),
    ],
)
def test_comparing(a: str, b: str, order: int | None) -> None:
    assert compare(a, b) == order
    assert compare(b, a) == (None if order is None else -order)


def test_only_dates_are_compared_and_parsed() -> None:
    for call in (lambda: compare("2022", "2022-13"), lambda: compare("soon", "2022"), lambda: parse("2022-02-30")):
        with pytest.raises(ValueError, match="found "):
            call()


def test_long_years_are_compared_as_numbers_up_to_four_hundred_digits() -> None:
    for digits, order in ((5, -1), (400, -1), (401, None)):
        assert compare("Y1" + "0" * (digits - 1), "Y2" + "0" * (digits - 1)) == order
    assert compare("Y" + "9" * 400, "Y1" + "0" * 400) == -1
    assert compare("Y-1" + "0" * 400, "Y-" + "9" * 400) == -1


def test_long_strings_are_not_remembered() -> None:
    edtf._remembered.cache_clear()
    for text, more in (("Y" + "1" * 63, 1), ("Y" + "1" * 64, 0)):
        before = edtf._remembered.cache_info().currsize
        assert edtf.reason_invalid(text) is None
        assert edtf._remembered.cache_info().currsize - before == more
