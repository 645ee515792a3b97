"""Who said what: voices, settings, stances and statements, over the text and the ids they may refer to."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from kzcorpus.model.statements import Mode, Polarity, Setting, Stance, Statement, Voice, VoiceKind
from kzcorpus.strategies.agents import made
from kzcorpus.strategies.dates import when
from kzcorpus.strategies.drawing import Ground, kinds, maybe, one, several, some
from kzcorpus.strategies.layout import span_within, spans_within
from kzcorpus.strategies.text import ids, strings

_STRINGS = strings()
_AGREEMENTS = st.one_of(st.none(), st.booleans(), st.integers(-10, 10), st.integers(-(2**63), 2**63 - 1))


def voice(draw: st.DrawFn, ground: Ground) -> Voice:
    """Draw a voice of one of the ground's agents, or of nobody known."""
    located = {"span": lambda: span_within(draw, ground.length)}
    return Voice(**some(draw, entity=lambda: maybe(draw, ground.agents), name=_STRINGS, kind=kinds(VoiceKind), **located))


def voices_of(draw: st.DrawFn, ground: Ground, high: int = 2) -> tuple[Voice, ...]:
    """Draw up to ``high`` voices."""
    return tuple(voice(draw, ground) for _ in several(draw, 0, high))


def setting(draw: st.DrawFn, ground: Ground) -> Setting:
    """Draw the occasion as the text has it."""
    located = {"span": lambda: span_within(draw, ground.length)}
    return Setting(**some(draw, occasion=lambda: maybe(draw, ground.occasions), name=_STRINGS, **located))


def _stances(draw: st.DrawFn, ground: Ground) -> tuple[Stance, ...]:
    return tuple(Stance(one(draw, ground.concepts), draw(_AGREEMENTS)) for _ in several(draw, 0, 2)) if ground.concepts != () else ()


def statement(draw: st.DrawFn, id_: str, ground: Ground) -> Statement:
    """Draw a statement inside one of the ground's statements, or inside none."""
    length = ground.length

    def some_spans() -> tuple[Any, ...]:
        return spans_within(draw, length)

    fields = some(
        draw,
        mode=kinds(Mode),
        speaker=lambda: voice(draw, ground),
        cue=some_spans,
        verbatim=some_spans,
        polarity=kinds(Polarity),
        hedges=some_spans,
        addressees=lambda: voices_of(draw, ground),
        via=lambda: voices_of(draw, ground),
        occasion=lambda: setting(draw, ground),
        said=lambda: when(draw, ground),
        stances=lambda: _stances(draw, ground),
        made=lambda: made(draw),
    )
    return Statement(id_, some_spans(), within=maybe(draw, ground.statements), **fields)


@st.composite
def voices(draw: st.DrawFn, *, length: int = 100, agents: tuple[str, ...] | None = None) -> Voice:
    """Voices over a text of ``length`` code points; ``agents`` are the ids they may resolve to, None: any."""
    return voice(draw, Ground(length, agents=agents))


@st.composite
def settings(draw: st.DrawFn, *, length: int = 100, occasions: tuple[str, ...] | None = None) -> Setting:
    """Occasions as a text of ``length`` code points has them; ``occasions`` are the ids they may resolve to, None: any."""
    return setting(draw, Ground(length, occasions=occasions))


@st.composite
def stances(draw: st.DrawFn, *, concepts: tuple[str, ...] | None = None) -> Stance:
    """Agreement with a concept: True, False, a whole number, None; ``concepts`` (not empty) are the ids it may be about, None: any."""
    return Stance(one(draw, concepts), draw(_AGREEMENTS))


@st.composite
def statements(
    draw: st.DrawFn,
    *,
    length: int = 100,
    ids: st.SearchStrategy[str] = ids(),  # noqa: B008 -- a strategy is a value
    within: tuple[str, ...] | None = None,
    agents: tuple[str, ...] | None = None,
    occasions: tuple[str, ...] | None = None,
    concepts: tuple[str, ...] | None = None,
) -> Statement:
    """Statements over a text of ``length`` code points: with spans that are interrupted, nested, crossing or empty, or none.

    ``within`` are the ids of the statements it may be inside of, ``agents``, ``occasions`` and ``concepts`` those it may refer to;
    None: any.
    """
    ground = Ground(length, agents=agents, occasions=occasions, concepts=concepts, statements=within)
    return statement(draw, draw(ids), ground)
