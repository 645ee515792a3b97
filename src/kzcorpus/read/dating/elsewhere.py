"""Dates of Russian and Kazakh texts, asked for by ``mark_dates``: months from our own table, relative phrases through dateparser.

dateparser fills what a phrase leaves out from a base date, by default today. So it is never asked without the publication date, it is
asked only for phrases that are relative, and only as much of its answer is kept as its ``period`` says the phrase means.
"""

import datetime as dt
import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

import attrs

from kzcorpus import __version__
from kzcorpus.errors import MissingExtraError
from kzcorpus.model.articles import BOILERPLATE, Article, Mention
from kzcorpus.model.dates import When
from kzcorpus.model.edtf import reason_invalid
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.read.dating import FoundDate, dates
from kzcorpus.read.dating.literals import UNKNOWN_YEAR
from kzcorpus.read.dating.reckoning import reckoned
from kzcorpus.read.dating.resolving import Anchor, phrase_at
from kzcorpus.read.lexicon import lexicon

_GAP = r"[ \u00a0\u202f\t]{1,2}"
_CONFIDENCE = 0.9
_WEEK = 7
_STEPS = {"last": -1, "this": 0, "next": 1}


def mark_dates(article: Article) -> Article:
    """Return a Russian or Kazakh article with its dates as mentions, resolved where its publication is known; any other as it is.

    Spans are code points of the text, half-open. Dates that already are mentions stay; none is put across another mention. Without a
    publication date "вчера" has no value, and nothing is counted from today. Needs the ``dates`` extra: raises ``MissingExtraError``
    where dateparser is not installed.

    >>> from kzcorpus import read_text
    >>> article = read_text("Министр заявил в Астане, что встреча прошла 14 октября, и что он доволен.", published="2022-10-20")
    >>> [(date.span.of(article.text), date.when.edtf) for date in mark_dates(article).mentions]
    [('14 октября', '2022-10-14')]
    """
    parser = _dateparser()
    language = (article.language or "").partition("-")[0]
    if language not in lexicon("localdates") or article.language == "kk-Latn":
        return article
    reader = _Reader(article.text, _forms(language), Anchor.of(article.published), parser)
    mentions = list(article.mentions)
    for read in (reader.dated, reader.relative):  # "14 октября прошлого года" before "прошлого года"
        taken = _covered(len(article.text), (mention.span for mention in mentions))
        found = (mention for block in article.blocks if block.kind not in BOILERPLATE for mention in read(block.span))
        mentions += [mention for mention in found if not any(taken[mention.span.start : mention.span.end])]
    return attrs.evolve(article, mentions=tuple(sorted(mentions, key=lambda one: (one.span.start, -one.span.end))))


def _covered(length: int, spans: Iterable[Span]) -> list[int]:
    """Return for each code point how many spans cover it, in time linear in both."""
    steps = [0] * (length + 1)
    for span in spans:
        steps[span.start] += 1
        steps[span.end] -= 1
    return list(accumulate(steps))


@cache
def _dateparser() -> Any:  # noqa: ANN401 -- a class of an optional library
    try:
        return importlib.import_module("dateparser.date").DateDataParser
    except ImportError as error:
        raise MissingExtraError("dates", "reading Russian and Kazakh dates") from error


@attrs.frozen
class _Forms:
    """The relative phrases of one language: the pattern that finds them, and the English of each word."""

    language: str
    pattern: re.Pattern[str]
    english: Mapping[str, str]
    year_after: re.Pattern[str]
    led_weekday: re.Pattern[str]


@cache
def _forms(language: str) -> _Forms:
    data = lexicon("localdates")[language]
    english = {form: word for table in data.values() for word, forms in table.items() for form in forms.split()}
    one = {part: "|".join(form for forms in table.values() for form in forms.split()) for part, table in data.items()}
    pattern = (
        rf"(?<!\w)(?:(?:(?:{one['numbers']}|[0-9]{{1,2}}){_GAP})?(?:{one['units']}){_GAP}(?:{one['ends']})"
        rf"|(?:{one['leads']}){_GAP}(?:{one['weekdays']}|{one['units']})|{one['words']}|{one['weekdays']})(?!\w)"
    )
    after = rf"{_GAP}(?P<which>{one['years'] or '(?!)'}){_GAP}года(?!\w)"
    led = rf"(?:{one['leads']}){_GAP}(?:{one['weekdays']})"
    return _Forms(language, re.compile(pattern, re.IGNORECASE), english, re.compile(after), re.compile(led))


