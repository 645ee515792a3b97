import os
import subprocess
import sys
from pathlib import Path

import pytest

from kzcorpus import Actor, Article, Authority, Corpus, Finding, Name, Statement, Voice, load
from kzcorpus.cli import main
from kzcorpus.cli.building import PRODUCTS, ROWS, notable, summary


def test_a_corpus_in_two_tables() -> None:
    statements = (Statement("a.1", mode="direct", speaker=Voice("ada")), Statement("a.2", mode="mixed", speaker=Voice("ada")))
    authority = Authority(actors=(Actor("ada", (Name("Ada Serikova"),)),))
    assert summary(Corpus("c", articles=(Article("a", statements=statements),), authority=authority)).splitlines() == [
        "article  blocks  mentions  statements  direct  mixed  indirect  findings",
        "a             0         0           2       1      1         0         0",
        "",
        "speaker       statements  direct  mixed  indirect",
        "Ada Serikova           2       1      1         0",
    ]


def test_a_large_corpus_is_summed_up() -> None:
    assert summary(Corpus("c", articles=tuple(Article(f"a{i}") for i in range(60)))).splitlines()[-1] == "… and 10 more articles"


def test_what_reading_noticed_is_told_unless_it_is_small() -> None:
    findings = (Finding("garbled-date", message="40 is no month"), Finding("tiny", "info"), Finding("lost", "error", "gone"))
    assert list(notable(Corpus("c", articles=(Article("a", "text", findings=findings), Article("void"))))) == [
        "a: warning garbled-date 40 is no month",
        "a: error lost gone",
        "void: warning empty-text the article has no text",
    ]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text("A headline\n\n“We agree,” Minister Aidar Serikov said on Friday.\n", encoding="utf-8")
    (folder / "two.txt").write_text("Dana Akhmetova said that the harvest was safe.\n", encoding="utf-8")
    return folder


def test_build_writes_three_files_and_tells(texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "deep" / "build"
    assert main(["build", str(texts), "--out", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == sorted(PRODUCTS)
    shown, errors = capsys.readouterr()
    assert errors == ""
    assert shown.startswith("article ")
    assert "\nspeaker " in shown
    assert shown.splitlines()[-1].startswith("wrote ")
    corpus = load(out / "corpus.json")
    assert [article.id for article in corpus.articles] == ["one", "two"]
    assert load(out / "corpus.tei.xml") == corpus


def test_build_again_gives_the_same_bytes(texts: Path, tmp_path: Path) -> None:
    written = []
    for _ in range(2):
        assert main(["build", str(texts), "--out", str(tmp_path / "build"), "--quiet"]) == 0
        written.append({name: (tmp_path / "build" / name).read_bytes() for name in PRODUCTS})
    assert written[0] == written[1]


def test_build_quietly_with_an_id_and_two_processes(texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(texts), "--out", str(tmp_path / "build"), "--quiet", "--id", "harvest", "--jobs", "2"]) == 0
    assert capsys.readouterr() == ("", "")
    assert load(tmp_path / "build" / "corpus.json").id == "harvest"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_build_shows_a_bar_on_a_terminal_only(texts: Path, tmp_path: Path) -> None:
    keeper, terminal = os.openpty()
    command = [sys.executable, "-m", "kzcorpus", "build", str(texts), "missing.txt", "--out", "build"]
    done = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=terminal, check=False)  # noqa: S603
    os.close(terminal)
    screen = os.read(keeper, 10_000).decode()
    os.close(keeper)
    assert done.returncode == 1
    assert " 1/2  " in screen
    assert "kzcorpus: missing.txt: " in screen
    assert screen.rstrip().endswith("\x1b[K")
    assert b"\x1b" not in done.stdout


def test_build_tells_a_few_of_many_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "texts").mkdir()
    for number in range(ROWS + 3):
        (tmp_path / "texts" / f"void{number}.txt").write_text("\n")
    assert main(["build", str(tmp_path / "texts"), "--out", str(tmp_path / "build")]) == 0
    assert f"… and 3 more; kzcorpus check {tmp_path / 'build' / 'corpus.json'} tells all" in capsys.readouterr().out


@pytest.mark.parametrize("name", PRODUCTS)
def test_build_leaves_files_alone_that_it_did_not_write(name: str, texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_text("precious", encoding="utf-8")
    assert main(["build", str(texts), "--out", str(tmp_path)]) == 1
    shown, errors = capsys.readouterr()
    assert shown == ""
    assert errors.startswith(f"kzcorpus: {tmp_path / name}: kzcorpus did not write this file")
    assert errors.count("\n") == 1
    assert (tmp_path / name).read_text(encoding="utf-8") == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "texts"])
    assert main(["build", str(texts), "--out", str(tmp_path), "--force", "--quiet"]) == 0
    assert len(load(tmp_path / "corpus.json").articles) == 2


def test_build_does_not_write_over_a_folder_or_into_a_file(texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out" / "corpus.json").mkdir(parents=True)
    assert main(["build", str(texts), "--out", str(tmp_path / "out")]) == 1
    assert main(["build", str(texts), "--out", str(texts / "one.txt")]) == 1
    assert [line.split(": ")[-1] for line in capsys.readouterr().err.splitlines()] == [
        "found a folder where a file is to be written",
        "found a file, expected a folder to write to",
    ]


def test_a_table_tells_when_texts_were_published(texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "known.csv"
    table.write_text("file,published,outlet\none.txt,2022-10-14,The Steppe\nthree.txt,2022,\nfour.txt,2022,\n", encoding="utf-8")
    assert main(["build", str(texts), "--out", str(tmp_path / "out"), "--metadata", str(table), "--quiet"]) == 0
    assert capsys.readouterr().err == "kzcorpus: no text was read for a row of the metadata: three.txt and 1 more\n"
    one, two = load(tmp_path / "out" / "corpus.json").articles
    assert (one.published and one.published.edtf, two.published) == ("2022-10-14", None)
    assert main(["check", str(texts), "--metadata", str(table), "--severity", "info"]) == 0
    told = capsys.readouterr().out
    assert "two.txt: info no-publication-date" in told
    assert "one.txt: info no-publication-date" not in told


@pytest.mark.parametrize("command", [["build", "--out", "out"], ["check"]])
def test_every_fault_of_a_table_is_a_line(command: list[str], texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "known.csv"
    table.write_text("file,published\none.txt,soon\ntwo.txt,2022-02-30\n", encoding="utf-8")
    assert main([*command, str(texts), "--metadata", str(table)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.split(": ")[2] for line in told.err.splitlines()] == ["line 2", "line 3"]
