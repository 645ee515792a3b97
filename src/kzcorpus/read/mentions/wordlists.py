"""The words that mentions are made of: given names and what stands among them, nouns that describe, pronouns."""

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from kzcorpus.authority.institutions import nouns
from kzcorpus.authority.lexicon import vocabulary
from kzcorpus.authority.titles import Phrases, portfolios, roles
from kzcorpus.model.articles import MentionType
from kzcorpus.read.lexicon import lexicon

Sex = Literal["male", "female"]
PRONOUNS: dict[str, tuple[MentionType, Sex | None]] = {
    "he": ("person", "male"),
    "she": ("person", "female"),
    "him": ("person", "male"),
    "her": ("person", "female"),
    "they": ("group", None),
    "it": ("organization", None),
}
"""Pronouns of the third person, with what they stand for."""
_LONG_ENDING = 5


@cache
def wordset(file: str, table: str, key: str) -> frozenset[str]:
    """Return a string of words of the lexicon as a set."""
    return frozenset(lexicon(file)[table][key].split())


def folded(text: str) -> str:
    """Return the text in lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char)).replace("ı", "i")


@cache
def given_names() -> dict[str, Sex | None]:
    """Return given names with the sex that each shows, None where either."""
    table = lexicon("given_names")
    out: dict[str, Sex | None] = {folded(name): "male" for name in table["male"].split()}
    for name in table["female"].split():
        low = folded(name)
        out[low] = None if out.get(low) == "male" else "female"
    return out | dict.fromkeys(map(folded, table["both"].split()))


@cache
def particles() -> frozenset[str]:
    """Return what may stand between the words of a personal name."""
    return frozenset(lexicon("given_names")["particles"].split())


@cache
def name_suffixes() -> frozenset[str]:
    """Return what may follow a personal name: Jr., III."""
    return frozenset(lexicon("given_names")["suffixes"].split())


@cache
def _endings() -> tuple[tuple[Sex | Literal["either"], tuple[str, ...]], ...]:
    return tuple((sex, tuple(wordset("given_names", "endings", sex))) for sex in ("female", "male", "either"))


@lru_cache(maxsize=1 << 14)
def family_ending(low: str) -> Sex | Literal["either"] | None:
    """Return the sex that the end of a family name shows, ``either`` where it shows only a person."""
    word = folded(low)
    if len(word) >= _LONG_ENDING:
        for sex, endings in _endings():
            if word.endswith(endings):
                return sex
    return None


@lru_cache(maxsize=1 << 14)
def sex_of(given: str, family: str) -> Sex | None:
    """Return the sex that the first and the last word of a personal name show, in lower case."""
    sex = given_names().get(folded(given))
    if sex:
        return sex
    ending = family_ending(family)
    return None if ending == "either" else ending


@cache
def regions() -> Phrases:
    """Return the adjectives of regions as phrases."""
    return Phrases(dict.fromkeys(vocabulary("demonyms")["regions"]["adjectives"], "region"))


@cache
def portfolio_words() -> frozenset[str]:
    """Return the words that the names of portfolios are made of."""
    return frozenset(word for form in portfolios().forms() for word in form.split()) - {"and", "of", "the"}


@cache
def describing_words() -> frozenset[str]:
    """Return the words that the nouns of roles, institutions and groups begin with."""
    groups = wordset("naming", "groups", "plural") | wordset("naming", "groups", "singular")
    return frozenset(roles().begin()) | frozenset(nouns()) | groups


@cache
def qualifying_words() -> frozenset[str]:
    """Return the words that carry a description on to its left: ranks, portfolios, nouns of institutions."""
    ranks = frozenset(word for words in vocabulary("titles")["ranks"].values() for word in words)
    return ranks | portfolio_words() | frozenset(nouns())


@cache
def described_sexes() -> dict[str, Sex]:
    """Return the nouns of roles that show a sex: "spokeswoman"."""
    table = vocabulary("titles")["gendered"]
    sexes: tuple[Sex, ...] = ("male", "female")
    return {word: sex for sex in sexes for word in table[sex]}
