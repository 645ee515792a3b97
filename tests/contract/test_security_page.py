"""The limits that SECURITY.md names are those of the code."""

import re
from pathlib import Path

import attrs

from kzcorpus.formats.json_.converter import MOST_FAULTS
from kzcorpus.formats.json_.limits import Options as JsonOptions
from kzcorpus.formats.tei.limits import Options as TeiOptions

PAGE = (Path(__file__).parents[2] / "SECURITY.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([\w.]+)` \| ([0-9,]+) \|", PAGE, re.MULTILINE)


def test_every_option_stands_there_with_its_default() -> None:
    wanted = [
        (f"{options.__module__}.Options.{field.name}", field.default)
        for options in (JsonOptions, TeiOptions)
        for field in attrs.fields(options)
    ]
    assert len(ROWS) == len(wanted)
    for (name, value), (full, default) in zip(ROWS, wanted, strict=True):
        assert full.endswith(name)
        assert value == f"{default:,}"


def test_so_do_the_limits_that_cannot_be_changed() -> None:
    assert f"{MOST_FAULTS:,} in one array of JSON" in PAGE
