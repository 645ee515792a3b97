"""Dates as EDTF strings: what is valid, which days a date can mean, and which of two comes first.

The subset is EDTF level 0 and level 1, and level 2's unspecified digits: ``2022-10-14``, ``2022-10-14T09:30:00Z``, ``2022-10/2022-12``,
``2022-21`` (a season), ``2022-08?``, ``Y-17000``, ``2022-10/..``, ``XXXX-10-14``, ``1X22-1X``.
See https://www.loc.gov/standards/datetime/.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from kzcorpus.model.notation import LONGEST, DateParts, IntervalParts, NotationError, parts

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_MONTHS = 12
_LEAP_DAY = ("02", "29")
_MOST_DIGITS = 400  # of a year that is compared as a number

Day = tuple[float, int, int]
"""Year, month and day; the year is infinite where it has more digits than are compared."""


class Bounds(NamedTuple):
    """The first and the last day that a date can mean; None where there is none within the years 1 to 9999."""

    earliest: dt.date | None
    latest: dt.date | None


class _Extent(NamedTuple):
    """The first and the last day that a date can mean, of any year; None where that end is open or unknown."""

    first: Day | None
    last: Day | None


def _completions(pattern: str, *, last_first: bool = False) -> Iterator[int]:
    """Yield the numbers, in order, that digits with X for unknown ones can mean."""
    every = "9876543210" if last_first else "0123456789"
    return (int("".join(digits)) for digits in product(*(every if letter == "X" else letter for letter in pattern)))


def _years(pattern: str, *, last_first: bool) -> Iterator[int]:
    """Yield the years that a pattern can mean, one by one, since most dates need only the first."""
    if not pattern.startswith("-"):
        return _completions(pattern, last_first=last_first)
    return (-year for year in _completions(pattern[1:], last_first=not last_first) if year)


def _last_day(year: int, month: int) -> int:
    # the proleptic calendar repeats every 400 years, and the standard library starts at year 1
    return calendar.monthrange(year % 400 + 400, month)[1]


def _extreme(year_pattern: str, month_pattern: str, day_pattern: str, *, last: bool) -> Day | None:
    """Return the first or last day that fits the three patterns, or None where no day does."""
    months = [month for month in _completions(month_pattern, last_first=last) if 1 <= month <= _MONTHS]
    days = [day for day in _completions(day_pattern) if day]
    for year in _years(year_pattern, last_first=last):
        for month in months:
            end = _last_day(year, month)
            fitting = [day for day in days if day <= end]
            if fitting:
                return year, month, fitting[-1 if last else 0]
        if (month_pattern, day_pattern) != _LEAP_DAY:
            return None  # only 29 February depends on the year
    return None


def _season(year_pattern: str, season: int) -> tuple[Day, Day]:
    # northern meteorological seasons; winter ends in the year after the one it is named for
    first, last = _SEASONS[season]
    low, high = next(_years(year_pattern, last_first=False)), next(_years(year_pattern, last_first=True))
    end_year, end_month = (high + 1, last - _MONTHS) if last > _MONTHS else (high, last)
    return (low, first, 1), (end_year, end_month, _last_day(end_year, end_month))


def _date(text: str, date: DateParts) -> _Extent:
    """Return the first and last day of a date that is no interval."""
    year, month, day = date.year, date.month or "XX", date.day or "XX"
    if year.startswith("Y"):
        long = _long_year(year[1:])
        return _Extent((long, 1, 1), (long, _MONTHS, 31))
    if year == "-0000":
        raise NotationError("found the year -0000, expected 0000 or another year")
    if "X" not in month and int(month) in _SEASONS and date.day is None:
        return _Extent(*_season(year, int(month)))
    first, last = _extreme(year, month, day, last=False), _extreme(year, month, day, last=True)
    if first is None or last is None:
        raise NotationError(f"found {text[:LONGEST]!r}, expected a day that the calendar has")
    return _Extent(first, last)


def _long_year(digits: str) -> float:
    sign, digits = (-1, digits[1:]) if digits.startswith("-") else (1, digits)
    return sign * (int(digits) if len(digits) <= _MOST_DIGITS else float("inf"))


def _extent(text: str) -> _Extent:
    found = parts(text)
    if isinstance(found, DateParts):
        return _date(text, found)
    start, end = found
    first = _date(text, start).first if isinstance(start, DateParts) else None
    last = _date(text, end).last if isinstance(end, DateParts) else None
    if first and last and first > last:
        raise NotationError(f"found {text[:LONGEST]!r}, expected an interval whose start is not after its end")
    return _Extent(first, last)


def _day(day: Day | None) -> dt.date | None:
    return dt.date(int(day[0]), day[1], day[2]) if day and dt.MINYEAR <= day[0] <= dt.MAXYEAR else None


def _judge(text: str) -> _Extent | str:
    try:
        return _extent(text)
    except NotationError as error:
        return str(error)


def _bounded(text: str) -> Bounds | str:
    extent = _judge(text)
    return extent if isinstance(extent, str) else Bounds(_day(extent.first), _day(extent.last))


_remembered = lru_cache(maxsize=4096)(_bounded)


def _known(text: str) -> Bounds | str:
    """Return the bounds of a date, or what is wrong with it."""
    return _remembered(text) if len(text) <= LONGEST else _bounded(text)


def bounds(text: str) -> Bounds:
    """Return the earliest and the latest day that an EDTF string can mean, inclusive.

    Raises ``ValueError`` where the string is no EDTF of our subset. Seasons are the northern meteorological ones.

    >>> bounds("2022-02")
    Bounds(earliest=datetime.date(2022, 2, 1), latest=datetime.date(2022, 2, 28))
    """
    known = _known(text)
    if isinstance(known, Bounds):
        return known
    raise ValueError(known)


def reason_invalid(text: str) -> str | None:
    """Return why a string is no EDTF date of our subset, or None where it is one.

    >>> reason_invalid("2022-10-14") is None
    True
    >>> reason_invalid("Y-17E7")
    "found 'Y-17E7', a year with an exponent, which is level 2, expected level 0 or 1, or level 2's unspecified digits"
    """
    known = _known(text)
    return known if isinstance(known, str) else None


def parse(text: str) -> DateParts | IntervalParts:
    """Return the parts of a valid EDTF string; ``str`` of them is the string again.

    Raises ``ValueError`` where the string is no EDTF of our subset.

    >>> parse("202X-10").year, str(parse("2022-10/.."))
    ('202X', '2022-10/..')
    """
    bounds(text)
    return parts(text)


def compare(a: str, b: str) -> int | None:
    """Tell which of two EDTF strings comes first: -1 where ``a`` ends before ``b`` begins, 1 where it begins after ``b`` ends.

    0 where both mean the same one day; None where they overlap, so that nobody knows. Years before 1 and after 9999 are compared too.
    An end that is open or unknown may be any day. Raises ``ValueError`` where a string is no EDTF of our subset.

    >>> compare("2021", "2022-10"), compare("2022-10", "2022"), compare("2022-10-14", "2022-10-14")
    (-1, None, 0)
    """
    (first, last), (other_first, other_last) = _extent(a), _extent(b)
    if last and other_first and last < other_first:
        return -1
    if first and other_last and first > other_last:
        return 1
    return 0 if first and first == last == other_first == other_last else None
