import math
from typing import Any

import pytest
from lxml import etree

from kzcorpus.formats.tei import values
from kzcorpus.formats.tei.ledger import DoubtError, Ledger
from kzcorpus.formats.tei.vocabulary import NAMESPACE
from kzcorpus.model.spans import MAX_INT, Span


def element(xml: str) -> Any:
    return etree.fromstring(xml.replace(" ", f' xmlns="{NAMESPACE}" ', 1).encode())


@pytest.mark.parametrize(("text", "xml"), [(None, ""), ("", "<note/>"), (" \n", "<note> \n</note>"), ("a<b", "<note>a&lt;b</note>")])
def test_absent_empty_and_blank_strings_differ(text: str | None, xml: str) -> None:
    assert values.write_string("note", text) == xml
    assert values.read_string(etree.fromstring(xml) if xml else None) == text


@pytest.mark.parametrize("number", [0, -1, MAX_INT, ~MAX_INT])
def test_whole_numbers_keep_every_digit(number: int) -> None:
    assert values.read_integer(element(f'<num value="{values.write_integer(number)}"/>'), Ledger(patient=False)) == number


@pytest.mark.parametrize("number", [MAX_INT + 1, ~MAX_INT - 1])
def test_a_number_too_large_for_the_model_is_noted(number: int) -> None:
    ledger = Ledger(patient=True)
    values.read_integer(element(f'<num value="{number}"/>'), ledger)
    assert [finding.message for finding in ledger.findings] == [f"found {number}, expected a whole number of at most 64 bits"]


@pytest.mark.parametrize("number", [0.1 + 0.2, 5e-324, 1.7976931348623157e308, -0.0, 1e16])
def test_floats_are_exact(number: float) -> None:
    found = values.read_float(element("<f />"), repr(number), Ledger(patient=False))
    assert repr(found) == repr(number)
    assert math.copysign(1, found) == math.copysign(1, number)


@pytest.mark.parametrize(("read", "digits"), [(values.read_float, "1e400"), (values.read_share, "1.5"), (values.read_share, "-0.1")])
def test_numbers_out_of_bounds_are_noted(read: Any, digits: str) -> None:
    ledger = Ledger(patient=True)
    read(element("<f />"), digits, ledger)
    assert digits in ledger.findings[0].message
    with pytest.raises(DoubtError):
        read(element("<f />"), digits, Ledger(patient=False))


def test_spans_share_one_pointer_and_none_have_none() -> None:
    spans = (Span(4, 9), Span(0, 0))
    xml = values.write_spans("cue", spans, "a1.text")
    assert xml == '<ptr type="cue" target="#string-range(a1.text,4,5,0,0)"/>'
    assert values.read_spans(element(xml), "a1.text", Ledger(patient=False)) == spans
    assert values.write_spans("cue", (), "a1.text") == ""
    assert values.read_spans(None, "a1.text", Ledger(patient=False)) == ()


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("#string-range(a2.text,0,1)", "found a range over a2.text, expected one over a1.text"),
        ("#string-range(a1.text,0,1,2,1)", "found 2 ranges, expected one"),
        ("#a1", "found '#a1', expected #string-range(ARTICLE.text,start,length)"),
    ],
)
def test_a_range_that_is_not_the_one_expected_is_noted(target: str, message: str) -> None:
    ledger = Ledger(patient=True)
    values.read_span(element(f'<ptr target="{target}"/>'), "a1.text", ledger)
    assert [finding.message for finding in ledger.findings] == [message]


def test_pointers_are_left_out_where_there_is_nothing_to_point_at() -> None:
    assert values.write_pointer("corresp", None) == values.write_reference("seat", None) == ""
    assert values.write_pointer("corresp", "a.b") == ' corresp="#a_2E_b"'
    assert values.write_reference("seat", "ast") == '<ptr type="seat" target="#ast"/>'


@pytest.mark.parametrize(
    ("read", "digits", "message"),
    [
        (values.read_float, "1e999", "found 1e999, expected a number that a double can hold"),
        (values.read_float, "9" * 400, f"found {'9' * 60}, expected a number that a double can hold"),
        (values.read_share, f"2.{'0' * 80}", f"found 2.{'0' * 58}, expected a number between 0 and 1"),
        (values.read_share, "-0.5", "found -0.5, expected a number between 0 and 1"),
    ],
)
def test_numbers_are_told_up_to_a_length(read: Any, digits: str, message: str) -> None:
    ledger = Ledger(patient=True)
    assert read(element("<f />"), digits, ledger) == float(digits)
    assert ledger.findings[-1].message == message


@pytest.mark.parametrize("digits", ["0", "1", "0.0", "1.0", "-0.0"])
def test_a_share_may_be_nothing_or_all(digits: str) -> None:
    assert values.read_share(element("<f />"), digits, Ledger(patient=False)) == float(digits)


def test_of_several_ranges_the_first_is_read() -> None:
    ledger = Ledger(patient=True)
    pointer = element('<ptr target="#string-range(a1.text,0,1,2,1)"/>')
    assert values.read_span(pointer, "a1.text", ledger) == Span(0, 1)
    assert values.read_span(None, "a1.text", ledger) is None
    assert values.read_spans(pointer, "", ledger) == (Span(0, 1), Span(2, 3))
    assert len(ledger.findings) == 1
    assert values.write_span(None, "a1.text") == ""
    assert values.write_span(Span(1, 3), "a1.text") == '<ptr target="#string-range(a1.text,1,2)"/>'
