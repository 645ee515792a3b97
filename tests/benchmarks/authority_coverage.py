"""Who of the bundled authority held which office of the fifteen states, year by year, and how much of it was checked.

    python tests/benchmarks/authority_coverage.py            the tables of docs/explanation/authority.md
    python tests/benchmarks/authority_coverage.py --holders  every holder of every office, with the dates

A year counts as told where somebody can have held the office in it, by the dates as precise as they are.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzcorpus import Actor, Authority, Organization, Place, Tenure, load_authority
from kzcorpus.model.authorities import in_force

FIRST, LAST = 1991, 2025
STATES = ("kz", "ru", "ua", "by", "md", "ge", "am", "az", "uz", "kg", "tj", "tm", "ee", "lv", "lt")

HEADS = frozenset(
    {
        "President",
        "Head of State",
        "Head of the Interim Government",
        "Chair of the State Council",
        "Chair of the Supreme Soviet",
        "Chair of the Supreme Council",
        "Chair of the Supreme Assembly",
    }
)
GOVERNMENTS = frozenset({"Prime Minister", "State Minister", "Chair of the Cabinet of Ministers"})
SPEAKERS = frozenset(
    {
        "Speaker",
        "Speaker of the Legislative Chamber",
        "Chair of the Assembly of Representatives",
        "Chair of the Council of the Republic",
        "Chair of the Federation Council",
        "Chair of the House of Representatives",
        "Chair of the Legislative Assembly",
        "Chair of the Majlisi Oli",
        "Chair of the Mazhilis",
        "Chair of the National Assembly",
        "Chair of the Oliy Majlis",
        "Chair of the Senate",
        "Chair of the State Duma",
        "Chair of the Supreme Assembly",
        "Chair of the Supreme Council",
        "Chair of the Supreme Soviet",
    }
)
# since when there are two chambers, the upper one, and the bodies of the lower one and of what was before
CHAMBERS = {
    "kz": (1996, "kz-senate", ("kz-mazhilis", "kz-parliament")),
    "ru": (1994, "ru-federation-council", ("ru-state-duma", "ru-supreme-soviet")),
    "by": (1997, "by-council-republic", ("by-house", "by-parliament", "by")),
    "uz": (2005, "uz-senate", ("uz-legislative", "uz-parliament")),
    "tj": (2000, "tj-milli", ("tj-majlis", "tj-parliament", "tj")),
}
NO_PRIME_MINISTER_AFTER = {"tm": 1992}  # the president heads the government
PRESIDENTS_OFFICES = {"kz": "akorda", "ru": "kremlin"}


class Office(NamedTuple):
    """An office, by all the names it had: the posts and the bodies of its tenures, the years in which it is to be told."""

    title: str
    state: str
    posts: frozenset[str]
    bodies: frozenset[str]
    first: int = FIRST
    last: int = LAST

    def tenures(self, authority: Authority) -> list[Tenure]:
        """Return its tenures, acting ones too, by their beginning."""
        found = [tenure for tenure in authority.tenures if tenure.body in self.bodies and _plain(tenure.post) in self.posts]
        return sorted(found, key=lambda tenure: (tenure.since or "", tenure.until or "9999"))


def _plain(post: str | None) -> str:
    return (post or "").removeprefix("Acting ")


def _speakers(state: str) -> Iterator[Office]:
    if state not in CHAMBERS:
        yield Office("speaker", state, SPEAKERS, frozenset({f"{state}-parliament", state}))
        return
    begin, upper, lower = CHAMBERS[state]
    yield Office("speaker, upper chamber", state, SPEAKERS, frozenset({upper}), first=begin)
    yield Office("speaker", state, SPEAKERS, frozenset(lower))


def offices(state: str) -> Iterator[Office]:
    """Yield the offices of a state that are told; of spokespeople those of Kazakhstan and Russia."""
    last = NO_PRIME_MINISTER_AFTER.get(state, LAST)
    yield Office("head of state", state, HEADS, frozenset({state}))
    yield Office("prime minister", state, GOVERNMENTS, frozenset({f"{state}-government"}), last=last)
    yield Office("foreign minister", state, frozenset({"Minister of Foreign Affairs"}), frozenset({f"{state}-mfa"}))
    yield from _speakers(state)
    if state in PRESIDENTS_OFFICES:
        yield Office("president's press secretary", state, frozenset({"Press Secretary"}), frozenset({PRESIDENTS_OFFICES[state]}))
        yield Office("foreign ministry's spokesperson", state, frozenset({"Spokesperson"}), frozenset({f"{state}-mfa"}))


def gaps(office: Office, authority: Authority) -> list[int]:
    """Return the years of an office in which nobody can have held it."""
    tenures = [tenure for tenure in office.tenures(authority) if tenure.since or tenure.until]
    years = range(office.first, office.last + 1)
    return [year for year in years if not any(in_force(tenure.since, tenure.until, str(year)) for tenure in tenures)]


def spans(years: list[int]) -> str:
    """Write years as ranges: "1992, 1995-1997"."""
    written: list[str] = []
    for year in years:
        if written and int(written[-1][-4:]) == year - 1:
            written[-1] = f"{written[-1][:4]}-{year}"
        else:
            written.append(str(year))
    return ", ".join(written)


def coverage(authority: Authority) -> Iterator[str]:
    """Yield the rows of the table: how many held each office, and the years that nobody is known for."""
    titles = ("head of state", "prime minister", "foreign minister", "speaker")
    yield f"| state | {' | '.join(titles)} |"
    yield "| --- " * 5 + "|"
    for state in STATES:
        told = {office.title: office for office in offices(state)}
        cells = [_cell(told[title], authority) for title in titles]
        yield f"| {authority.agent(state).names[0].text} | {' | '.join(cells)} |"


def further(authority: Authority) -> Iterator[str]:
    """Yield the rows for upper chambers and spokespeople."""
    yield "| office | since | holders |"
    yield "| --- | --- | --- |"
    for state in STATES:
        for office in list(offices(state))[3:]:
            if office.title != "speaker":
                yield f"| {authority.agent(state).names[0].text}: {office.title} | {office.first} | {_cell(office, authority)} |"


def _cell(office: Office, authority: Authority) -> str:
    holders = {tenure.holder for tenure in office.tenures(authority)}
    missing = gaps(office, authority)
    return f"{len(holders)}" + (f", nobody for {spans(missing)}" if missing else "")


def shares(authority: Authority) -> Iterator[str]:
    """Yield the rows that tell how many records of each sort there are, and how many of them were checked."""
    yield "| records | number | verified | share |"
    yield "| --- | --- | --- | --- |"
    people = [actor for actor in authority.actors if actor.kind == "person"]
    memberships = [tenure for tenure in authority.tenures if tenure.post in ("member", "associate member", "observer")]
    posts = [tenure for tenure in authority.tenures if tenure not in memberships]
    groups: dict[str, Sequence[Actor | Organization | Place | Tenure]] = {
        "people": people,
        "organizations": authority.organizations,
        "places": authority.places,
        "posts": posts,
        "memberships": memberships,
    }
    for name, records in groups.items():
        verified = sum(record.made is not None and record.made.status == "accepted" for record in records)
        yield f"| {name} | {len(records)} | {verified} | {100 * verified / len(records):.1f} % |"


def holders(authority: Authority) -> Iterator[str]:
    """Yield every office with all who held it."""
    for state in STATES:
        for office in offices(state):
            yield f"{authority.agent(state).names[0].text}: {office.title}; nobody for: {spans(gaps(office, authority)) or '-'}"
            for tenure in office.tenures(authority):
                yield f"    {tenure.since or '?':10} {tenure.until or '':10} {authority.agent(tenure.holder).names[0].text} ({tenure.post})"


def main(arguments: list[str]) -> None:
    """Print the tables."""
    authority = load_authority()
    parts = [holders(authority)] if "--holders" in arguments else [shares(authority), coverage(authority), further(authority)]
    sys.stdout.write("\n\n".join("\n".join(part) for part in parts) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
