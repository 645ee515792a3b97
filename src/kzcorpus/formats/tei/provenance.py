"""Who or what asserts a thing, and the caller's own pairs of strings: what TEI keeps in feature structures.

=====  ==================================================================================================================
model  TEI
=====  ==================================================================================================================
Made   ``<fs type="made" xml:id="...">`` with an ``f`` for each field, named after it; pointed at from ``ana``, in the same ``standOff``
extra  ``<fs type="extra">`` with one ``f name="entry"``, a list of pairs
=====  ==================================================================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.formats.tei.values import read_share, write_string
from kzcorpus.formats.tei.vocabulary import XML_ID, read_text
from kzcorpus.model.provenance import Made

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Ledger


def _write_made(made: Made) -> str:
    """Return what stands in the ``fs`` of a provenance."""
    fields = [
        ("by", write_string("string", made.by)),
        ("version", write_string("string", made.version)),
        ("rule", write_string("string", made.rule)),
        ("confidence", f'<numeric value="{made.confidence!r}"/>' if made.confidence is not None else ""),
        ("status", f'<symbol value="{made.status}"/>' if made.status else ""),
        ("at", write_string("string", made.at)),
        ("note", write_string("string", made.note)),
    ]
    return "".join([f'<f name="{name}">{value}</f>' for name, value in fields if value])


def _read_made(element: _Element, ledger: Ledger) -> Made:
    """Return the provenance that an ``fs`` holds."""
    fields: dict[str, str | float] = {}
    for child in element:
        name, value = child.get("name", ""), child[0]
        if name == "confidence":
            fields[name] = read_share(value, value.get("value", ""), ledger)
        elif name == "status":
            fields[name] = value.get("value", "")
        else:
            fields[name] = ledger.edtf(value, read_text(value)) if name == "at" else read_text(value)
    return ledger.make(Made, **fields)


class Mades:
    """The provenances of one stand-off as they are written: those whose XML is the same share one element."""

    def __init__(self, prefix: str, first: int = 0) -> None:
        self._opening = f"{prefix}made."
        self._first = first
        self._numbers: dict[str, int] = {}
        self._known: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def token(self, made: Made | None) -> str:
        """Return the pointer for ``ana``, a space before it; nothing where there is no provenance."""
        if made is None:
            return ""
        known = self._known.get(id(made))
        if known is None:
            # by its XML, not by equality, which holds 0.0 and -0.0 for one
            number = self._numbers.setdefault(_write_made(made), self._first + len(self._numbers))
            known = self._known[id(made)] = f" #{self._opening}{number}"
        return known

    def elements(self) -> Iterator[str]:
        """Yield the ``fs`` elements, one to a line."""
        for inside, number in self._numbers.items():
            yield f'<fs type="made" xml:id="{self._opening}{number}">{inside}</fs>'


def read_mades(elements: Iterable[_Element], ledger: Ledger) -> dict[str, Made]:
    """Return the provenances that ``fs`` elements hold, by the pointer that means them."""
    return {f"#{element.get(XML_ID)}": _read_made(element, ledger) for element in elements}


def write_analysis(categories: str, made: str = "") -> str:
    """Return ``ana`` with categories and the token of a provenance; nothing where there is nothing to point at.

    >>> write_analysis("#_mode.direct", " #a1.made.0")
    ' ana="#_mode.direct #a1.made.0"'
    """
    tokens = f"{categories}{made}".lstrip(" ")
    return f' ana="{tokens}"' if tokens else ""


def write_extra(extra: tuple[tuple[str, str], ...], *, always: bool = False) -> list[str]:
    """Return the ``fs`` that holds pairs of strings; none where there are no pairs, unless ``always``."""
    if not extra:
        return ['<fs type="extra"/>'] if always else []
    pairs = [
        f'<fs><f name="key">{write_string("string", key)}</f><f name="value">{write_string("string", value)}</f></fs>'
        for key, value in extra
    ]
    return ['<fs type="extra"><f name="entry"><vColl org="list">', *pairs, "</vColl></f></fs>"]


def read_extra(element: _Element | None) -> tuple[tuple[str, str], ...]:
    """Return the pairs of strings that an ``fs`` holds."""
    if element is None or not len(element):
        return ()
    return tuple([(read_text(pair[0][0]), read_text(pair[1][0])) for pair in element[0][0]])
