"""What an extractor returned, as it may stand in the article: checked, in order, each statement with an id and signed; or every fault."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from kzcorpus.errors import ExtractorError, Fault, describe, shorten
from kzcorpus.model.articles import Article
from kzcorpus.model.findings import Finding
from kzcorpus.model.integrity import article_faults
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement
from kzcorpus.model.values import draft
from kzcorpus.read.statements import identified


@attrs.frozen
class Accepted:
    """Statements in order of where their contents begin, longer ones first, and findings as they were returned."""

    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]


def _position(statement: Statement, length: int) -> tuple[int, int, tuple[Span, ...]]:
    """Return by what statements are put in order; one without content stands where its first other span is."""
    spans = statement.content or tuple(span for _, span in statement.spans())
    return min((span.start for span in spans), default=length), -max((span.end for span in spans), default=length), statement.content


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


def _named(name: str, statement: Statement, ids: Mapping[str, str]) -> Statement:
    """Return a statement with its parent's id as it now is, and with who made it."""
    within = statement.within and ids.get(statement.within, statement.within)
    return attrs.evolve(statement, within=within, made=_signed(statement, name))


def _faults_of_kind(returned: Sequence[object]) -> Iterator[Fault]:
    for i, item in enumerate(returned):
        if not isinstance(item, (Statement, Finding)):
            yield Fault(f"[{i}]", f"found {describe(item)}, expected Statement or Finding")


def _references(article: Article, statements: Sequence[Statement], findings: Sequence[Finding]) -> Iterator[Fault]:
    """Yield the references that are nobody's: to a draft's id that several statements bear, and from findings to what is not there."""
    borne = Counter(statement.id for statement in statements)
    for i, statement in enumerate(statements):
        if statement.within is not None and borne[statement.within] > 1:
            yield Fault(f"statements[{i}].within", f"found {shorten(statement.within)}, which {borne[statement.within]} statements bear")
    for i, finding in enumerate(findings):
        for j, ref in enumerate(finding.refs):
            if borne[ref] > 1:
                yield Fault(f"findings[{i}].refs[{j}]", f"found {shorten(ref)}, which {borne[ref]} statements bear")
            elif not borne[ref]:
                yield Fault(f"findings[{i}].refs[{j}]", f"found {shorten(ref)}, expected the id of a statement that is returned")
        if finding.article not in (None, article.id):
            yield Fault(f"findings[{i}].article", f"found {shorten(finding.article or '')}, expected None or {shorten(article.id)}")


def _told(fault: Fault, statements: Sequence[Statement]) -> Fault:
    """Return a fault with the id of the statement it is about, as it was returned."""
    kind, _, rest = fault.path.partition("[")
    return (
        Fault(f"{fault.path} (of {shorten(statements[int(rest.partition(']')[0])].id)})", fault.message) if kind == "statements" else fault
    )


def accepted(article: Article, name: str, returned: Sequence[object]) -> Accepted:
    """Return the statements and findings of an extractor as they may stand in the article.

    Raises ``ExtractorError`` with every fault: what is neither statement nor finding, spans outside the text, ids of the article's own that
    are repeated, ``within`` that names no statement or several, statements inside themselves, and findings about what is not there.
    """
    statements = [item for item in returned if isinstance(item, Statement)]
    findings = [item for item in returned if isinstance(item, Finding)]
    order = sorted(range(len(statements)), key=lambda i: _position(statements[i], len(article.text)))
    numbered = dict(zip(order, _ids(article, [statements[i] for i in order]), strict=True))
    ids = {statements[i].id: id_ for i, id_ in numbered.items()}
    named = [attrs.evolve(_named(name, statement, ids), id=numbered[i]) for i, statement in enumerate(statements)]
    about = tuple(attrs.evolve(finding, refs=tuple(ids.get(ref, ref) for ref in finding.refs)) for finding in findings)
    whole = draft(Article, id=article.id, text=article.text, statements=tuple(named), findings=about)
    told = (*_references(article, statements, findings), *article_faults(whole))
    faults = (*_faults_of_kind(returned), *(_told(fault, statements) for fault in told))
    if faults:
        raise ExtractorError(name, article.id, faults)
    return Accepted(tuple(named[i] for i in order), about)
