"""Limits of documents: the writer keeps the ones that the reader finds passed, to the byte."""

from bisect import bisect_left
from pathlib import Path
from typing import Any

import attrs
import pytest

from kzcorpus.errors import DecodeError, EncodeError
from kzcorpus.formats.json_ import jsonfile
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.reader import loads
from kzcorpus.formats.tei.writer import dumps

CORPUS = jsonfile.loads((Path(__file__).parents[3] / "golden" / "every_field.json").read_bytes())
DOCUMENT = dumps(CORPUS)
LIMITS = [field.name for field in attrs.fields(Options)]


def writes(**limit: Any) -> bool:
    try:
        dumps(CORPUS, options=Options(**limit))
    except EncodeError:
        return False
    return True


def least(name: str) -> int:
    """Return the least value of a limit with which the corpus is written."""
    return bisect_left(range(len(DOCUMENT) + 2), True, key=lambda value: writes(**{name: value}))  # noqa: FBT003 -- what is looked for


@pytest.mark.parametrize("name", LIMITS)
def test_the_writer_keeps_what_the_reader_finds_passed(name: str) -> None:
    value = least(name)
    assert 0 < value <= len(DOCUMENT)
    assert loads(DOCUMENT, options=Options(**{name: value})) == CORPUS
    with pytest.raises(DecodeError) as caught:
        loads(DOCUMENT, options=Options(**{name: value - 1}))
    assert [finding.code for finding in caught.value.findings] == ["tei.limit"]
    assert f"{value - 1:,}" in str(caught.value)


def test_the_size_is_that_of_the_document() -> None:
    assert least("size") == len(DOCUMENT)
