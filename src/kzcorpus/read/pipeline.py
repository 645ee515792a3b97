"""From raw text to an article: one straight line of stages, each of which can be called alone."""

import datetime as dt
import hashlib
from contextlib import nullcontext
from functools import partial
from pathlib import PureWindowsPath

import attrs

from kzcorpus.authority.records import load_authority
from kzcorpus.errors import Fault, ModelError, describe
from kzcorpus.model.articles import Article, Source
from kzcorpus.model.authorities import Authority
from kzcorpus.model.collector import collector_at_rest
from kzcorpus.model.dates import When
from kzcorpus.read.dating.publication import date_publication
from kzcorpus.read.dating.resolving import resolve_dates
from kzcorpus.read.decoding import Decoded, decode
from kzcorpus.read.extraction import extract
from kzcorpus.read.extractors import RULES, Extractor, chosen
from kzcorpus.read.language import has_rules, name_language
from kzcorpus.read.layout import lay_out
from kzcorpus.read.mentions import mark_mentions
from kzcorpus.read.quotes import mark_quotations
from kzcorpus.read.stages import Reading, Stage, completed
from kzcorpus.read.statements import find_statements
from kzcorpus.read.words import split_words

_ID_DIGITS = 16
LAYOUT_STAGES: tuple[Stage, ...] = (lay_out, date_publication, name_language, mark_quotations)
"""What is read of every text, whatever its language."""
ENGLISH_STAGES: tuple[Stage, ...] = (split_words, mark_mentions, resolve_dates, find_statements)
"""What is read of a text for whose language there are rules of who said what."""


def _identified(id: str | None, source: Source | None, text: str) -> str:  # noqa: A002 -- the model's own word
    """Return the caller's id, else the stem of the file name, else digits of the text's hash."""
    stem = PureWindowsPath(source.filename).stem if source and source.filename else ""
    return id or stem or hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS]


def _sourced(source: Source | None, decoded: Decoded) -> Source | None:
    """Add the hash and the encoding of the bytes to what the caller knows of the source; a ``str`` has neither."""
    if decoded.sha256 is None:
        return source
    return attrs.evolve(source or Source(), sha256=decoded.sha256, encoding=decoded.encoding)


def given(published: str | dt.date | When) -> When:
    """Return the publication date that a caller gives: EDTF, a date or a date and time, or a ``When``, which is kept as it is.

    Raises ``ModelError`` for what is no date.

    >>> given(dt.date(2022, 10, 14))
    When(edtf='2022-10-14', basis='given')
    """
    if isinstance(published, When):
        return published
    if isinstance(published, dt.datetime):
        return When(published.isoformat(timespec="seconds"), "given")
    if isinstance(published, dt.date):
        return When(published.isoformat(), "given")
    if isinstance(published, str):
        return When(published, "given")
    raise ModelError((Fault("published", f"found {describe(published)}, expected an EDTF string, a date or a When"),))


def read_text(
    text: str | bytes,
    *,
    id: str | None = None,  # noqa: A002
    source: Source | None = None,
    published: str | dt.date | When | None = None,
    authority: Authority | None = None,
    encoding: str | None = None,
    extractor: Extractor | str = RULES,
) -> Article:
    """Read a raw text into an article: blocks, mentions and who said what, all as spans over the text as it is.

    Offsets are code points of the decoded text. ``id`` is by default the stem of the source's file name, else 16 hexadecimal digits of the
    text's sha256. ``published`` is an EDTF string, a date or a ``When``; without it, a stamp or a dateline counts that plainly tells when
    the article was published, never today. Dates such as "on Friday" are resolved against it. ``authority`` tells who is who: the bundled
    records unless given. ``encoding`` is tried where no byte-order mark decides. No content raises: what is odd in it becomes a finding. A
    text in a language without rules gets blocks and quotation marks only. ``extractor`` finds the statements, of a text in any language,
    instead of our rules: an ``Extractor``, or the name of one that is installed, such as ``spacy:en_core_web_sm``. Raises
    ``UnknownEncodingError`` for an encoding that does not exist, ``ModelError`` for an invalid ``published``, ``UnknownExtractorError`` for
    an extractor that is not installed, and ``ExtractorError`` where it fails.

    >>> text = 'Astana will help, the minister said on Friday at a briefing in the capital. "We have time," he added.'
    >>> article = read_text(text, id="a1")
    >>> [article.quote(statement) for statement in article.statements]
    ['Astana will help', 'We have time']
    """
    decoded = decode(text, encoding)
    article = Article(
        id=_identified(id, source, decoded.text),
        text=decoded.text,
        source=_sourced(source, decoded),
        published=None if published is None else given(published),
        findings=decoded.findings,
    )
    return read_article(article, authority, extractor)


def read_article(article: Article, authority: Authority | None = None, extractor: Extractor | str = RULES) -> Article:
    """Return an article that has nothing but its text and what is known about it as reading finds it; see ``read_text``."""
    named = chosen(extractor)
    reading = Reading(article, load_authority() if authority is None else authority)
    with nullcontext() if named else collector_at_rest():  # what others' extractors make is not known to do without it
        for stage in LAYOUT_STAGES:
            reading = stage(reading)
        stages = ENGLISH_STAGES if reading.article.language and has_rules(reading.article.language) else ()
        if named:
            stages = (*(stage for stage in stages if stage is not find_statements), partial(extract, named=named))
        for stage in stages:
            reading = stage(reading)
        return completed(reading)
