"""What is worth knowing about a text, a document or a conversion: values, never exceptions."""

from typing import Literal

import attrs

from kzcorpus.model.spans import Span
from kzcorpus.model.values import Id, Text, checked

Severity = Literal["info", "warning", "error"]


@attrs.frozen
@checked
class Finding:
    """Something to know: a code, how severe it is, a message, and where: spans of an article, ids, or the path and line in a document.

    Without ``article`` the spans are those of the article that holds the finding. ``hint`` says what to compare or do.
    """

    code: Text
    severity: Severity = "warning"
    message: Text = ""
    article: Id | None = None
    spans: tuple[Span, ...] = ()
    refs: tuple[Id, ...] = ()
    path: Text | None = None
    line: int | None = None
    hint: Text | None = None

    def __str__(self) -> str:
        """Read as one line: where, what, and the hint."""
        where = " ".join(part for part in (f"line {self.line}" if self.line else "", self.path or "", self.article or "") if part)
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}: {self.message}{hint}" if where else f"{self.message}{hint}"


@attrs.frozen
@checked
class Loss:
    """What an export or import could not carry: the field, how often, and why."""

    field: Text
    count: int
    reason: Text


@attrs.frozen
@checked
class Match:
    """A candidate for a name: the entity's id, the form that matched, a score from 0 to 1, and the evidence."""

    entity: Id
    name: Text
    score: float
    reason: Text
