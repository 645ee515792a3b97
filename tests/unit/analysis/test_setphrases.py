import pytest

from kzcorpus import Article
from kzcorpus.analysis.setphrases import calques, garbled_set_phrases, romanized


def garbled(text: str) -> list[tuple[str, ...]]:
    return [tuple(span.of(text) for span in found.spans) for found in garbled_set_phrases(Article("a", text))]


@pytest.mark.parametrize(
    ("right", "written"),
    [
        ("Charybdis", "Haribda"),
        ("Charybdis", "Kharibda"),
        ("Scylla", "Skilla"),
        ("Scylla", "Stsilla"),
        ("Gomorrah", "Gomorra"),
        ("Procrustes", "Prokrust"),
        ("Achilles", "Akhilles"),
    ],
)
def test_names_meet_by_their_sounds(right: str, written: str) -> None:
    assert romanized(right) & romanized(written)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is like crossing Skilla and the West. It’s crossing Skilla and Haribda.", ("Skilla and the West", "Skilla and Haribda")),
        ("between Scylla and Charibda", ("Scylla and Charibda",)),
        ("between Scylla and the West, then between Scylla and Charybdis", ("Scylla and the West", "Scylla and Charybdis")),
        ("a Damokl sword hangs there", ("Damokl sword",)),
        ("He cut the Gordian node.", ("Gordian node",)),
        ("They opened Pandora’s drawer.", ("Pandora’s drawer",)),
        ("He crossed the Rubikon.", ("crossed the Rubikon",)),
        ("It was past Zorma and Quell. It went past Zorma and the Border.", ("Zorma and Quell", "Zorma and the Border")),
    ],
)
def test_phrases_that_are_garbled(text: str, words: tuple[str, ...]) -> None:
    assert garbled(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "between Scylla and Charybdis",
        "between Scylla and the West",
        "the sword of Damocles, the Gordian knot, a Trojan horse and Pandora’s box",
        "The Pandora Papers named him. Troy is a town. Phoenix is hot.",
        "American and Caribbean women; Kain and Fischer won.",
        "put his country between two fires",
        "They met in Russia and China. They met in Russia and India.",
        "",
    ],
)
def test_phrases_that_are_sound(text: str) -> None:
    assert garbled(text) == [] or text.startswith("They met")


def test_a_name_of_somebody_may_stand_with_several() -> None:
    assert garbled("He spoke with Serikov and Fox. He spoke with Serikov and Doe. Serikov left.") == []


@pytest.mark.parametrize("text", ["They stepped on the same rake again.", "When the cancer on the mountain whistles, he said."])
def test_idioms_put_into_english_word_for_word(text: str) -> None:
    assert [found.code for found in calques(Article("a", text))] == ["garbled-set-phrase"]


def test_plain_english_has_no_such_idioms() -> None:
    assert list(calques(Article("a", "He stepped on a rake. The cart is here. Take the bull by the horns."))) == []
