"""Who and where: people, groups, organizations, places, and the roles they held; and what statements are about."""

from typing import Literal

import attrs

from kzcorpus.model.dates import When
from kzcorpus.model.names import Name
from kzcorpus.model.provenance import Made
from kzcorpus.model.values import Edtf, Id, Text, checked

ActorKind = Literal["person", "group"]
OrganizationKind = Literal[
    "state", "government", "ministry", "intergovernmental", "party", "company", "outlet", "agency", "military", "other"
]
PlaceKind = Literal[
    "continent", "country", "region", "city", "town", "village", "district", "mountain", "sea", "lake", "river", "facility", "other"
]
OccasionKind = Literal[
    "interview",
    "press_conference",
    "summit",
    "meeting",
    "call",
    "speech",
    "post",
    "briefing",
    "visit",
    "ceremony",
    "letter",
    "hearing",
    "other",
]


@attrs.frozen
@checked
class Actor:
    """A person, or a group that speaks ("some officials"); ``same_as`` are identifiers elsewhere, mostly URIs."""

    id: Id
    names: tuple[Name, ...] = ()
    kind: ActorKind | None = None
    same_as: tuple[Text, ...] = ()
    made: Made | None = None


@attrs.frozen
@checked
class Organization:
    """An organization; a state is one too, since it can speak. ``part_of`` is an organization's id, ``seat`` a place's."""

    id: Id
    names: tuple[Name, ...] = ()
    kind: OrganizationKind | None = None
    part_of: Id | None = None
    seat: Id | None = None
    same_as: tuple[Text, ...] = ()
    made: Made | None = None


Agent = Actor | Organization


@attrs.frozen
@checked
class Place:
    """A place whose names may carry dates (Astana, Nur-Sultan); ``part_of`` is a place's id."""

    id: Id
    names: tuple[Name, ...] = ()
    kind: PlaceKind | None = None
    part_of: Id | None = None
    same_as: tuple[Text, ...] = ()
    made: Made | None = None


@attrs.frozen
@checked
class Tenure:
    """A dated role or membership: ``holder`` was ``post`` of ``body`` from ``since`` until ``until``.

    ``holder`` is an agent's id, ``body`` an organization's; the dates are EDTF.
    """

    holder: Id
    post: Text | None = None
    body: Id | None = None
    since: Edtf | None = None
    until: Edtf | None = None
    made: Made | None = None


@attrs.frozen
@checked
class Concept:
    """Something that statements are about, of a codebook; ``broader`` is a concept's id."""

    id: Id
    names: tuple[Name, ...] = ()
    broader: Id | None = None


@attrs.frozen
@checked
class Occasion:
    """An event at which things are said; ``place`` is a place's id, ``participants`` are agents' ids."""

    id: Id
    kind: OccasionKind | None = None
    names: tuple[Name, ...] = ()
    when: When | None = None
    place: Id | None = None
    participants: tuple[Id, ...] = ()
