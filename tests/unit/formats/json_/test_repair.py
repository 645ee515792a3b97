"""What stands in for what does not fit, where things stood before, and what repairs hide."""

from typing import Any

import pytest

from kzcorpus.formats.json_.converter import HOLE
from kzcorpus.formats.json_.jsonreading import Document
from kzcorpus.formats.json_.jsonsyntax import parsed
from kzcorpus.formats.json_.repair import Repair, _bears, _key_at, ids_in
from kzcorpus.model.agents import Actor, Concept, Occasion, Organization, Place
from kzcorpus.model.articles import Article, Block
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.links import Correction, Link, Remark
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement


def repaired(corpus: dict[str, Any], *ways: tuple[str | int, ...]) -> Repair:
    repair = Repair({"schema_version": 1, "corpus": corpus}, Document)
    for way in ways:
        repair.apply(way)
    return repair


@pytest.mark.parametrize(
    ("kind", "borne"),
    [
        (Actor, {"agent"}),
        (Organization, {"agent", "organization"}),
        (Place, {"place"}),
        (Concept, {"concept"}),
        (Occasion, {"occasion"}),
        (Statement, {"statement"}),
        (Article, {"article", "statement"}),
        (Remark, {"remark"}),
        (Correction, {"correction", "statement"}),
        (Authority, {"agent", "organization", "place"}),
        (Corpus, {"agent", "organization", "place", "concept", "occasion", "article", "statement", "remark", "correction"}),
        (Link, set()),
        (Block, set()),
        (Span, set()),
        (tuple[Concept, ...], {"concept"}),
        (str, set()),
    ],
)
def test_what_bears_ids(kind: Any, borne: set[str]) -> None:
    assert _bears(kind) == borne


@pytest.mark.parametrize(
    ("steps", "name", "required"),
    [
        ((), "", True),
        (("corpus",), "corpus", True),
        (("digest",), "digest", False),
        (("corpus", "articles"), "articles", False),
        (("corpus", "articles", 7), "", False),
        (("corpus", "articles", 0, "text"), "text", True),
        (("corpus", "extra", 0, 1), "", False),
    ],
)
def test_what_the_model_has_at_the_end_of_a_way(steps: tuple[str | int, ...], name: str, required: bool) -> None:  # noqa: FBT001
    key = _key_at(Document, steps)
    assert key is not None
    assert (key.name, key.required) == (name, required)


@pytest.mark.parametrize(
    "steps", [("nothing",), ("corpus", 0), ("corpus", "articles", "id"), ("corpus", "id", "x"), ("schema_version", 0), ("nothing", "at", 0)]
)
def test_what_the_model_does_not_have(steps: tuple[str | int, ...]) -> None:
    assert _key_at(Document, steps) is None


def test_ids_at_any_depth() -> None:
    tree = [{"id": "a", "x": [{"id": "b"}, [[{"id": "c"}]]]}, {"id": 7, "y": {"id": "d"}}, {"id": {"id": "e"}}, "id", None]
    assert sorted(ids_in(tree)) == ["a", "b", "c", "d", "e"]
    assert list(ids_in("id")) == []


@pytest.mark.parametrize(
    ("way", "stand_in"),
    [
        (("schema_version",), 1),
        (("corpus",), {"id": "\0"}),
        (("corpus", "id"), "\x001"),
        (("corpus", "articles", 0, "id"), "\x001"),
        (("corpus", "articles", 0, "text"), "\x001"),
        (("corpus", "articles", 0, "blocks", 0, "kind"), "headline"),
        (("corpus", "articles", 0, "blocks", 0, "span"), [0, 0]),
        (("corpus", "articles", 0, "published", "edtf"), "2000"),
        (("corpus", "links", 0, "kind"), "same"),
    ],
)
def test_something_stands_in_for_what_must_not_be_missing(way: tuple[str | int, ...], stand_in: object) -> None:
    article = {"id": "a", "text": 7, "blocks": [{"span": 7, "kind": 7}], "published": {"edtf": 7}}
    repair = repaired({"id": "c", "articles": [article], "links": [{"a": "x", "b": "y", "kind": 7}]}, way)
    here: Any = repair.tree
    for step in way:
        here = here[step]
    assert here == stand_in
    assert repair.touched == {way}


@pytest.mark.parametrize("way", [("digest",), ("corpus", "title"), ("corpus", "articles"), ("corpus", "unknown"), ("corpus", "absent")])
def test_what_may_be_missing_is_taken_out(way: tuple[str | int, ...]) -> None:
    repair = Repair({"schema_version": 1, "digest": 7, "corpus": {"id": "c", "title": 7, "articles": 7, "unknown": 7}}, Document)
    repair.apply(way)
    assert way[-1] not in (repair.tree if len(way) == 1 else repair.tree["corpus"])


def test_an_item_leaves_a_hole_and_its_ids_are_ghosts() -> None:
    articles = [{"id": "a"}, {"id": "b", "statements": [{"id": "s"}]}, {"id": "d"}]
    repair = repaired({"id": "c", "articles": articles}, ("corpus", "articles", 1))
    assert repair.tree["corpus"]["articles"] == [{"id": "a"}, HOLE, {"id": "d"}]
    assert repair.ghosts == {"b", "s"}
    assert repair.vague == {"article", "statement"}
    assert repair.original(("corpus", "articles", 0, "id")) == ("corpus", "articles", 0, "id")
    assert repair.original(("corpus", "articles", 1, "id")) == ("corpus", "articles", 2, "id")
    assert repair.original(("corpus", "links", 1, "a")) == ("corpus", "links", 1, "a")


def test_the_kinds_of_lost_ids_are_vague() -> None:
    assert repaired({"id": "c", "concepts": [{"id": 7}]}, ("corpus", "concepts", 0, "id")).vague == {"concept"}
    assert repaired({"id": "c", "title": 7}, ("corpus", "title")).vague == set()
    assert repaired({"id": 7}, ("corpus", "id")).vague == set()
    assert repaired({"id": "c", "concepts": [{"id": "k", "names": 7}]}, ("corpus", "concepts", 0, "names")).vague == set()


def test_objects_that_repeat_keys_become_plain_and_what_they_lost_is_a_ghost() -> None:
    repair = Repair(parsed('{"schema_version": 1, "corpus": {"id": "c", "concepts": [{"id": "k"}], "concepts": [{"id": "l"}]}}'), Document)
    assert type(repair.tree["corpus"]) is dict
    assert repair.tree["corpus"]["concepts"] == [{"id": "l"}]
    assert repair.ghosts == {"k"}
    whole = Repair(parsed('{"corpus": {"id": "x"}, "corpus": {"id": "y"}}'), Document)
    assert type(whole.tree) is dict
    assert (whole.tree, whole.ghosts, whole.touched) == ({"corpus": {"id": "y"}}, {"x"}, set())
