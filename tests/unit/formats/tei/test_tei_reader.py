import gc
import io
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree

from kzcorpus.errors import DecodeError
from kzcorpus.formats.tei import streaming
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.parsing import parse
from kzcorpus.formats.tei.reader import iter_articles, loads, read_header, trust
from kzcorpus.formats.tei.validation import validates
from kzcorpus.formats.tei.writer import dumps
from kzcorpus.model.agents import Actor
from kzcorpus.model.articles import Article, Block, Mention
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus, redrafted
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement, Voice

TEXT = "Talks end\r\n“They went well,” he said."
ARTICLE = Article(
    "a1",
    TEXT,
    blocks=(Block(Span(0, 9), "headline"), Block(Span(11, 37), "paragraph")),
    mentions=(Mention(Span(29, 31), "person", "tok"),),
    statements=(Statement("a1.s1", (Span(12, 26),), "direct", Voice("tok", span=Span(29, 31)), (Span(32, 36),)),),
)
CORPUS = Corpus(
    "c", articles=(ARTICLE, attrs.evolve(ARTICLE, id="a2", statements=(), mentions=())), authority=Authority((Actor("tok"), Actor("kas")))
)
DOCUMENT = dumps(CORPUS)


def refused(document: Any, **options: Any) -> Any:
    with pytest.raises(DecodeError) as caught:
        loads(document, **options)
    return caught.value.findings


def test_the_string_value_of_body_is_the_text() -> None:
    body = next(etree.fromstring(DOCUMENT).iter("{*}body"))
    assert "".join(body.itertext()) == TEXT


@pytest.mark.parametrize(
    "changed",
    [
        DOCUMENT.decode(),
        b"\xef\xbb\xbf" + DOCUMENT,
        DOCUMENT.replace(b"\n", b"\r\n"),
        DOCUMENT.replace(b' type="id"', b"\n  type = 'id' "),
        DOCUMENT.replace(b"<label/>", b"<!-- no label --><label></label>\n\n  "),
        DOCUMENT.replace(b"<TEI ", b"<?editor was here?><TEI ").replace(b"Talks end<", b"Talks<!-- ! --> end<"),
        DOCUMENT.replace(b"Talks end<", b"<![CDATA[Talks]]>&#x20;end<"),
        etree.tostring(etree.fromstring(DOCUMENT), encoding="utf-16"),
        DOCUMENT.replace(b"<", b"<tei:").replace(b"<tei:/", b"</tei:").replace(b"<tei:?", b"<?").replace(b"xmlns=", b"xmlns:tei="),
    ],
)
def test_what_xml_leaves_free_is_free(changed: Any, tmp_path: Path) -> None:
    assert loads(changed) == CORPUS
    assert validates(changed) == ()
    path = tmp_path / "c.xml"
    path.write_bytes(changed.encode() if isinstance(changed, str) else changed)
    assert tuple(iter_articles(path)) == CORPUS.articles


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'who="#tok"', b'who="#kas"'),
        (b'<said corresp="#a1_2E_s1" who="#tok" direct="true" ana="#_mode.direct">They went well</said>', b"They went well"),
        (b"</persName> said", b" said</persName>"),
        (b"</persName> said", b" </persName>said"),
        (b"They went", b'<persName corresp="#a1.m0">They</persName> went'),
    ],
)
def test_inline_markup_that_differs_is_refused_unless_it_is_ignored(old: Any, new: Any) -> None:
    edited = DOCUMENT.replace(old, new, 1)
    assert edited != DOCUMENT
    findings = refused(edited)
    assert {finding.code for finding in findings} == {"tei.derived"}
    assert {finding.line for finding in findings} == {next(i for i, line in enumerate(edited.splitlines(), 1) if b"<body" in line) + 1}
    assert "inline='ignore'" in findings[0].hint
    assert validates(edited) == findings
    assert loads(edited, inline="ignore") == CORPUS


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<div type="article"><head', b'<div type="article"/><div type="article"><head'),
        (b"</head>&#13;\n<p>", b'</head>&#13;\n</div><div type="article"><p>'),
    ],
)
def test_divisions_are_derived_too(old: bytes, new: bytes) -> None:
    edited = DOCUMENT.replace(old, new, 1)
    assert {finding.code for finding in refused(edited)} == {"tei.derived"}
    assert loads(edited, inline="ignore") == CORPUS


