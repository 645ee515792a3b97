"""Documents of earlier profiles, brought to this one by named steps before anything is checked.

A step changes a tree in place, so that every element keeps its line; what does not look as it expects it passes over, for the reader to
refuse. Profile 0 is the draft that was in use before the first release.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from kzcorpus.formats.tei.vocabulary import RANGE, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    Step = Callable[[_Element], None]

_RANGED = re.compile(re.escape(RANGE) + r"([^,()]+)((?:,[0-9]{1,18},[0-9]{1,18})+)\)")
_NUMBERS = re.compile(r",([0-9]+),([0-9]+)")
_EVENTS, _LISTS = (tag("event"),), (tag("listEvent"), tag("standOff"))


def name_statements(root: _Element) -> None:
    """Call statements so: profile 0 had ``type="quote"`` on events and ``type="quotes"`` on what lists them."""
    for names, old, new in ((_EVENTS, "quote", "statement"), (_LISTS, "quotes", "statements")):
        for element in root.iter(*names):
            if element.get("type") == old:
                element.set("type", new)


def _by_length(found: re.Match[str]) -> str:
    pairs = [(int(start), int(end)) for start, end in _NUMBERS.findall(found[2])]
    if any(end < start for start, end in pairs):
        return found[0] + "?"  # no range of either profile
    return f"{RANGE}{found[1]}{''.join(f',{start},{end - start}' for start, end in pairs)})"


def count_ranges_by_length(root: _Element) -> None:
    """Write ranges as TEI has them, start and length: profile 0 had start and end."""
    for element in root.iter(etree.Element):
        target = element.get("target")
        if target is not None and target.startswith(RANGE):
            element.set("target", _RANGED.sub(_by_length, target))


STEPS: dict[str, tuple[Step, ...]] = {"kzcorpus-0": (name_statements, count_ranges_by_length)}
"""For each earlier profile the steps that lead to the next."""
NEXT = {"kzcorpus-0": ("kzcorpus-1", "urn:kzcorpus:profile:1")}
"""The key and the URL of the profile after an earlier one."""


def migrate(root: _Element, profile: str) -> None:
    """Bring a document, or an article of one, from an earlier profile to this one."""
    while profile in STEPS:
        for step in STEPS[profile]:
            step(root)
        profile, url = NEXT[profile]
        for reference in root.iterfind(f"{tag('teiHeader')}/{tag('encodingDesc')}/{tag('schemaRef')}"):
            reference.set("key", profile)
            reference.set("url", url)
