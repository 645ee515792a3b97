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
from kzcorpus.formats.tei.foreign.elements import MENTIONED, SPEECH, TYPED, listed
from kzcorpus.formats.tei.foreign.names import tag_of
from kzcorpus.formats.tei.foreign.recognition import CORPORA, TEXTS, expect_tei, identity, local, tags
from kzcorpus.formats.tei.foreign.registers import SORTS
from kzcorpus.formats.tei.ledger import MOST, FullError
from kzcorpus.formats.tei.vocabulary import XML_ID, XML_LANG
from kzcorpus.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Ledger
    from kzcorpus.model.findings import Severity

_POINTING: Final = frozenset(
    listed(
        "who toWhom ref corresp ana target next prev start end synch sameAs copyOf exclude select resp source decls scheme active passive "
        "mutual hand rendition facs change edRef wit inst given spanTo location replyTo parts"
    )
)
_OLD_POINTING: Final = frozenset(listed("ana corresp synch sameAs copyOf next prev exclude select decls"))
"""Attributes that hold ids in P4, on whatever element; ``who`` does on ``u`` and ``sp``, ``target`` on ``ptr`` and ``ref``."""
_DATES: Final = frozenset(name + form for name in ("when", "from", "to", "notBefore", "notAfter") for form in ("", "-iso"))
_DATED: Final = frozenset(
    listed("date time dateline docDate affiliation birth death event persName orgName placeName occupation residence change state trait")
)
_SPANS: Final = (("from", "to"), ("notBefore", "notAfter"))
_TIME = re.compile(r"T?[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?")
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_NAME = re.compile(r"[^\W\d][\w.\-·]*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_RANGE = re.compile(r"#string-range\((?P<id>[^,()]+),(?P<numbers>[0-9]+(?:,[0-9]+)*)\)")
_INCLUDE = "{http://www.w3.org/2001/XInclude}include"
_INCLUDES = "the document includes other files, which are not looked at; perhaps one of them has it"
_CORRECT = "correct the pointer, or add what it should point at"
_ALONE = f"{_CORRECT}; a part of a corpus is validated with the corpus"
_DATE = "write the date as 2022-10-14, 2022-10, 2022, --10-14 or with a time; what the text has for it stands in the element"
_KNOWN_SCHEMES: Final = frozenset(listed("http https ftp file urn mailto doi info tag data hdl"))
_HEADER = "the header says what the document is: title, publication, source (TEI P5, 2)"
_DIGITS = 30
_SAME = 10
"""So many places of one wrong pointer are listed each by itself; the rest are counted."""


class _Check:
    """What is found wrong with one document on one way through it."""

    def __init__(self, root: _Element, ledger: Ledger) -> None:
        self._root, self._ledger = root, ledger
        self._is_old = local(root) in ("TEI.2", "teiCorpus.2")
        self._known: dict[str, _Element] = {}
        self._prefixes = {
            one.get("ident", ""): one.get("replacementPattern", "") for one in root.iter(*tags("prefixDef")) if one.get("ident")
        }
        self._hint = _INCLUDES if next(root.iter(_INCLUDE), None) is not None else _CORRECT if local(root) in CORPORA else _ALONE
        self._lost: dict[str, list[tuple[_Element, str, str]]] = {}
        self._lengths: dict[_Element, int] = {}
        self.others: list[Finding] = []

    def run(self) -> None:
        """Look at every element, first for its id, then for what it points at, dates and languages."""
        elements = [one for one in self._root.iter(etree.Element) if one.keys()]
        for element in elements:
            self._look_at_id(element)
        for element in elements:
            name = local(element)
            attributes = dict(element.items())
            for attribute, value in attributes.items():
                if attribute in _POINTING:
                    self._look_at_pointers(element, name, str(attribute), str(value))
                elif attribute in (XML_LANG, "lang"):
                    self._look_at_language(element, str(value))
            if name in _DATED:
                self._look_at_dates(element, attributes)
        self._tell_lost()

    def _look_at_id(self, element: _Element) -> None:
        """Remember an id, and note one that repeats or is no name."""
        name = element.get(XML_ID)
        if name is None:
            if local(element) == element.tag and (plain := identity(element)) is not None:
                self._known.setdefault(plain, element)
            return
        if _NAME.fullmatch(name) is None:
            hint = "an xml:id names one element; where it changes, so must the pointers that mean it"
            self._ledger.note(
                element, "id", f"found the xml:id {shorten(name)}, expected a name: a letter, then letters, digits, . - _", hint
            )
        first = self._known.setdefault(name, element)
        if first is not element:
            line = self._ledger.line(first)
            self._ledger.note(element, "id", f"found the xml:id {shorten(name)} again, expected one that line {line} does not bear")

    def _look_at_pointers(self, element: _Element, name: str, attribute: str, value: str) -> None:
        for token in value.split():
            meant = self._expanded(token)
            if meant.startswith("#string-range("):
                self._look_at_range(element, attribute, meant)
            elif meant.startswith("#") and "(" not in meant:  # other pointers of XPath and the like are not looked at
                self._look_up(element, name, attribute, token, meant[1:])
            elif self._is_old and (attribute in _OLD_POINTING or self._holds_old_ids(name, attribute)):
                self._look_up(element, name, attribute, token, token)
            elif not self._is_old and meant == token and token in self._known:
                self._tell(
                    element, f"found {attribute}={shorten(token)}, which means a file of that name", f"write #{token[:60]} for the id"
                )
            elif (scheme := _SCHEME.match(meant)) is not None and meant == token and scheme[0].lower() not in _KNOWN_SCHEMES:
                message = f"found {attribute}={shorten(token)}, expected a known scheme, or a prefixDef that explains {scheme[0][:40]}:"
                self._lose(element, message, "add a prefixDef to the listPrefixDef of the header, or write the whole address", "info")

    def _holds_old_ids(self, name: str, attribute: str) -> bool:
        return (attribute == "who" and name in ("u", "sp")) or (attribute == "target" and name in ("ptr", "ref"))

    def _expanded(self, token: str) -> str:
        """Return a pointer with its private prefix replaced."""
        prefix, colon, rest = token.partition(":")
        return self._prefixes[prefix].replace("$1", rest) if colon and prefix in self._prefixes else token

    def _look_up(self, element: _Element, name: str, attribute: str, token: str, identity_: str) -> None:
        """Note a pointer to nothing, and a speaker who is neither a record nor a name in the text."""
        aim = self._known.get(identity_)
        if aim is None:
            self._lose(
                element, f"found {attribute}={shorten(token)}, expected the xml:id of an element of the document", self._hint, "error"
            )
        elif attribute == "who" and name in SPEECH and local(aim) not in SORTS and local(aim) not in MENTIONED and local(aim) not in TYPED:
            self._tell(
                element,
                f"found who={shorten(token)}, which means a {local(aim)[:60]}, expected a person or an organization of the registers",
            )

    def _lose(self, element: _Element, message: str, hint: str, severity: str) -> None:
        """Remember a pointer to nothing; the same one may be wrong thousands of times."""
        places = self._lost.setdefault(message, [])
        places.append((element, hint, severity))
        if len(places) <= _SAME and severity == "error":
            self._ledger.note(element, "pointer", message, hint)
        elif len(places) == 1:
            self._tell(element, message, hint, "info")

    def _tell_lost(self) -> None:
        """Count the places of wrong pointers that are not listed."""
        for message, places in self._lost.items():
            listed_ = _SAME if places[0][2] == "error" else 1
            if len(places) > listed_:
                lines = f"on lines {self._ledger.line(places[listed_][0])} to {self._ledger.line(places[-1][0])}"
                self._tell(places[listed_][0], f"{message}: {len(places) - listed_} times more, {lines}", None, "info")

    def _tell(self, element: _Element, message: str, hint: str | None = None, severity: Severity = "warning") -> None:
        if len(self.others) < MOST:
            path, line = self._ledger.xpath(element), self._ledger.line(element)
            self.others.append(Finding("tei.pointer", severity, message, path=path, line=line, hint=hint))

    def _look_at_range(self, element: _Element, name: str, token: str) -> None:
        """Note a range that is none, or that leaves its text."""
        found = _RANGE.fullmatch(token)
        target = self._known.get(found["id"]) if found else None
        if found is None or target is None:
            message = f"found {name}={shorten(token)}, expected #string-range(ID,start,length) with the id of an element"
            self._ledger.note(
                element, "range", message, "START and LENGTH are numbers of code points, counted from the start of the element"
            )
            return
        if target not in self._lengths:
            self._lengths[target] = sum(map(len, map(str, target.itertext())))
        length, numbers = self._lengths[target], found["numbers"].split(",")
        ends = (int(start) + int(size) for start, size in zip(numbers[::2], numbers[1::2], strict=False))
        if max(map(len, numbers)) > _DIGITS or len(numbers) % 2 or any(end > length for end in ends):
            self._ledger.note(
                element, "range", f"found {name}={shorten(token)}, expected a range within the {length} code points of the element"
            )

    def _look_at_language(self, element: _Element, tag: str) -> None:
        if tag and tag_of(tag) is None:
            hint = "BCP 47: a language, then script and region, such as ru, kk-Cyrl, en-GB"
            self._ledger.note(element, "value", f"found the language {shorten(tag)}, expected a BCP 47 tag such as kk-Cyrl", hint)

    def _look_at_dates(self, element: _Element, attributes: Mapping[str, str]) -> None:
        """Note dates that are none, and periods that end before they begin."""
        for name in _DATES.intersection(attributes):
            written = attributes[name]
            if edtf(written) is None and _TIME.fullmatch(written.strip()) is None:
                self._ledger.note(element, "date", f"found {name}={shorten(written)}, expected a date such as 2022-10-14, or a time", _DATE)
        for first, last in _SPANS:
            start, end = attributes.get(first, ""), attributes.get(last, "")
            if _DAY.fullmatch(start) and _DAY.fullmatch(end) and start[: len(end)] > end:
                self._ledger.note(
                    element, "date", f"found {first}={start!r} after {last}={end!r}, expected a beginning before the end", "exchange them"
                )


def _frames(root: _Element, ledger: Ledger) -> Iterator[Finding]:
    """Yield texts and corpora that do not begin with the one header that they must have."""
    for element in islice(root.iter(*tags(*TEXTS, *CORPORA)), MOST):
        headers = [place for place, one in enumerate(element.iterchildren(etree.Element)) if local(one) == "teiHeader"]
        if headers != [0]:
            what = (
                "without a teiHeader"
                if not headers
                else "with several headers"
                if len(headers) > 1
                else "that does not begin with its teiHeader"
            )
            message = f"found a {local(element)} {what}, expected one header before all else"
            yield Finding("tei.structure", "warning", message, path=ledger.xpath(element), line=ledger.line(element), hint=_HEADER)


def check(root: _Element, ledger: Ledger, *, has_schema: bool) -> tuple[Finding, ...]:
    """Note in the ledger what is wrong with a document, and return what is worth knowing about it besides."""
    others: list[Finding] = []
    try:
        expect_tei(root)
    except DecodeError as error:
        if local(root) not in TEXTS | CORPORA:
            return error.findings
        others += () if has_schema else error.findings
    if not has_schema and not others:
        others += _frames(root, ledger)
    found = _Check(root, ledger)
    try:
        found.run()
    except FullError:
        ledger.close()
    others += sorted(found.others, key=lambda one: one.line or 0)
    if not has_schema and not any(finding.code == "tei.foreign" for finding in others):
        message = "found TEI that kzcorpus did not write; it was held against no schema"
        hint = "give one: --schema tei_all.rng, or that of the project"
        others.append(Finding("tei.foreign", "info", message, line=root.sourceline, hint=hint))
    return tuple(others)
