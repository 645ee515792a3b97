"""What every value of the model has in common: its rules are written in its types, and checked when it is made.

A field's annotation is its rule: ``Text``, ``Id``, ``Language`` and ``Edtf`` are strings with a condition, a ``Literal`` is a closed
list, ``tuple[X, ...]`` a collection. The constructor, the JSON reader, the JSON Schema and the strategies all read the same annotations.
"""

import math
import re
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union

import attrs

from kzcorpus.errors import Fault, ModelError, describe, shorten
from kzcorpus.model.compiled import maker, surely_right
from kzcorpus.model.edtf import reason_invalid
from kzcorpus.model.spans import MAX_INT

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)
_REPR_LIMIT = 110

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


def _exact(kind: type) -> _Check:
    def check(value: object) -> _Problems:
        return () if type(value) is kind else [("", f"found {describe(value)}, expected {kind.__name__}")]

    return check


def _whole(value: object) -> _Problems:
    if type(value) is not int:
        return [("", f"found {describe(value)}, expected int")]
    return () if ~MAX_INT <= value <= MAX_INT else [("", f"found {describe(value)}, expected an int of at most 64 bits")]


def _finite(value: object) -> _Problems:
    if type(value) is float and math.isfinite(value):
        return ()
    return [("", f"found {describe(value)}, expected a finite float")]


def _ruled(rule: Rule) -> _Check:
    problem = rule.problem

    def check(value: object) -> _Problems:
        if type(value) is not str:
            return [("", f"found {describe(value)}, expected str")]
        message = problem(value)
        return [("", message)] if message else ()

    return check


def _closed(options: tuple[object, ...]) -> _Check:
    known = frozenset(options)
    listing = " | ".join(map(str, options))

    def check(value: object) -> _Problems:
        return () if type(value) is str and value in known else [("", f"found {describe(value)}, expected {listing}")]

    return check


def _instance(kind: type) -> _Check:
    def check(value: object) -> _Problems:
        return () if isinstance(value, kind) else [("", f"found {describe(value)}, expected {kind.__name__}")]

    return check


def _items(parts: tuple[Any, ...]) -> _Check:
    each = _check(parts[0])
    size = None if parts[-1] is Ellipsis else len(parts)
    exact = frozenset([parts[0]] if attrs.has(parts[0]) else [])  # all that is wrong with a value of the model would be its class

    def check(value: object) -> _Problems:
        if type(value) is not tuple:
            return [("", f"found {describe(value)}, expected tuple")]
        if size is not None and len(value) != size:
            return [("", f"found {len(value)} items, expected {size}")]
        if (exact and exact.issuperset(map(type, value))) or not any(map(each, value)):
            return ()
        return [(f"[{index}]{path}", message) for index, item in enumerate(value) for path, message in each(item)]

    return check


def _either(kinds: tuple[type, ...]) -> _Check:
    checks = {kind: _check(kind) for kind in kinds}
    listing = " or ".join(kind.__name__ for kind in kinds)

    def check(value: object) -> _Problems:
        known = checks.get(type(value))
        return known(value) if known else [("", f"found {describe(value)}, expected {listing}")]

    return check


_PLAIN: dict[type, _Check] = {str: _exact(str), bool: _exact(bool), int: _whole, float: _finite}
_UNIONS = (Union, types.UnionType)


def _check(kind: Any) -> _Check:  # noqa: ANN401 -- a type form
    """Return the check that an annotation without None asks for."""
    origin = typing.get_origin(kind)
    if origin is Annotated:
        return _ruled(kind.__metadata__[0])
    if origin is Literal:
        return _closed(typing.get_args(kind))
    if origin is tuple:
        return _items(typing.get_args(kind))
    if origin in _UNIONS:
        return _either(typing.get_args(kind))
    return _PLAIN[kind] if kind in _PLAIN else _instance(kind)


def field_types(cls: type) -> dict[str, Any]:
    """Return the annotations of a model class with their rules, in field order."""
    hints = typing.get_type_hints(cls, include_extras=True)
    return {field.name: hints[field.name] for field in attrs.fields(cls)}


_NOWHERE = object()


class _Field(NamedTuple):
    """What a field may hold, and what is taken for it: a list for a tuple, a whole number for a float.

    ``nothing`` is the one value that needs no look: None where it is allowed, else the empty tuple, else what no field holds.
    """

    name: str
    check: _Check
    nothing: object
    taken: type | None


