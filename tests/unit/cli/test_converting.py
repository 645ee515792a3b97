from pathlib import Path

import pytest

from kzcorpus import Article, Corpus, Source, Span, Statement, dump, load
from kzcorpus.cli import main

CORPUS = Corpus("c", "Title", (Article("a", "Yes\x00\r\n", source=Source(url="x"), statements=(Statement("a.1", (Span(0, 3),)),)),))


@pytest.fixture
def document(tmp_path: Path) -> Path:
    dump(CORPUS, tmp_path / "c.json")
    return tmp_path / "c.json"


@pytest.mark.parametrize("name", ["d.xml", "d.tei", "d.jsonl", "d.json"])
def test_there_and_back(name: str, document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(document), str(tmp_path / name)]) == 0
    assert main(["convert", str(tmp_path / name), str(tmp_path / "back.json")]) == 0
    assert capsys.readouterr() == ("", "")
    assert load(tmp_path / "back.json") == CORPUS
    assert (tmp_path / "back.json").read_bytes() == document.read_bytes()


def test_losses_are_told_one_a_line(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(document), str(tmp_path / "d.csv")]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown
    assert all(line.startswith("lost: ") for line in shown)


def test_formats_can_be_named(document: Path, tmp_path: Path) -> None:
    assert main(["convert", str(document), str(tmp_path / "d.dat"), "--to", "tei"]) == 0
    assert main(["convert", str(tmp_path / "d.dat"), str(tmp_path / "e.json"), "--from", "tei"]) == 0
    assert load(tmp_path / "e.json") == CORPUS


@pytest.mark.parametrize("name", ["d.docx", "d", "c.json"])
def test_what_cannot_be_written_is_one_line(name: str, document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = document.read_bytes()
    assert main(["convert", str(document), str(tmp_path / name)]) == 1
    shown, errors = capsys.readouterr()
    assert shown == ""
    assert errors.startswith("kzcorpus: ")
    assert errors.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["c.json"]
    assert document.read_bytes() == before


def test_a_document_that_is_missing_or_torn_is_one_line(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "half.json").write_bytes(document.read_bytes()[:60])
    for name in ("missing.json", "half.json"):
        assert main(["convert", str(tmp_path / name), str(tmp_path / "d.xml")]) == 1
        shown, errors = capsys.readouterr()
        assert (shown, errors.count("\n")) == ("", 1)
        assert name in errors
    assert not (tmp_path / "d.xml").exists()
