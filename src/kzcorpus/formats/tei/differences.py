"""Where a document differs from what would be written for what was read from it.

What is said twice must agree: inline markup, titles, plain dates and the fixed parts of the header repeat what stands elsewhere, or say nothing, and an
edit of them would be lost. White space between elements, comments and the order of attributes are free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.errors import shorten
from kzcorpus.formats.tei.vocabulary import NAMESPACE, WHITE_SPACE, XML_ID, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_TEXT, _TEI = tag("text"), tag("TEI")


def _tag(element: _Element | None) -> str:
    """Return the start tag of an element, its attributes in order of their names."""
    if element is None:
        return "nothing"
    attributes = "".join(f' {name.replace(XML_ID, "xml:id")}="{value}"' for name, value in sorted(element.items()))
    return f"<{str(element.tag).removeprefix(f'{{{NAMESPACE}}}')}{attributes}>"


def _differ(ours: str | None, theirs: str | None) -> bool:
    """Tell whether two texts differ in more than white space between elements."""
    return ours != theirs and bool((ours or "").strip(WHITE_SPACE) or (theirs or "").strip(WHITE_SPACE))


def _described(found: _Element | None, expected: _Element | None) -> str:
    return f"found {shorten(_tag(found), 200)}, expected {shorten(_tag(expected), 200)}"


def _children(found: _Element, expected: _Element) -> Iterator[tuple[_Element, _Element | None, _Element | None]]:
    """Yield the children that stand in the same place, with the element to name where one is missing, up to the first of different names."""
    ours, theirs = list(found), list(expected)
    for index in range(max(len(ours), len(theirs))):
        a = ours[index] if index < len(ours) else None
        b = theirs[index] if index < len(theirs) else None
        yield found if a is None else a, a, b
        if a is None or b is None or a.tag != b.tag:
            return


def differences(found: _Element, expected: _Element, *, inline: bool = True, articles: bool = True) -> Iterator[tuple[_Element, str]]:
    """Yield each element that differs, and how; without ``inline`` texts are passed over, without ``articles`` the articles of a corpus."""
    stack: list[tuple[_Element, _Element]] = [(found, expected)]
    while stack:
        ours, theirs = stack.pop()
        if ours.tag != theirs.tag or dict(ours.items()) != dict(theirs.items()):
            yield ours, _described(ours, theirs)
        if _differ(ours.text, theirs.text):
            yield ours, f"found the text {shorten(ours.text or '')}, expected {shorten(theirs.text or '')}"
        if (ours.tag == _TEXT and not inline) or ours.tag != theirs.tag:
            continue
        pairs: list[tuple[_Element, _Element]] = []
        for place, a, b in _children(ours, theirs):
            if not articles and place.tag == _TEI:
                break
            if a is None or b is None or a.tag != b.tag:
                yield place, _described(a, b)
                break
            if _differ(a.tail, b.tail):
                yield a, f"found the text {shorten(a.tail or '')} after it, expected {shorten(b.tail or '')}"
            pairs.append((a, b))
        stack += reversed(pairs)
