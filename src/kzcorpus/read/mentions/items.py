"""Items: what a passage holds that may be a mention, as drafts that the stages of mentions fill in, and whom they turn out to mean."""

from typing import Literal

import attrs

from kzcorpus.authority.titles import Title
from kzcorpus.model.articles import MentionType
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.positions import NOWHERE, Position, position
from kzcorpus.read.mentions.running import Part
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


@attrs.define(eq=False, init=False)
class Item:
    """Something in an article that may be a mention: words ``first`` to before ``last``, code points ``start`` to ``end``, what it says.

    ``ids`` are candidates of the authority; ``title`` what a title at its side, or a description itself, says; ``sex`` what an honorific, a
    title or a pronoun shows. ``lead`` is the first word of its title, ``head`` the last of a description's noun, ``literal`` the city that
    stands for a state, ``country`` the first word of the country that ends the name of an institution. A loose name is one only if
    something else in the article says so. ``order`` counts the items of the article; ``sentence`` and ``quotation`` (-1 for none) are
    numbered through it, ``part`` is the passage. ``bearer`` is the name that a description beside it describes.
    """

    labels: Labels
    first: int
    last: int
    start: int
    end: int
    sort: Sort
    type: MentionType
    rule: str
    confidence: float
    ids: tuple[str, ...]
    sex: Sex | None
    title: Title | None
    determiner: str
    head: int
    literal: str | None
    country: int
    lead: int
    order: int
    sentence: int
    part: Part
    quotation: int
    referent: Referent | None
    bearer: "Item | None"
    kept: bool
    _position: Position | None
    _text: str | None

    def __init__(  # noqa: PLR0917 -- names in the order of the fields, in the time that naming them takes
        self,
        labels: Labels,
        first: int,
        last: int,
        sort: Sort,
        type: MentionType,  # noqa: A002 -- the model's own word
        rule: str,
        confidence: float,
        ids: tuple[str, ...] = (),
        sex: Sex | None = None,
        literal: str | None = None,
        country: int = -1,
    ) -> None:
        # by hand: three in four of its fields are set later, if at all
        words = labels.words
        self.labels = labels
        self.first = first
        self.last = last
        self.start = words.starts[first]
        self.end = end = words.ends[last - 1]
        if words.text[end - 1] == "." and labels.marks[last - 1] not in "AnI":
            self.end = end - 1
        self.sort = sort
        self.type = type
        self.rule = rule
        self.confidence = confidence
        self.ids = ids
        self.sex = sex
        self.determiner = ""
        self.literal = literal
        self.country = country
        self.head = self.lead = -1
        self.order = 0
        self.sentence = sentence = words.sentence[first]
        self.part = part = labels.parts[sentence]
        quotation = words.quotation[first]
        self.quotation = quotation + part.quotations if quotation >= 0 else -1
        self.title = self.referent = self.bearer = self._position = self._text = None
        self.kept = True

    @property
    def text(self) -> str:
        """Its words, a space between them; few items are ever asked for them."""
        if self._text is None:
            text = self.labels.words.text[self.start : self.end]
            self._text = " ".join(text.split()) if self.last - self.first > 1 else text
        return self._text

    @property
    def begin(self) -> int:
        """The first word, title included."""
        return self.lead if self.lead >= 0 else self.first

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
