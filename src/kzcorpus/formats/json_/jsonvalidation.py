"""What is wrong with a JSON document, or worth knowing, as findings rather than as an exception."""

from __future__ import annotations

import importlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kzcorpus.errors import DecodeError, MissingExtraError, ReadError, shorten
from kzcorpus.formats.json_ import jsonfile, jsonlines
from kzcorpus.formats.json_.jsonpaths import written
from kzcorpus.formats.json_.jsonsyntax import decoded, fault, parsed
from kzcorpus.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.formats.json_.jsonshape import Plain

_MESSAGE_LIMIT = 300
_EDITED = "found another digest than that of the corpus as it stands: it was edited, or laid out anew, after it was written"


def _own(text: str) -> Iterator[Finding]:
    """Yield what the reader refuses; where it refuses nothing, whether the digest still vouches for the document."""
    try:
        jsonfile.loads(text)
    except DecodeError as error:
        yield from error.findings
        return
    if not jsonfile.vouched(text):
        yield Finding("json.digest", "info", _EDITED, path="$.digest", hint="dump it again for one that fits")


def _foreign(text: str, schema: str | os.PathLike[str]) -> Iterator[Finding]:
    """Yield what another JSON Schema than ours refuses."""
    try:
        jsonschema = importlib.import_module("jsonschema")
    except ImportError:
        raise MissingExtraError("validate", "validation against a JSON Schema") from None
    try:
        rules: Plain = json.loads(Path(schema).read_bytes())
        jsonschema.Draft202012Validator.check_schema(rules)
    except (OSError, ValueError, jsonschema.SchemaError) as error:
        raise ReadError(os.fspath(schema), f"found no JSON Schema: {shorten(str(error), _MESSAGE_LIMIT)}") from error
    for refusal in jsonschema.Draft202012Validator(rules).iter_errors(parsed(text)):
        yield fault("schema", shorten(refusal.message, _MESSAGE_LIMIT), path=written(refusal.absolute_path))


def validates(document: str | bytes, *, schema: str | os.PathLike[str] | None = None) -> tuple[Finding, ...]:
    """Return everything that is wrong with a JSON document, each with its path, and whether it was edited since ``dumps`` wrote it.

    ``schema`` is a file with a JSON Schema (2020-12) to hold it against as well, which needs the extra ``validate``; without it raises
    ``MissingExtraError``.

    >>> [finding.path for finding in validates('{"schema_version": 1, "corpus": {"id": 7}}')]
    ['$.corpus.id']
    """
    try:
        text = document if isinstance(document, str) else decoded(document)
        own = tuple(_own(text))
        return own if schema is None or any(finding.path is None for finding in own) else (*own, *_foreign(text, schema))
    except DecodeError as error:
        return error.findings


def validates_lines(document: str | bytes) -> tuple[Finding, ...]:
    """Return everything that is wrong with lines of JSON, each with its line and its path there.

    >>> validates_lines('{"schema_version": 1, "corpus": {"id": "c"}}')
    ()
    """
    try:
        jsonlines.loads(document)
    except DecodeError as error:
        return error.findings
    return ()
