"""What the JSON form says of a class beside the model: its keys, which may be left out, and words for what is found and expected.

The writer, the reader and the schema all read the shape of a class here, and so cannot disagree.
"""

from __future__ import annotations

import math
import types
import typing
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, TypeGuard, Union

import attrs

from kzcorpus.errors import shorten
from kzcorpus.model.authorities import Authority
from kzcorpus.model.spans import MAX_INT, Span
from kzcorpus.model.values import Rule, field_types

SCHEMA_VERSION = 1
"""The version of the JSON form that this library writes."""

TEXT_DIGEST = "text_sha256"
"""The key of an article that holds the sha256 of its text, UTF-8, in hexadecimal digits; no field of the model."""

_LEFT_OUT = ((), Authority())
_WORDS = {"text": "a string", "id": "an id", "language": "a BCP 47 language tag", "edtf": "an EDTF date"}
_NAMES = {int: "a whole number within 64 bits", float: "a number", bool: "true or false", str: "a string", Span: "a span [start, end]"}


Kind: TypeAlias = Any
"""A type form: what the annotation of a field asks for."""
Plain: TypeAlias = Any
"""A plain JSON value, as the standard library's parser makes it, or a mark of ours among such."""
Modelled: TypeAlias = Any
"""Whatever a field of the model holds."""


class Key(NamedTuple):
    """A key of an object: the field it holds, what kind of value (None left aside), and whether it must be there."""

    name: str
    kind: Kind
    required: bool


class Unreadable(NamedTuple):
    """Something in a document that is no JSON value of ours: NaN, Infinity, a number of thousands of digits."""

    words: str


def _origin(kind: Kind) -> object:
    return typing.get_origin(kind)


def is_union(kind: Kind) -> bool:
    """Tell whether an annotation offers several kinds of values."""
    return _origin(kind) in (Union, types.UnionType)


def is_ruled(kind: Kind) -> bool:
    """Tell whether an annotation is a string with a condition: Text, Id, Language, Edtf."""
    return _origin(kind) is Annotated


def is_closed(kind: Kind) -> bool:
    """Tell whether an annotation is a closed list of strings."""
    return _origin(kind) is Literal


def is_collection(kind: Kind) -> bool:
    """Tell whether an annotation is a tuple of any length."""
    return _origin(kind) is tuple and typing.get_args(kind)[-1] is Ellipsis


def is_row(kind: Kind) -> bool:
    """Tell whether an annotation is a tuple of fixed length, such as a pair of strings."""
    return _origin(kind) is tuple and typing.get_args(kind)[-1] is not Ellipsis


def is_object(kind: Kind) -> TypeGuard[type]:
    """Tell whether an annotation is a class that JSON holds as an object, which all are but spans."""
    return isinstance(kind, type) and kind is not Span and attrs.has(kind)


def rule_of(kind: Kind) -> Rule:
    """Return the condition of a ruled string."""
    rule: Rule = kind.__metadata__[0]
    return rule


def options(kind: Kind) -> tuple[Kind, ...]:
    """Return the kinds that an annotation offers, None left aside."""
    offered = typing.get_args(kind) if is_union(kind) else (kind,)
    return tuple(option for option in offered if option is not types.NoneType)


def _known(kind: Kind) -> Kind:
    offered = options(kind)
    return offered[0] if len(offered) == 1 else Union[offered]  # noqa: UP007 -- the members are computed


@cache
def keys(cls: type) -> tuple[Key, ...]:
    """Return the keys of a class in the order of the model.

    A key left out means None or an empty collection, never another value; so every other field is required, even one with a default.
    """
    kinds = field_types(cls)
    return tuple(
        Key(field.name, _known(kind), not (types.NoneType in typing.get_args(kind) or field.default in _LEFT_OUT))
        for field, kind in zip(attrs.fields(cls), kinds.values(), strict=True)
    )


def expected(kind: Kind) -> str:
    """Return the words for what an annotation asks for."""
    if is_ruled(kind):
        return _WORDS[rule_of(kind).name]
    if is_closed(kind):
        return " | ".join(typing.get_args(kind))
    if is_union(kind):
        return " or ".join(expected(option) for option in options(kind))
    if is_row(kind):
        return f"an array of {len(typing.get_args(kind))}"
    return _NAMES.get(kind, "an array" if is_collection(kind) else "an object")


def found(value: object) -> str:  # noqa: PLR0911 -- one line for each sort of value
    """Return the words for a JSON value.

    >>> found("x"), found(True), found([1, 2]), found(None)
    ("the string 'x'", 'true', 'an array of 2', 'null')
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Unreadable():
            return value.words
        case str():
            return f"the string {shorten(value)}"
        case int() if not ~MAX_INT <= value <= MAX_INT:
            return "a number beyond 64 bits"
        case float() if math.isinf(value):
            return "a number that no float holds"
        case int() | float():
            return f"the number {value}"
        case list():
            return f"an array of {len(value)}"
    return "an object"
