"""Sort what people marked and what was found into classes of error, on the matching of the instrument: each statement is in exactly one.

*Words* are the instrument's word tokens. *Paired* are a marked and a found content that its one-to-one matching joins: they share at
least half of the words of both together. One content *holds* another that has at least half of its words in it. What is found within
another statement is no candidate, for the corpus marks the outermost only.

======== =================================================================================================================
right    paired, with the right source and the right cue: the instrument's *triple*
cue      paired, with a wrong cue, whatever the source (a wrong cue brings its own); also a marked act of speech that is
         paired with a statement whose cue the instrument takes for none, so that it does not count the pair
source   paired, with the right cue and a wrong source
merged   not paired, and one found content holds this marked content and another one; of what is found: holds several
split    not paired, and two or more found contents have at least half of their own words in this one; of what is found:
         has at least half of its words in a marked content that is paired with another, or has further such parts
boundary not paired, but a found statement that is not paired either shares a word of the content or a part of the cue:
         the statement was seen, its content ends elsewhere; of what is found: the same from the other side
missed   marked, and none of these
spurious found, and none of these
aside    neither right nor wrong: in an ignore zone, within another, or outside the view
======== =================================================================================================================

They are tried in the order of this table. The view is the instrument's *speech*: acts of communication. A statement paired, or as good
as paired, with a belief or an intention that people marked is aside, and so is one with a cue that the instrument takes for no speech.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal, Protocol

import attrs

ErrorClass = Literal["right", "cue", "source", "merged", "split", "boundary", "missed", "spurious", "aside"]
OF_MARKED: tuple[ErrorClass, ...] = ("right", "cue", "source", "merged", "split", "boundary", "missed")
OF_FOUND: tuple[ErrorClass, ...] = ("right", "cue", "source", "merged", "split", "boundary", "spurious")


class Sided(Protocol):
    """What the classes ask of a statement of the instrument: words of the content, characters of the cue, mode, act of speech."""

    @property
    def t_con(self) -> AbstractSet[int]: ...
    @property
    def c_cue(self) -> AbstractSet[int]: ...
    @property
    def mode(self) -> str: ...
    @property
    def speech(self) -> bool: ...


@attrs.frozen
class Matching:
    """What the instrument decides of one document, by the numbers of marked and found statements.

    ``pairs`` goes from marked to found; ``wrong`` tells of a marked one that is paired what is wrong with it; ``aside`` are the found ones
    that never count: within another, or in an ignore zone; ``elsewhere`` those as good as paired with a marked one outside the view.
    """

    pairs: Mapping[int, int]
    wrong: Mapping[int, Literal["cue", "source"]]
    aside: AbstractSet[int]
    elsewhere: AbstractSet[int]


@attrs.frozen
class Sorting:
    """The class of each marked and of each found statement of a document, and the mode it counts under."""

    marked: tuple[ErrorClass, ...]
    found: tuple[ErrorClass, ...]
    marked_modes: tuple[str, ...]
    found_modes: tuple[str, ...]


def holds(outer: AbstractSet[int], inner: AbstractSet[int]) -> bool:
    """Tell whether at least half of the inner words are among the outer ones."""
    return bool(inner) and 2 * len(outer & inner) >= len(inner)


@attrs.frozen
class _Pairing:
    """One document in the making: the candidates on both sides and who holds whom."""

    marked: Sequence[Sided]
    found: Sequence[Sided]
    matching: Matching
    partner: Mapping[int, int]
    within: tuple[tuple[int, ...], ...]  # by found: the marked ones that it holds
    parts: tuple[tuple[int, ...], ...]  # by marked: the found ones that have half of their words in it

    def of_pair(self, number: int) -> ErrorClass:
        """Return the class of a marked statement that is paired."""
        if not self.found[self.matching.pairs[number]].speech:
            return "cue"
        return self.matching.wrong.get(number, "right")

    def touches(self, number: int, other: int) -> bool:
        """Tell whether a marked and a found statement, neither of them paired, share a word of the content or a part of the cue."""
        one, two = self.marked[number], self.found[other]
        return not one.t_con.isdisjoint(two.t_con) or not one.c_cue.isdisjoint(two.c_cue)

    def of_marked(self, number: int, free: Sequence[int]) -> ErrorClass:
        """Return the class of a marked statement; ``free`` are the found ones that count and are not paired."""
        if not self.marked[number].speech:
            return "aside"
        if number in self.matching.pairs:
            return self.of_pair(number)
        if any(number in held and len(held) > 1 for held in self.within):
            return "merged"
        if len(self.parts[number]) > 1:
            return "split"
        return "boundary" if any(self.touches(number, other) for other in free) else "missed"

    def of_found(self, number: int, free: Sequence[int]) -> ErrorClass:
        """Return the class of a found statement; ``free`` are the marked ones that count and are not paired."""
        if number in self.matching.aside or number in self.matching.elsewhere or not self.found[number].speech:
            return "aside"
        if number in self.partner:
            return self.of_pair(self.partner[number]) if self.marked[self.partner[number]].speech else "aside"
        if len(self.within[number]) > 1:
            return "merged"
        wholes = (whole for whole, parts in enumerate(self.parts) if number in parts)
        if any(whole in self.matching.pairs or len(self.parts[whole]) > 1 for whole in wholes):
            return "split"
        return "boundary" if any(self.touches(other, number) for other in free) else "spurious"


def sort_document(marked: Sequence[Sided], found: Sequence[Sided], matching: Matching) -> Sorting:
    """Return the class of every marked and every found statement of a document."""
    partner = {two: one for one, two in matching.pairs.items()}
    candidates = [number for number in range(len(found)) if number not in matching.aside]
    within = tuple(
        tuple(one for one, held in enumerate(marked) if holds(other.t_con, held.t_con)) if number in candidates else ()
        for number, other in enumerate(found)
    )
    parts = tuple(tuple(number for number in candidates if holds(one.t_con, found[number].t_con)) for one in marked)
    pairing = _Pairing(marked, found, matching, partner, within, parts)
    uncounted = matching.elsewhere | matching.aside
    free_found = [number for number in candidates if number not in partner and number not in uncounted and found[number].speech]
    free_marked = [number for number, one in enumerate(marked) if number not in matching.pairs and one.speech]
    return Sorting(
        tuple(pairing.of_marked(number, free_found) for number in range(len(marked))),
        tuple(pairing.of_found(number, free_marked) for number in range(len(found))),
        tuple(one.mode for one in marked),
        tuple(marked[partner[number]].mode if number in partner else one.mode for number, one in enumerate(found)),
    )
