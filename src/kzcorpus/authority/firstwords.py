"""Where in a text a name may begin: the first words of names, found as whole words in one pass.

With the ``fast`` extra an automaton looks for them once much is read, regular expressions do till then; both find the same words.
"""

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from operator import itemgetter

from kzcorpus.authority.lettering import CAPITALS, SPACE, Lettering

Place = tuple[int, int, int]
"""The number of a word, where it begins, and the code point after the one that parts it from what follows."""

PAYS_FROM = 1 << 22  # code points after which an automaton has saved the time that it takes to make
_SHAPE = bytes(ord("A") if byte in CAPITALS else byte if byte == ord(SPACE) else ord("a") for byte in range(256))
_CAPITAL = re.compile(rb"A(?<![Aa]A)")


class FirstWords:
    """The words that names begin with, and how they are found: by regular expressions, or by an automaton.

    >>> words = FirstWords({"Astana", "nur"})
    >>> letters, _ = words.read("In Astana: nur.kz ")
    >>> [(words.alike[number], begin, after) for number, begin, after in words.within(letters)]
    [(('Astana',), 3, 10), (('nur',), 11, 15)]
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)
        self._seen = 0

    def within(self, letters: bytes) -> list[Place]:
        """Return the places, in order, of first words in letters that end with a space: all whole ones, maybe ends of other words too."""
        self._seen += len(letters)
        find = self.automaton if self._seen >= PAYS_FROM else None
        return find(letters) if find else self.by_patterns(letters)

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

    def by_patterns(self, letters: bytes) -> list[Place]:
        """Return the places of whole words, found by regular expressions."""
        numbers, found = self._numbers, []
        for capital in _CAPITAL.finditer(letters.translate(_SHAPE)):
            begin = capital.start()
            end = letters.find(SPACE, begin)
            number = numbers.get(letters[begin:end])
            if number is not None:
                found.append((number, begin, end + 1))
        others = self._others
        if others is None:
            return found
        later = [(numbers[other[1]], other.start(1), other.end() + 1) for other in others.finditer(letters)]
        opening = others.match(SPACE + letters[: self._longest + 1])
        if opening:
            later.append((numbers[opening[1]], 0, opening.end()))
        return sorted(found + later, key=itemgetter(1)) if later else found

    @cached_property
    def _numbers(self) -> dict[bytes, int]:
        return {letters: number for number, letters in enumerate(self._alike)}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._alike), default=0)

    @cached_property
    def _others(self) -> re.Pattern[bytes] | None:
        """A pattern of the words without a capital, after what parts words: few names begin with one."""
        others = [letters for letters in self._alike if letters[0] not in CAPITALS]
        return re.compile(b" (%b)(?= )" % _branches(others)) if others else None

    @cached_property
    def automaton(self) -> Callable[[bytes], list[Place]] | None:
        """What finds the same by an automaton (Aho and Corasick 1975), and ends of words too; None without the ``fast`` extra.

        Each word is looked for with the space after it, so that what is found is over before the next word begins, and hides none.
        """
        try:
            from ahocorasick_rs import BytesAhoCorasick, Implementation  # noqa: PLC0415 -- an extra
        except ImportError:
            return None
        made = BytesAhoCorasick([letters + SPACE for letters in self._alike], implementation=Implementation.DFA)
        return made.find_matches_as_indexes


def _branches(words: Iterable[bytes]) -> bytes:
    """Return a pattern of words: those that begin alike in one branch, so that most places are given up at once."""
    alike: dict[bytes, list[bytes]] = {}
    for word in sorted(words):
        alike.setdefault(word[:1], []).append(re.escape(word[1:]))
    return b"|".join(b"%b(?:%b)" % (re.escape(first), b"|".join(rest)) for first, rest in alike.items())
