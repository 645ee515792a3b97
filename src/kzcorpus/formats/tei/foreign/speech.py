"""Statements: each ``u``, ``sp``, ``said``, ``post``, ``q`` and ``quote``, and ``writing`` that is somebody's.

What interrupts speech (stage directions, notes, labels) is left out of the content, which then has several spans. Parts that ``next`` and
``prev`` tie together, or the same ``id`` of Redewiedergabe, are one statement. A ``q`` or ``quote`` of which nothing is said holds the
verbatim words of the indirect speech it stands in; one whose ``type`` says that it is a term or the like is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.formats.tei.foreign.dates import date_of
from kzcorpus.formats.tei.foreign.frames import ATTACHED, CARRIED
from kzcorpus.formats.tei.foreign.joining import grouped
from kzcorpus.formats.tei.foreign.labelling import label_of, labels
from kzcorpus.formats.tei.foreign.losses import attribute_name
from kzcorpus.formats.tei.foreign.pointing import pointers
from kzcorpus.formats.tei.foreign.quotations import DIRECTNESS, apart, content, is_unsaid, is_verbatim
from kzcorpus.formats.tei.foreign.recognition import local
from kzcorpus.formats.tei.vocabulary import XML_ID
from kzcorpus.model.dates import When
from kzcorpus.model.provenance import Made
from kzcorpus.model.statements import Mode, Setting, Statement
from kzcorpus.model.values import unchecked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kzcorpus.formats.tei.foreign.frames import Marked
    from kzcorpus.formats.tei.foreign.header import Responsible
    from kzcorpus.formats.tei.foreign.pointing import Ids
    from kzcorpus.formats.tei.foreign.voices import Directory, Label
    from kzcorpus.model.spans import Span

_OF_A_PART = frozenset((XML_ID, "toWhom", "resp", "cert", "direct", "mode", "when", "type"))
_MODES: dict[str, Mode] = {"direct": "direct", "indirect": "indirect", "mixed": "mixed"}
_AS_INDIRECT = frozenset(("freeIndirect", "reported"))
_statement = unchecked(Statement)


@attrs.frozen
class Circumstances:
    """What holds for all that is said in a text: the occasion and the date of a sitting, and who is responsible for the markup, by id."""

    occasion: Setting | None = None
    said: When | None = None
    responsible: Responsible | None = None


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
        for number, group in enumerate(groups, start=1):
            id_ = self._id(group[0], number)
            for part in group:
                part.id = id_
        made = []
        for group in groups:
            label = next((labels[part] for part in group if part in labels), None) if labels else None
            cue = tuple(cues.get(group[0], ())) if cues else ()
            inside = tuple([span for part in group for span in verbatim.get(part, ())]) if verbatim else ()
            made.append(self._statement(group, label, cue, inside))
        return tuple(made)

    def _statement(self, parts: list[Marked], label: Label | None, cue: tuple[Span, ...], verbatim: tuple[Span, ...]) -> Statement:
        one, around = parts[0], parts[0].outer
        is_sitting = one.name == "u"
        words = content(one, self._text) if len(parts) == 1 else self._contents(parts)
        speaker = self._directory.speaker(one if len(parts) == 1 else next((part for part in parts if part.get("who")), one), label)
        within = around.id if around is not None and around.id != one.id else None
        occasion = self._circumstances.occasion if is_sitting else None
        said = self._circumstances.said if is_sitting else None
        if not one.attributes and one.name != "post":
            return _statement(one.id, words, "direct", speaker, cue, verbatim, within=within, occasion=occasion, said=said)
        path = f"text/{one.name}"
        return _statement(
            one.id,
            words,
            self._mode(one, path),
            speaker,
            cue,
            verbatim,
            addressees=self._directory.addressees(one, path),
            within=within,
            occasion=occasion,
            said=said if is_sitting else self._said(one, path),
            made=self._made(one, path),
        )

    def _contents(self, parts: Sequence[Marked]) -> tuple[Span, ...]:
        """Return what is said in all parts of a statement; what the later ones say of themselves, and the first does not, is told."""
        for part in parts[1:]:
            other = [name for name in _OF_A_PART.intersection(part.attributes) if part.get(name) != parts[0].get(name)]
            for name in sorted(other):
                path = f"text/{part.name}/@{attribute_name(name)}"
                self._losses.note(path, part.element, "it is said of a part of a statement, of which only the first part tells")
        return tuple(span for part in apart(parts) for span in content(part, self._text))

    def _said(self, one: Marked, path: str) -> When | None:
        """Return when it was said, as a post says of itself."""
        date = date_of(one.element, self._losses, path) if one.name == "post" else None
        return When(date, "given") if date is not None else None

    def _mode(self, one: Marked, path: str) -> Mode | None:
        """Return how it is said; TEI's ``direct`` is true where nothing else is said, and P4's the same."""
        if one.name not in ("said", "q"):
            return "direct"
        if (written := one.get("mode")) is not None and one.name == "said":
            if written in _MODES:
                return _MODES[written]
            mode: Mode | None = None if _AS_INDIRECT.isdisjoint(written.split()) else "indirect"
            self._losses.note(f"{path}/@mode", one.element, f"a mode that is read as {mode or 'none'}: {written[:40]}")
            return mode
        if (written := one.get("direct")) is not None:
            if written not in DIRECTNESS:
                self._losses.note(f"{path}/@direct", one.element, "neither direct nor indirect")
            return DIRECTNESS.get(written)
        return "indirect" if one.name == "q" and one.get("type") == "indirect" else "direct"

    def _made(self, one: Marked, path: str) -> Made | None:
        """Return who is responsible for the markup, where the document says so of this very element."""
        if one.get("cert") is not None:
            self._losses.note(f"{path}/@cert", one.element, "a certainty in words, which confidence does not hold")
        for pointer in pointers(one.get("resp")) if "resp" in one.attributes else ():
            name, known = pointer.removeprefix("#"), self._circumstances.responsible
            return Made(by=known.name_of(name) if known is not None else name)
        return None

    def _id(self, one: Marked, number: int) -> str:
        if one.attributes:
            given = one.get(XML_ID) or None
            if given is None and (plain := one.identity) is not None:
                given = plain if local(one.element) == one.element.tag else f"{self._article}.{plain}"
            if given is not None:
                return self._ids.claim_for(given, one.element, f"text/{one.name}", self._losses)
        return self._ids.claim(f"{self._article}.s{number}")

    def _sorted(
        self, marked: Sequence[Marked], named: Sequence[Marked]
    ) -> tuple[list[Marked], dict[Marked, Label], dict[Marked, list[Span]], dict[Marked, list[Span]]]:
        """Return what is a statement, the labels of their speakers, their cues, and the words in quotation marks inside them."""
        speeches: list[Marked] = []
        attached: list[Marked] = []
        cues: dict[Marked, list[Span]] = {}
        verbatim: dict[Marked, list[Span]] = {}
        for one in marked:
            if not one.frame.meaning.speech:
                if one.name == "seg" and one.get("type") in ATTACHED and one.start < one.end:
                    attached.append(one)
            elif one.name != "writing" or one.get("who"):
                around = one.outer = one.around
                if is_unsaid(one):
                    self._losses.note(f"text/{one.name}", one.element, "words that are marked, but not as said; their text is kept")
                    self._drop(one)
                elif is_verbatim(one, around):
                    verbatim.setdefault(around, []).extend(content(one, self._text))  # type: ignore[arg-type]
                    self._drop(one)
                else:
                    one.spoken = True
                    speeches.append(one)
        known_labels = labels(marked, named, self._text)
        if attached:
            self._attach(attached, speeches, known_labels, cues)
        return speeches, known_labels, cues, verbatim

    def _drop(self, one: Marked) -> None:
        """Tell the attributes that only a statement would have held."""
        if one.attributes:
            held = [name for name in CARRIED[one.name] if name in one.attributes]
            self._losses.note_attributes(f"text/{one.name}", one.element, (), held)

    def _attach(
        self, attached: Iterable[Marked], speeches: list[Marked], labels: dict[Marked, Label], cues: dict[Marked, list[Span]]
    ) -> None:
        """Give to each ``said`` what a ``seg`` elsewhere tells of it by its ``id``, as Redewiedergabe does."""
        by_id: dict[str, Marked] = {}
        for one in speeches:
            if one.name == "said" and (number := one.get("id")) is not None:
                by_id.setdefault(number, one)
        for one in attached:
            for number in pointers(one.get("id")):
                said = by_id.get(number)
                if said is None:
                    self._losses.note("text/seg/@id", one.element, "a number that no said of the text bears")
                elif one.get("type") == "intExpr":
                    cues.setdefault(said, []).append(one.span)
                elif said in labels:
                    self._losses.note("text/seg", one.element, "a further place where the speaker is named")
                else:
                    labels[said] = label_of(one, self._text)
