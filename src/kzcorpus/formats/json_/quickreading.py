"""The quick way to read plain JSON values that hold no fault: a function for each class, compiled from its annotations.

It is as strict as ``kzcorpus.formats.json_.converter``, but does not tell what is wrong: on anything odd it raises an exception of any
kind, and the converter, which takes its time, finds out. Generated code is what makes attrs and cattrs quick too; this goes further, since
it knows the JSON form alone.
"""

from __future__ import annotations

import math
import typing
from functools import cache
from typing import TYPE_CHECKING

import attrs

from kzcorpus.formats.json_.converter import CHECKED_AS_A_WHOLE
from kzcorpus.formats.json_.jsonshape import (
    Key,
    Kind,
    Modelled,
    Plain,
    is_closed,
    is_collection,
    is_object,
    is_row,
    is_ruled,
    keys,
    options,
    rule_of,
)
from kzcorpus.model.compiled import unfrozen
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import MAX_INT, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reader = Callable[[Plain], Modelled]

_new = object.__new__
_START: Callable[[Span, int], None] = Span.__dict__["start"].__set__
_END: Callable[[Span, int], None] = Span.__dict__["end"].__set__
_SPANNING: dict[str, object] = {"Span": Span, "put_start": _START, "put_end": _END, "most": MAX_INT}
_LONGEST_REMEMBERED = 500  # code points of all its texts
_REMEMBERED = 1_000


class OddError(Exception):
    """A value that the quick way does not take."""


def _span(value: Plain) -> Span:
    start, end = value
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= MAX_INT:
        raise OddError
    made = _new(Span)
    _START(made, start)
    _END(made, end)
    return made


def _scalar(value: Plain) -> bool | int:
    if type(value) is bool or (type(value) is int and ~MAX_INT <= value <= MAX_INT):
        return value
    raise OddError


def _whole(value: Plain) -> int:
    if type(value) is not int:
        raise OddError
    return _scalar(value)


def _number(value: Plain) -> float:
    if type(value) is int or (type(value) is float and math.isfinite(value)):
        return float(value)
    raise OddError


def _ruled(kind: Kind) -> Reader:
    problem = rule_of(kind).problem

    def read(value: Plain) -> str:
        if type(value) is not str or problem(value) is not None:
            raise OddError
        return value

    return read


def _closed(kind: Kind) -> Reader:
    known = {option: option for option in typing.get_args(kind)}
    return known.__getitem__


def _array(kind: Kind) -> Reader:
    parts = typing.get_args(kind)
    each, length = reader(parts[0]), None if is_collection(kind) else len(parts)

    def read(value: Plain) -> tuple[Modelled, ...]:
        if type(value) is not list or length not in (None, len(value)):
            raise OddError
        return tuple([each(item) for item in value])

    return read


def _taking(key: Key) -> Iterator[str]:
    """Yield the source that turns ``item`` into what a field holds; what is most frequent needs no call."""
    if is_ruled(key.kind) and rule_of(key.kind).name in ("text", "id"):
        # nothing in ASCII is wrong with these, but for an empty id
        empty = " or not item" if rule_of(key.kind).name == "id" else ""
        yield f"if type(item) is not str{empty} or not item.isascii(): item = read_{key.name}(item)"
    elif key.kind is Span:
        yield "start, end = item"
        yield "if type(start) is not int or type(end) is not int or not 0 <= start <= end <= most: raise Odd"
        yield "item = new(Span)"
        yield "put_start(item, start)"
        yield "put_end(item, end)"
    elif is_collection(key.kind):
        yield "if type(item) is not list: raise Odd"
        yield f"item = tuple([each_{key.name}(one) for one in item])"
    else:
        yield f"item = read_{key.name}(item)"


def _lines(cls: type) -> Iterator[str]:
    """Yield the source of the reader of a class: fields are put in place one by one; null, and a key too many, leave the count wrong."""
    yield "def read(value):"
    yield "    if type(value) is not dict: raise Odd"
    yield "    made = new(plain)"
    yield f"    count = {sum(key.required for key in keys(cls))}"
    for key in keys(cls):
        margin = "    " if key.required else "        "
        yield f"    item = value{f'[{key.name!r}]' if key.required else f'.get({key.name!r})'}"
        if not key.required:
            yield f"    if item is None: item = default_{key.name}"
            yield "    else:"
            yield "        count += 1"
        yield from (margin + line for line in _taking(key))
        yield f"    made.{key.name} = item"
    yield "    if count != len(value): raise Odd"
    yield "    made.__class__ = cls"
    if cls not in CHECKED_AS_A_WHOLE and "_faults" in cls.__dict__:
        yield "    if any(True for _ in made._faults()): raise Odd"
    yield "    return made"


def _object(cls: type) -> Reader:
    names: dict[str, object] = {"new": _new, "plain": unfrozen(cls), "cls": cls, "Odd": OddError, **_SPANNING}
    for key, field in zip(keys(cls), attrs.fields(cls), strict=True):
        names[f"default_{key.name}"] = field.default
        if is_collection(key.kind):
            names[f"each_{key.name}"] = reader(typing.get_args(key.kind)[0])
        else:
            names[f"read_{key.name}"] = reader(key.kind)
    exec("\n".join(_lines(cls)), names)  # noqa: S102 -- as attrs and cattrs do, from the model's own field names
    return typing.cast("Reader", names["read"])


def _remembering(read: Reader) -> Reader:
    """Return a reader that makes one value of equal ones: most of what a program says of who made a thing, it says of many.

    A float is told from what is equal to it, and neither zero is remembered: 0.0 and -0.0 are equal.
    """
    known: dict[tuple[Plain, ...], Modelled] = {}

    def remembered(value: Plain) -> Modelled:
        if type(value) is not dict or type(number := value.get("confidence", 1.0)) is not float or not number:
            return read(value)
        key = (*value, *value.values())
        made = known.get(key)
        if made is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            made = read(value)
            if sum(len(part) for part in value.values() if type(part) is str) <= _LONGEST_REMEMBERED:
                known[key] = made
        return made

    return remembered


@cache
def reader(kind: Kind) -> Reader:
    """Return the quick reader of an annotation; it raises an exception of any kind on what the converter would refuse."""
    if is_collection(kind) or is_row(kind):
        return _array(kind)
    if is_object(kind):
        return _remembering(_object(kind)) if kind is Made else _object(kind)
    if is_ruled(kind):
        return _ruled(kind)
    if is_closed(kind):
        return _closed(kind)
    return {Span: _span, int: _whole, float: _number}[kind] if len(options(kind)) == 1 else _scalar
