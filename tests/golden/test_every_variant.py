"""A corpus in which everything stands in each of its forms: every kind, and what is there and not there beside it.

``KZCORPUS_REWRITE=1 pytest tests/golden`` writes the files anew after a change that is meant. What the texts say is made up.
"""

import os
from pathlib import Path
from typing import get_args

import pytest

import kzcorpus as kz
from kzcorpus.formats import table
from kzcorpus.formats.json_ import jsonfile, jsonlines
from kzcorpus.formats.tei import reader
from kzcorpus.formats.tei.examination import examine
from kzcorpus.formats.tei.ledger import Ledger
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.parsing import parse
from kzcorpus.formats.tei.writer import dumps
from kzcorpus.model.agents import OccasionKind, OrganizationKind, PlaceKind
from kzcorpus.model.articles import BlockKind, MentionType
from kzcorpus.model.findings import Severity
from kzcorpus.model.links import LinkKind, Verdict
from kzcorpus.model.names import NameKind
from kzcorpus.model.provenance import Status
from kzcorpus.model.statements import Mode, Polarity, VoiceKind

HERE = Path(__file__).parent
SPAN = kz.Span(0, 1)
EMPTY = kz.Span(2, 2)
EDTF = ("2022", "2022-10-14", "XXXX-10-14", "2022-10?", "2022-21", "2022-10-14T10:04:05Z", "1800/1805", "../2022", "-0044", "0000")
WHENS = (
    *map(kz.When, EDTF),
    kz.When("2022", "stated"),
    kz.When("2022", "given", EMPTY),
    kz.When("2022", anchor="2021"),
    kz.When("2022", "resolved", SPAN, "2021-1X"),
)
MADES = (
    kz.Made(),
    kz.Made(by=""),
    kz.Made(confidence=0.0),
    kz.Made(confidence=-0.0),
    kz.Made(confidence=1.0),
    kz.Made(version="1", at="2022~"),
    kz.Made(rule="r", note="<&>\r\0"),
    *(kz.Made(status=status) for status in get_args(Status)),
)
VOICES = (
    kz.Voice(),
    kz.Voice("p"),
    kz.Voice("o", "", SPAN),
    kz.Voice(name="N\0"),
    kz.Voice(span=EMPTY),
    *(kz.Voice(kind=kind) for kind in get_args(VoiceKind)),
)
SETTINGS = (None, kz.Setting(), kz.Setting("e"), kz.Setting(name=""), kz.Setting(span=SPAN), kz.Setting("e", "summit", EMPTY))
SOURCES = (kz.Source(retrieved="2022"), kz.Source(filename=""), kz.Source(media_type="x"), kz.Source(encoding="y"), kz.Source(sha256="z"))
STANCES = tuple(kz.Stance("k", agreement) for agreement in (None, True, False, 0, 1, -3, 2**63 - 1))
NAMES = (
    kz.Name(""),
    kz.Name("N", "kk-Cyrl"),
    kz.Name("N", since="2022"),
    kz.Name("N", until="2022"),
    kz.Name("N", "en", "full", "2021~", "2022?"),
    *(kz.Name("N", kind=kind) for kind in get_args(NameKind)),
)
BLOCKS = "".join(f"{kind}{' ' * (number % 3)}\n" for number, kind in enumerate((*get_args(BlockKind), *reversed(get_args(BlockKind)))))


def blocks(text: str) -> tuple[kz.Block, ...]:
    found, position = [], 0
    for line in text.splitlines():
        found.append(kz.Block(kz.Span(position, position + len(line.rstrip())), line.rstrip()))  # type: ignore[arg-type]  # the line is a kind
        position += len(line) + 1
    return tuple(found)


def statements() -> list[kz.Statement]:
    made = [kz.Statement("s"), kz.Statement("n", (SPAN,))]
    made += [kz.Statement(f"m-{mode}", (SPAN,), mode) for mode in get_args(Mode)]
    made += [kz.Statement(f"p-{polarity}", polarity=polarity) for polarity in get_args(Polarity)]
    made += [kz.Statement("both", (EMPTY, SPAN, SPAN), "mixed", polarity="negative", made=MADES[1])]
    made += [kz.Statement(f"v{n}", speaker=voice, addressees=VOICES[:n], via=VOICES[n:]) for n, voice in enumerate(VOICES)]
    made += [kz.Statement(f"o{n}", occasion=setting, within="s") for n, setting in enumerate(SETTINGS)]
    made += [kz.Statement(f"w{n}", said=when, within="o1") for n, when in enumerate(WHENS)]
    made += [kz.Statement(f"d{n}", made=one, stances=STANCES[:n]) for n, one in enumerate(MADES)]
    return [*made, kz.Statement("c", cue=(SPAN,)), kz.Statement("b", verbatim=(SPAN, EMPTY)), kz.Statement("h", hedges=(EMPTY,))]


