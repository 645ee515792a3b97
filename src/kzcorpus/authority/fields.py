"""The fields of a record from a table of TOML: values of the model, and every fault with the path where it stands."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from kzcorpus.errors import Fault, ModelError, shorten
from kzcorpus.model.names import Name

Table = Mapping[str, Any]


def plain(value: object) -> object:
    """Return a bare TOML date as the EDTF string it means; anything else as it is."""
    return value.isoformat() if type(value) is dt.date else value


@cache
def known(cls: type) -> frozenset[str]:
    """Return the keys of a table that mean fields of a class; who made it is said by other keys."""
    return frozenset(field.name for field in attrs.fields(cls)) - {"made"}


def unknown(table: Table, keys: frozenset[str], path: str) -> Iterator[Fault]:
    """Yield a fault for each key that is none of these."""
    for key in table:
        if key not in keys:
            yield Fault(path, f"found the key {shorten(key)}, expected one of {', '.join(sorted(keys))}")


def typed(table: Table, kinds: Mapping[str, type], path: str) -> Iterator[Fault]:
    """Yield a fault for each value that is of another type than its key asks for."""
    for key, kind in kinds.items():
        if key in table and type(table[key]) is not kind:
            yield _found(table[key], f"{path}.{key}", kind.__name__)


def built(cls: type, table: Table, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401 -- one of several classes
    """Return the value of the model that a table means, or None where it means none and the faults say why."""
    try:
        return cls(**table)
    except ModelError as error:
        faults.extend(Fault(f"{path}.{fault.path.partition('.')[2]}", fault.message) for fault in error.faults)
    except TypeError as error:
        faults.append(Fault(path, f"{error}"))
    return None


def names(value: object, path: str, faults: list[Fault]) -> tuple[Name, ...]:
    """Return names told one by one, ``[{text, language, kind, since, until}]``, or by kind and language.

    By kind and language a form is a string, a table with ``text``, or an array of these: ``full = {en = "Astana", kk-Cyrl = ["Астана"]}``.

    >>> faults = []
    >>> [name.text for name in names({"full": {"en": "Astana", "ru": ["Астана", {"text": "Целиноград"}]}}, "names", faults)]
    ['Astana', 'Астана', 'Целиноград']
    >>> names({"full": "Astana"}, "names", faults), faults[0].path
    ((), 'names.full')
    """
    if isinstance(value, dict):
        found = [_name(form, where, faults, group) for where, form, group in _grouped(value, path, faults)]
    elif isinstance(value, list):
        found = [_name(entry, f"{path}[{i}]", faults) for i, entry in enumerate(value)]
    else:
        faults.append(_found(value, path, "an array of names, or a table of them by kind and language"))
        return ()
    return tuple(name for name in found if name)


def _grouped(value: Table, path: str, faults: list[Fault]) -> Iterator[tuple[str, object, Table]]:
    """Yield each form that is told by kind and language, where it stands, and these."""
    for kind, languages in value.items():
        if not isinstance(languages, dict):
            faults.append(_found(languages, f"{path}.{kind}", "a table of forms by language"))
            continue
        for language, forms in languages.items():
            where, group, several = f"{path}.{kind}.{language}", {"kind": kind, "language": language}, isinstance(forms, list)
            for i, form in enumerate(forms if several else [forms]):
                yield f"{where}[{i}]" if several else where, {"text": form} if isinstance(form, str) else form, group


def _name(entry: object, path: str, faults: list[Fault], group: Table = MappingProxyType({})) -> Name | None:
    """Return the name that a table means in a group, whose keys it does not repeat."""
    if not isinstance(entry, dict):
        faults.append(_found(entry, path, "a table with text"))
        return None
    keys = known(Name).difference(group)
    faults.extend(unknown(entry, keys, path))
    if "text" not in entry:
        faults.append(Fault(f"{path}.text", "found nothing, expected a string"))
        return None
    name: Name | None = built(Name, {**group, **{key: plain(item) for key, item in entry.items() if key in keys}}, path, faults)
    return name


def _found(value: object, path: str, expected: str) -> Fault:
    return Fault(path, f"found {type(value).__name__}, expected {expected}")
