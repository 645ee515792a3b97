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
from kzcorpus.formats.tei.foreign.recognition import TEXTS
from kzcorpus.formats.tei.vocabulary import XML_ID, XML_LANG
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.walking import Walk

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


class Meaning:
    """What an element means by its name alone."""

    __slots__ = (
        "apart",
        "block",
        "either",
        "faithful",
        "inset",
        "is_break",
        "leaf",
        "marked",
        "mixed",
        "name",
        "named",
        "noted",
        "passed",
        "speech",
        "standing",
    )

    def __init__(self, name: str) -> None:
        self.name = name
        self.block = name in BLOCKS
        self.either = name in EITHER
        self.mixed = name in MIXED
        self.leaf = name not in CONTAINERS
        self.apart = name in APART
        self.is_break = name in BREAKS
        self.inset = name in INSETS
        self.speech = name in SPEECH
        self.marked = name in _MARKED
        self.standing = STANDING.get(name)
        self.passed = name in ANALYSIS or name in TEXTS
        self.faithful = name in _FAITHFUL and name not in WHOSE
        self.noted = not (name in MENTIONED or name in TYPED)
        self.named = not self.noted or name == "title"


class Marked:
    """An element of the text that may be speech, a speaker or a mention: its place, what interrupts it, and the speech it stands in.

    ``within`` is the innermost element of speech around it, ``outer`` the innermost one that is a statement, once that is known.
    """

    __slots__ = ("attributes", "element", "end", "frame", "insets", "name", "outer", "start", "within")

    def __init__(self, element: _Element, name: str, attributes: Mapping[str, str], frame: Frame, within: Marked | None) -> None:
        self.element, self.name, self.attributes, self.frame, self.within = element, name, attributes, frame, within
        self.start = self.end = 0
        self.outer: Marked | None = None
        self.insets: list[Span] | None = None

    def get(self, name: str) -> str | None:
        """Return an attribute of the element, None where it has none."""
        return self.attributes.get(name)

    @property
    def parent(self) -> Frame | None:
        """What the element stands in, one object for one element; None at the root of a text."""
        return self.frame.parent

    @property
    def identity(self) -> str | None:
        """The id of the element: ``xml:id``, or the ``id`` of P4; None where it has none."""
        return self.attributes.get(XML_ID) or self.attributes.get("id") or None

    @property
    def span(self) -> Span:
        """The place of the element in the text."""
        return Span(self.start, self.end)


NO_ATTRIBUTES: Final[dict[str, str]] = {}


class Frame:
    """An element that is being walked through, and what is as before when it ends."""

    __slots__ = ("apart", "attributes", "before", "block", "chosen", "joined", "marked", "meaning", "parent")

    def __init__(self, walk: Walk, meaning: Meaning, parent: Frame | None) -> None:
        self.meaning, self.parent = meaning, parent
        self.before = (walk.flow.kind, walk.leaf, walk.preserve, walk.zone, walk.speech)
        self.block = self.apart = self.joined = False
        self.attributes: Mapping[str, str] = NO_ATTRIBUTES
        self.chosen: _Element | None = None
        self.marked: Marked | None = None

    @property
    def name(self) -> str:
        """The name of the element."""
        return self.meaning.name

    @property
    def is_source(self) -> bool:
        """Whether the element stands in a ``cit``, or in what stands in one."""
        return any(one is not None and one.name == "cit" for one in (self.parent, self.parent and self.parent.parent))
