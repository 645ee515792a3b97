"""What every value of the model has in common: its rules are written in its types, and checked when it is made.

A field's annotation is its rule: ``Text``, ``Id``, ``Language`` and ``Edtf`` are strings with a condition, a ``Literal`` is a closed
list, ``tuple[X, ...]`` a collection. The constructor, the JSON reader, the JSON Schema and the strategies all read the same annotations.
"""

import math
import re
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any, Literal, TypeVar, Union

import attrs

from kzcorpus.errors import Fault, ModelError, shorten
from kzcorpus.model.edtf import reason_invalid

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)
_REPR_LIMIT = 110
_PRINTABLE = 10**30  # printing an integer costs the square of its length

T = TypeVar("T")


@attrs.frozen
class Rule:
    """A condition on a string: ``problem`` returns what is wrong with it, or None."""

    name: str
    problem: Callable[[str], str | None]


def _surrogate(text: str) -> str | None:
    if text.isascii():
        return None
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return f"found the surrogate U+{ord(text[error.start]):04X} at {error.start}, expected Unicode scalar values"
    return None


def _identifier(text: str) -> str | None:
    return _surrogate(text) if text else "found an empty string, expected an id"


def _language(text: str) -> str | None:
    return None if _LANGUAGE.fullmatch(text) else f"found {shorten(text)}, expected a BCP 47 language tag"


Text = Annotated[str, Rule("text", _surrogate)]
"""Any string of Unicode scalar values."""
Id = Annotated[str, Rule("id", _identifier)]
"""A non-empty string of Unicode scalar values."""
Language = Annotated[str, Rule("language", _language)]
"""A BCP 47 language tag, such as ``kk-Cyrl``."""
Edtf = Annotated[str, Rule("edtf", reason_invalid)]
"""An EDTF string; see ``kzcorpus.model.edtf``."""

_Problems = Iterable[tuple[str, str]]
"""What is wrong with a value: paths below it, such as ``[3]``, and messages. Empty where nothing is."""
_Check = Callable[[object], _Problems]


def _found(value: object) -> str:
    if isinstance(value, str):
        return f"str {shorten(value)}"
    if value is None or isinstance(value, (bool, int, float)):
        return f"{type(value).__name__} {value!r:.40}" if not isinstance(value, int) or abs(value) < _PRINTABLE else "a very large int"
    return type(value).__name__


def _exact(kind: type) -> _Check:
    def check(value: object) -> _Problems:
        return () if type(value) is kind else [("", f"found {_found(value)}, expected {kind.__name__}")]

    return check


def _finite(value: object) -> _Problems:
    if type(value) is float and math.isfinite(value):
        return ()
    return [("", f"found {_found(value)}, expected a finite float")]


def _ruled(rule: Rule) -> _Check:
    problem = rule.problem

    def check(value: object) -> _Problems:
        if type(value) is not str:
            return [("", f"found {_found(value)}, expected str")]
        message = problem(value)
        return [("", message)] if message else ()

    return check


def _closed(options: tuple[object, ...]) -> _Check:
    known = frozenset(options)
    listing = " | ".join(map(str, options))

    def check(value: object) -> _Problems:
        return () if type(value) is str and value in known else [("", f"found {_found(value)}, expected {listing}")]

    return check


def _instance(kind: type) -> _Check:
    def check(value: object) -> _Problems:
        return () if isinstance(value, kind) else [("", f"found {_found(value)}, expected {kind.__name__}")]

    return check


def _items(parts: tuple[Any, ...]) -> _Check:
    each = _check(parts[0])
    size = None if parts[-1] is Ellipsis else len(parts)

    def check(value: object) -> _Problems:
        if type(value) is not tuple:
            return [("", f"found {_found(value)}, expected tuple")]
        if size is not None and len(value) != size:
            return [("", f"found {len(value)} items, expected {size}")]
        return [(f"[{index}]{path}", message) for index, item in enumerate(value) for path, message in each(item)] if value else ()

    return check


