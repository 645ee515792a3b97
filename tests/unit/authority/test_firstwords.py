import pytest

from kzcorpus.authority.firstwords import FirstWords
from kzcorpus.authority.lettering import SPACE


def whole(words: FirstWords, text: str, *, automaton: bool) -> list[tuple[str, ...]]:
    letters, _ = words.read(f"{text} ")
    if automaton and words.automaton is None:
        pytest.skip("needs the fast extra")
    found = words.automaton(letters) if automaton and words.automaton else words.by_patterns(letters)
    places = [(words.alike[number], begin, after - 1) for number, begin, after in found if letters[begin - 1 : begin] in {b"", SPACE}]
    return [alike for alike, begin, end in places if text[begin:end] in alike]


@pytest.fixture(params=[False, True], ids=["patterns", "automaton"])
def automaton(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_words_are_found_one_after_the_other(automaton: bool) -> None:  # noqa: FBT001 -- a fixture
    words = FirstWords(["Astana", "el", "24", "Тоқаев", "国"])
    assert whole(words, "el Astana el, 24 Тоқаев—国", automaton=automaton) == [("el",), ("Astana",), ("el",), ("24",), ("Тоқаев",), ("国",)]


def test_parts_of_words_are_none(automaton: bool) -> None:  # noqa: FBT001 -- a fixture
    words = FirstWords(["Al", "el", "24"])
    letters, _ = words.read("Ala Alel PAL _Al 241 Al_ ")
    assert words.by_patterns(letters) == []
    assert whole(words, "Alma model Al", automaton=automaton) == [("Al",)]


def test_words_that_share_bytes_have_one_number(automaton: bool) -> None:  # noqa: FBT001 -- a fixture
    words = FirstWords([chr(letter) for letter in range(ord("А"), ord("я") + 1)])
    assert sorted(word for alike in words.alike for word in alike) == [chr(letter) for letter in range(ord("А"), ord("я") + 1)]
    assert len(words.alike) < 64
    assert [("Я" in alike, "я" in alike) for alike in whole(words, "Я я", automaton=automaton)] == [(True, False), (False, True)]


def test_no_words_are_nowhere(automaton: bool) -> None:  # noqa: FBT001 -- a fixture
    assert whole(FirstWords([]), "Astana", automaton=automaton) == []
