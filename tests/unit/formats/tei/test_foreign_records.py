from pathlib import Path
from typing import Any

import pytest

import kzcorpus as kz
from kzcorpus.formats.tei.foreign.dates import edtf

NS = ' xmlns="http://www.tei-c.org/ns/1.0"'


def read(header: str, text: str = "<body><p>x</p></body>") -> tuple[kz.Corpus, dict[str, kz.Loss]]:
    losses: list[kz.Loss] = []
    document = f"<TEI{NS}><teiHeader>{header}</teiHeader><text>{text}</text></TEI>"
    return kz.loads(document, format="tei", on_loss=losses.append), {loss.field: loss for loss in losses}


def register(content: str) -> str:
    return f"<profileDesc><particDesc>{content}</particDesc></profileDesc>"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2022-10-14", "2022-10-14"),
        ("1774", "1774"),
        ("-0044-03-15", "-0044-03-15"),
        ("--10-14", "XXXX-10-14"),
        ("---14", "XXXX-XX-14"),
        ("2022-10-12T10:04", "2022-10-12T10:04:00"),
        ("2022-10-12T10:04:23.786+02:00", "2022-10-12T10:04:23+02:00"),
        ("10:04:23", None),
        ("soon", None),
        ("2022-02-30", None),
    ],
)
def test_dates_become_edtf(written: str, date: str | None) -> None:
    assert edtf(written) == date


@pytest.mark.parametrize(
    ("attributes", "date"),
    [
        ('from="1817-06-23" to="1817-06-24"', "1817-06-23/1817-06-24"),
        ('from="1817"', "1817/.."),
        ('notBefore="1817" notAfter="1819"', "1817/1819"),
        ('notAfter="1819"', "../1819"),
        ('when="2022-08" cert="low"', "2022-08?"),
        ('from="1820" to="1810"', None),
        ('when-iso="2022-W02"', None),
    ],
)
def test_dates_of_mentions(attributes: str, date: str | None) -> None:
    corpus, losses = read("", f"<body><p><date {attributes}>then</date></p></body>")
    (mention,) = corpus.articles[0].mentions
    assert (mention.when and mention.when.edtf) == date
    assert date is not None or any("text/date" in field for field in losses)


def test_people_with_dated_names_and_affiliations() -> None:
    corpus, losses = read(
        register(
            '<listOrg><org xml:id="NR" role="politicalParty"><orgName xml:lang="de">Rat</orgName>'
            '<orgName full="abb">R</orgName></org></listOrg>'
            '<listPerson><person xml:id="p"><persName to="2000"><surname>Aumayr</surname><forename>Anna</forename><roleName>Dr.</roleName>'
            '</persName><persName from="2000">A. Achatz</persName><idno type="wikidata">Q1</idno><idno type="URI">https://x.org/1</idno>'
            '<sex value="F"/><affiliation ref="#NR" role="member" from="1990-11-05" to="1997-10-30"/>'
            '<affiliation role="minister" from="2020"><orgName>Amt</orgName><roleName>Ministerin</roleName>'
            "</affiliation></person></listPerson>"
        )
    )
    (person,) = corpus.authority.actors
    assert [(name.text, name.kind, name.since, name.until) for name in person.names] == [
        ("Anna Aumayr", "full", None, "2000"),
        ("Aumayr", "family", None, "2000"),
        ("Anna", "given", None, "2000"),
        ("Dr. Anna Aumayr", "variant", None, "2000"),
        ("A. Achatz", None, "2000", None),
    ]
    assert person.same_as == ("wikidata:Q1", "https://x.org/1")
    party, office = corpus.authority.organizations
    assert (party.kind, [(name.text, name.language, name.kind) for name in party.names]) == (
        "party",
        [("Rat", "de", None), ("R", None, "acronym")],
    )
    assert [(one.post, one.body, one.since, one.until) for one in corpus.authority.tenures] == [
        ("member", "NR", "1990-11-05", "1997-10-30"),
        ("Ministerin", office.id, "2020", None),
    ]
    assert losses["teiHeader/profileDesc/particDesc/listPerson/person/sex"].count == 1
    assert "teiHeader/profileDesc/particDesc/listPerson/person/persName/roleName" not in losses


