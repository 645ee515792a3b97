"""Corpora: articles, whom and what they refer to, and what ties their statements together. Everything resolves."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

from kzcorpus.model.articles import Article
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.links import Correction, Link, LinkKind, Remark, Verdict
from kzcorpus.strategies.agents import authority, concept, made, occasion
from kzcorpus.strategies.dates import EDTF, when
from kzcorpus.strategies.drawing import Ground, kinds, many, maybe, one, several, some
from kzcorpus.strategies.layout import spans_within
from kzcorpus.strategies.publication import article, extra
from kzcorpus.strategies.speech import statement
from kzcorpus.strategies.text import fresh, ids, strings, texts

_STRINGS = strings()
_SCORES = st.one_of(st.floats(0, 1), st.floats(allow_nan=False, allow_infinity=False))


def link(draw: st.DrawFn, ground: Ground) -> Link:
    """Draw a link between two of the ground's statements."""
    ends = one(draw, ground.statements), one(draw, ground.statements)
    return Link(*ends, draw(kinds(LinkKind)), **some(draw, score=_SCORES, made=lambda: made(draw)))


def remark(draw: st.DrawFn, id_: str, ground: Ground) -> Remark:
    """Draw a remark that some of the ground's statements report."""
    fields = some(
        draw,
        speaker=lambda: maybe(draw, ground.agents),
        statements=lambda: many(draw, ground.statements),
        said=lambda: when(draw),
        occasion=lambda: maybe(draw, ground.occasions),
        made=lambda: made(draw),
    )
    return Remark(id_, **fields)


def correction(draw: st.DrawFn, id_: str, about: Article, value_id: str, ground: Ground) -> Correction:
    """Draw a correction in an article; its value is a statement of this id, inside one of the ground's statements."""
    content = spans_within(draw, len(about.text))
    ground = attrs.evolve(ground, length=len(about.text))
    fields = some(
        draw,
        quoted=lambda: tuple(span.of(about.text) for span in content),
        verdict=kinds(Verdict),
        value=lambda: statement(draw, value_id, ground),
        by=_STRINGS,
        at=EDTF,
        note=_STRINGS,
    )
    return Correction(id_, about.id, content, **fields)


def _corrections(
    draw: st.DrawFn, numbers: tuple[str, ...], held: tuple[Article, ...], ground: Ground, taken: set[str]
) -> tuple[Correction, ...]:
    """Draw corrections whose values amend a statement of the article or add one, inside another of its statements."""
    made_so_far = []
    for id_ in numbers:
        about = held[draw(st.integers(0, len(held) - 1))]
        known = tuple(held_one.id for held_one in about.statements)
        value_id = maybe(draw, known) or fresh(draw, taken)
        within = tuple(other for other in known if other != value_id)
        made_so_far.append(correction(draw, id_, about, value_id, attrs.evolve(ground, statements=within)))
    return tuple(made_so_far)


@st.composite
def links(draw: st.DrawFn, *, statements: tuple[str, ...] | None = None) -> Link:
    """Links between statements; ``statements`` (not empty) are the ids they may hold, None: any."""
    return link(draw, Ground(statements=statements))


@st.composite
def remarks(
    draw: st.DrawFn,
    *,
    agents: tuple[str, ...] | None = None,
    statements: tuple[str, ...] | None = None,
    occasions: tuple[str, ...] | None = None,
) -> Remark:
    """Remarks; ``agents``, ``statements`` and ``occasions`` are the ids they may hold, None: any."""
    return remark(draw, draw(ids()), Ground(agents=agents, statements=statements, occasions=occasions))


_ARTICLE = Article("a1", "Astana agreed, he said. Алматы 😀\r\n")


@st.composite
def corrections(draw: st.DrawFn, *, article: Article = _ARTICLE) -> Correction:
    """Corrections in an article: the words they quote are those of their spans, and no statement they hold is inside itself."""
    value_id = draw(ids())
    within = tuple(held.id for held in article.statements if held.id != value_id)
    return correction(draw, draw(ids()), article, value_id, Ground(statements=within))


@st.composite
def corpora(
    draw: st.DrawFn,
    *,
    min_articles: int = 0,
    max_articles: int = 3,
    max_text: int = 160,
    max_statements: int = 3,
    max_mentions: int = 3,
    max_agents: int = 3,
    max_records: int = 2,
) -> Corpus:
    """Corpora that hold every kind of thing, in which every reference resolves to an id of the right kind.

    ``max_statements`` and ``max_mentions`` are for each article, ``max_agents`` for actors, organizations and places each,
    ``max_records`` for each of the other collections.
    """
    taken: set[str] = set()

    def new(high: int, low: int = 0) -> tuple[str, ...]:
        return tuple(fresh(draw, taken) for _ in several(draw, low, high))

    written = {id_: draw(texts(max_size=max_text)) for id_ in new(max_articles, min_articles)}
    numbers = {id_: new(max_statements) for id_ in written}
    numbered = tuple(number for each in numbers.values() for number in each)
    people, bodies, lands = new(max_agents), new(max_agents), new(max_agents)
    topics, events, remarked = new(max_records), new(max_records), new(max_records)
    decided = new(max_records) if written else ()
    ground = Ground(
        agents=people + bodies,
        organizations=bodies,
        places=lands,
        occasions=events,
        concepts=topics,
        statements=numbered,
        refs=(*written, *numbered, *people, *bodies, *lands, *topics, *events, *remarked, *decided),
        texts={id_: len(text) for id_, text in written.items()},
    )
    held = tuple(article(draw, named, numbers[named[0]], ground, max_mentions) for named in written.items())
    below = [concept(draw, id_, Ground(concepts=topics[:at])) for at, id_ in enumerate(topics)]
    fields: dict[str, Any] = some(
        draw,
        title=_STRINGS,
        extra=lambda: extra(draw),
        links=lambda: tuple(link(draw, ground) for _ in several(draw, 0, max_records)) if ground.statements else (),
    )
    return Corpus(
        draw(ids()),
        articles=held,
        authority=authority(draw, people, bodies, lands, max_records),
        concepts=tuple(reversed(below)) if draw(st.booleans()) else tuple(below),
        occasions=tuple(occasion(draw, id_, ground) for id_ in events),
        remarks=tuple(remark(draw, id_, ground) for id_ in remarked),
        corrections=_corrections(draw, decided, held, ground, taken),
        **fields,
    )
