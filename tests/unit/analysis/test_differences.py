import attrs
import pytest

import kzcorpus as kz
from kzcorpus.analysis.differences import ORDER, fields

TEXT = "The road is open, the mayor said. Nothing is known of the bridge."
FIRST = kz.Statement("a.1", (kz.Span(0, 16),), speaker=kz.Voice("mayor", span=kz.Span(18, 27)), cue=(kz.Span(28, 32),))
SECOND = kz.Statement("a.2", (kz.Span(34, 64),))
BLOCKS = (kz.Block(kz.Span(0, 33), "headline"), kz.Block(kz.Span(34, 65), "paragraph"))
MENTIONS = (kz.Mention(kz.Span(18, 27), "person"), kz.Mention(kz.Span(54, 64), "place"))
ARTICLE = kz.Article("a", TEXT, blocks=BLOCKS, mentions=MENTIONS, statements=(FIRST, SECOND), findings=(kz.Finding("odd"),))
RECORDS = kz.Authority(
    (kz.Actor("mayor"),), (kz.Organization("town"),), (kz.Place("taraz"),), (kz.Tenure("mayor", "mayor", "town", "2020"),)
)
CORPUS = kz.Corpus("c", articles=(ARTICLE,), authority=RECORDS, corrections=(kz.Correction("k", "a", (kz.Span(0, 3),)),))


def changes(**article: object) -> list[tuple[object, ...]]:
    new = attrs.evolve(ARTICLE, **article)  # type: ignore[arg-type]
    return [(one.kind, one.what, one.id, one.path, one.quoted) for one in kz.diff(CORPUS, CORPUS.with_articles(new))]


def whole(**corpus: object) -> list[tuple[object, ...]]:
    return [(one.kind, one.what, one.id, one.path) for one in kz.diff(CORPUS, attrs.evolve(CORPUS, **corpus))]  # type: ignore[arg-type]


def test_a_boundary_that_moved_is_one_change_under_either_id() -> None:
    moved = attrs.evolve(FIRST, content=(kz.Span(4, 16),))
    assert changes(statements=(moved, SECOND)) == [("changed", "statement", "a.1", "content", ("road is open",))]
    renamed = attrs.evolve(moved, id="a.9")
    assert changes(statements=(renamed, SECOND)) == [
        ("changed", "statement", "a.9", "id", ("road is open",)),
        ("changed", "statement", "a.9", "content", ("road is open",)),
    ]


def test_a_field_deep_within_is_named_by_its_path() -> None:
    voice = kz.Voice("mayor", span=kz.Span(18, 27), kind="title")
    assert changes(statements=(attrs.evolve(FIRST, speaker=voice), SECOND)) == [
        ("changed", "statement", "a.1", "speaker.kind", ("The road is open",))
    ]


def test_a_speaker_or_maker_that_is_another_one_is_one_change() -> None:
    made = kz.Made(by="kzcorpus", rule="r", confidence=0.5)
    old = attrs.evolve(FIRST, made=made)
    new = attrs.evolve(FIRST, speaker=kz.Voice("town", "Town"), made=kz.Made(by="Aigerim", status="accepted"))
    assert [(path, before) for path, before, _ in fields(old, new)] == [("speaker", FIRST.speaker), ("made", made)]
    assert [path for path, _, _ in fields(made, attrs.evolve(made, status="rejected"))] == ["status"]


def test_what_was_added_and_removed_stands_at_its_place() -> None:
    third = kz.Statement("a.3", (kz.Span(18, 32),))
    assert changes(statements=(FIRST, third)) == [
        ("added", "statement", "a.3", "", ("the mayor said",)),
        ("removed", "statement", "a.2", "", ("Nothing is known of the bridge",)),
    ]


