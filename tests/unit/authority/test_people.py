import pytest

from kzcorpus import Actor, Authority, Name
from kzcorpus.authority.evidence import (
    FOREIGN_FAMILY,
    PATRONYMIC,
    RESPELLED,
    RESPELLED_FAMILY,
    RESPELLED_MIDDLE,
    RESPELLED_ORDER,
    RESPELLED_SHORT,
    SLIP,
)
from kzcorpus.authority.people import people_of

AUTHORITY = Authority(
    actors=(
        Actor("t", (Name("Kassym-Jomart Tokayev"), Name("Касым-Жомарт Кемелевич Токаев", "ru", "full"), Name("Tokayev", "en", "family"))),
        Actor("m", (Name("Charles Michel", "en", "full"), Name("Шарль Мишель", "ru", "full"), Name("Michel", "en", "family"))),
        Actor("l", (Name("Ursula von der Leyen", "en", "full"), Name("von der Leyen", "en", "family"))),
        Actor("x", (Name("Xi Jinping", "en", "full"), Name("Xi", "en", "family"))),
        Actor("o", (Name("Madonna", "en", "full"), Name("", "en", "full"), Name("...", "en", "family"))),
    )
)


def ways(name: str) -> dict[str, str]:
    return {id_: how for id_, _, how in people_of(AUTHORITY).meet(name)}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Kasym-Zhomart Tokaev", {"t": RESPELLED}),
        ("Kasymzhomart Tokaev", {"t": RESPELLED}),
        ("Tokajew, Kassym-Schomart", {"t": RESPELLED_ORDER}),
        ("Tokaïev", {"t": RESPELLED_FAMILY}),
        ("Tokajew", {"t": FOREIGN_FAMILY}),
        ("Dr. Tokaïev", {"t": RESPELLED_FAMILY}),
        ("K. Tokajew", {"t": RESPELLED_SHORT}),
        ("K.-Zh. Tokaev", {"t": RESPELLED_SHORT}),
        ("Zh. Tokaev", {}),
        ("Kassym Tokaev", {"t": RESPELLED_SHORT}),
        ("K.K. Tokaev", {"t": RESPELLED_MIDDLE}),
        ("K.B. Tokaev", {}),
        ("Kassym-Jomart Kemeluly Tokaev", {"t": RESPELLED}),
        ("Kassym-Jomart Borisovich Tokaev", {}),
        ("Қасым-Жомарт Кемелұлы", {"t": PATRONYMIC}),
        ("Boris Kemelevich", {}),
        ("Boris Tokaev", {}),
        ("Charles Mitchell", {}),
        ("Sharl Mishel", {"m": RESPELLED}),
        ("von der Leien", {"l": RESPELLED_FAMILY}),
        ("Ursula Von der Leien", {"l": RESPELLED}),
        ("Xi", {}),
        ("Jinping Xi", {"x": RESPELLED}),
        ("Tokayev " * 9, {}),
        ("", {}),
    ],
)
def test_family_names_meet_and_given_names_agree(name: str, found: dict[str, str]) -> None:
    assert ways(name) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Kassym-Jomart Tokyaev", ["t"]),
        ("Kassym-Jomrat Tokayev", ["t"]),
        ("Kassym-Jomrat Tokyaev", []),
        ("Boris Tokyaev", []),
        ("Tokyaev", []),
        ("K. Tokyaev", []),
        ("Kassym-Jomart Dokayev", []),
    ],
)
def test_one_slip_in_a_full_name_is_borne(name: str, found: list[str]) -> None:
    assert [(id_, how) for id_, _, how in people_of(AUTHORITY).slipped(name)] == [(id_, SLIP) for id_ in found]


def test_a_name_contradicts_by_another_patronymic() -> None:
    people = people_of(AUTHORITY)
    assert people.contradicts("t", "Kassym-Jomart Borisovich Tokayev")
    assert not people.contradicts("t", "Kassym-Jomart Kemelevich Tokayev")
    assert not people.contradicts("m", "Charles Borisovich Michel")
    assert not people.contradicts("nobody", "Kassym-Jomart Borisovich Tokayev")
