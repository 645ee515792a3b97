"""Hard-wrapped text, as in wire copy and e-mail: lines that a margin broke, not their author, are one paragraph."""

from collections.abc import Iterator

from kzcorpus.read.layout.lines import Line, Lines, alike

_MARGINS = range(40, 121)
_LEAST_PAIRS = 3
_LEAST_BROKEN = 0.5
_LEAST_FULL = 0.7
_LEAST_SMALL = 0.3


def joined(text: str, lines: Lines) -> Lines:
    r"""Return the lines with those that a margin broke put together; the same lines where the text is not hard-wrapped.

    >>> from kzcorpus.read.layout.lines import lines_of
    >>> lines = ["The talks in the capital went on for two days and ended", "on Friday without a result, a person who was there said."]
    >>> text = "\n".join(lines * 3)
    >>> len(joined(text, lines_of(text)).lines)
    1
    """
    margin = max((len(line.text) for line in lines.lines), default=0)
    if margin not in _MARGINS or not _wrapped(lines, margin):
        return lines
    bounds = list(_paragraphs(lines, margin))
    starts, ends = [lines.starts[first] for first, _ in bounds], [lines.ends[last] for _, last in bounds]
    texts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return Lines(alike(texts), starts, ends, [lines.gaps[first] for first, _ in bounds])


def _full(a: Line, b: Line, margin: int) -> bool:
    """Tell whether the first word of the next line would not have fitted on this one."""
    return len(a.text) + 1 + len(b.first_token) > margin and not b.bullet


def _wrapped(lines: Lines, margin: int) -> bool:
    """Tell whether lines break in the middle of sentences, at a margin, and go on with small letters."""
    near = [(a, b) for a, b, gap in zip(lines.lines, lines.lines[1:], lines.gaps[1:], strict=False) if not gap]
    broken = [(a, b) for a, b in near if not a.ended]
    if len(near) < _LEAST_PAIRS or len(broken) < _LEAST_BROKEN * len(near):
        return False
    full = sum(_full(a, b, margin) for a, b in broken)
    small = sum(b.text[0].islower() for _, b in broken)
    return full >= _LEAST_FULL * len(broken) and small >= _LEAST_SMALL * len(broken)


def _paragraphs(lines: Lines, margin: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each paragraph."""
    first = 0
    last = lines.lines[0]
    for i, line in enumerate(lines.lines[1:], 1):
        if lines.gaps[i] or not _full(last, line, margin):
            yield first, i - 1
            first = i
        last = line
    yield first, len(lines.lines) - 1
