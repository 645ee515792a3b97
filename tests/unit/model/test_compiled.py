from typing import Any

import attrs
import pytest

from kzcorpus import model
from kzcorpus.errors import ModelError
from kzcorpus.model import agents, articles, authorities, dates, findings, links, names, provenance, statements
from kzcorpus.model.compiled import maker, surely_right
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.spans import Span
from kzcorpus.model.values import _check, _field, field_types

MODULES = (agents, articles, authorities, dates, findings, links, names, provenance, statements)
CLASSES: set[Any] = {
    value for module in MODULES for value in vars(module).values() if isinstance(value, type) and attrs.has(value) and value is not Span
} | {Corpus}


class Word(str):
    """A string that is not exactly one."""

    __slots__ = ()


ODD: tuple[Any, ...] = (
    *(None, (), [], "", "a", "Ә", "\ud800", "2022", "en", "direct", b"a", Word("a"), 0, 1, True, 1.0, float("nan"), 2**63, {}, set()),
    *(
        Span(0, 1),
        (Span(0, 1),),
        (Span(0, 1), "a"),
        ("a",),
        ("\ud800",),
        (("a", "b"),),
        (("a",),),
        statements.Voice(),
        (statements.Voice(),),
    ),
    *(dates.When("2022"), (names.Name("a"),), (statements.Stance("a"),), authorities.Authority(), provenance.Made()),
)


@pytest.mark.parametrize("cls", sorted(CLASSES, key=str), ids=lambda cls: str(cls.__name__))
def test_what_is_surely_right_has_no_fault(cls: Any) -> None:
    kinds = field_types(cls)
    surely = surely_right(kinds, _check)
    plain = {field.name: None for field in attrs.fields(cls)}
    for name, kind in kinds.items():
        alone, field = surely_right({name: kind}, _check), _field(name, kind)
        for odd in ODD:
            made = maker(cls)(**plain | {name: odd})
            if alone(made) or surely(made):
                assert odd is field.nothing or not field.check(odd), (name, odd)


def test_a_value_that_is_right_is_found_to_be_so() -> None:
    statement = statements.Statement("s1", (Span(0, 2),), "direct", statements.Voice("a", "Ә", Span(3, 4)))
    assert surely_right(field_types(statements.Statement), _check)(statement)
    with pytest.raises(ModelError):
        statements.Statement("", (Span(0, 2),))


def test_the_classes_are_those_of_the_model() -> None:
    assert model.__name__ == "kzcorpus.model"
    assert len(CLASSES) > 20
