"""Laws of reading: what holds of the statements of any text, and of the same text set in another way."""

import string
from itertools import combinations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcorpus.model.articles import Article
from kzcorpus.read.pipeline import read_text

# pieces that English prose about speech is made of, and the marks that break it
PIECES = [
    *("he said", "she told him", "said Mr. Fox", "according to", "the mayor", "Jane Doe, the mayor,", "that", "the road was open"),
    *("to leave", "and urged", "adding that", "in an interview with a paper", "on Friday", "who", "which", "allegedly", "denied"),
    *("his claim that", "was described as", "it was announced that", "Fox:", "JANE DOE:", "I", "we will win", "criticized", "vowed"),
    *("asked whether", "with", "of", "said", "says", "U.S.", "10,000", "because", "while", "Қасым-Жомарт", "\ufeff", "\n", "\n\n"),
    *("“", "”", '"', "'", "‘", "’", "«", "»", "''", "’s", "—", "--", "(", ")", ";", ":", ",", ".", "!", "?", "..."),
]
PROSE = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
ENGLISH = "The people of the town were told that the bridge would not be opened before the end of the year, and they were not happy.\n"

CLAUSES = st.sampled_from(
    ["the road is open", "we will mend the bridge", "nobody was hurt in the fire", "the talks went well", "it is hard to say why"]
)
SPEAKERS = st.sampled_from(["the mayor", "Jane Doe", "Mr. Fox", "she", "the Kazakh president", "a spokesman for the ministry"])
MARKS = ["“”", '""', "«»", "„“", "‘’"]
TEMPLATES = st.sampled_from([
    "{open}{a},{close} {who} said.",
    "{open}{a},{close} {who} said. {open}{b}.{close}",
    "{open}{a},{close} {who} told reporters, {open}and {b}.{close}",
    "On Friday {who} said: {open}{a}.{close}",
    "On Friday {who} said that {b}, adding: {open}{a}.{close}",
    "{open}{a}!{close} said {who}.",
])  # fmt: skip


def sound(article: Article) -> None:
    """Check everything that a statement's spans must keep."""
    text = article.text
    by_id = {statement.id: statement for statement in article.statements}
    assert len(by_id) == len(article.statements)
    for statement in article.statements:
        assert attrs.evolve(statement) == statement  # which checks it: the reader makes drafts
        assert all(attrs.evolve(voice) == voice for _, voice in statement.voices())
        spans = list(statement.content) + list(statement.cue)
        assert statement.content
        assert all(span.of(text) and span.of(text) == span.of(text).strip(" \n") for span in spans)
        voice = [statement.speaker.span] if statement.speaker and statement.speaker.span else []
        assert not any(a.overlaps(b) for a, b in combinations([*spans, *voice], 2))
        assert all(any(outer.covers(span) for outer in statement.content) for span in statement.verbatim)
        if statement.within:
            parent = by_id[statement.within]
            assert all(any(outer.covers(span) for outer in parent.content) for span in spans)


def contents(article: Article) -> list[tuple[str, ...]]:
    return [tuple(span.of(article.text) for span in statement.content) for statement in article.statements]


@given(st.text(st.characters(codec=None)))
def test_any_string_is_read(text: str) -> None:
    """No text raises, surrogates and control characters included, and its blocks hold all of it."""
    sound(read_text(text))


@given(st.binary(max_size=400))
def test_any_bytes_are_read(raw: bytes) -> None:
    """No bytes raise."""
    sound(read_text(raw))


@given(PROSE)
def test_broken_prose_keeps_the_laws(prose: str) -> None:
    """However marks and cues are thrown together, spans stay in the text, disjoint and nested."""
    sound(read_text(ENGLISH + prose))


@given(PROSE)
def test_reading_is_deterministic(prose: str) -> None:
    """Reading twice gives the same article."""
    assert read_text(ENGLISH + prose) == read_text(ENGLISH + prose)


@given(TEMPLATES, CLAUSES, CLAUSES, SPEAKERS)
def test_the_style_of_the_marks_changes_no_content(template: str, a: str, b: str, who: str) -> None:
    """Curly, straight, angle, low and single marks delimit the same speech."""
    found = []
    for marks in MARKS:
        text = ENGLISH + template.format(open=marks[0], close=marks[-1], a=a, b=b, who=who)
        found.append([tuple(piece.strip('“”"«»„‘’') for piece in pieces) for pieces in contents(read_text(text, id="a"))])
    assert all(one == found[0] for one in found)
    assert any(a in piece for pieces in found[0] for piece in pieces)


@given(
    TEMPLATES,
    CLAUSES,
    CLAUSES,
    SPEAKERS,
    st.sampled_from(["The sun rose over the hills and the river was calm.", "Snow fell in the north for three days."]),
)
def test_an_unrelated_paragraph_changes_no_content(template: str, a: str, b: str, who: str, other: str) -> None:
    """What stands in one paragraph does not depend on an unrelated one before or after it."""
    text = ENGLISH + template.format(open="“", close="”", a=a, b=b, who=who)
    alone = contents(read_text(text, id="a"))
    assert contents(read_text(f"{text}\n{other}\n", id="a")) == alone
    assert contents(read_text(f"{other}\n{text}\n", id="a")) == alone


@given(TEMPLATES, CLAUSES, CLAUSES, SPEAKERS)
def test_ids_survive_re_reading(template: str, a: str, b: str, who: str) -> None:
    """A statement's id does not depend on where it stands."""

    def ids(article: Article) -> set[str]:
        return {statement.id for statement in article.statements}

    text = template.format(open="“", close="”", a=a, b=b, who=who)
    assert ids(read_text(ENGLISH + text, id="a")) == ids(read_text(f"{ENGLISH}Snow fell in the north.\n{text}", id="a"))


@pytest.mark.parametrize(
    "unit",
    [
        *("said ", "he said that ", "said, ", "according to ", "the claim that ", "the ", ", who ", "A: ", string.ascii_letters),
        *("“", "” ", '"', "' ", "(", "“he said ” ", "he said. “No.” ", "I said “I said ", "he said “we” and ", "\n“No way at all then\n"),
    ],
)
def test_text_of_nothing_but_triggers_keeps_the_laws(unit: str) -> None:
    """Text made of nothing but what rules look for is read like any other; tests/benchmarks/growth.py measures how its time grows."""
    article = read_text(ENGLISH + unit * (4_000 // len(unit)))
    assert len(article.statements) <= len(article.text)
    sound(article)
