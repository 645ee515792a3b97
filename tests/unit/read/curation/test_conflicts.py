import pytest

from kzcorpus import Article, Correction, Span, Statement
from kzcorpus.read.curation.conflicts import anchor, conflicts, told

ARTICLE = Article("a", "The road is open, the mayor said, and Reuters wrote that the road is open, too.")
ROAD, WIDER, FAR = (Span(0, 16),), (Span(0, 17), Span(18, 21)), (Span(57, 73),)


def value(id_: str = "a.1", content: tuple[Span, ...] = ROAD, cue: int | None = 28, **fields: object) -> Statement:
    return Statement(id_, content, cue=() if cue is None else (Span(cue, cue + 4),), **fields)  # type: ignore[arg-type]


def decision(by: str | None, verdict: str | None, one: Statement | None = None, content: tuple[Span, ...] = ROAD) -> Correction:
    return Correction(f"{by}.{verdict}.{one and one.id}", "a", content, verdict=verdict, value=one, by=by)  # type: ignore[arg-type]


def found(*corrections: Correction) -> list[str]:
    return [finding.message.partition(":")[0] for finding in conflicts(ARTICLE, corrections)]


@pytest.mark.parametrize(
    ("hers", "expected"),
    [
        (decision("B", "reject", value()), ["A accepted what B rejected"]),
        (decision("B", "reject"), ["A accepted what B rejected"]),
        (decision(None, "reject", value()), ["A accepted what somebody rejected"]),
        (decision("B", "amend", value(mode="direct")), ["A accepted what B amended"]),
        (decision("B", "add", value("a.2", WIDER)), ["A accepted what B added"]),
        (decision("B", "amend", value("a.1", FAR)), ["A accepted what B amended"]),
        (decision("B", "accept", value()), []),
        (decision("B", "accept"), []),
        (decision("B", "add", value("a.2")), []),
        (decision("A", "reject", value()), []),
        (decision("B", None, value()), []),
        (decision("B", "reject", value("a.2", FAR), FAR), []),
        (decision("B", "reject", value("a.2", cue=46)), []),
        (decision("B", "reject", value("a.2", (Span(0, 32),), None), (Span(0, 32),)), []),
    ],
)
def test_people_differ_where_they_decided_otherwise_about_one_content(hers: Correction, expected: list[str]) -> None:
    assert found(decision("A", "accept", value()), hers) == expected


def test_of_one_person_the_last_decision_counts() -> None:
    first, last, other = decision("A", "reject", value()), decision("A", "accept", value()), decision("B", "accept", value())
    assert found(first, other) == ["A rejected what B accepted"]
    assert found(first, other, last) == []


def test_a_finding_names_both_and_the_words() -> None:
    [finding] = conflicts(ARTICLE, (decision("A", "accept", value()), decision("B", "add", value("a.2", WIDER), WIDER)))
    assert finding.refs == ("A.accept.a.1", "B.add.a.2")
    assert finding.spans == (Span(0, 16), Span(0, 17), Span(18, 21))
    assert finding.message == "A accepted what B added: “The road is open, … the”"


def test_what_a_correction_is_about_is_its_content_or_that_of_its_value() -> None:
    assert anchor(decision("A", "add", value("a.2", FAR), ())) == FAR
    assert anchor(decision("A", "add", None, ())) == ()
    assert told(ARTICLE, (Span(0, 79),)) == "“The road is open, the mayor said, and Reuters wrote that th…”"
