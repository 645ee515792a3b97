"""The samples stand as ``expected.toml`` says: nothing of the library is tested here, only what it will be held against."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

HERE = Path(__file__).parent
NAMES = sorted(path.name for path in HERE.glob("[0-9][0-9]_*.xml"))
DOCUMENTS: list[dict[str, Any]] = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))["document"]
IDS = [f"{document['file']}-{document.get('part', 1)}" for document in DOCUMENTS]
each_document = pytest.mark.parametrize("expected", DOCUMENTS, ids=IDS)

FIELDS = {
    "file": str,
    "kind": str,
    "language": str,
    "title": str,
    "published": str,
    "doubtful": list,
    "persons": list,
    "text_must_contain": list,
    "text_must_not_contain": list,
    "lost": list,
    "speech": list,
}
SPEECH = {"u", "sp", "said", "q", "quote", "post", "writing"}
NOT_WORDS = {"note", "speaker", "stage", "desc", "figDesc"}
UNREAD = {"sic", "orig", "abbr"}
BLOCKS = {
    *("ab", "addrLine", "body", "byline", "castItem", "cell", "closer", "dateline", "div", "docDate", "docTitle", "floatingText", "fw"),
    *("head", "item", "l", "label", "lg", "list", "note", "opener", "p", "post", "postscript", "quote", "row", "salute", "signed", "sp"),
    *("speaker", "stage", "table", "titlePart", "trailer", "u"),
}
EDTF = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    return (child for child in parent.iter() if isinstance(child.tag, str))


def parse(name: str) -> etree._Element:
    return etree.parse(HERE / name, etree.XMLParser(resolve_entities=False)).getroot()


def pieces(element: etree._Element, leave: set[str]) -> Iterator[str]:
    name = local(element)
    edge = " " if name in BLOCKS or (name == "lb" and element.get("break") != "no") else ""
    yield edge + (element.text or "")
    for child in element:
        chosen = name == "choice" and (not isinstance(child.tag, str) or local(child) in UNREAD)
        if isinstance(child.tag, str) and not chosen and local(child) not in leave:
            yield from pieces(child, leave)
        yield child.tail or "" if name != "choice" else ""
    yield edge


def joined(element: etree._Element, leave: set[str] | None = None) -> str:
    return " ".join("".join(pieces(element, leave or set())).split())


def text_of(expected: dict[str, Any]) -> etree._Element:
    inside = (each for each in elements(parse(expected["file"])) if local(each) in {"TEI", "TEI.2"})
    texts = [child for each in inside for child in each if isinstance(child.tag, str) and local(child) == "text"]
    part: int = expected.get("part", 1)
    return texts[part - 1]


def test_there_are_twenty_and_all_are_expected() -> None:
    assert len(NAMES) == 20
    assert list(dict.fromkeys(document["file"] for document in DOCUMENTS)) == NAMES


@pytest.mark.parametrize("name", [*NAMES, "persons_for_20.xml"])
def test_well_formed(name: str) -> None:
    lines = (HERE / name).read_text("utf-8").splitlines()
    assert local(parse(name)) in {"TEI", "TEI.2", "teiCorpus", "listPerson"}
    assert name not in NAMES or 40 <= len(lines) <= 200


@each_document
def test_expected_is_complete(expected: dict[str, Any]) -> None:
    assert set(expected) - {"part"} == set(FIELDS)
    assert all(isinstance(expected[field], kind) for field, kind in FIELDS.items())
    assert EDTF.fullmatch(expected["published"])
    assert expected["title"]
    assert len(expected["text_must_contain"]) >= 6
    for row in expected["speech"]:
        assert set(row) - {"doubtful"} == {"element", "speaker", "words", "mode"}
        assert row["mode"] in {"direct", "indirect"}
        assert row["words"] == " ".join(row["words"].split()[:6])


@each_document
def test_rows_are_all_the_speech_there_is_in_order(expected: dict[str, Any]) -> None:
    found = [
        (local(each), " ".join(words.split()[:6]), "indirect" if each.get("direct") in {"false", "n"} else "direct")
        for each in elements(text_of(expected))
        if local(each) in SPEECH and (words := joined(each, NOT_WORDS))
    ]
    assert found == [(row["element"], row["words"], row["mode"]) for row in expected["speech"]]


@each_document
def test_phrases_stand_in_the_text(expected: dict[str, Any]) -> None:
    text = joined(text_of(expected))
    assert [phrase for phrase in expected["text_must_contain"] if phrase not in text] == []
    assert [phrase for phrase in expected["text_must_not_contain"] if phrase in text] == []


@each_document
def test_names_are_told_by_the_document(expected: dict[str, Any]) -> None:
    told = joined(parse(expected["file"])) + "".join((HERE / "persons_for_20.xml").read_text("utf-8"))
    names = expected["persons"] + [row["speaker"] for row in expected["speech"]]
    assert [word for name in names for word in re.findall(r"\w+", name) if word.casefold() not in told.casefold()] == []
    assert expected["title"] in told


@each_document
def test_lost_names_occur(expected: dict[str, Any]) -> None:
    root = parse(expected["file"])
    names = {local(each) for each in elements(root)}
    names |= {"@" + str(etree.QName(key).localname) for each in elements(root) for key in each.attrib}
    assert set(expected["lost"]) <= names
