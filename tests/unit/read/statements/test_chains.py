from collections.abc import Callable

import attrs
import pytest

from kzcorpus.model.agents import Organization
from kzcorpus.model.articles import Article, Source
from kzcorpus.model.authorities import Authority
from kzcorpus.model.dates import When
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Voice
from kzcorpus.read.stages import Passage, Reading
from kzcorpus.read.statements import find_statements
from kzcorpus.read.statements.chains import nested

Read = Callable[..., Article]
Split = Callable[[str], tuple[Passage, ...]]
WIRE = Authority(organizations=(Organization("wire", kind="agency"),))
MARKED = [("Wire", "organization", "wire")]


def test_a_claim_inside_a_claim(read: Read) -> None:
    outer, inner = read("The mayor said that critics claim that the road is closed.").statements
    assert inner.within == outer.id
    assert outer.within is None
    assert outer.content[0].covers(inner.content[0])


def test_an_outlet_that_reports_is_the_way_it_came(read: Read) -> None:
    outer, inner = read("Wire reports that the mayor said that the road is closed.", MARKED, WIRE).statements
    assert inner.within == outer.id
    assert [voice.entity for voice in inner.via] == ["wire"]


@pytest.mark.parametrize(
    "text",
    [
        "“The road is open,” said Mr. Fox ( quote by Wire).",
        "“The road is open,” said Mr. Fox, quoted by Wire.",
        "“The road is open,” Mr. Fox told Wire.",
        "Mr. Fox said that it was open; his remarks were reported by Wire.",
    ],
)
def test_via(read: Read, text: str) -> None:
    found = [statement for statement in read(text, MARKED, WIRE).statements if statement.via]
    assert [[voice.entity for voice in statement.via] for statement in found] == [["wire"]]


def test_the_article_s_own_outlet_is_no_detour(read: Read, passages_of: Split) -> None:
    text = "“The road is open,” Mr. Fox told Wire."
    article = attrs.evolve(read(text, MARKED, WIRE), statements=(), source=Source(outlet=Voice("wire")))
    (statement,) = find_statements(Reading(article, WIRE, passages_of(text))).article.statements
    assert statement.via == ()
    assert [voice.entity for voice in statement.addressees] == ["wire"]


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("“We are here,” he told his Russian counterpart.", ["his Russian counterpart"]),
        ("He told reporters that the road was open.", ["reporters"]),
        ("She urged the council to open the road.", ["the council"]),
        ("She thanked the drivers for their patience.", ["the drivers"]),
        ("She said that the road was open.", []),
    ],
)
def test_addressees(read: Read, text: str, addressees: list[str]) -> None:
    (statement,) = read(text).statements
    assert [voice.span.of(text) for voice in statement.addressees if voice.span] == addressees


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("The minister said in an interview with a paper that the road was open.", "an interview with a paper"),
        ("The road is open, the minister said during a joint press conference with Mr. Fox.", "a joint press conference with Mr. Fox"),
        ("Speaking at a summit in Moscow, the minister said the road was open.", "a summit in Moscow"),
        ("He told a public meeting in Turkestan that the road was open.", "a public meeting in Turkestan"),
        ("The minister said that the summit in Moscow was long.", None),
    ],
)
def test_occasions(read: Read, text: str, occasion: str | None) -> None:
    statement = read(text).statements[0]
    assert (statement.occasion.name if statement.occasion else None) == occasion


@pytest.mark.parametrize(
    ("text", "date", "said"),
    [
        ("Speaking at a summit on May 16, the minister said the road was open.", "May 16", True),
        ("The minister said on May 16 that the road was open.", "May 16", True),
        ("The road is open, the minister said on May 16.", "May 16", True),
        ("The minister said that the road was open on May 16.", "May 16", False),
    ],
)
def test_when_it_was_said(read: Read, text: str, date: str, said: bool, passages_of: Split) -> None:  # noqa: FBT001
    article = read(text, [(date, "date", None)])
    dated = tuple(attrs.evolve(mention, when=When("XXXX-05-16", "stated")) for mention in article.mentions)
    again = find_statements(Reading(attrs.evolve(article, mentions=dated, statements=()), passages=passages_of(text))).article
    (statement,) = again.statements
    start = text.index(date)
    assert statement.said == (When("XXXX-05-16", "stated", Span(start, start + len(date))) if said else None)


def test_nesting_takes_the_smallest_holder() -> None:
    spans = [
        (Span(0, 1), [Span(2, 50)]),
        (Span(5, 6), [Span(7, 30)]),
        (Span(10, 11), [Span(12, 20)]),
        (Span(40, 41), [Span(42, 45)]),
        (Span(60, 61), [Span(62, 70)]),
    ]
    assert list(nested(spans)) == [None, 0, 1, 0, None]
