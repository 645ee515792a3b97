"""What is wrong with the structure of a document: what was found where, and what the profile expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kzcorpus.errors import shorten
from kzcorpus.formats.tei.shapes import Shape, Slot, named, profile, shapes
from kzcorpus.formats.tei.vocabulary import NAMESPACE, WHITE_SPACE, XML_ID, XML_LANG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

Fault = tuple["_Element", str]
"""An element, and what is wrong with it."""
_PREFIXED = {XML_ID: "xml:id", XML_LANG: "xml:lang", "{http://www.w3.org/XML/1998/namespace}space": "xml:space"}
_MANY = 6
_MANY_CHILDREN = 1_000
_WIDE = etree.XPath(f"boolean(descendant-or-self::*[count(*) > {_MANY_CHILDREN}])")


def _spelled(element: _Element) -> str:
    """Return the start tag of an element, as far as it tells which element it is."""
    marks = "".join(f' {name}="{element.get(name)}"' for name in ("type", "name") if element.get(name))
    return f"<{str(element.tag).removeprefix(f'{{{NAMESPACE}}}')}{marks[:60]}>"


def _listed(found: list[Shape]) -> str:
    options = list(dict.fromkeys(str(shape) for shape in found))
    return " | ".join(options[:_MANY]) + (" | ..." if len(options) > _MANY else "") or "nothing"


def _attribute_faults(element: _Element, shape: Shape) -> Iterator[Fault]:
    for name, value in element.items():
        spelled = _PREFIXED.get(name, name)
        if name not in shape.attributes:
            known = ", ".join(_PREFIXED.get(other, other) for other in shape.attributes) or "no attribute"
            yield element, f"found the attribute {spelled} on {_spelled(element)}, expected only {known}"
        elif not shape.attributes[name].datum.fits(value):
            yield element, f"found {spelled}={shorten(value)}, expected {shape.attributes[name].datum.expected}"
    for name, attribute in shape.attributes.items():
        if attribute.required and element.get(name) is None:
            yield element, f"found {_spelled(element)} without {_PREFIXED.get(name, name)}, expected {attribute.datum.expected} there"


def _text_faults(element: _Element, shape: Shape) -> Iterator[Fault]:
    if shape.datum:
        text = element.text or ""
        if not shape.datum.fits(text):
            yield element, f"found {shorten(text)} in {_spelled(element)}, expected {shape.datum.expected}"
    elif not shape.words:
        for part in (element.text, *(child.tail for child in element)):
            if part and (words := part.strip(WHITE_SPACE)):
                yield element, f"found the text {shorten(words)} in {_spelled(element)}, expected none"


def _choose(child: _Element, candidates: list[Shape]) -> Shape | None:
    """Return the shape that a child is meant to have: the one its name and its telling attributes say, or the only one of its name."""
    known = [shape for shape in candidates if shape.tag == child.tag]
    if len(known) == 1:
        return known[0]
    fitting = [shape for shape in known if all(child.get(name) == value for name, value in shape.marks().items())]
    if fitting:
        return max(fitting, key=lambda shape: len(shape.marks()))
    return known[0] if len({shape.name for shape in known}) == 1 else None


def _sequence(element: _Element, shape: Shape) -> tuple[Slot, ...]:
    """Return the sequence that the children are meant to form: the one that the first child that is known fits."""
    if len(shape.contents) > 1:
        for child in element:
            for slots in shape.contents:
                if _choose(child, [shapes()[name] for name in named(slots)]):
                    return slots
    return shape.contents[-1]


def _place(name: str, slots: tuple[Slot, ...], counts: list[int], current: int) -> int | None:
    """Return the first slot from the current one on that takes one more of a shape."""
    for index in range(current, len(slots)):
        if name in slots[index].names and (slots[index].most is None or counts[index] < slots[index].most):  # type: ignore[operator]
            return index
    return None


def _child_faults(element: _Element, shape: Shape, meant: list[tuple[_Element, Shape]]) -> Iterator[Fault]:
    """Yield what is wrong with the sequence of children; ``meant`` receives those that are known, with their shapes."""
    slots, table = _sequence(element, shape), shapes()
    candidates = [table[name] for name in named(slots)]
    counts, current = [0] * len(slots), 0
    for child in element:
        chosen = _choose(child, candidates)
        if chosen is None:
            yield child, f"found {_spelled(child)} in {_spelled(element)}, expected {_listed(candidates)}"
            continue
        if chosen.name == "article":
            yield from _article_faults(child)  # at once: a corpus may have more than are worth listing
        else:
            meant.append((child, chosen))
        index = _place(chosen.name, slots, counts, current)
        if index is not None:
            current = index
            counts[index] += 1
        elif any(counts[i] for i, slot in enumerate(slots) if chosen.name in slot.names and slot.most == 1):
            yield child, f"found a second {chosen} in {_spelled(element)}, expected one"
        else:
            later = [table[name] for name in named(slots[current:])]
            yield child, f"found {chosen} after {_listed([table[slots[current].names[0]]])}, expected it before; here {_listed(later)}"
    for slot, count in zip(slots, counts, strict=True):
        if count < slot.least:
            yield element, f"found {_spelled(element)} without {_listed([table[name] for name in slot.names])}, expected it there"


def _article_faults(element: _Element) -> Iterator[Fault]:
    if _WIDE(element) or not profile(article=True).validate(element):  # one fault in one article is no reason to walk through all
        yield from explained(element, "article")


def explained(root: _Element, start: str) -> Iterator[Fault]:
    """Yield every place where an element departs from the profile, found without libxml2."""
    stack = [(root, shapes()[start])]
    while stack:
        element, shape = stack.pop()
        meant: list[tuple[_Element, Shape]] = []
        yield from _attribute_faults(element, shape)
        yield from _text_faults(element, shape)
        yield from _child_faults(element, shape, meant)
        stack += reversed(meant)


def structure_faults(root: _Element, start: str) -> Iterator[Fault]:
    """Yield every place where an element departs from the profile; ``start`` names the definition that its root is to fit.

    ``teiCorpus`` and ``emptyCorpus`` are documents, ``article`` is one ``TEI`` of a corpus, ``frame`` a corpus without its articles. Many
    children are looked at without libxml2, which takes the square of their number.
    """
    checked = profile(article=start == "article", frame=start == "frame")
    wide = len(root) > _MANY_CHILDREN or _WIDE(root)
    if wide or not checked.validate(root):
        found = False
        for fault in explained(root, start):
            found = True
            yield fault
        if not (found or wide):  # pragma: no cover -- the two readings of the profile would have to differ
            yield root, f"found a document that the profile refuses: {checked.error_log.last_error}"
