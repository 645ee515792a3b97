"""Files to read: what paths, folders and patterns name, and whether each holds text."""

import glob
import hashlib
from collections.abc import Callable, Iterable, Iterator
from os import PathLike, fsencode, fspath
from pathlib import Path

from kzcorpus.errors import ReadError

Paths = str | PathLike[str] | Iterable[str | PathLike[str]]
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
"""Byte-order marks of encodings in which text holds NUL bytes."""


def listed(paths: Paths) -> list[str]:
    """Return the paths as strings, one path as a list of one."""
    return [fspath(paths)] if isinstance(paths, (str, PathLike)) else [fspath(path) for path in paths]


def _in_folder(path: Path) -> list[Path]:
    # a link that leads nowhere is no file, yet somebody meant it to be read: it is reported when it cannot be
    texts = (entry for entry in path.rglob("*") if entry.suffix.lower() == ".txt")
    found = [entry for entry in texts if entry.is_file() or not entry.exists()]
    return sorted(found, key=lambda entry: entry.relative_to(path).parts)


def _expanded(path: str) -> list[Path]:
    """Return the files that one path names; raises ``ReadError`` where there is none."""
    if not path:  # else the current folder, which nobody named
        raise ReadError("''", "found an empty path, expected a file, a folder or a pattern")
    place = Path(path)
    if place.is_dir():
        found = _in_folder(place)
        if not found:
            raise ReadError(path, "found no .txt file in the folder")
        return found
    if place.exists():
        return [place]
    if glob.has_magic(path):
        matches = [Path(match) for match in sorted(glob.glob(path, recursive=True))]  # noqa: PTH207 -- the pattern may be absolute
        found = [file for match in matches for file in (_in_folder(match) if match.is_dir() else [match])]
        if found:
            return found
        raise ReadError(path, "found no file that matches the pattern")
    raise ReadError(path, "found no such file or folder")


def files(paths: Paths, report: Callable[[ReadError], None]) -> Iterator[Path]:
    """Yield every file that the paths name, each once, in the order of the paths and sorted within a folder; report what names none."""
    seen = set()
    for path in listed(paths):
        try:
            found = _expanded(path)
        except ReadError as error:
            report(error)
            continue
        except OSError as error:
            report(ReadError(path, error.strerror or str(error)))
            continue
        for file in found:
            key = file.resolve()
            if key not in seen:
                seen.add(key)
                yield file


def content(path: Path) -> bytes:
    """Return the bytes of a text file; raises ``ReadError`` where it cannot be read, is empty or binary."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ReadError(str(path), error.strerror or str(error)) from error
    if not raw:
        raise ReadError(str(path), "found an empty file, expected text")
    nul = raw.find(b"\0")
    if nul >= 0 and not raw.startswith(_MARKS):
        raise ReadError(str(path), f"found a NUL byte at {nul}, expected text; the file is binary")
    return raw


def name_of(path: Path) -> str:
    """Return the file's name as text; bytes of it that are no UTF-8 are U+FFFD."""
    try:
        path.name.encode()
    except UnicodeEncodeError:  # the file system's bytes, which Python keeps as surrogates
        return fsencode(path.name).decode(errors="replace")
    return path.name


def fingerprint(raw: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal digits."""
    return hashlib.sha256(raw).hexdigest()


def corpus_id(paths: Paths) -> str:
    """Return the name of the folder, where the paths are one folder, else ``corpus``."""
    given = listed(paths)
    if len(given) == 1 and Path(given[0]).is_dir():
        return name_of(Path(given[0]).resolve()) or "corpus"
    return "corpus"
