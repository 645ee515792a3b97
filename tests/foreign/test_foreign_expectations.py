"""What the library reads from each sample is what ``expected.toml`` says: every row of it is a test.

Rows that their writer calls doubtful are counted all the same, and where this library reads them otherwise it is written below; so are
the few expectations that it does not meet, each with its reason.
"""

import functools
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import kzcorpus as kz
from kzcorpus.documents import TeiReading

HERE = Path(__file__).parent
DOCUMENTS: list[dict[str, Any]] = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))["document"]
IDS = [f"{document['file'].partition('_')[0]}-{document.get('part', 1)}" for document in DOCUMENTS]
ELSEWHERE = "a pointer into a file that is not there means a record of that address; the row, which is doubtful, takes it for nobody"
OTHERWISE = {
    ("03-1-8", "speaker"): ELSEWHERE,
    ("13-1-2", "speaker"): ELSEWHERE,
    ("07-1-5", "speaker"): "a direction in a label is part of the label, as the text has it; the row is doubtful",
    ("17-1-3", "mode"): "direct='unspecified' of P4 says that it is not known; so the mode is None, and that is told as a loss",
    ("20-1-3", "words"): "the subject of a post is a heading, not what it says; the row is doubtful",
}
"""Rows that are read otherwise than they say, by document, part and place, and what in them; nothing else may differ."""
KINDS = {
    **{name: {"paragraph"} for name in ("p", "l", "item", "trailer", "salute", "signed", "addrLine")},
    "head": {"headline", "heading", "caption"},
    "speaker": {"heading"},
    "figDesc": {"caption"},
    "byline": {"byline"},
    "docAuthor": {"byline"},
    "dateline": {"dateline"},
    "docDate": {"dateline"},
    "docImprint": {"credit"},
}
"""Which kinds of block an element can be that stands alone, by what it is called."""

Row = dict[str, Any]


@functools.cache
def read(file: str) -> tuple[kz.Corpus, tuple[kz.Loss, ...]]:
    losses: list[kz.Loss] = []
    how = TeiReading(include=True) if file.startswith("20") else None
    return kz.load(HERE / file, options=how, on_loss=losses.append), tuple(losses)


def article(expected: Row) -> kz.Article:
    part: int = expected.get("part", 1)
    return read(expected["file"])[0].articles[part - 1]


def joined(text: str) -> str:
    return " ".join(text.split())


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def matched(expected: Row) -> list[tuple[Row, kz.Statement | None]]:
    """Return each expected row with the statement, or the part of one, that begins with its words; each part is one row's."""
    text = article(expected).text
    said = [(one, [span.of(text) for span in one.content]) for one in article(expected).statements]
    left = [(one, words(spans[at]), words(" ".join(spans[at:]))) for one, spans in said for at in range(len(spans))]
    found: list[tuple[Row, kz.Statement | None]] = []
    for row in expected["speech"]:
        wanted, is_whole = words(row["words"]), len(row["words"].split()) < 6
        fits = (at for at, (_, own, rest) in enumerate(left) if rest[: len(wanted)] == wanted and (not is_whole or wanted in (own, rest)))
        place = next(fits, None)
        found.append((row, None if place is None else left.pop(place)[0]))
    return found


def names(expected: Row, voice: kz.Voice | None) -> list[list[str]]:
    """Return everything that a voice is called, as words."""
    if voice is None:
        return []
    corpus, text = read(expected["file"])[0], article(expected).text
    known = [name.text for name in corpus.authority.agent(voice.entity).names] if voice.entity else []
    return [words(name) for name in (*known, voice.name or "", voice.span.of(text) if voice.span else "") if name]


ROWS = [(document, number) for document in DOCUMENTS for number in range(len(document["speech"]))]
ROW_IDS = [f"{IDS[DOCUMENTS.index(document)]}-{number + 1}" for document, number in ROWS]
each_row = pytest.mark.parametrize(("expected", "number"), ROWS, ids=ROW_IDS)
each_document = pytest.mark.parametrize("expected", DOCUMENTS, ids=IDS)


def each(field: str) -> pytest.MarkDecorator:
    """Parametrize by everything that a field of a document lists."""
    listed = [(document, value) for document in DOCUMENTS for value in document[field]]
    ids = [f"{IDS[DOCUMENTS.index(document)]}-{value}" for document, value in listed]
    return pytest.mark.parametrize(("expected", "value"), listed, ids=ids)


