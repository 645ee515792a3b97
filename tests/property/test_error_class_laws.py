"""Laws of the classes of error: whatever was marked and found, each statement is in one class, and the counts are the instrument's."""

import random
from pathlib import Path
from typing import Any, Literal

import attrs
import pytest
from errorclasses import OF_FOUND, OF_MARKED, Matching, Sided, holds, sort_document
from hypothesis import given
from hypothesis import strategies as st
from instrument import Document, load_instrument
from tallies import MODES, matching_of, tally_of

INSTRUMENT = Path(__file__).parents[3] / "shared" / "eval" / "polnear_eval.py"
WORDS = 40
MODE = st.sampled_from(MODES[:3])


@attrs.frozen
class Side:
    t_con: frozenset[int]
    c_cue: frozenset[int]
    mode: str
    speech: bool


RANGES = st.tuples(st.integers(0, WORDS), st.integers(1, 12)).map(lambda pair: frozenset(range(pair[0], pair[0] + pair[1])))
SIDES = st.builds(
    Side,
    st.lists(RANGES, max_size=2).map(lambda parts: frozenset[int]().union(*parts)),
    RANGES,
    MODE,
    st.sampled_from([True] * 4 + [False]),
)


def shared(one: Sided, two: Sided) -> float:
    return len(one.t_con & two.t_con) / max(1, len(one.t_con | two.t_con))


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[Side], list[Side], Matching]:
    """Draw statements of both sides with a greedy matching of them, and what an instrument could say of it."""
    marked = draw(st.lists(SIDES, max_size=6))
    found = draw(st.lists(SIDES, max_size=6))
    aside = {number for number in range(len(found)) if draw(st.integers(0, 4)) == 0}
    pairs: dict[int, int] = {}
    for i, one in enumerate(marked):
        j = next((j for j, two in enumerate(found) if j not in aside and j not in pairs.values() and shared(one, two) >= 0.5), None)
        if j is not None:
            pairs[i] = j
    verdict: st.SearchStrategy[Literal["cue", "source"] | None] = st.sampled_from(["cue", "source", None])
    wrong = {number: name for number in pairs if (name := draw(verdict)) is not None}
    outside = [one for one in marked if not one.speech]
    loose = [number for number in range(len(found)) if number not in pairs.values()]
    elsewhere = {number for number in loose if any(shared(found[number], one) >= 0.5 for one in outside)}
    return marked, found, Matching(pairs, wrong, aside, elsewhere)


@given(documents())
def test_each_statement_is_in_one_class_of_its_side(case: tuple[list[Side], list[Side], Matching]) -> None:
    """Marked acts of speech are in a class of theirs, the others aside; so is what is found, unless the instrument leaves it out."""
    marked, found, matching = case
    sorting = sort_document(marked, found, matching)
    assert [name == "aside" for name in sorting.marked] == [not one.speech for one in marked]
    assert {*sorting.marked} <= {*OF_MARKED, "aside"}
    assert {*sorting.found} <= {*OF_FOUND, "aside"}
    partner = {two: one for one, two in matching.pairs.items()}
    for number, one in enumerate(found):
        left_out = number in matching.aside or number in matching.elsewhere or not one.speech
        left_out = left_out or (number in partner and not marked[partner[number]].speech)
        assert (sorting.found[number] == "aside") == left_out


@given(documents())
def test_pairs_are_right_or_wrong_in_source_or_cue_and_nothing_else_is(case: tuple[list[Side], list[Side], Matching]) -> None:
    """A pair has one class on both sides, and every other class is of what has no pair."""
    marked, found, matching = case
    sorting = sort_document(marked, found, matching)
    of_pairs = {"right", "cue", "source"}
    for number, name in enumerate(sorting.marked):
        assert (name in of_pairs) == (number in matching.pairs and marked[number].speech)
        if name in of_pairs:
            other = sorting.found[matching.pairs[number]]
            assert other == name or (other == "aside" and name == "cue")
    assert sum(name == "right" for name in sorting.marked) == sum(name == "right" for name in sorting.found)


@given(documents())
def test_what_is_missed_and_what_is_spurious_touch_nothing_that_waits_for_a_pair(case: tuple[list[Side], list[Side], Matching]) -> None:
    """Missed and spurious share neither words nor cue with what is unpaired on the other side; a boundary does."""
    marked, found, matching = case
    sorting = sort_document(marked, found, matching)
    loose_marked = [one for number, one in enumerate(marked) if number not in matching.pairs and one.speech]
    loose_found = [
        one for number, one in enumerate(found) if number not in matching.pairs.values() and sorting.found[number] != "aside" and one.speech
    ]
    for ones, names, others in ((marked, sorting.marked, loose_found), (found, sorting.found, loose_marked)):
        for one, name in zip(ones, names, strict=True):
            touched = any(one.t_con & other.t_con or one.c_cue & other.c_cue for other in others)
            assert not (name in ("missed", "spurious") and touched)
            assert name != "boundary" or touched


