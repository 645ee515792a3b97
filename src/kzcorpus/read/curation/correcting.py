"""A person decides about statements: the decision is kept as a correction, and the corpus shows it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.authority.records import load_authority
from kzcorpus.errors import Fault, ModelError, UnknownIdError, describe
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.links import Correction
from kzcorpus.model.provenance import Made
from kzcorpus.model.references import AGENT, statement_references
from kzcorpus.model.statements import Statement, Voice
from kzcorpus.read.assembly.identifiers import free
from kzcorpus.read.assembly.occasions import edited, occasions, renewed, standing
from kzcorpus.read.curation.decisions import decided, position
from kzcorpus.read.curation.records import enriched, holders
from kzcorpus.read.extraction.linking import linked
from kzcorpus.read.language import has_rules
from kzcorpus.read.layout import lay_out
from kzcorpus.read.quotes import mark_quotations
from kzcorpus.read.stages import Reading
from kzcorpus.read.statements import identified
from kzcorpus.read.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzcorpus.model.agents import Occasion
    from kzcorpus.model.articles import Article
    from kzcorpus.model.authorities import Authority
    from kzcorpus.model.links import Verdict

_VERDICTS = ("accept", "reject", "amend", "add")
_VALUED = ("amend", "add")


def _faults(verdict: object, value: object) -> Iterator[Fault]:
    if verdict not in _VERDICTS:
        yield Fault("verdict", f"found {describe(verdict)}, expected {' | '.join(_VERDICTS)}")
    elif verdict in _VALUED and not isinstance(value, Statement):
        yield Fault("value", f"found {describe(value)}, expected the Statement as it should be")
    elif verdict not in _VALUED and value is not None:
        yield Fault("value", f"found {describe(value)}, expected None: to {verdict} is to decide about the statement as it is")


def _added(corpus: Corpus, article: Article, value: Statement) -> Statement:
    """Return a statement to add with an id such as reading would give, unless it has one of the article's own."""
    if value.id.startswith(f"{article.id}."):
        return value
    return attrs.evolve(value, id=free(identified(article.id, article.text, value.content, {}), set(holders(corpus))))


def _linked(article: Article, authority: Authority, value: Statement) -> Statement:
    """Return a statement with every voice that is a mere span given its agent, name and kind, where there are rules for the language."""
    bare = any(voice == Voice(span=voice.span) for _, voice in value.voices())
    if not bare or article.language is None or not has_rules(article.language):
        return value
    return linked(split_words(mark_quotations(lay_out(Reading(article, authority)))), [value])[0]


def _with(article: Article, statement: Statement) -> tuple[Statement, ...]:
    """Return the statements of an article with this one, in the place of one with its id, or where its content begins."""
    at = next((i for i, one in enumerate(article.statements) if one.id == statement.id), None)
    if at is not None and article.statements[at].content == statement.content:
        return (*article.statements[:at], statement, *article.statements[at + 1 :])
    others = [one for one in article.statements if one.id != statement.id]
    place, length = position(statement, len(article.text)), len(article.text)
    at = next((i for i, one in enumerate(others) if position(one, length) > place), len(others))
    return (*others[:at], statement, *others[at:])


def _occasions(corpus: Corpus, articles: Sequence[Article]) -> tuple[Occasion, ...]:
    """Return the occasions as they are after a decision: who is no longer said to have spoken there did not take part."""
    if not corpus.occasions:
        return ()
    taken = set(holders(corpus)).difference(one.id for one in corpus.occasions)
    stay = edited(corpus.occasions, corpus.articles, taken)
    now = {one.id: one for one in occasions(map(standing, articles), taken).values()}
    return tuple(one if one.id in stay else renewed(one, now) for one in corpus.occasions)


def _named(value: Statement) -> set[str]:
    """Return the ids of the agents that a statement names."""
    return {ref.id for ref in statement_references(value) if ref.id is not None and ref.kinds == AGENT}


def _held(corpus: Corpus, article: Article, correction: Correction, value: Statement, authority: Authority | None) -> Corpus:
    """Return the corpus with a correction, and with its value among the statements of the article."""
    changed = attrs.evolve(article, statements=_with(article, value))
    articles = tuple(changed if one.id == article.id else one for one in corpus.articles)
    fields = {field.name: getattr(corpus, field.name) for field in attrs.fields(Corpus) if field.name != "authority"}
    corrections = (*corpus.corrections, correction)
    fields |= {"articles": articles, "corrections": corrections, "occasions": _occasions(corpus, articles)}
    given = load_authority() if authority is None else authority
    return Corpus(**fields, authority=enriched(corpus.authority, given, _named(value)))


def correct(
    corpus: Corpus,
    id: str,  # noqa: A002 -- the model's own word
    verdict: Verdict,
    *,
    by: str,
    value: Statement | None = None,
    at: str | None = None,
    note: str | None = None,
    authority: Authority | None = None,
) -> Corpus:
    """Return the corpus with a person's decision about a statement, kept as a ``Correction`` and shown at once.

    ``id`` is the statement's; to ``add`` one, its article's. ``accept`` and ``reject`` set its ``Made.status``: it stays in its article
    either way, so that whatever refers to it holds, and who made it is still told. ``amend`` puts ``value`` in its place, under the same
    id; ``add`` puts ``value`` into the article, under an id made of the words of its content, unless it bears one that begins with the
    article's. Both are then made by who decided, and a voice of which only the span is told gets entity, name and kind from the mentions
    there. ``at`` is EDTF, and yours to give. Whom ``value`` refers to and the corpus does not hold
    comes from ``authority``, by default the bundled records. The same decision made again changes nothing.

    Raises ``UnknownIdError``, and ``ModelError`` where the value is missing, is not asked for, or cannot stand in the corpus.

    >>> from kzcorpus import Article, Corpus, Span
    >>> corpus = Corpus("c", articles=(Article("a", "He left.", statements=(Statement("a.1", (Span(0, 7),)),)),))
    >>> decided = correct(corpus, "a.1", "reject", by="Aigerim", at="2026-11-20", note="nobody says so")
    >>> decided.statement("a.1").made.status, decided.corrections[0].quoted
    ('rejected', ('He left',))
    """
    if faults := tuple(_faults(verdict, value)):
        raise ModelError(faults)
    if verdict == "add" and value is not None:
        article = corpus.article(id)
        new = _added(corpus, article, value)
        content = new.content
        if any(one.id == new.id for one in article.statements):
            raise ModelError((Fault("value.id", f"found {describe(new.id)}, which a statement of the article bears: amend that one"),))
    else:
        found = next(((held, one) for held, one in corpus.statements() if one.id == id), None)
        if found is None:
            raise UnknownIdError("statement", id)
        article, old = found
        new, content = attrs.evolve(value or old, id=id), old.content
    if verdict in _VALUED:
        new = attrs.evolve(_linked(article, corpus.authority, new), made=Made(by=by, status="accepted", at=at))
    else:
        new = decided(Correction("-", article.id, verdict=verdict, by=by, at=at), new)
    quoted = tuple(span.of(article.text) for span in content)
    named = free(f"{new.id}.{verdict}", set(holders(corpus)))
    made = Correction(named, article.id, content, quoted, verdict, new, by, at, note)
    last = next((one for one in reversed(corpus.corrections) if one.value and one.value.id == new.id), None)
    if last and attrs.evolve(last, id=named) == made:
        return corpus
    return _held(corpus, article, made, new, authority)
