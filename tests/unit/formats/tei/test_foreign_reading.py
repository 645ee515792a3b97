from pathlib import Path
from typing import Any

import pytest

import kzcorpus as kz
from kzcorpus.documents import TeiReading
from kzcorpus.formats.tei.limits import Options

NS = ' xmlns="http://www.tei-c.org/ns/1.0"'


def tei(body: str, header: str = "", start: str = f"<TEI{NS}>", end: str = "</TEI>") -> str:
    return f"{start}<teiHeader>{header}</teiHeader><text>{body}</text>{end}"


def read(document: str, **how: Any) -> tuple[kz.Corpus, dict[str, kz.Loss]]:
    losses: list[kz.Loss] = []
    corpus = kz.loads(document, format="tei", on_loss=losses.append, **how)
    return corpus, {loss.field: loss for loss in losses}


def article(body: str, header: str = "") -> kz.Article:
    (found,) = read(tei(f"<body>{body}</body>", header))[0].articles
    return found


def said(found: kz.Article) -> list[tuple[Any, ...]]:
    return [
        (one.speaker and (one.speaker.entity or one.speaker.name), one.mode, *(span.of(found.text) for span in one.content))
        for one in found.statements
    ]


PEOPLE = (
    '<profileDesc><particDesc><listPerson><person xml:id="a"><persName>Anna</persName></person>'
    '<personGrp xml:id="g"><name>Alle</name></personGrp></listPerson></particDesc></profileDesc>'
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One\n     two</p>\n   <p>three</p>", "One two\nthree"),
        ("<p>wo<hi>rd</hi>s</p>", "words"),
        ("<p>a<lb/>b<lb break='no'/>\n c<pb/>d <pb/> e</p>", "a\nbcd e"),
        ("<p>a<note>b</note>c</p>", "a b c"),
        ("<p>a<note><p>b</p></note>c</p>", "a\nb\nc"),
        ("<p xml:space='preserve'>a\n  b\t</p><p>c</p>", "a\n  b\nc"),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", "a\tb"),
        ("<p><choice><sic>teh</sic><corr>the</corr></choice></p>", "the"),
        ("<p>auf<choice>\n <abbr>geschl.</abbr>\n <expan>geschlagen</expan>\n</choice>en</p>", "aufgeschlagenen"),
        ("<p><choice><orig>a</orig></choice> <choice><unclear>b</unclear><unclear>c</unclear></choice></p>", "a b"),
        ("<p><choice><choice><sic>a</sic><corr>b</corr></choice><abbr>c</abbr></choice></p>", "b"),
        ("<p><choice><sic>a</sic><hi>b</hi></choice> <choice>c</choice></p>", "ab c"),
        ("<p><app><lem>a</lem><rdg>b</rdg><note>c</note></app> <app><rdg>d</rdg><rdg>e</rdg></app></p>", "a c d"),
        ("<p>Tat<subst><del>n</del><add>s</add></subst>ache, <del>nie</del> <subst><del>x</del></subst></p>", "Tatsache, nie x"),
        ("<p><unclear>Kara</unclear>buk</p>", "Karabuk"),
        ("<p><w join='right'>a</w>\n<pc>,</pc>\n<w>b</w> <pc join='left'>.</pc> <w>c</w></p>", "a, b. c"),
        ("<p>\u00a0a\u2028\u00a0</p>", "\u00a0a\u2028\u00a0"),
        ("<p>a<fs><f name='x'>no</f></fs>b</p><standOff><p>no</p></standOff>", "ab"),
        ("loose <persName>Anna</persName> text", "loose Anna text"),
        ("", ""),
    ],
)
def test_how_a_text_is_made(body: str, text: str) -> None:
    assert article(body).text == text


def test_kinds_of_blocks() -> None:
    found = article(
        "<head>H</head><byline>By A</byline><div><head>I</head><p>p</p><stage>s</stage><figure><figDesc>f</figDesc></figure></div>"
        "<div type='comments'><p>c</p></div><fw>w</fw>"
    )
    kinds = ["headline", "byline", "heading", "paragraph", "caption", "caption", "comment_form", "site_chrome"]
    assert [block.kind for block in found.blocks] == kinds


