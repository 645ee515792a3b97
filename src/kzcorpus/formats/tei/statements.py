"""Statements, each a flat ``event``.

::

    <event type="statement" xml:id="ID" ana="#_mode.MODE #_polarity.POLARITY #MADE">
    <label/>
    <ptr type="content" target="SPANS"/>             likewise cue, verbatim, hedge
    <ptr type="within" target="#STATEMENT"/>
    <note type="speaker" .../>                        likewise addressee*, via*, occasion; see voices
    <note type="said"><date .../></note>
    <note type="stance" corresp="#CONCEPT"><fs><f name="agreement"><binary value="true"/></f></fs></note>
    </event>

A stance's agreement is ``binary`` for a truth value, ``numeric`` for a whole number; without one there is no ``fs``. The order of
statements is that of the events; ``within`` is a pointer, since a nested ``event`` would lose it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kzcorpus.formats.tei.dates import read_when, write_when
from kzcorpus.formats.tei.provenance import write_analysis
from kzcorpus.formats.tei.values import read_integer, read_spans, write_integer, write_pointer, write_reference, write_spans
from kzcorpus.formats.tei.vocabulary import XML_ID, tag, write_id
from kzcorpus.formats.tei.voices import read_setting, read_voice, write_setting, write_voice
from kzcorpus.model.statements import Stance, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Ledger, Scope
    from kzcorpus.formats.tei.provenance import Mades

_SPANS = {"content": "content", "cue": "cue", "verbatim": "verbatim", "hedge": "hedges"}


def write_stance(stance: Stance) -> str:
    """Return the note that holds a stance."""
    opening = f'<note type="stance"{write_pointer("corresp", stance.concept)}'
    agreement = stance.agreement
    if agreement is None:
        return f"{opening}/>"
    value = f'<numeric value="{write_integer(agreement)}"/>'
    if isinstance(agreement, bool):
        value = f'<binary value="{"true" if agreement else "false"}"/>'
    return f'{opening}><fs><f name="agreement">{value}</f></fs></note>'


def read_stance(element: _Element, ledger: Ledger) -> Stance:
    """Return the stance that a note holds."""
    agreement: bool | int | None = None
    if len(element):
        value = element[0][0][0]
        agreement = value.get("value") == "true" if value.tag == tag("binary") else read_integer(value, ledger)
    return ledger.make(Stance, concept=ledger.pointer(element, "corresp"), agreement=agreement)


def write_kinds(statement: Statement) -> str:
    """Return the pointers to mode and polarity."""
    mode = f"#_mode.{statement.mode}" if statement.mode else ""
    return f"{mode} #_polarity.{statement.polarity}".lstrip(" ") if statement.polarity else mode


def _write_fields(statement: Statement, text: str) -> Iterator[str]:
    yield write_spans("content", statement.content, text)
    yield write_spans("cue", statement.cue, text)
    yield write_spans("verbatim", statement.verbatim, text)
    yield write_spans("hedge", statement.hedges, text)


def _write_notes(statement: Statement, text: str) -> Iterator[str]:
    if statement.speaker:
        yield write_voice("speaker", statement.speaker, text)
    for voice in statement.addressees:
        yield write_voice("addressee", voice, text)
    for voice in statement.via:
        yield write_voice("via", voice, text)
    if statement.occasion:
        yield write_setting(statement.occasion, text)
    if statement.said:
        yield f'<note type="said">{write_when(statement.said, text)}</note>'
    for stance in statement.stances:
        yield write_stance(stance)


def write_statement(
    statement: Statement, text: str, mades: Mades, *, identity: str | None = None, within: str | None = None
) -> Iterator[str]:
    """Yield the lines of a statement's ``event``; ``identity`` and ``within`` take the place of what its ids say."""
    identity = identity or f'xml:id="{write_id(statement.id)}"'
    yield f'<event type="statement" {identity}{write_analysis(write_kinds(statement), mades.token(statement.made))}>'
    yield "<label/>"
    yield from filter(None, _write_fields(statement, text))
    if reference := within or write_reference("within", statement.within):
        yield reference
    yield from _write_notes(statement, text)
    yield "</event>"


def read_statement(element: _Element, scope: Scope, *, id: str | None = None, within: str | None = None) -> Statement:  # noqa: A002
    """Return the statement that an ``event`` holds; ``id`` and ``within`` take the place of what its pointers say."""
    ledger = scope.ledger
    categories, made = scope.analysis(element)
    voices: dict[str, list[Any]] = {"speaker": [], "addressee": [], "via": []}
    stances: list[Stance] = []
    fields: dict[str, Any] = {"within": within}
    for child in element:
        kind = child.get("type", "")
        if kind in _SPANS:
            fields[_SPANS[kind]] = read_spans(child, scope.text, ledger)
        elif kind in voices:
            voices[kind].append(read_voice(child, scope))
        elif kind == "within":
            fields["within"] = within or ledger.pointer(child, "target")
        elif kind == "occasion":
            fields["occasion"] = read_setting(child, scope)
        elif kind == "said":
            fields["said"] = read_when(child[0], scope)
        elif kind == "stance":
            stances.append(read_stance(child, ledger))
    return ledger.make(
        Statement,
        id=id or ledger.id(element, element.get(XML_ID)),
        mode=categories.get("mode"),
        polarity=categories.get("polarity"),
        speaker=voices["speaker"][0] if voices["speaker"] else None,
        addressees=tuple(voices["addressee"]),
        via=tuple(voices["via"]),
        stances=tuple(stances),
        made=made,
        **fields,
    )
