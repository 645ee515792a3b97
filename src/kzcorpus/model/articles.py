"""What was published: the text, where it came from, its blocks and mentions, and the article that holds them with its statements."""

from collections.abc import Iterator
from typing import Literal

import attrs

from kzcorpus.errors import Fault
from kzcorpus.model import views
from kzcorpus.model.dates import When
from kzcorpus.model.findings import Finding
from kzcorpus.model.integrity import article_faults
from kzcorpus.model.provenance import Made
from kzcorpus.model.soundness import stands_alone
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement, Voice
from kzcorpus.model.values import Edtf, Id, Language, Text, checked

BlockKind = Literal[
    "headline",
    "deck",
    "dateline",
    "byline",
    "credit",
    "caption",
    "heading",
    "paragraph",
    "category",
    "navigation",
    "comment_form",
    "site_chrome",
]
BOILERPLATE: frozenset[BlockKind] = frozenset({"category", "navigation", "comment_form", "site_chrome"})
"""Kinds of blocks that the site put around the article: kept, and never a source of mentions or statements."""

MentionType = Literal["person", "organization", "place", "date", "event", "group", "document"]
_PIECES_APART = " […] "


@attrs.frozen
@checked
class Source:
    """Where the text came from. ``outlet`` is a voice; ``retrieved`` is EDTF; ``sha256`` is of the raw bytes, in hexadecimal digits."""

    outlet: Voice | None = None
    url: Text | None = None
    retrieved: Edtf | None = None
    filename: Text | None = None
    media_type: Text | None = None
    encoding: Text | None = None
    sha256: Text | None = None


@attrs.frozen
@checked
class Block:
    """A piece of the layout; the blocks of an article tile its text in order."""

    span: Span
    kind: BlockKind


@attrs.frozen
@checked
class Dateline:
    """The place and date that open a report; ``place`` is a place's id."""

    span: Span
    place: Id | None = None
    when: When | None = None


@attrs.frozen
@checked
class Mention:
    """A name, description, pronoun or date in the text.

    ``entity`` is the id of an agent, place or occasion; ``name`` the fullest form in this article of somebody no authority knows;
    ``when`` the value of a date; ``literal`` the city (a place's id) whose name stands for the state in ``entity``.
    """

    span: Span
    type: MentionType
    entity: Id | None = None
    name: Text | None = None
    when: When | None = None
    literal: Id | None = None
    made: Made | None = None


@attrs.frozen
@checked
class Article:
    """A published text that is never altered, and all that points into it.

    Offsets are code points of ``text``, half-open. Raises ``ModelError`` with every fault where a span leaves the text, the blocks do not
    tile it, statement ids repeat, or statements nest in a circle. ``extra`` are pairs of strings, the caller's own.

    >>> article = Article("a1", "Astana agreed, he said.", blocks=(Block(Span(0, 23), "paragraph"),))
    >>> article.context(Span(7, 13), width=3)
    'na agreed, h'
    """

    id: Id
    text: Text = ""
    source: Source | None = None
    language: Language | None = None
    published: When | None = None
    dateline: Dateline | None = None
    bylines: tuple[Voice, ...] = ()
    blocks: tuple[Block, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()
    extra: tuple[tuple[Text, Text], ...] = ()

    def _faults(self) -> Iterator[Fault]:
        return iter(()) if stands_alone(self) else article_faults(self)

    @property
    def headline(self) -> str | None:
        """The text of the first headline block; None where there is none."""
        return next((block.span.of(self.text) for block in self.blocks if block.kind == "headline"), None)

    @property
    def body(self) -> str:
        """The headings and paragraphs of the article, one to a line."""
        return "\n".join(block.span.of(self.text) for block in self.blocks if block.kind in ("heading", "paragraph"))

    def quote(self, statement: Statement) -> str:
        """Return the words of a statement's content as they stand; pieces of an interrupted one are set apart by ``[…]``."""
        return _PIECES_APART.join(span.of(self.text) for span in statement.content)

    def context(self, span: Span, width: int = 40) -> str:
        """Return the span with up to ``width`` code points of text on either side."""
        return self.text[max(0, span.start - width) : span.end + width]

    def cite(self, statement: Statement) -> str:
        """Return a reference for a statement: speaker, words, headline, outlet, date, id and offsets, as far as they are known."""
        speaker = statement.speaker
        who = (speaker.name or (speaker.span and speaker.span.of(self.text)) or speaker.entity) if speaker else None
        where = [self.headline, self.source and self.source.outlet and self.source.outlet.name, self.published and self.published.edtf]
        offsets = ", ".join(f"{span.start}-{span.end}" for span in statement.content)
        title = ", ".join(part for part in where if part)
        reference = f"{statement.id}, characters {offsets}" if offsets else statement.id
        return f"{who or 'Unknown speaker'}: “{self.quote(statement)}”.{f' {title}.' if title else ''} [{reference}]"

    def _repr_html_(self) -> str | None:
        return views.render(self)
