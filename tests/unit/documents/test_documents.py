# ruff: noqa: A002 -- "format" is the word of the interface
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import kzcorpus as kz
from kzcorpus.documents import TeiReading
from kzcorpus.formats.json_.limits import Options as JsonOptions

EVERY_FIELD = Path(__file__).parents[2] / "golden" / "every_field.json"
CORPUS = kz.load(EVERY_FIELD)
READ = pytest.mark.parametrize("name", ["corpus.json", "corpus.jsonl"])


@pytest.mark.parametrize("name", ["corpus.json", "corpus.jsonl", "corpus.xml", "corpus.tei", "corpus.tei.xml"])
def test_what_is_dumped_is_loaded(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert kz.dump(CORPUS, path) == ()
    assert kz.load(path) == CORPUS
    assert tuple(kz.iter_articles(path)) == CORPUS.articles
    assert kz.validate(path) == ()


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_documents_in_memory_are_strings(format: str) -> None:
    document = kz.dumps(CORPUS, format=format)
    assert type(document) is str
    assert kz.loads(document, format=format) == kz.loads(document.encode(), format=format) == CORPUS
    assert kz.validates(document, format=format) == ()


def test_a_format_may_be_named_against_the_suffix(tmp_path: Path) -> None:
    kz.dump(CORPUS, tmp_path / "corpus.txt", format="jsonl")
    assert kz.load(tmp_path / "corpus.txt", format="jsonl") == CORPUS
    assert tuple(kz.iter_articles(tmp_path / "corpus.txt", format="jsonl")) == CORPUS.articles
    assert kz.validate(tmp_path / "corpus.txt", format="jsonl") == ()


def test_a_file_holds_the_bytes_that_are_made_in_memory(tmp_path: Path) -> None:
    kz.dump(CORPUS, tmp_path / "corpus.json")
    assert (tmp_path / "corpus.json").read_bytes() == EVERY_FIELD.read_bytes() == kz.dumps(CORPUS, format="json").encode()


def test_a_table_is_written_and_says_what_it_loses(tmp_path: Path) -> None:
    losses = kz.dump(CORPUS, tmp_path / "statements.csv")
    assert {loss.field for loss in losses} >= {"article.text", "corpus.links"}
    heard: list[kz.Loss] = []
    kz.dumps(CORPUS, format="csv", on_loss=heard.append)
    kz.dumps(CORPUS, format="json", on_loss=heard.append)
    assert tuple(heard) == losses


@pytest.mark.parametrize(
    "read",
    [
        kz.load,
        kz.iter_articles,
        kz.validate,
        lambda path: kz.loads(path.read_text(), format="csv"),
        lambda path: kz.validates(path.read_text(), format="csv"),
    ],
)
def test_a_table_is_not_read_and_the_error_says_why(tmp_path: Path, read: Callable[..., Any]) -> None:
    path = tmp_path / "statements.csv"
    kz.dump(CORPUS, path)
    with pytest.raises(kz.UnknownFormatError) as caught:
        read(path)
    assert str(caught.value) == "csv: is only written, since it does not hold all of a corpus; json, jsonl, tei are read"


@READ
def test_an_error_names_the_file_and_keeps_every_fault(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    kz.dump(CORPUS, path)
    path.write_bytes(path.read_bytes().replace(b'"mode": "direct"', b'"mode": 7').replace(b'"severity": "info"', b'"severity": "bad"'))
    for read in (kz.load, lambda path: list(kz.iter_articles(path))):
        with pytest.raises(kz.DecodeError) as caught:
            read(path)
        assert str(caught.value).startswith(f"{path}: 2 faults\n")
        assert len(caught.value.findings) == 2
        assert caught.value.path == str(path)
    assert kz.validate(path) == caught.value.findings


@pytest.mark.parametrize("read", [kz.load, kz.validate, lambda path: next(kz.iter_articles(path))])
@READ
def test_a_file_that_is_not_there_or_empty_is_one_error(tmp_path: Path, read: Callable[..., Any], name: str) -> None:
    path = tmp_path / name
    with pytest.raises(kz.ReadError, match="no such file"):
        read(path)
    path.touch()
    with pytest.raises(kz.ReadError, match="found an empty file"):
        read(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(kz.ReadError, match="found a folder"):
        read(path)


def test_nothing_is_written_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "corpus.json"
    kz.dump(CORPUS, path)
    monkeypatch.setattr("kzcorpus.documents.files.os.fsync", lambda _: (_ for _ in ()).throw(OSError(5, "Input/output error")))
    with pytest.raises(kz.WriteError, match="input/output error"):
        kz.dump(attrs.evolve(CORPUS, title="another"), path)
    assert kz.load(path) == CORPUS
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("format", ["json", "jsonl", "csv"])
def test_options_of_another_format_are_refused(format: str) -> None:
    with pytest.raises(TypeError, match=r"found options TeiReading, expected (None|kzcorpus)"):
        kz.dumps(CORPUS, format=format, options=TeiReading())
    if format != "csv":
        with pytest.raises(TypeError):
            kz.loads(kz.dumps(CORPUS, format=format), format=format, options=TeiReading())


def test_a_schema_of_ones_own_is_for_documents(tmp_path: Path) -> None:
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps({"required": ["licence"]}))
    (finding,) = kz.validate(EVERY_FIELD, schema=schema)
    assert finding.code == "json.schema"
    with pytest.raises(kz.UnknownFormatError):
        kz.validates(kz.dumps(CORPUS, format="jsonl"), format="jsonl", schema=schema)


def test_an_unknown_format_is_refused_before_anything_is_read() -> None:
    with pytest.raises(kz.UnknownFormatError):
        kz.load("missing.yaml")
    with pytest.raises(kz.UnknownFormatError):
        kz.iter_articles("missing.yaml")
    with pytest.raises(kz.UnknownFormatError):
        kz.dumps(CORPUS, format="yaml")


def test_tei_is_bytes_and_may_be_read_without_its_inline_markup() -> None:
    document = kz.dumps(CORPUS, format="tei")
    assert type(document) is bytes
    assert kz.loads(document, format="tei") == CORPUS
    assert kz.validates(document, format="tei") == ()
    edited = document.replace(b'who="#arman" toWhom', b'who="#herald" toWhom', 1)
    assert edited != document
    with pytest.raises(kz.DecodeError):
        kz.loads(edited, format="tei")
    assert kz.loads(edited, format="tei", options=TeiReading(inline="ignore")) == CORPUS


def test_what_json_and_tei_hold_is_the_same() -> None:
    through = kz.loads(kz.dumps(kz.loads(kz.dumps(CORPUS, format="json"), format="json"), format="tei"), format="tei")
    assert kz.dumps(through, format="json") == kz.dumps(CORPUS, format="json")


def test_limits_of_size_are_the_same_for_writing_and_reading() -> None:
    for format_ in ("json", "jsonl"):
        written = kz.dumps(CORPUS, format=format_).encode()
        assert kz.loads(written, format=format_, options=JsonOptions(len(written))) == CORPUS
        assert kz.dumps(CORPUS, format=format_, options=JsonOptions(len(written)))
        with pytest.raises(kz.DecodeError, match="expected at most") as caught:
            kz.loads(written, format=format_, options=JsonOptions(len(written) - 1))
        assert [(finding.code, finding.path) for finding in caught.value.findings] == [("json.limit", "$")]
        with pytest.raises(kz.EncodeError, match="expected at most"):
            kz.dumps(CORPUS, format=format_, options=JsonOptions(len(written) - 1))


def test_options_of_another_format_are_refused_by_tei() -> None:
    with pytest.raises(TypeError, match="expected Options"):
        kz.dumps(CORPUS, format="tei", options=TeiReading())
    with pytest.raises(TypeError, match="expected TeiReading"):
        kz.loads(b"", format="tei", options="ignore")


@pytest.mark.parametrize("format", ["json", "jsonl", "tei"])
@pytest.mark.parametrize("document", [Path("a.json"), None, {"corpus": {}}])
def test_what_is_no_document_is_the_callers_error(format: str, document: Any) -> None:
    for read in (kz.loads, kz.validates):
        with pytest.raises(TypeError, match=r"\Afound .*, expected str or bytes \((load|validate) reads files\)"):
            read(document, format=format)
