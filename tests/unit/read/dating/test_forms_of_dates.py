from kzcorpus.read.dating.forms import date_words, grammar


def test_a_word_begins_only_the_phrases_it_can() -> None:
    rules = grammar()
    assert rules.kinds("October 14", 0, "October") == ("month_day", "no_day_of_month", "months", "month_year", "month")
    assert "iso" in rules.kinds("2022-10-14", 0, "2022")
    assert rules.kinds("minister", 0, "minister") == ()
    assert rules.kinds("", 0, "123456") == ()


def test_amounts_and_parts_of_numbers_begin_nothing() -> None:
    rules = grammar()
    assert rules.kinds("$2022", 1, "2022") == ()
    assert rules.kinds("1.2022", 2, "2022") == ()


def test_every_month_and_season_has_its_number() -> None:
    rules = grammar()
    assert {rules.months[name] for name in ("October", "OCTOBER", "октября", "Октября", "қазан", "qazan")} == {10}
    assert rules.seasons["spring"] == 21
    assert sorted(set(rules.months.values())) == list(range(1, 13))


def test_patterns_match_at_their_start_only() -> None:
    rules = grammar()
    found = rules.patterns["month_day"].match("on May 5", 3)
    assert found
    assert found.groupdict()["day"] == "5"
    assert rules.patterns["month_day"].match("on May 5") is None


def test_date_words_are_lower_case() -> None:
    assert {"october", "yesterday", "ago", "года"} <= date_words()
    assert all(word == word.casefold() for word in date_words())
