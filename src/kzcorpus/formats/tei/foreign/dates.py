"""Dates of other projects as EDTF: ``when``, ``from`` and ``to``, ``notBefore`` and ``notAfter``, with ``-iso`` and ``-custom``.

Also the ``value`` of P4. W3C's ``--10-14`` becomes ``XXXX-10-14``; what lies between two dates becomes an interval, which is a little
more than EDTF's interval says, and is told as a loss (TEI P5, att.datable, https://www.tei-c.org/release/doc/tei-p5-doc/en/html/ND.html).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kzcorpus.model.edtf import reason_invalid

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.losses import Losses

_FORMS = ("", "-iso", "-custom")
DATING: Final = (
    *(name + form for name in ("when", "from", "to", "notBefore", "notAfter") for form in _FORMS),
    "value",
    "datingMethod",
    "cert",
)
"""Attributes that a date is read from."""
_FRACTION = re.compile(r"(?<=T[0-9]{2}:[0-9]{2}:[0-9]{2})\.[0-9]+")
_MINUTES = re.compile(r"(?P<day>.*T[0-9]{2}:[0-9]{2})(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?")
_PLAIN = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_UNCERTAIN = frozenset(("low", "medium", "unknown"))
_ENDS = {"from": 0, "to": 1, "notBefore": 0, "notAfter": 1}


def edtf(value: str) -> str | None:
    """Return a date of W3C or ISO 8601 as EDTF; None where it is none, or a time of day alone.

    >>> edtf("--10-14"), edtf("2017-01-06T17:46:09.786+01:00"), edtf("10:04")
    ('XXXX-10-14', '2017-01-06T17:46:09+01:00', None)
    """
    date = _FRACTION.sub("", value.strip())
    if date.startswith("---"):
        date = f"XXXX-XX-{date[3:]}"
    elif date.startswith("--"):
        date = f"XXXX-{date[2:]}"
    if (found := _MINUTES.fullmatch(date)) is not None:
        date = f"{found['day']}:00{found['zone'] or ''}"
    return date if reason_invalid(date) is None else None


def _value(element: _Element, name: str, losses: Losses, path: str) -> str | None:
    """Return the date that an attribute holds, in whichever form."""
    for form in _FORMS:
        written = element.get(name + form)
        if written is not None:
            date = edtf(written)
            if date is None:
                losses.note(f"{path}/@{name}{form}", element, "no date that EDTF can say")
            return date
    return None


def _interval(element: _Element, losses: Losses, path: str) -> str | None:
    values = {name: _value(element, name, losses, path) for name in _ENDS}
    start, end = values["from"] or values["notBefore"], values["to"] or values["notAfter"]
    if start is None and end is None:
        return None
    if values["notBefore"] or values["notAfter"]:
        losses.note(path, element, "a date between notBefore and notAfter stands as the interval of both")
    date = start if start == end else f"{start or '..'}/{end or '..'}"
    if date is not None and reason_invalid(date) is not None:
        losses.note(path, element, "no interval: its start is after its end, or it has times")
        return None
    return date


def date_of(element: _Element, losses: Losses, path: str, *, plain: bool = False) -> str | None:
    """Return the date of an element as EDTF, None where it has none; with ``plain`` its text counts where it is an ISO date.

    A low or medium ``cert`` makes it uncertain (``2022-08?``).
    """
    date = _value(element, "when", losses, path) or _interval(element, losses, path)
    if date is None and (written := element.get("value")):
        date = edtf(written)
        if date is None:
            losses.note(f"{path}/@value", element, "no date that EDTF can say")
    if date is None and plain and _PLAIN.fullmatch(text := "".join(element.itertext()).strip()):
        date = edtf(text)
    if date is not None and element.get("cert") in _UNCERTAIN:
        uncertain = f"{date}?"
        if reason_invalid(uncertain) is None:
            return uncertain
        losses.note(f"{path}/@cert", element, "uncertainty that EDTF cannot say here")
    return date


def period_of(element: _Element, losses: Losses, path: str) -> tuple[str | None, str | None]:
    """Return since and until, as EDTF, of what lasts: a name, an affiliation."""
    since = _value(element, "from", losses, path) or _value(element, "notBefore", losses, path)
    until = _value(element, "to", losses, path) or _value(element, "notAfter", losses, path)
    when = None if since or until else _value(element, "when", losses, path)
    return since or when, until or when
