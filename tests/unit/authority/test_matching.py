import gc
import weakref
from collections import Counter

import pytest

from kzcorpus import Actor, Authority, Match, Name, Organization, Place, Tenure, find_agent, find_agents, find_places, load_authority
from kzcorpus.authority.nameindex import name_index
from kzcorpus.authority.romanization import SCHEMES, romanize
from kzcorpus.errors import AmbiguousNameError, AuthorityError


@pytest.fixture(scope="module")
def bundled() -> Authority:
    return load_authority()


def best(matches: tuple[Match, ...]) -> str | None:
    return matches[0].entity if matches else None


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Kassym-Jomart Tokayev", "kassym-jomart-tokayev"),
        ("Kasym-Zhomart Tokayev", "kassym-jomart-tokayev"),
        ("Tokajev", "kassym-jomart-tokayev"),
        ("TOKAYEV", "kassym-jomart-tokayev"),
        ("Tokayev, Kassym-Jomart", "kassym-jomart-tokayev"),
        ("K. Tokayev", "kassym-jomart-tokayev"),
        ("K.-J. Tokayev", "kassym-jomart-tokayev"),
        ("Mr. Tokayev", "kassym-jomart-tokayev"),
        ("Kazakh President Tokayev", "kassym-jomart-tokayev"),
        ("President of Kazakhstan Kassym-Jomart Tokayev", "kassym-jomart-tokayev"),
        ("Токаев", "kassym-jomart-tokayev"),
        ("Қасым-Жомарт Тоқаев", "kassym-jomart-tokayev"),
        ("Mukhtar Beskenuly Tleuberdi", "mukhtar-tleuberdi"),
        ("Anthony Blinken", "antony-blinken"),
        ("Recep Erdogan", "recep-tayyip-erdogan"),
        ("President Japarov", "sadyr-japarov"),
        ("CSTO", "csto"),
        ("C.S.T.O.", "csto"),
        ("the Collective Security Treaty Organization", "csto"),
        ("Russian Foreign Ministry", "ru-mfa"),
        ("the Kazakh ministry of finance", "kz-finance"),
        ("Finance Ministry of the Republic of Kazakhstan", "kz-finance"),
        ("Kremlin spokesman Dmitry Peskov", "dmitry-peskov"),
        ("RFE / RL", "rferl"),
    ],
)
def test_a_name_finds_whom_it_means(bundled: Authority, name: str, entity: str) -> None:
    assert best(find_agents(bundled, name)) == entity
    assert find_agent(bundled, name).id == entity


def test_a_title_that_fits_decides_between_namesakes(bundled: Authority) -> None:
    first, second = find_agents(bundled, "President Japarov")
    assert (first.entity, second.entity) == ("sadyr-japarov", "akylbek-japarov")
    assert "bears the title" in first.reason
    assert "not known as" in second.reason


def test_matches_are_ranked_and_carry_their_evidence(bundled: Authority) -> None:
    matches = find_agents(bundled, "Tokayev")
    assert [match.reason for match in matches] == ["family name"]
    assert find_agents(bundled, "Kassym-Jomart Tokayev")[0].score == 1.0
    scores = [match.score for match in find_agents(bundled, "Japarov")]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("name", "date", "entity"),
    [
        ("President of Kazakhstan", "2022-10-14", "kassym-jomart-tokayev"),
        ("President of Kazakhstan", "2015", "nursultan-nazarbayev"),
        ("Kazakh leader", "2022-10", "kassym-jomart-tokayev"),
        ("Kazakh foreign minister", "2022-09", "mukhtar-tleuberdi"),
        ("NATO Secretary General", "2016", "jens-stoltenberg"),
        ("US Secretary of State", "2022-02-28", "antony-blinken"),
    ],
)
def test_a_post_finds_who_held_it_on_a_date(bundled: Authority, name: str, date: str, entity: str) -> None:
    found = find_agents(bundled, name, date=date)
    assert found[0].entity == entity
    assert date in found[0].reason


def test_a_post_without_a_date_finds_who_holds_it_still(bundled: Authority) -> None:
    assert best(find_agents(bundled, "President of Kazakhstan")) == "kassym-jomart-tokayev"


def test_a_post_without_a_country_finds_nobody(bundled: Authority) -> None:
    assert find_agents(bundled, "the president") == ()


def test_a_date_prefers_those_in_office() -> None:
    authority = Authority(
        actors=(
            Actor("old", (Name("Ivan Petrov", kind="full"),)),
            Actor("new", (Name("Oleg Petrov", kind="full"),)),
        ),
        organizations=(Organization("state", (Name("Utopia"),), kind="state"),),
        tenures=(Tenure("old", "President", "state", "1990", "2000"), Tenure("new", "President", "state", "2001", None)),
    )
    assert best(find_agents(authority, "Petrov", date="1995")) == "old"
    assert best(find_agents(authority, "Petrov", date="2010")) == "new"
    with pytest.raises(AmbiguousNameError) as caught:
        find_agent(authority, "Petrov")
    assert {match.entity for match in caught.value.candidates} == {"old", "new"}


def test_nobody_is_meant(bundled: Authority) -> None:
    assert find_agents(bundled, "Nobody Atall") == ()
    assert find_agents(bundled, "") == ()
    assert find_agents(bundled, "  ") == ()
    with pytest.raises(AuthorityError, match="Nobody Atall"):
        find_agent(bundled, "Nobody Atall")


