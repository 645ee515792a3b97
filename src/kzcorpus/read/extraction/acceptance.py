"""What an extractor returned, as it may stand in the article: checked, in order, each statement with an id and signed; or every fault."""

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from kzcorpus.errors import ExtractorError, Fault, describe, shorten
from kzcorpus.model.articles import Article
from kzcorpus.model.findings import Finding
from kzcorpus.model.integrity import article_faults
from kzcorpus.model.provenance import Made
from kzcorpus.model.statements import Statement
from kzcorpus.model.values import draft
from kzcorpus.read.statements import identified


@attrs.frozen
class Accepted:
    """Statements in order of where their contents begin, longer ones first, and findings as they were returned."""

    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]


def _position(statement: Statement, length: int) -> tuple[int, int]:
    """Return by what statements are put in order; one without content stands where its first other span is."""
    spans = statement.content or tuple(span for _, span in statement.spans())
    return min((span.start for span in spans), default=length), -max((span.end for span in spans), default=length)


def _ids(article: Article, ordered: Sequence[Statement]) -> Iterator[str]:
    """Yield an id for each statement: its own, where that is one of this article's, else one from the words of its content."""
    own = f"{article.id}."
    seen = {statement.id: 1 for statement in ordered if statement.id.startswith(own)}
    taken = set(seen)
    for statement in ordered:
        if statement.id.startswith(own):
            yield statement.id
            continue
        while (made := identified(article.id, article.text, statement.content, seen)) in taken:
            pass  # such as the "-2" that somebody else's id ends with
        taken.add(made)
        yield made


def _signed(statement: Statement, name: str) -> Made:
    if statement.made is None:
        return Made(by=name)
    return statement.made if statement.made.by is not None else attrs.evolve(statement.made, by=name)


def _named(article: Article, name: str, ordered: Sequence[Statement]) -> list[Statement]:
    """Return the statements with their ids, their references to each other by these, and who made them."""
    ids = list(_ids(article, ordered))
    renamed = {statement.id: id_ for statement, id_ in zip(ordered, ids, strict=True)}
    return [
        attrs.evolve(
            statement, id=id_, within=statement.within and renamed.get(statement.within, statement.within), made=_signed(statement, name)
        )
        for statement, id_ in zip(ordered, ids, strict=True)
    ]


def _faults_of_kind(returned: Sequence[object]) -> Iterator[Fault]:
    for i, item in enumerate(returned):
        if not isinstance(item, (Statement, Finding)):
            yield Fault(f"[{i}]", f"found {describe(item)}, expected Statement or Finding")


def _ambiguous(statements: Sequence[Statement]) -> Iterator[Fault]:
    """Yield the references to a draft's id that several statements bear."""
    borne = Counter(statement.id for statement in statements)
    for i, statement in enumerate(statements):
        if statement.within is not None and borne[statement.within] > 1:
            yield Fault(f"statements[{i}].within", f"found {shorten(statement.within)}, which {borne[statement.within]} statements bear")


def _told(fault: Fault, statements: Sequence[Statement], before: int) -> Fault:
    """Return a fault of the article as one of what was returned: statements and findings each counted from 0."""
    kind, _, rest = fault.path.partition("[")
    number, _, field = rest.partition("]")
    if kind == "findings":
        return Fault(f"findings[{int(number) - before}]{field}", fault.message)
    return Fault(f"{fault.path} (of {shorten(statements[int(number)].id)})", fault.message)


def accepted(article: Article, name: str, returned: Sequence[object]) -> Accepted:
    """Return the statements and findings of an extractor as they may stand in the article.

    Raises ``ExtractorError`` with every fault: what is neither statement nor finding, spans outside the text, ids of the article's own that
    are repeated, ``within`` that names no statement or several, and statements inside themselves.
    """
    statements = [item for item in returned if isinstance(item, Statement)]
    findings = tuple(item for item in returned if isinstance(item, Finding))
    order = sorted(range(len(statements)), key=lambda i: _position(statements[i], len(article.text)))
    named = _named(article, name, [statements[i] for i in order])
    as_returned = [one for _, one in sorted(zip(order, named, strict=True), key=lambda pair: pair[0])]
    whole = draft(Article, id=article.id, text=article.text, statements=tuple(as_returned), findings=(*article.findings, *findings))
    told = [_told(fault, statements, len(article.findings)) for fault in (*_ambiguous(statements), *article_faults(whole))]
    faults = (*_faults_of_kind(returned), *told)
    if faults:
        raise ExtractorError(name, article.id, faults)
    return Accepted(tuple(named), findings)
