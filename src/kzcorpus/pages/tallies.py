"""How many statements each article and each speaker has, by mode: what `build` prints and a notebook shows of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.pages.labels import voice_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.statements import Mode, Statement

_MODES: tuple[Mode, ...] = ("direct", "mixed", "indirect")


class Modes(NamedTuple):
    """Numbers of statements; those of no known mode count in ``all`` only."""

    all: int
    direct: int
    mixed: int
    indirect: int


class ArticleTally(NamedTuple):
    """An article in numbers."""

    id: str
    headline: str | None
    blocks: int
    mentions: int
    statements: Modes
    findings: int


class SpeakerTally(NamedTuple):
    """A speaker in numbers; ``entity`` is None where nobody knows who it is, and voices of the same words count together."""

    name: str
    entity: str | None
    statements: Modes


def _by_mode(statements: Iterable[Statement]) -> Modes:
    modes = [statement.mode for statement in statements]
    return Modes(len(modes), *(modes.count(mode) for mode in _MODES))


def article_tallies(corpus: Corpus) -> tuple[ArticleTally, ...]:
    """Count each article of a corpus, in order."""
    return tuple(
        ArticleTally(a.id, a.headline, len(a.blocks), len(a.mentions), _by_mode(a.statements), len(a.findings)) for a in corpus.articles
    )


def speaker_tallies(corpus: Corpus) -> tuple[SpeakerTally, ...]:
    """Count each speaker of a corpus, who said most first."""
    voices: dict[tuple[str | None, str], list[Statement]] = {}
    names: dict[tuple[str | None, str], str] = {}
    for article, statement in corpus.statements():
        entity = statement.speaker.entity if statement.speaker else None
        label = voice_label(article, statement.speaker, corpus.authority)
        key = (entity, "" if entity else label.casefold())
        names.setdefault(key, label)
        voices.setdefault(key, []).append(statement)
    tallies = (SpeakerTally(names[key], key[0], _by_mode(statements)) for key, statements in voices.items())
    return tuple(sorted(tallies, key=lambda tally: (-tally.statements.all, tally.name, tally.entity or "")))
