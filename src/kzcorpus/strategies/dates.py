"""Dates: EDTF strings of every form the model accepts, and the values that hold them."""

from __future__ import annotations

import calendar
from datetime import date

from hypothesis import strategies as st

from kzcorpus.model.dates import Basis, When
from kzcorpus.strategies.drawing import Ground, kinds, some
from kzcorpus.strategies.layout import span_within

Day = tuple[int, int, int]

_YEARS = st.one_of(st.integers(1900, 2100), st.integers(-9998, 9999), st.sampled_from((0, 1, -1, 9999, -9998, 1900, 2000, -4)))
_MONTHS = st.integers(1, 12)
_DATES = st.dates(date(1990, 1, 1), date(2030, 12, 31))
_TEMPLATES = (
    *("{0:%Y-%m-%d}", "{0:%Y-%m-%d}", "{0:%Y-%m}", "{0:%Y}", "XXXX-{0:%m-%d}", "XXXX-{0:%m}", "{0:%Y-%m}-XX", "{0:%Y}-XX-XX"),
    *("{0:%Y-%m-%d}?", "{0:%Y}~", "{0:%Y-%m-%d}/..", "../{0:%Y-%m-%d}", "{0:%Y-%m}/{0:%Y}", "{0:%Y-%m-%d}T09:30:00Z"),
    *("../..", "XXXX", "XXXX-XX-XX", "XXXX-02-29", "/.."),
)
_QUALIFIERS = st.sampled_from(("", "", "", "?", "~", "%"))
_PRECISIONS = st.sampled_from(("day", "month", "year", "season"))
_MASKS = st.one_of(
    st.sampled_from((0xF0, 0xC0, 0x0F, 0x0C, 0x08, *(1 << at for at in range(8)))), st.integers(0, 255)
)  # bit 0: first digit
_PLAIN = st.booleans()
_ZONES = st.sampled_from(("", "Z", "+00:00", "-04", "+05:30", "+14:00", "-00:00"))
_CLOCKS = st.one_of(st.sampled_from((0, 86_399)), st.integers(0, 86_399))
_LONG = st.builds("Y{}{}".format, st.sampled_from(("", "-")), st.integers(10_000, 10**20))
_FORMS = st.sampled_from(("date", "date", "date", "date", "interval", "open", "moment", "long"))


def _day(draw: st.DrawFn) -> Day:
    """Draw a day that the proleptic Gregorian calendar has, year 0 and years before it included."""
    year, month = draw(_YEARS), draw(_MONTHS)
    return year, month, draw(st.integers(1, calendar.monthrange(year % 400 + 400, month)[1]))


def _year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def _season(day: Day) -> str:
    year, month, _ = day
    named = year - 1 if month < 3 else year  # noqa: PLR2004 -- winter is named for the year it begins in
    return f"{_year(named)}-{21 + (month % 12 - 3) // 3 % 4}"


def _masked(draw: st.DrawFn, text: str, kept: int) -> str:
    """Put X for some digits, but not for the last ``kept``; the date it was drawn from stays one that it can mean."""
    if draw(_PLAIN):
        return text
    mask, digits = draw(_MASKS), text[: len(text) - kept]
    covered = "".join("X" if letter.isdigit() and mask >> at % 8 & 1 else letter for at, letter in enumerate(digits.replace("-", "")))
    letters = iter(covered)
    return "".join(letter if letter == "-" else next(letters) for letter in digits) + text[len(text) - kept :]


def _calendar_date(draw: st.DrawFn, day: Day) -> str:
    """Write a day as a date, month, year or season that it falls into, with X digits and a qualifier now and then."""
    precision = draw(_PRECISIONS)
    if precision == "season":
        return _masked(draw, _season(day), 2) + draw(_QUALIFIERS)
    year, month, number = day
    full = f"{_year(year)}-{month:02}-{number:02}"
    return _masked(draw, full[: len(full) - {"day": 0, "month": 3, "year": 6}[precision]], 0) + draw(_QUALIFIERS)


def _moment(draw: st.DrawFn) -> str:
    (year, month, day), seconds = _day(draw), draw(_CLOCKS)
    minutes, second = divmod(seconds, 60)
    return f"{_year(year)}-{month:02}-{day:02}T{minutes // 60:02}:{minutes % 60:02}:{second:02}{draw(_ZONES)}"


def _interval(draw: st.DrawFn) -> str:
    first, last = sorted((_day(draw), _day(draw)))
    return f"{_calendar_date(draw, first)}/{_calendar_date(draw, last)}"


def _open(draw: st.DrawFn) -> str:
    known, other = _calendar_date(draw, _day(draw)), draw(st.sampled_from(("..", "")))
    return f"{known}/{other}" if draw(st.booleans()) else f"{other}/{known}"


def edtf(draw: st.DrawFn) -> str:
    """Draw an EDTF string."""
    form = draw(_FORMS)
    if form == "date":
        return _calendar_date(draw, _day(draw))
    if form == "long":
        return draw(_LONG)
    return {"interval": _interval, "open": _open, "moment": _moment}[form](draw)


@st.composite
def _edtf_dates(draw: st.DrawFn) -> str:
    return edtf(draw)


EDTF = st.tuples(st.sampled_from(_TEMPLATES), _DATES).map(lambda parts: parts[0].format(parts[1])) | _edtf_dates()


def edtf_dates() -> st.SearchStrategy[str]:
    """EDTF strings: days, months, years, seasons, moments, intervals, open ones, long years, qualifiers, unspecified digits."""
    return EDTF


def when(draw: st.DrawFn, ground: Ground | None = None) -> When:
    """Draw a date; with a span where it stands on a text."""
    fields = {"basis": kinds(Basis), "anchor": EDTF}
    located = {"span": lambda: span_within(draw, ground.length)} if ground else {}
    return When(draw(EDTF), **some(draw, **fields, **located))


@st.composite
def whens(draw: st.DrawFn, *, length: int | None = 100) -> When:
    """Dates with their basis and anchor; their spans lie within ``length`` code points, None: they have no span."""
    return when(draw, None if length is None else Ground(length))
