"""The table of dates (tests/dates), written by hand before the code."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from kzcorpus import Article, Span
from kzcorpus.read.dating import dates, garbled_dates

Dated = Callable[..., Article]
TABLE = tomllib.loads((Path(__file__).parents[3] / "dates" / "english.toml").read_text(encoding="utf-8"))
ROWS = [row for part in ("days", "weekdays", "months", "relative", "years", "ranges", "quarters", "imprecise") for row in TABLE[part]]


def test_the_table_is_long() -> None:
    assert len(ROWS) >= 150


@pytest.mark.parametrize("row", ROWS, ids=" | ".join)
def test_phrases(dated: Dated, row: list[str]) -> None:
    text, published, phrase, literal, resolved = row
    said = {one.span.of(text): one.edtf for one in dates(text, Span(0, len(text)))}
    article = dated(text, published)
    meant = {one.span.of(text): one.when for one in article.mentions if one.type == "date"}
    assert article.findings == ()
    if not phrase:
        assert not said
        assert not meant
        return
    assert said[phrase] == (literal or None)
    when = meant[phrase]
    assert (when.edtf if when else "") == resolved
    if when is not None:
        assert (when.basis, when.anchor) == (("stated", None) if resolved == literal else ("resolved", published))
        assert when.span is not None
        assert when.span.of(text) == phrase


@pytest.mark.parametrize("text", TABLE["nothing"])
def test_no_dates(dated: Dated, text: str) -> None:
    article = dated(text, "2022-10-14")
    assert [one for one in article.mentions if one.type == "date"] == []
    assert article.findings == ()


@pytest.mark.parametrize(("text", "stretch"), TABLE["garbled"])
def test_garbled_dates(dated: Dated, text: str, stretch: str) -> None:
    assert [span.of(text) for span in garbled_dates(text, Span(0, len(text)))] == [stretch]
    for published in (None, "2022-10-14"):
        [finding] = dated(text, published).findings
        assert (finding.code, finding.severity, finding.spans[0].of(text)) == ("date-garbled", "warning", stretch)


@pytest.mark.parametrize(("text", "published", "stretch"), TABLE["unequal"])
def test_days_that_do_not_agree(dated: Dated, text: str, published: str, stretch: str) -> None:
    [finding] = dated(text, published or None).findings
    assert (finding.code, finding.severity, finding.spans[0].of(text)) == ("date-inconsistent", "warning", stretch)
