"""Files read whole and written safely: after a crash, a full disk or a kill there is the old file or the new one, never a torn one.

A file is written beside the one it replaces, flushed to the disk, and put in its place in one step; then the folder is flushed too.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kzcorpus.errors import KzcorpusError, ReadError, WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows, which refuses to remove a file that somebody holds open
    fcntl = None  # type: ignore[assignment]

_UNFINISHED = ".unfinished"
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EISDIR}


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, IsADirectoryError):
        return "found a folder, expected a file"
    strerror = error.strerror if isinstance(error, OSError) else None
    return (strerror or str(error)).lower()


@contextlib.contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a file for reading as bytes; raises ``ReadError`` where there is none, where it cannot be read, and where it is empty."""
    try:
        file = Path(path).open("rb")  # noqa: SIM115 -- so that faults in the caller's block are not taken for ours
    except (OSError, ValueError) as error:
        raise ReadError(os.fspath(path), _reason(error)) from error
    with file:
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode) and not os.fstat(file.fileno()).st_size:
            raise ReadError(os.fspath(path), "found an empty file, expected a document")
        yield file


def read_file(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file; raises ``ReadError`` as ``opened`` does."""
    with opened(path) as file:
        try:
            content = file.read()
        except OSError as error:
            raise ReadError(os.fspath(path), _reason(error)) from error
    return content


def lock(descriptor: int) -> bool:
    """Lock a file while its writer lives; tell whether nobody else has."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _prefix(target: Path) -> str:
    """Return how the names of a target's unfinished files begin: short, however long the target's own name is."""
    return f".kzcorpus-{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]}-"


def _clear(target: Path) -> None:
    """Remove what writers of the same file left behind when they were killed; one that still writes holds a lock."""
    prefix = _prefix(target)
    for leftover in [path for path in target.parent.iterdir() if path.name.startswith(prefix) and path.name.endswith(_UNFINISHED)]:
        with contextlib.suppress(OSError):
            descriptor = os.open(leftover, os.O_RDWR)
            abandoned = lock(descriptor)
            os.close(descriptor)
            if abandoned:
                leftover.unlink()


def _sync_folder(folder: Path) -> None:
    """Flush a folder's entries to the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def _keep_permissions(descriptor: int, target: Path) -> None:
    """Give a new file the mode of the old one, and its owner where that is allowed."""
    with contextlib.suppress(FileNotFoundError):
        old = target.stat()
        if os.name != "nt":
            with contextlib.suppress(OSError):
                os.fchown(descriptor, old.st_uid, old.st_gid)
            os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


@contextlib.contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """Open a file beside the target, which takes its place when the block ends without an error."""
    _clear(target)
    unfinished = target.parent / f"{_prefix(target)}{secrets.token_hex(8)}{_UNFINISHED}"
    # not tempfile: the system applies the umask to a file of this mode, and a temporary one would be private
    descriptor = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(descriptor, "w+b") as file:  # noqa: PTH123 -- a descriptor, no path
            lock(descriptor)
            yield file
            _keep_permissions(descriptor, target)
            file.flush()
            os.fsync(descriptor)
        unfinished.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
    _sync_folder(target.parent)


def place(path: str | os.PathLike[str]) -> Path:
    """Return the file that a path means, symbolic links followed; raises ``WriteError`` where no file can stand."""
    shown, target = os.fspath(path), Path(os.path.realpath(path))
    if target.is_dir() or shown.endswith(("/", os.sep)):
        raise WriteError(shown, "found a folder, expected a file")
    if not target.parent.is_dir():
        raise WriteError(shown, f"found no folder {target.parent.name!r}, expected one to write into")
    if target.exists() and not os.access(target, os.W_OK):
        raise WriteError(shown, "found a file that may not be written, expected one that may")
    return target


@contextlib.contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a file for writing that is put in its place, in one step, when the block ends without an error; the one that stood there else.

    Its permissions are kept, links followed. A pipe or a device is written to when the block ends. Raises ``WriteError`` where no file can
    stand, ``OSError`` where it cannot be written; then nothing else is left in the folder.
    """
    target = place(path)
    if not target.exists() or target.is_file():
        with _replacing(target) as file:
            yield file
        return
    with tempfile.TemporaryFile() as spool:
        yield spool
        spool.seek(0)
        with target.open("wb") as device:
            shutil.copyfileobj(spool, device)


@contextlib.contextmanager
def telling(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turn what the system says against writing a file, in the block, into ``WriteError``."""
    try:
        yield
    except (OSError, ValueError) as error:
        if isinstance(error, KzcorpusError):
            raise
        raise WriteError(os.fspath(path), _reason(error)) from error


def write_file(path: str | os.PathLike[str], content: bytes) -> None:
    """Put a file with this content in its place, in one step; one that stood there is replaced, its permissions kept, links followed.

    Raises ``WriteError``; then the old file stands as it was, and nothing else is left in the folder. A pipe or a device is written to
    directly.
    """
    with telling(path), replacing(path) as file:
        file.write(content)
