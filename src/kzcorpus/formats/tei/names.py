"""Names: ``<persName type="KIND" xml:lang="LANGUAGE" from-custom="SINCE" to-custom="UNTIL" datingMethod="#_edtf">TEXT</persName>``.

``orgName`` for organizations, ``placeName`` for places, ``name`` for occasions and concepts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.formats.tei.dates import read_period, write_period
from kzcorpus.formats.tei.values import write_string
from kzcorpus.formats.tei.vocabulary import XML_LANG, read_text
from kzcorpus.model.names import Name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Ledger


def write_name(name: str, value: Name) -> str:
    """Return a name in an element of this name."""
    kind = f' type="{value.kind}"' if value.kind else ""
    language = f' xml:lang="{value.language}"' if value.language is not None else ""
    return write_string(name, value.text, f"{kind}{language}{write_period(value.since, value.until)}")


def read_name(element: _Element, ledger: Ledger) -> Name:
    """Return the name that an element holds."""
    since, until = read_period(element, ledger)
    kind, language = element.get("type"), element.get(XML_LANG)
    return ledger.make(Name, text=read_text(element), language=language, kind=kind, since=since, until=until)
