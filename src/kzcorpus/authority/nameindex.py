"""The names of an authority, by every form under which somebody may look for them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from kzcorpus.authority.evidence import EXACT, FAMILY, GIVEN, INSTITUTION, MIDDLE, NORMAL, ORDER, SHORTENED, TOGETHER
from kzcorpus.authority.forms import abbreviations, normal, unordered, words_of
from kzcorpus.authority.gazetteer import Gazetteer, Hit
from kzcorpus.authority.institutions import Institution, is_chamber, read_institution
from kzcorpus.authority.lexicon import vocabulary
from kzcorpus.authority.remembering import per_authority
from kzcorpus.authority.titles import Title, agrees, answers, read_title
from kzcorpus.model.agents import Actor, Agent, Organization, Place, Tenure
from kzcorpus.model.authorities import Authority, in_force
from kzcorpus.model.names import Name

Date = dt.date | str

_PRESIDING = {"chair": "speaker", "speaker": "chair"}
ALONE = {"family": FAMILY, "given": GIVEN}

Entry = tuple[str, Name, str]
"""An id, the name of that record, and in which way it matches."""


class Namesakes(NamedTuple):
    """Those who bear one name, by what they are, each in the order of the authority."""

    places: tuple[str, ...]
    states: tuple[str, ...]
    people: tuple[str, ...]


class NameIndex:
    """The names of an authority by their normal forms, built once for all look-ups; ``name_index`` keeps it.

    ``offices`` holds the tenures with what their posts say, by holder.
    ``first_words``, ``name_at`` and ``name_from`` are those of its ``Gazetteer``.
    """

    def __init__(self, authority: Authority) -> None:
        self._entries: dict[str, list[Entry]] = {}
        self._institutions: dict[Institution, list[Entry]] = {}
        self._organizations = {organization.id: organization for organization in authority.organizations}
        self._places = {place.id for place in authority.places}
        self._capitals = {organization.seat: organization.id for organization in authority.organizations if organization.kind == "state"}
        self._actors = {actor.id for actor in authority.actors}
        for record in (*authority.agents(), *authority.places):
            for name in record.names:
                self._enter(record, name)
        self._of_countries = {institution.words for institution in self._institutions if institution.country}
        self._families = {actor.id: self._family_names(actor) for actor in authority.actors}
        self._countries = {self.state(name): name for name in vocabulary("demonyms")["countries"]}
        self._bodies: dict[str, tuple[frozenset[str], ...]] = {}
        self.offices: dict[str, list[tuple[Tenure, Title]]] = {}
        self.tenures: dict[str, list[Tenure]] = {}
        self._first_names = {agent.id: next((name.text for name in agent.names), agent.id) for agent in authority.agents()}
        for tenure in authority.tenures:
            self.tenures.setdefault(tenure.holder, []).append(tenure)
            title = read_title(normal(tenure.post or "").split(" "))
            if title:
                self.offices.setdefault(tenure.holder, []).extend((tenure, one) for one in self._synonymous(title, tenure))
        self._posts: dict[tuple[str, str | None], list[tuple[Tenure, Title]]] = {}
        self._namesakes: dict[tuple[str, ...], Namesakes] = {}
        self._gazetteer = Gazetteer((name.text, record.id) for record in (*authority.agents(), *authority.places) for name in record.names)
        self.first_words = self._gazetteer.first_words
        self.name_at = self._gazetteer.at
        self.name_from = self._gazetteer.begun_by

    def _synonymous(self, title: Title, tenure: Tenure) -> Iterator[Title]:
        """Yield a title, and of a chamber of parliament the other one: its chair is its speaker."""
        yield title
        other = _PRESIDING.get(title.role)
        if other and tenure.body in self._organizations and any(map(is_chamber, self._spelled(tenure.body))):
            yield attrs.evolve(title, role=other, word=other)

    @staticmethod
    def _family_names(actor: Actor) -> tuple[str, ...]:
        alone = (normal(name.text) for name in actor.names if name.kind == "family")
        return tuple(dict.fromkeys([*alone, *(words_of(name.text)[-1] for name in actor.names if name.kind in (None, "full", "variant"))]))

    def _enter(self, record: Agent | Place, name: Name) -> None:
        words = words_of(name.text)
        alone = ALONE.get(name.kind or "")
        self._add(name.text, record, name, alone or EXACT)
        self._add(" ".join(words), record, name, alone or NORMAL)
        self._add(normal(name.text), record, name, alone or NORMAL)
        if alone:
            return
        self._add(f"={''.join(words)}", record, name, TOGETHER)
        if isinstance(record, Actor):
            self._add(f"~{unordered(words)}", record, name, ORDER)
            self._add(words[-1], record, name, FAMILY)
            for short in abbreviations(words):
                self._add(short, record, name, SHORTENED)
        if isinstance(record, Organization):
            self._institutions.setdefault(read_institution(words), []).append((record.id, name, INSTITUTION))

    def _add(self, key: str, record: Agent | Place, name: Name, how: str) -> None:
        self._entries.setdefault(key, []).append((record.id, name, how))

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Yield every name of the authority in ``text[start:end]``, in order, the longest at each place, without overlaps."""
        return self._gazetteer.scan(text, start, end)

    def entries(self, name: str) -> Iterator[Entry]:
        """Yield what a name without a title may mean, the same record more than once."""
        yield from self._named(name)
        yield from self._institutions.get(read_institution(words_of(name)), ())

    def people(self, name: str) -> tuple[str, ...]:
        """Return the ids of the people that a full name may mean in another form: initials, order, further names."""
        found = (id_ for id_, _, how in self._named(name) if how not in ALONE.values())
        return tuple(dict.fromkeys(filter(self.is_person, found)))

    def _named(self, name: str) -> Iterator[Entry]:
        words = words_of(name)
        yield from self._entries.get(name.strip(), ())
        yield from self._entries.get(" ".join(words), ())
        yield from self._entries.get(normal(name), ())
        yield from self._entries.get(f"~{unordered(words)}", ())
        yield from self._entries.get(f"={''.join(words)}", ())
        if len(words) > 2:  # noqa: PLR2004 -- a first, a middle and a last name
            for id_, known, _ in self._entries.get(f"{words[0]} {words[-1]}", ()):
                yield id_, known, MIDDLE

    def institutions(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of organizations that a phrase such as "Kazakh finance ministry" names, whatever the order of its words."""
        found = self._institutions.get(read_institution(words), ())
        return tuple(dict.fromkeys(id_ for id_, _, _ in found))

    def may_have_country(self, words: Sequence[str]) -> bool:
        """Tell whether the name of an institution without its country is that of some country's."""
        return read_institution(words).words in self._of_countries

    def is_organization(self, id_: str) -> bool:
        """Tell whether an id is that of an organization."""
        return id_ in self._organizations

    def is_state(self, id_: str) -> bool:
        """Tell whether an id is that of a state."""
        return id_ in self._organizations and self._organizations[id_].kind == "state"

    def is_place(self, id_: str) -> bool:
        """Tell whether an id is that of a place."""
        return id_ in self._places

    def capital_of(self, place: str) -> str | None:
        """Return the id of the state whose seat is a place."""
        return self._capitals.get(place)

    def places(self, name: str) -> tuple[str, ...]:
        """Return the ids of the places with exactly this name."""
        return tuple(dict.fromkeys(id_ for id_, _, how in self._entries.get(name, ()) if how == EXACT and id_ in self._places))

    def agents_named(self, name: str) -> tuple[str, ...]:
        """Return the ids of the agents with this name, but for case, accents and punctuation; no parts of names, no other forms."""
        found = (*self._entries.get(name, ()), *self._entries.get(normal(name), ()))
        return tuple(dict.fromkeys(id_ for id_, _, how in found if how in (EXACT, NORMAL) and id_ not in self._places))

    def namesakes(self, ids: tuple[str, ...]) -> Namesakes:
        """Return the ids of a hit by what they are."""
        known = self._namesakes.get(ids)
        if known is None:
            places, states, people = (tuple(filter(is_one, ids)) for is_one in (self.is_place, self.is_state, self.is_person))
            known = self._namesakes[ids] = Namesakes(places, states, people)
        return known

    def kind_of(self, organization: str) -> str | None:
        """Return the kind of an organization."""
        return self._organizations[organization].kind if organization in self._organizations else None

    def families(self, person: str) -> tuple[str, ...]:
        """Return the family names of a person in their normal forms."""
        return self._families.get(person, ())

    def titles_of(self, agent: str | None, date: Date | None = None) -> Iterator[Title]:
        """Yield what the posts of an agent say (those in force on a date)."""
        for tenure, title in self.offices.get(agent or "", ()):
            if date is None or in_force(tenure.since, tenure.until, date):
                yield title

    def name_of(self, agent: str) -> str:
        """Return the first name of an agent, or its id where it has none."""
        return self._first_names[agent]

    def country_of(self, agent: str) -> str | None:
        """Return the English name of the country whose bodies an agent's posts were in; None where there are several or none."""
        states = {body for tenure, _ in self.offices.get(agent, ()) for body in self.bodies(tenure.body) if self.is_state(body)}
        return self._countries.get(states.pop()) if len(states) == 1 else None

    def institution_key(self, words: Sequence[str]) -> Institution:
        """Return what the words of an institution's name say, in any order."""
        return read_institution(words)

    def institution_words(self, id_: str | None, words: Sequence[str]) -> frozenset[str]:
        """Return the words that say which institution a record, or a name that no record knows, is."""
        record = self._organizations.get(id_ or "")
        if record is None:
            return read_institution(words).words
        return read_institution(words_of(record.names[0].text)).words if record.names else frozenset()

    def is_person(self, id_: str) -> bool:
        """Tell whether an id is that of an actor."""
        return id_ in self._actors

    def bodies(self, organization: str | None) -> Iterator[str]:
        """Yield an organization's id and the ids of all it is part of."""
        while organization is not None and organization in self._organizations:
            yield organization
            organization = self._organizations[organization].part_of

    def state(self, country: str) -> str | None:
        """Return the id of the state (or union of states) with an English name; None where several bear it."""
        found = {id_ for id_, _, how in self._entries.get(country, ()) if how == EXACT and id_ in self._organizations}
        states = {id_ for id_ in found if self._organizations[id_].kind == "state"} or found
        return next(iter(states)) if len(states) == 1 else None

    def tenures_as(self, agent: str, title: Title, date: Date | None = None) -> Iterator[Tenure]:
        """Yield the tenures by which an agent bears a title (on a date)."""
        for tenure, post in self.offices.get(agent, ()):
            if date is not None and not in_force(tenure.since, tenure.until, date):
                continue
            if agrees(title, post) and self._in_body(title, tenure):
                yield tenure

    def holds(self, agent: str, title: Title, date: Date | None = None) -> bool:
        """Tell whether a tenure gives an agent a title (on a date)."""
        return next(self.tenures_as(agent, title, date), None) is not None

    def bearers(self, title: Title, date: Date) -> dict[str, list[Tenure]]:
        """Return the agents who bear a title on a date, each with the tenures by which they do."""
        found: dict[str, list[Tenure]] = {}
        for tenure, post in self._answering(title.word, title.country):
            if agrees(title, post) and in_force(tenure.since, tenure.until, date) and self._in_body(title, tenure):
                found.setdefault(tenure.holder, []).append(tenure)
        return found

    def _answering(self, word: str, country: str | None) -> list[tuple[Tenure, Title]]:
        """Return the tenures in a country whose posts answer to the word for a role, by holder; both are words of the lexicon, and few."""
        known = self._posts.get((word, country))
        if known is None:
            posts = (held for offices in self.offices.values() for held in offices)
            known = [(tenure, post) for tenure, post in posts if answers(post, word) and self._in_country(country, tenure)]
            self._posts[word, country] = known
        return known

    def _in_country(self, country: str | None, tenure: Tenure) -> bool:
        """Tell whether a tenure may be one in a country: its body is the state's, or not known."""
        bodies = set(self.bodies(tenure.body)) if country else ()
        return not country or not bodies or self.state(country) in bodies

    def _in_body(self, title: Title, tenure: Tenure) -> bool:
        if not self._in_country(title.country, tenure):
            return False
        return not title.rest or self._explained(title.rest, tenure)

    def _explained(self, words: Sequence[str], tenure: Tenure) -> bool:
        """Tell whether all words of a title name bodies that a tenure is in, the nearest first, or stand in its post."""
        left = read_institution(words).words
        for body in self.bodies(tenure.body):
            left -= max((known for known in self._spelled(body) if known <= left), key=len, default=frozenset())
        return not left or left <= read_institution(words_of(tenure.post or "")).words

    def _spelled(self, organization: str) -> tuple[frozenset[str], ...]:
        """Return the words of each name of an organization, without those of its country."""
        known = self._bodies.get(organization)
        if known is None:
            names = self._organizations[organization].names
            known = self._bodies[organization] = tuple({read_institution(words_of(name.text)).words for name in names})
        return known

    def organizations(self, name: str) -> set[str]:
        """Return the ids of the organizations with a name, in its normal form."""
        return {id_ for id_, _, how in self._entries.get(name, ()) if how in (EXACT, NORMAL) and id_ in self._organizations}


name_index = per_authority(NameIndex)
"""Return the ``NameIndex`` of an authority, the same one each time."""
