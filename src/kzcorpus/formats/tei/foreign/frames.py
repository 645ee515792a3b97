"""What an element of a text means by its name, and what is remembered of it while, and after, the walk passes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kzcorpus.formats.tei.foreign.elements import (
    ANALYSIS,
    APART,
    BLOCKS,
    BREAKS,
    CONTAINERS,
    EITHER,
    INSETS,
    MENTIONED,
    MIXED,
    SPEECH,
    STANDING,
    TYPED,
    listed,
)
from kzcorpus.formats.tei.foreign.losses import written
from kzcorpus.formats.tei.foreign.recognition import TEXTS
from kzcorpus.formats.tei.vocabulary import XML_ID, XML_LANG
from kzcorpus.model.spans import Span
from kzcorpus.model.values import unchecked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_SPEAKING: Final = (XML_ID, "who", "toWhom", "next", "prev", "resp", "cert")
CARRIED: Final[dict[str, tuple[str, ...]]] = {
    "u": (*_SPEAKING, "id"),
    "sp": (*_SPEAKING, "id"),
    "said": (*_SPEAKING, "direct", "mode", "id"),
    "q": (*_SPEAKING, "direct", "type", "id"),
    "quote": (*_SPEAKING, "id"),
    "post": (*_SPEAKING, "when", "when-iso"),
    "writing": (*_SPEAKING,),
    "annotationBlock": ("who",),
    "speaker": (),
    "cit": (),
    "text": (XML_LANG, "lang"),
}
"""Elements that mean more than a block, with the attributes that ``speech`` and ``mentions`` look at."""
WHOSE: Final = frozenset(("writing", "annotationBlock"))
"""Elements that mean something only where their ``who`` says whose they are."""
_FAITHFUL: Final = frozenset(
    (*CARRIED, *listed("body p ab head titlePart byline docAuthor dateline docDate docImprint figDesc lb title g"))
)
"""Elements whose meaning has a place: as a block of their kind, as speech, as a line feed."""
ATTACHED: Final = frozenset(("speaker", "intExpr"))
"""Types of ``seg`` by which Redewiedergabe says, with the ``id`` of a ``said``, who speaks and by which word that is told."""
_MARKED: Final = frozenset(
    (
        *SPEECH,
        *MENTIONED,
        *TYPED,
        "title",
        "speaker",
        "note",
        "seg",
        "cit",
        "bibl",
        "author",
        "byline",
        "docAuthor",
        "dateline",
    )
)


_BY_MORE: Final = frozenset(("head", "titlePart", "fw", "ab", "note"))
"""Elements of which more than the name tells what kind of block they open."""


class Meaning:
    """What an element means by its name alone; ``path`` is how it is named where it is lost."""

    __slots__ = (
        "block",
        "carried",
        "either",
        "faithful",
        "inset",
        "is_break",
        "kind",
        "leaf",
        "marked",
        "mixed",
        "name",
        "named",
        "noted",
        "passed",
        "path",
        "spaced",
        "speech",
        "standing",
    )

    def __init__(self, name: str) -> None:
        self.name = name
        self.path = f"text/{written(name)}"
        self.block = name in BLOCKS
        self.either = name in EITHER
        self.kind = None if name in _BY_MORE else BLOCKS.get(name) or EITHER.get(name)
        self.mixed = name in MIXED
        self.leaf = name not in CONTAINERS
        self.is_break = name in BREAKS
        self.spaced = self.is_break or name in APART
        self.inset = name in INSETS
        self.speech = name in SPEECH
        self.marked = name in _MARKED
        self.standing = STANDING.get(name)
        self.passed = name in ANALYSIS or name in TEXTS
        self.carried = frozenset(CARRIED.get(name, ()))
        self.faithful = name in _FAITHFUL and name not in WHOSE
        self.noted = not (name in MENTIONED or name in TYPED)
        self.named = not self.noted or name == "title"


class Marked:
    """An element of the text that may be speech, a speaker or a mention: its place, what interrupts it, and the speech it stands in.

    ``within`` is the innermost element of speech around it. Of an element of speech, once that is known, ``outer`` is the innermost one
    around it that is a statement, ``spoken`` tells whether it is one itself, and ``id`` is that of the statement that it is a part of.
    """

    __slots__ = ("attributes", "element", "end", "frame", "id", "insets", "name", "outer", "spoken", "start", "within")

    def __init__(self, element: _Element, frame: Frame, within: Marked | None) -> None:
        self.element, self.frame, self.within = element, frame, within
        self.name, self.attributes = frame.meaning.name, frame.attributes
        self.start = self.end = 0
        self.id = ""
        self.spoken = False
        self.outer: Marked | None = None
        self.insets: list[Span] | None = None

    def get(self, name: str) -> str | None:
        """Return an attribute of the element, None where it has none."""
        return self.attributes.get(name)

    @property
    def around(self) -> Marked | None:
        """The innermost element around it that is a statement; None where it stands in none."""
        within = self.within
        return within if within is None or within.spoken else within.outer

    @property
    def parent(self) -> Frame:
        """What the element stands in, one object for one element."""
        return self.frame.parent

    @property
    def identity(self) -> str | None:
        """The id of the element: ``xml:id``, or the ``id`` of P4; None where it has none."""
        return self.attributes.get(XML_ID) or self.attributes.get("id") or None

    @property
    def span(self) -> Span:
        """The place of the element in the text."""
        return _span(self.start, self.end)


NO_ATTRIBUTES: Final[dict[str, str]] = {}
_span = unchecked(Span)


class Frame:
    """An element that is being walked through, and what holds for the text in it.

    ``kind`` is the kind of block that begins next, ``leaf`` tells whether a paragraph is open, ``preserve`` whether white space is,
    ``zone`` is the kind of all blocks of a part of the text, ``speech`` the innermost speech that is open; all are as around it until the
    element changes them. ``block``, ``apart`` and ``joined`` tell how it ends.
    """

    __slots__ = (
        "apart",
        "attributes",
        "block",
        "chosen",
        "joined",
        "kind",
        "leaf",
        "marked",
        "meaning",
        "parent",
        "preserve",
        "speech",
        "zone",
    )

    parent: Frame
    zone: str | None
    speech: Marked | None

    def __init__(self, meaning: Meaning, parent: Frame | None) -> None:
        self.meaning = meaning
        self.attributes: Mapping[str, str] = NO_ATTRIBUTES
        self.chosen: _Element | None = None
        self.marked: Marked | None = None
        self.block = self.apart = self.joined = False
        if parent is None:
            self.parent, self.kind, self.leaf, self.preserve, self.zone, self.speech = self, "paragraph", False, False, None, None
        else:
            self.parent, self.kind, self.leaf, self.preserve = parent, parent.kind, parent.leaf, parent.preserve
            self.zone, self.speech = parent.zone, parent.speech

    @property
    def name(self) -> str:
        """The name of the element."""
        return self.meaning.name

    @property
    def is_source(self) -> bool:
        """Whether the element stands in a ``cit``, or in what stands in one."""
        return "cit" in (self.parent.name, self.parent.parent.name)
