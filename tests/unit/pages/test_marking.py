import attrs

from kzcorpus import Article, Block, Span, Statement
from kzcorpus.pages.marking import marks, stretches


def test_stretches_are_the_blocks_and_what_stands_between(article: Article) -> None:
    assert [stretch.kind for stretch in stretches(article)] == [
        "comment_form",
        None,
        "headline",
        None,
        "paragraph",
        None,
        "paragraph",
        None,
    ]
    assert "".join(stretch.span.of(article.text) for stretch in stretches(article)) == article.text


def test_pieces_know_their_marks_outermost_first(article: Article) -> None:
    pieces = {
        piece.span.of(article.text): [(mark.role, mark.statement) for mark in piece.marks]
        for stretch in stretches(article)
        for piece in stretch.pieces
    }
    assert pieces["We have"] == pieces["enough"] == [("content", 0)]
    assert pieces["told"] == [("cue", 0)]
    assert pieces["it allegedly rained"] == [("content", 1), ("content", 2)]
    assert pieces["some people"] == [("content", 3), ("content", 1), ("speaker", 2)]
    assert pieces[", "] == [("content", 3)]


def test_only_some_statements(article: Article) -> None:
    assert {mark.statement for mark in marks(article, {"a.1"})} == {0}
    assert list(marks(article, set())) == []


def test_a_content_that_runs_over_blocks_is_in_both() -> None:
    article = Article("a", "one\ntwo", blocks=(Block(Span(0, 3), "heading"), Block(Span(4, 7), "paragraph")))
    article = attrs.evolve(article, statements=(Statement("a.1", (Span(1, 6),)),))
    drawn = [
        (stretch.kind, [(piece.span.of(article.text), len(piece.marks)) for piece in stretch.pieces]) for stretch in stretches(article)
    ]
    assert drawn == [("heading", [("o", 0), ("ne", 1)]), (None, [("\n", 1)]), ("paragraph", [("tw", 1), ("o", 0)])]


def test_an_article_without_text_has_no_stretch() -> None:
    assert list(stretches(Article("a"))) == []
