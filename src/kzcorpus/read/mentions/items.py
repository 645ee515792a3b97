"""Items: what a passage holds that may be a mention, as drafts that the stages of mentions fill in, and whom they turn out to mean."""

from typing import Literal

import attrs

from kzcorpus.authority.gazetteer import Hit
from kzcorpus.authority.titles import Title
from kzcorpus.model.articles import BlockKind, MentionType
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.positions import NOWHERE, Position, position
from kzcorpus.read.mentions.wordlists import Sex

Sort = Literal["name", "loose", "description", "pronoun"]


@attrs.define(eq=False)
class Referent:
    """Somebody or something that an article mentions: a record's id, or the fullest name in the article of whom no record knows.

    ``words`` are those of the normal form of the fullest name; ``titles`` what the article calls him, with the order of the mention.
    """

    type: MentionType
    id: str | None = None
    name: str | None = None
    words: tuple[str, ...] = ()
    sex: Sex | None = None
    titles: list[tuple[int, Title]] = attrs.Factory(list)
    country: str | None = None

    @property
    def family(self) -> str:
        """The family name in its normal form."""
        return self.words[-1] if self.words else ""


@attrs.define(eq=False)
class Item:
    """Something in a passage that may be a mention: words ``first`` to before ``last``, code points ``start`` to ``end``, and what it says.

    ``ids`` are candidates of the authority; ``title`` what a title at its side, or a description itself, says; ``sex`` what an honorific, a
    title or a pronoun shows. ``lead`` is the first word of its title, ``head`` the last of a description's noun, ``literal`` the city that
    stands for a state, ``country`` the first word of the country that ends the name of an institution. A loose name is one only if
    something else in the article says so. ``order`` counts the items of the article; ``page``, its passage, ``sentence``
    and ``quotation`` (-1 for none) are numbered through it. ``bearer`` is the name that a description beside it describes.
    """

    labels: Labels
    first: int
    last: int
    start: int
    end: int
    text: str
    sort: Sort
    type: MentionType
    rule: str
    confidence: float
    ids: tuple[str, ...] = ()
    sex: Sex | None = None
    title: Title | None = None
    determiner: str = ""
    head: int = -1
    literal: str | None = None
    country: int = -1
    lead: int = -1
    page: int = 0
    order: int = 0
    sentence: int = 0
    quotation: int = -1
    referent: Referent | None = None
    bearer: "Item | None" = None
    kept: bool = True
    _position: Position | None = None

    @property
    def begin(self) -> int:
        """The first word, title included."""
        return self.lead if self.lead >= 0 else self.first

    @property
    def block(self) -> BlockKind:
        """The kind of the block."""
        return self.labels.block

    @property
    def position(self) -> Position:
        """Where it stands in its clause, found when first asked for; a place is neither a subject nor does it speak."""
        if self._position is None:
            self._position = NOWHERE if self.type == "place" else position(self.labels.words, self.begin, self.last)
        return self._position

    @property
    def subject(self) -> bool:
        """Whether it is the subject of a verb."""
        return self.position.subject

    @property
    def speaking(self) -> bool:
        """Whether it speaks."""
        return self.position.speaking


def item(
    labels: Labels,
    first: int,
    last: int,
    *,
    sort: Sort,
    type: MentionType,  # noqa: A002 -- the model's own word
    rule: str,
    confidence: float,
    hit: Hit | None = None,
    ids: tuple[str, ...] = (),
    sex: Sex | None = None,
    title: Title | None = None,
    determiner: str = "",
    head: int = -1,
    literal: str | None = None,
    country: int = -1,
) -> Item:
    """Make an item of words ``first`` to before ``last``, or of the bounds of a hit."""
    words = labels.words
    if hit is not None:
        start, end = hit.start, hit.end
    else:
        start, end = words.starts[first], words.ends[last - 1]
        if words.text[end - 1] == "." and labels.marks[last - 1] not in "AnI":
            end -= 1
    text = words.text[start:end]
    if last - first > 1:
        text = " ".join(text.split())
    return Item(labels, first, last, start, end, text, sort, type, rule, confidence, ids, sex, title, determiner, head, literal, country)
