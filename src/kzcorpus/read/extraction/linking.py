"""Voices of which only the span is told: whose name, title or pronoun stands there, by the mentions of the article."""

from bisect import bisect_right
from collections.abc import Iterable

import attrs

from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement, Voice
from kzcorpus.read.stages import Reading
from kzcorpus.read.statements.voices import Voices
from kzcorpus.read.words import Words


@attrs.frozen
class _Links:
    """The voices and the words of an article, by where its passages begin."""

    voices: Voices
    starts: list[int]
    words: list[Words]

    def _words_at(self, span: Span) -> tuple[Words, int, int] | None:
        """Return the words of a passage with the bounds of those that a span touches; None where it touches none."""
        at = bisect_right(self.starts, span.start) - 1
        if at < 0:
            return None
        words = self.words[at]
        first = words.index(span.start)
        first -= first > 0 and words.ends[first - 1] > span.start
        last = words.index(span.end)
        return (words, first, last) if first < last and span.end <= words.ends[-1] else None

    def voice(self, voice: Voice) -> Voice:
        """Return a voice with its agent, name and kind, where it has nothing but a span."""
        if voice.span is None or voice != Voice(span=voice.span):
            return voice
        found = self._words_at(voice.span)
        return attrs.evolve(self.voices.voice(*found), span=voice.span) if found else voice


def linked(reading: Reading, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements with every voice that is a mere span given its agent, name and kind, as our own rules do.

    Only where the words of the article were read: for a language without rules nothing is known of its names.
    """
    passages = [(passage.block.span.start, passage.words) for passage in reading.passages]
    known = [(start, words) for start, words in passages if words]
    if not known:
        return tuple(statements)
    links = _Links(Voices.of(reading.article, reading.authority), [start for start, _ in known], [words for _, words in known])
    return tuple(
        attrs.evolve(
            statement,
            speaker=statement.speaker and links.voice(statement.speaker),
            addressees=tuple(map(links.voice, statement.addressees)),
            via=tuple(map(links.voice, statement.via)),
        )
        for statement in statements
    )
