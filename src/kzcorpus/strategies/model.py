"""Which strategy makes the values of which class of the model: what ``st.from_type`` is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from kzcorpus.model.agents import Actor, Concept, Occasion, Organization, Place, Tenure
from kzcorpus.model.articles import Article, Block, Dateline, Mention, Source
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.dates import When
from kzcorpus.model.findings import Finding, Loss, Match
from kzcorpus.model.links import Correction, Link, Remark
from kzcorpus.model.names import Name
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Setting, Stance, Statement, Voice
from kzcorpus.strategies import agents, corpus, dates, layout, publication, speech

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import SearchStrategy

STRATEGIES: Mapping[type, Callable[[], SearchStrategy[Any]]] = {
    Actor: agents.actors,
    Article: publication.articles,
    Authority: agents.authorities,
    Block: layout.blocks,
    Concept: agents.concepts,
    Corpus: corpus.corpora,
    Correction: corpus.corrections,
    Dateline: publication.datelines,
    Finding: publication.findings,
    Link: corpus.links,
    Loss: publication.losses,
    Made: agents.mades,
    Match: publication.matches,
    Mention: publication.mentions,
    Name: agents.names,
    Occasion: agents.occasions,
    Organization: agents.organizations,
    Place: agents.places,
    Remark: corpus.remarks,
    Setting: speech.settings,
    Source: publication.sources,
    Span: layout.spans,
    Stance: speech.stances,
    Statement: speech.statements,
    Tenure: agents.tenures,
    Voice: speech.voices,
    When: dates.whens,
}
"""The strategy of each class, called without arguments."""


def values() -> SearchStrategy[Any]:
    """Values of any class of the model."""
    return st.one_of([make() for make in STRATEGIES.values()])
