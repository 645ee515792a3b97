"""One derived value per authority, kept as long as the authority lives."""

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from kzcorpus.model.authorities import Authority

T = TypeVar("T")


def per_authority(build: Callable[[Authority], T]) -> Callable[[Authority], T]:
    """Give a function of an authority a memory that goes by identity, since hashing a whole authority costs more than most lookups."""
    known: dict[int, tuple[weakref.ref[Authority], T]] = {}

    @wraps(build)
    def remembered(authority: Authority) -> T:
        key = id(authority)
        entry = known.get(key)
        if entry is None or entry[0]() is not authority:
            entry = known[key] = (weakref.ref(authority, lambda _: known.pop(key, None)), build(authority))
        return entry[1]

    return remembered
