import pytest

from kzcorpus.documents.registry import FORMATS, format_named, format_of
from kzcorpus.errors import UnknownFormatError


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.json", "json"), ("a.JSON", "json"), ("a.tei.xml", "tei"), ("a.tei", "tei"), ("a.b/c.jsonl", "jsonl"), ("a.csv", "csv")],
)
def test_a_suffix_tells_the_format(path: str, name: str) -> None:
    assert format_of(path).name == name


def test_a_name_decides_against_the_suffix() -> None:
    assert format_of("a.txt", "json").name == "json"
    assert format_of("a.json", "xml").name == "tei"


@pytest.mark.parametrize("path", ["a", "a.", "a.txt", ".json", "a.json.gz", "json"])
def test_a_suffix_that_is_unknown_is_refused(path: str) -> None:
    with pytest.raises(UnknownFormatError, match=r"expected one of \.json \.jsonl \.xml \.tei \.csv, or format="):
        format_of(path)


@pytest.mark.parametrize("name", ["", "JSON", ".json", "yaml"])
def test_a_name_that_is_unknown_is_refused(name: str) -> None:
    with pytest.raises(UnknownFormatError, match="expected json, jsonl, tei, csv"):
        format_named(name)


def test_names_and_suffixes_are_unique() -> None:
    names = [name for each in FORMATS for name in (each.name, *each.suffixes)]
    assert len(set(names)) == len(names)
