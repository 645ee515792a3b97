import pytest

from kzcorpus import Authority, Name, Organization, Place
from kzcorpus.authority.respellings import respellings

AUTHORITY = Authority(
    organizations=(
        Organization("meduza", (Name("Meduza", "en"), Name("Медуза", "ru")), "outlet"),
        Organization("kapital", (Name("Kapital", "en"), Name("Капитал", "ru")), "outlet"),
        Organization("kazinform", (Name("Казинформ", "ru"),), "outlet"),
        Organization(
            "csto", (Name("ОДКБ", "ru", "acronym"), Name("СНГ", "ru", "acronym"), Name("Collective Security Treaty Organization", "en"))
        ),
        Organization("kz", (Name("Kazakhstan", "en"), Name("Казахстан", "ru")), "state"),
    ),
    places=(Place("semey", (Name("Semey", "en"), Name("Семей", "ru"))), Place("tashkent", (Name("Ташкент", "ru"),))),
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Qazinform", ["kazinform"]),
        ("KAZINFORM", ["kazinform"]),
        ("Meduza", ["meduza"]),
        ("Medusa", []),
        ("Capital", []),
        ("Kasachstan", ["kz"]),
        ("Tachkent", ["tashkent"]),
        ("Taschkent", ["tashkent"]),
        ("ODKB", ["csto"]),
        ("Odkb", []),
        ("SNG", []),
        ("Semei", ["semey"]),
        ("x " * 40, []),
        ("", []),
    ],
)
def test_names_meet_in_another_romanization(name: str, found: list[str]) -> None:
    assert [id_ for id_, _, _ in respellings(AUTHORITY).meet(name)] == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Collective Securty Treaty Organization", ["csto"]),
        ("Collective Security Treaty Orgnaization", ["csto"]),
        ("Collective Security Pact Organization", []),
        ("Kazahkstan", []),
    ],
)
def test_one_slip_in_a_name_of_several_words_is_borne(name: str, found: list[str]) -> None:
    assert [id_ for id_, _, _ in respellings(AUTHORITY).slipped(name)] == found
