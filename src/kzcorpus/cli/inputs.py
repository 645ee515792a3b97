"""Corpora from files: documents are loaded, anything else is read as raw text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kzcorpus.documents import load
from kzcorpus.documents.registry import FORMATS
from kzcorpus.errors import ExtractorError, ReadError
from kzcorpus.read.assembly import assemble, read_texts
from kzcorpus.read.assembly.gathering import files, name_of
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


def read_together(paths: Sequence[str], on_error: Callable[[ReadError | ExtractorError], None]) -> tuple[Corpus, dict[str, str]]:
    """Read raw texts into one corpus, and return it with the file of each article, by its id.

    What cannot be read is told to ``on_error``.
    """
    corpus = read_texts(paths, on_error=on_error)
    found = iter(files(paths, lambda _: None))
    # articles stand in the order of the files, those that could not be read left out
    places = {
        article.id: next((str(path) for path in found if article.source and name_of(path) == article.source.filename), article.id)
        for article in corpus.articles
    }
    return corpus, places
