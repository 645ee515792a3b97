"""What is wrong with TEI that others wrote, whatever its customization: ids, pointers, ranges, dates, languages.

A schema says more; without one this is what any TEI must keep.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml import etree

from kzcorpus.errors import DecodeError, shorten
from kzcorpus.formats.tei.foreign.dates import edtf
from kzcorpus.formats.tei.foreign.elements import listed
from kzcorpus.formats.tei.foreign.names import tag_of
from kzcorpus.formats.tei.foreign.recognition import CORPORA, TEXTS, expect_tei, identity, language, local
from kzcorpus.formats.tei.foreign.registers import SORTS
from kzcorpus.formats.tei.ledger import MOST, FullError
from kzcorpus.formats.tei.vocabulary import XML_ID
from kzcorpus.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Ledger

_POINTING: Final = listed(
    "who toWhom ref corresp ana target next prev start end synch sameAs copyOf exclude select resp source decls scheme active passive "
    "mutual hand rendition facs change edRef wit inst given spanTo location"
)
_DATES: Final = ("when", "from", "to", "notBefore", "notAfter", "when-iso", "from-iso", "to-iso", "notBefore-iso", "notAfter-iso")
_DATED: Final = frozenset(
    listed("date time dateline docDate affiliation birth death event persName orgName placeName occupation residence change state trait")
)
_TIME = re.compile(r"T?[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?")
_NAME = re.compile(r"[^\W\d][\w.\-·]*")
_RANGE = re.compile(r"#string-range\((?P<id>[^,()]+),(?P<numbers>[0-9]+(?:,[0-9]+)*)\)")
_INCLUDE = "{http://www.w3.org/2001/XInclude}include"
_INCLUDES = "the document includes other files, which are not looked at; perhaps one of them has it"


def _ids(root: _Element, ledger: Ledger) -> dict[str, _Element]:
    """Note ids that repeat or are no names, and return what bears each."""
    known: dict[str, _Element] = {}
    for element in root.iter(etree.Element):
        name = element.get(XML_ID)
        if name is None:
            if local(element) == element.tag and (name := identity(element)) is not None:
                known.setdefault(name, element)
            continue
        if _NAME.fullmatch(name) is None:
            ledger.note(element, "id", f"found the xml:id {shorten(name)}, expected a name: a letter, then letters, digits, . - _")
        first = known.setdefault(name, element)
        if first is not element:
            ledger.note(element, "id", f"found the xml:id {shorten(name)} again, expected one that line {ledger.line(first)} does not bear")
    return known


def _pointers(root: _Element, known: Mapping[str, _Element], ledger: Ledger) -> None:
    hint = _INCLUDES if next(root.iter(_INCLUDE), None) is not None else "correct the pointer, or add what it should point at"
    for element in root.iter(etree.Element):
        for name in _POINTING:
            for token in (element.get(name) or "").split():
                if token.startswith("#string-range("):
                    _range(element, name, token, known, ledger)
                elif token.startswith("#") and token[1:] not in known:
                    message = f"found {name}={shorten(token)}, expected the xml:id of an element of the document"
                    ledger.note(element, "pointer", message, hint)


def _range(element: _Element, name: str, token: str, known: Mapping[str, _Element], ledger: Ledger) -> None:
    """Note a range that is none, or that leaves its text."""
    found = _RANGE.fullmatch(token)
    target = known.get(found["id"]) if found else None
    if found is None or target is None:
        ledger.note(element, "range", f"found {name}={shorten(token)}, expected #string-range(ID,start,length) with the id of an element")
        return
    numbers = [int(number) for number in found["numbers"].split(",")]
    length = sum(map(len, map(str, target.itertext())))
    if any(start + size > length for start, size in zip(numbers[::2], numbers[1::2], strict=False)):
        ledger.note(element, "range", f"found {name}={shorten(token)}, expected a range within the {length} code points of the element")


def _values(root: _Element, ledger: Ledger) -> None:
    """Note dates and languages that are none."""
    for element in root.iter(etree.Element):
        if local(element) in _DATED:
            for name in _DATES:
                written = element.get(name)
                if written is not None and edtf(written) is None and _TIME.fullmatch(written.strip()) is None:
                    ledger.note(element, "date", f"found {name}={shorten(written)}, expected a date such as 2022-10-14, or a time")
        tag = language(element)
        if tag is not None and tag_of(tag) is None:
            ledger.note(element, "value", f"found the language {shorten(tag)}, expected a BCP 47 tag such as kk-Cyrl")


def _speakers(root: _Element, known: Mapping[str, _Element], ledger: Ledger) -> Iterator[Finding]:
    """Yield speakers that are in the document, but in none of its registers."""
    for element in root.iter(etree.Element):
        for token in (element.get("who") or "").split():
            aim = known.get(token.removeprefix("#"))
            if aim is not None and local(aim) not in SORTS:
                message = f"found who={shorten(token)}, which means a {local(aim)}, expected a person or an organization of the registers"
                yield Finding("tei.pointer", "warning", message, path=ledger.xpath(element), line=ledger.line(element))


def check(root: _Element, ledger: Ledger, *, has_schema: bool) -> tuple[Finding, ...]:
    """Note in the ledger what is wrong with a document, and return what is worth knowing about it besides."""
    others: list[Finding] = []
    try:
        expect_tei(root)
    except DecodeError as error:
        if local(root) not in TEXTS | CORPORA:
            return error.findings
        others += () if has_schema else error.findings
    try:
        known = _ids(root, ledger)
        _pointers(root, known, ledger)
        _values(root, ledger)
        others += islice(_speakers(root, known, ledger), MOST)
    except FullError:
        ledger.close()
    if not has_schema and not any(finding.code == "tei.foreign" for finding in others):
        message = "found TEI that kzcorpus did not write; it was held against no schema"
        hint = "give one: --schema tei_all.rng, or that of the project"
        others.append(Finding("tei.foreign", "info", message, line=root.sourceline, hint=hint))
    return tuple(others)
