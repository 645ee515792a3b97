"""What is refused before anything is read: encodings, document types, sizes, what is no XML; each with its line."""

import codecs
from typing import Any

import pytest

from kzcorpus.errors import DecodeError
from kzcorpus.formats.tei import parsing
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.parsing import parse, recognize

XML = '<?xml version="1.0" encoding="{}"?>\n<TEI>ё</TEI>'
DOCTYPE_HINT = "take it out, and write characters for entities: none is replaced, and nothing is fetched"


def refused(document: bytes | str, **limits: Any) -> Any:
    with pytest.raises(DecodeError) as caught:
        parse(document, Options(**limits))
    (finding,) = caught.value.findings
    assert finding.severity == "error"
    return finding.code, finding.line, finding.message, finding.hint


@pytest.mark.parametrize(
    "document",
    [
        XML.format("UTF-8"),
        XML.format("anything"),
        XML.format("UTF-8").encode(),
        XML.format("utf-8").encode(),
        XML.format("UTF8").encode(),
        codecs.BOM_UTF8 + XML.format("UTF-8").encode(),
        codecs.BOM_UTF16_LE + XML.format("UTF-16").encode("utf-16-le"),
        codecs.BOM_UTF16_BE + XML.format("utf-16").encode("utf-16-be"),
        codecs.BOM_UTF16_BE + XML.format("UTF-16BE").encode("utf-16-be"),
        codecs.BOM_UTF16_BE + "<TEI>ё</TEI>".encode("utf-16-be"),
        b"<?xml version='1.0' encoding='US-ASCII'?><TEI>&#1105;</TEI>",
        b"<?xml version='1.0' encoding = 'ascii'?><TEI>&#1105;</TEI>",
        "<TEI>ё</TEI>".encode(),
        "<!-- <?xml encoding='KOI8-R'?> --><TEI>ё</TEI>".encode(),
        "<TEI>ё<!-- <!DOCTYPE x> --></TEI>",
        "<TEI>ё<![CDATA[]]></TEI>",
    ],
)
def test_what_says_its_encoding_rightly_is_read(document: bytes | str) -> None:
    root, raw = parse(document, Options())
    assert (root.tag, root.text, len(root)) == ("TEI", "ё", 0)
    raw.decode()


@pytest.mark.parametrize(
    ("document", "line", "message"),
    [
        ("<TEI>\n\ud800</TEI>", 2, "found the surrogate U+D800, expected Unicode scalar values"),
        ("\udfff", 1, "found the surrogate U+DFFF, expected Unicode scalar values"),
        ("\n\n<TEI>\n</TEI>\n\udc00\n", 5, "found the surrogate U+DC00, expected Unicode scalar values"),
        (codecs.BOM_UTF32_LE + b"<TEI/>", 1, "found the byte-order mark of UTF-32, expected UTF-8"),
        (codecs.BOM_UTF32_BE + b"<TEI/>", 1, "found the byte-order mark of UTF-32, expected UTF-8"),
        (
            codecs.BOM_UTF16_BE + "<TEI>\n\n".encode("utf-16-be") + b"\xd8\x00\x00a",
            3,
            "found bytes that are no UTF-16-BE (illegal UTF-16 surrogate), expected UTF-8",
        ),
        (codecs.BOM_UTF16_LE + b"<\0>", 1, "found bytes that are no UTF-16-LE (truncated data), expected UTF-8"),
        (
            codecs.BOM_UTF16_LE + XML.format("KOI8-R").encode("utf-16-le"),
            1,
            "found the encoding koi8-r, expected UTF-16, as the bytes are",
        ),
        (codecs.BOM_UTF16_LE + XML.format("UTF-8").encode("utf-16-le"), 1, "found the encoding utf-8, expected UTF-16, as the bytes are"),
        (XML.format("Windows-1251").encode("cp1251"), 1, "found the encoding windows-1251, expected UTF-8"),
        (XML.format("US-ASCII").encode(), 1, "found the encoding us-ascii, expected UTF-8"),
        (codecs.BOM_UTF8 + XML.format("ASCII").encode(), 1, "found the encoding ascii, expected UTF-8"),
        (XML.format("x" * 60).encode(), 1, f"found the encoding {'x' * 40}, expected UTF-8"),
    ],
)
def test_another_encoding_is_refused_with_its_line(document: bytes | str, line: int, message: str) -> None:
    assert refused(document) == ("tei.encoding", line, message, None)


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ("<!DOCTYPE TEI><TEI/>", 1),
        ("\ufeff<!DOCTYPE TEI><TEI/>", 1),
        ("<?xml version='1.0'?>\n<!-- a\nb -->\n<?c d?> \t\r\n<!DOCTYPE TEI [<!ENTITY e 'x'>]>\n<TEI/>", 5),
        ("\n\n<!DOCTYPE", 3),
    ],
)
def test_a_document_type_is_refused_with_its_line(document: str, line: int) -> None:
    assert refused(document) == ("tei.doctype", line, "found a DOCTYPE, expected none", DOCTYPE_HINT)
    assert refused(document.encode()) == ("tei.doctype", line, "found a DOCTYPE, expected none", DOCTYPE_HINT)


