"""The part of an authority that articles use: the records they refer to, and all that these refer to."""

from collections.abc import Iterable

import attrs

from kzcorpus.model.articles import Article, Mention
from kzcorpus.model.authorities import Authority
from kzcorpus.model.findings import Finding
from kzcorpus.model.references import article_references
from kzcorpus.model.statements import Statement, Voice
from kzcorpus.read.assembly.proposals import voiced


def ids_in(articles: Iterable[Article]) -> set[str]:
    """Return the ids of agents and places that articles refer to."""
    kinds = {"agent", "place"}
    return {ref.id for article in articles for ref in article_references(article) if ref.id is not None and kinds & set(ref.kinds)}


def used(authority: Authority, ids: set[str]) -> Authority:
    """Return the records with these ids, the bodies and seats and wholes they refer to, and the roles of the agents among them."""
    organizations = {organization.id: organization for organization in authority.organizations}
    places = {place.id: place for place in authority.places}
    tenures = [tenure for tenure in authority.tenures if tenure.holder in ids]
    wanted: set[str] = set()
    pending = [*ids, *(tenure.body for tenure in tenures)]
    while pending:
        id_ = pending.pop()
        if id_ is None or id_ in wanted:
            continue
        wanted.add(id_)
        if id_ in organizations:
            pending += [organizations[id_].part_of, organizations[id_].seat]
        elif id_ in places:
            pending.append(places[id_].part_of)
    return Authority(
        actors=tuple(actor for actor in authority.actors if actor.id in wanted),
        organizations=tuple(organization for organization in authority.organizations if organization.id in wanted),
        places=tuple(place for place in authority.places if place.id in wanted),
        tenures=tuple(tenures),
    )


def without_unknown(article: Article, agents: set[str], places: set[str]) -> Article:
    """Return the article without the ids that no record bears.

    Names stay, from which agents are proposed anew, as are occasions; a finding tells of ids that leave nothing behind.
    """
    lost: set[str] = set()

    def known(id_: str | None, among: set[str], name: str | None = None) -> str | None:
        if id_ is None or id_ in among:
            return id_
        if not name:
            lost.add(id_)
        return None

    def change(voice: Voice) -> Voice:
        entity = known(voice.entity, agents, voice.name)
        return voice if entity == voice.entity else attrs.evolve(voice, entity=None, name=voice.name or voice.entity)

    def mention(one: Mention) -> Mention:
        return attrs.evolve(one, entity=known(one.entity, agents | places, one.name), literal=known(one.literal, places))

    dateline = article.dateline
    cleaned = attrs.evolve(
        voiced(article, change),
        dateline=attrs.evolve(dateline, place=known(dateline.place, places)) if dateline else None,
        mentions=tuple(map(mention, article.mentions)),
    )
    cleaned = attrs.evolve(cleaned, statements=tuple(map(_unset, cleaned.statements)))
    if not lost:
        return cleaned
    message = f"the authority has no record {', '.join(map(repr, sorted(lost)))}; the references are left out"
    return attrs.evolve(cleaned, findings=(*cleaned.findings, Finding("unknown-record", "warning", message)))


def _unset(statement: Statement) -> Statement:
    """Return the statement without the id of its occasion, which its corpus made."""
    if statement.occasion is None or statement.occasion.occasion is None:
        return statement
    return attrs.evolve(statement, occasion=attrs.evolve(statement.occasion, occasion=None))
