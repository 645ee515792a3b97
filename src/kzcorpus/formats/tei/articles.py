"""One article: ``<TEI xml:id="ID">`` with its header, up to three ``standOff`` elements, and its text.

===============  ===========================================================================================================
model            TEI
===============  ===========================================================================================================
bylines          ``note type="byline"``, voices, in ``standOff type="article"``
dateline         ``<note type="dateline" corresp="#PLACE"><ptr target="SPAN"/><date .../></note>``, there too
findings, extra  there too; see annotations and provenance
statements       events in one ``listEvent``, then the provenances, in ``standOff type="statements"``
mentions         annotations in one ``listAnnotation``, then the provenances, in ``standOff type="mentions"``
language         ``text/@xml:lang``, never inherited
text, blocks     ``text/body``
===============  ===========================================================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.formats.tei.annotations import read_finding, read_mention, write_finding, write_mention
from kzcorpus.formats.tei.body import read_body, write_body
from kzcorpus.formats.tei.dates import read_when, write_when
from kzcorpus.formats.tei.header import check_text, read_source, write_article_header
from kzcorpus.formats.tei.ledger import Ledger, Scope
from kzcorpus.formats.tei.provenance import Mades, read_extra, read_mades, write_extra
from kzcorpus.formats.tei.registers import write_list
from kzcorpus.formats.tei.statements import read_statement, write_statement
from kzcorpus.formats.tei.values import read_span, write_pointer, write_span
from kzcorpus.formats.tei.vocabulary import XML_ID, XML_LANG, tag, within, write_id
from kzcorpus.formats.tei.voices import read_voice, write_voice
from kzcorpus.model.articles import Article, Dateline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_DATE = tag("date")


def write_dateline(dateline: Dateline, text: str) -> str:
    """Return the note that holds a dateline."""
    when = write_when(dateline.when, text) if dateline.when else ""
    return f'<note type="dateline"{write_pointer("corresp", dateline.place)}>{write_span(dateline.span, text)}{when}</note>'


def read_dateline(element: _Element, scope: Scope) -> Dateline:
    """Return the dateline that a note holds."""
    span, place = read_span(element[0], scope.text, scope.ledger), scope.ledger.pointer(element, "corresp")
    return scope.ledger.make(Dateline, span=span, place=place, when=read_when(element.find(_DATE), scope))


def stand_off(kind: str, lines: list[str]) -> list[str]:
    """Return the lines of a ``standOff``; none where it would be empty."""
    return [f'<standOff type="{kind}">', *lines, "</standOff>"] if lines else []


def _write_notes(article: Article, text: str) -> Iterator[str]:
    for voice in article.bylines:
        yield write_voice("byline", voice, text)
    if article.dateline:
        yield write_dateline(article.dateline, text)
    for finding in article.findings:
        yield write_finding(finding, text)
    yield from write_extra(article.extra)


def write_article(article: Article) -> list[str]:
    """Return the lines of the ``TEI`` that holds an article."""
    identity = write_id(article.id)
    text, prefix = f"{identity}.text", f"{identity}."
    mades = Mades(prefix)
    statements = [line for statement in article.statements for line in write_statement(statement, text, mades)]
    others = Mades(prefix, first=len(mades))
    mentions = [write_mention(mention, f"{prefix}m{number}", text, others) for number, mention in enumerate(article.mentions)]
    language = f' xml:lang="{article.language}"' if article.language is not None else ""
    return [
        f'<TEI xml:id="{identity}">',
        *write_article_header(article),
        *stand_off("article", list(_write_notes(article, text))),
        *stand_off("statements", [*write_list("listEvent", ' type="statements"', statements), *mades.elements()]),
        *stand_off("mentions", [*write_list("listAnnotation", "", mentions), *others.elements()]),
        f"<text{language}>{write_body(article)}</text>",
        "</TEI>",
    ]


def _listed(part: _Element | None, text: str, ledger: Ledger) -> tuple[list[_Element], Scope]:
    """Return what the list in a ``standOff`` holds, and the scope it is read in."""
    if part is None:
        return [], Scope(text, ledger)
    items, *mades = part
    return list(items), Scope(text, ledger, read_mades(mades, ledger))


def _read_notes(part: _Element | None) -> dict[str, list[_Element]]:
    notes: dict[str, list[_Element]] = {"byline": [], "dateline": [], "finding": [], "extra": []}
    for element in () if part is None else part:
        notes[element.get("type", "")].append(element)
    return notes


def read_article(element: _Element, ledger: Ledger) -> Article:
    """Return the article that a ``TEI`` holds."""
    identity = element.get(XML_ID, "")
    text_id = f"{identity}.text"
    header, *stand_offs, text_element = element
    parts = {part.get("type"): part for part in stand_offs}
    text, blocks = read_body(within(text_element, "body"), ledger)
    check_text(header, text, ledger)
    scope = Scope(text_id, ledger)
    source, published = read_source(within(header, "fileDesc", "sourceDesc", "bibl"), scope)
    notes = _read_notes(parts.get("article"))
    statements, statement_scope = _listed(parts.get("statements"), text_id, ledger)
    mentions, mention_scope = _listed(parts.get("mentions"), text_id, ledger)
    return ledger.make(
        Article,
        id=ledger.id(element, identity),
        text=text,
        source=source,
        language=text_element.get(XML_LANG),
        published=published,
        dateline=read_dateline(notes["dateline"][0], scope) if notes["dateline"] else None,
        bylines=tuple([read_voice(note, scope) for note in notes["byline"]]),
        blocks=blocks,
        mentions=tuple([read_mention(annotation, mention_scope) for annotation in mentions]),
        statements=tuple([read_statement(event, statement_scope) for event in statements]),
        findings=tuple([read_finding(note, scope) for note in notes["finding"]]),
        extra=read_extra(notes["extra"][0]) if notes["extra"] else (),
    )
