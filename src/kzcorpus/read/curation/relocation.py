"""Where the words of a decision stand in a text that was edited since: at their place, else at the nearest one that holds them."""

from collections.abc import Sequence
from functools import cached_property

import attrs

from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement, Voice
from kzcorpus.read.extraction.occurrences import occurrences

_CONTEXT = 40  # code points on either side that tell one place of the same words from another


def _shared(a: str, b: str) -> int:
    """Return how many code points two strings have in common at their beginning."""
    return next((number for number, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))


@attrs.frozen
class Edition:
    """A text, and the one that its spans were made for."""

    before: str
    now: str

    @cached_property
    def _same(self) -> tuple[int, int]:
        """How many code points are the same at the beginning of both texts, and at their ends."""
        start = _shared(self.before, self.now)
        most = min(len(self.before), len(self.now)) - start
        return start, min(_shared(self.before[::-1], self.now[::-1]), most)

    def _aim(self, span: Span, moved: int) -> tuple[int, bool]:
        """Return where a span should stand now, and whether that is sure: in what is the same before or behind all edits."""
        head, tail = self._same
        if span.end <= head:
            return span.start, True
        if span.start >= len(self.before) - tail:
            return span.start + len(self.now) - len(self.before), True
        return span.start + moved, False

    def _alike(self, span: Span, place: Span) -> int:
        """Return how many code points around a place are those around the span in the old text."""
        left = (self.before[max(0, span.start - _CONTEXT) : span.start][::-1], self.now[max(0, place.start - _CONTEXT) : place.start][::-1])
        right = (self.before[span.end : span.end + _CONTEXT], self.now[place.end : place.end + _CONTEXT])
        return _shared(*left) + _shared(*right)

    def place(self, span: Span, moved: int = 0) -> Span | None:
        """Return where the words of a span stand now; None where they do not.

        Of several places the one with the same words around it is meant, then the one nearest to the old, moved by some code points.

        >>> Edition("He said yes.", "Then he said yes.").place(Span(8, 11), moved=5)
        Span(13, 16)
        """
        words = span.of(self.before)
        aim, sure = self._aim(span, moved)
        if sure:
            return Span(aim, aim + len(words))
        if not words.strip():
            return None
        found = next(occurrences(self.now, words.strip(), [Span(0, len(self.now))]), iter(()))
        lead = len(words) - len(words.lstrip())
        inner = Span(span.start + lead, span.start + lead + len(words.strip()))
        best = max(found, key=lambda place: (self._alike(inner, place), -abs(place.start - aim)), default=None)
        if best is None:
            return None
        start = best.start - lead
        return Span(start, start + len(words)) if start >= 0 and self.now[start : start + len(words)] == words else best

    def content(self, spans: Sequence[Span]) -> tuple[Span, ...] | None:
        """Return where the pieces of a content stand now; each is looked for as near to the first as it was. None where one is lost."""
        out: list[Span] = []
        moved = 0
        for span in spans:
            place = self.place(span, moved)
            if place is None:
                return None
            moved = place.start - span.start
            out.append(place)
        return tuple(out)

    def statement(self, statement: Statement) -> Statement | None:
        """Return a statement with its spans where the words stand now; None where its content is lost.

        Words of cue, speaker and the rest that are lost leave no span behind.
        """
        content = self.content(statement.content)
        if content is None:
            return None
        moved = content[0].start - statement.content[0].start if content else 0

        def spans(some: Sequence[Span]) -> tuple[Span, ...]:
            return tuple(place for span in some if (place := self.place(span, moved)))

        def voices(some: Sequence[Voice]) -> tuple[Voice, ...]:
            return tuple(attrs.evolve(one, span=one.span and self.place(one.span, moved)) for one in some)

        said, occasion = statement.said, statement.occasion
        return attrs.evolve(
            statement,
            content=content,
            cue=spans(statement.cue),
            verbatim=spans(statement.verbatim),
            hedges=spans(statement.hedges),
            speaker=next(iter(voices([statement.speaker])), None) if statement.speaker else None,
            addressees=voices(statement.addressees),
            via=voices(statement.via),
            said=said and attrs.evolve(said, span=said.span and self.place(said.span, moved)),
            occasion=occasion and attrs.evolve(occasion, span=occasion.span and self.place(occasion.span, moved)),
        )
