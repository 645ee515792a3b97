import typing

import pytest

from kzcorpus import Actor, Agent, Concept, ModelError, Name, Occasion, Organization, Place, Tenure, When
from kzcorpus.model.agents import ActorKind, OccasionKind, OrganizationKind, PlaceKind


@pytest.mark.parametrize("cls", [Actor, Organization, Place, Concept, Occasion])
def test_only_the_id_is_required(cls: type[Actor]) -> None:
    value = cls("x")
    assert value.names == ()
    assert repr(value) == f"{cls.__name__}(id='x')"
    with pytest.raises(ModelError, match=rf"{cls.__name__}\.id: found an empty string, expected an id"):
        cls("")


@pytest.mark.parametrize(
    ("cls", "kinds"), [(Actor, ActorKind), (Organization, OrganizationKind), (Place, PlaceKind), (Occasion, OccasionKind)]
)
def test_kinds_are_closed(cls: type[Actor], kinds: object) -> None:
    for kind in typing.get_args(kinds):
        assert cls("x", kind=kind).kind == kind
    with pytest.raises(ModelError, match=r"\.kind: found str 'other kind', expected .*\|"):
        cls("x", kind="other kind")  # type: ignore[arg-type]


def test_an_agent_is_an_actor_or_an_organization() -> None:
    assert isinstance(Actor("p"), Agent)
    assert isinstance(Organization("o"), Agent)
    assert not isinstance(Place("l"), Agent)


def test_an_actor_and_an_organization_of_one_id_differ() -> None:
    agents: list[Agent] = [Actor("x"), Organization("x")]
    assert len(set(agents)) == 2


def test_a_tenure_needs_a_holder() -> None:
    assert Tenure("p", "president", "kz", "2019-03-20").until is None
    with pytest.raises(ModelError, match=r"Tenure\.holder"):
        Tenure("")


def test_names_are_names() -> None:
    with pytest.raises(ModelError) as caught:
        Actor("p", names=(Name("A"), "B", None))  # type: ignore[arg-type]
    assert [str(fault) for fault in caught.value.faults] == [
        "Actor.names[1]: found str 'B', expected Name",
        "Actor.names[2]: found NoneType None, expected Name",
    ]


def test_an_occasion_says_when_where_and_with_whom() -> None:
    occasion = Occasion("o", "summit", when=When("2022-10-14"), place="astana", participants=["p", "q"])  # type: ignore[arg-type]
    assert occasion.participants == ("p", "q")
