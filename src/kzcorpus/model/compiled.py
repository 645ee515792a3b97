"""Functions compiled for one class of the model, as attrs compiles constructors: values are made by the hundred thousand."""

import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Literal, Union

import attrs

_UNIONS = (Union, types.UnionType)
_PLAIN = {"text": "{0}.isascii() or ", "id": "({0} and {0}.isascii()) or "}
"""What is enough of a string for the rule of this name."""


def _test(item: str, kind: Any, name: str, names: dict[str, Any], check: Callable[[Any], Any]) -> str:  # noqa: ANN401
    """Return the source of a test that no item passes which the check of an annotation refuses; most others pass without a call."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is Annotated:
        rule = kind.__metadata__[0]
        names[name] = rule.problem
        return f"type({item}) is str and ({_PLAIN.get(rule.name, '').format(item)}not {name}({item}))"
    if origin is Literal:
        names[name] = frozenset(parts)
        return f"type({item}) is str and {item} in {name}"
    if origin is tuple and parts[-1] is Ellipsis and attrs.has(parts[0]):
        names[name] = frozenset(parts[:1])
        return f"type({item}) is tuple and {name}.issuperset(map(type, {item}))"
    if attrs.has(kind):
        names[name] = kind
        return f"type({item}) is {name}"
    names[name] = check(kind)
    return f"not {name}({item})"


def surely_right(kinds: dict[str, Any], check: Callable[[Any], Any]) -> Callable[[Any], bool]:
    """Return a function that tells of most values with nothing wrong that nothing is; of none with a fault.

    ``kinds`` are the annotations of the fields of a class, ``check`` returns what finds the faults of one.
    """
    names: dict[str, Any] = {}
    tests = []
    for field, kind in kinds.items():
        options = typing.get_args(kind) if typing.get_origin(kind) in _UNIONS else (kind,)
        some = tuple(option for option in options if option is not types.NoneType)
        test = _test(f"self.{field}", some[0] if len(some) == 1 else Union[some], f"of_{field}", names, check)  # noqa: UP007 -- of a tuple
        tests.append(f"(self.{field} is None or {test})" if len(some) < len(options) else test)
    exec(f"def surely(self): return {' and '.join(tests)}", names)  # noqa: S102 -- from the model's own field names
    return names["surely"]  # type: ignore[no-any-return]


@cache
def unfrozen(cls: type) -> type:
    """Return a class whose values take fields as others do, and turn into those of the frozen one by their ``__class__``."""
    return type(cls.__name__, (cls,), {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__})


@cache
def maker(cls: type) -> Any:  # noqa: ANN401 -- a function with the parameters of the class
    """Return a function that makes values of a class without its checks."""
    fields = attrs.fields(cls)
    names: dict[str, Any] = {"new_": object.__new__, "plain_": unfrozen(cls), "class_": cls}
    names |= {f"{field.name}_": field.default for field in fields}
    parameters = (field.name if field.default is attrs.NOTHING else f"{field.name}={field.name}_" for field in fields)
    stored = "".join(f"    self.{field.name} = {field.name}\n" for field in fields)
    source = f"def make({', '.join(parameters)}):\n    self = new_(plain_)\n{stored}    self.__class__ = class_\n    return self"
    exec(source, names)  # noqa: S102 -- from the model's own field names
    return names["make"]
