"""How EDTF writes a date: its parts as they stand, and which feature of the standard a string has that the model does not take.

See https://www.loc.gov/standards/datetime/ (Extended Date/Time Format, 4 February 2019). The parts are kept as text: ``str`` of what
``parts`` returns is the string it was given.
"""

import re
from typing import NamedTuple

LONGEST = 64
"""No valid date but a long year is longer, in code points: messages quote no more than this."""

_DATE = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<qualifier>[?~%])?", re.ASCII)
_LONG_YEAR = re.compile(r"Y-?[1-9][0-9]{4,}", re.ASCII)
_MOMENT = re.compile(
    r"(?P<date>-?[0-9]{4}-[0-9]{2}-[0-9]{2})(?P<time>T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])"
    r"(?P<zone>Z|[+-](?:(?:0[0-9]|1[0-3])(?::[0-5][0-9])?|14(?::00)?))?",
    re.ASCII,
)
_BEYOND = (
    (re.compile(r"[\[{][0-9X?~%,./-]*[\]}]", re.ASCII), "a set of dates"),
    (re.compile(r"Y-?[0-9]+E[0-9]+(?:S[0-9]+)?", re.ASCII), "a year with an exponent"),
    (re.compile(r"Y?-?[0-9]{4,}S[0-9]+", re.ASCII), "a year with significant digits"),
    (re.compile(r"-?[0-9X]{4}-(?:2[5-9]|3[0-9]|4[01])[?~%]?", re.ASCII), "a grouping of months other than the seasons 21 to 24"),
    (re.compile(r"[?~%]?-?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}", re.ASCII), "a qualifier of a part"),
)
"""What level 2 has beside unspecified digits, with its name."""


class DateParts(NamedTuple):
    """The parts of a date as EDTF writes them: ``202X``, ``10``, ``14``, ``T09:30:00``, ``+05:30``, ``?``; None for what is left out.

    A month from 21 to 24 is a season. A long year keeps its ``Y``.
    """

    year: str
    month: str | None = None
    day: str | None = None
    time: str | None = None
    zone: str | None = None
    qualifier: str | None = None

    def __str__(self) -> str:
        """Write the date as EDTF."""
        date = "-".join(part for part in (self.year, self.month, self.day) if part is not None)
        return "".join((date, self.time or "", self.zone or "", self.qualifier or ""))


class IntervalParts(NamedTuple):
    """The ends of an interval: dates, ``..`` for an open end, nothing for an unknown one."""

    start: DateParts | str
    end: DateParts | str

    def __str__(self) -> str:
        """Write the interval as EDTF."""
        return f"{self.start}/{self.end}"


class NotationError(ValueError):
    """A string that is not written as EDTF, or has a feature beyond the model's subset; its text tells which."""


def parts(text: str) -> DateParts | IntervalParts:
    """Return the parts of an EDTF string; whether its calendar has such a day is not asked.

    Raises ``NotationError`` with what was found and what was expected.

    >>> parts("2022-10?/..")
    IntervalParts(start=DateParts(year='2022', month='10', day=None, time=None, zone=None, qualifier='?'), end='..')
    """
    if "/" in text:
        start, _, end = text.partition("/")
        if not start and not end:
            raise NotationError("found '/', expected an interval with a start or an end")
        return IntervalParts(_end(start), _end(end))
    if _LONG_YEAR.fullmatch(text):
        return DateParts(text)
    if moment := _MOMENT.fullmatch(text):
        date = _date(moment["date"])
        return date._replace(time=moment["time"], zone=moment["zone"])
    return _date(text)


def _end(text: str) -> DateParts | str:
    if text in ("", ".."):
        return text
    if _MOMENT.fullmatch(text) or _LONG_YEAR.fullmatch(text):
        raise NotationError(f"found {text[:LONGEST]!r} as an end of an interval, expected a date without a time, of a year of four digits")
    return _date(text)


def _date(text: str) -> DateParts:
    found = _DATE.fullmatch(text)
    if found and not (found["day"] is None and _is_grouping(found["month"])):
        return DateParts(found["year"], found["month"], found["day"], qualifier=found["qualifier"])
    if len(text) <= LONGEST:
        for pattern, name in _BEYOND:
            if pattern.fullmatch(text):
                raise NotationError(f"found {text!r}, {name}, which is level 2, expected level 0 or 1, or level 2's unspecified digits")
    raise NotationError(f"found {text[:LONGEST]!r}, expected an EDTF date such as 2022-10-14, 2022-10, 2022-08? or XXXX-10-14")


def _is_grouping(month: str | None) -> bool:
    return month is not None and "25" <= month <= "41" and "X" not in month
