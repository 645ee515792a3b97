"""What a date phrase means once a day is known to count from: "on Friday", "October 14", "March last year", "two weeks ago".

Nothing here knows an article: a phrase, its literal value, a day, and whether the writer plainly speaks of what is to come.
"""

import calendar
import datetime as dt
from collections.abc import Callable, Iterator

from kzcorpus.model.edtf import bounds, reason_invalid
from kzcorpus.read.dating.forms import Grammar, grammar
from kzcorpus.read.dating.literals import UNKNOWN_YEAR, Phrase

Value = str | None
_WEEK = 7
_SATURDAY = 5
_MONTHS = 12
_QUARTER = 3
_FULL_DAY = len("XXXX-10-14")
_SOON = 92  # days
_YEARS_TRIED = 9  # 29 February may be eight years away
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_UNTOLD = frozenset({"same", "previous", "following"})
"""These count from something in the text, not from its publication."""
_YEARS = {"last": -1, "this": 0, "next": 1}
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def reckoned(phrase: Phrase, day: dt.date, *, future: bool | None) -> Value:
    """Return what a phrase means on a day, as EDTF; None where the day does not help.

    The past is meant, the last such day or the last such month that has begun, unless ``future``: then the first that is not over. Where
    nobody can tell, ``future`` is None, a day of a month that comes within three months is meant rather than one of last year.
    """
    try:
        value = _value(phrase, day, future=future)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return None
    return None if value is None or reason_invalid(value) else value


def _value(phrase: Phrase, day: dt.date, *, future: bool | None) -> Value:
    literal = phrase.edtf
    if literal is not None:
        return _dated(phrase, literal, day, future=future) if UNKNOWN_YEAR in literal else None
    reckon = next((reckon for field, reckon in _RECKONERS.items() if phrase.field(field)), None)
    return reckon(phrase, day, future) if reckon else None


def _leads(phrase: Phrase) -> str:
    """Return the word that leads a phrase: ``last``, ``next``, ``this`` ...; "this past" is ``past``; nothing where there is none."""
    words = (phrase.field("lead") or "").casefold().split()
    return words[-1] if words else ""


def _in_year(literal: str, year: int) -> str:
    """Put a year for the unknown one; a range that wraps around ends in the year after."""
    start, stroke, end = literal.partition("/")
    start = start.replace(UNKNOWN_YEAR, f"{year:04}")
    end = end.replace(UNKNOWN_YEAR, f"{year:04}")
    if stroke and end[4:] < start[4:] and end[:4] == start[:4] and UNKNOWN_YEAR in literal.partition("/")[2]:
        end = f"{year + 1:04}{end[4:]}"
    return f"{start}{stroke}{end}"


def _candidates(literal: str, years: Iterator[int]) -> Iterator[tuple[str, dt.date, dt.date]]:
    for year in years:
        value = _in_year(literal, year)
        if dt.MINYEAR <= year < dt.MAXYEAR and not reason_invalid(value):
            first, last = bounds(value)
            if first and last:
                yield value, first, last


def _last(literal: str, day: dt.date) -> Value:
    """Return the last such date that has begun."""
    years = iter(range(day.year, day.year - _YEARS_TRIED, -1))
    return next((value for value, first, _ in _candidates(literal, years) if first <= day), None)


def _next(literal: str, day: dt.date) -> Value:
    """Return the first such date that is not over."""
    years = iter(range(day.year - 1, day.year + _YEARS_TRIED))
    return next((value for value, _, last in _candidates(literal, years) if last >= day), None)


def _dated(phrase: Phrase, literal: str, day: dt.date, *, future: bool | None) -> Value:
    """Reckon a date without its year."""
    which, lead = (phrase.field("which") or "").casefold(), _leads(phrase)
    if which or lead == "this":
        step = _YEARS.get(which or lead)
        return None if step is None else _in_year(literal, day.year + step)
    if lead:
        return _led_month(lead, literal, day)
    nearer, further = (_next, _last) if future or (future is None and _is_soon(literal, day)) else (_last, _next)
    value = nearer(literal, day)
    if agrees(phrase, value):
        return value
    other = further(literal, day)
    return other if agrees(phrase, other) else None


def _is_soon(literal: str, day: dt.date) -> bool:
    """Tell whether a day of a month comes soon: in October, "14 November" without a verb is hardly last year's."""
    value = _next(literal, day) if len(literal) == _FULL_DAY else None
    first = bounds(value).earliest if value else None
    return first is not None and (first - day).days <= _SOON


def _led_month(lead: str, literal: str, day: dt.date) -> Value:
    """Reckon "last January", "next May": the month of the day itself is neither."""
    if lead in ("last", "past"):
        return _last(literal, day.replace(day=1) - dt.timedelta(1))
    if lead in ("next", "coming"):
        return _next(literal, day.replace(day=_length(day.year, day.month)) + dt.timedelta(1))
    return None


def agrees(phrase: Phrase, value: Value) -> bool:
    """Tell whether the weekday that a phrase names, if any, is that of a day."""
    name, rules = phrase.field("weekday"), grammar()
    if name is None or value is None or not phrase.field("day"):
        return True
    first = bounds(value).earliest
    return first is None or first.weekday() == rules.weekdays[name]


