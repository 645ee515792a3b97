"""Read a few sentences, one paragraph a line, without layout and mentions: what the tables of these tests start from."""

from collections.abc import Callable, Sequence

import pytest

from kzcorpus.model.articles import Article, Block, Mention, MentionType
from kzcorpus.model.authorities import Authority
from kzcorpus.model.spans import Span
from kzcorpus.read.quotes import quotations
from kzcorpus.read.sentences import sentences
from kzcorpus.read.stages import Passage, Reading
from kzcorpus.read.statements import find_statements

NOBODY_KNOWN = Authority()
Read = Callable[..., Article]


def passages_of(text: str) -> tuple[Passage, ...]:
    """Make a passage of every line."""
    out, begin = [], 0
    for line in text.split("\n"):
        span = Span(begin, begin + len(line))
        if line.strip():
            out.append(Passage(Block(span, "paragraph"), sentences(text, span), quotations(text, span)))
        begin = span.end + 1
    return tuple(out)


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
