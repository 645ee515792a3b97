"""The quick answer to whether a corpus is sound: yes for one that is, no with any one thing about it wrong.

The corpus is the one in which every field is set, but for what the quick answer does not look at. That it never says yes where something is
wrong is a law of tests/property/test_soundness_laws.py.
"""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from kzcorpus.formats.json_ import jsonfile
from kzcorpus.formats.json_.jsonreading import Document, attempt
from kzcorpus.model.articles import Article, Block
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.findings import Finding
from kzcorpus.model.integrity import corpus_faults
from kzcorpus.model.soundness import is_sound, stands_alone
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement
from kzcorpus.model.values import draft

EVERY_FIELD = jsonfile.loads((Path(__file__).parents[2] / "golden" / "every_field.json").read_bytes())
CORPUS = attrs.evolve(
    EVERY_FIELD,
    corrections=(),
    articles=tuple(attrs.evolve(one, findings=(Finding("x", spans=(Span(0, 1),)),)) for one in EVERY_FIELD.articles),
)
TREE = json.loads(jsonfile.dumps(CORPUS))
REFERRING = (
    *("part_of", "seat", "holder", "body", "entity", "literal", "place", "concept", "broader", "occasion", "speaker", "a", "b"),
    *("participants", "statements", "within"),
)
Way = tuple[str | int, ...]


def ways(tree: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    """Yield every value in a document with the way to it."""
    yield way, tree
    for step, item in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from ways(item, (*way, step))


def is_span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value)


def names(way: Way) -> list[str]:
    return [step for step in way if isinstance(step, str)]


SPANS = [way for way, value in ways(TREE["corpus"]) if is_span(value)]
REFERENCES = [way for way, value in ways(TREE["corpus"]) if isinstance(value, str) and names(way)[-1] in REFERRING]
IDS = [way for way, _ in ways(TREE["corpus"]) if way[-1:] == ("id",) and len(way) > 1]


def changed(*changes: tuple[Way, Any]) -> Corpus:
    """Return a draft of the corpus with other values at some places."""
    tree = copy.deepcopy(TREE)
    for way, value in changes:
        here = tree["corpus"]
        for step in way[:-1]:
            here = here[step]
        here[way[-1]] = value
    for article in tree["corpus"]["articles"]:
        article.pop("text_sha256", None)
    document = attempt(tree, Document)
    assert document is not None
    corpus: Corpus = document.corpus
    return corpus


def test_what_is_sound_is_known_to_be() -> None:
    assert (len(SPANS), len(REFERENCES), len(IDS)) == (30, 33, 18)
    assert is_sound(CORPUS)
    assert is_sound(changed())
    assert not is_sound(EVERY_FIELD)  # it has corrections, which are never looked at


@pytest.mark.parametrize("way", SPANS, ids=str)
def test_a_span_outside_its_text_is_found(way: Way) -> None:
    corpus = changed((way, [0, 10**6]))
    assert not is_sound(corpus)
    assert next(corpus_faults(corpus, deep=True), None) is not None


@pytest.mark.parametrize("way", REFERENCES, ids=str)
def test_a_reference_to_nothing_is_found(way: Way) -> None:
    corpus = changed((way, "nobody"))
    assert not is_sound(corpus)
    assert next(corpus_faults(corpus, deep=True), None) is not None


@pytest.mark.parametrize("way", IDS[1:], ids=str)
def test_an_id_that_something_else_bears_is_found(way: Way) -> None:
    corpus = changed((way, "a2"), (("articles", 1, "id"), "a2"))
    assert is_sound(corpus) is (way == ("articles", 1, "id"))


@pytest.mark.parametrize(("path", "field"), [("occasions", "when"), ("remarks", "said")])
def test_a_date_outside_articles_has_no_place_in_a_text(path: str, field: str) -> None:
    assert not is_sound(changed(((path, 0, field), {"edtf": "2022", "span": [0, 0]})))
    assert is_sound(changed(((path, 0, field), {"edtf": "2022"})))


def test_circles_are_found() -> None:
    assert not is_sound(changed((("concepts", 1, "broader"), "bridges")))
    assert not is_sound(changed((("authority", "places", 1, "part_of"), "astana")))
    assert not is_sound(changed((("articles", 0, "statements", 0, "within"), "a1.s3")))
    assert is_sound(changed((("articles", 0, "statements", 1, "within"), "a1.s3")))
    assert not is_sound(changed((("articles", 0, "statements", 1, "within"), "a2.s1")))


@pytest.mark.parametrize(
    ("finding", "known"),
    [
        (Finding("x"), True),
        (Finding("x", spans=(Span(0, 5),)), True),
        (Finding("x", spans=(Span(0, 5), Span(0, 6))), False),
        (Finding("x", article="a"), False),
        (Finding("x", refs=("a",)), False),
    ],
)
def test_findings_about_anything_else_are_too_rare_to_know(finding: Finding, known: bool) -> None:  # noqa: FBT001
    assert stands_alone(draft(Article, id="a", text="words", findings=(finding,))) is known


@pytest.mark.parametrize(
    ("spans", "tiles"),
    [
        ([], True),
        ([(0, 4)], True),
        ([(0, 1), (3, 4)], True),
        ([(0, 1), (1, 4)], True),
        ([(0, 1)], False),
        ([(3, 4)], False),
        ([(0, 2), (1, 4)], False),
        ([(0, 4), (4, 4)], True),
        ([(0, 4), (0, 4)], False),
        ([(0, 5)], False),
        ([(0, 1), (3, 9)], False),
        ([(3, 4), (0, 1)], False),
    ],
)
def test_blocks_tile_a_text_but_for_white_space(spans: list[tuple[int, int]], tiles: bool) -> None:  # noqa: FBT001
    blocks = tuple(Block(Span(*span), "paragraph") for span in spans)
    article = draft(Article, id="a", text="a\n\tb", blocks=blocks)
    assert stands_alone(article) is tiles


def test_statements_of_one_article_have_ids_of_their_own() -> None:
    for ids, alone in ((("s", "t"), True), (("s", "s"), False)):
        assert stands_alone(draft(Article, id="a", statements=tuple(map(Statement, ids)))) is alone
