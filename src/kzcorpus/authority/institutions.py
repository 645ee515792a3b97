"""Institutions under their many names: "Ministry of Foreign Affairs of Kazakhstan" is "the Kazakh foreign ministry"."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from kzcorpus.authority.lexicon import vocabulary
from kzcorpus.authority.titles import countries, portfolios

_GLUE = frozenset({"of", "for", "the", "and", "republic", "'s", "’s"})


class Institution(NamedTuple):
    """The country an institution belongs to, where its name tells it, and the words that say which institution it is, in any order."""

    country: str | None
    words: frozenset[str]


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Return the nouns by which a text points back to an organization, with the kinds of organization each may mean."""
    return {noun: frozenset(kinds) for noun, kinds in vocabulary("institutions")["nouns"].items()}


@cache
def institution_words() -> frozenset[str]:
    """Return the words that, capitalised, make the phrase around them the name of an organization."""
    return frozenset(vocabulary("institutions")["words"]["institution"])


@cache
def _chambers() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()) for words in vocabulary("institutions")["words"]["chamber"])


def is_chamber(words: frozenset[str]) -> bool:
    """Tell whether the words of an institution's name are those of a chamber of parliament, whose chair is its speaker."""
    return any(chamber <= words for chamber in _chambers())


@cache
def corporate_words() -> frozenset[str]:
    """Return the legal forms that follow a company's name."""
    return frozenset(vocabulary("institutions")["words"]["corporate"])


def read_institution(words: Sequence[str]) -> Institution:
    """Return what the name of an institution says, whatever the order of its words.

    >>> read_institution("Ministry of Foreign Affairs of the Republic of Kazakhstan".split()).country
    'Kazakhstan'
    >>> read_institution("Foreign Ministry of Kazakhstan".split()) == read_institution("Kazakh Ministry of Foreign Affairs".split())
    True
    """
    return _read(tuple(words))


@lru_cache(maxsize=8192)
def _read(words: tuple[str, ...]) -> Institution:
    left = [word.lower().removesuffix("’s").removesuffix("'s") for word in words]
    country = None
    for found in countries().within(left):
        country = found.means
        left[found.start : found.end] = [""] * (found.end - found.start)
    left = [word for word in left if word and word != "the"]
    key: list[str] = []
    start = 0
    while start < len(left):
        portfolio = portfolios().at(left, start)
        key.append(portfolio.means if portfolio else left[start])
        start = portfolio.end if portfolio else start + 1
    return Institution(country, frozenset(word for word in key if word not in _GLUE))
