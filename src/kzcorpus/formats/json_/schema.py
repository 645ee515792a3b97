"""The JSON Schema of a document, generated from the annotations of the model (https://json-schema.org/draft/2020-12)."""

from __future__ import annotations

import inspect
import json
import typing
from typing import Any, TypeAlias

from kzcorpus.formats.json_.jsonreading import Document
from kzcorpus.formats.json_.jsonshape import (
    SCHEMA_VERSION,
    TEXT_DIGEST,
    Kind,
    is_closed,
    is_collection,
    is_object,
    is_row,
    is_ruled,
    is_union,
    keys,
    options,
    rule_of,
)
from kzcorpus.model.articles import Article
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import MAX_INT, Span

Schema: TypeAlias = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_RULES: dict[str, Schema] = {
    "text": {"type": "string"},
    "id": {"type": "string", "minLength": 1},
    "language": {"type": "string", "pattern": "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$"},
    "edtf": {"type": "string", "pattern": "^[-0-9XYTZ:+./?~%]+$"},
}
_SCALARS: dict[Kind, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": ~MAX_INT, "maximum": MAX_INT},
    float: {"type": "number"},
}
_OFFSET = {"type": "integer", "minimum": 0, "maximum": MAX_INT}

_MORE: dict[tuple[type, str], Schema] = {
    (Document, "schema_version"): {"const": SCHEMA_VERSION},
    (Document, "digest"): {**_SHA256, "description": "The sha256 of the corpus as it stands in the document; advisory."},
    (Made, "confidence"): {"type": "number", "minimum": 0, "maximum": 1},
}
"""What annotations do not say."""


def _paragraph(cls: type) -> str:
    """Return the first paragraph of a docstring as plain text."""
    text = inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0]
    return " ".join(text.replace("``", "").split())


def _kind(kind: Kind) -> Schema:  # noqa: PLR0911 -- one line for each sort of annotation
    if is_ruled(kind):
        return dict(_RULES[rule_of(kind).name])
    if is_closed(kind):
        return {"enum": list(typing.get_args(kind))}
    if is_union(kind):
        return {"anyOf": [_kind(option) for option in options(kind)]}
    if is_collection(kind):
        return {"type": "array", "items": _kind(typing.get_args(kind)[0])}
    if is_row(kind):
        parts = [_kind(part) for part in typing.get_args(kind)]
        return {"type": "array", "prefixItems": parts, "items": False, "minItems": len(parts)}
    if is_object(kind) or kind is Span:
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return dict(_SCALARS[kind])


def _span() -> Schema:
    description = "A half-open range of code points, [start, end], 0 <= start <= end."
    return {"title": "Span", "description": description, "type": "array", "prefixItems": [_OFFSET, _OFFSET], "items": False, "minItems": 2}


def _object(cls: type) -> Schema:
    properties: Schema = {}
    for key in keys(cls):
        properties[key.name] = _MORE.get((cls, key.name)) or _kind(key.kind)
        if cls is Article and key.name == "text":
            properties[TEXT_DIGEST] = {**_SHA256, "description": "The sha256 of the text in UTF-8."}
    schema = {"title": cls.__name__, "description": _paragraph(cls), "type": "object", "properties": properties}
    if required := [key.name for key in keys(cls) if key.required]:
        schema["required"] = required
    return {**schema, "additionalProperties": False}


def _classes(kind: Kind, seen: dict[str, type]) -> None:
    """Collect the classes that an annotation leads to, by name."""
    for option in options(kind):
        if is_collection(option):
            _classes(typing.get_args(option)[0], seen)
        elif is_object(option) and option.__name__ not in seen:
            seen[option.__name__] = option
            for key in keys(option):
                _classes(key.kind, seen)


def json_schema() -> Schema:
    """Return the JSON Schema (2020-12) of the documents that ``dump`` writes as JSON.

    It accepts every dump, and refuses what the reader refuses as far as a schema can say it: that references resolve, that spans lie in
    their text and that keys are given once are beyond it.

    >>> json_schema()["required"]
    ['schema_version', 'corpus']
    """
    classes: dict[str, type] = {}
    for key in keys(Document):
        _classes(key.kind, classes)
    definitions = {name: _object(cls) for name, cls in sorted(classes.items())}
    document = _object(Document)
    return {
        "$schema": _DIALECT,
        "$id": f"urn:kzcorpus:schema:{SCHEMA_VERSION}",
        **document,
        "title": "kzcorpus",
        "$defs": {**definitions, "Span": _span()},
    }


def dumps() -> str:
    """Write the schema as the file that is part of the package: two spaces to a level, a final newline."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
