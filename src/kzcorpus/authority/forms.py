"""Forms of a name for comparing: what is left when case, accents, hyphens, apostrophes, honorifics and word order are set aside."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kzcorpus.authority.titles import is_honorific

_SPACED = re.compile(r"[\s\-‐‑‒–—―/_&+]+")
_DROPPED = re.compile(r"[.,:;!?\"“”„«»()\[\]'’‘ʼʻ`´ʹʺ]+")
# letters that NFKD leaves whole
_FOLDED_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ŋ": "n"})
_ARTICLES = frozenset({"the"})


def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_FOLDED_LETTERS)


@lru_cache(maxsize=16384)
def normal(name: str) -> str:
    """Return the normal form of a name: no case, accents, punctuation, or leading article; words set apart by one space.

    Two names that differ only in these have equal normal forms. A name without any letter or digit is its own normal form.

    >>> normal("Қасым-Жомарт ТОҚАЕВ"), normal("The Xi'an  Times"), normal("Erdoğan")
    ('қасым жомарт тоқаев', 'xian times', 'erdogan')
    """
    letters = name.lower() if name.isascii() else _folded(name)
    words = _SPACED.sub(" ", _DROPPED.sub("", letters)).split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words) or name.casefold().strip()


@lru_cache(maxsize=16384)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name's normal form, leading honorifics left out.

    >>> words_of("Mr. Kassym-Jomart Tokayev")
    ('kassym', 'jomart', 'tokayev')
    """
    words = normal(name).split(" ")
    while len(words) > 1 and is_honorific(words[0]):
        words = words[1:]
    return tuple(words)


def bare(name: str) -> str:
    """Return the normal form without leading honorifics.

    >>> bare("Mr. Tleuberdi"), bare("Dr")
    ('tleuberdi', 'dr')
    """
    return " ".join(words_of(name))


def unordered(words: Sequence[str]) -> str:
    """Return a key that is equal for the same words in any order.

    >>> unordered(words_of("Tokayev, Kassym-Jomart")) == unordered(words_of("Kassym-Jomart Tokayev"))
    True
    """
    return " ".join(sorted(words))


def abbreviations(words: Sequence[str]) -> Iterator[str]:
    """Yield the forms of a person's name in which given names are initials, or middle ones are left out.

    The words are normal ones in the order given name, family name.

    >>> sorted(set(abbreviations(("kassym", "jomart", "tokayev"))))
    ['k j tokayev', 'k tokayev', 'kassym tokayev', 'kj tokayev']
    """
    if len(words) < 2:  # noqa: PLR2004 -- a name of one word has nothing to shorten
        return
    *given, family = words
    initials = [word[0] for word in given]
    yield f"{initials[0]} {family}"
    yield f"{given[0]} {family}"
    if len(given) > 1:
        yield f"{' '.join(initials)} {family}"
        yield f"{''.join(initials)} {family}"
