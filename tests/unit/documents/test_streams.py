# ruff: noqa: A002 -- "format" is the word of the interface
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import kzcorpus as kz
from kzcorpus.documents import accession
from kzcorpus.documents.streams import read_header
from kzcorpus.formats.json_.limits import Options as JsonOptions
from kzcorpus.formats.tei.limits import Options as TeiOptions

GOLDEN = Path(__file__).parents[2] / "golden"
CORPUS = kz.load(GOLDEN / "every_field.json")
FORMATS = pytest.mark.parametrize("format", ["jsonl", "tei"])
posix = pytest.mark.skipif(os.name == "nt", reason="pipes and devices of POSIX")


def many(count: int = 12) -> Iterator[kz.Article]:
    return (kz.Article(f"a{number}", "Talks went on.") for number in range(count))


def dumped(corpus: kz.Corpus, format: str) -> bytes:
    document = kz.dumps(corpus, format=format)
    return document if isinstance(document, bytes) else document.encode()


def only(path: Path) -> bool:
    return list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", ["every_field.json", "every_field.jsonl", "every_field.tei.xml"])
@FORMATS
def test_the_header_of_any_file_will_do(tmp_path: Path, name: str, format: str) -> None:
    path = tmp_path / "corpus"
    assert kz.dump_articles(kz.iter_articles(GOLDEN / name), path, header=GOLDEN / name, format=format) == 2
    assert path.read_bytes() == dumped(CORPUS, format)
    assert only(path)


@FORMATS
@pytest.mark.parametrize("count", [0, 1, 9, 10, 123])
def test_however_many_there_are(tmp_path: Path, format: str, count: int) -> None:
    path = tmp_path / "news.x"
    assert kz.dump_articles(many(count), path, format=format) == count
    assert path.read_bytes() == dumped(kz.Corpus("news", articles=tuple(many(count))), format)
    assert only(path)


@FORMATS
def test_a_corpus_lends_its_header_and_not_its_articles(tmp_path: Path, format: str) -> None:
    bare = kz.Corpus("c", "Talks", tuple(many()), CORPUS.authority)
    kz.dump_articles([kz.Article("one")], tmp_path / "c", header=bare, format=format)
    assert kz.load(tmp_path / "c", format=format) == kz.Corpus("c", "Talks", (kz.Article("one"),), CORPUS.authority)


@FORMATS
def test_a_file_can_be_written_over_itself(tmp_path: Path, format: str) -> None:
    path = tmp_path / "news.x"
    kz.dump_articles(many(), path, format=format)
    path.chmod(0o640)
    first = read_header(path, format)
    kz.dump_articles((one for one in kz.iter_articles(path, format=format) if one.id != "a3"), path, header=first, format=format)
    assert [one.id for one in kz.iter_articles(path, format=format)] == [f"a{n}" for n in range(12) if n != 3]
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o640
    assert only(path)


@FORMATS
@pytest.mark.parametrize("stop", [KeyError("x"), KeyboardInterrupt(), kz.ReadError("other", "gone")])
def test_an_error_of_the_caller_is_the_callers_and_leaves_the_old_file(tmp_path: Path, format: str, stop: BaseException) -> None:
    path = tmp_path / "news.x"
    path.write_bytes(b"old")

    def broken() -> Iterator[kz.Article]:
        yield from many()
        raise stop

    with pytest.raises(type(stop)) as caught:
        kz.dump_articles(broken(), path, format=format)
    assert caught.value is stop
    assert path.read_bytes() == b"old"
    assert only(path)


@FORMATS
def test_an_article_that_does_not_fit_is_named_and_the_next_may_follow(tmp_path: Path, format: str) -> None:
    path = tmp_path / "news.x"
    with kz.ArticleWriter(path, format=format) as writer:
        for article in many(3):
            writer.write(article)
        with pytest.raises(kz.ModelError) as caught:
            writer.write(kz.Article("a1", bylines=(kz.Voice("nobody"),)))
        writer.write(kz.Article("last"))
        assert writer.count == 4
    assert [str(fault) for fault in caught.value.faults] == [
        "articles[3].id: found the id 'a1' again, expected one that articles[1] does not bear (article 'a1')",
        "articles[3].bylines[0].entity: found 'nobody', expected the id of an agent (article 'a1')",
    ]
    assert [one.id for one in kz.load(path, format=format).articles] == ["a0", "a1", "a2", "last"]


@FORMATS
def test_what_never_came_is_told_at_the_end_and_the_old_file_stands(tmp_path: Path, format: str) -> None:
    path = tmp_path / "news.x"
    path.write_bytes(b"old")
    with pytest.raises(kz.ModelError, match="expected the id of a statement"):
        kz.dump_articles(CORPUS.articles[:1], path, header=CORPUS, format=format)
    assert path.read_bytes() == b"old"
    assert only(path)


