"""Dates in running text, as literal EDTF: what the words say, and nothing that a publication date would add."""

import re
from collections.abc import Callable, Iterable, Iterator

import attrs

from kzcorpus.model.edtf import reason_invalid
from kzcorpus.model.spans import Span
from kzcorpus.read.dateforms import Grammar, grammar

_BEFORE = re.compile(r"(?:(\w+)[^\w.!?]{1,3})?(?<!\w)(\w+)[^\w.!?]{0,3}\Z")
_AFTER = re.compile(r"[\s-]{0,2}(\w+)")
_BETWEEN = re.compile(r"\s?[-–—]\s?|\s(?:through|to|until|till|and)\s")
_WORDS = re.compile(r"\w+")
_WHOLE_WORD = re.compile(r"\b\w+")
_LOOK = 32
_UNKNOWN_YEAR = "XXXX"
_TWELVE = 12


@attrs.frozen
class FoundDate:
    """A date phrase: its span and its literal EDTF value, None where the words alone give none ("Friday", "last week", "03/04/2022")."""

    span: Span
    edtf: str | None = None


@attrs.frozen
class _Phrase:
    """A date phrase as parsed: ``garbled`` where it has the shape of a date that no calendar has."""

    span: Span
    edtf: str | None = None
    garbled: bool = False


def dates(text: str, span: Span, words: Iterable[int] | None = None) -> tuple[FoundDate, ...]:
    """Return the dates that a stretch of text names, in order, disjoint, as spans over the text.

    A missing year is ``XXXX``: "October 14" is ``XXXX-10-14``. A range is one date. Garbled dates are left out: see ``garbled_dates``.
    ``words`` are the places, in order, of the words that may begin a date, for a caller who knows them; else every word is looked at.

    >>> text = "He said on Friday, October 14, that since 2019 nothing changed."
    >>> [(found.span.of(text), found.edtf) for found in dates(text, Span(0, len(text)))]
    [('Friday, October 14', 'XXXX-10-14'), ('2019', '2019')]
    """
    return tuple(FoundDate(phrase.span, phrase.edtf) for phrase in _joined(text, _phrases(text, span, words)) if not phrase.garbled)


def without_dates(text: str) -> tuple[str, int]:
    """Return a short text with its dates, garbled ones too, blanked out, and where the first that has a value begins; -1 where none does.

    >>> without_dates("Ho, 18 May 2019")
    ('Ho,            ', 4)
    """
    left, first = text, -1
    for phrase in _phrases(text, Span(0, len(text))):
        left = f"{left[: phrase.span.start]}{' ' * len(phrase.span)}{left[phrase.span.end :]}"
        first = phrase.span.start if first < 0 and (phrase.edtf or phrase.garbled) else first
    return left, first


def garbled_dates(text: str, span: Span) -> tuple[Span, ...]:
    """Return the stretches that have the shape of a date and are none: "30 February", "22/10 – 40", "2022-13-45".

    >>> text = "ASTANA (22/10 – 40)"
    >>> [garbled.of(text) for garbled in garbled_dates(text, Span(0, len(text)))]
    ['22/10 – 40']
    """
    return tuple(phrase.span for phrase in _phrases(text, span) if phrase.garbled)


def _words(text: str, span: Span, starts: Iterable[int] | None) -> Iterator[re.Match[str]]:
    if starts is None:
        return _WORDS.finditer(text, span.start, span.end)
    return (word for start in starts if (word := _WHOLE_WORD.match(text, start, span.end)))


def _phrases(text: str, span: Span, words: Iterable[int] | None = None) -> Iterator[_Phrase]:
    rules = grammar()
    beginnings = rules.beginnings
    done = span.start
    for word in _words(text, span, words):
        surface = word[0]
        if not (surface in beginnings or surface[0].isdigit()) or (start := word.start()) < done:
            continue
        for kind in rules.kinds(text, start, surface):
            found = rules.patterns[kind].match(text, start, span.end)
            phrase = _READERS.get(kind, _undated)(rules, text, span, found) if found else None
            if phrase:
                yield phrase
                done = phrase.span.end
                break


def _spanned(found: re.Match[str], edtf: str | None) -> _Phrase:
    """Return the phrase; what no calendar has is garbled."""
    if edtf is not None and reason_invalid(edtf):
        return _Phrase(Span(*found.span()), garbled=True)
    return _Phrase(Span(*found.span()), edtf)


def _words_before(text: str, start: int, position: int) -> tuple[str, str]:
    """Return the two words before a position, the nearer one last."""
    found = _BEFORE.search(text[max(start, position - _LOOK) : position])
    return ((found[1] or "").casefold(), found[2].casefold()) if found else ("", "")


def _word_after(text: str, position: int, end: int) -> str:
    found = _AFTER.match(text, position, min(position + _LOOK, end))
    return found[1].casefold() if found else ""


