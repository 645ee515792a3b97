"""Files of records laid over one another: the later file wins, record by record, and its tenures over those of the same time."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from kzcorpus.errors import Fault
from kzcorpus.model.agents import Actor, Organization, Place, Tenure
from kzcorpus.model.edtf import bounds

Record = Actor | Organization | Place | Tenure


Key = tuple[str | None, ...]


class Located(NamedTuple):
    """A record, the file and table it stands in, and whether it adds to an earlier one."""

    where: str
    record: Record
    extends: bool = False


def _key(record: Record) -> Key:
    """Return what a later record replaces an earlier one by: the id, or for a tenure who held what from when."""
    if isinstance(record, Tenure):
        return ("tenure", record.holder, record.post, record.body, record.since)
    return ("id", record.id)


def layer_of(located: list[Located], faults: list[Fault]) -> dict[Key, Located]:
    """Return the records of one file by their keys; a key that stands twice is a fault."""
    layer: dict[Key, Located] = {}
    for item in located:
        first = layer.setdefault(_key(item.record), item)
        if first is not item:
            faults.append(Fault(item.where, f"found it again, expected once: it stands in {first.where}"))
    return layer


def _extended(earlier: Located | None, item: Located, faults: list[Fault]) -> Located:
    """Return a record that adds its names to those of the earlier one and replaces what else it says."""
    if earlier is None or type(earlier.record) is not type(item.record):
        kind = type(item.record).__name__.lower()
        faults.append(Fault(item.where, f"found extends = true, expected an earlier {kind} with this id to extend"))
        return item
    said = {field.name: getattr(item.record, field.name) for field in attrs.fields(type(item.record))}
    changes = {name: value for name, value in said.items() if value not in (None, ())}
    if "names" in changes:
        old = () if isinstance(earlier.record, Tenure) else earlier.record.names
        changes["names"] = old + tuple(name for name in changes["names"] if name not in old)
    return Located(item.where, attrs.evolve(earlier.record, **changes))


def _same_time(a: Tenure, b: Tenure) -> bool:
    """Tell whether two tenures can overlap by more than the day of handing over."""
    begins = [bounds(tenure.since).earliest if tenure.since else None for tenure in (a, b)]
    ends = [bounds(tenure.until).latest if tenure.until else None for tenure in (a, b)]
    return max(begin or dt.date.min for begin in begins) < min(end or dt.date.max for end in ends)


def _replaced(records: Mapping[Key, Located], tenures: Sequence[Tenure]) -> Iterator[Key]:
    """Yield the keys of the tenures that later ones of the same holder, post, body and time replace."""
    later: dict[Key, list[Tenure]] = {}
    for tenure in tenures:
        later.setdefault((tenure.holder, tenure.post, tenure.body), []).append(tenure)
    for key, item in records.items():
        old = item.record
        if isinstance(old, Tenure) and any(_same_time(old, new) for new in later.get((old.holder, old.post, old.body), ())):
            yield key


def lay_over(records: dict[Key, Located], layer: Mapping[Key, Located], faults: list[Fault]) -> None:
    """Put the records of a later file over the earlier ones."""
    for key in tuple(_replaced(records, [item.record for item in layer.values() if isinstance(item.record, Tenure)])):
        del records[key]
    for key, item in layer.items():
        records[key] = _extended(records.get(key), item, faults) if item.extends else item
