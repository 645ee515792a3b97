"""Where in a text a name may begin: the first words of names, found as whole words in one pass.

With the ``fast`` extra an automaton looks for them in long texts, patterns do in all others; both find the same places.
"""

import re
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import cached_property
from operator import itemgetter

Place = tuple[int, int, int]
"""The number of a word, and the code points between which it stands, half-open."""

PAYS_FROM = 1 << 20  # code points after which an automaton has saved the time that it takes to make


class FirstWords:
    """The words that names begin with, and how they are found: by patterns, or by an automaton. ``numbers`` are theirs in order.

    >>> FirstWords({"Astana", "nur"}).within("In Astana: nur.kz")
    [(0, 3, 9), (1, 11, 14)]
    """

    def __init__(self, words: Collection[str]) -> None:
        self.numbers = {word: number for number, word in enumerate(sorted(words))}
        self._longest = max(map(len, words), default=0)
        self._read = 0

    def within(self, text: str, start: int = 0) -> list[Place]:
        """Return the places from ``start`` on, in order, of words that names begin with: all whole ones, maybe parts of others too."""
        self._read += len(text) - start
        find = self.automaton if self._read >= PAYS_FROM and not start and "_" not in text else None
        if find:
            with suppress(UnicodeEncodeError):  # a surrogate: only patterns read it
                return find(text)
        return self.by_patterns(text, start)

    def by_patterns(self, text: str, start: int = 0) -> list[Place]:
        """Return the places of whole words, found by regular expressions."""
        numbers = self.numbers
        capital, small = self._patterns
        found = (
            [(numbers[word], *match.span()) for match in capital.finditer(text, start) if (word := match[0]) in numbers] if capital else []
        )
        later = [(numbers[match[1]], *match.span(1)) for match in small.finditer(text, max(start - 1, 0))] if small else []
        if small and start == 0 and (opening := small.match(f" {text[: self._longest + 1]}")):
            later.append((numbers[opening[1]], 0, opening.end() - 1))
        return sorted(found + later, key=itemgetter(1)) if later else found

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
        return _patterns(self.numbers)

    @cached_property
    def automaton(self) -> Callable[[str], list[Place]] | None:
        """What finds the same in a text by an automaton (Aho and Corasick 1975), inside words too; None without the ``fast`` extra.

        At each place it finds the longest word, and nothing inside what it found. No word holds a mark or a space, so that none hides
        another that stands between marks or spaces.
        """
        try:
            from ahocorasick_rs import AhoCorasick, Implementation, MatchKind  # noqa: PLC0415 -- an extra
        except ImportError:
            return None
        made = AhoCorasick(self.numbers, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
        return made.find_matches_as_indexes


def _patterns(words: Collection[str]) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return a pattern of words with a capital that some name begins with, and one of the other first words, after what parts words.

    Capitals are rare in a text, so that this is several times faster than to look at every word.
    """
    capitals = {word[0] for word in words if word[0].isupper()}
    others = [word for word in words if not word[0].isupper()]
    return (
        re.compile(rf"{_either(capitals)}(?<!\w.)\w*") if capitals else None,
        re.compile(rf"\W({_branches(others)})(?!\w)") if others else None,
    )


def _branches(words: Collection[str]) -> str:
    """Return a pattern of words: those that begin alike in one branch, other alphabets in one, so that most places are given up at once."""
    alike: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        alike.setdefault(word[0], []).append(word[1:])
    branches = {first: f"{re.escape(first)}(?:{'|'.join(map(re.escape, rest))})" for first, rest in sorted(alike.items())}
    rare = {first for first in branches if not first.isascii()}
    common = [branch for first, branch in branches.items() if first not in rare]
    return "|".join([*common, *([f"(?={_either(rare)})(?:{'|'.join(branches[first] for first in sorted(rare))})"] if rare else [])])


def _either(characters: set[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]"
