"""Marking the mentions of small texts whose layout is told by hand."""

from collections.abc import Callable, Iterator

import pytest
from kzcorpus.read.quotes import quotations
from kzcorpus.read.sentences import sentences

from kzcorpus import Article, Authority, Block, Span, When, load_authority
from kzcorpus.model.articles import BOILERPLATE, BlockKind
from kzcorpus.read.mentions import mark_mentions
from kzcorpus.read.stages import Passage, Reading

Marker = Callable[..., Article]


def _blocks(text: str, kinds: dict[int, BlockKind]) -> Iterator[Block]:
    """Yield a block for each line with words; ``kinds`` are by the number of the line, paragraphs the rest."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip("\t\r ")
        if words:
            begin = start + line.index(words)
            yield Block(Span(begin, begin + len(words)), kinds.get(number, "paragraph"))
        start += len(line) + 1


def mark_lines(
    text: str, *, kinds: dict[int, BlockKind] | None = None, authority: Authority | None = None, published: str | None = None
) -> Article:
    """Return a text with its mentions, one block to a line."""
    blocks = tuple(_blocks(text, kinds or {}))
    article = Article("a1", text, blocks=blocks, published=When(published, "given") if published else None)
    passages = tuple(
        Passage(block, sentences(text, block.span), quotations(text, block.span)) for block in blocks if block.kind not in BOILERPLATE
    )
    known = load_authority() if authority is None else authority
    return mark_mentions(Reading(article, known, passages)).article


@pytest.fixture(scope="session")
def mark() -> Marker:
    return mark_lines
