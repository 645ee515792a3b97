import re
from html.parser import HTMLParser

from kzcorpus import Article, Authority, Block, Corpus, Span, Statement, Voice, When
from kzcorpus.pages.notebook import ROW_LIMIT, TEXT_LIMIT, notebook


class Outline(HTMLParser):
    """The text of a page, the elements around each piece, and every attribute; fails where tags do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[tuple[str, tuple[str, ...]]] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append((data, tuple(self.open)))

    @property
    def text(self) -> str:
        return "".join(words for words, around in self.words if "sup" not in around)


def test_an_article_shows_its_text_with_marks(article: Article) -> None:
    outline = Outline(notebook(article))
    assert "According to him, some people claim that it allegedly rained." in outline.text
    assert ("We have", ("div", "div", "p", "mark")) in outline.words
    assert ("it allegedly rained", ("div", "div", "p", "mark", "mark")) in outline.words
    assert ("told", ("div", "div", "p", "span")) in outline.words
    assert ("Harvest is safe", ("div", "div", "h3")) in outline.words
    assert ("title", "[1] Aidar Serikov; direct; “told”; to Dana; on 2022-10") in outline.attributes
    assert ("lang", "en") in outline.attributes


def test_crossing_statements_nest_as_elements(article: Article) -> None:
    around = dict(reversed(Outline(notebook(article)).words))  # the first of each: the table below the text repeats some
    assert around["him"].count("mark") == 1
    assert around["some people"].count("mark") == 2
    assert around[" that "].count("mark") == 1


def test_what_the_site_put_around_is_greyed(article: Article) -> None:
    assert re.search(r'<p dir="auto" title="comment_form" style="opacity:.5[^>]*>Leave a Reply</p>', notebook(article))


def test_nothing_of_the_text_becomes_markup() -> None:
    evil = "<script>alert(1)</script>\"' onload=x &lt; \x00\x1b\u202e"
    article = Article(
        f"a{evil}",
        evil,
        blocks=(Block(Span(0, len(evil)), "headline"),),
        statements=(Statement(evil, (Span(0, 8),), speaker=Voice(name=evil), cue=(Span(0, len(evil)),), said=When("2022")),),
    )
    for value in (article, Corpus(evil, evil, (article,))):
        html = notebook(value)
        assert "<script" not in html
        assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", html)
        outline = Outline(html)
        assert {name for name, _ in outline.attributes} <= {"style", "title", "dir", "lang"}
        assert "<script>alert(1)</script>\"' onload=x &lt; ␀␛<U+202E>" in outline.text


def test_a_corpus_shows_articles_and_speakers(corpus: Corpus) -> None:
    outline = Outline(notebook(corpus))
    cells = [words for words, around in outline.words if around[-1] == "td"]
    assert cells == [
        *("a", "Harvest is safe", "4", "1", "4", "1", "0", "2", "1"),
        *("b", "0", "0", "0", "0", "0", "0", "0"),
        *("Aidar Serikov", "2", "1", "0", "1"),
        *("(no speaker)", "1", "0", "0", "0"),
        *("some people", "1", "0", "0", "1"),
    ]
    assert "2 articles, 4 statements" in outline.text


def test_long_texts_and_tables_end_with_what_is_left_out() -> None:
    line = "x" * 1000
    blocks = tuple(Block(Span(i * 1001, i * 1001 + 1000), "paragraph") for i in range(200))
    long = notebook(Article("a", "\n".join([line] * 200), blocks=blocks))
    assert len(long) < TEXT_LIMIT * 1.5
    assert "more characters" in long
    many = notebook(Corpus("c", articles=tuple(Article(f"a{i}") for i in range(ROW_LIMIT + 7))))
    assert "… and 7 more" in many


def test_the_model_draws_itself(article: Article, corpus: Corpus) -> None:
    assert article._repr_html_() == notebook(article)
    assert corpus._repr_html_() == notebook(corpus)


def test_anything_else_is_its_repr() -> None:
    assert notebook(Authority()) == "<pre>Authority()</pre>"
