"""What must hold before a corpus can exist: spans lie in their text, blocks tile it, ids are unique, references resolve, no circles.

Pure functions that yield every fault with the path of the field it is in, such as ``articles[0].statements[3].content[1]``. Constructors
raise what they yield; decoders, which build drafts, report it with the position in their document.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kzcorpus.errors import Fault, shorten
from kzcorpus.model.references import Reference, authority_references, corpus_references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kzcorpus.model.articles import Article
    from kzcorpus.model.authorities import Authority
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.dates import When
    from kzcorpus.model.links import Correction
    from kzcorpus.model.spans import Span
    from kzcorpus.model.statements import Statement

BETWEEN_BLOCKS = "\t\n\r "
"""What may stand before, between and after the blocks of an article."""
_SHOWN = 100


def article_spans(article: Article) -> Iterator[tuple[str, Span]]:
    """Yield every span of an article with its path; those of findings about another article are not its own."""
    holders: Iterable[tuple[str, object]] = chain(
        [("source.outlet", article.source and article.source.outlet), ("published", article.published), ("dateline", article.dateline)],
        [("dateline.when", article.dateline and article.dateline.when)],
        ((f"bylines[{i}]", voice) for i, voice in enumerate(article.bylines)),
        ((f"mentions[{i}]", mention) for i, mention in enumerate(article.mentions)),
        ((f"mentions[{i}].when", mention.when) for i, mention in enumerate(article.mentions) if mention.when),
    )
    for path, holder in holders:
        if holder and (span := holder.span):  # type: ignore[attr-defined]
            yield f"{path}.span", span
    for i, statement in enumerate(article.statements):
        for path, span in statement.spans():
            yield f"statements[{i}].{path}", span
    for i, finding in enumerate(article.findings):
        if finding.article in (None, article.id):
            for j, span in enumerate(finding.spans):
                yield f"findings[{i}].spans[{j}]", span


def _outside(spans: Iterable[tuple[str, Span]], length: int) -> Iterator[Fault]:
    for path, span in spans:
        if span.end > length:
            yield Fault(path, f"found {span.start}, {span.end}, expected a span within the {length} code points of the text")


def _tiling(article: Article) -> Iterator[Fault]:
    text = article.text
    end: int | None = 0  # None after a block that leaves the text, so that its neighbours are not blamed for it
    for i, block in enumerate(article.blocks):
        start = block.span.start
        if end is not None and start < end:
            yield Fault(f"blocks[{i}].span", f"found the start {start}, expected at least {end}, where the block before it ends")
        elif end is not None and text[end:start].strip(BETWEEN_BLOCKS):
            yield Fault(f"blocks[{i}].span", f"found {shorten(text[end:start])} between blocks, expected white space only")
        if block.span.end > len(text):
            yield Fault(f"blocks[{i}].span", f"found the end {block.span.end}, expected at most {len(text)}, the length of the text")
            end = None
        else:
            end = max(end or 0, block.span.end)
    if article.blocks and end is not None and text[end:].strip(BETWEEN_BLOCKS):
        yield Fault("blocks", f"found {shorten(text[end:])} after the last block, expected white space only")


def circular(parents: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the ids that lie on a circle of parents, each once, in the order given."""
    settled: set[str] = set()
    for first in parents:
        trail: dict[str, None] = {}
        node: str | None = first
        while node is not None and node in parents and node not in settled and node not in trail:
            trail[node] = None
            node = parents[node]
        if node is not None and node in trail:
            members = list(trail)
            yield from members[members.index(node) :]
        settled.update(trail)


def _circles(path: str, items: Iterable[tuple[str, str | None]], relation: str) -> Iterator[Fault]:
    parents: dict[str, str | None] = {}
    positions: dict[str, int] = {}
    for index, (id_, parent) in enumerate(items):
        if id_ not in parents:  # a repeated id is a fault of its own, and the first one bears it
            parents[id_], positions[id_] = parent, index
    for id_ in circular(parents):
        yield Fault(f"{path}[{positions[id_]}].{relation}", f"found {shorten(id_)} inside itself, expected no circle")


