from typing import Literal

import attrs
import pytest

import kzcorpus as kz

TEXT = "The road is open, the mayor of the town said on Friday. Nothing is known of the bridge, which was closed in May.\n"


@pytest.fixture(scope="module")
def corpus() -> kz.Corpus:
    return kz.assemble([kz.read_text(TEXT, id="a")], id="c")


@pytest.fixture(scope="module")
def said(corpus: kz.Corpus) -> kz.Statement:
    [statement] = corpus.articles[0].statements
    return statement


def with_status(statement: kz.Statement, status: Literal["accepted", "rejected"]) -> kz.Made:
    assert statement.made is not None
    return attrs.evolve(statement.made, status=status)


def test_who_proposed_a_statement_is_still_told_when_it_is_accepted(corpus: kz.Corpus, said: kz.Statement) -> None:
    after = kz.correct(corpus, said.id, "accept", by="Aigerim", at="2026-11-20", note="checked with the recording")
    assert after.statement(said.id) == attrs.evolve(said, made=with_status(said, "accepted"))
    [correction] = after.corrections
    assert correction == kz.Correction(
        f"{said.id}.accept",
        "a",
        said.content,
        ("The road is open",),
        "accept",
        after.statement(said.id),
        "Aigerim",
        "2026-11-20",
        "checked with the recording",
    )


def test_what_is_rejected_stays_in_its_article(corpus: kz.Corpus, said: kz.Statement) -> None:
    linked = attrs.evolve(corpus, links=(kz.Link(said.id, said.id, "same"),))
    after = kz.correct(linked, said.id, "reject", by="Aigerim")
    assert after.statement(said.id).made == with_status(said, "rejected")
    assert after.links == linked.links
    assert list(after.statements(rejected=False)) == []
    assert list(after.statements()) == [(after.articles[0], after.statement(said.id))]


def test_what_is_amended_bears_its_old_id_and_is_made_by_who_amended_it(corpus: kz.Corpus, said: kz.Statement) -> None:
    value = attrs.evolve(said, id="whatever", content=(kz.Span(4, 16),), mode="mixed")
    after = kz.correct(corpus, said.id, "amend", by="Aigerim", at="2026", value=value)
    made = kz.Made(by="Aigerim", status="accepted", at="2026")
    assert after.statement(said.id) == attrs.evolve(value, id=said.id, made=made)
    assert after.corrections[0].quoted == ("The road is open",)
    assert after.corrections[0].value == after.statement(said.id)


def test_what_is_added_gets_an_id_as_reading_gives_and_stands_in_order(corpus: kz.Corpus, said: kz.Statement) -> None:
    found = kz.anchored(corpus.articles[0], "Nothing is known of the bridge")
    assert isinstance(found, kz.Statement)
    after = kz.correct(corpus, "a", "add", by="Aigerim", value=found)
    first, second = after.articles[0].statements
    assert first == said
    assert second.id.startswith("a.")
    assert second.content == found.content
    assert after.corrections[0].id == f"{second.id}.add"
    before = kz.correct(corpus, "a", "add", by="Aigerim", value=kz.Statement("a.mine", content=(kz.Span(0, 3),)))
    assert [one.id for one in before.articles[0].statements] == [said.id, "a.mine"], "a longer content comes first"


def test_the_same_words_again_get_another_id(corpus: kz.Corpus, said: kz.Statement) -> None:
    after = kz.correct(corpus, "a", "add", by="Aigerim", value=kz.Statement("new", content=said.content))
    assert [one.id for one in after.articles[0].statements] == [said.id, f"{said.id}-2"]


def test_the_same_decision_again_changes_nothing(corpus: kz.Corpus, said: kz.Statement) -> None:
    once = kz.correct(corpus, said.id, "accept", by="Aigerim")
    assert kz.correct(once, said.id, "accept", by="Aigerim") == once
    twice = kz.correct(kz.correct(once, said.id, "reject", by="Aigerim"), said.id, "accept", by="Aigerim")
    assert [one.id for one in twice.corrections] == [f"{said.id}.accept", f"{said.id}.reject", f"{said.id}.accept-2"]


