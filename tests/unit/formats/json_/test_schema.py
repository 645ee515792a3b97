import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]

import kzcorpus
from kzcorpus.formats.json_.schema import json_schema

GOLDEN = Path(__file__).parents[3] / "golden"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_the_schema_is_public() -> None:
    assert kzcorpus.json_schema() == json_schema()


def test_every_class_is_closed_and_described() -> None:
    definitions = json_schema()["$defs"]
    assert set(definitions) > {"Article", "Corpus", "Made", "Span", "Voice", "When"}
    for name, definition in definitions.items():
        assert definition["title"] == name
        assert definition["description"].endswith(".")
        assert definition["type"] == "array" or definition["additionalProperties"] is False


def test_what_an_object_must_have_is_required() -> None:
    definitions = json_schema()["$defs"]
    assert definitions["Article"]["required"] == ["id", "text"]
    assert definitions["Finding"]["required"] == ["code", "severity", "message"]
    assert "required" not in definitions["Voice"]


def test_the_golden_document_is_valid() -> None:
    jsonschema.validate(json.loads((GOLDEN / "every_field.json").read_bytes()), json_schema())
