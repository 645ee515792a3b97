"""People whose full names an article writes in another romanization than the authority: the records that they are."""

from collections.abc import Iterable, Iterator

import attrs

from kzcorpus.authority.evidence import RESPELLED, RESPELLED_ORDER
from kzcorpus.authority.forms import normal
from kzcorpus.authority.people import People, people_of
from kzcorpus.model.articles import Article, Mention
from kzcorpus.model.authorities import Authority
from kzcorpus.model.statements import Voice
from kzcorpus.read.assembly.proposals import voiced

_REASONS = (RESPELLED, RESPELLED_ORDER)


def _unknown(article: Article) -> Iterator[str]:
    """Yield the full names of people in an article whom no record is known for."""
    for mention in article.mentions:
        if mention.type == "person" and mention.entity is None and mention.name and " " in mention.name:
            yield mention.name


def _record(people: People, name: str) -> str | None:
    """Return the only person whose whole name sounds like this one; None where nobody's or several do."""
    ids = {id_ for id_, _, how in people.meet(name) if how in _REASONS}
    return ids.pop() if len(ids) == 1 else None


def romanized(articles: Iterable[Article], authority: Authority) -> list[Article]:
    """Return the articles with the ids of people whose given and family names are those of one record in another romanization.

    Each name is looked up once, whatever the number of articles; a family name alone is for ``proposals``.
    """
    given = list(articles)
    names = sorted({name for article in given for name in _unknown(article)})
    if not names or not authority.actors:
        return given
    people = people_of(authority)
    records = {normal(name): id_ for name in names if (id_ := _record(people, name))}
    return [_linked(article, records) for article in given] if records else given


def _linked(article: Article, records: dict[str, str]) -> Article:
    def mention(one: Mention) -> Mention:
        if one.entity is not None or one.type != "person" or not one.name or not (id_ := records.get(normal(one.name))):
            return one
        return attrs.evolve(one, entity=id_, name=None)

    def voice(one: Voice) -> Voice:
        id_ = records.get(normal(one.name)) if one.entity is None and one.name else None
        return attrs.evolve(one, entity=id_) if id_ else one

    return attrs.evolve(voiced(article, voice), mentions=tuple(map(mention, article.mentions)))
