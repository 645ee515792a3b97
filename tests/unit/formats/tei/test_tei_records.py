"""Records, events and annotations, each written alone and read back."""

from typing import Any

import attrs
import pytest
from lxml import etree

from kzcorpus.formats.tei import annotations, events, registers, statements, voices
from kzcorpus.formats.tei.ledger import Ledger, Scope
from kzcorpus.formats.tei.provenance import Mades, read_mades
from kzcorpus.formats.tei.vocabulary import NAMESPACE
from kzcorpus.model.agents import Actor, Concept, Occasion, Organization, Place, Tenure
from kzcorpus.model.articles import Article, Mention
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.dates import When
from kzcorpus.model.findings import Finding
from kzcorpus.model.links import Correction, Link, Remark
from kzcorpus.model.names import Name
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import MAX_INT, Span
from kzcorpus.model.statements import Setting, Stance, Statement, Voice

NAMES = (Name("Қазақстан", "kk-Cyrl", "full", "1991-12-16", "2022/.."), Name(""), Name(" \x1f", kind="former"))
MADE = Made(by="editor", confidence=1.0)


def parsed(*lines: Any) -> Any:
    return etree.fromstring(f'<x xmlns="{NAMESPACE}">{"".join(lines)}</x>'.encode())


def again(write: Any, read: Any, value: Any) -> Any:
    """Write a value with its provenance, and read it back."""
    mades = Mades("a1.")
    written = write(value, mades)
    first, *rest = parsed(*([written] if isinstance(written, str) else written), *mades.elements())
    ledger = Ledger(patient=False)
    return read(first, Scope("a1.text", ledger, read_mades(rest, ledger)))


@pytest.mark.parametrize(
    ("write", "read", "value"),
    [
        (registers.write_actor, registers.read_actor, Actor("a.b", NAMES, "person", ("urn:x", ""), MADE)),
        (registers.write_actor, registers.read_actor, Actor("a", NAMES, "group", made=MADE)),
        (registers.write_actor, registers.read_actor, Actor("a", made=MADE)),
        (registers.write_actor, registers.read_actor, Actor("a")),
        (registers.write_organization, registers.read_organization, Organization("o", NAMES, "state", "o2", "p", ("x y",), MADE)),
        (registers.write_organization, registers.read_organization, Organization("o")),
        (registers.write_place, registers.read_place, Place("p", NAMES, "lake", "p2", ("x",), MADE)),
        (registers.write_place, registers.read_place, Place("p")),
        (registers.write_tenure, registers.read_tenure, Tenure("a", "president", "o", "2019", "2022~", MADE)),
        (registers.write_tenure, registers.read_tenure, Tenure("a", "")),
        (registers.write_tenure, registers.read_tenure, Tenure("a")),
        (events.write_remark, events.read_remark, Remark("r", "a", ("s2", "s1", "s2"), When("2022", "given", None, "2021"), "o", MADE)),
        (events.write_remark, events.read_remark, Remark("r")),
        (events.write_link, events.read_link, Link("s1", "s2", "same", 0.5, MADE)),
        (events.write_link, events.read_link, Link("s1", "s1", "contradicts", -2.5)),
        (events.write_link, events.read_link, Link("s1", "s2", "excerpt")),
    ],
)
def test_records_are_read_back(write: Any, read: Any, value: Any) -> None:
    assert again(write, read, value) == value


@pytest.mark.parametrize("score", [0.0, 1.0, 1e-300, -0.0, 1.0000000000000002, 2.5, -1.0])
def test_a_score_is_a_certainty_only_between_0_and_1(score: float) -> None:
    written = events.write_link(Link("a", "b", "same", score), Mades("_"))
    assert (f'cert="{score!r}"' in written) == (0 <= score <= 1 and repr(score) != "-0.0")
    assert repr(events.read_link(parsed(written)[0], Scope("", Ledger(patient=False))).score) == repr(score)


def test_concepts_and_occasions_are_read_back() -> None:
    concept = Concept("c", NAMES, "c2")
    assert registers.read_concept(parsed(registers.write_concept(concept))[0], Ledger(patient=False)) == concept
    for occasion in (
        Occasion("o", "press_conference", NAMES, When("2022-10", "resolved", None, "2022"), "p", ("b", "a", "b")),
        Occasion("o"),
    ):
        assert events.read_occasion(parsed(events.write_occasion(occasion))[0], Scope("", Ledger(patient=False))) == occasion


