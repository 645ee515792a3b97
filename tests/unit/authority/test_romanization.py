import pytest

from kzcorpus.authority.lexicon import vocabulary
from kzcorpus.authority.romanization import SCHEMES, Scheme, pairs, romanize

KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


@pytest.mark.parametrize(
    ("text", "scheme", "latin"),
    [
        ("Қасым-Жомарт Тоқаев", "kk-2021", "Qasym-Jomart Toqaev"),
        ("Қасым-Жомарт Тоқаев", "kk-bgn", "Qasym-Zhomart Toqaev"),
        ("Қасым-Жомарт Тоқаев", "kk-passport", "Kasym-Zhomart Tokaev"),
        ("Нұрсұлтан Әбішұлы", "kk-2021", "Nūrsūltan Äbışūly"),
        ("Шыңғыс Иманғали", "kk-bgn", "Shyngghys Īmanghalī"),
        ("Қазақстан Республикасы", "kk-2021", "Qazaqstan Respublikasy"),
        ("Сергей Лавров", "ru-bgn", "Sergey Lavrov"),
        ("Ельцин, Андреев, Объедков, Алексеев", "ru-bgn", "Yel’tsin, Andreyev, Ob”yedkov, Alekseyev"),
        ("Юрий Щёголев", "ru-icao", "Iurii Shchegolev"),
        ("Дмитрий Ельцин", "ru-news", "Dmitry Yeltsin"),
        ("Горбачёв, Фёдор, Белый", "ru-news", "Gorbachev, Fyodor, Bely"),
    ],
)
def test_names_are_written_as_the_table_says(text: str, scheme: Scheme, latin: str) -> None:
    assert romanize(text, scheme) == latin


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("ЖОМАРТ", "ZHOMART"),
        ("Жомарт", "Zhomart"),
        ("Ж. Токаев", "Zh. Tokayev"),
        ("КЖ", "KZH"),
        ("жОМАРТ", "zhOMART"),
        ("ЩУКА Щука", "SHCHUKA Shchuka"),
    ],
)
def test_case_is_kept(text: str, latin: str) -> None:
    assert romanize(text, "ru-news") == latin


def test_capitals_of_the_alphabet_of_2021_are_its_own() -> None:
    assert romanize("Илья ІНЖУ инжу", "kk-2021") == "İlia INJU inju"


def test_a_letter_of_two_code_points_is_one_letter() -> None:
    assert romanize("Андре\u0438\u0306", "ru-icao") == "Andrei"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_the_table_does_not_know_stays(scheme: Scheme) -> None:
    assert romanize("Tokayev 2022, Ελλάδα, 国 \U0001f642 \u1c80", scheme) == "Tokayev 2022, Ελλάδα, 国 \U0001f642 \u1c80"
    assert romanize("", scheme) == ""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_letter_of_the_alphabet_is_in_the_table(scheme: Scheme) -> None:
    alphabet = KAZAKH if scheme.startswith("kk") else RUSSIAN
    assert not set(romanize(alphabet + alphabet.upper(), scheme)) & set(alphabet + alphabet.upper())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_table_names_its_source_and_what_is_doubtful(scheme: Scheme) -> None:
    table = vocabulary("romanization")[scheme]
    assert table["source"]
    assert set(table["doubtful"].split()) <= set(pairs(table["letters"])) | set(table.get("dropped", "").split())


def test_another_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="expected one of kk-2021"):
        romanize("Тоқаев", "iso-9")  # type: ignore[arg-type]
