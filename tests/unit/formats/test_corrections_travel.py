"""Decisions of people travel in JSON and TEI, whatever they decided, with every field that a statement can have."""

from typing import get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kzcorpus as kz
from kzcorpus import strategies as kzst
from kzcorpus.model.links import Verdict

FORMATS = ("json", "jsonl", "tei")
TEXT = "“The road,” Aidar told Berik on Friday, “is open,” wires say."
OUTER = kz.Statement("a.outer", (kz.Span(0, 50),))
VALUE = kz.Statement(
    "a.full",
    content=(kz.Span(1, 10), kz.Span(41, 48)),
    mode="direct",
    speaker=kz.Voice("aidar", "Aidar", kz.Span(12, 17), "named"),
    cue=(kz.Span(18, 22),),
    verbatim=(kz.Span(1, 10), kz.Span(41, 48)),
    polarity="positive",
    hedges=(kz.Span(51, 60),),
    addressees=(kz.Voice("berik", "Berik", kz.Span(23, 28), "named"),),
    via=(kz.Voice("wire", "wires", kz.Span(51, 56), "outlet"),),
    within="a.outer",
    occasion=kz.Setting("meeting", "a meeting", kz.Span(32, 38)),
    said=kz.When("2022-10-14", "resolved", kz.Span(29, 38), "2022-10-16"),
    stances=(kz.Stance("roads", agreement=True), kz.Stance("roads", agreement=-2), kz.Stance("roads")),
    made=kz.Made("Aigerim", "1", "by hand", 0.5, "accepted", "2026-11-20", "seen on the recording"),
)
CORPUS = kz.Corpus(
    "c",
    articles=(kz.Article("a", TEXT, statements=(OUTER,)),),
    authority=kz.Authority((kz.Actor("aidar"), kz.Actor("berik")), (kz.Organization("wire"),)),
    concepts=(kz.Concept("roads"),),
    occasions=(kz.Occasion("meeting"),),
)


def test_the_value_has_every_field() -> None:
    assert all(getattr(VALUE, field.name) != field.default for field in attrs.fields(kz.Statement))
    assert all(getattr(VALUE.made, field.name) is not None for field in attrs.fields(kz.Made))


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("verdict", [None, *get_args(Verdict)])
@pytest.mark.parametrize("value", [None, VALUE], ids=["bare", "full"])
def test_every_verdict_travels(format_: str, verdict: Verdict | None, value: kz.Statement | None) -> None:
    quoted = tuple(span.of(TEXT) for span in VALUE.content)
    correction = kz.Correction("k", "a", VALUE.content, quoted, verdict, value, "Aigerim", "2026-11-20", "a\nnote\x00")
    corpus = attrs.evolve(CORPUS, corrections=(correction,))
    assert kz.loads(kz.dumps(corpus, format=format_), format=format_) == corpus


@pytest.mark.parametrize("format_", FORMATS)
def test_what_correct_makes_travels(format_: str) -> None:
    added = kz.correct(CORPUS, "a", "add", by="Aigerim", value=VALUE, at="2026-11-20")
    amended = kz.correct(added, "a.outer", "amend", by="Daniyar", value=attrs.evolve(OUTER, mode="mixed"))
    judged = kz.correct(kz.correct(amended, "a.full", "accept", by="Daniyar"), "a.outer", "reject", by="Aigerim", note="not said")
    assert [one.verdict for one in judged.corrections] == ["add", "amend", "accept", "reject"]
    assert kz.loads(kz.dumps(judged, format=format_), format=format_) == judged
    assert kz.validates(kz.dumps(judged, format=format_), format=format_) == ()


@given(st.data(), st.sampled_from(get_args(Verdict)))
def test_any_decision_about_any_article_travels(data: st.DataObject, verdict: Verdict) -> None:
    article = data.draw(kzst.articles(refer=False, max_statements=2))
    correction = attrs.evolve(data.draw(kzst.corrections(article=article)), verdict=verdict)
    value = correction.value and attrs.evolve(correction.value, speaker=None, addressees=(), via=(), stances=(), occasion=None)
    ids = {article.id, *(one.id for one in article.statements)}
    corpus = kz.Corpus("c", articles=(article,), corrections=(attrs.evolve(correction, id=_free(correction.id, ids), value=value),))
    for format_ in FORMATS:
        assert kz.loads(kz.dumps(corpus, format=format_), format=format_) == corpus


def _free(id_: str, taken: set[str]) -> str:
    while id_ in taken:
        id_ += "x"
    return id_


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("order", [1, -1], ids=["outer first", "inner first"])
def test_a_proposed_statement_may_stand_inside_another_proposed_one(format_: str, order: int) -> None:
    outer = kz.Correction("c1", "a", (kz.Span(0, 50),), verdict="add", value=kz.Statement("a.new", (kz.Span(0, 50),)))
    inner = kz.Correction("c2", "a", (kz.Span(1, 10),), verdict="add", value=kz.Statement("a.inner", (kz.Span(1, 10),), within="a.new"))
    corpus = attrs.evolve(CORPUS, corrections=(outer, inner)[::order])
    document = kz.dumps(corpus, format=format_)
    assert kz.loads(document, format=format_) == corpus
    assert kz.validates(document, format=format_) == ()
