"""Corpora written one article at a time, in flat memory: a whole file put in its place at the end, or lines appended to one."""

# ruff: noqa: A002 -- "format" is the word of the interface

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from pathlib import PurePath
from typing import TYPE_CHECKING, Self

from kzcorpus.documents.accession import Accession
from kzcorpus.documents.files import read_file, replacing, telling
from kzcorpus.documents.interface import Request
from kzcorpus.documents.registry import FORMATS, format_of, only_written
from kzcorpus.errors import DecodeError, EncodeError, UnknownFormatError, WriteError, describe
from kzcorpus.model.articles import Article
from kzcorpus.model.corpus import Corpus, redrafted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from kzcorpus.documents.appending import Appended
    from kzcorpus.documents.interface import Format, Frame, OnLoss, Path

_CHUNK = 1 << 16


def read_header(path: Path, format: str | None = None) -> Corpus:
    """Return a draft of the corpus in a file, without its articles; in flat memory where the format can, and kzcorpus wrote the file.

    Raises what ``load`` raises.
    """
    known = format_of(path, format)
    if known.read is None:
        raise only_written(known)
    try:
        return known.header(path) if known.header else redrafted(known.read(read_file(path), None, Request(path)))
    except DecodeError as error:
        if error.findings[0].code == "tei.foreign":
            return redrafted(known.read(read_file(path), None, Request(path)))
        raise DecodeError(error.findings, os.fspath(path)) from error


def _header(header: Corpus | Path | None, path: Path) -> Corpus:
    """Return the draft of the corpus that a header is; one that is not given has the file's stem for its id."""
    if header is None:
        return Corpus(PurePath(path).stem)
    return redrafted(header) if isinstance(header, Corpus) else read_header(header)


class _AbandonedError(Exception):
    """Ends the writing of a file that is not to take its place."""


class _Replaced:
    """A file that takes the place of another when it is finished.

    What opens a document may tell how many articles there are. It is written for one, and where what opens it turns out to be of another
    length the rest is copied behind that.
    """

    def __init__(self, path: Path, frame: Frame) -> None:
        self._path = path
        self._frame = frame
        self._begun = frame.opening(1)
        self.size = len(self._begun)
        self._stack = contextlib.ExitStack()
        with telling(path):
            self._file = self._stack.enter_context(replacing(path))
            self._file.write(self._begun)

    def add(self, content: bytes) -> None:
        """Write what stands next."""
        with telling(self._path):
            self._file.write(content)
        self.size += len(content)

    def finish(self, count: int) -> None:
        """Put the file in its place."""
        opening, closing = self._frame.opening(count), self._frame.closing(count)
        size = self.size - len(self._begun) + len(opening) + len(closing)
        if size > self._frame.size:
            raise EncodeError(f"found a document of {size:,} bytes, expected at most {self._frame.size:,}")
        with telling(self._path):
            if len(opening) == len(self._begun):
                self._file.write(closing)
                self._file.seek(0)
                self._file.write(opening)
                self._stack.close()
                return
            with replacing(self._path) as file:
                file.write(opening)
                self._file.seek(len(self._begun))
                shutil.copyfileobj(self._file, file, _CHUNK)
                file.write(closing)
        self.abandon()

    def abandon(self) -> None:
        """Leave what stands there."""
        self._stack.pop_all().__exit__(_AbandonedError, _AbandonedError(), None)


def _target(path: Path, name: str | None, *, append: bool) -> Format:
    """Return the format to write; raises ``UnknownFormatError`` where it is not written one article at a time."""
    known = format_of(path, name)
    able = [each for each in FORMATS if (each.grows if append else each.frame)]
    if known not in able:
        what = "cannot be appended to" if append else "is not written one article at a time"
        raise UnknownFormatError(known.name, f"{what}; {', '.join(each.name for each in able)} can")
    return known


