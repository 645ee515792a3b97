"""The cattrs converter that reads plain JSON values as values of the model, strictly: nothing is coerced, every fault is found.

Policies are plain functions, one for each kind of annotation. Objects are made as drafts, since their parts have been checked one by
one; what concerns articles, an authority or a corpus as a whole is checked once, at the end (``kzcorpus.model.integrity``).
"""

from __future__ import annotations

import math
import typing
from typing import TYPE_CHECKING, NoReturn

import attrs
from cattrs import Converter, override
from cattrs.errors import BaseValidationError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn_from_attrs

from kzcorpus.errors import Fault, ModelError
from kzcorpus.formats.json_.jsonpaths import MisfitError
from kzcorpus.formats.json_.jsonshape import (
    Kind,
    Modelled,
    Plain,
    expected,
    found,
    is_closed,
    is_collection,
    is_object,
    is_row,
    is_ruled,
    is_union,
    keys,
    options,
    rule_of,
)
from kzcorpus.model.articles import Article
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.spans import MAX_INT, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Hook = typing.Callable[[Plain, Kind], Modelled]
"""Reads a JSON value as an annotation asks, or raises ``MisfitError``."""

MOST_FAULTS = 10_000
"""After so many faults in one array the rest of it is not looked at."""

REFUSALS = (BaseValidationError, MisfitError)
"""What the converter raises; ``kzcorpus.formats.json_.jsonpaths.faults_of`` unfolds it."""

CHECKED_AS_A_WHOLE = (Article, Authority, Corpus)


class _Hole:
    """Stands where an item of an array was taken out."""


HOLE = _Hole()
"""An item of an array that reading passes over; see ``kzcorpus.formats.json_.diagnosis``."""


def _refuse(value: object, kind: Kind) -> NoReturn:
    hint = "leave the key out where nothing is known" if value is None else None
    raise MisfitError(f"found {found(value)}, expected {expected(kind)}", hint)


def read_truth(value: Plain, kind: Kind) -> bool:
    """Read true or false."""
    return value if type(value) is bool else _refuse(value, kind)


def read_whole(value: Plain, kind: Kind) -> int:
    """Read a whole number; ``1.0`` and ``true`` are none."""
    return value if type(value) is int and ~MAX_INT <= value <= MAX_INT else _refuse(value, kind)


def read_number(value: Plain, kind: Kind) -> float:
    """Read a number; a whole one is taken too."""
    if type(value) is int:
        try:
            return float(value)
        except OverflowError:
            _refuse(value, kind)
    return value if type(value) is float and math.isfinite(value) else _refuse(value, kind)


def read_span(value: Plain, kind: Kind) -> Span:
    """Read ``[start, end]``."""
    if type(value) is not list or len(value) != 2:  # noqa: PLR2004
        _refuse(value, kind)
    start, end = value
    if type(start) is not int or type(end) is not int:
        raise MisfitError(f"found {found(start)} and {found(end)}, expected two whole numbers")
    try:
        return Span(start, end)
    except ModelError as error:
        raise MisfitError(error.faults[0].message) from None


def ruled(kind: Kind) -> Hook:
    """Return the reader of a string with a condition."""
    problem = rule_of(kind).problem

    def read(value: Plain, kind: Kind) -> str:
        if type(value) is not str:
            _refuse(value, kind)
        if message := problem(value):
            raise MisfitError(message)
        return value

    return read


def closed(kind: Kind) -> Hook:
    """Return the reader of one of a closed list of strings."""
    known = frozenset(typing.get_args(kind))

    def read(value: Plain, kind: Kind) -> str:
        return value if type(value) is str and value in known else _refuse(value, kind)

    return read


def either(kind: Kind, converter: Converter) -> Hook:
    """Return the reader of an annotation that offers several kinds; None is never among them, since a key left out says it."""
    offered = options(kind)
    if len(offered) == 1:
        only = offered[0]
        hook = converter.get_structure_hook(only)
        return lambda value, _: hook(value, only)
    hooks = {option: converter.get_structure_hook(option) for option in offered}

    def read(value: Plain, kind: Kind) -> Modelled:
        hook = hooks.get(type(value))
        return hook(value, type(value)) if hook else _refuse(value, kind)

    return read


