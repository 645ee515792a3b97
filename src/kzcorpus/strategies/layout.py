"""Spans within a text: empty, nested, touching and crossing ones; and the blocks that tile a text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from kzcorpus.model.articles import Block, BlockKind
from kzcorpus.model.integrity import BETWEEN_BLOCKS
from kzcorpus.model.spans import Span
from kzcorpus.strategies.drawing import kinds, several

_KINDS = kinds(BlockKind)
_TRIMS = st.booleans()


def span_within(draw: st.DrawFn, length: int) -> Span:
    """Draw a span of a text of ``length`` code points."""
    ends = st.integers(0, length)
    return Span(*sorted((draw(ends), draw(ends))))


def spans_within(draw: st.DrawFn, length: int, high: int = 3) -> tuple[Span, ...]:
    """Draw up to ``high`` spans in any order, equal ones too."""
    return tuple(span_within(draw, length) for _ in several(draw, 0, high))


@st.composite
def spans(draw: st.DrawFn, length: int = 100, *, min_size: int = 0) -> Span:
    """Spans of at least ``min_size`` code points within a text of ``length`` code points."""
    span = span_within(draw, length - min_size)
    return Span(span.start, span.end + min_size)


def _bare(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without the white space that may stand between blocks; None where nothing is left."""
    inner = text[start:end].lstrip(BETWEEN_BLOCKS)
    begin = end - len(inner)
    return Span(begin, begin + len(inner.rstrip(BETWEEN_BLOCKS))) if inner else None


def tiling(draw: st.DrawFn, text: str, high: int = 5) -> tuple[Block, ...]:
    """Draw blocks that tile a text."""
    gaps = [at + 1 for at, letter in enumerate(text) if letter in BETWEEN_BLOCKS]
    by_gap = bool(gaps) and draw(st.booleans())
    places = st.sampled_from(gaps) if by_gap else st.integers(0, len(text))
    cuts = sorted((0, len(text), *(draw(places) for _ in several(draw, 0, high - 1))))
    tiles = (_bare(text, *pair) if draw(_TRIMS) else Span(*pair) for pair in pairwise(cuts))
    return tuple(Block(tile, draw(_KINDS)) for tile in tiles if tile is not None)


@st.composite
def blocks(draw: st.DrawFn, *, length: int = 100) -> Block:
    """Single blocks over a text of ``length`` code points."""
    return Block(span_within(draw, length), draw(_KINDS))


@st.composite
def tilings(draw: st.DrawFn, text: str = "Headline\n\nAstana agreed, he said.\n", *, max_size: int = 5) -> tuple[Block, ...]:
    """Blocks that tile a text: only tabs, line ends and spaces stand between them; or none, where it has not been read yet."""
    return tiling(draw, text, max_size) if draw(st.booleans()) else ()
