"""What a user can get wrong, through ``main`` and through a process of its own: one clear line each, nothing lost, nothing torn."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from kzcorpus import Article, Corpus, Span, Statement, dump, load
from kzcorpus.cli import main

GOOD = "Minister Aidar Serikov said that the harvest was safe.\n"


def run(*argv: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    known = {name: value for name, value in os.environ.items() if name not in ("PYTHONIOENCODING", "PYTHONUTF8", "NO_COLOR", "LC_ALL")}
    command = [sys.executable, "-m", "kzcorpus", *map(str, argv)]
    return subprocess.run(command, cwd=cwd, env=known | environment, capture_output=True, check=False)  # noqa: S603 -- our own command


@pytest.fixture
def good(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path / "good.txt"


def _binary(folder: Path) -> Path:
    (folder / "binary.txt").write_bytes(b"PK\x03\x04\x00\x00text")
    return folder / "binary.txt"


def _empty_folder(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def _folder_of_other_files(folder: Path) -> Path:
    (folder / "pictures").mkdir()
    (folder / "pictures" / "a.png").write_bytes(b"\x89PNG")
    return folder / "pictures"


def _missing(folder: Path) -> Path:
    return folder / "missing.txt"


def _pattern_without_files(folder: Path) -> Path:
    return folder / "nothing-*.txt"


def _dangling(folder: Path) -> Path:
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    return folder / "dangling.txt"


def _empty(folder: Path) -> Path:
    (folder / "void.txt").touch()
    return folder / "void.txt"


def _half_a_document(folder: Path) -> Path:
    (folder / "half.JSON").write_text('{"schema_version": 1, "id": "c', encoding="utf-8")
    return folder / "half.JSON"


def _nothing(folder: Path) -> str:
    del folder
    return ""


UNREADABLE = (
    *(_empty, _nothing, _binary, _empty_folder, _folder_of_other_files, _missing, _pattern_without_files, _dangling),
    _half_a_document,
)


@pytest.mark.parametrize("make", UNREADABLE)
def test_what_cannot_be_read_is_named_and_the_rest_is_built(
    make: Callable[[Path], Path | str], good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = make(tmp_path)
    assert main(["build", str(bad), str(good), "--out", str(tmp_path / "build")]) == 1
    shown, errors = capsys.readouterr()
    assert errors.startswith(f"kzcorpus: {bad}")
    assert errors.count("\n") == 1
    assert "wrote " in shown
    assert [article.text for article in load(tmp_path / "build" / "corpus.json").articles] == [GOOD]


@pytest.mark.parametrize("make", UNREADABLE)
def test_where_nothing_can_be_read_nothing_is_written(
    make: Callable[[Path], Path | str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(make(tmp_path)), "--out", str(tmp_path / "build")]) == 1
    shown, errors = capsys.readouterr()
    assert shown == ""
    assert errors.splitlines()[-1] == "kzcorpus: no text could be read, nothing is written"
    assert len(errors.splitlines()) == 2
    assert not (tmp_path / "build").exists()


def test_an_unreadable_file_in_a_folder_of_good_ones(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    good.rename(folder / "good.txt")
    _dangling(folder)
    _binary(folder)
    assert main(["build", str(folder), "--out", str(tmp_path / "build")]) == 1
    errors = capsys.readouterr().err.splitlines()
    assert sorted(line.split(": ")[1] for line in errors) == [str(folder / "binary.txt"), str(folder / "dangling.txt")]
    assert [article.id for article in load(tmp_path / "build" / "corpus.json").articles] == ["good"]


def test_a_file_of_white_space_is_an_article_and_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "void.txt").write_text("\n")
    assert main(["build", str(tmp_path / "void.txt"), "--out", str(tmp_path / "build")]) == 0
    shown, errors = capsys.readouterr()
    assert errors == ""
    assert "void: warning empty-text" in shown
    [article] = load(tmp_path / "build" / "corpus.json").articles
    assert (article.id, article.text) == ("void", "\n")


def test_an_empty_path_to_write_to_is_a_wrong_call(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["build", str(good), "--out", ""])
    assert "found an empty path" in capsys.readouterr().err


def test_another_encoding_is_read_without_loss_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "latin.txt").write_bytes("Le café est fermé, a dit le maire.\n".encode("iso-8859-1"))
    assert main(["build", str(tmp_path / "latin.txt"), "--out", str(tmp_path / "build")]) == 0
    assert "latin: warning encoding-assumed" in capsys.readouterr().out
    [article] = load(tmp_path / "build" / "corpus.json").articles
    assert article.text == "Le café est fermé, a dit le maire.\n"


@pytest.mark.parametrize("command", ["show", "check", "validate"])
@pytest.mark.parametrize("name", ["half.json", "half.xml", "half.jsonl"])
def test_a_document_cut_in_half(name: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump(Corpus("c", articles=(Article("a", GOOD, statements=(Statement("a.1", (Span(0, 4),)),)),)), tmp_path / name)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) * 2 // 3])
    assert main([command, str(tmp_path / name)]) == 1
    shown, errors = capsys.readouterr()
    told = shown if command == "validate" else errors
    assert str(tmp_path / name) in told
    assert "Traceback" not in told
    if command != "validate":
        assert (shown, errors.count("\n")) == ("", 1)


@pytest.mark.parametrize("command", ["show", "check", "validate", "convert"])
@pytest.mark.parametrize("make", [_binary, _missing, _dangling, _empty_folder])
def test_bad_input_never_shows_a_traceback(make: Callable[[Path], Path | str], command: str, tmp_path: Path) -> None:
    done = run(command, make(tmp_path), *(["out.json"] if command == "convert" else []), cwd=tmp_path)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stderr.startswith(b"kzcorpus: ") or done.stdout
    assert not (tmp_path / "out.json").exists()


def test_a_terminal_without_unicode_gets_escapes(good: Path, tmp_path: Path) -> None:
    (tmp_path / "kk.txt").write_text("“Тоқаев”\n", encoding="utf-8")
    done = run("show", "kk.txt", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"\\u201c\\u0422" in done.stdout
    assert run("build", "kk.txt", good, "--out", "b", cwd=tmp_path, PYTHONIOENCODING="cp1252:strict").returncode == 0


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xe9t\xe9.txt"
    try:
        Path(os.fsdecode(name)).write_bytes(GOOD.encode())
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    done = run("build", os.fsdecode(name), "--out", "b", cwd=tmp_path)
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    assert done.returncode == 0 or done.stderr.startswith(b"kzcorpus: ")


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    dump(Corpus("c", articles=tuple(Article(f"a{i}") for i in range(20_000))), tmp_path / "c.json")
    command = [sys.executable, "-m", "kzcorpus", "show", "c.json"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "kzcorpus", "schema"], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr == b"kzcorpus: No space left on device\n"


class Interrupted(io.TextIOWrapper):
    """A standard input at which the user presses Ctrl-C."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO())

    @property
    def buffer(self) -> BinaryIO:
        raise KeyboardInterrupt


def test_an_interrupt_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", Interrupted())
    assert main(["show", "-"]) == 130
    assert capsys.readouterr() == ("", "kzcorpus: interrupted\n")


def test_standard_input_is_a_raw_text(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kzcorpus", "show", "-"]
    done = subprocess.run(command, cwd=tmp_path, input=GOOD.encode(), capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 0
    assert done.stdout.startswith(b"stdin")
    assert b"Serikov" in done.stdout


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["show", "-"]) == 1
    assert capsys.readouterr().err == "kzcorpus: -: found standard input closed, expected a text\n"
