"""What a schema of the caller's has against a document: how it is told, where, and with which hint."""

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kzcorpus.errors import ReadError
from kzcorpus.formats.tei import schemas
from kzcorpus.formats.tei.ledger import Ledger
from kzcorpus.formats.tei.schemas import schema_findings

RNG = "http://relaxng.org/ns/structure/1.0"
NS = " xmlns='http://www.tei-c.org/ns/1.0'"


def told(tmp_path: Path, content: str, document: str) -> list[Any]:
    path = tmp_path / "schema.rng"
    path.write_text(content.replace(">", f" xmlns='{RNG}'>", 1))
    return list(schema_findings(etree.fromstring(document), path, Ledger(patient=True)))


def element(name: str, inside: str, ns: str = "http://www.tei-c.org/ns/1.0") -> str:
    return f"<element name='{name}' ns='{ns}'>{inside}</element>"


BODY = element("TEI", element("p", "<empty/>"))


def test_what_fits_has_no_findings(tmp_path: Path) -> None:
    assert told(tmp_path, BODY, f"<TEI{NS}><p/></TEI>") == []


def test_a_finding_has_its_line_its_path_and_a_hint(tmp_path: Path) -> None:
    (finding,) = told(tmp_path, BODY, f"<TEI{NS}>\n<p n='1'/></TEI>")
    assert (finding.code, finding.severity, finding.line) == ("tei.schema", "error", 2)
    assert (finding.path, finding.hint) == ("/tei:TEI/tei:p[1]", "the schema says what may stand where")
    assert finding.message == "Invalid attribute n for element p"


def test_an_element_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    messages = {finding.message for finding in told(tmp_path, BODY, f"<TEI{NS}/>")}
    assert "found the end of the element, expected another element in it" in messages


@pytest.mark.parametrize(
    ("document", "path", "hint"),
    [
        ("<TEI><p/></TEI>", "/TEI", "the document has no namespace; a schema of TEI P5 expects http://www.tei-c.org/ns/1.0"),
        ("<teiCorpus/>", "/teiCorpus", "the document has no namespace; a schema of TEI P5 expects http://www.tei-c.org/ns/1.0"),
        ("<TEI.2/>", "/TEI.2", "the document is of TEI P4; hold it against a schema of P4"),
        ("<teiCorpus.2/>", "/teiCorpus.2", "the document is of TEI P4; hold it against a schema of P4"),
        ("<other/>", "/other", "the schema says what may stand where"),
        (f"<t:p xmlns:t={NS[7:]}/>", "/tei:p", "the schema says what may stand where"),
        (f"<TEI{NS}><m:p xmlns:m='urn:m'/></TEI>", "/tei:TEI/*[local-name()='p'][1]", "the schema says what may stand where"),
    ],
)
def test_the_hint_tells_other_forms_of_tei(document: str, path: str, hint: str, tmp_path: Path) -> None:
    found = told(tmp_path, BODY, document)
    assert {finding.hint for finding in found} == {hint}
    assert found[0].path == path


def test_a_long_message_is_cut_and_so_are_very_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = told(tmp_path, BODY, f"<TEI{NS}><p {'n' * 400}='1'/></TEI>")
    assert max(len(finding.message) for finding in long) == 300
    many = element("TEI", f"<zeroOrMore>{element('p', '<empty/>')}</zeroOrMore>")
    document = f"<TEI{NS}>" + "<p n='1'/>" * 5 + "</TEI>"
    count = len(told(tmp_path, many, document))
    assert count >= 5
    monkeypatch.setattr(schemas, "_MOST", 2)
    assert len(told(tmp_path, many, document)) == 2


def test_comments_and_instructions_in_a_schema_say_nothing(tmp_path: Path) -> None:
    commented = BODY.replace("<empty/>", "<!-- a --><?b c?><empty/>")
    assert told(tmp_path, commented, f"<TEI{NS}><p/></TEI>") == []
    grammar = f"<grammar><!-- a --><?b c?><start><choice><!-- d -->{BODY}<?e f?>{element('other', '<text/>')}</choice></start></grammar>"
    assert told(tmp_path, grammar, f"<TEI{NS}><p/></TEI>") == []


@pytest.mark.parametrize(
    "content", ["<element", "<grammar/>", "no XML", "<!DOCTYPE x [<!ENTITY e SYSTEM 'other.rng'>]><element name='a'>&e;</element>"]
)
def test_what_is_no_schema_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "other.rng").write_text("<text/>")
    with pytest.raises(ReadError) as caught:
        told(tmp_path, content, "<a/>")
    assert caught.value.path == str(tmp_path / "schema.rng")
    assert caught.value.reason.startswith("no RELAX NG schema in XML syntax: ")
    with pytest.raises(ReadError):
        list(schema_findings(etree.fromstring("<a/>"), tmp_path / "absent.rng", Ledger(patient=True)))


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (None, None),
        ("/*", "/tei:TEI"),
        ("/*/*[1]", "/tei:TEI/tei:p[1]"),
        ("/*/m:q[1]", "/tei:TEI/*[local-name()='q'][1]"),
        ("/*/x:q", "/*/x:q"),
        ("/*/*[9]", "/*/*[9]"),
        ("count(*)", "count(*)"),
        ("/*/@n", "/*/@n"),
        ("//[", "//["),
    ],
)
def test_a_place_of_the_parser_is_named_as_ours_are(path: str | None, place: str | None) -> None:
    root = etree.fromstring(f"<TEI{NS} n='1'><p/><m:q xmlns:m='urn:m'/></TEI>")
    assert schemas._place(root, path, Ledger(patient=True)) == place
