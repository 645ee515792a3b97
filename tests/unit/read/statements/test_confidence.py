from typing import Any, get_args

import pytest

from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Mode, Voice, VoiceKind
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.pipeline import read_text
from kzcorpus.read.statements.confidence import Traits, confidence_in, confidence_of, traits_of

TABLE: dict[str, Any] = {
    "rules": {"a": 0.5, "b": 0.8},
    "mode": {"direct": 2},
    "speaker": {"named": 3, "nobody": 0.25},
    "cue": {"say": 1.5},
    "length": {"limits": [10], "factors": [0.5, 2]},
}


def test_traits() -> None:
    voice = Voice(name="Ada", span=Span(0, 3), kind="named")
    assert traits_of("a", "direct", voice, "said", [Span(4, 9), Span(12, 20)]) == Traits("a", "direct", "named", "say", 1)
    assert traits_of("a", "direct", Voice(name="Ada", kind="named"), "", [Span(4, 9)]) == Traits("a", "direct", "implicit", "none", 0)


@pytest.mark.parametrize(
    ("cue", "kind"),
    [("said", "say"), ("has Said", "say"), ("adding", "participle"), ("pointing out", "participle"), ("told", "other"), ("", "none")],
)
def test_kinds_of_cue(cue: str, kind: str) -> None:
    assert traits_of("a", None, None, cue, [Span(0, 1)]).cue == kind


@pytest.mark.parametrize(
    ("traits", "sure"),
    [
        (Traits("a", "indirect", "pronoun", "other", 1), 0.67),
        (Traits("a", "direct", "named", "say", 1), 0.95),
        (Traits("b", "indirect", "nobody", "none", 0), 0.33),
        (Traits("unheard of", "direct", "named", "say", 1), None),
    ],
)
def test_odds_are_multiplied(traits: Traits, sure: float | None) -> None:
    assert confidence_in(TABLE, traits) == sure


def test_the_table_is_complete() -> None:
    table = lexicon("confidence")
    limits, factors = table["length"]["limits"], table["length"]["factors"]
    assert limits == sorted(set(limits))
    assert len(factors) == len(limits) + 1
    assert {*table["mode"]} == {*get_args(Mode)}
    assert {*table["speaker"]} <= {*get_args(VoiceKind), "implicit", "nobody"}
    assert {*table["cue"]} == {"say", "participle", "other", "none"}
    assert all(0 < share < 1 for share in table["rules"].values())
    assert all(factor > 0 for factor in (*factors, *(factor for trait in ("mode", "speaker", "cue") for factor in table[trait].values())))


def test_statements_carry_the_confidence_of_their_traits() -> None:
    text = (
        "He said that it was cold. The town asked for wood, said the mayor, who was not there. “It was cold,” said nobody, calling her out."
    )
    article = read_text(text)
    assert article.statements
    for statement in article.statements:
        assert statement.made is not None
        assert statement.made.rule is not None
        cue = " ".join(span.of(text) for span in statement.cue)
        traits = traits_of(statement.made.rule, statement.mode, statement.speaker, cue, statement.content)
        assert statement.made.confidence == confidence_of(traits) is not None
