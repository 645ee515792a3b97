"""The marks of the second hand are sound in form: they stand where they say, and name whom the bundled authority knows."""

import datetime as dt
import functools
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import kzcorpus as kz

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
STEMS = sorted(path.stem for path in SEEDS.glob("*.txt"))
PLAIN = {"line", "words", "nth", "type", "entity", "kind", "core"}
TYPES = {"person", "organization", "place", "group", "date", "event", "document"}
EDTF = re.compile(r"(\d{4}|XXXX)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def marks_of(stem: str) -> list[dict[str, Any]]:
    marks: list[dict[str, Any]] = tomllib.loads((HERE / f"{stem}.toml").read_text(encoding="utf-8"))["mention"]
    return marks


@functools.cache
def lines_of(stem: str) -> list[str]:
    return (SEEDS / f"{stem}.txt").read_bytes().decode("utf-8").split("\n")


@functools.cache
def known() -> dict[str, frozenset[str]]:
    authority = kz.load_authority()
    return {
        "person": frozenset(one.id for one in authority.actors),
        "organization": frozenset(one.id for one in authority.organizations),
        "place": frozenset(one.id for one in authority.places),
    }


def place_of(stem: str, mark: dict[str, Any]) -> tuple[int, int, int]:
    """Line, start and end: words are counted where no letter or digit touches them."""
    found = re.finditer(rf"(?<!\w){re.escape(mark['words'])}(?!\w)", lines_of(stem)[mark["line"] - 1])
    start, end = [hit.span() for hit in found][mark["nth"] - 1]
    return mark["line"], start, end


def is_edtf(value: str) -> bool:
    if not (hit := EDTF.fullmatch(value)):
        return False
    year, month, day = hit.groups()
    if day:  # a leap year stands in for an unknown one
        dt.date(2000 if year == "XXXX" else int(year), int(month), int(day))
    return True


def test_every_seed_is_marked_and_nothing_else() -> None:
    assert sorted(path.stem for path in HERE.glob("*.toml")) == STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_marks_stand_on_their_line_once_and_in_order(stem: str) -> None:
    for mark in marks_of(stem):
        assert mark["line"] >= 1, mark
        assert mark["nth"] >= 1, mark
    places = [place_of(stem, mark) for mark in marks_of(stem)]
    assert places == sorted(set(places), key=lambda at: (at[0], at[1], -at[2]))


@pytest.mark.parametrize("stem", STEMS)
def test_marks_nest_and_never_cross(stem: str) -> None:
    places = [place_of(stem, mark) for mark in marks_of(stem)]
    assert not [(a, b) for a in places for b in places if a[0] == b[0] and a[1] < b[1] < a[2] < b[2]]


@pytest.mark.parametrize("stem", STEMS)
def test_marks_have_the_fields_of_their_type(stem: str) -> None:
    for mark in marks_of(stem):
        assert mark["type"] in TYPES, mark
        assert isinstance(mark["core"], bool), mark
        if mark["type"] == "date":
            assert mark["kind"] == "date", mark
            assert mark["entity"] == "", mark
            assert mark.keys() - {"resolved"} == PLAIN | {"edtf"}, mark
        else:
            assert mark["kind"] in {"name", "nominal", "pronoun"}, mark
            assert mark.keys() - {"literal"} == PLAIN, mark


@pytest.mark.parametrize("stem", STEMS)
def test_dates_are_edtf_or_garbled_or_without_a_value(stem: str) -> None:
    for mark in marks_of(stem):
        if mark["type"] == "date":
            assert mark["edtf"] in {"", "garbled"} or is_edtf(mark["edtf"]), mark
            assert "resolved" not in mark or is_edtf(mark["resolved"]), mark


@pytest.mark.parametrize("stem", STEMS)
def test_entities_are_records_of_their_type_or_new(stem: str) -> None:
    for mark in marks_of(stem):
        entity = mark["entity"]
        if entity and not re.fullmatch(r"new:[a-z0-9]+(?:-[a-z0-9]+)*", entity):
            assert entity in known()[mark["type"]], mark
        if "literal" in mark:
            assert mark["literal"] in known()["place"], mark
