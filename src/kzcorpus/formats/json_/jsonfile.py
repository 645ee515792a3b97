"""A corpus as one JSON document, and back."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, BinaryIO

from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_.jsonreading import Document, check_version, finding, read, read_article
from kzcorpus.formats.json_.jsonshape import SCHEMA_VERSION
from kzcorpus.formats.json_.jsonsyntax import collector_paused, decoded, parsed
from kzcorpus.formats.json_.jsonwriter import laid_out
from kzcorpus.model.corpus import Corpus  # noqa: TC001 -- examples use it

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article

_HEAD = f'{{\n "schema_version": {SCHEMA_VERSION},\n "digest": "%s",\n "corpus": '
_TAIL = "\n}\n"
_HEAD_LENGTH = len(_HEAD % ("0" * 64))
_CHUNK = 1 << 16
_OPENING, _CLOSING = b"   {\n", b"   }"
"""The lines around an article, as ``dumps`` writes them and nothing else in its documents."""
_HEAD_PATTERN = re.compile(re.escape(_HEAD).replace("%s", "([0-9a-f]{64})"))


def dumps(corpus: Corpus) -> str:
    """Write a corpus as a JSON document: the same characters for the same corpus, everywhere.

    ``digest`` is the sha256 of the corpus's own characters as they stand in the document, in UTF-8: it proves that nobody has touched
    them.

    >>> print(dumps(Corpus("c", title="Nothing yet"))[-55:])
    "corpus": {
      "id": "c",
      "title": "Nothing yet"
     }
    }
    <BLANKLINE>
    """
    digest, pieces = hashlib.sha256(), []
    for piece in laid_out(corpus, 1):
        digest.update(piece.encode())
        pieces.append(piece)
    return "".join((_HEAD % digest.hexdigest(), *pieces, _TAIL))


def _promised(head: bytes) -> str | None:
    """Return the digest that the first characters of a document name; None where ``dumps`` writes others."""
    found = _HEAD_PATTERN.fullmatch(head.decode("latin-1"))
    return found and found[1]


def vouched(document: str | bytes) -> bool:
    """Tell whether a document's digest proves that ``dumps`` wrote every character of it."""
    content = document.encode(errors="surrogatepass") if isinstance(document, str) else document
    promised = _promised(content[:_HEAD_LENGTH])
    if promised is None or not content.endswith(_TAIL.encode()):
        return False
    return hashlib.sha256(memoryview(content)[_HEAD_LENGTH : -len(_TAIL)]).hexdigest() == promised


def loads(document: str | bytes) -> Corpus:
    """Read a corpus from a JSON document, strictly.

    Nothing is coerced and nothing passed over: raises ``DecodeError`` with every fault and its path, such as
    ``$.corpus.articles[0].statements[3].content[1]``. A digest that does not fit, or is missing, is no fault: documents may be edited by
    hand. The digest of each text is checked where it stands.

    >>> loads(dumps(Corpus("c"))) == Corpus("c")
    True
    """
    text = document if isinstance(document, str) else decoded(document)
    with collector_paused():
        tree = parsed(text, trusted=vouched(document))
        check_version(tree)
        document_read, faults = read(tree, Document)
    if faults:
        raise DecodeError(tuple(finding(fault) for fault in faults))
    corpus: Corpus = document_read.corpus
    return corpus


def _vouched_stream(stream: BinaryIO) -> bool:
    """Tell the same of a stream, without holding it in memory."""
    promised = _promised(stream.read(_HEAD_LENGTH))
    digest, held = hashlib.sha256(), b""
    while promised and (chunk := stream.read(_CHUNK)):
        held += chunk
        digest.update(held[: -len(_TAIL)])
        held = held[-len(_TAIL) :]
    return held == _TAIL.encode() and digest.hexdigest() == promised


def iter_articles(stream: BinaryIO) -> Iterator[Article]:
    """Yield the articles of a JSON document, one after another.

    Memory stays flat where the digest vouches for the document, since then the lines are as ``dumps`` wrote them, and each article is
    read by itself: whom its ids mean is not checked. Any other document is read as a whole first. The stream must allow ``seek``. Raises
    ``DecodeError``.
    """
    start = stream.tell()
    streamed = _vouched_stream(stream)
    stream.seek(start)
    if not streamed:
        yield from loads(stream.read()).articles
        return
    lines: list[bytes] = []
    for line in stream:
        if line == _OPENING:
            lines = [b"{"]
        elif line.rstrip(b",\n") == _CLOSING and lines:
            yield read_article(parsed(b"".join((*lines, b"}")).decode(), trusted=True))
            lines = []
        elif lines:
            lines.append(line)
