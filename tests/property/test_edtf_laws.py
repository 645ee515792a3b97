"""EDTF: its own laws, and agreement with the `edtf` library wherever that is right; its known failures are data, each with the standard."""

import contextlib
import datetime as dt
import io
import re
from typing import NamedTuple

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kzcorpus.strategies as kzst
from kzcorpus.model.edtf import bounds, compare, parse, reason_invalid
from kzcorpus.model.notation import DateParts, IntervalParts

Ends = tuple[object, object]


class Failure(NamedTuple):
    """Where the library fails: what strings, one of them, what it does, and the line of the standard (4 February 2019) against it."""

    strings: str
    witness: str
    does: str
    standard: str


_DATE = r"-?[0-9X]{4}(?:-[0-9X]{2}){0,2}"
KNOWN = (
    Failure(
        r"-(?:[01]X|X[0-9])", "2022-1X", "crashes", "Level 2, unspecified digit: '1984-1X' is a month from October to December of 1984"
    ),
    Failure(r"-(?:[0-3]X|X[0-9])", "2000-07-1X", "crashes", "Level 2: 'X' may occur anywhere within a component"),
    Failure(rf"^(?:\.\.)?/(?:\.\.|{_DATE})", "/..", "crashes", "Level 1, extended interval: either end may be a null string or '..'"),
    Failure(
        r"^-?[0-9]{4}-XX/|/-?[0-9]{4}-XX$",
        "1900-XX/1901",
        "crashes",
        "Level 2, unspecified digit, in the first or last date of an interval",
    ),
    Failure(r"X[^/]*/|/.*X", "1985-04-XX/..", "refuses", "Level 1, extended interval: an open end may follow any date"),
    Failure(
        r"X.*[?~%]",
        "XXXX-10-14?",
        "refuses",
        "Level 1: a qualifier may stand at the end of the date string, and applies to the entire date",
    ),
    Failure(r"-[0-9]*X", "-0X10", "refuses", "Level 1, negative calendar year, and level 2: 'X' may occur anywhere within a component"),
    Failure(r"[0-9]-2[1-4][?~%]", "2001-21?", "refuses", "Level 1: a qualifier may stand at the end of the date string, a season's too"),
    Failure(r"X[0-9]*-2[1-4]", "20X1-21", "refuses", "Level 2: 'X' may occur anywhere within a component, the year of a season too"),
    Failure(r"[+-](?:00:00|14$|00$)", "2004-01-01T10:10:10+00:00", "refuses", "Level 0, date and time: a time shift in hours and minutes"),
    Failure(r"X-02-29", "XXXX-02-29", "differs", "ISO 8601-1, calendar date: 9999 is no leap year"),
    Failure(
        r"-24(?![0-9-])",
        "2022-24",
        "differs",
        "Level 1 gives seasons no months; ours are whole: winter ends in February, the library's in December",
    ),
    Failure(r"/", "2022/2021", "accepts", "Level 0, time interval: the start comes first"),
    Failure(r"-(?:2[5-9]|3[0-9]|4[01])", "2022-36", "accepts", "Level 2, sub-year groupings: not in our subset"),
    Failure(r"[?~%].*-", "2004-06~-11", "accepts", "Level 2, qualification of a component: not in our subset"),
    Failure(r"[\[{]", "[1667,1668]", "accepts", "Level 2, sets: not in our subset"),
    Failure(r"Y.*E|S", "Y-17E7", "accepts", "Level 2, exponential years and significant digits: not in our subset"),
    Failure(r"T24:00:00", "2022-10-14T24:00:00", "accepts", "Level 0 rests on ISO 8601-1:2019, which has no 24:00:00"),
)


