"""Whom a name means: candidates from an authority, best first, each with its evidence."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from kzcorpus.authority.forms import abbreviations, normal, unordered, words_of
from kzcorpus.authority.gazetteer import Gazetteer, Hit
from kzcorpus.authority.institutions import Institution, read_institution
from kzcorpus.authority.lexicon import vocabulary
from kzcorpus.authority.remembering import per_authority
from kzcorpus.authority.titles import Title, agrees, read_title
from kzcorpus.errors import AmbiguousNameError, AuthorityError, shorten
from kzcorpus.model.agents import Actor, Agent, Organization, Place, Tenure
from kzcorpus.model.authorities import Authority, in_force
from kzcorpus.model.findings import Match
from kzcorpus.model.names import Name

Date = dt.date | str

_SCORES = {
    "same name": 1.0,
    "same name but for case, accents or punctuation": 0.98,
    "same words in another order": 0.95,
    "same words, written together or apart": 0.92,
    "same institution": 0.92,
    "given names shortened": 0.88,
    "further names in the middle": 0.85,
    "family name": 0.7,
    "given name": 0.4,
}
_EXACT, _NORMAL, _ORDER, _TOGETHER, _INSTITUTION, _SHORTENED, _MIDDLE, _FAMILY, _GIVEN = _SCORES
_ALONE = {"family": _FAMILY, "given": _GIVEN}
_OUT_OF_TIME = 0.9
_TITLE_FITS = 0.98
_TITLE_UNKNOWN = 0.95
_TITLE_AGAINST = 0.8
_BY_POST = 0.9
_BY_LESSER_POST = 0.8

Entry = tuple[str, Name, str]
"""An id, the name of that record, and in which way it matches."""


class NameIndex:
    """The names of an authority by their normal forms, built once for all look-ups; ``name_index`` keeps it.

    ``offices`` holds the tenures with what their posts say, by holder.
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
        self._families = {actor.id: self._family_names(actor) for actor in authority.actors}
        self._countries = {self.state(name): name for name in vocabulary("demonyms")["countries"]}
        self.offices: dict[str, list[tuple[Tenure, Title]]] = {}
        self.tenures: dict[str, list[Tenure]] = {}
        self._first_names = {agent.id: next((name.text for name in agent.names), agent.id) for agent in authority.agents()}
        for tenure in authority.tenures:
            self.tenures.setdefault(tenure.holder, []).append(tenure)
            title = read_title(normal(tenure.post or "").split(" "))
            if title:
                self.offices.setdefault(tenure.holder, []).append((tenure, title))
        self._gazetteer = Gazetteer((name.text, record.id) for record in (*authority.agents(), *authority.places) for name in record.names)

    @staticmethod
    def _family_names(actor: Actor) -> tuple[str, ...]:
        alone = (normal(name.text) for name in actor.names if name.kind == "family")
        return tuple(dict.fromkeys([*alone, *(words_of(name.text)[-1] for name in actor.names if name.kind in (None, "full", "variant"))]))

    def _enter(self, record: Agent | Place, name: Name) -> None:
        words = words_of(name.text)
        alone = _ALONE.get(name.kind or "")
        self._add(name.text, record, name, alone or _EXACT)
        self._add(" ".join(words), record, name, alone or _NORMAL)
        self._add(normal(name.text), record, name, alone or _NORMAL)
        if alone:
            return
        self._add(f"={''.join(words)}", record, name, _TOGETHER)
        if isinstance(record, Actor):
            self._add(f"~{unordered(words)}", record, name, _ORDER)
            self._add(words[-1], record, name, _FAMILY)
            for short in abbreviations(words):
                self._add(short, record, name, _SHORTENED)
        if isinstance(record, Organization):
            self._institutions.setdefault(read_institution(words), []).append((record.id, name, _INSTITUTION))

    def _add(self, key: str, record: Agent | Place, name: Name, how: str) -> None:
        self._entries.setdefault(key, []).append((record.id, name, how))

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Yield every name of the authority in ``text[start:end]``, in order, the longest at each place, without overlaps."""
        return self._gazetteer.scan(text, start, end)

    def entries(self, name: str) -> Iterator[Entry]:
        """Yield what a name without a title may mean, the same record more than once."""
        words = words_of(name)
        yield from self._entries.get(name.strip(), ())
        yield from self._entries.get(" ".join(words), ())
        yield from self._entries.get(normal(name), ())
        yield from self._entries.get(f"~{unordered(words)}", ())
        yield from self._entries.get(f"={''.join(words)}", ())
        if len(words) > 2:  # noqa: PLR2004 -- a first, a middle and a last name
            for id_, known, _ in self._entries.get(f"{words[0]} {words[-1]}", ()):
                yield id_, known, _MIDDLE
        yield from self._institutions.get(read_institution(words), ())

    def institutions(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of organizations that a phrase such as "Kazakh finance ministry" names, whatever the order of its words."""
        found = self._institutions.get(read_institution(words), ())
        return tuple(dict.fromkeys(id_ for id_, _, _ in found))

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
        return tuple(dict.fromkeys(id_ for id_, _, how in self._entries.get(name, ()) if how == _EXACT and id_ in self._places))

    def agents_named(self, name: str) -> tuple[str, ...]:
        """Return the ids of the agents with this name, but for case, accents and punctuation; no parts of names, no other forms."""
        found = (*self._entries.get(name, ()), *self._entries.get(normal(name), ()))
        return tuple(dict.fromkeys(id_ for id_, _, how in found if how in (_EXACT, _NORMAL) and id_ not in self._places))

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
        names = [words_of(name.text) for name in record.names] if record else [tuple(words)]
        return max((read_institution(name).words for name in names[:1]), key=len, default=frozenset())

    def is_person(self, id_: str) -> bool:
        """Tell whether an id is that of an actor."""
        return id_ in self._actors

    def bodies(self, organization: str | None) -> Iterator[str]:
        """Yield an organization's id and the ids of all it is part of."""
        while organization is not None and organization in self._organizations:
            yield organization
            organization = self._organizations[organization].part_of

    def state(self, country: str) -> str | None:
        """Return the id of the state (or union of states) with an English name."""
        found = [id_ for id_, _, how in self._entries.get(country, ()) if how == _EXACT and id_ in self._organizations]
        states = [id_ for id_ in found if self._organizations[id_].kind == "state"]
        return next(iter(states or found), None)

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

    def _in_body(self, title: Title, tenure: Tenure) -> bool:
        bodies = set(self.bodies(tenure.body))
        if title.country and bodies and self.state(title.country) not in bodies:
            return False
        return all(bodies & self.organizations(word) for word in title.rest)

    def organizations(self, name: str) -> set[str]:
        """Return the ids of the organizations with a name, in its normal form."""
        return {id_ for id_, _, how in self._entries.get(name, ()) if how in (_EXACT, _NORMAL) and id_ in self._organizations}


