"""Limits of documents: the writer keeps the ones that the reader finds passed, to the byte."""

from bisect import bisect_left
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree

from kzcorpus.errors import DecodeError, EncodeError
from kzcorpus.formats.json_ import jsonfile
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.reader import loads
from kzcorpus.formats.tei.vocabulary import tag
from kzcorpus.formats.tei.writer import dumps
from kzcorpus.model.agents import Actor
from kzcorpus.model.articles import Article
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus

CORPUS = jsonfile.loads((Path(__file__).parents[3] / "golden" / "every_field.json").read_bytes())
DOCUMENT = dumps(CORPUS)
ELEMENTS = list(etree.fromstring(DOCUMENT).iter(etree.Element))
LIMITS = [field.name for field in attrs.fields(Options)]


def is_listed(element: etree._Element) -> bool:
    """Tell whether an element may have as many children as it will."""
    parent = element.getparent()
    return parent is None or (parent.tag == tag("standOff") and parent.get("type") == "register")


def writes(**limit: Any) -> bool:
    try:
        dumps(CORPUS, options=Options(**limit))
    except EncodeError:
        return False
    return True


def least(name: str) -> int:
    """Return the least value of a limit with which the corpus is written."""
    return bisect_left(range(len(DOCUMENT) + 2), True, key=lambda value: writes(**{name: value}))  # noqa: FBT003 -- what is looked for


@pytest.mark.parametrize("name", LIMITS)
def test_the_writer_keeps_what_the_reader_finds_passed(name: str) -> None:
    value = least(name)
    assert 0 < value <= len(DOCUMENT)
    assert loads(DOCUMENT, options=Options(**{name: value})) == CORPUS
    with pytest.raises(DecodeError) as caught:
        loads(DOCUMENT, options=Options(**{name: value - 1}))
    assert [finding.code for finding in caught.value.findings] == ["tei.limit"]
    assert f"{value - 1:,}" in str(caught.value)


def test_the_size_is_that_of_the_document() -> None:
    assert least("size") == len(DOCUMENT)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("stretch", max(map(len, DOCUMENT.split(b"<")))),
        ("attribute", max(len(value) for element in ELEMENTS for value in element.attrib.values())),
        ("children", max(len(element) for element in ELEMENTS if not is_listed(element))),
    ],
)
def test_the_limits_are_what_the_document_has_most_of(name: str, value: int) -> None:
    assert least(name) == value


def test_registers_may_hold_more_than_other_elements() -> None:
    many = Corpus("c", authority=Authority(tuple(Actor(f"p{number}") for number in range(60))), articles=(Article("a", "x"),))
    options = Options(children=20)
    assert loads(dumps(many, options=options), options=options) == many


def test_what_is_beyond_a_limit_is_told_with_its_line() -> None:
    for old, new, options in (
        (b'type="article"', b'type="article%s"' % (b"e" * 90), Options(attribute=90)),
        (b"</standOff>", b"<x/>" * 90 + b"</standOff>", Options(children=80)),
    ):
        place = DOCUMENT.rindex(old)
        document = DOCUMENT[:place] + new + DOCUMENT[place + len(old) :]
        with pytest.raises(DecodeError) as caught:
            loads(document, options=options)
        (finding,) = caught.value.findings
        opening = DOCUMENT.rindex(b"<standOff", 0, place) if old == b"</standOff>" else place
        assert (finding.code, finding.line) == ("tei.limit", DOCUMENT.count(b"\n", 0, opening) + 1)


@pytest.mark.parametrize("document", [b"< " * 60_000, b"<" * 60_000, b"<a>" + b"<>" * 60_000])
def test_many_signs_that_are_no_tags_are_no_document(document: bytes) -> None:
    with pytest.raises(DecodeError) as caught:
        loads(document)
    assert [finding.code for finding in caught.value.findings] == ["tei.xml"]


def test_the_limits_are_wide_unless_told_otherwise() -> None:
    assert attrs.astuple(Options()) == (2_000_000_000, 10_000_000, 100_000, 50_000)
