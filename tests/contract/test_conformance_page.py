"""The conformance page names every field of every class that a corpus can hold, and none that does not exist."""

from __future__ import annotations

import re
import typing
from pathlib import Path

import attrs
import pytest

import kzcorpus as kz
from kzcorpus.model.values import field_types

PAGE = Path(__file__).parents[2] / "docs/formats/conformance.md"
ROW = re.compile(r"^\| `(\w+\.\w+)` \| (.+) \| (.+) \|$", re.MULTILINE)


def classes_within(kind: object) -> set[type]:
    if isinstance(kind, type) and attrs.has(kind):
        return {kind}
    return set().union(*map(classes_within, typing.get_args(kind)), set())


def reachable(cls: type) -> set[type]:
    seen: set[type] = set()
    waiting = {cls}
    while waiting:
        current = waiting.pop()
        seen.add(current)
        waiting |= set().union(*map(classes_within, field_types(current).values())) - seen
    return seen


@pytest.fixture(scope="module")
def rows() -> dict[str, tuple[str, str]]:
    return {field: (json, tei) for field, json, tei in ROW.findall(PAGE.read_text(encoding="utf-8"))}


def test_every_field_has_a_row_and_every_row_a_field(rows: dict[str, tuple[str, str]]) -> None:
    fields = {f"{cls.__name__}.{field.name}" for cls in reachable(kz.Corpus) for field in attrs.fields(cls)}
    assert set(rows) == fields


def test_no_row_is_empty(rows: dict[str, tuple[str, str]]) -> None:
    assert all(json.strip() and tei.strip() for json, tei in rows.values())
