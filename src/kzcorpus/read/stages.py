"""What passes from stage to stage of reading: the article so far, and what later stages need beside it.

A stage is a function ``Reading -> Reading``. It knows only the stages before it, changes nothing, and can be called alone in a test.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from kzcorpus.model.articles import Article, Block
from kzcorpus.model.authorities import Authority
from kzcorpus.model.spans import Span
from kzcorpus.model.values import draft

if TYPE_CHECKING:
    from kzcorpus.read.words import Words


@attrs.frozen
class Quotation:
    """A stretch between quotation marks: ``span`` with its marks, ``inner`` without; ``opened`` and ``closed`` tell which marks are there.

    ``level`` is 0 for an outer quotation, 1 for one inside it.
    """

    span: Span
    inner: Span
    opened: bool = True
    closed: bool = True
    level: int = 0


@attrs.frozen
class Passage:
    """A block that the article itself wrote, not the site around it, with its sentences and quotations in order, as spans over the text.

    ``words`` are its words with their classes, split once for all later stages.
    """

    block: Block
    sentences: tuple[Span, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    words: "Words | None" = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Reading:
    """The article so far, its passages, and who is who."""

    article: Article
    authority: Authority = attrs.field(factory=Authority)
    passages: tuple[Passage, ...] = ()


def revised(reading: Reading, **changes: Any) -> Article:  # noqa: ANN401 -- fields of an article
    """Return the article of a reading with some fields changed, as a draft: it is checked once, when reading is over."""
    article = reading.article
    return draft(Article, **{field.name: getattr(article, field.name) for field in attrs.fields(Article)} | changes)


Stage = Callable[[Reading], Reading]
