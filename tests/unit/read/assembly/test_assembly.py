import itertools
from collections.abc import Iterable
from typing import Any

import attrs
import pytest

from kzcorpus import (
    Actor,
    Article,
    Authority,
    Finding,
    Mention,
    Name,
    Occasion,
    Organization,
    Place,
    Setting,
    Source,
    Span,
    Statement,
    Tenure,
    Voice,
    When,
    assemble,
)

AUTHORITY = Authority(
    actors=(
        Actor("ann", (Name("Ann Lee", kind="full"),), kind="person"),
        Actor("bob", (Name("Bob Lee", kind="full"),), kind="person"),
        Actor("unused", (Name("Cy Dee", kind="full"),), kind="person"),
    ),
    organizations=(
        Organization("state", (Name("Utopia"),), kind="state", seat="capital"),
        Organization("ministry", (Name("Ministry of Truth"),), kind="ministry", part_of="state"),
        Organization("club", (Name("Club"),), kind="other"),
    ),
    places=(
        Place("land", (Name("Utopia"),), kind="country"),
        Place("capital", (Name("Port"),), kind="city", part_of="land"),
        Place("elsewhere", (Name("Elsewhere"),), kind="city"),
    ),
    tenures=(Tenure("ann", "Minister", "ministry", "2020", None), Tenure("unused", "Head", "club", "2021", None)),
)


def person(name: str, start: int = 0) -> Mention:
    return Mention(Span(start, start + 1), "person", name=name)


def article(id: str = "a", *mentions: Mention, **fields: Any) -> Article:  # noqa: A002 -- the model's own word
    return Article(id, "0123456789" * 5, mentions=mentions, **fields)


def said(id: str, **fields: Any) -> Statement:  # noqa: A002
    return Statement(id, content=(Span(0, 5),), mode="indirect", **fields)


def names(corpus_records: Iterable[Actor | Organization]) -> list[list[str]]:
    return [[name.text for name in record.names] for record in corpus_records]


def test_the_authority_holds_what_is_used_and_all_it_refers_to() -> None:
    corpus = assemble([article("a", Mention(Span(0, 1), "person", entity="ann"))], id="c", authority=AUTHORITY)
    assert [actor.id for actor in corpus.authority.actors] == ["ann"]
    assert [organization.id for organization in corpus.authority.organizations] == ["state", "ministry"]
    assert [place.id for place in corpus.authority.places] == ["land", "capital"]
    assert [tenure.holder for tenure in corpus.authority.tenures] == ["ann"]


def test_records_come_from_voices_datelines_and_literals_too() -> None:
    one = article(
        "a",
        Mention(Span(0, 1), "organization", entity="state", literal="capital"),
        statements=(said("a.1", speaker=Voice("bob"), addressees=(Voice("club"),)),),
    )
    corpus = assemble([one], id="c", authority=AUTHORITY)
    assert {record.id for record in corpus.authority.agents()} == {"bob", "club", "state"}


def test_articles_without_anybody_need_no_records() -> None:
    assert assemble([article()], id="c", authority=AUTHORITY).authority == Authority()
    assert assemble([], id="c", authority=AUTHORITY).articles == ()


def test_somebody_no_authority_knew_becomes_one_proposed_person() -> None:
    articles = [article("a", person("Erdni Kagal")), article("b", person("Erdni Kagal"), person("Erdni Kagal", 3))]
    corpus = assemble(articles, id="c", authority=AUTHORITY)
    (actor,) = corpus.authority.actors
    assert (actor.id, actor.kind) == ("erdni-kagal", "person")
    assert names([actor]) == [["Erdni Kagal"]]
    assert actor.made is not None
    assert (actor.made.by, actor.made.status) == ("kzcorpus", "proposed")
    assert {mention.entity for one in corpus.articles for mention in one.mentions} == {"erdni-kagal"}


def test_spellings_of_one_name_are_one_person() -> None:
    corpus = assemble([article("a", person("José Peña")), article("b", person("Jose Pena"))], id="c", authority=AUTHORITY)
    assert names(corpus.authority.actors) == [["Jose Pena", "José Peña"]]


def test_a_family_name_joins_the_only_person_who_bears_it() -> None:
    corpus = assemble(
        [article("a", person("Erdni Kagal")), article("b", person("Kagal")), article("c", person("E. Kagal"))], id="x", authority=AUTHORITY
    )
    assert names(corpus.authority.actors) == [["Erdni Kagal", "E. Kagal", "Kagal"]]


