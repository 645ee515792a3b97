"""Read small texts whose layout is told by hand: to their mentions, or to their statements alone."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from kzcorpus import Article, Authority, Block, Dateline, Mention, Span, When, load_authority
from kzcorpus.model.articles import BOILERPLATE, BlockKind, MentionType
from kzcorpus.read.dating.resolving import resolve_dates
from kzcorpus.read.mentions import mark_mentions
from kzcorpus.read.quotes import quotations
from kzcorpus.read.sentences import sentences
from kzcorpus.read.stages import Passage, Reading
from kzcorpus.read.statements import find_statements
from kzcorpus.read.words import split_words

NOBODY_KNOWN = Authority()
Marker = Callable[..., Article]
Read = Callable[..., Article]


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
    text: str,
    *,
    kinds: dict[int, BlockKind] | None = None,
    authority: Authority | None = None,
    published: str | None = None,
    dateline: Span | None = None,
) -> Article:
    """Return a text with its mentions, one block to a line."""
    blocks = tuple(_blocks(text, kinds or {}))
    article = Article(
        "a1",
        text,
        blocks=blocks,
        published=When(published, "given") if published else None,
        dateline=Dateline(dateline) if dateline else None,
    )
    written = (block for block in blocks if block.kind not in BOILERPLATE)
    passages = tuple(Passage(block, sentences(text, block.span), quotations(text, block.span)) for block in written)
    known = load_authority() if authority is None else authority
    return mark_mentions(Reading(article, known, passages)).article


@pytest.fixture(scope="session")
def mark() -> Marker:
    return mark_lines


def read_dates(text: str, published: str | None = None) -> Article:
    """Read a text, a paragraph to a line, as far as dates go."""
    when = When(published, "given") if published else None
    passages = passages_of(text)
    article = Article("a", text, published=when, blocks=tuple(passage.block for passage in passages))
    return resolve_dates(mark_mentions(split_words(Reading(article, NOBODY_KNOWN, passages)))).article


@pytest.fixture(scope="session")
def dated() -> Callable[..., Article]:
    return read_dates


def passages_of(text: str) -> tuple[Passage, ...]:
    """Make a passage of every line."""
    out, begin = [], 0
    for line in text.split("\n"):
        span = Span(begin, begin + len(line))
        if line.strip():
            out.append(Passage(Block(span, "paragraph"), sentences(text, span), quotations(text, span)))
        begin = span.end + 1
    return tuple(out)


@pytest.fixture(scope="session", name="passages_of")
def passages_of_lines() -> Callable[[str], tuple[Passage, ...]]:
    return passages_of


@pytest.fixture(scope="session")
def read() -> Read:
    """Return a function that reads statements only; ``marked`` are mentions as triples of words, type and entity."""

    def reader(text: str, marked: Sequence[tuple[str, MentionType, str | None]] = (), authority: Authority = NOBODY_KNOWN) -> Article:
        begins = [(text.index(words), words, kind, entity) for words, kind, entity in marked]
        mentions = tuple(Mention(Span(begin, begin + len(words)), kind, entity) for begin, words, kind, entity in begins)
        return find_statements(Reading(Article("a", text, mentions=mentions), authority, passages_of(text))).article

    return reader


@pytest.fixture(scope="session")
def rows(read: Read) -> Callable[[str], list[tuple[str | None, str, str]]]:
    """Return a function that reads a text to rows of speaker, cue and content."""

    def lines(text: str) -> list[tuple[str | None, str, str]]:
        article = read(text)
        return [
            (
                (s.speaker.span.of(text) if s.speaker.span else s.speaker.name) if s.speaker else None,
                " ".join(span.of(text) for span in s.cue),
                article.quote(s),
            )
            for s in article.statements
        ]

    return lines
