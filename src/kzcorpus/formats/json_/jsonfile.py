"""A corpus as one JSON document, and back."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, BinaryIO

from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_.jsonreading import Document, check_version, finding, read, read_article
from kzcorpus.formats.json_.jsonshape import SCHEMA_VERSION
from kzcorpus.formats.json_.jsonsyntax import decoded, parsed
from kzcorpus.formats.json_.jsonwriter import laid_out
from kzcorpus.model.collector import collector_at_rest
from kzcorpus.model.corpus import Corpus  # noqa: TC001 -- examples use it

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article

_HEAD = f'{{\n "schema_version": {SCHEMA_VERSION},\n "digest": "%s",\n "corpus": '
_TAIL = "\n}\n"
_HEAD_LENGTH = len(_HEAD % ("0" * 64))
_OPENING, _CLOSING, _INSIDE = b"   {\n", b"   }", b"    "
"""The lines around an article, as ``dumps`` writes them and nothing else in its documents, and how all inside of it begin."""
_ARTICLES = b'"articles": ['
_OPENER = re.compile(rb'(?:"[a-z_]+": )?[\[{]')
_INDENT = 2
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
    with collector_at_rest(stays=True):
        tree = parsed(text)
        check_version(tree)
        document_read, faults = read(tree, Document)
    if faults:
        raise DecodeError(tuple(finding(fault) for fault in faults))
    corpus: Corpus = document_read.corpus
    return corpus


class _Layout:
    """Follows the lines of a corpus, and tells whether each stands where ``dumps`` would put it; those inside articles are passed over.

    A digest proves that a document is whole, not who wrote it: between its articles others could stand that no line shows.
    """

    def __init__(self) -> None:
        self._closers: list[bytes] = []
        self._in_articles = self._had_articles = False
        self._wants_more = True  # an opening bracket or a comma came last, or what is opened was passed over
        self._empty = True

    def takes(self, line: bytes) -> bool:
        """Tell whether the next line may stand here."""
        if self._in_articles and line.startswith(_INSIDE):
            return True
        body = line.lstrip(b" ").removesuffix(b"\n")
        core = body.removesuffix(b",")
        indent = len(line) - len(body) - 1
        fits = self._closes(core) if core in (b"]", b"}") else self._goes_on(core)
        self._empty, self._wants_more = bool(_OPENER.fullmatch(core)), core != body
        return fits and indent == _INDENT + len(self._closers) - self._empty

    def ends(self) -> bool:
        """Tell whether the corpus may end here."""
        return not (self._closers or self._wants_more)

    def _closes(self, core: bytes) -> bool:
        fits = bool(self._closers) and self._closers.pop() == core and not self._wants_more
        self._in_articles = self._in_articles and bool(self._closers)
        return fits

    def _goes_on(self, core: bytes) -> bool:
        if not (self._wants_more or self._empty) or (self._in_articles and core != b"{"):
            return False
        if not _OPENER.fullmatch(core):
            return _is_one_value(core)
        if core == _ARTICLES and not self._closers:
            if self._had_articles:
                return False
            self._in_articles = self._had_articles = True
        self._closers.append(b"]" if core.endswith(b"[") else b"}")
        return core != _ARTICLES or self._in_articles


def _is_one_value(core: bytes) -> bool:
    """Tell whether a line holds one JSON value, or one key that is not ``articles`` with its value, and no more."""
    for candidate in (core, b"{%s}" % core):
        try:
            tree = parsed(decoded(candidate))
        except DecodeError:
            continue
        return candidate is core or (isinstance(tree, dict) and set(tree) != {"articles"} and len(tree) == 1)
    return False


def _vouched_stream(stream: BinaryIO) -> bool:
    """Tell whether the lines of a stream are as ``dumps`` would write them, its digest included, without holding it in memory."""
    promised = _promised(stream.read(_HEAD_LENGTH))
    if promised is None or stream.readline() != b"{\n":
        return False
    digest, layout = hashlib.sha256(b"{\n"), _Layout()
    for line in stream:
        if line == b" }\n" and layout.ends():
            digest.update(b" }")
            return stream.read(3) == b"}\n" and digest.hexdigest() == promised
        if not layout.takes(line):
            return False
        digest.update(line)
    return False


def iter_articles(stream: BinaryIO) -> Iterator[Article]:
    """Yield the articles of a JSON document, one after another.

    Memory stays flat where the document stands as ``dumps`` wrote it, digest included: its lines then tell where each article begins, and
    each is read by itself: whom its ids mean is not checked. Any other document is read as a whole first. The stream must allow ``seek``.
    Raises ``DecodeError``.
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
            yield read_article(parsed(b"".join((*lines, b"}")).decode()))
            lines = []
        elif lines:
            lines.append(line)