def test_a_family_name_of_several_stays_apart() -> None:
    corpus = assemble(
        [article("a", person("Erdni Kagal")), article("b", person("Anna Kagal")), article("c", person("Kagal"))],
        id="x",
        authority=AUTHORITY,
    )
    assert sorted(actor.id for actor in corpus.authority.actors) == ["anna-kagal", "erdni-kagal", "kagal"]


def test_people_and_organizations_of_one_name_stay_apart() -> None:
    articles = [article("a", person("Green")), article("b", Mention(Span(0, 1), "organization", name="Green"))]
    corpus = assemble(articles, id="c", authority=AUTHORITY)
    assert [actor.id for actor in corpus.authority.actors] == ["green-2"]
    assert [organization.id for organization in corpus.authority.organizations] == ["green"]


def test_an_id_in_use_is_not_given_again() -> None:
    articles = [article("erdni-kagal", person("Erdni Kagal"), Mention(Span(3, 4), "person", entity="ann")), article("b", person("Ann"))]
    corpus = assemble(articles, id="c", authority=AUTHORITY)
    assert sorted(actor.id for actor in corpus.authority.actors) == ["ann", "ann-2", "erdni-kagal-2"]


def test_voices_follow_the_names_of_mentions() -> None:
    one = article(
        "a",
        person("Erdni Kagal"),
        statements=(said("a.1", speaker=Voice(name="Erdni Kagal", kind="named"), via=(Voice(name="Daily", kind="outlet"),)),),
        bylines=(Voice(name="Ida Ur", kind="named"),),
        source=Source(outlet=Voice(name="Daily", kind="outlet")),
    )
    corpus = assemble([one], id="c", authority=AUTHORITY)
    read = corpus.articles[0]
    assert read.statements[0].speaker == Voice("erdni-kagal", "Erdni Kagal", kind="named")
    assert read.statements[0].via[0].entity == "daily"
    assert read.source is not None
    assert read.source.outlet is not None
    assert read.source.outlet.entity == "daily"
    assert read.bylines[0].entity == "ida-ur"
    assert [actor.id for actor in corpus.authority.actors] == ["erdni-kagal", "ida-ur"]


def test_voices_without_a_name_of_their_own_propose_nobody() -> None:
    voices = (Voice(name="some officials", kind="collective"), Voice(name="the minister", kind="title"), Voice(kind="unnamed"))
    corpus = assemble(
        [article("a", statements=tuple(said(f"a.{i}", speaker=v) for i, v in enumerate(voices)))], id="c", authority=AUTHORITY
    )
    assert corpus.authority == Authority()


def test_a_voice_that_bears_a_records_name_is_that_record() -> None:
    corpus = assemble(
        [article("a", statements=(said("a.1", addressees=(Voice(name="UTOPIA", kind="named"),)),))], id="c", authority=AUTHORITY
    )
    assert corpus.articles[0].statements[0].addressees[0].entity == "state"


def test_a_voice_whose_name_several_records_bear_is_none_of_them_and_nobody_new() -> None:
    corpus = assemble([article("a", statements=(said("a.1", speaker=Voice(name="Lee", kind="named")),))], id="c", authority=AUTHORITY)
    assert corpus.articles[0].statements[0].speaker == Voice(name="Lee", kind="named")
    assert corpus.authority.actors == ()


def test_repeated_ids_of_articles_are_numbered_and_statements_follow() -> None:
    one = article(
        "a",
        statements=(said("a.x"), said("a.y", within="a.x"), said("free")),
        findings=(Finding("f", article="a", refs=("a.x",)),),
    )
    corpus = assemble([one, one], id="c", authority=AUTHORITY)
    assert [read.id for read in corpus.articles] == ["a", "a-2"]
    assert [statement.id for statement in corpus.articles[1].statements] == ["a-2.x", "a-2.y", "a-2.free"]
    assert corpus.articles[1].statements[1].within == "a-2.x"
    assert corpus.articles[1].findings == (Finding("f", article="a-2", refs=("a-2.x",)),)


def test_an_article_may_be_called_like_a_record_or_a_statement() -> None:
    corpus = assemble(
        [article("ann", Mention(Span(0, 1), "person", entity="ann")), article("b", statements=(said("b.1"),)), article("b.1")],
        id="c",
        authority=AUTHORITY,
    )
    assert [read.id for read in corpus.articles] == ["ann-2", "b", "b.1-2"]


