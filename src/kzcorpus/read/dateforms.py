"""The forms of date phrases: a pattern for each kind, made from the lexicon, and which kinds a word can begin."""

import re
from collections.abc import Mapping
from functools import cache

import attrs

from kzcorpus.read.lexicon import lexicon

_GAP = r"[ \u00a0\u202f\t\r\n]{1,2}"
_DASH = "[-–—]"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_NO_MORE = r"(?![\w%]|[.,:/][0-9])"
AGO = ("ago", "earlier", "later")
"""What ends a phrase such as "two weeks ago": no word begins one where none of these stands in the text."""
_FREE = re.compile(r"(?<![$€£₽₸#@])(?<![0-9][.,:/–-])")
_NUMBERS = {
    1: ("numeric", "slashed", "day_month", "ago"),
    2: ("numeric", "slashed", "day_month", "ago"),
    3: ("century", "day_month", "ago"),
    4: ("iso", "kazakh", "century", "day_month", "years", "year"),
    5: ("decade",),
}
"""The kinds that a word beginning with a digit can begin, by its length: "5", "14", "5th", "2022" or "14th", "1990s"."""


def _forms(words: str) -> list[str]:
    """Return words in the letters they come in, longest first: as written, capitalised, in capitals."""
    found = {form for word in words.split() for form in (word, word[0].upper() + word[1:], word.upper())}
    return sorted(found, key=lambda word: (-len(word), word))


