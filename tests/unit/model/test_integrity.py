"""One thing broken in a sound corpus is one fault, at its path; several are all named."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import kzcorpus.strategies as kzst
from kzcorpus import (
    Actor,
    Article,
    Authority,
    Block,
    Concept,
    Corpus,
    Correction,
    Dateline,
    Finding,
    Link,
    Mention,
    ModelError,
    Occasion,
    Organization,
    Place,
    Remark,
    Setting,
    Source,
    Span,
    Stance,
    Statement,
    Tenure,
    Voice,
    When,
)
from kzcorpus.model.integrity import article_faults, article_spans, authority_faults, circular, corpus_faults
from kzcorpus.model.references import authority_references, corpus_references
from kzcorpus.model.values import draft

TEXT = "Astana agreed, he said."
HERE, FAR = Span(0, 6), Span(0, 24)


def sound() -> Corpus:
    voice = Voice("p", span=HERE)
    said = When("2022-10-14", span=HERE)
    statement = Statement(
        "s", (HERE,), None, voice, (HERE,), (HERE,), None, (HERE,), (voice,), (voice,), "t", Setting("o", span=HERE), said, (Stance("c"),)
    )
    article = Article(
        "a",
        TEXT,
        Source(voice),
        published=said,
        dateline=Dateline(HERE, "l", said),
        bylines=(voice,),
        blocks=(Block(Span(0, 23), "paragraph"),),
        mentions=(Mention(HERE, "place", "l", when=said, literal="l"),),
        statements=(statement, Statement("t"), Statement("u", within="s")),
        findings=(Finding("x", spans=(HERE,), refs=("s", "l")), Finding("x", article="b", spans=(Span(0, 1),))),
    )
    value = attrs.evolve(statement, id="new")
    return Corpus(
        "corpus",
        articles=(article, Article("b", "B")),
        authority=Authority(
            (Actor("p"),),
            (Organization("g", part_of="h", seat="l"), Organization("h")),
            (Place("l", part_of="m"), Place("m")),
            (Tenure("p", body="g"),),
        ),
        concepts=(Concept("c", broader="d"), Concept("d")),
        occasions=(Occasion("o", when=When("2022"), place="l", participants=("p", "g")),),
        links=(Link("s", "t", "same"),),
        remarks=(Remark("r", "p", ("s", "t"), When("2022"), "o"),),
        corrections=(Correction("x", "a", (HERE,), ("Astana",), value=value),),
    )


def steps(path: str) -> list[str | int]:
    return [int(step) if step.isdigit() else step for step in path.replace("[", ".").replace("]", "").split(".")]


def put(value: Any, way: list[str | int], new: Any) -> Any:
    """Return the value with the part at the end of the way replaced, unchecked."""
    if not way:
        return new
    step, *rest = way
    if isinstance(step, int):
        return (*value[:step], put(value[step], rest, new), *value[step + 1 :])
    parts = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    return draft(type(value), **parts | {step: put(parts[step], rest, new)})


def changed(**parts: Any) -> Corpus:
    corpus = sound()
    for path, new in parts.items():
        corpus = put(corpus, steps(path), new)
    return corpus


def faults(corpus: Corpus) -> list[str]:
    return [str(fault) for fault in corpus_faults(corpus, deep=True)]


DANGLING = {
    **dict.fromkeys(
        [
            *("authority.organizations[0].part_of", "authority.tenures[0].body"),
        ],
        "an organization",
    ),
    **dict.fromkeys(
        [
            *("authority.tenures[0].holder", "articles[0].source.outlet.entity", "articles[0].bylines[0].entity", "remarks[0].speaker"),
            *("articles[0].statements[0].speaker.entity", "articles[0].statements[0].addressees[0].entity", "occasions[0].participants[1]"),
            *("articles[0].statements[0].via[0].entity", "corrections[0].value.speaker.entity"),
        ],
        "an agent",
    ),
    **dict.fromkeys(
        [
            *(
                "authority.organizations[0].seat",
                "authority.places[0].part_of",
                "articles[0].dateline.place",
                "articles[0].mentions[0].literal",
            ),
            "occasions[0].place",
        ],
        "a place",
    ),
    **dict.fromkeys(
        ["articles[0].statements[0].occasion.occasion", "remarks[0].occasion", "corrections[0].value.occasion.occasion"], "an occasion"
    ),
    **dict.fromkeys(
        ["concepts[0].broader", "articles[0].statements[0].stances[0].concept", "corrections[0].value.stances[0].concept"], "a concept"
    ),
    **dict.fromkeys(
        [
            *(
                "articles[0].statements[0].within",
                "articles[0].statements[2].within",
                "links[0].a",
                "links[0].b",
                "remarks[0].statements[1]",
            ),
            "corrections[0].value.within",
        ],
        "a statement",
    ),
    **dict.fromkeys(["articles[0].findings[1].article", "corrections[0].article"], "an article"),
    "articles[0].mentions[0].entity": "an agent or a place or an occasion",
    "articles[0].findings[0].refs[1]": (
        "an agent or a place or an occasion or an article or a statement or a concept or a remark or a correction"
    ),
}
OUTSIDE = (
    *("articles[0].source.outlet", "articles[0].published", "articles[0].dateline", "articles[0].dateline.when", "articles[0].bylines[0]"),
    *("articles[0].mentions[0]", "articles[0].mentions[0].when", "articles[0].statements[0].speaker", "articles[0].statements[0].via[0]"),
    *("articles[0].statements[0].addressees[0]", "articles[0].statements[0].occasion", "articles[0].statements[0].said"),
    *("corrections[0].value.speaker", "corrections[0].value.said", "corrections[0].value.occasion"),
)
OUTSIDE_LISTS = (
    *("articles[0].statements[0].content[0]", "articles[0].statements[0].cue[0]", "articles[0].statements[0].verbatim[0]"),
    *("articles[0].statements[0].hedges[0]", "articles[0].findings[0].spans[0]", "corrections[0].value.content[0]"),
)
REPEATED = {
    "articles[1].id": ("a", "articles[0]"),
    "articles[0].statements[1].id": ("s", "articles[0].statements[0]"),
    "authority.actors[0].id": ("u", "articles[0].statements[2]"),
    "authority.organizations[1].id": ("g", "authority.organizations[0]"),
    "authority.places[1].id": ("a", "articles[0]"),
    "concepts[1].id": ("c", "concepts[0]"),
    "occasions[0].id": ("p", "authority.actors[0]"),
    "remarks[0].id": ("o", "occasions[0]"),
    "corrections[0].id": ("r", "remarks[0]"),
}
CIRCLES = {
    "articles[0].statements[1].within": ("s", ["articles[0].statements[0].within", "articles[0].statements[1].within"]),
    "articles[0].statements[2].within": ("u", ["articles[0].statements[2].within"]),
    "authority.organizations[1].part_of": ("g", ["authority.organizations[0].part_of", "authority.organizations[1].part_of"]),
    "authority.places[1].part_of": ("l", ["authority.places[0].part_of", "authority.places[1].part_of"]),
    "concepts[1].broader": ("c", ["concepts[0].broader", "concepts[1].broader"]),
    "corrections[0].value.within": ("new", ["corrections[0].value.within"]),
}


def paths(corpus: Corpus) -> list[str]:
    return [fault.path for fault in corpus_faults(corpus, deep=True)]


def test_the_corpus_to_break_is_sound() -> None:
    assert faults(sound()) == []
    assert attrs.evolve(sound()) == sound()


@pytest.mark.parametrize("path", DANGLING)
def test_a_reference_to_nothing_is_named(path: str) -> None:
    assert faults(changed(**{path: "nothing"})) == [f"{path}: found 'nothing', expected the id of {DANGLING[path]}"]


@pytest.mark.parametrize("path", [path for path in DANGLING if "refs" not in path])
def test_a_reference_to_a_thing_of_another_kind_is_named(path: str) -> None:
    wrong = "l" if "place" not in DANGLING[path] else "d"
    assert path in paths(changed(**{path: wrong}))


@pytest.mark.parametrize("path", [*(f"{path}.span" for path in OUTSIDE), *OUTSIDE_LISTS])
def test_a_span_outside_the_text_is_named(path: str) -> None:
    assert faults(changed(**{path: FAR})) == [f"{path}: found 0, 24, expected a span within the 23 code points of the text"]


def test_a_span_outside_the_text_of_another_article_is_named() -> None:
    path = "articles[0].findings[1].spans[0]"
    assert faults(changed(**{path: Span(0, 2)})) == [f"{path}: found 0, 2, expected a span within the 1 code points of the text"]


def test_every_span_of_an_article_can_be_broken() -> None:
    told = {f"articles[0].{path}" for path, _ in article_spans(sound().articles[0])}
    assert told == {path for path in (*(f"{path}.span" for path in OUTSIDE), *OUTSIDE_LISTS) if path.startswith("articles[0]")}


@pytest.mark.parametrize("path", REPEATED)
def test_a_repeated_id_is_named_once(path: str) -> None:
    id_, first = REPEATED[path]
    assert f"{path}: found the id {id_!r} again, expected one that {first} does not bear" in faults(changed(**{path: id_}))
    assert paths(changed(**{path: id_})).count(path) == 1


@pytest.mark.parametrize("path", CIRCLES)
def test_a_circle_is_named_at_every_place_on_it(path: str) -> None:
    id_, expected = CIRCLES[path]
    assert paths(changed(**{path: id_})) == expected


@pytest.mark.parametrize("path", ["occasions[0].when.span", "remarks[0].said.span"])
def test_a_date_outside_an_article_has_no_span(path: str) -> None:
    assert faults(changed(**{path: HERE})) == [f"{path}: found Span(0, 6), expected none outside an article"]


def test_several_things_broken_are_all_named() -> None:
    broken = dict.fromkeys(DANGLING, "nothing") | {f"{path}.span": FAR for path in OUTSIDE if path.startswith("articles")}
    found = paths(changed(**broken))
    # a correction of no article has no text to be held against
    assert sorted(found) == sorted(broken.keys() - {"corrections[0].value.within"})


def test_the_constructors_raise_what_the_checks_find() -> None:
    corpus = changed(**{"links[0].a": "nothing", "concepts[1].broader": "c", "remarks[0].id": "o"})
    parts = {field.name: getattr(corpus, field.name) for field in attrs.fields(Corpus)}
    with pytest.raises(ModelError) as caught:
        Corpus(**parts)
    assert [fault.path for fault in caught.value.faults] == [f"Corpus.{path}" for path in paths(corpus)]


ALONE: list[tuple[Callable[..., Any], str, str, object]] = [
    (article_faults, "articles[0]", "statements[1].id", "s"),
    (authority_faults, "authority", "organizations[1].id", "g"),
]


@pytest.mark.parametrize(("check", "root", "path", "id_"), ALONE)
def test_repeated_ids_are_left_to_the_corpus_where_a_part_is_not_alone(check: Callable[..., Any], root: str, path: str, id_: str) -> None:
    part: Any = changed(**{f"{root}.{path}": id_})
    for step in steps(root):
        part = part[step] if isinstance(step, int) else getattr(part, step)
    assert path in [fault.path for fault in check(part)]
    assert path not in [fault.path for fault in check(part, alone=False)]


@pytest.mark.parametrize(
    ("parents", "expected"),
    [
        ({}, []),
        ({"a": None, "b": "a", "c": "b"}, []),
        ({"a": "a"}, ["a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b", "c"]),
        ({"x": "a", "a": "b", "b": "a", "y": "x", "c": "d", "d": "c"}, ["a", "b", "c", "d"]),
        ({"a": "nowhere"}, []),
    ],
)
def test_circles(parents: dict[str, str | None], expected: list[str]) -> None:
    assert list(circular(parents)) == expected


def test_a_long_chain_and_a_long_circle_need_no_deep_stack() -> None:
    chain: dict[str, str | None] = {str(n): str(n + 1) for n in range(100_000)}
    assert list(circular(chain)) == []
    assert len(list(circular(chain | {"99999": "0"}))) == 100_000


# any corpus


def references(corpus: Corpus) -> list[str]:
    """Return the path of every reference that is set."""
    found = [*corpus_references(corpus), *(ref._replace(path=f"authority.{ref.path}") for ref in authority_references(corpus.authority))]
    nested = [
        f"articles[{i}].statements[{j}].within" for i, a in enumerate(corpus.articles) for j, s in enumerate(a.statements) if s.within
    ]
    return [ref.path for ref in found if ref.id is not None] + nested


def bearers(corpus: Corpus) -> list[str]:
    """Return the path of every id."""
    names = (
        "articles",
        "authority.actors",
        "authority.organizations",
        "authority.places",
        "concepts",
        "occasions",
        "remarks",
        "corrections",
    )
    own = [f"{name}[{i}].id" for name in names for i in range(len(at(corpus, name)))]
    return own + [f"articles[{i}].statements[{j}].id" for i, a in enumerate(corpus.articles) for j in range(len(a.statements))]


def at(value: Any, path: str) -> Any:
    for step in steps(path):
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


@given(kzst.corpora(), st.data())
def test_in_any_corpus_references_to_nothing_are_named(corpus: Corpus, data: st.DataObject) -> None:
    known = references(corpus)
    assume(known)
    chosen = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True))
    nothing = "+".join(at(corpus, path) for path in bearers(corpus)) + "+"
    broken = corpus
    for path in chosen:
        broken = put(broken, steps(path), nothing)
    lost = {f"corrections[{i}].value.within" for i in range(len(corpus.corrections)) if f"corrections[{i}].article" in chosen}
    assert set(paths(broken)) >= set(chosen) - lost


@given(kzst.corpora(min_articles=1), st.data())
def test_in_any_article_spans_outside_the_text_are_named(corpus: Corpus, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(corpus.articles) - 1))
    article = corpus.articles[index]
    known = [path for path, _ in article_spans(article)]
    assume(known)
    end = len(article.text) + data.draw(st.integers(1, 10))
    chosen = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True))
    broken = article
    for path in chosen:
        broken = put(broken, steps(path), Span(end, end))
    assert [fault.path for fault in article_faults(broken)] == [path for path in known if path in chosen]
    parts = {field.name: getattr(broken, field.name) for field in attrs.fields(Article)}
    with pytest.raises(ModelError) as caught:
        Article(**parts)
    assert {fault.path for fault in caught.value.faults} == {f"Article.{path}" for path in chosen}


@given(kzst.corpora(), st.data())
def test_in_any_corpus_a_repeated_id_is_named(corpus: Corpus, data: st.DataObject) -> None:
    known = bearers(corpus)
    assume(len(known) > 1)
    first, second = data.draw(st.lists(st.sampled_from(known), min_size=2, max_size=2, unique=True))
    found = paths(put(corpus, steps(second), at(corpus, first)))
    assert [path for path in found if path in (first, second)] != []


@given(kzst.corpora(min_articles=1), st.data())
def test_in_any_corpus_a_closed_circle_is_named(corpus: Corpus, data: st.DataObject) -> None:
    names = {"authority.organizations": "part_of", "authority.places": "part_of", "concepts": "broader"}
    names |= {f"articles[{i}].statements": "within" for i in range(len(corpus.articles))}
    chains = [(name, field) for name, field in names.items() if at(corpus, name)]
    assume(chains)
    name, field = data.draw(st.sampled_from(chains))
    parents = {item.id: getattr(item, field) for item in at(corpus, name)}
    bottom = data.draw(st.sampled_from(sorted(parents)))
    trail = [bottom]
    while (parent := parents[trail[-1]]) is not None:
        trail.append(parent)
    order = list(parents)
    closed = put(corpus, steps(f"{name}[{order.index(trail[-1])}].{field}"), bottom)
    assert set(paths(closed)) == {f"{name}[{order.index(id_)}].{field}" for id_ in trail}
