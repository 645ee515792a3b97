"""A corpus as TEI: strings joined in order, and nothing computed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.errors import EncodeError
from kzcorpus.formats.tei.corpora import write_corpus
from kzcorpus.formats.tei.parsing import Options

if TYPE_CHECKING:
    from kzcorpus.model.corpus import Corpus


def dumps(corpus: Corpus, *, options: Options | None = None) -> bytes:
    """Return a corpus as TEI, in UTF-8: the same bytes everywhere, and ``loads`` gives the corpus back.

    Raises ``EncodeError`` where the document would be larger than ``options`` allow.

    >>> from kzcorpus import Corpus
    >>> dumps(Corpus("c"))[:38]
    b'<?xml version="1.0" encoding="UTF-8"?>'
    """
    limit = (options or Options()).size
    document = "\n".join(write_corpus(corpus)).encode()
    if len(document) > limit:
        raise EncodeError(f"found a document of {len(document):,} bytes, expected at most {limit:,}")
    return document
