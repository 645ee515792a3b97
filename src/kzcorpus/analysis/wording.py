"""Words that are compared: of paragraphs, of what people are said to have said, and of quotations."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Generic, TypeVar

from kzcorpus.analysis.characters import lines
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzcorpus.model.articles import Article

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_OWN = frozenset({"headline", "deck", "heading", "paragraph"})
FEWEST_WORDS = 6
"""Shorter paragraphs and contents are not compared: set phrases repeat."""
SIMILAR = 0.75
"""The share of words two texts have in common (Dice, with repetitions) from which they are near-duplicates."""
_MOST_ALIKE = 12  # how many texts with one run of words are remembered, lest set phrases cost time
_MOST_COMPARED = 4


def words(text: str) -> list[str]:
    """Return the words of a text, without regard to case."""
    return _WORD.findall(text.casefold())


def bag(text: str) -> Counter[str]:
    """Count the words of a text, without regard to case."""
    return Counter(words(text))


def likeness(a: Counter[str], b: Counter[str]) -> float:
    """Return the share of words that two texts have in common, from 0 to 1.

    >>> likeness(bag("He said so."), bag("He says so."))
    0.6666666666666666
    """
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def paragraphs(article: Article) -> tuple[Span, ...]:
    """Return what the article itself wrote, paragraph by paragraph; the lines of the text where its blocks are not known."""
    if article.blocks:
        return tuple(block.span for block in article.blocks if block.kind in _OWN)
    return tuple(lines(article.text, Span(0, len(article.text))))


class Runs(Generic[T]):
    """Texts by the runs of words in them, so that those that share many are found at once; time and memory are linear in the words."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._items: list[T] = []
        self._by_run: dict[tuple[str, ...], list[int]] = {}

    def _runs(self, tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
        size = self._size
        return (tuple(tokens[start : start + size]) for start in range(len(tokens) - size + 1))

    def alike(self, tokens: Sequence[str]) -> list[T]:
        """Return the few remembered texts that share most runs of words with this one, the likest first."""
        votes: Counter[int] = Counter()
        for run in self._runs(tokens):
            votes.update(self._by_run.get(run, ()))
        return [self._items[number] for number, _ in votes.most_common(_MOST_COMPARED)]

    def add(self, item: T, tokens: Sequence[str]) -> None:
        """Remember a text under its runs of words."""
        number = len(self._items)
        self._items.append(item)
        for run in self._runs(tokens):
            holders = self._by_run.setdefault(run, [])
            if len(holders) < _MOST_ALIKE and not (holders and holders[-1] == number):
                holders.append(number)
