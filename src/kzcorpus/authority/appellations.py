"""What stands around a name without being part of it: titles of other languages, forms of companies; and institutions written out."""

import re
from collections.abc import Iterator
from functools import cache

from kzcorpus.authority.forms import normal
from kzcorpus.authority.lexicon import vocabulary

_MOST_WORDS = 8  # of a title
_POSSESSIVE = re.compile(r"(?<=\w)['’]s(?!\w)")


@cache
def _titles() -> frozenset[str]:
    table = vocabulary("appellations")
    return frozenset(normal(word) for words in table["titles"].values() for word in words.split())


@cache
def _whose() -> frozenset[str]:
    return frozenset(normal(word) for word in vocabulary("appellations")["whose"]["words"].split())


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(normal(said).split(" ")): tuple(meant.split(" ")) for said, meant in vocabulary("appellations")["phrases"].items()}


@cache
def _wholes() -> dict[str, str]:
    return {normal(said): meant for said, meant in vocabulary("appellations")["wholes"].items()}


@cache
def _companies() -> frozenset[str]:
    return frozenset(vocabulary("appellations")["words"]["companies"])


def is_title(word: str) -> bool:
    """Tell whether a word is a title, or whose title it is, in a language whose titles are only set aside."""
    return normal(word) in _titles() or normal(word) in _whose()


def bearers(name: str) -> Iterator[tuple[str, str]]:
    """Yield what may be a name behind a title, and the title: the shortest title first.

    >>> list(bearers("президент Казахстана Токаев"))
    [('Казахстана Токаев', 'президент'), ('Токаев', 'президент Казахстана')]
    """
    words = name.split()
    titled = False
    for cut, word in enumerate(words[:_MOST_WORDS]):
        parts = normal(word).split(" ")
        titled = titled or any(part in _titles() for part in parts)
        if not (all(part in _titles() or part in _whose() for part in parts) or word == word.lower()):
            return
        if titled and cut + 1 < len(words):
            yield " ".join(words[cut + 1 :]), " ".join(words[: cut + 1])


def institutions(name: str) -> Iterator[str]:
    """Yield other ways to write the name of a state or an institution: abbreviations written out, "the Republic of" left out.

    >>> list(institutions("МИД Республики Казахстан"))
    ['министерство иностранных дел казахстана']
    """
    plain = normal(unpossessed(_without_aside(name)))
    words = [word for word in plain.split(" ") if word not in _companies()] or [plain]
    plain = " ".join(words)
    if plain in _wholes():
        yield _wholes()[plain]
    out: list[str] = []
    start = 0
    while start < len(words):
        size = next((size for size in (2, 1) if tuple(words[start : start + size]) in _phrases()), 0)
        out.extend(_phrases()[tuple(words[start : start + size])] if size else words[start : start + 1])
        start += size or 1
    said = " ".join(out)
    if said in _wholes():
        yield _wholes()[said]
    if said not in (normal(name), ""):
        yield said


def unpossessed(name: str) -> str:
    """Return a name without the possessive endings of English.

    >>> unpossessed("Kazakhstan's President"), unpossessed("Xi'san")
    ('Kazakhstan President', "Xi'san")
    """
    return _POSSESSIVE.sub("", name)


def _without_aside(name: str) -> str:
    """Return a name without what stands in brackets after it: its acronym, as a rule."""
    head, bracket, _ = name.rstrip().rpartition("(")
    return head if bracket and head.strip() and name.rstrip().endswith(")") else name


def is_word(name: str) -> bool:
    """Tell whether a name in small letters is a word that looks like an acronym: "who", "us"."""
    return name.strip() in vocabulary("appellations")["words"]["no_acronyms"]


def is_common(name: str) -> bool:
    """Tell whether a name is a word of institutions that alone is no name: "республика"."""
    return normal(name) in vocabulary("appellations")["words"]["common"]
