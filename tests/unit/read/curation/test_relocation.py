import attrs
import pytest

from kzcorpus import Setting, Span, Statement, Voice, When
from kzcorpus.read.curation.relocation import Edition

OLD = "“We agree,” she said on Friday at the summit. We agree."


@pytest.mark.parametrize(
    ("now", "span", "expected"),
    [
        (OLD, Span(1, 9), Span(1, 9)),
        ("Then: " + OLD, Span(1, 9), Span(7, 15)),
        ("We agree. " + OLD, Span(46, 54), Span(56, 64)),
        ("She said “we agree”.", Span(1, 9), None),
        ("", Span(1, 9), None),
        ("“We agree,”", Span(0, 11), Span(0, 11)),
        ("X “We agree,” X", Span(0, 11), Span(2, 13)),
        ("disagree", Span(4, 9), None),
        ("We agree? “We agree,” she said on Friday at a summit. We agree.", Span(1, 9), Span(11, 19)),
        ("“We agree,” shesaid", Span(15, 16), None),
        ("X she", Span(11, 15), Span(1, 5)),
        ("she", Span(11, 15), Span(0, 3)),
    ],
)
def test_words_are_found_at_the_nearest_place_that_holds_them(now: str, span: Span, expected: Span | None) -> None:
    assert Edition(OLD, now).place(span) == expected


def test_a_statement_moves_with_its_content_and_leaves_lost_words_behind() -> None:
    statement = Statement(
        "s",
        (Span(1, 9),),
        speaker=Voice(span=Span(12, 15)),
        cue=(Span(16, 20),),
        verbatim=(Span(1, 9),),
        said=When("XXXX-XX-XX", span=Span(24, 30)),
        occasion=Setting(span=Span(34, 44)),
        addressees=(Voice(name="all"),),
    )
    edition = Edition(OLD, "Later, “We agree,” she told us on Friday at the meeting.")
    assert edition.statement(statement) == attrs.evolve(
        statement,
        content=(Span(8, 16),),
        speaker=Voice(span=Span(19, 22)),
        cue=(),
        verbatim=(Span(8, 16),),
        said=When("XXXX-XX-XX", span=Span(34, 40)),
        occasion=Setting(),
    )
    assert Edition(OLD, "Nobody agrees.").statement(statement) is None


def test_a_content_in_pieces_needs_all_of_them() -> None:
    pieces = (Span(1, 9), Span(46, 54))
    assert Edition(OLD, "Oh. " + OLD).content(pieces) == (Span(5, 13), Span(50, 58))
    assert Edition(OLD, "We said nothing. We agree.").content((Span(16, 20), Span(31, 33))) is None
    assert Edition(OLD, "").content(()) == ()
