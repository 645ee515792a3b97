import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kzcorpus import Authority, ExtractorError, ReadError, read_texts

TEXT = "Kazakh President Kassym-Jomart Tokayev said on Friday that trade would grow.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with texts in it and in folders inside."""
    root = tmp_path / "news"
    for name in ("b.txt", "a.txt", "inner/c.txt", "inner/deep/d.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"{TEXT}{name}\n", encoding="utf-8")
    (root / "notes.md").write_text("no text", encoding="utf-8")
    return root


def _ids(paths: object, **options: Any) -> list[str]:
    return [article.id for article in read_texts(paths, **options).articles]  # type: ignore[arg-type]


def test_a_folder_gives_its_texts_sorted_and_the_corpus_its_name(folder: Path) -> None:
    corpus = read_texts(folder)
    assert corpus.id == "news"
    assert [article.id for article in corpus.articles] == ["a", "b", "c", "d"]
    assert [actor.id for actor in corpus.authority.actors] == ["kassym-jomart-tokayev"]


def test_files_patterns_and_several_paths(folder: Path) -> None:
    assert _ids(folder / "b.txt") == ["b"]
    assert _ids([folder / "b.txt", str(folder / "a.txt")]) == ["b", "a"]
    assert _ids(str(folder / "*.txt")) == ["a", "b"]
    assert _ids(str(folder / "**" / "*.txt")) == ["a", "b", "c", "d"]
    assert _ids(str(folder / "inner*")) == ["c", "d"]
    assert read_texts([folder, folder / "b.txt"]).id == "corpus"


def test_a_file_with_another_suffix_is_read_when_named(folder: Path) -> None:
    assert _ids(folder / "notes.md") == ["notes"]


def test_the_same_file_is_read_once(folder: Path) -> None:
    assert _ids([folder / "b.txt", folder, folder / "inner" / ".." / "b.txt"]) == ["b", "a", "c", "d"]


def test_the_source_names_the_file_and_fingerprints_its_bytes(folder: Path) -> None:
    source = read_texts(folder / "inner" / "c.txt").articles[0].source
    assert source is not None
    raw = (folder / "inner" / "c.txt").read_bytes()
    assert (source.filename, source.media_type, source.sha256) == ("c.txt", "text/plain", hashlib.sha256(raw).hexdigest())
    assert source.encoding == "utf-8"


def _bad(folder: Path) -> list[tuple[Path | str, str]]:
    (folder / "binary.txt").write_bytes(b"abc\0def")
    (folder / "empty").mkdir()
    return [
        (folder / "missing.txt", "no such file"),
        (folder / "binary.txt", "NUL byte at 3"),
        (folder / "empty", "no .txt file"),
        (str(folder / "*.xyz"), "no file that matches"),
    ]


def test_what_cannot_be_read_is_raised(folder: Path) -> None:
    for path, reason in _bad(folder):
        with pytest.raises(ReadError, match=reason) as caught:
            read_texts([folder / "a.txt", path])
        assert str(path) in str(caught.value)


def test_what_cannot_be_read_is_told_and_the_rest_is_read(folder: Path) -> None:
    errors: list[ReadError | ExtractorError] = []
    bad = _bad(folder)
    assert _ids([bad[0][0], folder / "a.txt", *(path for path, _ in bad[1:]), folder / "b.txt"], on_error=errors.append) == ["a", "b"]
    assert {error.path for error in errors if isinstance(error, ReadError)} == {str(path) for path, _ in bad}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser reads every file")
def test_a_file_that_may_not_be_read_is_told(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    with pytest.raises(ReadError):
        read_texts(folder)


def test_a_folder_called_like_a_text_is_no_text(folder: Path) -> None:
    (folder / "trap.txt").mkdir()
    assert "trap" not in _ids(folder)


def test_text_with_a_byte_order_mark_may_hold_nul_bytes(folder: Path) -> None:
    (folder / "a.txt").write_bytes(TEXT.encode("utf-16"))
    assert read_texts(folder / "a.txt").articles[0].text.lstrip("\ufeff") == TEXT


def test_an_empty_file_is_no_text(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"")
    with pytest.raises(ReadError, match=r"a\.txt: found an empty file, expected text"):
        read_texts(folder / "a.txt")


def test_a_suffix_in_capitals_is_one_too(folder: Path) -> None:
    (folder / "CAPITALS.TXT").write_text(TEXT, encoding="utf-8")
    assert "CAPITALS" in [article.id for article in read_texts(folder).articles]


def test_several_processes_give_the_same_corpus(folder: Path) -> None:
    errors: list[ReadError | ExtractorError] = []
    (folder / "binary.txt").write_bytes(b"\0")
    assert read_texts(folder, jobs=2, on_error=errors.append) == read_texts(folder, on_error=errors.append)
    assert [error.path for error in errors if isinstance(error, ReadError)] == [str(folder / "binary.txt")] * 2
    assert multiprocessing.active_children() == []


def test_another_authority_is_used_in_every_process(folder: Path) -> None:
    for jobs in (1, 2):
        corpus = read_texts(folder, authority=Authority(), jobs=jobs)
        assert [actor.made.status for actor in corpus.authority.actors if actor.made] == ["proposed"]


def test_progress_wraps_the_files(folder: Path) -> None:
    seen: list[tuple[int | None, int]] = []

    def progress(items: Iterable[Any], total: int | None = None) -> Iterator[Any]:
        for number, item in enumerate(items, 1):
            seen.append((total, number))
            yield item

    wrap: Callable[..., Iterable[Any]] = progress
    read_texts(folder, progress=wrap)
    assert seen == [(4, 1), (4, 2), (4, 3), (4, 4)]


def test_nothing_named_gives_an_empty_corpus() -> None:
    assert read_texts([]).articles == ()


def test_a_file_name_that_is_no_text_is_mended_and_its_neighbours_are_read(folder: Path) -> None:
    named = folder / os.fsdecode(b"caf\xe9.txt")
    try:
        named.write_text("Café.", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes UTF-8 names alone")
    corpus = read_texts(folder)
    assert [article.source and article.source.filename for article in corpus.articles if article.id == "caf\ufffd"] == ["caf\ufffd.txt"]
    assert len(corpus.articles) > 1


def test_a_folder_name_that_is_no_text_names_the_corpus_all_the_same(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("the file system takes UTF-8 names alone")
    (folder / "a.txt").write_text("Text.", encoding="utf-8")
    assert read_texts(folder).id == "caf\ufffd"
