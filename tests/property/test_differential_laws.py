"""Our readers against others: the standard library's on what is JSON and what it means, expat on what is XML and what stands in it."""

import json
import sys
from pathlib import Path
from typing import Any
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kzcorpus as kz
from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_.jsonsyntax import Repeating, decoded, parsed
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.parsing import parse
from kzcorpus.strategies import corpora

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))
from mutating_documents import JSON, XML, encoded, nearly

SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(st.characters()))
VALUES = st.recursive(SCALARS, lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)), max_leaves=12)
JSON_TEXTS = st.builds(
    lambda value, ascii_, indent: json.dumps(value, ensure_ascii=ascii_, indent=indent), VALUES, st.booleans(), st.none()
)
SOUND = st.one_of(corpora(max_text=40, max_articles=1), st.just(kz.Corpus("c", title="Talks\r\n\x0b<&>\"' \ufeff")))
XML_TEXTS = SOUND.map(lambda corpus: kz.dumps(corpus, format="tei").decode())


def typed(value: Any) -> Any:
    """Return a value in which True is not 1, and 1 is not 1.0."""
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    return [typed(item) for item in value] if isinstance(value, list) else (type(value), value)


def repeats(value: Any) -> bool:
    items = [value]
    while items:
        one = items.pop()
        if isinstance(one, Repeating):
            return True
        items.extend(one.values() if isinstance(one, dict) else one if isinstance(one, list) else ())
    return False


@given(JSON_TEXTS)
def test_json_means_what_the_standard_library_reads(text: str) -> None:
    assert typed(parsed(text)) == typed(json.loads(text))
    raw = text.encode(errors="surrogatepass")
    if raw.isascii():
        assert typed(parsed(decoded(raw))) == typed(json.loads(raw))


@given(nearly(JSON_TEXTS, JSON))
def test_what_is_json_is_what_the_standard_library_takes(text: str) -> None:
    try:
        expected = json.loads(text, parse_constant=lambda word: f"constant {word}")
    except json.JSONDecodeError:
        with pytest.raises(DecodeError) as caught:
            parsed(text)
        assert {finding.code for finding in caught.value.findings} == {"json.syntax"}
        return
    except ValueError:
        parsed(text)  # a number of thousands of digits, which is JSON
        return
    found = parsed(text)
    if not repeats(found) and "constant" not in repr(expected):
        assert repr(typed(found)) == repr(typed(expected))


def seen_by_expat(document: bytes) -> list[Any]:
    """Return the elements, attributes and characters of a document as expat tells of them."""
    events: list[Any] = []
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = lambda name, given_: events.append((name, given_))
    parser.EndElementHandler = events.append
    parser.CharacterDataHandler = lambda text: events.append([text])
    parser.Parse(document, True)  # noqa: FBT003 -- expat's own interface
    return joined(events)


def joined(events: list[Any]) -> list[Any]:
    """Join characters that follow each other."""
    whole: list[Any] = []
    for one in events:
        if isinstance(one, list) and whole and isinstance(whole[-1], list):
            whole[-1] = [whole[-1][0] + one[0]]
        elif one != [""]:
            whole.append(one)
    return whole


def seen_by_us(document: bytes) -> list[Any]:
    root, _ = parse(document, Options())
    events: list[Any] = []
    stack: list[Any] = [root]
    while stack:
        one = stack.pop()
        if isinstance(one, (str, list)):
            events.append(one)
            continue
        attributes = {name.removeprefix("{"): value for name, value in one.attrib.items()}
        events.append((one.tag.removeprefix("{"), attributes))
        parts: list[Any] = [[one.text or ""]]
        for child in one:
            parts += (child, [child.tail or ""])
        stack += [one.tag.removeprefix("{"), *reversed(parts)]
    return joined(events)


@given(SOUND)
def test_what_stands_in_a_document_is_what_expat_finds(corpus: kz.Corpus) -> None:
    document = kz.dumps(corpus, format="tei")
    assert seen_by_us(document) == seen_by_expat(document)


@given(st.one_of(nearly(XML_TEXTS, XML).map(lambda text: text.encode(errors="surrogatepass")), encoded(XML_TEXTS)))
def test_what_is_well_formed_is_what_expat_takes(document: bytes) -> None:
    """But for document types, versions and encodings, which we refuse."""
    try:
        found = seen_by_us(document)
    except DecodeError as error:
        codes = {finding.code for finding in error.findings}
        if codes & {"tei.doctype", "tei.limit", "tei.encoding"} or b"version" in document.partition(b">")[0][5:]:
            return
        with pytest.raises(expat.ExpatError):
            seen_by_expat(document)
        return
    assert found == seen_by_expat(document)
