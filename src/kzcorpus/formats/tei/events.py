"""What happened across articles, and what people decided: events and links in the ``standOff`` of the corpus.

::

    <event type="occasion" subtype="KIND" xml:id="ID" where="#PLACE"><label/>
      <note type="name"><name .../></note>* <note type="when"><date .../></note> <ptr type="participant" target="#AGENT"/>*</event>
    <event type="remark" xml:id="ID" ana="#MADE"><label/>
      <ptr type="speaker" target="#AGENT"/> <ptr type="statement" target="#STATEMENT"/>* <ptr type="occasion" target="#OCCASION"/>
      <note type="said"><date .../></note></event>
    <event type="correction" subtype="VERDICT" xml:id="ID"><label/>
      <ptr type="article" target="#ARTICLE"/> <ptr type="content" target="SPANS"/> <ptr type="value" target="#ID.value"/>
      <note type="quoted"><quote>...</quote></note>*
      <note type="by">...</note> <note type="at"><date .../></note> <note type="note">...</note></event>
    <link type="KIND" target="#A #B" cert="SCORE" ana="#MADE"/>

The statement that a correction proposes is an ``event type="statement"`` in a list of its own, with the ``xml:id`` ``ID.value`` and the
mapped id of the statement in ``n``, which may be the id of a statement that stands in an article. Its ``within`` points at the statement
of the article, or else at the value of another correction. A link's score is its ``cert`` between 0 and 1, which is all that TEI calls a
probability, and ``n`` elsewhere.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from kzcorpus.formats.tei.dates import read_date, read_when, write_edtf, write_when
from kzcorpus.formats.tei.ledger import Scope
from kzcorpus.formats.tei.names import read_name, write_name
from kzcorpus.formats.tei.provenance import write_analysis
from kzcorpus.formats.tei.statements import read_statement, write_statement
from kzcorpus.formats.tei.values import read_float, read_spans, write_pointer, write_reference, write_spans, write_string
from kzcorpus.formats.tei.vocabulary import XML_ID, read_text, write_id
from kzcorpus.model.agents import Occasion
from kzcorpus.model.links import Correction, Link, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from kzcorpus.formats.tei.provenance import Mades
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.statements import Statement

_STRINGS = ("by", "note")


def write_occasion(occasion: Occasion) -> str:
    """Return the ``event`` that holds an occasion."""
    kind = f' subtype="{occasion.kind}"' if occasion.kind else ""
    names = "".join([f'<note type="name">{write_name("name", name)}</note>' for name in occasion.names])
    when = f'<note type="when">{write_when(occasion.when, "")}</note>' if occasion.when else ""
    participants = "".join([write_reference("participant", agent) for agent in occasion.participants])
    opening = f'<event type="occasion"{kind} xml:id="{write_id(occasion.id)}"{write_pointer("where", occasion.place)}>'
    return f"{opening}<label/>{names}{when}{participants}</event>"


def read_occasion(element: _Element, scope: Scope) -> Occasion:
    """Return the occasion that an ``event`` holds."""
    ledger = scope.ledger
    parts: dict[str, list[Any]] = {"name": [], "when": [], "participant": []}
    for child in element[1:]:
        kind = child.get("type", "")
        if kind == "name":
            parts[kind].append(read_name(child[0], ledger))
        elif kind == "when":
            parts[kind].append(read_when(child[0], scope))
        else:
            parts[kind].append(ledger.pointer(child, "target"))
    return ledger.make(
        Occasion,
        id=ledger.id(element, element.get(XML_ID)),
        kind=element.get("subtype"),
        names=tuple(parts["name"]),
        when=parts["when"][0] if parts["when"] else None,
        place=ledger.pointer(element, "where"),
        participants=tuple(parts["participant"]),
    )


def write_remark(remark: Remark, mades: Mades) -> str:
    """Return the ``event`` that holds a remark."""
    opening = f'<event type="remark" xml:id="{write_id(remark.id)}"{write_analysis("", mades.token(remark.made))}>'
    statements = "".join([write_reference("statement", id_) for id_ in remark.statements])
    said = f'<note type="said">{write_when(remark.said, "")}</note>' if remark.said else ""
    speaker, occasion = write_reference("speaker", remark.speaker), write_reference("occasion", remark.occasion)
    return f"{opening}<label/>{speaker}{statements}{occasion}{said}</event>"


def read_remark(element: _Element, scope: Scope) -> Remark:
    """Return the remark that an ``event`` holds."""
    ledger = scope.ledger
    fields: dict[str, Any] = {}
    statements: list[str | None] = []
    for child in element[1:]:
        kind = child.get("type", "")
        if kind == "said":
            fields[kind] = read_when(child[0], scope)
        elif kind == "statement":
            statements.append(ledger.pointer(child, "target"))
        else:
            fields[kind] = ledger.pointer(child, "target")
    id_ = ledger.id(element, element.get(XML_ID))
    return ledger.make(Remark, id=id_, statements=tuple(statements), made=scope.analysis(element)[1], **fields)


def write_correction(correction: Correction) -> str:
    """Return the ``event`` that holds a correction; the statement it proposes stands elsewhere."""
    verdict = f' subtype="{correction.verdict}"' if correction.verdict else ""
    identity = write_id(correction.id)
    parts = [
        write_reference("article", correction.article),
        write_spans("content", correction.content, f"{write_id(correction.article)}.text"),
        f'<ptr type="value" target="#{identity}.value"/>' if correction.value else "",
        *(f'<note type="quoted">{write_string("quote", words)}</note>' for words in correction.quoted),
        write_string("note", correction.by, ' type="by"'),
        f'<note type="at"><date{write_edtf(correction.at)}/></note>' if correction.at is not None else "",
        write_string("note", correction.note, ' type="note"'),
    ]
    return f'<event type="correction"{verdict} xml:id="{identity}"><label/>{"".join(parts)}</event>'


def read_correction(element: _Element, values: Mapping[str, _Element], scope: Scope) -> Correction:
    """Return the correction that an ``event`` holds; ``values`` are the events of the proposed statements, by the pointers to them."""
    ledger = scope.ledger
    fields: dict[str, Any] = {}
    quoted: list[str] = []
    for child in element[1:]:
        kind = child.get("type", "")
        if kind == "article":
            fields[kind] = ledger.pointer(child, "target")
            scope = Scope(f"{write_id(fields[kind])}.text", ledger, scope.mades)
        elif kind == "content":
            fields[kind] = read_spans(child, scope.text, ledger)
        elif kind == "value":
            fields[kind] = _read_value(child, values, scope)
        elif kind == "quoted":
            quoted.append(read_text(child[0]))
        elif kind == "at":
            fields[kind] = read_date(child[0], ledger)
        elif kind in _STRINGS:
            fields[kind] = read_text(child)
    id_ = ledger.id(element, element.get(XML_ID))
    return ledger.make(Correction, id=id_, quoted=tuple(quoted), verdict=element.get("subtype"), **fields)


def write_values(corpus: Corpus, mades: Mades) -> Iterator[str]:
    """Yield the lines of the events that hold the statements which corrections propose.

    One inside another that is proposed points there, whether or not a statement of that id stands in the article: what articles hold is
    not known where they are written one by one.
    """
    proposed: dict[tuple[str, str], str] = {}
    for correction in corpus.corrections:
        if correction.value:
            proposed.setdefault((correction.article, correction.value.id), correction.id)
    for correction in corpus.corrections:
        if value := correction.value:
            identity = f'xml:id="{write_id(correction.id)}.value" n="{write_id(value.id)}"'
            holder = None if value.within is None else proposed.get((correction.article, value.within))
            within = f'<ptr type="within" target="#{write_id(holder)}.value"/>' if holder is not None else None
            yield from write_statement(value, f"{write_id(correction.article)}.text", mades, identity=identity, within=within)


def _read_value(pointer: _Element, values: Mapping[str, _Element], scope: Scope) -> Statement | None:
    """Return the statement that a correction proposes."""
    ledger = scope.ledger
    target = pointer.get("target", "")
    if target not in values:
        ledger.note(pointer, "pointer", f"found {target[:60]}, expected the xml:id of an event in the list of values")
        return None
    element = values[target]
    within = next((child for child in element if child.get("type") == "within"), None)
    holder = values.get(within.get("target", "")) if within is not None else None
    outer = ledger.id(holder, holder.get("n")) if holder is not None else None
    return read_statement(element, scope, id=ledger.id(element, element.get("n")), within=outer)


def write_link(link: Link, mades: Mades) -> str:
    """Return the ``link`` that holds a link."""
    score = ""
    if link.score is not None:
        probable = 0 <= link.score <= 1 and math.copysign(1, link.score) > 0
        score = f' {"cert" if probable else "n"}="{link.score!r}"'
    target = f"#{write_id(link.a)} #{write_id(link.b)}"
    return f'<link type="{link.kind}" target="{target}"{score}{write_analysis("", mades.token(link.made))}/>'


def read_link(element: _Element, scope: Scope) -> Link:
    """Return the link that a ``link`` holds."""
    ledger = scope.ledger
    a, b = (ledger.id(element, target.removeprefix("#")) for target in element.get("target", "").split())
    digits = element.get("cert") or element.get("n")
    score = None if digits is None else read_float(element, digits, ledger)
    return ledger.make(Link, a=a, b=b, kind=element.get("type"), score=score, made=scope.analysis(element)[1])
