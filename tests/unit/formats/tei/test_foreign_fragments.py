"""Small pieces of TEI as projects write them, the awkward ones too, and what is read from each."""

from typing import Any

import pytest

import kzcorpus as kz

NS = ' xmlns="http://www.tei-c.org/ns/1.0"'
PEOPLE = (
    '<profileDesc><particDesc><listPerson><person xml:id="a"><persName>Anna</persName></person>'
    '<person xml:id="b"><persName>Bolat</persName></person></listPerson></particDesc></profileDesc>'
)
PREFIXES = (
    '<encodingDesc><listPrefixDef><prefixDef ident="p" matchPattern="(.+)" replacementPattern="#$1"/>'
    '<prefixDef ident="gnd" matchPattern="(.+)" replacementPattern="https://d-nb.info/gnd/$1"/></listPrefixDef></encodingDesc>'
)


def read(body: str, header: str = PEOPLE) -> tuple[kz.Article, dict[str, kz.Loss]]:
    losses: list[kz.Loss] = []
    document = f'<TEI{NS} xml:id="t"><teiHeader>{header}</teiHeader><text><body>{body}</body></text></TEI>'
    corpus = kz.loads(document, format="tei", on_loss=losses.append)
    assert kz.loads(kz.dumps(corpus, format="tei"), format="tei") == corpus
    return corpus.articles[0], {loss.field: loss for loss in losses}


def said(found: kz.Article) -> list[tuple[Any, ...]]:
    return [
        (one.speaker and (one.speaker.entity or one.speaker.name), [span.of(found.text) for span in one.content])
        for one in found.statements
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<u xml:id="x" next="#y" prev="#y">1</u><u xml:id="y" next="#x" prev="#x">2</u>', [["1", "2"]]),
        ('<u xml:id="x" next="#x">1</u><u xml:id="y" prev="#nowhere">2</u>', [["1"], ["2"]]),
        (
            '<u xml:id="p" next="#r">1</u><u xml:id="q" next="#s">2</u><u xml:id="r">3</u><u xml:id="s" prev="#r">4</u>',
            [["1", "2", "3", "4"]],
        ),
        ('<u xml:id="p" who="#a" next="#r">1</u><u xml:id="r" who="#b" prev="#p">2</u>', [["1"], ["2"]]),
        ('<u xml:id="p" who="#a" next="#r">1</u><u xml:id="r" prev="#p">2</u>', [["1", "2"]]),
        ('<said xml:id="p" next="#q">1 <said xml:id="q" prev="#p">2</said> 3</said>', [["1 2 3"]]),
        ('<p><q next="#q2" xml:id="q1">eins</q>, sagte er, <q prev="#q1" xml:id="q2">zwei</q></p>', [["eins", "zwei"]]),
    ],
)
def test_parts_that_go_on_in_each_other(body: str, expected: list[list[str]]) -> None:
    assert [content for _, content in said(read(body)[0])] == expected


def test_a_part_of_somebody_else_is_told() -> None:
    _, losses = read('<u xml:id="p" who="#a" next="#r">1</u><u xml:id="r" who="#b" prev="#p">2</u><u prev="#no">3</u>')
    assert (losses["text/u/@next"].count, losses["text/u/@prev"].count) == (1, 1)


@pytest.mark.parametrize(
    ("who", "speaker", "lost"),
    [
        ("#a", "a", 0),
        ("a", "a", 0),
        ("#a #b", "a", 1),
        ("#none #b #a", "b", 1),
        ("#none #gone", "none", 1),
        ("#none", "none", 1),
        ("p:b", "b", 0),
        ("gnd:118", "https://d-nb.info/gnd/118", 0),
        ("p:none", "p:none", 1),
        ("https://example.org/x", "https://example.org/x", 0),
        ("people.xml#x", "people.xml#x", 0),
        ("Anna Orynbay", "Anna Orynbay", 1),
        ("", None, 0),
    ],
)
def test_who_speaks(who: str, speaker: str | None, lost: int) -> None:
    found, losses = read(f'<u who="{who}">x</u>', PREFIXES + PEOPLE)
    assert said(found) == [(speaker, ["x"])]
    assert ("text/u/@who" in losses) is bool(lost)


