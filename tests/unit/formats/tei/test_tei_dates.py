from typing import Any

import pytest
from lxml import etree

from kzcorpus.formats.tei import dates
from kzcorpus.formats.tei.ledger import Ledger, Scope
from kzcorpus.formats.tei.vocabulary import NAMESPACE
from kzcorpus.model.dates import When
from kzcorpus.model.spans import Span


@pytest.mark.parametrize(
    ("edtf", "plain"),
    [
        ("2022", "2022"),
        ("2022-10", "2022-10"),
        ("2022-10-14", "2022-10-14"),
        ("2022-10-14T09:30:00", "2022-10-14T09:30:00"),
        ("2022-10-14T09:30:00Z", "2022-10-14T09:30:00Z"),
        ("2022-10-14T09:30:00+06:00", "2022-10-14T09:30:00+06:00"),
        ("2022-10-14T09:30:00-14:00", "2022-10-14T09:30:00-14:00"),
        ("XXXX-10-14", "--10-14"),
    ],
)
def test_a_date_that_w3c_can_say_is_said_plainly_too(edtf: str, plain: str) -> None:
    assert dates.plain_date(edtf) == plain


@pytest.mark.parametrize(
    "edtf",
    [
        "2022-21",
        "2022?",
        "202X",
        "XXXX-10",
        "2022-10/2022-12",
        "2022/..",
        "Y-17000",
        "-0044-03-15",
        "0000",
        "2022-10-14T09:30:00+06",
        "2022-10-14T09:30:00+14:30",
    ],
)
def test_a_date_that_w3c_cannot_say_has_no_plain_form(edtf: str) -> None:
    assert dates.plain_date(edtf) is None


@pytest.mark.parametrize("role", [None, "published"])
@pytest.mark.parametrize(
    "when",
    [When("2022-10"), When("XXXX-10-14", "stated", Span(3, 9), "2022-10-15"), When("2022~", "given"), When("2022", None, Span(0, 0))],
)
def test_dates_are_read_back(when: Any, role: str | None) -> None:
    xml = dates.write_when(when, "a1.text", role).replace("<date", f'<date xmlns="{NAMESPACE}"', 1)
    assert dates.read_when(etree.fromstring(xml), Scope("a1.text", Ledger(patient=False))) == when


def test_where_nothing_else_tells_which_date_it_is_the_type_does() -> None:
    assert dates.write_when(When("2022", "given"), "t", "published").startswith('<date type="published" subtype="given" when="2022"')
    assert dates.write_when(When("2022", "given"), "t").startswith(
        '<date type="given" when="2022" when-custom="2022" datingMethod="#_edtf"'
    )


def test_a_period_has_a_method_only_where_it_has_a_date() -> None:
    assert dates.write_period(None, None) == ""
    assert dates.write_period("2019", None) == ' from-custom="2019" datingMethod="#_edtf"'


def test_what_is_no_date_is_noted() -> None:
    ledger = Ledger(patient=True)
    dates.read_period(etree.fromstring('<x from-custom="2022-13" to-custom="2022"/>'), ledger)
    assert [finding.code for finding in ledger.findings] == ["tei.date"]
