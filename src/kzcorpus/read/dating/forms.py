"""The forms of date phrases: a pattern for each kind, made from the lexicon, and which kinds a word can begin."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from kzcorpus.read.lexicon import lexicon

_GAP = r"[ \u00a0\u202f\t\r\n]{1,2}"
_DASH = "[-–—]"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_NO_MORE = r"(?![\w%]|[.,:/][0-9])"
AGO = ("ago", "earlier", "later", "now")
"""What ends a phrase such as "two weeks ago": no word begins one where none of these stands in the text."""
_END_OF_AGO = "(?P<end>ago|earlier|later|from[ \\u00a0]now)"
_WEAK = ("leading", "parts", "about", "parting", "beyond", "vague")
_FOLLOWING = "quarter half century before after"
_IMPOSSIBLE = r"(?:00?|3[2-9]|[4-9][0-9])(?:st|nd|rd|th)?"
_AFTER = re.compile(rf"(?:{_GAP}|-)(\w+)")
_QUARTERS = 4
_FREE = re.compile(r"(?<![$€£₽₸#@])(?<![0-9][.,:/–-])")
_AFTER_MONTH = re.compile(rf"\.?\s?{_DASH}|\.?,?{_GAP}(?:of{_GAP})?[0-9]")
_ALONE = ("month",)
_AFTER_NUMBER = re.compile(rf"[./][0-9]|\s?{_DASH}\s?[0-9]|{_GAP}(\w+)")
_NUMBERS = {
    1: ("numeric", "slashed", "day_month", "fraction", "ago"),
    2: ("numeric", "slashed", "day_month", "no_day", "fraction", "ago"),
    3: ("ago",),
    4: ("iso", "kazakh", "years", "year"),
}
"""The kinds that a number can begin, by its length: "5", "14", "100", "2022"."""
_NUMBERED = {3: ("quarter", "century", "day_month"), 4: ("century", "day_month"), 5: ("decade",)}
"""The kinds that a word beginning with a digit can begin, by its length: "5th", "14th", "1990s"."""
_SHORT = 3  # digits of what is no year
_BETWEEN_NUMBERS = "to and through until of"


def _forms(words: str) -> list[str]:
    """Return words in the letters they come in, longest first: as written, capitalised, in capitals."""
    found = {form for word in words.split() for form in (word, word[0].upper() + word[1:], word.upper())}
    return sorted(found, key=lambda word: (-len(word), word))


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest that fits first; what several of them begin with is looked at once."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    further = [re.escape(first) + _either(rest) for first, rest in branches.items() if first]
    if not further:
        return ""
    return f"(?:{'|'.join(further)}){'?' if '' in branches else ''}" if further[1:] or "" in branches else further[0]


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
    weekdays: Mapping[str, int]
    ordinals: Mapping[str, int]
    about: frozenset[str]
    dated: frozenset[str]
    economic: frozenset[str]
    counts_of: Mapping[str, int]
    named: Mapping[str, frozenset[str]]
    weak: frozenset[str]
    followers: frozenset[str]
    counted_by: frozenset[str]

    def kinds(self, text: str, start: int, word: str) -> tuple[str, ...]:
        """Return the kinds of phrases, the longest first, that the word at ``start`` can begin."""
        kinds = self.beginnings.get(word) or (self._numbered(text, start, word) if word[0].isdigit() else ())
        if word in self.months and not _AFTER_MONTH.match(text, start + len(word)):
            kinds = _ALONE
        elif word in self.weak:
            after = _AFTER.match(text, start + len(word))
            if not after or not (after[1] in self.followers or after[1][0].isdigit()):
                return ()
        return kinds if kinds and (text[start - 1 : start] == " " or _FREE.match(text, start)) else ()

    def _numbered(self, text: str, start: int, word: str) -> tuple[str, ...]:
        """Return the kinds that a number can begin: a short one only before a further number, a month or what is counted."""
        if not word.isdigit():
            return _NUMBERED.get(len(word), ())
        if len(word) <= _SHORT:
            after = _AFTER_NUMBER.match(text, start + len(word))
            if not after or (after[1] and after[1] not in self.counted_by):
                return ()
        return _NUMBERS.get(len(word), ())

    def counts(self) -> frozenset[str]:
        """Return the words that begin nothing but "two weeks ago": look at them only where the text holds a word of ``AGO``."""
        return frozenset(word for word, kinds in self.beginnings.items() if kinds == ("ago",))


@cache
def date_words() -> frozenset[str]:
    """Return all words that date phrases are made of, in lower case."""
    tables = (table for part, table in lexicon("dates").items() if part in ("months", "seasons", "weekdays", "relative"))
    lists = (words for table in tables for key, words in table.items() if key not in ("about", "parting"))
    words = {word.casefold() for listed in lists for word in _words(listed).split()}
    return frozenset(
        words
        | set(" ".join(lexicon("dates")["year"][part] for part in ("after", "short")).casefold().split())
        | {"of", "st", "nd", "rd", "th", "ago"}
    )


@cache
def grammar() -> Grammar:
    """Return the grammar of dates, made once."""
    data = lexicon("dates")
    relative = data["relative"]
    months = {form: int(number) for number, names in data["months"].items() for form in _forms(names)}
    seasons = {form: int(number) for number, names in data["seasons"].items() for form in _forms(names)}
    weekdays = {form: number for names in data["weekdays"].values() for word, number in _numbered(names) for form in _forms(word)}
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
        weekdays=weekdays,
        ordinals={form: int(number) for number, names in data["ordinals"].items() for word in names.split() for form in _forms(word)},
        about=frozenset(relative["about"].split()),
        dated=frozenset(data["single"]["dated"].split()),
        economic=frozenset(data["quarter"]["beside"].split()),
        named={day: frozenset(words.split()) for day, words in data["named"].items()},
        weak=frozenset(_forms(" ".join((_words(relative["counting"]), *(relative[part] for part in _WEAK), *data["ordinals"].values())))),
        followers=frozenset(_forms(_followers(data))),
        counted_by=frozenset((*months, *_forms(relative["counted"]), *_BETWEEN_NUMBERS.split())),
        counts_of={word: count for count, words in enumerate(relative["counting"].split()) for word in words.split("|")},
    )


def _numbered(names: str) -> list[tuple[str, int]]:
    """Return the names of weekdays with their numbers, Monday 0; forms of one day are joined by a stroke."""
    return [(name, number) for number, forms in enumerate(names.split()) for name in forms.split("|")]


def _words(names: str) -> str:
    return names.replace("|", " ")


def _followers(data: Mapping[str, Mapping[str, str]]) -> str:
    """Return the words that make a date of a weak word before them: "this" is one in "this week", not in "this house"."""
    relative = data["relative"]
    listed = (relative[part] for part in ("units", "seasons", "counted", "leading"))
    return " ".join((*data["months"].values(), *map(_words, data["weekdays"].values()), *data["seasons"].values(), *listed, _FOLLOWING))


def _beginnings(data: Mapping[str, Mapping[str, str]], order: list[str]) -> dict[str, tuple[str, ...]]:
    relative, weekdays = data["relative"], data["weekdays"]
    classes = [
        (" ".join(data["months"].values()), "month_day no_day_of_month months month_year month"),
        (_words(weekdays["names"]), "month_day day_month weekday"),
        (_words(weekdays["short"]), "month_day day_month"),
        (relative["parts"], "month_year month season decade year relative"),
        (relative["about"], "month_year decade year"),
        (relative["parting"], "relative"),
        (relative["beyond"], "beyond"),
        (data["quarter"]["short"], "short_quarter"),
        (" ".join(word for number, words in data["ordinals"].items() for word in words.split() if int(number) <= _QUARTERS), "quarter"),
        (
            " ".join(
                word.partition("-")[0] for number, words in data["ordinals"].items() for word in words.split() if int(number) > _QUARTERS
            ),
            "century",
        ),
        (relative["leading"], "month weekday relative"),
        (" ".join(data["seasons"].values()), "season"),
        (relative["words"], "relative"),
        (_words(relative["counting"]) + " " + relative["vague"], "ago"),
    ]
    found: dict[str, set[str]] = {}
    for words, kinds in classes:
        for form in _forms(words):
            found.setdefault(form, set()).update(kinds.split())
    return {form: tuple(sorted(kinds, key=order.index)) for form, kinds in found.items()}


def _patterns(data: dict[str, dict[str, str]], month: str, season: str) -> dict[str, str]:
    """Return a pattern for each kind of phrase, the longest kinds first; their groups are the fields."""
    relative, weekdays = data["relative"], data["weekdays"]
    weekday = rf"(?P<weekday>{_either(_forms(_words(weekdays['names'])))})"
    any_day = rf"(?:(?P<weekday>{_either(_forms(_words(weekdays['names']) + ' ' + _words(weekdays['short'])))})\.?,?{_GAP})?"
    parting = _either(_forms(relative["parts"]))
    part = rf"(?P<part>{parting}(?:{_GAP}|-))?"
    or_about = rf"(?P<part>{_either(_forms(relative['parts'] + ' ' + relative['about']))}(?:{_GAP}|-))?"
    leading = rf"(?:(?P<lead>{_either(_forms(relative['leading']))}(?:{_GAP}(?:past|coming))?){_GAP})"
    which = rf"(?:the{_GAP})?(?P<which>{_either(_forms(relative['years']))}){_GAP}year(?!\w)"
    of_year = rf"(?:{_GAP}(?:of{_GAP})?{which})?"
    marked = rf"(?:{_GAP}(?:{_either(_forms(data['year']['after']))}(?!\w)|{_either(_forms(data['year']['short']))}(?!\w)\.?))?"
    year = rf"(?P<year>{_YEAR})(?![\w%]|[.,:][0-9]|[-/][0-9]{{1,2}}(?![0-9])){marked}"
    to_day = rf"(?:(?:\s?{_DASH}\s?|{_GAP}(?P<word>to|and|through|until){_GAP})(?P<last>{_DAY})(?!\w))?"
    number = _either(_forms(_words(relative["counting"]) + " " + relative["vague"]))
    ordinal = _either(_forms(" ".join(data["ordinals"].values())))
    units = f"{relative['units']} {relative['seasons']}"
    return {
        "iso": r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:]{8}(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)(?![\w-])",
        "numeric": r"(?P<a>[0-9]{1,2})(?P<mark>[./-])(?P<b>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4}|(?<=/)[0-9]{2})(?![\w/-]|\.[0-9])",
        "slashed": rf"(?P<garbled>[0-9]{{1,2}}/[0-9]{{1,2}}\s?{_DASH}\s?[0-9]{{1,2}})(?![\w/-])",
        "kazakh": rf"(?P<year>{_YEAR}){_GAP}жыл(?:ғы|дың){_GAP}(?P<day>{_DAY}){_GAP}(?P<month>{month})(?!\w)",
        "month_day": rf"{any_day}(?P<month>{month})\.?{_GAP}(?P<day>{_DAY}){to_day}{_NO_MORE}(?:,?{_GAP}{year}|{of_year})",
        "day_month": rf"{any_day}(?P<day>{_DAY}){to_day}{_GAP}(?:of{_GAP})?(?P<month>{month})(?!\w)(?:\.?,?{_GAP}{year}|{of_year})",
        "no_day_of_month": rf"(?:{month})\.?{_GAP}{_IMPOSSIBLE}(?:,?{_GAP}{_YEAR}(?![\w%]|[.,][0-9])|(?=[.,;)](?![0-9])|\Z))",
        "no_day": rf"{_IMPOSSIBLE}{_GAP}(?:of{_GAP})?(?:{month})(?!\w)(?:\.?,?{_GAP}(?P<year>{_YEAR})(?![\w%]|[.,][0-9]))?",
        "months": rf"(?P<month>{month})\.?\s?{_DASH}\s?(?P<until>{month})(?![\w-])\.?(?:,?{_GAP}(?:of{_GAP})?{year}|{of_year})",
        "month_year": rf"{or_about}(?P<month>{month})(?!\w)\.?,?{_GAP}(?:of{_GAP})?{year}",
        "month": rf"(?:{leading}|{part})(?P<month>{month})(?![\w-]){of_year}",
        "season": rf"{part}(?P<season>{season}){_GAP}(?:of{_GAP})?{year}",
        "short_quarter": rf"(?P<half>[QH])(?P<nth>[1-4]){_GAP}(?:of{_GAP})?{year}",
        "quarter": rf"(?P<nth>{ordinal}|[1-4](?:st|nd|rd|th))(?:{_GAP}|-)(?P<half>quarter|half)(?!\w)"
        rf"(?:{_GAP}of{_GAP}{which}|{_GAP}(?:of{_GAP})?{year})?",
        "decade": rf"{or_about}(?P<decade>(?:1[5-9]|20)[0-9])0s(?!\w)",
        "century": rf"(?P<century>(?:1?[0-9]|2[01])(?=st|nd|rd|th)|{ordinal})(?:st|nd|rd|th)?(?:{_GAP}|-)[Cc]entury(?!\w)",
        "years": rf"(?P<year>{_YEAR}){_DASH}(?P<until>{_YEAR}|[0-9]{{2}})(?![\w/-]|[.,][0-9]){marked}",
        "year": rf"{or_about}{year}",
        "fraction": rf"(?P<a>[0-9]{{1,2}})/(?P<b>[0-9]{{1,2}})(?![\w/%-]|[.,:][0-9]|\s?{_DASH}\s?[0-9])",
        "ago": rf"(?P<number>{number}|[0-9]{{1,3}}){_GAP}(?P<unit>{_either(_forms(relative['counted']))}){_GAP}{_END_OF_AGO}(?!\w)",
        "weekday": rf"(?:{leading})?{weekday}(?:{_GAP}(?:morning|afternoon|evening|night))?(?!\w)",
        "beyond": rf"(?P<unit>{_either(_forms(relative['beyond']))}){_GAP}(?P<way>before|after){_GAP}"
        r"(?P<from>yesterday|tomorrow|last|next)(?!\w)",
        "relative": rf"(?:(?P<day>{_either(_forms(relative['words']))})|"
        rf"(?:(?:{_either(_forms(relative['parting']))}|{parting})(?:{_GAP}|-))?"
        rf"{leading}(?P<unit>{_either(_forms(units))}))(?!\w)",
    }
