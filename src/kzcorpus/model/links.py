"""What ties statements together across articles, and what people decided about them."""

from typing import Literal

import attrs

from kzcorpus.model.dates import When
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement
from kzcorpus.model.values import Edtf, Id, Text, checked

LinkKind = Literal["same", "paraphrase", "translation", "excerpt", "contradicts", "duplicates"]
Verdict = Literal["accept", "reject", "amend", "add"]


@attrs.frozen
@checked
class Link:
    """How statement ``a`` relates to statement ``b``, and how strongly."""

    a: Id
    b: Id
    kind: LinkKind
    score: float | None = None
    made: Made | None = None


@attrs.frozen
@checked
class Remark:
    """One utterance and every report of it.

    ``speaker`` is an agent's id, ``statements`` are statements' ids, ``occasion`` is an Occasion's id.
    """

    id: Id
    speaker: Id | None = None
    statements: tuple[Id, ...] = ()
    said: When | None = None
    occasion: Id | None = None
    made: Made | None = None


@attrs.frozen
@checked
class Correction:
    """A person's decision about a statement, anchored by the spans of its content and the words there.

    ``quoted`` holds the words of each span of ``content``, in order; ``value`` is the statement as decided: amended, added, or accepted or
    rejected as it was; ``at`` is EDTF. ``kzcorpus.correct`` makes them, ``kzcorpus.reread`` keeps them.
    """

    id: Id
    article: Id
    content: tuple[Span, ...] = ()
    quoted: tuple[Text, ...] = ()
    verdict: Verdict | None = None
    value: Statement | None = None
    by: Text | None = None
    at: Edtf | None = None
    note: Text | None = None
