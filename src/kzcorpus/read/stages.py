"""What passes from stage to stage of reading: the article so far, and what later stages need beside it.

A stage is a function ``Reading -> Reading``. It knows only the stages before it, changes nothing, and can be called alone in a test.
"""

from collections.abc import Callable, Iterable
from operator import attrgetter
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


_FIELDS = tuple(field.name for field in attrs.fields(Article))
_values = attrgetter(*_FIELDS)


def revised(reading: Reading, **changes: Any) -> Reading:  # noqa: ANN401 -- fields of an article
    """Return a reading with some fields of its article changed; the article is a draft, and checked once, when reading is over."""
    fields = dict(zip(_FIELDS, _values(reading.article), strict=True)) | changes
    return Reading(draft(Article, **fields), reading.authority, reading.passages)


def parted(reading: Reading, passages: Iterable[Passage]) -> Reading:
    """Return a reading with other passages."""
    return Reading(reading.article, reading.authority, tuple(passages))


def completed(reading: Reading) -> Article:
    """Return the article of a reading that is over; raises ``ModelError`` where it is not sound."""
    return Article(*_values(reading.article))


Stage = Callable[[Reading], Reading]
