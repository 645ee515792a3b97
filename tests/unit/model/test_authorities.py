import datetime as dt

import pytest

from kzcorpus import Actor, Authority, ModelError, Name, Organization, Place, Tenure, UnknownIdError
from kzcorpus.model.authorities import in_force

ASTANA = Place(
    "astana",
    (
        Name("Astana", until="2019-03-23"),
        Name("Nur-Sultan", since="2019-03-23", until="2022-09-17"),
        Name("Astana", "en", since="2022-09-17"),
    ),
)
AUTHORITY = Authority(
    (Actor("tokayev"), Actor("nazarbayev")),
    (Organization("kz", kind="state", seat="astana"), Organization("mfa", part_of="kz")),
    (ASTANA, Place("nowhere")),
    (
        Tenure("nazarbayev", "president", "kz", "1991-12-16", "2019-03-20"),
        Tenure("tokayev", "chairman of the senate", until="2019-03-20"),
        Tenure("tokayev", "president", "kz", "2019-03-20"),
        Tenure("kz", "member"),
    ),
)


@pytest.mark.parametrize(
    ("since", "until", "date", "expected"),
    [
        (None, None, "2022", True),
        ("2019", None, "2018-12-31", False),
        ("2019", None, "2019-01-01", True),
        (None, "2019", "2019-12-31", True),
        (None, "2019", "2020", False),
        ("2019-03-23", "2022-09-17", "2022", True),
        ("2019-03-23", "2022-09-17", dt.date(2022, 9, 18), False),
        ("2019-03-23", "2022-09-17", dt.datetime(2022, 9, 17, 23, 0, tzinfo=dt.UTC), True),
        ("201X", "202X", "2010-01-01", True),
        ("2000/..", None, "1999", False),
        ("Y17000", None, "2022", True),
        ("2019", "2022", "XXXX-10-14", True),
        ("2019", "2022", "2022-06/..", True),
        ("2019", "2022", "2023-06/..", False),
    ],
)
def test_what_can_have_held(since: str | None, until: str | None, date: dt.date | str, expected: bool) -> None:  # noqa: FBT001
    assert in_force(since, until, date) is expected


def test_roles_on_a_day_are_all_that_can_have_been_held() -> None:
    assert [role.post for role in AUTHORITY.roles_on("tokayev", "2019-03-20")] == ["chairman of the senate", "president"]
    assert [role.post for role in AUTHORITY.roles_on("tokayev", dt.date(2022, 10, 14))] == ["president"]
    assert AUTHORITY.roles_on("nazarbayev", "2022-10-14") == ()
    assert AUTHORITY.roles_on("nobody", "2022-10-14") == ()


def test_a_place_bears_the_name_of_the_day() -> None:
    assert [getattr(AUTHORITY.name_on("astana", day), "text", None) for day in ("2018", "2020-01", "2022-10-14")] == [
        "Astana",
        "Nur-Sultan",
        "Astana",
    ]
    assert AUTHORITY.name_on("nowhere", "2020") is None
    with pytest.raises(UnknownIdError, match="no place has the id 'kz'"):
        AUTHORITY.name_on("kz", "2020")


def test_records_are_found_by_id() -> None:
    assert AUTHORITY.agent("kz").kind == "state"
    assert AUTHORITY.place("astana") is ASTANA
    assert [agent.id for agent in AUTHORITY.agents()] == ["tokayev", "nazarbayev", "kz", "mfa"]
    with pytest.raises(UnknownIdError, match="no agent has the id 'astana'"):
        AUTHORITY.agent("astana")


def test_every_fault_of_an_authority_is_named() -> None:
    with pytest.raises(ModelError) as caught:
        Authority(
            (Actor("a"), Actor("a")),
            (Organization("b", part_of="c"), Organization("c", part_of="b", seat="a"), Organization("d", part_of="a")),
            (Place("e", part_of="e"), Place("b")),
            (Tenure("e", body="a"), Tenure("b", body="c")),
        )
    assert [str(fault) for fault in caught.value.faults] == [
        "Authority.actors[1].id: found the id 'a' again, expected one that actors[0] does not bear",
        "Authority.places[1].id: found the id 'b' again, expected one that organizations[0] does not bear",
        "Authority.organizations[1].seat: found 'a', expected the id of a place",
        "Authority.organizations[2].part_of: found 'a', expected the id of an organization",
        "Authority.tenures[0].holder: found 'e', expected the id of an agent",
        "Authority.tenures[0].body: found 'a', expected the id of an organization",
        "Authority.organizations[0].part_of: found 'b' inside itself, expected no circle",
        "Authority.organizations[1].part_of: found 'c' inside itself, expected no circle",
        "Authority.places[0].part_of: found 'e' inside itself, expected no circle",
    ]


@pytest.mark.parametrize("date", ["14 October 2022", "", "2022-02-30"])
def test_what_is_no_date_is_one_clear_error(date: str) -> None:
    authority = Authority(places=(Place("p", (Name("Astana"),)),), actors=(Actor("a"),), tenures=(Tenure("a"),))
    for ask in (lambda: authority.roles_on("a", date), lambda: authority.name_on("p", date)):
        with pytest.raises(ModelError, match=r"\Adate: found .*, expected "):
            ask()
