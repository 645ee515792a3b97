"""Files that a document includes: which are, how many, how deep, and what is said where one is not."""

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kzcorpus.errors import DecodeError
from kzcorpus.formats.tei.foreign import inclusion
from kzcorpus.formats.tei.foreign.losses import Losses
from kzcorpus.formats.tei.limits import Options

XI = "xmlns:xi='http://www.w3.org/2001/XInclude'"


def reference(href: str, more: str = "") -> str:
    return f"<xi:include {XI} href='{href}' {more}/>"


def included(folder: Path, inside: str, **limits: Any) -> tuple[str, list[str]]:
    losses = Losses()
    root = inclusion.include(etree.fromstring(f"<a>\n{inside}</a>"), folder, Options(**limits), losses)
    return "".join(root.itertext()).strip(), [f"{loss.field} {loss.count}: {loss.reason}" for loss in losses.all()]


def refused(folder: Path, inside: str, **limits: Any) -> Any:
    with pytest.raises(DecodeError) as caught:
        included(folder, inside, **limits)
    (finding,) = caught.value.findings
    return finding.code, finding.line, finding.message


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.xml").write_text("<b>B<c xml:id='c'>C</c><d id='d'>D</d></b>")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "e.xml").write_text(f"<e>E{reference('f.xml')}</e>")
    (tmp_path / "sub" / "f.xml").write_text("<f>F</f>")
    return tmp_path


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (reference("b.xml"), "BCD"),
        (f"x{reference('b.xml')}y", "xBCDy"),
        (reference("b.xml", "xpointer='c'"), "C"),
        (reference("b.xml", "xpointer='d'"), "D"),
        (reference("b.xml", "parse='xml'"), "BCD"),
        (reference("sub/e.xml"), "EF"),
        (reference("e.xml", "xml:base='sub/'"), "EF"),
        (reference("e.xml", "xml:base='sub/other.xml'"), "EF"),
        (f"<p xml:base='sub/'>{reference('f.xml')}{reference('../b.xml')}</p>", "FBCD"),
        (reference("./sub/../b.xml"), "BCD"),
        (reference("b%2Exml"), "BCD"),
        (reference("b.xml?x=1"), "BCD"),
        (reference("b.xml") * 3, "BCDBCDBCD"),
    ],
)
def test_a_file_stands_in_the_place_of_the_reference(inside: str, text: str, folder: Path) -> None:
    assert included(folder, inside) == (text, [])


def test_what_is_not_followed_is_told(folder: Path) -> None:
    reason = "a reference to what is no XML, or to nothing; it is not followed; first on line 2"
    for inside in (reference("b.xml", "parse='text'"), reference(""), f"<xi:include {XI} xpointer='c'/>"):
        assert included(folder, inside) == ("", [f":include 1: {reason}"])
    pointer = "a pointer that is no id in the file; nothing is included; first on line 2"
    assert included(folder, "x" + reference("b.xml", "xpointer='z'") + "y") == ("xy", [f":include/@xpointer 1: {pointer}"])


def test_those_that_are_passed_are_left_alone(folder: Path) -> None:
    root = etree.fromstring("<a>" + reference("b.xml", "n='1'") + reference("b.xml") + "</a>")
    found = inclusion.include(root, folder, Options(), Losses(), passed=lambda one: one.get("n") == "1")
    assert [etree.QName(one).localname for one in found] == ["include", "b"]


@pytest.mark.parametrize(
    "href", ["../x.xml", "/etc/passwd", "http://example.org/b.xml", "//example.org/b.xml", "a%00b", "http://[", "%2e%2e/b.xml"]
)
def test_a_file_elsewhere_is_refused(href: str, folder: Path) -> None:
    message = f"found the reference {href!r}, expected a file in the folder of the document"
    assert refused(folder, reference(href)) == ("tei.include", 2, message)


def test_a_file_that_cannot_be_read_is_refused(folder: Path) -> None:
    for href in ("gone.xml", "sub"):
        message = f"found the reference {href!r}, expected a file that can be read"
        assert refused(folder, f"\n{reference(href)}") == ("tei.include", 3, message)


def test_a_long_reference_is_told_up_to_a_length(folder: Path) -> None:
    for href, expected in (("x" * 250, "that can be read"), ("../" + "x" * 250, "in the folder of the document")):
        assert refused(folder, reference(href))[2] == f"found the reference {href[:200]!r}, expected a file {expected}"


def test_what_is_wrong_in_a_file_is_told_of_the_file(folder: Path) -> None:
    (folder / "g.xml").write_text("<g>\n\n</h>")
    code, line, message = refused(folder, reference("g.xml"))
    assert (code, line) == ("tei.xml", 3)
    assert message.startswith("in the included file 'g.xml': found XML that is not well-formed: ")
    (folder / ("y" * 220 + ".xml")).write_text("<g>")
    assert refused(folder, reference("y" * 220 + ".xml"))[2].startswith(f"in the included file {'y' * 200!r}: ")


