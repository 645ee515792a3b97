from kzcorpus import Article, Block, Span
from kzcorpus.analysis.wording import Runs, bag, likeness, paragraphs, words


def test_words_are_compared_without_case() -> None:
    assert words("He SAID so.") == ["he", "said", "so"]
    assert likeness(bag("he said so"), bag("He SAID so!")) == 1


def test_nothing_is_like_nothing() -> None:
    assert likeness(bag(""), bag("")) == 0


def test_paragraphs_are_what_the_article_wrote() -> None:
    text = "Menu\nHe left."
    blocks = (Block(Span(0, 4), "navigation"), Block(Span(5, 13), "paragraph"))
    assert [span.of(text) for span in paragraphs(Article("a", text, blocks=blocks))] == ["He left."]
    assert [span.of(text) for span in paragraphs(Article("a", text))] == ["Menu", "He left."]


def test_texts_are_found_by_the_runs_they_share() -> None:
    known: Runs[str] = Runs(2)
    known.add("first", ["a", "b", "c", "d"])
    known.add("second", ["c", "d", "e"])
    assert known.alike(["x", "a", "b", "c"]) == ["first"]
    assert known.alike(["c", "d", "e", "f"]) == ["second", "first"]
    assert known.alike(["a"]) == []


def test_a_run_that_all_share_is_remembered_for_a_few_only() -> None:
    known: Runs[int] = Runs(2)
    for number in range(1000):
        known.add(number, ["a", "b"])
    assert len(known.alike(["a", "b"])) <= 4
