"""Chains of sources: who cites whom, and who quotes somebody."""

import pytest

from kzcorpus import Article, Voice, read_text

LEAD = "Kazakhstan opens a road\n\nIt was cold in the old town of the north, where nothing had happened.\n"


def words(article: Article, voice: Voice | None) -> str | None:
    return voice.span.of(article.text) if voice and voice.span else None


@pytest.mark.parametrize(
    ("text", "source", "medium", "content"),
    [
        ("According to Reuters, citing Kommersant, the road was closed.", "Kommersant", "Reuters", "the road was closed"),
        ("Reuters, citing a nurse, reported that three men were hurt.", "a nurse", "Reuters", "three men were hurt"),
        (
            "The road is closed, Bloomberg is reporting, citing a person in the party.",
            "a person in the party",
            "Bloomberg",
            "The road is closed",
        ),
        ("Citing the foreign ministry, TASS said the road was open.", "the foreign ministry", "TASS", "the road was open"),
    ],
)
def test_who_is_cited_says_what_the_report_says(text: str, source: str, medium: str, content: str) -> None:
    article = read_text(LEAD + text, id="a")
    outer, inner = article.statements
    assert inner.within == outer.id
    assert inner.content == outer.content
    assert (words(article, outer.speaker), words(article, inner.speaker), article.quote(inner)) == (medium, source, content)
    assert [words(article, voice) for voice in inner.via] == [medium]
    assert inner.made is not None
    assert inner.made.rule == "verb.citing"


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The minister was quoted by RIA Novosti as saying that the road was open.", "RIA Novosti"),
        ("Interfax quoted the minister as saying that the road was open.", "Interfax"),
    ],
)
def test_who_quotes_is_a_medium(text: str, medium: str) -> None:
    article = read_text(LEAD + text, id="a")
    (found,) = article.statements
    assert words(article, found.speaker) in ("The minister", "the minister")
    assert [words(article, voice) for voice in found.via] == [medium]


def test_without_another_report_what_is_cited_is_the_content() -> None:
    article = read_text(LEAD + "The minister cited a report of the council.", id="a")
    assert [(words(article, one.speaker), article.quote(one)) for one in article.statements] == [
        ("The minister", "a report of the council")
    ]
