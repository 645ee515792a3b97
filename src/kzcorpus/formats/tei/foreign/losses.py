"""What has no place in the model, counted by what it is and why, with the line where it is first found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kzcorpus.formats.tei.foreign.recognition import local
from kzcorpus.model.findings import Loss

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from lxml.etree import _Element

INCLUDE = "{http://www.w3.org/2001/XInclude}include"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_MARKUP = "markup without a place; its text is kept"
_ALTERNATIVE = "an alternative to what stands in the text, which is no part of it"
_ANALYSIS = "analysis of the text, which is no part of it, without a place"
_HEADER = "no field of the model holds it"
_ATTRIBUTE = "an attribute that no field of the model holds"
_SILENT = frozenset((f"{_XML}space", f"{_XML}base"))


def attribute_name(name: str) -> str:
    """Return the name of an attribute as it is written."""
    return name.replace(_XML, "xml:")


def written(name: str) -> str:
    """Return the name of an element, as ``local`` gives it, as it is written; one of another namespace after a colon."""
    return f":{name.rpartition('}')[2]}" if name.startswith("{") else name


def element_name(element: _Element) -> str:
    """Return the name of an element as it is written; one of another namespace by its local name, after a colon."""
    return written(local(element))


class Losses:
    """Collects losses by field and reason, in the order in which they are first found.

    ``line`` tells, of an element that was cut out, the line of the document.
    """

    def __init__(self, line: Callable[[int], int] | None = None) -> None:
        self._counts: dict[tuple[str, str], list[int]] = {}
        self.line = line

    def note(self, field: str, element: _Element, reason: str, count: int = 1) -> None:
        """Count a loss at an element."""
        known = self._counts.get((field, reason))
        if known is None:
            line = element.sourceline or 1
            known = self._counts[field, reason] = [0, self.line(line) if self.line else line]
        known[0] += count

    def note_markup(self, element: _Element, path: str) -> None:
        """Count an element of the text that says something no field holds."""
        self.note(path, element, _MARKUP)

    def note_analysis(self, element: _Element) -> None:
        """Count an element inside a text that is no text."""
        self.note(f"text/{element_name(element)}", element, _ANALYSIS)

    def note_alternative(self, element: _Element) -> None:
        """Count an element inside a ``choice`` or the like that is not the one that stands."""
        self.note(f"text/{element_name(element)}", element, _ALTERNATIVE)

    def note_attributes(self, path: str, element: _Element, carried: Container[str] = (), attributes: Iterable[str] | None = None) -> None:
        """Count the attributes of an element that are not carried."""
        for name in element.keys() if attributes is None else attributes:
            if name not in carried and name not in _SILENT:
                self.note(f"{path}/@{attribute_name(str(name))}", element, _ATTRIBUTE)

    def all(self) -> tuple[Loss, ...]:
        """Return the losses with their counts; each reason ends with the first line."""
        return tuple(Loss(field, count, f"{reason}; first on line {line}") for (field, reason), (count, line) in self._counts.items())


def _note_all(element: _Element, path: str, losses: Losses) -> None:
    """Note an element of which nothing has a place, and what is inside it; nothing is lost with one that says nothing.

    References to files are told where they are not followed.
    """
    if element.tag == INCLUDE:
        return
    if len(element) or element.keys() or (element.text or "").strip():
        losses.note(path, element, _HEADER)
    for one in element.iterdescendants(etree.Element):
        if (one.keys() or (one.text or "").strip()) and one.tag != INCLUDE:
            losses.note(f"{path}//{element_name(one)}", one, _HEADER)


class Account:
    """What of headers and registers has found a place: elements, with the attributes that did too."""

    def __init__(self) -> None:
        self._carried: dict[_Element, set[str]] = {}
        self._leading: set[_Element] = set()

    def carry(self, element: _Element, *attributes: str) -> None:
        """Enter an element that has a place, its own text included, and those of its attributes that have one."""
        held = self._carried.get(element)
        if held is not None:
            held.update(attributes)
            return
        self._carried[element] = set(attributes)
        for ancestor in element.iterancestors():
            if ancestor in self._leading:
                break
            self._leading.add(ancestor)

    def carry_whole(self, element: _Element, *attributes: str) -> None:
        """Enter an element with everything inside it."""
        self.carry(element, *attributes)
        for descendant in element.iterdescendants():
            self.carry(descendant, *map(str, descendant.keys()))

    def attributes(self, element: _Element) -> set[str] | None:
        """Return the attributes of an element that have a place; None where the element itself has none."""
        return self._carried.get(element)

    def settle(self, part: _Element, losses: Losses, passed: frozenset[str] = frozenset()) -> None:
        """Note everything in a part of the document that has no place; ``passed`` are looked at elsewhere.

        What is inside an element without a place is named below it, by ``//``, with its number, its attributes not.
        """
        pending: list[tuple[_Element, str]] = [(part, element_name(part))]
        while pending:
            element, path = pending.pop()
            carried = self._carried.get(element)
            if carried is None and element not in self._leading:
                _note_all(element, path, losses)
                continue
            if element.keys():
                losses.note_attributes(path, element, carried or ())
            pending += [(one, f"{path}/{written(name)}") for one in reversed(element) if (name := local(one)) not in passed]
