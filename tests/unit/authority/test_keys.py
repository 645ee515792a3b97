import pytest

from kzcorpus.authority.keys import is_cyrillic, key, word_keys, words_in
from kzcorpus.authority.lexicon import vocabulary


def meet(one: str, other: str, *, foreign: bool = True) -> bool:
    """Tell whether a name that is looked for meets a name of the records, which are read as English or Cyrillic."""
    return not set(word_keys(one, foreign=foreign)).isdisjoint(word_keys(other, foreign=False))


@pytest.mark.parametrize(
    "spellings",
    [
        "Токаев Тоқаев Tokayev Tokaev Tokajev Toqayev Toqaev Tokaïev Tokajew Tokajevs Tokajevas Tokáyev Tokayeff",
        "Kassym Kasym Qasym Касым Қасым Kasım",
        "Jomart Zhomart Жомарт Žomart Schomart Żomart Zjomart Yomart",
        "Назарбаев Nazarbayev Nazarbaev Nasarbajew Nazarbaïev Nazarbajew",
        "Жапаров Japarov Zhaparov Djaparov Dzhaparov Žaparov Dschaparow",
        "Шойгу Shoigu Shoygu Choïgou Schoigu Szojgu Šojgu Sjojgu",
        "Путин Putin Poutine Poetin Putins",
        "Ельцин Yeltsin Eltsin Jelzin Jelcyn Eltsine",
        "Юрий Yuri Yury Yuriy Iouri Iurii Jurij",
        "Мирзиёев Mirziyoyev Mirziyoev Mirzioïev Mirsijojew",
        "Щукин Shchukin Schtschukin Szczukin Ščukin",
        "Хабар Khabar Habar",
        "Максим Maxim Maksim",
        "Саакашвили Saakashvili Saakaschwili Saakachvili",
        "Дариға Дарига Dariga Dariğa Darigha",
        "Имангали Иманғали Imangali Imanghali Imanğali",
        "Гончарук Goncharuk Gontscharuk Hontcharouk Honczaruk",
    ],
)
def test_spellings_of_one_name_meet(spellings: str) -> None:
    first, *others = spellings.split()
    others = [other for other in others if not other.startswith("Hon")]  # г is h in Ukrainian only
    assert [other for other in others if not meet(other, first)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tokayev", "Tokarev"),
        ("Tokayev", "Tokayeva"),
        ("Tokayev", "Takayev"),
        ("Karimov", "Kerimov"),
        ("Massimov", "Maximov"),
        ("Blinken", "Blinker"),
        ("Hu", "Xu"),
        ("Zhang", "Zhan"),
        ("Kabar", "Khabar"),
        ("Saidov", "Zaidov"),
        ("Putin", "Putina"),
        ("Nazarbayev", "Nazarov"),
    ],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert not meet(one, other, foreign=False)
    assert not meet(other, one)


def test_only_english_is_read_where_foreign_orthographies_are_left_out() -> None:
    assert word_keys("Tokajew", foreign=False) == ("tokaJev",)
    assert word_keys("Tokajew")[0] == "tokaJev"
    assert "tokaev" in word_keys("Tokajew")


def test_the_language_of_a_word_counts_where_it_is_known() -> None:
    assert not meet("Гончарук", "Honcharuk")
    assert not set(word_keys("Гончарук", language="uk")).isdisjoint(word_keys("Honcharuk"))
    assert meet("Шмигаль", "Shmigal")


@pytest.mark.parametrize("word", ["", "...", "-", "'"])
def test_a_word_without_letters_has_no_key(word: str) -> None:
    assert word_keys(word) == ()


def test_names_are_words_apart() -> None:
    assert words_in("  Kassym–Jomart\u00a0Tokayev ") == ["Kassym", "Jomart", "Tokayev"]
    assert key("K.-J. Tokaev") == "k J tokaev"
    assert key("—") == ""
    assert is_cyrillic("Қ")
    assert not is_cyrillic("Q")


def test_every_orthography_is_told_in_sounds() -> None:
    sounds = set("aeioubvgdzklmnprstfhJSc-")
    for name, table in vocabulary("orthographies").items():
        values = table["letters"].split()[1::2] + table.get("final", "").split()[1::2]
        extra = {"j"} if name == "kazakh-2021" else set()
        assert set("".join(values)) <= sounds | extra, name
