"""What is noted over a text: mentions, and the findings of reading.

::

    <annotation xml:id="ARTICLE.m0" motivation="identifying" target="SPAN" ana="#_mention.TYPE #MADE">
      <note type="name"><name>NAME</name></note> <note type="when"><date .../></note>
      <ptr type="entity" target="#ID"/> <ptr type="literal" target="#ID"/>
    </annotation>
    <note type="finding" subtype="CODE" ana="#_severity.SEVERITY">
      <ptr type="article" target="#ID"/> <ptr type="span" target="SPANS"/> <ptr type="ref" target="#ID"/>*
      <note type="message">...</note> <note type="path">...</note> <num type="line" value="12"/> <note type="hint">...</note>
    </note>

Each on one line. A mention's number is its place in the article. A finding's code is mapped as ids are; the empty code has no ``subtype``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kzcorpus.formats.tei.dates import read_when, write_when
from kzcorpus.formats.tei.values import read_integer, read_span, read_spans, write_integer, write_reference, write_spans, write_string
from kzcorpus.formats.tei.vocabulary import read_text, write_id, write_ranges
from kzcorpus.model.articles import Mention
from kzcorpus.model.findings import Finding

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Scope
    from kzcorpus.formats.tei.provenance import Mades

_STRINGS = ("message", "path", "hint")


def write_mention(mention: Mention, xml_id: str, text: str, mades: Mades) -> str:
    """Return the ``annotation`` that holds a mention."""
    ana = f' ana="#_mention.{mention.type}{mades.token(mention.made)}"'
    opening = f'<annotation xml:id="{xml_id}" motivation="identifying" target="{write_ranges(text, (mention.span,))}"{ana}'
    name = f'<note type="name">{write_string("name", mention.name)}</note>' if mention.name is not None else ""
    when = f'<note type="when">{write_when(mention.when, text)}</note>' if mention.when else ""
    inside = f"{name}{when}{write_reference('entity', mention.entity)}{write_reference('literal', mention.literal)}"
    return f"{opening}>{inside}</annotation>" if inside else f"{opening}/>"


def read_mention(element: _Element, scope: Scope) -> Mention:
    """Return the mention that an ``annotation`` holds."""
    ledger = scope.ledger
    categories, made = scope.analysis(element)
    fields: dict[str, Any] = {}
    for child in element:
        kind = child.get("type", "")
        if kind == "name":
            fields[kind] = read_text(child[0])
        elif kind == "when":
            fields[kind] = read_when(child[0], scope)
        else:
            fields[kind] = ledger.pointer(child, "target")
    return ledger.make(Mention, span=read_span(element, scope.text, ledger), type=categories.get("mention"), made=made, **fields)


def write_finding(finding: Finding, text: str) -> str:
    """Return the note that holds a finding over the text of an article."""
    code = f' subtype="{write_id(finding.code)}"' if finding.code else ""
    about = text if finding.article is None else f"{write_id(finding.article)}.text"
    parts = [
        write_reference("article", finding.article),
        write_spans("span", finding.spans, about),
        *(write_reference("ref", ref) for ref in finding.refs),
        write_string("note", finding.message or None, ' type="message"'),
        write_string("note", finding.path, ' type="path"'),
        f'<num type="line" value="{write_integer(finding.line)}"/>' if finding.line is not None else "",
        write_string("note", finding.hint, ' type="hint"'),
    ]
    opening = f'<note type="finding"{code} ana="#_severity.{finding.severity}"'
    inside = "".join(parts)
    return f"{opening}>{inside}</note>" if inside else f"{opening}/>"


def read_finding(element: _Element, scope: Scope) -> Finding:
    """Return the finding that a note holds."""
    ledger = scope.ledger
    code = element.get("subtype")
    fields: dict[str, Any] = {"code": "" if code is None else ledger.id(element, code)}
    refs: list[str | None] = []
    spans: _Element | None = None
    for child in element:
        kind = child.get("type", "")
        if kind == "ref":
            refs.append(ledger.pointer(child, "target"))
        elif kind == "article":
            fields[kind] = ledger.pointer(child, "target")
        elif kind == "span":
            spans = child
        elif kind == "line":
            fields[kind] = read_integer(child, ledger)
        elif kind in _STRINGS:
            fields[kind] = read_text(child)
    about = f"{write_id(fields['article'])}.text" if fields.get("article") else scope.text
    severity = scope.analysis(element)[0].get("severity")
    return ledger.make(Finding, severity=severity, spans=read_spans(spans, about, ledger), refs=tuple(refs), **fields)
