"""Bytes to a tree, safely: no document type, no entity, no file, no network, no repair.

A DOCTYPE is refused before anything is parsed, since entities in attributes are replaced whatever the parser is told. The size is checked
first, the other limits as early as can be (``kzcorpus.formats.tei.limits``).
"""

from __future__ import annotations

import codecs
import re

from lxml import etree

from kzcorpus.errors import DecodeError
from kzcorpus.formats.tei.limits import BeyondError, Options, tree
from kzcorpus.formats.tei.migrations import STEPS, migrate
from kzcorpus.formats.tei.vocabulary import PROFILE, tag
from kzcorpus.model.findings import Finding

_BEFORE_ROOT = re.compile(rb"(?:[\t\n\r ]++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_DECLARED = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_ASCII = ("us-ascii", "ascii")
_READABLE = ("utf-8", "utf8", *_ASCII)
_POSITION = re.compile(r", line [0-9]+, column ([0-9]+)\Z")  # libxml2 appends it, counted from where it began to read
_LONGEST = 300
_HINTS = {
    "Entity '": "write the character itself, or its number, such as &#160;: names of entities are declared in a DOCTYPE, which is not read",
    "Invalid bytes": "save the document as UTF-8",
    "Start tag expected": "this is no XML",
}


def refusal(code: str, message: str, *, line: int | None = None, hint: str | None = None) -> DecodeError:
    """Return the error of a document that cannot be read at all."""
    return DecodeError((Finding(f"tei.{code}", "error", message, line=line, hint=hint),))


def _declared(document: bytes) -> str | None:
    """Return the encoding that a document names, in small letters."""
    found = _DECLARED.match(document.removeprefix(codecs.BOM_UTF8))
    return found[1].decode().lower() if found else None


def _otherwise_encoded(found: str, expected: str) -> DecodeError:
    return refusal("encoding", f"found the encoding {found[:40]}, expected {expected}", line=1)


def _utf_8(document: bytes | str) -> bytes:
    """Return the document in UTF-8; the declaration of bytes must be right (XML 1.0, section 4.3.3)."""
    if isinstance(document, str):
        try:
            return document.encode()
        except UnicodeEncodeError as error:
            line = document.count("\n", 0, error.start) + 1
            raise refusal(
                "encoding", f"found the surrogate U+{ord(document[error.start]):04X}, expected Unicode scalar values", line=line
            ) from None
    if document.startswith(_UTF_32):
        raise refusal("encoding", "found the byte-order mark of UTF-32, expected UTF-8", line=1)
    for mark, encoding in _UTF_16.items():
        if document.startswith(mark):
            try:
                raw = document[len(mark) :].decode(encoding).encode()
            except UnicodeDecodeError as error:
                line = document[len(mark) :][: error.start].decode(encoding).count("\n") + 1
                message = f"found bytes that are no {encoding.upper()} ({error.reason}), expected UTF-8"
                raise refusal("encoding", message, line=line) from None
            if (declared := _declared(raw)) and not declared.startswith("utf-16"):
                raise _otherwise_encoded(declared, "UTF-16, as the bytes are")
            return raw
    declared = _declared(document)
    if declared and (declared not in _READABLE or (declared in _ASCII and not document.isascii())):
        raise _otherwise_encoded(declared, "UTF-8")
    return document


def _refuse_doctype(document: bytes) -> None:
    if b"<!DOCTYPE" not in document:
        return
    before = _BEFORE_ROOT.match(document, len(codecs.BOM_UTF8) if document.startswith(codecs.BOM_UTF8) else 0)
    position = before.end() if before else 0
    if document.startswith(b"<!DOCTYPE", position):
        line = document.count(b"\n", 0, position) + 1
        hint = "take it out, and write characters for entities: none is replaced, and nothing is fetched"
        raise refusal("doctype", "found a DOCTYPE, expected none", line=line, hint=hint)


def parse(document: bytes | str, options: Options) -> tuple[etree._Element, bytes]:
    """Return the root of a document without comments and processing instructions, and its bytes in UTF-8; raises ``DecodeError``."""
    if len(document) > options.size:
        raise refusal("limit", f"found a document of {len(document):,} bytes, expected at most {options.size:,}")
    raw = _utf_8(document)
    _refuse_doctype(raw)
    try:
        return tree(raw, options), raw
    except BeyondError as error:
        raise refusal("limit", error.message, line=error.line, hint="raise the limit, or take the document apart") from None
    except etree.XPathError:  # libxml2 lists ten million elements at most
        raise refusal("limit", "found more elements than can be looked over, expected fewer", hint="take the document apart") from None
    except etree.XMLSyntaxError as error:
        reason = _POSITION.sub(r" at column \1", " ".join((error.msg or "").split()))[:_LONGEST]
        hint = next((hint for part, hint in _HINTS.items() if part in reason), None)
        raise refusal("xml", f"found XML that is not well-formed: {reason}", line=error.lineno or 1, hint=hint) from None


def recognize(root: etree._Element) -> tuple[str, str]:
    """Return the definition of the profile that a document is to fit, and the profile it was written in.

    A document of an earlier profile is brought to this one. Raises ``DecodeError`` where kzcorpus did not write it.
    """
    reference = root.find(f"{tag('teiHeader')}/{tag('encodingDesc')}/{tag('schemaRef')}")
    name = etree.QName(root).localname
    if (
        root.tag not in (tag("teiCorpus"), tag("TEI"))
        or reference is None
        or not reference.get("url", "").startswith("urn:kzcorpus:profile:")
    ):
        message = f"found the root {name} without the schemaRef of kzcorpus, expected a document that kzcorpus wrote"
        raise refusal("foreign", message, line=root.sourceline, hint="TEI that others wrote is read by kzcorpus.load")
    written_in = reference.get("key", "")
    if written_in != PROFILE and written_in not in STEPS:
        message = f"found the profile {written_in[:60]}, expected {PROFILE}"
        raise refusal("version", message, line=reference.sourceline, hint="a later kzcorpus may read it")
    migrate(root, written_in)
    return "teiCorpus" if root.tag == tag("teiCorpus") else "emptyCorpus", written_in
