"""Laws of dates in texts: found with their spans, resolved only against a publication, within what the words allow."""

import datetime as dt
import re

from datedtexts import FRAMES, RELATIVE, SOME_DAYS, WEEKDAYS, WITH_A_YEAR, WITHOUT_A_YEAR, dated, read_dates, values
from hypothesis import assume, example, given
from hypothesis import strategies as st

import kzcorpus.strategies as kzst
from kzcorpus.model.dates import When
from kzcorpus.model.edtf import bounds, compare, reason_invalid
from kzcorpus.model.spans import Span
from kzcorpus.read.dating import dates
from kzcorpus.read.dating.resolving import Anchor

PHRASES = WITH_A_YEAR | WITHOUT_A_YEAR | RELATIVE
TEXTS = st.lists(st.tuples(FRAMES, PHRASES).map(lambda parts: parts[0].format(parts[1])), min_size=1, max_size=4).map(" ".join)


@given(FRAMES, PHRASES)
def test_every_phrase_is_found_with_its_span(frame: str, phrase: str) -> None:
    text, at = frame.format(phrase), frame.index("{")
    assert Span(at, at + len(phrase)) in {date.span for date in dates(text, Span(0, len(text)))}


@given(FRAMES, WITH_A_YEAR | WITHOUT_A_YEAR)
def test_what_names_a_month_has_a_literal_value(frame: str, phrase: str) -> None:
    [found] = dates(text := frame.format(phrase), Span(0, len(text)))
    assert found.edtf
    assert ("XXXX" in found.edtf) == (re.search("[0-9]{4}", phrase) is None)


@given(TEXTS)
def test_without_a_publication_date_all_stays_literal(text: str) -> None:
    literal = {date.span: date.edtf for date in dates(text, Span(0, len(text)))}
    found = dated(read_dates(text, None))
    assert {one.span: one.when.edtf if one.when else None for one in found} == literal
    assert all(one.when.basis == "stated" and one.when.anchor is None for one in found if one.when)


@given(TEXTS, SOME_DAYS)
def test_what_is_resolved_says_by_what_and_from_which_words(text: str, day: dt.date) -> None:
    for one in dated(read_dates(text, day.isoformat())):
        if one.when and one.when.basis == "resolved":
            assert (one.when.anchor, one.when.span) == (day.isoformat(), one.span)
            assert reason_invalid(one.when.edtf) is None
            assert "X" not in one.when.edtf[:2]


def _allows(literal: str, resolved: str) -> bool:
    pattern = "/".join(re.escape(end).replace("XXXX", "[0-9]{4}") for end in literal.split("/"))
    return re.fullmatch(pattern, re.sub("[?~%]", "", resolved)) is not None


@given(TEXTS, SOME_DAYS)
def test_what_is_resolved_lies_within_what_the_words_allow(text: str, day: dt.date) -> None:
    literal = {date.span: date.edtf for date in dates(text, Span(0, len(text)))}
    for one in dated(read_dates(text, day.isoformat())):
        said = literal[one.span]
        if said is not None:
            assert one.when
            assert _allows(said, one.when.edtf)
            assert ("XXXX" in said) or one.when == When(said, "stated", one.span)


@given(SOME_DAYS, st.sampled_from(WEEKDAYS), st.sampled_from(("", "last ", "next ", "this ")), FRAMES)
def test_a_week_later_every_weekday_is_a_week_later(day: dt.date, weekday: str, lead: str, frame: str) -> None:
    text, week = frame.format(lead + weekday), dt.timedelta(7)
    [now], [then] = (list(values(read_dates(text, anchor.isoformat())).values()) for anchor in (day, day + week))
    assert now
    assert then
    meant = dt.date.fromisoformat(now)
    assert meant.weekday() == WEEKDAYS.index(weekday)
    assert abs((meant - day).days) <= 7
    assert dt.date.fromisoformat(then) == meant + week


@given(SOME_DAYS, st.integers(0, 400), FRAMES, PHRASES)
def test_a_later_publication_never_means_an_earlier_date(day: dt.date, shift: int, frame: str, phrase: str) -> None:
    text = frame.format(phrase)
    [now], [then] = (list(values(read_dates(text, anchor.isoformat())).values()) for anchor in (day, day + dt.timedelta(shift)))
    assert now
    assert then
    assert compare(now, then) != 1


@given(SOME_DAYS, st.sampled_from((4, 7)), FRAMES, PHRASES)
def test_what_a_month_or_year_of_publication_tells_holds_for_each_of_its_days(day: dt.date, length: int, frame: str, phrase: str) -> None:
    text = frame.format(phrase)
    [vague], [sharp] = (list(values(read_dates(text, anchor)).values()) for anchor in (day.isoformat()[:length], day.isoformat()))
    assume(vague is not None and "XXXX" not in vague)
    assert vague == sharp


@example("9999-01~", "The talks will be held on {}.", "April next year")
@given(kzst.edtf_dates(), FRAMES, PHRASES)
def test_any_publication_date_can_be_read_by(published: str, frame: str, phrase: str) -> None:
    [one] = dated(read_dates(frame.format(phrase), published))
    anchor = Anchor.of(When(published))
    assert (one.when is not None and one.when.basis == "resolved") <= (anchor is not None)
    if one.when and one.when.basis == "resolved":
        assert one.when.anchor == published


@given(TEXTS, SOME_DAYS)
def test_reading_is_the_same_each_time(text: str, day: dt.date) -> None:
    assert read_dates(text, day.isoformat()) == read_dates(text, day.isoformat())


@given(st.text("Octber 1423/.-–XMay,lstnday ", max_size=60), SOME_DAYS)
def test_no_text_makes_reading_fail(text: str, day: dt.date) -> None:
    for one in dated(read_dates(text, day.isoformat())):
        assert one.when is None or bounds(one.when.edtf) is not None
