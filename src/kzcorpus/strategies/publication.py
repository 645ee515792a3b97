"""What was published: sources, datelines, mentions, findings, and the articles that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from hypothesis import strategies as st

from kzcorpus.model.articles import Article, Dateline, Mention, MentionType, Source
from kzcorpus.model.findings import Finding, Loss, Match, Severity
from kzcorpus.strategies.agents import made
from kzcorpus.strategies.dates import EDTF, when
from kzcorpus.strategies.drawing import Ground, kinds, many, maybe, several, some
from kzcorpus.strategies.layout import span_within, spans_within, tiling
from kzcorpus.strategies.speech import statement, voice, voices_of
from kzcorpus.strategies.text import fresh, ids, languages, strings, texts

if TYPE_CHECKING:
    from kzcorpus.model.statements import Statement

_STRINGS = strings()
_WHOLE = st.one_of(st.integers(0, 1000), st.integers(-(2**63), 2**63 - 1))
_SCORES = st.one_of(st.floats(0, 1), st.floats(allow_nan=False, allow_infinity=False))
_DIGESTS = st.one_of(st.binary(min_size=32, max_size=32).map(bytes.hex), _STRINGS)


def source(draw: st.DrawFn, ground: Ground) -> Source:
    """Draw where a text came from."""
    free = dict.fromkeys(("url", "filename", "media_type", "encoding"), _STRINGS)
    return Source(**some(draw, outlet=lambda: voice(draw, ground), retrieved=EDTF, sha256=_DIGESTS, **free))


def dateline(draw: st.DrawFn, ground: Ground) -> Dateline:
    """Draw a dateline."""
    fields = some(draw, place=lambda: maybe(draw, ground.places), when=lambda: when(draw, ground))
    return Dateline(span_within(draw, ground.length), **fields)


def mention(draw: st.DrawFn, ground: Ground) -> Mention:
    """Draw a mention of one of the ground's entities, or of nobody known."""
    fields = some(
        draw,
        entity=lambda: maybe(draw, ground.entities),
        name=_STRINGS,
        when=lambda: when(draw, ground),
        literal=lambda: maybe(draw, ground.places),
        made=lambda: made(draw),
    )
    return Mention(span_within(draw, ground.length), draw(kinds(MentionType)), **fields)


def finding(draw: st.DrawFn, ground: Ground) -> Finding:
    """Draw a finding about this article or another one, whose text its spans then lie in."""
    about = maybe(draw, None if ground.texts is None else tuple(ground.texts))
    length = ground.length if about is None or ground.texts is None else ground.texts[about]
    fields = some(
        draw,
        severity=kinds(Severity),
        message=_STRINGS,
        spans=lambda: spans_within(draw, length),
        refs=lambda: many(draw, ground.refs),
        path=_STRINGS,
        line=_WHOLE,
        hint=_STRINGS,
    )
    return Finding(draw(_STRINGS), article=about, **fields)


def _nested(draw: st.DrawFn, numbers: tuple[str, ...], ground: Ground) -> tuple[Statement, ...]:
    """Draw a statement for each id, inside one before it or, where their order is turned, after it."""
    drawn = [statement(draw, id_, attrs.evolve(ground, statements=numbers[:at])) for at, id_ in enumerate(numbers)]
    return tuple(reversed(drawn)) if len(drawn) > 1 and draw(st.booleans()) else tuple(drawn)


def extra(draw: st.DrawFn) -> tuple[tuple[str, str], ...]:
    """Draw the caller's own pairs of strings."""
    return tuple((draw(_STRINGS), draw(_STRINGS)) for _ in several(draw, 0, 2))


def article(draw: st.DrawFn, named: tuple[str, str], numbers: tuple[str, ...], ground: Ground, high: int = 4) -> Article:
    """Draw an article of this id and text, with a statement for each number, whose references the ground resolves."""
    id_, text = named
    ground = attrs.evolve(ground, length=len(text))
    fields = some(
        draw,
        source=lambda: source(draw, ground),
        language=languages(),
        published=lambda: when(draw, ground),
        dateline=lambda: dateline(draw, ground),
        bylines=lambda: voices_of(draw, ground),
        blocks=lambda: tiling(draw, text),
        findings=lambda: tuple(finding(draw, ground) for _ in several(draw, 0, 2)),
        extra=lambda: extra(draw),
    )
    mentions = tuple(mention(draw, ground) for _ in several(draw, 0, high))
    return Article(id_, text, mentions=mentions, statements=_nested(draw, numbers, ground), **fields)


@st.composite
def sources(draw: st.DrawFn, *, length: int = 100, agents: tuple[str, ...] | None = None) -> Source:
    """Where texts came from; ``agents`` are the ids an outlet may resolve to, None: any."""
    return source(draw, Ground(length, agents=agents))


@st.composite
def datelines(draw: st.DrawFn, *, length: int = 100, places: tuple[str, ...] | None = None) -> Dateline:
    """Datelines in a text of ``length`` code points; ``places`` are the ids they may name, None: any."""
    return dateline(draw, Ground(length, places=places))


@st.composite
def mentions(
    draw: st.DrawFn,
    *,
    length: int = 100,
    agents: tuple[str, ...] | None = None,
    places: tuple[str, ...] | None = None,
    occasions: tuple[str, ...] | None = None,
) -> Mention:
    """Mentions in a text of ``length`` code points; ``agents``, ``places`` and ``occasions`` are the ids they may name, None: any."""
    return mention(draw, Ground(length, agents=agents, places=places, occasions=occasions))


@st.composite
def findings(draw: st.DrawFn, *, length: int = 100, refs: tuple[str, ...] | None = None) -> Finding:
    """Things found in a text of ``length`` code points; ``refs`` are the ids they may name, None: any."""
    return finding(draw, Ground(length, refs=refs))


@st.composite
def losses(draw: st.DrawFn) -> Loss:
    """Losses of a conversion."""
    return Loss(draw(_STRINGS), draw(_WHOLE), draw(_STRINGS))


@st.composite
def matches(draw: st.DrawFn) -> Match:
    """Candidates for a name."""
    return Match(draw(ids()), draw(_STRINGS), draw(_SCORES), draw(_STRINGS))


@st.composite
def articles(
    draw: st.DrawFn,
    *,
    ids: st.SearchStrategy[str] = ids(),  # noqa: B008 -- a strategy is a value
    text: st.SearchStrategy[str] = texts(),  # noqa: B008
    max_mentions: int = 4,
    max_statements: int = 4,
    refer: bool = True,
) -> Article:
    """Articles over texts of any kind: empty, not read yet, with statements that nest, cross and are interrupted.

    ``ids`` and ``text`` say where those come from. Whom their ids mean is for a corpus to say; ``refer=False`` leaves all references out,
    so that a corpus can hold such an article alone.
    """
    taken = {draw(ids)}
    (id_,) = taken
    numbers = tuple(fresh(draw, taken) for _ in several(draw, 0, max_statements))
    ground = Ground() if refer else Ground(agents=(), organizations=(), places=(), occasions=(), concepts=(), refs=(), texts={})
    return article(draw, (id_, draw(text)), numbers, ground, max_mentions)
