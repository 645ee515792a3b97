"""A corpus made by hand: nested, interrupted and crossing statements, blocks of several kinds, a speaker the authority knows."""

from typing import TYPE_CHECKING

import pytest

from kzcorpus import (
    Actor,
    Article,
    Authority,
    Block,
    Corpus,
    Finding,
    Mention,
    Name,
    Setting,
    Span,
    Statement,
    Voice,
    When,
)

if TYPE_CHECKING:
    from kzcorpus.model.articles import BlockKind

CHROME = "Leave a Reply"
TITLE = "Harvest is safe"
FIRST = "“We have,” Serikov told her, “enough.”"
SECOND = "According to him, some people claim that it allegedly rained."
TEXT = f"{CHROME}\n\n{TITLE}\n\n{FIRST}\n{SECOND}\n"


def at(words: str, start: int = 0) -> Span:
    begin = TEXT.index(words, start)
    return Span(begin, begin + len(words))


def _blocks() -> tuple[Block, ...]:
    kinds: dict[str, BlockKind] = {CHROME: "comment_form", TITLE: "headline", FIRST: "paragraph", SECOND: "paragraph"}
    return tuple(Block(at(words), kind) for words, kind in kinds.items())


def _statements() -> tuple[Statement, ...]:
    serikov = Voice("serikov", "Aidar Serikov", at("Serikov"), "named")
    outer = at("some people claim that it allegedly rained")
    return (
        Statement(
            "a.1",
            (at("We have"), at("enough")),
            "direct",
            serikov,
            (at("told"),),
            addressees=(Voice(name="Dana", span=at("her")),),
            said=When("2022-10"),
        ),
        Statement(
            "a.2",
            (outer,),
            "indirect",
            Voice("serikov", span=at("him"), kind="pronoun"),
            (at("According to"),),
            via=(Voice(name="The Press"),),
        ),
        Statement(
            "a.3",
            (at("it allegedly rained"),),
            "indirect",
            Voice(span=at("some people"), kind="collective"),
            (at("claim"),),
            polarity="negative",
            hedges=(at("allegedly"),),
            within="a.2",
            occasion=Setting(name="a meeting"),
        ),
        Statement("a.4", (Span(at("him").start, at("people").end),)),
    )


@pytest.fixture
def article() -> Article:
    return Article(
        "a",
        TEXT,
        language="en",
        published=When("2022-10-14"),
        blocks=_blocks(),
        mentions=(Mention(at("Serikov"), "person", "serikov"),),
        statements=_statements(),
        findings=(Finding("odd"),),
    )


@pytest.fixture
def authority() -> Authority:
    return Authority(actors=(Actor("serikov", (Name("Aidar Serikov"), Name("Айдар Серіков")), "person"),))


@pytest.fixture
def corpus(article: Article, authority: Authority) -> Corpus:
    return Corpus("harvest", "The harvest", (article, Article("b", "One line.")), authority)
