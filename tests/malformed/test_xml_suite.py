"""Documents after xmlconf: alone, inside a corpus, cut off anywhere. Nothing invalid is accepted, and every error names its line."""

from pathlib import Path
from typing import Any
from xml.parsers import expat

import pytest
from attacks import SOUND
from xmltexts import ATTRIBUTES, CONTENT, NOT_WELL_FORMED, TYPED, WELL_FORMED

import kzcorpus as kz
from kzcorpus.errors import MESSAGE_LIMIT, DecodeError

ALL = (*NOT_WELL_FORMED, *WELL_FORMED, *TYPED)
NOT_XML = {"tei.xml", "tei.encoding"}
DIALECTS = (b"encoding='UTF-16'", b"encoding='x-none'", b"encoding='EBCDIC", b"encoding='UTF-7'", b"encoding='UTF-32'")
"""Encodings that expat knows, or asks its caller for."""


LENIENT = {b"<\x00a\x00/\x00>\x00", b"\x00<\x00a\x00/\x00>"}
"""What expat takes beside any number of a version, and we do not: UTF-16 without a byte-order mark."""


def refusal(document: bytes | str, tmp_path: Path | None = None) -> tuple[kz.Finding, ...]:
    with pytest.raises(DecodeError) as caught:
        kz.loads(document, format="tei")
    assert len(str(caught.value)) <= MESSAGE_LIMIT
    assert all(finding.line for finding in caught.value.findings), caught.value.findings
    assert kz.validates(document, format="tei") == caught.value.findings
    if tmp_path is not None and isinstance(document, bytes):
        path = tmp_path / "c.xml"
        path.write_bytes(document)
        with pytest.raises((DecodeError, kz.ReadError)):
            tuple(kz.iter_articles(path))
    return caught.value.findings


def codes(document: bytes | str, tmp_path: Path | None = None) -> set[str]:
    return {finding.code for finding in refusal(document, tmp_path)}


def named(texts: tuple[bytes, ...]) -> list[Any]:
    return [pytest.param(text, id=f"{number}-{text[:20]!r}") for number, text in enumerate(texts)]


def expat_accepts(document: bytes) -> bool:
    try:
        expat.ParserCreate(namespace_separator="\n").Parse(document, True)  # noqa: FBT003 -- expat's own interface
    except (expat.ExpatError, ValueError, LookupError):
        return False
    return True


def test_there_are_many_and_none_twice() -> None:
    assert len(ALL) >= 150
    assert len(ALL) == len(set(ALL))


@pytest.mark.parametrize("document", named(NOT_WELL_FORMED))
def test_what_is_not_well_formed_is_refused_with_its_line(document: bytes, tmp_path: Path) -> None:
    assert codes(document, tmp_path) <= NOT_XML


@pytest.mark.parametrize("document", named(WELL_FORMED))
def test_xml_that_is_no_corpus_is_refused_as_such(document: bytes, tmp_path: Path) -> None:
    assert not codes(document, tmp_path) & {*NOT_XML, "tei.doctype"}


@pytest.mark.parametrize("document", named(TYPED))
def test_a_document_type_is_refused_whatever_it_is(document: bytes, tmp_path: Path) -> None:
    assert codes(document, tmp_path) <= {"tei.doctype", "tei.xml"}


def test_expat_agrees_on_what_is_well_formed() -> None:
    for document in WELL_FORMED:
        assert expat_accepts(document), document
    lenient = [document for document in NOT_WELL_FORMED if expat_accepts(document) and not any(name in document for name in DIALECTS)]
    assert {document for document in lenient if b"version=" not in document} <= LENIENT


@pytest.mark.parametrize("piece", named(CONTENT))
def test_what_spoils_the_content_spoils_a_corpus(piece: bytes, tmp_path: Path) -> None:
    for place in (b"<persName>", b"<label>", b"<p>", b"</p>", b'<standOff type="register">', b"</TEI>", b"</teiCorpus>"):
        if place in SOUND:
            assert codes(SOUND.replace(place, place + piece, 1), tmp_path) <= {*NOT_XML, "tei.doctype"}


@pytest.mark.parametrize("piece", named(ATTRIBUTES))
def test_what_spoils_a_tag_spoils_a_corpus(piece: bytes, tmp_path: Path) -> None:
    for place in (b"<persName", b"<event", b"<p", b"<TEI", b"<teiCorpus", b"<ptr", b"<f"):
        assert codes(SOUND.replace(place, place + piece, 1), tmp_path) <= NOT_XML


def test_a_corpus_cut_off_anywhere_is_refused_with_its_line(tmp_path: Path) -> None:
    end = len(SOUND.rstrip())
    for cut in range(end):
        document = SOUND[:cut]
        found = codes(document, tmp_path if cut % 50 == 0 else None)
        assert found <= NOT_XML, cut
    assert kz.loads(SOUND[:end], format="tei") == kz.loads(SOUND, format="tei")


def test_lines_are_those_of_the_fault() -> None:
    lines = SOUND.split(b"\n")
    for number in range(1, len(lines) - 1):
        spoiled = b"\n".join([*lines[:number], b"<" + lines[number], *lines[number + 1 :]])
        assert all(number + 1 <= (finding.line or 0) <= number + 2 for finding in refusal(spoiled)), number


@pytest.mark.parametrize("document", named(ALL))
def test_as_characters_it_is_refused_as_well(document: bytes) -> None:
    assert codes(document.decode("utf-8", "surrogateescape"))
