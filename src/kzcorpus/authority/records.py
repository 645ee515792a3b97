"""The bundled records of who is who, and records of the user's own, read from TOML.

A file holds ``[[actor]]``, ``[[organization]]`` and ``[[place]]`` tables with the fields of the model, and ``[[tenure]]`` tables, whose
``holder`` may be several; ``verified`` and ``source`` say how far to trust a record, ``by`` who made it, each where it stands or once for
all records of the file in ``[made]``; ``extends`` that a record adds to one of an earlier file.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from kzcorpus.authority.fields import built, known, names, plain, typed, unknown
from kzcorpus.authority.layering import Key, Located, Record, lay_over, layer_of
from kzcorpus.authority.tables import tables
from kzcorpus.errors import AuthorityError, Fault, ModelError, shorten
from kzcorpus.model.agents import Actor, Organization, Place, Tenure
from kzcorpus.model.authorities import Authority
from kzcorpus.model.integrity import authority_faults
from kzcorpus.model.provenance import Made
from kzcorpus.model.values import draft

_KINDS: dict[str, type] = {"actor": Actor, "organization": Organization, "place": Place, "tenure": Tenure}
_REQUIRED = {"actor": "id", "organization": "id", "place": "id", "tenure": "holder"}
_PROVENANCE = {"verified": bool, "source": str, "by": str}
_EXTENDS = {"extends": bool}
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*(\w+)[ \t]*\]\]", re.MULTILINE)


@lru_cache(maxsize=4096)
def _assertion(by: str | None, note: str | None, *, verified: bool) -> Made:
    """Return who asserts a record, one value for the thousands that say the same."""
    return Made(by=by, status="accepted" if verified else "proposed", note=note)


def _made(table: Mapping[str, Any], by: str | None) -> Made:
    source, author = table.get("source"), table.get("by", by)
    return _assertion(
        author if isinstance(author, str) else None,
        source if isinstance(source, str) else None,
        verified=table.get("verified") is True,
    )


def _record(kind: str, table: object, path: str, by: str | None, faults: list[Fault]) -> Record | None:
    if not isinstance(table, dict):
        faults.append(Fault(path, f"found {type(table).__name__}, expected a table"))
        return None
    cls = _KINDS[kind]
    keys = known(cls)
    required = _REQUIRED[kind]
    others = _PROVENANCE if cls is Tenure else _PROVENANCE | _EXTENDS
    faults.extend(unknown(table, keys.union(others), path))
    faults.extend(typed(table, others, path))
    if required not in table:
        faults.append(Fault(f"{path}.{required}", "found nothing, expected a string"))
        return None
    fields: dict[str, Any] = {key: plain(item) for key, item in table.items() if key in keys}
    if "names" in fields:
        fields["names"] = names(fields["names"], f"{path}.names", faults)
    fields["made"] = _made(table, by)
    record: Record | None = built(cls, fields, path, faults)
    return record


def _parse(name: str, text: str, faults: list[Fault]) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault(name, f"found no TOML: {error}"))
        return {}


def _lines(text: str) -> dict[str, list[int]]:
    """Return the lines on which the tables of each kind begin."""
    lines: dict[str, list[int]] = {}
    line = end = 0
    for header in _HEADER.finditer(text):
        line += text.count("\n", end, header.start())
        end = header.start()
        lines.setdefault(header[1], []).append(line + 1)
    return lines


def _records(name: str, document: Mapping[str, Any], by: str | None, faults: list[Fault], text: str = "") -> Iterator[Located]:
    faults.extend(unknown(document, frozenset(_KINDS) | {"made"}, name))
    made = _provenance(document.get("made", {}), f"{name}: made", faults)
    lines = _lines(text)
    for kind in _KINDS:
        tables = document.get(kind, [])
        if not isinstance(tables, list):
            faults.append(Fault(f"{name}: {kind}", f"found {type(tables).__name__}, expected tables [[{kind}]]"))
            continue
        begins = lines.get(kind, ())
        for index, table in enumerate(tables):
            line = f":{begins[index]}" if len(begins) == len(tables) else ""
            for path, one in _held(f"{name}{line}: {kind}[{index}]", table):
                key = one.get(_REQUIRED[kind]) if isinstance(one, dict) else None
                where = path + (f" ({shorten(str(key))})" if key is not None else "")
                record = _record(kind, made | one if isinstance(one, dict) else one, where, by, faults)
                if record is not None:
                    yield Located(where, record, one.get("extends") is True)


def _provenance(made: object, path: str, faults: list[Fault]) -> dict[str, Any]:
    """Return what a file says once of all its records."""
    if not isinstance(made, dict):
        faults.append(Fault(path, f"found {type(made).__name__}, expected a table [made]"))
        return {}
    faults.extend(unknown(made, frozenset(_PROVENANCE), path))
    faults.extend(typed(made, _PROVENANCE, path))
    return {key: value for key, value in made.items() if type(value) is _PROVENANCE.get(key)}


def _held(path: str, table: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 -- whatever the file holds
    """Yield a table, or one for each of several holders, and where it stands."""
    holders = table.get("holder") if isinstance(table, dict) else None
    if isinstance(holders, list) and holders:
        yield from ((f"{path}.holder[{i}]", table | {"holder": holder}) for i, holder in enumerate(holders))
    else:
        yield path, table


def _joined(layers: list[dict[Key, Located]], faults: list[Fault]) -> Authority:
    records: dict[Key, Located] = dict(layers[0])
    for layer in layers[1:]:
        lay_over(records, layer, faults)
    sorts: dict[type, list[Located]] = {kind: [] for kind in _KINDS.values()}
    for item in records.values():
        sorts[type(item.record)].append(item)
    groups = {"actors": sorts[Actor], "organizations": sorts[Organization], "places": sorts[Place], "tenures": sorts[Tenure]}
    parts: dict[str, Any] = {name: tuple(item.record for item in items) for name, items in groups.items()}
    faults.extend(Fault(_relocated(fault.path, groups), fault.message) for fault in authority_faults(draft(Authority, **parts)))
    _raise(faults)
    return Authority(**parts)


def _relocated(path: str, groups: Mapping[str, list[Located]]) -> str:
    """Turn ``tenures[3].body`` into the file and table that the record stands in."""
    name, _, rest = path.partition("[")
    number, _, field = rest.partition("]")
    return f"{groups[name][int(number)].where}{field}" if name in groups and number.isdigit() else path


def _raise(faults: list[Fault]) -> None:
    if faults:
        every = ModelError(tuple(faults))
        raise AuthorityError(str(every)) from every


def _bundled_layers(faults: list[Fault]) -> list[dict[Key, Located]]:
    folder = files(__package__) / "records"
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    located = [item for entry in found for item in _records(entry.name, tables(entry), "kzcorpus", faults)]
    return [layer_of(located, faults)]


@lru_cache(maxsize=1)
def _bundled() -> Authority:
    faults: list[Fault] = []
    return _joined(_bundled_layers(faults), faults)


def _read(path: str | PathLike[str], faults: list[Fault]) -> str | None:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError as error:
        faults.append(Fault(fspath(path), f"found no file to read: {error.strerror or error}"))
    except UnicodeDecodeError as error:
        faults.append(Fault(fspath(path), f"found bytes that are not UTF-8 at {error.start}, expected TOML in UTF-8"))
    return None


def load_authority(*paths: str | PathLike[str]) -> Authority:
    """Return the bundled records with those of the user's TOML files, of which the latest wins.

    A record replaces the whole earlier one with its id; with ``extends = true`` it adds its names and replaces only
    what else it says. A tenure replaces those of the same holder, post and body whose time can overlap its own by more than a day.

    A record's ``made`` says ``accepted`` where it is verified, else ``proposed``, and its note is where that was seen. Without paths the
    same authority is returned each time. Raises ``AuthorityError`` with every fault: file, line, record, what was found and what was
    expected; its ``__cause__.faults`` are those for which the message has no room.

    >>> load_authority().agent("kassym-jomart-tokayev").names[0].text
    'Kassym-Jomart Tokayev'
    """
    if not paths:
        return _bundled()
    faults: list[Fault] = []
    layers = _bundled_layers(faults)
    for path in paths:
        text = _read(path, faults)
        if text is not None:
            name = fspath(path)
            layers.append(layer_of(list(_records(name, _parse(name, text, faults), None, faults, text)), faults))
    return _joined(layers, faults)
