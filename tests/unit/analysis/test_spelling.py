import pytest

import kzcorpus as kz
from kzcorpus.analysis.sounds import distance, near, sound
from kzcorpus.analysis.spelling import misspelled_names

_LEAD = "The ministers of the two countries met on Friday and talked about the harvest of the year for the whole of the day.\n"


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    corpus = kz.assemble([kz.read_text(_LEAD + text, id="a")], id="c")
    return [(found.code, tuple(span.of(_LEAD + text) for span in found.spans)) for found in misspelled_names(corpus)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("President Kassym-Jomart Tokayev left. Tokajev was tired, he said.", ("Tokayev", "Tokajev")),
        ("Kasym-Jomart Tokayev left, and Kassym-Jomart Tokayev came.", ("Kasym", "Kassym")),
        ("Saule Omarova, who leads the council, left. Omerova said so.", ("Omarova", "Omerova")),
        ("Aidar Serikov left, a friend said, and Aidar Serykov came.", ("Serikov", "Serykov")),
        ("Berik Dosmagambetov slept. Dosmagombetov was tired.", ("Dosmagambetov", "Dosmagombetov")),
    ],
)
def test_two_spellings_in_one_article(text: str, words: tuple[str, ...]) -> None:
    assert told(text) == [("name-spelled-two-ways", words)]


@pytest.mark.parametrize("text", ["US Secretary of State Anthony Blinken left.", "Antony Blinkin left, a friend said."])
def test_a_spelling_that_the_authority_does_not_have(text: str) -> None:
    assert [code for code, _ in told(text)] == ["name-unlike-authority"]


@pytest.mark.parametrize(
    "text",
    [
        "President Kasym-Jomart Tokayev left, and Tokayev was tired.",
        "Nursultan Nazarbayev and Dariga Nazarbayeva left. Nazarbayev was tired.",
        "Aidar Serikov and Saule Serikova left. Serikova was tired.",
        "John Brown met Clark Browne. Browne said so.",
        "The Serikovs left. Aidar Serikov’s friend said so.",
        "US Secretary of State Tony Blinken left, and so did Antony Blinken.",
    ],
)
def test_names_that_are_sound(text: str) -> None:
    assert told(text) == []


def test_letters_and_sounds() -> None:
    assert distance("abc", "abc") == 0
    assert distance("abcd", "abdc") == 1
    assert distance("a", "abcd") == 3
    assert sound("Zhomart") == sound("Jomart")
    assert sound("Sergei") == sound("Sergey")
    assert not near("alex", "alexander")
    assert not near("kerry", "kelly")