def _each(value: list[Plain], hook: Hook, kind: Kind, whole: Kind) -> Iterator[Modelled]:
    """Yield the items read one by one; raises every fault of the array at its end."""
    errors: list[Exception] = []
    for index, item in enumerate(value):
        if item is HOLE:
            continue
        if len(errors) == MOST_FAULTS:
            errors.append(MisfitError(f"found more than {MOST_FAULTS} faults in this array, expected none; its rest was not looked at"))
            break
        try:
            yield hook(item, kind)
        except Exception as error:  # noqa: BLE001 -- collected, and raised below
            error.add_note(IterableValidationNote("", index, kind))
            errors.append(error)
    if errors:
        raise IterableValidationError("", errors, whole)


def _items(value: list[Plain], hook: Hook, kind: Kind, whole: Kind) -> tuple[Modelled, ...]:
    try:
        return tuple([hook(item, kind) for item in value])
    except Exception:  # noqa: BLE001 -- the quick way does not tell which items are wrong
        return tuple(_each(value, hook, kind, whole))


def collection(kind: Kind, converter: Converter) -> Hook:
    """Return the reader of an array of any length."""
    each = typing.get_args(kind)[0]
    hook = converter.get_structure_hook(each)

    def read(value: Plain, kind: Kind) -> tuple[Modelled, ...]:
        return _items(value, hook, each, kind) if type(value) is list else _refuse(value, kind)

    return read


def row(kind: Kind, converter: Converter) -> Hook:
    """Return the reader of an array of fixed length, whose items are of one kind."""
    parts = typing.get_args(kind)
    hook = converter.get_structure_hook(parts[0])

    def read(value: Plain, kind: Kind) -> tuple[Modelled, ...]:
        return _items(value, hook, parts[0], kind) if type(value) is list and len(value) == len(parts) else _refuse(value, kind)

    return read


class _Maker:
    """Makes values of one class without the checks of its constructor, but for the conditions of its own that concern nothing but itself.

    What ``kzcorpus.model.values.draft`` does for any class, prepared for one.
    """

    def __init__(self, model: type) -> None:
        self.model = model
        self.__name__ = model.__name__
        self.__qualname__ = model.__qualname__
        self._slots = [(field.name, model.__dict__[field.name].__set__, field.default) for field in attrs.fields(model)]
        self._own: Callable[[Modelled], Iterator[Fault]] | None = None if model in CHECKED_AS_A_WHOLE else model.__dict__.get("_faults")

    def __call__(self, **fields: Modelled) -> Modelled:
        made: Modelled = object.__new__(self.model)
        for name, put, default in self._slots:
            put(made, fields.get(name, default))
        if self._own and (faults := tuple(self._own(made))):
            raise ModelError(faults)
        return made


def _attributes(model: type) -> list[attrs.Attribute[Modelled]]:
    fields = attrs.fields_dict(model)
    return [fields[key.name].evolve(type=key.kind, alias=key.name, default=attrs.NOTHING if key.required else None) for key in keys(model)]


def objects(model: type, converter: Converter) -> Hook:
    """Return the reader of an object of a class of the model."""
    hooks: dict[str, Modelled] = {key.name: override(struct_hook=converter.get_structure_hook(key.kind)) for key in keys(model)}
    maker = typing.cast("type[Modelled]", _Maker(model))
    structure = make_dict_structure_fn_from_attrs(
        _attributes(model), maker, converter, _cattrs_forbid_extra_keys=True, _cattrs_use_linecache=False, **hooks
    )

    def read(value: Plain, kind: Kind) -> Modelled:
        return structure(value, kind) if type(value) is dict else _refuse(value, kind)

    return read


def configure_converter(converter: Converter) -> None:
    """Teach a converter the JSON form: exact types, closed keys, spans as pairs."""
    converter.register_structure_hook_factory(is_object, objects)
    converter.register_structure_hook_factory(is_collection, collection)
    converter.register_structure_hook_factory(is_row, row)
    converter.register_structure_hook_factory(is_union, either)
    converter.register_structure_hook_factory(is_ruled, ruled)
    converter.register_structure_hook_factory(is_closed, closed)
    for kind, hook in ((bool, read_truth), (int, read_whole), (float, read_number), (Span, read_span)):
        converter.register_structure_hook(kind, hook)


def make_converter() -> Converter:
    """Return a converter that reads the JSON form and reports every fault."""
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    configure_converter(converter)
    return converter
