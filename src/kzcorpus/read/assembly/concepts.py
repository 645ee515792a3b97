"""The concepts that the stances of statements are about, which only a user's own extractor names."""

from collections.abc import Mapping, Sequence

import attrs

from kzcorpus.model.agents import Concept
from kzcorpus.model.articles import Article
from kzcorpus.model.names import Name
from kzcorpus.model.statements import Statement
from kzcorpus.read.assembly.identifiers import free


def _about(statement: Statement, ids: Mapping[str, str]) -> Statement:
    if not statement.stances:
        return statement
    return attrs.evolve(statement, stances=tuple(attrs.evolve(stance, concept=ids[stance.concept]) for stance in statement.stances))


def codebook(articles: Sequence[Article], taken: set[str]) -> tuple[list[Article], tuple[Concept, ...]]:
    """Return the articles, and a concept for each id that a stance names, called by that id; ``taken`` grows.

    An id that a record bears already gets ``-2``, and the stances follow.
    """
    named = sorted({stance.concept for article in articles for statement in article.statements for stance in statement.stances})
    if not named:
        return list(articles), ()
    ids = {name: free(name, taken) for name in named}
    coded = [attrs.evolve(article, statements=tuple(_about(statement, ids) for statement in article.statements)) for article in articles]
    return coded, tuple(Concept(ids[name], (Name(name),)) for name in named)
