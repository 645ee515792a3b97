"""Parts of speech that are one statement: tied by ``next`` and ``prev``, or by the same ``id`` of Redewiedergabe.

See TEI P5, 17.4.2 Joins by attributes. Ties may lead forward and back, repeat each other, and go in circles; each pair is looked at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.formats.tei.foreign.pointing import pointers
from kzcorpus.formats.tei.vocabulary import XML_ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kzcorpus.formats.tei.foreign.frames import Marked
    from kzcorpus.formats.tei.foreign.losses import Losses

_TIES = ("prev", "next")
_TIED = frozenset((*_TIES, "id"))


class _Groups:
    """Which parts belong together, each by its place in order; the first part stands for all."""

    def __init__(self, size: int) -> None:
        self._leaders = list(range(size))

    def leader(self, part: int) -> int:
        """Return the first part of the group that a part is in."""
        leaders = self._leaders
        while leaders[part] != part:
            leaders[part] = part = leaders[leaders[part]]
        return part

    def tie(self, part: int, other: int) -> None:
        """Let two parts, and all that are tied to them, be one group."""
        first, second = sorted((self.leader(part), self.leader(other)))
        self._leaders[second] = first


def _tied(one: Marked, by_name: Mapping[str, int], speeches: Sequence[Marked], losses: Losses) -> Iterator[int]:
    """Yield the parts of speech that an element says it goes on from, or goes on in."""
    for name in _TIES:
        for pointer in pointers(one.get(name)):
            tied = by_name.get(pointer.removeprefix("#"))
            if tied is None:
                losses.note(f"text/{one.name}/@{name}", one.element, "a pointer to no speech of the text")
                continue
            other = speeches[tied]
            if one.get("who") and other.get("who") and one.get("who") != other.get("who"):
                losses.note(f"text/{one.name}/@{name}", one.element, "a pointer to the speech of somebody else; both stand by themselves")
            else:
                yield tied


def grouped(speeches: Sequence[Marked], losses: Losses) -> list[list[Marked]]:
    """Return the parts of each statement, in the order of their first parts."""
    if all(_TIED.isdisjoint(one.attributes) for one in speeches):
        return [[one] for one in speeches]
    groups = _Groups(len(speeches))
    by_name: dict[str, int] = {}
    by_number: dict[str, int] = {}
    for place, one in enumerate(speeches):
        if (name := one.get(XML_ID)) is not None:
            by_name.setdefault(name, place)
        if one.name == "said" and (number := one.get("id")) is not None:
            groups.tie(by_number.setdefault(number, place), place)
    for place, one in enumerate(speeches):
        if one.attributes:
            for tied in _tied(one, by_name, speeches, losses):
                groups.tie(place, tied)
    found: dict[int, list[Marked]] = {}
    for place, one in enumerate(speeches):
        found.setdefault(groups.leader(place), []).append(one)
    return list(found.values())