def test_places_and_organizations_lie_in_each_other_and_categories_have_broader_ones() -> None:
    corpus, _ = read(
        "<encodingDesc><classDecl><taxonomy><category xml:id='c1'><catDesc>Topic</catDesc><category xml:id='c2'><catDesc>War</catDesc>"
        "</category></category></taxonomy></classDecl></encodingDesc>"
        + register(
            '<listPlace><place xml:id="kz" type="country"><placeName>Qazaqstan</placeName><place xml:id="ast"><placeName>Astana</placeName>'
            '</place></place></listPlace><listOrg><org xml:id="o"><orgName>O</orgName><org xml:id="q">'
            "<orgName>Q</orgName></org></org></listOrg>"
        )
    )
    assert [(one.id, one.kind, one.part_of) for one in corpus.authority.places] == [("kz", "country", None), ("ast", None, "kz")]
    assert [(one.id, one.part_of) for one in corpus.authority.organizations] == [("o", None), ("q", "o")]
    assert [(one.id, one.names[0].text, one.broader) for one in corpus.concepts] == [("c1", "Topic", None), ("c2", "War", "c1")]


def test_mentions_mean_records_here_and_elsewhere() -> None:
    body = (
        '<p><persName ref="#p">Anna</persName> in <placeName ref="https://g.org/1">Wien</placeName>, <rs type="person" key="k">sie</rs>, '
        '<name type="ORG">UN</name>, <orgName ref="#none">EU</orgName>, <name>X</name>, <title>Faust</title></p>'
    )
    corpus, losses = read(register('<person xml:id="p"><persName>Anna</persName></person>'), f"<body>{body}</body>")
    assert [(one.type, one.entity, one.span.of(corpus.articles[0].text)) for one in corpus.articles[0].mentions] == [
        ("person", "p", "Anna"),
        ("place", "https://g.org/1", "Wien"),
        ("person", "k", "sie"),
        ("organization", None, "UN"),
        ("organization", None, "EU"),
        ("document", None, "Faust"),
    ]
    assert corpus.authority.place("https://g.org/1").same_as == ("https://g.org/1",)
    assert {"text/name", "text/orgName/@ref"} <= set(losses)


def test_a_web_page_of_trafilatura() -> None:
    header = (
        "<fileDesc><titleStmt><title type='main'>News</title><author>Jane Doe</author></titleStmt><publicationStmt><p/></publicationStmt>"
        "<sourceDesc><bibl>News. Ex, 2022-10-14</bibl><biblFull><titleStmt><title type='main'>News</title></titleStmt><publicationStmt>"
        "<publisher>Ex (ex.org)</publisher><ptr type='URL' target='https://ex.org/a'/><date>2022-10-14</date></publicationStmt></biblFull>"
        "</sourceDesc></fileDesc>"
    )
    corpus, _ = read(header, '<body><div type="entry"><ab type="header">News</ab><p>Text</p></div></body>')
    (found,) = corpus.articles
    assert corpus.title == "News"
    assert found.headline == "News"
    assert found.source == kz.Source(kz.Voice(name="Ex (ex.org)"), "https://ex.org/a", media_type="application/tei+xml")
    assert found.published == kz.When("2022-10-14", "given")
    assert found.bylines == (kz.Voice(name="Jane Doe"),)


