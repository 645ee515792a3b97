import pytest

from kzcorpus import Article, Block, Span
from kzcorpus.analysis.repetition import near_duplicates

LINE = "Kazakh President {} in an interview with state television that Western sanctions {} put his country between two fires"
WORDS = "the republic will keep its alliance and its trade with all neighbours"
OTHER = "something else was said there about quite other things of the year"


def near(*lines: str) -> list[tuple[str, tuple[Span, ...]]]:
    return [(found.code, found.spans) for found in near_duplicates(Article("a", "\n".join(lines)))]


def codes(*lines: str) -> list[tuple[str, int]]:
    """Return the code of each finding and the number of its spans."""
    return [(code, len(spans)) for code, spans in near(*lines)]


def test_a_line_that_repeats_its_neighbour_is_found_with_both_spans() -> None:
    first, second = LINE.format("Nursultan Nazarbayev says", "have"), LINE.format("Kasym-Jomart Tokayev said", "had")
    assert near("A headline", first, second, OTHER) == [
        ("near-duplicate-paragraphs", (Span(11, 11 + len(first)), Span(12 + len(first), 12 + len(first) + len(second))))
    ]


def test_a_line_between_two_alike_does_not_hide_them() -> None:
    assert codes(WORDS, OTHER, WORDS) == [("near-duplicate-paragraphs", 2)]


def test_lines_far_apart_must_be_nearly_equal() -> None:
    between = ("first other words entirely in this one line", "then more that shares nothing at all", "and one line to end it")
    assert codes(WORDS, *between, WORDS) == [("near-duplicate-paragraphs", 2)]
    assert codes(f"{WORDS} and with all of its friends", *between, f"{WORDS} for one more year, he said") == []


def test_many_that_are_the_same_make_one_finding() -> None:
    [(code, spans)] = near(*[WORDS] * 300)
    assert (code, len(spans)) == ("near-duplicate-paragraphs", 100)


def test_short_lines_may_repeat() -> None:
    assert near("Advertisement here", "Advertisement here") == []
    assert near("Best thing that happened to them", "Worst thing that happened to them") == []


def test_a_sentence_that_comes_again_in_another_paragraph() -> None:
    text = f"Snow fell in the north. T{WORDS[1:]}. Nobody knew.\nThe apples were good. T{WORDS[1:]}. It rained."
    [found] = near_duplicates(Article("a", text))
    assert found.code == "near-duplicate-sentences"
    assert {span.of(text) for span in found.spans} == {f"T{WORDS[1:]}."}


def test_what_the_site_put_around_the_article_may_repeat() -> None:
    blocks = tuple(Block(Span(start, start + len(WORDS)), "site_chrome") for start in (0, len(WORDS) + 1))
    assert list(near_duplicates(Article("a", f"{WORDS}\n{WORDS}", blocks=blocks))) == []


@pytest.mark.parametrize("text", ["", " ", "one", "one two three four five six"])
def test_little_text_repeats_nothing(text: str) -> None:
    assert near(text) == []
