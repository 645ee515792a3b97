from collections.abc import Callable
from itertools import combinations

import pytest

from kzcorpus.model.articles import Article
from kzcorpus.model.spans import Span
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.statements import identified

Read = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“The road is open,” he said.", "direct"),
        ("The road is open,” he said.", "direct"),
        ("He said that the road was “as open as can be” now.", "mixed"),
        ("He said that the road was open.", "indirect"),
        ("She promised a new road.", "indirect"),
    ],
)
def test_modes(read: Read, text: str, mode: str) -> None:
    (statement,) = read(text).statements
    assert statement.mode == mode


def test_verbatim_words(read: Read) -> None:
    text = "He said that the road was “as open as can be” now."
    (statement,) = read(text).statements
    assert [span.of(text) for span in statement.verbatim] == ["as open as can be"]


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("Extremists were allegedly paid from abroad, he said.", ["allegedly"]),
        ("He reportedly said that the road was open.", ["reportedly"]),
        ("“They were allegedly paid,” he said.", []),
    ],
)
def test_hedges_are_the_writer_s(read: Read, text: str, hedges: list[str]) -> None:
    (statement,) = read(text).statements
    assert [span.of(text) for span in statement.hedges] == hedges


@pytest.mark.parametrize(
    ("text", "polarity"),
    [("He denied that he lied.", "negative"), ("He did not say that he lied.", "negative"), ("He said that he did not lie.", "positive")],
)
def test_polarity(read: Read, text: str, polarity: str) -> None:
    assert read(text).statements[0].polarity == polarity


def test_ids_come_from_the_words(read: Read) -> None:
    first = read("He said that the road was open. She left early. She said that the road was open.")
    second = read("A new line.\nHe said, on Monday, that “the road was open”.")
    one, two = first.statements
    assert one.id.startswith("a.")
    assert two.id == f"{one.id}-2"
    assert second.statements[0].id == one.id


def test_in_order_and_disjoint(read: Read) -> None:
    text = (
        "“I claim that we won,” he said, adding that critics say it is over. “It is not over,” she told him.\n"
        "According to the mayor, the report shows that “nobody” left, and the police said so."
    )
    statements = read(text).statements
    assert len(statements) > 5
    assert [s.content[0].start for s in statements] == sorted(s.content[0].start for s in statements)
    by_id = {s.id: s for s in statements}
    for statement in statements:
        voices = [statement.speaker.span] if statement.speaker and statement.speaker.span else []
        for a, b in combinations([*statement.content, *statement.cue, *voices], 2):
            assert not a.overlaps(b)
        if statement.within:
            parent = by_id[statement.within]
            assert all(any(outer.covers(span) for outer in parent.content) for span in (*statement.content, *statement.cue))


def test_every_rule_has_its_confidence(read: Read) -> None:
    text = (
        "“The road is open,” he said. He said that it was wet. He vowed to mend it. He asked whether it was so. He was asked about it.\n"
        "According to her, it was so. Her promise to mend it was kept. The road, he said, is wet. He praised it. He spoke about it.\n"
        "He urged them to go. He added: “It is so.”\nJANE DOE: So it is.\nFox: It was so.\n“It has been so for many years now.”\n"
        "“It would be wrong,” he said. Because I am sure of it."
    )
    rules = {statement.made.rule for statement in read(text).statements if statement.made}
    known = lexicon("confidence")["rules"]
    assert len(rules) > 10
    assert rules <= known.keys()
    assert all(0 <= value <= 1 for value in known.values())


def test_made_says_who(read: Read) -> None:
    (statement,) = read("He said that it was so.").statements
    assert statement.made is not None
    assert (statement.made.by, statement.made.rule, statement.made.status) == ("kzcorpus", "verb.that", None)


def test_ids_are_made_from_words_alone_whatever_stands_between_them() -> None:
    plain, dashed = "Yes, we can", "YES \u2014 we \u201ccan\u201d"
    ids = {identified("a", text, [Span(0, len(text))], {}) for text in (plain, dashed)}
    assert ids == {identified("a", "yes we can", [Span(0, 4), Span(4, 6), Span(7, 10)], {})}
    assert ids.isdisjoint({identified("a", "Yes, we cannot", [Span(0, 14)], {})})


def test_a_sentence_of_reports_without_end_is_passed_over_with_a_finding(read: Read) -> None:
    crowd = "he said that she said that " * 40 + "it was so."
    article = read(f"The mayor said on Friday that the bridge was open.\n{crowd}\nThe minister said that the road was not.\n")
    assert [article.quote(statement) for statement in article.statements] == ["the bridge was open", "the road was not"]
    assert [(finding.code, finding.spans[0].of(article.text)) for finding in article.findings] == [("sentence-unread", crowd)]
