"""The authority: who is who, where is where, and who held which role when."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

import attrs

from kzcorpus.errors import Fault, ModelError, UnknownIdError
from kzcorpus.model.agents import Actor, Agent, Organization, Place, Tenure
from kzcorpus.model.edtf import bounds, reason_invalid
from kzcorpus.model.integrity import authority_faults
from kzcorpus.model.names import Name
from kzcorpus.model.soundness import is_whole
from kzcorpus.model.values import checked


def _days(date: dt.date | str) -> tuple[dt.date, dt.date]:
    if isinstance(date, dt.datetime):
        date = date.date()
    if isinstance(date, dt.date):
        return date, date
    if reason := reason_invalid(date):
        raise ModelError((Fault("date", reason),))
    earliest, latest = bounds(date)
    return earliest or dt.date.min, latest or dt.date.max


def in_force(since: str | None, until: str | None, date: dt.date | str) -> bool:
    """Tell whether what held from ``since`` until ``until`` (EDTF, None: open) can have held on a date (a day, or EDTF).

    >>> in_force("2019-03-23", "2022-09-17", "2022"), in_force("2019", None, "2018-05")
    (True, False)
    """
    first, last = _days(date)
    begin = bounds(since).earliest if since else None
    end = bounds(until).latest if until else None
    return (begin is None or begin <= last) and (end is None or first <= end)


@attrs.frozen
@checked
class Authority:
    """Who is who: agents, places and dated roles.

    Sound like a corpus: ids are unique, references resolve, nothing is part of itself; otherwise ``ModelError`` lists every fault.
    """

    actors: tuple[Actor, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    tenures: tuple[Tenure, ...] = ()

    def _faults(self) -> Iterator[Fault]:
        return iter(()) if is_whole(self) else authority_faults(self)

    @cached_property
    def _agents(self) -> dict[str, Agent]:
        return {agent.id: agent for agent in self.agents()}

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    def agents(self) -> Iterator[Agent]:
        """Iterate over actors, then organizations."""
        yield from self.actors
        yield from self.organizations

    def agent(self, id: str) -> Agent:  # noqa: A002 -- the model's own word
        """Return the actor or organization with this id; raises ``UnknownIdError``."""
        if id not in self._agents:
            raise UnknownIdError("agent", id)
        return self._agents[id]

    def place(self, id: str) -> Place:  # noqa: A002
        """Return the place with this id; raises ``UnknownIdError``."""
        if id not in self._places:
            raise UnknownIdError("place", id)
        return self._places[id]

    def roles_on(self, agent: str, date: dt.date | str) -> tuple[Tenure, ...]:
        """Return the roles that an agent can have held on a day or an EDTF date, in the order of the authority.

        Raises ``ModelError`` where the date is none.
        """
        return tuple(tenure for tenure in self.tenures if tenure.holder == agent and in_force(tenure.since, tenure.until, date))

    def name_on(self, place: str, date: dt.date | str) -> Name | None:
        """Return the first name that a place can have borne on a day or an EDTF date; None where no name fits.

        Raises ``UnknownIdError``, and ``ModelError`` where the date is none.
        """
        return next((name for name in self.place(place).names if in_force(name.since, name.until, date)), None)
