"""Limits of documents: the writer keeps the ones that the reader finds passed, to the byte."""

import itertools
import re
from bisect import bisect_left
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree

from kzcorpus.errors import DecodeError, EncodeError
from kzcorpus.formats.json_ import jsonfile
from kzcorpus.formats.tei import limits
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


@pytest.mark.parametrize("length", range(10))
def test_the_first_stretch_that_is_too_long_is_found_wherever_it_is(length: int) -> None:
    for signs in itertools.product(b"<a", repeat=length):
        document = bytes(signs)
        for longest in range(6):
            starts = [found.start() for found in re.finditer(rb"[^<]+", document) if len(found[0]) > longest]
            assert limits._long_stretch(document, longest) == (starts[0] if starts else None)


def beyond(document: bytes, **limit: Any) -> tuple[str, int] | None:
    try:
        limits.tree(document, Options(**limit))
    except limits.BeyondError as error:
        return error.message, error.line
    return None


CHILDREN = "found an element with more than 3 children, expected fewer"
LIST = b'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<standOff%s>\n<list>%s</list></standOff></TEI>'


@pytest.mark.parametrize("chunk", [1, 7, 1 << 20])
@pytest.mark.parametrize(
    ("document", "line"),
    [
        (b"<a><b/><b/><b/></a>", None),
        (b"<a><b/><b/><b/><b/></a>", 1),
        (b"\n<a>\n<c><b/><b/><b/>\n<b/></c></a>", 3),
        (b"<t:a xmlns:t='urn:t'><b/><b/><b/><b/></t:a>", 1),
        (b"<?xml version='1.0'?><!-- <x> --><a><b/><b/><b/><b/></a>", 1),
        (b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><TEI/><TEI/><TEI/><TEI/></teiCorpus>', None),
        (b"<teiCorpus><TEI/><TEI/><TEI/><TEI/></teiCorpus>", 1),
        (LIST % (b' type="register"', b"<x/>" * 9), None),
        (LIST % (b' type="article"', b"<x/>" * 9), 3),
        (LIST % (b"", b"<x/>" * 9), 3),
        (LIST % (b' type="register"', b"<x><y/><y/><y/><y/></x>"), 3),
        (b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff type="register"><a/><b/><c/><d/></standOff></TEI>', 1),
        (b"<a><b/><b/><b><c/><c/><c/><c/></b></a>", 1),
        (b"<a><b><c/><c/><c/><c/></b><b/></a>", 1),
    ],
)
def test_children_are_counted_however_little_is_parsed_at_once(
    document: bytes, line: int | None, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "_CHUNK", chunk)
    assert beyond(document, children=3) == (None if line is None else (CHILDREN, line))


def test_the_number_of_namespaces_is_bounded() -> None:
    for count, found in ((1000, None), (1001, ("found more than 1,000 namespaces, expected few", 2))):
        names = " ".join(f"xmlns:n{number}='urn:{number}'" for number in range(count))
        assert beyond(f"\n<a {names}/>".encode()) == found


@pytest.mark.parametrize(
    ("document", "may"),
    [
        (b"<a>12345</a>", False),
        (b"<a>1234567</a>", True),
        (b"<a><b/><b/></a>", False),
        (b"<a><b/><b/><b/></a>", True),
        (b"<a b='12'/>", True),
    ],
)
def test_what_may_be_beyond_a_limit_is_told_from_the_bytes(document: bytes, may: bool) -> None:  # noqa: FBT001
    assert limits.may_pass(document, Options(stretch=8, attribute=9, children=4)) is may
    assert limits.may_pass(document, Options(stretch=9, attribute=8, children=4)) is may


def test_an_attribute_is_counted_in_code_points_and_a_stretch_in_bytes() -> None:
    document = "<a b='ёёё'/>".encode()
    assert beyond(document, attribute=3, stretch=14) is None
    assert beyond(document, attribute=2) == ("found an attribute of more than 2 code points, expected fewer", 1)
    assert beyond(document, stretch=13) == ("found more than 13 bytes without a tag, expected fewer", 1)
    assert beyond(b"<a>\n<b c='123'/><d e='1'/></a>", attribute=2) == ("found an attribute of more than 2 code points, expected fewer", 2)