@given(documents())
def test_merged_and_split_are_about_several_statements(case: tuple[list[Side], list[Side], Matching]) -> None:
    """What is merged is held with another one; what is split has several parts, or is a part of what has."""
    marked, found, matching = case
    sorting = sort_document(marked, found, matching)
    candidates = [one for number, one in enumerate(found) if number not in matching.aside]
    for one, name in zip(marked, sorting.marked, strict=True):
        if name == "merged":
            assert any(holds(two.t_con, one.t_con) and sum(holds(two.t_con, each.t_con) for each in marked) > 1 for two in candidates)
        if name == "split":
            assert sum(holds(one.t_con, two.t_con) for two in candidates) > 1
    for two, name in zip(found, sorting.found, strict=True):
        if name == "merged":
            assert sum(holds(two.t_con, one.t_con) for one in marked) > 1
        if name == "split":
            assert any(holds(one.t_con, two.t_con) for one in marked)


@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(case: tuple[list[Side], list[Side], Matching], chance: random.Random) -> None:
    """The same statements in another order have the same classes."""
    marked, found, matching = case
    to, fro = list(range(len(found))), [0] * len(found)
    chance.shuffle(to)
    for old, new in enumerate(to):
        fro[new] = old
    moved = Matching(
        {one: to[two] for one, two in matching.pairs.items()},
        matching.wrong,
        {to[one] for one in matching.aside},
        {to[one] for one in matching.elsewhere},
    )
    once, again = sort_document(marked, found, matching), sort_document(marked, [found[old] for old in fro], moved)
    assert again.marked == once.marked
    assert [again.found[new] for new in to] == list(once.found)


@given(st.lists(SIDES, max_size=6))
def test_what_is_found_as_it_was_marked_is_right(marked: list[Side]) -> None:
    """Nothing is wrong with a reading that equals the marks."""
    pairs = {number: number for number in range(len(marked))}
    sorting = sort_document(marked, marked, Matching(pairs, {}, set(), set()))
    assert sorting.marked == sorting.found == tuple("right" if one.speech else "aside" for one in marked)


def side(first: int, last: int, cue: int = 0) -> Side:
    return Side(frozenset(range(first, last)), frozenset([cue]), "indirect", speech=True)


@pytest.mark.parametrize(
    ("marked", "found", "of_marked", "of_found"),
    [
        ([side(0, 4)], [], ["missed"], []),
        ([], [side(0, 4)], [], ["spurious"]),
        ([side(0, 3)], [side(0, 9)], ["boundary"], ["boundary"]),
        ([side(0, 3, 50)], [side(5, 9, 50)], ["boundary"], ["boundary"]),
        ([side(0, 3, 50)], [side(5, 9, 51)], ["missed"], ["spurious"]),
        ([side(0, 4, 50), side(4, 8, 51)], [side(0, 9, 50)], ["merged", "merged"], ["merged"]),
        ([side(0, 9, 50)], [side(0, 4, 50), side(5, 9, 51)], ["split"], ["split", "split"]),
    ],
)
def test_plain_cases(marked: list[Side], found: list[Side], of_marked: list[str], of_found: list[str]) -> None:
    sorting = sort_document(marked, found, Matching({}, {}, set(), set()))
    assert (list(sorting.marked), list(sorting.found)) == (of_marked, of_found)


TEXT = "She said that “the road was open” and they believe it , he asked ; " * 4
SPANS = st.tuples(st.integers(0, len(TEXT) - 30), st.integers(1, 30)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@pytest.mark.skipif(not INSTRUMENT.exists(), reason="needs ../shared/eval beside the checkout")
@given(st.data())
def test_the_counts_are_those_of_the_instrument(data: st.DataObject) -> None:
    """What counts, and what is right, is what the instrument counts, in every mode."""
    scorer = load_instrument(INSTRUMENT)
    doc = scorer.Doc("a", TEXT)
    spans = st.lists(SPANS, max_size=1)

    def statements(*, nested: bool) -> st.SearchStrategy[Any]:
        return st.builds(
            lambda source, cue, content, inner: scorer.Stmt(doc, source, cue, content, None, inner),
            *(spans, spans, st.lists(SPANS, min_size=1, max_size=2), st.booleans() if nested else st.just(value=False)),
        )

    marked = [one for one in data.draw(st.lists(statements(nested=False), max_size=5)) if one.t_con]
    found = data.draw(st.lists(statements(nested=True), max_size=5))
    document = Document("a", doc, marked, doc.tokens(data.draw(spans)), found, ())
    tally = tally_of([(document, sort_document(marked, found, matching_of(scorer, document)))])
    counts = scorer.score_doc(doc, marked, found, document.ignored)
    for mode in MODES:
        assert tally.total_marked(mode) == counts["speech", mode, "gold"]
        assert tally.total_found(mode) == counts["speech", mode, "pred"]
        assert tally.marked[mode, "right"] == counts["speech", mode, "r_triple"]