def test_an_id_that_no_record_bears_is_left_out_with_a_finding() -> None:
    one = article("a", Mention(Span(0, 1), "person", entity="ghost"), statements=(said("a.1", speaker=Voice("ghost")),))
    corpus = assemble([one], id="c", authority=AUTHORITY)
    read = corpus.articles[0]
    assert read.mentions[0].entity is None
    assert read.statements[0].speaker == Voice(name="ghost")
    assert [finding.code for finding in read.findings] == ["unknown-record"]


def test_the_articles_of_a_corpus_can_be_assembled_again() -> None:
    one = article(
        "a",
        person("Erdni Kagal"),
        statements=(_held("the summit", "2022", None, "a.1"), said("a.2", speaker=Voice(name="Zed Zulu", kind="named"))),
    )
    corpus = assemble([one, article("b", Mention(Span(0, 1), "person", entity="ann"))], id="c", authority=AUTHORITY)
    assert assemble(corpus.articles, id="c", authority=AUTHORITY) == corpus


def _held(name: str, date: str | None = None, speaker: str | None = None, id: str = "s") -> Statement:  # noqa: A002
    when = When(date, "stated", Span(0, 2)) if date else None
    return said(id, occasion=Setting(name=name), said=when, speaker=Voice(speaker) if speaker else None)


def test_settings_with_a_name_become_occasions() -> None:
    corpus = assemble([article("a", statements=(_held("a joint press conference", "2022-02-28", "ann"),))], id="c", authority=AUTHORITY)
    assert corpus.occasions == (
        Occasion(
            "joint-press-conference-2022-02-28",
            "press_conference",
            (Name("joint press conference"),),
            When("2022-02-28", "stated"),
            participants=("ann",),
        ),
    )
    setting = corpus.articles[0].statements[0].occasion
    assert setting == Setting("joint-press-conference-2022-02-28", "a joint press conference")


def test_the_same_name_on_the_same_date_is_one_occasion() -> None:
    articles = [
        article("a", statements=(_held("the CIS summit", "2022-10-14", "ann"),)),
        article("b", statements=(_held("a CIS summit", "2022-10-14", "bob"),)),
        article("c", statements=(_held("a CIS summit", "2023-10-13"),)),
    ]
    corpus = assemble(articles, id="c", authority=AUTHORITY)
    assert [(occasion.id, occasion.kind, occasion.participants) for occasion in corpus.occasions] == [
        ("cis-summit-2022-10-14", "summit", ("ann", "bob")),
        ("cis-summit-2023-10-13", "summit", ()),
    ]


def test_an_occasion_without_a_date_is_one_within_its_article() -> None:
    articles = [article(id_, statements=(_held("an interview", id="x"), _held("the interview", id="y"))) for id_ in ("a", "b")]
    corpus = assemble(articles, id="c", authority=AUTHORITY)
    assert [occasion.id for occasion in corpus.occasions] == ["interview", "interview-2"]


def test_settings_without_a_name_stay() -> None:
    setting = Setting(span=Span(0, 2))
    corpus = assemble([article("a", statements=(said("a.1", occasion=setting),))], id="c", authority=AUTHORITY)
    assert corpus.articles[0].statements[0].occasion == setting


def test_the_order_of_articles_decides_only_their_order() -> None:
    articles = [
        article("a", person("Erdni Kagal"), statements=(_held("the summit", "2022", "ann", "a.1"),)),
        article("b", person("Kagal"), person("Zed Zulu", 3)),
        article(
            "c", person("E. Kagal"), Mention(Span(5, 6), "organization", name="Zed"), statements=(_held("summit", "2022", "bob", "c.1"),)
        ),
    ]
    corpora = [assemble(order, id="x", authority=AUTHORITY) for order in itertools.permutations(articles)]
    sorted_ones = [attrs.evolve(corpus, articles=tuple(sorted(corpus.articles, key=lambda read: read.id))) for corpus in corpora]
    assert all(corpus == sorted_ones[0] for corpus in sorted_ones)


@pytest.mark.parametrize("name", ["!?", "…", " ", "Тоқаев", "x" * 1000])
def test_any_name_can_be_proposed(name: str) -> None:
    corpus = assemble([article("a", person(name))], id="c", authority=AUTHORITY)
    assert corpus.articles[0].mentions[0].entity == corpus.authority.actors[0].id
