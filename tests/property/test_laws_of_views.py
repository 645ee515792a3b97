"""Laws of the views: whatever a corpus holds, pieces tile the text, pages are well-formed, and nothing of the text steers what shows it."""

import re
from collections import Counter
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from kzcorpus import Article, Corpus
from kzcorpus.pages.marking import Mark, marks, stretches
from kzcorpus.pages.notebook import notebook
from kzcorpus.pages.styled import Run, paint, width, wrap
from kzcorpus.pages.tallies import article_tallies, speaker_tallies
from kzcorpus.pages.terminal import terminal
from kzcorpus.pages.visible import one_line, visible
from kzcorpus.strategies import articles, corpora, texts

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
PAINT = re.compile(r"\x1b\[[\d;]*m")


class Nesting(HTMLParser):
    """Fails where elements do not nest, or one is there that no view writes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"div", "p", "h3", "h4", "mark", "span", "sup", "strong", "em", "pre", "table", "thead", "tbody", "tr", "td", "th"}
        assert {name for name, _ in attrs} <= {"style", "title", "dir", "lang"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(articles())
def test_stretches_and_pieces_tile_the_text(article: Article) -> None:
    pieces = [piece for stretch in stretches(article) for piece in stretch.pieces]
    assert "".join(piece.span.of(article.text) for piece in pieces) == article.text
    assert [stretch.kind for stretch in stretches(article) if stretch.kind and len(stretch.span)] == [
        block.kind for block in article.blocks if len(block.span)
    ]


@given(articles())
def test_every_mark_is_drawn_over_its_whole_span(article: Article) -> None:
    drawn: Counter[Mark] = Counter()
    expected: Counter[Mark] = Counter()
    for stretch in stretches(article):
        for piece in stretch.pieces:
            for mark in piece.marks:
                assert mark.span.covers(piece.span)
                drawn[mark] += len(piece.span)
    for mark in marks(article):
        expected[mark] += len(mark.span)  # two equal marks are drawn twice
    assert drawn == expected


@given(articles(), st.integers(0, 120), st.booleans())
def test_a_terminal_is_never_steered(article: Article, columns: int, colour: bool) -> None:  # noqa: FBT001
    shown = PAINT.sub("", terminal(article, columns=columns, colour=colour))
    assert not STEERING.search(shown)
    assert shown == terminal(article, columns=columns)


@given(corpora())
def test_notebook_pages_nest_and_hold_nothing_else(corpus: Corpus) -> None:
    for value in (corpus, *corpus.articles):
        html = notebook(value)
        assert not STEERING.search(html)
        Nesting(html)


@given(corpora())
def test_tallies_add_up(corpus: Corpus) -> None:
    number = sum(1 for _ in corpus.statements())
    assert sum(tally.statements.all for tally in article_tallies(corpus)) == number
    assert sum(tally.statements.all for tally in speaker_tallies(corpus)) == number
    counted = [tally.statements for tally in article_tallies(corpus)] + [tally.statements for tally in speaker_tallies(corpus)]
    assert all(sum(modes[1:]) <= modes.all for modes in counted)


@given(texts())
def test_visible_is_idempotent_and_keeps_what_has_a_shape(text: str) -> None:
    assert not STEERING.search(visible(text))
    assert visible(visible(text)) == visible(text)
    assert "\n" not in one_line(text)
    assert one_line(one_line(text)) == one_line(text)


@given(st.lists(st.tuples(st.text("ab 京\n\t", max_size=12), st.sampled_from([(), ("1",)]))), st.integers(1, 30))
def test_wrapping_keeps_the_words_and_the_width(pieces: list[tuple[str, tuple[str, ...]]], columns: int) -> None:
    runs = [Run(*piece) for piece in pieces]
    lines = [paint(line, colour=False) for line in wrap(runs, columns)]
    words = "".join(run.text for run in runs).split()
    assert " ".join(lines).split() == words
    assert all(width(line) <= columns or len(line.split()) == 1 for line in lines)
