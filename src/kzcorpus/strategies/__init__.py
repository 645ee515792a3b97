"""Hypothesis strategies for every class of the model, valid by construction, and for texts as hostile as the model allows.

Hypothesis knows them too: ``st.from_type(kzcorpus.Corpus)``. They need the extra ``strategies``.

>>> from kzcorpus.strategies import articles
>>> articles(max_statements=2)
articles(max_statements=2)
"""

try:
    import hypothesis as _hypothesis  # noqa: F401 -- to say what to install
except ImportError as error:
    from kzcorpus.errors import MissingExtraError

    raise MissingExtraError("strategies", "kzcorpus.strategies") from error

from kzcorpus.strategies.agents import actors, authorities, concepts, mades, names, occasions, organizations, places, tenures
from kzcorpus.strategies.corpus import corpora, corrections, links, remarks
from kzcorpus.strategies.dates import edtf_dates, whens
from kzcorpus.strategies.layout import blocks, spans, tilings
from kzcorpus.strategies.model import values
from kzcorpus.strategies.publication import articles, datelines, findings, losses, matches, mentions, sources
from kzcorpus.strategies.speech import settings, stances, statements, voices
from kzcorpus.strategies.text import ids, languages, texts

__all__ = [
    "actors",
    "articles",
    "authorities",
    "blocks",
    "concepts",
    "corpora",
    "corrections",
    "datelines",
    "edtf_dates",
    "findings",
    "ids",
    "languages",
    "links",
    "losses",
    "mades",
    "matches",
    "mentions",
    "names",
    "occasions",
    "organizations",
    "places",
    "remarks",
    "settings",
    "sources",
    "spans",
    "stances",
    "statements",
    "tenures",
    "texts",
    "tilings",
    "values",
    "voices",
    "whens",
]