def _weekday(phrase: Phrase, day: dt.date, future: bool | None) -> Value:  # noqa: FBT001 -- one of the reckoners, called by its place
    lead = _leads(phrase)
    if lead in _UNTOLD:
        return None
    name = phrase.field("weekday") or ""
    back = (day.weekday() - grammar().weekdays[name]) % _WEEK
    if lead in ("next", "coming") or ((not lead or lead == "this") and future):
        ahead = -back % _WEEK or (_WEEK if lead in ("next", "coming") else 0)
        return _iso(day, ahead)
    return _iso(day, -(back or (_WEEK if lead in ("last", "past") else 0)))


def _iso(day: dt.date, shift: int = 0) -> str:
    return (day + dt.timedelta(shift)).isoformat()


def _day_word(phrase: Phrase, day: dt.date, _future: bool | None) -> Value:  # noqa: FBT001
    shift = _DAYS.get((phrase.field("day") or "").casefold())
    return None if shift is None else _iso(day, shift)


def _beyond(phrase: Phrase, day: dt.date, _future: bool | None) -> Value:  # noqa: FBT001
    """Reckon "the day before yesterday", "the year after next"."""
    unit, way, base = ((phrase.field(name) or "").casefold() for name in ("unit", "way", "from"))
    if (unit == "day") != (base in ("yesterday", "tomorrow")) or (way == "before") != (base in ("yesterday", "last")):
        return None
    return _unit(unit, day, 2 if way == "after" else -2)


def _ago(phrase: Phrase, day: dt.date, _future: bool | None) -> Value:  # noqa: FBT001
    """Reckon "two weeks ago"; only days are counted exactly. "A year earlier" counts from something else."""
    number = _count(grammar(), phrase.field("number") or "")
    end, unit = (phrase.field("end") or "").casefold(), (phrase.field("unit") or "").casefold().removesuffix("s")
    if number is None or end in ("earlier", "later"):
        return None
    shift = -number if end == "ago" else number
    if unit == "day":
        return _iso(day, shift)
    if unit == "week":
        return f"{_iso(day, shift * _WEEK)}~"
    value = _unit("year", day, shift * 10) if unit == "decade" else _unit(unit, day, shift)
    return f"{value}~"


def _count(rules: Grammar, number: str) -> int | None:
    return int(number) if number.isdigit() else rules.counts_of.get(number.casefold())


def _led_unit(phrase: Phrase, day: dt.date, _future: bool | None) -> Value:  # noqa: FBT001
    """Reckon "last week", "this year", "next quarter", "last summer"."""
    lead, unit = _leads(phrase), (phrase.field("unit") or "").casefold()
    step = {"past": -1, "coming": 1}.get(lead, _YEARS.get(lead))
    if step is None:
        return None
    if unit in _SEASONS:
        return _season(_SEASONS[unit], day, step)
    if unit == "weekend" and lead == "coming" and day.weekday() < _SATURDAY:
        step = 0
    if unit in ("morning", "afternoon", "evening", "night"):
        return _iso(day, step)
    return None if unit == "day" else _unit(unit, day, step)


def _season(number: int, day: dt.date, step: int) -> str:
    """Return the last season that is over, the one of this year, or the next that has not begun; winter bears the year it begins in."""
    own = day.year - 1 if day.month < _QUARTER and number == _SEASONS["winter"] else day.year
    if step == 0:
        return f"{own:04}-{number}"
    years = range(day.year, day.year - 3, -1) if step < 0 else range(day.year - 1, day.year + 2)
    for year in years:
        first, last = bounds(f"{year:04}-{number}")
        if first and last and (last < day if step < 0 else first > day):
            return f"{year:04}-{number}"
    raise OverflowError


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _unit(unit: str, day: dt.date, step: int) -> Value:
    """Return the day, week, month ... that lies some steps away from the one that holds a day."""
    reckon = _UNITS.get(unit)
    return reckon(day, step) if reckon else None


def _week(day: dt.date, step: int, first: int = 0) -> str:
    monday = day + dt.timedelta(step * _WEEK - day.weekday())
    return f"{_iso(monday, first)}/{_iso(monday, _WEEK - 1)}"


def _month(day: dt.date, step: int) -> str:
    months = day.year * _MONTHS + day.month - 1 + step
    return f"{months // _MONTHS:04}-{months % _MONTHS + 1:02}"


def _quarter(day: dt.date, step: int) -> str:
    first = step * _QUARTER - (day.month - 1) % _QUARTER
    return f"{_month(day, first)}/{_month(day, first + _QUARTER - 1)}"


_UNITS: dict[str, Callable[[dt.date, int], str]] = {
    "day": _iso,
    "week": _week,
    "weekend": lambda day, step: _week(day, step, _SATURDAY),
    "month": _month,
    "quarter": _quarter,
    "year": lambda day, step: f"{day.year + step:04}",
    "decade": lambda day, step: f"{day.year // 10 + step:03}X",
    "century": lambda day, step: f"{day.year // 100 + step:02}XX",
}


_RECKONERS: dict[str, Callable[[Phrase, dt.date, bool | None], Value]] = {
    "number": _ago,
    "way": _beyond,
    "weekday": _weekday,
    "lead": _led_unit,
    "day": _day_word,
}
"""The field that tells how a phrase without a literal value is reckoned, and the function."""