def test_parliament() -> None:
    found = article(
        '<div><note type="speaker">Frau Anna:</note><u who="#a"><seg>Ja. <kinesic><desc>Beifall</desc>'
        "</kinesic> Doch.</seg><seg>Gut.</seg></u>"
        '<u who="#nobody"><seg>Nein</seg></u></div>',
        PEOPLE,
    )
    assert said(found) == [("a", "direct", "Ja.", "Doch.\nGut."), ("nobody", "direct", "Nein")]
    speaker = found.statements[0].speaker
    assert speaker is not None
    assert speaker.span is not None
    assert speaker.span.of(found.text) == speaker.name == "Frau Anna:"


def test_drama() -> None:
    body = '<sp who="#a #g"><speaker>ANNA</speaker><stage>laut</stage><l>Eins</l><l>zwei</l></sp><sp><speaker>BOTE</speaker><p>Ah</p></sp>'
    corpus, losses = read(tei(f"<body>{body}</body>", PEOPLE))
    assert said(corpus.articles[0]) == [("a", "direct", "Eins\nzwei"), ("BOTE", "direct", "Ah")]
    assert losses["text/sp/@who"].count == 1
    assert [(actor.id, actor.kind) for actor in corpus.authority.actors] == [("a", "person"), ("g", "group")]


def test_a_cast_list_is_a_register() -> None:
    body = '<castList><castItem xml:id="x"><role>König</role></castItem><castItem><role xml:id="y">Bote</role></castItem></castList>'
    corpus, _ = read(tei(f"<front>{body}</front><body><sp who='#x'><p>a</p></sp><sp who='#y'><p>b</p></sp></body>"))
    assert [(actor.id, actor.names[0].text) for actor in corpus.authority.actors] == [("x", "König"), ("y", "Bote")]
    assert [one[0] for one in said(corpus.articles[0])] == ["x", "y"]


def test_speech_thought_and_writing_of_redewiedergabe() -> None:
    found = article(
        '<p><said id="1" mode="direct">»Geh«</said><seg id="1" type="frame">, <seg id="1" type="intExpr">sagt</seg> '
        '<seg id="1 2" type="speaker">er</seg>, </seg><said id="1" mode="direct">»heim!«</said> Er meint, '
        '<said id="2" mode="freeIndirect indirect">es <said id="3" mode="reported">sei</said> spät</said>.</p>'
    )
    assert said(found) == [("er", "direct", "Geh", "heim!"), ("er", "indirect", "es sei spät"), (None, "indirect", "sei")]
    assert [span.of(found.text) for span in found.statements[0].cue] == ["sagt"]
    assert found.statements[2].within == found.statements[1].id


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<said who="#a">x</said>', [("a", "direct", "x")]),
        ('<said who="#a" direct="false">x</said>', [("a", "indirect", "x")]),
        ('<said direct="unknown">x</said>', [(None, None, "x")]),
        ('<q who="#a">“x”</q>', [("a", "direct", "x")]),
        ('<q type="spoken">x</q>', [(None, "direct", "x")]),
        ("<q>x</q>", [(None, "direct", "x")]),
        ('<q type="term">x</q>', []),
        ('<q type="written">x</q>', [(None, "direct", "x")]),
        ("<quote>x</quote>", [(None, "direct", "x")]),
        ('<post who="#a" when="2027-04-02T08:01:00"><p>x</p></post>', [("a", "direct", "x")]),
        ('<writing who="#a">x</writing>', [("a", "direct", "x")]),
        ("<writing>x</writing>", []),
        ('<said who="#a">x <q>y</q></said>', [("a", "direct", "x y"), (None, "direct", "y")]),
        ('<said who="#a" direct="false">x <q>y</q></said>', [("a", "indirect", "x y")]),
        ('<annotationBlock who="#a"><u>x</u></annotationBlock>', [("a", "direct", "x")]),
        ("<cit><quote>x</quote> <bibl>in: <author>Abai</author></bibl></cit>", [("Abai", "direct", "x")]),
        ('<said who="#a"><quote>x</quote></said>', [("a", "direct", "x")]),
        ('<said who="#a" xml:id="s" next="#t">x</said> y <said xml:id="t" prev="#s">z</said>', [("a", "direct", "x", "z")]),
        ('<said>x <quote who="#a">y</quote></said>', [(None, "direct", "x y"), ("a", "direct", "y")]),
        ('<persName xml:id="n">Bolat</persName>: <said who="#n">x</said>', [("Bolat", "direct", "x")]),
        ('<persName xml:id="n" ref="#a">Frau A.</persName>: <said who="#n">x</said>', [("a", "direct", "x")]),
        ('<said who="Anna Orynbay">x</said>', [("Anna Orynbay", "direct", "x")]),
        ('<said who="https://example.org/a">x</said>', [("https://example.org/a", "direct", "x")]),
    ],
)
def test_what_is_a_statement(markup: str, expected: Any) -> None:
    assert said(article(f"<p>{markup}</p>", PEOPLE)) == expected


