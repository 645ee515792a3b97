"""The thirty clean articles are all used, and each planter changes what it says and nothing else; the library is not called here."""

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

HERE = Path(__file__).parent

if TYPE_CHECKING:
    from tests.clean import planting
else:
    _spec = importlib.util.spec_from_file_location("clean_planting", HERE / "planting.py")
    planting = importlib.util.module_from_spec(_spec)
    sys.modules[_spec.name] = planting
    _spec.loader.exec_module(planting)

ARTICLES = planting.articles()
BY_FILE = {article.file: article for article in ARTICLES}
COPIES = planting.copies()
WITHHELD = {"publication_withheld", "outlet_withheld"}


def test_thirty_articles_are_listed_and_each_is_planted_in_twice() -> None:
    files = sorted(path.name for path in HERE.glob("*.txt"))
    assert len(files) == 30
    assert [article.file for article in ARTICLES] == files
    assert sorted(planting.ROUNDS) == files
    assert Counter(copy.file for copy in COPIES) == dict.fromkeys(files, 2)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.file)
def test_an_article_is_of_middle_length_and_plain(article: "planting.Article") -> None:
    assert 150 <= len(article.text.split()) <= 500
    assert article.text == article.text.strip() + "\n"
    assert not set(article.text) & set("\r\t\u200b\u202e\ufffd\ufeff")


def test_every_kind_comes_up_in_the_first_round_and_twice_in_both() -> None:
    assert set(planting.PLANTERS) == set(planting.EXPECTED_KINDS)
    assert {copy.kind for copy in COPIES[:30]} == set(planting.EXPECTED_KINDS)
    assert min(Counter(copy.kind for copy in COPIES).values()) >= 2


def test_planting_is_deterministic() -> None:
    assert planting.copies() == COPIES
    assert planting.copies(2) == planting.copies(2) != COPIES


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_copy_is_the_clean_text_but_for_the_place_it_tells(seed: int) -> None:
    for copy in planting.copies(seed):
        clean = BY_FILE[copy.file]
        assert copy.text[: copy.start] + copy.was + copy.text[copy.end :] == clean.text
        assert (copy.words != copy.was) == (copy.kind not in WITHHELD)
        assert copy.published == (None if copy.kind == "publication_withheld" else clean.published)
        assert copy.outlet == (None if copy.kind == "outlet_withheld" else clean.outlet)


@pytest.mark.parametrize("kind", planting.EXPECTED_KINDS)
def test_a_planter_plants_its_kind_or_says_that_it_cannot(kind: str) -> None:
    planted = 0
    for article in ARTICLES:
        try:
            copy = planting.PLANTERS[kind](article, Random(article.file))  # noqa: S311 -- no secret
        except planting.NotApplicableError:
            continue
        planted += 1
        assert copy.kind == kind
        assert copy.text[: copy.start] + copy.was + copy.text[copy.end :] == article.text
    assert planted >= 2


def test_the_marks_planted_are_one_too_few_or_stand_at_the_outer_level() -> None:
    for copy in COPIES:
        if copy.kind == "closing_quote_removed":
            assert copy.words == copy.was[:-1]
        elif copy.kind == "opening_quote_removed":
            assert copy.words == copy.was[1:]
        elif copy.kind == "quote_doubled_inside":
            assert (copy.words[0], copy.words[-1]) == planting.outer_marks(BY_FILE[copy.file].text)


def test_a_character_planted_is_the_one_named() -> None:
    marks = {"replacement_char": "\ufffd", "zero_width": "\u200b", "bidi_override": "\u202e", "mixed_line_ends": "\r"}
    for copy in COPIES:
        if copy.kind in marks:
            assert copy.text.count(marks[copy.kind]) == copy.words.count(marks[copy.kind]) == 1
        elif copy.kind == "mojibake":
            assert copy.words.encode("latin-1", "ignore") != copy.words.encode()
            assert len(copy.words) == len(copy.was.encode())


def test_a_repeated_paragraph_differs_in_two_words() -> None:
    for copy in COPIES:
        if copy.kind == "paragraph_duplicated":
            words = copy.words.split()
            near = [line.split() for line in BY_FILE[copy.file].text.split("\n") if len(line.split()) == len(words)]
            assert 2 in [sum(one != other for one, other in zip(words, line, strict=True)) for line in near]
