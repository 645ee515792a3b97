import pytest

from kzcorpus.authority.inflections import first_cases, first_cases_of_places


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Владимира Путина", "Владимир Путин"),
        ("Владимиру Путину", "Владимир Путин"),
        ("Владимиром Путиным", "Владимир Путин"),
        ("Владимире Путине", "Владимир Путин"),
        ("Касым-Жомарта Токаева", "Касым-Жомарт Токаев"),
        ("Касыму-Жомарту Токаеву", "Касым-Жомарт Токаев"),
        ("Сергея Лаврова", "Сергей Лавров"),
        ("Дмитрия Пескова", "Дмитрий Песков"),
        ("Игоря Иванова", "Игорь Иванов"),
        ("Владимира Зеленского", "Владимир Зеленский"),
        ("Марии Захаровой", "Мария Захарова"),
        ("Марию Захарову", "Мария Захарова"),
        ("Захаровой", "Захарова"),
        ("Токаевым", "Токаев"),
        ("президента Токаева", "президент Токаев"),
        ("министром иностранных дел Сергеем Лавровым", "министр иностранных дел Сергей Лавров"),
        ("Си Цзиньпином", "Си Цзиньпин"),
        ("Тоқаевтың", "Тоқаев"),
        ("Қасым-Жомарт Тоқаевқа", "Қасым-Жомарт Тоқаев"),
        ("Путинмен", "Путин"),
    ],
)
def test_a_case_leads_back_to_the_first(name: str, first: str) -> None:
    assert first in [found for found, _ in first_cases(name)]


@pytest.mark.parametrize("name", ["Токаева", "Токаеву", "Путина", "Tokayevu", "", "Путин", "слово " * 20])
def test_what_may_be_another_name_is_left_alone(name: str) -> None:
    assert list(first_cases(name)) == []


def test_words_of_two_cases_or_sexes_are_no_name() -> None:
    assert "Владимир Путин" not in [found for found, _ in first_cases("Владимира Путиным")]
    assert "Владимир Путина" not in [found for found, _ in first_cases("Владимиру Путиной")]


@pytest.mark.parametrize(
    ("name", "first"),
    [("Астане", "Астана"), ("Москвы", "Москва"), ("Казахстаном", "Казахстан"), ("Казани", "Казань"), ("России", "Россия"), ("Уфе", "Уфа")],
)
def test_places_are_no_women(name: str, first: str) -> None:
    assert first in list(first_cases_of_places(name))


@pytest.mark.parametrize("name", ["в Астане", "Astany", "", "Ош"])
def test_other_names_of_places_stay(name: str) -> None:
    assert list(first_cases_of_places(name)) == []


def test_the_case_is_told() -> None:
    assert ("Владимир Путин", "the dative") in list(first_cases("Владимиру Путину"))
