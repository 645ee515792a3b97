"""Two collections joined to one: what both hold is kept once, and what they say differently under one id is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from kzcorpus.errors import Fault, shorten
from kzcorpus.model.agents import Actor, Occasion, Organization

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.names import Name

T = TypeVar("T")
_MOST = 5  # ids that are named for each field


def differing(ours: Any, theirs: Any) -> Iterator[str]:  # noqa: ANN401 -- any two values of one id
    """Yield the names of the fields in which two values differ, with the ids of the things in them that do.

    >>> from kzcorpus import Article
    >>> list(differing(Article("a", "Yes."), Article("a", "No.", language="en")))
    ['text', 'language']
    """
    if type(ours) is not type(theirs):
        yield f"kind ({type(ours).__name__}, {type(theirs).__name__})"
        return
    for field in attrs.fields(type(ours)):
        one, other = getattr(ours, field.name), getattr(theirs, field.name)
        if one != other:
            yield f"{field.name}{_named(one, other)}"


def _named(ours: object, theirs: object) -> str:
    """Return which identified things of two collections differ, or stand in one of them only."""
    if not (isinstance(ours, tuple) and isinstance(theirs, tuple)) or not all(hasattr(one, "id") for one in (*ours, *theirs)):
        return ""
    mine, others = ({one.id: one for one in some} for some in (ours, theirs))
    ids = [id_ for id_ in mine | others if mine.get(id_) != others.get(id_)]
    more = f" and {len(ids) - _MOST} more" if len(ids) > _MOST else ""
    return f" ({', '.join(map(shorten, ids[:_MOST]))}{more})" if ids else " (their order)"


def _spellings(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return names as a proposal has them: the fullest first, the others as variants."""
    texts = sorted({(name.text, name.language) for name in names}, key=lambda one: (-len(one[0]), one[0], one[1] or ""))
    made = type(names[0]) if names else None
    return tuple(made(text, language, "variant" if i else "full") for i, (text, language) in enumerate(texts)) if made else ()


def joined(ours: Any, theirs: Any) -> Any | None:  # noqa: ANN401
    """Return one value that says what both say, where that is no contradiction; None where it is one.

    A program that proposes an agent knows the spellings of its own texts only, and who took part in an occasion.
    """
    if type(ours) is not type(theirs):
        return None
    if isinstance(ours, (Actor, Organization)) and ours.made and ours.made.rule and ours.made.status == "proposed":
        if attrs.evolve(ours, names=theirs.names) == theirs:
            return attrs.evolve(ours, names=_spellings((*ours.names, *theirs.names)))
    elif isinstance(ours, Occasion) and attrs.evolve(ours, names=theirs.names, participants=theirs.participants) == theirs:
        names = sorted({*ours.names, *theirs.names}, key=lambda name: (name.text, name.language or "", name.kind or "", repr(name)))
        return attrs.evolve(ours, names=tuple(names), participants=tuple(sorted({*ours.participants, *theirs.participants})))
    return None


def union(name: str, ours: tuple[T, ...], theirs: tuple[T, ...], faults: list[Fault]) -> tuple[T, ...]:
    """Return ours, then what only they have; different things under one id are a fault. What has no id is told apart by its value."""
    known: dict[object, T] = {getattr(item, "id", item): item for item in ours}
    changed: dict[object, T] = {}
    added = []
    for item in theirs:
        key = getattr(item, "id", item)
        if key not in known:
            added.append(item)
        elif known[key] != item:
            whole = joined(known[key], item)
            if whole is None:
                fields = ", ".join(differing(known[key], item))
                faults.append(
                    Fault(name, f"found two different values for the id {shorten(str(key))}, expected equal ones; they differ in {fields}")
                )
            else:
                changed[key] = whole
    return (*(changed.get(getattr(item, "id", item), item) for item in ours), *added) if changed else (*ours, *added)
