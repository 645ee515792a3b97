"""Dates as EDTF strings: what is valid, and which days a date can mean.

The subset is EDTF level 0 and level 1, and level 2's unspecified digits: ``2022-10-14``, ``2022-10-14T09:30:00Z``, ``2022-10/2022-12``,
``2022-21`` (a season), ``2022-08?``, ``Y-17000``, ``2022-10/..``, ``XXXX-10-14``, ``1X22-1X``.
See https://www.loc.gov/standards/datetime/.
"""

import calendar
import datetime
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
_LONGEST = 64  # only a long year can be longer; nothing is gained by quoting more than this
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_LEAP = 29
_FEBRUARY = 2

Day = tuple[int, int, int]


class Bounds(NamedTuple):
    """The first and the last day that a date can mean; None where there is none within the years 1 to 9999."""

    earliest: datetime.date | None
    latest: datetime.date | None


class _InvalidError(ValueError):
    pass


def _completions(pattern: str, low: int, high: int, *, last_first: bool = False) -> Iterator[int]:
    """Yield the numbers from low to high, in order, that two or four digits with X for unknown ones can mean."""
    unknown = "9876543210" if last_first else "0123456789"
    for digits in product(*(unknown if digit == "X" else digit for digit in pattern.lstrip("-"))):
        number = int("".join(digits))
        if low <= number <= high:
            yield number


def _years(pattern: str, *, last_first: bool) -> Iterator[int]:
    if pattern.startswith("-"):
        return (-year for year in _completions(pattern, 1, 9999, last_first=not last_first))
    return _completions(pattern, 0, 9999, last_first=last_first)


def _last_day(year: int, month: int) -> int:
    # the proleptic calendar repeats every 400 years, and the standard library starts at year 1
    return calendar.monthrange(year % 400 + 400, month)[1]


def _extreme(year_pattern: str, month_pattern: str, day_pattern: str, *, last: bool) -> Day | None:
    """Return the first or last day that fits the three patterns, or None where no day does."""
    months = list(_completions(month_pattern, 1, 12))
    if last:
        months.reverse()
    days = list(_completions(day_pattern, 1, 31))
    for year in _years(year_pattern, last_first=last):
        for month in months:
            fitting = [day for day in days if day <= _last_day(year, month)]
            if fitting:
                return year, month, fitting[-1 if last else 0]
        if not (month_pattern == f"{_FEBRUARY:02}" and day_pattern == f"{_LEAP}"):
            return None  # only 29 February depends on the year
    return None


def _season(year_pattern: str, season: int) -> tuple[Day, Day]:
    # northern meteorological seasons; winter ends in the year after the one it is named for
    first, last = _SEASONS[season]
    low, high = next(_years(year_pattern, last_first=False)), next(_years(year_pattern, last_first=True))
    end_year, end_month = (high + 1, last - 12) if last > 12 else (high, last)  # noqa: PLR2004
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


def _day(day: Day | None) -> datetime.date | None:
    return datetime.date(*day) if day and datetime.MINYEAR <= day[0] <= datetime.MAXYEAR else None


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


@lru_cache(maxsize=4096)
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


def bounds(text: str) -> Bounds:
    """Return the earliest and the latest day that an EDTF string can mean, inclusive.

    Raises ``ValueError`` where the string is no EDTF of our subset. Seasons are the northern meteorological ones.

    >>> bounds("2022-02")
    Bounds(earliest=datetime.date(2022, 2, 1), latest=datetime.date(2022, 2, 28))
    """
    parsed = _parse(text)
    if isinstance(parsed, str):
        raise ValueError(parsed)
    return parsed


def reason_invalid(text: str) -> str | None:
    """Return why a string is no EDTF date of our subset, or None where it is one.

    >>> reason_invalid("2022-10-14") is None
    True
    """
    parsed = _parse(text)
    return parsed if isinstance(parsed, str) else None