def test_a_letter_has_its_sender_as_byline_and_both_as_participants() -> None:
    header = (
        "<profileDesc><correspDesc><correspAction type='sent'><persName ref='https://d-nb.info/gnd/1'>Weber</persName>"
        "<placeName>Dresden</placeName><date when='1817-06-23'/></correspAction><correspAction type='received'>"
        "<persName>Caroline</persName></correspAction></correspDesc></profileDesc>"
    )
    text = (
        "<body><opener><dateline><placeName ref='#x'>Dresden</placeName>, <date when='1817-06-23'>heute</date></dateline></opener></body>"
    )
    corpus, _ = read(header, text)
    (occasion,) = corpus.occasions
    (found,) = corpus.articles
    assert (occasion.kind, occasion.when, occasion.participants) == (
        "letter",
        kz.When("1817-06-23", "given"),
        ("https://d-nb.info/gnd/1", "actor.739061d7"),
    )
    assert occasion.place is not None
    assert corpus.authority.place(occasion.place).names[0].text == "Dresden"
    assert [voice.entity for voice in found.bylines] == ["https://d-nb.info/gnd/1"]
    assert found.dateline is not None
    assert found.dateline.when is not None
    assert found.dateline.when.edtf == "1817-06-23"


def test_a_sitting_is_the_occasion_of_what_is_said_in_it() -> None:
    header = (
        "<fileDesc><titleStmt><meeting>178. Sitzung</meeting></titleStmt></fileDesc><profileDesc><settingDesc><setting>"
        "<date when='2022-10-12'/></setting></settingDesc></profileDesc>"
    )
    corpus, _ = read(header, "<body><u>Ja</u><p><said>Nein</said></p></body>")
    spoken, written = corpus.articles[0].statements
    assert spoken.said == kz.When("2022-10-12", "given")
    assert spoken.occasion is not None
    assert spoken.occasion.occasion == corpus.occasions[0].id
    assert written.occasion is None


def findings(header: str, text: str) -> list[tuple[Any, ...]]:
    document = f"<TEI{NS}>\n<teiHeader>{header}</teiHeader>\n<text>{text}</text></TEI>"
    return [(finding.code, finding.severity, finding.line) for finding in kz.validates(document, format="tei")]


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("<p xml:id='a'/><p xml:id='a'/>", "tei.id", "error"),
        ("<p xml:id='1'/>", "tei.id", "error"),
        ("<p><said who='#nobody'>x</said></p>", "tei.pointer", "error"),
        ("<p xml:id='p'><said who='#p'>x</said></p>", "tei.pointer", "warning"),
        ("<p><date when='14.10.2022'>x</date></p>", "tei.date", "error"),
        ("<p xml:lang='x y'/>", "tei.value", "error"),
        ("<p xml:id='p'>abc</p><ptr target='#string-range(p,1,3)'/>", "tei.range", "error"),
    ],
)
def test_validating_tells_what_is_wrong_with_any_tei(text: str, code: str, severity: str) -> None:
    assert findings("", f"<body>{text}</body>") == [(code, severity, 3), ("tei.foreign", "info", 1)]


@pytest.mark.parametrize(
    ("text", "told", "hint"),
    [
        ("<p xml:id='p'><said who='p'>x</said></p>", "which means a file of that name", "write #p"),
        ("<p><persName ref='gnd:118'>x</persName></p>", "expected a known scheme", "listPrefixDef"),
        ("<p><date from='1820' to='1810'>x</date></p>", "found from='1820' after to='1810'", "exchange them"),
        ("<p><date when='soon'>x</date></p>", "expected a date", "write the date as 2022-10-14"),
        ("<p xml:lang='rus kaz'/>", "found the language", "BCP 47"),
        ("<p xml:id='p'>abc</p><ptr target='#string-range(p,1)'/>", "within the 3 code points", "counted in code points"),
        ("<p><ptr target='#q'/></p>", "found target='#q'", "a part of a corpus is validated with the corpus"),
    ],
)
def test_a_finding_says_what_to_do(text: str, told: str, hint: str) -> None:
    first = kz.validates(f"<TEI{NS}>\n<teiHeader/>\n<text><body>{text}</body></text></TEI>", format="tei")[0]
    assert told in first.message
    assert hint in (first.hint or "")
    assert first.line == 3


