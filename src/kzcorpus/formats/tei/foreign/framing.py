"""What frames an article in its own text: the dateline with its place and date, and the names of those who sign it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from kzcorpus.model.articles import Dateline
from kzcorpus.model.statements import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kzcorpus.formats.tei.foreign.frames import Marked
    from kzcorpus.model.articles import Mention
    from kzcorpus.model.spans import Span

_SIGNED = frozenset(("byline", "docAuthor"))


def dateline(marked: Iterable[Marked], mentions: Sequence[Mention], is_place: Callable[[str | None], bool]) -> Dateline | None:
    """Return the first dateline of a text, with the place and the date that are marked in it; None where there is none."""
    one = next((one for one in marked if one.name == "dateline" and one.start < one.end), None)
    if one is None:
        return None
    inside = [mention for mention in mentions if one.span.covers(mention.span)]
    place = next((mention.entity for mention in inside if mention.type == "place" and is_place(mention.entity)), None)
    dated = next((mention for mention in inside if mention.when is not None), None)
    when = attrs.evolve(dated.when, span=dated.span) if dated is not None and dated.when is not None else None
    return Dateline(one.span, place, when)


def bylines(authors: Iterable[Voice], marked: Sequence[Marked], mentions: Sequence[Mention], text: str) -> tuple[Voice, ...]:
    """Return the authors that a header names, with the words of the text that name them, then those that only the text names."""
    if not any(one.name in _SIGNED for one in marked):
        return tuple(authors)
    signed = _outermost(one.span for one in marked if one.name in _SIGNED and one.start < one.end)
    named = {
        mention.span: mention.entity
        for mention in mentions
        if mention.type in ("person", "organization") and _lies_in(mention.span, signed)
    }
    authored = _outermost(one.span for one in marked if one.name == "docAuthor" and one.start < one.end)
    covered = {_around(span, authored) for span in named}
    inside = named | dict.fromkeys((span for span in authored if span not in covered), None)
    words = {" ".join(span.of(text).split()): span for span in sorted(inside)}
    known = [attrs.evolve(voice, span=words.pop(voice.name, None)) if voice.name is not None else voice for voice in authors]
    return (*known, *(Voice(inside[span], name, span) for name, span in words.items()))


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """Return the spans that lie in no other, in order; in a tree none crosses another."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not out or span.start >= out[-1].end:
            out.append(span)
    return out


def _around(span: Span, outer: Sequence[Span]) -> Span | None:
    """Return the one that a span lies in."""
    place = bisect_right(outer, span.start, key=lambda one: one.start) - 1
    return outer[place] if place >= 0 and outer[place].covers(span) else None


def _lies_in(span: Span, outer: Sequence[Span]) -> bool:
    return _around(span, outer) is not None
