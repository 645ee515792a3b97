"""Through a text once, in document order: the characters go into the flow, and what may be speech or a mention is marked with its place.

No recursion, and every element is looked at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from kzcorpus.formats.tei.foreign.elements import ANALYSIS, BLOCKS, EITHER
from kzcorpus.formats.tei.foreign.flow import Flow
from kzcorpus.formats.tei.foreign.frames import ATTACHED, CARRIED, NO_ATTRIBUTES, WHOSE, Frame, Marked, Meaning
from kzcorpus.formats.tei.foreign.losses import element_name
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


class Walk:
    """A walk through the texts of one article.

    ``named`` is what may be a mention, ``marked`` what may be anything else; ``speech`` is the innermost speech that is open.
    """

    def __init__(self, account: Account, losses: Losses, meanings: dict[object, Meaning] | None = None) -> None:
        self.flow = Flow()
        self.marked: list[Marked] = []
        self.named: list[Marked] = []
        self.leaf = False
        self.preserve = False
        self.zone: str | None = None
        self.speech: Marked | None = None
        self._account, self._losses = account, losses
        self._meanings: dict[object, Meaning] = {} if meanings is None else meanings

    def through(self, texts: Iterable[_Element]) -> None:
        """Walk through elements one after another; what follows each in its parent is not looked at."""
        for text in texts:
            self._through(text)

    def _through(self, text: _Element) -> None:
        meanings, write = self._meanings, self.flow.write
        frame: Frame | None = None
        events = etree.iterwalk(text, events=("start", "end"))
        for event, element in events:
            if event == "end":
                ended, frame = frame, frame.parent  # type: ignore[union-attr]
                self._leave(ended)  # type: ignore[arg-type]
                has_alternatives = frame is not None and frame.chosen is not None
                if element is not text and (tail := element.tail) and not (has_alternatives and not tail.strip(WHITE_SPACE)):
                    write(tail, preserve=self.preserve)
                continue
            meaning = meanings.get(element.tag)
            if meaning is None:
                meaning = meanings[element.tag] = Meaning(local(element))
            if meaning.passed or (frame is not None and frame.chosen is not None and self._is_passed_over(element, meaning, frame)):
                events.skip_subtree()
                frame = Frame(self, meaning, frame)
                self._note_passed(element, meaning)
                continue
            frame = self._enter(element, meaning, frame)
            if (words := element.text) and (frame.chosen is None or words.strip(WHITE_SPACE)):
                write(words, preserve=self.preserve)

    @staticmethod
    def _is_passed_over(element: _Element, meaning: Meaning, around: Frame) -> bool:
        """Tell whether an element is an alternative, and not the one that stands."""
        return element is not around.chosen and meaning.name in (around.meaning.standing or ())

    def _note_passed(self, element: _Element, meaning: Meaning) -> None:
        if meaning.name in ANALYSIS:
            self._losses.note_analysis(element)
        elif meaning.name not in TEXTS:
            self._losses.note_alternative(element)

    def _enter(self, element: _Element, meaning: Meaning, parent: Frame | None) -> Frame:
        frame = Frame(self, meaning, parent)
        attributes = frame.attributes = dict(element.items()) if element.keys() else NO_ATTRIBUTES
        if attributes and (space := attributes.get(_SPACE)) is not None:
            self.preserve = space == "preserve"
        self._lay_out(element, frame, attributes)
        if meaning.standing is not None:
            frame.chosen = _standing(element, meaning)
        if meaning.marked or (meaning.inset and self.speech is not None):
            frame.marked = Marked(element, meaning.name, attributes, frame, self.speech)
            self.flow.open(frame.marked)
            (self.named if meaning.named else self.marked).append(frame.marked)
        if meaning.inset:
            self.speech = None
        if meaning.speech:
            self.speech = frame.marked
        if meaning.noted and (attributes or not meaning.faithful):
            self._count(element, frame, attributes)
        return frame

    def _is_mixed(self, element: _Element, meaning: Meaning, attributes: Mapping[str, str]) -> bool:
        """Tell whether words stand directly before or after an element, in no block of their own."""
        if not meaning.mixed or attributes.get("type") == "speaker":
            return False
        return not self.flow.is_fresh or bool((element.tail or "").strip(WHITE_SPACE))

    def _lay_out(self, element: _Element, frame: Frame, attributes: Mapping[str, str]) -> None:
        """Open a block, or set apart what stands in one."""
        meaning = frame.meaning
        if meaning.block or (meaning.either and not self.leaf and not self._is_mixed(element, meaning, attributes)):
            frame.block = True
            self.flow.end_block()
            self.leaf = meaning.leaf
            if attributes and meaning.name.startswith("div") and attributes.get("type") in _COMMENTS:
                self.zone = "comment_form"
            self.flow.kind = self.zone or _kind(frame, attributes)
        elif meaning.is_break:
            self._break(meaning.name, attributes)
        elif meaning.apart or (frame.parent is not None and frame.parent.name == "cit"):
            frame.apart = True
            self.flow.set_apart("\t" if meaning.name == "cell" else " ")
        elif attributes and (joined := attributes.get("join")) is not None:
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
        name = frame.name
        held = self._account.attributes(element)
        if not attributes and held is None:
            if not (name == "seg" and frame.block):
                self._losses.note_markup(element)
            return
        carried = {*CARRIED.get(name, ()), *(held or ())}
        has_place = held is not None or frame.meaning.faithful or (name == "seg" and frame.block)
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
            self._losses.note_markup(element)
        if attributes:
            self._losses.note_attributes(f"text/{element_name(element)}", element, carried, attributes)

    def _leave(self, frame: Frame) -> None:
        marked, flow = frame.marked, self.flow
        flow.kind, self.leaf, self.preserve, self.zone, self.speech = frame.before
        if marked is not None:
            flow.close(marked)
            frame.marked = None  # or the two would hold each other
            if frame.meaning.inset and marked.start < marked.end:
                _interrupt(self.speech, marked.span)
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
    if name == "head" and frame.parent is not None and frame.parent.name in ("figure", "table"):
        return "caption"
    if name == "titlePart" and type_ in ("sub", "desc"):
        return "deck"
    if name in ("fw", "ab") and type_ in ("header", "head"):
        return "head"
    if name == "note" and type_ == "speaker":
        return "heading"
    return BLOCKS.get(name) or EITHER[name]
