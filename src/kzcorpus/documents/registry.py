"""Which formats there are, what their files are called, and what each can do."""

# ruff: noqa: PLC0415 -- a format's libraries are loaded when it is used

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, Protocol

import attrs

from kzcorpus.documents.files import opened
from kzcorpus.errors import DecodeError, UnknownFormatError, shorten

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kzcorpus.formats.json_.jsonlines import Torn
    from kzcorpus.formats.json_.limits import Options as JsonOptions
    from kzcorpus.formats.tei.limits import Options
    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding, Loss

Path = str | os.PathLike[str]
"""Where a file is."""
OnLoss = Callable[["Loss"], object]
"""Takes what an export or import could not carry, one loss at a time."""


@attrs.frozen
class TeiReading:
    """How to read TEI.

    ``inline`` tells whether markup inside the text that differs from the stand-off is refused, or ignored; ``limits`` are those of
    ``kzcorpus.formats.tei.limits``, which writing takes as its options too. ``include`` lets ``xi:include`` in documents of other
    projects bring in files: with True those in the folder of the document or below, with a path those in that folder or below.
    """

    inline: Literal["check", "ignore"] = "check"
    limits: Options | None = None
    include: Path | bool = False


@attrs.frozen
class Request:
    """What a reader is told of the reading: the file, None for a document in memory, whom to tell of losses, what to do with a torn end.

    ``options`` are the format's own, of a reading of one article after another.
    """

    path: Path | None = None
    on_loss: OnLoss | None = None
    torn: Torn = "refuse"
    options: object = None


class Frame(Protocol):
    """A document that is written one article at a time: the bytes before, for and after them, at most ``size`` in all."""

    @property
    def size(self) -> int:
        """The most bytes that are read again."""
        ...  # pragma: no cover -- a protocol

    def opening(self, count: int) -> bytes:
        """Return what stands before so many articles."""
        ...  # pragma: no cover

    def article(self, article: Article, number: int) -> bytes:
        """Return an article as it stands in the document, the one with this place, from 0."""
        ...  # pragma: no cover

    def closing(self, count: int) -> bytes:
        """Return what stands after so many articles."""
        ...  # pragma: no cover