name_index = per_authority(NameIndex)
"""Return the ``NameIndex`` of an authority, the same one each time."""


def _dated(index: NameIndex, match: Match, name: Name, date: Date | None) -> Match:
    """Weigh a match by a date: what the name or a role says of it."""
    if date is None:
        return match
    if not in_force(name.since, name.until, date):
        return Match(match.entity, match.name, match.score * _OUT_OF_TIME, f"{match.reason}; not its name on {date}")
    offices = index.tenures.get(match.entity, [])
    held = [tenure for tenure in offices if in_force(tenure.since, tenure.until, date)]
    if held:
        return Match(match.entity, match.name, match.score, f"{match.reason}; {held[0].post or 'member'} on {date}")
    if offices:
        return Match(match.entity, match.name, match.score * _OUT_OF_TIME, f"{match.reason}; no role on {date}")
    return match


def _plain(index: NameIndex, name: str, date: Date | None) -> Iterator[Match]:
    for id_, known, how in index.entries(name):
        reason = _NORMAL if how == _EXACT and known.text != name else how
        yield _dated(index, Match(id_, known.text, _SCORES[reason], reason), known, date)


def _titled(index: NameIndex, name: str, date: Date | None) -> Iterator[Match]:
    """Yield candidates for a name behind a title: "Foreign Minister Tleuberdi"."""
    words = name.split()
    for cut in range(1, len(words)):
        title = read_title([part for word in words[:cut] for part in normal(word).split(" ")])
        if title is None or len(title.rest) > 1:
            continue
        said = " ".join(words[:cut])
        for match in _plain(index, " ".join(words[cut:]), date):
            if not index.is_person(match.entity):
                continue
            if index.holds(match.entity, title):
                yield Match(match.entity, match.name, match.score * _TITLE_FITS, f"{match.reason}; bears the title {said!r}")
            else:
                known = match.entity in index.offices
                weight = _TITLE_AGAINST if known else _TITLE_UNKNOWN
                yield Match(match.entity, match.name, match.score * weight, f"{match.reason}; not known as {said!r}")