@pytest.mark.parametrize(("old", "new"), [(b">Talks end</title>", b">Talks begin</title>"), (b"A corpus of kzcorpus", b"A corpus of mine")])
def test_what_is_repeated_or_fixed_must_agree_even_where_inline_is_ignored(old: Any, new: Any) -> None:
    assert [finding.code for finding in refused(DOCUMENT.replace(old, new, 1), inline="ignore")] == ["tei.derived"]


def test_an_edit_of_the_text_is_refused() -> None:
    findings = refused(DOCUMENT.replace(b"They went", b"They  went", 1))
    assert [finding.code for finding in findings] == ["tei.text"]
    assert "found 38 code points of text, expected 37" in findings[0].message


def test_every_fault_is_said_once_with_its_line_and_xpath() -> None:
    broken = (
        DOCUMENT.replace(b"a1.text,12,14", b"a1.text,12,99")
        .replace(b'corresp="#tok"', b'corresp="#nobody"')
        .replace(b'<personGrp xml:id="kas"', b'<person xml:id="kas"')
        .replace(b'quantity="37"', b'quantity="40"', 1)
    )
    findings = refused(broken)
    root = etree.fromstring(broken)
    places = [root.xpath(finding.path, namespaces={"tei": "http://www.tei-c.org/ns/1.0"}) for finding in findings]
    assert [len(place) for place in places] == [1] * len(findings)
    assert [place[0].sourceline for place in places] == [finding.line for finding in findings]
    assert [(finding.code, place[0].get("type")) for finding, place in zip(findings, places, strict=True)] == [
        ("tei.text", None),
        ("tei.model", "content"),
        ("tei.pointer", "speaker"),
    ]
    assert all(finding.hint for finding in findings)


def test_a_pointer_to_the_wrong_kind_of_thing_is_named() -> None:
    (finding,) = [f for f in refused(DOCUMENT.replace(b'corresp="#tok"', b'corresp="#a2"')) if f.code == "tei.model"]
    assert finding.message == "found 'a2', expected the id of an agent"
    assert finding.path.endswith("/tei:event[1]/tei:note[1]")


def test_what_nobody_of_ours_wrote_is_foreign() -> None:
    (finding,) = refused(b'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader/></TEI>')
    assert finding.code == "tei.foreign"
    assert "TEI that others wrote" in finding.hint
    assert [finding.code for finding in refused(b"<html/>")] == ["tei.foreign"]


def test_a_later_profile_is_refused_by_name() -> None:
    (finding,) = refused(DOCUMENT.replace(b"kzcorpus-1", b"kzcorpus-7"))
    assert finding.message == "found the profile kzcorpus-7, expected kzcorpus-1"


@pytest.mark.parametrize("cut", [0, 10, len(DOCUMENT) // 3, len(DOCUMENT) // 2, len(DOCUMENT) - 12])
def test_half_a_document_is_one_error_with_a_line(cut: int, tmp_path: Path) -> None:
    (finding,) = refused(DOCUMENT[:cut])
    assert finding.code == "tei.xml"
    assert 1 <= finding.line <= DOCUMENT.count(b"\n", 0, cut) + 1
    path = tmp_path / "half.xml"
    path.write_bytes(DOCUMENT[:cut])
    with pytest.raises(DecodeError) as caught:
        list(iter_articles(path))
    assert [finding.code for finding in caught.value.findings] == ["tei.xml"]


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ('<!-- x --><?y?>\n<!DOCTYPE a [<!ENTITY b "c">]><a/>', "tei.doctype"),
        ("<!DOCTYPE a><a/>".encode("utf-16"), "tei.doctype"),
        (b'\xef\xbb\xbf<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', "tei.doctype"),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><a/>', "tei.encoding"),
        (b"\xff\xfe<\x00", "tei.xml"),
        (b"\xff\xfe\x00\xd8<\x00", "tei.encoding"),
        ("<a>\ud800</a>", "tei.encoding"),
        (b"<a>\xff</a>", "tei.xml"),
        (b"<a>&nbsp;</a>", "tei.xml"),
        (b"<a>" * 3000 + b"</a>" * 3000, "tei.xml"),
    ],
)
def test_what_could_do_harm_is_refused(document: Any, code: str) -> None:
    (finding,) = refused(document)
    assert finding.code == code
    assert validates(document) == (finding,)


