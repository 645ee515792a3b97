"""Every malformed document of the folder, held against the table of what is to be said about it."""

import tomllib
from pathlib import Path

import pytest

from kzcorpus.errors import MESSAGE_LIMIT, DecodeError
from kzcorpus.formats.json_ import jsonfile

FOLDER = Path(__file__).parent / "json"
EXPECTED = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))


def test_the_table_holds_every_document() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in FOLDER.glob("*.json"))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_fault_is_reported_and_no_other(name: str) -> None:
    with pytest.raises(DecodeError) as caught:
        jsonfile.loads((FOLDER / name).read_bytes())
    found = [str(finding) for finding in caught.value.findings]
    assert len(found) == len(EXPECTED[name]), found
    for line, beginning in zip(found, EXPECTED[name], strict=True):
        assert line.startswith(beginning)
    assert {finding.severity for finding in caught.value.findings} == {"error"}
    assert len(str(caught.value)) <= MESSAGE_LIMIT
