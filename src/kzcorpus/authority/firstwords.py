"""Where in a text a name may begin: the first words of names, found as whole words in one pass.

With the ``fast`` extra an automaton looks for them once much is read, regular expressions do till then; both find the same words.
"""

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from operator import itemgetter

from kzcorpus.authority.lettering import CAPITALS, SPACE, Lettering

Place = tuple[int, int, int]
"""The number of a word, where it begins, and the code point after the one that ends it."""

PAYS_FROM = 1 << 22  # code points after which an automaton has saved the time that it takes to make
_SHAPE = bytes(ord("A") if byte in CAPITALS else byte if byte == ord(SPACE) else ord("a") for byte in range(256))
_CAPITAL = re.compile(rb"A(?<![Aa]A)")


class FirstWords:
    """The words that names begin with, and how they are found: by regular expressions, or by an automaton.

    >>> words = FirstWords({"Astana", "nur"})
    >>> letters, _ = words.read("In Astana: nur.kz ")
    >>> [(words.alike[number], begin) for number, begin, _ in words.within(letters)]
    [(('Astana',), 3), (('nur',), 11)]
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)
        self._seen = 0

    @cached_property
    def read(self) -> Callable[[str], tuple[bytes, bool]]:
        """How a text is read (``Lettering.read``)."""
        return Lettering(self._words).read

    @cached_property
    def _alike(self) -> dict[bytes, list[str]]:
        found: dict[bytes, list[str]] = {}
        for word in self._words:
            found.setdefault(self.read(word)[0], []).append(word)
        return found

    @cached_property
    def alike(self) -> tuple[tuple[str, ...], ...]:
        """The words of each number: more than one where their letters share bytes."""
        return tuple(map(tuple, self._alike.values()))

    def within(self, letters: bytes) -> list[Place]:
        """Return the places, in order, of words that names begin with in letters that end with a space: all whole ones, maybe ends of others."""
        self._seen += len(letters)
        find = self.automaton if self._seen >= PAYS_FROM else None
        return (find or self.by_patterns)(letters)

    def by_patterns(self, letters: bytes) -> list[Place]:
        """Return the places of whole words, found by regular expressions."""
        numbers, ends = self._numbers, letters.find
        found = []
        for capital in _CAPITAL.finditer(letters.translate(_SHAPE)):
            begin = capital.start()
            end = ends(SPACE, begin)
            number = numbers(letters[begin:end])
            if number is not None:
                found.append((number, begin, end + 1))
        small = self._small
        if small is None: return found
        later = [(numbers(match[1]), match.start(1), match.end() + 1) for match in small.finditer(letters)]
        if (opening := small.match(SPACE + letters[: self._longest + 1])):
            later.append((numbers(opening[1]), 0, opening.end()))
        return sorted(found + later, key=itemgetter(1)) if later else found

    @cached_property
    def _longest(self):
        return max(map(len, self._alike), default=0)

    @cached_property
    def _numbers(self) -> Callable[[bytes], int | None]:
        return {read: number for number, read in enumerate(self._alike)}.get

    @cached_property
    def _small(self) -> re.Pattern[bytes] | None:
        """A pattern of the words that begin with no capital: few, and few begin alike."""
        small = [read for read in self._alike if read[0] not in CAPITALS]
        return re.compile(b" (" + _branches(small) + b")(?= )", re.S) if small else None

    @cached_property
    def automaton(self) -> Callable[[bytes], list[Place]] | None:
        """What finds the same by an automaton (Aho and Corasick 1975), and ends of words too; None without the ``fast`` extra.

        Each word is looked for with the space after it, so that what is found is over before the next word begins and hides none.
        """
        try:
            from ahocorasick_rs import BytesAhoCorasick, Implementation  # noqa: PLC0415 -- an extra
        except ImportError:
            return None
        return BytesAhoCorasick([read + SPACE for read in self._alike], implementation=Implementation.DFA).find_matches_as_indexes


def _branches(words: Iterable[bytes]) -> bytes:
    """Return a pattern of words: those that begin alike in one branch, so that most places are given up at once."""
    alike: dict[bytes, list[bytes]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        alike.setdefault(word[:1], []).append(word[1:])
    return b"|".join(re.escape(first) + b"(?:" + b"|".join(map(re.escape, rest)) + b")" for first, rest in sorted(alike.items()))