def test_private_prefixes_of_pointers_are_replaced() -> None:
    header = (
        '<encodingDesc><listPrefixDef><prefixDef ident="who" matchPattern="(.+)" replacementPattern="#$1"/>'
        '<prefixDef ident="gnd" matchPattern="(.+)" replacementPattern="https://d-nb.info/gnd/$1"/></listPrefixDef></encodingDesc>'
    )
    found = article('<p><said who="who:a">x</said> <said who="gnd:118">y</said></p>', header + PEOPLE)
    assert said(found) == [("a", "direct", "x"), ("https://d-nb.info/gnd/118", "direct", "y")]


def test_quotations_inside_speech_are_its_verbatim_words_and_addressees_are_told() -> None:
    found = article('<p><said who="#a" toWhom="#g" direct="false">sie sei <q>müde</q></said></p>', PEOPLE)
    (one,) = found.statements
    assert [span.of(found.text) for span in one.verbatim] == ["müde"]
    assert [voice.entity for voice in one.addressees] == ["g"]


def test_ids_are_kept_and_unique() -> None:
    corpus, losses = read(tei('<body><u xml:id="u1"/><u xml:id="a"/><u/></body>', PEOPLE, f'<TEI{NS} xml:id="t">'))
    assert [one.id for one in corpus.articles[0].statements] == ["u1", "a-2", "t.s3"]
    assert losses["text/u/@xml:id"].count == 1


@pytest.mark.parametrize("namespace", [NS, ""])
def test_corpora_and_texts_in_texts(namespace: str) -> None:
    inner = '<TEI xml:id="{0}"><teiHeader/><text><body><p>{0}</p></body></text>{1}</TEI>'
    document = (
        f'<teiCorpus{namespace} xml:id="c"><teiHeader/>{inner.format("x", inner.format("y", ""))}'
        f"<teiCorpus><teiHeader/>{inner.format('z', '')}</teiCorpus></teiCorpus>"
    )
    corpus, _ = read(document)
    assert corpus.id == "c"
    assert [(one.id, one.text) for one in corpus.articles] == [("x", "x"), ("y", "y"), ("z", "z")]


def test_p4() -> None:
    header = '<profileDesc><particDesc><person id="s"><persName>Smith</persName></person></particDesc></profileDesc>'
    body = '<body><p><q who="s" direct="n">x</q> on <date value="1998-05-02">Saturday</date></p></body>'
    corpus, _ = read(f'<TEI.2 id="d"><teiHeader>{header}</teiHeader><text lang="en">{body}</text></TEI.2>')
    (found,) = corpus.articles
    assert (found.id, found.language) == ("d", "en")
    assert said(found) == [("s", "indirect", "x")]
    assert [mention.when and mention.when.edtf for mention in found.mentions] == ["1998-05-02"]


def test_same_ids_in_two_texts_mean_two_people() -> None:
    one = f"<TEI><teiHeader>{PEOPLE}</teiHeader><text><body><u who='#a'>x</u></body></text></TEI>"
    corpus, losses = read(f"<teiCorpus{NS}>{one}{one}</teiCorpus>")
    assert [said(found)[0][0] for found in corpus.articles] == ["a", "a-2"]
    assert losses["person/@xml:id"].count == 1


@pytest.mark.parametrize("document", ["<html/>", "<p/>", '<TEI xmlns="http://example.org"/>'])
def test_what_is_no_tei_is_refused(document: str) -> None:
    with pytest.raises(kz.DecodeError, match="found the root"):
        kz.loads(document, format="tei")


def test_losses_have_line_and_count() -> None:
    _, losses = read(tei("<body>\n<p>a <hi>b</hi>\n<hi rend='i'>c</hi></p></body>"))
    assert losses["text/hi"] == kz.Loss("text/hi", 2, "markup without a place; its text is kept; first on line 2")
    assert losses["text/hi/@rend"].count == 1


