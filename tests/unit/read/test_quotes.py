import attrs
import pytest

from kzcorpus.model.articles import Article, Block
from kzcorpus.model.spans import Span
from kzcorpus.read.quotes import mark_quotations, quotations
from kzcorpus.read.stages import Passage, Reading


def inners(text: str) -> list[str]:
    return [q.inner.of(text) for q in quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"I won," he said. "You lost."', ["I won,", "You lost."]),
        ("“I won,” he said. “You lost.”", ["I won,", "You lost."]),
        ("«Мы победили», сказал он.", ["Мы победили"]),
        ("„Wir haben gewonnen“, sagte er.", ["Wir haben gewonnen"]),
        ("„Wir haben gewonnen”, sagte er.", ["Wir haben gewonnen"]),
        ("„Er sagte ‚Nein‘ und ging“, sagte sie. Er ging.", ["Er sagte ‚Nein‘ und ging", "Nein"]),
        ("„Er sagte: ‚Nein.‘“ Er ging.", ["Er sagte: ‚Nein.‘", "Nein."]),
        ("»Nein«, sagte sie.", ["Nein"]),
        ("»Er sagte ›nein‹ und ging«, sagte sie.", ["Er sagte ›nein‹ und ging", "nein"]),
        ("”Hej,” sa han.", ["Hej,"]),
        ("‘I won,’ he said.", ["I won,"]),
        ("‘We know why the workers’ demands are dead’, Mr. Fox said.", ["We know why the workers’ demands are dead"]),
        ("‘The road is open. We will mend it.", ["The road is open. We will mend it."]),
        ("She went on: ‘I gave him all. I learned golf.", ["I gave him all. I learned golf."]),
        ("'I won,' he said.", ["I won,"]),
        ("''I won,'' he said. ``Really,'' she said.", ["I won,", "Really,"]),
        ("「はい」と言った。", ["はい"]),
        ("‹Oui›, dit-il.", ["Oui"]),
        ("He called it (“a trick”).", ["a trick"]),
        ("No marks here.", []),
    ],
)
def test_every_style(text: str, expected: list[str]) -> None:
    assert inners(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no, not ‘ever’ again.”", [("no, not ‘ever’ again.", 0), ("ever", 1)]),
        ("‘She told me “go” and left,’ he said.", [("She told me “go” and left,", 0), ("go", 1)]),
        ('"He told me "no" then," she said.', [('He told me "no" then,', 0), ("no", 1)]),
        ("“They fear “repeated sanctions” on us.”", [("They fear “repeated sanctions” on us.", 0), ("repeated sanctions", 1)]),
    ],
)
def test_nested(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(q.inner.of(text), q.level) for q in quotations(text, Span(0, len(text)))] == expected


@pytest.mark.parametrize(
    ("text", "inner", "opened", "closed"),
    [
        ("“The first paragraph of a long speech.", "The first paragraph of a long speech.", True, False),
        ("Good fences make good neighbours,” she told a rally.", "Good fences make good neighbours,", False, True),
        ("“We must not break the rules. “", "We must not break the rules. ", True, True),
    ],
)
def test_odd_counts(text: str, inner: str, opened: bool, closed: bool) -> None:  # noqa: FBT001
    (found,) = quotations(text, Span(0, len(text)))
    assert (found.inner.of(text), found.opened, found.closed) == (inner, opened, closed)


def test_an_opening_mark_at_the_end_closes_what_ran_on() -> None:
    text = "“It is a hard matter,” he said. It is like crossing a river. We go on without breaking a rule. “"
    first, second = quotations(text, Span(0, len(text)))
    assert first.inner.of(text) == "It is a hard matter,"
    assert second.inner.of(text) == "It is like crossing a river. We go on without breaking a rule."
    assert not second.opened


def test_an_unclosed_quotation_ends_before_the_next_one() -> None:
    text = "“The first was never closed. “The second one was closed in time,” she said."
    assert inners(text) == ["The first was never closed.", "The second one was closed in time,"]


@pytest.mark.parametrize(
    "text",
    [
        "It's the dogs' food, and the '90s were Kazakhstan's best years.",
        "The 1990s’ end, rock ’n’ roll, and ’tis enough.",
        "He is 6'2\" tall.",
        "the workers’ union",
        '"',
        "“",
        "”",
        "''",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert inners(text) == []


def test_apostrophes_inside_single_marks() -> None:
    assert inners("‘The voters’ anger,’ he said, ‘is Kazakhstan’s.’") == ["The voters’ anger,", "is Kazakhstan’s."]


def test_marks_pair_within_their_block_only() -> None:
    text = "“One paragraph.\n“Another paragraph.”"
    article = Article("a", text)
    spans = (Span(0, 15), Span(16, len(text)))
    marked = mark_quotations(Reading(article, passages=tuple(Passage(Block(span, "paragraph")) for span in spans)))
    assert [[q.inner.of(text) for q in p.quotations] for p in marked.passages] == [["One paragraph."], ["Another paragraph."]]
    assert attrs.evolve(marked, passages=()) == Reading(article)


def test_linear_on_marks_alone() -> None:
    for mark in ("“", "”", '"', "'", "‘", "’", "«", "»", "''", "„", "“a ", "a” ", ' "a', ". “Bcd efg hij klm nop "):
        text = mark * 20_000
        assert all(
            0 <= q.span.start <= q.inner.start <= q.inner.end <= q.span.end <= len(text) for q in quotations(text, Span(0, len(text)))
        )


@pytest.mark.parametrize("unit", ['"', "“”", "” ", '"a" ', "“a ‘b’ c” ", "''"])
def test_a_block_of_marks_has_no_speech_and_says_so(unit: str) -> None:
    text = "He said “no” twice.\n" + unit * 200
    spans = Span(0, 19), Span(20, len(text))
    marked = mark_quotations(Reading(Article("a", text), passages=tuple(Passage(Block(span, "paragraph")) for span in spans)))
    assert [len(passage.quotations) for passage in marked.passages] == [1, 0]
    assert [(finding.code, finding.spans) for finding in marked.article.findings] == [("quotations-unread", (spans[1],))]


def test_many_marks_among_more_letters_are_read() -> None:
    text = '"No" and ' * 200
    assert len(quotations(text, Span(0, len(text)))) == 200
