"""Is a document right? Every finding with its line, its XPath and a hint; nothing for what is right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from kzcorpus.errors import DecodeError, ReadError
from kzcorpus.formats.tei.examination import check_references, examine, is_excessive
from kzcorpus.formats.tei.ledger import Ledger
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.parsing import parse, recognize
from kzcorpus.formats.tei.reader import trust
from kzcorpus.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from lxml.etree import _Element

_LONGEST = 300


def _schema_findings(root: _Element, schema: str | PathLike[str]) -> Iterator[Finding]:
    """Yield what a RELAX NG schema has against a document."""
    path = Path(schema)
    try:
        grammar = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
        compiled = etree.RelaxNG(grammar)
    except (OSError, etree.XMLSyntaxError, etree.RelaxNGParseError) as error:
        raise ReadError(str(path), f"no RELAX NG schema in XML syntax: {str(error)[:_LONGEST]}") from error
    if not compiled.validate(root):
        for entry in compiled.error_log:
            yield Finding("tei.schema", "error", entry.message[:_LONGEST], path=entry.path, line=entry.line)


def validates(document: bytes | str, *, schema: str | PathLike[str] | None = None, options: Options | None = None) -> tuple[Finding, ...]:
    """Return everything that is wrong with a TEI document; ``()`` where it is right.

    Well-formed; the profile, or in its place the RELAX NG ``schema`` of the caller (a path, XML syntax); ids and pointers; dates;
    offsets within the text; digest and length of each text; what the model holds together; inline markup as stand-off says. With a
    schema of the caller a document that kzcorpus did not write is held against it too, with its ids and pointers. Raises
    ``ReadError`` where the schema cannot be read.

    >>> validates(b"<TEI/>")[0].code
    'tei.foreign'
    """
    try:
        root, raw = parse(document, options or Options())
    except DecodeError as error:
        return error.findings
    if schema is None and trust(root, raw) is not None:
        return ()
    ledger = Ledger(patient=True)
    if is_excessive(root, ledger):
        return tuple(ledger.findings)
    findings = () if schema is None else tuple(_schema_findings(root, schema))
    try:
        start, _ = recognize(root)
    except DecodeError as error:
        if schema is None:
            return error.findings
        check_references(root, ledger)
        return (*findings, *ledger.in_order())
    examine(root, start, ledger, inline=True)
    ours = [finding for finding in ledger.in_order() if schema is None or finding.code != "tei.structure"]
    return (*findings, *ours)
