import json
from pathlib import Path

import pytest

from kzcorpus import Article, Corpus, Finding, Span, dump
from kzcorpus.cli import main
from kzcorpus.cli.inspection import lines


def test_a_finding_is_a_line_with_its_position() -> None:
    article = Article("a", "one\r\ntwo “\nthree")
    findings = (
        Finding("unbalanced", message="odd", article="a", spans=(Span(9, 10),), hint="compare"),
        Finding("none", "info", "no date", article="a"),
        Finding("loose", "error", "no article"),
    )
    assert list(lines(Corpus("c", articles=(article,)), findings, {"a": "c.json:a"})) == [
        "c.json:a:2:5: warning unbalanced odd (compare)",
        "c.json:a: info none no date",
        "c: error loose no article",
    ]


def test_a_raw_text_is_named_by_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("Minister Aidar Serikov said: “It is safe.\n", encoding="utf-8")
    (tmp_path / "one" / "binary.txt").write_bytes(b"\0")
    assert main(["check", str(tmp_path / "one"), str(tmp_path / "two")]) == 1
    places = [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()[:2]]
    assert places == [f"{tmp_path / 'one' / 'a.txt'}:1:30", f"{tmp_path / 'two' / 'a.txt'}:1:30"]


@pytest.fixture
def corpus() -> Corpus:
    return Corpus("c", articles=(Article("a", "He said “yes."), Article("b", "All is well.")))


def test_check_a_document(corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "c.json"
    dump(corpus, path)
    assert main(["check", str(path)]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) == 2
    assert shown[0].startswith(f"{path}:a:1:9: warning unbalanced-quotation-marks ")
    assert shown[1] == "4 more of less severity; --severity info shows all"
    assert main(["check", str(path), "--severity", "info"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 5


def test_check_of_what_is_only_incomplete_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "c.json"
    dump(Corpus("c", articles=(Article("b", "All is well."),)), path)
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == "2 more of less severity; --severity info shows all\n"


def test_check_raw_texts_and_documents_together(corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump(corpus, tmp_path / "c.json")
    (tmp_path / "raw.txt").write_text("Minister Aidar Serikov said: “It is safe.\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "raw.txt"), str(tmp_path / "c.json"), str(tmp_path / "missing.txt")]) == 1
    shown, errors = capsys.readouterr()
    assert [line.split(": ")[1].split()[:2] for line in shown.splitlines()[:2]] == [["warning", "unbalanced-quotation-marks"]] * 2
    assert "raw.txt:1:30: " in shown
    assert errors.startswith("kzcorpus: ")
    assert "missing.txt" in errors
    assert errors.count("\n") == 1


@pytest.mark.parametrize("name", ["c.json", "c.xml", "c.jsonl"])
def test_validate_what_we_wrote(name: str, corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump(corpus, tmp_path / name)
    assert main(["validate", str(tmp_path / name)]) == 0
    assert capsys.readouterr() == (f"{tmp_path / name}: valid\n", "")


def test_validate_tells_every_fault_of_every_file(corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump(corpus, tmp_path / "good.json")
    document = json.loads((tmp_path / "good.json").read_text(encoding="utf-8"))
    document["corpus"]["articles"][0]["id"] = 7
    document["corpus"]["articles"][1]["nonsense"] = []
    (tmp_path / "bad.json").write_text(json.dumps(document), encoding="utf-8")
    assert main(["validate", str(tmp_path / "missing.json"), str(tmp_path / "bad.json"), str(tmp_path / "good.json")]) == 1
    shown, errors = capsys.readouterr()
    assert "$.corpus.articles[0].id: " in shown
    assert "$.corpus.articles[1]" in shown
    assert f"{tmp_path / 'good.json'}: valid" in shown
    assert errors == f"kzcorpus: {tmp_path / 'missing.json'}: no such file or folder\n"


def test_validate_names_the_line_of_a_tei_document(corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump(corpus, tmp_path / "c.xml")
    text = (tmp_path / "c.xml").read_text(encoding="utf-8")
    line = text[: text.index("All is well.")].count("\n") + 1
    (tmp_path / "c.xml").write_text(text.replace("All is well.", "All is bad!?"), encoding="utf-8")
    assert main(["validate", str(tmp_path / "c.xml")]) == 1
    places = [shown.split(": ")[0] for shown in capsys.readouterr().out.splitlines()]
    assert all(place.startswith(f"{tmp_path / 'c.xml'}:") for place in places)
    assert min(int(place.rsplit(":", 1)[1]) for place in places) <= line


def test_a_finding_is_one_line_whatever_the_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "c.json"
    dump(Corpus("c", articles=(Article("a\nb"),)), path)
    assert main(["check", "--severity", "info", str(path)]) == 1
    assert all(line.startswith(f"{path}:a b: ") for line in capsys.readouterr().out.splitlines())