def _undated(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> _Phrase | None:
    return _spanned(found, None)


def _iso(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> _Phrase | None:
    return _spanned(found, found["iso"])


def _garbled(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> _Phrase | None:
    return _Phrase(Span(*found.span()), garbled=True)


def _numeric(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> _Phrase | None:
    """Read 14.10.2022, 10/14/2022: points put the day first; elsewhere only a number above twelve tells which it is."""
    a, b, year = int(found["a"]), int(found["b"]), found["year"]
    if len(year) != len(_UNKNOWN_YEAR):
        return _spanned(found, None)
    if found["mark"] != "." and a <= _TWELVE and b <= _TWELVE and a != b:
        return _spanned(found, None)
    day, month = (b, a) if found["mark"] != "." and b > _TWELVE else (a, b)
    return _spanned(found, f"{year}-{month:02}-{day:02}")


def _number(day: str) -> int:
    return int("".join(character for character in day if character.isdigit()))


def _days(rules: Grammar, text: str, span: Span, found: re.Match[str]) -> _Phrase | None:
    """Read a month with its day or days, in either order."""
    fields = found.groupdict()
    year = fields.get("year") or _UNKNOWN_YEAR
    after = _word_after(text, found.end(), span.end)
    if found.end() == found.end("day") and (after in rules.counted or after == "percent"):  # "in May 16 people"
        return _Phrase(Span(*found.span("month")), f"{_UNKNOWN_YEAR}-{rules.months[found['month']]:02}")
    month = f"{year}-{rules.months[found['month']]:02}"
    days = [f"{month}-{_number(day):02}" for day in (found["day"], fields.get("last")) if day]
    return _spanned(found, "/".join(days))


def _month(rules: Grammar, text: str, span: Span, found: re.Match[str]) -> _Phrase | None:
    """Read a month alone, where it is one: "May" is also a verb and a name."""
    name, fields = found["month"], found.groupdict()
    edtf = f"{fields.get('year') or _UNKNOWN_YEAR}-{rules.months[name]:02}"
    alone = found.end() == found.end("month") and not fields.get("lead")
    if alone and name not in rules.plain_months and not (name in rules.doubtful_months and _leads(rules, text, span.start, found.start())):
        return None
    return _spanned(found, edtf)


def _leads(rules: Grammar, text: str, start: int, position: int) -> bool:
    """Tell whether the words before a name say that it is a month: "in May", "between January and March"."""
    further, nearer = _words_before(text, start, position)
    return nearer in rules.month_leads or (nearer in _CONNECTIVES and further.capitalize() in rules.months)


def _season(rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> _Phrase | None:
    return _spanned(found, f"{found['year']}-{rules.seasons[found['season']]}")


def _decade(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> _Phrase | None:
    return _spanned(found, f"{found['decade']}X")


def _century(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> _Phrase | None:
    return _spanned(found, f"{int(found['century']) - 1:02}XX") if int(found["century"]) else None


def _years(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> _Phrase | None:
    """Read 2019-2021 and 2021-22; 2009-10 may be a month."""
    year, until = found["year"], found["until"]
    if len(until) == 2:  # noqa: PLR2004 -- "22" for "2022"
        if int(until) <= _TWELVE:
            return _spanned(found, None)
        until = year[:2] + until
    return _spanned(found, f"{year}/{until}") if year < until else None


def _year(rules: Grammar, text: str, span: Span, found: re.Match[str]) -> _Phrase | None:
    """Read a number of four digits as a year where the words around it say so."""
    after = _word_after(text, found.end(), span.end)
    named = found.end() > found.end("year") or found.start() < found.start("year")
    enclosed = text[max(found.start() - 1, span.start) : found.start()] == "(" and text[found.end() : found.end() + 1] in (")", ",")
    led = _words_before(text, span.start, found.start())[1] in rules.year_leads
    if not (named or enclosed or led) or (not named and after in rules.counted):
        return None
    return _spanned(found, found["year"])


_READERS: dict[str, Callable[[Grammar, str, Span, re.Match[str]], _Phrase | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "slashed": _garbled,
    "kazakh": _days,
    "month_day": _days,
    "day_month": _days,
    "month_year": _month,
    "month": _month,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "year": _year,
}


def _joined(text: str, phrases: Iterator[_Phrase]) -> Iterator[_Phrase]:
    """Join two dates with a dash or "through" between them, or with "from ... to", "between ... and" around them, to one range."""
    held: _Phrase | None = None
    for phrase in phrases:
        if held and (joined := _range(text, held, phrase)):
            yield joined
            held = None
            continue
        if held:
            yield held
        held = phrase
    if held:
        yield held


_CONNECTIVES = {"to": "from", "until": "from", "till": "from", "and": "between"}


def _range(text: str, a: _Phrase, b: _Phrase) -> _Phrase | None:
    between = text[a.span.end : b.span.start]
    if not (a.edtf and b.edtf) or "/" in a.edtf + b.edtf or not _BETWEEN.fullmatch(between):
        return None
    needed = _CONNECTIVES.get(between.strip())
    further, nearer = _words_before(text, 0, a.span.start)
    if needed and (nearer != needed or further in grammar().moved):  # "moved from May 5 to May 9" is no range
        return None
    start = a.edtf
    if start.startswith(_UNKNOWN_YEAR) and not b.edtf.startswith(_UNKNOWN_YEAR) and len(start) == len(b.edtf):
        start = b.edtf[:4] + start[4:]
    edtf = f"{start}/{b.edtf}"
    return None if reason_invalid(edtf) else _Phrase(Span(a.span.start, b.span.end), edtf)
