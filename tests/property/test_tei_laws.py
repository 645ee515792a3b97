"""Laws of the TEI form: the text is the text, what is written is read back whole, and what is shown inline is what stand-off says."""

import tempfile
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kzcorpus.formats.tei.examination import examine
from kzcorpus.formats.tei.ledger import Ledger
from kzcorpus.formats.tei.parsing import Options, parse, recognize
from kzcorpus.formats.tei.reader import iter_articles, loads
from kzcorpus.formats.tei.shapes import profile
from kzcorpus.formats.tei.validation import validates
from kzcorpus.formats.tei.vocabulary import NAMESPACE, read_id, read_text, shown, write_id, write_text
from kzcorpus.formats.tei.writer import dumps
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.spans import Span
from kzcorpus.strategies import corpora, ids, texts

SPEECH = {f"{{{NAMESPACE}}}{name}" for name in ("said", "quote")}
NAMES = {f"{{{NAMESPACE}}}{name}" for name in ("persName", "orgName", "placeName", "rs", "date")}


def identical(a: Any, b: Any) -> bool:
    """Tell whether two values are equal with their types, all the way down: True is not 1, a list is no tuple, 0.0 is not -0.0."""
    if type(a) is not type(b):
        return False
    if isinstance(a, tuple):
        return len(a) == len(b) and all(map(identical, a, b))
    if attrs.has(type(a)):
        return all(identical(getattr(a, field.name), getattr(b, field.name)) for field in attrs.fields(type(a)))
    return a == b and (not isinstance(a, float) or repr(a) == repr(b))


def bodies(document: Any) -> Any:
    return list(etree.fromstring(document, etree.XMLParser(huge_tree=True)).iter(f"{{{NAMESPACE}}}body"))


@given(corpora())
def test_what_is_written_is_read_back_types_included(corpus: Corpus) -> None:
    assert identical(loads(dumps(corpus)), corpus)


@given(corpora())
def test_writing_what_was_read_gives_the_same_bytes(corpus: Corpus) -> None:
    document = dumps(corpus)
    assert dumps(loads(document)) == document


@given(corpora())
def test_a_patient_reading_finds_nothing_and_the_same(corpus: Corpus) -> None:
    root, _ = parse(dumps(corpus), Options())
    ledger = Ledger(patient=True)
    found = examine(root, recognize(root)[0], ledger, inline=True)
    assert ledger.findings == []
    assert identical(found, corpus)


@given(corpora())
def test_the_profile_accepts_and_validation_finds_nothing(corpus: Corpus) -> None:
    document = dumps(corpus)
    assert profile().validate(etree.fromstring(document, etree.XMLParser(huge_tree=True)))
    assert validates(document) == ()


@given(corpora())
def test_the_string_value_of_body_is_the_text(corpus: Corpus) -> None:
    for body, article in zip(bodies(dumps(corpus)), corpus.articles, strict=True):
        value = "".join(body.itertext())
        assert value == shown(article.text)
        assert len(value) == len(article.text)


@given(texts())
def test_any_text_stands_in_an_element_and_comes_back(text: str) -> None:
    element = etree.fromstring(f"<p>{write_text(text)}</p>".encode(), etree.XMLParser(huge_tree=True))
    assert read_text(element) == text
    assert "".join(element.itertext()) == shown(text)


def _extents(body: Any) -> Any:
    """Yield every element in a body with the code points it covers."""
    position, starts = 0, {}
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            starts[element] = position
            position += len(element.text or "")
        else:
            yield element, Span(starts[element], position)
            position += len(element.tail or "")


def _spans_of(article: Any) -> Any:
    """Return the spans that inline elements may cover, by what their corresp means."""
    spans = {f"#{write_id(article.id)}.m{number}": (mention.span,) for number, mention in enumerate(article.mentions)}
    said = {f"#{write_id(statement.id)}": statement.content for statement in article.statements}
    quoted = {f"#{write_id(statement.id)}": statement.verbatim for statement in article.statements}
    return spans, said, quoted


@given(corpora())
def test_every_inline_element_covers_a_span_of_what_it_corresponds_to(corpus: Corpus) -> None:
    for body, article in zip(bodies(dumps(corpus)), corpus.articles, strict=True):
        mentions, said, quoted = _spans_of(article)
        for element, span in _extents(body):
            if element.tag in SPEECH | NAMES:
                homes = mentions if element.tag in NAMES else said if element.tag.endswith("said") else quoted
                assert span in homes[element.get("corresp")]


@given(corpora())
def test_blocks_are_where_their_elements_are(corpus: Corpus) -> None:
    for body, article in zip(bodies(dumps(corpus)), corpus.articles, strict=True):
        found = [span for element, span in _extents(body) if element.getparent().tag == f"{{{NAMESPACE}}}div"]
        assert found == [block.span for block in article.blocks]


@given(corpora())
def test_articles_stream_as_they_stand(corpus: Corpus) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.xml"
        path.write_bytes(dumps(corpus))
        assert tuple(iter_articles(path)) == corpus.articles


@given(corpora(), st.sampled_from(["utf-8", "utf-16"]))
def test_what_a_tool_of_xml_writes_again_is_read_all_the_same(corpus: Corpus, encoding: str) -> None:
    root = etree.fromstring(dumps(corpus), etree.XMLParser(huge_tree=True))
    for element in root.iter():
        attributes = sorted(element.attrib.items(), reverse=True)
        element.attrib.clear()
        element.attrib.update(attributes)
    assert identical(loads(etree.tostring(root, encoding=encoding, xml_declaration=True)), corpus)


@given(corpora(), st.data())
def test_an_edit_of_who_spoke_is_never_lost(corpus: Corpus, data: st.DataObject) -> None:
    root = etree.fromstring(dumps(corpus), etree.XMLParser(huge_tree=True))
    speeches = list(root.iter(f"{{{NAMESPACE}}}said"))
    if speeches:
        said = data.draw(st.sampled_from(range(len(speeches))))
        speeches[said].set("who", "#somebody-else")
        edited = etree.tostring(root, encoding="utf-8", xml_declaration=True)
        assert {finding.line for finding in validates(edited)} == {speeches[said].sourceline}
        assert identical(loads(edited, inline="ignore"), corpus)


@given(ids())
def test_ids_are_mapped_reversibly(id_: str) -> None:
    assert read_id(write_id(id_)) == id_
    assert "." not in write_id(id_)


@given(ids(), ids())
def test_different_ids_are_mapped_differently(a: str, b: str) -> None:
    assert (write_id(a) == write_id(b)) == (a == b)


@given(corpora())
def test_json_to_tei_to_json_changes_nothing(corpus: Corpus) -> None:
    jsonfile = pytest.importorskip("kzcorpus.formats.json_.jsonfile")
    document = jsonfile.dumps(corpus)
    assert jsonfile.dumps(loads(dumps(jsonfile.loads(document)))) == document
