"""Hard-wrapped text, as in wire copy and e-mail: lines that a margin broke, not their author, are one paragraph."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kzcorpus.read.layout.lines import Line

_MARGINS = range(40, 121)
_LEAST_PAIRS = 3
_LEAST_BROKEN = 0.5
_LEAST_FULL = 0.7
_LEAST_SMALL = 0.3


def joined(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    r"""Return the lines with those that a margin broke put together; the same lines where the text is not hard-wrapped.

    >>> from kzcorpus.read.layout.lines import lines_of
    >>> lines = ["The talks in the capital went on for two days and ended", "on Friday without a result, a person who was there said."]
    >>> text = "\n".join(lines * 3)
    >>> len(joined(text, lines_of(text)))
    1
    """
    margin = max((len(line.text) for line in lines), default=0)
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap] if margin in _MARGINS else []
    return tuple(_joined(text, lines, margin)) if _wrapped(pairs, margin) else tuple(lines)


def _full(a: Line, b: Line, margin: int) -> bool:
    """Tell whether the first word of the next line would not have fitted on this one."""
    return len(a.text) + 1 + len(b.text.split(None, 1)[0] if b.text.split() else "") > margin and not b.bullet


def _wrapped(pairs: Sequence[tuple[Line, Line]], margin: int) -> bool:
    """Tell whether lines break in the middle of sentences, at a margin, and go on with small letters."""
    broken = [(a, b) for a, b in pairs if not a.ended]
    if len(pairs) < _LEAST_PAIRS or len(broken) < _LEAST_BROKEN * len(pairs):
        return False
    full = sum(_full(a, b, margin) for a, b in broken)
    small = sum(b.text[0].islower() for _, b in broken)
    return full >= _LEAST_FULL * len(broken) and small >= _LEAST_SMALL * len(broken)


def _joined(text: str, lines: Sequence[Line], margin: int) -> Iterator[Line]:
    first = last = lines[0]
    for line in lines[1:]:
        if line.gap or not _full(last, line, margin):
            yield Line(text[first.start : last.end], first.start, last.end, first.gap)
            first = line
        last = line
    yield Line(text[first.start : last.end], first.start, last.end, first.gap)
