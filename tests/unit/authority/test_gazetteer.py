import pytest

from kzcorpus.authority.gazetteer import Gazetteer


def scan(names: list[str], text: str) -> list[tuple[str, ...]]:
    return [(text[hit.start : hit.end], *hit.ids) for hit in Gazetteer((name, name.lower()) for name in names).scan(text)]


def test_the_longest_name_at_a_place_is_found() -> None:
    assert scan(["Kazakhstan", "Kazakhstan Temir Zholy", "Temir"], "Kazakhstan Temir Zholy and Kazakhstan Temir") == [
        ("Kazakhstan Temir Zholy", "kazakhstan temir zholy"),
        ("Kazakhstan", "kazakhstan"),
        ("Temir", "temir"),
    ]


@pytest.mark.parametrize("text", ["Astanas", "preAstana", "Astana2", "_Astana", "ASTANAS"])
def test_a_name_inside_a_word_is_none(text: str) -> None:
    assert scan(["Astana"], text) == []


@pytest.mark.parametrize("text", ["Astana", "Astana's", "(Astana)", "Astana-based", "Astana.", "x Astana", "—Astana—", "ASTANA"])
def test_a_name_beside_marks_is_one(text: str) -> None:
    assert len(scan(["Astana"], text)) == 1


@pytest.mark.parametrize(
    "text",
    ["Kassym-Jomart Tokayev", "Kassym‑Jomart Tokayev", "Kassym Jomart\nTokayev", "Kassym-Jomart\u00a0Tokayev", "Kassym - Jomart  Tokayev"],
)
def test_hyphens_and_spaces_may_differ(text: str) -> None:
    assert scan(["Kassym-Jomart Tokayev"], f"said {text} today") == [(text, "kassym-jomart tokayev")]


def test_a_full_stop_between_two_words_ends_a_sentence() -> None:
    assert scan(["Astana Times"], "He left Astana. Times have changed.") == []
    assert scan(["J. D. Vance"], "J.D. Vance and J. D. Vance") == [("J.D. Vance", "j. d. vance"), ("J. D. Vance", "j. d. vance")]


def test_marks_that_belong_to_a_name_are_asked_for() -> None:
    assert scan(["OPEC", "OPEC+"], "OPEC+ and OPEC") == [("OPEC+", "opec+"), ("OPEC", "opec")]
    assert scan(["C5+1"], "C5 + 1, C5 1") == [("C5 + 1", "c5+1")]
    assert scan(["Educational, Scientific Union"], "Educational Scientific Union") == []


def test_a_mark_after_one_word_may_belong_to_a_name() -> None:
    assert scan(["I.", "I", "I. Khan", "A. Khan"], "I.Khan, I.Bo, I. Bo, A. Khan, A.Khan") == [
        ("I.Khan", "i. khan"),
        ("I.", "i."),
        ("I.", "i."),
        ("A. Khan", "a. khan"),
        ("A.Khan", "a. khan"),
    ]


def test_apostrophes_are_alike() -> None:
    assert scan(["People's Daily"], "the People’s Daily") == [("People’s Daily", "people's daily")]


def test_names_in_small_letters_and_with_small_first_words_are_found() -> None:
    assert scan(["nur.kz", "el-Sisi"], "On nur.kz, el-Sisi spoke; nurkz did not") == [("nur.kz", "nur.kz"), ("el-Sisi", "el-sisi")]


def test_names_in_accents_are_found_without_them_but_not_cyrillic_ones() -> None:
    assert scan(["Mevlüt Çavuşoğlu"], "Mevlut Cavusoglu") == [("Mevlut Cavusoglu", "mevlüt çavuşoğlu")]
    assert scan(["Тоқаев"], "Тоқаев, Токаев") == [("Тоқаев", "тоқаев")]


def test_capitals_are_read_for_names_but_short_ones_stay() -> None:
    assert scan(["Iran", "Osh"], "IRAN AND OSH") == [("IRAN", "iran")]


def test_the_same_name_of_two_records_gives_both() -> None:
    found = Gazetteer([("Georgia", "ge"), ("Georgia", "georgia"), ("Georgia", "ge")]).scan("Georgia")
    assert [hit.ids for hit in found] == [("ge", "georgia")]


def test_bounds_are_kept() -> None:
    gazetteer = Gazetteer([("Astana Times", "at"), ("Astana", "a")])
    assert [(hit.start, hit.end) for hit in gazetteer.scan("Astana Times", 0, 8)] == [(0, 6)]
    assert list(gazetteer.scan("Astana", 1)) == []


def test_nothing_to_find() -> None:
    assert scan([], "Astana") == []
    assert scan(["!!!", ""], "!!!") == []
    assert scan(["Astana"], "") == []
