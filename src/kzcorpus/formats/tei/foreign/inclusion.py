"""``xi:include``, when asked: files in the folder of the document, or below, are read in its place; nothing else, and nothing remote.

See XInclude 1.0, https://www.w3.org/TR/xinclude/. ``xml:base`` counts. Each file is parsed as safely as the document, ``parse="text"``
and an ``xpointer`` that is no id are left alone, and a file that includes itself is refused.
"""

from __future__ import annotations

import os
import re
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import attrs

from kzcorpus.errors import DecodeError
from kzcorpus.formats.tei.foreign.losses import INCLUDE
from kzcorpus.formats.tei.foreign.recognition import identity
from kzcorpus.formats.tei.parsing import parse, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.losses import Losses
    from kzcorpus.formats.tei.limits import Options

_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:[\t\n\r ]++|<\?.*?\?>|<!--.*?-->)*+<([^\s/>!?]{1,1000})", re.DOTALL)
_BEGINNING = 1 << 16
_DEEPEST = 20
_MOST = 20_000


def _inside(folder: Path, base: Path, href: str, line: int | None) -> Path:
    """Return the file that a reference means; raises ``DecodeError`` where it does not lie in the folder."""
    try:
        parts = urlsplit(href)
        is_local = not parts.scheme and not parts.netloc and parts.path and not Path(unquote(parts.path)).is_absolute()
        target = Path(os.path.realpath(base / unquote(parts.path))) if is_local else None
    except ValueError:  # a null byte, or half an address
        target = None
    if target is None or not target.is_relative_to(folder):
        raise refusal("include", f"found the reference {href[:200]!r}, expected a file in the folder of the document", line=line)
    return target


def _element(root: _Element, pointer: str | None) -> _Element | None:
    """Return the element that an ``xpointer`` names, the root where there is none."""
    if pointer is None:
        return root
    return next((one for one in root.iter() if identity(one) == pointer), None)


def _joined(base: str, address: str) -> str:
    """Return an address as it is meant from a base; unlike ``urljoin`` one that leads out of where it begins stays so."""
    try:
        start, meant = urlsplit(base), urlsplit(address)
    except ValueError:  # half an address, which no file has
        return f"{base}{address}"
    if start.scheme or start.netloc or meant.scheme or meant.netloc or meant.path.startswith("/"):
        return urljoin(base, address)
    return f"{start.path.rpartition('/')[0]}/{address}" if "/" in start.path else address


def _address(reference: _Element, top: _Element | None) -> str:
    """Return the address that a reference means, as ``xml:base`` around it says, up to the top of the document it was written in."""
    address = reference.get("href") or ""
    for around in (reference, *reference.iterancestors()):
        address = _joined(around.get(_BASE, ""), address)
        if around is top:
            break
    return address


def included(reference: _Element, folder: str | os.PathLike[str], options: Options, losses: Losses) -> _Element:
    """Return what a reference of a document in this folder includes, and what that includes in turn; raises what ``include`` raises."""
    copied = copy(reference)
    copied.set("href", _address(reference, None))
    copied.attrib.pop(_BASE, None)
    return include(copied, folder, options, losses)


def root_name(reference: _Element, folder: str | os.PathLike[str]) -> str | None:
    """Return the local name of the root of the file that a reference means; None where that cannot be told from its beginning."""
    if not reference.get("href") or reference.get("parse", "xml") != "xml" or reference.get("xpointer") is not None:
        return None
    home = Path(os.path.realpath(folder))
    try:
        with _inside(home, home, _address(reference, None), None).open("rb") as file:
            found = _ROOT.match(file.read(_BEGINNING))
    except (OSError, DecodeError):
        return None
    return found[1].rpartition(b":")[2].decode(errors="replace") if found else None


def include(
    root: _Element, folder: str | os.PathLike[str], options: Options, losses: Losses, passed: Callable[[_Element], bool] = lambda _: False
) -> _Element:
    """Return the document with the files that it includes in the place of the references to them, but for those that are ``passed``.

    Raises ``DecodeError`` where a file is missing, lies elsewhere, is no XML, or includes itself; the error names the reference's line.
    """
    home = Path(os.path.realpath(folder))
    pending: list[tuple[_Element, Path, tuple[Path, ...]]] = [(root, home, ())]
    number = size = 0
    while pending:
        tree, base, trail = pending.pop()
        for reference in [one for one in tree.iter(INCLUDE) if not passed(one)]:
            href, line = _address(reference, tree), reference.sourceline
            if not reference.get("href") or reference.get("parse", "xml") != "xml":
                losses.note(":include", reference, "a reference to what is no XML, or to nothing; it is not followed")
                continue
            target = _inside(home, base, href, line)
            number += 1
            if target in trail or len(trail) >= _DEEPEST or number > _MOST:
                raise refusal(
                    "include", f"found {href[:200]!r} included without end, expected no circle, and at most {_MOST:,} files", line=line
                )
            found, read = _parsed(target, href, line, options)
            size += read
            if size > options.size:
                raise refusal("limit", f"found more than {options.size:,} bytes in included files, expected fewer", line=line)
            pending.append((found, target.parent, (*trail, target)))
            root = _replace(root, reference, found, losses)
    return root


def _parsed(target: Path, href: str, line: int | None, options: Options) -> tuple[_Element, int]:
    """Return the root of a file and its size; what is wrong with it is told of the file, its line with it."""
    try:
        if not target.is_file():
            raise FileNotFoundError
        if target.stat().st_size > options.size:
            raise refusal("limit", f"found the file {href[:200]!r} larger than {options.size:,} bytes, expected a smaller one", line=line)
        content = target.read_bytes()
    except OSError as error:
        raise refusal("include", f"found the reference {href[:200]!r}, expected a file that can be read", line=line) from error
    try:
        return parse(content, options)[0], len(content)
    except DecodeError as error:
        told = tuple(attrs.evolve(finding, message=f"in the included file {href[:200]!r}: {finding.message}") for finding in error.findings)
        raise DecodeError(told) from None


def _replace(root: _Element, reference: _Element, included: _Element, losses: Losses) -> _Element:
    """Put an element in the place of a reference, and return the root of the document."""
    element = _element(included, reference.get("xpointer"))
    if element is None:
        losses.note(":include/@xpointer", reference, "a pointer that is no id in the file; nothing is included")
        return root
    element.tail = reference.tail
    parent = reference.getparent()
    if parent is None:
        return element
    parent.replace(reference, element)
    return root
