"""Strings, numbers, pointers and spans in XML, each as a pair of functions that mirror each other.

A string stands in the content of an element, never in an attribute: absent is None, empty is ``""``. A float is spelled as Python's
``repr`` spells it, which is exact.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kzcorpus.formats.tei.vocabulary import read_ranges, read_text, write_id, write_ranges, write_text
from kzcorpus.model.spans import MAX_INT, Span

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Ledger


# elements that hold a string


def write_string(name: str, text: str | None, attributes: str = "") -> str:
    """Return an element that holds a string; nothing where there is none."""
    if text is None:
        return ""
    return f"<{name}{attributes}>{write_text(text)}</{name}>" if text else f"<{name}{attributes}/>"


def read_string(element: _Element | None) -> str | None:
    """Return the string that an element holds; None where there is no element."""
    return None if element is None else read_text(element)


# numbers


def write_integer(number: int) -> str:
    """Return a whole number in digits."""
    return str(number)


def read_integer(element: _Element, ledger: Ledger) -> int:
    """Return the whole number in ``value``."""
    number = int(element.get("value", ""))
    if not ~MAX_INT <= number <= MAX_INT:
        ledger.note(element, "value", f"found {number}, expected a whole number of at most 64 bits")
    return number


def read_float(element: _Element, digits: str, ledger: Ledger) -> float:
    """Return the number that an attribute of an element spells."""
    number = float(digits)
    if not math.isfinite(number):
        ledger.note(element, "value", f"found {digits[:60]}, expected a number that a double can hold")
    return number


def read_share(element: _Element, digits: str, ledger: Ledger) -> float:
    """Return the number between 0 and 1 that an attribute of an element spells."""
    number = read_float(element, digits, ledger)
    if not 0 <= number <= 1:
        ledger.note(element, "value", f"found {digits[:60]}, expected a number between 0 and 1")
    return number


# pointers and spans


def write_pointer(attribute: str, id_: str | None) -> str:
    """Return the attribute that points at what bears an id; nothing where there is none."""
    return f' {attribute}="#{write_id(id_)}"' if id_ is not None else ""


def write_reference(kind: str, id_: str | None) -> str:
    """Return the ``ptr`` that points at what bears an id; nothing where there is none."""
    return f'<ptr type="{kind}" target="#{write_id(id_)}"/>' if id_ is not None else ""


def write_spans(kind: str, spans: tuple[Span, ...], text: str) -> str:
    """Return the pointer to the spans of one field; nothing where there are none."""
    return f'<ptr type="{kind}" target="{write_ranges(text, spans)}"/>' if spans else ""


def read_spans(element: _Element | None, text: str, ledger: Ledger) -> tuple[Span, ...]:
    """Return the spans that ``target`` names in a text."""
    if element is None:
        return ()
    try:
        found, ranges = read_ranges(element.get("target", ""))
    except ValueError as error:
        ledger.note(element, "range", str(error))
        return ()
    if text and found != text:
        ledger.note(element, "range", f"found a range over {found}, expected one over {text}")
    return tuple([Span(start, end) for start, end in ranges])


def write_span(span: Span | None, text: str) -> str:
    """Return the pointer to the one span of a value; nothing where there is none."""
    return f'<ptr target="{write_ranges(text, (span,))}"/>' if span else ""


def read_span(element: _Element | None, text: str, ledger: Ledger) -> Span | None:
    """Return the one span that ``target`` names."""
    spans = read_spans(element, text, ledger)
    if len(spans) > 1 and element is not None:
        ledger.note(element, "range", f"found {len(spans)} ranges, expected one")
    return spans[0] if spans else None
