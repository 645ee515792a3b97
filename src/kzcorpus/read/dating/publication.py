"""The stage that finds when an article was published, where its own stamp or dateline plainly says so, and dates its dateline by it."""

import re
from collections.abc import Iterator
from functools import cache

from kzcorpus.model.articles import Article, BlockKind
from kzcorpus.model.dates import When
from kzcorpus.model.spans import Span
from kzcorpus.read.dating import FoundDate, dates
from kzcorpus.read.dating.resolving import resolved_dateline
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.stages import Reading, revised

_STAMPS: frozenset[BlockKind] = frozenset({"site_chrome", "byline", "credit", "category", "dateline"})
_FULL_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST = 200  # code points of a stamp
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_CLOCK = re.compile(r"(?<![0-9])[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?:\s?[AaPp]\.?[Mm]\.?)?(?![0-9])")
_EDGES = " \t:,|·•–—-()"


def date_publication(reading: Reading) -> Reading:
    """Return the reading with its article's publication date, where nobody gave one and the text plainly says it, and its dateline dated.

    Plainly: a stamp says "published" or "posted" before the first paragraph, or a full date opens a line of its own between headline and
    first paragraph, and all such stamps name one day; else a dateline with a full date. The basis is ``stated``.
    """
    article = reading.article
    published = article.published or _stated(article)
    if published is article.published is None:
        return reading
    dated = revised(reading, published=published)
    dateline = resolved_dateline(dated.article)
    return dated if dateline is article.dateline else revised(dated, dateline=dateline)


def _stated(article: Article) -> When | None:
    """Return the publication date that the text states."""
    days = {found.edtf: found for found in reversed(list(_stamps(article)))}
    if len(days) == 1:
        ((edtf, found),) = days.items()
        return When(edtf, "stated", found.span) if edtf else None
    dateline = article.dateline
    if days or dateline is None or dateline.when is None or not _frames(article, dateline.span):
        return None
    return dateline.when if _FULL_DAY.fullmatch(dateline.when.edtf) else None


def _frames(article: Article, span: Span) -> bool:
    """Tell whether a dateline opens or closes the article; one between its paragraphs belongs to something else."""
    paragraphs = [block.span for block in article.blocks if block.kind == "paragraph"]
    return not paragraphs or span < paragraphs[0] or span > paragraphs[-1]


def _stamps(article: Article) -> Iterator[FoundDate]:
    """Yield the full dates of stamps before the first paragraph."""
    titled = False
    for block in article.blocks:
        if block.kind == "paragraph":
            return
        titled = titled or block.kind == "headline"
        if block.kind in _STAMPS and len(block.span) <= _LONGEST and _YEAR.search(article.text, block.span.start, block.span.end):
            found = _stamp(article.text, block.span, titled=titled)
            if found:
                yield found


@cache
def _openings() -> frozenset[str]:
    """Return what may stand before the date of a stamp."""
    return frozenset(lexicon("dates")["stamp"]["published"].strip().splitlines())


def _stamp(text: str, span: Span, *, titled: bool) -> FoundDate | None:
    """Return the date that opens a stamp, after nothing or after a word such as "published"."""
    first = next(iter(dates(text, span)), None)
    if first is None or first.edtf is None or not _FULL_DAY.fullmatch(first.edtf):
        return None
    before = " ".join(_CLOCK.sub(" ", text[span.start : first.span.start]).strip(_EDGES).casefold().split()).rstrip(_EDGES)
    return first if before in _openings() or (not before and titled) else None
