import json
from pathlib import Path

import pytest

from kzcorpus import json_schema
from kzcorpus.cli import main


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema()


def test_the_schema_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--out", str(tmp_path / "s.json")]) == 0
    assert capsys.readouterr() == ("", "")
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8")) == json_schema()


def test_a_folder_that_is_missing_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--out", str(tmp_path / "no" / "s.json")]) == 1
    errors = capsys.readouterr().err
    assert errors.startswith(f"kzcorpus: {tmp_path / 'no' / 's.json'}: ")
    assert errors.count("\n") == 1
