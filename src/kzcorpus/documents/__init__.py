"""Corpora as documents: which format a name means, reading and writing files and strings, and what is wrong with them.

``load`` and ``dump`` choose a format by suffix or by name, and write safely; everything else is the format's own.
"""

# ruff: noqa: A002 -- "format" is the word of the interface

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal, overload

from kzcorpus.documents.files import read_file, write_file
from kzcorpus.documents.interface import Format, OnLoss, Path, Request, TeiReading
from kzcorpus.documents.registry import format_named, format_of, only_written
from kzcorpus.errors import DecodeError, describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.formats.json_.jsonlines import Torn
    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding, Loss

__all__ = ["TeiReading", "dump", "dumps", "iter_articles", "load", "loads", "validate", "validates"]


def _expect_document(document: object, instead: str) -> None:
    if not isinstance(document, (str, bytes, bytearray)):
        raise TypeError(f"found {describe(document)}, expected str or bytes ({instead})")


def _read(known: Format, document: str | bytes, options: object, request: Request) -> Corpus:
    if known.read is None:
        raise only_written(known)
    try:
        return known.read(document, options, request)
    except DecodeError as error:
        raise DecodeError(error.findings, None if request.path is None else os.fspath(request.path)) from error


def loads(document: str | bytes, *, format: str, options: object = None, on_loss: OnLoss | None = None) -> Corpus:
    """Read a corpus from a document in memory, strictly.

    ``format`` is ``json``, ``jsonl`` or ``tei``; ``options`` are the format's own, such as ``TeiReading``. ``on_loss`` is called with
    everything that an import could not carry: nothing of our own documents; of TEI that other projects wrote, all that has no place.
    Raises ``DecodeError`` with every fault, ``UnknownFormatError``.

    >>> import kzcorpus as kz
    >>> kz.loads(kz.dumps(kz.Corpus("c"), format="json"), format="json").id
    'c'
    """
    _expect_document(document, "load reads files")
    return _read(format_named(format), document, options, Request(None, on_loss))


def load(path: Path, *, format: str | None = None, options: object = None, on_loss: OnLoss | None = None) -> Corpus:
    """Read a corpus from a file, strictly; its suffix tells the format where ``format`` does not.

    Raises what ``loads`` raises, the error naming the file, and ``ReadError`` where there is no such file, it is empty, or cannot be read.
    """
    known = format_of(path, format)
    if known.read is None:
        raise only_written(known)
    return _read(known, read_file(path), options, Request(path, on_loss))


@overload
def dumps(corpus: Corpus, *, format: Literal["json", "jsonl", "csv"], options: object = ..., on_loss: OnLoss | None = ...) -> str: ...
@overload
def dumps(corpus: Corpus, *, format: Literal["tei"], options: object = ..., on_loss: OnLoss | None = ...) -> bytes: ...
@overload
def dumps(corpus: Corpus, *, format: str, options: object = ..., on_loss: OnLoss | None = ...) -> str | bytes: ...
def dumps(corpus: Corpus, *, format: str, options: object = None, on_loss: OnLoss | None = None) -> str | bytes:
    """Write a corpus as a document in memory: characters, or for TEI the bytes of UTF-8; the same for the same corpus, everywhere.

    ``format`` is ``json``, ``jsonl``, ``tei`` or ``csv``. ``on_loss`` is called with everything that the format does not carry; JSON and
    TEI carry all. Raises ``EncodeError`` where the format's limits are exceeded, ``UnknownFormatError``.

    >>> import kzcorpus as kz
    >>> kz.dumps(kz.Corpus("c", title="Talks"), format="csv", on_loss=lambda loss: print(loss.field))[:17]
    corpus.title
    'article,statement'
    """
    known = format_named(format)
    document = known.write(corpus, options)
    for loss in known.losses(corpus) if on_loss else ():
        on_loss(loss)  # type: ignore[misc]
    return document


def dump(corpus: Corpus, path: Path, *, format: str | None = None, options: object = None) -> tuple[Loss, ...]:
    """Write a corpus to a file, and return what the format does not carry; its suffix tells the format where ``format`` does not.

    The file is put in its place in one step: after an error, or a crash, the old one stands untouched. Its permissions are kept, symbolic
    links followed. Raises what ``dumps`` raises, and ``WriteError`` where the file cannot be written.
    """
    known = format_of(path, format)
    document = known.write(corpus, options)
    write_file(path, document.encode() if isinstance(document, str) else document)
    return known.losses(corpus)


def _named(articles: Iterator[Article], path: Path) -> Iterator[Article]:
    try:
        yield from articles
    except DecodeError as error:
        raise DecodeError(error.findings, os.fspath(path)) from error


def iter_articles(
    path: Path, *, format: str | None = None, options: object = None, torn: Torn = "refuse", on_loss: OnLoss | None = None
) -> Iterator[Article]:
    """Iterate over the articles of a file in flat memory, each read by itself: whom its ids mean is for the corpus to say.

    A JSON document that was edited by hand is read as a whole first. ``options`` are those of TEI, ``TeiReading``; TEI of other projects
    tells ``on_loss`` at the end what has no place. Lines of JSON that were cut off, in the middle of the last one or before the number the
    first announces, are refused once all whole ones were given; with ``torn="drop"`` they end there, and ``on_loss`` is told. Raises what
    ``load`` raises, ``DecodeError`` when the fault is reached.
    """
    known = format_of(path, format)
    if known.articles is None:
        raise only_written(known)
    return _named(known.articles(path, Request(path, on_loss, torn, options)), path)


def validates(document: str | bytes, *, format: str, schema: Path | None = None) -> tuple[Finding, ...]:
    """Return everything that is wrong with a document in memory, and what is worth knowing about it; () where nothing is.

    ``schema`` is a file with a schema of the caller's to hold it against as well: JSON Schema, or RELAX NG for TEI. Raises
    ``UnknownFormatError``.

    >>> import kzcorpus as kz
    >>> kz.validates("[]", format="json")[0].message
    'found an array of 0, expected an object'
    """
    known = format_named(format)
    if known.faults is None:
        raise only_written(known)
    _expect_document(document, "validate reads files")
    return known.faults(document, schema)


def validate(path: Path, *, format: str | None = None, schema: Path | None = None) -> tuple[Finding, ...]:
    """Return everything that is wrong with a file, as ``validates`` does for a document in memory.

    Raises ``ReadError`` where there is no such file, it is empty, or cannot be read.
    """
    known = format_of(path, format)
    if known.faults is None:
        raise only_written(known)
    return known.faults(read_file(path), schema)
