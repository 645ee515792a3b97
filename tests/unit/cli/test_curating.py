from pathlib import Path

import attrs
import pytest

import kzcorpus as kz
from kzcorpus.cli import main

TEXT = "The road is open, the mayor of the town said on Friday. Nothing is known of the bridge, which was closed in May.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = kz.assemble([kz.read_text(TEXT, id="a")], id="c")
    kz.dump(corpus, tmp_path / "c.json")
    [said] = corpus.articles[0].statements
    kz.dump(kz.correct(corpus, said.id, "reject", by="Daniyar"), tmp_path / "hers.xml")
    kz.dump(kz.correct(corpus, said.id, "accept", by="Aigerim"), tmp_path / "mine.json")
    (tmp_path / "mine.toml").write_text('[[actor]]\nid = "mayor"\nnames = [{text = "Aidar Serikov"}]\nkind = "person"\n', encoding="utf-8")
    return tmp_path


def test_a_corpus_read_by_the_same_program_is_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "mine.json").read_bytes()
    assert main(["reread", str(folder / "mine.json")]) == 0
    assert capsys.readouterr().out == f"nothing changed\nwrote {folder / 'mine.json'}\n"
    assert (folder / "mine.json").read_bytes() == before


def test_a_colleague_s_corrections_are_taken_over_and_conflicts_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(folder / "both.xml")
    assert main(["reread", str(folder / "c.json"), "--corrections", str(folder / "hers.xml"), "--out", out]) == 0
    assert [one.by for one in kz.load(out).corrections] == ["Daniyar"]
    assert capsys.readouterr().out.splitlines()[-1] == f"wrote {out}"
    assert main(["reread", str(folder / "mine.json"), "--corrections", str(folder / "hers.xml"), "--out", out]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "a: warning decisions-differ Aigerim accepted what Daniyar rejected: “The road is open”"
    assert [one.by for one in kz.load(out).corrections] == ["Aigerim", "Daniyar"]


def test_what_changed_is_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = kz.load(folder / "c.json")
    kz.dump(corpus.with_articles(attrs.evolve(corpus.articles[0], statements=())), folder / "less.json")
    arguments = ["--authority", str(folder / "mine.toml"), "--program", "model", "--out", str(folder / "more.json")]
    assert main(["reread", str(folder / "less.json"), *arguments]) == 0
    assert "1 statement added" in capsys.readouterr().out
    assert kz.load(folder / "more.json").articles == corpus.articles


def test_what_cannot_be_done_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ["c.json", "--out", "c.docx"],
        ["none.json"],
        ["c.json", "--extractor", "nonsense"],
        ["c.json", "--authority", "none"],
    ):
        assert main(["reread", *(str(folder / one) if "." in one else one for one in arguments)]) == 1
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert err.startswith("kzcorpus: ")


def test_corpora_are_joined(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = kz.assemble([kz.read_text(TEXT, id="b")], id="d")
    kz.dump(other, folder / "d.json")
    paths = [str(folder / name) for name in ("c.json", "d.json", "whole.xml")]
    assert main(["merge", *paths[:2], "--out", paths[2], "--id", "e"]) == 0
    whole = kz.load(paths[2])
    assert (whole.id, [one.id for one in whole.articles]) == ("e", ["a", "b"])
    assert capsys.readouterr().out == f"wrote {paths[2]}: 2 articles, 2 statements\n"
    assert main(["merge", *paths[:2], "--out", paths[2]]) == 0
    assert kz.load(paths[2]).id == "c"


def test_corpora_that_contradict_each_other_are_not(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = kz.load(folder / "c.json").articles[0].statements[0].id
    paths = [str(folder / name) for name in ("mine.json", "hers.xml", "whole.json")]
    assert main(["merge", *paths[:2], "--out", paths[2]]) == 1
    out, err = capsys.readouterr()
    fault = f"articles: found two different values for the id 'a', expected equal ones; they differ in statements ('{said}')"
    hint = "copies of one article that were curated apart: kzcorpus reread A --corrections B --out BOTH"
    assert (out, err) == ("", f"kzcorpus: {fault}\nkzcorpus: {hint}\n")
    assert not (folder / "whole.json").exists()
