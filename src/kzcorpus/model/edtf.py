"""Dates as EDTF strings: what is valid, and which days a date can mean.

The subset is EDTF level 0 and level 1, and level 2's unspecified digits: ``2022-10-14``, ``2022-10-14T09:30:00Z``, ``2022-10/2022-12``,
``2022-21`` (a season), ``2022-08?``, ``Y-17000``, ``2022-10/..``, ``XXXX-10-14``, ``1X22-1X``.
See https://www.loc.gov/standards/datetime/.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

_DATE = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<qualifier>[?~%])?", re.ASCII)
_LONG_YEAR = re.compile(r"Y-?[1-9][0-9]{4,}", re.ASCII)
_MOMENT = re.compile(
    r"(?P<date>-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?",
    re.ASCII,
)
_LONGEST = 64  # only a long year can be longer; nothing is gained by quoting or remembering more than this
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_MONTHS = 12
_LEAP_DAY = ("02", "29")

Day = tuple[int, int, int]


class Bounds(NamedTuple):
    """The first and the last day that a date can mean; None where there is none within the years 1 to 9999."""

    earliest: dt.date | None
    latest: dt.date | None


class _InvalidError(ValueError):
    pass


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


def _date(text: str) -> tuple[Day, Day]:
    """Return the first and last day of a date that is no interval."""
    found = _DATE.fullmatch(text)
    if not found:
        raise _InvalidError(f"found {text[:_LONGEST]!r}, expected an EDTF date such as 2022-10-14, 2022-10, 2022-08? or XXXX-10-14")
    year, month, day = found["year"], found["month"] or "XX", found["day"] or "XX"
    if year == "-0000":
        raise _InvalidError("found the year -0000, expected 0000 or another year")
    if "X" not in month and int(month) in _SEASONS and found["day"] is None:
        return _season(year, int(month))
    first, last = _extreme(year, month, day, last=False), _extreme(year, month, day, last=True)
    if first is None or last is None:
        raise _InvalidError(f"found {text[:_LONGEST]!r}, expected a day that the calendar has")
    return first, last


def _day(day: Day | None) -> dt.date | None:
    return dt.date(*day) if day and dt.MINYEAR <= day[0] <= dt.MAXYEAR else None


def _end(text: str) -> tuple[Day | None, Day | None]:
    return (None, None) if text in ("", "..") else _date(text)


def _interval(text: str) -> Bounds:
    start, _, end = text.partition("/")
    if not start and not end:
        raise _InvalidError("found '/', expected an interval with a start or an end")
    first, last = _end(start)[0], _end(end)[1]
    if first and last and first > last:
        raise _InvalidError(f"found {text[:_LONGEST]!r}, expected an interval whose start is not after its end")
    return Bounds(_day(first), _day(last))


def _parse(text: str) -> Bounds | str:
    try:
        if _LONG_YEAR.fullmatch(text):
            return Bounds(None, None)
        if "/" in text:
            return _interval(text)
        if moment := _MOMENT.fullmatch(text):
            text = moment["date"]
        first, last = _date(text)
    except _InvalidError as error:
        return str(error)
    return Bounds(_day(first), _day(last))


_remembered = lru_cache(maxsize=4096)(_parse)


def _judge(text: str) -> Bounds | str:
    """Return the bounds of a date, or what is wrong with it."""
    return _remembered(text) if len(text) <= _LONGEST else _parse(text)


def bounds(text: str) -> Bounds:
    """Return the earliest and the latest day that an EDTF string can mean, inclusive.

    Raises ``ValueError`` where the string is no EDTF of our subset. Seasons are the northern meteorological ones.

    >>> bounds("2022-02")
    Bounds(earliest=datetime.date(2022, 2, 1), latest=datetime.date(2022, 2, 28))
    """
    parsed = _judge(text)
    if isinstance(parsed, Bounds):
        return parsed
    raise ValueError(parsed)


def reason_invalid(text: str) -> str | None:
    """Return why a string is no EDTF date of our subset, or None where it is one.

    >>> reason_invalid("2022-10-14") is None
    True
    """
    parsed = _judge(text)
    return parsed if isinstance(parsed, str) else None
