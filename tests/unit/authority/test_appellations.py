import pytest

from kzcorpus.authority.appellations import bearers, institutions, is_common, is_title, is_word, unpossessed


@pytest.mark.parametrize(
    ("name", "rests"),
    [
        ("президент Токаев", ["Токаев"]),
        ("Президент Республики Казахстан Токаев", ["Республики Казахстан Токаев", "Казахстан Токаев", "Токаев"]),
        ("Мемлекет басшысы Қасым-Жомарт Тоқаев", ["басшысы Қасым-Жомарт Тоқаев", "Қасым-Жомарт Тоқаев"]),
        ("Präsident Tokajew", ["Tokajew"]),
        ("Президент Борис Токаев", ["Борис Токаев"]),
        ("Борис Токаев", []),
        ("президент", []),
        ("", []),
    ],
)
def test_what_stands_behind_a_title_may_be_a_name(name: str, rests: list[str]) -> None:
    assert [rest for rest, _ in bearers(name)] == rests


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("МИД Республики Казахстан", "министерство иностранных дел казахстана"),
        ("Правительство РК", "правительство казахстана"),
        ("РК", "казахстан"),
        ("ҚР Үкіметі", "қазақстан үкіметі"),
        ("Kazatomprom JSC", "kazatomprom"),
        ("АО «НАК «Казатомпром»", "казатомпром"),
        ("Kazakhstan’s Foreign Ministry", "kazakhstan foreign ministry"),
        ("Eurasian Economic Union (EAEU)", "eurasian economic union"),
        ("Kazakh MFA", "kazakh ministry of foreign affairs"),
    ],
)
def test_institutions_are_written_out(name: str, other: str) -> None:
    assert other in list(institutions(name))


@pytest.mark.parametrize("name", ["Kazinform", "JSC", "(EAEU)", "", "..."])
def test_what_is_written_out_stays(name: str) -> None:
    assert [other for other in institutions(name) if other not in ("eaeu", "")] == []


def test_words_are_told_from_names() -> None:
    assert is_word("who")
    assert not is_word("WHO")
    assert is_common("Республика")
    assert not is_common("Республика Казахстан")
    assert is_title("Президент")
    assert not is_title("Токаев")
    assert unpossessed("the CSTO’s and Russia's") == "the CSTO and Russia"
