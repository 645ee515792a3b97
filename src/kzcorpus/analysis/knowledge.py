"""What the checks hold a text against: the records of its corpus, and beneath them the bundled ones."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.sounds import sound
from kzcorpus.analysis.terms import terms
from kzcorpus.authority.records import load_authority
from kzcorpus.authority.remembering import per_authority
from kzcorpus.authority.titles import countries
from kzcorpus.model.authorities import in_force
from kzcorpus.model.edtf import bounds

if TYPE_CHECKING:
    from kzcorpus.model.agents import Actor, Agent, Place, Tenure
    from kzcorpus.model.authorities import Authority

Tenures = tuple["Tenure", ...]
_ACTING = "Acting "
_GIVEN_AND_FAMILY = 2


class Office(NamedTuple):
    """A post that one person holds at a time: its name in the authority, and the state it is in."""

    post: str
    state: str


def plain_post(post: str | None) -> str:
    """Return the name of a post whether or not somebody only acts in it."""
    return (post or "").removeprefix(_ACTING)


def surely_in_force(tenure: Tenure, date: str) -> bool:
    """Tell whether a tenure was in force on a date however its dates and the date are read."""
    first, last = bounds(date)
    since = bounds(tenure.since).latest if tenure.since else None
    until = bounds(tenure.until).earliest if tenure.until else None
    return first is not None and last is not None and since is not None and since <= first and (until is None or last <= until)


def is_proposed(actor: Agent) -> bool:
    """Tell whether an agent is known from the articles alone: no authority has a record."""
    return actor.made is not None and actor.made.rule == "assembly.name"


Sounding = dict[str, list[tuple[str, tuple[str, str]]]]


def _by_sound(actors: tuple[Actor, ...]) -> Sounding:
    """Return people with a given and a family name by the sound of either: their ids, and both names in small letters."""
    known: defaultdict[str, list[tuple[str, tuple[str, str]]]] = defaultdict(list)
    for actor in actors:
        for name in actor.names:
            words = tuple(name.text.casefold().split())
            if name.kind in ("full", "variant") and len(words) == _GIVEN_AND_FAMILY and name.text.isascii():
                for word in words:
                    known[sound(word)].append((actor.id, (words[0], words[1])))
    return dict(known)


@cache
def _bundled_actors() -> frozenset[Actor]:
    return frozenset(load_authority().actors)


@cache
def _bundled_sounding() -> Sounding:
    return _by_sound(load_authority().actors)


class Knowledge:
    """Who held which post when, and what places were called; a record of the corpus comes before a bundled one with the same id."""

    def __init__(self, authority: Authority) -> None:
        self._layers = (authority, load_authority())

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The people and groups by their ids, without those that the program made up from the articles themselves."""
        actors = {actor.id: actor for layer in reversed(self._layers) for actor in layer.actors}
        return {id_: actor for id_, actor in actors.items() if not is_proposed(actor)}

    @cached_property
    def _own(self) -> frozenset[str]:
        ours = self._layers[0]
        return frozenset(one.id for one in (*ours.agents(), *ours.places))

    def is_of_corpus(self, id_: str) -> bool:
        """Tell whether the corpus itself has a record, so that a finding may refer to it."""
        return id_ in self._own

    @cached_property
    def places(self) -> dict[str, Place]:
        """The places by their ids."""
        return {place.id: place for layer in reversed(self._layers) for place in layer.places}

    @cached_property
    def tenures(self) -> dict[str, Tenures]:
        """The tenures of posts by their holders."""
        held: dict[str, Tenures] = {}
        for layer in self._layers:
            ours: defaultdict[str, list[Tenure]] = defaultdict(list)
            for tenure in layer.tenures:
                if tenure.post:
                    ours[tenure.holder].append(tenure)
            held = {holder: tuple(tenures) for holder, tenures in ours.items()} | held
        return held

    @cached_property
    def holders(self) -> dict[Office, Tenures]:
        """The tenures of each post that one person holds at a time."""
        held: defaultdict[Office, list[Tenure]] = defaultdict(list)
        single = frozenset(terms()["single_posts"])
        for tenures in self.tenures.values():
            for tenure in tenures:
                state = self.state_of(tenure.body)
                if state and plain_post(tenure.post) in single:
                    held[Office(plain_post(tenure.post), state)].append(tenure)
        return {office: tuple(tenures) for office, tenures in held.items()}

    @cached_property
    def _parents(self) -> dict[str, tuple[str | None, bool]]:
        layers = reversed(self._layers)
        return {one.id: (one.part_of, one.kind == "state") for layer in layers for one in layer.organizations}

    def state_of(self, body: str | None) -> str | None:
        """Return the state that a body is, or is part of."""
        while body is not None:
            parent, is_state = self._parents.get(body, (None, False))
            if is_state:
                return body
            body = parent
        return None

    @cached_property
    def _states(self) -> dict[str, str]:
        layers = reversed(self._layers)
        states = [one for layer in layers for one in layer.organizations if one.kind == "state"]
        return {name.text: one.id for one in states for name in one.names}

    def state(self, words: str) -> str | None:
        """Return the state that a name or an adjective means: "Kazakhstan", "Kazakh", "Republic of Kazakhstan’s"."""
        bare = words.strip().removesuffix("'s").removesuffix("’s").removeprefix("the ")
        tokens = bare.casefold().split()
        known = countries().at(tokens, 0) if tokens else None
        if known and known.end == len(tokens):
            return self._states.get(known.means)
        return self._states.get(bare)

    @cached_property
    def _sounding(self) -> Sounding:
        ours = self._layers[0].actors
        return _by_sound(tuple(actor for actor in ours if not is_proposed(actor) and actor not in _bundled_actors()))

    def people_sounding(self, key: str) -> list[tuple[str, tuple[str, str]]]:
        """Return those with a given or family name of this sound: their ids, and both names in small letters."""
        return [*self._sounding.get(key, ()), *_bundled_sounding().get(key, ())]

    def home(self, person: str) -> str | None:
        """Return the one state in which a person held posts; None where there is none, or several."""
        states = {self.state_of(tenure.body) for tenure in self.tenures.get(person, ())}
        return states.pop() if len(states) == 1 else None

    def holder_on(self, office: Office, date: str, other_than: str) -> Tenure | None:
        """Return a tenure by which somebody else surely held an office on a date."""
        others = (tenure for tenure in self.holders.get(office, ()) if tenure.holder != other_than)
        return next((tenure for tenure in others if surely_in_force(tenure, date)), None)

    def name(self, person: str) -> str:
        """Return the first full name of a person, else the first, or the id where there is none."""
        actor = self.actors.get(person)
        names = sorted(actor.names, key=lambda name: name.kind != "full") if actor else []
        return names[0].text if names else person


knowledge = per_authority(Knowledge)
"""Return the ``Knowledge`` of a corpus's authority, the same one each time."""


def held_on(tenures: Tenures, date: str) -> bool:
    """Tell whether one of some tenures can have been in force on a date."""
    return any(in_force(tenure.since, tenure.until, date) for tenure in tenures)
