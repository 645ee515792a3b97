"""`kzcorpus who`: whom a name may mean, with the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.authority.matching import find_agents, find_places
from kzcorpus.authority.records import load_authority
from kzcorpus.cli import console

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from kzcorpus.model.findings import Match

_WIDEST = 80


def listing(matches: Sequence[Match]) -> str:
    """Lay out candidates, best first."""
    rows = [(f"{match.score:.2f}", match.entity, match.name, match.reason) for match in matches]
    return console.table(("score", "id", "name", "evidence"), rows, widest=_WIDEST)


def who(arguments: Namespace) -> int:
    """Run the command."""
    authority = load_authority(*arguments.authority)
    found = [find(authority, arguments.name, date=arguments.date, fuzzy=arguments.fuzzy) for find in (find_agents, find_places)]
    matches = sorted((match for some in found for match in some), key=lambda match: -match.score)
    console.say(listing(matches) if matches else "nobody is meant")
    return 0 if matches else 1
