"""When something was said, published or happened: an EDTF date and where it comes from."""

import datetime as dt
from typing import Literal

import attrs

from kzcorpus.model.edtf import bounds, compare
from kzcorpus.model.spans import Span
from kzcorpus.model.values import Edtf, checked

Basis = Literal["stated", "resolved", "given"]
"""stated: the text says so; resolved: worked out from what the text says and an anchor; given: somebody supplied it."""


@attrs.frozen
@checked
class When:
    """A date as EDTF, how it is known, the span that says so, and the EDTF date it was resolved against.

    ``edtf`` is level 0 or 1, or has level 2's unspecified digits (https://www.loc.gov/standards/datetime/). ``span`` is evidence in the
    text of the article that holds this value; elsewhere it is None. Raises ``ModelError`` where the date is invalid.

    >>> When(edtf="2022-10").latest
    datetime.date(2022, 10, 31)
    """

    edtf: Edtf
    basis: Basis | None = None
    span: Span | None = None
    anchor: Edtf | None = None

    @property
    def earliest(self) -> dt.date | None:
        """The first day it can mean; None outside the years 1 to 9999, or where the start is open or unknown."""
        return bounds(self.edtf).earliest

    @property
    def latest(self) -> dt.date | None:
        """The last day it can mean, inclusive; None outside the years 1 to 9999, or where the end is open or unknown."""
        return bounds(self.edtf).latest

    def precedes(self, other: "When") -> bool | None:
        """Tell whether every day it can mean comes before every day that the other can; None where they overlap.

        >>> When("2021").precedes(When("2022-10")), When("2022").precedes(When("2022-10")) is None
        (True, True)
        """
        order = compare(self.edtf, other.edtf)
        return None if order is None else order < 0
