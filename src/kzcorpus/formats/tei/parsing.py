"""Bytes to a tree, safely: no document type, no entity, no file, no network, no repair.

A DOCTYPE is refused before anything is parsed, since entities in attributes are replaced whatever the parser is told. The size is checked
first, so that the limits of libxml2 which are lower can be lifted; its limit of depth, 2,048 elements, stays. The other limits are looked at
only where the bytes leave it open whether they are kept: every tag begins with ``<``, which no text and no attribute holds.
"""

from __future__ import annotations

import codecs
import re
from typing import cast

import attrs
from lxml import etree

from kzcorpus.errors import DecodeError
from kzcorpus.formats.tei.vocabulary import NAMESPACE, PROFILE, tag
from kzcorpus.model.findings import Finding

_BEFORE_ROOT = re.compile(rb"(?:[\t\n\r ]++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_DECLARED = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_READABLE = ("utf-8", "utf8", "us-ascii", "ascii")
_POSITION = re.compile(r", line [0-9]+, column ([0-9]+)\Z")  # libxml2 appends it, counted from where it began to read
_LONGEST = 300


_LISTS = f"parent::*[@type='register'][namespace-uri() = '{NAMESPACE}'][local-name() = 'standOff']"


@attrs.frozen
class Options:
    """Limits that writing and reading share; what is beyond them is neither written nor read.

    ``size`` is that of a document in bytes; ``children`` how many elements one may hold, those that hold articles and the lists of the
    registers aside; ``text`` and ``attribute`` are the longest string between two tags and in an attribute, in code points. Elements nest
    2,048 deep at most, as libxml2 has it; those that kzcorpus writes less than 60.
    """

    size: int = 2_000_000_000
    children: int = 100_000
    text: int = 10_000_000
    attribute: int = 100_000


def refusal(code: str, message: str, *, line: int | None = None, hint: str | None = None) -> DecodeError:
    """Return the error of a document that cannot be read at all."""
    return DecodeError((Finding(f"tei.{code}", "error", message, line=line, hint=hint),))


def _utf_8(document: bytes | str) -> bytes:
    """Return the document in UTF-8, whatever its declaration says then."""
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
                return document[len(mark) :].decode(encoding).encode()
            except UnicodeDecodeError as error:
                raise refusal("encoding", f"found bytes that are no {encoding.upper()} ({error.reason}), expected UTF-8") from None
    declared = _DECLARED.match(document.removeprefix(codecs.BOM_UTF8))
    if declared and declared[1].decode().lower() not in _READABLE:
        raise refusal("encoding", f"found the encoding {declared[1].decode()[:40]}, expected UTF-8", line=1)
    return document


def _refuse_doctype(document: bytes) -> None:
    if b"<!DOCTYPE" not in document:
        return
    before = _BEFORE_ROOT.match(document, len(codecs.BOM_UTF8) if document.startswith(codecs.BOM_UTF8) else 0)
    position = before.end() if before else 0
    if document.startswith(b"<!DOCTYPE", position):
        line = document.count(b"\n", 0, position) + 1
        hint = "take it out: a document of kzcorpus needs no entities, and has none"
        raise refusal("doctype", "found a DOCTYPE, expected none", line=line, hint=hint)


def may_exceed(document: bytes, options: Options) -> bool:
    """Tell whether a document could be beyond a limit: whether it has many tags, a long stretch without any, or CDATA."""
    if document.count(b"<") > options.children or b"<![CDATA[" in document:
        return True
    step = max(1, min(options.text, options.attribute) // 2)
    return any(document.rfind(b"<", start, start + step) < 0 for start in range(0, len(document) - step, step))


def exceeding(root: etree._Element, options: Options) -> tuple[etree._Element, str] | None:
    """Return an element that is beyond a limit, and what is wrong with it."""
    sought = {
        f"descendant-or-self::*[count(*) > {options.children}][not(self::tei:teiCorpus)][not({_LISTS})]": (
            f"an element with more than {options.children:,} children"
        ),
        f"descendant-or-self::*[@*[string-length(.) > {options.attribute}]]": f"an attribute of more than {options.attribute:,} code points",
        f"descendant-or-self::*[text()[string-length(.) > {options.text}]]": f"a text of more than {options.text:,} code points",
    }
    for path, words in sought.items():
        found = root.xpath(f"({path})[1]", namespaces={"tei": NAMESPACE})
        if isinstance(found, list) and found:
            return cast("etree._Element", found[0]), f"found {words}, expected fewer"
    return None


def tree(document: bytes) -> etree._Element:
    """Return the root of a document in UTF-8, comments and processing instructions left out; raises ``XMLSyntaxError``."""
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,  # or libxml2 stops at an id that repeats, and keeps the ids of every document it has seen
    )
    return etree.fromstring(document, parser)


def parse(document: bytes | str, options: Options) -> tuple[etree._Element, bytes]:
    """Return the root of a document without comments and processing instructions, and its bytes in UTF-8; raises ``DecodeError``."""
    if len(document) > options.size:
        raise refusal("limit", f"found a document of {len(document):,} bytes, expected at most {options.size:,}")
    raw = _utf_8(document)
    _refuse_doctype(raw)
    try:
        root = tree(raw)
    except etree.XMLSyntaxError as error:
        reason = _POSITION.sub(r" at column \1", " ".join((error.msg or "").split()))[:_LONGEST]
        raise refusal("xml", f"found XML that is not well-formed: {reason}", line=error.lineno or 1) from None
    if may_exceed(raw, options) and (found := exceeding(root, options)):
        raise refusal("limit", found[1], line=found[0].sourceline, hint="raise the limit, or take the document apart")
    return root, raw


def recognize(root: etree._Element) -> str:
    """Return the definition of the profile that a document is to fit; raises ``DecodeError`` where kzcorpus did not write it."""
    reference = root.find(f"{tag('teiHeader')}/{tag('encodingDesc')}/{tag('schemaRef')}")
    name = etree.QName(root).localname
    if (
        root.tag not in (tag("teiCorpus"), tag("TEI"))
        or reference is None
        or not reference.get("url", "").startswith("urn:kzcorpus:profile:")
    ):
        message = f"found the root {name} without the schemaRef of kzcorpus, expected a document that kzcorpus wrote"
        raise refusal("foreign", message, line=root.sourceline, hint="TEI that others wrote cannot be read yet")
    if reference.get("key") != PROFILE:
        message = f"found the profile {reference.get('key', '')[:60]}, expected {PROFILE}"
        raise refusal("version", message, line=reference.sourceline, hint="a later kzcorpus may read it")
    return "teiCorpus" if root.tag == tag("teiCorpus") else "emptyCorpus"
