"""Laws of refusal: a document that was changed anywhere is refused there, everything at once, and nothing else is blamed."""

import copy
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_ import jsonfile, jsonlines
from kzcorpus.formats.json_.jsonreading import Document, converter
from kzcorpus.formats.json_.quickreading import reader
from kzcorpus.formats.json_.schema import json_schema
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.findings import Finding
from kzcorpus.strategies import corpora

Tree = dict[str, Any]
Way = tuple[Any, ...]
Changes = Iterator[tuple[Way, Way, Callable[[Tree], object]]]
"""Changes: the way to what changes, the way that is to be blamed, and how to change a document."""

EVERY_FIELD = (Path(__file__).parents[1] / "golden" / "every_field.json").read_text(encoding="utf-8")
LINES = (Path(__file__).parents[1] / "golden" / "every_field.jsonl").read_text(encoding="utf-8")
SCHEMA = jsonschema.Draft202012Validator(json_schema())

WRONG: dict[type, list[object]] = {
    str: [7, True, None, 1.5, [], ["x"], {}, {"id": "x"}],
    bool: [1.5, "true", None, [], {}],
    int: [1.5, "1", None, [], {}],
    float: ["0.5", True, None, [], {}],
    list: [{}, {"0": 1}, "x", 7, True, None],
    dict: [[], ["x"], "x", 7, 0.5, True, None],
}
WRONG_SPANS: list[object] = [
    [],
    [0],
    [0, 1, 2],
    [-1, 2],
    [True, 2],
    [0, 1.5],
    ["0", "1"],
    [None, 2],
    [0, [1]],
    [0, 2**63],
    "0-1",
    {"start": 0},
    7,
    None,
]
BEYOND_SCHEMA: list[object] = [[3, 2], [0, 1.0]]

REQUIRED = {
    "articles": ("id", "text"),
    "blocks": ("span", "kind"),
    "mentions": ("span", "type"),
    "dateline": ("span",),
    "published": ("edtf",),
    "said": ("edtf",),
    "when": ("edtf",),
    "names": ("text",),
    "stances": ("concept",),
    "findings": ("code", "severity", "message"),
    "tenures": ("holder",),
    "links": ("a", "b", "kind"),
    "corrections": ("id", "article"),
    **dict.fromkeys(("statements", "value", "actors", "organizations", "places", "concepts", "occasions", "remarks"), ("id",)),
}
"""What the objects of each collection, or under each key, must have."""
REFERENCES = (
    "entity",
    "literal",
    "place",
    "concept",
    "within",
    "part_of",
    "seat",
    "holder",
    "body",
    "broader",
    "speaker",
    "a",
    "b",
    "article",
)


def is_span(value: Any) -> Any:
    return isinstance(value, list) and len(value) == 2 and all(type(end) is int for end in value)


def at(tree: Tree, way: Way) -> Any:
    for step in way:
        tree = tree[step]
    return tree


def path(way: Way) -> Any:
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way)


def walk(tree: Tree) -> Iterator[tuple[Way, Any]]:
    """Yield the way to every value but the ends of spans and the digests, with the value."""
    stack: list[tuple[Way, Any]] = [((), tree)]
    while stack:
        way, value = stack.pop()
        if not way or way[-1] not in ("digest", "text_sha256"):
            yield way, value
        if isinstance(value, dict):
            stack.extend(((*way, key), item) for key, item in value.items())
        elif isinstance(value, list) and not is_span(value):
            stack.extend(((*way, index), item) for index, item in enumerate(value))


class Pairs(list[tuple[str, Any]]):
    """An object as a list of its keys and values, so that a key can stand there twice."""


def as_text(value: Any) -> str:
    if isinstance(value, Pairs):
        return "{" + ", ".join(f"{json.dumps(key)}: {as_text(item)}" for key, item in value) + "}"
    if isinstance(value, dict):
        return as_text(Pairs(value.items()))
    return f"[{', '.join(map(as_text, value))}]" if isinstance(value, list) else json.dumps(value)


