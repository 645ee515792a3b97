import attrs
import pytest

from kzcorpus import ModelError, Setting, Span, Stance, Statement, Voice, When


def test_only_the_id_is_required() -> None:
    statement = Statement("a.s1")
    assert [getattr(statement, field.name) for field in attrs.fields(Statement)[1:]] == [
        *[(), None, None, (), (), None, (), (), (), None, None, None, (), None],
    ]


def test_voices_and_spans_are_told_by_the_path_of_their_field() -> None:
    he, them, outlet = Voice(name="he", span=Span(0, 2)), Voice(span=Span(3, 7)), Voice("bbc")
    statement = Statement(
        "s",
        content=(Span(10, 20), Span(30, 30)),
        speaker=he,
        cue=(Span(3, 4),),
        verbatim=(Span(11, 12),),
        hedges=(Span(5, 6),),
        addressees=(them,),
        via=(outlet, he),
        occasion=Setting(span=Span(40, 41)),
        said=When("2022", span=Span(50, 51)),
    )
    assert list(statement.voices()) == [("speaker", he), ("addressees[0]", them), ("via[0]", outlet), ("via[1]", he)]
    assert list(statement.spans()) == [
        ("content[0]", Span(10, 20)),
        ("content[1]", Span(30, 30)),
        ("cue[0]", Span(3, 4)),
        ("verbatim[0]", Span(11, 12)),
        ("hedges[0]", Span(5, 6)),
        ("speaker.span", Span(0, 2)),
        ("addressees[0].span", Span(3, 7)),
        ("via[1].span", Span(0, 2)),
        ("occasion.span", Span(40, 41)),
        ("said.span", Span(50, 51)),
    ]


@pytest.mark.parametrize("agreement", [True, False, 1, 0, -3, 2**63 - 1, -(2**63), None])
def test_a_stance_keeps_the_type_of_its_agreement(agreement: bool | int | None) -> None:  # noqa: FBT001
    stance = Stance("sanctions", agreement)
    assert stance.agreement is agreement or stance.agreement == agreement
    assert type(stance.agreement) is type(agreement)


def test_true_is_not_1() -> None:
    values = [Stance("c", agreement) for agreement in (True, 1, False, 0, None)]
    assert len(set(values)) == 5
    assert Statement("s", stances=(values[0],)) != Statement("s", stances=(values[1],))


@pytest.mark.parametrize(
    ("agreement", "found"),
    [
        (0.5, "found float 0.5, expected bool or int"),
        ("yes", "found str 'yes', expected bool or int"),
        (2**63, "found int 9223372036854775808, expected an int of at most 64 bits"),
        (10**400, "found a very large int, expected an int of at most 64 bits"),
    ],
)
def test_an_agreement_of_another_type_is_refused(agreement: int, found: str) -> None:
    with pytest.raises(ModelError, match=rf"Stance\.agreement: {found}"):
        Stance("c", agreement)


def test_a_voice_is_no_string() -> None:
    with pytest.raises(ModelError, match=r"Statement\.speaker: found str 'Tokayev', expected Voice"):
        Statement("s", speaker="Tokayev")  # type: ignore[arg-type]
