from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kzcorpus import Article, Authority, Dateline, Made, Mention, Span, When, __version__, read_text
from kzcorpus.read.mentions import mark_mentions, nested
from kzcorpus.read.stages import Reading

Marker = Callable[..., Article]
SENTENCES = Path(__file__).parents[3] / "mentions" / "sentences.txt"


def _cases() -> Iterator[tuple[str, list[str]]]:
    """Yield the texts of the file with their mentions."""
    for entry in SENTENCES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in entry.splitlines() if line and not line.startswith("#")]
        if lines:
            yield lines[0], [line.strip() for line in lines[1:]]


def _who(mention: Mention) -> str:
    who = mention.entity or (f"~{mention.name}" if mention.name else "?")
    return f"{mention.type} {who}" + (f" @{mention.literal}" if mention.literal else "")


def _found(article: Article) -> list[str]:
    kept = (mention for mention in article.mentions if mention.type != "date")
    return [f"{' '.join(mention.span.of(article.text).split())} = {_who(mention)}" for mention in kept]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=case[0][:50]) for case in _cases()])
def test_every_mention_of_a_text_is_found_and_nothing_else(text: str, expected: list[str], mark: Marker) -> None:
    assert _found(mark(text)) == expected


def test_a_date_is_a_mention_with_the_value_that_the_text_states(mark: Marker) -> None:
    article = mark("He said on October 14 and again on Friday.")
    dates = [mention for mention in article.mentions if mention.type == "date"]
    assert [mention.span.of(article.text) for mention in dates] == ["October 14", "Friday"]
    assert dates[0].when == When("XXXX-10-14", basis="stated", span=dates[0].span)
    assert dates[1].when is None


def test_every_mention_says_which_rule_made_it(mark: Marker) -> None:
    for mention in mark("Kazakh President Kassym-Jomart Tokayev said he met the minister on Friday.").mentions:
        assert mention.made is not None
        assert (mention.made.by, mention.made.version) == ("kzcorpus", __version__)
        assert str(mention.made.rule).startswith("mention.")
        assert mention.made.confidence is not None


def test_nothing_is_found_in_what_the_site_put_around(mark: Marker) -> None:
    text = "Kazakhstan Politics Putin\nTokayev left.\nAsk Putin"
    article = mark(text, kinds={1: "category", 3: "comment_form"})
    assert [mention.span.of(text) for mention in article.mentions] == ["Tokayev"]


def test_places_in_a_dateline_are_places(mark: Marker) -> None:
    article = mark("MOSCOW, RUSSIA (Reuters)\nMoscow agreed.", kinds={1: "dateline"})
    assert _found(article)[:2] == ["MOSCOW = place moscow", "RUSSIA = place russia"]
    assert _found(article)[-1] == "Moscow = organization ru @moscow"


def test_the_dateline_gets_its_place(mark: Marker) -> None:
    article = mark("ASTANA, KAZAKHSTAN, 3 March\nRents rose.", kinds={1: "dateline"}, dateline=Span(0, 27))
    assert article.dateline == Dateline(Span(0, 27), place="astana")


def test_a_dateline_begins_with_a_place_that_nobody_has_to_know(mark: Marker) -> None:
    article = mark("SAN PEDRO, March 11 (Corvane) -\nRents rose.", kinds={1: "dateline"})
    assert _found(article) == ["SAN PEDRO = place ~SAN PEDRO"]


def test_names_in_a_byline_are_people_whom_no_pronoun_means(mark: Marker) -> None:
    article = mark("By Renata Solsona and Pim Achterberg\nHe left.", kinds={1: "byline"})
    assert _found(article) == ["Renata Solsona = person ~Renata Solsona", "Pim Achterberg = person ~Pim Achterberg", "He = person ?"]


def test_a_headline_may_describe_whom_the_text_names_later(mark: Marker) -> None:
    article = mark("Kazakh President sees hope\nPresident Kassym-Jomart Tokayev said so.", kinds={1: "headline"})
    assert _found(article)[0] == "Kazakh President = person kassym-jomart-tokayev"


