"""What is written down of a fault: code, place, line, hint; and when nothing more is."""

from typing import Any

import pytest
from lxml import etree

from kzcorpus.errors import ModelError
from kzcorpus.formats.tei import ledger as room
from kzcorpus.formats.tei.ledger import DoubtError, FullError, Ledger, Scope
from kzcorpus.formats.tei.vocabulary import NAMESPACE
from kzcorpus.model.dates import When
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Voice

CORPUS = etree.fromstring(
    f"<teiCorpus xmlns='{NAMESPACE}' xmlns:m='urn:m'>\n<TEI><p/>\n<p/><m:x/><m:x/><p/></TEI>\n"
    "<TEI n='2'><note/><p><p/></p></TEI></teiCorpus>"
)
FIRST, SECOND = CORPUS


def noted(code: str, hint: str | None = None) -> Any:
    ledger = Ledger(patient=True)
    ledger.note(FIRST, code, "found x", hint)
    (finding,) = ledger.findings
    return finding


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("structure", "the profile says what may stand where"),
        ("id", "an xml:id names one element; give another one, and change the pointers that mean it"),
        ("pointer", "correct the pointer, or add what it should point at"),
        ("range", "ranges are counted in code points over the text of the same article"),
        ("date", "dates are EDTF, such as 2022-10-14, 2022-10, XXXX-10-14 or 2022-08?"),
        ("model", "what the document says does not fit together"),
        ("other", None),
    ],
)
def test_each_sort_of_fault_has_its_hint(code: str, hint: str | None) -> None:
    finding = noted(code)
    assert (finding.code, finding.severity, finding.message, finding.hint) == (f"tei.{code}", "error", "found x", hint)
    assert (finding.line, finding.path) == (2, "/tei:teiCorpus/tei:TEI[1]")
    assert noted(code, "do this").hint == "do this"


def test_a_trusting_reading_ends_with_the_first_doubt() -> None:
    ledger = Ledger(patient=False)
    with pytest.raises(DoubtError):
        ledger.note(FIRST, "id", "found x")
    assert ledger.findings == []
    with pytest.raises(DoubtError):
        ledger.make(When, edtf="soon")
    assert ledger.edtf(FIRST, "soon") == "soon"


def test_a_patient_reading_makes_drafts_and_looks_at_dates() -> None:
    ledger = Ledger(patient=True)
    assert ledger.make(When, edtf="soon").edtf == "soon"
    assert ledger.make(Voice) == Voice()
    assert ledger.findings == []
    assert ledger.edtf(FIRST, "2022") == "2022"
    assert ledger.findings == []
    assert ledger.edtf(FIRST, "soon") == "soon"
    assert [finding.code for finding in ledger.findings] == ["tei.date"]
    with pytest.raises(ModelError):
        When("soon")


def test_places_are_counted_among_those_of_the_same_name() -> None:
    paths = {element: Ledger(patient=True).xpath(element) for element in CORPUS.iter()}
    p1, p2, x1, x2, p3 = FIRST
    expected = ["tei:p[1]", "tei:p[2]", "*[local-name()='x'][1]", "*[local-name()='x'][2]", "tei:p[3]"]
    assert [paths[one] for one in (p1, p2, x1, x2, p3)] == [f"/tei:teiCorpus/tei:TEI[1]/{step}" for step in expected]
    assert paths[SECOND[1][0]] == "/tei:teiCorpus/tei:TEI[2]/tei:p[1]/tei:p[1]"
    for order in ([p1, p2, p3], [p3, p2, p1], [p2, p2, p1, p3], [p3, p3, p1, p2]):
        ledger = Ledger(patient=True)
        assert [ledger.xpath(one) for one in order] == [paths[one] for one in order]
    bare = etree.fromstring("<TEI><text/></TEI>")
    assert Ledger(patient=True).xpath(bare[0]) == "/TEI/text[1]"


def test_of_an_article_that_was_cut_out_the_place_and_the_lines_are_those_of_the_file() -> None:
    ledger = Ledger(patient=True, first_line=101, ordinal=7)
    assert ledger.xpath(FIRST[0]) == "/tei:teiCorpus/tei:TEI[7]/tei:p[1]"
    assert (ledger.line(FIRST), ledger.line(FIRST[1])) == (102, 103)
    assert ledger.line(etree.fromstring("<x/>")) == 101
    assert Ledger(patient=True).line(etree.Element("made")) == 1


