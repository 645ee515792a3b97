"""`kzcorpus convert`: a corpus from one format to another, one article after another where both formats can."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kzcorpus.cli import console
from kzcorpus.cli.progress import Progress
from kzcorpus.documents import dump, iter_articles, load
from kzcorpus.documents.registry import format_of
from kzcorpus.documents.streams import dump_articles
from kzcorpus.errors import DecodeError, ModelError

if TYPE_CHECKING:
    from argparse import Namespace

    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Loss


def _told(loss: Loss) -> str:
    return f"lost: {loss.field} ({loss.count}): {loss.reason}"


def _header(source: Path, arguments: Namespace) -> Corpus | None:
    """Return the draft of the corpus to read, without its articles; None where it is to be read as a whole."""
    read, written = format_of(source, arguments.source_format), format_of(arguments.target, arguments.target_format)
    if read.header is None or written.frame is None:
        return None
    try:
        return read.header(source)
    except DecodeError:
        return None  # TEI of others; or all that is wrong is told by reading the whole


def _stream(header: Corpus, source: Path, arguments: Namespace) -> None:
    articles = iter_articles(source, format=arguments.source_format)
    if console.on_terminal(sys.stderr):
        articles = iter(Progress(articles, desc=source.name))
    dump_articles(articles, arguments.target, header=header, format=arguments.target_format)


def convert(arguments: Namespace) -> int:
    """Run the command."""
    source, target = Path(arguments.source), Path(arguments.target)
    if target.exists() and source.exists() and target.samefile(source):
        console.complain(f"{target}: is the document to read, expected another one to write")
        return 1
    format_of(target, arguments.target_format)  # before the work, not after it
    if header := _header(source, arguments):
        try:
            _stream(header, source, arguments)
        except ModelError as error:
            console.complain(error, arguments.source)
            return 1
        return 0
    losses: list[Loss] = []
    corpus = load(source, format=arguments.source_format, on_loss=losses.append)
    losses += dump(corpus, target, format=arguments.target_format)
    for loss in losses:
        console.say(_told(loss))
    return 0