def put(way: Way, value: object) -> Callable[[Tree], None]:
    def change(tree: Tree) -> None:
        at(tree, way[:-1])[way[-1]] = copy.deepcopy(value)

    return change


def drop(way: Way) -> Callable[[Tree], None]:
    def change(tree: Tree) -> None:
        del at(tree, way[:-1])[way[-1]]

    return change


def wrong_values(tree: Tree, spans: Iterable[object] = (*WRONG_SPANS, *BEYOND_SCHEMA)) -> Changes:
    for way, value in walk(tree):
        if way:
            choices = spans if is_span(value) else WRONG[type(value)]
            yield from ((way, way, put(way, wrong)) for wrong in choices)


def missing_keys(tree: Tree) -> Changes:
    for way, value in walk(tree):
        names = [step for step in way if isinstance(step, str)]
        if isinstance(value, dict):
            for key in REQUIRED.get(names[-1], ()) if names else ("schema_version", "corpus"):
                yield (*way, key), (*way, key), drop((*way, key))


def unknown_keys(tree: Tree) -> Changes:
    for way, value in walk(tree):
        if isinstance(value, dict):
            yield (*way, "txet"), (*way, "txet"), put((*way, "txet"), {"id": 7, "text": [None]})


def repeated_keys(tree: Tree) -> Changes:
    for way, value in walk(tree):
        if way and isinstance(way[-1], str):
            # the last one counts, and is as it was: nothing else is wrong
            yield way, way, put(way, Twice(value))


class Twice:
    """A value whose key is written twice."""

    def __init__(self, value: Any) -> None:
        self.value = value


def doubled(value: Any) -> Any:
    """Return a tree with every key of a ``Twice`` written twice, first with another value."""
    if isinstance(value, dict):
        pairs = Pairs()
        for key, item in value.items():
            if isinstance(item, Twice):
                pairs.append((key, None))
            pairs.append((key, doubled(item.value if isinstance(item, Twice) else item)))
        return pairs
    return [doubled(item) for item in value] if isinstance(value, list) else value


@st.composite
def changed(draw: st.DrawFn, *kinds: Callable[[Tree], Changes], most: int = 6) -> tuple[Tree, set[str]]:
    """Draw a document with changes in it, none inside another, and the paths to be blamed."""
    tree = json.loads(draw(st.one_of(st.just(EVERY_FIELD), corpora().map(jsonfile.dumps))))
    changes = [change for kind in kinds for change in kind(tree)]
    assume(changes)
    kept: list[tuple[Way, Way, Callable[[Tree], object]]] = []
    for way, blamed, change in draw(st.lists(st.sampled_from(changes), min_size=1, max_size=most)):
        if all(way[: len(other)] != other and other[: len(way)] != way for other, _, _ in kept):
            kept.append((way, blamed, change))
    for _, _, change in kept:
        change(tree)
    return tree, {path(blamed) for _, blamed, _ in kept}


def blamed(document: str) -> set[str | None]:
    with pytest.raises(DecodeError) as caught:
        jsonfile.loads(document)
    return {finding.path for finding in caught.value.findings}


STRUCTURE = (wrong_values, missing_keys, unknown_keys)


@given(changed(*STRUCTURE, repeated_keys))
def test_every_change_is_refused_at_once_each_at_its_place_and_nothing_else_is_blamed(case: tuple[Tree, set[str]]) -> None:
    tree, expected = case
    assert blamed(as_text(doubled(tree))) == expected


@given(changed(*STRUCTURE))
def test_lines_are_refused_as_the_document_is(case: tuple[Tree, set[str]]) -> None:
    tree, expected = case
    corpus: Any = tree.get("corpus")
    assume(isinstance(corpus, dict) and isinstance(corpus.get("articles", []), list))
    lines = [tree, *corpus.pop("articles", [])]
    tree.pop("digest", None)
    with pytest.raises(DecodeError) as caught:
        jsonlines.loads("\n".join(map(json.dumps, lines)))
    places = [(finding.line or 0, finding.path or "") for finding in caught.value.findings]
    assert {f"$.corpus.articles[{line - 2}]{path[1:]}" if line > 1 else path for line, path in places} == expected


