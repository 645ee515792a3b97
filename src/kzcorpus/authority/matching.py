"""Whom a name means: candidates from an authority, best first, each with its evidence."""

from collections.abc import Iterable, Iterator
from itertools import chain

import attrs

from kzcorpus.authority.evidence import FAMILY, RESPELLED_FAMILY, RESPELLED_SHORT, SCORES, SHORTENED
from kzcorpus.authority.nameindex import Date
from kzcorpus.authority.searching import Finder, Search
from kzcorpus.errors import AmbiguousNameError, AuthorityError, shorten
from kzcorpus.model.agents import Agent
from kzcorpus.model.authorities import Authority
from kzcorpus.model.findings import Match

_EQUAL = 1e-9  # scores are products
_SPELLED = {RESPELLED_FAMILY: FAMILY, RESPELLED_SHORT: SHORTENED}


def _ranked(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Keep the best match of each record, best first, equals by their ids: the order of an authority means nothing."""
    best: dict[str, Match] = {}
    for match in matches:
        if match.entity not in best or match.score > best[match.entity].score:
            best[match.entity] = match
    return tuple(sorted(_levelled(best.values()), key=lambda match: (-round(match.score, 9), match.entity)))


def _levelled(matches: Iterable[Match]) -> Iterator[Match]:
    """Give part of a name in another romanization the weight of the same spelling, where both are found: it tells no two people apart."""
    found = [(match, match.reason.split(";")[0]) for match in matches]
    reasons = {reason for _, reason in found}
    for match, reason in found:
        same = _SPELLED.get(reason)
        yield attrs.evolve(match, score=match.score * SCORES[same] / SCORES[reason]) if same in reasons else match


def _found(authority: Authority, name: str, date: Date | None, *, places: bool, fuzzy: bool) -> tuple[Match, ...]:
    """Return the agents or the places that a name may mean, by the first kind of evidence that finds one."""
    if not name.strip():
        return ()
    finder = Finder(authority, date)
    searches: list[Search] = [lambda said: chain(finder.named(said), finder.by_post(said)), finder.inflected, finder.slipped]
    for search in [*searches, finder.similar] if fuzzy else searches:
        matches = _ranked(match for match in search(name) if finder.index.is_place(match.entity) == places)
        if matches:
            return matches
    return ()


def find_agents(authority: Authority, name: str, *, date: Date | None = None, fuzzy: bool = False) -> tuple[Match, ...]:
    """Return the agents that a name may mean, best first; () when nobody is meant.

    The name may be in any romanization, behind a title, in another order or case, with initials, a patronymic, a family name alone; or be a
    post ("President of Kazakhstan"). A date (a day, or EDTF) prefers names and roles in force on it. ``Match.score`` is between 0 and 1,
    ``Match.reason`` the evidence (``kzcorpus.authority.evidence``). Equals stand in the order of their ids. ``fuzzy=True`` also finds
    what is only similar, where nothing else is found; raises ``MissingExtraError`` without the extra ``match``.

    >>> from kzcorpus import load_authority
    >>> find_agents(load_authority(), "Mr. Tokajev")[0].entity
    'kassym-jomart-tokayev'
    """
    return _found(authority, name, date, places=False, fuzzy=fuzzy)


def find_agent(authority: Authority, name: str, *, date: Date | None = None, fuzzy: bool = False) -> Agent:
    """Return the one agent that a name means.

    Raises ``AuthorityError`` where nobody is meant, ``AmbiguousNameError`` with the candidates where several are equally likely.
    """
    matches = find_agents(authority, name, date=date, fuzzy=fuzzy)
    if not matches:
        raise AuthorityError(f"found no agent called {shorten(name)} in the authority")
    tied = tuple(match for match in matches if abs(match.score - matches[0].score) < _EQUAL)
    if len(tied) > 1:
        raise AmbiguousNameError(name, tied)
    return authority.agent(matches[0].entity)


def find_places(authority: Authority, name: str, *, date: Date | None = None, fuzzy: bool = False) -> tuple[Match, ...]:
    """Return the places that a name may mean, best first; () when none is meant. A date prefers names borne on it.

    >>> from kzcorpus import load_authority
    >>> [match.entity for match in find_places(load_authority(), "Nur-Sultan", date="2020")]
    ['astana']
    """
    return _found(authority, name, date, places=True, fuzzy=fuzzy)
