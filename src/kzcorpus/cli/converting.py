"""`kzcorpus convert`: a corpus from one format to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kzcorpus.cli import console
from kzcorpus.documents import dump, load
from kzcorpus.documents.registry import format_of

if TYPE_CHECKING:
    from argparse import Namespace

    from kzcorpus.model.findings import Loss


def _told(loss: Loss) -> str:
    return f"lost: {loss.field} ({loss.count}): {loss.reason}"


def convert(arguments: Namespace) -> int:
    """Run the command."""
    source, target = Path(arguments.source), Path(arguments.target)
    if target.exists() and source.exists() and target.samefile(source):
        console.complain(f"{target}: is the document to read, expected another one to write")
        return 1
    format_of(target, arguments.target_format)  # before the work, not after it
    losses: list[Loss] = []
    corpus = load(source, format=arguments.source_format, on_loss=losses.append)
    losses += dump(corpus, target, format=arguments.target_format)
    for loss in losses:
        console.say(_told(loss))
    return 0