def _repeated(ids: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for path, id_ in ids:
        if id_ in seen:
            yield Fault(f"{path}.id", f"found the id {shorten(id_)} again, expected one that {seen[id_]} does not bear")
        else:
            seen[id_] = path


def dangling(references: Iterable[Reference], known: Mapping[str, set[str]]) -> Iterator[Fault]:
    """Yield the references that no known id of the kinds they allow answers."""
    for path, id_, kinds in references:
        if id_ is not None and not any(id_ in known[kind] for kind in kinds):
            yield Fault(
                path, f"found {shorten(id_)}, expected the id of {' or '.join(f'an {k}' if k[0] in 'aeiou' else f'a {k}' for k in kinds)}"
            )


def article_faults(article: Article, *, alone: bool = True) -> Iterator[Fault]:
    """Yield what is wrong with an article by itself; whom its ids mean is for the corpus to say.

    Where it is not ``alone``, repeated ids are for the corpus to say too.
    """
    yield from _outside(article_spans(article), len(article.text))
    yield from _tiling(article)
    if alone:
        yield from _repeated((f"statements[{i}]", statement.id) for i, statement in enumerate(article.statements))
    ids = {statement.id for statement in article.statements}
    nested = (Reference(f"statements[{i}].within", s.within, ("statement",)) for i, s in enumerate(article.statements))
    yield from dangling(nested, {"statement": ids})
    yield from _circles("statements", ((statement.id, statement.within) for statement in article.statements), "within")


def _authority_ids(authority: Authority) -> Iterator[tuple[str, str]]:
    for name in ("actors", "organizations", "places"):
        for i, record in enumerate(getattr(authority, name)):
            yield f"{name}[{i}]", record.id


def authority_faults(authority: Authority, *, alone: bool = True) -> Iterator[Fault]:
    """Yield what is wrong with an authority; where it is not ``alone``, repeated ids are for the corpus to say."""
    if alone:
        yield from _repeated(_authority_ids(authority))
    organizations = {organization.id for organization in authority.organizations}
    known = {
        "organization": organizations,
        "place": {place.id for place in authority.places},
        "agent": organizations | {actor.id for actor in authority.actors},
    }
    yield from dangling(authority_references(authority), known)
    yield from _circles("organizations", ((o.id, o.part_of) for o in authority.organizations), "part_of")
    yield from _circles("places", ((place.id, place.part_of) for place in authority.places), "part_of")


def corpus_ids(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield every id of a corpus with the path of what bears it."""
    for i, article in enumerate(corpus.articles):
        yield f"articles[{i}]", article.id
        for j, statement in enumerate(article.statements):
            yield f"articles[{i}].statements[{j}]", statement.id
    for path, id_ in _authority_ids(corpus.authority):
        yield f"authority.{path}", id_
    for name in ("concepts", "occasions", "remarks", "corrections"):
        for i, item in enumerate(getattr(corpus, name)):
            yield f"{name}[{i}]", item.id


def ids_by_kind(corpus: Corpus) -> dict[str, set[str]]:
    """Return the ids of the corpus by the kind of thing that bears them."""
    organizations = {organization.id for organization in corpus.authority.organizations}
    return {
        "organization": organizations,
        "agent": organizations | {actor.id for actor in corpus.authority.actors},
        "place": {place.id for place in corpus.authority.places},
        "occasion": {occasion.id for occasion in corpus.occasions},
        "concept": {concept.id for concept in corpus.concepts},
        "article": {article.id for article in corpus.articles},
        "statement": {statement.id for article in corpus.articles for statement in article.statements},
        "remark": {remark.id for remark in corpus.remarks},
        "correction": {correction.id for correction in corpus.corrections},
    }


def _loose_dates(corpus: Corpus) -> Iterator[Fault]:
    """Yield the dates outside articles that claim a span as evidence."""
    whens: Iterator[tuple[str, When | None]] = chain(
        ((f"occasions[{i}].when", occasion.when) for i, occasion in enumerate(corpus.occasions)),
        ((f"remarks[{i}].said", remark.said) for i, remark in enumerate(corpus.remarks)),
    )
    for path, when in whens:
        if when and when.span:
            yield Fault(f"{path}.span", f"found {when.span}, expected none outside an article")


def foreign_spans(article: Article, lengths: Mapping[str, int]) -> Iterator[Fault]:
    """Yield the spans of an article's findings that leave the text of the other article they are about."""
    for i, finding in enumerate(article.findings):
        if finding.article not in (None, article.id) and finding.article in lengths:
            yield from _outside(((f"findings[{i}].spans[{j}]", span) for j, span in enumerate(finding.spans)), lengths[finding.article])


def _misquoted(path: str, correction: Correction, text: str) -> Iterator[Fault]:
    """Yield where the words a correction quotes are not those of its spans; none need be quoted."""
    if correction.quoted and len(correction.quoted) != len(correction.content):
        yield Fault(f"{path}.quoted", f"found {len(correction.quoted)} items, expected {len(correction.content)}, one for each span")
        return
    for i, (words, span) in enumerate(zip(correction.quoted, correction.content, strict=False)):
        # lengths first, so that a short quotation of a long span costs no copy of the text
        if span.end <= len(text) and (len(words) != len(span) or words != span.of(text)):
            there = text[span.start : min(span.end, span.start + _SHOWN)]
            yield Fault(f"{path}.quoted[{i}]", f"found {shorten(words)}, expected the words of its span, {shorten(there)}")


def _value_faults(path: str, value: Statement, length: int, known: set[str]) -> Iterator[Fault]:
    """Yield what is wrong with the statement that a correction amends or adds, in its article."""
    yield from _outside(((f"{path}.{name}", span) for name, span in value.spans()), length)
    yield from dangling([Reference(f"{path}.within", value.within, ("statement",))], {"statement": known})
    if value.within == value.id:
        yield Fault(f"{path}.within", f"found {shorten(value.id)} inside itself, expected no circle")


def decision_faults(article: Article, corrections: Iterable[tuple[int, Correction]]) -> Iterator[Fault]:
    """Yield what is wrong with the corrections of an article, which are all there are of it, each with its place in the corpus."""
    numbered = list(corrections)
    text, known = article.text, {statement.id for statement in article.statements}
    known.update(correction.value.id for _, correction in numbered if correction.value)
    for i, correction in numbered:
        path = f"corrections[{i}]"
        yield from _outside(((f"{path}.content[{j}]", span) for j, span in enumerate(correction.content)), len(text))
        yield from _misquoted(path, correction, text)
        if correction.value:
            yield from _value_faults(f"{path}.value", correction.value, len(text), known)


def decisions(corpus: Corpus) -> dict[str, list[tuple[int, Correction]]]:
    """Return the corrections of a corpus with their places, by the article they are about."""
    found: dict[str, list[tuple[int, Correction]]] = {}
    for i, correction in enumerate(corpus.corrections):
        found.setdefault(correction.article, []).append((i, correction))
    return found


def corpus_faults(corpus: Corpus, *, deep: bool = False) -> Iterator[Fault]:
    """Yield what is wrong with a corpus as a whole; ``deep`` looks into its articles and authority too, which drafts need."""
    if deep:
        for fault in authority_faults(corpus.authority, alone=False):
            yield Fault(f"authority.{fault.path}", fault.message)
        for i, article in enumerate(corpus.articles):
            for fault in article_faults(article, alone=False):
                yield Fault(f"articles[{i}].{fault.path}", fault.message)
    yield from _repeated(corpus_ids(corpus))
    yield from dangling(corpus_references(corpus), ids_by_kind(corpus))
    yield from _circles("concepts", ((concept.id, concept.broader) for concept in corpus.concepts), "broader")
    yield from _loose_dates(corpus)
    lengths = {article.id: len(article.text) for article in corpus.articles}
    for i, article in enumerate(corpus.articles):
        for fault in foreign_spans(article, lengths):
            yield Fault(f"articles[{i}].{fault.path}", fault.message)
    articles = {article.id: article for article in corpus.articles}
    for id_, corrections in decisions(corpus).items():
        if id_ in articles:
            yield from decision_faults(articles[id_], corrections)