@attrs.frozen
class Format:
    """A form that a corpus takes outside the program: its name, the suffixes of its files, and what it can do; None where it cannot.

    ``options`` given to ``read``, ``write`` and ``frame`` are the format's own, or None. ``header`` reads a file without its articles, in
    flat memory, as the draft of a corpus; a document that ``grows`` can be appended to.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Corpus, object], str | bytes]
    read: Callable[[str | bytes, object, Request], Corpus] | None = None
    articles: Callable[[Path, Request], Iterator[Article]] | None = None
    faults: Callable[[str | bytes, Path | None], tuple[Finding, ...]] | None = None
    losses: Callable[[Corpus], tuple[Loss, ...]] = lambda _: ()
    frame: Callable[[Corpus, object], Frame] | None = None
    header: Callable[[Path], Corpus] | None = None
    grows: bool = False


def _none(options: object) -> None:
    if options is not None:
        raise TypeError(f"found options {type(options).__name__}, expected None: this format has none")


def _json_limits(options: object) -> JsonOptions:
    from kzcorpus.formats.json_ import limits

    if options is not None and not isinstance(options, limits.Options):
        raise TypeError(f"found options {type(options).__name__}, expected kzcorpus.formats.json_.limits.{limits.Options.__name__}")
    return options or limits.Options()


def _write_json(corpus: Corpus, options: object) -> str:
    from kzcorpus.formats.json_ import jsonfile, limits

    return limits.give(jsonfile.dumps(corpus), _json_limits(options))


def _read_json(document: str | bytes, options: object, _: Request) -> Corpus:
    from kzcorpus.formats.json_ import jsonfile, limits

    limits.take(document, _json_limits(options))
    return jsonfile.loads(document)


def _json_articles(path: Path, request: Request) -> Iterator[Article]:
    from kzcorpus.formats.json_ import jsonfile

    _none(request.options)
    with opened(path) as stream:
        yield from jsonfile.iter_articles(stream)


def _json_faults(document: str | bytes, schema: Path | None) -> tuple[Finding, ...]:
    from kzcorpus.formats.json_ import jsonvalidation

    return jsonvalidation.validates(document, schema=schema)


def _write_lines(corpus: Corpus, options: object) -> str:
    from kzcorpus.formats.json_ import jsonlines, limits

    return limits.give(jsonlines.dumps(corpus), _json_limits(options))


def _read_lines(document: str | bytes, options: object, _: Request) -> Corpus:
    from kzcorpus.formats.json_ import jsonlines, limits

    limits.take(document, _json_limits(options))
    return jsonlines.loads(document)


def _line_articles(path: Path, request: Request) -> Iterator[Article]:
    from kzcorpus.formats.json_ import jsonlines

    _none(request.options)
    with opened(path) as stream:
        yield from jsonlines.iter_articles(stream, torn=request.torn, on_loss=request.on_loss)


def _line_frame(header: Corpus, options: object) -> Frame:
    from kzcorpus.formats.json_ import jsonlines

    return jsonlines.Frame(header, _json_limits(options).size)


def _line_header(path: Path) -> Corpus:
    from kzcorpus.formats.json_ import jsonlines

    with opened(path) as stream:
        return jsonlines.read_header(stream.readline()).corpus


def _line_faults(document: str | bytes, schema: Path | None) -> tuple[Finding, ...]:
    from kzcorpus.formats.json_ import jsonvalidation

    if schema is not None:
        raise UnknownFormatError("jsonl", "lines of JSON have no schema of their own, expected schema=None")
    return jsonvalidation.validates_lines(document)


def _tei_limits(options: object) -> Options | None:
    from kzcorpus.formats.tei import limits

    if options is not None and not isinstance(options, limits.Options):
        raise TypeError(f"found options {type(options).__name__}, expected {limits.Options.__name__}")
    return options


def _write_tei(corpus: Corpus, options: object) -> bytes:
    from kzcorpus.formats.tei import writer

    return writer.dumps(corpus, options=_tei_limits(options))


def _tei_frame(header: Corpus, options: object) -> Frame:
    from kzcorpus.formats.tei import writer

    return writer.Frame(header, _tei_limits(options))


def _tei_header(path: Path) -> Corpus:
    from kzcorpus.formats.tei import reader

    with opened(path):
        return reader.read_header(path)


def _folder(include: Path | bool, path: Path | None) -> Path | None:  # noqa: FBT001 -- a field of the options
    """Return the folder whose files may be included; None where none may."""
    if include is not True:
        return include or None
    if path is None:
        raise TypeError("found include=True for a document in memory, expected a folder")
    return os.path.dirname(os.path.realpath(path))  # noqa: PTH120 -- of any path-like


def _tei_reading(options: object) -> TeiReading:
    if options is not None and not isinstance(options, TeiReading):
        raise TypeError(f"found options {type(options).__name__}, expected {TeiReading.__name__}")
    return options or TeiReading()


def _read_tei(document: str | bytes, options: object, request: Request) -> Corpus:
    from kzcorpus.formats.tei import reader

    how = _tei_reading(options)
    folder = _folder(how.include, request.path)

    def foreign(root: _Element, raw: bytes) -> Corpus:
        from kzcorpus.formats.tei.foreign import reading

        corpus, losses = reading.read(root, raw, how.limits, include_from=folder)
        for loss in losses if request.on_loss else ():
            request.on_loss(loss)  # type: ignore[misc]
        return corpus

    return reader.loads(document, inline=how.inline, options=how.limits, foreign=foreign)


def _tei_articles(path: Path, request: Request) -> Iterator[Article]:
    from kzcorpus.formats.tei import reader

    how = _tei_reading(request.options)
    articles = reader.iter_articles(path, inline=how.inline, options=how.limits)
    try:
        with opened(path):
            first = next(articles, None)
    except DecodeError as error:
        if error.findings[0].code not in ("tei.foreign", "tei.xml"):  # cut where ours can be cut, TEI of others need not be well-formed
            raise
        from kzcorpus.formats.tei.foreign import streamed

        yield from streamed.articles(path, how.limits, include_from=_folder(how.include, path), on_loss=request.on_loss)
        return
    if first is not None:
        yield first
        yield from articles


def _tei_faults(document: str | bytes, schema: Path | None) -> tuple[Finding, ...]:
    from kzcorpus.formats.tei import validation

    return validation.validates(document, schema=schema)


def _write_table(corpus: Corpus, options: object) -> str:
    from kzcorpus.formats import table

    _none(options)
    return table.dumps(corpus)


def _table_losses(corpus: Corpus) -> tuple[Loss, ...]:
    from kzcorpus.formats import table

    return table.losses(corpus)


FORMATS = (
    Format("json", (".json",), _write_json, _read_json, _json_articles, _json_faults),
    Format(
        "jsonl", (".jsonl",), _write_lines, _read_lines, _line_articles, _line_faults, frame=_line_frame, header=_line_header, grows=True
    ),
    Format("tei", (".xml", ".tei"), _write_tei, _read_tei, _tei_articles, _tei_faults, frame=_tei_frame, header=_tei_header),
    Format("csv", (".csv",), _write_table, losses=_table_losses),
)
"""Every format, by name and suffix; a new one is a module in ``kzcorpus.formats`` and a line here."""

_KNOWN = {name: each for each in FORMATS for name in (each.name, *(suffix.removeprefix(".") for suffix in each.suffixes))}


def format_named(name: str) -> Format:
    """Return the format of this name, or of files with this suffix; raises ``UnknownFormatError``."""
    if name not in _KNOWN:
        raise UnknownFormatError(shorten(name), f"found an unknown format, expected {', '.join(each.name for each in FORMATS)}")
    return _KNOWN[name]


def format_of(path: Path, name: str | None = None) -> Format:
    """Return the format of this name, else the one that a file's suffix means; raises ``UnknownFormatError``."""
    if name is not None:
        return format_named(name)
    suffix = PurePath(path).suffix.lower()
    if suffix.removeprefix(".") not in _KNOWN or not suffix:
        suffixes = " ".join(suffix for each in FORMATS for suffix in each.suffixes)
        raise UnknownFormatError(os.fspath(path), f"found the suffix {shorten(suffix)}, expected one of {suffixes}, or format=")
    return _KNOWN[suffix.removeprefix(".")]


def only_written(known: Format) -> UnknownFormatError:
    """Return the error that says why a format cannot be read."""
    others = ", ".join(each.name for each in FORMATS if each.read)
    return UnknownFormatError(known.name, f"is only written, since it does not hold all of a corpus; {others} are read")
