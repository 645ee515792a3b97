"""Beliefs, intentions and perceptions that the text reports as expressed: whoever holds them speaks beside them."""

from bisect import bisect_right
from collections.abc import Sequence

from kzcorpus.model.statements import Statement, Voice
from kzcorpus.read.stages import Passage


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

    def near(self, voice: Voice, at: int) -> bool:
        """Tell whether somebody speaks in the passage of an offset, or in the one before or after."""
        who, passage = _who(voice, self._text), bisect_right(self._starts, at)
        return who is not None and any((who, beside) in self._spoken for beside in (passage - 1, passage, passage + 1))
