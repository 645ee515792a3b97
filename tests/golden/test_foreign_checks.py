"""What is said of TEI that others wrote when it is validated: ids, pointers, ranges, dates, languages, headers, each by itself.

A change of what is found, of its place or of its words shows as a change of lines; ``KZCORPUS_REWRITE=1 pytest tests/golden`` writes the
file anew after one that is meant.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import kzcorpus as kz
from kzcorpus.formats.tei.foreign import checking

PATH = Path(__file__).parent / "foreign" / "checks.txt"
POINTING = [
    "who",
    "toWhom",
    "ref",
    "corresp",
    "ana",
    "target",
    "next",
    "prev",
    "start",
    "end",
    "synch",
    "sameAs",
    "copyOf",
    "exclude",
    "select",
    "resp",
    "source",
    "decls",
    "scheme",
    "active",
    "passive",
    "mutual",
    "hand",
    "rendition",
    "facs",
    "change",
    "edRef",
    "wit",
    "inst",
    "given",
    "spanTo",
    "location",
    "replyTo",
    "parts",
]
OLD_POINTING = ["ana", "corresp", "synch", "sameAs", "copyOf", "next", "prev", "exclude", "select", "decls"]
DATED = [
    "date",
    "time",
    "dateline",
    "docDate",
    "affiliation",
    "birth",
    "death",
    "event",
    "persName",
    "orgName",
    "placeName",
    "occupation",
    "residence",
    "change",
    "state",
    "trait",
]
DATES = [name + form for name in ("when", "from", "to", "notBefore", "notAfter") for form in ("", "-iso")]
SPEECH = ["u", "sp", "said", "q", "quote", "post", "writing"]
RECORDS = (
    "<particDesc><listPerson><person xml:id='p'/><personGrp xml:id='g'/></listPerson><listOrg><org xml:id='o'/></listOrg>"
    "<listPlace><place xml:id='l'/></listPlace></particDesc>"
    "<textClass><taxonomy><category xml:id='c'/></taxonomy></textClass>"
)
IDS = (
    "<p xml:id='a'/>\n<seg xml:id='a'/>",
    "<p xml:id='a'/><p xml:id='a'/><p xml:id='a'/>",
    "<p xml:id='1a'/>",
    "<p xml:id='a b'/>",
    "<p xml:id=''/>",
    "<p xml:id='_a.b-c·1'/><p xml:id='ё'/>",
    "<p id='a'/><p id='a'/><ref target='#a'/>",
)
POINTERS = (
    "<seg corresp='#a #b c'/>",
    "<seg corresp='#xpath(//p) #range(a,b) urn:x https://example.org/#a x.xml#b ../y'/>",
    "<p xml:id='a'/><ref target='a'/>\n<ref target='#a'/>",
    f"<p xml:id='{'a' * 70}'/><ref target='{'a' * 70}'/>",
    "<ref target='HTTPS://x http:x ftp:x file:x urn:x mailto:x doi:x info:x tag:x data:x hdl:x'/>",
    "<ref target='isbn:1'/>",
    "<ref target='isbn:1'/>\n<ref target='isbn:1'/>\n<ref target='isbn:1'/><ref target='issn:2'/>",
    f"<ref target='{'i' * 50}:1'/>",
    "<ref target='who:a who:b own:a other:a'/>",
    "<ref target=':a a:'/>",
    f"<{'x' * 70} xml:id='x'/><u who='#x'/>",
    "\n".join("<ref target='#x'/>" for _ in range(10)),
    "\n".join("<ref target='#x'/>" for _ in range(13)),
    "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='x.xml'/><ref target='#x'/>",
)
RANGES = (
    *(
        f"<p xml:id='a'>abc<hi>d</hi></p><ptr target='#string-range({inside}'/>"
        for inside in (
            "a,0,4)",
            "a,4,0)",
            "a,5,0)",
            "a,0,5)",
            "a,3,1,0,2)",
            "a,3,1,0,5)",
            "a,0,3,1,3)",
            "a,0,3,3,1)",
            "a,3,1,0)",
            "a,0)",
            "b,0,1)",
            "a,0,1",
            "a)",
            ",0,1)",
            "a,-1,1)",
            f"a,{'0' * 30},1)",
            f"a,{'0' * 31},1)",
        )
    ),
    "<p xml:id='a'>abc</p><ptr target='#string-range(a,0,1) #string-range(a,1,9) #string-range(c,1,9)'/>",
    "<p xml:id='a'>abc</p><seg corresp='#string-range(a,0,9)'/>",
)
TIMES = (
    "10:04",
    "T10:04",
    "10:04:05",
    "10:04:05.25",
    "10:04Z",
    "10:04+05:00",
    " 10:04 ",
    "10:4",
    "10:04:5",
    "10",
    "10:04+5:00",
    "10:04:05.",
)
PERIODS = (
    "from='2022' to='2021'",
    "from='2022' to='2022'",
    "from='2022-10' to='2022'",
    "from='2022' to='2022-10'",
    "from='2022-10-14' to='2022-10-13'",
    "from='2022-10-14' to='2022-09'",
    "from='2022-10-14' to='2022-10'",
    "from='2022-10-14T10:00:00' to='2021'",
    "from='2022' to='2021-10-14T10:00:00'",
    "notBefore='2022' notAfter='2021'",
    "notBefore='2022' to='2021'",
    "from='2022' notAfter='2021'",
    "from-iso='2022' to-iso='2021'",
    "to='2021'",
)
LANGUAGES = ("en", "kk-Cyrl", "", "no language", "e_n", "abcdefghi", "en-", "en-abcdefghi", "é")
PREFIXES = (
    "<listPrefixDef><prefixDef ident='who' matchPattern='(.+)' replacementPattern='#$1'/>"
    "<prefixDef ident='own' matchPattern='(.+)' replacementPattern='https://example.org/$1'/><prefixDef replacementPattern='#$1'/></listPrefixDef>"  # noqa: E501 -- a document on a line
)
WHOLE = (
    "<TEI{0}><text/></TEI>",
    "<TEI{0}>\n<text/><teiHeader/></TEI>",
    "<TEI{0}><teiHeader/><teiHeader/><text/></TEI>",
    "<TEI{0}><teiHeader/><text/></TEI>",
    "<TEI{0}><!-- first --><teiHeader/><text/></TEI>",
    "<teiCorpus{0}><TEI><teiHeader/><text/></TEI>\n<TEI><text/></TEI></teiCorpus>",
    "<teiCorpus{0}><teiHeader/><TEI><teiHeader/><text><body><ref target='#x'/></body></text></TEI></teiCorpus>",
    "<teiCorpus{0}/>",
    "<TEI{0}/>",
    "<TEI.2><teiHeader/><text><body><p id='a'/><p id='a'/><ref target='a b #c'/><ptr target='d'/><seg target='e'/></body></text></TEI.2>",
    "<teiCorpus.2><teiHeader/><TEI.2><teiHeader/><text><body><p corresp='x'/></body></text></TEI.2></teiCorpus.2>",
    "<p{0}/>",
    "<TEI xmlns='urn:x'/>",
    f"<{'x' * 70}/>",
    f"<m:TEI xmlns:m='urn:{'m' * 110}'/>",
    "<m:TEI xmlns:m='urn:m'/>",
    "<html/>",
    "<listPerson{0}><person xml:id='a'/></listPerson>",
)


def document(body: str, header: str = "") -> str:
    head = f"<encodingDesc>{PREFIXES}</encodingDesc><profileDesc>{RECORDS}</profileDesc>{header}"
    return f"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader>{head}</teiHeader><text><body>\n{body}</body></text></TEI>"


def old(body: str) -> str:
    return f"<TEI.2><teiHeader/><text><body>\n{body}</body></text></TEI.2>"


def told(text: str) -> Iterator[str]:
    """Yield what is said of a document but that it is somebody else's, which is said of all."""
    for finding in kz.validates(text, format="tei"):
        if not finding.message.startswith("found TEI that kzcorpus did not write"):
            yield f"    {finding.severity} {finding.code} {finding}"