def _by_post(index: NameIndex, name: str, date: Date | None) -> Iterator[Match]:
    """Yield those who bear a title on a date, or bear it still: "President of Kazakhstan"."""
    title = read_title(normal(name).split(" "))
    if title is None or not (title.country or title.rest) or title.earlier:
        return
    for agent in index.offices:
        tenure = next((tenure for tenure in index.tenures_as(agent, title, date) if date is not None or tenure.until is None), None)
        if tenure:
            when = f"on {date}" if date is not None else f"since {tenure.since or 'an unknown date'}"
            # "the leader" of a country is its president before its prime minister
            score = _BY_POST if not title.country or tenure.body == index.state(title.country) else _BY_LESSER_POST
            yield Match(agent, name, score, f"{tenure.post} {when}")


def _ranked(matches: Iterable[Match], wanted: Iterable[str]) -> tuple[Match, ...]:
    """Keep the best match of each wanted record; the authority's order decides between equals."""
    best: dict[str, Match] = {}
    for match in matches:
        if match.entity not in best or match.score > best[match.entity].score:
            best[match.entity] = match
    order = {id_: position for position, id_ in enumerate(wanted)}
    found = [match for match in best.values() if match.entity in order]
    return tuple(sorted(found, key=lambda match: (-match.score, order[match.entity])))


def find_agents(authority: Authority, name: str, *, date: Date | None = None) -> tuple[Match, ...]:
    """Return the agents that a name may mean, best first; () when nobody is meant.

    The name may stand behind a title, in another order, with initials or a family name alone; or be a post ("President of Kazakhstan"). A
    date (a day, or EDTF) prefers names and roles in force on it. ``Match.score`` is between 0 and 1, ``Match.reason`` the evidence.

    >>> from kzcorpus import load_authority
    >>> find_agents(load_authority(), "Mr. Tokajev")[0].entity
    'kassym-jomart-tokayev'
    """
    if not name.strip():
        return ()
    index = name_index(authority)
    found = [*_plain(index, name, date), *_titled(index, name, date), *_by_post(index, name, date)]
    return _ranked(found, (agent.id for agent in authority.agents()))


def find_agent(authority: Authority, name: str, *, date: Date | None = None) -> Agent:
    """Return the one agent that a name means.

    Raises ``AuthorityError`` where nobody is meant, ``AmbiguousNameError`` with the candidates where several are equally likely.
    """
    matches = find_agents(authority, name, date=date)
    if not matches:
        raise AuthorityError(f"found no agent called {shorten(name)} in the authority")
    tied = tuple(match for match in matches if match.score == matches[0].score)
    if len(tied) > 1:
        raise AmbiguousNameError(name, tied)
    return authority.agent(matches[0].entity)


def find_places(authority: Authority, name: str, *, date: Date | None = None) -> tuple[Match, ...]:
    """Return the places that a name may mean, best first; () when none is meant. A date prefers names borne on it.

    >>> from kzcorpus import load_authority
    >>> [match.entity for match in find_places(load_authority(), "Nur-Sultan", date="2020")]
    ['astana']
    """
    if not name.strip():
        return ()
    index = name_index(authority)
    return _ranked(_plain(index, name, date), (place.id for place in authority.places))
