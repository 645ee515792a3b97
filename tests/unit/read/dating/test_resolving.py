from collections.abc import Callable
from pathlib import Path

import pytest

from kzcorpus import Article, Dateline, Finding, Span, When, read_text
from kzcorpus.read.dating import dates
from kzcorpus.read.dating.resolving import Anchor, phrase_at, resolve_dates, resolved_dateline
from kzcorpus.read.stages import Reading

Dated = Callable[..., Article]
SEEDS = Path(__file__).parents[4] / "seeds"


def values(article: Article) -> list[tuple[str, str | None]]:
    return [(one.span.of(article.text), one.when.edtf if one.when else None) for one in article.mentions if one.type == "date"]


@pytest.mark.parametrize(
    ("seed", "published", "expected"),
    [
        ("000", None, [("October 14", "XXXX-10-14"), ("September", "XXXX-09")]),
        ("001", None, [("March last year", "XXXX-03"), ("Today", None), ("February 28", "XXXX-02-28")]),
        ("001", "2023-02-28", [("March last year", "2022-03"), ("Today", "2023-02-28"), ("February 28", "2023-02-28")]),
        ("002", None, []),
        ("003", "2022-06-17", [("last January", "2022-01"), ("January", "2022-01"), ("January", "2022-01"), ("May 16", "2022-05-16")]),
        (
            "004",
            "2022-08-19",
            [
                *(("Friday", "2022-08-19"), ("This year", "2022"), ("October", "2022-10"), ("2022", "2022")),
                *(("October 2021", "2021-10"), ("July", "2022-07")),
            ],
        ),
    ],
)
def test_the_seeds(seed: str, published: str | None, expected: list[tuple[str, str | None]]) -> None:
    [path] = SEEDS.glob(f"{seed}*.txt")
    article = read_text(path.read_bytes(), published=published)
    assert values(article) == expected
    for one in article.mentions:
        if one.when and one.when.basis == "resolved":
            assert (one.when.anchor, one.when.span) == (published, one.span)
        elif one.when:
            assert one.when.anchor is None


def test_a_garbled_date_of_a_dateline_is_found_once() -> None:
    [path] = SEEDS.glob("000*.txt")
    article = read_text(path.read_bytes())
    [finding] = (finding for finding in article.findings if finding.code == "date-garbled")
    assert [span.of(article.text) for span in finding.spans] == ["22/10 – 40"]
    assert article.dateline
    assert article.dateline.when is None


def test_what_is_said_follows_the_resolved_date() -> None:
    text = "The border will stay open, the minister said on Friday at a briefing in the capital of the country."
    [said] = [one.said for one in read_text(text, published="2022-10-17").statements]
    assert said == When("2022-10-14", "resolved", Span(text.index("Friday"), text.index("Friday") + 6), "2022-10-17")
    assert [one.said for one in read_text(text).statements] == [None]


def test_the_literal_value_can_be_had_again(dated: Dated) -> None:
    text = "He left on October 14."
    [one] = (one for one in dated(text, "2022-10-20").mentions if one.type == "date")
    assert dates(text, one.span)[0].edtf == "XXXX-10-14"


def test_a_day_word_inside_a_quotation_counts_from_when_it_was_said(dated: Dated) -> None:
    text = "“I met him yesterday and this year we met on Friday,” he said yesterday."
    assert values(dated(text, "2022-10-20")) == [
        ("yesterday", None),
        ("this year", "2022"),
        ("Friday", "2022-10-14"),
        ("yesterday", "2022-10-19"),
    ]


def test_the_day_named_beside_today_is_the_day_meant(dated: Dated) -> None:
    assert values(dated("Today, October 13, he left.", "2022-10-14")) == [("Today", "2022-10-13"), ("October 13", "2022-10-13")]
    assert values(dated("He left yesterday (October 13).", "2022-10-14")) == [("yesterday", "2022-10-13"), ("October 13", "2022-10-13")]
    assert values(dated("He left yesterday. October 3 was bad.", "2022-10-14")) == [
        ("yesterday", "2022-10-13"),
        ("October 3", "2022-10-03"),
    ]


def test_days_that_do_not_agree_are_a_finding_and_stay_as_they_stand(dated: Dated) -> None:
    article = dated("It opened on Friday, October 15, in Astana.", "2022-10-20")
    assert values(article) == [("Friday, October 15", "XXXX-10-15")]
    assert article.findings == (
        Finding(
            "date-inconsistent",
            "warning",
            "found 'Friday, October 15' is no such weekday near 2022-10-20",
            spans=(Span(13, 31),),
        ),
    )
    assert dated("It opened on Friday, October 15, in Astana.").findings == ()
    assert values(dated("He left yesterday, October 3.", "2022-10-14")) == [("yesterday", None), ("October 3", "2022-10-03")]
    assert [one.code for one in dated("On Friday, 15 October 2022, he left.").findings] == ["date-inconsistent"]
    assert dated("On Saturday, 15 October 2022, he left.").findings == ()


def test_what_is_named_after_its_day_keeps_it(dated: Dated) -> None:
    assert values(dated("He recalled the Sept. 11 attacks.", "2016-10-14")) == [("Sept. 11", "XXXX-09-11")]
    assert values(dated("He spoke on Sept. 11.", "2016-10-14")) == [("Sept. 11", "2016-09-11")]


def test_without_dates_the_reading_is_the_same() -> None:
    reading = Reading(Article("a", "He left.", published=When("2022")))
    assert resolve_dates(reading) is reading


@pytest.mark.parametrize("edtf", ["XXXX-10-14", "2022/..", "../2022", "Y17000", "-0044"])
def test_nothing_counts_from_a_day_that_nobody_knows(edtf: str) -> None:
    assert Anchor.of(When(edtf)) is None
    assert Anchor.of(None) is None


def test_a_doubtful_anchor_makes_doubtful_dates(dated: Dated) -> None:
    text = "He left two weeks ago, last week and on Friday."
    assert values(dated(text, "2022-10-14?")) == [
        *(("two weeks ago", "2022-09-30%"), ("last week", "2022-10-03?/2022-10-09?"), ("Friday", "2022-10-14?")),
    ]


def test_a_phrase_is_one_that_fills_its_span() -> None:
    text = "He left in May 2022 and came back."
    found = phrase_at(text, Span(11, 19))
    assert found is not None
    assert (found.edtf, found.field("month"), found.field("year"), found.field("lead")) == ("2022-05", "May", "2022", None)
    assert phrase_at(text, Span(11, 18)) is None
    assert phrase_at(text, Span(0, 7)) is None
    assert phrase_at("June 31", Span(0, 7)) is None


def test_a_dateline_is_dated_by_the_publication() -> None:
    article = Article(
        "a",
        "ASTANA, October 14 - X",
        published=When("2022-10-15"),
        dateline=Dateline(Span(0, 20), when=When("XXXX-10-14", span=Span(8, 18))),
    )
    dateline = resolved_dateline(article)
    assert dateline is not None
    assert dateline.when == When("2022-10-14", "resolved", Span(8, 18), "2022-10-15")
    assert resolved_dateline(Article("a", "x", published=When("2022"))) is None
