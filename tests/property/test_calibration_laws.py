"""Laws of calibration: bins, errors, the fit of odds, the file, the figure and the page that come of it."""

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import pytest
from curve import figure
from hypothesis import given
from hypothesis import strategies as st
from odds import Counted, counted, document_of, fitted, table_of
from pages import replace_between
from reliability import Sure, brier, calibration_error, equal_mass, equal_width

from kzcorpus.read.statements.confidence import Traits, confidence_in

TRAITS = ("rule", "mode", "speaker", "cue", "length")
SURE = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)
CASES = st.lists(
    st.tuples(
        st.builds(
            Traits,
            st.sampled_from(["verb.that", "noun.noun-of"]),
            st.sampled_from(["direct", "indirect"]),
            st.sampled_from(["named", "nobody"]),
            st.sampled_from(["say", "none"]),
            st.integers(0, 5),
        ),
        st.booleans(),
    ),
    min_size=2,
    max_size=60,
).filter(lambda cases: len({right for _, right in cases}) == 2)


@given(SURE)
def test_bins_hold_each_statement_once(cases: list[Sure]) -> None:
    """Whatever the bins, their counts and sums are those of all statements, in order of confidence."""
    for bins in (equal_width(cases), equal_mass(cases)):
        assert sum(one.total for one in bins) == len(cases)
        assert sum(one.total * one.right for one in bins) == pytest.approx(sum(right for _, right in cases))
        assert sum(one.total * one.confidence for one in bins) == pytest.approx(sum(sure for sure, _ in cases))
        assert all(one.low - 1e-6 <= one.confidence <= one.high + 1e-6 for one in bins)
        assert all(low - 1e-9 <= one.right <= high + 1e-9 for one in bins for low, high in [one.interval()])
        assert 0 <= calibration_error(bins) <= 1


@given(SURE)
def test_equal_mass_is_equal(cases: list[Sure]) -> None:
    """No bin of equal mass holds more than one statement more than another."""
    totals = [one.total for one in equal_mass(cases)]
    assert max(totals) - min(totals) <= 1


@given(st.lists(st.booleans(), min_size=1))
def test_who_knows_is_never_off(rights: list[bool]) -> None:
    """Certainty that is always right has neither error nor Brier score; the share of all, said of each, has no error in its bin."""
    cases = [(float(right), right) for right in rights]
    assert calibration_error(equal_width(cases)) == brier(cases) == 0
    share = sum(rights) / len(rights)
    assert calibration_error(equal_width([(share, right) for right in rights])) == pytest.approx(0)


@given(SURE)
def test_the_error_is_no_worse_than_the_brier_score_allows(cases: list[Sure]) -> None:
    """The square of the calibration error never exceeds the Brier score: Jensen's inequality, bin by bin."""
    assert calibration_error(equal_width(cases)) ** 2 <= brier(cases) + 1e-9


@given(CASES)
def test_what_is_right_and_what_is_wrong_are_mirrored(cases: list[tuple[Traits, bool]]) -> None:
    """Calling everything right that was wrong turns each share into what is left of 1."""
    one, two = (fitted(counted((traits, right == sign) for traits, right in cases), TRAITS) for sign in (True, False))
    assert one.base == pytest.approx(-two.base)
    assert all(weight == pytest.approx(-two.weights[value], abs=0.01) for value, weight in one.weights.items())


@given(CASES)
def test_the_file_holds_the_table(cases: list[tuple[Traits, bool]]) -> None:
    """What is written is read back as the table, and knows a confidence for all that was counted."""
    counts = counted(cases)
    table = table_of(counts, TRAITS)
    read = tomllib.loads(document_of(table, counts))
    assert read == table
    assert all(0 <= (confidence_in(read, traits) or -1) <= 1 for traits, _ in cases)


@given(st.integers(1, 99), st.integers(1, 99))
def test_with_much_to_count_the_share_is_what_was_counted(right: int, wrong: int) -> None:
    """The penalty fades: of a thousand times as many statements, the confidence is the share."""
    traits = Traits("verb.that", "direct", "named", "say", 0)
    other = Traits("verb.bare", "direct", "named", "say", 0)
    counts = [Counted(traits, 1000 * right, 1000 * (right + wrong)), Counted(other, 50_000, 100_000)]
    assert confidence_in(table_of(counts, ("rule",)), traits) == pytest.approx(right / (right + wrong), abs=0.02)


@given(SURE, SURE)
def test_the_figure_is_well_formed_and_within_its_frame(one: list[Sure], two: list[Sure]) -> None:
    """Every point of the curves lies in the square of the axes."""
    drawn = ET.fromstring(figure([("train", equal_width(one)), ("dev", equal_width(two))]))  # noqa: S314 -- our own
    for circle in drawn.iter("{http://www.w3.org/2000/svg}circle"):
        assert 56 <= float(circle.attrib["cx"]) <= 376
        assert 30 <= float(circle.attrib["cy"]) <= 350


LINES = st.text("ab|.\n", max_size=20)


@given(LINES, LINES, LINES, LINES)
def test_a_page_changes_between_its_marks_only(head: str, tail: str, old: str, new: str) -> None:
    """What stands around the marks stays, and writing the same again changes nothing."""
    with TemporaryDirectory() as folder:
        page = Path(folder, "page.md")
        begin, end = "<!-- tool: begin -->", "<!-- tool: end -->"
        page.write_text(f"{head}{begin}{old}{end}{tail}", encoding="utf-8")
        replace_between(page, "tool", new)
        once = page.read_text(encoding="utf-8")
        replace_between(page, "tool", new)
        assert page.read_text(encoding="utf-8") == once
        assert once == f"{head}{begin}\n{new.strip()}\n{end}{tail}"


@pytest.mark.parametrize(
    "text", ["", "<!-- tool: begin -->", "<!-- tool: end --><!-- tool: begin -->", "<!-- tool: begin --> <!-- tool: begin -->"]
)
def test_a_page_without_its_marks_is_refused(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit, match="expected"):
        replace_between(page, "tool", "x")
