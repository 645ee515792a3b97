import gc
import weakref
from collections.abc import Callable

import pytest

from kzcorpus.model.collector import collector_at_rest
from kzcorpus.read.pipeline import read_text


def test_the_collector_is_restored_after_an_error() -> None:
    with pytest.raises(LookupError), collector_at_rest():
        raise LookupError
    assert gc.isenabled()


def test_a_collector_that_somebody_stopped_stays_stopped() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_reading_makes_nothing_that_only_the_collector_could_free() -> None:
    text = "Foreign Minister Ada Quiroz said on Friday, October 14, that “the road” was open. “We agreed,” she added.\n" * 20
    read_text(text, id="a")  # which makes what is made once
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        read_text(text, id="a")
        gc.collect()
        assert [one for one in gc.garbage if type(one).__module__.startswith("kzcorpus")] == []
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
def test_the_collector_is_left_as_it_was(switch: Callable[[], None]) -> None:
    was = gc.isenabled()
    try:
        switch()
        now = gc.isenabled()
        with collector_at_rest(stays=True):
            assert not gc.isenabled()
        assert gc.isenabled() is now
        with pytest.raises(ZeroDivisionError), collector_at_rest(stays=True):
            1 / 0  # noqa: B018 -- raises
        assert gc.isenabled() is now
    finally:
        (gc.enable if was else gc.disable)()


class Round:
    """What only the collector can free."""

    def __init__(self) -> None:
        self.self = self


def test_what_is_young_stays_young_after_little() -> None:
    one = Round()
    gone = weakref.ref(one)
    del one
    with collector_at_rest(stays=True):
        list(range(9))
    gc.collect(0)
    assert gone() is None