def cases() -> Iterator[tuple[str, str]]:
    """Yield what is put into a document, and the document."""
    for body in (*IDS, *POINTERS, *RANGES):
        yield body, document(body)
    for name in (*POINTING, "rend", "n", "xml:base"):
        yield name, document(f"<seg {name}='#nowhere'/>")
    for name in (*OLD_POINTING, "who", "target", "ref", "resp"):
        yield f"P4 {name}", old(f"<seg {name}='nowhere'/>")
    for name in (*SPEECH, "ptr", "ref"):
        yield f"P4 {name}", old(f"<{name} who='nobody' target='nowhere'/>")
    for name in (*SPEECH, "seg"):
        yield name, document("".join(f"<{name} who='#{aim}'/>\n" for aim in ("p", "g", "o", "l", "c")))
        aims = "<persName xml:id='n'/><name xml:id='t'/><rs xml:id='r'/><date xml:id='d'/><seg xml:id='s'/>"
        yield f"{name} in text", document(aims + "".join(f"<{name} who='#{aim}' corresp='#s'/>\n" for aim in "ntrds"))
    for name in (*DATES, "when-custom", "value", "dur"):
        yield name, document(f"<date {name}='soon'/>")
    for name in (*DATED, "p", "seg", "note"):
        yield name, document(f"<{name} when='soon' from='2022' to='2021'/>")
    yield "times", document("\n".join(f"<time when='{time}'/>" for time in TIMES))
    yield "periods", document("\n".join(f"<date {period}/>" for period in PERIODS))
    yield "languages", document("\n".join(f"<p xml:lang='{tag}'/><p lang='{tag}'/>" for tag in LANGUAGES))
    for text in WHOLE:
        yield text, text.format(" xmlns='http://www.tei-c.org/ns/1.0'")
        if "{0}" in text:
            yield text.replace("{0}", ""), text.format("")


