"""Beliefs, intentions and perceptions that the text reports as expressed: whoever holds them speaks beside them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kzcorpus.model.statements import Statement, Voice
from kzcorpus.read.stages import Passage
from kzcorpus.read.statements.contents import Found


def is_thought(one: Found) -> bool:
    """Tell whether a find is what somebody thinks."""
    return one.draft.cue is not None and one.draft.cue.kind == "thought"


def _who(voice: Voice | None, text: str) -> str | None:
    """Return what tells a speaker from others: the agent, else the name, else the words for a group ("the officials")."""
    if voice is None:
        return None
    return voice.entity or voice.name or (voice.span.of(text).lower() if voice.span and voice.kind in ("collective", "title") else None)


class Speakers:
    """Who speaks in which passages of an article."""

    def __init__(self, passages: Sequence[Passage], statements: Sequence[Statement], text: str) -> None:
        self._text = text
        self._starts = [passage.block.span.start for passage in passages]
        self._spoken = {(who, self._passage(one)) for one in statements if (who := _who(one.speaker, text))}

    def _passage(self, one: Statement) -> int:
        return bisect_right(self._starts, (one.cue or one.content)[0].start)

    def expressed(self, thoughts: Sequence[Statement]) -> Iterator[Statement]:
        """Yield the thoughts of those who speak in the same passage, or in the one before or after."""
        for one in thoughts:
            who, at = _who(one.speaker, self._text), self._passage(one)
            if who and any((who, near) in self._spoken for near in (at - 1, at, at + 1)):
                yield one
