"""A whole corpus: ``teiCorpus`` with its header, its registers in ``standOff type="register"``, and a ``TEI`` for each article.

A corpus without articles is one ``TEI type="corpus"``, whose ``standOff`` then stands even where it has nothing but an empty ``fs
type="extra"``.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kzcorpus.formats.tei.articles import read_article, stand_off, write_article
from kzcorpus.formats.tei.events import (
    read_correction,
    read_link,
    read_occasion,
    read_remark,
    write_correction,
    write_link,
    write_occasion,
    write_remark,
    write_values,
)
from kzcorpus.formats.tei.header import read_corpus_header, write_corpus_header
from kzcorpus.formats.tei.ledger import Ledger, Scope
from kzcorpus.formats.tei.provenance import Mades, read_extra, read_mades, write_extra
from kzcorpus.formats.tei.registers import read_authority, write_authority, write_list
from kzcorpus.formats.tei.vocabulary import NAMESPACE, XML_ID, tag, write_id
from kzcorpus.model.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kzcorpus.model.articles import Article

TEI, TEI_CORPUS, STAND_OFF = tag("TEI"), tag("teiCorpus"), tag("standOff")


def write_registers(corpus: Corpus) -> list[str]:
    """Return the lines that the ``standOff`` of a corpus holds."""
    mades = Mades("_")
    lines = [
        *write_authority(corpus.authority, mades),
        *write_list("listEvent", ' type="occasions"', [write_occasion(occasion) for occasion in corpus.occasions]),
        *write_list("listEvent", ' type="remarks"', [write_remark(remark, mades) for remark in corpus.remarks]),
        *write_list("listEvent", ' type="corrections"', [write_correction(correction) for correction in corpus.corrections]),
        *write_list("listEvent", ' type="values"', list(write_values(corpus, mades))),
        *write_list("linkGrp", ' type="links"', [write_link(link, mades) for link in corpus.links]),
    ]
    return [*lines, *write_extra(corpus.extra, always=not (corpus.articles or lines)), *mades.elements()]


def _read_lists(part: _Element | None) -> dict[str, list[_Element]]:
    """Return what each list of the registers holds, by its type or else its name; provenances under ``made``."""
    lists: dict[str, list[_Element]] = {"made": []}
    for element in () if part is None else part:
        kind = element.get("type") or str(element.tag).rpartition("}")[2]
        if kind == "made":
            lists[kind].append(element)
        else:
            lists[kind] = [element] if kind == "extra" else list(element)
    return lists


def write_corpus(corpus: Corpus, *, articles: bool = True) -> Iterator[str]:
    """Yield the lines of the document that holds a corpus; without ``articles``, those around them."""
    name, kind = ("teiCorpus", "") if corpus.articles else ("TEI", ' type="corpus"')
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<{name} xmlns="{NAMESPACE}" xml:id="{write_id(corpus.id)}.corpus"{kind} xml:lang="">'
    yield from write_corpus_header(corpus)
    yield from stand_off("register", write_registers(corpus))
    if articles:
        yield from chain.from_iterable(map(write_article, corpus.articles))
    yield f"</{name}>\n"


def read_corpus(root: _Element, articles: tuple[Article, ...], ledger: Ledger) -> Corpus:
    """Return the corpus that the root of a document holds, given its articles."""
    title, concepts = read_corpus_header(root[0], ledger)
    lists = _read_lists(root.find(STAND_OFF))
    scope = Scope("", ledger, read_mades(lists["made"], ledger))
    values = {f"#{event.get(XML_ID)}": event for event in lists.get("values", [])}
    return ledger.make(
        Corpus,
        id=ledger.id(root, root.get(XML_ID, "").removesuffix(".corpus")),
        title=title,
        articles=articles,
        authority=read_authority(lists, scope),
        concepts=concepts,
        occasions=tuple([read_occasion(event, scope) for event in lists.get("occasions", [])]),
        links=tuple([read_link(link, scope) for link in lists.get("links", [])]),
        remarks=tuple([read_remark(event, scope) for event in lists.get("remarks", [])]),
        corrections=tuple([read_correction(event, values, scope) for event in lists.get("corrections", [])]),
        extra=read_extra(lists["extra"][0]) if "extra" in lists else (),
    )


def read_articles(root: _Element, ledger: Ledger) -> tuple[Article, ...]:
    """Return the articles of a corpus."""
    return tuple([read_article(element, ledger) for element in root.iterchildren(TEI)])
