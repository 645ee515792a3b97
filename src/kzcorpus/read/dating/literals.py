"""What the words of one date phrase say: from a match of a pattern of ``dating.forms`` to a literal EDTF value."""

import re
from collections.abc import Callable

import attrs

from kzcorpus.model.edtf import reason_invalid
from kzcorpus.model.spans import Span
from kzcorpus.model.values import unchecked
from kzcorpus.read.dating.forms import Grammar

_plain_span = unchecked(Span)
UNKNOWN_YEAR = "XXXX"
_BEFORE = re.compile(r"[^\w.!?]{0,3}+(\w++)(?:[^\w.!?]{1,3}+(\w++))?")
"""The two words before a place, in a text turned round: found where it begins, not looked for."""
_AFTER = re.compile(r"[\s-]{0,2}(\w+)")
_WORD = re.compile(r"\w+")
_LINE_END = re.compile(r"[.,;:)]?[ \t\r]*\n")
_LOOK = 32
_EDGES = " -\u00a0\u202f\t\r\n"
_FAR = 120
_TWELVE = 12
CONNECTIVES = {"to": "from", "until": "from", "till": "from", "and": "between"}
"""Which word before the first date makes a range of two dates with the other word between them."""


@attrs.frozen
class Phrase:
    """A date phrase as parsed: ``garbled`` where it has the shape of a date that no calendar has; ``found`` holds its fields."""

    span: Span
    edtf: str | None = None
    garbled: bool = False
    found: "re.Match[str] | None" = attrs.field(default=None, eq=False, repr=False)

    def field(self, name: str) -> str | None:
        """Return a field of the phrase, None where its pattern has none of that name or the words left it out."""
        return self.found[name] if self.found is not None and name in self.found.re.groupindex else None


def spanned(found: re.Match[str], edtf: str | None) -> Phrase:
    """Return the phrase of a match; what no calendar has is garbled."""
    span = _plain_span(*found.span())
    return Phrase(span, garbled=True) if edtf is not None and reason_invalid(edtf) else Phrase(span, edtf, found=found)


def words_before(text: str, start: int, position: int) -> tuple[str, str]:
    """Return the two words before a position, the nearer one last."""
    found = _BEFORE.match(text[max(start, position - _LOOK) : position][::-1])
    return ((found[2] or "")[::-1].casefold(), found[1][::-1].casefold()) if found else ("", "")


def word_after(text: str, position: int, end: int) -> str:
    """Return the word after a position, in lower case; nothing where none follows."""
    found = _AFTER.match(text, position, min(position + _LOOK, end))
    return found[1].casefold() if found else ""


def _number(day: str) -> int:
    return int(day if day.isdigit() else day[:-2])  # "14", "14th"


def _about(rules: Grammar, found: re.Match[str], edtf: str) -> str:
    """Add that a date is approximate where the words say so: "around 1950"."""
    return f"{edtf}~" if (found["part"] or "").strip(_EDGES).casefold() in rules.about else edtf


