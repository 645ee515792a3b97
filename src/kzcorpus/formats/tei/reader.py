"""TEI as a corpus: strictly, every fault at once, and without cost for a document that is as it was written.

A document is first read trusting and written again: where that gives the same bytes, or the same elements but for white space between
them, nothing in it can be wrong but what the model itself would refuse. Everything else is examined patiently.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import quoteattr

import attrs

from kzcorpus.errors import DecodeError
from kzcorpus.formats.tei.articles import read_article, write_article
from kzcorpus.formats.tei.corpora import read_articles, read_corpus, write_corpus
from kzcorpus.formats.tei.differences import same
from kzcorpus.formats.tei.examination import UNREADABLE, examine, examine_alone, examine_frame, examine_header
from kzcorpus.formats.tei.foreign.recognition import is_ours
from kzcorpus.formats.tei.ledger import DoubtError, Ledger
from kzcorpus.formats.tei.limits import Options, rebuilt
from kzcorpus.formats.tei.migrations import migrate
from kzcorpus.formats.tei.parsing import parse, recognize, refusal
from kzcorpus.formats.tei.streaming import pieces
from kzcorpus.formats.tei.vocabulary import NAMESPACE, WHITE_SPACE
from kzcorpus.model.collector import collector_at_rest
from kzcorpus.model.corpus import redrafted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from os import PathLike

    from lxml.etree import _Element

    from kzcorpus.formats.tei.streaming import Piece
    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus

Inline = Literal["check", "ignore"]
_NAMED = f'<teiCorpus xmlns="{NAMESPACE}">%s</teiCorpus>'.encode()
if TYPE_CHECKING:
    ForeignReader = Callable[[_Element, bytes], Corpus]


def trust(root: _Element, document: bytes) -> Corpus | None:
    """Return the corpus of a document that is as it would be written; None where that is in doubt.

    ``document`` is what the root was parsed from, in UTF-8.
    """
    try:
        recognize(root)
    except DecodeError:
        return None
    ledger = Ledger(patient=False)
    try:
        corpus = read_corpus(root, read_articles(root, ledger), ledger)
    except (DoubtError, *UNREADABLE):
        return None
    written = "\n".join(write_corpus(corpus)).encode()
    return corpus if written == document or same(root, rebuilt(written)) else None


def loads(
    document: bytes | str, *, inline: Inline = "check", options: Options | None = None, foreign: ForeignReader | None = None
) -> Corpus:
    """Return the corpus that a TEI document holds.

    The document must be one that kzcorpus wrote, which hand and tools may have edited as long as it holds together. Inline markup
    that differs from what stand-off says is refused, unless ``inline`` is ``"ignore"``. TEI of other projects is for ``foreign`` to
    read, and refused without. Raises ``DecodeError`` with every fault, its line and its XPath.

    >>> from kzcorpus import Corpus
    >>> from kzcorpus.formats.tei.writer import dumps
    >>> loads(dumps(Corpus("c"))) == Corpus("c")
    True
    """
    root, raw = parse(document, options or Options())
    if foreign is not None and not is_ours(root):
        with collector_at_rest(stays=True):
            return foreign(root, raw)
    start, _ = recognize(root)
    with collector_at_rest(stays=True):
        corpus = trust(root, raw)
        if corpus is None:
            ledger = Ledger(patient=True)
            corpus = examine(root, start, ledger, inline=inline == "check")
            if corpus is None or ledger.findings:
                raise DecodeError(ledger.in_order())
    return corpus


def _trust_article(element: _Element, content: bytes) -> Article | None:
    """Return the article of a ``TEI`` that is as it would be written; None where that is in doubt."""
    try:
        article = read_article(element, Ledger(patient=False))
    except (DoubtError, *UNREADABLE):
        return None
    written = "\n".join(write_article(article)).encode()
    return article if written == content or same(element, rebuilt(_NAMED % written)[0]) else None


class _Frame:
    """What stands around the articles of a document that is read one article at a time."""

    def __init__(self, opening: Piece, options: Options) -> None:
        self._options = options
        root, _ = parse(opening.content + b"</teiCorpus>", options)
        _, self._profile = recognize(root)
        examine_frame(root)
        names = "".join(f" xmlns{f':{prefix}' if prefix else ''}={quoteattr(uri)}" for prefix, uri in root.nsmap.items())
        self._opening = f"<teiCorpus{names}>".encode()

    def _parse(self, content: bytes, line: int) -> _Element:
        try:
            return parse(self._opening + content, self._options)[0]
        except DecodeError as error:
            raise DecodeError(tuple(attrs.evolve(finding, line=(finding.line or 1) + line - 1) for finding in error.findings)) from None

    def article(self, piece: Piece, number: int, *, inline: bool) -> Article:
        """Return the article that a piece holds; raises ``DecodeError`` with everything that is wrong with it."""
        element = self._parse(piece.content + b"</teiCorpus>", piece.line)[0]
        migrate(element, self._profile)
        article = _trust_article(element, piece.content)
        if article is None:
            ledger = Ledger(patient=True, first_line=piece.line, ordinal=number)
            article = examine_alone(element, ledger, inline=inline)
            if article is None or ledger.findings:
                raise DecodeError(ledger.in_order())
        return article

    def close(self, piece: Piece) -> None:
        """Hold what comes after the last article against the end of a corpus."""
        root = self._parse(piece.content, piece.line)
        if len(root) or (root.text or "").strip(WHITE_SPACE):
            raise refusal("structure", "found more after the last article, expected the end of the corpus", line=piece.line)


def _stream(cuts: Iterator[Piece], frame: _Frame, *, inline: bool) -> Iterator[Article]:
    """Yield the articles of pieces that begin with an article."""
    between: Piece | None = None
    number = 0
    for piece in cuts:
        if not piece.is_article:
            between = piece
            continue
        if between and not between.says_nothing():
            raise refusal("structure", "found more between two articles, expected white space", line=between.line)
        number += 1
        yield frame.article(piece, number, inline=inline)
    if between:
        frame.close(between)


def iter_articles(path: str | PathLike[str], *, inline: Inline = "check", options: Options | None = None) -> Iterator[Article]:
    """Yield the articles of a TEI file one after another, holding one at a time.

    Each is checked as ``loads`` checks it, but for what its ids mean, which only the whole corpus knows. Raises ``DecodeError`` at
    the first article with faults, and at the end where the document does not end as it should; ``OSError`` where the file cannot be
    read.
    """
    limits = options or Options()
    with Path(path).open("rb") as file:
        cuts = pieces(file, limits.size)
        opening, first = next(cuts), next(cuts, None)
        if first is not None and b"<teiCorpus" in opening.content:
            yield from _stream(chain([first], cuts), _Frame(opening, limits), inline=inline == "check")
        else:  # nothing can be cut: names with a prefix, another encoding, a corpus without articles
            file.seek(0)
            yield from loads(file.read(limits.size + 1), inline=inline, options=limits).articles


def read_header(path: str | PathLike[str], *, options: Options | None = None) -> Corpus:
    """Return a draft of the corpus that a TEI file holds, without its articles, which are not read where they can be cut out.

    Raises ``DecodeError`` with what is wrong with it by itself, ``OSError`` where the file cannot be read.
    """
    limits = options or Options()
    with Path(path).open("rb") as file:
        cuts = pieces(file, limits.size)
        opening, first = next(cuts), next(cuts, None)
        if first is not None and b"<teiCorpus" in opening.content:
            root, _ = parse(opening.content + b"</teiCorpus>", limits)
            recognize(root)
            examine_frame(root)
            return examine_header(root)
        file.seek(0)
        return redrafted(loads(file.read(limits.size + 1), options=limits))
