import pytest

from kzcorpus.model.spans import Span
from kzcorpus.read.statements.phrases import has_finite_verb, noun_phrase_end, noun_phrase_start, time_end
from kzcorpus.read.words import Words, words_of


def words(text: str) -> Words:
    span = Span(0, len(text))
    return words_of(text, span, (span,), ())


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("On Tuesday the Kazakh foreign minister | said", "the Kazakh foreign minister"),
        ("But a spokesman for the ministry of energy | said", "a spokesman for the ministry of energy"),
        ("In an interview Tokayev | said", "Tokayev"),
        ("Foreign Minister of the Republic Mukhtar Tleuberdi | said", "Foreign Minister of the Republic Mukhtar Tleuberdi"),
        ("They know that he | said", "he"),
        ("Russia and Kazakhstan | said", "Russia and Kazakhstan"),
        ("Sen. Jane Doe (D-Wash.) | said", "Sen. Jane Doe (D-Wash.)"),
    ],
)
def test_noun_phrase_to_the_left(text: str, phrase: str) -> None:
    found = words(text.replace(" |", ""))
    last = len(found) - 2
    assert found.span(noun_phrase_start(found, last, 0), last + 1).of(found.text) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Dmitry Peskov, who left", "Dmitry Peskov"),
        ("the head of the union of writers on Friday", "the head of the union of writers"),
        ("Mr. Fox (D-Pa.) about it", "Mr. Fox (D-Pa.)"),
        ("Mr. Fox ( quote by a paper)", "Mr. Fox"),
        ("a public meeting in Turkestan.", "a public meeting in Turkestan"),
    ],
)
def test_noun_phrase_to_the_right(text: str, phrase: str) -> None:
    found = words(text)
    assert found.span(0, noun_phrase_end(found, 0, len(found))).of(text) == phrase


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("on Friday that", "on Friday"),
        ("late last week he", "late last week"),
        ("on October 14, 2022, that", "on October 14, 2022"),
        ("that on", ""),
    ],
)
def test_time_adverbials(text: str, time: str) -> None:
    found = words(text)
    end = time_end(found, 0, len(found))
    assert (found.span(0, end).of(text) if end else "") == time


def test_finite_verbs() -> None:
    found = words("the plan to leave soon was dropped")
    assert not has_finite_verb(found, 0, 2)
    assert has_finite_verb(found, 0, len(found))
