"""Dates that are none, that no calendar has, that lack a year, or that come in the wrong order."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kzcorpus.analysis.catalogue import found, phrase
from kzcorpus.analysis.terms import term_set
from kzcorpus.analysis.wording import paragraphs
from kzcorpus.model.edtf import bounds
from kzcorpus.model.spans import Span
from kzcorpus.read.dating import FoundDate, dates, garbled_dates
from kzcorpus.read.dating.forms import grammar
from kzcorpus.read.sentences import sentences
from kzcorpus.read.vocabulary import common_verbs, tagging_verbs, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Finding

_YEARLESS = "XXXX"
_NOTICED = ("date-garbled", "date-inconsistent")  # codes under which reading tells some of these dates
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_YEARS = re.compile(r"(?<![\w/-]|[.,]\b)((?:1[5-9]|20)\d\d)\s?[-–—]\s?((?:1[5-9]|20)\d\d)(?![\w/-])")
_DAYS = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s?[-–—]\s?(\d{1,2})(?:st|nd|rd|th)?\b")
_JOINED = re.compile(r"\s?[-–—]\s?|,?\s(?:through|to|until|till|and)\s")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_CLAUSE = re.compile(r"[,;:()—“”\"]|\s[–-]\s|\b(?:that|which|who|whom|where|when|while|if|but|because|although)\b")
_INFINITIVE = re.compile(r"\bto\s+(?!the\b|a\b|an\b|his\b|her\b|their\b|its\b|this\b|that\b|[A-Z\d])[a-z]+\b")
_LEADS = {"to": "from", "and": "between"}
_SIGN = re.compile(r"[0-9]+|[A-Z]\w*|[^\W\d_a-zA-Z]\w*")  # what a date has: a digit, or the name of a month
_LIFETIMES = 200  # years; numbers further apart are no years
_REACH = 300  # code points of a sentence that are looked at on either side of a date
_ROOM = 32  # code points on either side of a digit or a month that its date may take up
_BEFORE, _AFTER = 6, 8  # words before a date, and after one that opens its sentence, among which its verb is
_NEAREST = dt.timedelta(days=120)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _stretches(text: str, unit: Span) -> Iterator[Span]:
    """Yield the stretches of a paragraph that may hold dates, apart from each other; in most of it none can stand."""
    start = end = -1
    months = grammar().months
    for sign in _SIGN.finditer(text, unit.start, unit.end):
        if sign.start() < end - 1 or (sign[0] not in months and not sign[0][0].isdigit()):
            continue
        first = text.rfind(" ", unit.start, max(unit.start, sign.start() - _ROOM)) + 1 or unit.start
        last = text.find(" ", sign.end() + _ROOM, unit.end)
        if start >= 0 and first > end:
            yield Span(start, end)
        start, end = (first if start < 0 or first > end else start), (last if last >= 0 else unit.end)
    if start >= 0:
        yield Span(start, end)


def _told_already(article: Article) -> frozenset[int]:
    """Return where the dates begin and end of which reading told something: a place may be either, since no two dates overlap."""
    return frozenset(
        edge for finding in article.findings if finding.code in _NOTICED for span in finding.spans for edge in (span.start, span.end)
    )


def _units(article: Article) -> tuple[Span, ...]:
    datelines = tuple(block.span for block in article.blocks if block.kind == "dateline")
    return (*datelines, *paragraphs(article))


def _backwards(text: str, span: Span) -> bool:
    """Tell whether a garbled date is a range of days that ends before it begins: "May 10–5"."""
    days = _DAYS.search(text, span.start, span.end)
    return days is not None and int(days[1]) > int(days[2]) and bool(_LETTERS.search(text, span.start, span.end))


def garbled(article: Article) -> Iterator[Finding]:
    """Find dates that are none: garbled ones, those no calendar has, and those that fall on another day of the week than the text says."""
    text, known = article.text, _told_already(article)
    for unit in _units(article):
        for span in (span for part in _stretches(text, unit) for span in garbled_dates(text, part)):
            if not known.isdisjoint((span.start, span.end)):
                continue
            if _backwards(text, span):
                yield _out_of_order(article, span)
            elif _LETTERS.search(text, span.start, span.end) or _ISO.search(text, span.start, span.end):
                yield _wrong(article, "date-garbled", span, ", which no calendar has", "compare the number of days in that month")
            else:
                message, hint = f"{phrase(text, span)} is no date", "compare the date in the source"
                yield found("date-garbled", message, article=article.id, spans=[span], hint=hint)


def _wrong(article: Article, code: str, span: Span, why: str, hint: str) -> Finding:
    return found(code, f"{phrase(article.text, span)}{why}", article=article.id, spans=[span], hint=hint)


def _out_of_order(article: Article, span: Span) -> Finding:
    message = f"{phrase(article.text, span)}, which ends before it begins"
    return found("date-out-of-order", message, article=article.id, spans=[span], hint="compare the two dates")


def _day(edtf: str | None, published: dt.date | None) -> dt.date | None:
    """Return the day that a full date means; for one without a year, the nearest to publication, if it is near."""
    if not edtf or "/" in edtf or len(edtf) != len("2022-10-14") or "X" in edtf.removeprefix(_YEARLESS):
        return None
    if not edtf.startswith(_YEARLESS):
        return bounds(edtf).earliest
    if published is None:
        return None
    near = [_in_year(edtf, year) for year in range(max(published.year - 1, 1), min(published.year + 2, 10_000))]
    day = min((day for day in near if day), key=lambda day: abs(day - published), default=None)
    return day if day and abs(day - published) <= _NEAREST else None


def _in_year(edtf: str, year: int) -> dt.date | None:
    try:
        return dt.date(year, int(edtf[5:7]), int(edtf[8:10]))
    except ValueError:
        return None


def _other_weekday(article: Article, date: FoundDate, published: dt.date | None) -> Iterator[Finding]:
    first = _WORD.match(article.text, date.span.start, date.span.end)
    if first and first[0].casefold() in _WEEKDAYS and (day := _day(date.edtf, published)):
        weekday = _WEEKDAYS[day.weekday()]
        if weekday != first[0].casefold():
            year = f"{day.isoformat()} was a {weekday.capitalize()}"
            yield _wrong(article, "date-inconsistent", date.span, f", but {year}", "compare the day of the week with a calendar")


def _ends_first(a: str, b: str) -> bool:
    """Tell whether one date ends before another begins; without a year only days of one month can be compared."""
    if a.startswith(_YEARLESS) and b.startswith(_YEARLESS):
        return len(a) == len(b) == len("XXXX-10-14") and a[:7] == b[:7] and b < a
    first, last = bounds(a).earliest, bounds(b).latest
    return "/" not in a + b and "X" not in (a + b) and first is not None and last is not None and last < first


def _ranges(article: Article, found_dates: list[FoundDate]) -> Iterator[Span]:
    """Yield the stretches of time that end before they begin: "from May 9 to May 5", "2019–2015"."""
    text = article.text
    for date in found_dates:
        start, stroke, end = (date.edtf or "").partition("/")
        if stroke and start and end and _ends_first(start, end):
            yield date.span
    for a, b in pairwise(found_dates):
        between = text[a.span.end : b.span.start] if b.span.start - a.span.end < len(", through  ") else ""
        if a.edtf and b.edtf and _JOINED.fullmatch(between) and _ends_first(a.edtf, b.edtf):
            needed = _LEADS.get(between.strip(" ,"))
            before = _WORD.findall(text[max(0, a.span.start - 30) : a.span.start])
            if needed is None or (before[-1:] == [needed] and not term_set("moved").intersection(before[-2:])):
                yield Span(a.span.start, b.span.end)
    for unit in paragraphs(article):
        for match in _YEARS.finditer(text, unit.start, unit.end):
            if 0 < int(match[1]) - int(match[2]) < _LIFETIMES:
                yield Span(*match.span())


@cache
def _past() -> frozenset[str]:
    """Return the past forms of common verbs that are not their base forms too."""
    forms = [(form, kind) for lemma in common_verbs() for form, kind in verb_forms(lemma)]
    base = {form for form, kind in forms if kind == "base"}
    return frozenset(form for form, kind in forms if kind == "past" and form not in base) | term_set("past")


def _is_past(word: str) -> bool:
    return word in _past() or (word.endswith("ed") and len(word) > len("need"))


def _told_as_past(text: str, date: Span, sentence: Span) -> bool:
    """Tell whether the clause of a date after "in", "on" or "since" is in the past, and nothing in its sentence looks ahead."""
    before = text[sentence.start : date.start]
    words = [word.casefold() for word in _WORD.findall(before)]
    if not words or words[-1] not in ("in", "on", "since") or words[-1] == "since":
        return bool(words) and words[-1] == "since" and not before.rstrip().endswith(",")
    whole = f"{before} {text[date.end : sentence.end]}"
    if not term_set("ahead").isdisjoint(word.casefold() for word in _WORD.findall(whole)) or _INFINITIVE.search(whole):
        return False
    clause = [word.casefold() for word in _WORD.findall(_CLAUSE.split(before)[-1])]
    told = [word for word in clause[-_BEFORE - 1 : -1] if _is_past(word) or word in tagging_verbs()]
    if told:
        return told[-1] not in tagging_verbs() or (clause[-2] in tagging_verbs() and words[-1] == "on")
    if len(words) > 1:
        return False
    after = text[date.end : sentence.end].lstrip(", ")
    return any(map(_is_past, (word.casefold() for word in _WORD.findall(_CLAUSE.split(after)[0])[:_AFTER])))


def _around(pieces: Sequence[Span], unit: Span, date: Span) -> Span:
    """Return the sentence of a date, as far as it is near."""
    at = bisect_right(pieces, date.start, key=lambda piece: piece.start) - 1
    sentence = pieces[at] if at >= 0 and pieces[at].covers(date) else unit
    return Span(max(sentence.start, date.start - _REACH), min(sentence.end, date.end + _REACH))


def _after_publication(article: Article, unit: Span, found_dates: list[FoundDate], published: dt.date) -> Iterator[Finding]:
    text = article.text
    late = [date for date in found_dates if date.edtf and (first := bounds(date.edtf).earliest) and first > published]
    if not late:
        return
    pieces = sentences(text, unit)
    for date in late:
        if _told_as_past(text, date.span, _around(pieces, unit, date.span)):
            message = f"{phrase(text, date.span)} is told as past in an article of {published.isoformat()}"
            hint = "compare the date with that of the article"
            yield found("date-out-of-order", message, article=article.id, spans=[date.span], hint=hint)


def _published(article: Article) -> dt.date | None:
    return article.published.latest if article.published else None


def _late_dateline(article: Article, published: dt.date | None) -> Iterator[Finding]:
    when = article.dateline.when if article.dateline else None
    if article.dateline and when and published and when.earliest and when.earliest - published > dt.timedelta(days=1):
        message = f"the dateline is of {when.edtf}, and the article of {published.isoformat()}"
        hint = "compare the date with that of the article"
        yield found("date-out-of-order", message, article=article.id, spans=[article.dateline.span], hint=hint)


def dated(article: Article) -> Iterator[Finding]:
    """Find dates out of order, on another day of the week, and, where no publication date is known, those without a year."""
    published = _published(article)
    yield from _late_dateline(article, published)
    known = _told_already(article)
    everywhere: list[FoundDate] = []
    for unit in paragraphs(article):
        here = [date for part in _stretches(article.text, unit) for date in dates(article.text, part)]
        everywhere += here
        for date in here:
            if known.isdisjoint((date.span.start, date.span.end)):
                yield from _other_weekday(article, date, published)
        if published:
            yield from _after_publication(article, unit, here, published)
    for span in _ranges(article, everywhere):
        yield _out_of_order(article, span)
    anchored = article.published or (article.dateline and article.dateline.when)
    yearless = [date.span for date in everywhere if date.edtf and date.edtf.startswith(_YEARLESS)]
    if yearless and not anchored:
        many = f"{len(yearless)} dates without a year" if len(yearless) > 1 else f"{phrase(article.text, yearless[0])} has no year"
        message = f"{many}, and nobody knows when the article was published"
        hint = "give the article its date of publication"
        yield found("date-without-year", message, article=article.id, spans=yearless, hint=hint)
