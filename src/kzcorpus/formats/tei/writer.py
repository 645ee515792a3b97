"""A corpus as TEI: strings joined in order, and nothing computed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.errors import EncodeError
from kzcorpus.formats.tei.articles import write_article
from kzcorpus.formats.tei.corpora import write_corpus
from kzcorpus.formats.tei.limits import BeyondError, Options, may_pass, tree
from kzcorpus.formats.tei.vocabulary import NAMESPACE
from kzcorpus.model.articles import Article
from kzcorpus.model.corpus import redrafted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kzcorpus.model.corpus import Corpus

_AROUND = f'<teiCorpus xmlns="{NAMESPACE}">%s</teiCorpus>'.encode()


def _keep_limits(part: bytes, document: bytes, options: Options, whose: str) -> None:
    """Raise ``EncodeError`` where reading would refuse a part of a document, given as a document of its own."""
    if may_pass(part, options):
        try:
            tree(document, options)
        except BeyondError as error:
            raise EncodeError(f"{whose}: {error.message}") from None


def _lines(parts: Iterable[str]) -> bytes:
    return "\n".join(parts).encode()


class Frame:
    """A document that is written one article at a time: what stands before, for and after them.

    Raises ``EncodeError`` where the header or an article would be beyond what ``options`` allow.
    """

    def __init__(self, header: Corpus, options: Options | None) -> None:
        self._options = options or Options()
        self._header = header
        self.size = self._options.size

    def _around(self, count: int) -> tuple[bytes, bytes]:
        *opening, closing = write_corpus(redrafted(self._header, (Article("stand-in"),)[:count]), articles=False)
        return _lines(opening), f"\n{closing}".encode()

    def opening(self, count: int) -> bytes:
        """Return what stands before so many articles."""
        opening, closing = self._around(count)
        _keep_limits(opening, opening + closing, self._options, "corpus")
        return opening

    def article(self, article: Article, number: int) -> bytes:
        """Return an article as it stands in the document; ``number`` is its place, from 0."""
        part = _lines(write_article(article))
        _keep_limits(part, _AROUND % part, self._options, f"articles[{number}]")
        return b"\n" + part

    def closing(self, count: int) -> bytes:
        """Return what stands after the articles."""
        return self._around(count)[1]


def dumps(corpus: Corpus, *, options: Options | None = None) -> bytes:
    """Return a corpus as TEI, in UTF-8: the same bytes everywhere, and ``loads`` gives the corpus back.

    Raises ``EncodeError`` where the document would be beyond what ``options`` allow, so that reading with the same ones would refuse it.

    >>> from kzcorpus import Corpus
    >>> dumps(Corpus("c"))[:38]
    b'<?xml version="1.0" encoding="UTF-8"?>'
    """
    limits = options or Options()
    *opening, closing = write_corpus(corpus, articles=False)
    parts = ["\n".join(opening).encode(), *("\n".join(write_article(article)).encode() for article in corpus.articles), closing.encode()]
    size = sum(map(len, parts)) + len(parts) - 1
    if size > limits.size:
        raise EncodeError(f"found a document of {size:,} bytes, expected at most {limits.size:,}")
    _keep_limits(parts[0], parts[0] + parts[-1], limits, "corpus")
    for number, part in enumerate(parts[1:-1]):
        _keep_limits(part, _AROUND % part, limits, f"articles[{number}]")
    return b"\n".join(parts)
