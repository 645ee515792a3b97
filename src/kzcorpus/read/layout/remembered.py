"""A property worked out once, without the lock of ``functools.cached_property``, which costs more than what most of these work out."""

from collections.abc import Callable
from typing import Generic, TypeVar, overload

T = TypeVar("T")
Owner = TypeVar("Owner")


class remembered(Generic[Owner, T]):  # noqa: N801 -- a decorator
    """Work a property out when it is first asked for, and keep it among the attributes of its object."""

    def __init__(self, work_out: Callable[[Owner], T]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, owner: None, kind: type[Owner]) -> "remembered[Owner, T]": ...
    @overload
    def __get__(self, owner: Owner, kind: type[Owner]) -> T: ...
    def __get__(self, owner: Owner | None, kind: type[Owner]) -> "remembered[Owner, T] | T":
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._work_out(owner)
        return value
