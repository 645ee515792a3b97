"""One article after another out of TEI that others wrote, in flat memory where the document allows it.

A ``teiCorpus`` is read in two passes. The first keeps what stands around its texts: headers, registers, the frames of corpora in corpora.
The second cuts out each ``TEI``, puts it where it stands in that frame, reads it alone, and forgets it; files that the corpus includes,
when asked, take their turn. Everything else has to be read as a whole: one ``TEI``, texts in texts, P4, names with a prefix, another
encoding than UTF-8.

Each text is read by itself, as far as ids go: an id that two texts give to two things is told apart by ``load`` only.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

import attrs

from kzcorpus.errors import DecodeError
from kzcorpus.formats.tei.foreign.inclusion import include, included, root_name
from kzcorpus.formats.tei.foreign.losses import INCLUDE, Losses
from kzcorpus.formats.tei.foreign.reading import Reading, read
from kzcorpus.formats.tei.foreign.recognition import CORPORA, TEXTS, is_ours, local, tags
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.parsing import parse, recognize
from kzcorpus.formats.tei.streaming import pieces
from kzcorpus.formats.tei.vocabulary import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from os import PathLike
    from typing import BinaryIO

    from lxml.etree import _Element

    from kzcorpus.formats.tei.streaming import Piece
    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Loss

_HERE = "kzcorpus-here"
"""The name of what stands in the frame for texts that follow one another."""


@attrs.frozen
class _Skeleton:
    """A corpus without its texts: its bytes, the sha256 of the whole, and on which lines of the whole its own lines stand."""

    content: bytes
    digest: str
    own_lines: tuple[int, ...]
    lines: tuple[int, ...]

    def line(self, own: int) -> int:
        """Return the line of the document on which a line of the skeleton stands."""
        at = max(0, bisect_right(self.own_lines, own) - 1)
        return self.lines[at] + own - self.own_lines[at]


def _skeleton(cuts: Iterator[Piece]) -> _Skeleton | None:
    """Return what stands around the texts of a corpus; None where no text can be cut out."""
    kept: list[bytes] = []
    own_lines, lines = [1], [1]
    digest, is_open, line = hashlib.sha256(), False, 1
    for piece in cuts:
        digest.update(piece.content)
        if piece.is_article:
            if not is_open:
                kept.append(f"<{_HERE}/>".encode())
            is_open = True
        elif not piece.says_nothing():
            own_lines.append(line)
            lines.append(piece.line)
            kept.append(piece.content)
            line += piece.content.count(b"\n")
            is_open = False
    content = b"".join(kept)
    is_corpus = f"<{_HERE}/>".encode() in content and b"<teiCorpus" in content.partition(f"<{_HERE}/>".encode())[0]
    return _Skeleton(content, digest.hexdigest()[:16], tuple(own_lines), tuple(lines)) if is_corpus else None


class _Cutting:
    """The texts of a corpus, each cut out and parsed when its turn comes."""

    def __init__(self, file: BinaryIO, options: Options) -> None:
        self._options = options
        self._cuts = pieces(file, options.size)
        self._next = self._advance(is_first=True)

    def _advance(self, *, is_first: bool = False) -> Piece | None:
        """Return the next piece that says something."""
        return next((piece for piece in self._cuts if piece.is_article or (not is_first and not piece.says_nothing())), None)

    def run(self, here: _Element) -> Iterator[tuple[_Element, int]]:
        """Yield the texts that stand at this place of the frame, each with the line it begins on."""
        names = "".join(f" xmlns{f':{prefix}' if prefix else ''}={quoteattr(uri)}" for prefix, uri in here.nsmap.items())
        while self._next is not None and not self._next.is_article:
            self._next = self._advance()
        while (piece := self._next) is not None and piece.is_article:
            yield self._parsed(f"<{_HERE}{names}>".encode(), piece), piece.line
            self._next = self._advance()

    def _parsed(self, opening: bytes, piece: Piece) -> _Element:
        try:
            return parse(opening + piece.content + f"</{_HERE}>".encode(), self._options)[0][0]
        except DecodeError as error:
            raise DecodeError(tuple(attrs.evolve(one, line=(one.line or 1) + piece.line - 1) for one in error.findings)) from None


def _is_text(reference: _Element, folder: str | PathLike[str]) -> bool:
    """Tell whether a reference stands where a corpus holds its texts, and means a file with one."""
    parent = reference.getparent()
    return parent is not None and local(parent) in CORPORA and root_name(reference, folder) in TEXTS | CORPORA


def _shifted(first: int) -> Callable[[int], int]:
    return lambda own: own + first - 1


def _turns(root: _Element, cutting: _Cutting, folder: str | PathLike[str] | None, options: Options, losses: Losses) -> Iterator[_Element]:
    """Yield each text of a corpus where it stands in the frame; it is taken out when the next is asked for."""
    for place in list(root.iter(_HERE, f"{{{NAMESPACE}}}{_HERE}", *([INCLUDE] if folder is not None else []))):
        parent = place.getparent()
        if parent is None or (place.tag == INCLUDE and folder is not None and not _is_text(place, folder)):
            continue
        texts = ((included(place, folder, options, losses), 1),) if place.tag == INCLUDE and folder else cutting.run(place)
        at = parent.index(place)
        for text, line in texts:
            losses.line = _shifted(line)
            parent.insert(at, text)
            yield text
            parent.remove(text)


def articles(
    path: str | PathLike[str],
    options: Options | None = None,
    *,
    include_from: str | PathLike[str] | None = None,
    on_loss: Callable[[Loss], object] | None = None,
) -> Iterator[Article]:
    """Yield the articles of a file one after another; ``on_loss`` is told at the end what has no place.

    ``include_from`` is as in ``kzcorpus.formats.tei.foreign.reading.read``. Raises ``DecodeError`` where a text cannot be read when its
    turn comes, ``OSError`` where the file cannot be read.
    """
    limits = options or Options()
    with Path(path).open("rb") as file:
        skeleton = _skeleton(pieces(file, limits.size))
        file.seek(0)
        if skeleton is None:
            root, raw = parse(file.read(limits.size + 1), limits)
            _expect_foreign(root, root)
            if include_from is None or next(root.iter(*tags(*TEXTS)), None) is not None:
                corpus, told = read(root, raw, limits, include_from=include_from)
                yield from corpus.articles
                for loss in told if on_loss else ():
                    on_loss(loss)  # type: ignore[misc]
                return
            skeleton = _Skeleton(raw, hashlib.sha256(raw).hexdigest()[:16], (1,), (1,))
        losses = Losses(skeleton.line)
        yield from _streamed(skeleton, _Cutting(file, limits), limits, include_from, losses)
    for loss in losses.all() if on_loss else ():
        on_loss(loss)  # type: ignore[misc]


def _expect_foreign(element: _Element, root: _Element) -> None:
    """Raise ``DecodeError`` where what we have written, and somebody has changed, would pass for somebody else's."""
    if is_ours(element):
        recognize(root)


def _streamed(
    skeleton: _Skeleton, cutting: _Cutting, options: Options, include_from: str | PathLike[str] | None, losses: Losses
) -> Iterator[Article]:
    """Yield the articles of a corpus, of which the skeleton stands around what is cut out."""
    try:
        root, _ = parse(skeleton.content, options)
    except DecodeError as error:
        raise DecodeError(tuple(attrs.evolve(one, line=skeleton.line(one.line or 1)) for one in error.findings)) from None
    _expect_foreign(root, root)
    if include_from is not None:
        root = include(root, include_from, options, losses, passed=lambda reference: _is_text(reference, include_from))
    frame = Reading(root, losses, skeleton.digest)
    frame.settle(asked=include_from is not None)
    is_first = True
    for text in _turns(root, cutting, include_from, options, losses):
        if is_first:
            _expect_foreign(text, root)
        is_first = False
        reading = Reading(text, losses, skeleton.digest, frame)
        yield from reading.articles()
        reading.settle(asked=include_from is not None)
