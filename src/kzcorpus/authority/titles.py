"""Titles: what "Kazakh Foreign Minister" or "deputy chair of the Senate" says of somebody, and which words point back to whom."""

from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import Literal, NamedTuple

import attrs

from kzcorpus.authority.lexicon import vocabulary

_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in"})
_GLUE = frozenset({"of", "for", "the", "and", "to", "a", "an", "at", "in", "on", "republic", "'s", "’s"})


@attrs.frozen
class Title:
    """What a title says: a role and the word for it, a minister's portfolio, a rank below it, the country, and words that nothing explains.

    ``earlier`` tells that the role is over ("former").
    """

    role: str
    word: str
    portfolio: str | None = None
    rank: str | None = None
    country: str | None = None
    earlier: bool = False
    rest: tuple[str, ...] = ()


class Phrase(NamedTuple):
    """A run of words that means something: from ``start`` to before ``end``, its form, and what it means."""

    start: int
    end: int
    form: str
    means: str


_phrase: Callable[[tuple[int, int, str, str]], Phrase] = partial(tuple.__new__, Phrase)  # in half the time
_Begun = tuple[tuple[int, ...], frozenset[str], tuple[str, str] | None]
"""How many words the phrases have that go on from a first one, longest first; the second of these; and what it means alone."""


class Phrases:
    """Phrases of several words, found longest first in a sequence of words."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._meanings: dict[tuple[str, ...], tuple[str, str]] = {}
        sizes: dict[str, set[int]] = {}
        seconds: dict[str, set[str]] = {}
        for form, meaning in meanings.items():
            words = tuple(form.lower().split())
            self._meanings.setdefault(words, (" ".join(words), meaning))
            sizes.setdefault(words[0], set()).add(len(words))
            seconds.setdefault(words[0], set()).update(words[1:2])
        self._begun: dict[str, _Begun] = {
            word: (tuple(sorted(all_ - {1}, reverse=True)), frozenset(seconds[word]), self._meanings.get((word,)))
            for word, all_ in sizes.items()
        }

    def begin(self) -> KeysView[str]:
        """Return the words that phrases begin with."""
        return self._begun.keys()

    def forms(self) -> Iterator[str]:
        """Yield every form."""
        return (form for form, _ in self._meanings.values())

    def at(self, words: Sequence[str], start: int) -> Phrase | None:
        """Return the longest phrase that begins at a word, compared in lower case as given; None where none does."""
        begun = self._begun.get(words[start])
        if begun is None:
            return None
        sizes, seconds, alone = begun
        if sizes and start + 1 < len(words) and words[start + 1] in seconds:
            for size in sizes:
                said = tuple(words[start : start + size])
                known = self._meanings.get(said)
                if known:
                    return Phrase(start, start + len(said), *known)
        return _phrase((start, start + 1, *alone)) if alone else None

    def within(self, words: Sequence[str], starts: Iterable[int] | None = None) -> Iterator[Phrase]:
        """Yield the phrases in order (those that begin at some indexes); they do not overlap."""
        begins = self._begun
        settled = 0
        for start in [i for i, word in enumerate(words) if word in begins] if starts is None else starts:
            if start >= settled and (phrase := self.at(words, start)):
                settled = phrase.end
                yield phrase


@cache
def honorifics() -> dict[str, Literal["male", "female"] | None]:
    """Return every honorific in lower case without its full stop, with the sex it tells, if it tells one."""
    table = vocabulary("titles")["honorifics"]
    sexes: tuple[Literal["male", "female"], ...] = ("male", "female")
    out: dict[str, Literal["male", "female"] | None] = {word.lower(): sex for sex in sexes for word in table[sex]}
    return out | dict.fromkeys(word.lower() for word in table["either"])


def is_honorific(word: str) -> bool:
    """Tell whether a word is one that stands before a name for courtesy or as a short rank.

    >>> is_honorific("Mr."), is_honorific("minister")
    (True, False)
    """
    return word.lower().rstrip(".") in honorifics()


@cache
def countries() -> Phrases:
    """Return the names and adjectives of countries as phrases that mean the country's English name."""
    table = vocabulary("demonyms")["countries"]
    names = {name: name for name in table}
    return Phrases(names | {adjective: name for name, adjectives in table.items() for adjective in adjectives})