def test_a_header_that_is_not_sound_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"schema_version": 1, "corpus": {"id": "c", "occasions": [{"id": "o", "place": "nowhere"}]}}\n')
    for name in ("out.jsonl", "out.xml"):
        with pytest.raises(kz.DecodeError, match=r"in\.jsonl: line 1 \$\.corpus\.occasions\[0\]\.place"):
            kz.ArticleWriter(tmp_path / name, tmp_path / "in.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


@pytest.mark.parametrize(
    ("name", "append", "message"),
    [
        ("c.json", False, "json: is not written one article at a time; jsonl, tei can"),
        ("c.csv", False, "csv: is not written one article at a time; jsonl, tei can"),
        ("c.xml", True, "tei: cannot be appended to; jsonl can"),
        ("c.docx", False, "expected one of"),
    ],
)
def test_a_format_that_is_not_streamed_says_so(tmp_path: Path, name: str, append: bool, message: str) -> None:  # noqa: FBT001
    with pytest.raises(kz.UnknownFormatError, match=message):
        kz.ArticleWriter(tmp_path / name, append=append)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("format", "options"), [("jsonl", TeiOptions()), ("tei", JsonOptions())])
def test_options_of_another_format_are_refused(tmp_path: Path, format: str, options: object) -> None:
    with pytest.raises(TypeError, match="found options Options"):
        kz.ArticleWriter(tmp_path / "c", format=format, options=options)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("format", "options"), [("jsonl", JsonOptions), ("tei", TeiOptions)])
def test_limits_are_those_of_dump(tmp_path: Path, format: str, options: Callable[..., Any]) -> None:
    articles = tuple(many())
    path = tmp_path / "news.x"
    size = len(dumped(kz.Corpus("news", articles=articles), format))
    kz.dump_articles(articles, path, format=format, options=options(size=size))
    for less in (1, 20, size // 2):
        with pytest.raises(kz.EncodeError, match="expected"):
            kz.dump_articles(articles[:-1] + (kz.Article("a11", "No."),) * (less > 100), path, format=format, options=options(size=less))
    with pytest.raises(kz.EncodeError, match="expected"):
        kz.dump_articles(articles, path, format=format, options=options(size=size - 1))
    assert path.stat().st_size == size
    assert only(path)


def test_limits_of_tei_name_the_article(tmp_path: Path) -> None:
    with pytest.raises(kz.EncodeError, match=r"articles\[1\]: found more than 10,000 bytes without a tag"):
        kz.dump_articles([kz.Article("a"), kz.Article("b", "x" * 10_001)], tmp_path / "c.xml", options=TeiOptions(stretch=10_000))


def test_only_articles_are_written_and_only_while_it_is_open(tmp_path: Path) -> None:
    writer = kz.ArticleWriter(tmp_path / "c.jsonl")
    with pytest.raises(TypeError, match="found Corpus, expected an Article"):
        writer.write(kz.Corpus("c"))  # type: ignore[arg-type]
    writer.close()
    writer.close()
    with pytest.raises(KeyError), writer:
        raise KeyError
    with pytest.raises(ValueError, match="found a closed writer"):
        writer.write(kz.Article("a"))
    assert kz.load(tmp_path / "c.jsonl").articles == ()


@FORMATS
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "news.x"
    path.write_bytes(b"old")
    full = OSError(28, "No space left on device")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(full))
        with pytest.raises(kz.WriteError, match="no space left on device"):
            kz.dump_articles(many(), path, format=format)
    writer = kz.ArticleWriter(path, format=format)
    with monkeypatch.context() as patched:
        patched.setattr(writer._output, "add", lambda _: (_ for _ in ()).throw(kz.WriteError(str(path), "full")))
        with pytest.raises(kz.WriteError, match="full"):
            writer.write(kz.Article("a"))
    for call in (writer.close, lambda: writer.write(kz.Article("b"))):
        with pytest.raises((kz.WriteError, ValueError)):
            call()
    assert path.read_bytes() == b"old"
    assert only(path)


def test_a_register_that_cannot_be_kept_is_an_error_of_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(accession.Accession, "_insert", full)
    with pytest.raises(kz.WriteError, match=r"c.jsonl: the register of ids could not be kept \(database or disk is full\)"):
        kz.dump_articles(many(), tmp_path / "c.jsonl")
    assert list(tmp_path.iterdir()) == []


@posix
@FORMATS
def test_a_device_is_written_to_at_the_end(format: str) -> None:
    assert kz.dump_articles(many(), os.devnull, format=format) == 12


@FORMATS
def test_without_a_folder_nothing_is_made(tmp_path: Path, format: str) -> None:
    with pytest.raises(kz.WriteError, match="found no folder 'nowhere'"):
        kz.ArticleWriter(tmp_path / "nowhere" / "c", format=format)


def test_a_header_is_read_from_what_can_be_read(tmp_path: Path) -> None:
    kz.dump(CORPUS, tmp_path / "c.csv")
    with pytest.raises(kz.UnknownFormatError, match="csv: is only written"):
        read_header(tmp_path / "c.csv")
    for name in ("c.jsonl", "c.xml"):
        with pytest.raises(kz.ReadError, match="no such file"):
            read_header(tmp_path / name)
    foreign = tmp_path / "letter.xml"
    foreign.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letter</title></titleStmt></fileDesc></teiHeader>'
        "<text><body><p>Yes.</p></body></text></TEI>"
    )
    assert kz.dump_articles(kz.iter_articles(foreign), tmp_path / "letter.jsonl", header=foreign) == 1
    assert kz.load(tmp_path / "letter.jsonl") == kz.load(foreign)
