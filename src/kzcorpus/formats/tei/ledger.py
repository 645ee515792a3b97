"""What reading finds wrong, with the line and the XPath of the element it was found at.

A document is read twice at most. The first time **trusting**: values are made by their constructors, and the first thing that is odd ends
it with ``DoubtError``, at no cost to a document that is right. Only then **patiently**: values are drafts, and everything that is wrong
is written down.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypeVar

from kzcorpus.errors import ModelError
from kzcorpus.formats.tei.vocabulary import NAMESPACE, read_id
from kzcorpus.model.edtf import reason_invalid
from kzcorpus.model.findings import Finding
from kzcorpus.model.values import draft

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kzcorpus.model.provenance import Made

T = TypeVar("T")
MOST = 1_000
"""As many findings as a document is worth; one that was never ours could have millions."""
_HINTS = {
    "structure": "the profile says what may stand where",
    "id": "an xml:id names one element; give another one, and change the pointers that mean it",
    "pointer": "correct the pointer, or add what it should point at",
    "range": "ranges are counted in code points over the text of the same article",
    "date": "dates are EDTF, such as 2022-10-14, 2022-10, XXXX-10-14 or 2022-08?",
    "model": "what the document says does not fit together",
}
_TEI = f"{{{NAMESPACE}}}TEI"
_TAXONOMIES = frozenset(["mode", "polarity", "mention", "severity", "actor"])


class DoubtError(Exception):
    """Something is odd: read again, patiently."""


class FullError(Exception):
    """So much is wrong that the rest is not worth listing."""


class Ledger:
    """Collects findings; without ``patient`` the first one raises ``DoubtError``.

    For an article cut out of a file, ``first_line`` is where it begins there, and ``ordinal`` its place among the articles, from 1.
    """

    def __init__(self, *, patient: bool, first_line: int = 1, ordinal: int | None = None) -> None:
        self.findings: list[Finding] = []
        self._patient = patient
        self._offset = first_line - 1
        self._ordinal = ordinal
        self._places: dict[tuple[_Element, str], tuple[_Element, int]] = {}
        self._noted: dict[_Element, set[str]] = {}
        self._settled: frozenset[_Element] = frozenset()
        self._faulty: set[_Element | None] = set()

    def note(self, element: _Element, code: str, message: str, hint: str | None = None) -> None:
        """Write down what is wrong at an element."""
        if not self._patient:
            raise DoubtError
        if element in self._settled:
            return
        if len(self.findings) >= MOST:
            raise FullError
        self._noted.setdefault(element, set()).add(code)
        self._faulty.add(element if element.tag == _TEI else next(element.iterancestors(_TEI), None))
        self.findings.append(
            Finding(f"tei.{code}", "error", message, path=self.xpath(element), line=self.line(element), hint=hint or _HINTS.get(code))
        )

    def line(self, element: _Element) -> int:
        """Return the line of the file that the start tag of an element ends on."""
        return (element.sourceline or 1) + self._offset

    def close(self) -> None:
        """Write down that the rest is left out."""
        message = f"found more than {MOST:,} faults, expected none; the others are not listed"
        self.findings.append(Finding("tei.limit", "error", message))

    def settle(self) -> None:
        """Hear no more of the elements noted so far: what is read from them now is wrong for a reason that is known."""
        self._settled = frozenset(self._noted)

    def unsettle(self) -> None:
        """Listen to every element again."""
        self._settled = frozenset()

    def noted(self, element: _Element) -> set[str]:
        """Return the codes of what is wrong at this very element."""
        return self._noted.get(element, set())

    def in_order(self) -> tuple[Finding, ...]:
        """Return the findings in the order of their lines."""
        return tuple(sorted(self.findings, key=lambda finding: finding.line or sys.maxsize))

    def is_faulty(self, article: _Element | None) -> bool:
        """Tell whether something is wrong in an article, or, for None, outside of all."""
        return article in self._faulty

    def make(self, cls: type[T], **fields: Any) -> T:  # noqa: ANN401 -- what the class takes
        """Make a value: checked in a trusting reading, a draft in a patient one."""
        if self._patient:
            return draft(cls, **fields)
        try:
            return cls(**fields)
        except ModelError as error:
            raise DoubtError from error

    def id(self, element: _Element, mapped: str | None) -> str:
        """Return the id of the model that an ``xml:id`` stands for."""
        try:
            return read_id(mapped or "")
        except ValueError as error:
            self.note(element, "id", str(error))
            return mapped or ""

    def pointer(self, element: _Element, attribute: str) -> str | None:
        """Return the id that an attribute points at, None where it is absent."""
        value = element.get(attribute)
        if value is None:
            return None
        return self.id(element, value.removeprefix("#"))

    def edtf(self, element: _Element, value: str) -> str:
        """Return a date, having looked whether it is one."""
        if self._patient and (reason := reason_invalid(value)):
            self.note(element, "date", reason)
        return value

    def _step(self, element: _Element) -> str:
        """Return the step that leads to an element from its parent."""
        name, parent = str(element.tag), element.getparent()
        space, is_spaced, local = name.rpartition("}")
        step = f"tei:{local}" if space == f"{{{NAMESPACE}" else f"*[local-name()='{local}']" if is_spaced else name
        if parent is None:
            return step
        cut_out = self._ordinal is not None and parent.getparent() is None
        return f"{step}[{self._ordinal if cut_out else self._place(parent, element)}]"

    def _place(self, parent: _Element, element: _Element) -> int:
        """Return the place of an element among those of its name; counted on from the last one asked for, since they come in order."""
        name = str(element.tag)
        last, place = self._places.get((parent, name), (parent, 0))
        if element is not last:
            passed = 0
            for before in element.itersiblings(name, preceding=True):
                passed += 1
                if before is last:
                    passed += place - 1
                    break
            place = passed + 1
            self._places[parent, name] = element, place
        return place

    def xpath(self, element: _Element) -> str:
        """Return the XPath of an element; the prefix ``tei`` stands for the namespace of TEI."""
        steps = [self._step(element), *(self._step(ancestor) for ancestor in element.iterancestors())]
        return "/" + "/".join(reversed(steps))


class Scope:
    """What reading an element needs beside it: the ``xml:id`` of the text that spans are over, the ledger, and the provenances at hand."""

    def __init__(self, text: str, ledger: Ledger, mades: dict[str, Made] | None = None) -> None:
        self.text = text
        self.ledger = ledger
        self.mades = mades or {}
        self._known: dict[str, tuple[dict[str, str], Made | None]] = {}

    def analysis(self, element: _Element) -> tuple[dict[str, str], Made | None]:
        """Return the categories that ``ana`` points at, by their taxonomy, and the provenance."""
        ana = element.get("ana", "")
        known = self._known.get(ana)
        return known if known is not None else self._analyse(element, ana)

    def _analyse(self, element: _Element, ana: str) -> tuple[dict[str, str], Made | None]:
        categories: dict[str, str] = {}
        made, strange = None, False
        for token in ana.split():
            taxonomy, _, value = token.removeprefix("#_").partition(".")
            if token in self.mades:
                made = self.mades[token]
            elif taxonomy in _TAXONOMIES:
                categories[taxonomy] = value
            else:
                strange = True
                self.ledger.note(element, "pointer", f"found {token[:60]}, expected the xml:id of a provenance in the same standOff")
        if not strange:
            self._known[ana] = categories, made
        return categories, made