@pytest.mark.parametrize("agreement", [True, False, 1, 0, -2, MAX_INT, None])
def test_agreement_keeps_its_type(agreement: Any) -> None:
    stance = Stance("c", agreement)
    found = statements.read_stance(parsed(statements.write_stance(stance))[0], Ledger(patient=False))
    assert found == stance
    assert type(found.agreement) is type(agreement)


FULL = Statement(
    "a1.s1",
    (Span(5, 9), Span(0, 2)),
    "mixed",
    Voice("x", "", Span(1, 1), "pronoun"),
    (Span(3, 4),),
    (Span(0, 2),),
    "negative",
    (Span(2, 3), Span(2, 3)),
    (Voice(), Voice(kind="unnamed")),
    (Voice("y"), Voice("z")),
    "a1.s0",
    Setting("o", "summit", Span(0, 9)),
    When("XXXX-10-14", "stated", Span(0, 0), "2022"),
    (Stance("c", agreement=True), Stance("c", 1), Stance("d")),
    MADE,
)


@pytest.mark.parametrize("statement", [FULL, Statement("s"), Statement("s", speaker=Voice(), occasion=Setting(), polarity="positive")])
def test_statements_are_read_back(statement: Any) -> None:
    assert (
        again(lambda value, mades: statements.write_statement(value, "a1.text", mades), statements.read_statement, statement) == statement
    )


@pytest.mark.parametrize(
    "mention",
    [
        Mention(Span(0, 3), "date", "x", "T\x0b", When("2022", span=Span(1, 2)), "p", MADE),
        Mention(Span(2, 2), "document"),
        Mention(Span(0, 1), "group", name=""),
    ],
)
def test_mentions_are_read_back(mention: Any) -> None:
    assert (
        again(lambda value, mades: annotations.write_mention(value, "a1.m0", "a1.text", mades), annotations.read_mention, mention)
        == mention
    )


@pytest.mark.parametrize(
    "finding",
    [
        Finding("", "info"),
        Finding("date.garbled", "error", "no\r\ndate", "a2", (Span(1, 2), Span(0, 0)), ("b", "a", "b"), "$.x", ~MAX_INT, ""),
        Finding("Ünklar \x00", message="", path="", line=0, hint=" "),
    ],
)
def test_findings_are_read_back(finding: Any) -> None:
    written = annotations.write_finding(finding, "a1.text")
    assert annotations.read_finding(parsed(written)[0], Scope("a1.text", Ledger(patient=False))) == finding


@pytest.mark.parametrize("voice", [Voice(), Voice("x", "", Span(0, 0), "title"), Voice(kind="outlet"), Voice(name="a<b")])
def test_voices_are_read_back_from_notes_and_publishers(voice: Any) -> None:
    scope = Scope("a1.text", Ledger(patient=False))
    assert voices.read_voice(parsed(voices.write_voice("via", voice, "a1.text"))[0], scope) == voice
    assert voices.read_outlet(parsed(voices.write_outlet(voice, "a1.text"))[0], scope) == voice


def values_of(corpus: Corpus) -> Any:
    written = parsed(*[events.write_correction(correction) for correction in corpus.corrections], *events.write_values(corpus, Mades("_")))
    found: dict[str, list[Any]] = {}
    for event in written:
        found.setdefault(event.get("type", ""), []).append(event)
    values = {f"#{event.get('{http://www.w3.org/XML/1998/namespace}id')}": event for event in found.get("statement", [])}
    scope = Scope("", Ledger(patient=False))
    return tuple(events.read_correction(event, values, scope) for event in found["correction"])


def test_corrections_hold_whole_statements_even_of_ids_that_are_taken() -> None:
    value = attrs.evolve(FULL, within=None, made=None, speaker=None, via=(), occasion=None, stances=())
    corrections = (
        Correction("c1", "a1", (Span(0, 2), Span(3, 3)), ("ab", ""), "amend", value, "me", "2022-10", "why"),
        Correction("c2", "a1", verdict="add", value=Statement("new", within="a1.s1")),
        Correction("c3", "a1", value=Statement("newer", within="new")),
        Correction("c4", "a1", value=Statement("new", within="newer"), by="", note=""),
        Correction("c5", "a1"),
    )
    article = Article("a1", "abcdefghij", statements=(Statement("a1.s1"), Statement("a1.s0")))
    corpus = Corpus("c", articles=(article,), corrections=corrections)
    assert values_of(corpus) == corpus.corrections
