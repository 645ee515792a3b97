"""A quick answer to whether a corpus is sound, for the many that are: no paths are put together, and nothing is said about what is wrong.

``kzcorpus.model.integrity`` says what is wrong, and decides. Where this module answers yes, that one has nothing to say; where it answers
no, something is wrong or merely rare.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kzcorpus.model.integrity import BETWEEN_BLOCKS, circular

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kzcorpus.model.articles import Article, Block, Mention
    from kzcorpus.model.authorities import Authority
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.dates import When
    from kzcorpus.model.spans import Span
    from kzcorpus.model.statements import Statement, Voice

    class _Named(Protocol):
        @property
        def id(self) -> str: ...


class KnownIds(NamedTuple):
    """The ids that references may name, by the kind of thing; None is among them, since a reference may be None."""

    agents: set[str | None]
    places: set[str | None]
    occasions: set[str | None]
    concepts: set[str | None]
    statements: set[str | None]
    mentioned: set[str | None]


def _ids(things: Iterable[_Named]) -> set[str | None]:
    return {None, *(thing.id for thing in things)}


def known_ids(corpus: Corpus) -> KnownIds:
    """Return the ids of a corpus that references may name."""
    agents, places, occasions = _ids(corpus.authority.agents()), _ids(corpus.authority.places), _ids(corpus.occasions)
    statements = _ids(chain.from_iterable(article.statements for article in corpus.articles))
    return KnownIds(agents, places, occasions, _ids(corpus.concepts), statements, agents | places | occasions)


def _are_unique(corpus: Corpus) -> bool:
    authority = corpus.authority
    others: tuple[Iterable[_Named], ...] = (corpus.concepts, corpus.occasions, corpus.remarks, corpus.corrections)
    things = chain(corpus.articles, *(article.statements for article in corpus.articles), authority.agents(), authority.places, *others)
    ids = [thing.id for thing in things]
    return len(set(ids)) == len(ids)


def _tile(blocks: tuple[Block, ...], text: str) -> bool:
    end = 0
    for block in blocks:
        start = block.span.start
        if start < end or (start > end and text[end:start].strip(BETWEEN_BLOCKS)):
            return False
        end = block.span.end
    return end <= len(text) and not (blocks and text[end:].strip(BETWEEN_BLOCKS))


def _speaks_within(voice: Voice, length: int) -> bool:
    return voice.span is None or voice.span.end <= length


def _fit(spans: tuple[Span, ...], length: int) -> bool:
    for span in spans:  # noqa: SIM110 -- a loop takes half the time of all()
        if span.end > length:
            return False
    return True


def _mentions_fit(mentions: tuple[Mention, ...], length: int) -> bool:
    for mention in mentions:  # noqa: SIM110 -- as above
        if mention.span.end > length or (mention.when is not None and not _when_fits(mention.when, length)):
            return False
    return True


def _statement_fits(statement: Statement, length: int) -> bool:
    occasion, speaker = statement.occasion, statement.speaker
    return (
        _fit((*statement.content, *statement.cue, *statement.verbatim, *statement.hedges), length)
        and (speaker is None or _speaks_within(speaker, length))
        and _when_fits(statement.said, length)
        and (occasion is None or occasion.span is None or occasion.span.end <= length)
        and (
            not (statement.addressees or statement.via)
            or all(_speaks_within(one, length) for one in (*statement.addressees, *statement.via))
        )
    )


def _statement_refers(statement: Statement, known: KnownIds) -> bool:
    """Tell whether whom and what a statement names is known."""
    occasion, speaker = statement.occasion, statement.speaker
    return (
        (speaker is None or speaker.entity in known.agents)
        and (occasion is None or occasion.occasion in known.occasions)
        and (
            not (statement.addressees or statement.via)
            or all(voice.entity in known.agents for voice in (*statement.addressees, *statement.via))
        )
        and (not statement.stances or all(stance.concept in known.concepts for stance in statement.stances))
    )


def _nest(statements: tuple[Statement, ...]) -> bool:
    """Tell whether statements stand in statements of the article, in no circle; most come after what they stand in."""
    known: set[str] = set()
    for statement in statements:
        if statement.within is not None and statement.within not in known:
            break
        known.add(statement.id)
    else:
        return True
    parents = {statement.id: statement.within for statement in statements if statement.within is not None}
    return {*parents.values()} <= {statement.id for statement in statements} and next(circular(parents), None) is None


def _when_fits(when: When | None, length: int) -> bool:
    return when is None or when.span is None or when.span.end <= length


def _voices(article: Article) -> tuple[Voice, ...]:
    """Return the voices that an article has besides those of its statements."""
    outlet = article.source.outlet if article.source else None
    return article.bylines if outlet is None else (outlet, *article.bylines)


def _frame_fits(article: Article, length: int) -> bool:
    """Tell whether what an article has besides mentions and statements is right; findings about anything else are too rare to know."""
    dateline = article.dateline
    return (
        (dateline is None or (dateline.span.end <= length and _when_fits(dateline.when, length)))
        and _when_fits(article.published, length)
        and all(_speaks_within(voice, length) for voice in _voices(article))
        and all(finding.article is None and not finding.refs and _fit(finding.spans, length) for finding in article.findings)
    )


def stands_alone(article: Article) -> bool:
    """Tell whether an article by itself is sure to be right: ``article_faults`` has nothing to say of one of which this is true.

    >>> from kzcorpus.model.articles import Article, Block
    >>> from kzcorpus.model.spans import Span
    >>> stands_alone(Article("a1", "Astana")), stands_alone(Article("a2", "Astana", blocks=(Block(Span(0, 6), "headline"),)))
    (True, True)
    """
    length, statements = len(article.text), article.statements
    return (
        _mentions_fit(article.mentions, length)
        and all(_statement_fits(statement, length) for statement in statements)
        and len({statement.id for statement in statements}) == len(statements)
        and _tile(article.blocks, article.text)
        and _nest(statements)
        and _frame_fits(article, length)
    )


def article_refers(article: Article, known: KnownIds) -> bool:
    """Tell whether whom and what an article names is known; what its findings refer to is not looked at."""
    for mention in article.mentions:
        if mention.entity not in known.mentioned or mention.literal not in known.places:
            return False
    return (
        all(_statement_refers(statement, known) for statement in article.statements)
        and (article.dateline is None or article.dateline.place in known.places)
        and all(voice.entity in known.agents for voice in _voices(article))
    )


def _things_are_sound(corpus: Corpus, known: KnownIds) -> bool:
    """Tell whether concepts, occasions, links and remarks refer to what there is."""
    broader = {concept.id: concept.broader for concept in corpus.concepts}
    return (
        known.concepts.issuperset(broader.values())
        and next(circular(broader), None) is None
        and all(_when_fits(one.when, -1) and one.place in known.places for one in corpus.occasions)
        and all(known.agents.issuperset(one.participants) for one in corpus.occasions)
        and all(link.a in known.statements and link.b in known.statements for link in corpus.links)
        and all(_when_fits(remark.said, -1) and remark.speaker in known.agents for remark in corpus.remarks)
        and all(remark.occasion in known.occasions and known.statements.issuperset(remark.statements) for remark in corpus.remarks)
    )


def _records_refer(authority: Authority) -> bool:
    """Tell whether the records of an authority refer to each other only, and are no parts of themselves."""
    organizations = {one.id: one.part_of for one in authority.organizations}
    places = {one.id: one.part_of for one in authority.places}
    bodies: set[str | None] = {None, *organizations}
    seats: set[str | None] = {None, *places}
    holders = _ids(authority.agents()) if authority.tenures else {None}
    return (
        bodies.issuperset(organizations.values())
        and seats.issuperset(places.values())
        and all(one.seat in seats for one in authority.organizations)
        and all(one.holder in holders and one.body in bodies for one in authority.tenures)
        and next(circular(organizations), None) is None
        and next(circular(places), None) is None
    )


def is_whole(authority: Authority) -> bool:
    """Tell whether an authority by itself is sure to be right: ``authority_faults`` has nothing to say of one of which this is true.

    >>> from kzcorpus.model.authorities import Authority
    >>> is_whole(Authority())
    True
    """
    ids = [record.id for record in chain(authority.agents(), authority.places)]
    return len(set(ids)) == len(ids) and _records_refer(authority)


def hangs_together(corpus: Corpus) -> bool:
    """Tell whether a corpus is sure to be sound if its articles and its authority are right by themselves.

    One with corrections never is, nor one with findings about anything but the article that holds them.

    >>> from kzcorpus.model.corpus import Corpus
    >>> hangs_together(Corpus("c"))
    True
    """
    known = known_ids(corpus)
    return (
        not corpus.corrections
        and _are_unique(corpus)
        and all(article_refers(article, known) for article in corpus.articles)
        and not any(finding.article is not None or finding.refs for article in corpus.articles for finding in article.findings)
        and _things_are_sound(corpus, known)
    )


def is_sound(corpus: Corpus) -> bool:
    """Tell whether a corpus, and everything in it, is sure to be sound; one with corrections never is.

    >>> from kzcorpus.model.corpus import Corpus
    >>> is_sound(Corpus("c"))
    True
    """
    return hangs_together(corpus) and all(map(stands_alone, corpus.articles)) and _records_refer(corpus.authority)
