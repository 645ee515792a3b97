"""Keys of names: what a name sounds like, whatever the orthography it is written in.

A key is made in two steps. Letters become sounds by the tables of ``lexicon/orthographies.toml``; then what orthographies treat at will is
set aside: doubled letters, and the glide that some write between two vowels and before е. One word may have several keys, one for each
orthography in which it can be read; names meet where they share one.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from kzcorpus.authority.lexicon import vocabulary
from kzcorpus.authority.romanization import pairs

_LONGEST = 100  # letters; what is longer is no word of a name
_SHORT = 4  # letters below which a word is read as English only: "Xu" is no "Hu"
_DOUBLED = re.compile(r"(.)\1+", re.DOTALL)
_GLIDE = re.compile(r"(?<=[aeou])i(?=[aeou])|\Ai(?=e)")
_MARKS = re.compile(r"[^\w]+|_+")
_UKRAINIAN = frozenset("іїєґў")
_LANGUAGES_OF_H = ("uk", "be")
_CYRILLIC = ("\u0400", "\u052f")
_WITHOUT_MARKS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "t", "æ": "a", "œ": "o", "ə": "a", "ŋ": "n", "ß": "s"}
)


class _Reading(NamedTuple):
    """An orthography, made ready: patterns of the groups of letters it knows, and their sounds."""

    pattern: re.Pattern[str]
    sounds: dict[str, str]
    final: dict[str, str]


@cache
def _reading(name: str) -> _Reading:
    tables = vocabulary("orthographies")
    base = tables["cyrillic" if name in _CYRILLIC_READINGS else "english"]
    sounds = {letters: sound.strip("-") for letters, sound in (pairs(base["letters"]) | pairs(tables[name]["letters"])).items()}
    final = pairs(base.get("final", "")) | pairs(tables[name].get("final", ""))
    ends = "|".join(map(re.escape, sorted(final, key=len, reverse=True)))
    groups = "|".join(map(re.escape, sorted(sounds, key=len, reverse=True)))
    return _Reading(re.compile(rf"(?:{ends})\Z|{groups}"), sounds, final)


_CYRILLIC_READINGS = ("cyrillic", "cyrillic-e", "ukrainian")


@cache
def _latin_readings() -> tuple[str, ...]:
    return tuple(name for name in vocabulary("orthographies") if name not in _CYRILLIC_READINGS)


def is_cyrillic(word: str) -> bool:
    """Tell whether a word has a Cyrillic letter.

    >>> is_cyrillic("Тоқаев"), is_cyrillic("Tokayev")
    (True, False)
    """
    return any(_CYRILLIC[0] <= letter <= _CYRILLIC[1] for letter in word)


def _plain(sounds: str) -> str:
    """Return sounds without the marks of letters that no table knew."""
    if sounds.isascii():
        return sounds
    decomposed = unicodedata.normalize("NFKD", sounds)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_WITHOUT_MARKS)


def _sounds(word: str, reading: _Reading) -> str:
    def sound(found: re.Match[str]) -> str:
        letters = found[0]
        return reading.final[letters] if found.end() == len(word) and letters in reading.final else reading.sounds[letters]

    return _DOUBLED.sub(r"\1", _GLIDE.sub("", _DOUBLED.sub(r"\1", _plain(reading.pattern.sub(sound, word)))))


@lru_cache(maxsize=16384)
def word_keys(word: str, *, foreign: bool = True, language: str | None = None) -> tuple[str, ...]:
    """Return the keys of one word of a name, the likeliest first: read as English or Cyrillic, then in the other orthographies.

    Case, apostrophes and everything that is no letter or digit are set aside. ``foreign=False`` leaves the orthographies of other European
    languages out; ``language`` (BCP 47) is that of the word where it is known, since г is h in Ukrainian. A word without
    letters, or of more than 100, has no key.

    >>> word_keys("Тоқаев") == word_keys("Toqaev", foreign=False) == word_keys("Tokayev", foreign=False)
    True
    >>> "tokaev" in word_keys("Tokajew")
    True
    """
    letters = _MARKS.sub("", unicodedata.normalize("NFC", word).lower().replace("i̇", "i"))
    if not letters or len(letters) > _LONGEST:
        return ()
    if is_cyrillic(letters):
        other = (language or "").partition("-")[0] in _LANGUAGES_OF_H or not _UKRAINIAN.isdisjoint(letters)
        names: tuple[str, ...] = ("cyrillic", "cyrillic-e", "ukrainian") if other else ("cyrillic", "cyrillic-e")
    else:
        names = _latin_readings() if foreign and len(letters) >= _SHORT else ("english",)
    return tuple(dict.fromkeys(filter(None, (_sounds(letters, _reading(name)) for name in names))))


def key(name: str) -> str:
    """Return the likeliest key of a name: those of its words, joined by spaces.

    >>> key("Қасым-Жомарт Тоқаев"), key("Kassym-Zhomart Tokaev")
    ('kasim Jomart tokaev', 'kasim Jomart tokaev')
    """
    return " ".join(keys[0] for keys in map(word_keys, words_in(name)) if keys)


def words_in(name: str) -> list[str]:
    """Return the words of a name as written, set apart at white space and hyphens.

    >>> words_in("Nur-Sultan, K.-J. Tokayev")
    ['Nur', 'Sultan,', 'K.', 'J.', 'Tokayev']
    """
    return [word for word in re.split(r"[\s\-‐‑‒–—―/_&+]+", name) if word]