def _field(name: str, kind: Any) -> _Field:  # noqa: ANN401
    options = typing.get_args(kind) if typing.get_origin(kind) in _UNIONS else (kind,)
    kinds = tuple(option for option in options if option is not types.NoneType)
    taken = list if typing.get_origin(kinds[0]) is tuple else int if kinds[0] is float else None
    is_any_number = taken is list and typing.get_args(kinds[0])[-1] is Ellipsis
    nothing = None if len(kinds) < len(options) else () if is_any_number else _NOWHERE
    return _Field(name, _check(kinds[0]) if len(kinds) == 1 else _either(kinds), nothing, taken)


def _getter(*names: str) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that gives the fields of a value at once."""
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)


def _converted(item: Any) -> Any:  # noqa: ANN401
    if type(item) is list:
        return tuple(item)
    try:
        return float(item)
    except OverflowError:
        return item


def _settle(value: Any, fields: Iterable[_Field], items: Callable[[Any], tuple[Any, ...]]) -> list[Fault]:  # noqa: ANN401
    """Turn lists into tuples and whole numbers into floats where those are meant, and return what is wrong."""
    faults: list[Fault] = []
    for (name, check, nothing, taken), item in zip(fields, items(value), strict=True):
        if item is nothing:
            continue
        if taken is not None and type(item) is taken:
            object.__setattr__(value, name, item := _converted(item))
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
    """Show a value on one line: what differs from its default, strings shortened, collections counted."""
    parts = []
    for field in attrs.fields(type(value)):
        item = getattr(value, field.name)
        if item != field.default:
            parts.append(f"{field.name}={_abbreviated(item)}")
    text = f"{type(value).__name__}({', '.join(parts)})"
    return text if len(text) <= _REPR_LIMIT else f"{text[: _REPR_LIMIT - 2]}…)"


def checked(cls: type[T]) -> type[T]:
    """Give a class, below ``attrs.frozen``, the checks that its annotations ask for and a ``repr`` of one line.

    The constructor then raises ``ModelError`` with every fault of the value. A class adds conditions of its own in ``_faults``.
    """
    own: Callable[[Any], Iterator[Fault]] | None = cls.__dict__.get("_faults")
    fields: tuple[_Field, ...] = ()
    items: Callable[[Any], tuple[Any, ...]] = tuple
    surely: Callable[[Any], bool] = bool

    def post_init(self: Any) -> None:  # noqa: ANN401
        nonlocal fields, items, surely
        if not fields:
            # on first use, when every name in the annotations is defined; threads may do it twice, to the same end
            kinds = field_types(type(self))
            items, surely = _getter(*kinds), surely_right(kinds, _check)
            fields = tuple(_field(name, kind) for name, kind in kinds.items())
        faults: Iterable[Fault] = () if surely(self) else _settle(self, fields, items)
        if own and not faults:
            faults = tuple(own(self))
        if faults:
            name = type(self).__name__
            raise ModelError(tuple(Fault(f"{name}.{fault.path}" if fault.path else name, fault.message) for fault in faults))

    cls.__attrs_post_init__ = post_init  # type: ignore[attr-defined]
    if "__repr__" not in cls.__dict__:
        cls.__repr__ = line_repr  # type: ignore[method-assign]
    return cls


def unchecked(cls: type[T]) -> type[T]:
    """Return what makes values as the constructor of a class does, but without its checks: in a tenth of the time.

    No field is ever looked at again: whoever makes it must know each to be right, and check how it hangs together with the rest; see
    ``draft``.

    >>> from kzcorpus.model.spans import Span
    >>> unchecked(Span)(0, 6) == Span(0, 6)
    True
    """
    return maker(cls)  # type: ignore[no-any-return, arg-type]


def draft(cls: type[T], **fields: Any) -> T:  # noqa: ANN401
    """Make a value without its checks, for a decoder that knows each field to be right, since none is looked at again.

    What is left out gets its default. A draft that is kept must have passed
    ``kzcorpus.model.integrity.corpus_faults(corpus, deep=True)``, which checks how spans, ids and references hang together.
    """
    return maker(cls)(**fields)  # type: ignore[no-any-return, arg-type]
