"""Occasions of a corpus: what the settings of statements name, the same name on the same date being one occasion."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from kzcorpus.authority.forms import normal
from kzcorpus.model.agents import Occasion, OccasionKind
from kzcorpus.model.articles import Article
from kzcorpus.model.dates import When
from kzcorpus.model.names import Name
from kzcorpus.model.statements import Statement
from kzcorpus.model.values import draft
from kzcorpus.read.assembly.identifiers import free
from kzcorpus.read.lexicon import lexicon

Key = tuple[str, str, str]
"""What tells occasions apart: the normal name, the date, and for one without a date the article."""
_ARTICLES = ("a ", "an ", "the ", "A ", "An ", "The ")


def _bare(name: str) -> str:
    article = next((article for article in _ARTICLES if name.startswith(article)), "")
    return " ".join(name[len(article) :].split())


def _key(article: Article, statement: Statement) -> Key | None:
    setting = statement.occasion
    if setting is None or not setting.name or not _bare(setting.name):
        return None
    date = statement.said.edtf if statement.said else ""
    return normal(_bare(setting.name)), date, "" if date else article.id


def kind_of(name: str) -> OccasionKind | None:
    """Return the kind of occasion that a name's last telling word means.

    >>> kind_of("a joint press conference"), kind_of("the CIS summit")
    ('press_conference', 'summit')
    """
    table = lexicon("speakers")["occasions"]
    return next((table[word] for word in reversed(normal(name).split()) if word in table), None)


def _keyed(articles: Iterable[Article]) -> Iterator[tuple[Key, Article, Statement]]:
    for article in articles:
        for statement in article.statements:
            key = _key(article, statement)
            if key:
                yield key, article, statement


def occasions(articles: Iterable[Article], taken: set[str]) -> dict[Key, Occasion]:
    """Return one occasion for each name and date; ``taken`` are ids in use, and grows. Who spoke there took part."""
    groups: dict[Key, list[tuple[Article, Statement]]] = {}
    for key, article, statement in _keyed(articles):
        groups.setdefault(key, []).append((article, statement))
    return {key: _occasion(key, groups[key], taken) for key in sorted(groups)}


def _occasion(key: Key, group: list[tuple[Article, Statement]], taken: set[str]) -> Occasion:
    names = sorted({(_bare(statement.occasion.name or ""), article.language or "") for article, statement in group if statement.occasion})
    said = next((statement.said for _, statement in group if statement.said), None)
    speakers = {statement.speaker.entity for _, statement in group if statement.speaker and statement.speaker.entity}
    return Occasion(
        _id(key, taken),
        kind_of(key[0]),
        tuple(Name(text, language or None) for text, language in names),
        When(said.edtf, said.basis, anchor=said.anchor) if said else None,
        participants=tuple(sorted(speakers)),
    )


def _id(key: Key, taken: set[str]) -> str:
    return free("-".join([*key[0].split(), *([key[1]] if key[1] else [])]), taken)


def placed(article: Article, statement: Statement, known: dict[Key, Occasion]) -> Statement:
    """Return a statement of an article with the id of its occasion."""
    key = _key(article, statement)
    if not key or not statement.occasion:
        return statement
    return attrs.evolve(statement, occasion=attrs.evolve(statement.occasion, occasion=known[key].id))


def held(article: Article, known: dict[Key, Occasion]) -> Article:
    """Return the article with the ids of occasions in its settings."""
    return attrs.evolve(article, statements=tuple(placed(article, statement, known) for statement in article.statements))


def standing(article: Article) -> Article:
    """Return an article without the statements that were rejected, as a draft: nobody spoke there."""
    kept = tuple(one for one in article.statements if one.made is None or one.made.status != "rejected")
    return draft(Article, id=article.id, text=article.text, language=article.language, statements=kept)


def edited(known: Sequence[Occasion], articles: Iterable[Article], taken: Iterable[str]) -> set[str]:
    """Return the ids of the known occasions that are not as the program makes them from these articles: somebody edited them."""
    made = set(occasions(map(standing, articles), set(taken)).values())
    return {one.id for one in known if one not in made}


def renewed(occasion: Occasion, now: Mapping[str, Occasion]) -> Occasion:
    """Return an occasion that a program made as it is now, by the ids of those that are; one where nobody speaks any more has nobody."""
    return now.get(occasion.id) or attrs.evolve(occasion, participants=())
