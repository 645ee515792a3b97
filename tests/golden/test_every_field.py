"""One small corpus in which every field of the model is set, as the files that each format makes of it.

``KZCORPUS_REWRITE=1 pytest tests/golden`` writes the files anew after a change that is meant. What the texts say is made up.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

from kzcorpus.formats import table
from kzcorpus.formats.json_ import jsonfile, jsonlines, schema
from kzcorpus.formats.json_.jsonshape import is_object, keys, options
from kzcorpus.model.agents import Actor, Concept, Occasion, Organization, Place, Tenure
from kzcorpus.model.articles import Article, Block, Dateline, Mention, Source
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.dates import When
from kzcorpus.model.findings import Finding
from kzcorpus.model.links import Correction, Link, Remark
from kzcorpus.model.names import Name
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Setting, Stance, Statement, Voice

HERE = Path(__file__).parent
SCHEMA = Path(schema.__file__).parent / "kzcorpus-1.schema.json"
REWRITE = os.environ.get("KZCORPUS_REWRITE") == "1"

TEXT = (
    "Bridge talks end\r\n"
    "ASTANA, October 14\n"
    "By Aigul Sadykova\n"
    "“The bridge,” the Kazakh minister, Arman Serik, reportedly told his guests on Friday, “will open.”\n"
    "He did not say who pays.\x0b \U0001f309\n"
)


def at(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


MADE = Made("kzcorpus", "0.1.0", "quote.interrupted", 0.75, "proposed", "2022-10-15", "made up")
EDITOR = Made(by="editor", status="accepted")

AUTHORITY = Authority(
    actors=(
        Actor(
            "arman",
            (Name("Arman Serik", "en", "full", "2019", "2022-10/.."), Name("Арман Серік", "kk-Cyrl")),
            "person",
            ("urn:x:1",),
            EDITOR,
        ),
        Actor("guests", kind="group"),
    ),
    organizations=(
        Organization("kz", (Name("Kazakhstan"),), "state", None, "astana", ("urn:x:2",), EDITOR),
        Organization("ministry", (Name("Ministry of Bridges"),), "ministry", "kz"),
        Organization("herald", (Name("The Herald", kind="variant"),), "outlet"),
    ),
    places=(
        Place("astana", (Name("Nur-Sultan", since="2019-03", until="2022-09"), Name("Astana")), "city", "akmola", ("urn:x:3",), EDITOR),
        Place("akmola", kind="region"),
    ),
    tenures=(Tenure("arman", "minister", "ministry", "2019", "2022~", EDITOR),),
)

FIRST = Statement(
    "a1.s1",
    content=(at("The bridge"), at("will open")),
    mode="direct",
    speaker=Voice("arman", "Arman Serik", at("the Kazakh minister, Arman Serik"), "title"),
    cue=(at("told"),),
    verbatim=(at("The bridge"), at("will open")),
    polarity="positive",
    hedges=(at("reportedly"),),
    addressees=(Voice("guests", span=at("his guests"), kind="collective"),),
    via=(Voice("herald", "The Herald", kind="outlet"),),
    occasion=Setting("talks", "bridge talks", at("Bridge talks")),
    said=When("2022-10-14", "resolved", at("on Friday"), "2022-10-15"),
    stances=(Stance("bridges", agreement=True), Stance("bridges", 1), Stance("tolls", agreement=False), Stance("tolls")),
    made=MADE,
)
SECOND = Statement(
    "a1.s2", (at("who pays"),), "indirect", Voice("arman", span=at("He"), kind="pronoun"), (at("did not say"),), polarity="negative"
)
INNER = Statement("a1.s3", (at("bridge"),), within="a1.s1")

FIRST_ARTICLE = Article(
    "a1",
    TEXT,
    Source(Voice("herald", "The Herald", kind="outlet"), "https://example.org/1", "2022-10-15", "a1.txt", "text/plain", "utf-8", "0" * 64),
    "en",
    When("2022-10-15", "given"),
    Dateline(at("ASTANA, October 14"), "astana", When("XXXX-10-14", "stated", at("October 14"))),
    bylines=(Voice(name="Aigul Sadykova", span=at("Aigul Sadykova"), kind="named"),),
    blocks=(
        Block(at("Bridge talks end"), "headline"),
        Block(at("ASTANA, October 14"), "dateline"),
        Block(at("By Aigul Sadykova"), "byline"),
        Block(at("“The bridge,” the Kazakh minister, Arman Serik, reportedly told his guests on Friday, “will open.”"), "paragraph"),
        Block(at("He did not say who pays.\x0b \U0001f309"), "paragraph"),
    ),
    mentions=(
        Mention(at("ASTANA"), "place", "kz", literal="astana"),
        Mention(at("October 14"), "date", when=When("XXXX-10-14", "stated")),
        Mention(at("Arman Serik"), "person", "arman", "Arman Serik", made=MADE),
        Mention(at("Bridge talks"), "event", "talks"),
    ),
    statements=(FIRST, SECOND, INNER),
    findings=(Finding("text.control", "info", "a vertical tab", "a2", (Span(0, 2),), ("a1.s1", "arman"), "line 5", 5, "look there"),),
    extra=(("desk", '=foreign\t"quoted"'), ("", "")),
)

CORPUS = Corpus(
    "every-field",
    title="Every field, once",
    articles=(
        FIRST_ARTICLE,
        Article("a2", "Мост, сказал он, откроют.", language="ru", statements=(Statement("a2.s1", (Span(0, 4), Span(17, 24))),)),
    ),
    authority=AUTHORITY,
    concepts=(Concept("bridges", (Name("bridges"),), "works"), Concept("works"), Concept("tolls")),
    occasions=(Occasion("talks", "meeting", (Name("bridge talks"),), When("2022-10-14"), "astana", ("arman", "guests")),),
    links=(Link("a1.s1", "a2.s1", "translation", 1.0, MADE), Link("a1.s1", "a2.s1", "paraphrase", -2.5e-9)),
    remarks=(Remark("r1", "arman", ("a1.s1", "a2.s1"), When("2022-10-14"), "talks", EDITOR),),
    corrections=(
        Correction(
            "c1", "a1", (at("who pays"),), ("who pays",), "amend", attrs.evolve(SECOND, id="a1.s2b"), "editor", "2022-11", "negative"
        ),
        Correction("c2", "a2", verdict="add", value=Statement("a2.s2", (Span(0, 4),), within="a2.s1")),
    ),
    extra=(("project", "bridges"),),
)

DOCUMENTS = {
    HERE / "every_field.json": lambda: jsonfile.dumps(CORPUS),
    HERE / "every_field.jsonl": lambda: jsonlines.dumps(CORPUS),
    HERE / "every_field.csv": lambda: table.dumps(CORPUS),
    SCHEMA: schema.dumps,
}


def _set_fields(value: Any, seen: set[tuple[str, str]]) -> None:
    if isinstance(value, tuple):
        for item in value:
            _set_fields(item, seen)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            item = getattr(value, field.name)
            if item != field.default:
                seen.add((type(value).__name__, field.name))
            _set_fields(item, seen)


def _fields(cls: type, seen: set[tuple[str, str]]) -> None:
    for key in keys(cls):
        if (cls.__name__, key.name) not in seen:
            seen.add((cls.__name__, key.name))
            for option in options(key.kind):
                inner = getattr(option, "__args__", (option,))[0]
                if is_object(inner):
                    _fields(inner, seen)


def test_every_field_of_the_model_is_set() -> None:
    wanted: set[tuple[str, str]] = set()
    found: set[tuple[str, str]] = set()
    _fields(Corpus, wanted)
    _set_fields(CORPUS, found)
    assert wanted - found == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_file_is_what_the_format_makes(path: Path) -> None:
    document = DOCUMENTS[path]()
    if REWRITE:
        path.write_bytes(document.encode())
    assert path.read_bytes() == document.encode()


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_the_bytes_do_not_depend_on_the_seed_of_hashes(seed: str) -> None:
    path = HERE / "every_field.json"
    program = "import sys, kzcorpus as kz; sys.stdout.buffer.write(kz.dumps(kz.load(sys.argv[1]), format='json').encode())"
    command = [sys.executable, "-c", program, str(path)]
    found = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout  # noqa: S603 -- our own
    assert found == path.read_bytes()