def is_read_otherwise(expected: Row, number: int, field: str) -> bool:
    return (ROW_IDS[ROWS.index((expected, number))], field) in OTHERWISE


@each_row
def test_speech_is_a_statement(expected: Row, number: int) -> None:
    statement = matched(expected)[number][1]
    assert (statement is None) is is_read_otherwise(expected, number, "words")


@each_row
def test_speech_has_its_mode(expected: Row, number: int) -> None:
    row, statement = matched(expected)[number]
    if statement is not None:
        assert (statement.mode != row["mode"]) is is_read_otherwise(expected, number, "mode")


@each_row
def test_speech_has_its_speaker(expected: Row, number: int) -> None:
    row, statement = matched(expected)[number]
    if statement is not None:
        first = row["speaker"].split(";")[0]
        is_nobody = statement.speaker is None or statement.speaker.entity is None
        is_met = set(words(first)) in map(set, names(expected, statement.speaker)) if first else is_nobody
        assert is_met is not is_read_otherwise(expected, number, "speaker"), (first, names(expected, statement.speaker))


@each_document
def test_several_speakers_of_one_statement_are_told(expected: Row) -> None:
    several = [row for row in expected["speech"] if ";" in row["speaker"]]
    told = [loss for loss in read(expected["file"])[1] if "one speaker" in loss.reason]
    assert not several or told


@each_document
def test_nothing_else_is_a_statement(expected: Row) -> None:
    expected_ones = {id(statement) for _, statement in matched(expected)}
    read_otherwise = {number for (row, field) in OTHERWISE for number in (row.rpartition("-")[0],) if field == "words"}
    others = [one for one in article(expected).statements if id(one) not in expected_ones and one.content]
    assert len(others) == (IDS[DOCUMENTS.index(expected)] in read_otherwise), [article(expected).quote(one) for one in others]


@each("text_must_contain")
def test_phrase_is_kept(expected: Row, value: str) -> None:
    assert joined(value) in joined(article(expected).text)


@each("text_must_not_contain")
def test_phrase_is_no_text(expected: Row, value: str) -> None:
    assert joined(value) not in joined(article(expected).text)


@each("persons")
def test_person_is_known(expected: Row, value: str) -> None:
    corpus, found = read(expected["file"])[0], article(expected)
    known = [name.text for agent in corpus.authority.agents() for name in agent.names]
    known += [mention.span.of(found.text) for mention in found.mentions if mention.type == "person"]
    assert sorted(words(value)) in [sorted(words(name)) for name in known]


@each("lost")
def test_loss_is_told(expected: Row, value: str) -> None:
    fields = [re.split(r"[/@:]+", loss.field) for loss in read(expected["file"])[1]]
    assert value.removeprefix("@") in {name for field in fields for name in field}


@each_document
def test_language_and_date(expected: Row) -> None:
    found = article(expected)
    assert found.language == expected["language"]
    if "published" not in expected["doubtful"]:
        assert (found.published.edtf if found.published else "") == expected["published"]


@each_document
def test_title(expected: Row) -> None:
    found, corpus = article(expected), read(expected["file"])[0]
    assert "title" in expected["doubtful"] or expected["title"] in (found.headline, corpus.title, dict(found.extra).get("title"))


@each_document
def test_blocks_are_of_the_kind_that_their_elements_say(expected: Row) -> None:
    found = article(expected)
    kinds: dict[str, set[str]] = {}
    for block in found.blocks:
        kinds.setdefault(joined(block.span.of(found.text)), set()).add(block.kind)
    root = etree.parse(HERE / expected["file"], etree.XMLParser(remove_comments=True, remove_pis=True)).getroot()
    text = list(root.iter("{*}text"))[expected.get("part", 1) - 1]
    alone = [one for one in text.iter(etree.Element) if len(one) == 0 and etree.QName(one).localname in KINDS and joined(one.text or "")]
    for one in alone:
        comments = any(around.get("type") == "comments" for around in one.iterancestors())
        wanted = {"comment_form"} if comments else KINDS[etree.QName(one).localname]
        assert kinds.get(joined(one.text or ""), set()) & wanted, (one.tag, joined(one.text or ""))


def test_every_row_that_is_read_otherwise_is_one() -> None:
    assert {row for row, _ in OTHERWISE} <= set(ROW_IDS)