class ArticleWriter:
    """Writes a corpus one article at a time, in flat memory, to a ``with`` block.

    ``header`` is the corpus that stands around the articles, or a file of one, whose own articles are left out; without it a corpus with
    the file's stem for its id. ``format`` is ``jsonl`` or ``tei``, by the file's suffix where it is left out; ``options`` are the format's
    own. The file is what ``dump`` would write of the whole, byte for byte, and is put in its place when the block ends; where that ends
    with an error the old one stands. Ids must be unique, and what is referred to must be there, as in any ``Corpus``.

    With ``append`` the articles are lines added to a file of JSON, which is made where it is missing. What stands there is read first, and
    keeps its header where none is given. ``write`` returns when the article is on the disk: after a crash the file is readable up to the
    last whole one, and the next writer takes away what is torn and tells it to ``on_loss``. The first line of such a file does not say how
    many there are.

    Raises ``ModelError`` where the header is not sound, ``UnknownFormatError``, ``WriteError``, ``EncodeError`` where the limits of the
    format are exceeded, and what ``load`` raises for a file that is read.

    >>> import tempfile, kzcorpus as kz
    >>> with tempfile.TemporaryDirectory() as folder, kz.ArticleWriter(f"{folder}/news.jsonl") as news:
    ...     news.write(kz.Article("a1", "Talks went on."))
    ...     news.count
    1
    """

    def __init__(
        self,
        path: Path,
        header: Corpus | Path | None = None,
        *,
        format: str | None = None,
        options: object = None,
        append: bool = False,
        on_loss: OnLoss | None = None,
    ) -> None:
        known = _target(path, format, append=append)
        about = _header(header, path)
        self._path = path
        self._open = self._failed = False
        self._frame: Frame = known.frame(about, options)  # type: ignore[misc]
        self._output: Appended | _Replaced
        if append:
            from kzcorpus.documents.appending import Appended  # noqa: PLC0415 -- other formats need not load that of lines

            self._output = Appended(path, about, given=header is not None, on_loss=on_loss)
            self._accession = self._output.accession
        else:
            self._accession = Accession(about)
            try:
                self._output = _Replaced(path, self._frame)
            except BaseException:
                self._accession.close()
                raise
        self._open = True

    @property
    def count(self) -> int:
        """How many articles there are, with those that stood there before."""
        return self._accession.count

    def write(self, article: Article) -> None:
        """Write the next article.

        Raises ``ModelError`` with everything about it that the corpus could not hold, its place and its id; then nothing of it is written,
        and the next one may follow. When appending, whatever it refers to must be there by then. ``EncodeError`` where the format's limits
        are exceeded, ``WriteError`` where it cannot be written, or an earlier one could not, ``ValueError`` where the writer is closed.
        """
        if not isinstance(article, Article):
            raise TypeError(f"found {describe(article)}, expected an Article")
        if not self._open:
            raise ValueError("found a closed writer, expected an open one")
        self._expect_success()
        content = self._frame.article(article, self.count)
        if self._output.size + len(content) > self._frame.size:
            raise EncodeError(f"articles[{self.count}]: found a document of more than {self._frame.size:,} bytes, expected fewer")
        with self._registered():
            self._accession.take(article)
        try:
            self._output.add(content)
        except BaseException:
            self._failed = True
            raise

    def _expect_success(self) -> None:
        if self._failed:
            raise WriteError(os.fspath(self._path), "found a writer that failed at an earlier article, expected a new one")

    @contextlib.contextmanager
    def _registered(self) -> Iterator[None]:
        """Tell what the system says against the register of ids."""
        try:
            yield
        except sqlite3.Error as error:
            self._failed = True
            raise WriteError(os.fspath(self._path), f"the register of ids could not be kept ({error})") from error

    def close(self) -> None:
        """Put the file in its place; nothing where that was done.

        Raises ``ModelError`` where articles, or the header, refer to what has not come, ``WriteError``; then the old file stands.
        """
        if not self._open:
            return
        try:
            self._expect_success()
            with self._registered():
                self._accession.settle()
            self._output.finish(self.count)
        except BaseException:
            self._output.abandon()
            raise
        finally:
            self._open = False
            self._accession.close()

    def _abandon(self) -> None:
        if self._open:
            self._open = False
            self._accession.close()
            self._output.abandon()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self.close()
        else:
            self._abandon()


def dump_articles(
    articles: Iterable[Article],
    path: Path,
    *,
    header: Corpus | Path | None = None,
    format: str | None = None,
    options: object = None,
    append: bool = False,
    on_loss: OnLoss | None = None,
) -> int:
    """Write articles to a file one after another, in flat memory, and return how many; ``ArticleWriter`` says what the rest means.

    ``articles`` may be any iterable: those of ``iter_articles`` of another file, or of the same, or a generator. An error in it leaves the
    old file; with ``append``, what was appended until then.

    >>> import tempfile, kzcorpus as kz
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     kz.dump_articles((kz.Article(id, "") for id in "abc"), f"{folder}/c.jsonl")
    ...     kz.load(f"{folder}/c.jsonl").articles[2].id
    3
    'c'
    """
    with ArticleWriter(path, header, format=format, options=options, append=append, on_loss=on_loss) as writer:
        before = writer.count
        for article in articles:
            writer.write(article)
        return writer.count - before
