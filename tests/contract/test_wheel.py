"""What an installation holds: the command, the entry points, the data files. CI builds the wheel and tries it in a fresh environment."""

import importlib.metadata
from importlib.resources import files

import pytest

import kzcorpus
from kzcorpus.seeds import seed_paths


def distribution() -> importlib.metadata.Distribution:
    try:
        return importlib.metadata.distribution("kzcorpus")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("kzcorpus is not installed, only on the path")


def test_the_version_is_that_of_the_package() -> None:
    assert distribution().version == kzcorpus.__version__


def test_the_command_is_there() -> None:
    [script] = distribution().entry_points.select(group="console_scripts")
    assert script.name == "kzcorpus"
    assert script.load() is importlib.import_module("kzcorpus.cli").main


def test_hypothesis_finds_the_strategies() -> None:
    [entry] = distribution().entry_points.select(group="hypothesis")
    assert entry.load() is not None


def test_the_spacy_extractor_is_installed_under_its_name() -> None:
    [entry] = distribution().entry_points.select(group="kzcorpus.extractors")
    assert (entry.name, entry.load()) == ("spacy", importlib.import_module("kzcorpus.plugins.spacy_").SpacyExtractor)


def test_every_console_script_and_extra_is_declared() -> None:
    extras = distribution().metadata.get_all("Provides-Extra") or []
    assert {"spacy", "strategies", "validate", "test"} <= set(extras)


@pytest.mark.parametrize("pattern", ["py.typed", "read/lexicon/*.toml", "authority/records/*.toml", "analysis/*.toml", "formats/tei/*.rng"])
def test_data_files_are_beside_the_modules(pattern: str) -> None:
    folder = files("kzcorpus")
    *parents, name = pattern.split("/")
    for parent in parents:
        folder = folder / parent
    suffix = name.lstrip("*")
    assert [found for found in folder.iterdir() if found.name.endswith(suffix)]


def test_the_seed_texts_are_there() -> None:
    assert len(seed_paths()) == 5
