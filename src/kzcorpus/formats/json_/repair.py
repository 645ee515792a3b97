"""A broken document made readable for further diagnosis: what does not fit is taken out, or something stands in for it.

Nothing repaired is ever returned to a user. It lets the reader report, at once, what is wrong with the rest: references that dangle, spans
outside their text. What the repairs hide is remembered, so that nothing is blamed for them.
"""

from __future__ import annotations

import typing
from functools import cache
from typing import TYPE_CHECKING

from kzcorpus.formats.json_.converter import HOLE
from kzcorpus.formats.json_.jsonshape import (
    SCHEMA_VERSION,
    Key,
    Kind,
    Plain,
    is_closed,
    is_collection,
    is_object,
    is_row,
    is_ruled,
    keys,
    rule_of,
)
from kzcorpus.formats.json_.jsonsyntax import repetitions
from kzcorpus.model.agents import Actor, Concept, Occasion, Organization, Place
from kzcorpus.model.articles import Article
from kzcorpus.model.links import Correction, Remark
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.formats.json_.jsonpaths import Steps

_BEARERS: dict[type, frozenset[str]] = {
    Actor: frozenset({"agent"}),
    Organization: frozenset({"agent", "organization"}),
    Place: frozenset({"place"}),
    Concept: frozenset({"concept"}),
    Occasion: frozenset({"occasion"}),
    Article: frozenset({"article"}),
    Statement: frozenset({"statement"}),
    Remark: frozenset({"remark"}),
    Correction: frozenset({"correction"}),
}
_STAND_INS = {"edtf": "2000", "language": "en"}


@cache
def _bears(kind: Kind) -> frozenset[str]:
    """Return the kinds of things, as references name them, whose ids a value of this annotation holds."""
    if is_collection(kind):
        return _bears(typing.get_args(kind)[0])
    if not is_object(kind):
        return frozenset()
    return _BEARERS.get(kind, frozenset()).union(*(_bears(key.kind) for key in keys(kind)))


def _key_at(model: type, steps: Steps) -> Key | None:
    """Return what the model has at the end of a way from a class; None where it has nothing."""
    here: Key | None = Key("", model, required=True)
    for step in steps:
        if here is None:
            return None
        if isinstance(step, int):
            here = Key("", typing.get_args(here.kind)[0], required=False) if is_collection(here.kind) or is_row(here.kind) else None
        else:
            here = next((key for key in keys(here.kind) if key.name == step), None) if is_object(here.kind) else None
    return here


def ids_in(value: object) -> Iterator[str]:
    """Yield every string that stands under the key ``id``, at any depth."""
    stack = [value]
    while stack:
        current = stack.pop()
        if isinstance(current, dict):
            if isinstance(current.get("id"), str):
                yield current["id"]
            stack.extend(current.values())
        elif isinstance(current, list):
            stack.extend(current)


class Repair:
    """A document under repair: its plain values, which change, and what the changes hide.

    ``ghosts`` are ids that stood in what was taken out; ``vague`` the kinds of things whose ids could not be read; ``touched`` the ways to
    everything that was taken out or replaced.
    """

    def __init__(self, tree: Plain, model: type) -> None:
        self.tree = tree
        self.model = model
        self.ghosts: set[str] = set()
        self.vague: set[str] = set()
        self.touched: set[Steps] = set()
        self._kept: dict[int, list[int] | None] = {}
        self._flatten()

    def _flatten(self) -> None:
        """Put plain objects in the place of those that repeat a key."""
        for steps, value in list(repetitions(self.tree)):
            self.ghosts.update(ids_in(value.lost))
            if steps:
                self._container(steps)[steps[-1]] = dict(value)
            else:
                self.tree = dict(value)

    def _container(self, steps: Steps) -> Plain:
        here: Plain = self.tree
        for step in steps[:-1]:
            here = here[step]
        return here

    def _stand_in(self, key: Key) -> object:
        """Return the plainest value of the kind that a required key asks for; an id that nothing else bears."""
        if is_ruled(key.kind):
            return _STAND_INS.get(rule_of(key.kind).name, f"\0{len(self.touched)}")
        if is_closed(key.kind):
            return typing.get_args(key.kind)[0]
        if key.kind is Span:
            return [0, 0]
        return SCHEMA_VERSION if key.kind is int else {"id": "\0"}

    def apply(self, steps: Steps) -> None:
        """Take out what stands at the end of a way, or put something in its place where it must not be missing."""
        container: Plain = self._container(steps)
        last: Plain = steps[-1]
        key, holder = _key_at(self.model, steps), _key_at(self.model, steps[:-1])
        self.touched.add(steps)
        if isinstance(container, list):
            self.ghosts.update(ids_in(container[last]))
            container[last] = HOLE
        else:
            self.ghosts.update(ids_in(container.pop(last, None)))
            if key and key.required:
                container[last] = self._stand_in(key)
        if key:
            self.vague |= _bears(key.kind)
        if last == "id" and holder:
            self.vague |= _BEARERS.get(holder.kind, frozenset())

    def _position(self, items: list[Plain], index: int) -> int:
        """Return where in an array the item stands that has this index once the holes are closed."""
        if id(items) not in self._kept:
            kept = [position for position, item in enumerate(items) if item is not HOLE]
            self._kept[id(items)] = kept if len(kept) < len(items) else None
        kept_here = self._kept[id(items)]
        return index if kept_here is None else kept_here[index]

    def original(self, steps: Steps) -> Steps:
        """Return the way in the document to what a way leads to once the holes are closed. To be asked when all repairs are made."""
        here: Plain = self.tree
        way: list[str | int] = []
        for step in steps:
            place: Plain = self._position(here, step) if isinstance(step, int) and isinstance(here, list) else step
            way.append(place)
            here = here[place] if isinstance(here, list) else here.get(place) if isinstance(here, dict) else None
        return tuple(way)
