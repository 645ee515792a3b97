from typing import Any

import pytest

from kzcorpus.formats.json_ import converter as room
from kzcorpus.formats.json_.converter import HOLE, REFUSALS, make_converter
from kzcorpus.formats.json_.jsonpaths import faults_of, written
from kzcorpus.formats.json_.jsonshape import Unreadable
from kzcorpus.model.articles import Article, Mention
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import MAX_INT, Span
from kzcorpus.model.statements import Stance, Statement
from kzcorpus.model.values import Edtf, Id, Language, Text

CONVERTER = make_converter()


def messages(value: Any, kind: Any) -> Any:
    with pytest.raises(REFUSALS) as caught:
        CONVERTER.structure(value, kind)
    return {written(fault.steps): fault.message for fault in faults_of(caught.value)}


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (True, bool),
        (MAX_INT, int),
        (-MAX_INT - 1, int),
        (0.5, float),
        ("", Text),
        ("a", Id),
        ("kk-Cyrl", Language),
        ("2022-10/..", Edtf),
    ],
)
def test_what_fits_is_taken_as_it_is(value: Any, kind: Any) -> None:
    read = CONVERTER.structure(value, kind)
    assert (type(read), read) == (type(value), value)


@pytest.mark.parametrize(
    ("value", "kind", "message"),
    [
        (1, bool, "found the number 1, expected true or false"),
        (True, int, "found true, expected a whole number within 64 bits"),
        (1.0, int, "found the number 1.0, expected a whole number within 64 bits"),
        (MAX_INT + 1, int, "found a number beyond 64 bits, expected a whole number within 64 bits"),
        (False, float, "found false, expected a number"),
        (10**400, float, "found a number beyond 64 bits, expected a number"),
        (float("inf"), float, "found a number that no float holds, expected a number"),
        (Unreadable("NaN"), float, "found NaN, expected a number"),
        (7, Text, "found the number 7, expected a string"),
        (None, Text, "found null, expected a string"),
        ("\udfff", Text, "found the surrogate U+DFFF at 0, expected Unicode scalar values"),
        ("", Id, "found an empty string, expected an id"),
        ([], Id, "found an array of 0, expected an id"),
        ("en_US", Language, "found 'en_US', expected a BCP 47 language tag"),
        ({}, Span, "found an object, expected a span [start, end]"),
        ([1, 2, 3], Span, "found an array of 3, expected a span [start, end]"),
        ([True, 2], Span, "found true and the number 2, expected two whole numbers"),
        ([0, 10**30], Span, "found int 0, a very large int, expected offsets of at most 64 bits"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(value: Any, kind: Any, message: str) -> None:
    assert messages(value, kind) == {"$": message}


def test_a_whole_number_is_taken_for_a_float() -> None:
    read = CONVERTER.structure({"confidence": 1}, Made)
    assert type(read.confidence) is float


@pytest.mark.parametrize("agreement", [True, 1, False, 0, -3])
def test_true_stays_apart_from_one(agreement: object) -> None:
    read = CONVERTER.structure({"concept": "k", "agreement": agreement}, Stance).agreement
    assert (type(read), read) == (type(agreement), agreement)


@pytest.mark.parametrize("agreement", [None, "1", 1.0, []])
def test_no_other_agreement_is_taken(agreement: object) -> None:
    (message,) = messages({"concept": "k", "agreement": agreement}, Stance).values()
    assert message.endswith("expected true or false or a whole number within 64 bits")


def test_what_is_left_out_is_none_or_empty_and_nothing_else() -> None:
    assert CONVERTER.structure({"id": "s"}, Statement) == Statement("s")
    assert messages({"id": "a"}, Article) == {"$.text": "found nothing, expected a string"}


def test_every_fault_is_found() -> None:
    value = {"id": 1, "mode": "x", "content": [[0, 1], [2, 1], 7], "speaker": {"kind": "y", "nameX": "z"}, "made": {"confidence": 2.0}}
    assert list(messages(value, Statement)) == [
        "$.id",
        "$.content[1]",
        "$.content[2]",
        "$.mode",
        "$.speaker.kind",
        "$.speaker.nameX",
        "$.made.confidence",
    ]


def test_a_mapping_or_a_string_is_no_array() -> None:
    assert messages({"id": "s", "content": {"0": 1}}, Statement) == {"$.content": "found an object, expected an array"}
    assert messages({"id": "s", "content": ""}, Statement) == {"$.content": "found the string '', expected an array"}


def test_a_row_has_the_length_it_must_have() -> None:
    value = {"id": "c", "extra": [["a", "b"], ["a"], ["a", 1]]}
    assert messages(value, Corpus) == {
        "$.extra[1]": "found an array of 1, expected an array of 2",
        "$.extra[2][1]": "found the number 1, expected a string",
    }


def test_holes_are_passed_over() -> None:
    read = CONVERTER.structure([{"id": "a"}, HOLE, {"id": "b"}], tuple[Statement, ...])
    assert [statement.id for statement in read] == ["a", "b"]


def test_after_too_many_faults_the_rest_of_an_array_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_FAULTS", 3)
    found = messages([7] * 10, tuple[Mention, ...])
    assert len(found) == 4
    assert found["$"] == "found more than 3 faults in this array, expected none; its rest was not looked at"
