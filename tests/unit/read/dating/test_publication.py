import pytest

from kzcorpus import Article, When, read_text

BODY = "The minister said that he would not go there, because the border with Russia had been closed for a week."


def published(*lines: str) -> When | None:
    return read_text("\n\n".join(lines)).published


def stated(article: Article) -> tuple[str, str] | None:
    when = article.published
    return (when.edtf, when.span.of(article.text)) if when and when.span else None


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("14 October 2022, 09:30", "14 October 2022"),
        ("Published: October 14, 2022", "October 14, 2022"),
        ("Posted on October 14, 2022 by Editor", "October 14, 2022"),
        ("PUBLISHED: 11:52, 14 October 2022 | UPDATED: 14:20, 15 October 2022", "14 October 2022"),
        ("14.10.2022, 09:14", "14.10.2022"),
        ("Fri 14 Oct 2022 14.02 GMT", "Fri 14 Oct 2022"),
        ("14 октября 2022, 09:41", "14 октября 2022"),
        ("2022 жылғы 14 қазан, 14:05", "2022 жылғы 14 қазан"),
    ],
)
def test_a_stamp_between_headline_and_text_tells_it(stamp: str, expected: str) -> None:
    article = read_text(f"Minister stays at home\n\n{stamp}\n\n{BODY}")
    assert stated(article) == ("2022-10-14", expected)
    assert article.published
    assert article.published.basis == "stated"


@pytest.mark.parametrize(
    "lines",
    [
        ("Minister stays at home", "Updated Oct 14, 2022", BODY),
        ("Minister stays at home", "October 14", BODY),
        ("Minister stays at home", BODY, "14 October 2022"),
        ("Minister stays at home", "14 October 2022, 09:30", "Published: 15 October 2022", BODY),
        ("Minister stays at home", f"{BODY} It closed on October 14, 2022."),
        ("Minister stays at home", BODY),
    ],
)
def test_nothing_else_does(lines: tuple[str, ...]) -> None:
    assert published(*lines) is None


def test_a_dateline_with_a_year_tells_it_where_it_opens_the_article() -> None:
    article = read_text(f"Minister stays at home\n\nASTANA, October 14, 2022 (AFP) — {BODY}")
    assert stated(article) == ("2022-10-14", "October 14, 2022")
    between = read_text(f"Minister stays at home\n\n{BODY}\n\n{BODY}\n\nASTANA, KAZAKHSTAN - OCTOBER 3, 2015\n\n{BODY}\n\n{BODY}")
    assert between.dateline
    assert between.published is None


def test_a_stamp_goes_before_a_dateline_and_dates_it() -> None:
    article = read_text(f"Minister stays at home\n\n15 October 2022, 09:30\n\nASTANA, October 14 (Reuters) - {BODY}")
    assert stated(article) == ("2022-10-15", "15 October 2022")
    assert article.dateline
    assert article.dateline.when
    assert (article.dateline.when.edtf, article.dateline.when.basis, article.dateline.when.anchor) == (
        "2022-10-14",
        "resolved",
        "2022-10-15",
    )


def test_what_is_given_wins() -> None:
    text = f"Minister stays at home\n\n15 October 2022, 09:30\n\n{BODY}"
    assert read_text(text, published="2022-10-20").published == When("2022-10-20", "given")
