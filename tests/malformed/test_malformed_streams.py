"""A fault far down a stream is named there: the article before it has been given, nothing of it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import kzcorpus as kz

FAULTY, COUNT = 7_000, 7_010


def articles() -> Iterator[kz.Article]:
    return (kz.Article(f"a{number}", "Да.") for number in range(1, COUNT + 1))


def until_the_fault(path: Path) -> tuple[str, kz.Finding]:
    """Return the id of the last article that was given, and the fault."""
    given: list[str] = []
    with pytest.raises(kz.DecodeError) as caught:
        given.extend(article.id for article in kz.iter_articles(path))
    (finding,) = caught.value.findings
    assert caught.value.path == str(path)
    return given[-1], finding


def spoil(path: Path, right: bytes, wrong: bytes) -> int:
    """Replace bytes that stand once, and return the line they stand on."""
    document = path.read_bytes()
    assert document.count(right) == 1
    path.write_bytes(document.replace(right, wrong))
    return document[: document.index(right)].count(b"\n") + 1


@pytest.mark.parametrize(
    ("right", "wrong", "path", "article"),
    [
        (b'{"id": "a7000", ', b'{"id": "a7000", "texts": "", ', "$.texts", "a7000"),
        (b'{"id": "a7000", ', b'{"id": "a7000" ', None, None),
        (b'{"id": "a7000", ', b'{"id": "a7000", "language": "?", ', "$.language", "a7000"),
    ],
)
def test_a_fault_in_article_7000_of_lines(tmp_path: Path, right: bytes, wrong: bytes, path: str | None, article: str | None) -> None:
    file = tmp_path / "news.jsonl"
    kz.dump_articles(articles(), file)
    line = spoil(file, right, wrong)
    last, finding = until_the_fault(file)
    assert (last, finding.line, line) == ("a6999", FAULTY + 1, FAULTY + 1)
    assert (finding.path, finding.article) == (path, article)
    with pytest.raises(kz.DecodeError) as caught:
        kz.load(file)
    assert caught.value.findings == (finding,)


def test_a_fault_in_article_7000_of_a_tei_corpus(tmp_path: Path) -> None:
    file = tmp_path / "news.xml"
    kz.dump_articles(articles(), file)
    line = spoil(file, b'<body xml:space="preserve" xml:id="a7000.text">', b'<body xml:space="default" xml:id="a7000.text">')
    last, finding = until_the_fault(file)
    assert (last, finding.line) == ("a6999", line)
    assert finding.path == "/tei:teiCorpus/tei:TEI[7000]/tei:text[1]/tei:body[1]"


def test_a_fault_in_article_7000_of_what_is_being_written(tmp_path: Path) -> None:
    def spoilt() -> Iterator[kz.Article]:
        for number, article in enumerate(articles(), 1):
            yield kz.Article("a5", "Нет.", bylines=(kz.Voice("nobody"),)) if number == FAULTY else article

    with pytest.raises(kz.ModelError) as caught:
        kz.dump_articles(spoilt(), tmp_path / "news.jsonl")
    assert [fault.path for fault in caught.value.faults] == ["articles[6999].id", "articles[6999].bylines[0].entity"]
    assert all("article 'a5'" in fault.message for fault in caught.value.faults)
    assert list(tmp_path.iterdir()) == []
