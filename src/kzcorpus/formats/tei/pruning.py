"""A RELAX NG schema of any size, made small for one document: only the elements that it holds are kept.

libxml2 takes many seconds to compile all of TEI, and a second for what one document needs. An element that the document does not hold can
match nowhere in it; so where it is one of several choices it is taken out, by the rules for ``notAllowed`` of RELAX NG
(https://relaxng.org/spec-20011203.html, 4.20); elsewhere it is left without its content, so that its absence is told by its name. What is
valid stays so, and what is not, stays so. Nothing is ever made ``empty``: a choice with an empty branch inside a repetition costs libxml2
more than it saves, without end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

RNG: Final = "http://relaxng.org/ns/structure/1.0"
_RNG = f"{{{RNG}}}"
_UNSEEN: Final = frozenset(_RNG + name for name in ("include", "externalRef", "parentRef"))
_CHOICE, _ELEMENT, _DEFINE, _REF = _RNG + "choice", _RNG + "element", _RNG + "define", _RNG + "ref"
_EMPTY, _NOT_ALLOWED = _RNG + "empty", _RNG + "notAllowed"
_TOGETHER: Final = frozenset(_RNG + name for name in ("group", "interleave", "oneOrMore", "mixed", "list", "define", "start"))
_NAME_CLASSES: Final = frozenset(_RNG + name for name in ("name", "anyName", "nsName"))


def names_of(root: _Element) -> set[str]:
    """Return the names of all elements that a document holds, as lxml spells them."""
    return {str(element.tag) for element in root.iter(etree.Element)}


def _is_prunable(grammar: _Element) -> bool:
    """Tell whether a schema is one grammar by itself, the only form that is looked through."""
    return grammar.tag == _RNG + "grammar" and not any(
        element.tag in _UNSEEN or (element.tag == _RNG + "grammar" and element is not grammar) for element in grammar.iter(etree.Element)
    )


def _named(element: _Element) -> str | None:
    """Return the name of an element pattern, None where it has a class of names."""
    name = element.get("name")
    if name is None:
        first = next(iter(element.iterchildren(etree.Element)), None)
        if first is None or first.tag != _RNG + "name":
            return None
        name, element = first.text or "", first
    prefix, _, local = name.strip().rpartition(":")
    if prefix:
        uri = element.nsmap.get(prefix)
        return None if uri is None else f"{{{uri}}}{local}"
    uri = element.get("ns")
    if uri is None:
        uri = next((found for one in element.iterancestors() if (found := one.get("ns")) is not None), "")
    return f"{{{uri}}}{local}" if uri else local


class _Pruning:
    """One grammar, and the elements that a document holds."""

    def __init__(self, grammar: _Element, held: Collection[str]) -> None:
        self._grammar = grammar
        self._defines: dict[str, list[_Element]] = {}
        for define in grammar.iter(_DEFINE):
            self._defines.setdefault(define.get("name", ""), []).append(define)
        self._absent = {one for one in grammar.iter(_ELEMENT) if (name := _named(one)) is not None and name not in held}
        self._gone: dict[_Element, bool] = {}

    def prune(self) -> None:
        """Take out what the document cannot need."""
        for choice in [one for one in self._grammar.iter(_CHOICE) if not _is_name_class(one)]:
            children = list(choice.iterchildren(etree.Element))
            going = [child for child in children if self._is_gone(child)]
            for child in going if len(going) < len(children) else ():
                choice.remove(child)
        for element in self._absent:
            _hollow(element)
        self._sweep()

    def _is_gone(self, pattern: _Element) -> bool:
        """Tell whether a pattern matches nothing in the document, since an element that it needs is not there."""
        known = self._gone.get(pattern)
        if known is None:
            self._gone[pattern] = False  # while it is being found out; only wrong schemas lead back here
            known = self._gone[pattern] = self._find_out(pattern)
        return known

    def _find_out(self, pattern: _Element) -> bool:
        if pattern.tag == _ELEMENT:
            return pattern in self._absent
        if pattern.tag == _NOT_ALLOWED:
            return True
        if pattern.tag == _REF:
            defines = self._defines.get(pattern.get("name", ""), [])
            together = any(define.get("combine") == "interleave" for define in defines)
            gone = map(self._is_gone, defines)
            return bool(defines) and (any(gone) if together else all(gone))
        children = list(pattern.iterchildren(etree.Element))
        if pattern.tag == _CHOICE:
            return bool(children) and all(map(self._is_gone, children))
        return pattern.tag in _TOGETHER and any(map(self._is_gone, children))

    def _sweep(self) -> None:
        """Take out the definitions that nothing leads to any more."""
        needed: set[str] = set()
        pending: list[_Element] = list(self._grammar.iter(_RNG + "start"))
        while pending:
            for reference in pending.pop().iter(_REF):
                name = reference.get("name", "")
                if name not in needed:
                    needed.add(name)
                    pending += self._defines.get(name, [])
        for name, defines in self._defines.items():
            for define in defines if name not in needed else ():
                if (parent := define.getparent()) is not None:
                    parent.remove(define)


def _is_name_class(choice: _Element) -> bool:
    """Tell whether a choice is one of names, not of patterns."""
    first = next(choice.iterchildren(etree.Element), None)
    return first is not None and first.tag in _NAME_CLASSES


def _hollow(element: _Element) -> None:
    """Take the content out of an element pattern; its name stays."""
    for child in list(element.iterchildren(etree.Element)):
        if child.tag not in _NAME_CLASSES:
            element.remove(child)
    etree.SubElement(element, _EMPTY)


def prune(grammar: _Element, document: _Element) -> None:
    """Make a schema small for a document, in place; one that is not a single grammar is left as it is.

    >>> schema = etree.fromstring(
    ...     '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="a"><choice><ref name="b"/><ref name="c"/></choice>'
    ...     '</element></start><define name="b"><element name="b"><empty/></element></define>'
    ...     '<define name="c"><element name="c"><empty/></element></define></grammar>'
    ... )
    >>> prune(schema, etree.fromstring("<a><b/></a>"))
    >>> len(list(schema.iter("{*}ref"))), len(list(schema.iter("{*}define")))
    (1, 1)
    """
    if _is_prunable(grammar):
        _Pruning(grammar, names_of(document)).prune()
