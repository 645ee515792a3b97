import pytest

from kzcorpus.model.articles import Article, Block
from kzcorpus.model.spans import Span
from kzcorpus.read.quotes import quotations
from kzcorpus.read.sentences import sentences
from kzcorpus.read.stages import Passage, Reading
from kzcorpus.read.words import Words, split_words, words_in, words_of


def words(text: str) -> Words:
    span = Span(0, len(text))
    return words_of(text, span, sentences(text, span), quotations(text, span))


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("Mr. Blinken's 1,237 aides didn't go.", ["mr", "blinken", "'s", "1,237", "aides", "didn't", "go", "."]),
        (
            "They’ll meet nur.kz at 10:30 -- in the U.S. capital.",
            ["they", "’ll", "meet", "nur.kz", "at", "10", ":", "30", "--", "in", "the", "u.s", "capital", "."],
        ),
        ("“Yes,” O'Brien said", ["“", "yes", ",", "”", "o'brien", "said"]),
    ],
)
def test_splitting(text: str, lows: list[str]) -> None:
    assert words(text).lows == lows


def test_classes() -> None:
    text = "The minister said some of them denied it, but the claims that he lied were later repeated by Trump."
    assert words(text).tags == "DKVDPOES,CDKTSEXAEPU."


def test_some_say_is_a_subject_and_a_verb() -> None:
    assert words("Some say it works.").tags == "SvSV."


def test_the_full_stop_of_an_abbreviation_belongs_to_it() -> None:
    text = "Sen. Smith left Washington, D.C. for good."
    found = words(text)
    assert found.span(0, 1).of(text) == "Sen."
    assert found.tags[-1] == "."


def test_a_quotation_of_several_sentences_is_one_frame_with_its_tag() -> None:
    text = '"Are you sure? We are late!" Mr. Fox asked. Then he left.'
    found = words(text)
    assert [found.frame[found.lows.index(word)] for word in ("sure", "late", "asked", "then")] == [0, 0, 0, 1]
    assert len({*found.sentence}) > 2
    assert [found.frame_bounds(i) for i in (0, len(found) - 1)] == [(0, found.frame.index(1)), (found.frame.index(1), len(found))]


def test_words_are_split_once() -> None:
    text = "He said “no”."
    passage = Passage(Block(Span(0, len(text)), "paragraph"), (Span(0, len(text)),), quotations(text, Span(0, len(text))))
    reading = split_words(Reading(Article("a", text), passages=(passage,)))
    assert words_in(text, reading.passages[0]) is reading.passages[0].words
    assert words_in(text, passage).lows == words_in(text, reading.passages[0]).lows
    assert reading.passages == (passage,)


def test_empty() -> None:
    found = words_of("", Span(0, 0), (), ())
    assert len(found) == 0
    assert found.tags == ""
