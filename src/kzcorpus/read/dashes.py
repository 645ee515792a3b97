"""Speech set off by dashes, as Russian, Kazakh, French and Spanish print it and as translations keep it.

``— We shall wait, — the farmer says. — Until spring.`` has no marks at all; ``«We shall wait, — said the farmer. — Until spring.»`` has
the tag inside the marks. Both become quotations without the tag.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from kzcorpus.model.spans import Span
from kzcorpus.read.stages import Quotation
from kzcorpus.read.vocabulary import tagging_verbs

DASHES = "—–"
_TURN = re.compile(r"[—–][ \t\xa0]+(?=\S)")
_TAG = re.compile(r"(?<=[,.!?…»”\"])[ \t\xa0]*[—–][ \t\xa0]+([^—–\n]{2,120}?)(?:[,.:;][ \t\xa0]*[—–][ \t\xa0]+|[.,:;]?(?=\s*$))")
_NEAR = 4
_WORD = re.compile(r"\w+")


def _is_tag(tag: str) -> bool:
    """Tell whether the words between dashes report: "said the farmer", "the farmer says", "he smiled" but not "and rightly"."""
    words = _WORD.findall(tag)
    if not words or not (words[0][0].islower() or words[1:]):
        return False
    known = tagging_verbs()
    short = len(words) <= _NEAR
    return any(word in known for word in words[:_NEAR]) or words[-1] in known or (short and words[-1].endswith(("ed", "s")))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of speech between tags, at least one tag or none at all."""
    at = start
    for found in _TAG.finditer(text, start, end):
        if _is_tag(found[1]):
            yield at, found.start()
            at = found.end()
    if at != start and at < end:
        yield at, end


def dash_speech(text: str, span: Span) -> tuple[Quotation, ...]:
    """Return the speech of a block that opens with a dash and has a tag between dashes; nothing for any other block.

    >>> block = "— We shall wait, — the farmer says. — Until spring."
    >>> [quotation.inner.of(block) for quotation in dash_speech(block, Span(0, len(block)))]
    ['We shall wait,', 'Until spring.']
    """
    turn = _TURN.match(text, span.start, span.end)
    if turn is None:
        return ()
    stop = span.start + len(text[span.start : span.end].rstrip())
    pieces = list(_pieces(text, turn.end(), stop))
    return tuple(
        Quotation(Span(span.start if number == 0 else start, end), Span(start, end), opened=False, closed=False)
        for number, (start, end) in enumerate(pieces)
        if start < end
    )


def without_tags(text: str, found: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield quotations, those that hold a tag between dashes cut around it."""
    for quotation in found:
        inner = quotation.inner
        pieces = (
            list(_pieces(text, inner.start, inner.end)) if quotation.level == 0 and any(dash in inner.of(text) for dash in DASHES) else []
        )
        pieces = [(start, end) for start, end in pieces if start < end]
        if not pieces:
            yield quotation
            continue
        last = len(pieces) - 1
        for number, (start, end) in enumerate(pieces):
            span = Span(quotation.span.start if number == 0 else start, quotation.span.end if number == last and end == inner.end else end)
            closed, opened = quotation.closed and span.end == quotation.span.end, quotation.opened and number == 0
            yield attrs.evolve(quotation, span=span, inner=Span(start, end), opened=opened, closed=closed)
