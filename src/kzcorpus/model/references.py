"""Where one thing of a corpus names another by its id, and what kind of thing it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.authorities import Authority
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.statements import Statement


class Reference(NamedTuple):
    """A place where an id can stand, and the kinds of things that may bear it. None is no reference; most of those are left out."""

    path: str
    id: str | None
    kinds: tuple[str, ...]


AGENT = ("agent",)
ANY = ("agent", "place", "occasion", "article", "statement", "concept", "remark", "correction")


def authority_references(authority: Authority) -> Iterator[Reference]:
    """Yield every reference between the records of an authority."""
    for i, organization in enumerate(authority.organizations):
        yield Reference(f"organizations[{i}].part_of", organization.part_of, ("organization",))
        yield Reference(f"organizations[{i}].seat", organization.seat, ("place",))
    for i, place in enumerate(authority.places):
        yield Reference(f"places[{i}].part_of", place.part_of, ("place",))
    for i, tenure in enumerate(authority.tenures):
        yield Reference(f"tenures[{i}].holder", tenure.holder, AGENT)
        yield Reference(f"tenures[{i}].body", tenure.body, ("organization",))


def statement_references(statement: Statement) -> Iterator[Reference]:
    """Yield every reference of a statement but ``within``, which its article settles."""
    for path, voice in statement.voices():
        if voice.entity is not None:
            yield Reference(f"{path}.entity", voice.entity, AGENT)
    if statement.occasion:
        yield Reference("occasion.occasion", statement.occasion.occasion, ("occasion",))
    for i, stance in enumerate(statement.stances):
        yield Reference(f"stances[{i}].concept", stance.concept, ("concept",))


def _mention_references(article: Article) -> Iterator[Reference]:
    for i, mention in enumerate(article.mentions):
        if mention.entity is not None:
            yield Reference(f"mentions[{i}].entity", mention.entity, ("agent", "place", "occasion"))
        if mention.literal is not None:
            yield Reference(f"mentions[{i}].literal", mention.literal, ("place",))


def article_references(article: Article) -> Iterator[Reference]:
    """Yield every reference of an article to what the corpus holds."""
    if article.source and article.source.outlet:
        yield Reference("source.outlet.entity", article.source.outlet.entity, AGENT)
    if article.dateline:
        yield Reference("dateline.place", article.dateline.place, ("place",))
    for i, voice in enumerate(article.bylines):
        yield Reference(f"bylines[{i}].entity", voice.entity, AGENT)
    yield from _mention_references(article)
    for i, statement in enumerate(article.statements):
        for path, id_, kinds in statement_references(statement):
            yield Reference(f"statements[{i}].{path}", id_, kinds)
    for i, finding in enumerate(article.findings):
        yield Reference(f"findings[{i}].article", finding.article, ("article",))
        for j, ref in enumerate(finding.refs):
            yield Reference(f"findings[{i}].refs[{j}]", ref, ANY)


def _thing_references(corpus: Corpus) -> Iterator[Reference]:
    for i, concept in enumerate(corpus.concepts):
        yield Reference(f"concepts[{i}].broader", concept.broader, ("concept",))
    for i, occasion in enumerate(corpus.occasions):
        yield Reference(f"occasions[{i}].place", occasion.place, ("place",))
        for j, agent in enumerate(occasion.participants):
            yield Reference(f"occasions[{i}].participants[{j}]", agent, AGENT)


def _link_references(corpus: Corpus) -> Iterator[Reference]:
    for i, link in enumerate(corpus.links):
        yield Reference(f"links[{i}].a", link.a, ("statement",))
        yield Reference(f"links[{i}].b", link.b, ("statement",))
    for i, remark in enumerate(corpus.remarks):
        yield Reference(f"remarks[{i}].speaker", remark.speaker, AGENT)
        yield Reference(f"remarks[{i}].occasion", remark.occasion, ("occasion",))
        for j, statement in enumerate(remark.statements):
            yield Reference(f"remarks[{i}].statements[{j}]", statement, ("statement",))


def _correction_references(corpus: Corpus) -> Iterator[Reference]:
    for i, correction in enumerate(corpus.corrections):
        yield Reference(f"corrections[{i}].article", correction.article, ("article",))
        if correction.value:
            for path, id_, kinds in statement_references(correction.value):
                yield Reference(f"corrections[{i}].value.{path}", id_, kinds)


def corpus_references(corpus: Corpus) -> Iterator[Reference]:
    """Yield every reference of a corpus but those inside its authority, and ``within``."""
    for i, article in enumerate(corpus.articles):
        for path, id_, kinds in article_references(article):
            yield Reference(f"articles[{i}].{path}", id_, kinds)
    yield from _thing_references(corpus)
    yield from _link_references(corpus)
    yield from _correction_references(corpus)
