import re
from pathlib import Path

import pytest

from kzcorpus import Article, Block, Corpus, Span, Statement, dump
from kzcorpus.cli import main
from kzcorpus.cli.showing import candidates

TEXT = "One headline\n\nAda said it rained and Ben said it snowed.\n"


@pytest.fixture
def document(tmp_path: Path) -> str:
    blocks = (Block(Span(0, 12), "headline"), Block(Span(14, len(TEXT) - 1), "paragraph"))
    statements = (
        Statement("x1.s1", (Span(23, len(TEXT) - 2),), "indirect"),
        Statement("x1.s2", (Span(46, len(TEXT) - 2),), "indirect", within="x1.s1"),
    )
    articles = (Article("x1", TEXT, blocks=blocks, statements=statements), Article("x2", "Two.\x1b[2J"), Article("y", "Three."))
    dump(Corpus("c", articles=articles), tmp_path / "c.json")
    return str(tmp_path / "c.json")


def test_an_id_or_its_beginning_names_an_article() -> None:
    corpus = Corpus("c", articles=(Article("a"), Article("ab"), Article("b")))
    assert [article.id for article in candidates(corpus, "a")] == ["a"]
    assert [article.id for article in candidates(corpus, "ab")] == ["ab"]
    assert candidates(corpus, "x") == ()
    assert candidates(corpus, None) == corpus.articles


def test_several_articles_are_listed(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", document]) == 0
    shown = capsys.readouterr().out
    assert "x1       One headline           2\n" in shown
    assert shown.endswith(f"3 articles; name one: kzcorpus show {document} ARTICLE\n")
    assert main(["show", document, "x"]) == 0
    assert capsys.readouterr().out.endswith(f"2 articles; name one: kzcorpus show {document} ARTICLE\n")


def test_one_article_is_shown(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", document, "x1"]) == 0
    assert "Ada said [1|it rained and Ben said [2|it snowed|2]|1]." in capsys.readouterr().out
    assert main(["show", document, "y"]) == 0
    assert capsys.readouterr().out == "y\n\nThree.\n\nno statements\n"


def test_colour_when_asked_for(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", document, "x1"])
    plain = capsys.readouterr().out
    main(["show", document, "x1", "--color", "always"])
    assert re.sub(r"\x1b\[[\d;]*m", "", painted := capsys.readouterr().out) == plain != painted


def test_an_escape_sequence_is_shown_not_obeyed(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", document, "x2"])
    assert "Two.␛[2J" in capsys.readouterr().out


def test_one_statement_with_a_reference(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", document, "--statement", "x1.s2"]) == 0
    shown = capsys.readouterr().out
    assert "One headline\n\nAda" not in shown
    assert "[1|it rained and Ben said [2|it snowed|2]|1]" in shown
    assert shown.splitlines()[-1] == "Unknown speaker: “it snowed”. One headline. [x1.s2, characters 46-55]"


@pytest.mark.parametrize(
    ("rest", "message"),
    [
        (["z"], "no article has the id 'z'"),
        (["--statement", "z"], "no statement has the id 'z'"),
        (["y", "--statement", "x1.s1"], "no statement of that article has the id 'x1.s1'"),
    ],
)
def test_what_is_not_there_is_named(document: str, rest: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", document, *rest]) == 1
    assert capsys.readouterr() == ("", f"kzcorpus: {message}\n")


def test_a_raw_text_is_read_on_the_fly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "raw.txt").write_text("Minister Aidar Serikov said that the harvest was safe.\n", encoding="utf-8")
    assert main(["show", str(tmp_path / "raw.txt")]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("raw")
    assert "[1] " in shown


def test_a_corpus_without_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump(Corpus("c"), tmp_path / "c.json")
    assert main(["show", str(tmp_path / "c.json")]) == 0
    assert capsys.readouterr().out == "the corpus holds no article\n"
