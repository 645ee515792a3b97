"""How sure a statement is: the odds of the rule that found it, times a factor for each thing about it that can be seen.

The numbers stand in ``lexicon/confidence.toml``; ``tests/benchmarks/calibration.py`` counts them in annotated news and writes the file.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Mode, Voice
from kzcorpus.read.lexicon import lexicon

_KNOWN_CUES = 4096


class Traits(NamedTuple):
    """What of a statement tells how sure it is.

    ``speaker`` is the kind of its voice, ``implicit`` where no words name it, ``nobody`` where it is None; ``cue`` is ``say``,
    ``participle`` ("adding"), ``none`` or ``other``; ``length`` the number of the first limit that its code points do not exceed.
    """

    rule: str
    mode: str
    speaker: str
    cue: str
    length: int


@lru_cache(_KNOWN_CUES)
def _cue(words: str) -> str:
    parts = words.lower().split()
    if not parts:
        return "none"
    if parts[-1] in lexicon("confidence")["words"]["say"].split():
        return "say"
    return "participle" if any(part.endswith("ing") for part in parts) else "other"


def _speaker(speaker: Voice | None) -> str:
    if speaker is None:
        return "nobody"
    return speaker.kind or "unnamed" if speaker.span else "implicit"


@cache
def _limits() -> Sequence[int]:
    limits: Sequence[int] = lexicon("confidence")["length"]["limits"]
    return limits


def traits_of(rule: str, mode: Mode | None, speaker: Voice | None, cue: str, content: Sequence[Span]) -> Traits:
    """Return the traits of a statement; ``cue`` is its words, empty where there is none.

    >>> traits_of("verb.that", "indirect", None, "said", [Span(10, 25)])
    Traits(rule='verb.that', mode='indirect', speaker='nobody', cue='say', length=1)
    """
    length = sum([span.end - span.start for span in content])
    return Traits(rule, mode or "", _speaker(speaker), _cue(cue), bisect_left(_limits(), length))


def confidence_in(table: Mapping[str, Any], traits: Traits) -> float | None:
    """Return how sure a statement with these traits is, by a table like that of the lexicon; None where it does not know the rule."""
    share = table["rules"].get(traits.rule)
    if share is None:
        return None
    odds: float = share / (1 - share) * table["length"]["factors"][traits.length]
    for trait in ("mode", "speaker", "cue"):
        odds *= table[trait].get(getattr(traits, trait), 1)
    return round(odds / (1 + odds), 2)


@cache
def confidence_of(traits: Traits) -> float | None:
    """Return how sure a statement with these traits is: how often one like it was right, None where its rule was never met.

    >>> 0 < confidence_of(traits_of("verb.that", "indirect", None, "said", [Span(10, 25)])) < 1
    True
    """
    return confidence_in(lexicon("confidence"), traits)
