"""The stage that resolves dates: what "October 14" and "on Friday" mean, once it is known when the article was published."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import attrs

from kzcorpus.model.articles import Article, Dateline, Mention
from kzcorpus.model.dates import When
from kzcorpus.model.edtf import bounds
from kzcorpus.model.findings import Finding
from kzcorpus.model.spans import Span
from kzcorpus.model.values import draft
from kzcorpus.read.dating import joined, phrases
from kzcorpus.read.dating.forms import grammar
from kzcorpus.read.dating.literals import UNKNOWN_YEAR, Phrase, word_after
from kzcorpus.read.dating.reckoning import agrees, reckoned
from kzcorpus.read.dating.tenses import is_to_come
from kzcorpus.read.stages import Passage, Reading, revised
from kzcorpus.read.words import words_in

_WORDS = re.compile(r"\w+")
_LOOK = 64  # code points before a phrase that tell a month from a verb
_SPOKEN = frozenset({"today", "tonight", "yesterday", "tomorrow"})
_APPOSED = frozenset(", (")
_MOST_BETWEEN = 4
_FULL_DAY = 10


@attrs.frozen
class Anchor:
    """The EDTF date that a text counts from, with the first and the last day that it can mean."""

    edtf: str
    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, when: When | None) -> "Anchor | None":
        """Return the anchor that a publication date makes; None where nobody knows between which days it lies.

        >>> Anchor.of(When("2022-10-14")).first, Anchor.of(When("XXXX-10-14"))
        (datetime.date(2022, 10, 14), None)
        """
        if when is None:
            return None
        first, last = bounds(when.edtf)
        return cls(when.edtf, first, last) if first and last else None

    def reckon(self, phrase: Phrase, *, future: bool | None) -> str | None:
        """Return what a phrase means whichever day the anchor is; None where that is not the same for all of them."""
        return self.agreed(lambda day: reckoned(phrase, day, future=future))

    def agreed(self, reckon: Callable[[dt.date], str | None]) -> str | None:
        """Return what a function makes of every day that the anchor can be, with the anchor's doubt; None where it is not the same.

        What a phrase means never goes back when the day goes on, so the first and the last day speak for all between them.
        """
        value = reckon(self.first)
        if value is None or (self.last != self.first and reckon(self.last) != value):
            return None
        return _qualified(value, self.edtf[-1])


def _qualified(value: str, mark: str) -> str:
    """Give a date the doubt of its anchor: what counts from an uncertain day is uncertain."""
    if mark not in "?~%":
        return value
    ends = (f"{end.rstrip('~')}{'%' if end.endswith('~') and mark != '~' else mark}" for end in value.split("/"))
    return "/".join(ends)


def phrase_at(text: str, span: Span) -> Phrase | None:
    """Return the date phrase that fills a span, its fields included; None where none does."""
    around = Span(max(0, span.start - _LOOK), span.end)
    starts = (word.start() for word in _WORDS.finditer(text, span.start, span.end))
    found = next(joined(text, phrases(text, around, starts)), None)
    return found if found is not None and found.span == span and not found.garbled else None


def resolve_dates(reading: Reading) -> Reading:
    """Return the reading with the dates of its mentions resolved against the publication, where that is known.

    A resolved date has the basis ``resolved``, its words as ``span`` and the publication date as ``anchor``; what the text says in full
    stays ``stated``. Without a publication date nothing changes. A weekday that is not that of its date, or a "yesterday" that is not the
    date beside it, is the finding ``date-inconsistent``, and stays as it stands.
    """
    article = reading.article
    dates = [mention for mention in article.mentions if mention.type == "date"]
    if not dates:
        return reading
    resolver = _Resolver(article, Anchor.of(article.published), reading.passages)
    values = {mention.span: resolver.resolve(mention) for mention in dates}
    if resolver.anchor:
        values |= resolver.apposed(dates, values)
    changed = {one.span for one in dates if (value := values[one.span]) is not one.when and value != one.when}
    if not changed and not resolver.findings:
        return reading
    mentions = tuple(_dated(one, values[one.span]) if one.type == "date" and one.span in changed else one for one in article.mentions)
    findings = tuple(dict.fromkeys((*article.findings, *resolver.findings)))
    return revised(reading, mentions=mentions, findings=findings)


def _dated(mention: Mention, when: When | None) -> Mention:
    return draft(Mention, **{field.name: getattr(mention, field.name) for field in attrs.fields(Mention)} | {"when": when})


def resolved_dateline(article: Article) -> Dateline | None:
    """Return the dateline of an article with its date resolved against the publication, where that is known."""
    dateline, anchor = article.dateline, Anchor.of(article.published)
    if dateline is None or dateline.when is None or dateline.when.span is None or anchor is None:
        return dateline
    phrase = phrase_at(article.text, dateline.when.span)
    value = anchor.reckon(phrase, future=False) if phrase and UNKNOWN_YEAR in dateline.when.edtf else None
    return attrs.evolve(dateline, when=When(value, "resolved", dateline.when.span, anchor.edtf)) if value else dateline


def _names_an_event(text: str, phrase: Phrase) -> bool:
    """Tell whether something of another year is named after the day: "the Sept. 11 attacks"."""
    after = grammar().named.get((phrase.edtf or "").removeprefix(f"{UNKNOWN_YEAR}-"))
    return after is not None and word_after(text, phrase.span.end, len(text)) in after


def _opens_with_weekday(text: str, span: Span) -> bool:
    """Tell whether a weekday opens a date: nowhere else does one stand in a date of a day."""
    if span.end - span.start <= _FULL_DAY:
        return False
    first = _WORDS.match(text, span.start, span.end)
    return first is not None and first[0] in grammar().weekdays


@attrs.define
class _Resolver:
    """Resolves the dates of one article, and keeps what does not agree."""

    article: Article
    anchor: Anchor | None
    passages: Sequence[Passage]
    findings: list[Finding] = attrs.Factory(list)
    _starts: list[int] = attrs.Factory(list)

    def __attrs_post_init__(self) -> None:
        self._starts = [passage.block.span.start for passage in self.passages]

    def resolve(self, mention: Mention) -> When | None:
        """Return the date of a mention, resolved where it can be."""
        when, text = mention.when, self.article.text
        if when is not None and UNKNOWN_YEAR not in when.edtf:
            if len(when.edtf) == _FULL_DAY and _opens_with_weekday(text, mention.span) and (phrase := phrase_at(text, mention.span)):
                self._judge(phrase, when.edtf)
            return when
        phrase = phrase_at(text, mention.span) if self.anchor else None
        if phrase is None or self.anchor is None or _names_an_event(text, phrase):
            return when
        value = self.anchor.reckon(phrase, future=self._to_come(mention.span)) if not self._is_spoken(phrase) else None
        if value is None:
            if phrase.edtf and phrase.field("weekday") and self.anchor.first == self.anchor.last and len(phrase.edtf) == _FULL_DAY:
                self._differs(mention.span, f"{mention.span.of(text)!r} is no such weekday near {self.anchor.edtf}")
            return when
        return When(value, "resolved", mention.span, self.anchor.edtf)

    def apposed(self, dates: Sequence[Mention], values: dict[Span, When | None]) -> Iterator[tuple[Span, When | None]]:
        """Yield the dates of "Today, February 28": the day named is the day meant."""
        for one, other in pairwise(dates):
            between = self.article.text[one.span.end : other.span.start]
            day, named = values[one.span], values[other.span]
            if len(between) > _MOST_BETWEEN or not _APPOSED.issuperset(between) or ("," not in between and "(" not in between):
                continue
            if one.span.of(self.article.text).casefold() not in _SPOKEN or day is None or named is None or day.edtf == named.edtf:
                continue
            yield one.span, self._agreed(Span(one.span.start, other.span.end), day, named)

    def _agreed(self, span: Span, day: When, named: When) -> When | None:
        """Return the date that "today" has by the day named beside it; None, with a finding, where they are more than a day apart."""
        said, written = day.earliest, named.earliest
        if said is None or written is None or named.latest != written or abs((said - written).days) > 1:
            self._differs(span, f"{span.of(self.article.text)!r} names two days, counted from {day.anchor}")
            return None
        return When(named.edtf, "resolved", day.span, day.anchor)

    def _judge(self, phrase: Phrase, value: str) -> None:
        if not agrees(phrase, value):
            self._differs(phrase.span, f"{phrase.span.of(self.article.text)!r} is no {phrase.field('weekday')}")

    def _differs(self, span: Span, message: str) -> None:
        self.findings.append(Finding("date-inconsistent", "warning", f"found {message}", spans=(span,)))

    def _passage(self, span: Span) -> Passage | None:
        at = bisect_right(self._starts, span.start) - 1
        return self.passages[at] if at >= 0 and self.passages[at].block.span.covers(span) else None

    def _to_come(self, span: Span) -> bool | None:
        passage = self._passage(span)
        return is_to_come(words_in(self.article.text, passage), span.start, span.end) if passage else False

    def _is_spoken(self, phrase: Phrase) -> bool:
        """Tell whether a day counts from when somebody spoke: "yesterday" inside quotation marks."""
        unit = (phrase.field("unit") or "").casefold().removesuffix("s")
        if phrase.edtf or not (phrase.field("day") or unit in ("day", "morning", "afternoon", "evening", "night")):
            return False
        passage = self._passage(phrase.span)
        if passage is None or not passage.quotations:
            return False
        words = words_in(self.article.text, passage)
        at = words.index(phrase.span.start)
        return at < len(words) and words.quotation[at] >= 0
