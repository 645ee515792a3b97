import os
import sys
import tomllib
import zipfile
from importlib.resources import files
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from kzcorpus.authority.tables import _Compiled, tables

PACKAGED = sorted(path for path in Path(str(files("kzcorpus"))).rglob("*.toml"))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "cache"


def written(path: Path, text: str, seconds: int) -> Path:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (seconds, seconds))
    return path


@pytest.mark.parametrize("path", PACKAGED, ids=lambda path: path.stem)
def test_a_packaged_file_means_what_its_toml_does(path: Path, cache: Path) -> None:
    expected = tomllib.loads(path.read_text(encoding="utf-8"))
    assert tables(path) == expected
    assert Path(cache_from_source(str(path))).is_relative_to(cache)
    assert tables(path) == expected, "the second time it is read as compiled"


def test_what_is_compiled_is_kept_until_the_file_changes(tmp_path: Path, cache: Path) -> None:
    path = written(tmp_path / "words.toml", 'a = "Алматы"\n[b]\nc = [1, 2.5, true]', 1_000_000)
    assert tables(path) == {"a": "Алматы", "b": {"c": [1, 2.5, True]}}
    assert list(cache.rglob("words.*.pyc"))
    assert tables(written(path, 'a = "Астана"', 2_000_000)) == {"a": "Астана"}


def test_what_an_earlier_version_kept_without_packing_it_is_read(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "words.toml", "a = [1]", 1_000_000)
    with monkeypatch.context() as earlier:
        earlier.setattr(_Compiled, "source_to_code", lambda _, data, name, **__: compile(repr(tomllib.loads(data.decode())), name, "eval"))
        assert tables(path) == {"a": [1]}
    assert list(cache.rglob("words.*.pyc"))
    assert tables(path) == {"a": [1]}


def test_each_call_returns_a_document_of_its_own(tmp_path: Path, cache: Path) -> None:
    path = written(tmp_path / "words.toml", "a = [1]", 1_000_000)
    tables(path)["a"].append(2)
    assert tables(path) == {"a": [1]}
    assert cache.exists()


def test_a_file_in_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "package.zip", "w") as archive:
        archive.writestr("words.toml", "a = 1")
    assert tables(zipfile.Path(tmp_path / "package.zip", "words.toml")) == {"a": 1}
