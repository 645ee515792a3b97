"""Every malformed TEI document of the folder, held against the table of what is to be said about it.

The table also tells how each came from ``sound.xml``: ``KZCORPUS_REWRITE=1 pytest tests/malformed`` makes the documents anew after a
change of the format that is meant.
"""

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from kzcorpus.errors import MESSAGE_LIMIT, DecodeError
from kzcorpus.formats.tei.reader import iter_articles, loads
from kzcorpus.formats.tei.validation import validates
from kzcorpus.formats.tei.writer import dumps
from kzcorpus.model.agents import Actor, Concept, Occasion, Organization, Place
from kzcorpus.model.articles import Article, Block, Dateline, Mention
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.dates import When
from kzcorpus.model.links import Correction, Link, Remark
from kzcorpus.model.names import Name
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Setting, Stance, Statement, Voice

FOLDER = Path(__file__).parent / "tei"
TABLE: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))
REWRITE = os.environ.get("KZCORPUS_REWRITE") == "1"

TEXT = "Bridge opens\n\nASTANA, October 14\n\n“It opens,” he said, “and stays open.”\n"
SAID = Statement(
    "a1.s1",
    (Span(35, 43), Span(55, 70)),
    "direct",
    Voice("arman", span=Span(46, 48), kind="pronoun"),
    (Span(49, 53),),
    occasion=Setting("talks"),
    said=When("2022-10-14", "resolved", Span(22, 32), "2022-10-15"),
    stances=(Stance("bridges", agreement=True),),
    made=Made(by="kzcorpus", confidence=0.75),
)
ARTICLE = Article(
    "a1",
    TEXT,
    published=When("2022-10-15"),
    dateline=Dateline(Span(14, 32), "astana"),
    blocks=(Block(Span(0, 12), "headline"), Block(Span(14, 32), "dateline"), Block(Span(34, 72), "paragraph")),
    mentions=(Mention(Span(14, 20), "place", "astana"), Mention(Span(46, 48), "person", "arman")),
    statements=(SAID, Statement("a1.s2", (Span(0, 12),), within="a1.s1")),
)
CORPUS = Corpus(
    "c",
    articles=(ARTICLE, Article("a2", "Bridge open.", statements=(Statement("a2.s1", (Span(0, 11),)),))),
    authority=Authority(
        (Actor("arman", (Name("Arman"),), "person"),), (Organization("kz"),), (Place("astana"), Place("akmola", part_of="astana"))
    ),
    concepts=(Concept("bridges", broader="works"), Concept("works")),
    occasions=(Occasion("talks", place="astana"),),
    links=(Link("a1.s1", "a2.s1", "paraphrase", 0.5),),
    remarks=(Remark("r1", "arman", ("a1.s1",)),),
    corrections=(Correction("c1", "a1", (Span(0, 6),), ("Bridge",), "reject"),),
)


def changed(document: str, change: list[list[str]], cut: int | None) -> str:
    for old, new in change:
        assert old in document, old
        document = document.replace(old, new, 1)
    return document[:cut]


def document_of(name: str) -> bytes:
    path, row = FOLDER / name, TABLE[name]
    if REWRITE:
        path.write_bytes(changed(dumps(CORPUS).decode(), row.get("change", []), row.get("cut")).encode())
    return path.read_bytes()


def test_the_table_holds_every_document() -> None:
    assert sorted(TABLE) == sorted(path.name for path in FOLDER.glob("*.xml"))


@pytest.mark.parametrize("name", sorted(TABLE))
def test_every_fault_is_reported_and_no_other(name: str) -> None:
    document = document_of(name)
    found = validates(document)
    told = [f"{finding.code} {finding}" for finding in found]
    assert len(told) == len(TABLE[name]["expected"]), told
    for line, beginning in zip(told, TABLE[name]["expected"], strict=True):
        assert line.startswith(beginning)
    assert {finding.severity for finding in found} <= {"error"}


@pytest.mark.parametrize("name", sorted(set(TABLE) - {"sound.xml"}))
def test_what_is_found_is_what_reading_raises(name: str) -> None:
    document = document_of(name)
    with pytest.raises(DecodeError) as caught:
        loads(document)
    assert caught.value.findings == validates(document)
    assert len(str(caught.value)) <= MESSAGE_LIMIT


def test_the_sound_document_is_read() -> None:
    assert loads(document_of("sound.xml")) == CORPUS
    assert tuple(iter_articles(FOLDER / "sound.xml")) == CORPUS.articles
