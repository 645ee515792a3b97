"""A document held against a RELAX NG schema of the caller's, which is made small for it first."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from kzcorpus.errors import ReadError
from kzcorpus.formats.tei.pruning import prune
from kzcorpus.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Ledger

_LONGEST, _MOST = 300, 1_000
_NAMELESS = "Expecting an element , got nothing"
_PREFIX = re.compile(r"/([^/:\[\]*]+):")
_HINT = "the schema says what may stand where"
_BARE = "the document has no namespace; a schema of TEI P5 expects http://www.tei-c.org/ns/1.0"
_OLD = "the document is of TEI P4; hold it against a schema of P4"


def _compiled(path: Path, root: _Element) -> etree.RelaxNG:
    """Return a schema, made small for a document; one that is in several files stays as it is."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    grammar = etree.parse(path, parser)
    prune(grammar.getroot(), root)
    return etree.RelaxNG(grammar)


def _place(root: _Element, path: str | None, ledger: Ledger) -> str | None:
    """Return the XPath of an element with its names, from the one that libxml2 gives, which has none but those with a prefix."""
    prefixes = set(_PREFIX.findall(path or ""))
    named = (one for one in root.iter(etree.Element) if one.prefix in prefixes) if prefixes else ()
    names = {str(one.prefix): str(etree.QName(one).namespace) for one in named}
    try:
        found = root.xpath(path, namespaces=names) if path else None
    except etree.XPathError:  # a prefix that stands for nothing
        found = None
    return ledger.xpath(found[0]) if isinstance(found, list) and found and isinstance(found[0], etree._Element) else path  # noqa: SLF001 -- the type


def _message(message: str) -> str:
    return "found the end of the element, expected another element in it" if message == _NAMELESS else message[:_LONGEST]


def schema_findings(root: _Element, schema: str | PathLike[str], ledger: Ledger) -> Iterator[Finding]:
    """Yield what a RELAX NG schema (a path, XML syntax) has against a document, with line and XPath.

    Raises ``ReadError`` where the schema cannot be read.
    """
    path = Path(schema)
    try:
        compiled = _compiled(path, root)
    except (OSError, etree.XMLSyntaxError, etree.RelaxNGParseError) as error:
        raise ReadError(str(path), f"no RELAX NG schema in XML syntax: {str(error)[:_LONGEST]}") from error
    name = str(root.tag)
    hint = _OLD if name in ("TEI.2", "teiCorpus.2") else _BARE if name in ("TEI", "teiCorpus") else _HINT
    if not compiled.validate(root):
        for entry in islice(compiled.error_log, _MOST):
            place = _place(root, entry.path, ledger)
            yield Finding("tei.schema", "error", _message(entry.message), path=place, line=entry.line, hint=hint)
