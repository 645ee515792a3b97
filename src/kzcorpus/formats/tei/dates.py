"""Dates: EDTF in attributes that TEI leaves to other calendars, with a plain W3C date beside it where that says the same.

======  ==================================================================================================================
model   TEI
======  ==================================================================================================================
When    ``<date when-custom="EDTF" datingMethod="#_edtf" type="BASIS"><ptr target="SPAN"/><date type="anchor" .../></date>``.
        In ``bibl``, where ``type`` says which date it is, the basis is the ``subtype``
since   ``from-custom``, and ``to-custom`` for until
======  ==================================================================================================================
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from kzcorpus.formats.tei.values import read_span, write_span
from kzcorpus.formats.tei.vocabulary import tag
from kzcorpus.model.dates import Basis, When

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Ledger, Scope

_TIME = r"T[0-9:]{8}(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_W3C = re.compile(rf"[0-9]{{4}}(?:-[0-9]{{2}}(?:-[0-9]{{2}}(?:{_TIME})?)?)?|XXXX-[0-9]{{2}}-[0-9]{{2}}", re.ASCII)
_SEASON = re.compile(r"[0-9]{4}-2[0-9]", re.ASCII)
_DATE = tag("date")
_BASES = get_args(Basis)


def plain_date(edtf: str) -> str | None:
    """Return the date as W3C's XML Schema has it, None where it cannot say the same.

    >>> plain_date("2022-10"), plain_date("XXXX-10-14"), plain_date("2022-10?")
    ('2022-10', '--10-14', None)
    """
    if not _W3C.fullmatch(edtf) or _SEASON.fullmatch(edtf) or edtf.startswith("0000"):
        return None
    return edtf.replace("XXXX", "-")


def write_edtf(edtf: str) -> str:
    """Return the attributes of a ``date``."""
    plain = plain_date(edtf)
    when = f' when="{plain}"' if plain else ""
    return f'{when} when-custom="{edtf}" datingMethod="#_edtf"'


def write_period(since: str | None, until: str | None) -> str:
    """Return the attributes of what holds from one date until another."""
    if since is None and until is None:
        return ""
    begin = f' from-custom="{since}"' if since is not None else ""
    end = f' to-custom="{until}"' if until is not None else ""
    return f'{begin}{end} datingMethod="#_edtf"'


def read_period(element: _Element, ledger: Ledger) -> tuple[str | None, str | None]:
    """Return from when until when an element says something holds."""
    since, until = element.get("from-custom"), element.get("to-custom")
    for date in (since, until):
        if date is not None:
            ledger.edtf(element, date)
    return since, until


def write_when(when: When, text: str, role: str | None = None) -> str:
    """Return a ``date``; ``role`` is its type where no element around it tells which date it is."""
    basis = f' {"subtype" if role else "type"}="{when.basis}"' if when.basis else ""
    kind = f' type="{role}"' if role else ""
    anchor = f'<date type="anchor"{write_edtf(when.anchor)}/>' if when.anchor is not None else ""
    inside = write_span(when.span, text) + anchor
    opening = f"<date{kind}{basis}{write_edtf(when.edtf)}"
    return f"{opening}>{inside}</date>" if inside else f"{opening}/>"


def read_date(element: _Element, ledger: Ledger) -> str:
    """Return the date that an element bears in ``when-custom``."""
    return ledger.edtf(element, element.get("when-custom", ""))


def read_when(element: _Element | None, scope: Scope) -> When | None:
    """Return the date that a ``date`` holds; None where there is no element."""
    if element is None:
        return None
    anchor, span, ledger = None, None, scope.ledger
    for child in element:
        if child.tag == _DATE:
            anchor = read_date(child, ledger)
        else:
            span = read_span(child, scope.text, ledger)
    basis = element.get("type") if element.get("type") in _BASES else element.get("subtype")
    return ledger.make(When, edtf=read_date(element, ledger), basis=basis, span=span, anchor=anchor)
