"""The text of a document as it is being written: characters with single spaces between words, one line feed between blocks.

Offsets are code points of the text. A place is remembered when the next character arrives, so that no span begins or ends with the white
space around an element.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from kzcorpus.formats.tei.vocabulary import WHITE_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SPACES = re.compile("[\t\n\r ]+")


class Place(Protocol):
    """What has a place in the text, from ``start`` to ``end``, once it is closed."""

    start: int
    end: int


class Flow:
    """Collects the text, stretch by stretch, and the blocks that it makes."""

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._begun: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._kinds: list[str] = []
        self._fresh = True
        self._joined = False
        self._gap = ""

    def write(self, text: str, kind: str, *, preserve: bool) -> None:
        """Take in text, of a block of this kind if it opens one; runs of white space become one space, unless they are to be preserved."""
        core = text.strip(WHITE_SPACE)
        if not core:
            if text:
                self._space(text if preserve else " ")
            return
        start = 0 if len(core) == len(text) else text.index(core[0])
        if start:
            self._space(text[:start] if preserve else " ")
        if not preserve and ("  " in core or "\n" in core or "\t" in core or "\r" in core):
            self._emit(_SPACES.sub(" ", core), kind)
        else:
            self._emit(core, kind)
        if len(text) > start + len(core):
            self._space(text[start + len(core) :] if preserve else " ")

    def _space(self, white: str) -> None:
        """Remember white space that will stand before the next character of the same block."""
        if white and not self._joined:
            self._gap = self._gap + white if white != " " else self._gap or white

    def _emit(self, core: str, kind: str) -> None:
        before = ("\n" if self.length else "") if self._fresh else self._gap
        start = self.length + len(before)
        self.length = end = start + len(core)
        if self._fresh:
            self._starts.append(start)
            self._ends.append(end)
            self._kinds.append(kind)
        else:
            self._ends[-1] = end
        self._begun.append(start)
        self._parts += (before, core)
        self._fresh = self._joined = False
        self._gap = ""

    def open(self, place: Place) -> None:
        """Let a place begin with the next character; until it is closed, its start is the number of the stretch that this will open."""
        place.start = len(self._begun)

    def close(self, place: Place) -> None:
        """End a place after the last character; one without characters is empty, and stands there."""
        place.start = self._begun[place.start] if place.start < len(self._begun) else self.length
        place.end = self.length

    @property
    def is_fresh(self) -> bool:
        """Whether the next character begins a block."""
        return self._fresh

    def end_block(self) -> None:
        """Let the next character begin another block."""
        self._fresh = True
        self._gap, self._joined = "", False

    def set_apart(self, white: str = " ") -> None:
        """Let at least this white space stand before the next character of the same block."""
        self._gap = white if white != " " else self._gap or white
        self._joined = False

    def join(self) -> None:
        """Let nothing stand before the next character of the same block: the word goes on."""
        self._gap, self._joined = "", True

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    @property
    def runs(self) -> Iterable[tuple[int, int, str]]:
        """The blocks so far: where each begins and ends, and of what kind it is."""
        return zip(self._starts, self._ends, self._kinds, strict=True)

    @property
    def kinds(self) -> Sequence[str]:
        """The kinds of the blocks so far."""
        return self._kinds
