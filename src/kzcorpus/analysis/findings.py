"""What the texts get wrong: every check over a corpus, and what reading noticed."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import attrs

from kzcorpus.analysis.attribution import unattributed
from kzcorpus.analysis.catalogue import CATALOGUE
from kzcorpus.analysis.chronology import dated, garbled
from kzcorpus.analysis.contradictions import contradicting_statements
from kzcorpus.analysis.credit import same_words_two_speakers
from kzcorpus.analysis.furniture import boilerplate_in_text
from kzcorpus.analysis.mojibake import mojibake
from kzcorpus.analysis.placenames import place_names_out_of_time
from kzcorpus.analysis.quotation import quotation_marks
from kzcorpus.analysis.quoting import quoted_words_differ
from kzcorpus.analysis.repetition import near_duplicates
from kzcorpus.analysis.roles import roles_not_held
from kzcorpus.analysis.setphrases import calques, garbled_set_phrases
from kzcorpus.analysis.spelling import misspelled_names
from kzcorpus.analysis.texts import mixed_line_ends, suspect_characters, unknowns, unregistered_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding
    from kzcorpus.model.statements import Statement

__all__ = ["CATALOGUE", "check"]

ARTICLE_CHECKS: tuple[Callable[[Article], Iterator[Finding]], ...] = (
    unknowns,
    unregistered_language,
    suspect_characters,
    mixed_line_ends,
    mojibake,
    quotation_marks,
    near_duplicates,
    garbled,
    dated,
    garbled_set_phrases,
    calques,
    boilerplate_in_text,
    unattributed,
)
CORPUS_CHECKS: tuple[Callable[[Corpus], Iterator[Finding]], ...] = (
    roles_not_held,
    place_names_out_of_time,
    misspelled_names,
    same_words_two_speakers,
    contradicting_statements,
    quoted_words_differ,
)


def _noticed(corpus: Corpus) -> dict[str, list[Finding]]:
    """Return what reading noticed by the article it is about, which may be another than the one that keeps it; each once."""
    out: dict[str, dict[Finding, None]] = {article.id: {} for article in corpus.articles}
    for article in corpus.articles:
        for finding in article.findings:
            about = finding if finding.article is not None else attrs.evolve(finding, article=article.id)
            out[about.article or ""][about] = None
    return {name: list(findings) for name, findings in out.items()}


def _new(noticed: list[Finding], found: list[Finding]) -> Iterator[Finding]:
    """Leave out of what was found what was said before about the same words under the same code."""
    seen = {_matter(finding) for finding in noticed}
    for finding in found:
        if _matter(finding) not in seen:
            seen.add(_matter(finding))
            yield finding


def _matter(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.article, finding.spans, finding.refs


def _is_rejected(statement: Statement) -> bool:
    return statement.made is not None and statement.made.status == "rejected"


def _standing(corpus: Corpus) -> Corpus:
    """Return the corpus without the statements that somebody rejected, and so without what may refer to them, findings too."""
    rejected = {statement.id for article in corpus.articles for statement in article.statements if _is_rejected(statement)}
    if not rejected:
        return corpus

    def kept(article: Article) -> Article:
        statements = (one for one in article.statements if one.id not in rejected)
        standing = tuple(attrs.evolve(one, within=None) if one.within in rejected else one for one in statements)
        return attrs.evolve(article, statements=standing, findings=())

    return attrs.evolve(corpus, articles=tuple(map(kept, corpus.articles)), links=(), remarks=(), corrections=())


def check(corpus: Corpus) -> tuple[Finding, ...]:
    """Find what the texts of a corpus get wrong, or leave unknown.

    The findings of an article stand together, in the order of the corpus: first what reading noticed, then what the checks find, by
    their first span. Each names its article, and its ``spans`` are code points of that article's text; ``CATALOGUE`` explains the codes.
    Statements that somebody rejected are passed over.

    >>> from kzcorpus import Article, Corpus
    >>> [finding.code for finding in check(Corpus("c", articles=(Article("a", ""),)))]
    ['empty-text']
    """
    noticed = _noticed(corpus)
    corpus = _standing(corpus)
    across = {article.id: [] for article in corpus.articles}  # type: dict[str, list[Finding]]
    for finding in chain.from_iterable(one(corpus) for one in CORPUS_CHECKS):
        across[finding.article or ""].append(finding)
    out: list[Finding] = []
    for article in corpus.articles:
        ours = [*chain.from_iterable(one(article) for one in ARTICLE_CHECKS), *across[article.id]]
        ours.sort(key=lambda finding: finding.spans[:1])
        out += noticed[article.id]
        out += _new(noticed[article.id], ours)
    return tuple(out)
