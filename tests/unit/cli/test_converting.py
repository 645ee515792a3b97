from itertools import pairwise
from pathlib import Path

import pytest

from kzcorpus import Article, Corpus, Source, Span, Statement, dump, dump_articles, dumps, load
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


def test_lines_and_tei_become_each_other_one_article_after_another(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("d.jsonl", "d.xml", "e.jsonl", "e.tei")
    assert main(["convert", str(document), str(tmp_path / "d.jsonl")]) == 0
    monkeypatch.setattr("kzcorpus.cli.converting.load", lambda *_, **__: pytest.fail("was read as a whole"))
    for source, target in pairwise(names):
        assert main(["convert", str(tmp_path / source), str(tmp_path / target)]) == 0
    assert capsys.readouterr() == ("", "")
    assert (tmp_path / "d.jsonl").read_bytes() == (tmp_path / "e.jsonl").read_bytes()
    assert (tmp_path / "d.xml").read_bytes() == (tmp_path / "e.tei").read_bytes()


def test_a_stream_that_articles_were_appended_to_becomes_a_document(tmp_path: Path) -> None:
    dump_articles(CORPUS.articles, tmp_path / "open.jsonl", header=CORPUS, append=True)
    assert main(["convert", str(tmp_path / "open.jsonl"), str(tmp_path / "whole.jsonl")]) == 0
    assert (tmp_path / "whole.jsonl").read_text(encoding="utf-8") == dumps(CORPUS, format="jsonl")


def test_a_bar_is_shown_on_a_terminal(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", str(document), str(tmp_path / "d.jsonl")]) == 0
    monkeypatch.setattr("kzcorpus.cli.console.on_terminal", lambda _: True)
    assert main(["convert", str(tmp_path / "d.jsonl"), str(tmp_path / "d.xml")]) == 0
    assert "d.jsonl 1" in capsys.readouterr().err
    assert load(tmp_path / "d.xml") == CORPUS


@pytest.mark.parametrize("name", ["d.jsonl", "d.xml"])
def test_what_does_not_hold_together_is_one_line_that_names_the_file(
    name: str, document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", str(document), str(tmp_path / name)]) == 0
    content = (tmp_path / name).read_text(encoding="utf-8")
    spoilt = content.replace('"source":', '"bylines": [{"entity": "x"}], "source":').replace(
        '<standOff type="statements">',
        '<standOff type="article">\n<note type="byline" corresp="#x"/>\n</standOff>\n<standOff type="statements">',
    )
    assert spoilt != content
    (tmp_path / name).write_text(spoilt, encoding="utf-8")
    assert main(["convert", str(tmp_path / name), str(tmp_path / "e.xml")]) == 1
    shown, errors = capsys.readouterr()
    assert (shown, errors.count("\n")) == ("", 1)
    assert f"{name}: articles[0].bylines[0].entity: found 'x', expected the id of an agent" in errors
    assert not (tmp_path / "e.xml").exists()


def test_tei_of_others_and_what_is_wrong_with_a_header_are_read_as_a_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = "<teiHeader><fileDesc><titleStmt><title>Letter</title></titleStmt></fileDesc></teiHeader>"
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{head}<text><body><p>Yes.</p></body></text></TEI>'
    (tmp_path / "letter.xml").write_text(text, encoding="utf-8")
    assert main(["convert", str(tmp_path / "letter.xml"), str(tmp_path / "letter.jsonl")]) == 0
    assert load(tmp_path / "letter.jsonl") == load(tmp_path / "letter.xml")
    (tmp_path / "bad.jsonl").write_text('{"schema_version": 1, "corpus": {"id": 7, "tilte": ""}}\n', encoding="utf-8")
    capsys.readouterr()
    assert main(["convert", str(tmp_path / "bad.jsonl"), str(tmp_path / "e.xml")]) == 1
    assert "bad.jsonl: line 1 $.corpus" in capsys.readouterr().err
