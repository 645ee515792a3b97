"""The corpus: articles, the authority they refer to, and what ties statements together. One that exists is sound."""

from __future__ import annotations

from collections.abc import Iterator  # noqa: TC003 -- the checks read annotations at run time
from functools import cached_property
from typing import Any

import attrs

from kzcorpus.errors import Fault, ModelError, UnknownIdError
from kzcorpus.model import views
from kzcorpus.model.agents import Concept, Occasion  # noqa: TC001
from kzcorpus.model.articles import Article  # noqa: TC001
from kzcorpus.model.authorities import Authority
from kzcorpus.model.integrity import corpus_faults
from kzcorpus.model.joining import union
from kzcorpus.model.links import Correction, Link, Remark  # noqa: TC001
from kzcorpus.model.soundness import hangs_together
from kzcorpus.model.statements import Statement  # noqa: TC001
from kzcorpus.model.values import Id, Text, checked, draft


def redrafted(corpus: Corpus, articles: tuple[Article, ...] = ()) -> Corpus:
    """Return a draft of a corpus with these articles in place of its own; unlike a corpus it may refer to what is not there."""
    others = {field.name: getattr(corpus, field.name) for field in attrs.fields(Corpus)}
    return draft(Corpus, **{**others, "articles": articles})


@attrs.frozen
@checked
class Corpus:
    """Articles with all that is known about them.

    Every reference resolves, every span lies in its text, ids are unique, nothing nests in a circle; otherwise ``ModelError`` lists every
    fault. ``authority`` holds the records the corpus uses and all they refer to.

    >>> Corpus("c").articles
    ()
    """

    id: Id
    title: Text | None = None
    articles: tuple[Article, ...] = ()
    authority: Authority = attrs.field(default=Authority())
    concepts: tuple[Concept, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    links: tuple[Link, ...] = ()
    remarks: tuple[Remark, ...] = ()
    corrections: tuple[Correction, ...] = ()
    extra: tuple[tuple[Text, Text], ...] = ()

    def _faults(self) -> Iterator[Fault]:
        return iter(()) if hangs_together(self) else corpus_faults(self)

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}

    @cached_property
    def _statements(self) -> dict[str, tuple[Article, Statement]]:
        return {statement.id: (article, statement) for article, statement in self.statements()}

    def article(self, id: str) -> Article:  # noqa: A002 -- the model's own word
        """Return the article with this id; raises ``UnknownIdError``."""
        if id not in self._articles:
            raise UnknownIdError("article", id)
        return self._articles[id]

    def statement(self, id: str) -> Statement:  # noqa: A002
        """Return the statement with this id; raises ``UnknownIdError``."""
        if id not in self._statements:
            raise UnknownIdError("statement", id)
        return self._statements[id][1]

    def statements(self, *, rejected: bool = True) -> Iterator[tuple[Article, Statement]]:
        """Iterate over every statement with its article, in order; ``rejected=False`` passes over those that somebody rejected."""
        for article in self.articles:
            for statement in article.statements:
                if rejected or statement.made is None or statement.made.status != "rejected":
                    yield article, statement

    def with_articles(self, *articles: Article) -> Corpus:
        """Return a corpus that holds these articles too; one whose id is known takes the place of the old one."""
        joined = dict(self._articles) | {article.id: article for article in articles}
        return attrs.evolve(self, articles=tuple(joined.values()))

    def merge(self, other: Corpus) -> Corpus:
        """Return a corpus of both; what both hold is kept once, id, title and order are this one's.

        Agents that a program proposed in both with other spellings keep all spellings, and occasions all names and participants. Raises
        ``ModelError`` with every id under which the two say different things, and the fields that differ; nothing is picked.

        >>> from kzcorpus.model.articles import Article
        >>> one, other = Corpus("c", articles=(Article("a", "Yes."),)), Corpus("d", articles=(Article("b", "No."),))
        >>> [article.id for article in one.merge(other).articles]
        ['a', 'b']
        """
        faults: list[Fault] = []
        parts: dict[str, Any] = {
            name: union(name, getattr(self, name), getattr(other, name), faults)
            for name in ("articles", "concepts", "occasions", "links", "remarks", "corrections", "extra")
        }
        records = {
            name: union(f"authority.{name}", getattr(self.authority, name), getattr(other.authority, name), faults)
            for name in ("actors", "organizations", "places", "tenures")
        }
        if faults:
            whole = draft(Corpus, id=self.id, authority=draft(Authority, **records), **parts)
            faults += [fault for fault in corpus_faults(whole) if fault.path.endswith(".id")]
            raise ModelError(tuple(faults))
        return attrs.evolve(self, authority=Authority(**records), **parts)

    def _repr_html_(self) -> str | None:
        return views.render(self)
