"""Whom a name means: candidates from an authority, best first, each with its evidence."""

from collections.abc import Iterable, Iterator

from kzcorpus.authority.forms import normal
from kzcorpus.authority.nameindex import EXACT, NORMAL, SCORES, Date, NameIndex, name_index
from kzcorpus.authority.titles import read_title
from kzcorpus.errors import AmbiguousNameError, AuthorityError, shorten
from kzcorpus.model.agents import Agent
from kzcorpus.model.authorities import Authority, in_force
from kzcorpus.model.findings import Match
from kzcorpus.model.names import Name

_OUT_OF_TIME = 0.9
_TITLE_FITS = 0.98
_TITLE_UNKNOWN = 0.95
_TITLE_AGAINST = 0.8
_BY_POST = 0.9
_BY_LESSER_POST = 0.8


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
        reason = NORMAL if how == EXACT and known.text != name else how
        yield _dated(index, Match(id_, known.text, SCORES[reason], reason), known, date)


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