def test_the_size_counts_before_anything_else() -> None:
    document = b"<!DOCTYPE x><TEI/>"
    assert refused(document, size=17) == ("tei.limit", None, "found a document of 18 bytes, expected at most 17", None)
    assert refused(document, size=18)[0] == "tei.doctype"
    assert parse(b"<TEI/>", Options(size=6))[0].tag == "TEI"


@pytest.mark.parametrize(
    ("document", "line", "part", "hint"),
    [
        ("<TEI>\n&nbsp;</TEI>", 2, "Entity 'nbsp' not defined", "write the character itself, or its number, such as &#160;:"),
        (b"<TEI>\n\xff</TEI>", 2, "", "save the document as UTF-8"),
        ("no XML", 1, "Start tag expected", "this is no XML"),
        ("", 1, "", None),
        ("<TEI>\n\n</TEI", 3, " at column ", None),
        ("<TEI a='1' a='2'/>", 1, "Attribute a redefined at column ", None),
    ],
)
def test_what_is_no_xml_is_told_with_line_and_column(document: bytes | str, line: int, part: str, hint: str | None) -> None:
    code, found_line, message, found_hint = refused(document)
    assert (code, found_line) == ("tei.xml", line)
    assert message.startswith("found XML that is not well-formed: ")
    assert part in message
    assert "line" not in message.partition(": ")[2].partition(" at column ")[2]
    assert (found_hint or "").startswith(hint) if hint else found_hint is None


def test_what_the_parser_says_is_told_up_to_a_length() -> None:
    message = refused(f"<TEI>&{'x' * 1000};</TEI>")[2]
    assert len(message.removeprefix("found XML that is not well-formed: ")) == 300


def test_what_is_beyond_a_limit_is_told_with_what_to_do() -> None:
    hint = "raise the limit, or take the document apart"
    assert refused("<TEI>\n<p>aaaaaaaaaa</p></TEI>", stretch=9) == (
        "tei.limit",
        2,
        "found more than 9 bytes without a tag, expected fewer",
        hint,
    )
    assert refused("<TEI>\n<p n='1234567'/></TEI>", attribute=6)[1:] == (
        2,
        "found an attribute of more than 6 code points, expected fewer",
        hint,
    )
    assert refused("<TEI>\n<p><a/><b/><c/></p></TEI>", children=2)[1:] == (
        2,
        "found an element with more than 2 children, expected fewer",
        hint,
    )


def told(document: str) -> Any:
    with pytest.raises(DecodeError) as caught:
        recognize(parse(document, Options())[0])
    (finding,) = caught.value.findings
    return finding.code, finding.line, finding.message, finding.hint


def ours(reference: str, root: str = "TEI") -> str:
    header = f"<teiHeader><encodingDesc>\n{reference}</encodingDesc></teiHeader>"
    return f"<{root} xmlns='http://www.tei-c.org/ns/1.0'>{header}</{root}>"


REFERENCE = "<schemaRef key='{}' url='urn:kzcorpus:profile:1'/>"


def test_a_document_of_ours_is_recognized_by_its_schema() -> None:
    for root, start in (("TEI", "emptyCorpus"), ("teiCorpus", "teiCorpus")):
        assert recognize(parse(ours(REFERENCE.format("kzcorpus-1"), root), Options())[0]) == (start, "kzcorpus-1")
        tree = parse(ours(REFERENCE.format("kzcorpus-0"), root), Options())[0]
        assert recognize(tree) == (start, "kzcorpus-0")
        assert [reference.get("key") for reference in tree.iter("{*}schemaRef")] == ["kzcorpus-1"]


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("<html/>", "html"),
        (ours(""), "TEI"),
        (ours(REFERENCE.format("kzcorpus-1"), "p"), "p"),
        (ours(REFERENCE.format("kzcorpus-1")).replace(" xmlns", " xmlns:x"), "TEI"),
        (ours("<schemaRef key='kzcorpus-1'/>"), "TEI"),
        (ours("<schemaRef key='kzcorpus-1' url='x:urn:kzcorpus:profile:1'/>"), "TEI"),
        (ours(f"<p>{REFERENCE.format('kzcorpus-1')}</p>"), "TEI"),
    ],
)
def test_a_document_of_others_is_none_of_ours(document: str, name: str) -> None:
    message = f"found the root {name} without the schemaRef of kzcorpus, expected a document that kzcorpus wrote"
    assert told(document) == ("tei.foreign", 1, message, "TEI that others wrote is read by kzcorpus.load")


@pytest.mark.parametrize("profile", ["kzcorpus-2", "", "x" * 80])
def test_another_profile_is_refused_by_name(profile: str) -> None:
    message = f"found the profile {profile[:60]}, expected kzcorpus-1"
    assert told(ours(REFERENCE.format(profile))) == ("tei.version", 2, message, "a later kzcorpus may read it")


def test_an_error_needs_no_line() -> None:
    (finding,) = parsing.refusal("limit", "found x").findings
    assert (finding.code, finding.line, finding.hint) == ("tei.limit", None, None)
