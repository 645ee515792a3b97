"""`kzcorpus reread` and `kzcorpus merge`: a corpus read anew, and corpora joined; both written where they were told to."""

from __future__ import annotations

import sys
from functools import reduce
from typing import TYPE_CHECKING

import attrs

from kzcorpus.analysis.differences import diff
from kzcorpus.authority.records import load_authority
from kzcorpus.cli import console
from kzcorpus.cli.progress import Progress
from kzcorpus.documents import dump, load
from kzcorpus.documents.registry import format_of
from kzcorpus.errors import ModelError
from kzcorpus.read.assembly.rereading import reread as read_anew
from kzcorpus.read.curation.adopting import adopt

if TYPE_CHECKING:
    from argparse import Namespace

    from kzcorpus.model.corpus import Corpus

CURATION = (
    "correction-not-found",
    "correction-without-effect",
    "decided-record-unknown",
    "decisions-differ",
    "rejected-cut-otherwise",
    "statement-not-found-again",
)
"""The codes of findings about decisions."""


def _told(corpus: Corpus) -> int:
    """Print the findings about decisions; return how many are serious."""
    serious = 0
    for article in corpus.articles:
        for finding in article.findings:
            if finding.code in CURATION:
                console.say(f"{article.id}: {finding.severity} {finding.code} {finding.message}")
                serious += finding.severity != "info"
    return serious


def _summary(before: Corpus, after: Corpus) -> str:
    """Count the changes by their kind and by what changed."""
    counts: dict[tuple[str, str], set[object]] = {}
    for number, change in enumerate(diff(before, after)):
        key = (change.what, change.kind)
        counts.setdefault(key, set()).add((change.article, change.id) if change.id is not None else number)
    return ", ".join(f"{len(some)} {what}{'' if len(some) == 1 else 's'} {kind}" for (what, kind), some in sorted(counts.items()))


def _write(corpus: Corpus, target: str) -> None:
    for loss in dump(corpus, target):
        console.say(f"lost: {loss.field} ({loss.count}): {loss.reason}")


def reread(arguments: Namespace) -> int:
    """Run the command ``reread``: 1 where a decision needs to be looked at."""
    target = arguments.out or arguments.file
    format_of(target)  # before the work, not after it
    corpus = load(arguments.file)
    for path in arguments.corrections:
        corpus = adopt(corpus, load(path))
    bar = Progress if console.on_terminal(sys.stderr) else None
    authority = load_authority(*arguments.authority) if arguments.authority else None
    after = read_anew(corpus, authority=authority, extractor=arguments.extractor, programs=arguments.program, progress=bar)
    serious = _told(after)
    console.say(_summary(corpus, after) or "nothing changed")
    _write(after, target)
    console.say(f"wrote {target}")
    return 1 if serious else 0


def merge(arguments: Namespace) -> int:
    """Run the command ``merge``: 1, and nothing written, where the corpora say different things under one id."""
    format_of(arguments.out)
    corpora = [load(path) for path in arguments.files]
    try:
        whole = reduce(lambda one, other: one.merge(other), corpora)
    except ModelError as error:
        for fault in error.faults:
            console.complain(str(fault))
        if any(fault.path == "articles" for fault in error.faults):
            console.complain("copies of one article that were curated apart: kzcorpus reread A --corrections B --out BOTH")
        return 1
    if arguments.id is not None:
        whole = attrs.evolve(whole, id=arguments.id)
    _write(whole, arguments.out)
    console.say(f"wrote {arguments.out}: {len(whole.articles)} articles, {sum(1 for _ in whole.statements())} statements")
    return 0
