"""An article cut into stretches of its layout, and those into pieces that know which statements they belong to.

The one source of the terminal's and the notebook's view.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from kzcorpus.model.segments import Segment, segments
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from kzcorpus.model.articles import Article, BlockKind

Role = Literal["content", "cue", "speaker"]


class Mark(NamedTuple):
    """What a span is to a statement; ``statement`` is the index of that statement in its article."""

    span: Span
    role: Role
    statement: int


class Piece(NamedTuple):
    """A piece of text in which no mark begins or ends; ``marks`` lie over it, outermost first."""

    span: Span
    marks: tuple[Mark, ...]


class Stretch(NamedTuple):
    """A block, or what stands outside blocks (``kind`` None), with its pieces in order."""

    kind: BlockKind | None
    span: Span
    pieces: tuple[Piece, ...]


def marks(article: Article, only: Container[str] | None = None) -> Iterator[Mark]:
    """Yield the contents, cues and speakers of the statements, or of those whose ids are in ``only``."""
    for index, statement in enumerate(article.statements):
        if only is not None and statement.id not in only:
            continue
        yield from (Mark(span, "content", index) for span in statement.content)
        yield from (Mark(span, "cue", index) for span in statement.cue)
        if statement.speaker and statement.speaker.span:
            yield Mark(statement.speaker.span, "speaker", index)


def stretches(article: Article, only: Container[str] | None = None) -> Iterator[Stretch]:
    """Cut an article at every end of a block and of a mark.

    The spans of the stretches tile the text, and so do those of the pieces; an empty mark gives an empty piece.

    >>> from kzcorpus import Article, Span, Statement
    >>> article = Article("a", "He left, he said.", statements=(Statement("a.1", (Span(0, 7),), cue=(Span(12, 16),)),))
    >>> [(piece.span.of(article.text), [mark.role for mark in piece.marks]) for stretch in stretches(article) for piece in stretch.pieces]
    [('He left', ['content']), (', he ', []), ('said', ['cue']), ('.', [])]
    """
    blocks = article.blocks
    drawn = tuple(marks(article, only))
    spans = [block.span for block in blocks] + [mark.span for mark in drawn]

    def block_of(segment: Segment) -> int | None:
        return next((index for index in segment.covers if index < len(blocks)), None)

    for block, group in groupby(segments(len(article.text), spans), key=block_of):
        pieces = tuple(Piece(span, tuple(drawn[i - len(blocks)] for i in covers if i >= len(blocks))) for span, covers in group)
        kind = None if block is None else blocks[block].kind
        yield Stretch(kind, Span(pieces[0].span.start, pieces[-1].span.end), pieces)
