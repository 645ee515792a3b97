import re

from kzcorpus import Article, Authority, Block, Span, Statement
from kzcorpus.pages.terminal import terminal

EXPECTED = """\
a, 2022-10-14, en

Leave a Reply

Harvest is safe

“[1|We have|1],” Serikov told her, “[1|enough|1].”

According to [4|him, [2|some people|4] claim that [3|it allegedly rained|3]|2].

[1] Aidar Serikov, direct, “told”; to Dana; on 2022-10 (a.1)
[2] Aidar Serikov, indirect, “According to”; via The Press (a.2)
[3] some people, indirect, “claim”; negative; hedged “allegedly”; within [2]; at a
    meeting (a.3)
[4] (no speaker), mode unknown (a.4)
"""


def test_statements_are_marked_and_listed(article: Article, authority: Authority) -> None:
    assert terminal(article, authority) == EXPECTED


def test_colour_adds_nothing_but_colour(article: Article, authority: Authority) -> None:
    painted = terminal(article, authority, colour=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == EXPECTED
    assert "\x1b[1mHarvest is safe\x1b[0m" in painted
    assert "\x1b[2mLeave a Reply\x1b[0m" in painted
    assert "\x1b[32mWe have\x1b[0m" in painted
    assert "\x1b[4mtold\x1b[0m" in painted


def test_one_statement_with_the_block_it_stands_in(article: Article) -> None:
    shown = terminal(article, only=frozenset(["a.1"]))
    assert "[1|We have|1]" in shown
    assert "Harvest" not in shown
    assert "[2" not in shown


def test_lines_keep_to_the_width(article: Article) -> None:
    assert max(map(len, terminal(article, columns=40).splitlines())) <= 40
    assert "allegedly" in terminal(article, columns=0)


def test_an_escape_sequence_in_the_text_is_shown_not_obeyed() -> None:
    evil = Article("a\x1b[2J", "\x1b]0;pwned\x07He \u202eleft.\r\x9b2J", statements=(Statement("a.\x1b1", (Span(10, 12),)),))
    for colour in (False, True):
        shown = re.sub(r"\x1b\[[\d;]*m", "", terminal(evil, colour=colour))
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
    assert "␛]0;pwned␇" in shown


def test_an_article_without_statements_says_so() -> None:
    assert terminal(Article("a", "One line.")) == "a\n\nOne line.\n\nno statements\n"
    assert terminal(Article("a")) == "a\n\n\nno statements\n"


def test_an_empty_content_has_its_place() -> None:
    article = Article("a", "ab", blocks=(Block(Span(0, 2), "paragraph"),), statements=(Statement("a.1", (Span(1, 1),)),))
    assert "a[1||1]b" in terminal(article)
