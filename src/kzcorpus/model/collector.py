"""The garbage collector while values are made: none of them refers to itself, so that it would look at all of them for nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 100_000


@contextmanager
def collector_at_rest(*, stays: bool = False) -> Iterator[None]:
    """Keep the garbage collector from looking at what is only being made, and restore it.

    What is made refers to nothing that refers back to it, and is freed without the collector; a third of the time of reading a long text
    would go there. Where very much is made that ``stays``, it is counted among the old objects, with whatever else is young, or the first
    collection afterwards would look at all of it; after little the collector goes on as it was.

    >>> with collector_at_rest():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if stays and gc.get_count()[0] > _MANY and not gc.get_freeze_count():  # somebody else's frozen objects stay so
                gc.freeze()
                gc.unfreeze()
            gc.enable()