def test_blocks_and_mentions_are_matched_by_where_they_stand() -> None:
    assert changes(blocks=(attrs.evolve(BLOCKS[0], kind="deck"), BLOCKS[1])) == [
        ("changed", "block", None, "kind", ("The road is open, the mayor said.",))
    ]
    wider = attrs.evolve(MENTIONS[0], span=kz.Span(22, 27))
    assert changes(mentions=(wider,)) == [
        ("changed", "mention", None, "span", ("mayor",)),
        ("removed", "mention", None, "", ("the bridge",)),
    ]
    assert changes(mentions=(attrs.evolve(wider, type="group"), MENTIONS[1])) == [
        ("removed", "mention", None, "", ("the mayor",)),
        ("added", "mention", None, "", ("mayor",)),
    ]


def test_another_order_is_a_change_where_nothing_else_is() -> None:
    assert changes(statements=(SECOND, FIRST)) == [("changed", "statement", None, ORDER, ())]
    assert changes(mentions=MENTIONS[::-1]) == [("changed", "mention", None, ORDER, ())]


def test_findings_are_matched_by_their_code_and_their_place() -> None:
    assert changes(findings=(kz.Finding("odd", "info"),)) == [("changed", "finding", None, "severity", ())]
    assert changes(findings=(kz.Finding("even"),)) == [("removed", "finding", None, "", ()), ("added", "finding", None, "", ())]


def test_in_an_edited_text_the_same_words_are_the_same_statement() -> None:
    lead = "Oh. "
    moved = attrs.evolve(SECOND, id="a.7", content=(SECOND.content[0].shift(len(lead)),))
    new = kz.Article("a", lead + TEXT, statements=(moved,))
    found = [(one.what, one.id, one.path) for one in kz.diff(CORPUS, attrs.evolve(CORPUS, articles=(new,), corrections=()))]
    assert ("article", "a", "text") in found
    assert ("statement", "a.7", "content") in found
    assert ("statement", "a.1", "") in found


def test_articles_come_and_go_as_a_whole() -> None:
    other = attrs.evolve(CORPUS, articles=(kz.Article("b"),), corrections=())
    assert [(one.kind, one.what, one.id) for one in kz.diff(CORPUS, other)] == [
        ("removed", "article", "a"),
        ("removed", "correction", "k"),
        ("added", "article", "b"),
    ]


def test_records_and_what_ties_statements_together() -> None:
    records = kz.Authority(
        (kz.Actor("mayor", kind="person"),), (kz.Organization("town"),), (), (kz.Tenure("mayor", "mayor", "town", "2021"),)
    )
    assert whole(authority=records) == [
        ("changed", "agent", "mayor", "kind"),
        ("removed", "place", "taraz", ""),
        ("changed", "tenure", None, "since"),
    ]
    assert whole(title="Talks", links=(kz.Link("a.1", "a.2", "same"),), concepts=(kz.Concept("x"),)) == [
        ("changed", "corpus", "c", "title"),
        ("added", "concept", "x", ""),
        ("added", "link", None, ""),
    ]


def test_an_agent_that_becomes_an_organization_is_one_change() -> None:
    records = kz.Authority((), (kz.Organization("mayor"), kz.Organization("town")), (kz.Place("taraz"),), RECORDS.tenures)
    [change] = kz.diff(CORPUS, attrs.evolve(CORPUS, authority=records))
    assert (change.kind, change.path, change.before, change.after) == ("changed", "", kz.Actor("mayor"), kz.Organization("mayor"))


def test_corrections_stand_in_their_article() -> None:
    [change] = kz.diff(CORPUS, attrs.evolve(CORPUS, corrections=(kz.Correction("k", "a", (kz.Span(0, 3),), verdict="reject"),)))
    assert (change.article, change.path, change.quoted) == ("a", "verdict", ("The",))
    assert str(change) == "a: correction k changed in verdict “The”"


@pytest.mark.parametrize(("before", "after"), [(True, 1), (None, False)])
def test_true_is_not_one(before: object, after: object) -> None:
    old, new = (attrs.evolve(FIRST, stances=(kz.Stance("x", one),)) for one in (before, after))  # type: ignore[arg-type]
    assert [path for path, _, _ in fields(old, new)] == ["stances"]
