import pytest

from kzcorpus import Span, Statement, Voice
from kzcorpus.read.curation.matching import Known, nested, paired, share, shares

A, B, C = Span(0, 10), Span(5, 15), Span(20, 30)


def statement(id_: str, *content: Span, cue: Span | None = None, speaker: str | None = None) -> Statement:
    return Statement(id_, content, cue=(cue,) if cue else (), speaker=Voice(speaker) if speaker else None)


def known(*statements: Statement) -> list[Known]:
    return [Known(one, (one.content,)) for one in statements]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([A], [A], 1.0),
        ([A], [C], 0.0),
        ([A], [B], 5 / 15),
        ([A, C], [A], 0.5),
        ([Span(0, 5), Span(5, 10)], [A], 1.0),
        ([Span(0, 8), Span(2, 10)], [A], 1.0),
        ([Span(3, 3)], [Span(3, 3)], 0.0),
        ([], [], 0.0),
        ([C, A], [Span(0, 30)], 20 / 30),
    ],
)
def test_the_share_is_of_code_points_in_either(a: list[Span], b: list[Span], expected: float) -> None:
    assert share(a, b) == pytest.approx(expected)
    assert share(b, a) == pytest.approx(expected)


def test_only_what_lies_over_each_other_is_compared() -> None:
    olds = [((A,), 0), ((C,), 1), ((), 2)]
    news = [((B,), 0), ((Span(25, 26),), 1), ((Span(3, 12), C), 2)]
    assert sorted(shares(olds, news, 0.1)) == [(0, 0, 5 / 15), (0, 2, 7 / 22), (1, 1, 0.1), (1, 2, 10 / 19)]
    assert list(shares(olds, news)) == [(1, 2, 10 / 19)]


def test_the_same_place_comes_before_the_same_id() -> None:
    old = known(statement("x", A), statement("x-2", C))
    new = [statement("x", Span(40, 50)), statement("x-2", A), statement("x-3", C)]
    assert paired(old, new) == {1: 0, 2: 1}


def test_of_two_with_one_content_the_cue_and_the_speaker_tell() -> None:
    cited, report = statement("a", C, cue=A, speaker="mayor"), statement("b", C, cue=B, speaker="reuters")
    assert paired(known(report), [cited, report]) == {1: 0}
    assert paired(known(cited, report), [statement("n", C, cue=B, speaker="afp"), statement("m", C, cue=A)]) == {0: 1, 1: 0}


def test_two_cuts_of_one_content_are_one_statement_the_most_alike_first() -> None:
    old = known(statement("a", Span(0, 100)), statement("b", Span(0, 60)))
    assert paired(old, [statement("n", Span(0, 65)), statement("m", Span(0, 90))]) == {0: 1, 1: 0}
    assert paired(old, [statement("n", Span(90, 120))]) == {}


def test_a_statement_is_not_the_one_that_it_reports() -> None:
    outer = statement("outer", Span(0, 40), cue=Span(50, 54))
    inner = statement("inner", Span(10, 40), cue=Span(5, 9))
    assert nested(outer, inner)
    assert paired(known(outer), [inner]) == {}
    assert paired(known(outer), [inner, outer]) == {1: 0}


def test_a_statement_is_known_by_every_content_it_was_decided_about() -> None:
    decided = Known(statement("a", Span(60, 70)), ((Span(60, 70),), (A,)))
    assert paired([decided], [statement("n", A)]) == {0: 0}


def test_what_has_no_content_is_nobody() -> None:
    assert paired(known(statement("a")), [statement("a")]) == {}