def _either(options: tuple[Any, ...]) -> _Check:
    checks = [_check(option) for option in options if option is not types.NoneType]
    optional = types.NoneType in options

    def check(value: object) -> _Problems:
        if value is None and optional:
            return ()
        problems: _Problems = ()
        for one in checks:
            problems = one(value)
            if not problems:
                return ()
        return problems

    return check


def _check(kind: Any) -> _Check:  # noqa: ANN401 -- a type form
    """Return the check that an annotation asks for."""
    origin = typing.get_origin(kind)
    if origin is Annotated:
        return _ruled(kind.__metadata__[0])
    if origin is Literal:
        return _closed(typing.get_args(kind))
    if origin is tuple:
        return _items(typing.get_args(kind))
    if origin in (Union, types.UnionType):
        return _either(typing.get_args(kind))
    if kind is float:
        return _finite
    return _exact(kind) if kind in (str, int, bool) else _instance(kind)


def field_types(cls: type) -> dict[str, Any]:
    """Return the annotations of a model class with their rules, in field order."""
    hints = typing.get_type_hints(cls, include_extras=True)
    return {field.name: hints[field.name] for field in attrs.fields(cls)}


def _settle(value: Any, checks: dict[str, _Check], floats: set[str]) -> list[Fault]:  # noqa: ANN401
    """Turn lists into tuples and whole numbers into floats where those are meant, and return what is wrong."""
    faults: list[Fault] = []
    for name, check in checks.items():
        item = getattr(value, name)
        if type(item) is list:
            object.__setattr__(value, name, item := tuple(item))
        elif type(item) is int and name in floats:
            object.__setattr__(value, name, item := float(item))
        problems = check(item)
        if problems:
            faults.extend(Fault(name + path, message) for path, message in problems)
    return faults


def _abbreviated(value: object) -> str:
    if isinstance(value, str):
        return shorten(value, 40)
    if isinstance(value, tuple):
        return f"<{len(value)}>"
    return repr(value)


def line_repr(value: Any) -> str:  # noqa: ANN401
    """Show a value on one line: what is set, strings shortened, collections counted."""
    parts = []
    for field in attrs.fields(type(value)):
        item = getattr(value, field.name)
        if item is not None and item != ():
            parts.append(f"{field.name}={_abbreviated(item)}")
    text = f"{type(value).__name__}({', '.join(parts)})"
    return text if len(text) <= _REPR_LIMIT else f"{text[: _REPR_LIMIT - 2]}…)"


def checked(cls: type[T]) -> type[T]:
    """Give a class, below ``attrs.frozen``, the checks that its annotations ask for and a ``repr`` of one line.

    The constructor then raises ``ModelError`` with every fault of the value. A class adds conditions of its own in ``_faults``.
    """
    checks: dict[str, _Check] = {}
    floats: set[str] = set()
    own: Callable[[Any], Iterator[Fault]] = cls.__dict__.get("_faults", lambda _: iter(()))

    def prepare(made: type) -> None:
        for name, kind in field_types(made).items():
            checks[name] = _check(kind)
            if float in (kind, *typing.get_args(kind)):
                floats.add(name)

    def post_init(self: Any) -> None:  # noqa: ANN401
        if not checks:
            prepare(type(self))
        faults = _settle(self, checks, floats) or tuple(own(self))
        if faults:
            name = type(self).__name__
            raise ModelError(tuple(Fault(f"{name}.{fault.path}" if fault.path else name, fault.message) for fault in faults))

    cls.__attrs_post_init__ = post_init  # type: ignore[attr-defined]
    if "__repr__" not in cls.__dict__:
        cls.__repr__ = line_repr  # type: ignore[method-assign]
    return cls


def draft(cls: type[T], **fields: Any) -> T:  # noqa: ANN401
    """Make a value without its checks, for a decoder that has checked the parts and will check the whole.

    What is left out gets its default. A draft that is kept must have passed ``kzcorpus.model.integrity.faults_of``.
    """
    made = cls.__new__(cls)
    for field in attrs.fields(cls):  # type: ignore[arg-type]
        if field.name in fields:
            item = fields[field.name]
        elif isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
            item = field.default.factory()
        else:
            item = field.default
        object.__setattr__(made, field.name, item)
    return made
