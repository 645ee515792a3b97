"""Through a text once, in document order: the characters go into the flow, and what may be speech or a mention is marked with its place.

No recursion, and every element is looked at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from kzcorpus.formats.tei.foreign.elements import (
    ANALYSIS,
    APART,
    BLOCKS,
    BREAKS,
    CHOICES,
    CONTAINERS,
    EITHER,
    INSETS,
    MENTIONED,
    SPEECH,
    TYPED,
    listed,
)
from kzcorpus.formats.tei.foreign.flow import Flow
from kzcorpus.formats.tei.foreign.losses import element_name
from kzcorpus.formats.tei.foreign.recognition import TEXTS, local
from kzcorpus.formats.tei.vocabulary import XML_ID, XML_LANG
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.losses import Account, Losses

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LEVELS: Final = 16
"""In so many speeches around it an inset is left out; more deeply nested ones would cost the square of their number."""
_COMMENTS = frozenset(("comments", "comment"))
_SPEAKING: Final = (XML_ID, "who", "toWhom", "next", "prev", "resp", "cert")
CARRIED: Final[dict[str, tuple[str, ...]]] = {
    "u": (*_SPEAKING, "id"),
    "sp": (*_SPEAKING, "id"),
    "said": (*_SPEAKING, "direct", "mode", "id"),
    "q": (*_SPEAKING, "direct", "type", "id"),
    "quote": (*_SPEAKING, "id"),
    "speaker": (),
    "cit": (),
    "text": (XML_LANG, "lang"),
}
"""Elements that mean more than a block, with the attributes that ``speech`` and ``mentions`` look at."""
_FAITHFUL: Final = frozenset(
    (*CARRIED, *listed("body p ab head titlePart byline docAuthor dateline docDate docImprint figDesc lb title g"))
)
"""Elements whose meaning has a place: as a block of their kind, as speech, as a line feed."""
_JOINED_BEFORE: Final = frozenset(("left", "both"))
_JOINED_AFTER: Final = frozenset(("right", "both"))
"""Values of ``join`` by which a token says that it has no space before or after it (TEI P5, att.linguistic)."""
_TYPED: Final = frozenset(
    (("note", "speaker"), ("titlePart", "main"), ("titlePart", "sub"), ("titlePart", "desc"), ("ab", "header"), ("fw", "header"))
)
"""Elements whose type has told which block they are, or who speaks."""
ATTACHED: Final = frozenset(("speaker", "intExpr"))
"""Types of ``seg`` by which Redewiedergabe says, with the ``id`` of a ``said``, who speaks and by which word that is told."""
_MARKED: Final = frozenset(
    (*SPEECH, *MENTIONED, *TYPED, "title", "speaker", "note", "seg", "cit", "bibl", "author", "byline", "docAuthor", "dateline")
)


class Marked:
    """An element of the text that may be speech, a speaker or a mention: its place, what interrupts it, and the speech it stands in."""

    __slots__ = ("element", "end", "insets", "name", "start", "within")

    def __init__(self, element: _Element, name: str, within: Marked | None) -> None:
        self.element = element
        self.name = name
        self.within = within
        self.start = self.end = 0
        self.insets: list[Span] = []

    @property
    def span(self) -> Span:
        """The place of the element in the text."""
        return Span(self.start, self.end)


class _Open:
    """An element that is being walked through, and what is as before when it ends."""

    __slots__ = ("apart", "block", "joined", "kind", "leaf", "marked", "place", "preserve", "speeches", "zone")

    def __init__(self, walk: Walk) -> None:
        self.kind, self.leaf, self.preserve, self.zone = walk.flow.kind, walk.leaf, walk.preserve, walk.zone
        self.speeches = walk.speeches
        self.block = self.apart = self.joined = False
        self.marked: Marked | None = None
        self.place = None


class Walk:
    """A walk through the texts of one article."""

    def __init__(self, account: Account, losses: Losses) -> None:
        self.flow = Flow()
        self.marked: list[Marked] = []
        self.leaf = False
        self.preserve = False
        self.zone: str | None = None
        self.speeches: list[Marked] = []
        self._account, self._losses = account, losses

    def through(self, texts: Iterable[_Element]) -> None:
        """Walk through elements one after another; what follows each in its parent is not looked at."""
        for text in texts:
            opened: list[_Open] = []
            events = etree.iterwalk(text, events=("start", "end"))
            for event, element in events:
                if event == "end":
                    self._leave(opened.pop())
                elif (name := local(element)) in ANALYSIS or name in TEXTS:
                    events.skip_subtree()
                    if name in ANALYSIS:
                        self._losses.note_analysis(element)
                    opened.append(_Open(self))
                else:
                    opened.append(self._enter(element, name))
                    self.flow.write(element.text or "", preserve=self.preserve)
                if event == "end" and element is not text:
                    self.flow.write(element.tail or "", preserve=self.preserve)

    def _enter(self, element: _Element, name: str) -> _Open:
        opened = _Open(self)
        if (space := element.get(_SPACE)) is not None:
            self.preserve = space == "preserve"
        self._lay_out(element, name, opened)
        self._mark(element, name, opened)
        self._count(element, name, is_block=opened.block)
        return opened

    def _lay_out(self, element: _Element, name: str, opened: _Open) -> None:
        """Open a block, or set apart what stands in one."""
        if name in BLOCKS or (name in EITHER and not self.leaf):
            opened.block = True
            self.flow.end_block()
            self.leaf = name not in CONTAINERS
            if name.startswith("div") and element.get("type") in _COMMENTS:
                self.zone = "comment_form"
            self.flow.kind = self.zone or self._kind(element, name)
        elif name in BREAKS:
            self._break(element, name)
        elif name in APART or name == "cell" or local(parent_of(element)) in CHOICES:
            opened.apart = True
            self.flow.set_apart("\t" if name == "cell" else " ")
        elif (joined := element.get("join")) is not None:
            opened.joined = joined in _JOINED_AFTER
            if joined in _JOINED_BEFORE:
                self.flow.join()

    def _kind(self, element: _Element, name: str) -> str:
        """Return the kind of block that an element opens."""
        type_ = element.get("type")
        parent = local(parent_of(element))
        if name == "head" and parent in ("figure", "table"):
            return "caption"
        if name == "titlePart" and type_ in ("sub", "desc"):
            return "deck"
        if name in ("fw", "ab") and type_ in ("header", "head"):
            return "head"
        if name == "note" and type_ == "speaker":
            return "heading"
        return BLOCKS.get(name) or EITHER[name]

    def _break(self, element: _Element, name: str) -> None:
        if element.get("break") == "no":
            self.flow.join()
        elif name == "lb":
            self.flow.set_apart("\n")
        elif element.get("break") == "yes":
            self.flow.set_apart()

    def _mark(self, element: _Element, name: str, opened: _Open) -> None:
        """Remember the place of what may be speech, a speaker or a mention, and of what interrupts speech."""
        if name in _MARKED or (name in INSETS and self.speeches):
            opened.marked = Marked(element, name, self.speeches[-1] if self.speeches else None)
            opened.place = self.flow.open()  # type: ignore[assignment]
            self.marked.append(opened.marked)
        if name in INSETS:
            self.speeches = []
        elif name in SPEECH and opened.marked:
            self.speeches = [*self.speeches, opened.marked]

    def _count(self, element: _Element, name: str, *, is_block: bool) -> None:
        """Count what of an element has no place; names and dates are counted where they are read."""
        if name in MENTIONED or name in TYPED:
            return
        carried = self._account.attributes(element)
        if name == "seg" and element.get("id") is not None and element.get("type") in ATTACHED:
            carried = {"id", "type"}
        if (name, element.get("type")) in _TYPED:
            carried = {"type", *(carried or ())}
        if element.get("join") is not None:
            self._losses.note_attributes(f"text/{element_name(element)}", element, {*(carried or ()), "join"})
            self._losses.note_markup(element)
            return
        if carried is None and name not in _FAITHFUL and not (name == "seg" and is_block):
            self._losses.note_markup(element)
        self._losses.note_attributes(f"text/{element_name(element)}", element, {*CARRIED.get(name, ()), *(carried or ())})

    def _leave(self, opened: _Open) -> None:
        if opened.marked is not None and opened.place is not None:
            self.flow.close(opened.place)
            opened.marked.start, opened.marked.end = opened.place.start, opened.place.end
            if opened.marked.name in INSETS and opened.marked.start < opened.marked.end:
                for speech in opened.speeches[-_LEVELS:]:
                    speech.insets.append(opened.marked.span)
        if opened.block:
            self.flow.end_block()
        elif opened.apart:
            self.flow.set_apart()
        elif opened.joined:
            self.flow.join()
        self.flow.kind, self.leaf, self.preserve, self.zone = opened.kind, opened.leaf, opened.preserve, opened.zone
        self.speeches = opened.speeches


_NOWHERE = etree.Element("nowhere")


def parent_of(element: _Element) -> _Element:
    """Return the parent of an element; one that means nothing where there is none."""
    parent = element.getparent()
    return _NOWHERE if parent is None else parent
