import pytest

from kzcorpus.authority.forms import abbreviations, bare, normal, unordered, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kassym-Jomart Tokayev", "KASSYM JOMART TOKAYEV"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Xi'an", "Xi’an"),
        ("C.S.T.O.", "CSTO"),
        ("The Astana Times", "Astana Times"),
        ("Ёлкин", "Елкин"),
        ("Johnson & Johnson", "Johnson  Johnson"),
        ("Nur-Sultan", "Nur‑Sultan"),
        ("Łódź", "Lodz"),
        ("Binali Yıldırım", "binali yildirim"),
        ("RFE / RL", "RFE/RL"),
    ],
)
def test_forms_that_differ_only_in_writing_are_equal(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(("one", "other"), [("Tokayev", "Tokaev"), ("Karimov", "Karimova"), ("Қасым", "Касым"), ("Iran", "Iraq")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_a_name_without_letters_is_its_own_form() -> None:
    assert normal("!?") == "!?"
    assert normal("The") == "the"


def test_honorifics_are_left_out_but_never_the_whole_name() -> None:
    assert bare("Mr. Kassym-Jomart Tokayev") == "kassym jomart tokayev"
    assert words_of("Prof. Dr. Anna Schmidt") == ("anna", "schmidt")
    assert bare("Dr.") == "dr"


def test_word_order_does_not_count_where_asked() -> None:
    assert unordered(words_of("Tleuberdi Mukhtar")) == unordered(words_of("Mukhtar TLEUBERDI"))


def test_abbreviations_shorten_given_names_only() -> None:
    assert set(abbreviations(("mukhtar", "tleuberdi"))) == {"m tleuberdi", "mukhtar tleuberdi"}
    assert list(abbreviations(("madonna",))) == []
