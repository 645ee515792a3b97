"""The steps from earlier versions, each by itself; whole documents of version 0 are in tests/golden."""

import copy
from typing import Any

import pytest

from kzcorpus.formats.json_ import migrations
from kzcorpus.formats.json_.jsonsyntax import parsed

ARTICLE: dict[str, Any] = {"id": "a", "text": "", "sha256": "x", "quotes": [{"content": [{"start": 0, "end": 4}]}]}
MIGRATED = {"id": "a", "text": "", "text_sha256": "x", "statements": [{"content": [[0, 4]]}]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"span": {"start": 0, "end": 4}}, {"span": [0, 4]}),
        ({"span": {"end": 4, "start": 0}}, {"span": [0, 4]}),
        ([{"start": "x", "end": None}], [["x", None]]),
        ([[{"start": 1, "end": 2}], {"a": [{"start": 3, "end": 4}]}], [[[1, 2]], {"a": [[3, 4]]}]),
        ({"start": 0, "end": 4}, {"start": 0, "end": 4}),
        ({"span": {"start": 0}}, {"span": {"start": 0}}),
        ({"span": {"start": 0, "end": 4, "x": 1}}, {"span": {"start": 0, "end": 4, "x": 1}}),
        ({"a": "start", "b": 7, "c": None}, {"a": "start", "b": 7, "c": None}),
    ],
)
def test_spans_become_pairs(before: Any, after: Any) -> None:
    migrations.pair_spans(before)
    assert before == after


def test_keys_are_renamed_where_they_stand() -> None:
    article = {"sha256": "x", "quotes": [], "id": "a"}
    migrations.name_statements(article)
    migrations.name_text_digest(article)
    assert list(article.items()) == [("text_sha256", "x"), ("statements", []), ("id", "a")]


@pytest.mark.parametrize("article", [{"quotes": [1], "statements": [2]}, {"statements": [2]}, [["quotes", 1]], "quotes", None])
def test_what_does_not_look_so_is_passed_over(article: Any) -> None:
    before = copy.deepcopy(article)
    migrations.name_statements(article)
    assert article == before


def test_objects_that_repeat_keys_stay_as_they_are() -> None:
    article = parsed('{"quotes": [], "quotes": [1]}')
    migrations.name_statements(article)
    assert article == {"quotes": [1]}
    assert article.repeated == {"quotes": 2}


def test_a_document_and_an_article_alone_take_the_same_steps() -> None:
    tree = {"schema_version": 0, "corpus": {"id": "c", "articles": [copy.deepcopy(ARTICLE), 7]}}
    migrations.migrate(tree, 0)
    assert tree == {"schema_version": 1, "corpus": {"id": "c", "articles": [MIGRATED, 7]}}
    article = copy.deepcopy(ARTICLE)
    migrations.migrate_article(article, 0)
    assert article == MIGRATED


def test_what_is_of_this_version_stays() -> None:
    article, tree = copy.deepcopy(ARTICLE), {"schema_version": 7, "corpus": {"articles": [copy.deepcopy(ARTICLE)]}}
    migrations.migrate_article(article, 1)
    assert article == ARTICLE
    migrations.migrate(tree, 1)
    assert tree == {"schema_version": 1, "corpus": {"articles": [ARTICLE]}}


@pytest.mark.parametrize("corpus", [None, 7, [], "articles", {"articles": 7}, {"articles": None}, {}])
def test_odd_documents_are_left_for_the_reader(corpus: Any) -> None:
    tree: dict[str, Any] = {"schema_version": 0, "corpus": corpus}
    migrations.migrate(tree, 0)
    assert tree == {"schema_version": 1, "corpus": corpus}
    for row in (7, None, "x"):
        migrations.migrate_article(row, 0)


def test_there_is_a_step_from_every_earlier_version() -> None:
    assert migrations.FIRST_VERSION == 0
    assert sorted(migrations.STEPS) == [0]