@pytest.mark.parametrize(
    "content",
    ["<text/>", "<text/><teiHeader/>", "<teiHeader/><teiHeader/><text/>", "<teiHeader/><TEI><text/></TEI>"],
)
def test_a_text_without_its_header_is_told(content: str) -> None:
    found = kz.validates(f"<TEI{NS}>{content}</TEI>", format="tei")
    assert [(finding.code, finding.severity) for finding in found] == [("tei.structure", "warning"), ("tei.foreign", "info")]


@pytest.mark.parametrize(
    "text",
    [
        "<p><persName xml:id='n'>Anna</persName>: <said who='#n'>x</said></p>",
        "<p><ptr target='#xpath(//p) https://example.org/a#b other.xml#c mailto:a@example.org'/></p>",
        "<p><date from='1810' to='1810-05'>x</date><date when='--10-14'>x</date></p>",
        "<p><figure facs='p1.png' n='x:y'/></p>",
    ],
)
def test_nothing_is_found_wrong_where_nothing_is(text: str) -> None:
    assert findings("", f"<body>{text}</body>") == [("tei.foreign", "info", 1)]


def test_a_pointer_that_is_wrong_very_often_is_counted() -> None:
    document = f"<TEI{NS}><teiHeader/><text><body>" + "<u who='#x'>a</u>\n" * 100 + "</body></text></TEI>"
    found = kz.validates(document, format="tei")
    assert [finding.line for finding in found[:10]] == list(range(1, 11))
    assert found[10].message.endswith("90 times more, on lines 11 to 100")


def test_ids_of_p4_need_no_sign_and_private_prefixes_are_replaced() -> None:
    old = kz.validates(
        "<TEI.2><teiHeader/><text><body><sp who='s'><p>x</p></sp>\n<sp who='t' id='s'><p>x</p></sp></body></text></TEI.2>", format="tei"
    )
    assert [(finding.line, finding.path) for finding in old] == [
        (2, "/TEI.2/text[1]/body[1]/sp[2]"),
        (1, "/TEI.2/text[1]/body[1]/sp[1]"),
        (1, None),
    ]
    prefixes = (
        '<encodingDesc><listPrefixDef><prefixDef ident="who" matchPattern="(.+)" replacementPattern="#$1"/></listPrefixDef></encodingDesc>'
    )
    assert findings(prefixes, "<body><u xml:id='a' who='who:b'>x</u></body>")[0] == ("tei.pointer", "error", 3)


def test_a_schema_is_held_against_elements_with_a_prefix_and_without_a_namespace(tmp_path: Path) -> None:
    schema = tmp_path / "schema.rng"
    schema.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"><start><element name="TEI">'
        '<element name="text"><empty/></element></element></start></grammar>'
    )
    wrong = kz.validates(f'<TEI{NS} xmlns:m="urn:m"><text>\n<m:math/></text></TEI>', format="tei", schema=schema)
    assert (wrong[0].code, wrong[0].line, wrong[0].path) == ("tei.schema", 2, "/tei:TEI/tei:text[1]/*[local-name()='math'][1]")
    bare = kz.validates("<TEI><text/></TEI>", format="tei", schema=schema)
    assert (bare[0].path, "no namespace" in (bare[0].hint or "")) == ("/TEI", True)
    old = kz.validates("<TEI.2><text/></TEI.2>", format="tei", schema=schema)
    assert "P4" in (old[0].hint or "")


def test_what_is_right_is_only_told_to_be_of_others() -> None:
    text = "<body><p xml:id='p'>abc<time when='10:04'>x</time></p><ptr target='#string-range(p,0,3)'/></body>"
    assert findings("", text) == [("tei.foreign", "info", 1)]


def test_more_than_a_thousand_faults_are_not_all_listed() -> None:
    found = findings("", "<body>" + "".join(f"<p><said who='#nobody{number}'>x</said></p>" for number in range(1_100)) + "</body>")
    assert len(found) == 1_002
    assert [code for code, _, _ in found[-2:]] == ["tei.limit", "tei.foreign"]
