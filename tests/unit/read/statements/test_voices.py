from collections.abc import Callable

import pytest

from kzcorpus.model.agents import Organization
from kzcorpus.model.articles import Article
from kzcorpus.model.authorities import Authority

KNOWN = Authority(organizations=(Organization("wire", kind="agency"), Organization("ministry", kind="ministry")))
Read = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "marked", "entity"),
    [
        ("Foreign Minister of the Republic Mukhtar Tleuberdi said it was so.", [("Mukhtar Tleuberdi", "person", "mt")], "mt"),
        (
            "Kremlin spokesperson Dmitry Peskov said it was so.",
            [("Kremlin", "organization", "kremlin"), ("Dmitry Peskov", "person", "dp")],
            "dp",
        ),
        ("A spokesman for Mr. Fox said it was so.", [("Fox", "person", "fox")], None),
        ("A spokesman for President Fox said it was so.", [("Fox", "person", "fox")], None),
        ("The mayor, Jane Doe, said it was so.", [("Jane Doe", "person", "jd")], "jd"),
        ("Jane Doe, the mayor of Astana, said it was so.", [("Jane Doe", "person", "jd"), ("Astana", "place", "astana")], "jd"),
        ("The Kazakh president said it was so.", [("The Kazakh president", "person", "kp")], "kp"),
        ("Moscow said it was so.", [("Moscow", "organization", "ru")], "ru"),
        ("Jane Doe, who left, spoke. Drivers who like Jane Doe said it was so.", [("Jane Doe", "person", "jd")], None),
    ],
)
def test_whom_a_phrase_means(read: Read, text: str, marked: list[tuple[str, str, str]], entity: str | None) -> None:
    speaker = read(text, marked).statements[-1].speaker
    assert speaker is not None
    assert speaker.entity == entity


def test_who_is_the_one_before(read: Read) -> None:
    (statement,) = read("There was Jane Doe, who said it was so.", [("Jane Doe", "person", "jd")]).statements
    assert statement.speaker is not None
    assert (statement.speaker.entity, statement.speaker.kind) == ("jd", "pronoun")


def test_his_is_the_last_person(read: Read) -> None:
    found = read("Jane Doe was late. Her claim that it was so was false.", [("Jane Doe", "person", "jd")]).statements
    assert found[0].speaker is not None
    assert found[0].speaker.entity == "jd"


def test_i_in_a_quotation_is_who_is_quoted(read: Read) -> None:
    outer, inner = read("“I said in May that it was so,” Jane Doe said.", [("Jane Doe", "person", "jd")]).statements
    assert inner.within == outer.id
    assert inner.speaker is not None
    assert inner.speaker.entity == "jd"


def test_agencies_are_outlets(read: Read) -> None:
    (statement,) = read("The Wire says that it was so.", [("The Wire", "organization", "wire")], KNOWN).statements
    assert statement.speaker is not None
    assert statement.speaker.kind == "outlet"


def test_an_unknown_entity_is_no_outlet(read: Read) -> None:
    (statement,) = read("The Wire says that it was so.", [("The Wire", "organization", "nobody")], KNOWN).statements
    assert statement.speaker is not None
    assert statement.speaker.kind == "named"


def test_a_name_without_a_mention(read: Read) -> None:
    (statement,) = read("Mayor Jane Doe said it was so.").statements
    assert statement.speaker is not None
    assert statement.speaker.entity is None
    assert statement.speaker.name is not None
    assert "Jane Doe" in statement.speaker.name
