"""Agents that no authority knew: one proposed record for each name across a corpus."""

from collections.abc import Callable, Iterable, Iterator

import attrs

from kzcorpus import __version__
from kzcorpus.authority.forms import normal
from kzcorpus.authority.nameindex import NameIndex
from kzcorpus.model.agents import Actor, Organization
from kzcorpus.model.articles import Article, Mention
from kzcorpus.model.names import Name
from kzcorpus.model.provenance import Made
from kzcorpus.model.statements import Voice
from kzcorpus.read.assembly.identifiers import free
from kzcorpus.read.mentions.cast import compatible, person_words

Key = tuple[str, str]
"""What tells proposed agents apart: person, organization or outlet, and the normal form of the name."""
_TYPES = ("person", "organization")


@attrs.frozen
class Proposals:
    """The records proposed, and which of their ids each kind and normal form of a name means."""

    actors: tuple[Actor, ...]
    organizations: tuple[Organization, ...]
    ids: dict[Key, str]

    def named(self, type_: str, name: str) -> str | None:
        """Return the id proposed for a name of a type; None where there is none."""
        return self.ids.get((type_, normal(name)))

    def voice(self, voice: Voice) -> Voice:
        """Return the voice with the id proposed for its name."""
        if voice.entity is not None or not voice.name:
            return voice
        order = ("organization", "person") if voice.kind == "outlet" else _TYPES
        id_ = next((id_ for type_ in order if (id_ := self.named(type_, voice.name))), None)
        return attrs.evolve(voice, entity=id_) if id_ else voice


def _voices(article: Article) -> Iterator[Voice]:
    yield from article.bylines
    for statement in article.statements:
        for _, voice in statement.voices():
            yield voice
    if article.source and article.source.outlet:
        yield article.source.outlet


def _names(article: Article, index: NameIndex) -> Iterator[tuple[str, str]]:
    """Yield the type and the name of everybody in an article whom no authority knew, outlets as organizations.

    A voice whose name may mean several records is none of them, and nobody new.
    """
    for mention in article.mentions:
        if mention.entity is None and mention.name and mention.type in _TYPES:
            yield mention.type, mention.name
    for voice in _voices(article):
        if voice.entity is None and voice.name and voice.kind in ("named", "outlet") and next(index.entries(voice.name), None) is None:
            yield ("organization" if voice.kind == "outlet" else "person"), voice.name


def _settled(articles: Iterable[Article], index: NameIndex) -> dict[Key, set[str]]:
    """Return the spellings of every name by type and normal form; a name that mentions show to be an organization is no person."""
    spellings: dict[Key, set[str]] = {}
    for article in articles:
        found = list(_names(article, index))
        organizations = {normal(name) for type_, name in found if type_ == "organization"}
        for type_, name in found:
            key = ("organization", normal(name)) if normal(name) in organizations else (type_, normal(name))
            spellings.setdefault(key, set()).add(name)
    return spellings


def _merged(keys: Iterable[Key]) -> dict[Key, Key]:
    """Return for a name the longer one it stands for: "J. Smith" the one John Smith, a family name the one person who bears it."""
    words = {key: person_words(key[1]) for key in sorted(keys) if key[0] == "person"}
    families: dict[str, list[Key]] = {}
    for key, own in words.items():
        if len(own) > 1:
            families.setdefault(own[-1], []).append(key)
    out: dict[Key, Key] = {}
    for key, own in words.items():
        if len(own) > 1 and len(own[0]) == 1:
            fuller = [other for other in families[own[-1]] if len(words[other][0]) > 1 and compatible(own, words[other])]
            if len(fuller) == 1:
                out[key] = fuller[0]
    for key, own in words.items():
        bearers = {out.get(other, other) for other in families.get(own[-1], ())} if len(own) == 1 else set()
        if len(bearers) == 1:
            out[key] = bearers.pop()
    return out


def _id(name: str, taken: set[str]) -> str:
    """Return a free id made of the words of a name; ``taken`` then holds it."""
    return free("-".join(normal(name).split()) or "unnamed", taken)


def _forms(spellings: set[str]) -> tuple[Name, ...]:
    fullest, *others = sorted(spellings, key=lambda name: (-len(name), name))
    return (Name(fullest, kind="full"), *(Name(name, kind="variant") for name in others))


def propose(articles: Iterable[Article], index: NameIndex, taken: set[str]) -> Proposals:
    """Return one proposed agent for each name that no authority knew; ``taken`` are ids in use, and grows.

    The result does not depend on the order of the articles.
    """
    spellings = _settled(articles, index)
    merged = _merged(spellings)
    groups: dict[Key, set[str]] = {key: set(names) for key, names in spellings.items() if key not in merged}
    for key, fuller in merged.items():
        groups[fuller] |= spellings[key]
    made = Made(by="kzcorpus", version=__version__, rule="assembly.name", status="proposed")
    actors: list[Actor] = []
    organizations: list[Organization] = []
    ids: dict[Key, str] = {}
    for key in sorted(groups):
        id_ = ids[key] = _id(key[1], taken)
        if key[0] == "person":
            actors.append(Actor(id_, _forms(groups[key]), kind="person", made=made))
        else:
            organizations.append(Organization(id_, _forms(groups[key]), made=made))
    ids |= {key: ids[fuller] for key, fuller in merged.items()}
    return Proposals(tuple(actors), tuple(organizations), ids)


def voiced(article: Article, change: Callable[[Voice], Voice]) -> Article:
    """Return the article with every voice changed."""
    source = article.source
    if source and source.outlet:
        source = attrs.evolve(source, outlet=change(source.outlet))
    statements = tuple(
        attrs.evolve(
            one,
            speaker=one.speaker and change(one.speaker),
            addressees=tuple(map(change, one.addressees)),
            via=tuple(map(change, one.via)),
        )
        for one in article.statements
    )
    return attrs.evolve(article, source=source, bylines=tuple(map(change, article.bylines)), statements=statements)


def recognised(article: Article, index: NameIndex) -> Article:
    """Return the article with the ids of voices that bear the very name of one agent of the authority: a country may be spoken to."""

    def change(voice: Voice) -> Voice:
        if voice.entity is not None or not voice.name or voice.kind not in ("named", "outlet"):
            return voice
        known = index.agents_named(voice.name)
        return attrs.evolve(voice, entity=known[0]) if len(known) == 1 else voice

    return voiced(article, change)


def applied(article: Article, proposals: Proposals) -> Article:
    """Return the article with the proposed ids in its mentions and voices."""

    def mention(one: Mention) -> Mention:
        if one.entity is not None or not one.name or one.type not in _TYPES:
            return one
        id_ = proposals.named(one.type, one.name) or proposals.named("organization", one.name)
        return attrs.evolve(one, entity=id_) if id_ else one

    return attrs.evolve(voiced(article, proposals.voice), mentions=tuple(map(mention, article.mentions)))
