import attrs
import pytest

from kzcorpus import Actor, Article, Authority, Concept, Corpus, Link, ModelError, Statement, Tenure, UnknownIdError


def corpus(*ids: str, **fields: object) -> Corpus:
    return Corpus("c", articles=tuple(Article(id_, id_.upper()) for id_ in ids), **fields)  # type: ignore[arg-type]


def test_only_the_id_is_required() -> None:
    empty = Corpus("c")
    assert empty.authority == Authority()
    assert list(empty.statements()) == []
    assert repr(empty) == "Corpus(id='c')"


def test_articles_and_statements_are_found_by_id() -> None:
    first, second = Statement("s1"), Statement("s2")
    held = Corpus("c", articles=(Article("a", statements=(first,)), Article("b", statements=(second,))))
    assert held.article("b").statements == (second,)
    assert held.statement("s2") is second
    assert [(article.id, statement.id) for article, statement in held.statements()] == [("a", "s1"), ("b", "s2")]
    with pytest.raises(UnknownIdError, match="no article has the id 's1'"):
        held.article("s1")
    with pytest.raises(UnknownIdError, match="no statement has the id 'a'"):
        held.statement("a")


def test_an_article_with_a_known_id_takes_the_place_of_the_old_one() -> None:
    joined = corpus("a", "b").with_articles(Article("a", "new"), Article("c", "C"), Article("c", "later"))
    assert [(article.id, article.text) for article in joined.articles] == [("a", "new"), ("b", "B"), ("c", "later")]


def test_a_replaced_article_must_leave_the_corpus_sound() -> None:
    held = Corpus("c", articles=(Article("a", statements=(Statement("s"), Statement("t"))),), links=(Link("s", "t", "same"),))
    with pytest.raises(ModelError, match=r"Corpus\.links\[0\]\.a: found 's', expected the id of a statement"):
        held.with_articles(Article("a"))


def test_merging_keeps_ours_first_and_what_both_hold_once() -> None:
    ours = corpus("a", "b", title="Ours", extra=(("k", "1"),), concepts=(Concept("x"),))
    theirs = attrs.evolve(corpus("b", "c", title="Theirs", extra=(("k", "1"), ("k", "2")), concepts=(Concept("y"),)), id="d")
    both = ours.merge(theirs)
    assert (both.id, both.title) == ("c", "Ours")
    assert [article.id for article in both.articles] == ["a", "b", "c"]
    assert [concept.id for concept in both.concepts] == ["x", "y"]
    assert both.extra == (("k", "1"), ("k", "2"))


def test_what_is_held_twice_stays_so() -> None:
    twice = corpus(extra=(("k", "v"), ("k", "v")), authority=Authority((Actor("p"),), tenures=(Tenure("p"), Tenure("p"))))
    assert twice.merge(twice) == twice
    assert Corpus("c").merge(twice).extra == twice.extra


def test_every_id_on_which_two_corpora_differ_is_named() -> None:
    ours = corpus("a", "b", authority=Authority((Actor("p"),)))
    theirs = Corpus("c", articles=(Article("a", "other"), Article("b", "another")), authority=Authority((Actor("p", kind="person"),)))
    with pytest.raises(ModelError) as caught:
        ours.merge(theirs)
    assert [str(fault) for fault in caught.value.faults] == [
        "articles: found two different values for the id 'a', expected equal ones; they differ in text",
        "articles: found two different values for the id 'b', expected equal ones; they differ in text",
        "authority.actors: found two different values for the id 'p', expected equal ones; they differ in kind",
    ]


def test_one_id_for_different_things_cannot_be_merged() -> None:
    with pytest.raises(
        ModelError, match=r"Corpus\.concepts\[0\]\.id: found the id 'a' again, expected one that articles\[0\] does not bear"
    ):
        corpus("a").merge(Corpus("c", concepts=(Concept("a"),)))