ARTICLES = (
    kz.Article("bare"),
    kz.Article("blank", " \r\n\t"),
    kz.Article("odd", "\0a\ufffeb\uffff<&>\r\n\x1f", language="kk-Cyrl-KZ", extra=(("", ""), ("k", "\0"), ("k", " v "))),
    kz.Article("blocks", BLOCKS, blocks=blocks(BLOCKS)),
    kz.Article(
        "empty.blocks", "a\n", blocks=(kz.Block(kz.Span(0, 0), "headline"), kz.Block(SPAN, "credit"), kz.Block(kz.Span(2, 2), "deck"))
    ),
    kz.Article(
        "marked",
        "a\x0bb\n\0 \nc\ufffd\t",
        blocks=(kz.Block(kz.Span(0, 3), "paragraph"), kz.Block(kz.Span(4, 5), "caption"), kz.Block(kz.Span(7, 9), "heading")),
        mentions=(kz.Mention(kz.Span(1, 3), "person"), kz.Mention(kz.Span(4, 5), "place")),
    ),
    kz.Article("said", "“ab” c", blocks=(kz.Block(kz.Span(0, 6), "paragraph"),), statements=tuple(statements())),
    kz.Article(
        "inline",
        "He said “no, never” on Friday in Astana.",
        blocks=(kz.Block(kz.Span(0, 40), "paragraph"),),
        mentions=(
            *(kz.Mention(kz.Span(0, 2), type_) for type_ in get_args(MentionType)),
            kz.Mention(kz.Span(33, 39), "place", "l"),
            kz.Mention(kz.Span(33, 39), "place", "o", literal="l"),
            kz.Mention(kz.Span(23, 29), "date", when=kz.When("2022-10-14", "resolved")),
            kz.Mention(kz.Span(23, 29), "date", when=kz.When("2022-10-14~")),
            kz.Mention(kz.Span(20, 39), "event", "e", "Friday"),
            kz.Mention(kz.Span(3, 12), "group", name=""),
            *(kz.Mention(EMPTY, "person", made=made) for made in MADES[:3]),
        ),
        statements=(
            kz.Statement(
                "i1", (kz.Span(9, 11), kz.Span(13, 18)), "direct", kz.Voice("p"), addressees=(kz.Voice("p"), kz.Voice(), kz.Voice("o"))
            ),
            kz.Statement("i2", (kz.Span(9, 18),), verbatim=(kz.Span(9, 18), kz.Span(13, 30))),
            kz.Statement("i3", (kz.Span(13, 18), kz.Span(9, 11), kz.Span(30, 32)), "indirect"),
        ),
    ),
    *(kz.Article(f"source{n}", source=source) for n, source in enumerate((kz.Source(), kz.Source(url=""), kz.Source(outlet=kz.Voice())))),
    *(kz.Article(f"outlet{n}", "ab", kz.Source(voice)) for n, voice in enumerate(VOICES)),
    *(kz.Article(f"field{n}", source=source) for n, source in enumerate(SOURCES)),
    *(kz.Article(f"published{n}", "ab", published=when) for n, when in enumerate(WHENS)),
    kz.Article("front", "ab", dateline=kz.Dateline(SPAN), bylines=VOICES),
    kz.Article("dateline", "ab", dateline=kz.Dateline(EMPTY, "l", kz.When("2022", span=SPAN))),
    kz.Article(
        "found",
        "ab",
        findings=(
            kz.Finding(""),
            *(kz.Finding("c", severity, "m") for severity in get_args(Severity)),
            kz.Finding("c", article="bare", line=0),
            kz.Finding("c", article="found", spans=(SPAN, EMPTY), refs=("p", "found", "s"), path="", hint="", line=-1),
        ),
    ),
)
CORPUS = kz.Corpus(
    "every.variant",
    title="",
    articles=ARTICLES,
    authority=kz.Authority(
        (kz.Actor("p", NAMES), kz.Actor("q", kind="person", same_as=("", "x")), kz.Actor("g", (kz.Name("G"),), "group", made=MADES[2])),
        (kz.Organization("o", NAMES), *(kz.Organization(f"o-{kind}", kind=kind, part_of="o") for kind in get_args(OrganizationKind))),
        (kz.Place("l", NAMES), *(kz.Place(f"l-{kind}", kind=kind, part_of="l", same_as=("x",)) for kind in get_args(PlaceKind))),
        (
            kz.Tenure("p"),
            kz.Tenure("o", "", "o", since="2022"),
            kz.Tenure("g", "post", until="2022", made=MADES[0]),
            kz.Tenure("p", since="2021", until="2022%"),
        ),
    ),
    concepts=(kz.Concept("k"), kz.Concept("k2", NAMES, "k")),
    occasions=(
        kz.Occasion("e", names=NAMES, participants=("p", "o")),
        *(kz.Occasion(f"e-{kind}", kind, place="l") for kind in get_args(OccasionKind)),
        *(kz.Occasion(f"e{n}", when=when) for n, when in enumerate(WHENS) if when.span is None),
    ),
    links=(
        *(kz.Link("i1", "i2", kind) for kind in get_args(LinkKind)),
        *(kz.Link("i2", "i1", "same", score, MADES[1]) for score in (0.0, -0.0, 1.0, 0.1, 1.5, -1.0, 1e300, 5e-324)),
    ),
    remarks=(
        kz.Remark("r"),
        kz.Remark("r1", "p", ("i1", "i2"), made=MADES[0]),
        kz.Remark("r2", occasion="e", said=kz.When("2022", "given")),
    ),
    corrections=(
        *(kz.Correction(f"c-{verdict}", "said", (SPAN,), verdict=verdict) for verdict in get_args(Verdict)),
        kz.Correction("c0", "bare"),
        kz.Correction("c1", "said", (SPAN, EMPTY), ("“", ""), by="", at="2022", note="\0"),
        kz.Correction("c2", "said", value=kz.Statement("s")),
        kz.Correction("c3", "said", value=kz.Statement("new", (SPAN,), "direct", made=MADES[3])),
        kz.Correction("c4", "said", value=kz.Statement("inner", within="new", speaker=kz.Voice("p", span=EMPTY))),
        kz.Correction("c5", "said", value=kz.Statement("other", within="m-direct")),
    ),
    extra=(("", "\0"), ("k", "v")),
)
DOCUMENTS = {
    "every_variant.tei.xml": lambda: dumps(CORPUS),
    "every_variant.json": lambda: jsonfile.dumps(CORPUS).encode(),
    "every_variant.csv": lambda: table.dumps(CORPUS).encode(),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_file_is_what_the_format_makes(name: str) -> None:
    path, document = HERE / name, DOCUMENTS[name]()
    if os.environ.get("KZCORPUS_REWRITE") == "1":
        path.write_bytes(document)
    assert path.read_bytes() == document


def test_each_way_of_reading_gives_it_back() -> None:
    document = (HERE / "every_variant.tei.xml").read_bytes()
    assert reader.loads(document) == CORPUS
    ledger = Ledger(patient=True)
    assert examine(parse(document, Options())[0], "teiCorpus", ledger, inline=True) == CORPUS
    assert ledger.findings == []
    assert tuple(reader.iter_articles(HERE / "every_variant.tei.xml")) == ARTICLES
    assert jsonfile.loads((HERE / "every_variant.json").read_bytes()) == CORPUS
    assert jsonlines.loads(jsonlines.dumps(CORPUS)) == CORPUS
    assert kz.validates(document, format="tei") == ()


def test_markup_in_texts_may_say_anything_where_it_is_to_be_ignored() -> None:
    document = (HERE / "every_variant.tei.xml").read_bytes().replace(b' direct="unknown"', b' direct="false"')
    with pytest.raises(kz.DecodeError) as caught:
        reader.loads(document)
    assert {(one.code, one.hint) for one in caught.value.findings} == {
        ("tei.derived", "markup in the text is derived from standOff; change it there, or read with inline='ignore'")
    }
    assert reader.loads(document, inline="ignore") == CORPUS


def test_a_corpus_without_articles_has_a_form_of_its_own() -> None:
    for corpus in (kz.Corpus("c"), kz.Corpus("c", "T", extra=(("k", "v"),)), kz.Corpus("c", authority=CORPUS.authority)):
        document = dumps(corpus)
        assert b'type="corpus"' in document
        assert reader.loads(document) == corpus
        assert examine(parse(document, Options())[0], "emptyCorpus", Ledger(patient=True), inline=True) == corpus
