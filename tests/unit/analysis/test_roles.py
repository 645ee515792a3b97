import pytest

from kzcorpus import Actor, Article, Authority, Corpus, Mention, Name, Organization, Span, Tenure, When
from kzcorpus.analysis.roles import roles_not_held

AUTHORITY = Authority(
    actors=(
        Actor("old", (Name("Aidar Old"),), "person"),
        Actor("new", (Name("Dana New"),), "person"),
        Actor("minister", (Name("Vera Third"),), "person"),
    ),
    organizations=(Organization("land", (Name("Land"),), "state"), Organization("isle", (Name("Isle"),), "state")),
    tenures=(
        Tenure("old", "President", "land", "1991", "2019-03-20"),
        Tenure("new", "Acting President", "land", "2019-03-20", "2019-06-12"),
        Tenure("new", "President", "land", "2019-06-12"),
        Tenure("new", "Minister of Foreign Affairs", "land", "2002", "2007"),
        Tenure("minister", "Minister of Foreign Affairs", "land", "2016", "2022"),
    ),
)
NAMES = {"Aidar Old": "old", "Dana New": "new", "Vera Third": "minister", "he": "old"}


def findings(text: str, published: str | None = None, authority: Authority = AUTHORITY) -> list[tuple[str, str]]:
    """Return the words and the message of each finding."""
    mentions = tuple(
        Mention(Span(start, start + len(name)), "person", entity=entity)
        for name, entity in NAMES.items()
        for start in range(len(text))
        if text.startswith(name, start)
    )
    article = Article("a", text, published=When(published) if published else None, mentions=mentions)
    found = roles_not_held(Corpus("c", articles=(article,), authority=authority))
    return [(" | ".join(span.of(text) for span in one.spans), one.message) for one in found]


def test_a_president_after_his_time() -> None:
    [(words, message)] = findings("Land’s President Aidar Old spoke.", "2022-06-18")
    assert words == "President Aidar Old"
    assert message == "“President Aidar Old” in an article of 2022-06-18: Aidar Old held the post 1991 to 2019-03-20"


@pytest.mark.parametrize(
    "text",
    [
        "Former President Aidar Old spoke.",
        "The ex-President Aidar Old spoke.",
        "then-Land President Aidar Old spoke.",
        "Land’s first President, Aidar Old, spoke.",
        "Vice President Aidar Old spoke.",
        "President Aidar Old signed it in 1997.",
        "In 1997 President Aidar Old signed it.",
        "The president spoke. Aidar Old listened.",
        "Aidar Old spoke.",
        "President Dana New spoke.",
        "Minister Aidar Old spoke.",
        "As President, he spoke.",
    ],
)
def test_what_can_be_right_on_that_date(text: str) -> None:
    assert findings(text, "2022-06-18") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PRESIDENT Aidar Old spoke.", "PRESIDENT Aidar Old"),
        ("The President of Land, Aidar Old, spoke.", "President of Land, Aidar Old"),
        ("The President of the Republic of Land Aidar Old spoke.", "President of the Republic of Land Aidar Old"),
        ("Land’s Foreign Minister Dana New spoke.", "Foreign Minister Dana New"),
        ("In 1997 all was well. President Aidar Old spoke. He was born in 1940.", "President Aidar Old"),
    ],
)
def test_forms_of_a_title(text: str, words: str) -> None:
    assert [found for found, _ in findings(text, "2022-06-18")] == [words]


def test_an_acting_holder_is_a_holder() -> None:
    assert findings("President Dana New spoke.", "2019-04") == []
    assert len(findings("President Dana New spoke.", "2018")) == 1


def test_two_holders_of_one_post_where_no_date_is_known() -> None:
    text = "Land’s President Aidar Old says so.\nLand’s President Dana New said so."
    [(words, message)] = findings(text)
    assert words == "President Aidar Old | President Dana New"
    assert message == "“President Aidar Old” and “President Dana New” in one article: two people who never held the post at the same time"


def test_two_holders_that_can_be_right() -> None:
    assert findings("Former President Aidar Old met President Dana New.") == []
    assert findings("President Aidar Old met Foreign Minister Vera Third.") == []
    elsewhere = Authority(
        AUTHORITY.actors, AUTHORITY.organizations, (), (*AUTHORITY.tenures[:1], Tenure("new", "President", "isle", "2019"))
    )
    assert findings("President Aidar Old met President Dana New.", authority=elsewhere) == []
    unknown = Authority(AUTHORITY.actors, AUTHORITY.organizations, (), (*AUTHORITY.tenures[:1], Tenure("new", "President", "land")))
    assert findings("President Aidar Old met President Dana New.", authority=unknown) == []


def test_without_tenures_nothing_is_said() -> None:
    assert findings("President Aidar Old spoke.", "2022", Authority(AUTHORITY.actors)) == []
