"""The text of a document as it is being written: characters with single spaces between words, one line feed between blocks.

Offsets are code points of the text. A place is remembered when the next character arrives, so that no span begins or ends with the white
space around an element.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

from kzcorpus.formats.tei.vocabulary import WHITE_SPACE

_SPACES = re.compile("[\t\n\r ]+")


class Run(NamedTuple):
    """A stretch of text without a break: where it begins and ends, and what kind of block it is of."""

    start: int
    end: int
    kind: str


class Place(Protocol):
    """What has a place in the text, from ``start`` to ``end``; both are 0 until known."""

    start: int
    end: int


class Flow:
    """Collects the text; ``kind`` is the kind of block that begins next."""

    def __init__(self) -> None:
        self.kind = "paragraph"
        self.length = 0
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._kinds: list[str] = []
        self._fresh = True
        self._joined = False
        self._gap = ""
        self._waiting: dict[Place, None] = {}

    def write(self, text: str, *, preserve: bool) -> None:
        """Take in text; runs of white space become one space, unless they are to be preserved."""
        core = text.strip(WHITE_SPACE)
        if not core:
            if text:
                self._space(text if preserve else " ")
            return
        start = text.index(core[0])
        if start:
            self._space(text[:start] if preserve else " ")
        self._emit(core if preserve else _SPACES.sub(" ", core))
        if len(text) > start + len(core):
            self._space(text[start + len(core) :] if preserve else " ")

    def _space(self, white: str) -> None:
        """Remember white space that will stand before the next character of the same block."""
        if white and not self._joined:
            self._gap = self._gap + white if white != " " else self._gap or white

    def _emit(self, core: str) -> None:
        before = ("\n" if self.length else "") if self._fresh else self._gap
        start = self.length + len(before)
        self.length = start + len(core)
        if self._fresh:
            self._starts.append(start)
            self._ends.append(self.length)
            self._kinds.append(self.kind)
        else:
            self._ends[-1] = self.length
        if self._waiting:
            for place in self._waiting:
                place.start = start
            self._waiting.clear()
        self._parts += (before, core)
        self._fresh = self._joined = False
        self._gap = ""

    def open(self, place: Place) -> None:
        """Let a place begin with the next character."""
        self._waiting[place] = None

    def close(self, place: Place) -> None:
        """End a place after the last character; one without characters is empty, and stands there."""
        if place in self._waiting:
            del self._waiting[place]
            place.start = self.length
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
    def runs(self) -> tuple[Run, ...]:
        """The blocks so far."""
        return tuple(map(Run, self._starts, self._ends, self._kinds))