def test_whom_a_value_names_comes_from_the_authority(corpus: kz.Corpus, said: kz.Statement) -> None:
    value = attrs.evolve(said, speaker=kz.Voice("nursultan-nazarbayev"))
    after = kz.correct(corpus, said.id, "amend", by="Aigerim", value=value)
    assert after.authority.agent("nursultan-nazarbayev").names
    assert {one.holder for one in after.authority.tenures} >= {"nursultan-nazarbayev"}
    with pytest.raises(kz.ModelError, match=r"speaker\.entity: found 'nursultan-nazarbayev'"):
        kz.correct(corpus, said.id, "amend", by="Aigerim", value=value, authority=kz.Authority())


def test_a_voice_of_which_only_the_words_are_told_is_linked() -> None:
    corpus = kz.assemble([kz.read_text(TEXT + "Aidar Serikov was there, and so were many others, who did not speak.\n", id="a")], id="c")
    article = corpus.articles[0]
    found = kz.anchored(
        article, "Nothing is known of the bridge", speaker=kz.Voice(span=kz.Span(TEXT.index("May") + 5, TEXT.index("May") + 18))
    )
    assert isinstance(found, kz.Statement)
    assert found.speaker is not None
    assert found.speaker.span is not None
    assert found.speaker.span.of(article.text) == "Aidar Serikov"
    after = kz.correct(corpus, "a", "add", by="Aigerim", value=found)
    value = after.corrections[0].value
    assert value is not None
    assert value.speaker == attrs.evolve(found.speaker, entity="aidar-serikov", name="Aidar Serikov", kind="named")
    silent = kz.correct(corpus.with_articles(attrs.evolve(article, language="ru")), "a", "add", by="Aigerim", value=found)
    assert silent.corrections[0].value is not None
    assert silent.corrections[0].value.speaker == found.speaker, "there are no rules for Russian"
    far = kz.Statement("n", speaker=kz.Voice(span=kz.Span(500, 501)))
    with pytest.raises(kz.ModelError, match="expected a span within"):
        kz.correct(corpus, "a", "add", by="Aigerim", value=far)


def test_who_no_longer_speaks_there_did_not_take_part() -> None:
    text = "“The road is open,” Aidar Serikov said at a press conference in Astana on October 14, 2022, and left.\n"
    corpus = kz.assemble([kz.read_text(text, id="a")], id="c")
    [said] = corpus.articles[0].statements
    assert corpus.occasions[0].participants == ("aidar-serikov",)
    after = kz.correct(corpus, said.id, "reject", by="Aigerim")
    assert after.occasions == (attrs.evolve(corpus.occasions[0], participants=()),)
    known = attrs.evolve(corpus, occasions=(attrs.evolve(corpus.occasions[0], kind="briefing"),))
    assert kz.correct(known, said.id, "reject", by="Aigerim").occasions == known.occasions, "somebody edited it"


@pytest.mark.parametrize(
    ("verdict", "value", "expected"),
    [
        ("amend", None, "value: found NoneType None, expected the Statement as it should be"),
        ("add", None, "value: found NoneType None, expected the Statement as it should be"),
        ("accept", kz.Statement("s"), "value: found Statement, expected None: to accept is to decide about the statement as it is"),
        ("approve", None, "verdict: found str 'approve', expected accept | reject | amend | add"),
    ],
)
def test_a_decision_without_its_value_is_none(corpus: kz.Corpus, verdict: str, value: kz.Statement | None, expected: str) -> None:
    with pytest.raises(kz.ModelError) as caught:
        kz.correct(corpus, "a.0", verdict, by="Aigerim", value=value)  # type: ignore[arg-type]
    assert [str(fault) for fault in caught.value.faults] == [expected]


def test_what_is_decided_about_must_be_there(corpus: kz.Corpus, said: kz.Statement) -> None:
    with pytest.raises(kz.UnknownIdError, match=r"no statement has the id 'a\.0'"):
        kz.correct(corpus, "a.0", "accept", by="Aigerim")
    with pytest.raises(kz.UnknownIdError, match="no article has the id 'b'"):
        kz.correct(corpus, "b", "add", by="Aigerim", value=said)
    with pytest.raises(kz.ModelError, match="which a statement of the article bears: amend that one"):
        kz.correct(corpus, "a", "add", by="Aigerim", value=said)
    with pytest.raises(kz.ModelError, match="expected a span within the 113 code points"):
        kz.correct(corpus, "a", "add", by="Aigerim", value=kz.Statement("n", content=(kz.Span(0, 500),)))
