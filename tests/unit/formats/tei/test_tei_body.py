from typing import Any

import pytest
from lxml import etree

from kzcorpus.formats.tei.body import divisions, read_body, write_body
from kzcorpus.formats.tei.ledger import Ledger
from kzcorpus.formats.tei.vocabulary import NAMESPACE, shown
from kzcorpus.model.articles import Article, Block
from kzcorpus.model.spans import Span


def layout(*kinds: Any) -> Any:
    return tuple(Block(Span(index, index + 1), kind) for index, kind in enumerate(kinds))


def body(article: Any) -> Any:
    return etree.fromstring(write_body(article).replace("<body", f'<body xmlns="{NAMESPACE}"', 1).encode())


@pytest.mark.parametrize(
    ("kinds", "zones"),
    [
        (("headline", "deck", "byline", "dateline", "paragraph"), ("article", None, None, None, "article")),
        (("headline", "byline", "dateline", "deck"), ("article", None, None, None)),
        (("headline", "heading"), ("article", None)),
        (("paragraph", "heading", "paragraph"), ("article", "article", None)),
        (("paragraph", "byline", "dateline", "byline"), ("article", None, None, None)),
        (("paragraph", "byline", "heading"), ("article", None, "article")),
        (("byline", "paragraph"), ("article", None)),
        (("navigation", "site_chrome", "headline", "paragraph", "category"), ("boilerplate", None, "article", None, "boilerplate")),
    ],
)
def test_divisions_open_where_tei_needs_them(kinds: Any, zones: Any) -> None:
    assert tuple(divisions(layout(*kinds))) == zones


def test_white_space_between_blocks_stands_between_elements() -> None:
    article = Article(
        "a", "\r\nH\n\nP\t\nC \n", blocks=(Block(Span(2, 3), "headline"), Block(Span(5, 6), "paragraph"), Block(Span(8, 9), "category"))
    )
    top, bottom = '<head ana="#_block.headline">H</head>\n\n<p>P</p>', '<ab type="category">C</ab>'
    expected = f'&#13;\n<div type="article">{top}</div>\t\n<div type="boilerplate">{bottom}</div> \n</body>'
    assert write_body(article).partition(">")[2] == expected
    assert read_body(body(article), Ledger(patient=False)) == (article.text, article.blocks)


@pytest.mark.parametrize("text", ["", " ", "\r", "\x00\ufffd\x0b", "a\r\nb \u00a0\u2028\x85", "<&>]]>", "\ufeff"])
def test_an_article_that_is_not_read_yet_keeps_its_text(text: str) -> None:
    found = body(Article("a", text))
    assert "".join(found.itertext()) == shown(text)
    assert read_body(found, Ledger(patient=False)) == (text, ())


def test_empty_blocks_are_kept() -> None:
    article = Article("a", "ab", blocks=(Block(Span(0, 0), "headline"), Block(Span(0, 2), "paragraph"), Block(Span(2, 2), "caption")))
    assert read_body(body(article), Ledger(patient=False)) == ("ab", article.blocks)


def test_inline_markup_says_nothing_about_text_and_blocks() -> None:
    inside = 'a<said>b<g ref="char:000B">&#xFFFD;</g></said>\ufffd<g ref="char:FFFF">&#xFFFD;</g>c'
    xml = f'<body xmlns="{NAMESPACE}"><div><p>{inside}</p></div></body>'
    text, blocks = read_body(etree.fromstring(xml), Ledger(patient=False))
    assert text == "ab\x0b\ufffd\uffffc"
    assert blocks == (Block(Span(0, 6), "paragraph"),)
