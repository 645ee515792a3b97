"""Laws of differences: none between equals, some between unequals, each where it says, and turned round they are the other way round."""

from collections import Counter
from functools import reduce
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

import kzcorpus as kz
from kzcorpus import strategies as kzst
from kzcorpus.analysis.differences import ORDER

CORPORA = kzst.corpora(max_text=60, max_articles=2)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[kz.Corpus, kz.Corpus]:
    """Two corpora with much in common: one of them lacks something, has it in another order, or says a field otherwise."""
    corpus = draw(CORPORA)
    name = draw(st.sampled_from(("id", "title", "extra", "links", "remarks", "corrections", "order", "statement", "mention")))
    if name in ("links", "remarks", "corrections"):
        things = getattr(corpus, name)
        kept = draw(st.permutations(things))[: draw(st.integers(0, len(things)))]
        if name == "remarks":
            corpus = attrs.evolve(corpus, articles=tuple(attrs.evolve(one, findings=()) for one in corpus.articles))
        if name == "corrections":
            corpus = attrs.evolve(
                corpus,
                articles=tuple(attrs.evolve(one, findings=()) for one in corpus.articles),
                corrections=tuple(attrs.evolve(one, value=None) for one in corpus.corrections),
            )
            kept = [attrs.evolve(one, value=None) for one in kept]
        changes: dict[str, Any] = {name: tuple(kept)}
        return corpus, attrs.evolve(corpus, **changes)
    if name == "order":
        return corpus, attrs.evolve(corpus, articles=tuple(draw(st.permutations(corpus.articles))))
    if name in ("id", "title"):
        named: dict[str, Any] = {name: draw(kzst.ids())}
        return corpus, attrs.evolve(corpus, **named)
    if name == "extra":
        return corpus, attrs.evolve(corpus, extra=((draw(kzst.ids()), "x"),))
    if not corpus.articles:
        return corpus, draw(CORPORA)
    article = draw(st.sampled_from(corpus.articles))
    if name == "mention":
        changed = attrs.evolve(article, mentions=tuple(draw(st.permutations(article.mentions)))[1:])
    else:
        changed = attrs.evolve(
            article,
            statements=tuple(attrs.evolve(one, mode=draw(st.sampled_from((None, "direct", "mixed")))) for one in article.statements),
        )
    return corpus, corpus.with_articles(changed)


BOTH = st.one_of(pairs(), st.tuples(CORPORA, CORPORA))


def at(thing: Any, path: str) -> Any:
    return reduce(getattr, path.split("."), thing)


def things(corpus: kz.Corpus, change: kz.Change) -> dict[str, Any]:
    """Return what a change may be about, by its id."""
    if change.what == "corpus":
        return {corpus.id: corpus}
    if change.what == "statement":
        return {one.id: one for _, one in corpus.statements()}
    pools = {
        "article": corpus.articles,
        "agent": tuple(corpus.authority.agents()),
        "place": corpus.authority.places,
        "concept": corpus.concepts,
        "occasion": corpus.occasions,
        "remark": corpus.remarks,
        "correction": corpus.corrections,
    }
    return {one.id: one for one in pools.get(change.what, ())}


@given(CORPORA)
def test_nothing_differs_between_equals(corpus: kz.Corpus) -> None:
    """A corpus does not differ from itself, nor from one that is written and read again."""
    assert kz.diff(corpus, corpus) == ()
    assert kz.diff(corpus, kz.loads(kz.dumps(corpus, format="json"), format="json")) == ()


@given(BOTH)
def test_there_is_a_difference_exactly_where_corpora_are_unequal(both: tuple[kz.Corpus, kz.Corpus]) -> None:
    """What is no difference is equal, and the other way round; each has a line to say it."""
    a, b = both
    changes = kz.diff(a, b)
    assert (changes == ()) == (a == b)
    assert all(str(change) for change in changes)


@given(BOTH)
def test_a_change_holds_what_was_and_what_is(both: tuple[kz.Corpus, kz.Corpus]) -> None:
    """What was removed stood in the first, what was added stands in the second, and a field has the values that the change names."""
    a, b = both
    for change in kz.diff(a, b):
        if change.path == ORDER:
            assert change.kind == "changed"
        elif change.kind == "changed" and change.path and change.id is not None:
            assert at(things(b, change)[change.id], change.path) == change.after
            assert change.before != change.after or type(change.before) is not type(change.after)
        elif change.kind == "added" and change.id is not None:
            assert things(b, change)[change.id] == change.after
        elif change.kind == "removed" and change.id is not None:
            assert things(a, change)[change.id] == change.before


@given(BOTH)
def test_spans_hold_the_words_that_are_quoted(both: tuple[kz.Corpus, kz.Corpus]) -> None:
    """The spans of a change are those of its article: after the change, or before it where something was removed."""
    a, b = both
    for change in kz.diff(a, b):
        if change.spans:
            text = (a if change.kind == "removed" else b).article(change.article or "").text
            assert tuple(span.of(text) for span in change.spans) == change.quoted


@given(BOTH)
def test_turned_round_what_was_added_is_removed(both: tuple[kz.Corpus, kz.Corpus]) -> None:
    """As many things of each sort are added one way as are removed the other way."""
    a, b = both
    there = Counter((one.what, one.kind) for one in kz.diff(a, b) if one.kind != "changed")
    back = Counter((one.what, {"added": "removed", "removed": "added"}[one.kind]) for one in kz.diff(b, a) if one.kind != "changed")
    assert there == back


@given(BOTH)
def test_changes_stand_in_the_order_of_the_text(both: tuple[kz.Corpus, kz.Corpus]) -> None:
    """Articles in order, within each by where the words stand, and after them what concerns the whole corpus."""
    a, b = both
    changes = kz.diff(a, b)
    order = list(dict.fromkeys(one.id for corpus in both for one in corpus.articles))
    places = [
        (order.index(one.article) if one.article is not None else len(order), one.spans[0].start if one.spans else -1) for one in changes
    ]
    assert places == sorted(places)