@pytest.mark.parametrize(
    ("body", "text", "expected"),
    [
        ('<sp><speaker><persName ref="#a">Frau A.</persName></speaker><p>Ja</p></sp>', "Frau A.\nJa", [("a", ["Ja"])]),
        ('<sp who="#a"><speaker>A. <stage>(laut)</stage></speaker><l part="I">Ja,</l></sp>', "A. (laut)\nJa,", [("a", ["Ja,"])]),
        ('<sp who="#a"><speaker>A.</speaker> Ja <stage>ab</stage> doch</sp>', "A.\nJa ab doch", [("a", ["Ja", "doch"])]),
        ('<annotationBlock who="#b"><u><seg><w>ja</w> <pc join="left">.</pc></seg></u></annotationBlock>', "ja.", [("b", ["ja."])]),
        ("<u who='#a'>Er rief <q>halt</q> und ging</u>", "Er rief halt und ging", [("a", ["Er rief halt und ging"]), (None, ["halt"])]),
        ("<u who='#a'><q>halt</q> rief er</u>", "halt rief er", [("a", ["halt rief er"]), (None, ["halt"])]),
        ("<u who='#a'><q>halt</q></u>", "halt", [("a", ["halt"])]),
        ("<u who='#a'>Ja <vocal><desc>lacht</desc></vocal> gut</u>", "Ja lacht gut", [("a", ["Ja", "gut"])]),
        ("<cit><quote>Q</quote><bibl><author ref='#a'>Anna</author></bibl></cit>", "Q Anna", [("a", ["Q"])]),
        ("<p><q>Er sagte: <q>Geh!</q></q></p>", "Er sagte: Geh!", [(None, ["Er sagte: Geh!"]), (None, ["Geh!"])]),
        ("<p><q type='soCalled'>Held</q></p>", "Held", []),
        (
            "<p>A <said who='#a'>x <floatingText><body><p>y <said who='#b'>z</said></p></body></floatingText></said></p>",
            "A x\ny z",
            [("a", ["x\ny z"]), ("b", ["z"])],
        ),
        ("<post who='#a'><head>Re</head><p>Ja</p></post>", "Re\nJa", [("a", ["Ja"])]),
    ],
)
def test_forms_of_speech(body: str, text: str, expected: Any) -> None:
    found, _ = read(body)
    assert found.text == text
    assert said(found) == expected


def test_what_a_later_part_says_of_itself_counts_or_is_told() -> None:
    found, losses = read('<u xml:id="p" next="#q">1</u><u xml:id="q" who="#a" toWhom="#b">2</u>')
    assert said(found) == [("a", ["1", "2"])]
    assert {"text/u/@xml:id", "text/u/@toWhom"} <= set(losses)
    _, losses = read(
        '<said direct="false">x <q xml:id="q" resp="#me">y</q> <q type="term" xml:id="r">z</q></said><writing xml:id="w">v</writing>'
    )
    assert (losses["text/q/@xml:id"].count, losses["text/q/@resp"].count, losses["text/writing/@xml:id"].count) == (2, 1, 1)


def test_a_register_in_stand_off_is_one() -> None:
    register = '<standOff><listPerson><person xml:id="c"><persName>Celik</persName></person></listPerson></standOff>'
    document = f"<TEI{NS}><teiHeader/>{register}<text><body><p><said who='#c'>x</said></p></body></text></TEI>"
    corpus = kz.loads(document, format="tei")
    assert corpus.articles[0].statements[0].speaker == kz.Voice("c")


def test_what_was_posted_has_its_date_and_what_it_answers_is_lost() -> None:
    found, losses = read("<post when='2027-04-02T08:01:00'><p>a</p></post><post when='2027-13' replyTo='#x'><p>b</p></post>")
    assert [one.said and one.said.edtf for one in found.statements] == ["2027-04-02T08:01:00", None]
    assert {"text/post/@when", "text/post/@replyTo"} <= set(losses)


def test_the_name_of_a_corpus_in_its_own_language_is_its_title() -> None:
    titles = '<title type="main" xml:lang="en">Sitting</title><title type="main" xml:lang="kk">Отырыс</title>'
    document = f'<TEI{NS} xml:lang="kk"><teiHeader><fileDesc><titleStmt>{titles}</titleStmt></fileDesc></teiHeader><text/></TEI>'
    corpus = kz.loads(document, format="tei")
    assert (corpus.title, corpus.articles[0].language) == ("Отырыс", "kk")


def test_a_text_has_the_language_of_the_corpus_around_it() -> None:
    inner = "<TEI><teiHeader/><text><body><p>x</p></body></text></TEI>"
    corpus = kz.loads(f'<teiCorpus{NS} xml:lang="uk"><teiHeader/>{inner}</teiCorpus>', format="tei")
    assert corpus.articles[0].language == "uk"


def test_everything_in_a_header_without_a_place_is_named() -> None:
    extent = '<extent><measure unit="words" quantity="9">9 words</measure><measure unit="u" quantity="2"/></extent>'
    header = f"<fileDesc><titleStmt><title>T</title></titleStmt>{extent}</fileDesc>"
    _, losses = read("<p>x</p>", header)
    told = {field: loss.count for field, loss in losses.items()}
    assert told == {"teiHeader/fileDesc/extent": 1, "teiHeader/fileDesc/extent//measure": 2}
