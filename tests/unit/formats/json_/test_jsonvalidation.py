import json
import sys
from pathlib import Path
from typing import Any

import pytest

from kzcorpus.errors import MissingExtraError, ReadError
from kzcorpus.formats.json_.jsonvalidation import validates, validates_lines

GOLDEN = Path(__file__).parents[3] / "golden"
EVERY_FIELD = (GOLDEN / "every_field.json").read_text(encoding="utf-8")
LINES = (GOLDEN / "every_field.jsonl").read_text(encoding="utf-8")


@pytest.fixture
def schema(tmp_path: Path) -> Any:
    path = tmp_path / "schema.json"
    path.write_text(json.dumps({"properties": {"corpus": {"properties": {"title": {"maxLength": 3}}}}}))
    return path


def test_what_was_dumped_is_sound() -> None:
    assert validates(EVERY_FIELD) == validates(EVERY_FIELD.encode()) == validates_lines(LINES) == ()


def test_an_edit_by_hand_is_worth_knowing_and_no_error() -> None:
    (finding,) = validates(EVERY_FIELD.replace("Every field, once", "Every field, twice"))
    assert (finding.code, finding.severity, finding.path) == ("json.digest", "info", "$.digest")


def test_every_fault_is_reported() -> None:
    found = validates(EVERY_FIELD.replace('"mode": "direct"', '"mode": 7').replace('"kind": "same"', ""))
    assert [finding.path for finding in found] == ["$.corpus.articles[0].statements[0].mode"]
    assert validates(b"\xff")[0].code == "json.encoding"
    assert validates_lines("[]")[0].code == "json.header"


def test_another_schema_is_asked_too(schema: Path) -> None:
    (finding,) = validates(EVERY_FIELD, schema=schema)
    assert (finding.code, finding.path) == ("json.schema", "$.corpus.title")


def test_another_schema_is_not_asked_about_what_is_no_json(schema: Path) -> None:
    assert [finding.code for finding in validates("[", schema=schema)] == ["json.syntax"]


@pytest.mark.parametrize("content", ["[", '{"type": 7}', None])
def test_a_schema_that_is_none_is_an_error_of_its_own(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "schema.json"
    if content:
        path.write_text(content)
    with pytest.raises(ReadError, match="found no JSON Schema"):
        validates(EVERY_FIELD, schema=path)


def test_without_the_library_the_error_says_what_to_install(schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'kzcorpus\[validate\]'"):
        validates(EVERY_FIELD, schema=schema)
