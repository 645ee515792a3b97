import math

import pytest

from kzcorpus import Finding, Loss, Match, ModelError


def test_a_finding_reads_as_where_what_and_hint() -> None:
    assert str(Finding("date.garbled", message="“22/10 – 40” is no date")) == "“22/10 – 40” is no date"
    found = Finding(
        "json.type", "error", "found 7, expected str", "a1", path="$.articles[0].id", line=12, hint="put quotation marks around it"
    )
    assert str(found) == "line 12 $.articles[0].id a1: found 7, expected str (put quotation marks around it)"


def test_a_finding_needs_a_code_and_is_a_warning_unless_said_otherwise() -> None:
    assert Finding("x").severity == "warning"
    with pytest.raises(ModelError, match=r"Finding\.severity: found str 'fatal', expected info \| warning \| error"):
        Finding("x", "fatal")  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"Finding\.line: found bool True, expected int"):
        Finding("x", line=True)


def test_a_loss_counts() -> None:
    assert Loss("stances", 3, "CSV has no place for them").count == 3
    with pytest.raises(ModelError, match=r"Loss\.count: found float 3.0, expected int"):
        Loss("stances", 3.0, "")  # type: ignore[arg-type]


def test_a_score_is_a_finite_number_of_any_size() -> None:
    assert type(Match("p", "Tokayev", 1, "exact").score) is float
    for score in (math.nan, math.inf):
        with pytest.raises(ModelError, match=r"Match\.score: found float .*, expected a finite float"):
            Match("p", "Tokayev", score, "")
