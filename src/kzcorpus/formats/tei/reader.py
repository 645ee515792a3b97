"""TEI as a corpus: strictly, every fault at once, and without cost for a document that is as it was written.

A document is first read trusting and written again: where that gives the same bytes, nothing in it can be wrong but what the model itself would refuse.
Everything else is examined patiently; a document that differs only in white space between elements, comments and the like is then read all the same.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from kzcorpus.errors import DecodeError
from kzcorpus.formats.tei.corpora import read_articles, read_corpus
from kzcorpus.formats.tei.examination import UNREADABLE, examine
from kzcorpus.formats.tei.ledger import DoubtError, Ledger
from kzcorpus.formats.tei.parsing import Options, parse, recognize
from kzcorpus.formats.tei.writer import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kzcorpus.model.corpus import Corpus

Inline = Literal["check", "ignore"]


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from counting what is only being made; half of the time of reading goes there otherwise."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _trust(root: _Element, document: bytes) -> Corpus | None:
    """Return the corpus of a document that is as it would be written; None where that is in doubt."""
    ledger = Ledger(patient=False)
    try:
        corpus = read_corpus(root, read_articles(root, ledger), ledger)
    except (DoubtError, *UNREADABLE):
        return None
    return corpus if dumps(corpus, options=Options(size=len(document))) == document else None


def loads(document: bytes | str, *, inline: Inline = "check", options: Options | None = None) -> Corpus:
    """Return the corpus that a TEI document holds.

    The document must be one that kzcorpus wrote, which hand and tools may have edited as long as it holds together. Inline markup that differs from what
    stand-off says is refused, unless ``inline`` is ``"ignore"``. Raises ``DecodeError`` with every fault, its line and its XPath.

    >>> from kzcorpus import Corpus
    >>> from kzcorpus.formats.tei.writer import dumps
    >>> loads(dumps(Corpus("c"))) == Corpus("c")
    True
    """
    root, raw = parse(document, options or Options())
    start = recognize(root)
    with _collector_at_rest():
        corpus = _trust(root, raw)
        if corpus is None:
            ledger = Ledger(patient=True)
            corpus = examine(root, start, ledger, inline=inline == "check")
            if corpus is None or ledger.findings:
                raise DecodeError(tuple(ledger.findings))
    return corpus
