"""A corpus read anew: what the program proposed is replaced, what people decided stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kzcorpus.authority.records import load_authority
from kzcorpus.errors import Fault, ModelError, shorten
from kzcorpus.model.articles import Article
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.findings import Finding
from kzcorpus.model.values import draft
from kzcorpus.read.assembly import Joined, join
from kzcorpus.read.assembly.occasions import edited, occasions, placed, renewed, standing
from kzcorpus.read.curation.authorship import Programs
from kzcorpus.read.curation.conflicts import told
from kzcorpus.read.curation.decisions import settle
from kzcorpus.read.curation.matching import shares
from kzcorpus.read.curation.records import holders, ids_of, known, made_by_people, needed, records, referred, statements_referred
from kzcorpus.read.extractors import RULES, Extractor, chosen
from kzcorpus.read.pipeline import read_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzcorpus.model.agents import Concept, Occasion
    from kzcorpus.model.articles import Mention
    from kzcorpus.model.authorities import Authority
    from kzcorpus.model.links import Correction
    from kzcorpus.model.statements import Statement
    from kzcorpus.read.assembly.readers import Progress

_LASTING = frozenset({
    "correction-not-found", "encoding-assumed", "encoding-damaged", "encoding-overruled", "surrogates-replaced", "unknown-record",
})  # fmt: skip
"""Codes of findings that reading the text cannot make again: they tell of its bytes, and of what was put into the corpus once."""


def _draft(article: Article, **changes: Any) -> Article:  # noqa: ANN401 -- fields of an article
    return draft(Article, **{**{field.name: getattr(article, field.name) for field in attrs.fields(Article)}, **changes})


def _mentions(old: Article, fresh: Article, programs: Programs) -> tuple[Mention, ...]:
    """Return the mentions that people made or decided about, and those of the program at other places, in order.

    Another place is one that shares less than half with theirs, or where the program's stood beside theirs before.
    """
    kept = [one for one in old.mentions if not programs.proposed(one.made)]
    if not kept:
        return fresh.mentions
    places = {one.span for one in kept}
    beside = {one.span for one in old.mentions if programs.proposed(one.made)}
    contents = [((one.span,), number) for number, one in enumerate(fresh.mentions)]
    alike = {number for _, number, _ in shares([((span,), 0) for span in places], contents)}
    news = (one for number, one in enumerate(fresh.mentions) if one.span not in places and (number not in alike or one.span in beside))
    return tuple(sorted([*news, *kept], key=lambda one: (one.span.start, -one.span.end)))


def _settled(corpus: Corpus, joined: Joined, programs: Programs) -> Iterator[Article]:
    """Yield the articles as they are now, as drafts: what people decided is in the place of what the program proposes."""
    known_ids = dict.fromkeys(joined.taken, "") | holders(corpus)
    known_ids |= {one.id: article.id for article in joined.articles for one in article.statements}
    wanted = statements_referred(corpus)
    about: dict[str, list[Correction]] = {}
    for one in corpus.corrections:
        about.setdefault(one.article, []).append(one)
    for old, fresh in zip(corpus.articles, joined.articles, strict=True):
        statements, findings = settle(
            old,
            fresh,
            about.get(old.id, ()),
            programs.proposed,
            elsewhere=lambda id_, own=old.id: known_ids.get(id_, own) != own,  # type: ignore[misc]
            wanted=wanted,
        )
        lasting = (one for one in old.findings if one.code in _LASTING)
        outlet = old.source.outlet if old.source else None
        yield _draft(
            fresh,
            source=old.source if outlet and outlet.entity is not None else fresh.source,
            bylines=(*fresh.bylines, *(one for one in old.bylines if one.span is None and one not in fresh.bylines)),
            mentions=_mentions(old, fresh, programs),
            statements=statements,
            findings=tuple(dict.fromkeys((*lasting, *findings))),
            extra=old.extra,
        )


def _occasions(
    corpus: Corpus, articles: list[Article], joined: Joined, programs: Programs
) -> tuple[tuple[Article, ...], tuple[Occasion, ...]]:
    """Return the articles with the occasions that the program proposes, and the occasions that are referred to or that people edited."""
    mine = {one.id for one in corpus.occasions}
    before = ids_of(corpus).union(one.id for _, one in corpus.statements())
    stay = edited(corpus.occasions, corpus.articles, before)
    now = occasions(map(standing, articles), joined.taken - mine)

    def at(article: Article, one: Statement) -> Statement:
        unplaced = one.occasion is not None and one.occasion.occasion is None and programs.signed(one.made)
        rejected = one.made is not None and one.made.status == "rejected"
        return placed(article, one, now) if programs.proposed(one.made) or (unplaced and not rejected) else one

    out = tuple(_draft(article, statements=tuple(at(article, one) for one in article.statements)) for article in articles)
    asked = {one.occasion.occasion for article in out for one in article.statements if one.occasion}
    asked.update(one.entity for article in out for one in article.mentions)
    asked.update(one.occasion for one in corpus.remarks)
    asked.update(one.value.occasion.occasion for one in corpus.corrections if one.value and one.value.occasion)
    later = {one.id: one for one in sorted(now.values(), key=lambda one: one.id)}
    kept = {one.id: one if one.id in stay else renewed(one, later) for one in corpus.occasions if one.id in stay | asked}
    found = [one for id_, one in later.items() if id_ in asked and id_ not in kept]
    whole = (*kept.values(), *found)
    in_order = [one.id for one in corpus.occasions] == sorted(mine)  # as assembling leaves them
    return out, tuple(sorted(whole, key=lambda one: one.id)) if in_order else whole


def _unknown(article: Article, there: set[str], programs: Programs) -> Iterator[Finding]:
    """Find decided statements of somebody whom neither the authority nor the text, as it is now read, knows."""
    for one in article.statements:
        gone = sorted({voice.entity for _, voice in one.voices() if voice.entity is not None} - there)
        if gone and not programs.proposed(one.made):
            who = ", ".join(map(shorten, gone))
            message = f"{told(article, one.content)} is by decision of {who}, whom no authority knows any more; the old record stays"
            hint = "add the record to an authority of your own, or correct the statement"
            yield Finding("decided-record-unknown", "warning", message, spans=one.content, refs=(one.id, *gone), hint=hint)


def _same_ids(corpus: Corpus, joined: Joined) -> None:
    """Check that every article is still called what it was; raises ``ModelError``."""
    pairs = zip(corpus.articles, joined.articles, strict=True)
    faults = [
        Fault(f"articles[{i}].id", f"found {shorten(old.id)}, which is now the id of a record that the texts refer to")
        for i, (old, new) in enumerate(pairs)
        if old.id != new.id
    ]
    if faults:
        raise ModelError(tuple(faults))


def _concepts(ours: tuple[Concept, ...], found: tuple[Concept, ...]) -> tuple[Concept, ...]:
    ids = {one.id for one in ours}
    return (*ours, *(one for one in found if one.id not in ids))


def _checked(corpus: Corpus, pools: tuple[Authority, ...], programs: Programs, **changes: Any) -> Corpus:  # noqa: ANN401
    """Return the corpus with its changes and the records that it now refers to, or that people made."""
    whole = draft(Corpus, **{**{field.name: getattr(corpus, field.name) for field in attrs.fields(Corpus)}, **changes})
    ids = referred(whole) | made_by_people(corpus.authority, programs)
    return attrs.evolve(
        corpus,
        **{**changes, "articles": tuple(map(attrs.evolve, whole.articles))},
        authority=attrs.evolve(needed((*pools, corpus.authority), ids)),
    )


def _read(article: Article, authority: Authority, extractor: Extractor | str) -> Article:
    """Return an article read anew from its text and what was known beside it; a date that stands in the text is looked for again."""
    stated = article.published is not None and article.published.span is not None
    bare = Article(article.id, article.text, article.source, article.language, None if stated else article.published)
    fresh = read_article(bare, authority, extractor)
    if stated and fresh.published is None:
        return read_article(attrs.evolve(bare, published=article.published), authority, extractor)
    return fresh


def reread(
    corpus: Corpus,
    *,
    authority: Authority | None = None,
    extractor: Extractor | str = RULES,
    programs: Iterable[str] = (),
    progress: Progress | None = None,
) -> Corpus:
    """Return the corpus with every text read anew: what the program proposed is replaced, what people decided stays.

    What a program signed (``Made.by``) and nobody accepted, rejected or disputed is the program's: mentions, statements, records. Blocks,
    datelines, a date of publication that stands in the text, and findings, which nobody signs, are its too. Everything else is somebody's,
    and is found in the new corpus as it was; so are text, source, language and dates given. Corrections that the corpus does not show yet
    are applied. A statement that people decided about takes the place of the one that the program now proposes with the same content, or
    with half of it in common; any other keeps its id where it is recognisably the same, and stays where something refers to it. What
    people should look at becomes a finding of the article: ``decisions-differ``, ``rejected-cut-otherwise``, ``correction-without-effect``,
    ``statement-not-found-again``, ``decided-record-unknown``.

    ``authority`` tells who is who, by default the bundled records; records that people made or edited in the corpus win over those of a
    program. ``extractor`` is as in ``read_text``. ``programs`` are names, besides ours and the extractor's, that programs signed with.
    Raises ``ExtractorError`` where the extractor fails, ``UnknownExtractorError``, and ``ModelError`` where an id of the corpus is now that
    of a record that the texts refer to.

    >>> from kzcorpus import assemble, read_text
    >>> corpus = assemble([read_text("The road is open, the mayor of the town said on Friday.", id="a")], id="c")
    >>> reread(corpus) == corpus
    True
    """
    named = chosen(extractor)
    signing = Programs.of(programs, [named.name] if named else [])
    given = known(corpus.authority, load_authority() if authority is None else authority, signing)
    reading = (_read(one, given, extractor) for one in corpus.articles)
    texts = progress(reading, total=len(corpus.articles)) if progress else reading
    reserved = {one.id for some in (corpus.remarks, corpus.corrections, corpus.occasions) for one in some}
    joined = join(texts, given, reserved, (one.id for one in corpus.concepts))
    _same_ids(corpus, joined)
    articles, settings = _occasions(corpus, list(_settled(corpus, joined, signing)), joined, signing)
    there = {one.id for one in (*records(given), *records(joined.authority))}
    told_of = (_draft(one, findings=tuple(dict.fromkeys((*one.findings, *_unknown(one, there, signing))))) for one in articles)
    changes: dict[str, Any] = {
        "articles": tuple(told_of),
        "concepts": _concepts(corpus.concepts, joined.concepts),
        "occasions": settings,
    }
    return _checked(corpus, (given, joined.authority), signing, **changes)
