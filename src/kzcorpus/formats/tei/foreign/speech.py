"""Statements: each ``u``, ``sp`` and ``said``, ``quote`` on its own, and ``q`` where it is said who or how.

What interrupts speech (stage directions, notes, labels) is left out of the content, which then has several spans. Parts that ``next`` and
``prev`` tie together, or the same ``id`` of Redewiedergabe, are one statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.formats.tei.foreign.pointing import pointers
from kzcorpus.formats.tei.foreign.recognition import identity, local
from kzcorpus.formats.tei.foreign.voices import Label
from kzcorpus.formats.tei.foreign.walking import ATTACHED, parent_of
from kzcorpus.formats.tei.vocabulary import WHITE_SPACE, XML_ID
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Mode, Setting, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.pointing import Ids
    from kzcorpus.formats.tei.foreign.voices import Directory
    from kzcorpus.formats.tei.foreign.walking import Marked
    from kzcorpus.model.dates import When

_OPENING, _CLOSING = '"“”„‟«»‹›', '"“”‟«»‹›'
_UTTERED = frozenset(("spoken", "written", "speech", "direct", "indirect", "dialogue", "thought"))
_MODES: dict[str, Mode] = {"direct": "direct", "indirect": "indirect", "mixed": "mixed"}
_AS_INDIRECT = frozenset(("freeIndirect", "reported"))
_DIRECTNESS: dict[str, Mode] = {"true": "direct", "1": "direct", "y": "direct", "false": "indirect", "0": "indirect", "n": "indirect"}


@attrs.frozen
class Circumstances:
    """What holds for all that is said in a text: the occasion and the date of a sitting, and who is responsible for the markup, by id."""

    occasion: Setting | None = None
    said: When | None = None
    responsible: Mapping[str, str] = attrs.field(factory=dict)


def content(one: Marked, text: str) -> tuple[Span, ...]:
    """Return what is said in an element: its text without what interrupts it, white space around, and quotation marks around."""
    pieces: list[tuple[int, int]] = []
    start = one.start
    for inset in one.insets:
        pieces.append((start, inset.start))
        start = max(start, inset.end)
    pieces.append((start, one.end))
    kept: list[Span | None] = [piece for begin, end in pieces if (piece := _trimmed(begin, end, text))]
    if kept and (first := kept[0]) and text[first.start] in _OPENING:
        kept[0] = _trimmed(first.start + 1, first.end, text)
    if kept and (last := kept[-1]) and text[last.end - 1] in _CLOSING:
        kept[-1] = _trimmed(last.start, last.end - 1, text)
    return tuple(span for span in kept if span)


def _trimmed(begin: int, end: int, text: str) -> Span | None:
    """Return a piece of the text without white space around it; None where nothing else is in it."""
    piece = text[begin:end]
    begin += len(piece) - len(piece.lstrip(WHITE_SPACE))
    end -= len(piece) - len(piece.rstrip(WHITE_SPACE))
    return Span(begin, end) if begin < end else None


def _is_statement(one: Marked) -> bool:
    if one.name == "q":
        element = one.element
        return bool(element.get("who") or element.get("toWhom") or element.get("direct")) or element.get("type") in _UTTERED
    return one.name != "quote" or bool(one.element.get("who")) or one.within is None or one.within.name in ("u", "sp")


class Speech:
    """The statements of one article."""

    def __init__(self, article: str, text: str, directory: Directory, ids: Ids, circumstances: Circumstances) -> None:
        self._article, self._text = article, text
        self._directory, self._losses = directory, directory.losses
        self._ids, self._circumstances = ids, circumstances

    def statements(self, marked: Iterable[Marked]) -> tuple[Statement, ...]:
        """Return what is said, in order, as the marked elements of the text tell."""
        speeches, labels, cues, verbatim = self._sorted(list(marked))
        groups = self._grouped(speeches)
        first = {part: group[0] for group in groups for part in group}
        ids = {group[0]: self._id(group[0], number) for number, group in enumerate(groups, start=1)}
        made = []
        for group in groups:
            around = self._around(group[0], first)
            made.append(
                self._statement(
                    group,
                    ids[group[0]],
                    ids[around] if around else None,
                    next((labels[part] for part in group if part in labels), None),
                    (tuple(cues.get(group[0], ())), tuple(span for part in group for span in verbatim.get(part, ()))),
                )
            )
        return tuple(made)

    @staticmethod
    def _around(one: Marked, first: Mapping[Marked, Marked]) -> Marked | None:
        """Return the first part of the statement that a statement stands in."""
        around = one.within
        while around is not None and around not in first:
            around = around.within
        return first[around] if around is not None and first[around] is not one else None

    def _statement(
        self, parts: list[Marked], id_: str, within: str | None, label: Label | None, words: tuple[tuple[Span, ...], tuple[Span, ...]]
    ) -> Statement:
        one = parts[0]
        path = f"text/{one.name}"
        is_sitting = one.name == "u"
        return Statement(
            id_,
            tuple(span for part in parts for span in content(part, self._text)),
            self._mode(one, path),
            self._directory.speaker(one.element, path, label),
            cue=words[0],
            verbatim=words[1],
            addressees=self._directory.addressees(one.element, path),
            within=within,
            occasion=self._circumstances.occasion if is_sitting else None,
            said=self._circumstances.said if is_sitting else None,
            made=self._made(one.element, path),
        )

    def _mode(self, one: Marked, path: str) -> Mode | None:
        """Return how it is said; TEI's ``direct`` is true where nothing else is said, and P4's the same."""
        element = one.element
        if (written := element.get("mode")) is not None and one.name == "said":
            if written not in _MODES:
                self._losses.note(f"{path}/@mode", element, f"a mode that is read as indirect: {written[:40]}")
            return _MODES.get(written) or ("indirect" if _AS_INDIRECT.intersection(written.split()) else None)
        if one.name in ("said", "q") and (written := element.get("direct")) is not None:
            if written not in _DIRECTNESS:
                self._losses.note(f"{path}/@direct", element, "neither direct nor indirect")
            return _DIRECTNESS.get(written)
        return "indirect" if one.name == "q" and element.get("type") == "indirect" else "direct"

    def _made(self, element: _Element, path: str) -> Made | None:
        """Return who is responsible for the markup, where the document says so of this very element."""
        certainty = element.get("cert")
        if certainty is not None:
            self._losses.note(f"{path}/@cert", element, "a certainty in words, which confidence does not hold")
        for pointer in pointers(element.get("resp")):
            name = pointer.removeprefix("#")
            return Made(by=self._circumstances.responsible.get(name, name))
        return None

    def _id(self, one: Marked, number: int) -> str:
        given = one.element.get(XML_ID)
        if given is None and (plain := identity(one.element)) is not None:
            given = plain if local(one.element) == one.element.tag else f"{self._article}.{plain}"
        if given is None:
            return self._ids.claim(f"{self._article}.s{number}")
        return self._ids.claim_for(given, one.element, f"text/{one.name}", self._losses)

    def _sorted(self, marked: list[Marked]) -> tuple[list[Marked], dict[Marked, Label], dict[Marked, list[Span]], dict[Marked, list[Span]]]:
        """Return what is a statement, the labels of their speakers, their cues, and the words in quotation marks inside them."""
        speeches = [one for one in marked if one.name in ("u", "sp", "said", "q", "quote") and _is_statement(one)]
        labels = dict(self._labels(marked))
        cues: dict[Marked, list[Span]] = {}
        verbatim: dict[Marked, list[Span]] = {}
        self._attach(marked, speeches, labels, cues)
        known = set(speeches)
        for one in marked:
            if one.name in ("q", "quote") and one not in known:
                around = one.within
                while around is not None and around not in known:
                    around = around.within
                if around is not None and around.name not in ("u", "sp"):
                    verbatim.setdefault(around, []).extend(content(one, self._text))
                else:
                    self._losses.note(
                        f"text/{one.name}", one.element, "a quotation of which is not said who utters it, or how; its text is kept"
                    )
        return speeches, labels, cues, verbatim

    def _labels(self, marked: Iterable[Marked]) -> Iterator[tuple[Marked, Label]]:
        """Yield the words that name the speakers: ``speaker`` in ``sp``, a note before ``u``, the source of a ``quote`` in ``cit``."""
        plays: dict[_Element, Marked] = {}
        announced: dict[_Element, Label] = {}
        cited: dict[_Element, Marked] = {}
        sources: dict[_Element, Marked] = {}
        for one in marked:
            parent = parent_of(one.element)
            if one.name == "sp":
                plays[one.element] = one
            elif one.name == "speaker" and one.start < one.end:
                if (play := plays.pop(parent, None)) is not None:
                    yield play, self._label(one)
            elif one.name == "note" and one.element.get("type") == "speaker" and one.start < one.end:
                announced[parent] = self._label(one)
            elif one.name == "u" and parent in announced:
                yield one, announced.pop(parent)
            elif one.name == "quote" and local(parent) == "cit":
                cited.setdefault(parent, one)
            elif one.name in ("bibl", "author") and (cit := self._cit(one.element)) is not None and one.start < one.end:
                best = sources.setdefault(cit, one)
                sources[cit] = one if best.name == "bibl" and one.name == "author" else best
        yield from ((quote, self._label(sources[cit])) for cit, quote in cited.items() if cit in sources)

    @staticmethod
    def _cit(element: _Element) -> _Element | None:
        parent = parent_of(element)
        around = parent if local(parent) == "cit" else parent_of(parent)
        return around if local(around) == "cit" else None

    def _label(self, one: Marked) -> Label:
        return Label(" ".join(self._text[one.start : one.end].split()), one.span)

    def _attach(
        self, marked: Iterable[Marked], speeches: list[Marked], labels: dict[Marked, Label], cues: dict[Marked, list[Span]]
    ) -> None:
        """Give to each ``said`` what a ``seg`` elsewhere tells of it by its ``id``, as Redewiedergabe does."""
        by_id: dict[str, Marked] = {}
        for one in speeches:
            if one.name == "said" and (number := one.element.get("id")) is not None:
                by_id.setdefault(number, one)
        for one in marked:
            if one.name != "seg" or one.element.get("type") not in ATTACHED or one.start == one.end:
                continue
            for number in pointers(one.element.get("id")):
                said = by_id.get(number)
                if said is None:
                    self._losses.note("text/seg/@id", one.element, "a number that no said of the text bears")
                elif one.element.get("type") == "intExpr":
                    cues.setdefault(said, []).append(one.span)
                elif said in labels:
                    self._losses.note("text/seg", one.element, "a further place where the speaker is named")
                else:
                    labels[said] = self._label(one)

    def _tied(self, one: Marked, by_name: Mapping[str, Marked]) -> Iterator[Marked]:
        """Yield the parts of speech that an element says it goes on from, or goes on in."""
        for name in ("prev", "next"):
            for pointer in pointers(one.element.get(name)):
                tied = by_name.get(pointer.removeprefix("#"))
                if tied is None:
                    self._losses.note(f"text/{one.name}/@{name}", one.element, "a pointer to no speech of the text")
                else:
                    yield tied

    def _grouped(self, speeches: list[Marked]) -> list[list[Marked]]:
        """Return the parts of each statement, in the order of their first parts."""
        by_name = {name: one for one in reversed(speeches) if (name := one.element.get(XML_ID)) is not None}
        by_number: dict[str, list[Marked]] = {}
        group_of: dict[Marked, list[Marked]] = {}
        groups: list[list[Marked]] = []
        for one in speeches:
            number = one.element.get("id") if one.name == "said" else None
            ties = list(self._tied(one, by_name))
            group = group_of.get(one) or by_number.get(number or "") or next((group_of[tied] for tied in ties if tied in group_of), None)
            if group is None:
                group = []
                groups.append(group)
            group.append(one)
            group_of[one] = group
            for tied in ties:
                group_of.setdefault(tied, group)
            if number is not None:
                by_number.setdefault(number, group)
        return groups
