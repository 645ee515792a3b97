"""Paragraphs and sentences that say nearly the same in the same words, side by side or far apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.catalogue import found
from kzcorpus.analysis.wording import FEWEST_WORDS, SIMILAR, Runs, likeness, paragraphs, words
from kzcorpus.read.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Finding
    from kzcorpus.model.spans import Span

NEARLY_EQUAL = 0.9
"""The share of words from which two that are no neighbours are near-duplicates."""
_SENTENCE_WORDS = 9
"""Shorter sentences may repeat: slogans and refrains do."""
_NEIGHBOURS = 2
_RUN = 3


class _Unit(NamedTuple):
    span: Span
    words: Counter[str]
    number: int
    order: int

    def likeness(self, other: _Unit) -> float:
        """Return the share of words in common, 0 at once where one is so much longer that it cannot matter."""
        shorter, longer = sorted((self, other), key=lambda unit: unit.number)
        return likeness(shorter.words, longer.words) if shorter.number * 2 > longer.number else 0.0


class _Group(NamedTuple):
    """Units that say nearly the same as the first of them, and the least share of words that one has in common with it."""

    spans: list[Span]
    shares: list[float]
    orders: list[int]


class _Seen:
    """The units so far, by their words and by runs of words in them."""

    def __init__(self) -> None:
        self.groups: dict[int, _Group] = {}
        self._equal: dict[tuple[str, ...], _Unit] = {}
        self._known: Runs[_Unit] = Runs(_RUN)
        self._last: list[_Unit] = []
        self._first_of: dict[int, int] = {}

    def add(self, span: Span, tokens: Sequence[str], order: int) -> None:
        """Put a unit beside the first one that says nearly the same, or remember it as new."""
        key = tuple(tokens)
        equal = self._equal.get(key)
        unit = _Unit(span, equal.words if equal else Counter(tokens), len(tokens), order)
        other, share = (equal, 1.0) if equal else self._nearest(unit, tokens)
        if other:
            first = self._first_of.get(other.order, other.order)
            self._first_of[order] = first
            group = self.groups.setdefault(first, _Group([other.span], [], [other.order]))
            group.spans.append(span)
            group.shares.append(share)
            group.orders.append(order)
        self._last = [*self._last[-_NEIGHBOURS + 1 :], unit]
        if not equal:
            self._equal[key] = unit
            self._known.add(unit, tokens)

    def _nearest(self, unit: _Unit, tokens: Sequence[str]) -> tuple[_Unit | None, float]:
        for other in reversed(self._last):
            share = unit.likeness(other) if unit.order - other.order <= _NEIGHBOURS else 0.0
            if share >= (SIMILAR if unit.number >= _SENTENCE_WORDS else NEARLY_EQUAL):
                return other, share
        for other in self._known.alike(tokens):
            share = unit.likeness(other)
            if share >= NEARLY_EQUAL:
                return other, share
        return None, 0.0


def _grouped(text: str, spans: Sequence[Span], fewest: int) -> list[_Group]:
    seen = _Seen()
    for order, span in enumerate(spans):
        tokens = words(span.of(text))
        if len(tokens) >= fewest:
            seen.add(span, tokens, order)
    return list(seen.groups.values())


def _told(article: Article, group: _Group, what: str) -> Finding:
    number = "two" if len(group.spans) == 2 else str(len(group.spans))  # noqa: PLR2004 -- a pair is told in a word
    near = all(b - a <= _NEIGHBOURS for a, b in zip(group.orders, group.orders[1:], strict=False))
    where = "neighbouring " if near and what == "paragraphs" else ""
    share = min(group.shares)
    message = f"{number} {where}{what} " + ("are the same words" if share == 1 else f"share {share:.0%} of their words")
    code = f"near-duplicate-{what}"
    return found(code, message, article=article.id, spans=group.spans, hint="compare the words in which they differ")


def near_duplicates(article: Article) -> Iterator[Finding]:
    """Find paragraphs that repeat others: neighbours that share most of their words, others nearly all; and sentences that do.

    One finding for each group of units that say the same. Sentences of paragraphs that are told already are not told again.
    """
    text, units = article.text, paragraphs(article)
    groups = _grouped(text, units, FEWEST_WORDS)
    for group in groups:
        yield _told(article, group, "paragraphs")
    told = {span for group in groups for span in group.spans}
    pieces = [piece for unit in units if unit not in told for piece in sentences(text, unit)]
    for group in _grouped(text, pieces, _SENTENCE_WORDS):
        if min(group.shares) >= NEARLY_EQUAL:
            yield _told(article, group, "sentences")
