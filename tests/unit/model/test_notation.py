import pytest

from kzcorpus.model.edtf import bounds, reason_invalid
from kzcorpus.model.notation import DateParts, IntervalParts, NotationError, parts

# the examples of the standard, https://www.loc.gov/standards/datetime/, 4 February 2019
LEVEL_0 = """1985-04-12 1985-04 1985 1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04 1985-04-12T23:20:30+04:30
  1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02"""
LEVEL_1 = """Y170000002 Y-170000002 2001-21 1984? 2004-06~ 2004-06-11% 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX
  1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1985-04-12/ 1985-04/ 1985/ /1985-04-12 /1985-04 /1985
  1984~/2004-06 1984/2004-06~ 1984~/2004~ 1984?/2004% 1984-06-02?/2004-08-08~ -1985"""
UNSPECIFIED = "156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12 1984-1X 2004-06-XX/2004-07-03"
BEYOND = {
    "a year with an exponent": "Y-17E7 Y3388E2S3",
    "a year with significant digits": "1950S2 Y171010000S3",
    "a grouping of months other than the seasons 21 to 24": "2001-34 2001-25 2001-41 2001-33?",
    "a set of dates": "[1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1760-01,1760-12..] {1667,1668} {1960,1961-12} {..1984}",
    "a qualifier of a part": "2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11 ~2004",
}


@pytest.mark.parametrize("text", f"{LEVEL_0} {LEVEL_1} {UNSPECIFIED}".split())
def test_every_example_of_the_standard_is_taken_and_printed(text: str) -> None:
    assert reason_invalid(text) is None
    assert str(parts(text)) == text


@pytest.mark.parametrize(("text", "name"), [(text, name) for name, texts in BEYOND.items() for text in texts.split()])
def test_what_level_2_has_beside_is_refused_by_its_name(text: str, name: str) -> None:
    assert reason_invalid(text) == f"found {text!r}, {name}, which is level 2, expected level 0 or 1, or level 2's unspecified digits"


def test_parts_are_kept_as_they_are_written() -> None:
    assert parts("202X-10-14?") == DateParts("202X", "10", "14", qualifier="?")
    assert parts("2022-10-14T09:30:00+05:30") == DateParts("2022", "10", "14", "T09:30:00", "+05:30")
    assert parts("Y-17000") == DateParts("Y-17000")
    assert parts("../2022-21~") == IntervalParts("..", DateParts("2022", "21", qualifier="~"))
    assert parts("2022/") == IntervalParts(DateParts("2022"), "")


@pytest.mark.parametrize("text", ["2022-10-14T09:30:00/2022", "2022/2022-10-14T09:30:00", "Y17000/Y18000", "2022/Y17000"])
def test_intervals_are_of_dates_with_years_of_four_digits(text: str) -> None:
    with pytest.raises(NotationError, match="as an end of an interval, expected a date without a time, of a year of four digits"):
        parts(text)


@pytest.mark.parametrize("zone", ["Z", "", "+14:00", "-12", "+05:45", "+14"])
def test_zones(zone: str) -> None:
    assert bounds(f"2022-10-14T09:30:00{zone}") == bounds("2022-10-14")


@pytest.mark.parametrize("zone", ["z", "+14:30", "+15", "+5", "+0530", "05:30", "+05:60", " Z"])
def test_no_zones(zone: str) -> None:
    assert reason_invalid(f"2022-10-14T09:30:00{zone}")
