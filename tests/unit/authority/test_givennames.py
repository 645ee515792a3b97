import pytest

from kzcorpus.authority.evidence import RESPELLED, RESPELLED_MIDDLE, RESPELLED_SHORT
from kzcorpus.authority.givennames import Known, aligned, compared, father_of, full_key, is_initial, letters_of, parted_given

KASSYM = Known((("Kassym", "Jomart"), ("Касым", "Жомарт")), frozenset({"kemel"}))
MUKHTAR = Known((("Mukhtar",),), frozenset())


@pytest.mark.parametrize(
    ("word", "father"),
    [
        ("Kemelevich", "kemel"),
        ("Кемелевич", "kemel"),
        ("Кемелұлы", "kemel"),
        ("Kemelūly", "kemel"),
        ("Wladimirowitsch", "vladimir"),
        ("Vladimirovna", "vladimir"),
        ("Нұрсұлтанқызы", "nursultan"),
        ("Jomart", None),
        ("Uly", None),
        ("", None),
    ],
)
def test_a_patronymic_tells_its_father(word: str, father: str | None) -> None:
    assert father_of(word) == father


@pytest.mark.parametrize(
    ("said", "known", "how"),
    [
        ("Kasym Zhomart", KASSYM, RESPELLED),
        ("Kasymzhomart", KASSYM, RESPELLED),
        ("Касым Жомарт Кемелевич", KASSYM, RESPELLED),
        ("Kasym", KASSYM, RESPELLED_SHORT),
        ("K. Zh.", KASSYM, RESPELLED_SHORT),
        ("Q", KASSYM, RESPELLED_SHORT),
        ("K. K.", KASSYM, RESPELLED_MIDDLE),
        ("K. B.", KASSYM, None),
        ("Kasym Zhomart Borisovich", KASSYM, None),
        ("Zhomart", KASSYM, None),
        ("Zhomart Kasym", KASSYM, None),
        ("Boris", KASSYM, None),
        ("Kasym Zhomart Boris", KASSYM, None),
        ("Muhtar Beskenuly", MUKHTAR, RESPELLED_MIDDLE),
        ("M. B.", MUKHTAR, RESPELLED_MIDDLE),
        ("B. M.", MUKHTAR, None),
    ],
)
def test_given_names_agree_in_their_order(said: str, known: Known, how: str | None) -> None:
    assert compared(said.split(), known) == how


def test_given_names_of_several_languages_are_one() -> None:
    assert compared(["Volodymyr"], Known((("Владимир",),), frozenset())) == RESPELLED
    assert compared(["Volodymyr"], Known((("Wolfgang",),), frozenset())) is None


def test_initials_are_told_from_short_names() -> None:
    assert [word for word in ("K", "K.", "Zh.", "Вл.", "Li", "Alexander.", "") if is_initial(word)] == ["K", "K.", "Zh.", "Вл."]


def test_parts_of_given_names() -> None:
    assert parted_given(["Vladimir", "Vladimirovich"]).father == "vladimir"
    assert parted_given(["Vladimirovich"]).father is None
    assert aligned(["Kassym"], ["Kassym", "Jomart"]) is False
    assert aligned(["Kassym", "Jomart"], ["Kassym", "Jomart"]) is True
    assert aligned(["Jomart"], ["Kassym", "Jomart"]) is None
    assert full_key(["Kassym", "...", "Jomart"]) == "kasimJomart"
    assert letters_of("K.-J.2") == "kj"
