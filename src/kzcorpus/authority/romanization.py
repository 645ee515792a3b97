"""Kazakh and Russian in Latin letters, by tables that are data: ``lexicon/romanization.toml`` names the source of each."""

import re
import unicodedata
from functools import cache
from typing import Literal, NamedTuple, get_args

from kzcorpus.authority.lexicon import vocabulary

Scheme = Literal["kk-2021", "kk-bgn", "kk-passport", "ru-bgn", "ru-icao", "ru-news"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
"""The names of the schemes."""

# what a letter's value at the opening of a syllable is decided by, of the Russian and the Kazakh alphabet
_OPEN_AFTER = frozenset("аәеёиоөуұүыіэюяйъь")


class _Table(NamedTuple):
    """A scheme, made ready: a pattern of everything it writes otherwise, and what for, by its place in a word."""

    pattern: re.Pattern[str]
    letters: dict[str, str]
    opening: dict[str, str]
    final: dict[str, str]
    capitals: dict[str, str]


def pairs(text: str) -> dict[str, str]:
    """Return what a table of pairs says: the second of each by the first; white space sets all apart.

    >>> pairs("а a  ж zh")
    {'а': 'a', 'ж': 'zh'}
    """
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _with_decomposed(letters: dict[str, str]) -> dict[str, str]:
    """Add each key as it is written with combining marks: й may be two code points in a text."""
    return {unicodedata.normalize("NFD", key): value for key, value in letters.items()} | letters


@cache
def _table(scheme: str) -> _Table:
    table = vocabulary("romanization")[scheme]
    letters = _with_decomposed(pairs(table["letters"]) | dict.fromkeys(table.get("dropped", "").split(), ""))
    opening, final, capitals = (_with_decomposed(pairs(table.get(key, ""))) for key in ("opening", "final", "capitals"))
    ends = "|".join(map(_either_case, sorted(final, key=len, reverse=True)))
    forms = [_either_case(key) for key in sorted(letters, key=lambda key: (-len(key), key))]
    return _Table(re.compile("|".join([rf"(?:{ends})(?!\w)", *forms] if ends else forms)), letters, opening, final, capitals)


def _either_case(letters: str) -> str:
    """Return a pattern of letters in both cases only: ``re.IGNORECASE`` would take letters of Church Slavonic for Russian ones."""
    return "".join(f"[{re.escape(letter + letter.upper())}]" for letter in letters)


def _cased(found: re.Match[str], value: str, capitals: dict[str, str]) -> str:
    """Give what stands for a letter the case of the letter; of a capital written in two, the second goes by the letters around."""
    letter, text = found[0], found.string
    if letter == letter.lower():
        return value
    if letter[0] != letter[0].upper():
        return value[:1] + value[1:].upper()
    first = capitals.get(letter.lower(), value[:1].upper())
    after, before = text[found.end() : found.end() + 1], text[found.start() - 1 : found.start()] if found.start() else ""
    loud = letter[1:].isupper() if letter[1:].isalpha() else after.isupper() if after.isalpha() else before.isupper()
    return first + (value[1:].upper() if loud else value[1:])


def romanize(text: str, scheme: Scheme) -> str:
    """Write Kazakh or Russian Cyrillic in Latin letters; what the scheme's table does not know stays, and case is kept.

    The schemes are ``kk-2021``, ``kk-bgn``, ``kk-passport``, ``ru-bgn``, ``ru-icao`` and ``ru-news``; see ``lexicon/romanization.toml`` for
    their sources. Raises ``ValueError`` for another one.

    >>> romanize("Қасым-Жомарт ТОҚАЕВ", "kk-2021"), romanize("Сергей Ельцин", "ru-news")
    ('Qasym-Jomart TOQAEV', 'Sergey Yeltsin')
    """
    if scheme not in SCHEMES:
        raise ValueError(f"found the scheme {scheme!r}, expected one of {', '.join(SCHEMES)}")
    table = _table(scheme)

    def latin(found: re.Match[str]) -> str:
        key, start = found[0].lower(), found.start()
        before = text[start - 1 : start].lower() if start else ""
        if key in table.final and not _continues(text, found.end()):
            value = table.final[key]
        elif key in table.opening and (not before.isalpha() or before in _OPEN_AFTER) and not unicodedata.combining(before or " "):
            value = table.opening[key]
        else:
            value = table.letters[key]
        return _cased(found, value, table.capitals)

    return table.pattern.sub(latin, text)


def _continues(text: str, position: int) -> bool:
    """Tell whether a word goes on at a position."""
    after = text[position : position + 1]
    return after.isalnum() or after == "_"