def test_a_circle_is_refused(folder: Path) -> None:
    (folder / "h.xml").write_text(f"<h>\n{reference('h.xml')}</h>")
    message = "found 'h.xml' included without end, expected no circle, and at most 20,000 files"
    assert refused(folder, reference("h.xml")) == ("tei.include", 2, message)
    (folder / "i.xml").write_text(f"<i>{reference('j.xml')}</i>")
    (folder / "j.xml").write_text(f"<j>{reference('i.xml')}</j>")
    assert "'i.xml' included without end" in refused(folder, reference("i.xml"))[2]


def test_files_include_files_up_to_a_depth(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(25):
        (folder / f"n{number}.xml").write_text(f"<n>{number} {reference(f'n{number + 1}.xml')}</n>")
    (folder / "n20.xml").write_text("<n>end</n>")
    (folder / "n3.xml").write_text("<n>end</n>")
    monkeypatch.setattr(inclusion, "_DEEPEST", 4)
    assert included(folder, reference("n0.xml"))[0].split() == ["0", "1", "2", "end"]
    monkeypatch.setattr(inclusion, "_DEEPEST", 3)
    assert "'n3.xml' included without end" in refused(folder, reference("n0.xml"))[2]
    assert inclusion._MOST == 20_000


def test_there_is_an_end_to_how_many_files_are_included(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inclusion, "_MOST", 3)
    assert included(folder, reference("b.xml") * 3)[0] == "BCD" * 3
    assert "expected no circle, and at most 3 files" in refused(folder, reference("b.xml") * 4)[2]
    assert included(folder, reference("b.xml", "parse='text'") * 4)[0] == ""


def test_files_have_the_limits_of_the_document(folder: Path) -> None:
    size = (folder / "b.xml").stat().st_size
    assert included(folder, reference("b.xml"), size=size)[0] == "BCD"
    assert included(folder, reference("b.xml") * 2, size=2 * size)[0] == "BCDBCD"
    message = f"found the file 'b.xml' larger than {size - 1} bytes, expected a smaller one"
    assert refused(folder, reference("b.xml"), size=size - 1) == ("tei.limit", 2, message)
    message = f"found more than {2 * size - 1} bytes in included files, expected fewer"
    assert refused(folder, reference("b.xml") * 2, size=2 * size - 1) == ("tei.limit", 2, message)


@pytest.mark.parametrize(
    ("base", "address", "joined"),
    [
        ("", "b.xml", "b.xml"),
        ("a/", "b.xml", "a/b.xml"),
        ("a/c.xml", "b.xml", "a/b.xml"),
        ("c.xml", "b.xml", "b.xml"),
        ("a/", "../../b.xml", "a/../../b.xml"),
        ("a/", "/b.xml", "/b.xml"),
        ("a/", "http://x/b.xml", "http://x/b.xml"),
        ("http://x/a/", "b.xml", "http://x/a/b.xml"),
        ("//x/a/", "b.xml", "//x/a/b.xml"),
        ("a/", "//x/b.xml", "//x/b.xml"),
        ("http://[", "b.xml", "http://[b.xml"),
    ],
)
def test_an_address_is_meant_from_its_base(base: str, address: str, joined: str) -> None:
    assert inclusion._joined(base, address) == joined


def test_the_base_counts_up_to_the_top_of_the_document() -> None:
    root = etree.fromstring(f"<a xml:base='sub/'><b xml:base='x/'>{reference('../f.xml')}</b></a>")
    found = next(root.iter("{*}include"))
    assert inclusion._address(found, None) == "sub/x/../f.xml"
    assert inclusion._address(found, root) == "sub/x/../f.xml"
    assert inclusion._address(found, root[0]) == "x/../f.xml"
    assert inclusion._address(etree.fromstring("<include/>"), None) == ""


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("<TEI/>", "TEI"),
        ("<?xml version='1.0'?>\n<!-- <x> -->\n<t:TEI xmlns:t='urn:t'/>", "TEI"),
        ("\ufeff<TEI>", "TEI"),
        ("<!DOCTYPE x><TEI/>", None),
        ("no XML", None),
        ("", None),
        (f"<{'x' * 1000}/>", "x" * 1000),
        (f"<!-- {' ' * (1 << 16)} --><TEI/>", None),
    ],
)
def test_the_root_of_a_file_is_told_from_its_beginning(content: str, name: str | None, tmp_path: Path) -> None:
    (tmp_path / "k.xml").write_text(content)
    assert inclusion.root_name(etree.fromstring(reference("k.xml")), tmp_path) == name


@pytest.mark.parametrize(
    "one",
    [reference("gone.xml"), reference("../k.xml"), reference(""), reference("k.xml", "parse='text'"), reference("k.xml", "xpointer='a'")],
)
def test_of_some_references_the_root_cannot_be_told(one: str, tmp_path: Path) -> None:
    (tmp_path / "k.xml").write_text("<TEI/>")
    assert inclusion.root_name(etree.fromstring(one), tmp_path) is None
    assert inclusion.root_name(etree.fromstring(reference("k.xml", "parse='xml'")), tmp_path) == "TEI"


def test_a_reference_alone_brings_in_its_file(folder: Path) -> None:
    root = etree.fromstring("<a xml:base='sub/'>" + reference("e.xml", "xml:base=''") + "tail</a>")
    found = inclusion.included(root[0], folder, Options(), Losses())
    assert (found.tag, "".join(found.itertext())) == ("e", "EF")
    assert root[0].get("href") == "e.xml"
