"""One article after another out of a document of any size: each ``TEI`` is cut out of the bytes, parsed alone and forgotten.

In well-formed XML ``<TEI`` can only open an element, but in comments, CDATA sections and processing instructions, which are passed over;
so the cuts are exact. A document in which nothing can be cut, because its names have a prefix or it is not UTF-8, is read as a whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.formats.tei.parsing import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_CHUNK = 1 << 16
_LONGEST_TOKEN = 16
_TOKEN = re.compile(rb"<TEI(?=[\t\n\r />])|</TEI(?=[\t\n\r >])[\t\n\r ]*>|(?:<!--.*?-->|<\?.*?\?>)++|<!--|<!\[CDATA\[|<\?", re.DOTALL)
_CLOSING = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}
_ASIDES = re.compile(rb"(?:[\t\n\r ]++|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)  # from the start only: what never closes is looked at once


class Piece(NamedTuple):
    """A stretch of a document: the line it begins on, its bytes, and whether it is a whole ``TEI`` element."""

    line: int
    content: bytes
    is_article: bool

    def says_nothing(self) -> bool:
        """Tell whether there is nothing but white space, comments and processing instructions."""
        return _ASIDES.fullmatch(self.content) is not None


class _Window:
    """The bytes of a file that are being looked at; ``start`` is where the next piece begins, ``seek`` where to look on."""

    def __init__(self, file: BinaryIO, limit: int) -> None:
        self._file = file
        self._limit = limit
        self._line = 1
        self.content = b""
        self.start = self.seek = 0

    def widen(self) -> bool:
        """Read on, at least as much as is being held, so that no byte is moved often; False at the end of the file."""
        held = len(self.content) - self.start
        if held > self._limit:
            raise refusal("limit", f"found more than {self._limit:,} bytes without the end of an article, expected fewer", line=self._line)
        chunk = self._file.read(max(_CHUNK, held))
        self.content = self.content[self.start :] + chunk
        self.seek -= self.start
        self.start = 0
        return bool(chunk)

    def token(self) -> re.Match[bytes] | None:
        """Return the next token; None at the end of the file."""
        while True:
            found = _TOKEN.search(self.content, self.seek)
            if found and found.end() < len(self.content):
                self.seek = found.end()
                return found
            self.seek = max(self.seek, found.start() if found else len(self.content) - _LONGEST_TOKEN)
            if not self.widen():
                last = _TOKEN.search(self.content, self.seek)
                self.seek = last.end() if last else len(self.content)
                return last

    def skip(self, closing: bytes) -> None:
        """Move past what closes a comment and the like; to the end of the file where nothing does."""
        while (end := self.content.find(closing, self.seek)) < 0:
            if not self.widen():
                self.seek = len(self.content)
                return
        self.seek = end + len(closing)

    def cut(self, end: int, *, is_article: bool) -> Piece:
        """Return the piece that ends there; the next one begins there."""
        piece = Piece(self._line, self.content[self.start : end], is_article)
        self._line += piece.content.count(b"\n")
        self.start = end
        return piece


def pieces(file: BinaryIO, limit: int) -> Iterator[Piece]:
    """Yield the pieces of a document in order; together they are the document. What comes after the last article is the last piece.

    Raises ``DecodeError`` where one would be larger than ``limit`` in bytes.
    """
    window, depth = _Window(file, limit), 0
    while found := window.token():
        if closing := _CLOSING.get(found[0]):
            window.skip(closing)
        elif found[0].startswith((b"<!--", b"<?")):
            continue  # whole comments and instructions, one after another
        elif found[0] == b"<TEI":
            if not depth:
                yield window.cut(found.start(), is_article=False)
            depth += 1
        else:
            depth -= 1
            if not depth:
                yield window.cut(window.seek, is_article=True)
    yield window.cut(len(window.content), is_article=False)
