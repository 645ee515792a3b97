"""Is a document right? Every finding with its line, its XPath and a hint; nothing for what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.errors import DecodeError
from kzcorpus.formats.tei.examination import examine, is_excessive
from kzcorpus.formats.tei.foreign.checking import check
from kzcorpus.formats.tei.foreign.recognition import is_ours
from kzcorpus.formats.tei.ledger import Ledger
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.parsing import parse, recognize
from kzcorpus.formats.tei.reader import trust
from kzcorpus.formats.tei.schemas import schema_findings

if TYPE_CHECKING:
    from os import PathLike

    from kzcorpus.model.findings import Finding


def validates(document: bytes | str, *, schema: str | PathLike[str] | None = None, options: Options | None = None) -> tuple[Finding, ...]:
    """Return everything that is wrong with a TEI document; ``()`` where it is right.

    Well-formed; the profile, or in its place the RELAX NG ``schema`` of the caller (a path, XML syntax); ids and pointers; dates;
    offsets within the text; digest and length of each text; what the model holds together; inline markup as stand-off says. TEI that
    others wrote is held against the schema of the caller, and its ids, pointers, ranges, dates and languages are looked at. Raises
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
    findings = () if schema is None else tuple(schema_findings(root, schema, ledger))
    if not is_ours(root):
        others = check(root, ledger, has_schema=schema is not None)
        return (*findings, *ledger.in_order(), *others)
    try:
        start, _ = recognize(root)
    except DecodeError as error:
        return (*findings, *error.findings)
    examine(root, start, ledger, inline=True)
    ours = [finding for finding in ledger.in_order() if schema is None or finding.code != "tei.structure"]
    return (*findings, *ours)
