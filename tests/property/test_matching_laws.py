"""Laws of matching: what is common to two contents is counted right, and no statement is taken for two."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

import kzcorpus as kz
from kzcorpus.read.curation.matching import SAME_ENOUGH, Known, nested, paired, share, shares
from kzcorpus.read.curation.relocation import Edition

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda pair: kz.Span(pair[0], pair[0] + pair[1]))
CONTENTS = st.lists(SPANS, max_size=3).map(tuple)
STATEMENTS = st.builds(
    kz.Statement,
    id=st.sampled_from(("s", "t", "u")),
    content=CONTENTS,
    cue=st.lists(SPANS, max_size=1).map(tuple),
    speaker=st.none() | st.builds(kz.Voice, entity=st.sampled_from(("a", "b"))),
)


def points(content: tuple[kz.Span, ...]) -> set[int]:
    return {point for span in content for point in range(span.start, span.end)}


def counted(a: tuple[kz.Span, ...], b: tuple[kz.Span, ...]) -> float:
    either = points(a) | points(b)
    return len(points(a) & points(b)) / len(either) if either else 0.0


@given(CONTENTS, CONTENTS)
def test_the_share_is_that_of_the_code_points_counted_one_by_one(a: tuple[kz.Span, ...], b: tuple[kz.Span, ...]) -> None:
    """However the spans of a content cross, touch or repeat."""
    assert share(a, b) == counted(a, b) == share(b, a)


@given(st.lists(CONTENTS, max_size=6), st.lists(CONTENTS, max_size=6), st.sampled_from((0.1, 0.5, 0.9)))
def test_no_pair_that_has_enough_in_common_is_passed_over(
    olds: list[tuple[kz.Span, ...]], news: list[tuple[kz.Span, ...]], least: float
) -> None:
    """What is looked at is what looking at all pairs would give."""
    found = {(i, j): alike for i, j, alike in shares([(c, i) for i, c in enumerate(olds)], [(c, j) for j, c in enumerate(news)], least)}
    assert found == {(i, j): counted(a, b) for i, a in enumerate(olds) for j, b in enumerate(news) if counted(a, b) >= least}


@given(st.lists(STATEMENTS, max_size=6), st.lists(STATEMENTS, max_size=6))
def test_each_statement_is_one_other_at_most_and_has_half_in_common_with_it(old: list[kz.Statement], new: list[kz.Statement]) -> None:
    """Pairs are one to one; none is of a statement with one that it reports, unless both say the very same."""
    pairs = paired([Known(one, (one.content,)) for one in old], new)
    assert len(set(pairs.values())) == len(pairs)
    for j, i in pairs.items():
        assert old[i].content == new[j].content or share(old[i].content, new[j].content) >= SAME_ENOUGH
        assert old[i].content == new[j].content or not nested(old[i], new[j])
    same = {one.content for one in old if one.content}
    left = [one for j, one in enumerate(new) if j not in pairs and one.content in same]
    assert all(sum(one.content == other.content for other in new) > sum(one.content == other.content for other in old) for one in left)


@given(st.lists(STATEMENTS, max_size=6))
def test_every_statement_is_itself(statements: list[kz.Statement]) -> None:
    """Whatever order they come in, statements that have content are found to be themselves, or their equals."""
    pairs = paired([Known(one, (one.content,)) for one in statements], statements[::-1])
    for j, one in enumerate(statements[::-1]):
        if one.content:
            assert statements[pairs[j]] == one


WORDS = st.lists(st.sampled_from(["the road", "is open", "he said", ".", "no", "𝐀", "\n", "“", "”"]), max_size=12).map(" ".join)


@given(WORDS, WORDS, WORDS, WORDS, st.data())
def test_words_before_and_behind_an_edit_keep_their_place(head: str, old: str, new: str, tail: str, data: st.DataObject) -> None:
    """What was not edited moves by as much as the text before it grew, whatever else reads alike."""
    before, now = head + old + tail, head + new + tail
    edition = Edition(before, now)
    start = data.draw(st.integers(0, len(tail)))
    end = data.draw(st.integers(start, len(tail)))
    behind = kz.Span(len(head + old) + start, len(head + old) + end)
    place = edition.place(behind)
    words = behind.of(before)
    if words.strip():
        assert place is not None
        assert place.of(now) == words
        # the texts may read as if something else was edited: then the place before it is as good
        assert place in (behind.shift(len(new) - len(old)), behind) or before.count(words) > 1
    start = data.draw(st.integers(0, len(head)))
    first = kz.Span(start, data.draw(st.integers(start, len(head))))
    assert edition.place(first) == first


@given(st.lists(STATEMENTS, max_size=4))
def test_a_statement_in_a_text_that_was_not_edited_stays(statements: list[kz.Statement]) -> None:
    """An edition that is the same text moves nothing."""
    text = "The road is open, he said, and nobody was hurt."
    for one in statements:
        inside = attrs.evolve(one, content=tuple(kz.Span(min(s.start, 40), min(s.end, 40)) for s in one.content), cue=())
        assert Edition(text, text).statement(inside) == inside