def _library(text: str) -> str | Ends:
    """Return the first and last day by the library, or ``refuses`` or ``crashes``."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            found = edtf.parse_edtf(text)
            low, high = found.lower_strict(), found.upper_strict()
    except edtf.EDTFParseException:
        return "refuses"
    except (TypeError, ValueError, AttributeError):
        return "crashes"
    return tuple(None if isinstance(end, float) else tuple(end[:3]) for end in (low, high))  # type: ignore[return-value]


def _triple(day: dt.date | None) -> tuple[int, int, int] | None:
    return (day.year, day.month, day.day) if day else None


def _verdict(text: str) -> str:
    """Return ``agrees``, or what the library does instead."""
    theirs = _library(text)
    if reason_invalid(text):
        return "agrees" if isinstance(theirs, str) else "accepts"
    if isinstance(theirs, str):
        return theirs
    ours = [_triple(day) for day in bounds(text)]
    return "agrees" if all(mine in (None, other) for mine, other in zip(ours, theirs, strict=True)) else "differs"


def _is_known(text: str, verdict: str) -> bool:
    return any(failure.does == verdict and re.search(failure.strings, text) for failure in KNOWN)


PLAIN = st.dates(dt.date(1000, 1, 1)).flatmap(
    lambda day: st.sampled_from(
        (
            *(f"{day}", f"{day:%Y-%m}", f"{day:%Y}", f"{day}T09:30:00", f"{day}T23:59:59Z", f"{day}T00:00:00-04", f"{day}T12:00:00+05:30"),
            *(f"{day}/{day}", f"{day:%Y}/{day}", f"{day:%Y-%m}/9999-12", f"{day:%Y}-21", f"{day:%Y}-22", f"{day:%Y}-23"),
            *(f"{day}?", f"{day:%Y-%m}~", f"{day:%Y}%", f"{day:%Y}?/{day:%Y-%m}~", f"{day}/..", f"{day:%Y-%m}/", f"../{day}", f"/{day:%Y}"),
            *(f"{day:%Y-%m}-XX", f"{day:%Y}-XX", f"{day:%Y}-XX-XX", f"{day.year // 10}X", f"{day.year // 100}XX", f"XXXX-12-{day.day:02}"),
            *(
                f"{day.year // 10}X-12-25",
                f"{day.year // 100}XX-12-25",
                "XXXX-12-XX",
                f"-{day:%Y}",
                f"-{day}",
                f"Y{day:%Y}0",
                f"Y-{day:%Y}0",
            ),
            *(f"{day:%Y}-13", f"{day:%Y}-00", f"{day:%Y-%m}-00", f"{day:%Y-%m}-32", f"{day:%Y}-02-30", f"{day:%Y}1", f"{day:%Y%m%d}"),
        )
    )
)
FORMS = st.from_regex(rf"\A{_DATE}[?~%]?(?:/(?:{_DATE}[?~%]?|\.\.)?)?\Z")


@given(PLAIN)
def test_the_common_forms_mean_what_the_library_says(text: str) -> None:
    assert _verdict(text) == "agrees"


@given(kzst.edtf_dates() | FORMS)
def test_every_other_disagreement_is_a_known_failure(text: str) -> None:
    verdict = _verdict(text)
    assert verdict == "agrees" or _is_known(text, verdict), verdict


@pytest.mark.parametrize("failure", KNOWN, ids=lambda failure: failure.witness)
def test_a_known_failure_is_still_one(failure: Failure) -> None:
    assert re.search(failure.strings, failure.witness)
    assert _verdict(failure.witness) == failure.does


@given(kzst.edtf_dates())
def test_what_is_parsed_is_printed_again(text: str) -> None:
    parts = parse(text)
    assert str(parts) == text
    assert isinstance(parts, IntervalParts) == ("/" in text)


@given(st.text("0123456789XY-/.?~%T:Z+", max_size=24))
def test_only_what_is_valid_is_parsed(text: str) -> None:
    if reason_invalid(text):
        with pytest.raises(ValueError, match="found "):
            parse(text)
    else:
        assert str(parse(text)) == text


@given(kzst.edtf_dates(), kzst.edtf_dates())
def test_comparing_is_antisymmetric_and_agrees_with_the_bounds(a: str, b: str) -> None:
    order = compare(a, b)
    assert compare(b, a) == (None if order is None else -order)
    last, first = bounds(a).latest, bounds(b).earliest
    if last and first:
        assert (order == -1) == (last < first)


@given(kzst.edtf_dates(), kzst.edtf_dates(), kzst.edtf_dates())
def test_comparing_is_transitive(a: str, b: str, c: str) -> None:
    if compare(a, b) == compare(b, c) == -1:
        assert compare(a, c) == -1


@given(st.dates(dt.date(1, 1, 1)), st.sampled_from((4, 7, 10)))
def test_a_part_of_a_date_holds_the_day(day: dt.date, length: int) -> None:
    first, last = bounds(day.isoformat()[:length])
    assert first
    assert last
    assert first <= day <= last
    assert isinstance(parse(day.isoformat()), DateParts)
