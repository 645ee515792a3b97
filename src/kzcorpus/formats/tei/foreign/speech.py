"""Statements: each ``u``, ``sp``, ``said``, ``post``, ``q`` and ``quote``, and ``writing`` that is somebody's.

What interrupts speech (stage directions, notes, labels) is left out of the content, which then has several spans. Parts that ``next`` and
``prev`` tie together, or the same ``id`` of Redewiedergabe, are one statement. A ``q`` or ``quote`` of which nothing is said holds the
verbatim words of the indirect speech it stands in; one whose ``type`` says that it is a term or the like is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.formats.tei.foreign.dates import date_of
from kzcorpus.formats.tei.foreign.elements import MENTIONED, SPEECH, TYPED
from kzcorpus.formats.tei.foreign.joining import grouped
from kzcorpus.formats.tei.foreign.losses import attribute_name
from kzcorpus.formats.tei.foreign.pointing import pointers
from kzcorpus.formats.tei.foreign.recognition import local
from kzcorpus.formats.tei.foreign.voices import Label
from kzcorpus.formats.tei.foreign.walking import ATTACHED, CARRIED
from kzcorpus.formats.tei.vocabulary import WHITE_SPACE, XML_ID
from kzcorpus.model.dates import When
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Mode, Setting, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kzcorpus.formats.tei.foreign.header import Responsible
    from kzcorpus.formats.tei.foreign.pointing import Ids
    from kzcorpus.formats.tei.foreign.voices import Directory
    from kzcorpus.formats.tei.foreign.walking import Frame, Marked

_OPENING, _CLOSING = '"“”„‟«»‹›', '"“”‟«»‹›'
_UNSAID = frozenset(("term", "socalled", "scare", "foreign", "distinct", "emph", "emphasis", "mentioned", "gloss", "title", "name"))
"""Values of ``type`` by which a ``q`` says that its words are marked for another reason than that somebody utters them (TEI P5, q)."""
_QUOTED = frozenset(("q", "quote"))
_NAMES = frozenset((*MENTIONED, *TYPED)) - {"date", "time"}
_OF_A_PART = frozenset((XML_ID, "toWhom", "resp", "cert", "direct", "mode", "when", "type"))
_LABELLING = frozenset(("speaker", "note", "bibl", "author"))
_NOBODY: Mapping[Frame, str] = {}
_MODES: dict[str, Mode] = {"direct": "direct", "indirect": "indirect", "mixed": "mixed"}
_AS_INDIRECT = frozenset(("freeIndirect", "reported"))
_DIRECTNESS: dict[str, Mode] = {"true": "direct", "1": "direct", "y": "direct", "false": "indirect", "0": "indirect", "n": "indirect"}


@attrs.frozen
class Circumstances:
    """What holds for all that is said in a text: the occasion and the date of a sitting, and who is responsible for the markup, by id."""

    occasion: Setting | None = None
    said: When | None = None
    responsible: Responsible | None = None


def content(one: Marked, text: str) -> tuple[Span, ...]:
    """Return what is said in an element: its text without what interrupts it, white space around, and quotation marks around."""
    if not one.insets:
        start, end = one.start, one.end  # which no white space is around
        if start < end and text[start] in _OPENING:
            start += 1
        if start < end and text[end - 1] in _CLOSING:
            end -= 1
        if (start, end) == (one.start, one.end):
            return (Span(start, end),) if start < end else ()
        return tuple(span for span in (_trimmed(start, end, text),) if span)
    pieces: list[tuple[int, int]] = []
    start = one.start
    for inset in one.insets:
        pieces.append((start, inset.start))
        start = max(start, inset.end)
    pieces.append((start, one.end))
    kept: list[Span | None] = [piece for begin, end in pieces if begin < end and (piece := _trimmed(begin, end, text))]
    if kept and (first := kept[0]) and text[first.start] in _OPENING:
        kept[0] = _trimmed(first.start + 1, first.end, text)
    if kept and (last := kept[-1]) and text[last.end - 1] in _CLOSING:
        kept[-1] = _trimmed(last.start, last.end - 1, text)
    return tuple(span for span in kept if span)


def _trimmed(begin: int, end: int, text: str) -> Span | None:
    """Return a piece of the text without white space around it; None where nothing else is in it."""
    while begin < end and text[begin] in WHITE_SPACE:
        begin += 1
    while begin < end and text[end - 1] in WHITE_SPACE:
        end -= 1
    return Span(begin, end) if begin < end else None


def _pointer(one: Marked) -> str | None:
    """Return the first pointer of a name, None where it has none."""
    return next(pointers(one.get("ref") or one.get("key")), None) if one.attributes else None


def _has_circumstances(one: Marked) -> bool:
    """Tell whether it is said of a quotation who utters it, to whom, or how."""
    told = one.attributes
    return bool(told and (told.get("who") or told.get("toWhom") or told.get("direct")))


def _is_unsaid(one: Marked) -> bool:
    return one.name == "q" and "type" in one.attributes and one.attributes["type"].lower() in _UNSAID and not _has_circumstances(one)


def _is_indirect(one: Marked) -> bool:
    if not one.attributes:
        return False
    direct = _DIRECTNESS.get(one.get("direct") or "true")
    return direct != "direct" or one.get("mode") not in (None, "direct") or (one.name == "q" and one.get("type") == "indirect")


def _is_verbatim(one: Marked, around: Marked | None) -> bool:
    """Tell whether a quotation is only the quotation marks in or around the words of somebody whose speech it stands in."""
    if around is None or one.name not in _QUOTED or _has_circumstances(one):
        return False
    return _is_indirect(around) or (one.start, one.end) == (around.start, around.end)


def _apart(parts: Iterable[Marked]) -> Iterator[Marked]:
    """Yield the parts of a statement that do not stand in one another."""
    end = -1
    for part in parts:
        if part.start >= end:
            yield part
            end = part.end


class Speech:
    """The statements of one article."""

    def __init__(self, article: str, text: str, directory: Directory, ids: Ids, circumstances: Circumstances) -> None:
        self._article, self._text = article, text
        self._directory, self._losses = directory, directory.losses
        self._ids, self._circumstances = ids, circumstances

    def statements(self, marked: Sequence[Marked], named: Sequence[Marked] = ()) -> tuple[Statement, ...]:
        """Return what is said, in order, as the marked elements of the text, and the names in it, tell."""
        speeches, labels, cues, verbatim = self._sorted(marked, named)
        groups = grouped(speeches, self._losses)
        first = {part: group[0] for group in groups for part in group}
        ids = {group[0]: self._id(group[0], number) for number, group in enumerate(groups, start=1)}
        made = []
        for group in groups:
            around = self._around(group[0], first)
            label = next((labels[part] for part in group if part in labels), None) if labels else None
            inside = tuple(span for part in group for span in verbatim.get(part, ())) if verbatim else ()
            words = (tuple(cues.get(group[0], ())), inside)
            made.append(self._statement(group, ids[group[0]], ids[around] if around else None, label, words))
        return tuple(made)

    @staticmethod
    def _around(one: Marked, first: Mapping[Marked, Marked]) -> Marked | None:
        """Return the first part of the statement that a statement stands in."""
        return first[one.outer] if one.outer is not None and first[one.outer] is not one else None

    def _statement(
        self, parts: list[Marked], id_: str, within: str | None, label: Label | None, words: tuple[tuple[Span, ...], tuple[Span, ...]]
    ) -> Statement:
        one = parts[0]
        path = f"text/{one.name}"
        is_sitting, is_plain = one.name == "u", not one.attributes
        return Statement(
            id_,
            content(one, self._text) if len(parts) == 1 else self._contents(parts),
            "direct" if is_plain else self._mode(one, path),
            self._directory.speaker(one if len(parts) == 1 else next((part for part in parts if part.get("who")), one), label),
            cue=words[0],
            verbatim=words[1],
            addressees=() if is_plain else self._directory.addressees(one, path),
            within=within,
            occasion=self._circumstances.occasion if is_sitting else None,
            said=self._circumstances.said if is_sitting else self._said(one, path),
            made=None if is_plain else self._made(one, path),
        )

    def _contents(self, parts: Sequence[Marked]) -> tuple[Span, ...]:
        """Return what is said in all parts of a statement; what the later ones say of themselves, and the first does not, is told."""
        for part in parts[1:]:
            other = [name for name in _OF_A_PART.intersection(part.attributes) if part.get(name) != parts[0].get(name)]
            for name in sorted(other):
                path = f"text/{part.name}/@{attribute_name(name)}"
                self._losses.note(path, part.element, "it is said of a part of a statement, of which only the first part tells")
        return tuple(span for part in _apart(parts) for span in content(part, self._text))

    def _said(self, one: Marked, path: str) -> When | None:
        """Return when it was said, as a post says of itself."""
        date = date_of(one.element, self._losses, path) if one.name == "post" else None
        return When(date, "given") if date is not None else None

    def _mode(self, one: Marked, path: str) -> Mode | None:
        """Return how it is said; TEI's ``direct`` is true where nothing else is said, and P4's the same."""
        if (written := one.get("mode")) is not None and one.name == "said":
            if written not in _MODES:
                self._losses.note(f"{path}/@mode", one.element, f"a mode that is read as indirect: {written[:40]}")
            return _MODES.get(written) or ("indirect" if _AS_INDIRECT.intersection(written.split()) else None)
        if one.name in ("said", "q") and (written := one.get("direct")) is not None:
            if written not in _DIRECTNESS:
                self._losses.note(f"{path}/@direct", one.element, "neither direct nor indirect")
            return _DIRECTNESS.get(written)
        return "indirect" if one.name == "q" and one.get("type") == "indirect" else "direct"

    def _made(self, one: Marked, path: str) -> Made | None:
        """Return who is responsible for the markup, where the document says so of this very element."""
        if one.get("cert") is not None:
            self._losses.note(f"{path}/@cert", one.element, "a certainty in words, which confidence does not hold")
        for pointer in pointers(one.get("resp")):
            name, known = pointer.removeprefix("#"), self._circumstances.responsible
            return Made(by=known.name_of(name) if known is not None else name)
        return None

    def _id(self, one: Marked, number: int) -> str:
        given = one.get(XML_ID)
        if given is None and (plain := one.identity) is not None:
            given = plain if local(one.element) == one.element.tag else f"{self._article}.{plain}"
        if given is None:
            return self._ids.claim(f"{self._article}.s{number}")
        return self._ids.claim_for(given, one.element, f"text/{one.name}", self._losses)

    def _sorted(
        self, marked: Sequence[Marked], named: Sequence[Marked]
    ) -> tuple[list[Marked], dict[Marked, Label], dict[Marked, list[Span]], dict[Marked, list[Span]]]:
        """Return what is a statement, the labels of their speakers, their cues, and the words in quotation marks inside them."""
        known: dict[Marked, None] = {}
        cues: dict[Marked, list[Span]] = {}
        verbatim: dict[Marked, list[Span]] = {}
        for one in marked:
            if one.name not in SPEECH or (one.name == "writing" and not one.get("who")):
                continue
            around = one.outer = one.within if one.within is None or one.within in known else one.within.outer
            if _is_unsaid(one):
                self._losses.note(f"text/{one.name}", one.element, "words that are marked, but not as said; their text is kept")
                self._drop(one)
            elif _is_verbatim(one, around):
                verbatim.setdefault(around, []).extend(content(one, self._text))  # type: ignore[arg-type]
                self._drop(one)
            else:
                known[one] = None
        speeches = list(known)
        kinds = {one.name for one in marked}
        labels = dict(self._labels(marked, named)) if kinds & _LABELLING else {}
        if "seg" in kinds:
            self._attach(marked, speeches, labels, cues)
        return speeches, labels, cues, verbatim

    def _drop(self, one: Marked) -> None:
        """Tell the attributes that only a statement would have held."""
        if one.attributes:
            held = [name for name in CARRIED[one.name] if name in one.attributes]
            self._losses.note_attributes(f"text/{one.name}", one.element, (), held)

    def _labels(self, marked: Iterable[Marked], named: Iterable[Marked]) -> Iterator[tuple[Marked, Label]]:
        """Yield the words that name the speakers: ``speaker`` in ``sp``, a note before ``u``, the source of a ``quote`` in ``cit``."""
        plays: dict[Frame, Marked] = {}
        meant = {one.parent: pointer for one in named if one.name in _NAMES and (pointer := _pointer(one)) and one.parent is not None}
        announced: dict[Frame | None, Label] = {}
        cited: dict[Frame, Marked] = {}
        sources: dict[Frame, Marked] = {}
        for one in marked:
            parent = one.parent
            if one.name == "sp":
                plays[one.frame] = one
            elif one.name == "speaker" and one.start < one.end:
                if parent is not None and (play := plays.pop(parent, None)) is not None:
                    yield play, self._label(one, meant)
            elif one.name == "note" and one.get("type") == "speaker" and one.start < one.end:
                announced[parent] = self._label(one, meant)
            elif one.name == "u" and parent in announced:
                yield one, announced.pop(parent)
            elif one.name == "quote" and parent is not None and parent.name == "cit":
                cited.setdefault(parent, one)
            elif one.name in ("bibl", "author") and (cit := self._cit(parent)) is not None and one.start < one.end:
                best = sources.setdefault(cit, one)
                sources[cit] = one if best.name == "bibl" and one.name == "author" else best
        yield from ((quote, self._label(sources[cit], meant)) for cit, quote in cited.items() if cit in sources)

    @staticmethod
    def _cit(parent: Frame | None) -> Frame | None:
        """Return the ``cit`` that is the parent of an element, or the parent of its parent."""
        for around in (parent, parent.parent if parent is not None else None):
            if around is not None and around.name == "cit":
                return around
        return None

    def _label(self, one: Marked, meant: Mapping[Frame, str] = _NOBODY) -> Label:
        """Return the words of an element as a label, with whom the element, or a name in it, means."""
        pointer = _pointer(one) if one.name == "author" else None
        return Label(" ".join(self._text[one.start : one.end].split()), one.span, pointer or meant.get(one.frame))

    def _attach(
        self, marked: Iterable[Marked], speeches: list[Marked], labels: dict[Marked, Label], cues: dict[Marked, list[Span]]
    ) -> None:
        """Give to each ``said`` what a ``seg`` elsewhere tells of it by its ``id``, as Redewiedergabe does."""
        by_id: dict[str, Marked] = {}
        for one in speeches:
            if one.name == "said" and (number := one.get("id")) is not None:
                by_id.setdefault(number, one)
        for one in marked:
            if one.name != "seg" or one.get("type") not in ATTACHED or one.start == one.end:
                continue
            for number in pointers(one.get("id")):
                said = by_id.get(number)
                if said is None:
                    self._losses.note("text/seg/@id", one.element, "a number that no said of the text bears")
                elif one.get("type") == "intExpr":
                    cues.setdefault(said, []).append(one.span)
                elif said in labels:
                    self._losses.note("text/seg", one.element, "a further place where the speaker is named")
                else:
                    labels[said] = self._label(one)