def test_what_is_said_of_others_documents() -> None:
    found = "".join(f"{line}\n" for name, text in cases() for line in (name, *told(text)))
    if os.environ.get("KZCORPUS_REWRITE") == "1":
        PATH.write_text(found, encoding="utf-8")
    assert found == PATH.read_text(encoding="utf-8")


def test_that_it_is_somebody_elses_is_said_where_no_schema_is_given(tmp_path: Path) -> None:
    schema = tmp_path / "any.rng"
    schema.write_text(
        "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><ref name='any'/></start><define name='any'><element><anyName/>"
        "<zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name='any'/></choice></zeroOrMore></element></define></grammar>"
    )
    (finding,) = kz.validates(document("<p/>"), format="tei")
    assert (finding.code, finding.severity, finding.line) == ("tei.foreign", "info", 1)
    assert str(finding) == (
        "line 1: found TEI that kzcorpus did not write; it was held against no schema "
        "(give one: --schema tei_all.rng, or that of the project)"
    )
    for text in (document("<p/>"), "<TEI/>", "<TEI><text/></TEI>", "<teiCorpus/>"):
        assert kz.validates(text, format="tei", schema=schema) == ()
    for text in ("<TEI/>", "<p/>"):
        assert [(one.code, one.severity) for one in kz.validates(text, format="tei")] == [("tei.foreign", "error")]
    assert [one.code for one in kz.validates("<p/>", format="tei", schema=schema)] == ["tei.foreign"]
    assert [one.code for one in kz.validates(document("<ref target='#x'/>"), format="tei", schema=schema)] == ["tei.pointer"]


def test_what_is_worth_knowing_is_listed_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MOST", 3)
    found = kz.validates(document("".join(f"<p xml:id='x{n}'/><ref target='x{n}'/>" for n in range(5))), format="tei")
    assert [finding.code for finding in found] == ["tei.pointer"] * 3 + ["tei.foreign"]
    corpus = "<teiCorpus><teiHeader/>" + "<TEI><text/></TEI>" * 5 + "</teiCorpus>"
    assert [finding.code for finding in kz.validates(corpus, format="tei")] == ["tei.structure"] * 2 + ["tei.foreign"]