def _undated(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> Phrase | None:
    return spanned(found, None)


def _iso(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> Phrase | None:
    return spanned(found, found["iso"]) if _is_near(found["iso"][:4]) else None


def _is_near(year: str) -> bool:
    """Tell whether four digits can be a year that news writes of: "1234-56-78" is no garbled date, but a number."""
    return "1500" <= year <= "2100"


def _garbled(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> Phrase | None:
    return Phrase(Span(*found.span()), garbled=True)


def _no_day(rules: Grammar, text: str, span: Span, found: re.Match[str]) -> Phrase | None:
    """Read "35 October" as garbled where nothing else is meant: with a year, after "on", or at the end of a line."""
    led = words_before(text, span.start, found.start())[1] in rules.dated
    ends = _LINE_END.match(text, found.end()) is not None
    return Phrase(Span(*found.span()), garbled=True) if found["year"] or led or ends else None


def _fraction(rules: Grammar, text: str, span: Span, found: re.Match[str]) -> Phrase | None:
    """Read 22/10 as a day of a month where a word before it or brackets around it say so, and only one number can be the month."""
    a, b = int(found["a"]), int(found["b"])
    day, month = (b, a) if b > _TWELVE else (a, b)
    if not day > _TWELVE >= month > 0:
        return None
    enclosed = text[max(found.start() - 1, span.start) : found.start()] == "(" and text[found.end() : found.end() + 1] == ")"
    if not enclosed and words_before(text, span.start, found.start())[1] not in rules.dated:
        return None
    edtf = f"{UNKNOWN_YEAR}-{month:02}-{day:02}"
    return None if reason_invalid(edtf) else spanned(found, edtf)


def _numeric(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> Phrase | None:
    """Read 14.10.2022, 10/14/2022: points put the day first; elsewhere only a number above twelve tells which it is."""
    a, b, year = int(found["a"]), int(found["b"]), found["year"]
    if len(year) != len(UNKNOWN_YEAR):
        return spanned(found, None)
    if not _is_near(year):
        return None
    if found["mark"] != "." and a <= _TWELVE and b <= _TWELVE and a != b:
        return spanned(found, None)
    day, month = (b, a) if found["mark"] != "." and b > _TWELVE else (a, b)
    return spanned(found, f"{year}-{month:02}-{day:02}")


def _days(rules: Grammar, text: str, span: Span, found: re.Match[str]) -> Phrase | None:
    """Read a month with its day or days, in either order."""
    last = found["last"] if "last" in found.re.groupindex else None
    after = word_after(text, found.end(), span.end)
    counted = after in rules.counted or after == "percent"
    month = f"{found['year'] or UNKNOWN_YEAR}-{rules.months[found['month']]:02}"
    if counted and found.end() == found.end("day"):  # "in May 16 people"
        return Phrase(Span(*found.span("month")), month)
    day = f"{month}-{_number(found['day']):02}"
    if last is None:
        return spanned(found, day)
    if found["word"] and found.end() == found.end("last") and (counted or not _makes_range(rules, text, span, found)):
        return Phrase(Span(found.start(), found.end("day")), day, found=found)
    return spanned(found, f"{day}/{month}-{_number(last):02}")


def _makes_range(rules: Grammar, text: str, span: Span, found: re.Match[str]) -> bool:
    """Tell whether "May 12 to 14" is a range: "moved from May 5 to 9" is none, and "to" asks for a "from"."""
    needed = CONNECTIVES.get(found["word"])
    further, nearer = words_before(text, span.start, found.start())
    return needed in (None, "between") or (nearer == needed and further not in rules.moved)


def _month(rules: Grammar, text: str, span: Span, found: re.Match[str]) -> Phrase | None:
    """Read a month alone, where it is one: "May" is also a verb and a name."""
    name = found["month"]
    alone = found.end() == found.end("month") and found.start() == found.start("month")
    if alone and name not in rules.plain_months and not (name in rules.doubtful_months and _leads(rules, text, span.start, found.start())):
        return None
    year = found["year"] if "year" in found.re.groupindex else None
    return spanned(found, _about(rules, found, f"{year or UNKNOWN_YEAR}-{rules.months[name]:02}"))


def _leads(rules: Grammar, text: str, start: int, position: int) -> bool:
    """Tell whether the words before a name say that it is a month: "in May", "between January and March"."""
    further, nearer = words_before(text, start, position)
    return nearer in rules.month_leads or (nearer in CONNECTIVES and further.capitalize() in rules.months)


def _months(rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> Phrase | None:
    year = found["year"] or UNKNOWN_YEAR
    first, last = rules.months[found["month"]], rules.months[found["until"]]
    if first < last:
        return spanned(found, f"{year}-{first:02}/{year}-{last:02}")
    return spanned(found, None) if year == UNKNOWN_YEAR else None


def _season(rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> Phrase | None:
    return spanned(found, f"{found['year']}-{rules.seasons[found['season']]}")


def _quarter(rules: Grammar, text: str, span: Span, found: re.Match[str]) -> Phrase | None:
    """Read a quarter or half of a year as its months; without a year, where money or trade is spoken of."""
    fields = found.groupdict()
    digits = found["nth"][0]
    nth = int(digits) if digits.isdigit() else rules.ordinals[found["nth"]]
    length = 3 if found["half"] in ("quarter", "Q") else 6
    if nth * length > _TWELVE:
        return None
    dated = fields["year"] or fields.get("which")
    if not dated and (length > 3 or not _is_economic(rules, text, span, found)):  # noqa: PLR2004 -- the months of a quarter
        return None
    year = fields["year"] or UNKNOWN_YEAR
    return spanned(found, f"{year}-{(nth - 1) * length + 1:02}/{year}-{nth * length:02}")


def _is_economic(rules: Grammar, text: str, span: Span, found: re.Match[str]) -> bool:
    around = text[max(span.start, found.start() - _FAR) : min(span.end, found.end() + _FAR)]
    return not rules.economic.isdisjoint(_WORD.findall(around.casefold()))


def _decade(rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> Phrase | None:
    return spanned(found, _about(rules, found, f"{found['decade']}X"))


def _century(rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> Phrase | None:
    nth = found["century"]
    number = int(nth) if nth.isdigit() else rules.ordinals[nth]
    return spanned(found, f"{number - 1:02}XX") if number else None


def _years(_rules: Grammar, _text: str, _span: Span, found: re.Match[str]) -> Phrase | None:
    """Read 2019-2021 and 2021-22; 2009-10 may be a month."""
    year, until = found["year"], found["until"]
    if len(until) == 2:  # noqa: PLR2004 -- "22" for "2022"
        if int(until) <= _TWELVE:
            return spanned(found, None)
        until = year[:2] + until
    return spanned(found, f"{year}/{until}") if year < until else None


def _year(rules: Grammar, text: str, span: Span, found: re.Match[str]) -> Phrase | None:
    """Read a number of four digits as a year where the words around it say so."""
    after = word_after(text, found.end(), span.end)
    named = found.end() > found.end("year") or (found.start() < found.start("year") and not _about(rules, found, "").endswith("~"))
    enclosed = text[max(found.start() - 1, span.start) : found.start()] == "(" and text[found.end() : found.end() + 1] in (")", ",")
    led = found.start() < found.start("year") or words_before(text, span.start, found.start())[1] in rules.year_leads
    if not (named or enclosed or led) or (not named and after in rules.counted):
        return None
    return spanned(found, _about(rules, found, found["year"]))


Reader = Callable[[Grammar, str, Span, "re.Match[str]"], Phrase | None]
_READERS: dict[str, Reader] = {
    "iso": _iso,
    "numeric": _numeric,
    "slashed": _garbled,
    "no_day_of_month": _garbled,
    "no_day": _no_day,
    "fraction": _fraction,
    "kazakh": _days,
    "month_day": _days,
    "day_month": _days,
    "months": _months,
    "month_year": _month,
    "month": _month,
    "season": _season,
    "short_quarter": _quarter,
    "quarter": _quarter,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "year": _year,
}


def read_phrase(kind: str, rules: Grammar, text: str, span: Span, found: "re.Match[str]") -> Phrase | None:
    """Return the phrase that a match of one kind makes inside a stretch of text; None where the words around it say otherwise."""
    return _READERS.get(kind, _undated)(rules, text, span, found)
