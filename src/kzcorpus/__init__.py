"""kzcorpus: who said what, to whom, when, where, and according to whom -- typed, citable, and without losing a character.

The names in ``__all__`` are the whole public interface; each is loaded when it is first used, so that importing the package costs next
to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from kzcorpus.model import views

if TYPE_CHECKING:
    from kzcorpus.analysis.differences import Change, diff
    from kzcorpus.analysis.findings import check
    from kzcorpus.authority.matching import find_agent, find_agents, find_places
    from kzcorpus.authority.records import load_authority
    from kzcorpus.documents import dump, dumps, iter_articles, load, loads, validate, validates
    from kzcorpus.documents.streams import ArticleWriter, dump_articles
    from kzcorpus.errors import (
        AmbiguousNameError,
        AuthorityError,
        DecodeError,
        EncodeError,
        ExtractorError,
        Fault,
        KzcorpusError,
        MissingExtraError,
        ModelError,
        ReadError,
        UnknownEncodingError,
        UnknownExtractorError,
        UnknownFormatError,
        UnknownIdError,
        WriteError,
    )
    from kzcorpus.formats.json_.schema import json_schema
    from kzcorpus.model.agents import Actor, Agent, Concept, Occasion, Organization, Place, Tenure
    from kzcorpus.model.articles import Article, Block, Dateline, Mention, Source
    from kzcorpus.model.authorities import Authority
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.dates import When
    from kzcorpus.model.findings import Finding, Loss, Match
    from kzcorpus.model.links import Correction, Link, Remark
    from kzcorpus.model.names import Name
    from kzcorpus.model.provenance import Made
    from kzcorpus.model.segments import Segment
    from kzcorpus.model.spans import Span
    from kzcorpus.model.statements import Setting, Stance, Statement, Voice
    from kzcorpus.read.assembly import assemble, read_texts
    from kzcorpus.read.assembly.rereading import reread
    from kzcorpus.read.curation.adopting import adopt
    from kzcorpus.read.curation.correcting import correct
    from kzcorpus.read.dating.elsewhere import mark_dates
    from kzcorpus.read.extraction.anchoring import anchored
    from kzcorpus.read.extractors import Extractor
    from kzcorpus.read.pipeline import read_text
    from kzcorpus.seeds import load_seeds

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Agent",
    "AmbiguousNameError",
    "Article",
    "ArticleWriter",
    "Authority",
    "AuthorityError",
    "Block",
    "Change",
    "Concept",
    "Corpus",
    "Correction",
    "Dateline",
    "DecodeError",
    "EncodeError",
    "Extractor",
    "ExtractorError",
    "Fault",
    "Finding",
    "KzcorpusError",
    "Link",
    "Loss",
    "Made",
    "Match",
    "Mention",
    "MissingExtraError",
    "ModelError",
    "Name",
    "Occasion",
    "Organization",
    "Place",
    "ReadError",
    "Remark",
    "Segment",
    "Setting",
    "Source",
    "Span",
    "Stance",
    "Statement",
    "Tenure",
    "UnknownEncodingError",
    "UnknownExtractorError",
    "UnknownFormatError",
    "UnknownIdError",
    "Voice",
    "When",
    "WriteError",
    "adopt",
    "anchored",
    "assemble",
    "check",
    "correct",
    "diff",
    "dump",
    "dump_articles",
    "dumps",
    "find_agent",
    "find_agents",
    "find_places",
    "iter_articles",
    "json_schema",
    "load",
    "load_authority",
    "load_seeds",
    "loads",
    "mark_dates",
    "read_text",
    "read_texts",
    "reread",
    "validate",
    "validates",
]

_ROOMS = {
    "analysis.differences": "Change diff",
    "analysis.findings": "check",
    "authority.matching": "find_agent find_agents find_places",
    "authority.records": "load_authority",
    "documents": "dump dumps iter_articles load loads validate validates",
    "documents.streams": "ArticleWriter dump_articles",
    "errors": (
        "AmbiguousNameError AuthorityError DecodeError EncodeError ExtractorError Fault KzcorpusError MissingExtraError ModelError "
        "ReadError UnknownEncodingError UnknownExtractorError UnknownFormatError UnknownIdError WriteError"
    ),
    "formats.json_.schema": "json_schema",
    "model.agents": "Actor Agent Concept Occasion Organization Place Tenure",
    "model.articles": "Article Block Dateline Mention Source",
    "model.authorities": "Authority",
    "model.corpus": "Corpus",
    "model.dates": "When",
    "model.findings": "Finding Loss Match",
    "model.links": "Correction Link Remark",
    "model.names": "Name",
    "model.provenance": "Made",
    "model.segments": "Segment",
    "model.spans": "Span",
    "model.statements": "Setting Stance Statement Voice",
    "read.assembly": "assemble read_texts",
    "read.assembly.rereading": "reread",
    "read.curation.adopting": "adopt",
    "read.curation.correcting": "correct",
    "read.extraction.anchoring": "anchored",
    "read.extractors": "Extractor",
    "read.dating.elsewhere": "mark_dates",
    "read.pipeline": "read_text",
    "seeds": "load_seeds",
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Load a public name from the room it lives in (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


def _notebook(value: object) -> str:
    pages = importlib.import_module(f"{__name__}.pages.notebook")
    html: str = pages.notebook(value)
    return html


views.register(_notebook)