def test_agents_and_places_are_asked_apart(bundled: Authority) -> None:
    assert find_agent(bundled, "Kazakhstan").id == "kz"
    assert best(find_places(bundled, "Kazakhstan")) == "kazakhstan"
    assert find_places(bundled, "Putin") == ()
    assert find_agents(bundled, "Almaty") == ()


def test_places_go_by_their_names_and_dates(bundled: Authority) -> None:
    now, then = find_places(bundled, "Nur-Sultan", date="2020")[0], find_places(bundled, "Nur-Sultan", date="2024")[0]
    assert now.entity == then.entity == "astana"
    assert now.score > then.score
    assert best(find_places(bundled, "Nursultan")) == "astana"
    assert best(find_places(bundled, "Alma-Ata")) == "almaty"
    assert find_places(bundled, "") == ()


def test_places_and_states_are_found_in_any_case_and_romanization(bundled: Authority) -> None:
    for name in ("Астане", "Астаны", "Астаной", "Astane", "Nur-Soultan"):
        assert best(find_places(bundled, name)) == ("astana" if name != "Astane" else None)
    assert best(find_places(bundled, "Taschkent")) == "tashkent"
    assert find_agent(bundled, "Казахстаном").id == "kz"
    assert find_agents(bundled, "Мира") == ()


def test_a_given_name_alone_is_weak_evidence() -> None:
    authority = Authority(actors=(Actor("x", (Name("Aigul", kind="given"), Name("Aigul Bekova", kind="full"))),))
    assert find_agents(authority, "Aigul")[0].score < find_agents(authority, "Bekova")[0].score


def test_every_name_of_every_record_finds_its_record(bundled: Authority) -> None:
    for agent in bundled.agents():
        for name in agent.names:
            assert agent.id in {match.entity for match in find_agents(bundled, name.text)}, name
    for place in bundled.places:
        for name in place.names:
            assert place.id in {match.entity for match in find_places(bundled, name.text)}, name


def test_the_full_name_of_a_person_means_nobody_else(bundled: Authority) -> None:
    bearers = Counter(actor.names[0].text for actor in bundled.actors)
    assert [name for name, number in bearers.items() if number > 1] == ["Andris Bērziņš"]  # a president and a prime minister of Latvia
    for actor in bundled.actors:
        if bearers[actor.names[0].text] == 1:
            assert find_agent(bundled, actor.names[0].text) == actor


def test_two_who_bear_one_name_are_told_apart_by_a_date(bundled: Authority) -> None:
    with pytest.raises(AmbiguousNameError):
        find_agent(bundled, "Andris Bērziņš")
    assert find_agent(bundled, "Andris Bērziņš", date="2001").id == "andris-berzins-prime-minister"
    assert find_agent(bundled, "Andris Bērziņš", date="2013").id == "andris-berzins-president"


def test_every_full_name_is_found_by_each_of_its_romanizations(bundled: Authority) -> None:
    full = [(actor, name) for actor in bundled.actors for name in actor.names if name.kind == "full" and len(name.text) > 9]
    written = [
        (actor.id, romanize(name.text, scheme))
        for actor, name in full
        for scheme in SCHEMES
        if scheme.startswith(f"{(name.language or '').partition('-')[0]}-")
    ]
    assert len(written) > 500
    assert [(id_, name) for id_, name in written if id_ not in {match.entity for match in find_agents(bundled, name)}] == []


def test_a_family_name_alone_is_ambiguous_however_the_records_spell_it() -> None:
    authority = Authority(
        actors=(
            Actor("s", (Name("Sadyr Zhaparov", kind="full"),)),
            Actor("a", (Name("Akylbek Japarov", kind="full"),)),
        )
    )
    for name in ("Japarov", "Zhaparov", "Жапаров", "Mr. Dzhaparov"):
        with pytest.raises(AmbiguousNameError):
            find_agent(authority, name)
    assert find_agent(authority, "S. Japarov").id == "s"
    assert find_agent(authority, "A. Japarov").id == "a"


def test_initials_that_fit_two_people_are_ambiguous_however_the_records_spell_them() -> None:
    authority = Authority(actors=(Actor("k", (Name("Kanat Tokayev"),)), Actor("q", (Name("Qasym Toqaev"),))))
    with pytest.raises(AmbiguousNameError):
        find_agent(authority, "K. Tokayev")


def test_a_title_says_whose_it_is(bundled: Authority) -> None:
    assert find_agents(bundled, "President Boris Tokayev") == ()
    assert "behind 'президент'" in find_agents(bundled, "президент Токаев")[0].reason
    assert 'behind "Russia\'s"' in find_agents(bundled, "Russia's Vladimir Putin")[0].reason
    assert "bears the title" in find_agents(bundled, "Russian Foreign Ministry spokeswoman Maria Zakharova")[0].reason


def test_nothing_is_found_by_less_where_it_is_found_by_more(bundled: Authority) -> None:
    reasons = {name: find_agents(bundled, name)[0].reason for name in ("Antony Blinken", "Antony Blinkin", "Тоқаевтың", "ODKB")}
    assert reasons == {
        "Antony Blinken": "same name",
        "Antony Blinkin": "one slip away",
        "Тоқаевтың": "family name; an inflected form of 'Тоқаев'",
        "ODKB": "same name in another romanization",
    }


def test_the_index_is_built_once_and_dies_with_its_authority() -> None:
    authority = Authority(places=(Place("p", (Name("Pville"),)),))
    assert name_index(authority) is name_index(authority)
    dying = weakref.ref(name_index(authority))
    del authority
    gc.collect()
    assert dying() is None
