"""Where a document differs from what would be written for what was read from it.

What is said twice must agree: inline markup, titles, plain dates and the fixed parts of the header repeat what stands elsewhere, or say
nothing, and an edit of them would be lost. White space between elements, comments and the order of attributes are free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kzcorpus.errors import shorten
from kzcorpus.formats.tei.vocabulary import NAMESPACE, WHITE_SPACE, XML_ID, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_LONGEST = 200
MOST_ATTRIBUTES = 100
EXCESSIVE = etree.XPath(f"(descendant-or-self::*[count(@*) > {MOST_ATTRIBUTES}])[1]")
"""Finds an element with more attributes than any of TEI."""
_TEXT, _TEI, _BODY, _DIV, _AB = tag("text"), tag("TEI"), tag("body"), tag("div"), tag("ab")


def _tag(element: _Element | None) -> str:
    """Return the start tag of an element, its attributes in order of their names."""
    if element is None:
        return "nothing"
    attributes = "".join(f' {name.replace(XML_ID, "xml:id")}="{value}"' for name, value in sorted(element.items()))
    return f"<{str(element.tag).removeprefix(f'{{{NAMESPACE}}}')}{attributes}>"


def _differ(ours: str | None, theirs: str | None, *, exact: bool) -> bool:
    """Tell whether two texts differ, and where that is not to be ``exact``, in more than white space between elements."""
    a, b = ours or "", theirs or ""
    return a != b and (exact or bool(a.strip(WHITE_SPACE) or b.strip(WHITE_SPACE)))


def _says_the_same(ours: _Element, theirs: _Element) -> bool:
    """Tell whether two elements have the same name and attributes, as many children, and the same text before and after them."""
    if ours.tag != theirs.tag or len(ours) != len(theirs) or dict(ours.items()) != dict(theirs.items()):
        return False
    if ours.text != theirs.text and _differ(ours.text, theirs.text, exact=_in_block(ours)):
        return False
    return ours.tail == theirs.tail or not _differ(ours.tail, theirs.tail, exact=_in_block(ours.getparent()))


def _in_block(element: _Element | None) -> bool:
    """Tell whether every space counts in an element."""
    return element is not None and (element.tag in (_AB, _BODY) or any(ancestor.tag in (_DIV, _AB) for ancestor in element.iterancestors()))


def same(found: _Element, expected: _Element) -> bool:
    """Tell whether two documents differ in nothing but white space between elements and the order of attributes; quicker than how.

    Not where an element has very many attributes, since to look at them takes the square of their number.
    """
    return (
        len(found) == len(expected)
        and not EXCESSIVE(found)
        and all(_says_the_same(ours, theirs) for ours, theirs in zip(found.iter(), expected.iter(), strict=False))
    )


def _described(found: _Element | None, expected: _Element | None) -> str:
    return f"found {_tag(found)[:_LONGEST]}, expected {_tag(expected)[:_LONGEST]}"


def _attribute_differences(ours: _Element, theirs: _Element) -> Iterator[tuple[_Element, str]]:
    for name in sorted({*ours.keys(), *theirs.keys()}):
        found, expected = ours.get(name), theirs.get(name)
        if found != expected:
            spelled = name.replace(XML_ID, "xml:id")
            parts = [f"no {spelled}" if value is None else f'{spelled}="{value}"'[:_LONGEST] for value in (found, expected)]
            yield ours, f"found {parts[0]}, expected {parts[1]}"


def _first_apart(ours: list[_Element], theirs: list[_Element]) -> int | None:
    """Return the place of the first children that are not the same element, None where all are."""
    for place, (a, b) in enumerate(zip(ours, theirs, strict=False)):
        if a.tag != b.tag or a.get("corresp") != b.get("corresp"):
            return place
    return min(len(ours), len(theirs)) if len(ours) != len(theirs) else None


def _text_differences(ours: _Element, theirs: _Element, *, exact: bool) -> Iterator[tuple[_Element, str]]:
    parts = [(ours.text, theirs.text), *((a.tail, b.tail) for a, b in zip(ours, theirs, strict=False))]
    for found, expected in parts:
        if _differ(found, expected, exact=exact):
            yield ours, f"found the text {shorten(found or '')}, expected {shorten(expected or '')}"
            return


def differences(found: _Element, expected: _Element, *, inline: bool = True, articles: bool = True) -> Iterator[tuple[_Element, str]]:
    """Yield each element that differs, and how; without ``inline`` texts are passed over, without ``articles`` the articles of a corpus.

    Of the children of an element, the first that is another is named; what comes after it may only be out of step. Inside a block every
    space counts.
    """
    stack: list[tuple[_Element, _Element, bool]] = [(found, expected, False)]
    while stack:
        ours, theirs, exact = stack.pop()
        yield from _attribute_differences(ours, theirs)
        if ours.tag == _TEXT and not inline:
            continue
        children = [[child for child in element if articles or child.tag != _TEI] for element in (ours, theirs)]
        apart = _first_apart(*children)
        if apart is None:
            yield from _text_differences(ours, theirs, exact=exact)
        else:
            a, b = (side[apart] if apart < len(side) else None for side in children)
            yield ours if a is None else a, _described(a, b)
        pairs = list(zip(children[0][:apart], children[1][:apart], strict=False))
        stack += [(a, b, exact or ours.tag == _DIV or a.tag == _AB) for a, b in reversed(pairs)]
