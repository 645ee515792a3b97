"""Through a text once, in document order: the characters go into the flow, and what may be speech or a mention is marked with its place.

No recursion, and every element is looked at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from kzcorpus.formats.tei.foreign.elements import ANALYSIS, BLOCKS, EITHER
from kzcorpus.formats.tei.foreign.flow import Flow
from kzcorpus.formats.tei.foreign.frames import ATTACHED, NO_ATTRIBUTES, WHOSE, Frame, Marked, Meaning
from kzcorpus.formats.tei.foreign.recognition import TEXTS, local
from kzcorpus.formats.tei.vocabulary import WHITE_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.losses import Account, Losses
    from kzcorpus.model.spans import Span

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LEVELS: Final = 16
"""In so many speeches around it an inset is left out; more deeply nested ones would cost the square of their number."""
_COMMENTS = frozenset(("comments", "comment"))
_JOINED_BEFORE: Final = frozenset(("left", "both"))
_JOINED_AFTER: Final = frozenset(("right", "both"))
"""Values of ``join`` by which a token says that it has no space before or after it (TEI P5, att.linguistic)."""
_TYPED: Final = frozenset(
    (("note", "speaker"), ("titlePart", "main"), ("titlePart", "sub"), ("titlePart", "desc"), ("ab", "header"), ("fw", "header"))
)
"""Elements whose type has told which block they are, or who speaks."""


_OUTSIDE: Final = Frame(Meaning(""), None)


class Walk:
    """A walk through the texts of one article: ``named`` is what may be a mention, ``marked`` what may be anything else."""

    def __init__(self, account: Account, losses: Losses, meanings: dict[object, Meaning] | None = None) -> None:
        self.flow = Flow()
        self.marked: list[Marked] = []
        self.named: list[Marked] = []
        self._account, self._losses = account, losses
        self._meanings: dict[object, Meaning] = {} if meanings is None else meanings

    def through(self, texts: Iterable[_Element]) -> None:
        """Walk through elements one after another; what follows each in its parent is not looked at."""
        for text in texts:
            self._through(text)

    def _through(self, text: _Element) -> None:
        meanings, write = self._meanings, self.flow.write
        frame = _OUTSIDE
        events = etree.iterwalk(text, events=("start", "end"))
        for event, element in events:
            if event == "start":
                meaning = meanings.get(element.tag)
                if meaning is None:
                    meaning = meanings[element.tag] = Meaning(local(element))
                if meaning.passed or (frame.chosen is not None and self._is_passed_over(element, meaning, frame)):
                    events.skip_subtree()
                    frame = Frame(meaning, frame)
                    self._note_passed(element, meaning)
                    continue
                frame = self._enter(element, meaning, frame)
                words = element.text
            else:
                self._leave(frame)
                frame = frame.parent
                words = element.tail if element is not text else None
            if words and (frame.chosen is None or words.strip(WHITE_SPACE)):
                write(words, frame.kind, preserve=frame.preserve)

    @staticmethod
    def _is_passed_over(element: _Element, meaning: Meaning, around: Frame) -> bool:
        """Tell whether an element is an alternative, and not the one that stands."""
        return element is not around.chosen and meaning.name in (around.meaning.standing or ())

    def _note_passed(self, element: _Element, meaning: Meaning) -> None:
        if meaning.name in ANALYSIS:
            self._losses.note_analysis(element)
        elif meaning.name not in TEXTS:
            self._losses.note_alternative(element)

    def _enter(self, element: _Element, meaning: Meaning, parent: Frame) -> Frame:
        frame = Frame(meaning, parent)
        attributes: Mapping[str, str] = NO_ATTRIBUTES
        if items := element.items():
            attributes = frame.attributes = dict(items)
            if (space := attributes.get(_SPACE)) is not None:
                frame.preserve = space == "preserve"
        if meaning.block or (meaning.either and not parent.leaf and not self._is_mixed(element, meaning, attributes)):
            self._open_block(frame, attributes)
        elif items or meaning.spaced or parent.meaning.name == "cit":
            self._set_apart(frame, attributes)
        if meaning.standing is not None:
            frame.chosen = _standing(element, meaning)
        if meaning.marked or (meaning.inset and parent.speech is not None):
            self._mark(element, frame)
        if meaning.noted and (attributes or not meaning.faithful):
            self._count(element, frame, attributes)
        return frame

    def _mark(self, element: _Element, frame: Frame) -> None:
        """Remember an element with its place."""
        meaning = frame.meaning
        marked = frame.marked = Marked(element, frame, frame.speech)
        self.flow.open(marked)
        (self.named if meaning.named else self.marked).append(marked)
        if meaning.speech:
            frame.speech = marked
        elif meaning.inset:
            frame.speech = None

    def _is_mixed(self, element: _Element, meaning: Meaning, attributes: Mapping[str, str]) -> bool:
        """Tell whether words stand directly before or after an element, in no block of their own."""
        if not meaning.mixed or attributes.get("type") == "speaker":
            return False
        return not self.flow.is_fresh or bool((element.tail or "").strip(WHITE_SPACE))

    def _open_block(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        meaning = frame.meaning
        self.flow.end_block()
        frame.block, frame.leaf = True, meaning.leaf
        if attributes and meaning.name.startswith("div") and attributes.get("type") in _COMMENTS:
            frame.zone = "comment_form"
        frame.kind = frame.zone or meaning.kind or _kind(frame, attributes)

    def _set_apart(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        """Set apart, or join, what stands in a block."""
        meaning = frame.meaning
        if meaning.is_break:
            self._break(meaning.name, attributes)
        elif meaning.spaced or frame.parent.name == "cit":
            frame.apart = True
            self.flow.set_apart("\t" if meaning.name == "cell" else " ")
        elif (joined := attributes.get("join")) is not None:
            frame.joined = joined in _JOINED_AFTER
            if joined in _JOINED_BEFORE:
                self.flow.join()

    def _break(self, name: str, attributes: Mapping[str, str]) -> None:
        breaks = attributes.get("break")
        if breaks == "no":
            self.flow.join()
        elif name == "lb":
            self.flow.set_apart("\n")
        elif breaks == "yes":
            self.flow.set_apart()

    def _count(self, element: _Element, frame: Frame, attributes: Mapping[str, str]) -> None:
        """Count what of an element has no place; names and dates are counted where they are read."""
        meaning, held = frame.meaning, self._account.attributes(element)
        if held is None and meaning.faithful and meaning.carried.issuperset(attributes):
            return
        is_line = meaning.name == "seg" and frame.block
        if attributes or held is not None:
            self._count_with(element, frame, attributes, held, has_place=held is not None or meaning.faithful or is_line)
        elif not is_line:
            self._losses.note_markup(element, meaning.path)

    def _count_with(
        self, element: _Element, frame: Frame, attributes: Mapping[str, str], held: set[str] | None, *, has_place: bool
    ) -> None:
        """Count an element of which attributes tell whether it has a place."""
        name = frame.name
        carried = {*frame.meaning.carried, *(held or ())}
        if name in WHOSE:
            has_place = bool(attributes.get("who"))
            carried = carried if has_place else set()
        elif name == "seg" and attributes.get("id") is not None and attributes.get("type") in ATTACHED:
            has_place = True
            carried |= {"id", "type"}
        elif (name, attributes.get("type")) in _TYPED:
            has_place = True
            carried.add("type")
        elif name == "author" and frame.is_source:
            has_place = True
            carried |= {"ref", "key"}
        if "join" in attributes:
            has_place = False
            carried.add("join")
        if not has_place:
            self._losses.note_markup(element, frame.meaning.path)
        self._losses.note_attributes(frame.meaning.path, element, carried, attributes)

    def _leave(self, frame: Frame) -> None:
        marked, flow = frame.marked, self.flow
        if marked is not None:
            flow.close(marked)
            frame.marked = frame.speech = None  # or the two would hold each other
            if frame.meaning.inset and marked.start < marked.end:
                _interrupt(frame.parent.speech, marked.span)
        if frame.block:
            flow.end_block()
        elif frame.apart:
            flow.set_apart()
        elif frame.joined:
            flow.join()


def _interrupt(speech: Marked | None, inset: Span) -> None:
    """Let an inset be left out of the speech that it stands in, and of those around that."""
    for _ in range(_LEVELS):
        if speech is None:
            return
        if speech.insets is None:
            speech.insets = []
        speech.insets.append(inset)
        speech = speech.within


def _standing(element: _Element, meaning: Meaning) -> _Element | None:
    """Return the alternative that stands in the text."""
    ranks = meaning.standing or {}
    found = [one for one in element.iterchildren(etree.Element) if local(one) in ranks]
    return min(found, key=lambda one: ranks[local(one)], default=None)


def _kind(frame: Frame, attributes: Mapping[str, str]) -> str:
    """Return the kind of block that an element opens."""
    name, type_ = frame.name, attributes.get("type")
    if name == "head" and frame.parent.name in ("figure", "table"):
        return "caption"
    if name == "titlePart" and type_ in ("sub", "desc"):
        return "deck"
    if name in ("fw", "ab") and type_ in ("header", "head"):
        return "head"
    if name == "note" and type_ == "speaker":
        return "heading"
    return BLOCKS.get(name) or EITHER[name]