@lru_cache(maxsize=8)
def _made(by: str) -> Made:
    return Made(by="kzcorpus", version=__version__, rule=f"mention.date.{by}", confidence=_CONFIDENCE)


@attrs.frozen
class _Reader:
    """Reads the dates of one text in one language."""

    text: str
    forms: _Forms
    anchor: Anchor | None
    parser: Any

    def dated(self, span: Span) -> Iterator[Mention]:
        """Yield the dates of a stretch of text that name a month or a year."""
        return (self._dated(found) for found in dates(self.text, span) if found.edtf)

    def relative(self, span: Span) -> Iterator[Mention]:
        """Yield the dates of a stretch of text that count from its publication."""
        return (self._relative(Span(*match.span())) for match in self.forms.pattern.finditer(self.text, span.start, span.end))

    def _extended(self, found: FoundDate) -> tuple[Span, str | None]:
        """Return the span of a date with the year that follows it, and which year that is: "14 октября прошлого года"."""
        after = self.forms.year_after.match(self.text, found.span.end)
        if after is None or not (found.edtf or "").startswith(UNKNOWN_YEAR):
            return found.span, None
        return Span(found.span.start, after.end()), self.forms.english[after["which"]]

    def _dated(self, found: FoundDate) -> Mention:
        span, which = self._extended(found)
        edtf, value = found.edtf or "", None
        if self.anchor and UNKNOWN_YEAR in edtf:
            phrase = phrase_at(self.text, found.span)
            if which:
                value = self.anchor.agreed(lambda day: _valid(edtf.replace(UNKNOWN_YEAR, f"{day.year + _STEPS[which]:04}")))
            elif phrase:
                value = self.anchor.reckon(phrase, future=False)
        return self._mention(span, value, edtf, "table")

    def _relative(self, span: Span) -> Mention:
        words = span.of(self.text).casefold()
        value = self.anchor.agreed(lambda day: self._parsed(words, day) or self._translated(words, day)) if self.anchor else None
        return self._mention(span, value, None, "dateparser")

    def _mention(self, span: Span, value: str | None, literal: str | None, by: str) -> Mention:
        if value is not None and self.anchor is not None:
            return Mention(span, "date", when=When(value, "resolved", span, self.anchor.edtf), made=_made(by))
        return Mention(span, "date", when=When(literal, "stated", span) if literal else None, made=_made(by))

    def _parsed(self, words: str, day: dt.date) -> str | None:
        """Return what dateparser says a relative phrase means on a day, as exact as the phrase is."""
        if self.forms.led_weekday.fullmatch(words):  # dateparser knows some of them, and not as what they are
            return None
        settings = {"RELATIVE_BASE": dt.datetime(day.year, day.month, day.day), "PREFER_DATES_FROM": "past"}  # noqa: DTZ001
        try:
            data = self.parser(languages=[self.forms.language], settings=settings).get_date_data(words)
        except (OverflowError, ValueError):  # beyond the years that it counts in
            return None
        if data.date_obj is None:
            return None
        return _valid(_as_exact(data.date_obj.date(), data.period, ago=words.endswith(("назад", "бұрын")), day=day))

    def _translated(self, words: str, day: dt.date) -> str | None:
        """Return what our own reckoning says, for a phrase that dateparser does not know."""
        english = " ".join(self.forms.english.get(word, word) for word in words.split())
        english = f"one {english}" if english.endswith("ago") and english.count(" ") == 1 else english
        phrase = phrase_at(english, Span(0, len(english)))
        return reckoned(phrase, day, future=False) if phrase else None


def _valid(value: str | None) -> str | None:
    return None if value is None or reason_invalid(value) else value


_PERIODS: dict[str, Callable[[dt.date], str]] = {
    "day": dt.date.isoformat,
    "month": lambda found: found.isoformat()[:7],
    "year": lambda found: found.isoformat()[:4],
}


def _as_exact(found: dt.date, period: str, *, ago: bool, day: dt.date) -> str | None:
    """Return a date as EDTF, no more exact than its period; a weekday is the last one, the day itself included."""
    if period == "week":
        monday = found - dt.timedelta(found.weekday())
        return f"{found}~" if ago else f"{monday}/{monday + dt.timedelta(_WEEK - 1)}"
    if period not in _PERIODS:
        return None
    value = _PERIODS[period](found)
    if period == "day" and not ago and (day - found).days == _WEEK:
        return day.isoformat()
    return f"{value}~" if ago and period != "day" else value
