"""What is TEI at all, whoever wrote it: P5 with or without its namespace, P4, corpora."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from kzcorpus.formats.tei.parsing import refusal
from kzcorpus.formats.tei.vocabulary import NAMESPACE, XML_ID, XML_LANG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

TEXTS = frozenset(("TEI", "TEI.2"))
"""Roots of one text with its header."""
CORPORA = frozenset(("teiCorpus", "teiCorpus.2"))
_PARTS = frozenset(("teiHeader", "text", "sourceDoc", "standOff", "facsimile", *TEXTS, *CORPORA))
_CORPUS_PARTS = frozenset((*TEXTS, *CORPORA))
_MARKS = ("{*}schemaRef", "{*}calendar", "{*}idno")
_OURS = "urn:kzcorpus:profile:"
_TEI = f"{{{NAMESPACE}}}"


def local(element: _Element) -> str:
    """Return the name of a TEI element without its namespace; one of another namespace keeps it, so that it is never taken for TEI.

    >>> local(etree.fromstring('<p xmlns="http://www.tei-c.org/ns/1.0"/>')), local(etree.fromstring("<TEI.2/>"))
    ('p', 'TEI.2')
    """
    tag = element.tag
    return tag.removeprefix(_TEI) if isinstance(tag, str) else ""


def is_ours(root: _Element) -> bool:
    """Tell whether a document bears a mark of our profile, of whichever version; then it is read as ours, with every fault.

    Any one of the marks will do, in whatever namespace: a document of ours that has lost one must not pass for somebody else's.
    """
    return any(_is_mark(element) for header in _headers(root) for element in header.iterdescendants(*_MARKS))


def _headers(root: _Element) -> Iterator[_Element]:
    """Yield the headers of a document, in whatever namespace, up to that of the first text."""
    for element in root.iterchildren("{*}teiHeader", "{*}TEI"):
        if etree.QName(element).localname == "teiHeader":
            yield element
        else:
            yield from element.iterchildren("{*}teiHeader")
            return


def _is_mark(element: _Element) -> bool:
    name = etree.QName(element).localname
    return (
        (name == "schemaRef" and (element.get("url", "").startswith(_OURS) or element.get("key", "").startswith("kzcorpus-")))
        or (name == "calendar" and element.get(XML_ID) == "_edtf")
        or (name == "idno" and element.get("type") == "text-sha256")
    )


def is_foreign(root: _Element) -> bool:
    """Tell whether a document is TEI that somebody else wrote.

    >>> is_foreign(etree.fromstring("<TEI.2/>")), is_foreign(etree.fromstring("<html/>"))
    (True, False)
    """
    return local(root) in TEXTS | CORPORA and not is_ours(root)


def identity(element: _Element) -> str | None:
    """Return the id of an element: ``xml:id``, or the ``id`` of P4; None where it has none."""
    return element.get(XML_ID) or element.get("id") or None


def language(element: _Element) -> str | None:
    """Return the language that an element names, None where it names none: ``xml:lang``, or the ``lang`` of P4."""
    return element.get(XML_LANG) or element.get("lang") or None


def words(element: _Element | None) -> str:
    """Return the text of an element on one line, without white space around it; the empty string where there is no element."""
    return "" if element is None else " ".join("".join(element.itertext() if len(element) else element.text or "").split())


@cache
def tags(*names: str) -> tuple[str, ...]:
    """Return the tags of TEI elements of these names, with the namespace and without.

    >>> tags("p")
    ('{http://www.tei-c.org/ns/1.0}p', 'p')
    """
    return tuple(tag for name in names for tag in (f"{_TEI}{name}", name))


def child(element: _Element, *path: str) -> _Element | None:
    """Return the first element at the end of a path of local names, None where there is none."""
    return next(element.iterchildren(*tags(*path)) if len(path) == 1 else children(element, *path), None)


def children(element: _Element, *path: str) -> Iterator[_Element]:
    """Yield the elements at the end of a path of local names, in document order."""
    found: Iterator[_Element] = iter((element,))
    for name in path:
        found = _inside(found, tags(name))
    return found


def _inside(elements: Iterator[_Element], names: tuple[str, ...]) -> Iterator[_Element]:
    for element in elements:
        yield from element.iterchildren(*names)


def descendants(element: _Element, *names: str) -> Iterator[_Element]:
    """Yield the descendants that bear one of these local names, in document order."""
    return element.iterdescendants(*tags(*names))


def expect_tei(root: _Element) -> None:
    """Raise ``DecodeError`` where a document is no TEI, or has nothing to read."""
    if local(root) not in TEXTS | CORPORA:
        name = etree.QName(root)
        if name.localname in TEXTS | CORPORA:
            message = f"found the root {name.localname} of the namespace {str(name.namespace)[:100]}, expected {NAMESPACE}, or none"
            raise refusal("foreign", message, line=root.sourceline, hint="correct the xmlns of the root")
        message = f"found the root {name.localname[:60]}, expected TEI, teiCorpus, or the TEI.2 of P4"
        raise refusal("foreign", message, line=root.sourceline, hint="is it another kind of XML, or only a part of a document?")
    needed = _CORPUS_PARTS if local(root) in CORPORA else _PARTS
    if not any(local(one) in needed or etree.QName(one).localname == "include" for one in root.iterchildren(etree.Element)):
        message = f"found a {local(root)} without anything to read, expected {'texts' if local(root) in CORPORA else 'a header or a text'}"
        raise refusal("foreign", message, line=root.sourceline)
