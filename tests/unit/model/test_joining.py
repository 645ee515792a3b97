import attrs
import pytest

from kzcorpus import Actor, Article, Corpus, Made, ModelError, Name, Occasion, Organization, Remark, Statement
from kzcorpus.model.authorities import Authority
from kzcorpus.model.joining import differing, joined

MADE = Made(by="kzcorpus", rule="assembly.name", status="proposed")


def test_what_differs_is_named_with_its_ids() -> None:
    one = Article("a", "Yes.", statements=(Statement("a.1"), Statement("a.2")))
    other = attrs.evolve(one, language="en", statements=(Statement("a.1", mode="direct"), Statement("a.2"), Statement("a.3")))
    assert list(differing(one, other)) == ["language", "statements ('a.1', 'a.3')"]
    assert list(differing(one, attrs.evolve(one, statements=one.statements[::-1]))) == ["statements (their order)"]
    assert list(differing(Actor("x"), Organization("x"))) == ["kind (Actor, Organization)"]
    many = attrs.evolve(one, statements=tuple(Statement(f"b.{number}") for number in range(7)))
    assert list(differing(attrs.evolve(one, statements=()), many)) == ["statements ('b.0', 'b.1', 'b.2', 'b.3', 'b.4' and 2 more)"]
    five = attrs.evolve(one, statements=many.statements[:5])
    assert list(differing(attrs.evolve(one, statements=()), five)) == ["statements ('b.0', 'b.1', 'b.2', 'b.3', 'b.4')"]


def test_agents_that_a_program_proposed_keep_all_spellings() -> None:
    one = Actor("serikov", (Name("A. Serikov", kind="full"),), made=MADE)
    other = Actor("serikov", (Name("Aidar Serikov", kind="full"), Name("Serikov", kind="variant")), made=MADE)
    both = attrs.evolve(
        one, names=(Name("Aidar Serikov", kind="full"), Name("A. Serikov", kind="variant"), Name("Serikov", kind="variant"))
    )
    assert joined(one, other) == joined(other, one) == both
    assert joined(both, other) == both


@pytest.mark.parametrize("made", [None, Made(by="Aigerim"), attrs.evolve(MADE, status="accepted"), Made(by="kzcorpus", status="proposed")])
def test_agents_that_people_made_are_not_touched(made: Made | None) -> None:
    assert joined(Actor("x", (Name("A"),), made=made), Actor("x", (Name("B"),), made=made)) is None
    assert joined(Actor("x", kind="person", made=MADE), Actor("x", (Name("B"),), made=MADE)) is None


def test_occasions_keep_all_who_took_part() -> None:
    one, other = Occasion("summit", names=(Name("summit"),), participants=("b", "c")), Occasion("summit", participants=("a", "b"))
    assert joined(one, other) == joined(other, one) == Occasion("summit", names=(Name("summit"),), participants=("a", "b", "c"))
    assert joined(one, attrs.evolve(one, kind="summit")) is None


def test_two_corpora_of_one_reader_are_joined() -> None:
    names = (("Aidar Serikov",), ("Aidar Serikov", "Serikov"))
    one, other = (
        Corpus(id_, authority=Authority((Actor("s", tuple(Name(text) for text in some), made=MADE),)), articles=(Article(id_),))
        for id_, some in zip("ab", names, strict=True)
    )
    assert len(one.merge(other).authority.actors[0].names) == 2
    assert one.merge(other).authority == other.merge(one).authority


def test_everything_that_is_wrong_is_told_at_once() -> None:
    one = Corpus("c", articles=(Article("a", "Yes."), Article("x")))
    other = Corpus("c", articles=(Article("a", "No."),), remarks=(Remark("x"),))
    with pytest.raises(ModelError) as caught:
        one.merge(other)
    assert [str(fault) for fault in caught.value.faults] == [
        "articles: found two different values for the id 'a', expected equal ones; they differ in text",
        "remarks[0].id: found the id 'x' again, expected one that articles[1] does not bear",
    ]