def test_size_is_bounded_both_ways() -> None:
    options = Options(size=len(DOCUMENT))
    assert loads(DOCUMENT, options=options) == CORPUS
    assert [finding.code for finding in refused(DOCUMENT + b"\n", options=options)] == ["tei.limit"]


def test_a_stream_holds_no_more_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    path.write_bytes(b"<teiCorpus>" + b" " * 3_000_000)
    with pytest.raises(DecodeError) as caught:
        list(iter_articles(path, options=Options(size=100_000)))
    assert [finding.code for finding in caught.value.findings] == ["tei.limit"]
    path.write_bytes(DOCUMENT)
    assert tuple(iter_articles(path, options=Options(size=len(DOCUMENT)))) == CORPUS.articles


def test_no_more_faults_are_listed_than_anyone_reads() -> None:
    findings = refused(DOCUMENT.replace(b"<label/>", b"<foo/>" * 5000, 1))
    assert len(findings) == 1001
    assert findings[-1].code == "tei.limit"
    wide = b" ".join(b'a%d=""' % number for number in range(200))
    assert [finding.code for finding in refused(DOCUMENT.replace(b"<label", b"<label " + wide, 1))] == ["tei.limit"]


def test_the_garbage_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    loads(DOCUMENT)
    refused(DOCUMENT[:100])
    assert gc.isenabled()
    gc.disable()
    try:
        loads(DOCUMENT)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_faulty_article_is_named_by_its_place_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    head, _, tail = DOCUMENT.rpartition(b'quantity="37"')
    path.write_bytes(head + b'quantity="36"' + tail)
    articles = iter_articles(path)
    assert next(articles) == ARTICLE
    with pytest.raises(DecodeError) as caught:
        next(articles)
    (finding,) = caught.value.findings
    assert finding.path is not None
    assert finding.path.startswith("/tei:teiCorpus/tei:TEI[2]/tei:teiHeader[1]")
    assert finding.line == head.count(b"\n") + 1


