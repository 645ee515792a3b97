"""The profile as shapes: what each element may bear and hold, read from ``profile.rng``.

libxml2 tells fast whether a document fits the profile, but poorly why it does not; from the shapes, ``structure`` says what was found and
what was expected. Only the part of RELAX NG that the profile keeps to is understood; its head says which.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from kzcorpus.formats.tei.vocabulary import NAMESPACE, tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_TIMES: dict[str, tuple[int, int | None]] = {
    "ref": (1, 1),
    "choice": (1, 1),
    "optional": (0, 1),
    "zeroOrMore": (0, None),
    "oneOrMore": (1, None),
}


class Datum(NamedTuple):
    """What a string may be: a test, and the words for what it wants."""

    fits: Callable[[str], bool]
    expected: str


class Attribute(NamedTuple):
    """What an attribute may be, and whether it must be there; ``only`` is its value where it has but one."""

    datum: Datum
    required: bool
    only: str | None


class Slot(NamedTuple):
    """A place in a sequence of children: the shapes that fit it, and how often (None: without limit)."""

    names: tuple[str, ...]
    least: int
    most: int | None


class Shape(NamedTuple):
    """What an element may bear and hold.

    ``contents`` are the sequences that its children may form; ``words`` tells whether text may stand between them, ``datum`` which.
    """

    name: str
    tag: str
    attributes: dict[str, Attribute]
    contents: tuple[tuple[Slot, ...], ...]
    words: bool
    datum: Datum | None

    def marks(self) -> dict[str, str]:
        """Return the attributes that tell this element from others of its name."""
        return {name: attribute.only for name, attribute in self.attributes.items() if attribute.only is not None}

    def __str__(self) -> str:
        """Read as a start tag."""
        marks = "".join(f' {name.replace(_XML, "xml:")}="{value}"' for name, value in self.marks().items() if value)
        return f"<{self.tag.removeprefix(f'{{{NAMESPACE}}}')}{marks}>"


def _datum(element: _Element) -> Datum:
    """Return what a data pattern, a value or a choice of values wants, with the words of the profile where it has any."""
    values = tuple([value.text or "" for value in element.iter(f"{_RNG}value")])
    documentation = element.find(_DOCUMENTATION)
    if values:
        known = frozenset(values)
        return Datum(known.__contains__, " | ".join(f'"{value}"' for value in values))
    pattern = next(element.iter(f"{_RNG}param")).text or ""
    return Datum(
        lambda text: re.fullmatch(pattern, text, re.ASCII) is not None, pattern if documentation is None else documentation.text or ""
    )


def _attribute(element: _Element, defined: dict[str, _Element], *, required: bool) -> tuple[str, Attribute]:
    reference = element.find(f"{_RNG}ref")
    source = element if reference is None else defined[reference.attrib["name"]]
    values = [value.text or "" for value in source.iter(f"{_RNG}value")]
    name = element.attrib["name"].replace("xml:", _XML)
    return name, Attribute(_datum(source), required, values[0] if required and len(values) == 1 else None)


def _expanded(element: _Element, defined: dict[str, _Element]) -> Iterator[_Element]:
    """Yield what an element holds, groups replaced by what they stand for."""
    for child in element:
        name = child.get("name", "")
        if child.tag == f"{_RNG}ref" and name.endswith((".group", ".data")):
            yield from _expanded(defined[name], defined)
        elif isinstance(child.tag, str):
            yield child


def _slot(part: _Element) -> Slot:
    names = tuple([ref.attrib["name"] for ref in part.iter(f"{_RNG}ref")])
    return Slot(names, *_TIMES[etree.QName(part).localname])


def _alternatives(part: _Element) -> Iterator[tuple[Slot, ...]]:
    """Yield each sequence of a choice that holds more than references."""
    for option in part:
        yield (_slot(option),)


def _shape(name: str, element: _Element, defined: dict[str, _Element]) -> Shape:
    attributes: dict[str, Attribute] = {}
    slots: list[Slot] = []
    contents: tuple[tuple[Slot, ...], ...] = ()
    words, datum = False, None
    for part in _expanded(element, defined):
        kind = etree.QName(part).localname
        if kind == "attribute" or (kind == "optional" and part[0].tag == f"{_RNG}attribute"):
            key, attribute = _attribute(part if kind == "attribute" else part[0], defined, required=kind == "attribute")
            attributes[key] = attribute
        elif kind in ("data", "value"):
            datum = _datum(part.getparent() if kind == "data" else part)  # type: ignore[arg-type]
        elif kind == "choice" and any(option.tag != f"{_RNG}ref" for option in part):
            contents = tuple(_alternatives(part))
        elif kind in _TIMES:
            slots.append(_slot(part))
        words = words or kind == "text" or part.find(f"*/{_RNG}text") is not None
    return Shape(name, tag(element.attrib["name"]), attributes, contents or (tuple(slots),), words, datum)


def _source() -> _Element:
    return etree.fromstring(resources.files("kzcorpus.formats.tei").joinpath("profile.rng").read_bytes())


@cache
def shapes() -> dict[str, Shape]:
    """Return the shapes of the profile by the names of their definitions."""
    defined = {define.attrib["name"]: define for define in _source().iter(f"{_RNG}define")}
    named = ((name, define.find(f"{_RNG}element")) for name, define in defined.items())
    found = {name: _shape(name, element, defined) for name, element in named if element is not None}
    whole = found["teiCorpus"]
    frame = tuple(slot for slot in whole.contents[0] if slot.names != ("article",))
    return {**found, "frame": whole._replace(name="frame", contents=(frame,))}


@cache
def profile(*, article: bool = False, frame: bool = False) -> etree.RelaxNG:
    """Return the profile compiled, for a document, or for an ``article`` alone, or for the ``frame`` of a corpus without its articles."""
    grammar = _source()
    if article:
        start = next(grammar.iter(f"{_RNG}start"))
        start[0].append(etree.Element(f"{_RNG}ref", name="article"))
    if frame:
        for many in [many for many in grammar.iter(f"{_RNG}oneOrMore") if many[0].get("name") == "article"]:
            many.tag = f"{_RNG}zeroOrMore"
    return etree.RelaxNG(grammar)


def named(slots: tuple[Slot, ...]) -> Iterator[str]:
    """Yield the names of the shapes that fit any of the slots."""
    yield from chain.from_iterable(slot.names for slot in slots)
