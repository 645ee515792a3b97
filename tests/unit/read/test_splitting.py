import pytest

from kzcorpus.model.spans import Span
from kzcorpus.read.splitting import Split, split


def words(text: str, *stops: int) -> Split:
    return split(text, Span(0, len(text)), stops)


def test_parallel_lists() -> None:
    found = words("Ada said no. He left.", 12)
    assert found.surfaces == ["Ada", "said", "no", ".", "He", "left", "."]
    assert found.lows == ["ada", "said", "no", ".", "he", "left", "."]
    assert found.starts == [0, 4, 9, 11, 13, 16, 20]
    assert found.ends == [3, 8, 11, 12, 15, 20, 21]
    assert found.tags == "UVD.SV."
    assert found.capitals == [0, 4]
    assert found.sentence == [0, 0, 0, 0, 1, 1, 1]


def test_the_point_of_an_abbreviation_is_its_own() -> None:
    found = words("Sen. Smith met Gov. Lee.")
    assert found.surfaces == ["Sen.", "Smith", "met", "Gov.", "Lee", "."]
    assert found.lows == ["sen", "smith", "met", "gov", "lee", "."]
    assert found.capitals == [0, 1, 3, 4]


@pytest.mark.parametrize(("stops", "surfaces"), [((), ["end.The", "talks"]), ((4,), ["end", ".", "The", "talks"])])
def test_no_word_goes_on_over_the_end_of_a_sentence(stops: tuple[int, ...], surfaces: list[str]) -> None:
    assert words("end.The talks", *stops).surfaces == surfaces


def test_white_space_of_any_kind_parts_words() -> None:
    assert words(" a \u00a0\n\n b\tc ").surfaces == ["a", "b", "c"]


def test_a_headline_is_known_by_its_capitals() -> None:
    assert words("Minister Says Talks Will Continue").tags[1] == "V"
    assert words("We met Mary Says in town").tags[3] == "U"


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_nothing(text: str) -> None:
    assert words(text) == ([], [], [], [], "", [], [], [], [0, 0])