def test_a_known_date_tells_who_held_an_office(mark: Marker) -> None:
    text = "The Kazakh president spoke. The US secretary of state listened."
    assert _found(mark(text, published="2010-05-01"))[0] == "The Kazakh president = person nursultan-nazarbayev"
    assert _found(mark(text, published="2022-10-14")) == [
        "The Kazakh president = person kassym-jomart-tokayev",
        "The US secretary of state = person antony-blinken",
    ]
    assert _found(mark(text)) == ["The Kazakh president = person ?", "The US secretary of state = person ?"]


def test_a_known_date_tells_who_held_the_same_office_elsewhere(mark: Marker) -> None:
    text = "Vladimir Putin met his Kazakh counterpart. The Russian leader smiled."
    assert "his Kazakh counterpart = person nursultan-nazarbayev" in _found(mark(text, published="2018-05-05"))
    assert "his Kazakh counterpart = person kassym-jomart-tokayev" in _found(mark(text, published="2022-10-14"))
    assert not any("counterpart = person kassym" in line for line in _found(mark(text)))


def test_the_leader_of_a_country_leads_its_state_before_its_government(mark: Marker) -> None:
    found = _found(mark("The Kyrgyz leader spoke. The Russian leader listened.", published="2022-10-14"))
    assert found == ["The Kyrgyz leader = person sadyr-japarov", "The Russian leader = person vladimir-putin"]


def test_a_pronoun_in_a_quotation_does_not_mean_who_speaks(mark: Marker) -> None:
    article = mark('Putin arrived. "He is late," Tokayev said.')
    assert _found(article) == [
        "Putin = person vladimir-putin",
        "He = person vladimir-putin",
        "Tokayev = person kassym-jomart-tokayev",
    ]


def test_an_authority_without_records_still_finds_names(mark: Marker) -> None:
    article = mark("Kazakh President Kassym-Jomart Tokayev met Mr. Putin in Moscow. Tokayev smiled.", authority=Authority())
    assert _found(article) == [
        "Kassym-Jomart Tokayev = person ~Kassym-Jomart Tokayev",
        "Putin = person ~Putin",
        "Moscow = place ~Moscow",
        "Tokayev = person ~Kassym-Jomart Tokayev",
    ]


def test_an_empty_reading_has_no_mentions() -> None:
    assert mark_mentions(Reading(Article("a"))).article.mentions == ()


def _mention(start: int, end: int, rule: str) -> Mention:
    return Mention(Span(start, end), "person", made=Made(rule=rule))


def test_of_two_that_cross_the_name_stays() -> None:
    name, description = _mention(2, 6, "mention.name.full"), _mention(0, 4, "mention.description.person")
    assert nested([description, name]) == (name,)
    assert nested([_mention(4, 8, "mention.description.person"), name]) == (name,)


def test_of_two_on_the_same_span_the_name_stays() -> None:
    name, description = _mention(0, 4, "mention.name.full"), _mention(0, 4, "mention.description.person")
    assert nested([description, name]) == (name,)


def test_mentions_nest() -> None:
    outer, inner, later = (
        _mention(0, 9, "mention.description.person"),
        _mention(4, 9, "mention.name.place"),
        _mention(9, 12, "mention.name.full"),
    )
    assert nested([later, inner, outer]) == (outer, inner, later)


def test_the_country_is_the_state_that_acts(mark: Marker) -> None:
    found = _found(
        mark("Tashkent signed the treaty with Russia. The republic joined the union, and said the country would disallow imports.")
    )
    assert [line for line in found if "epublic" in line or "country" in line] == [
        "The republic = organization uz",
        "the country = organization uz",
    ]
    assert "the republic = organization kz" in _found(
        mark("The minister thanked Kazakhstan for the aid that the republic provides to Ukraine.")
    )
    assert not any("country" in line for line in _found(mark("The party left the country. Kazakhstan is the country of the steppe.")))


def test_a_description_may_be_as_long_as_it_likes() -> None:
    read_text("The minister" + " of defence" * 3_000 + " said so.")