def test_what_is_not_well_formed_is_named_alike_by_whole_and_by_stream(tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    head, _, tail = DOCUMENT.rpartition(b'quantity="37"')
    path.write_bytes(head + b"quantity=37" + tail)
    with pytest.raises(DecodeError) as streamed:
        list(iter_articles(path))
    (finding,) = streamed.value.findings
    assert (finding,) == tuple(refused(path.read_bytes()))
    assert finding.line == head.count(b"\n") + 1
    assert ", line" not in finding.message


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        (b"<label/>", b"<foo/>", ["tei.structure", "tei.structure"]),
        (b"<label/>", b"<foo/>" * 2000, ["tei.structure"] * 1000 + ["tei.limit"]),
        (b"<label/>", b"<label " + b" ".join(b'a%d=""' % number for number in range(200)) + b"/>", ["tei.limit"]),
        (b'xml:id="a1.m0"', b'xml:id="a1_2E_s1"', ["tei.structure", "tei.id"]),
        (b"<body", b"<back/><body", ["tei.structure"]),
        (b"<listAnnotation>", b"", ["tei.xml"]),
    ],
)
def test_an_article_that_streams_is_examined_by_itself(old: bytes, new: bytes, codes: list[str], tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    path.write_bytes(DOCUMENT.replace(old, new, 1))
    with pytest.raises(DecodeError) as caught:
        list(iter_articles(path))
    assert [finding.code for finding in caught.value.findings] == codes


def test_an_article_that_a_tool_wrote_again_streams_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    path.write_bytes(DOCUMENT.replace(b"<label/>", b"<label></label>").replace(b'who="#tok"', b'who="#kas"', 1))
    with pytest.raises(DecodeError):
        list(iter_articles(path))
    assert tuple(iter_articles(path, inline="ignore")) == CORPUS.articles


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</TEI>\n<TEI", b"</TEI>and<TEI"),
        (b"</teiCorpus>", b"<p/></teiCorpus>"),
        (b"</teiCorpus>", b""),
        (b"</teiCorpus>", b"x</teiCorpus>"),
    ],
)
def test_what_stands_around_articles_is_looked_at_too(old: Any, new: Any, tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    path.write_bytes(DOCUMENT.replace(old, new))
    with pytest.raises(DecodeError):
        list(iter_articles(path))


def test_a_corpus_without_articles_streams_none(tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    path.write_bytes(dumps(Corpus("c")))
    assert list(iter_articles(path)) == []
    with pytest.raises(FileNotFoundError):
        next(iter_articles(tmp_path / "no.xml"))


@pytest.mark.parametrize("chunk", [1, 2, 7, 64, 1 << 18])
def test_pieces_are_cut_wherever_a_chunk_ends(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_CHUNK", chunk)
    document = b"<?x <TEI ?><r><!-- <TEI > --><TEI\n><TEI/></TEI></TEI\t> <TEIx/><![CDATA[</TEI>]]></r>"
    found = list(streaming.pieces(io.BytesIO(document), 1 << 20))
    assert b"".join(piece.content for piece in found) == document
    document = DOCUMENT + b"<!-- "
    found = list(streaming.pieces(io.BytesIO(document), 1 << 20))
    assert b"".join(piece.content for piece in found) == document
    assert [piece.is_article for piece in found] == [False, True, False, True, False]
    assert [piece.line for piece in found if piece.is_article] == [
        i for i, line in enumerate(document.splitlines(), 1) if line.startswith(b"<TEI ")
    ]


@pytest.mark.parametrize(
    "document",
    [
        DOCUMENT,
        DOCUMENT.replace(b"\n<person ", b"<!-- who --> \n\n<person "),
        DOCUMENT.replace(b"<", b"<tei:").replace(b"<tei:/", b"</tei:").replace(b"<tei:?", b"<?").replace(b"xmlns=", b"xmlns:tei="),
        DOCUMENT.replace(b"Talks end", b"Other words which the digest is not of"),
    ],
)
def test_what_stands_around_articles_is_read_by_itself(document: bytes, tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    path.write_bytes(document)
    assert read_header(path) == redrafted(CORPUS)
    path.write_bytes(dumps(Corpus("e", extra=(("a", "b"),))))
    assert read_header(path) == Corpus("e", extra=(("a", "b"),))


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        (b'<title type="id">c<', b'<title type="id">d<', "tei.derived"),
        (b'<person xml:id="tok"', b'<person xml:id="kas"', "tei.id"),
        (b"<listPerson>", b"<listPerson><p/>", "tei.structure"),
        (b'key="kzcorpus-1"', b'key="kzcorpus-2"', "tei.version"),
        (b"urn:kzcorpus:profile:1", b"urn:other", "tei.foreign"),
        (b"</teiHeader>", b"</teiheader>", "tei.xml"),
    ],
)
def test_what_is_wrong_around_articles_is_told_by_the_header(right: bytes, wrong: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    assert right in DOCUMENT
    path.write_bytes(DOCUMENT.replace(right, wrong, 1))
    with pytest.raises(DecodeError) as caught:
        read_header(path)
    assert {finding.code for finding in caught.value.findings} == {code}


def test_a_document_as_it_was_written_is_trusted_and_no_other() -> None:
    root, raw = parse(DOCUMENT, Options())
    assert trust(root, raw) == CORPUS
    spaced = DOCUMENT.replace(b"<label/>", b"<label/>  ")
    assert trust(*parse(spaced, Options())) == CORPUS
    for document in (DOCUMENT.replace(b"<label/>", b"<label n='1'/>"), DOCUMENT.replace(b"kzcorpus-1", b"kzcorpus-9"), b"<TEI/>"):
        assert trust(*parse(document, Options())) is None


@pytest.mark.parametrize("corpus", [Corpus("c", "T"), CORPUS])
def test_a_file_of_just_the_size_that_is_allowed_is_read_in_pieces_too(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    path.write_bytes(dumps(corpus))
    size = Options(size=path.stat().st_size)
    assert tuple(iter_articles(path, options=size)) == corpus.articles
    assert read_header(path, options=size) == redrafted(corpus)


def test_a_corpus_without_articles_is_examined_as_one_with_them() -> None:
    document = dumps(Corpus("c", "T", authority=Authority((Actor("tok"),))))
    assert loads(document.replace(b"<listPerson>", b"<listPerson> ")) == loads(document)
    (title,) = refused(document.replace(b"A corpus of kzcorpus.", b"Another corpus."))
    assert (title.code, title.path) == ("tei.derived", "/tei:TEI/tei:teiHeader[1]/tei:fileDesc[1]/tei:publicationStmt[1]/tei:p[1]")
    assert title.hint == "it repeats what stands elsewhere, or never changes; change it there"
    both = refused(document.replace(b"A corpus of kzcorpus.", b"Another corpus.").replace(b'xml:id="tok"', b'xml:id="t.k"'))
    assert [finding.code for finding in both] == ["tei.structure"]
