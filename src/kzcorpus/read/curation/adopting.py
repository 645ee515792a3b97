"""Corrections that somebody made in another corpus of the same articles, taken over."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import attrs

from kzcorpus.model.articles import Article
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.findings import Finding
from kzcorpus.model.values import draft
from kzcorpus.read.assembly.identifiers import free
from kzcorpus.read.curation.authorship import Programs
from kzcorpus.read.curation.conflicts import anchor, told
from kzcorpus.read.curation.decisions import settle
from kzcorpus.read.curation.records import enriched, holders, referred, statements_referred
from kzcorpus.read.curation.relocation import Edition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzcorpus.model.agents import Concept, Occasion
    from kzcorpus.model.links import Correction
    from kzcorpus.model.statements import Statement


class _Taking:
    """Corrections on their way from one corpus to another."""

    def __init__(self, mine: Corpus, other: Corpus) -> None:
        self.mine = mine
        self.other = other
        self.holders = holders(mine)
        self.taken = set(self.holders)
        self.lost: dict[str, list[Finding]] = defaultdict(list)

    def corrections(self) -> Iterator[Correction]:
        """Yield the corrections that are new, as they stand in the articles of this corpus."""
        there = {one.id for one in self.mine.articles}
        known = {attrs.evolve(one, id="-") for one in self.mine.corrections}
        found = [one for one in self.other.corrections if one.article in there]
        moved = [one for one in map(self._moved, found) if one and attrs.evolve(one, id="-") not in known]
        names = {one.value.id for one in moved if one.value}
        for one in moved:
            yield attrs.evolve(one, id=free(one.id, self.taken), value=one.value and self._rooted(one.article, one.value, names))

    def _moved(self, correction: Correction) -> Correction | None:
        """Return a correction with its spans where the words stand now; None, and a finding, where they are lost."""
        old, new = self.other.article(correction.article), self.mine.article(correction.article)
        if old.text == new.text:
            return correction
        edition = Edition(old.text, new.text)
        content = edition.content(correction.content)
        value = edition.statement(correction.value) if correction.value else None
        if content is None or (correction.value and not value):
            who, words = correction.by or "somebody", told(old, anchor(correction))
            message = f"the decision of {who} to {correction.verdict} {words} finds no place: the words are not in the text"
            finding = Finding("correction-not-found", "warning", message, hint=f"see {correction.id} of {self.other.id}")
            self.lost[new.id].append(finding)
            return None
        quoted = tuple(span.of(new.text) for span in content) if correction.quoted else ()
        return attrs.evolve(correction, content=content, quoted=quoted, value=value)

    def _rooted(self, article: str, value: Statement, names: set[str]) -> Statement:
        """Return a value with an id that means nothing else here, and within a statement that is here."""
        if self.holders.get(value.id, article) != article:
            value = attrs.evolve(value, id=free(value.id, self.taken))
        here = value.within is not None and (self.holders.get(value.within) == article or value.within in names)
        return value if here else attrs.evolve(value, within=None)


def _brought(mine: Corpus, other: Corpus, values: Iterable[Statement]) -> tuple[tuple[Concept, ...], tuple[Occasion, ...]]:
    """Return the concepts and occasions of this corpus with those of the other that some statements refer to."""
    concepts = {one.id: one for one in other.concepts}
    occasions = {one.id: one for one in other.occasions}
    mine_too = {one.id for one in mine.concepts} | {one.id for one in mine.occasions}
    values = tuple(values)
    pending = [stance.concept for one in values for stance in one.stances]
    wanted: dict[str, Concept] = {}
    while pending:
        id_ = pending.pop()
        if id_ not in wanted and id_ not in mine_too and id_ in concepts:
            wanted[id_] = concepts[id_]
            if (broader := concepts[id_].broader) is not None:
                pending.append(broader)
    settings = dict.fromkeys(one.occasion.occasion for one in values if one.occasion)
    events = tuple(occasions[id_] for id_ in settings if id_ in occasions and id_ not in mine_too)
    return (*mine.concepts, *wanted.values()), (*mine.occasions, *events)


def _applied(corpus: Corpus, article: Article, about: list[Correction], programs: Programs, known: dict[str, str]) -> Article:
    """Return an article that shows the decisions about it."""
    fields: dict[str, Any] = {field.name: getattr(article, field.name) for field in attrs.fields(Article)}
    open_ = tuple(one for one in article.statements if programs.proposed(one.made))
    statements, findings = settle(
        article,
        draft(Article, **{**fields, "statements": open_}),
        about,
        programs.proposed,
        elsewhere=lambda id_: known.get(id_, article.id) != article.id,
        wanted=statements_referred(corpus),
    )
    return draft(Article, **{**fields, "statements": statements, "findings": findings})


def adopt(corpus: Corpus, other: Corpus, *, programs: Iterable[str] = ()) -> Corpus:
    """Return the corpus with the corrections of another one of the same articles: a colleague's, or one of texts edited since.

    What they decided is shown at once, where this corpus holds no decision about the statement yet; where it does, both corrections are
    kept, what stands stays, and a finding ``decisions-differ`` tells. Where a text was edited, a correction goes where its words stand
    now, the nearest to their old place; where they do not, a finding ``correction-not-found`` tells, and the correction is left out.
    Corrections about articles that this corpus does not hold are left out. Records, concepts and occasions that a correction refers to
    come with it. ``programs`` are as in ``reread``. Raises ``ModelError`` where what comes with a correction cannot stand in the corpus.

    >>> from kzcorpus import assemble, read_text
    >>> from kzcorpus.read.curation.correcting import correct
    >>> ours = assemble([read_text("The road is open, the mayor of the town said on Friday.", id="a")], id="ours")
    >>> theirs = correct(ours, ours.articles[0].statements[0].id, "accept", by="Daniyar")
    >>> adopt(ours, theirs) == theirs
    True
    """
    taking = _Taking(corpus, other)
    new = tuple(taking.corrections())
    about: dict[str, list[Correction]] = defaultdict(list)
    for one in (*corpus.corrections, *new):
        about[one.article].append(one)
    concepts, occasions = _brought(corpus, other, (one.value for one in new if one.value))
    signing = Programs.of(programs)
    touched = {one.article for one in new} | set(taking.lost)
    held = draft(Corpus, **{**_fields(corpus), "corrections": (*corpus.corrections, *new)})
    articles = tuple(_applied(held, one, about[one.id], signing, taking.holders) if one.id in touched else one for one in corpus.articles)
    told_of = tuple(
        draft(Article, **{**_fields(one), "findings": tuple(dict.fromkeys((*one.findings, *taking.lost[one.id])))})
        if one.id in taking.lost
        else one
        for one in articles
    )
    fields = {**_fields(corpus), "corrections": held.corrections, "concepts": concepts, "occasions": occasions}
    fields["articles"] = tuple(attrs.evolve(one) for one in told_of)
    whole = draft(Corpus, **fields)
    return Corpus(**{**fields, "authority": enriched(corpus.authority, other.authority, referred(whole))})


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401 -- any value of the model
    return {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
