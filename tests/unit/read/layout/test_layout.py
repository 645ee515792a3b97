import attrs
import pytest

from kzcorpus.model.articles import Article, Block
from kzcorpus.model.findings import Finding
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Voice
from kzcorpus.read.layout import lay_out
from kzcorpus.read.stages import Reading

TEXT = """Politics

Talks on water end

By Ada Quiroz | Last updated: 21:07 EET

ASTANA, October 14 (Corvane) – The ministry said on Friday that nobody had asked for water. It would not say why.

Nobody in the town had seen the letter, which was sent in March, until it was read out.

Leave a Reply
"""


def laid(text: str) -> Reading:
    return lay_out(Reading(Article("a", text)))


def test_blocks_of_an_article() -> None:
    article = laid(TEXT).article
    assert [(block.kind, block.span.of(TEXT)[:29]) for block in article.blocks] == [
        ("category", "Politics"),
        ("headline", "Talks on water end"),
        ("byline", "By Ada Quiroz"),
        ("site_chrome", "| Last updated: 21:07 EET"),
        ("dateline", "ASTANA, October 14 (Corvane)"),
        ("paragraph", "The ministry said on Friday t"),
        ("paragraph", "Nobody in the town had seen t"),
        ("comment_form", "Leave a Reply"),
    ] or article.blocks[4].span.of(TEXT) == "ASTANA, October 14 (Corvane) –"


def test_dateline_and_bylines() -> None:
    article = laid(TEXT).article
    assert article.dateline is not None
    assert article.dateline.span.of(TEXT) == "ASTANA, October 14 (Corvane) –"
    assert article.dateline.when is not None
    assert article.dateline.when.edtf == "XXXX-10-14"
    start = TEXT.index("Ada Quiroz")
    assert article.bylines == (Voice(name="Ada Quiroz", span=Span(start, start + 10), kind="named"),)


def test_passages_are_what_the_article_says_itself() -> None:
    passages = laid(TEXT).passages
    assert [passage.block.kind for passage in passages] == ["headline", "paragraph", "paragraph"]
    assert [span.of(TEXT) for span in passages[1].sentences] == [
        "The ministry said on Friday that nobody had asked for water.",
        "It would not say why.",
    ]


def test_a_garbled_dateline_is_a_finding() -> None:
    article = laid("Talks end\n\nASTANA (22/10 – 40).\n\nThe ministry said that nobody had asked for the water.").article
    assert article.dateline is not None
    assert article.dateline.when is None
    assert [finding.code for finding in article.findings] == ["date-garbled"]


def test_what_the_article_already_has_is_kept_and_findings_come_once() -> None:
    before = Article("a", "Talks end\n\nASTANA (22/10 – 40).\n\nNobody had asked for the water of the river.", findings=(Finding("x"),))
    once = lay_out(Reading(before))
    assert lay_out(once) == once
    assert [finding.code for finding in once.article.findings] == ["x", "date-garbled"]
    assert attrs.evolve(once.article, blocks=(), dateline=None, findings=before.findings) == before


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", []),
        (" \t\r\n", []),
        ("a", [(0, 1)]),
        (" a \n\u00a0\n", [(1, 2), (4, 5)]),
        ("a\rb\r\nc", [(0, 1), (2, 3), (5, 6)]),
        ("a\u2028b\x00c\x0b", [(0, 6)]),
        ("\ufeff", [(0, 1)]),
    ],
)
def test_every_character_but_four_is_in_a_block(text: str, spans: list[tuple[int, int]]) -> None:
    assert [block.span for block in laid(text).article.blocks] == [Span(*span) for span in spans]


def test_a_line_without_words_is_the_sites() -> None:
    assert laid("\u00a0").article.blocks == (Block(Span(0, 1), "site_chrome"),)


def test_the_findings_of_other_stages_do_not_matter() -> None:
    assert laid(TEXT) == laid(TEXT)
