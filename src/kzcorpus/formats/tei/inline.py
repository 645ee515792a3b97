"""What nests, shown inside the text: inline markup derived from stand-off, for people and for the tools of TEI.

==================  ==========================================================================================================
model               TEI
==================  ==========================================================================================================
Statement.content   ``said corresp="#STATEMENT" who="#SPEAKER" toWhom="#ADDRESSEES" direct="true" ana="#_mode.MODE #_polarity.POLARITY"``
                    around each piece; the pieces of interrupted speech have an ``xml:id``, and ``next`` and ``prev``
Statement.verbatim  ``quote corresp="#STATEMENT"``
Mention             ``persName``, ``orgName``, ``placeName``, ``date`` or ``rs type="TYPE"``, with ``corresp="#MENTION" ref="#ENTITY"``
==================  ==========================================================================================================

``direct`` is true for direct speech, false for indirect and mixed, unknown where the mode is. Left out, in this order: what lies in no single
block; what crosses another span (the order that decides is start, longest, then statements before mentions); what would nest deeper than
``DEPTH``; and speech in bylines, datelines and dates, where TEI has no place for it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.formats.tei.dates import write_edtf
from kzcorpus.formats.tei.vocabulary import write_id, write_text
from kzcorpus.model.segments import nesting
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article, Mention
    from kzcorpus.model.statements import Statement

DEPTH = 40
"""How deep inline elements nest at most; parsers have limits of their own."""
WRAPPERS = ("byline", "dateline")
"""The kinds of blocks whose elements TEI lets stand at either end of a division, and hold no speech."""

_ELEMENTS = {"person": "persName", "organization": "orgName", "place": "placeName", "date": "date"}
_SPEECH = ("said", "quote")
_DIRECT = {"direct": "true", "indirect": "false", "mixed": "false", None: "unknown"}


class Mark(NamedTuple):
    """An inline element: what it is, what it covers, and the attributes that tell whose it is."""

    name: str
    span: Span
    attributes: str
    statement: int | None = None
    piece: int = 0


def _pointers(attribute: str, ids: list[str | None]) -> str:
    targets = " ".join([f"#{write_id(id_)}" for id_ in ids if id_ is not None])
    return f' {attribute}="{targets}"' if targets else ""


def _speech(statement: Statement) -> str:
    """Return the attributes of ``said`` that every piece of a statement bears."""
    who = _pointers("who", [statement.speaker.entity if statement.speaker else None])
    to_whom = _pointers("toWhom", [voice.entity for voice in statement.addressees])
    kinds = [f"#_mode.{statement.mode}"] if statement.mode else []
    kinds += [f"#_polarity.{statement.polarity}"] if statement.polarity else []
    ana = f' ana="{" ".join(kinds)}"' if kinds else ""
    return f'{who}{to_whom} direct="{_DIRECT[statement.mode]}"{ana}'


def _mention(mention: Mention, identity: str) -> Mark:
    name = _ELEMENTS.get(mention.type, "rs")
    kind = f' type="{mention.type}"' if name == "rs" else ""
    when = write_edtf(mention.when.edtf) if name == "date" and mention.when else ""
    return Mark(name, mention.span, f'{kind} corresp="#{identity}"{_pointers("ref", [mention.entity])}{when}')


def _marks(article: Article) -> Iterator[Mark]:
    """Yield every inline element that could be drawn, in the order that decides between equals."""
    identity = write_id(article.id)
    for number, statement in enumerate(article.statements):
        corresp = f' corresp="#{write_id(statement.id)}"'
        said = corresp + _speech(statement)
        for piece, span in enumerate(statement.content):
            yield Mark("said", span, said, number, piece)
        for span in statement.verbatim:
            yield Mark("quote", span, corresp)
    for number, mention in enumerate(article.mentions):
        yield _mention(mention, f"{identity}.m{number}")


def _nested(marks: list[Mark], kind: str | None) -> Iterator[Mark]:
    """Yield what is drawn in a block of this kind, in drawing order."""
    open_: list[tuple[int, bool]] = []  # where each ends, and whether it is in a date
    for index in nesting([mark.span for mark in marks]):
        mark = marks[index]
        while open_ and open_[-1][0] <= mark.span.start:
            open_.pop()
        dated = bool(open_) and open_[-1][1]
        if len(open_) >= DEPTH or (mark.name in _SPEECH and (dated or kind in WRAPPERS)):
            continue
        yield mark
        if len(mark.span):
            open_.append((mark.span.end, dated or mark.name == "date"))


def _chained(drawn: list[list[Mark]], article: Article) -> list[list[Mark]]:
    """Return what is drawn with the pieces of each interrupted statement tied together."""
    pieces: dict[int, list[Mark]] = {}
    for mark in (mark for block in drawn for mark in block):
        if mark.statement is not None:
            pieces.setdefault(mark.statement, []).append(mark)
    tied: dict[Mark, Mark] = {}
    for number, chain in pieces.items():
        if len(chain) > 1:
            identity = write_id(article.statements[number].id)
            chain.sort(key=lambda mark: mark.piece)
            for before, mark, after in zip([None, *chain], chain, [*chain[1:], None], strict=False):
                forth = f' next="#{identity}.{after.piece}"' if after else ""
                back = f' prev="#{identity}.{before.piece}"' if before else ""
                tied[mark] = mark._replace(attributes=f' xml:id="{identity}.{mark.piece}"{mark.attributes}{forth}{back}')
    return [[tied.get(mark, mark) for mark in block] for block in drawn] if tied else drawn


def inline(article: Article) -> list[list[Mark]]:
    """Return what is drawn in each block of an article, or in its whole text where it is not read yet."""
    blocks: list[tuple[Span, str | None]] = [(block.span, block.kind) for block in article.blocks]
    blocks = blocks or [(Span(0, len(article.text)), None)]
    ends = [span.end for span, _ in blocks]
    inside: list[list[Mark]] = [[] for _ in blocks]
    for mark in _marks(article):
        place = bisect_left(ends, mark.span.end)
        if place < len(blocks) and blocks[place][0].start <= mark.span.start:
            inside[place].append(mark)
    drawn = [list(_nested(marks, kind)) if marks else marks for marks, (_, kind) in zip(inside, blocks, strict=True)]
    return _chained(drawn, article)


def write_inline(text: str, block: Span, marks: list[Mark], *, plain: bool) -> str:
    """Return the content of a block; ``plain`` texts need no character but themselves."""
    out: list[str] = []
    open_: list[Mark] = []
    position = block.start

    def words(until: int) -> None:
        nonlocal position
        out.append(text[position:until] if plain else write_text(text[position:until]))
        position = until

    for mark in marks:
        start, end = mark.span.start, mark.span.end
        while open_ and open_[-1].span.end <= start:
            words(open_[-1].span.end)
            out.append(f"</{open_.pop().name}>")
        words(start)
        out.append(f"<{mark.name}{mark.attributes}{'>' if end > start else '/>'}")
        if end > start:
            open_.append(mark)
    while open_:
        words(open_[-1].span.end)
        out.append(f"</{open_.pop().name}>")
    words(block.end)
    return "".join(out)
