"""Sentences with dates, read as far as dates go, and a grammar that makes them."""

import datetime as dt

from hypothesis import strategies as st

from kzcorpus.model.articles import Article, Block, Mention
from kzcorpus.model.authorities import Authority
from kzcorpus.model.dates import When
from kzcorpus.model.spans import Span
from kzcorpus.read.dating.resolving import resolve_dates
from kzcorpus.read.mentions import mark_mentions
from kzcorpus.read.quotes import quotations
from kzcorpus.read.sentences import sentences
from kzcorpus.read.stages import Passage, Reading
from kzcorpus.read.words import split_words

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SOME_DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))


def read_dates(text: str, published: str | None) -> Article:
    """Return a text as one English paragraph, with its dates."""
    span = Span(0, len(text))
    block = Block(span, "paragraph")
    article = Article("a", text, blocks=(block,), published=When(published, "given") if published else None)
    reading = Reading(article, Authority(), (Passage(block, sentences(text, span), quotations(text, span)),))
    return resolve_dates(mark_mentions(split_words(reading))).article


def dated(article: Article) -> list[Mention]:
    """Return the dates that an article mentions."""
    return [one for one in article.mentions if one.type == "date"]


def values(article: Article) -> dict[str, str | None]:
    """Return the dates of an article: words to value."""
    return {one.span.of(article.text): one.when.edtf if one.when else None for one in dated(article)}


_MONTH = st.sampled_from(MONTHS)
_DAY = st.integers(1, 28)
_YEAR = st.integers(1950, 2090)
_UNIT = st.sampled_from(("week", "month", "year", "quarter", "decade", "century", "weekend", "summer", "winter"))

WITH_A_YEAR = st.one_of(
    st.builds("{} {}, {}".format, _MONTH, _DAY, _YEAR),
    st.builds("{} {} {}".format, _DAY, _MONTH, _YEAR),
    st.builds("{} {}".format, _MONTH, _YEAR),
    SOME_DAYS.map(dt.date.isoformat),
    SOME_DAYS.map("{:%d.%m.%Y}".format),
    st.builds("the {} quarter of {}".format, st.sampled_from(("first", "second", "third", "fourth")), _YEAR).map(lambda text: text[4:]),
)
WITHOUT_A_YEAR = st.one_of(
    st.builds("{} {}".format, _MONTH, _DAY),
    st.builds("{} {}".format, _DAY, _MONTH),
    st.builds("the {}th of {}".format, st.integers(4, 19), _MONTH).map(lambda text: text[4:]),
    st.builds("{}. {}".format, st.sampled_from(("Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec")), _DAY),
    st.builds("{} {}-{}".format, _MONTH, st.integers(1, 14), st.integers(15, 28)),
    st.builds("{} {}".format, st.sampled_from(("early", "late", "last", "next")), _MONTH),
    st.builds("{} {}".format, _MONTH, st.sampled_from(("last year", "this year", "next year"))),
)
RELATIVE = st.one_of(
    st.sampled_from(("today", "yesterday", "tomorrow", "tonight", "last night", "this morning")),
    st.sampled_from(WEEKDAYS),
    st.builds("{} {}".format, st.sampled_from(("last", "next", "this")), st.sampled_from(WEEKDAYS) | _UNIT),
    st.builds("{} {} ago".format, st.sampled_from(("two", "three", "10")), st.sampled_from(("days", "weeks", "months", "years"))),
)
FRAMES = st.sampled_from(
    ("The talks were held on {}.", "The talks will be held on {}.", "The ministry said that {} was a bad day.", "He spoke in {}, he said.")
)
