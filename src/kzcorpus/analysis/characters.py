"""Characters that a reader cannot see, or that change how others are seen: which they are, and where they stand in a text."""

import re
from collections.abc import Iterator

from kzcorpus.model.spans import Span

CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""Control characters but tab and line ends, as a character class; https://www.unicode.org/charts/PDF/U0080.pdf for the second half."""
BIDI = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates, which reorder what is displayed; https://www.unicode.org/reports/tr9/."""
INVISIBLE = "\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
"""Zero-width and filler characters; the joiners U+200C and U+200D are left out, since Persian, Indic scripts and emoji need them."""
NONCHARACTER = "\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
SEPARATOR = "\u2028\u2029"

_LINE_END = re.compile(r"\r\n|\n|\r")


def positions(characters: str, text: str) -> tuple[Span, ...]:
    r"""Return the runs of characters of a class (as inside ``[]`` of a regular expression).

    >>> positions(BIDI, "a\u202eb")
    (Span(1, 2),)
    """
    return tuple(Span(*found.span()) for found in re.finditer(f"[{characters}]+", text))


def line_ends(text: str) -> dict[str, list[Span]]:
    r"""Return where each kind of line end stands, the most frequent kind first.

    >>> line_ends("a\r\nb\nc\n")
    {'\n': [Span(4, 5), Span(6, 7)], '\r\n': [Span(1, 3)]}
    """
    ends: dict[str, list[Span]] = {}
    for found in _LINE_END.finditer(text):
        ends.setdefault(found[0], []).append(Span(*found.span()))
    return dict(sorted(ends.items(), key=lambda kind: -len(kind[1])))


def lines(text: str, within: Span) -> Iterator[Span]:
    """Yield the lines of a stretch of text that hold more than white space, without what surrounds them."""
    start = within.start
    for found in (*_LINE_END.finditer(text, within.start, within.end), None):
        end = found.start() if found else within.end
        line = text[start:end]
        if stripped := line.strip():
            first = start + line.index(stripped)
            yield Span(first, first + len(stripped))
        if found:
            start = found.end()
