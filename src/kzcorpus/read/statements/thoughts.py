"""Beliefs, intentions and perceptions that the text shows to be expressed: whoever holds them speaks in it, or is a public body."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from kzcorpus.model.statements import Statement, Voice
from kzcorpus.read.statements.contents import Found
from kzcorpus.read.statements.voices import Voices

_PUBLISHING = frozenset({"outlet", "document"})
_MANY = frozenset({"collective", "unnamed", "title"})


def _who(voice: Voice | None, text: str) -> str | None:
    """Return what tells a speaker from others: the agent, else the name, else the words for a group ("the officials")."""
    if voice is None:
        return None
    return voice.entity or voice.name or (voice.span.of(text).lower() if voice.span and voice.kind in ("collective", "title") else None)


class Speakers:
    """Who speaks in an article; made for one pass over its thoughts in order."""

    def __init__(self, voices: Voices, statements: Sequence[Statement]) -> None:
        self._voices = voices
        self._spoken = {_who(one.speaker, voices.text) for one in statements} - {None}
        self._many = sorted(one.speaker.span.start for one in statements if one.speaker and one.speaker.span and one.speaker.kind in _MANY)

    def expressed(self, thoughts: Sequence[Found]) -> Iterator[Found]:
        """Yield the thoughts of those who speak in the article, and of bodies and circles that are known by what they say."""
        for one in thoughts:
            words, first, last = one.draft.words, one.draft.subject.first, one.draft.subject.last
            voice = self._voices.voice(words, first, last)
            if (
                voice.kind in _PUBLISHING
                or _who(voice, words.text) in self._spoken
                or self._voices.is_public(words, first, last)
                or (words.lows[first:last] == ["they"] and self._goes_on(words.starts[0], words.starts[first]))
            ):
                if voice.kind in _MANY:
                    insort(self._many, words.starts[first])
                yield one

    def _goes_on(self, begin: int, at: int) -> bool:
        """Tell whether many speak before the offset in the paragraph that begins so: "they" are the same."""
        before = bisect_left(self._many, at)
        return before > 0 and self._many[before - 1] >= begin
