"""Strategies for TEI as other projects write it: any tree of elements, and documents whose speakers are known."""

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from hypothesis import strategies as st

NAMES = [
    "p",
    "ab",
    "div",
    "head",
    "l",
    "lg",
    "u",
    "sp",
    "speaker",
    "stage",
    "seg",
    "said",
    "q",
    "quote",
    "note",
    "hi",
    "persName",
    "orgName",
    "placeName",
    "name",
    "rs",
    "date",
    "lb",
    "pb",
    "list",
    "item",
    "table",
    "row",
    "cell",
    "figure",
    "figDesc",
    "opener",
    "closer",
    "salute",
    "signed",
    "dateline",
    "byline",
    "choice",
    "sic",
    "corr",
    "post",
    "writing",
    "foreign",
    "ref",
    "w",
    "s",
    "kinesic",
    "desc",
    "floatingText",
    "body",
    "bibl",
    "cit",
    "castList",
    "castItem",
    "role",
    "fw",
    "label",
    "milestone",
    "unknown",
    "front",
    "titlePart",
    "docTitle",
]
ATTRIBUTES = {
    "who": ["#p1", "#p2", "#nobody", "p1", "#p1 #p2", "https://example.org/x", ""],
    "toWhom": ["#p2", "nobody"],
    "ref": ["#p1", "#o1", "#pl1", "#nobody", "http://example.org/1"],
    "key": ["k1", "p1", ""],
    "when": ["2022-10-14", "--10-14", "10:04", "1774", "2022-10-14T10:04:23.5+02:00", "soon"],
    "from": ["1990", "2020-01"],
    "to": ["1997-10-30", "1980"],
    "notBefore": ["1800"],
    "type": ["person", "speaker", "spoken", "header", "comments", "PER", "x", "intExpr"],
    "direct": ["true", "false", "unknown"],
    "mode": ["direct", "indirect", "reported", "freeIndirect indirect"],
    "id": ["1", "2", "1 2"],
    "next": ["#s1", "#s2"],
    "prev": ["#s1", "#s2"],
    "break": ["no", "yes"],
    "cert": ["low", "high"],
    "resp": ["#p1", "#me"],
    "rend": ["i"],
    "xml:space": ["preserve", "default"],
    "xml:lang": ["de", "x y"],
}
TEXT = st.text(st.sampled_from("ab é“”»«'.,;\n\t\u00a0\u2028\U0001d54f-–12"), max_size=12)
REGISTER = (
    '<particDesc><listPerson><person xml:id="p1"><persName>Anna</persName></person><personGrp xml:id="p2"><name>Alle</name></personGrp>'
    '</listPerson><listOrg><org xml:id="o1"><orgName>Ost</orgName></org></listOrg></particDesc><settingDesc><listPlace><place xml:id="pl1">'
    "<placeName>Wien</placeName></place></listPlace></settingDesc>"
)


HEADER_NAMES = (
    "fileDesc",
    "titleStmt",
    "title",
    "author",
    "persName",
    "surname",
    "forename",
    "roleName",
    "name",
    "orgName",
    "meeting",
    "publicationStmt",
    "publisher",
    "date",
    "idno",
    "ptr",
    "ref",
    "sourceDesc",
    "bibl",
    "biblFull",
    "biblStruct",
    "monogr",
    "imprint",
    "profileDesc",
    "creation",
    "langUsage",
    "language",
    "particDesc",
    "listPerson",
    "person",
    "personGrp",
    "affiliation",
    "occupation",
    "listOrg",
    "org",
    "listPlace",
    "place",
    "placeName",
    "settlement",
    "correspDesc",
    "correspAction",
    "settingDesc",
    "setting",
    "classDecl",
    "taxonomy",
    "category",
    "catDesc",
    "term",
    "encodingDesc",
    "prefixDef",
    "respStmt",
    "resp",
    "revisionDesc",
    "change",
    "role",
    "castItem",
    "teiHeader",
    "TEI",
    "unknown",
)


@st.composite
def elements(draw: Any, depth: int = 4, names: Any = NAMES) -> str:
    """Draw an element with whatever in it, as TEI or not."""
    name = draw(st.sampled_from(names))
    chosen = draw(st.lists(st.sampled_from(sorted(ATTRIBUTES)), max_size=3, unique=True))
    attributes = "".join(f" {key}={quoteattr(draw(st.sampled_from(ATTRIBUTES[key])))}" for key in chosen)
    if draw(st.booleans()):
        attributes += f' xml:id="s{draw(st.integers(1, 4))}"'
    parts = [escape(draw(TEXT))]
    for _ in range(draw(st.integers(0, 3)) if depth else 0):
        parts += (draw(elements(depth - 1, names)), escape(draw(TEXT)))
    return f"<{name}{attributes}>{''.join(parts)}</{name}>"