@cache
def roles() -> Phrases:
    """Return the forms of every role as phrases that mean the role; plurals excluded."""
    table = vocabulary("titles")["roles"]
    return Phrases({form: role for role, entry in reversed(table.items()) for form in entry["forms"]})


@cache
def portfolios() -> Phrases:
    """Return the names of portfolios as phrases that mean the portfolio."""
    table = vocabulary("institutions")["portfolios"]
    return Phrases({form: key for key, forms in table.items() for form in forms})


@cache
def _ranks() -> dict[str, str]:
    table = vocabulary("titles")["ranks"]
    return {word: rank for rank, words in table.items() for word in words}


@cache
def _words_of_roles() -> dict[str, frozenset[str]]:
    table = vocabulary("titles")["roles"]
    return {role: frozenset([*entry["answers"], *(entry["forms"] if entry.get("one") else ())]) for role, entry in table.items()}


def _lower(words: Sequence[str]) -> list[str]:
    return [word.lower().removesuffix("’s").removesuffix("'s") for word in words]


def _take(words: list[str], phrases: Phrases) -> tuple[Phrase | None, list[str]]:
    """Return the first phrase found, and the words without it."""
    phrase = next(phrases.within(words), None)
    return phrase, (words[: phrase.start] + words[phrase.end :] if phrase else words)


def _role(words: list[str]) -> tuple[Phrase | None, list[str]]:
    """Return the role and the words without it: the last before "of" or "to", since "deputy chair of the court" is a chair."""
    found = list(roles().within(words))
    inside = {index for phrase in found for index in range(phrase.start, phrase.end)}
    cut = next((i for i, word in enumerate(words) if word in _PREPOSITIONS and i not in inside), len(words))
    phrase = next((phrase for phrase in reversed(found) if phrase.start < cut), found[0] if found else None)
    return phrase, (words[: phrase.start] + words[phrase.end :] if phrase else words)


@lru_cache(maxsize=8192)
def _read(words: tuple[str, ...]) -> Title | None:
    left = _lower(words)
    country, left = _take(left, countries())
    role, left = _role(left)
    if role is None:
        return None
    portfolio = None
    if role.means == "minister":
        portfolio, left = _take([word for word in left if word != "the"], portfolios())
    kinds = {word: _ranks()[word] for word in left if word in _ranks()}
    rank = next((word for word, kind in kinds.items() if kind == "below"), None)
    rest = tuple(word for word in left if word not in kinds and word not in _GLUE and word)
    return Title(
        role.means,
        role.form,
        portfolio and portfolio.means,
        rank,
        country and country.means,
        earlier="earlier" in kinds.values(),
        rest=rest,
    )


def read_title(words: Sequence[str]) -> Title | None:
    """Return what a title of several words says, or None where no role is in it.

    >>> read_title("Kazakh Foreign Minister".split())
    Title(role='minister', word='minister', portfolio='foreign', rank=None, country='Kazakhstan', earlier=False, rest=())
    >>> read_title("former deputy chair of the Senate".split()).rank
    'deputy'
    """
    return _read(tuple(words))


def agrees(pointing: Title, title: Title) -> bool:
    """Tell whether a description may point to the bearer of a title: same role, no other portfolio, rank or country.

    >>> agrees(read_title(["minister"]), read_title("Kazakh Foreign Minister".split()))
    True
    >>> agrees(read_title(["president"]), read_title("vice president".split()))
    False
    """
    if pointing.country and title.country and pointing.country != title.country:
        return False
    if pointing.portfolio and pointing.portfolio != title.portfolio:
        return False
    if pointing.rank != title.rank:
        return False
    return answers(title, pointing.word)


@cache
def _own() -> frozenset[str]:
    return frozenset(role for role, entry in vocabulary("titles")["roles"].items() if entry.get("own"))


def means_itself(title: Title) -> bool:
    """Tell whether the word of a title means who bears it before anybody whose title only answers to it: "minister", no prime one."""
    return title.role in _own()


def answers(title: Title, word: str) -> bool:
    """Tell whether the bearer of a title answers to a word for a role.

    >>> answers(read_title("prime minister".split()), "premier"), answers(read_title("prime minister".split()), "president")
    (True, False)
    """
    return word == title.word or word in _words_of_roles()[title.role]
