"""What a form that a corpus takes outside the program can do, and what its reader is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, Protocol

import attrs

if TYPE_CHECKING:
    from kzcorpus.formats.json_.jsonlines import Torn
    from kzcorpus.formats.tei.limits import Options
    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding, Loss

Path = str | os.PathLike[str]
"""Where a file is."""
OnLoss = Callable[["Loss"], object]
"""Takes what an export or import could not carry, one loss at a time."""


@attrs.frozen
class TeiReading:
    """How to read TEI.

    ``inline`` tells whether markup inside the text that differs from the stand-off is refused, or ignored; ``limits`` are those of
    ``kzcorpus.formats.tei.limits``, which writing takes as its options too. ``include`` lets ``xi:include`` in documents of other
    projects bring in files: with True those in the folder of the document or below, with a path those in that folder or below.
    """

    inline: Literal["check", "ignore"] = "check"
    limits: Options | None = None
    include: Path | bool = False


@attrs.frozen
class Request:
    """What a reader is told of the reading: the file, None for a document in memory, whom to tell of losses, what to do with a torn end.

    ``options`` are the format's own, of a reading of one article after another.
    """

    path: Path | None = None
    on_loss: OnLoss | None = None
    torn: Torn = "refuse"
    options: object = None


class Frame(Protocol):
    """A document that is written one article at a time: the bytes before, for and after them, at most ``size`` in all."""

    @property
    def size(self) -> int:
        """The most bytes that are read again."""
        ...  # pragma: no cover -- a protocol

    def opening(self, count: int) -> bytes:
        """Return what stands before so many articles."""
        ...  # pragma: no cover

    def article(self, article: Article, number: int) -> bytes:
        """Return an article as it stands in the document, the one with this place, from 0."""
        ...  # pragma: no cover

    def closing(self, count: int) -> bytes:
        """Return what stands after so many articles."""
        ...  # pragma: no cover


@attrs.frozen
class Format:
    """A form that a corpus takes outside the program: its name, the suffixes of its files, and what it can do; None where it cannot.

    ``options`` given to ``read``, ``write`` and ``frame`` are the format's own, or None. ``header`` reads a file without its articles, in
    flat memory, as the draft of a corpus; a document that ``grows`` can be appended to.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Corpus, object], str | bytes]
    read: Callable[[str | bytes, object, Request], Corpus] | None = None
    articles: Callable[[Path, Request], Iterator[Article]] | None = None
    faults: Callable[[str | bytes, Path | None], tuple[Finding, ...]] | None = None
    losses: Callable[[Corpus], tuple[Loss, ...]] = lambda _: ()
    frame: Callable[[Corpus, object], Frame] | None = None
    header: Callable[[Path], Corpus] | None = None
    grows: bool = False