@given(changed(lambda tree: wrong_values(tree, WRONG_SPANS), missing_keys, unknown_keys))
def test_the_schema_refuses_it_too(case: tuple[Tree, set[str]]) -> None:
    tree, _ = case
    assert not SCHEMA.is_valid(tree)


def dangling_ids(tree: Tree) -> Changes:
    for way, value in walk(tree):
        listed = way[-2:-1] in (("participants",), ("refs",)) or (way[-2:-1] == ("statements",) and way[-4:-3] == ("remarks",))
        if listed or (isinstance(value, str) and way[-1] in REFERENCES and "extra" not in way):
            yield way, way, put(way, "\u2205")


def spans_outside(tree: Tree) -> Changes:
    for way, value in walk(tree):
        # the text of a value is that of its article, and blocks depend on each other
        if is_span(value) and "blocks" not in way and way[:2] == ("corpus", "articles"):
            yield way, way, put(way, [0, 10**9])


def changed_texts(tree: Tree) -> Changes:
    for way, value in walk(tree):
        if isinstance(value, dict) and "text_sha256" in value:
            yield (*way, "text"), (*way, "text_sha256"), put((*way, "text"), value["text"] + "\n")


@given(changed(dangling_ids, spans_outside, changed_texts, unknown_keys))
def test_what_does_not_hold_together_is_refused_with_the_rest(case: tuple[Tree, set[str]]) -> None:
    tree, expected = case
    assert blamed(json.dumps(tree)) == expected


def outcome(read: Callable[[], Any]) -> Any:
    """Return what is read, or that nothing is."""
    try:
        return read()
    except Exception:  # noqa: BLE001 -- the quick way may raise anything
        return None


def plain(tree: Tree) -> Tree:
    """Return the values of a document without the digests of its texts, which are taken out before classes are made."""
    corpus = tree.get("corpus")
    articles = corpus.get("articles") if isinstance(corpus, dict) else None
    for article in articles if isinstance(articles, list) else ():
        if isinstance(article, dict):
            article.pop("text_sha256", None)
    return tree


@given(changed(*STRUCTURE, changed_texts))
def test_the_quick_way_refuses_what_the_patient_one_refuses(case: tuple[Tree, set[str]]) -> None:
    tree = plain(case[0])
    patient = outcome(lambda: converter().structure(tree, Document))
    quick = outcome(lambda: reader(Document)(tree))
    assert (quick is None) is (patient is None)


TOKENS = st.one_of(
    st.sampled_from(
        [
            "",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            '"',
            "\\",
            "\n",
            "0",
            "-",
            "1e9999",
            "null",
            "true",
            "NaN",
            '"id"',
            '"a1.s1"',
            "\\ud800",
            "\ufeff",
        ]
    ),
    st.text(max_size=3),
)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 4), TOKENS), min_size=1, max_size=4)


def outcome_of(form: Any, document: str) -> tuple[Corpus | None, tuple[Finding, ...]]:
    try:
        return form.loads(document), ()
    except DecodeError as error:
        return None, error.findings


@given(EDITS, st.sampled_from([(jsonfile, EVERY_FIELD), (jsonlines, LINES)]))
def test_whatever_is_edited_is_refused_or_read_and_nothing_else_happens(edits: list[tuple[float, int, str]], case: tuple[Any, str]) -> None:
    form, document = case
    for place, length, token in edits:
        start = int(place * len(document))
        document = document[:start] + token + document[start + length :]
    corpus, found = outcome_of(form, document)
    assert all(finding.path or finding.line for finding in found)
    assert corpus is None or form.loads(form.dumps(corpus)) == corpus
