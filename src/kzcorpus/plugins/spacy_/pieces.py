"""Tokens of a spaCy document as spans over the text of an article: contents by its quotation marks, phrases, what is verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

    from kzcorpus.model.statements import Mode
    from kzcorpus.plugins.spacy_.parses import Report
    from kzcorpus.read.stages import Quotation

_REPORTING_MARKS = ",;:—–- \t\r\n\xa0"
_MARKS = _REPORTING_MARKS + "\"'“”„‟«»‹›‘’`"
_SPOKEN = ",.!?…—"
_SCARE_WORDS = 3


def _trimmed(text: str, start: int, end: int, marks: str = _REPORTING_MARKS) -> list[Span]:
    """Return the span without the marks around it; nothing where nothing is left."""
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return [Span(start, end)] if start < end else []


@attrs.frozen
class Pieces:
    """The tokens of a block, whose document begins where the block does, and its quotations."""

    text: str
    block: Span
    doc: Doc
    quotations: Sequence[Quotation]

    def of(self, tokens: Iterable[int]) -> list[Span]:
        """Return tokens as spans, neighbours joined."""
        out: list[Span] = []
        last = -2
        for i in tokens:
            start = self.block.start + self.doc[i].idx
            span = Span(start, start + len(self.doc[i]))
            out[-1:] = [Span(out[-1].start, span.end)] if i == last + 1 else [*out[-1:], span]
            last = i
        return out

    def phrase(self, tokens: Sequence[int], taken: Sequence[Span]) -> Span | None:
        """Return a phrase as one span; None where it stands in what is taken already."""
        spans = self.of(tokens)
        found = _trimmed(self.text, spans[0].start, spans[-1].end, _MARKS) if spans else []
        return found[0] if found and not any(found[0].overlaps(span) for span in taken) else None

    def _outer(self) -> list[Quotation]:
        return [quotation for quotation in self.quotations if quotation.level == 0]

    def _whole(self, piece: Span, cue: Sequence[Span]) -> list[Span]:
        """Return a piece as all of the quotation that it stands in, unless its cue stands there too; else without a final full stop."""
        for quotation in self._outer():
            if quotation.span.covers(piece):
                quoted = any(quotation.span.covers(span) for span in cue)
                inner = quotation.inner
                start, end = (max(piece.start, inner.start), min(piece.end, inner.end)) if quoted else (inner.start, inner.end)
                return _trimmed(self.text, start, end)
        ended = self.text[piece.end - 1] == "." and "." not in self.doc[self._last(piece)].text[:-1]
        return _trimmed(self.text, piece.start, piece.end - ended)

    def _last(self, piece: Span) -> int:
        """Return the index of the token that ends a piece."""
        found = self.doc.char_span(piece.start - self.block.start, piece.end - self.block.start, alignment_mode="expand")
        return int(found.end) - 1

    def _spoken(self, report: Report, cue: Sequence[Span]) -> list[Span]:
        """Return the quotations in the sentence of a cue that are speech: of more than a few words, or with the marks of a sentence."""
        sentence = self.doc[report.cue[-1]].sent
        bounds = Span(self.block.start + sentence.start_char, self.block.start + sentence.end_char)
        return [
            piece
            for quotation in self._outer()
            if quotation.span.overlaps(bounds) and not any(quotation.span.overlaps(span) for span in cue)
            for piece in _trimmed(self.text, quotation.inner.start, quotation.inner.end)
            if len(piece.of(self.text).split()) > _SCARE_WORDS or self.text[quotation.inner.end - 1] in _SPOKEN
        ]

    def content(self, report: Report, cue: Sequence[Span]) -> list[Span]:
        """Return what was said as spans in order, clear of the cue: the clause, with its quotations whole, or else the quotations."""
        clause = [
            whole
            for span in self.of(report.content)
            for piece in _trimmed(self.text, span.start, span.end)
            for whole in self._whole(piece, cue)
        ]
        quoted = all(any(quotation.span.covers(piece) for quotation in self._outer()) for piece in clause)
        found = [*clause, *(self._spoken(report, cue) if quoted and report.rule != "according" else ())]
        out: list[Span] = []
        for span in sorted(set(found)):
            if not any(span.overlaps(one) for one in (*out, *cue)):
                out.append(span)
        return out

    def verbatim(self, content: Sequence[Span]) -> list[Span]:
        """Return what of a content stands in quotation marks, without the marks."""
        cut = [
            (max(span.start, quotation.inner.start), min(span.end, quotation.inner.end)) for quotation in self._outer() for span in content
        ]
        return [piece for start, end in cut if start < end for piece in _trimmed(self.text, start, end)]

    def mode(self, content: Sequence[Span], verbatim: Sequence[Span]) -> Mode:
        """Return how a content is reported: all, some or none of it verbatim."""
        if not verbatim:
            return "indirect"
        return "direct" if all(any(quoted.covers(span) for quoted in verbatim) for span in content) else "mixed"
