"""Who and where: names, who asserts them, actors, organizations, places, tenures, the authority; concepts and occasions."""

from __future__ import annotations

from hypothesis import strategies as st

from kzcorpus.model.agents import (
    Actor,
    ActorKind,
    Concept,
    Occasion,
    OccasionKind,
    Organization,
    OrganizationKind,
    Place,
    PlaceKind,
    Tenure,
)
from kzcorpus.model.authorities import Authority
from kzcorpus.model.names import Name, NameKind
from kzcorpus.model.provenance import Made, Status
from kzcorpus.strategies.dates import EDTF, when
from kzcorpus.strategies.drawing import Ground, kinds, many, maybe, one, several, some
from kzcorpus.strategies.text import fresh, ids, languages, strings

_STRINGS = strings()
_UNIT = st.floats(0, 1)
_ANYWHERE = Ground()


def name(draw: st.DrawFn) -> Name:
    """Draw a form of a name."""
    return Name(draw(_STRINGS), **some(draw, language=languages(), kind=kinds(NameKind), since=EDTF, until=EDTF))


def made(draw: st.DrawFn) -> Made:
    """Draw who asserts something."""
    who = {"by": _STRINGS, "version": _STRINGS, "rule": _STRINGS, "note": _STRINGS}
    return Made(**some(draw, **who, confidence=_UNIT, status=kinds(Status), at=EDTF))


def _names(draw: st.DrawFn) -> tuple[Name, ...]:
    return tuple(name(draw) for _ in several(draw, 0, 3))


def _strings(draw: st.DrawFn) -> tuple[str, ...]:
    return tuple(draw(_STRINGS) for _ in several(draw, 0, 2))


def actor(draw: st.DrawFn, id_: str) -> Actor:
    """Draw an actor."""
    return Actor(
        id_,
        **some(draw, names=lambda: _names(draw), kind=kinds(ActorKind), same_as=lambda: _strings(draw), made=lambda: made(draw)),
    )


def organization(draw: st.DrawFn, id_: str, ground: Ground) -> Organization:
    """Draw an organization that is part of one of the ground's organizations, and has its seat in one of its places."""
    fields = some(draw, names=lambda: _names(draw), kind=kinds(OrganizationKind), same_as=lambda: _strings(draw), made=lambda: made(draw))
    return Organization(id_, part_of=maybe(draw, ground.organizations), seat=maybe(draw, ground.places), **fields)


def place(draw: st.DrawFn, id_: str, ground: Ground) -> Place:
    """Draw a place that is part of one of the ground's places."""
    fields = some(draw, names=lambda: _names(draw), kind=kinds(PlaceKind), same_as=lambda: _strings(draw), made=lambda: made(draw))
    return Place(id_, part_of=maybe(draw, ground.places), **fields)


def tenure(draw: st.DrawFn, ground: Ground) -> Tenure:
    """Draw a role that one of the ground's agents held in one of its organizations."""
    fields = some(draw, post=_STRINGS, body=lambda: maybe(draw, ground.organizations), since=EDTF, until=EDTF, made=lambda: made(draw))
    return Tenure(one(draw, ground.agents), **fields)


def concept(draw: st.DrawFn, id_: str, ground: Ground) -> Concept:
    """Draw a concept below one of the ground's concepts."""
    return Concept(id_, _names(draw), maybe(draw, ground.concepts))


def occasion(draw: st.DrawFn, id_: str, ground: Ground) -> Occasion:
    """Draw an occasion at one of the ground's places, with some of its agents."""
    fields = some(
        draw,
        kind=kinds(OccasionKind),
        names=lambda: _names(draw),
        when=lambda: when(draw),
        place=lambda: maybe(draw, ground.places),
        participants=lambda: many(draw, ground.agents),
    )
    return Occasion(id_, **fields)


def authority(
    draw: st.DrawFn, actors: tuple[str, ...], organizations: tuple[str, ...], places: tuple[str, ...], high: int = 3
) -> Authority:
    """Draw an authority whose records bear these ids; each is part of one before it, or of one after it where their order is turned."""
    ground = Ground(agents=actors + organizations, organizations=organizations, places=places)
    held = [tenure(draw, ground) for _ in several(draw, 0, high)] if ground.agents else []
    bodies = [organization(draw, id_, Ground(organizations=organizations[:at], places=places)) for at, id_ in enumerate(organizations)]
    lands = [place(draw, id_, Ground(places=places[:at])) for at, id_ in enumerate(places)]
    if draw(st.booleans()):
        bodies.reverse()
        lands.reverse()
    return Authority(tuple(actor(draw, id_) for id_ in actors), tuple(bodies), tuple(lands), tuple(held))


@st.composite
def names(draw: st.DrawFn) -> Name:
    """Names in any language, of any kind, with or without the time they were in use."""
    return name(draw)


@st.composite
def mades(draw: st.DrawFn) -> Made:
    """Who or what asserts something: any of its fields known or not."""
    return made(draw)


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    """Persons and groups."""
    return actor(draw, draw(ids()))


@st.composite
def organizations(draw: st.DrawFn, *, organizations: tuple[str, ...] | None = None, places: tuple[str, ...] | None = None) -> Organization:
    """Organizations; ``organizations`` and ``places`` are the ids they may be part of or have their seat in, None: any."""
    return organization(draw, draw(ids()), Ground(organizations=organizations, places=places))


@st.composite
def places(draw: st.DrawFn, *, places: tuple[str, ...] | None = None) -> Place:
    """Places; ``places`` are the ids they may be part of, None: any."""
    return place(draw, draw(ids()), Ground(places=places))


@st.composite
def tenures(draw: st.DrawFn, *, agents: tuple[str, ...] | None = None, organizations: tuple[str, ...] | None = None) -> Tenure:
    """Roles and memberships; ``agents`` (not empty) and ``organizations`` are the ids they may name, None: any."""
    return tenure(draw, Ground(agents=agents, organizations=organizations))


@st.composite
def concepts(draw: st.DrawFn, *, concepts: tuple[str, ...] | None = None) -> Concept:
    """Concepts of a codebook; ``concepts`` are the ids they may lie below, None: any."""
    return concept(draw, draw(ids()), Ground(concepts=concepts))


@st.composite
def occasions(draw: st.DrawFn, *, agents: tuple[str, ...] | None = None, places: tuple[str, ...] | None = None) -> Occasion:
    """Occasions; ``agents`` and ``places`` are the ids they may name, None: any."""
    return occasion(draw, draw(ids()), Ground(agents=agents, places=places))


@st.composite
def authorities(
    draw: st.DrawFn, *, max_actors: int = 3, max_organizations: int = 3, max_places: int = 3, max_tenures: int = 3
) -> Authority:
    """Sound authorities: every reference resolves and nothing is part of itself."""
    taken: set[str] = set()
    people, bodies, lands = (
        tuple(fresh(draw, taken) for _ in several(draw, 0, high)) for high in (max_actors, max_organizations, max_places)
    )
    return authority(draw, people, bodies, lands, max_tenures)
