"""Where in TEI a fault of the model is blamed: the element of every reference, span and id of the corpus that has every field.

``KZCORPUS_REWRITE=1 pytest tests/golden`` writes the file anew after a change that is meant.
"""

import os
from itertools import chain
from pathlib import Path

import pytest
from lxml import etree

from kzcorpus.formats.json_ import jsonfile
from kzcorpus.formats.tei.ledger import Ledger
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.locating import locate
from kzcorpus.formats.tei.parsing import parse
from kzcorpus.model.integrity import article_spans, corpus_ids
from kzcorpus.model.references import authority_references, corpus_references

HERE = Path(__file__).parent
CORPUS = jsonfile.loads((HERE / "every_field.json").read_bytes())
ROOT = parse((HERE / "every_field.tei.xml").read_bytes(), Options())[0]
LEDGER = Ledger(patient=True)
MORE = (
    "title",
    "extra",
    "articles[0].language",
    "articles[0].text",
    "articles[0].published",
    "articles[0].source.retrieved",
    "articles[0].mentions[1].when.edtf",
    "articles[0].blocks[4].span",
    "articles[0].blocks[99].span",
    "articles[0].statements[99]",
    "articles[0].statements[0].content[1]",
    "articles[0].statements[0].said.anchor",
    "articles[0].statements[2].within",
    "articles[0].findings[0].spans[0]",
    "articles[0].findings[0].path",
    "articles[9].statements[0]",
    "corrections[0].quoted[0]",
    "corrections[0].content[0]",
    "corrections[0].article",
    "corrections[0].value.content[0]",
    "corrections[0].value.speaker.span",
    "corrections[1].value.within",
    "occasions[0].when.span",
    "remarks[0].said.span",
    "remarks[0].statements[1]",
    "authority.organizations[1].part_of",
    "nothing.of.this",
    "",
)
"""Paths that faults have besides."""


def path_of(element: etree._Element) -> str:
    return LEDGER.xpath(element).replace("tei:", "")


def test_every_fault_has_a_place() -> None:
    references = (one.path for one in corpus_references(CORPUS) if one.id)
    inner = (f"authority.{one.path}" for one in authority_references(CORPUS.authority) if one.id)
    spans = (f"articles[{i}].{path}" for i, article in enumerate(CORPUS.articles) for path, _ in article_spans(article))
    ids = (f"{path}.id" for path, _ in corpus_ids(CORPUS))
    found = "".join(f"{path}\n    {path_of(locate(ROOT, path))}\n" for path in chain(references, inner, spans, ids, MORE))
    path = HERE / "places.txt"
    if os.environ.get("KZCORPUS_REWRITE") == "1":
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [0, 1])
def test_places_in_an_article_by_itself_are_those_in_the_corpus(number: int) -> None:
    element = locate(ROOT, f"articles[{number}]")
    for path, _ in article_spans(CORPUS.articles[number]):
        assert locate(element, path) is locate(ROOT, f"articles[{number}].{path}")
