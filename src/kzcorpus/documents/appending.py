"""Lines appended to a file of JSON: whole ones, each on the disk before the next, and nothing that stands there is touched.

What may be appended to is a file without a number of articles in its first line. One that has it, or another header than is asked for, is
put in its place anew once. What a crash left of a line is taken away.
"""

from __future__ import annotations

import contextlib
import os
from io import FileIO
from typing import TYPE_CHECKING, BinaryIO

from kzcorpus.documents.accession import Accession
from kzcorpus.documents.files import lock, place, replacing, telling, write_file
from kzcorpus.errors import DecodeError, ModelError, WriteError
from kzcorpus.formats.json_ import jsonlines
from kzcorpus.formats.json_.jsonshape import SCHEMA_VERSION
from kzcorpus.formats.json_.jsonsyntax import fault
from kzcorpus.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.documents.interface import OnLoss, Path
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Loss

_CHUNK = 1 << 16
_NEWLINE = b"\n"


class _Lines:
    """The lines of a file, and where the last one that was given begins and ends."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.first = self.start = self.end = 0
        self.is_whole = True

    def __iter__(self) -> Iterator[bytes]:
        for line in self._file:
            self.start, self.end = self.end, self.end + len(line)
            self.first = self.first or self.end
            self.is_whole = line.endswith(_NEWLINE)
            yield line


def _opened(path: Path) -> FileIO:
    """Open a file for reading and writing, and lock it; raises ``WriteError`` where somebody else appends to it."""
    file = FileIO(os.fspath(path), "r+b")
    if not lock(file.fileno()) or not _stands(file, path):
        file.close()
        raise WriteError(os.fspath(path), "found a file that another writer is appending to, expected one that nobody writes")
    return file


def _stands(file: FileIO, path: Path) -> bool:
    """Tell whether an open file still is the one at a path."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), os.stat(path))  # noqa: PTH116 -- of any path-like
    except FileNotFoundError:
        return False


def _check(header: Corpus) -> None:
    """Raise ``ModelError`` where a header is not sound without articles."""
    with contextlib.closing(Accession(header)) as accession:
        accession.settle()


def _take(lines: _Lines, header: Corpus | None, on_loss: OnLoss) -> tuple[Accession, jsonlines.Header]:
    """Take in the articles that stand in a file, held against a header, its own where none is given."""
    first = jsonlines.read_header(next(iter(lines), b""))
    if first.version != SCHEMA_VERSION:
        message = f"found version {first.version}, expected {SCHEMA_VERSION}"
        raise DecodeError((fault("version", message, path="$.schema_version", line=1, hint="dump it anew before appending to it"),))
    accession = Accession(header or first.corpus)
    try:
        for article in jsonlines.articles_below(first, lines, torn="refuse" if first.announced is not None else "drop", on_loss=on_loss):
            accession.take(article)
        accession.settle()
    except BaseException:
        accession.close()
        raise
    return accession, first


class Appended:
    """A file of lines that articles are appended to; ``accession`` knows those that stand there.

    Made where it is missing, under ``header``; one that stands there keeps its own unless another is ``given``. What a crash left of a line
    is taken away, and told to ``on_loss``. Raises ``DecodeError`` where what stands there cannot be read, or does not hold together under
    the header; ``WriteError`` where it cannot be written.
    """

    def __init__(self, path: Path, header: Corpus, *, given: bool, on_loss: OnLoss | None) -> None:
        self._path = path
        with telling(path):
            target = place(path)
            if target.exists() and not target.is_file():
                raise WriteError(os.fspath(path), "found no regular file, expected one to append to")
            if not target.exists() or not target.stat().st_size:
                _check(header)
                write_file(path, jsonlines.first_line(header, None).encode())
                given = False
            self._file = _opened(path)
        try:
            self.accession = self._resume(header if given else None, on_loss)
        except BaseException:
            self._file.close()
            raise
        self.size = self._file.seek(0, os.SEEK_END)

    def _resume(self, header: Corpus | None, on_loss: OnLoss | None) -> Accession:
        """Take in what stands there, take away what is torn, and put the file in its place anew where it needs another first line."""
        losses: list[Loss] = []
        with open(self._file.fileno(), "rb", closefd=False) as stream:
            lines = _Lines(stream)
            try:
                accession, first = _take(lines, header, losses.append)
            except ModelError as error:
                findings = tuple(Finding("json.integrity", "error", fault.message, path=fault.path) for fault in error.faults)
                raise DecodeError(findings, os.fspath(self._path)) from error
            except DecodeError as error:
                raise DecodeError(error.findings, os.fspath(self._path)) from error
        end = lines.start if losses else lines.end
        whole = bool(losses) or lines.is_whole
        with telling(self._path):
            opening = jsonlines.first_line(header or first.corpus, None).encode()
            if first.announced is not None or (header and opening != jsonlines.first_line(first.corpus, None).encode()):
                self._reframe(opening, lines.first, end)
            elif losses:
                self._file.truncate(end)
                os.fsync(self._file.fileno())
            if not whole:
                self._file.seek(0, os.SEEK_END)
                self._file.write(_NEWLINE)
        for loss in losses if on_loss else ():
            on_loss(loss)  # type: ignore[misc]
        return accession

    def _reframe(self, opening: bytes, start: int, end: int) -> None:
        """Put the file in its place anew with another first line above the bytes from start to end, and open that."""
        with replacing(self._path) as file:
            file.write(opening)
            self._file.seek(start)
            while chunk := self._file.read(min(_CHUNK, end - self._file.tell())):
                file.write(chunk)
            self._file.close()  # before it is replaced, which Windows refuses while it is open
        self._file = _opened(self._path)

    def add(self, content: bytes) -> None:
        """Append the line of an article, and see it on the disk; what could be written of one that could not as a whole is taken away."""
        if not _stands(self._file, self._path):
            raise WriteError(os.fspath(self._path), "found another file in its place, expected the one that was opened")
        with telling(self._path):
            try:
                rest = memoryview(content)
                while rest:
                    rest = rest[self._file.write(rest) :]
                os.fsync(self._file.fileno())
            except BaseException:
                with contextlib.suppress(OSError):
                    self._file.truncate(self.size)
                raise
        self.size += len(content)

    def finish(self, _: int) -> None:
        """Close the file."""
        self._file.close()

    def abandon(self) -> None:
        """Close the file; what was appended stays."""
        self._file.close()