def _either(words: list[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


class _Patterns(dict[str, re.Pattern[str]]):
    """The patterns of phrases, each compiled when a text first has a word that can begin one: they are large, and one article needs few."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        super().__init__()
        self._sources = sources

    def __missing__(self, kind: str) -> re.Pattern[str]:
        made = self[kind] = re.compile(self._sources[kind])
        return made


@attrs.frozen
class Grammar:
    """The patterns of date phrases, each with its fields as named groups, and the words of the lexicon that decide the rest."""

    patterns: Mapping[str, re.Pattern[str]]
    beginnings: Mapping[str, tuple[str, ...]]
    months: Mapping[str, int]
    seasons: Mapping[str, int]
    plain_months: frozenset[str]
    doubtful_months: frozenset[str]
    month_leads: frozenset[str]
    year_leads: frozenset[str]
    counted: frozenset[str]
    moved: frozenset[str]

    def kinds(self, text: str, start: int, word: str) -> tuple[str, ...]:
        """Return the kinds of phrases, the longest first, that the word at ``start`` can begin."""
        kinds = self.beginnings.get(word) or (_NUMBERS.get(len(word), ()) if word[0].isdigit() else ())
        return kinds if kinds and (text[start - 1 : start] == " " or _FREE.match(text, start)) else ()

    def counts(self) -> frozenset[str]:
        """Return the words that begin nothing but "two weeks ago": look at them only where the text holds a word of ``AGO``."""
        return frozenset(word for word, kinds in self.beginnings.items() if kinds == ("ago",))


@cache
def date_words() -> frozenset[str]:
    """Return all words that date phrases are made of, in lower case."""
    tables = (table for part, table in lexicon("dates").items() if part not in ("single", "range", "year"))
    words = {word.casefold() for table in tables for words in table.values() for word in words.split()}
    return frozenset(words | set(lexicon("dates")["year"]["after"].casefold().split()) | {"of", "st", "nd", "rd", "th", "ago"})


@cache
def grammar() -> Grammar:
    """Return the grammar of dates, made once."""
    data = lexicon("dates")
    months = {form: int(number) for number, names in data["months"].items() for form in _forms(names)}
    seasons = {form: int(number) for number, names in data["seasons"].items() for form in _forms(names)}
    patterns = _patterns(data, _either(sorted(months, key=len, reverse=True)), _either(sorted(seasons, key=len, reverse=True)))
    return Grammar(
        patterns=_Patterns(patterns),
        beginnings=_beginnings(data, list(patterns)),
        months=months,
        seasons=seasons,
        plain_months=frozenset(_forms(data["single"]["plain"])),
        doubtful_months=frozenset(_forms(data["single"]["doubtful"])),
        month_leads=frozenset(data["single"]["before"].split()),
        year_leads=frozenset(data["year"]["before"].split()),
        counted=frozenset(data["year"]["counted"].split()),
        moved=frozenset(data["range"]["moved"].split()),
    )


def _beginnings(data: Mapping[str, Mapping[str, str]], order: list[str]) -> dict[str, tuple[str, ...]]:
    relative, weekdays = data["relative"], data["weekdays"]
    classes = [
        (" ".join(data["months"].values()), "month_day month_year month"),
        (weekdays["names"], "month_day day_month weekday"),
        (weekdays["short"], "month_day day_month"),
        (relative["parts"], "month_year month season decade year"),
        (relative["leading"], "month weekday relative"),
        (" ".join(data["seasons"].values()), "season"),
        (relative["words"], "relative"),
        (relative["numbers"], "ago"),
    ]
    found: dict[str, set[str]] = {}
    for words, kinds in classes:
        for form in _forms(words):
            found.setdefault(form, set()).update(kinds.split())
    return {form: tuple(sorted(kinds, key=order.index)) for form, kinds in found.items()}


def _patterns(data: dict[str, dict[str, str]], month: str, season: str) -> dict[str, str]:
    """Return a pattern for each kind of phrase, the longest kinds first; their groups are the fields."""
    relative, weekdays = data["relative"], data["weekdays"]
    weekday = _either(_forms(weekdays["names"]))
    any_day = rf"(?:{_either(_forms(weekdays['names'] + ' ' + weekdays['short']))}\.?,?{_GAP})?"
    part = rf"(?:{_either(_forms(relative['parts']))}(?:{_GAP}|-))?"
    leading = rf"(?:{_either(_forms(relative['leading']))}{_GAP})"
    of_year = rf"(?:{_GAP}{_either(_forms(relative['years']))}{_GAP}year)?"
    marked = rf"(?:{_GAP}{_either(_forms(data['year']['after']))}(?!\w)\.?)?"
    year = rf"(?P<year>{_YEAR})(?![\w%]|[.,:][0-9]|[-/][0-9]{{1,2}}(?![0-9])){marked}"
    to_day = rf"(?:\s?{_DASH}\s?(?P<last>{_DAY}))?"
    number = _either(_forms(relative["numbers"]))
    return {
        "iso": r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:]{8}(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)(?![\w-])",
        "numeric": r"(?P<a>[0-9]{1,2})(?P<mark>[./-])(?P<b>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4}|(?<=/)[0-9]{2})(?![\w/-]|\.[0-9])",
        "slashed": rf"(?P<garbled>[0-9]{{1,2}}/[0-9]{{1,2}}\s?{_DASH}\s?[0-9]{{1,2}})(?![\w/-])",
        "kazakh": rf"(?P<year>{_YEAR}){_GAP}жыл(?:ғы|дың){_GAP}(?P<day>{_DAY}){_GAP}(?P<month>{month})(?!\w)",
        "month_day": rf"{any_day}(?P<month>{month})\.?{_GAP}(?P<day>{_DAY}){to_day}{_NO_MORE}(?:,?{_GAP}{year}|{of_year})",
        "day_month": rf"{any_day}(?P<day>{_DAY}){to_day}{_GAP}(?:of{_GAP})?(?P<month>{month})(?!\w)(?:\.?,?{_GAP}{year}|{of_year})",
        "month_year": rf"{part}(?P<month>{month})(?!\w)\.?,?{_GAP}(?:of{_GAP})?{year}",
        "month": rf"(?P<lead>{leading}|{part})(?P<month>{month})(?![\w-]){of_year}",
        "season": rf"{part}(?P<season>{season}){_GAP}(?:of{_GAP})?{year}",
        "decade": rf"{part}(?P<decade>(?:1[5-9]|20)[0-9])0s(?!\w)",
        "century": rf"(?P<century>(?:1?[0-9]|2[01]))(?:st|nd|rd|th)(?:{_GAP}|-)[Cc]entury(?!\w)",
        "years": rf"(?P<year>{_YEAR}){_DASH}(?P<until>{_YEAR}|[0-9]{{2}})(?![\w/-]|[.,][0-9]){marked}",
        "year": rf"{part}{year}",
        "ago": rf"(?:{number}|[0-9]{{1,3}}){_GAP}{_either(_forms(relative['counted']))}{_GAP}(?:{'|'.join(AGO)})(?!\w)",
        "weekday": rf"(?:{leading})?{weekday}(?!\w)",
        "relative": rf"(?:{_either(_forms(relative['words']))}|{leading}{_either(_forms(relative['units']))})(?!\w)",
    }
