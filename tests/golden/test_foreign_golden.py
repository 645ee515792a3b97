"""How TEI of other projects is read: every element of TEI by itself, values of attributes, and the samples of tests/foreign, as lines.

A change of any rule shows here as a change of lines; ``KZCORPUS_REWRITE=1 pytest tests/golden`` writes the files anew after one that is
meant. What is right is said elsewhere, by ``tests/foreign/expected.toml`` and the laws. The names are those of tei_all 4.12.0 and of P4.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

import kzcorpus as kz
from kzcorpus.documents import TeiReading

HERE = Path(__file__).parent / "foreign"
SAMPLES = sorted((HERE.parents[1] / "foreign").glob("[0-9]*.xml"))
REWRITE = os.environ.get("KZCORPUS_REWRITE") == "1"
ALWAYS = {"text/div", "teiHeader/fileDesc/publicationStmt", "teiHeader/fileDesc/sourceDesc"}
REGISTER = (
    "<particDesc><listPerson><person xml:id='p1'><persName>Ann Lee</persName></person></listPerson>"
    "<listOrg><org xml:id='o1'><orgName>Union</orgName></org></listOrg></particDesc>"
    "<settingDesc><listPlace><place xml:id='l1'><placeName>Oskemen</placeName></place></listPlace></settingDesc>"
)
PLACES = {
    "inline": "<div><p>Before <X>Words here</X> after.</p></div>",
    "block": "<div><p>One.</p><X>Words here</X><p>Two.</p></div>",
    "inset": "<div><u who='#p1'>Before <X>Words here</X> after.</u></div>",
    "top": "<X>Words here</X><div><p>Two.</p></div>",
}
VALUES = {
    "name/@type": "<p>Before <name type='V' ref='#p1'>Words</name> after.</p>",
    "rs/@type": "<p>Before <rs type='V'>Words</rs> after.</p>",
    "q/@type": "<p>Before <q type='V' who='#p1'>“Words,”</q> after.</p>",
    "said/@direct": "<p>Before <said direct='V' who='#p1'>“Words,”</said> after.</p>",
    "said/@mode": "<p>Before <said mode='V' who='#p1'>“Words,”</said> after.</p>",
    "titlePart/@type": "<titlePart type='V'>One</titlePart><p>Two</p>",
    "ab/@type": "<ab type='V'>Words</ab><p>More words</p>",
    "div/@type": "<div type='V'><head>Head</head><p>Words</p></div>",
    "note/@type": "<u who='#p1'>Words</u><note type='V'>Ann:</note><u>More</u>",
    "seg/@type": "<p><seg type='V'>Ann</seg> <said id='s' who='#p1'>Words</said></p>",
    "w/@join": "<p><w>Words</w><w join='V'>more</w><w>last</w></p>",
    "date/@when": "<p>Before <date when='V'>Words</date> after.</p>",
    "date/@cert": "<p>Before <date when='2022' cert='V'>Words</date> after.</p>",
    "lb/@break": "<p>Before<lb break='V'/>Words<pb break='V'/>after.</p>",
    "quote/@type": "<p>Before <quote type='V'>“Words,”</quote> after.</p>",
    "q/@type-alone": "<p>Before <q type='V'>“Words,”</q> after.</p>",
}
REGISTERS = {
    "org/@role": "<listOrg><org xml:id='o9' role='V'><orgName>Words</orgName></org></listOrg>",
    "place/@type": "<listPlace><place xml:id='l9' type='V'><placeName>Words</placeName></place></listPlace>",
    "orgName/@full": "<listOrg><org xml:id='o9'><orgName full='V'>Words</orgName></org></listOrg>",
    "persName/@type": "<listPerson><person xml:id='p9'><persName type='V'>Words</persName></person></listPerson>",
    "idno/@type": "<listPerson><person xml:id='p9'><persName>Words</persName><idno type='V'>Q1</idno></person></listPerson>",
    "affiliation/@role": "<listPerson><person xml:id='p9'><persName>Ann</persName><affiliation role='V' ref='#o1'/></person></listPerson>",
}


HEADERS = {
    "title/@type": "<fileDesc><titleStmt><title type='x'>First</title><title type='V'>Second</title></titleStmt></fileDesc>",
    "publicationStmt-date/@type": "<fileDesc><publicationStmt><date type='x' when='2001'/><date type='V' when='2002'/></publicationStmt></fileDesc>",  # noqa: E501 -- a document on a line
    "bibl-title/@level": "<fileDesc><sourceDesc><bibl><publisher>First</publisher><title level='V'>Second</title></bibl></sourceDesc></fileDesc>",  # noqa: E501 -- a document on a line
    "bibl-idno/@type": "<fileDesc><sourceDesc><bibl><idno type='V'>urn:x</idno></bibl></sourceDesc></fileDesc>",
    "correspAction/@type": (
        "<profileDesc><correspDesc><correspAction type='V'><persName ref='#p1'>First</persName></correspAction>"
        "<correspAction type='sent'><orgName ref='#o1'>Second</orgName></correspAction></correspDesc></profileDesc>"
    ),
}

WHOLE = (
    "<html><body>Words</body></html>",
    "<listPerson><person/></listPerson>",
    *(f"<{root}/>" for root in ("TEI", "TEI.2", "teiCorpus", "teiCorpus.2", "teiHeader")),
    *(f"<{root}><x/></{root}>" for root in ("TEI", "TEI.2", "teiCorpus", "teiCorpus.2")),
    *(f"<{root}><text><body><p>Words</p></body></text></{root}>" for root in ("TEI", "TEI.2", "teiCorpus")),
    "<TEI><teiHeader/></TEI>",
    "<TEI><teiHeader/><standOff/></TEI>",
    "<TEI><text><front><p>One</p></front><body/><back><p>Two</p></back></text></TEI>",
    "<TEI><text><group><text><body><p>One</p></body></text><text><body><p>Two</p></body></text></group></text></TEI>",
    "<teiCorpus><TEI xml:id='a'><text><body><p>1</p></body></text></TEI><TEI id='b'><text><body><p>2</p></body></text></TEI></teiCorpus>",
    "<teiCorpus xml:id='c'><teiHeader/><TEI><text><body/></text></TEI><TEI><sourceDoc><surface>Two</surface></sourceDoc></TEI></teiCorpus>",
    "<TEI xml:id='a'><TEI xml:id='a'><text><body><p>Inner</p></body></text></TEI><text><body><p>Outer</p></body></text></TEI>",
    "<TEI xml:lang='kk'><text xml:lang='ru'><body xml:lang='en'><p>Words</p></body></text></TEI>",
    "<TEI><text><body><p>a<!-- b -->c<?d e?>f</p></body></text></TEI>",
    "<TEI><text><body>Bare <p>words</p> here</body></text></TEI>",
    "<TEI><text><body><p xml:id='a' id='a'>One</p><p xml:id='a'>Two</p><p ref='#a #b urn:x x.xml#y'>Three</p></body></text></TEI>",
    "<TEI><text><body><p id='p'>Words</p><ptr target='#string-range(p,0,5) #string-range(p,3,9) #string-range(q,0) #string-range(p,0)'/></body></text></TEI>",  # noqa: E501 -- a document on a line
    "<teiCorpus><include xmlns='http://www.w3.org/2001/XInclude' href='x'/><TEI><text><body><p>Words</p></body></text></TEI></teiCorpus>",
    "<teiCorpus><TEI><teiHeader/><text><body><p>A <idno type='text-sha256'>0</idno></p></body></text></TEI></teiCorpus>",
    "<teiCorpus><TEI><teiHeader><x><idno type='text-sha256'>0</idno></x></teiHeader><text><body><p>A</p></body></text></TEI></teiCorpus>",
    "<TEI><teiHeader><x><schemaRef key='kzcorpus-7'/></x></teiHeader><text><body><p>A</p></body></text></TEI>",
    "<TEI><teiHeader><x><calendar xml:id='_edtf'/><calendar xml:id='own'/></x></teiHeader><text><body><p>A</p></body></text></TEI>",
    (
        "<TEI><teiHeader><respStmt xml:id='r'><name xml:id='me'>Me</name></respStmt><editor xml:id='ed'>Ed</editor></teiHeader>"
        "<text><body><p><said resp='#me'>A</said> <said resp='#r'>B</said> <said resp='#ed #me'>C</said> <said resp='#who'>D</said></p>"
        "</body></text></TEI>"
    ),
    "<TEI><text><body><p>Words</p><include xmlns='http://www.w3.org/2001/XInclude' href='none.xml'/></body></text></TEI>",
    *(
        f"<TEI{whole}><teiHeader><fileDesc><titleStmt><title xml:lang='en'>En</title><title xml:lang='ru'>Ru</title><title>No</title></titleStmt>"  # noqa: E501 -- a document on a line
        f"</fileDesc></teiHeader><text{text}><body><p>Words</p></body></text></TEI>"
        for whole in ("", " xml:lang='ru'", " xml:lang='no language'")
        for text in ("", " xml:lang='en'", " xml:lang='kk'")
    ),
    (
        "<teiCorpus xml:lang='ru' n='1'><teiHeader><fileDesc><titleStmt><title>Whole</title></titleStmt></fileDesc></teiHeader>"
        "<TEI version='4' rend='x'><teiHeader><fileDesc><titleStmt><title>Part</title></titleStmt></fileDesc></teiHeader>"
        "<text><body><p>Words</p></body></text></TEI></teiCorpus>"
    ),
    (
        "<TEI><teiHeader><respStmt><resp>marked</resp><persName xml:id='p'>Per</persName><name xml:id='n'>Nam</name></respStmt>"
        "<respStmt xml:id='q'><resp>only</resp></respStmt><editor id='e'>Edi</editor><author xml:id='a'><orgName>Aut</orgName></author>"
        "<application xml:id='t'><label xml:id='l'>App</label></application><change xml:id='c'>Cha</change><p xml:id='x'>No</p></teiHeader>"
        "<text><body><p>"
        + " ".join(f"<said resp='#{name}'>{name}</said>" for name in "pnqeatlcxz")
        + "<said resp=''>none</said></p></body></text></TEI>"
    ),
    "<TEI><text>Bare <div>words</div> <lb/>here</text></TEI>",
    (
        "<TEI><teiHeader><editor><author xml:id='a'><name>Aut</name></author></editor><editor><persName>Ed</persName><change id='c'/></editor>"  # noqa: E501 -- a document on a line
        "<change xml:id='d'>Cha</change></teiHeader><text><body><p><q resp='#a'>a</q> <q resp='#c'>c</q> <q resp='#d'>d</q></p></body></text></TEI>"  # noqa: E501 -- a document on a line
    ),
    "<TEI><teiHeader/><text id='t'><body><p>A</p></body></text></TEI>",
    "<TEI><teiHeader/><text xml:id=''><body><p>A</p></body></text></TEI>",
    "<teiCorpus><TEI><text><body><p>A</p></body></text></TEI><TEI><text><body><p>B</p></body></text></TEI><TEI><text/></TEI></teiCorpus>",
    "<TEI><text><body><p>A</p></body></text><text><body><p>B</p></body></text><sourceDoc><line>C</line></sourceDoc><facsimile/></TEI>",
    "<TEI><standOff><listPerson><person xml:id='p'><persName>Ann</persName></person></listPerson></standOff><text><body><u who='#p'>A</u></body></text></TEI>",  # noqa: E501 -- a document on a line
    "<TEI><text><body><u who='#p'>A</u><listPerson><person xml:id='p'><persName>Ann</persName></person></listPerson></body></text></TEI>",
    (
        "<teiCorpus><teiHeader><person xml:id='p'><persName>Outer</persName></person><category xml:id='k'/></teiHeader><TEI><teiHeader>"
        "<person xml:id='p'><persName>Inner</persName></person><person xml:id='k'/></teiHeader><text><body><u who='#p'>A</u><u who='#k'>B</u>"  # noqa: E501 -- a document on a line
        "</body></text></TEI><TEI><text><body><u who='#p'>C</u><u who='#k'>D</u></body></text></TEI></teiCorpus>"
    ),
)
"""Whole documents, with and without what makes one."""


def document(body: str, register: str = "") -> str:
    return (
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/>"
        f"</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><profileDesc>{REGISTER}{register}</profileDesc></teiHeader>"
        f"<text><body>{body}</body></text></TEI>"
    )


def voice(one: kz.Voice | None) -> str:
    return "-" if one is None else f"{one.entity or '?'}{f' {one.name!r}' if one.name else ''}" + (f" {one.span}" if one.span else "")


def of_article(article: kz.Article) -> Iterator[str]:
    """Yield everything that an article has but its source, in words."""
    for block in article.blocks:
        yield f"{block.kind} {block.span.of(article.text)!r}"
    for one in article.mentions:
        date = one.when.edtf if one.when else None
        yield f"{one.type} {one.span.of(article.text)!r} {one.entity or one.name or date or ''}".strip()
    for said in article.statements:
        yield f"{said.mode} {article.quote(said)!r} by {voice(said.speaker)}" + (f" within {said.within}" if said.within else "")


def told(text: str) -> Iterator[str]:
    """Yield what becomes of a document, in words: its articles, then what is lost of it."""
    losses: list[kz.Loss] = []
    try:
        corpus = kz.loads(text, format="tei", on_loss=losses.append)
    except kz.DecodeError as error:
        yield f"refused: {error.findings[0].message}"
        return
    for article in corpus.articles:
        yield from of_article(article)
    yield from (f"lost {loss.field} {loss.count}: {loss.reason}" for loss in losses if loss.field not in ALWAYS)


def of_records(text: str) -> Iterator[str]:
    losses: list[kz.Loss] = []
    authority = kz.loads(text, format="tei", on_loss=losses.append).authority
    for record in (*authority.agents(), *authority.places):
        if record.id.endswith("9"):
            names = [(name.text, name.kind, name.language) for name in record.names]
            yield f"{type(record).__name__} {record.kind} {names} {record.same_as}"
    yield from (f"{tenure.holder}: {tenure.post} of {tenure.body}" for tenure in authority.tenures)
    yield from (f"lost {loss.field}: {loss.reason}" for loss in losses if loss.field not in ALWAYS)


def alike(names: Iterable[str], tell: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """Yield each way of reading, with the names that are read so; ``X`` stands for the name."""
    ways: dict[str, list[str]] = {}
    for name in names:
        way = "; ".join(re.sub(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])", "X", part) for part in tell(name))
        ways.setdefault(way, []).append(name)
    for way, those in ways.items():
        yield f"{' '.join(those)}\n    {way}"


def held(name: str, lines: Iterable[str]) -> None:
    """Hold lines against a file, or write it anew."""
    path, found = HERE / name, "".join(f"{line}\n" for line in lines)
    if REWRITE:
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def listed(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").split()


@pytest.mark.parametrize("place", PLACES)
def test_every_element(place: str) -> None:
    held(f"{place}.txt", alike(listed("names"), lambda name: told(document(PLACES[place].replace("X>", f"{name}>")))))


def of_header(text: str) -> Iterator[str]:
    losses: list[kz.Loss] = []
    corpus = kz.loads(text, format="tei", on_loss=losses.append)
    (article,) = corpus.articles
    yield from (f"{pair}" for pair in article.extra)
    yield f"{article.source} {article.published}"
    yield from (f"{part}" for part in (*article.bylines, *corpus.occasions))
    yield from (f"lost {loss.field}: {loss.reason}" for loss in losses if loss.field not in ALWAYS)


@pytest.mark.parametrize("where", [*VALUES, *REGISTERS, *HEADERS])
def test_every_value(where: str) -> None:
    if where in HEADERS:
        head = f"<profileDesc>{REGISTER}</profileDesc>"
        around = f"<TEI><teiHeader>{HEADERS[where]}{head}</teiHeader><text><body><p>Text</p></body></text></TEI>"
        ways = alike(listed("values"), lambda value: of_header(around.replace("'V'", f"'{value}'")))
    elif where in VALUES:
        ways = alike(listed("values"), lambda value: told(document(VALUES[where].replace("V", value))))
    else:
        ways = alike(listed("values"), lambda value: of_records(document("<p>Text</p>", REGISTERS[where].replace("V", value))))
    held(f"{where.replace('/@', '-')}.txt", ways)


def whole(text: str) -> Iterator[str]:
    """Yield what becomes of a whole document, the ids of its articles and its losses included."""
    yield text
    yield f"    {'; '.join(told(text))}"
    assert list(told(re.sub(r"^<[\w.]+", r"\g<0> xmlns='http://www.tei-c.org/ns/1.0'", text))) == list(told(text))
    yield from (f"    {finding.severity} {finding.code} {finding}" for finding in kz.validates(text, format="tei"))
    if not next(told(text), "").startswith("refused"):
        corpus = kz.loads(text, format="tei")
        yield f"    {corpus.id} {corpus.title} {[(one.id, one.language, one.text, one.extra) for one in corpus.articles]}"
        yield from (f"    {said.id} {said.made}" for _, said in corpus.statements())


def test_every_root() -> None:
    held("whole.txt", (line for text in WHOLE for line in whole(text)))


def written(text: str) -> Iterator[str]:
    """Yield all that is read of a document, then what is lost."""
    losses: list[kz.Loss] = []
    corpus = json.loads(kz.dumps(kz.loads(text, format="tei", on_loss=losses.append), format="jsonl").replace("}\n{", "}, {").join("[]"))
    for name, value in (*corpus[0]["corpus"].items(), *((key, value) for article in corpus[1:] for key, value in article.items())):
        for item in value if isinstance(value, list) else value.items() if name == "authority" else [value]:
            yield f"    {name}: {json.dumps(item, ensure_ascii=False)}"
    yield from (f"    lost {loss.field} {loss.count}: {loss.reason}" for loss in losses if loss.field not in ALWAYS)


def lines(name: str) -> list[str]:
    """Return the pieces of a file: what begins with a tag at the start of a line."""
    return re.split(r"\n(?=<)", (HERE / name).read_text(encoding="utf-8").removesuffix("\n"))


@pytest.mark.parametrize("namespace", ["xmlns='http://www.tei-c.org/ns/1.0'", ""], ids=["TEI", "bare"])
def test_every_header(namespace: str) -> None:
    texts = "<text><body><div><p>Words <persName ref='#p9'>name</persName></p><u who='#p9'>said</u></div></body></text>"
    register = f"<profileDesc>{REGISTER}</profileDesc>"
    headers = ((one, f"<TEI {namespace} xml:id='a'><teiHeader>{one}{register}</teiHeader>{texts}</TEI>") for one in lines("headers"))
    held("headers.txt", (line for one, text in headers for line in (one, *written(text))))


def test_every_body() -> None:
    prefixes = next(one for one in lines("headers") if "prefixDef" in one)
    held(
        "bodies.txt",
        (line for one in lines("bodies") for line in (one, *written(document(one).replace("<fileDesc>", prefixes + "<fileDesc>")))),
    )


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample(path: Path) -> None:
    losses: list[kz.Loss] = []
    corpus = kz.load(path, options=TeiReading(include=True), on_loss=losses.append)
    held(f"{path.stem}.json", [kz.dumps(corpus, format="json").removesuffix("\n")])
    told_of = [f"{loss.field} {loss.count}: {loss.reason}" for loss in losses]
    held(f"{path.stem}.losses", (*told_of, *(f"{finding.severity} {finding.code} {finding}" for finding in kz.validate(path))))
