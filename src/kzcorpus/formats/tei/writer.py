"""A corpus as TEI: strings joined in order, and nothing computed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.errors import EncodeError
from kzcorpus.formats.tei.articles import write_article
from kzcorpus.formats.tei.corpora import write_corpus
from kzcorpus.formats.tei.limits import BeyondError, Options, may_pass, tree
from kzcorpus.formats.tei.vocabulary import NAMESPACE

if TYPE_CHECKING:
    from kzcorpus.model.corpus import Corpus

_AROUND = f'<teiCorpus xmlns="{NAMESPACE}">%s</teiCorpus>'.encode()


def _keep_limits(part: bytes, document: bytes, options: Options, whose: str) -> None:
    """Raise ``EncodeError`` where reading would refuse a part of a document, given as a document of its own."""
    if may_pass(part, options):
        try:
            tree(document, options)
        except BeyondError as error:
            raise EncodeError(f"{whose}: {error.message}") from None


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
