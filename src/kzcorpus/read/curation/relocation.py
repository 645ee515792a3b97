"""Where the words of a decision stand in a text that was edited since: at their place, else at the nearest one that holds them."""

from collections.abc import Sequence

import attrs

from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Setting, Statement, Voice
from kzcorpus.read.extraction.occurrences import occurrences


@attrs.frozen
class Edition:
    """A text, and the one that its spans were made for."""

    before: str
    now: str

    def place(self, span: Span, moved: int = 0) -> Span | None:
        """Return where the words of a span stand now, nearest to its old place moved by some code points; None where they do not.

        >>> Edition("He said yes.", "Then he said yes.").place(Span(8, 11), moved=5)
        Span(13, 16)
        """
        words = span.of(self.before)
        aim = max(0, span.start + moved)
        if self.now[aim : aim + len(words)] == words and aim + len(words) <= len(self.now):
            return Span(aim, aim + len(words))
        whole = [Span(0, len(self.now))]
        exact = next(occurrences(self.now, words.strip(), whole), ()) if words.strip() else ()
        found = min(exact, key=lambda place: abs(place.start - aim), default=None)
        if found is None:
            return None
        start = found.start - (len(words) - len(words.lstrip()))
        return Span(start, start + len(words)) if start >= 0 and self.now[start : start + len(words)] == words else found

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

        def held(one: Voice | Setting) -> Voice | Setting:
            return attrs.evolve(one, span=one.span and self.place(one.span, moved))

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
