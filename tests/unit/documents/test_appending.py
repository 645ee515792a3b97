import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import kzcorpus as kz
from kzcorpus.documents import appending
from kzcorpus.formats.json_.jsonlines import article_line, first_line

HEADER = kz.Corpus("c", "Talks", authority=kz.Authority(actors=(kz.Actor("arman"),)))
FIRST, SECOND, THIRD = kz.Article("a", "Иә.", bylines=(kz.Voice("arman"),)), kz.Article("b", "No."), kz.Article("d", "")
OPEN = first_line(HEADER, None)
WHOLE = (OPEN + article_line(FIRST) + article_line(SECOND)).encode()
posix = pytest.mark.skipif(os.name == "nt", reason="locks and pipes of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.jsonl"


def append(path: Path, *articles: kz.Article, header: kz.Corpus | None = None) -> list[kz.Loss]:
    losses: list[kz.Loss] = []
    kz.dump_articles(articles, path, header=header, append=True, on_loss=losses.append)
    return losses


def test_a_file_is_made_and_grows(path: Path) -> None:
    append(path, header=HEADER)
    assert path.read_text("utf-8") == OPEN
    append(path, FIRST)
    append(path, SECOND)
    assert path.read_bytes() == WHOLE
    assert kz.load(path).articles == (FIRST, SECOND)


@pytest.mark.parametrize("content", [None, b""])
def test_a_file_without_a_header_is_named_after_itself(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
    append(path, SECOND)
    assert kz.load(path) == kz.Corpus("news", articles=(SECOND,))


def test_an_article_stands_there_when_it_is_written(path: Path) -> None:
    with kz.ArticleWriter(path, HEADER, append=True) as writer:
        for number, article in enumerate((FIRST, SECOND), 1):
            writer.write(article)
            assert len(kz.load(path).articles) == writer.count == number


def test_what_was_written_stays_after_an_error(path: Path) -> None:
    def broken() -> Iterator[kz.Article]:
        yield FIRST
        raise KeyError

    with pytest.raises(KeyError):
        kz.dump_articles(broken(), path, header=HEADER, append=True)
    append(path, SECOND)
    assert path.read_bytes() == WHOLE


def test_every_torn_end_is_taken_away_and_told(path: Path) -> None:
    last = len(article_line(SECOND).encode())
    for cut in range(last + 1):
        path.write_bytes(WHOLE[: len(WHOLE) - last + cut])
        losses = append(path)
        assert path.read_bytes() == (WHOLE if cut >= last - 1 else WHOLE[: len(WHOLE) - last]), cut
        assert [str(loss.reason) for loss in losses] == (["the file was cut off after 1 articles"] if 0 < cut < last - 1 else []), cut


@pytest.mark.parametrize("end", [b"\0" * 100, b'{"id": "d", "te\0\0\0\0', b'{"id": "\xd0'])
def test_what_a_disk_leaves_is_torn_too(path: Path, end: bytes) -> None:
    path.write_bytes(WHOLE + end)
    assert append(path, THIRD) == [kz.Loss("articles", 1, "the file was cut off after 2 articles")]
    assert path.read_bytes() == WHOLE + article_line(THIRD).encode()


@pytest.mark.parametrize("end", [b'{"id": "d",, "text": ""}', b"7", b"{}", b'{"id": "a", "text": ""}', b"{\n", b"x{"])
def test_what_is_wrong_and_not_torn_is_refused_and_stays(path: Path, end: bytes) -> None:
    path.write_bytes(WHOLE + end)
    with pytest.raises(kz.DecodeError) as caught:
        append(path, THIRD)
    assert caught.value.path == str(path)
    assert path.read_bytes() == WHOLE + end


def test_a_file_that_says_how_many_there_are_is_put_there_anew_without(path: Path) -> None:
    kz.dump(kz.Corpus("c", "Talks", (FIRST,), HEADER.authority), path)
    path.chmod(0o640)
    assert append(path, SECOND) == []
    assert path.read_bytes() == WHOLE
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o640
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("missing", [1, 20, len(article_line(SECOND).encode())])
def test_a_file_that_says_how_many_there_are_is_not_torn_by_us_and_refused(path: Path, missing: int) -> None:
    kz.dump(kz.Corpus("c", "Talks", (FIRST, SECOND), HEADER.authority), path)
    cut = path.read_bytes()[:-missing]
    path.write_bytes(cut)
    if missing == 1:  # the end of the line only
        append(path)
        assert path.read_bytes() == WHOLE
        return
    with pytest.raises(kz.DecodeError):
        append(path, THIRD)
    assert path.read_bytes() == cut


def test_another_header_is_put_above_what_stands_there(path: Path) -> None:
    append(path, SECOND, header=kz.Corpus("c"))
    with pytest.raises(kz.ModelError, match=r"articles\[1\].bylines\[0\].entity: found 'arman'.*\(article 'a'\)"):
        append(path, FIRST)
    append(path, FIRST, header=HEADER)
    assert kz.load(path) == kz.Corpus("c", "Talks", (SECOND, FIRST), HEADER.authority)
    with pytest.raises(kz.DecodeError, match=r"articles\[1\].bylines\[0\].entity"):
        append(path, header=kz.Corpus("c"))
    assert kz.load(path).authority == HEADER.authority


def test_the_same_header_changes_nothing(path: Path) -> None:
    append(path, FIRST, header=HEADER)
    before = path.stat().st_ino
    append(path, SECOND, header=HEADER)
    assert path.stat().st_ino == before
    assert path.read_bytes() == WHOLE


def test_links_come_with_a_header_once_their_statements_stand_there(path: Path) -> None:
    said = kz.Article("a", "Yes.", statements=(kz.Statement("s"), kz.Statement("t")))
    linked = kz.Corpus("news", articles=(said,), links=(kz.Link("s", "t", "same"),))
    with pytest.raises(kz.ModelError, match="expected the id of a statement"):
        append(path, said, header=linked)
    assert not path.exists()
    append(path, said)
    append(path, header=linked)
    assert kz.load(path) == linked


def test_an_earlier_version_is_not_appended_to(path: Path) -> None:
    path.write_bytes((Path(__file__).parents[2] / "golden" / "version_0.jsonl").read_bytes())
    with pytest.raises(kz.DecodeError, match=r"line 1 \$.schema_version: found version 0, expected 1 \(dump it anew"):
        append(path)


@posix
def test_two_do_not_append_to_one_file(path: Path) -> None:
    with (
        kz.ArticleWriter(path, append=True),
        pytest.raises(kz.WriteError, match="another writer is appending to"),
        kz.ArticleWriter(path, append=True),
    ):
        pass
    append(path, SECOND)


@posix
def test_a_file_that_was_replaced_meanwhile_is_not_appended_to(path: Path) -> None:
    writer = kz.ArticleWriter(path, append=True)
    kz.dump(kz.Corpus("other"), path)
    with pytest.raises(kz.WriteError, match="found another file in its place"):
        writer.write(SECOND)
    with pytest.raises(kz.WriteError, match="failed at an earlier article"):
        writer.write(THIRD)
    with pytest.raises(kz.WriteError):
        writer.close()
    path.unlink()
    with Path(os.devnull).open("rb", buffering=0) as nothing:
        assert not appending._stands(nothing, path)


@posix
def test_only_a_file_grows(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(kz.WriteError, match="found no regular file"):
        append(path)


def test_what_could_be_written_of_an_article_that_could_not_is_taken_away(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append(path, FIRST, header=HEADER)
    before = path.read_bytes()
    writer = kz.ArticleWriter(path, append=True)
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(kz.WriteError, match="no space left on device"):
        writer.write(SECOND)
    monkeypatch.undo()
    assert path.read_bytes() == before
    with pytest.raises(kz.WriteError):
        writer.close()
    append(path, SECOND)
    assert path.read_bytes() == WHOLE
