"""Who or what asserts a thing, and how sure it is."""

from collections.abc import Iterator
from typing import Literal

import attrs

from kzcorpus.errors import Fault
from kzcorpus.model.values import Edtf, Text, checked

Status = Literal["proposed", "accepted", "rejected", "disputed"]


@attrs.frozen
@checked
class Made:
    """Who or what asserts this: ``by`` is ``kzcorpus`` with its version and rule, or a person.

    ``confidence`` is between 0 and 1; ``at`` is EDTF.

    >>> Made(by="kzcorpus", version="0.1.0", rule="cue.that", confidence=0.9).status is None
    True
    """

    by: Text | None = None
    version: Text | None = None
    rule: Text | None = None
    confidence: float | None = None
    status: Status | None = None
    at: Edtf | None = None
    note: Text | None = None

    def _faults(self) -> Iterator[Fault]:
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            yield Fault("confidence", f"found {self.confidence}, expected a number between 0 and 1")
