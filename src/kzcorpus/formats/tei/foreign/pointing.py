"""Who is meant by a pointer: ids of the document, each claimed once for the whole corpus, and records elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.losses import Losses

Sort = Literal["actor", "organization", "place", "concept"]
AGENTS: frozenset[Sort] = frozenset(("actor", "organization"))
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[^#]+[#/]|/")
"""How a pointer begins that leads out of the document: with a scheme or a prefix, a file, a path."""


class Aim(NamedTuple):
    """What a pointer means: the id in the corpus, and the sort of record that bears it."""

    id: str
    sort: Sort


class Ids:
    """Gives out ids of the corpus, each once; an id that is taken, here or in what is around, gets a number."""

    def __init__(self, outer: Ids | None = None) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._outer = outer

    def claim(self, wanted: str) -> str:
        """Return the id wanted, or where somebody has it, one with a number."""
        given, outer = wanted, self._outer
        while given in self._taken or (outer is not None and given in outer._taken):  # noqa: SLF001 -- of its own class
            self._numbers[wanted] = self._numbers.get(wanted, 1) + 1
            given = f"{wanted}-{self._numbers[wanted]}"
        self._taken.add(given)
        return given

    def claim_next(self, wanted: str) -> str:
        """Return the id wanted, with a number from the second time on; it is not remembered, and must be like no other id."""
        if self._outer is not None:
            return self._outer.claim_next(wanted)
        number = self._numbers[wanted] = self._numbers.get(wanted, 0) + 1
        return wanted if number == 1 else f"{wanted}-{number}"

    def claim_for(self, wanted: str, element: _Element, path: str, losses: Losses) -> str:
        """Return the id of an element, noting where it had to be changed."""
        given = self.claim(wanted)
        if given != wanted:
            losses.note(f"{path}/@xml:id", element, "an id that something else bears; it got a number")
        return given


class Scope:
    """What ids mean in one text: its own, then those of the corpus around it."""

    def __init__(self, outer: Scope | None = None) -> None:
        self._aims: dict[str, Aim] = {}
        self._outer = outer

    def enter(self, identity: str, aim: Aim) -> None:
        """Let an id of the document mean something; the first one counts."""
        self._aims.setdefault(identity, aim)

    def find(self, identity: str) -> Aim | None:
        """Return what an id means, None where nothing of the registers bears it."""
        scope: Scope | None = self
        while scope is not None:
            if identity in scope._aims:  # noqa: SLF001 -- of its own class
                return scope._aims[identity]  # noqa: SLF001
            scope = scope._outer  # noqa: SLF001
        return None


def pointers(value: str | None) -> Iterator[str]:
    """Yield the pointers of an attribute."""
    yield from (value or "").split()


def leads_elsewhere(pointer: str) -> bool:
    """Tell whether a pointer means something outside the document.

    >>> leads_elsewhere("https://viaf.org/1"), leads_elsewhere("persons.xml#p1"), leads_elsewhere("#p1"), leads_elsewhere("p1")
    (True, True, False, False)
    """
    return not pointer.startswith("#") and _ELSEWHERE.match(pointer) is not None


def scope_around(element: _Element, around: dict[_Element, Scope]) -> Scope | None:
    """Return the scope that an element stands in, None at the root; ``around`` knows it of what was asked for before."""
    passed: list[_Element] = []
    for one in element.iterancestors():
        if one in around:
            around.update(dict.fromkeys(passed, around[one]))
            return around[one]
        passed.append(one)
    return None
