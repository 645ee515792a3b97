"""Who is who when a corpus is read anew: the records that people made or edited, with those of the authority given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kzcorpus.model.authorities import Authority
from kzcorpus.model.references import corpus_references
from kzcorpus.model.values import draft
from kzcorpus.read.assembly.used import used

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzcorpus.model.agents import Agent, Place, Tenure
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.read.curation.authorship import Programs

_RECORDS = frozenset({"agent", "organization", "place"})


def united(first: Authority, second: Authority) -> Authority:
    """Return the records of both, as a draft; with one id the first's stays, and the roles of its agents are the first's to tell."""
    ids = {one.id for one in records(first)}

    def both(name: str) -> tuple[Any, ...]:
        return (*getattr(first, name), *(one for one in getattr(second, name) if one.id not in ids))

    tenures = (*first.tenures, *(one for one in second.tenures if one.holder not in ids))
    return draft(Authority, actors=both("actors"), organizations=both("organizations"), places=both("places"), tenures=tenures)


def records(authority: Authority) -> Iterator[Agent | Place]:
    """Yield agents, then places."""
    yield from authority.agents()
    yield from authority.places


def made_by_people(authority: Authority, programs: Programs) -> set[str]:
    """Return the ids of the records that people made, edited or accepted, and of those to whom they gave a role."""
    mine = {one.id for one in records(authority) if not programs.recorded(one.made)}
    return mine.union(*({one.holder} for one in authority.tenures if not programs.recorded(one.made)))


def _roles(ours: Authority, given: Authority, programs: Programs) -> list[Tenure]:
    """Return the roles that people told, but those of which people tell otherwise in the authority given."""
    told = {(one.holder, one.post, one.body) for one in given.tenures if not programs.recorded(one.made)}
    mine = [one for one in ours.tenures if not programs.recorded(one.made) and (one.holder, one.post, one.body) not in told]
    known = set(given.tenures) if mine else set()
    return [one for one in mine if one not in known]


def known(ours: Authority, given: Authority, programs: Programs) -> Authority:
    """Return the authority to read a corpus with: the one given, and what people made in the corpus.

    Of two records with one id the one made by a person wins over that of a program; of two by people, the one given.
    """
    there = {one.id: one for one in records(given)}
    mine = {
        one.id
        for one in records(ours)
        if not programs.recorded(one.made) and (one.id not in there or programs.recorded(there[one.id].made)) and there.get(one.id) != one
    }
    roles = _roles(ours, given, programs)
    if not mine and not roles:
        return given

    def layered(name: str) -> tuple[Any, ...]:
        rest = (one for one in getattr(given, name) if one.id not in mine)
        return (*rest, *(one for one in getattr(ours, name) if one.id in mine))

    fields: dict[str, Any] = {name: layered(name) for name in ("actors", "organizations", "places")}
    both = draft(Authority, **fields, tenures=(*given.tenures, *roles))
    ids = mine.union(*({one.holder, one.body} for one in roles)) - {None}
    whole = united(both, used(ours, {id_ for id_ in ids if id_ is not None}))
    return Authority(whole.actors, whole.organizations, whole.places, whole.tenures)


def referred(corpus: Corpus) -> set[str]:
    """Return the ids of records that articles, and what ties them together, refer to; not those that only records do."""
    found = (ref for ref in corpus_references(corpus) if ref.id is not None and _RECORDS.intersection(ref.kinds))
    return {ref.id for ref in found if ref.id is not None}


def ids_of(corpus: Corpus) -> set[str]:
    """Return every id in use but those of statements and occasions."""
    things = (corpus.articles, records(corpus.authority), corpus.concepts, corpus.remarks, corpus.corrections)
    return {one.id for some in things for one in some}


def statements_referred(corpus: Corpus) -> set[str]:
    """Return the ids of statements that links, remarks and corrections refer to."""
    ids = {id_ for link in corpus.links for id_ in (link.a, link.b)}
    ids.update(id_ for remark in corpus.remarks for id_ in remark.statements)
    return ids.union({one.value.within for one in corpus.corrections if one.value and one.value.within is not None})


def holders(corpus: Corpus) -> dict[str, str]:
    """Return every id in use with the article whose statement bears it, or with an empty string."""
    out = dict.fromkeys(ids_of(corpus) | {one.id for one in corpus.occasions}, "")
    return out | {one.id: article.id for article, one in corpus.statements()}


def needed(pools: Iterable[Authority], ids: set[str]) -> Authority:
    """Return the records with these ids from several authorities, the first of which wins, with all that they refer to."""
    pool = Authority()
    for one in pools:
        pool = united(pool, one)
    return used(pool, ids)


def enriched(mine: Authority, other: Authority, ids: set[str]) -> Authority:
    """Return an authority with those of some records that it lacks, and all that these refer to, from another."""
    there = {one.id for one in records(mine)}
    if ids <= there:
        return mine
    more = used(united(mine, other), ids)

    def both(name: str) -> tuple[Any, ...]:
        return (*getattr(mine, name), *(one for one in getattr(more, name) if one.id not in there))

    tenures = (*mine.tenures, *(one for one in more.tenures if one.holder not in there))
    return Authority(both("actors"), both("organizations"), both("places"), tenures)
