"""The words of the encoding: the namespace, ids and pointers, ranges of the text, and the characters that XML 1.0 cannot hold.

- An **id** of the model becomes an ``xml:id``: ASCII letters, digits and hyphens stay, but for a first character that is no letter; all
  else becomes ``_HEX_``. Ids made here contain a dot, or are ``_edtf``, ``_concepts`` and the like, which no mapped id can be.
- A **range** is ``#string-range(ARTICLE.text,start,length[,start,length]*)``, in code points of the text of the article, as in the model
  (TEI P5, TEI XPointer Schemes, https://www.tei-c.org/release/doc/tei-p5-doc/en/html/SA.html#SATS).
- A **code point that XML 1.0 cannot hold** is ``<g ref="char:000B">&#xFFFD;</g>``, wherever text can stand.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from kzcorpus.model.spans import Span

NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PROFILE = "kzcorpus-1"
"""Names the encoding and its version; a later version has a later number."""
WHITE_SPACE = "\t\n\r "
"""What XML calls white space, and nothing else."""

_STAND_IN = "\ufffd"
_MARKED = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_UNHELD = {f"char:{code:04X}": chr(code) for code in (*range(0x20), 0xFFFE, 0xFFFF) if code not in (0x09, 0x0A, 0x0D)}
_FOREIGN = re.compile(r"\A[^A-Za-z]|[^A-Za-z0-9-]")
_CODED = re.compile(r"_(10[0-9A-F]{4}|[0-9A-F]{1,5})_")
RANGE = "#string-range("
_PAIR = 2


def tag(name: str) -> str:
    """Return the name of a TEI element as lxml spells it."""
    return f"{{{NAMESPACE}}}{name}"


def within(element: _Element, *names: str) -> _Element:
    """Return the element at the end of a path of names; raises ``LookupError`` where there is none."""
    for name in names:
        found = element.find(tag(name))
        if found is None:
            raise LookupError(name)
        element = found
    return element


def is_marked(text: str) -> bool:
    """Tell whether any character of the text needs more than itself in XML."""
    return _MARKED.search(text) is not None


def _mark(found: re.Match[str]) -> str:
    character = found[0]
    return _ENTITIES.get(character) or f'<g ref="char:{ord(character):04X}">&#xFFFD;</g>'


def write_text(text: str) -> str:
    r"""Return the text as XML content.

    >>> write_text("R&D\x0b")
    'R&amp;D<g ref="char:000B">&#xFFFD;</g>'
    """
    return _MARKED.sub(_mark, text) if _MARKED.search(text) else text


def read_text(element: _Element) -> str:
    """Return the text that an element holds, with the characters that its ``g`` children stand for."""
    parts = [element.text or ""]
    for child in element:
        parts += (read_character(child), child.tail or "")
    return "".join(parts)


def read_character(element: _Element) -> str:
    """Return the character that a ``g`` stands for; raises ``LookupError`` where XML could hold it."""
    return _UNHELD[element.get("ref", "")]


def shown(text: str) -> str:
    r"""Return the string value that the text has in XML: the same length, with U+FFFD for what XML cannot hold.

    >>> shown("a\x0bb") == "a\ufffdb"
    True
    """
    return _MARKED.sub(lambda found: found[0] if found[0] in _ENTITIES else _STAND_IN, text)


@lru_cache(maxsize=4096)
def write_id(id: str) -> str:  # noqa: A002 -- the model's own word
    """Return the ``xml:id`` of an id of the model.

    >>> write_id("kz-1"), write_id("2022.a")
    ('kz-1', '_32_022_2E_a')
    """
    return _FOREIGN.sub(lambda found: f"_{ord(found[0]):X}_", id)


@lru_cache(maxsize=4096)
def read_id(mapped: str) -> str:
    """Return the id of the model that an ``xml:id`` stands for; raises ``ValueError`` where it stands for none.

    >>> read_id("_32_022_2E_a")
    '2022.a'
    """
    id_ = _CODED.sub(lambda found: chr(int(found[1], 16)), mapped)
    if not id_ or write_id(id_) != mapped or any("\ud800" <= character <= "\udfff" for character in id_):
        raise ValueError(f"found {mapped[:60]!r}, expected the xml:id of an id, such as a1 or a1_2E_s1")
    return id_


def write_ranges(text: str, spans: Sequence[Span]) -> str:
    """Return the pointer to spans of a text, which is named by its ``xml:id``.

    >>> from kzcorpus.model.spans import Span
    >>> write_ranges("a1.text", [Span(0, 3), Span(5, 5)])
    '#string-range(a1.text,0,3,5,0)'
    """
    if len(spans) == 1:
        start, end = spans[0].start, spans[0].end
        return f"#string-range({text},{start},{end - start})"
    return f"#string-range({text}{''.join([f',{span.start},{span.end - span.start}' for span in spans])})"


def read_ranges(target: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the ``xml:id`` of the text and the starts and ends that a pointer names; raises ``ValueError`` where it is no range.

    >>> read_ranges("#string-range(a1.text,0,3,5,0)")
    ('a1.text', [(0, 3), (5, 5)])
    """
    text, _, rest = target.removesuffix(")").partition(",")
    if not text.startswith(RANGE):
        raise ValueError(f"found {target[:60]!r}, expected #string-range(ARTICLE.text,start,length)")
    numbers = rest.split(",")
    if len(numbers) == _PAIR:  # as most have
        start = int(numbers[0])
        return text[len(RANGE) :], [(start, start + int(numbers[1]))]
    found = [int(number) for number in numbers]
    return text[len(RANGE) :], [(start, start + length) for start, length in zip(found[::2], found[1::2], strict=True)]