def test_findings_come_in_the_order_of_their_lines() -> None:
    ledger = Ledger(patient=True)
    for element in (SECOND, FIRST, FIRST[1]):
        ledger.note(element, "id", "found x")
    ledger.close()
    assert [finding.line for finding in ledger.in_order()] == [2, 3, 4, None]
    assert ledger.in_order()[-1].code == "tei.limit"
    assert ledger.in_order()[-1].message == "found more than 1,000 faults, expected none; the others are not listed"


def test_there_is_an_end_to_what_is_listed() -> None:
    ledger = Ledger(patient=True)
    for _ in range(1000):
        ledger.note(FIRST, "id", "found x")
    with pytest.raises(FullError):
        ledger.note(FIRST, "id", "found x")
    assert (len(ledger.findings), room.MOST) == (1000, 1000)


def test_what_is_settled_is_heard_no_more() -> None:
    ledger = Ledger(patient=True)
    ledger.note(FIRST[0], "id", "found x")
    assert (ledger.noted(FIRST[0]), ledger.noted(FIRST)) == ({"id"}, set())
    assert (ledger.is_faulty(FIRST), ledger.is_faulty(SECOND), ledger.is_faulty(None)) == (True, False, False)
    ledger.settle()
    ledger.note(FIRST[0], "range", "found y")
    ledger.note(CORPUS, "range", "found z")
    assert [finding.message for finding in ledger.findings] == ["found x", "found z"]
    assert ledger.is_faulty(None)
    ledger.unsettle()
    ledger.note(FIRST[0], "range", "found y")
    assert ledger.noted(FIRST[0]) == {"id", "range"}


def test_ids_and_pointers_are_read_as_those_of_the_model() -> None:
    ledger = Ledger(patient=True)
    element = etree.fromstring("<p a='#a1_2E_s1' b='a1' c='#a.b' d='#'/>")
    assert [ledger.pointer(element, name) for name in "abx"] == ["a1.s1", "a1", None]
    assert ledger.findings == []
    assert [ledger.pointer(element, name) for name in "cd"] == ["a.b", ""]
    assert [(finding.code, finding.message) for finding in ledger.findings] == [
        ("tei.id", "found 'a.b', expected the xml:id of an id, such as a1 or a1_2E_s1"),
        ("tei.id", "found '', expected the xml:id of an id, such as a1 or a1_2E_s1"),
    ]
    assert (ledger.id(element, None), len(ledger.findings)) == ("", 3)


def analysed(ana: str | None, mades: dict[str, Made] | None = None) -> Any:
    ledger = Ledger(patient=True)
    element = etree.fromstring("<p/>" if ana is None else f"<p ana='{ana}'/>")
    scope = Scope("a1.text", ledger, mades)
    found = scope.analysis(element)
    assert scope.analysis(element) == found
    return found, sorted({finding.message for finding in ledger.findings})


def test_categories_and_the_provenance_are_told_apart() -> None:
    mades = {"#a1.made.0": Made(by="editor"), "#a1.made.1": Made(by="other")}
    assert analysed(None) == (({}, None), [])
    assert analysed("#_mode.direct #_polarity.negative #a1.made.0", mades) == (
        ({"mode": "direct", "polarity": "negative"}, Made(by="editor")),
        [],
    )
    for taxonomy in ("mode", "polarity", "mention", "severity", "actor"):
        assert analysed(f"#_{taxonomy}.x") == (({taxonomy: "x"}, None), [])
    assert analysed("#a1.made.0 #a1.made.1", mades) == (({}, Made(by="other")), [])


@pytest.mark.parametrize("word", ["#_colour.red", "#a1.made.7", "#" + "x" * 80])
def test_what_is_neither_is_noted(word: str) -> None:
    found, messages = analysed(f"{word} #_mode.mixed")
    assert found == ({"mode": "mixed"}, None)
    assert messages == [f"found {word[:60]}, expected the xml:id of a provenance in the same standOff"]


def test_what_is_noted_once_is_noted_again_elsewhere() -> None:
    ledger = Ledger(patient=True)
    scope = Scope("a1.text", ledger)
    for element in (FIRST, SECOND):
        element.set("ana", "#x")
        scope.analysis(element)
    assert [finding.line for finding in ledger.findings] == [2, 4]
    assert scope.text == "a1.text"
    assert ledger.make(Voice, span=Span(0, 1)) == Voice(span=Span(0, 1))
