"""Corpora from files: documents are loaded, anything else is read as raw text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kzcorpus.cli import console
from kzcorpus.documents import load
from kzcorpus.documents.registry import FORMATS
from kzcorpus.errors import DecodeError, ExtractorError, ReadError
from kzcorpus.read.assembly import assemble, read_texts
from kzcorpus.read.assembly.gathering import files, name_of
from kzcorpus.read.assembly.particulars import NOTHING_KNOWN, Register, read_register
from kzcorpus.read.pipeline import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kzcorpus.model.corpus import Corpus

_DOCUMENTS = frozenset(suffix for known in FORMATS for suffix in known.suffixes)
STANDARD_INPUT = "-"


def is_document(path: str) -> bool:
    """Tell by its suffix whether a file is a document and not a raw text."""
    return Path(path).suffix.lower() in _DOCUMENTS


def open_corpus(path: str) -> Corpus:
    """Load a document, or read a raw text (``-``: standard input) into a corpus of one article."""
    if path == STANDARD_INPUT:
        if sys.stdin is None:
            raise ReadError(path, "found standard input closed, expected a text")
        return assemble([read_text(sys.stdin.buffer.read(), id="stdin")], id="stdin")
    if is_document(path):
        return load(path)
    return read_texts([path])


def register_named(path: str | None) -> Register | None:
    """Return what a table tells of texts, where one is named; None where it cannot be read, with a line for each fault."""
    if path is None:
        return NOTHING_KNOWN
    try:
        return read_register(path)
    except DecodeError as error:
        for fault in error.findings:
            console.complain(f"{path}: {fault}")
        return None


def tell_unread(register: Register, corpus: Corpus) -> None:
    """Say which rows of the table are about no text that was read: a misspelt name would else lose a date in silence."""
    unread = register.unread({article.source.filename for article in corpus.articles if article.source and article.source.filename})
    if unread:
        more = f" and {len(unread) - 1} more" if len(unread) > 1 else ""
        console.complain(f"no text was read for a row of the metadata: {unread[0]}{more}")


def read_together(
    paths: Sequence[str], on_error: Callable[[ReadError | ExtractorError], None], register: Register = NOTHING_KNOWN
) -> tuple[Corpus, dict[str, str]]:
    """Read raw texts into one corpus, and return it with the file of each article, by its id.

    What cannot be read is told to ``on_error``.
    """
    corpus = read_texts(paths, on_error=on_error, metadata=register)
    tell_unread(register, corpus)
    found = iter(files(paths, lambda _: None))
    # articles stand in the order of the files, those that could not be read left out
    places = {
        article.id: next((str(path) for path in found if article.source and name_of(path) == article.source.filename), article.id)
        for article in corpus.articles
    }
    return corpus, places
