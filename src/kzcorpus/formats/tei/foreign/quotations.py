"""What is said in an element: its words without what interrupts them, and whether a quotation is a statement at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.formats.tei.vocabulary import WHITE_SPACE
from kzcorpus.model.spans import Span
from kzcorpus.model.values import unchecked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kzcorpus.formats.tei.foreign.frames import Marked
    from kzcorpus.model.statements import Mode

_OPENING, _CLOSING = '"“”„‟«»‹›', '"“”‟«»‹›'
_UNSAID = frozenset(("term", "socalled", "scare", "foreign", "distinct", "emph", "emphasis", "mentioned", "gloss", "title", "name"))
"""Values of ``type`` by which a ``q`` says that its words are marked for another reason than that somebody utters them (TEI P5, q)."""
_QUOTED = frozenset(("q", "quote"))
_span = unchecked(Span)
DIRECTNESS: Mapping[str, Mode] = {
    **dict.fromkeys(("true", "1", "y"), "direct"),
    **dict.fromkeys(("false", "0", "n"), "indirect"),
}
"""What ``direct`` says, in P5 and P4."""


def content(one: Marked, text: str) -> tuple[Span, ...]:
    """Return what is said in an element: its text without what interrupts it, white space around, and quotation marks around."""
    if not one.insets:
        start, end = one.start, one.end  # which no white space is around
        if start < end and text[start] in _OPENING:
            start += 1
        if start < end and text[end - 1] in _CLOSING:
            end -= 1
        if (start, end) == (one.start, one.end):
            return (_span(start, end),) if start < end else ()
        return tuple(span for span in (_trimmed(start, end, text),) if span)
    pieces: list[tuple[int, int]] = []
    start = one.start
    for inset in one.insets:
        pieces.append((start, inset.start))
        start = max(start, inset.end)
    pieces.append((start, one.end))
    kept: list[Span | None] = [piece for begin, end in pieces if begin < end and (piece := _trimmed(begin, end, text))]
    if kept and (first := kept[0]) and text[first.start] in _OPENING:
        kept[0] = _trimmed(first.start + 1, first.end, text)
    if kept and (last := kept[-1]) and text[last.end - 1] in _CLOSING:
        kept[-1] = _trimmed(last.start, last.end - 1, text)
    return tuple(span for span in kept if span)


def _trimmed(begin: int, end: int, text: str) -> Span | None:
    """Return a piece of the text without white space around it; None where nothing else is in it."""
    while begin < end and text[begin] in WHITE_SPACE:
        begin += 1
    while begin < end and text[end - 1] in WHITE_SPACE:
        end -= 1
    return _span(begin, end) if begin < end else None


def _has_circumstances(one: Marked) -> bool:
    """Tell whether it is said of a quotation who utters it, to whom, or how."""
    told = one.attributes
    return bool(told and (told.get("who") or told.get("toWhom") or told.get("direct")))


def is_unsaid(one: Marked) -> bool:
    """Tell whether a ``q`` says that nobody utters its words."""
    return one.name == "q" and "type" in one.attributes and one.attributes["type"].lower() in _UNSAID and not _has_circumstances(one)


def _is_indirect(one: Marked) -> bool:
    if not one.attributes:
        return False
    direct = DIRECTNESS.get(one.get("direct") or "true")
    return direct != "direct" or one.get("mode") not in (None, "direct") or (one.name == "q" and one.get("type") == "indirect")


def is_verbatim(one: Marked, around: Marked | None) -> bool:
    """Tell whether a quotation is only the quotation marks in or around the words of somebody whose speech it stands in."""
    if around is None or one.name not in _QUOTED or _has_circumstances(one):
        return False
    return _is_indirect(around) or (one.start, one.end) == (around.start, around.end)


def apart(parts: Iterable[Marked]) -> Iterator[Marked]:
    """Yield the parts of a statement that do not stand in one another."""
    end = -1
    for part in parts:
        if part.start >= end:
            yield part
            end = part.end
