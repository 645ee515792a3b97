"""Tell Hypothesis how to make every class of the model, so that ``st.from_type(kzcorpus.Corpus)`` gives sound corpora.

Hypothesis imports this module, our ``hypothesis`` entry point, whenever it is imported itself. So it only names the classes; a strategy
is built when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

import kzcorpus as kz

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

CLASSES: tuple[type, ...] = (
    kz.Actor,
    kz.Article,
    kz.Authority,
    kz.Block,
    kz.Concept,
    kz.Corpus,
    kz.Correction,
    kz.Dateline,
    kz.Finding,
    kz.Link,
    kz.Loss,
    kz.Made,
    kz.Match,
    kz.Mention,
    kz.Name,
    kz.Occasion,
    kz.Organization,
    kz.Place,
    kz.Remark,
    kz.Setting,
    kz.Source,
    kz.Span,
    kz.Stance,
    kz.Statement,
    kz.Tenure,
    kz.Voice,
    kz.When,
)


def _build(cls: type) -> SearchStrategy[Any]:
    from kzcorpus.strategies.model import STRATEGIES  # noqa: PLC0415 -- only when asked for

    return STRATEGIES[cls]()


for _cls in CLASSES:
    st.register_type_strategy(_cls, _build)
