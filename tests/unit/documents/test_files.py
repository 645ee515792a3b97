import os
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from kzcorpus.documents import files
from kzcorpus.documents.files import opened, read_file, write_file
from kzcorpus.errors import ReadError, WriteError

posix = pytest.mark.skipif(os.name == "nt", reason="permissions, links and locks of POSIX")
not_root = pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may write everywhere")


@pytest.fixture
def target(tmp_path: Path) -> Any:
    path = tmp_path / "corpus.json"
    path.write_bytes(b"old")
    return path


def only(path: Path) -> Any:
    return [child.name for child in path.parent.iterdir()] == [path.name]


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_file(tmp_path / "new", b"\r\n\x00")
    assert read_file(tmp_path / "new") == b"\r\n\x00"
    assert only(tmp_path / "new")


def test_an_old_file_is_replaced(target: Path) -> None:
    write_file(str(target), b"new")
    assert target.read_bytes() == b"new"
    assert only(target)


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o777])
def test_permissions_are_kept(target: Path, mode: int) -> None:
    target.chmod(mode)
    write_file(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_permissions_that_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "any").write_bytes(b"")
    write_file(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "any").stat().st_mode


@posix
def test_symbolic_links_are_followed(tmp_path: Path, target: Path) -> None:
    (tmp_path / "here").mkdir()
    link = tmp_path / "here" / "link.json"
    link.symlink_to(target)
    write_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix
def test_a_link_to_nowhere_makes_its_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    write_file(tmp_path / "link", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"


@posix
def test_a_device_is_written_to_directly() -> None:
    write_file(os.devnull, b"new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@posix
def test_names_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("я" * 127)
    write_file(path, b"new")
    assert path.read_bytes() == b"new"


class _StopError(BaseException):
    """What interrupts a program from outside, such as KeyboardInterrupt."""


@pytest.mark.parametrize("step", ["write", "fsync", "replace", "permissions"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), _StopError()])
def test_a_failure_at_any_step_leaves_the_old_file_and_nothing_else(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> Any:
    def fail(*_args: object, **_options: Any) -> None:
        raise error

    if step == "write":
        real: Any = open

        class _Full:
            def __init__(self, descriptor: int, mode: int) -> None:
                self.file = real(descriptor, mode)

            def __enter__(self) -> Any:
                self.file.__enter__()
                return self

            def __exit__(self, *details: object) -> Any:
                return self.file.__exit__(*details)

            def fileno(self) -> Any:
                return self.file.fileno()

            write = fail

        monkeypatch.setattr(files, "open", _Full, raising=False)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    elif step == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    else:
        monkeypatch.setattr(files, "_keep_permissions", fail)
    with pytest.raises(WriteError if isinstance(error, OSError) else _StopError) as caught:
        write_file(target, b"new" * 100_000)
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert only(target)
    if isinstance(error, OSError):
        assert str(caught.value) == f"{target}: no space left on device"


@posix
def test_a_folder_that_cannot_be_flushed_is_an_error_only_where_that_is_possible(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync
    wrong: dict[str, int] = {}

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(wrong["errno"], "x")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    wrong["errno"] = 22  # EINVAL: folders of this file system are not flushed
    write_file(target, b"new")
    wrong["errno"] = 5  # EIO
    with pytest.raises(WriteError):
        write_file(target, b"newer")


@posix
def test_a_writer_that_is_killed_leaves_the_old_file_and_the_next_one_clears_up(target: Path) -> None:
    program = """
        import os, signal, sys
        from kzcorpus.documents import files
        files.os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)
        files.write_file(sys.argv[1], b"new")
    """
    killed = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", textwrap.dedent(program), str(target)], check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"old"
    assert not only(target)
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert only(target)


@posix
def test_what_another_writer_is_writing_is_left_alone(target: Path) -> None:
    unfinished = target.parent / f"{files._prefix(target)}0{files._UNFINISHED}"
    with unfinished.open("wb") as file:
        assert files.lock(file.fileno())
        write_file(target, b"new")
        assert unfinished.exists()
    write_file(target, b"new")
    assert only(target)


def test_what_belongs_to_others_is_left_alone(target: Path) -> None:
    theirs = target.parent / f"{files._prefix(Path('other.json'))}0{files._UNFINISHED}"
    theirs.write_bytes(b"")
    write_file(target, b"new")
    assert theirs.exists()


def test_without_a_folder_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="found no folder 'nowhere', expected one to write into"):
        write_file(tmp_path / "nowhere" / "corpus.json", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "new/"])
def test_a_folder_is_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(WriteError, match="found a folder, expected a file"):
        write_file(f"{tmp_path}/{name}", b"new")


def test_a_path_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    for path in (f"{tmp_path}/a\0b", tmp_path / ("x" * 300)):
        with pytest.raises(WriteError):
            write_file(path, b"new")
        with pytest.raises(ReadError):
            read_file(path)


@posix
@not_root
def test_what_may_not_be_written_is_not_replaced(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(WriteError, match="found a file that may not be written"):
        write_file(target, b"new")
    target.chmod(0o644)
    target.parent.chmod(0o555)
    try:
        with pytest.raises(WriteError, match="permission denied"):
            write_file(target, b"new")
    finally:
        target.parent.chmod(0o755)
    assert target.read_bytes() == b"old"


def test_what_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    for name, reason in (
        ("missing", "no such file or folder"),
        (".", "found a folder, expected a file"),
        ("empty", "found an empty file, expected a document"),
    ):
        with pytest.raises(ReadError) as caught:
            read_file(tmp_path / name)
        assert str(caught.value) == f"{tmp_path / name}: {reason}"


@posix
@not_root
def test_what_may_not_be_read_is_named(target: Path) -> None:
    target.chmod(0)
    with pytest.raises(ReadError, match="permission denied"):
        read_file(target)


def test_a_fault_in_the_callers_block_is_the_callers(target: Path) -> None:
    with pytest.raises(FileNotFoundError), opened(target):
        raise FileNotFoundError


@posix
def test_a_pipe_is_read_though_it_has_no_size(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-c", f"open({str(pipe)!r}, 'wb').write(b'new')"]
    ):
        assert read_file(pipe) == b"new"