def test_files_are_included_when_asked_and_from_the_folder_only(tmp_path: Path) -> None:
    xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
    (tmp_path / "people.xml").write_text(f'<listPerson{NS}><person xml:id="a"><persName>Anna</persName></person></listPerson>')
    (tmp_path / "one.xml").write_text(tei('<body><u who="#a">Ja</u></body>'))
    (tmp_path / "loop.xml").write_text(f'<teiCorpus{NS} {xi}><xi:include href="loop.xml"/></teiCorpus>')
    (tmp_path / "corpus.xml").write_text(
        f'<teiCorpus{NS} {xi}><teiHeader><profileDesc><particDesc><xi:include href="people.xml"/></particDesc></profileDesc></teiHeader>'
        '<xi:include href="one.xml"/></teiCorpus>'
    )
    losses: list[kz.Loss] = []
    assert kz.load(tmp_path / "corpus.xml", on_loss=losses.append).articles == ()
    assert ":include" in {loss.field for loss in losses}
    for include in (True, tmp_path):
        (found,) = kz.load(tmp_path / "corpus.xml", options=TeiReading(include=include)).articles
        assert said(found) == [("a", "direct", "Ja")]
    for href in (
        "../x.xml",
        "/etc/passwd",
        "http://example.org/x.xml",
        "file:///etc/passwd",
        "missing.xml",
        "a%00b",
        "%2e%2e/x.xml",
        "//h",
        "?x",
        ".",
    ):
        with pytest.raises(kz.DecodeError, match="expected a file"):
            kz.loads(f'<teiCorpus{NS} {xi}><xi:include href="{href}"/></teiCorpus>', format="tei", options=TeiReading(include=tmp_path))
    with pytest.raises(kz.DecodeError, match="without end"):
        kz.load(tmp_path / "loop.xml", options=TeiReading(include=True))
    with pytest.raises(TypeError, match="expected a folder"):
        kz.loads("<TEI/>", format="tei", options=TeiReading(include=True))


@pytest.mark.parametrize(
    ("reference", "lost"),
    [
        ('href="people.xml" xpointer="a"', set()),
        ('href="people.xml" xpointer="nobody"', {":include/@xpointer"}),
        ('href="people.xml" parse="text"', {":include"}),
        ('xpointer="a"', {":include"}),
    ],
)
def test_references_that_cannot_be_followed_are_told(tmp_path: Path, reference: str, lost: set[str]) -> None:
    (tmp_path / "people.xml").write_text(f'<listPerson{NS}><person xml:id="a"><persName>Anna</persName></person></listPerson>')
    document = (
        f'<TEI{NS} xmlns:xi="http://www.w3.org/2001/XInclude"><teiHeader><profileDesc><particDesc><listPerson>'
        f'<xi:include {reference}/></listPerson></particDesc></profileDesc></teiHeader><text><body><u who="#a">Ja</u></body></text></TEI>'
    )
    losses: list[kz.Loss] = []
    found = kz.loads(document, format="tei", options=TeiReading(include=tmp_path), on_loss=losses.append)
    told = {loss.field for loss in losses if "include" in loss.field}
    assert lost <= told
    assert bool(told) is bool(lost)
    assert [actor.id for actor in found.authority.actors] == ([] if lost else ["a"])


def test_included_files_together_have_the_limit_of_one(tmp_path: Path) -> None:
    xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
    content = tei("<body><p>words</p></body>")
    for name in ("one.xml", "two.xml"):
        (tmp_path / name).write_text(content)
    path = tmp_path / "corpus.xml"
    path.write_text(f'<teiCorpus{NS} {xi}><xi:include href="one.xml"/><xi:include href="two.xml"/></teiCorpus>')
    size = 2 * len(content)
    assert len(kz.load(path, options=TeiReading(include=True, limits=Options(size=size))).articles) == 2
    with pytest.raises(kz.DecodeError, match=f"more than {size - 1:,} bytes in included files"):
        kz.load(path, options=TeiReading(include=True, limits=Options(size=size - 1)))


def test_articles_of_a_foreign_corpus_can_be_iterated(tmp_path: Path) -> None:
    path = tmp_path / "c.xml"
    path.write_text(f"<teiCorpus{NS}>{tei('<body><p>a</p></body>')}{tei('<body><p>b</p></body>')}</teiCorpus>")
    assert [found.text for found in kz.iter_articles(path)] == ["a", "b"]


@pytest.mark.parametrize("name", ["said", "u", "q"])
def test_an_empty_id_is_none(name: str) -> None:
    """Whatever is read can be written, and is read again."""
    corpus, _ = read(tei(f'<body><{name} xml:id="">We went home.</{name}></body>'))
    assert all(one.id for one in corpus.articles[0].statements)
    assert kz.loads(kz.dumps(corpus, format="json"), format="json") == corpus
