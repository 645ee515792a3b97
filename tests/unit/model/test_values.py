import threading
from typing import Any

import attrs
import pytest

from kzcorpus import Article, Corpus, Correction, Fault, Link, Made, ModelError, Name, Span, Statement, Voice
from kzcorpus.model.values import Edtf, Id, Text, checked, draft, field_types, unchecked


class Word(str):
    """A string that is not exactly one."""

    __slots__ = ()


def fault(make: Any, *args: Any, **fields: Any) -> str:
    with pytest.raises(ModelError) as caught:
        make(*args, **fields)
    assert len(caught.value.faults) == 1
    return str(caught.value)


def test_types_are_taken_exactly() -> None:
    assert fault(Article, 7) == "Article.id: found int 7, expected str"
    assert fault(Article, b"a") == "Article.id: found bytes, expected str"
    assert fault(Article, Word("a")) == "Article.id: found Word 'a', expected str"
    assert fault(Article, "a", None) == "Article.text: found NoneType None, expected str"
    assert fault(Name, "n", kind=["full"]).startswith("Name.kind: found list, expected full | family")
    assert fault(Article, ["a"]) == "Article.id: found list, expected str"


def test_lists_are_taken_for_tuples_and_nothing_else_is() -> None:
    assert Statement("s", [Span(0, 1)]).content == (Span(0, 1),)  # type: ignore[arg-type]
    for other, found in (("ab", "str 'ab'"), ({1}, "set"), (iter(()), "tuple_iterator"), (None, "NoneType None")):
        assert fault(Statement, "s", other) == f"Statement.content: found {found}, expected tuple"
    assert fault(Statement, "s", [(0, 1)]) == "Statement.content[0]: found tuple, expected Span"


def test_whole_numbers_are_taken_for_floats_and_bools_are_not() -> None:
    assert type(Made(confidence=1).confidence) is float
    assert fault(Made, confidence=True) == "Made.confidence: found bool True, expected a finite float"


@pytest.mark.parametrize(("text", "at", "point"), [("\ud800", 0, "D800"), ("ab\udfff", 2, "DFFF"), ("😀\ud83d\ude00", 1, "D83D")])
def test_a_surrogate_is_named_with_its_place(text: str, at: int, point: str) -> None:
    assert fault(Article, "a", text) == f"Article.text: found the surrogate U+{point} at {at}, expected Unicode scalar values"
    assert fault(Article, text).startswith("Article.id: found the surrogate")


def test_every_fault_of_a_value_is_named() -> None:
    with pytest.raises(ModelError) as caught:
        Statement("", "x", "spoken", Voice(), (1, Span(0, 1), None))  # type: ignore[arg-type]
    assert [found.path for found in caught.value.faults] == [
        "Statement.id",
        "Statement.content",
        "Statement.mode",
        "Statement.cue[0]",
        "Statement.cue[2]",
    ]


def test_a_long_value_is_shortened_in_the_message() -> None:
    assert len(fault(Name, "n", language="я" * 10**6)) < 200


def test_the_rules_of_a_class_are_its_annotations() -> None:
    types = field_types(Name)
    assert list(types) == [field.name for field in attrs.fields(Name)]
    assert types["text"] is Text
    assert types["since"] == Edtf | None
    assert field_types(Article)["id"] is Id


def test_a_class_adds_conditions_of_its_own_and_keeps_its_repr() -> None:
    @attrs.frozen
    @checked
    class Pair:
        low: int
        high: int = 0

        def _faults(self) -> Any:
            if self.low > self.high:
                yield Fault("", "found them the wrong way round")

        def __repr__(self) -> str:
            return f"{self.low}-{self.high}"

    assert repr(Pair(1, 2)) == "1-2"
    assert fault(Pair, 2, 1) == "Pair: found them the wrong way round"
    assert fault(Pair, "2", 1) == "Pair.low: found str '2', expected int"


def test_items_may_be_of_several_types() -> None:
    @attrs.frozen
    @checked
    class Mixed:
        items: tuple[int | str, ...]

    assert Mixed((1, "a")).items == (1, "a")
    assert fault(Mixed, (1, 0.5)) == "Mixed.items[1]: found float 0.5, expected int or str"


def test_threads_that_make_the_first_value_of_a_class_all_check_it() -> None:
    refused = []

    def make(cls: Any, ready: threading.Barrier) -> None:
        ready.wait()
        try:
            cls(text=1, last="2")
        except ModelError as error:
            refused.append(len(error.faults))

    for _ in range(50):

        @attrs.frozen
        @checked
        class Fresh:
            text: str
            middle: tuple[int, ...] = ()
            last: int = 0

        ready = threading.Barrier(4)
        threads = [threading.Thread(target=make, args=(Fresh, ready)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert refused == [2] * 200


def test_a_repr_counts_collections_and_shortens_strings() -> None:
    article = Article("a", "word " * 1000, extra=(("k", "v"),))
    assert repr(article) == f"Article(id='a', text={'word word word word …word word word word '!r}, extra=<1>)"
    assert repr(Corpus("c", articles=(article,))) == "Corpus(id='c', articles=<1>)"
    shown = repr(Made("x" * 100, "y" * 100, "z" * 100))
    assert len(shown) == 110
    assert shown.endswith("…)")


def test_a_draft_is_unchecked_and_has_the_defaults() -> None:
    statement = draft(Statement, id="", content=(Span(0, 1),))
    assert statement.id == ""
    assert statement.mode is None
    assert draft(Corpus, id="c") == Corpus("c")
    assert type(statement) is Statement
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        statement.id = "s2"  # type: ignore[misc]
    with pytest.raises(ModelError):
        attrs.evolve(statement)


def test_a_draft_has_no_other_fields_than_its_class() -> None:
    with pytest.raises(TypeError):
        draft(Span, start=0, end=1, length=1)


@pytest.mark.parametrize(
    "value",
    [
        Statement("s", (Span(0, 1),), "direct", Voice(None, "A"), within="r", made=Made("x")),
        Correction("x", "a", verdict="amend", value=Statement("s")),
        Corpus("c", "title"),
        Span(0, 4),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_made_unchecked_is_like_what_the_constructor_makes(value: Any) -> None:
    made = unchecked(type(value))(*(getattr(value, field.name) for field in attrs.fields(type(value))))
    assert made == value
    assert type(made) is type(value)


@pytest.mark.parametrize("score", [float("nan"), float("inf"), -float("inf"), "0.5", True, b"1", [0.5]])
def test_floats_are_finite_and_nothing_else_is_one(score: Any) -> None:
    assert fault(Link, "a", "b", "same", score).startswith("Link.score: found ")


def test_a_value_may_have_one_field() -> None:
    @attrs.frozen
    @checked
    class One:
        word: Text

    assert One("a").word == "a"
    assert fault(One, 7) == "One.word: found int 7, expected str"
