"""How the strategies draw: optional fields by one bit mask, collections by one question more, references from what there is to refer to.

Plain functions of ``draw`` rather than strategies inside strategies: it is what makes a corpus cheap to draw and to shrink.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import attrs
from hypothesis import strategies as st

from kzcorpus.strategies.text import ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Pool = tuple[str, ...] | None
"""The ids that a reference may hold; None: any id."""

_MORE = st.sampled_from((False, True, True, True))
_ANY = ids()


@attrs.frozen
class Ground:
    """What a value stands on: how long its text is, and which ids of each kind there are; ``texts`` has the lengths of all articles."""

    length: int = 0
    agents: Pool = None
    organizations: Pool = None
    places: Pool = None
    occasions: Pool = None
    concepts: Pool = None
    statements: Pool = None
    refs: Pool = None
    texts: Mapping[str, int] | None = None

    @property
    def entities(self) -> Pool:
        """What a mention may mean."""
        pools = (self.agents, self.places, self.occasions)
        return None if None in pools else tuple(id_ for pool in pools if pool for id_ in pool)


def several(draw: st.DrawFn, low: int, high: int) -> Iterator[int]:
    """Count from 0, at least ``low`` and at most ``high`` times."""
    number = 0
    while number < low or (number < high and draw(_MORE)):
        yield number
        number += 1


def some(draw: st.DrawFn, **fields: st.SearchStrategy[Any] | Callable[[], Any]) -> dict[str, Any]:
    """Draw some of these fields; the others are left to their defaults."""
    mask = draw(st.integers(0, (1 << len(fields)) - 1))
    chosen = (item for bit, item in enumerate(fields.items()) if mask >> bit & 1)
    return {name: draw(source) if isinstance(source, st.SearchStrategy) else source() for name, source in chosen}


def one(draw: st.DrawFn, pool: Pool) -> str:
    """Draw an id of a pool that holds one at least."""
    return draw(_ANY) if pool is None else pool[draw(st.integers(0, len(pool) - 1))]


def maybe(draw: st.DrawFn, pool: Pool) -> str | None:
    """Draw an id of the pool, or None."""
    if pool is None:
        return draw(st.none() | _ANY)
    position = draw(st.integers(0, len(pool))) if pool else 0
    return pool[position - 1] if position else None


def many(draw: st.DrawFn, pool: Pool, high: int = 3) -> tuple[str, ...]:
    """Draw up to ``high`` ids of the pool, repeated ones too."""
    return () if pool == () else tuple(one(draw, pool) for _ in several(draw, 0, high))


def kinds(literal: object) -> st.SearchStrategy[Any]:
    """Return the strategy over the members of a ``Literal`` type."""
    return st.sampled_from(get_args(literal))
