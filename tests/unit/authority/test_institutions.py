import pytest

from kzcorpus.authority.institutions import Institution, read_institution


def read(text: str) -> Institution:
    return read_institution(text.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Foreign Affairs of Kazakhstan", "Kazakh Foreign Ministry"),
        ("Ministry of Finance of the Republic of Kazakhstan", "Kazakh finance ministry"),
        ("Ministry of Internal Affairs of Russia", "Russian Interior Ministry"),
        ("Government of Uzbekistan", "Uzbek government"),
        ("Ministry of Defence of Ukraine", "Ukraine's Defense Ministry"),
        ("National Bank of Kazakhstan", "Kazakh National Bank"),
        ("United States Department of State", "US State Department"),
    ],
)
def test_the_same_institution_under_two_names(one: str, other: str) -> None:
    assert read(one) == read(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Finance of Kazakhstan", "Ministry of Finance of Russia"),
        ("Ministry of Finance of Kazakhstan", "Ministry of Defense of Kazakhstan"),
        ("Government of Kazakhstan", "Parliament of Kazakhstan"),
    ],
)
def test_other_institutions_stay_apart(one: str, other: str) -> None:
    assert read(one) != read(other)


def test_an_institution_without_a_country_has_none() -> None:
    assert read("Interior Ministry").country is None
