"""`kzcorpus build`: raw texts to corpus.json, corpus.tei.xml and statements.csv, with a table of articles and one of speakers."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from kzcorpus.analysis.texts import unknowns
from kzcorpus.cli import console
from kzcorpus.cli.inputs import register_named, tell_unread
from kzcorpus.cli.progress import Progress
from kzcorpus.documents import dump
from kzcorpus.documents.registry import FORMATS
from kzcorpus.errors import ReadError
from kzcorpus.pages.tallies import article_tallies, speaker_tallies
from kzcorpus.read.assembly import read_texts

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from kzcorpus.errors import ExtractorError
    from kzcorpus.model.corpus import Corpus

PRODUCTS = {"corpus.json": b'"schema_version"', "corpus.tei.xml": b"kzcorpus", "statements.csv": b"article,"}
"""What is written, with bytes that stand near the beginning of each, by which an earlier build is recognized."""
ROWS = 50
_PROBE = 4096
_MODES = ("statements", "direct", "mixed", "indirect")


class _Complaints:
    """Counts the errors of reading, and prints each at once, above the progress bar."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, error: ReadError | ExtractorError) -> None:
        self.number += 1
        if console.on_terminal(sys.stderr):
            sys.stderr.write("\r\x1b[K")
        console.complain(error)


def _obstacles(folder: Path, *, force: bool) -> Iterator[str]:
    """Yield what keeps the products from being written: files of their names that kzcorpus did not write."""
    if folder.exists() and not folder.is_dir():
        yield f"{folder}: found a file, expected a folder to write to"
    for name, sign in PRODUCTS.items():
        path = folder / name
        if path.is_dir():
            yield f"{path}: found a folder where a file is to be written"
        elif path.is_file() and not force:
            with path.open("rb") as file:
                if sign not in file.read(_PROBE):
                    yield f"{path}: kzcorpus did not write this file and leaves it alone; choose another folder, or --force"


def _texts(paths: Sequence[str], complaints: _Complaints) -> Iterator[str]:
    """Yield the paths that are no documents, and complain of those that are: they would be read as text, braces and tags."""
    suffixes = tuple(suffix for each in FORMATS if each.read for suffix in each.suffixes)
    for path in paths:
        if path.lower().endswith(suffixes) and Path(path).is_file():
            complaints(ReadError(path, "found a document, expected text; kzcorpus convert, merge and validate take documents"))
        else:
            yield path


def _rows(head: Sequence[str], rows: Sequence[Sequence[str | int]], what: str) -> str:
    more = f"\n… and {len(rows) - ROWS} more {what}" if len(rows) > ROWS else ""
    return console.table(head, rows[:ROWS]) + more


def summary(corpus: Corpus) -> str:
    """Lay out a corpus in numbers: a table of its articles and one of its speakers."""
    articles = [(a.id, a.blocks, a.mentions, *a.statements, a.findings) for a in article_tallies(corpus)]
    speakers = [(s.name, *s.statements) for s in speaker_tallies(corpus)]
    sections = [_rows(("article", "blocks", "mentions", *_MODES, "findings"), articles, "articles")]
    if speakers:
        sections.append(_rows(("speaker", *_MODES), speakers, "speakers"))
    return "\n\n".join(sections)


def notable(corpus: Corpus) -> Iterator[str]:
    """Yield what reading noticed of severity warning or error, and texts that are empty, a line each."""
    for article in corpus.articles:
        told = {finding.code for finding in article.findings}
        for finding in chain(article.findings, (one for one in unknowns(article) if one.code not in told)):
            if finding.severity != "info":
                yield f"{article.id}: {finding.severity} {finding.code} {finding.message}"


def _write(corpus: Corpus, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in PRODUCTS:
        dump(corpus, folder / name)


def _report(corpus: Corpus, folder: Path) -> None:
    console.say(summary(corpus))
    lines = list(notable(corpus))
    if lines:
        console.say()
        for line in lines[:ROWS]:
            console.say(line)
        if len(lines) > ROWS:
            console.say(f"… and {len(lines) - ROWS} more; kzcorpus check {folder / 'corpus.json'} tells all")
    console.say()
    console.say(f"wrote {', '.join(str(folder / name) for name in PRODUCTS)}")


def build(arguments: Namespace) -> int:
    """Run the command."""
    folder = Path(arguments.out)
    obstacles = list(_obstacles(folder, force=arguments.force))
    for obstacle in obstacles:
        console.complain(obstacle)
    if obstacles:
        return 1
    register = register_named(arguments.metadata)
    if register is None:
        return 1
    complaints = _Complaints()
    bar = Progress if console.on_terminal(sys.stderr) and not arguments.quiet else None
    options = {"jobs": arguments.jobs, "extractor": arguments.extractor, "metadata": register}
    corpus = read_texts(list(_texts(arguments.paths, complaints)), progress=bar, on_error=complaints, **options)
    if not corpus.articles:
        console.complain("no text could be read, nothing is written")
        return 1
    if arguments.id is not None:
        corpus = attrs.evolve(corpus, id=arguments.id)
    _write(corpus, folder)
    tell_unread(register, corpus)
    if not arguments.quiet:
        _report(corpus, folder)
    return 1 if complaints.number else 0
