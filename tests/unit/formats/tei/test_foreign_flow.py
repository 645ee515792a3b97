"""The text as it is being written: white space, blocks, and places in it."""

from collections.abc import Callable

import pytest

from kzcorpus.formats.tei.foreign.flow import Flow


class Here:
    """A place in the text."""

    def __init__(self) -> None:
        self.start = self.end = 0


Step = Callable[[Flow], None]


def w(text: str, kind: str = "paragraph", *, preserve: bool = False) -> Step:
    return lambda flow: flow.write(text, kind, preserve=preserve)


def kept(text: str) -> Step:
    return w(text, preserve=True)


def apart(white: str) -> Step:
    return lambda flow: flow.set_apart(white)


END, JOIN, APART = Flow.end_block, Flow.join, Flow.set_apart


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ([], ""),
        ([w("")], ""),
        ([w(" \n")], ""),
        ([w("a")], "a"),
        ([w("  a\t b\n\nc ")], "a b c"),
        ([w("a"), w("b")], "ab"),
        ([w("a "), w(" b")], "a b"),
        ([w("a"), w("  "), w("b")], "a b"),
        ([w("a\u00a0"), w("b")], "a\u00a0b"),
        ([kept("  a\t b\n\nc ")], "a\t b\n\nc"),
        ([kept("a  "), kept("\n b")], "a  \n b"),
        ([kept("a "), kept(" b")], "a b"),
        ([kept("a"), kept(" "), kept("\t"), kept("b")], "a \tb"),
        ([kept("a\n"), w(" b")], "a\nb"),
        ([w("a "), kept("\nb")], "a \nb"),
        ([w("a"), END, w("b")], "a\nb"),
        ([END, w("a"), END, END, w(" b ")], "a\nb"),
        ([w("a "), END, w(" b")], "a\nb"),
        ([w("a"), JOIN, w(" b")], "ab"),
        ([w("a "), JOIN, w("b")], "ab"),
        ([w("a"), JOIN, w(" "), w("b")], "ab"),
        ([w("a"), JOIN, w("b"), w(" c")], "ab c"),
        ([w("a"), JOIN, END, w("b")], "a\nb"),
        ([w("a"), JOIN, APART, w("b")], "a b"),
        ([w("a"), APART, w("b")], "a b"),
        ([w("a "), APART, w(" b")], "a b"),
        ([w("a"), apart("\n"), w("b")], "a\nb"),
        ([w("a"), apart("\n"), APART, w(" b")], "a\nb"),
        ([w("a"), APART, apart("\t"), w("b")], "a\tb"),
        ([w("a"), apart("\n"), apart("\t"), w("b")], "a\tb"),
        ([w("a"), apart("\n"), END, w("b")], "a\nb"),
        ([APART, w("a")], "a"),
        ([w("a"), APART, JOIN, w("b")], "ab"),
    ],
)
def test_white_space_between_words(steps: list[Step], text: str) -> None:
    flow = Flow()
    for step in steps:
        step(flow)
    assert (flow.text, flow.length) == (text, len(text))


def test_blocks_have_the_kind_of_their_first_words() -> None:
    flow = Flow()
    assert (flow.is_fresh, list(flow.runs), list(flow.kinds)) == (True, [], [])
    for step in (w(" ", "deck"), w("a"), w(" b", "head"), END, w(" c", "head"), END, END, w("d\n", "credit"), w(" ", "byline")):
        step(flow)
    assert list(flow.runs) == [(0, 3, "paragraph"), (4, 5, "head"), (6, 7, "credit")]
    assert list(flow.kinds) == ["paragraph", "head", "credit"]
    assert not flow.is_fresh
    flow.end_block()
    assert flow.is_fresh


def test_places_begin_and_end_with_characters() -> None:
    flow = Flow()
    outer, inner, empty, last, late = (Here() for _ in range(5))
    flow.open(outer)
    w("  ")(flow)
    flow.open(inner)
    w(" ab ")(flow)
    flow.close(inner)
    flow.open(empty)
    w(" ")(flow)
    flow.close(empty)
    flow.end_block()
    flow.open(late)
    w("c ")(flow)
    flow.close(late)
    flow.close(outer)
    flow.open(last)
    flow.close(last)
    assert flow.text == "ab\nc"
    assert [(one.start, one.end) for one in (outer, inner, empty, late, last)] == [(0, 4), (0, 2), (2, 2), (3, 4), (4, 4)]


def test_a_place_that_is_closed_waits_no_more() -> None:
    flow = Flow()
    one = Here()
    flow.open(one)
    flow.close(one)
    w("abc")(flow)
    assert (one.start, one.end) == (0, 0)