def document(body: str, header: str = REGISTER, *, p4: bool = False, namespace: bool = True) -> str:
    """Return a document with this content of its ``text``."""
    root = "TEI.2" if p4 else "TEI"
    uri = ' xmlns="http://www.tei-c.org/ns/1.0"' if namespace and not p4 else ""
    statement = "<titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>"
    head = f"<teiHeader><fileDesc>{statement}</fileDesc><profileDesc>{header}</profileDesc></teiHeader>"
    return f"<{root}{uri}>{head}<text>{body}</text></{root}>"


def trees() -> Any:
    """Draw documents of any elements in any order."""
    bodies = st.lists(elements(), min_size=1, max_size=3).map(lambda parts: f"<body>{''.join(parts)}</body>")
    return st.builds(document, bodies, p4=st.booleans(), namespace=st.booleans())


@st.composite
def sequences(draw: Any) -> str:
    """Draw a corpus of documents of any elements, each with ids of its own, one after another or in a corpus inside."""
    bodies = st.lists(elements(3), min_size=1, max_size=2).map(lambda parts: f"<body>{''.join(parts)}</body>")
    texts = []
    for number in range(draw(st.integers(1, 4))):
        text = document(draw(bodies), "", namespace=False)
        own = text.replace('xml:id="s', f'xml:id="t{number}s').replace('="#s', f'="#t{number}s')
        own = own.replace("example.org/", f"example.org/t{number}").replace('"k1"', f'"k{number}"').replace(' id="', f' id="{number}')
        texts.append(draw(st.sampled_from([own, own, f"<teiCorpus><teiHeader/>{own}</teiCorpus>", f"<!-- x -->{own}\n"])))
    uri = draw(st.sampled_from(["", ' xmlns="http://www.tei-c.org/ns/1.0"']))
    header = f"<teiHeader><profileDesc>{REGISTER}</profileDesc></teiHeader>"
    return f"<teiCorpus{uri}>{header}{''.join(texts)}</teiCorpus>"


def headers() -> Any:
    """Draw documents whose header holds any elements of headers in any order, and whose text points at them."""
    header = st.lists(elements(5, HEADER_NAMES), min_size=1, max_size=4).map("".join)
    text = "<text><body><p><said who='#s1 #s2' toWhom='#s3'>a</said> <persName ref='#s4'>b</persName></p></body></text>"
    return header.map(lambda inside: f"<TEI><teiHeader>{inside}</teiHeader><standOff>{inside}</standOff>{text}</TEI>")


WORDS = st.lists(st.sampled_from(["ja", "nein", "wir", "gehen", "morgen", "nach", "Astana", "zurück"]), min_size=1, max_size=5).map(
    " ".join
)


@st.composite
def speeches(draw: Any) -> tuple[str, list[tuple[str, str]]]:
    """Draw a sitting, a play or a story, and who says what in it, in order."""
    people = draw(st.lists(st.sampled_from(["anna", "bolat", "Ü_9", "x.y-z"]), min_size=1, max_size=4, unique=True))
    form = draw(st.sampled_from(["u", "sp", "said", "q"]))
    spoken, parts = [], []
    for _ in range(draw(st.integers(1, 6))):
        who, words = draw(st.sampled_from(people)), draw(WORDS)
        inset = draw(st.sampled_from(["", "<note>beiseite</note>", "<stage>ab</stage>"])) if form in ("u", "sp") else ""
        inner = {
            "u": f"<seg>{words}{inset}</seg>",
            "sp": f"<speaker>{who.upper()}</speaker>\n  <p>{inset}{words}</p>",
            "said": words,
            "q": words,
        }[form]
        speech = f'<{form} who="#{who}">{inner}</{form}>'
        parts.append(speech if form in ("u", "sp") else f"<p>Er rief: {speech}.</p>")
        spoken.append((who, words))
    register = "".join(f'<person xml:id="{name}"><persName>{name}</persName></person>' for name in people)
    indentation = draw(st.sampled_from(["", "\n", "\n      "]))
    body = f"<body><div>{indentation}{indentation.join(parts)}{indentation}</div></body>"
    return document(body, f"<particDesc><listPerson>{register}</listPerson></particDesc>"), spoken
