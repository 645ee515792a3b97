from pathlib import Path
from typing import Any

import pytest

from kzcorpus.errors import EncodeError, ReadError
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.reader import loads
from kzcorpus.formats.tei.validation import validates
from kzcorpus.formats.tei.writer import dumps
from kzcorpus.model.articles import Article
from kzcorpus.model.corpus import Corpus

DOCUMENT = dumps(Corpus("c", articles=(Article("a1", "x"),)))
SCHEMA = """<element name="{}" ns="http://www.tei-c.org/ns/1.0" xmlns="http://relaxng.org/ns/structure/1.0">
<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>
<grammar><start><zeroOrMore><ref name="any"/></zeroOrMore></start><define name="any"><element><anyName/>
<zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element></define>
</grammar></element>"""


@pytest.fixture
def schema(tmp_path: Path) -> Any:
    def write(content: str) -> Any:
        path = tmp_path / "schema.rng"
        path.write_text(content, encoding="utf-8")
        return path

    return write


def test_what_is_right_has_no_findings() -> None:
    assert validates(DOCUMENT) == validates(DOCUMENT.decode()) == ()


def test_findings_have_line_path_and_hint() -> None:
    (finding,) = validates(DOCUMENT.replace(b"<ab ", b'<ab n="1" '))
    assert finding.code == "tei.structure"
    assert finding.path == "/tei:teiCorpus/tei:TEI[1]/tei:text[1]/tei:body[1]/tei:ab[1]"
    assert finding.line == next(i for i, line in enumerate(DOCUMENT.splitlines(), 1) if b"<body" in line)
    assert finding.hint


def test_a_schema_of_the_caller_takes_the_place_of_the_profile(schema: Any) -> None:
    loose, strict = DOCUMENT.replace(b"<ab ", b'<ab n="1" '), schema(SCHEMA.format("TEI"))
    assert [finding.code for finding in validates(DOCUMENT, schema=strict)] == ["tei.schema"]
    assert validates(loose, schema=schema(SCHEMA.format("teiCorpus"))) == ()
    assert validates(DOCUMENT.replace(b"#_block", b"#_bloc"), schema=strict.with_name("schema.rng")) == ()


def test_foreign_documents_are_held_against_the_schema_of_the_caller_and_their_own_pointers(schema: Any) -> None:
    document = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><p xml:id="p"/><p xml:id="p"/><ptr target="#p #q http://x"/></TEI>'
    assert [finding.code for finding in validates(document)] == ["tei.id", "tei.pointer", "tei.foreign"]
    assert [finding.code for finding in validates(document, schema=schema(SCHEMA.format("TEI")))] == ["tei.id", "tei.pointer"]


@pytest.mark.parametrize("content", ["", "<a/>", "<grammar", '<element xmlns="http://relaxng.org/ns/structure/1.0"/>'])
def test_what_is_no_schema_is_said_so(content: str, schema: Any) -> None:
    with pytest.raises(ReadError, match="no RELAX NG schema"):
        validates(DOCUMENT, schema=schema(content))


def test_a_schema_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"no\.rng"):
        validates(DOCUMENT, schema=tmp_path / "no.rng")


def test_a_document_is_not_written_beyond_the_limit() -> None:
    with pytest.raises(EncodeError, match="bytes, expected at most 10"):
        dumps(Corpus("c"), options=Options(size=10))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (Options(stretch=60), "more than 60 bytes without a tag"),
        (Options(attribute=20), "an attribute of more than 20 code points"),
        (Options(children=1), "an element with more than 1 children"),
        (Options(size=2000), "expected at most 2,000"),
    ],
)
def test_what_is_not_read_is_not_written_either(options: Options, words: str) -> None:
    (finding,) = validates(DOCUMENT, options=options)
    assert (finding.code, words in finding.message) == ("tei.limit", True), finding
    with pytest.raises(EncodeError, match=words):
        dumps(loads(DOCUMENT), options=options)
