"""What nests, shown inside the text: inline markup derived from stand-off, for people and for the tools of TEI.

==================  ========================================================================================================
model               TEI
==================  ========================================================================================================
Statement.content   ``said`` around each piece, with ``corresp="#STATEMENT" who="#SPEAKER" toWhom="#ADDRESSEES" direct="true"``
                    and ``ana`` for mode and polarity; pieces of interrupted speech have ``xml:id``, ``next`` and ``prev``
Statement.verbatim  ``quote corresp="#STATEMENT"``
Mention             ``persName``, ``orgName``, ``placeName``, ``date`` or ``rs type="TYPE"``, with ``corresp="#MENTION"`` and
                    ``ref="#ENTITY"``
==================  ========================================================================================================

``direct`` is true for direct speech, false for indirect and mixed, unknown where the mode is. Left out, in this order: what lies in no
single block; speech in bylines and datelines, where TEI has no place for it; what crosses another span (start decides, then the longest,
then statements come before mentions); what would nest deeper than ``DEPTH``; and speech in dates, as in bylines.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.formats.tei.dates import write_edtf
from kzcorpus.formats.tei.provenance import write_analysis
from kzcorpus.formats.tei.statements import write_kinds
from kzcorpus.formats.tei.vocabulary import is_marked, write_id, write_text
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
    """An inline element: what it is, what it covers, and the attributes that tell whose it is.

    For a piece of interrupted speech, ``statement`` is the number of the statement and ``piece`` that of the piece in it.
    """

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
    ana = write_analysis(write_kinds(statement))
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
        interrupted = len(statement.content) > 1
        for piece, span in enumerate(statement.content):
            yield Mark("said", span, said, number if interrupted else None, piece)
        for span in statement.verbatim:
            yield Mark("quote", span, corresp)
    for number, mention in enumerate(article.mentions):
        yield _mention(mention, f"{identity}.m{number}")


def _nested(marks: list[Mark]) -> Iterator[Mark]:
    """Yield what is drawn of the marks of one block, in drawing order."""
    open_: list[tuple[int, bool]] = []  # where each ends, and whether it is in a date
    for index in nesting([mark.span for mark in marks]):
        mark = marks[index]
        start, end = mark.span.start, mark.span.end
        while open_ and open_[-1][0] <= start:
            open_.pop()
        dated = bool(open_) and open_[-1][1]
        if len(open_) >= DEPTH or (dated and mark.name in _SPEECH):
            continue
        yield mark
        if end > start:
            open_.append((end, dated or mark.name == "date"))


def _chain(drawn: list[list[Mark]], article: Article) -> None:
    """Tie the pieces of each interrupted statement together, as far as they are drawn."""
    pieces: dict[int, list[tuple[int, int, int]]] = {}
    for block, marks in enumerate(drawn):
        for place, mark in enumerate(marks):
            if mark.statement is not None:
                pieces.setdefault(mark.statement, []).append((mark.piece, block, place))
    for number, chain in pieces.items():
        identity = write_id(article.statements[number].id)
        chain.sort()
        for before, (piece, block, place), after in zip([None, *chain], chain, [*chain[1:], None], strict=False):
            if before or after:
                mark = drawn[block][place]
                forth = f' next="#{identity}.{after[0]}"' if after else ""
                back = f' prev="#{identity}.{before[0]}"' if before else ""
                drawn[block][place] = mark._replace(attributes=f' xml:id="{identity}.{piece}"{mark.attributes}{forth}{back}')


def inline(article: Article) -> list[list[Mark]]:
    """Return what is drawn in each block of an article, or in its whole text where it is not read yet."""
    blocks = [block.span for block in article.blocks] or [Span(0, len(article.text))]
    silent = [block.kind in WRAPPERS for block in article.blocks] or [False]
    ends = [span.end for span in blocks]
    inside: list[list[Mark]] = [[] for _ in blocks]
    for mark in _marks(article):
        place = bisect_left(ends, mark.span.end)
        if place < len(blocks) and blocks[place].start <= mark.span.start and not (silent[place] and mark.name in _SPEECH):
            inside[place].append(mark)
    drawn = [list(_nested(marks)) if marks else marks for marks in inside]
    _chain(drawn, article)
    return drawn


def write_inline(words: str, start: int, marks: list[Mark]) -> str:
    """Return the content of a block: its words, which begin at ``start`` in the text, and what is drawn in it."""
    plain = not is_marked(words)
    if not marks:
        return words if plain else write_text(words)
    out: list[str] = []
    open_: list[tuple[int, str]] = []
    position = 0

    def write(until: int) -> None:
        nonlocal position
        if until > position:
            piece = words[position:until]
            out.append(piece if plain else write_text(piece))
            position = until

    for mark in marks:
        begin, end = mark.span.start - start, mark.span.end - start
        while open_ and open_[-1][0] <= begin:
            until, closing = open_.pop()
            write(until)
            out.append(closing)
        write(begin)
        if end > begin:
            out.append(f"<{mark.name}{mark.attributes}>")
            open_.append((end, f"</{mark.name}>"))
        else:
            out.append(f"<{mark.name}{mark.attributes}/>")
    for until, closing in reversed(open_):
        write(until)
        out.append(closing)
    write(len(words))
    return "".join(out)
