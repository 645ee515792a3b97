"""Where in a document a field of the model stands: from a path such as ``articles[0].statements[3].content[1]`` to an element."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from kzcorpus.formats.tei.vocabulary import NAMESPACE

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEI = {"tei": NAMESPACE}
_STEP = re.compile(r"([a-z_]+)(?:\[([0-9]+)\])?")
_STAND_OFF = "tei:standOff[@type='{}']"
_REGISTER = _STAND_OFF.format("register")
_HOMES = {
    "authority": ".",
    "articles": "tei:TEI",
    "actors": f"{_REGISTER}/tei:listPerson/*",
    "organizations": f"{_REGISTER}/tei:listOrg/*",
    "places": f"{_REGISTER}/tei:listPlace/*",
    "concepts": "tei:teiHeader//tei:taxonomy[@xml:id='_concepts']/*",
    "links": f"{_REGISTER}/tei:linkGrp/*",
    **{name: f"{_REGISTER}/tei:listEvent[@type='{name}']/*" for name in ("tenures", "occasions", "remarks", "corrections")},
    "source": ".//tei:bibl",
    "outlet": "tei:publisher",
    "published": ".//tei:bibl/tei:date[@type='published']",
    "bylines": f"{_STAND_OFF.format('article')}/tei:note[@type='byline']",
    "dateline": f"{_STAND_OFF.format('article')}/tei:note[@type='dateline']",
    "findings": f"{_STAND_OFF.format('article')}/tei:note[@type='finding']",
    "statements": f"{_STAND_OFF.format('statements')}/tei:listEvent/* | tei:ptr[@type='statement']",
    "mentions": f"{_STAND_OFF.format('mentions')}/tei:listAnnotation/*",
    "blocks": "tei:text/tei:body/tei:div/*",
    "value": "../../tei:listEvent[@type='values']/*[concat('#', @xml:id) = $aim]",
    "when": "tei:note[@type='when']/tei:date | self::tei:note/tei:date",
    "said": "tei:note[@type='said']/tei:date",
    "speaker": "*[@type='speaker']",
    "occasion": "*[@type='occasion']",
    "span": "tei:ptr",
    "part_of": "tei:ptr[@type='partOf']",
    "addressees": "tei:note[@type='addressee']",
    "via": "tei:note[@type='via']",
    "stances": "tei:note[@type='stance']",
    "quoted": "tei:note[@type='quoted']",
    **{
        name: f"tei:ptr[@type='{name}']"
        for name in ("seat", "holder", "body", "article", "content", "cue", "verbatim", "within", "literal")
    },
    "hedges": "tei:ptr[@type='hedge']",
    "spans": "tei:ptr[@type='span']",
    "refs": "tei:ptr[@type='ref']",
    "participants": "tei:ptr[@type='participant']",
    "entity": "tei:ptr[@type='entity']",
}
"""The element that holds a field, from the element that holds the value; where a field has its home in an attribute there is none."""


def _step(element: _Element, name: str, index: int | None) -> _Element:
    """Return the element of one field; the element given where the field has none of its own."""
    home = _HOMES.get(name)
    if home is None:
        return element
    aim = element.xpath("string(tei:ptr[@type='value']/@target)", namespaces=_TEI)
    for place in (str((index or 0) + 1), "last()"):
        found = element.xpath(f"({home})[{place}]", namespaces=_TEI, aim=aim)
        if isinstance(found, list) and found:
            return cast("_Element", found[0])
    return element


def locate(element: _Element, path: str) -> _Element:
    """Return the element that holds the field at a path, or else the nearest one around it."""
    for found in _STEP.finditer(path):
        element = _step(element, found[1], int(found[2]) if found[2] else None)
    return element
