"""The text: layout as ``div``, ``head``, ``p`` and their like.

The string value of ``body`` is the text, with U+FFFD for what XML cannot hold; nothing in it is indented, and the white space between
blocks stands between their elements. An article that is not read yet has one ``ab type="unread"``. What nests is shown inline; see there.

==================  ===============================================
block               TEI
==================  ===============================================
headline, heading   ``head``; its kind in ``ana``
dateline, byline    ``dateline``, ``byline``; the kind in ``ana``
paragraph           ``p``
every other kind    ``ab type="KIND"``
==================  ===============================================

They stand in ``div type="article"``, and in ``div type="boilerplate"`` what the site put around the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kzcorpus.formats.tei.inline import WRAPPERS, inline, write_inline
from kzcorpus.formats.tei.vocabulary import read_character, tag, write_id, write_text
from kzcorpus.model.articles import BOILERPLATE, Block
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Ledger
    from kzcorpus.model.articles import Article

_HEADS = ("headline", "heading")
_TOP, _MIDDLE, _BOTTOM = range(3)
_AB, _G, _P = tag("ab"), tag("g"), tag("p")


def _element(kind: str) -> tuple[str, str]:
    """Return the name and the attributes of the element that holds a block of this kind."""
    if kind in _HEADS:
        return "head", f' ana="#_block.{kind}"'
    if kind in WRAPPERS:
        return kind, f' ana="#_block.{kind}"'
    return ("p", "") if kind == "paragraph" else ("ab", f' type="{kind}"')


def divisions(blocks: tuple[Block, ...]) -> Iterator[str | None]:
    """Yield for each block the type of the ``div`` that opens before it, None where it stands in the same one as the block before.

    TEI wants heads on top of a ``div``, and only bylines and datelines at its end.

    >>> list(divisions((Block(Span(0, 1), "headline"), Block(Span(1, 2), "paragraph"), Block(Span(2, 3), "heading"))))
    ['article', None, 'article']
    """
    zone, state = "", _TOP
    for block in blocks:
        here = "boilerplate" if block.kind in BOILERPLATE else "article"
        running = block.kind not in _HEADS and block.kind not in WRAPPERS
        if here != zone or (block.kind in _HEADS and state != _TOP) or (running and state == _BOTTOM):
            zone, state = here, _TOP
            yield here
        else:
            yield None
        if running:
            state = _MIDDLE
        elif block.kind in WRAPPERS and state == _MIDDLE:
            state = _BOTTOM


def write_body(article: Article) -> str:
    """Return the ``body`` that holds the text of an article."""
    text, drawn = article.text, inline(article)
    opening = f'<body xml:space="preserve" xml:id="{write_id(article.id)}.text">'
    if not article.blocks:
        return f'{opening}<ab type="unread">{write_inline(text, 0, drawn[0])}</ab></body>'
    out = [opening]
    position, closing = 0, ""
    for block, zone, marks in zip(article.blocks, divisions(article.blocks), drawn, strict=True):
        between = write_text(text[position : block.span.start])
        if zone:
            between = f'{closing}{between}<div type="{zone}">'
            closing = "</div>"
        name, attributes = _element(block.kind)
        out += [between, f"<{name}{attributes}>", write_inline(block.span.of(text), block.span.start, marks), f"</{name}>"]
        position = block.span.end
    return "".join([*out, closing, write_text(text[position:]), "</body>"])


def _read_words(element: _Element) -> str:
    """Return the text of a block as it was before XML."""
    words = "".join(element.itertext())
    if "\ufffd" not in words:
        return words
    parts: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts.append(read_character(part) if part.tag == _G else part.text or "")
        elif part is not element:
            parts.append(part.tail or "")
    return "".join(parts)


def _read_kind(element: _Element) -> str | None:
    if element.tag == _P:
        return "paragraph"
    return element.get("type") if element.tag == _AB else element.get("ana", "").removeprefix("#_block.")


def read_body(body: _Element, ledger: Ledger) -> tuple[str, tuple[Block, ...]]:
    """Return the text that a ``body`` holds, and its blocks; inline markup says nothing that is not known from elsewhere."""
    parts = [body.text or ""]
    blocks: list[Block] = []
    position = len(parts[0])
    for division in body:
        if division.tag == _AB:
            return _read_words(division), ()
        parts.append(division.text or "")
        position += len(parts[-1])
        for element in division:
            words, tail = _read_words(element), element.tail or ""
            blocks.append(ledger.make(Block, span=Span(position, position + len(words)), kind=_read_kind(element)))
            parts += (words, tail)
            position += len(words) + len(tail)
        parts.append(division.tail or "")
        position += len(parts[-1])
    return "".join(parts), tuple(blocks)
