import datetime as dt

import pytest

from kzcorpus import ModelError, Span, When


def test_only_the_date_is_required() -> None:
    when = When(edtf="2022-10")
    assert (when.basis, when.span, when.anchor) == (None, None, None)
    assert repr(when) == "When(edtf='2022-10')"


def test_it_tells_the_days_it_can_mean() -> None:
    when = When("XXXX-10-14", "resolved", Span(4, 14), "2022-10-20")
    assert (when.earliest, when.latest) == (None, dt.date(9999, 10, 14))
    assert When("2022-10/..").latest is None
    assert When("2022-08?").latest == dt.date(2022, 8, 31)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"edtf": "22/10 – 40"}, "When.edtf"),
        ({"edtf": "2022", "anchor": "yesterday"}, "When.anchor"),
        ({"edtf": "2022", "basis": "guessed"}, "When.basis"),
        ({"edtf": "2022", "span": (0, 4)}, "When.span"),
        ({"edtf": dt.date(2022, 10, 14)}, "When.edtf"),
        ({"edtf": None}, "When.edtf"),
    ],
)
def test_what_is_no_date_is_refused(fields: dict[str, object], path: str) -> None:
    with pytest.raises(ModelError) as caught:
        When(**fields)  # type: ignore[arg-type]
    assert [fault.path for fault in caught.value.faults] == [path]


def test_one_precedes_the_other_or_nobody_knows() -> None:
    assert When("2021").precedes(When("2022-10")) is True
    assert When("2022-10").precedes(When("2021")) is False
    assert When("2022-10").precedes(When("2022")) is None
    assert When("2022-10-14").precedes(When("2022-10-14")) is False
