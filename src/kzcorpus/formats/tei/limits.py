"""What a document may cost: limits that the writer keeps, and that the reader finds passed before it has paid for them.

The limits of libxml2 are lower, or are none, and are lifted; its limit of depth, 2,048 elements, stays. In well-formed XML no text and no
value of an attribute holds ``<``, so the bytes alone tell whether most limits can have been passed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import attrs
from lxml import etree

from kzcorpus.formats.tei.vocabulary import NAMESPACE, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:[\t\n\r ]++|<\?.*?\?>|<!--.*?-->)*+<([^\s/>!?]{1,1000})", re.DOTALL)
_CHUNK = 1 << 20
_SAFELY: dict[str, Any] = {
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": True,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,  # or libxml2 stops at an id that repeats, and keeps the ids of every document it has seen
}
_MOST_NAMES = 1_000
_CORPUS, _STAND_OFF = tag("teiCorpus"), tag("standOff")
_LISTED = "parent::tei:standOff[@type='register']"


@attrs.frozen
class Options:
    """Limits that writing and reading share; what is beyond them is neither written nor read.

    ``size`` is that of a document in bytes; ``stretch`` the longest one without ``<``, so of any text, in bytes; ``attribute`` the longest
    value of an attribute in code points; ``children`` how many elements one may hold, a corpus and the lists of its registers aside.
    """

    size: int = 2_000_000_000
    stretch: int = 10_000_000
    attribute: int = 100_000
    children: int = 50_000


class BeyondError(Exception):
    """A document is beyond a limit; ``line`` tells where."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message, line)
        self.message = message
        self.line = line


def _long_stretch(document: bytes, longest: int) -> int | None:
    """Return where a stretch of more bytes than that begins in which there is no ``<``; None where there is none."""
    step = max(1, longest // 2)
    for start in range(0, len(document), step):
        if document.rfind(b"<", start, start + step) < 0:
            begin, end = document.rfind(b"<", 0, start) + 1, document.find(b"<", start)
            if (len(document) if end < 0 else end) - begin > longest:
                return begin
    return None


def _first(root: _Element, path: str) -> _Element | None:
    found = root.xpath(f"({path})[1]", namespaces={"tei": NAMESPACE})
    return cast("_Element", found[0]) if isinstance(found, list) and found else None


def rebuilt(document: bytes) -> _Element:
    """Return the root of a document that was just written, and of which nothing is to be feared."""
    root: _Element = etree.fromstring(document, etree.XMLParser(**_SAFELY))
    return root


def _last_ones(root: _Element | None) -> Iterator[_Element]:
    """Yield the elements that may still grow while a document is being parsed: the root, its last child, and so on."""
    while root is not None:
        yield root
        root = root[-1] if len(root) else None


def _is_wide(element: _Element, options: Options) -> bool:
    parent = element.getparent()
    listed = parent is not None and parent.tag == _STAND_OFF and parent.get("type") == "register"
    return len(element) > options.children and element.tag != _CORPUS and not listed


def _grown(document: bytes, options: Options) -> _Element:
    """Return the root of a document of many tags, parsed piece by piece, so that no element grows far beyond its limit."""
    name = _ROOT.match(document)
    parser = etree.XMLPullParser(("start",), tag="{*}" + (name[1].decode(errors="ignore").rpartition(":")[2] if name else "*"), **_SAFELY)
    root: _Element | None = None
    for position in range(0, len(document), _CHUNK):
        parser.feed(document[position : position + _CHUNK])
        for _, element in parser.read_events():
            root = element if root is None else root
        for element in _last_ones(root):
            if _is_wide(element, options):
                raise BeyondError(f"found an element with more than {options.children:,} children, expected fewer", element.sourceline or 1)
    return parser.close()


def may_pass(document: bytes, options: Options) -> bool:
    """Tell whether a document could be beyond a limit; most are found not to be, in no time."""
    return document.count(b"<") > options.children or _long_stretch(document, min(options.stretch, options.attribute)) is not None


def tree(document: bytes, options: Options) -> _Element:
    """Return the root of a document in UTF-8, comments and instructions left out.

    Raises ``BeyondError`` where it is beyond a limit, ``lxml.etree.XMLSyntaxError`` where it is not well-formed.
    """
    if (begin := _long_stretch(document, options.stretch)) is not None:
        message = f"found more than {options.stretch:,} bytes without a tag, expected fewer"
        raise BeyondError(message, document.count(b"\n", 0, begin) + 1)
    many = document.count(b"<") > options.children
    root = _grown(document, options) if many else rebuilt(document)
    # a child so far from the first is found in half the time of counting; "//" would list texts too, and libxml2 lists ten million nodes
    if many and root.xpath(f"boolean(/descendant-or-self::*/*[{options.children + 1}])"):
        wide = _first(root, f"descendant-or-self::*[count(*) > {options.children}][not(self::tei:teiCorpus)][not({_LISTED})]")
        if wide is not None:
            raise BeyondError(f"found an element with more than {options.children:,} children, expected fewer", wide.sourceline or 1)
    if _long_stretch(document, options.attribute) is not None:
        long = _first(root, f"descendant-or-self::*[@*[string-length(.) > {options.attribute}]]")
        if long is not None:
            raise BeyondError(f"found an attribute of more than {options.attribute:,} code points, expected fewer", long.sourceline or 1)
    if len(root.nsmap) > _MOST_NAMES:
        raise BeyondError(f"found more than {_MOST_NAMES:,} namespaces, expected few", root.sourceline or 1)
    return root
