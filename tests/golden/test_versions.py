"""Documents of version 0, as they were written once: they are read for ever."""

import json
from pathlib import Path

import pytest
from lxml import etree

import kzcorpus as kz
from kzcorpus.formats.json_ import migrations as of_json
from kzcorpus.formats.tei import migrations as of_tei

HERE = Path(__file__).parent
OLD = ("version_0.json", "version_0.jsonl", "version_0.tei.xml")
NOW = kz.load(HERE / "every_field.json")


@pytest.mark.parametrize("name", OLD)
def test_a_document_of_version_0_is_read(name: str) -> None:
    assert kz.load(HERE / name) == NOW
    assert tuple(kz.iter_articles(HERE / name)) == NOW.articles
    assert [finding for finding in kz.validate(HERE / name) if finding.severity != "info"] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("version_0.json", '"mode": "indirect"', '"mode": "loud"', "$.corpus.articles[0].statements[1].mode"),
        ("version_0.json", '"quotes": [', '"quotes": [], "quotes": [', "$.corpus.articles[0].quotes"),
        ("version_0.json", '"end": 66', '"ende": 66', "$.corpus.articles[0].statements[0].content[0]"),
        ("version_0.json", '"sha256": "5f6e', '"sha256": "0f6e', "$.corpus.articles[0].text_sha256"),
        ("version_0.jsonl", '"mode": "indirect"', '"mode": "loud"', "$.statements[1].mode"),
        ("version_0.tei.xml", "a1.text,169,177)", "a1.text,169,999)", "tei:event[2]"),
        ("version_0.tei.xml", "a1.text,169,177)", "a1.text,169,77)", "tei:event[2]"),
        ("version_0.tei.xml", "#_mode.indirect", "#_mode.loud", "tei:event[2]"),
    ],
)
def test_what_is_wrong_with_it_is_told_as_of_today(name: str, old: str, new: str, place: str) -> None:
    document = (HERE / name).read_bytes().decode()
    assert old in document
    format_ = {".xml": "tei", ".json": "json", ".jsonl": "jsonl"}[Path(name).suffix]
    with pytest.raises(kz.DecodeError) as caught:
        kz.loads(document.replace(old, new), format=format_)
    assert any(place in (finding.path or "") for finding in caught.value.findings), str(caught.value)


@pytest.mark.parametrize("version", [2, 3, 99, 10**30, -1])
def test_other_versions_are_refused_by_name(version: int) -> None:
    for format_ in ("json", "jsonl"):
        with pytest.raises(kz.DecodeError, match=r"schema_version: found (version -?[0-9]+|a very large version), expected 1"):
            kz.loads(json.dumps({"schema_version": version, "corpus": {"id": "c"}}), format=format_)
    document = kz.dumps(kz.Corpus("c"), format="tei").replace(b"kzcorpus-1", b"kzcorpus-%d" % version)
    with pytest.raises(kz.DecodeError, match=rf"found the profile kzcorpus-{version}, expected kzcorpus-1"):
        kz.loads(document, format="tei")


def test_each_step_does_what_its_name_says() -> None:
    tree = {"content": [{"start": 0, "end": 4}], "span": {"start": 1, "end": 2}, "other": {"start": 1}}
    of_json.pair_spans(tree)
    assert tree == {"content": [[0, 4]], "span": [1, 2], "other": {"start": 1}}
    article = {"id": "a", "sha256": "x", "quotes": []}
    of_json.name_statements(article)
    of_json.name_text_digest(article)
    assert list(article) == ["id", "text_sha256", "statements"]
    root = etree.fromstring(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><event type="quote"/><ptr target="#string-range(a.text,3,5,5,5)"/></TEI>'
    )
    of_tei.name_statements(root)
    of_tei.count_ranges_by_length(root)
    assert (root[0].get("type"), root[1].get("target")) == ("statement", "#string-range(a.text,3,2,5,0)")


def test_there_is_a_step_from_every_earlier_version() -> None:
    assert list(of_json.STEPS) == list(range(of_json.FIRST_VERSION, 1))
    assert list(of_tei.STEPS) == ["kzcorpus-0"]
