"""Everything that is wrong with a document, found patiently: only what a trusting reading doubts is examined.

In this order: the structure, ids that repeat, pointers that lead nowhere, values that are none, what the model does not hold together,
and what differs from what would be written. What is known to be wrong with an element is said once.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, cast

from lxml import etree

from kzcorpus.errors import DecodeError, Fault, shorten
from kzcorpus.formats.tei.articles import read_article, write_article
from kzcorpus.formats.tei.corpora import TEI, read_corpus, write_corpus
from kzcorpus.formats.tei.differences import EXCESSIVE, MOST_ATTRIBUTES, differences
from kzcorpus.formats.tei.ledger import FullError, Ledger
from kzcorpus.formats.tei.limits import rebuilt
from kzcorpus.formats.tei.locating import locate
from kzcorpus.formats.tei.structure import structure_faults
from kzcorpus.formats.tei.vocabulary import NAMESPACE, RANGE, XML_ID, tag
from kzcorpus.model.articles import Article
from kzcorpus.model.corpus import redrafted
from kzcorpus.model.integrity import article_faults, authority_faults, corpus_faults

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from kzcorpus.model.corpus import Corpus

UNREADABLE = (LookupError, ValueError, TypeError, AttributeError)
"""What reading an element may raise where its structure is not that of the profile."""
_BODY = tag("body")
_OUTSIDE = etree.XPath("descendant-or-self::*[not(ancestor::tei:body)]", namespaces={"tei": NAMESPACE})
_OFFSETS = re.compile(r"(?:span|spans|content|cue|verbatim|hedges|blocks|quoted)(?:\[[0-9]+\])?\Z")
_RANGED, _NAMED = {"range"}, {"structure", "id", "pointer"}
_POINTING = ("ana", "corresp", "datingMethod", "next", "prev", "ref", "target", "toWhom", "where", "who")
_INLINE_HINT = "markup in the text is derived from standOff; change it there, or read with inline='ignore'"
_REPEATED_HINT = "it repeats what stands elsewhere, or never changes; change it there"


def is_excessive(root: _Element, ledger: Ledger) -> bool:
    """Tell whether an element has more attributes than any of TEI, and note it: what looks at them needs the square of their number."""
    found = EXCESSIVE(root)
    if not isinstance(found, list) or not found:
        return False
    ledger.note(cast("_Element", found[0]), "limit", f"found an element with more than {MOST_ATTRIBUTES} attributes, expected fewer")
    return True


def _check_ids(elements: Iterable[_Element], ledger: Ledger) -> set[str]:
    """Note ids that repeat, and return all there are."""
    seen: dict[str, _Element] = {}
    for element in elements:
        identity = element.get(XML_ID)
        if identity is not None and seen.setdefault(identity, element) is not element:
            ledger.note(
                element,
                "id",
                f"found the xml:id {shorten(identity)} again, expected one that line {ledger.line(seen[identity])} does not bear",
            )
    return set(seen)


def _aim(token: str) -> str | None:
    """Return the ``xml:id`` that a pointer names, None where it is no pointer into the document."""
    if not token.startswith("#"):
        return None
    return token[len(RANGE) :].partition(",")[0] if token.startswith(RANGE) else token[1:]


def _check_pointers(elements: Iterable[_Element], known: set[str], ledger: Ledger) -> None:
    """Note pointers that lead nowhere."""
    for element in elements:
        for name in _POINTING:
            for token in element.get(name, "").split():
                aim = _aim(token)
                if aim is not None and aim not in known:
                    ledger.note(element, "pointer", f"found {name}={shorten(token)}, expected the xml:id of an element of the document")


def _looked_at(root: _Element, *, inline: bool) -> Iterable[_Element]:
    """Return every element; without ``inline`` those inside texts are passed over."""
    return root.iter(etree.Element) if inline else _OUTSIDE(root)


def check_references(root: _Element, ledger: Ledger) -> None:
    """Note ids that repeat and pointers that lead nowhere."""
    known = _check_ids(_looked_at(root, inline=True), ledger)
    _check_pointers(_looked_at(root, inline=True), known, ledger)


def _note_faults(root: _Element, faults: Iterable[Fault], ledger: Ledger) -> None:
    """Note what the model does not hold together, at the elements it was read from; a pointer or an id known to be wrong only once."""
    for fault in faults:
        element = locate(root, fault.path)
        if not ledger.noted(element) & (_RANGED if _OFFSETS.search(fault.path) else _NAMED):
            ledger.note(element, "model", fault.message)


def _rewritten(lines: Iterable[str]) -> _Element:
    return rebuilt("\n".join(lines).encode())


def examine_article(element: _Element, ledger: Ledger, *, inline: bool, sound: bool) -> Article | None:
    """Note what is wrong with an article by itself, and return it as a draft; None where it cannot be read.

    ``sound`` says that its structure is that of the profile.
    """
    ledger.settle()
    try:
        article = read_article(element, ledger)
    except UNREADABLE:
        if sound:
            raise
        return None
    finally:
        ledger.unsettle()
    _note_faults(element, article_faults(article), ledger)
    if not ledger.is_faulty(element):
        opening, *lines = write_article(article)
        expected = _rewritten([opening.replace("<TEI", f'<TEI xmlns="{NAMESPACE}"', 1), *lines])
        for place, message in differences(element, expected, inline=inline):
            within_text = next(place.iterancestors(_BODY), None) is not None
            ledger.note(place, "derived", message, _INLINE_HINT if within_text else _REPEATED_HINT)
    return article


def examine_alone(element: _Element, ledger: Ledger, *, inline: bool) -> Article | None:
    """Note everything that is wrong with the ``TEI`` of one article, and return it as a draft; pointers out of it are not followed."""
    if is_excessive(element, ledger):
        return None
    try:
        for place, message in structure_faults(element, "article"):
            ledger.note(place, "structure", message)
        sound = not ledger.findings
        _check_ids(_looked_at(element, inline=inline), ledger)
        return examine_article(element, ledger, inline=inline, sound=sound)
    except FullError:
        ledger.close()
        return None


def examine_frame(root: _Element) -> None:
    """Raise ``DecodeError`` with everything that is wrong with the structure of a corpus whose articles were taken out, and its ids."""
    ledger = Ledger(patient=True)
    if not is_excessive(root, ledger):
        try:
            for place, message in structure_faults(root, "frame"):
                ledger.note(place, "structure", message)
            _check_ids(root.iter(etree.Element), ledger)
        except FullError:
            ledger.close()
    if ledger.findings:
        raise DecodeError(ledger.in_order())


def _note_derived(root: _Element, corpus: Corpus, ledger: Ledger) -> None:
    """Note where what stands around the articles of a corpus differs from what would be written."""
    for place, message in differences(root, _rewritten(write_corpus(corpus, articles=False)), articles=False):
        ledger.note(place, "derived", message, _REPEATED_HINT)


def examine_header(root: _Element) -> Corpus:
    """Return a draft of the corpus whose articles were taken out, none in it; whether what it refers to is there is not asked.

    Raises ``DecodeError`` with everything that is wrong with it by itself, its structure aside, which ``examine_frame`` is for.
    """
    ledger = Ledger(patient=True)
    corpus = read_corpus(root, (), ledger)
    if not ledger.findings:
        _note_derived(root, redrafted(corpus, (Article("stand-in"),)), ledger)
    if ledger.findings:
        raise DecodeError(ledger.in_order())
    return corpus


def _examine_whole(root: _Element, articles: list[Article], ledger: Ledger, *, sound: bool) -> Corpus | None:
    """Note what is wrong with a corpus beyond its articles, and return it as a draft; None where it cannot be read."""
    ledger.settle()
    try:
        corpus = read_corpus(root, tuple(articles), ledger)
        ledger.unsettle()
        within = (Fault(f"authority.{fault.path}", fault.message) for fault in authority_faults(corpus.authority))
        _note_faults(root, chain(within, corpus_faults(corpus)), ledger)
    except UNREADABLE:
        if sound:
            raise
        return None
    if not ledger.is_faulty(None if corpus.articles else root):
        _note_derived(root, corpus, ledger)
    return corpus


def examine(root: _Element, start: str, ledger: Ledger, *, inline: bool) -> Corpus | None:
    """Note everything that is wrong with a document, and return its corpus; a draft that must not be used where anything was noted."""
    if is_excessive(root, ledger):
        return None
    try:
        return _examine(root, start, ledger, inline=inline)
    except FullError:
        ledger.close()
        return None


def _examine(root: _Element, start: str, ledger: Ledger, *, inline: bool) -> Corpus | None:
    known = _check_ids(_looked_at(root, inline=inline), ledger)  # first, since a document with too many faults is put away the sooner
    before = len(ledger.findings)
    for element, message in structure_faults(root, start):
        ledger.note(element, "structure", message)
    sound = len(ledger.findings) == before
    _check_pointers(_looked_at(root, inline=inline), known, ledger)
    articles = [examine_article(element, ledger, inline=inline, sound=sound) for element in root.iterchildren(TEI)]
    read = [article for article in articles if article is not None]
    if len(read) < len(articles):
        return None
    return _examine_whole(root, read, ledger, sound=sound)
