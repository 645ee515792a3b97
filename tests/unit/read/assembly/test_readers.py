"""Many texts by an extractor of one's own: in one process and in several, with errors at some of them."""

import importlib.metadata
import multiprocessing
import pickle
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

import kzcorpus as kz
from kzcorpus import ExtractorError, ReadError, read_texts
from kzcorpus.cli import main
from kzcorpus.read import extractors
from kzcorpus.read.extractors import GROUP


class Words:
    """Finds one word; fails at texts that hold another."""

    def __init__(self, word: str = "harvest") -> None:
        self.word = word

    def extract(self, article: kz.Article) -> list[kz.Statement | kz.Finding]:
        if "storm" in article.text:
            raise TimeoutError(f"no answer to {article.id}\udcff")
        return [kz.anchored(article, self.word, start=0)]


class Keyless:
    def extract(self, article: kz.Article) -> tuple[kz.Statement, ...]:
        del article
        raise ExtractorError("keyless", None, (kz.Fault("", "no key"),))


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    points = EntryPoints([EntryPoint("words", f"{__name__}:Words", GROUP), EntryPoint("keyless", f"{__name__}:Keyless", GROUP)])
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda *, group: points.select(group=group))
    extractors._loaded.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in "abcd":
        words = "The storm was bad for the harvest." if name == "c" else "The people said that the harvest was safe and that all was well."
        (tmp_path / f"{name}.txt").write_text(f"{words}\n", encoding="utf-8")
    return tmp_path


needs_fork = pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="other processes know nothing of this test's entry points"
)


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=needs_fork)])
@pytest.mark.parametrize("extractor", ["words", "words:harvest", Words()])
def test_an_extractor_reads_in_every_process_and_fails_where_it_fails(folder: Path, jobs: int, extractor: str | Words) -> None:
    errors: list[ReadError | ExtractorError] = []
    corpus = read_texts(folder, extractor=extractor, jobs=jobs, on_error=errors.append)
    assert [[article.quote(statement) for statement in article.statements] for article in corpus.articles] == [
        ["harvest"],
        ["harvest"],
        [],
        ["harvest"],
    ]
    [error] = errors
    assert isinstance(error, ExtractorError)
    assert error.article == "c"
    assert str(error).endswith("article 'c': TimeoutError: no answer to c?")
    [finding] = [one for one in corpus.articles[2].findings if one.code == "extractor-failed"]
    assert (finding.severity, finding.message) == ("error", str(error))
    assert corpus.articles[2].blocks
    assert kz.loads(kz.dumps(corpus, format="json"), format="json") == corpus


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=needs_fork)])
def test_without_on_error_the_first_failure_is_raised(folder: Path, jobs: int) -> None:
    with pytest.raises(ExtractorError, match="TimeoutError: no answer to c"):
        read_texts(folder, extractor="words", jobs=jobs)


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=needs_fork)])
def test_an_extractor_that_cannot_work_ends_the_reading(folder: Path, jobs: int) -> None:
    errors: list[ReadError | ExtractorError] = []
    with pytest.raises(ExtractorError, match=r"\Aextractor 'keyless': no key\Z"):
        read_texts(folder, extractor="keyless", jobs=jobs, on_error=errors.append)
    assert errors == []


def test_an_unknown_name_is_told_before_anything_is_read() -> None:
    with pytest.raises(kz.UnknownExtractorError, match="'word', expected one that is installed: rules, keyless, words"):
        read_texts([], extractor="word")


def test_our_rules_by_their_name(folder: Path) -> None:
    assert read_texts(folder, extractor="rules") == read_texts(folder)


def test_what_cannot_leave_this_process_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Local(Words):
        """Cannot be pickled."""

    monkeypatch.setattr(multiprocessing, "get_start_method", lambda: "spawn")
    with pytest.raises(ExtractorError, match=r"extractor 'Local': cannot be sent to other processes .*: install it and give its name"):
        read_texts(folder, extractor=Local(), jobs=2)
    assert len(read_texts(folder / "a.txt", extractor=Local(), jobs=2).articles) == 1


@pytest.mark.parametrize("jobs", ["1", pytest.param("2", marks=needs_fork)])
def test_build_by_name(folder: Path, tmp_path: Path, jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "build"
    assert main(["build", str(folder), "--out", str(out), "--extractor", "words:safe", "--jobs", jobs]) == 1
    shown, errors = capsys.readouterr()
    assert errors == "kzcorpus: extractor 'words:safe', article 'c': TimeoutError: no answer to c?\n"
    assert "c: error extractor-failed extractor 'words:safe'" in shown
    corpus = kz.load(out / "corpus.json")
    assert [article.quote(statement) for article, statement in corpus.statements()] == ["safe", "safe", "safe"]
    assert {statement.made and statement.made.by for _, statement in corpus.statements()} == {"words:safe"}


def test_build_by_a_name_that_is_not_installed(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(folder), "--out", str(tmp_path / "build"), "--extractor", "wrods"]) == 1
    assert capsys.readouterr().err == "kzcorpus: found the extractor 'wrods', expected one that is installed: rules, keyless, words\n"
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("error", [ExtractorError("words", "a", (kz.Fault("p", "m"),)), kz.UnknownExtractorError("x", ("rules",))])
def test_an_error_leaves_a_process_whole(error: Exception) -> None:
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 -- our own bytes
