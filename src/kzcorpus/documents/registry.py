"""Which formats there are, what their files are called, and what each can do."""

# ruff: noqa: PLC0415 -- a format's libraries are loaded when it is used

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING

from kzcorpus.documents.files import opened
from kzcorpus.documents.interface import Format, TeiReading
from kzcorpus.errors import DecodeError, UnknownFormatError, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kzcorpus.documents.interface import Frame, Path, Request
    from kzcorpus.formats.json_.limits import Options as JsonOptions
    from kzcorpus.formats.tei.limits import Options
    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding, Loss


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
    from kzcorpus.formats.tei.foreign import streamed  # all modules before the file: while it is read, no other is opened

    how = _tei_reading(request.options)
    articles = reader.iter_articles(path, inline=how.inline, options=how.limits)
    try:
        with opened(path):
            first = next(articles, None)
    except DecodeError as error:
        if error.findings[0].code not in ("tei.foreign", "tei.xml"):  # cut where ours can be cut, TEI of others need not be well-formed
            raise
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
