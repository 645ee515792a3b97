"""One article read anew: what people decided stands, and takes the place of what the program now proposes about the same content."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import attrs

from kzcorpus.model.articles import Article
from kzcorpus.model.findings import Finding
from kzcorpus.model.integrity import circular
from kzcorpus.model.links import Correction
from kzcorpus.model.provenance import Made
from kzcorpus.model.statements import Statement
from kzcorpus.read.assembly.identifiers import free
from kzcorpus.read.curation.conflicts import anchor, conflicts, told
from kzcorpus.read.curation.matching import Content, Known, paired

Proposed = Callable[[Made | None], bool]
"""Tells whether a program proposed a thing and nobody decided about it."""
Elsewhere = Callable[[str], bool]
"""Tells whether something that is no statement of this article bears an id."""


def decided(correction: Correction, statement: Statement) -> Statement:
    """Return a statement with the status that a correction gives it; its maker stays, and where there is none is who decided."""
    made = statement.made or Made(by=correction.by, at=correction.at)
    return attrs.evolve(statement, made=attrs.evolve(made, status="rejected" if correction.verdict == "reject" else "accepted"))


def _same(a: Statement, b: Statement) -> bool:
    return attrs.evolve(a, id=b.id, made=b.made) == b


class _Settling:
    """The statements of an article in the making."""

    def __init__(self, old: Article, fresh: Article, corrections: Sequence[Correction], proposed: Proposed) -> None:
        self.old = old
        self.fresh = fresh
        self.corrections = corrections
        self.proposed = proposed
        self.kept = {one.id: one for one in old.statements if not proposed(one.made)}
        self.bare: list[Correction] = []
        self.findings: list[Finding] = []

    def _refused(self, correction: Correction, reason: str) -> None:
        message = f"the decision to {correction.verdict} {told(self.old, anchor(correction))} has no effect: {reason}"
        hint = "correct the statement again"
        self.findings.append(
            Finding("correction-without-effect", "warning", message, spans=correction.content, refs=(correction.id,), hint=hint)
        )

    def take_corrections(self, elsewhere: Elsewhere) -> None:
        """Add the decisions that the article does not show yet, in their order; ids borne ``elsewhere`` in the corpus are not free."""
        shown = list(self.kept.values())
        ids = {one.id for one in shown}
        for correction in self.corrections:
            value = correction.value
            if correction.verdict is None:
                continue
            if value is None:
                if correction.verdict in ("amend", "add"):
                    self._refused(correction, "it has no value")
                else:
                    self.bare.append(correction)
            elif value.id in ids or any(_same(one, value) for one in shown):
                continue
            elif elsewhere(value.id):
                self._refused(correction, f"something else bears the id {value.id!r}")
            else:
                statement = decided(correction, value)
                self.kept[statement.id] = statement

    def known(self) -> list[Known]:
        """Return what new statements may be: those decided about, under every content that decisions were anchored by, and the old ones."""
        contents: dict[str, dict[Content, None]] = {id_: {one.content: None} for id_, one in self.kept.items()}
        for correction in self.corrections:
            if correction.value and correction.value.id in contents:
                contents[correction.value.id][correction.content] = None
        others = [one for one in self.old.statements if one.id not in self.kept]
        return [*(Known(self.kept[id_], tuple(some)) for id_, some in contents.items()), *(Known(one, (one.content,)) for one in others)]

    def cut_otherwise(self, rejected: Known, new: Statement) -> None:
        """Tell that the program still proposes what was rejected, but not as it was."""
        made = rejected.statement.made
        if made and made.status == "rejected" and new.content not in rejected.contents:
            message = f"what was rejected is now read as {told(self.old, new.content)}; it stays rejected"
            spans, refs = new.content, (rejected.statement.id,)
            hint = "compare the two, and add the new one if it is right"
            self.findings.append(Finding("rejected-cut-otherwise", "info", message, spans=spans, refs=refs, hint=hint))


def position(statement: Statement, length: int) -> tuple[int, int]:
    """Return by what statements stand in order: where their contents begin, longer ones first; one without content by its other spans."""
    spans = statement.content or tuple(span for _, span in statement.spans())
    return min((span.start for span in spans), default=length), -max((span.end for span in spans), default=length)


def _free(id_: str, taken: set[str], elsewhere: Elsewhere) -> str:
    """Return a free id, as ``free`` does; ``taken`` then holds it."""
    while elsewhere(found := free(id_, taken)):
        pass
    return found


def _needed(old: Mapping[str, Statement], there: Collection[str], wanted: Collection[str]) -> Iterator[Statement]:
    """Yield the old statements that something refers to and that are not there, and those they stand within."""
    seen: set[str] = set(there)
    pending = sorted(id_ for id_ in wanted if id_ in old)
    while pending:
        id_ = pending.pop()
        if id_ not in seen:
            seen.add(id_)
            yield old[id_]
            if (outer := old[id_].within) in old and outer is not None:
                pending.append(outer)


def _decide(corrections: Sequence[Correction], statements: list[Statement], settling: _Settling) -> None:
    """Apply the decisions that only say yes or no to what the program now finds."""
    open_ = {i for i, one in enumerate(statements) if settling.proposed(one.made)}
    for correction in corrections:
        target = Statement("-", anchor(correction))
        number = paired([Known(target, (target.content,))], statements) if target.content else {}
        for i in number:
            if i in open_:
                statements[i] = decided(correction, statements[i])
        if not number and correction.verdict == "accept":
            settling._refused(correction, "no statement is found there")  # noqa: SLF001 -- one algorithm in two parts


def _unknotted(statements: Sequence[Statement], proposed: Proposed) -> Iterator[Statement]:
    """Yield the statements without those relations to outer ones that lead nowhere, or in a circle."""
    ids = {one.id for one in statements}
    parents = {one.id: one.within if one.within in ids else None for one in statements}
    circles = set(circular(parents))
    loose = {one.id for one in statements if one.id in circles and proposed(one.made)}  # what a person said goes last
    loose.update(circular({id_: None if id_ in loose else parent for id_, parent in parents.items()}))
    for one in statements:
        within = None if one.id in loose else parents[one.id]
        yield one if within == one.within else attrs.evolve(one, within=within)


def _not_found_again(old: Article, needed: Collection[str], out: Sequence[Statement], proposed: Proposed) -> Iterator[Finding]:
    """Find statements of the program that only stay since something refers to them; what somebody has decided about stays anyway."""
    for one in out:
        if one.id in needed and proposed(one.made):
            message = f"the program no longer finds {told(old, one.content)}; it stays, since something refers to it"
            yield Finding("statement-not-found-again", "info", message, spans=one.content, refs=(one.id,))


def settle(
    old: Article,
    fresh: Article,
    corrections: Sequence[Correction],
    proposed: Proposed,
    *,
    elsewhere: Elsewhere = lambda _: False,
    wanted: Collection[str] = (),
) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """Return the statements of an article read anew, in order, and findings about the decisions among them.

    ``fresh`` is the article as the program now reads it. What people decided stands as it is, in the place of what the program proposes
    about the same content. A statement that is recognisably one of the old ones keeps its id. ``wanted`` are ids that something refers to:
    their statements stay, with a finding where the program no longer finds them.
    """
    settling = _Settling(old, fresh, corrections, proposed)
    settling.take_corrections(elsewhere)
    known = settling.known()
    pairs = paired(known, fresh.statements)
    ids = {one.id: known[pairs[i]].statement.id for i, one in enumerate(fresh.statements) if i in pairs}
    taken = {*settling.kept, *ids.values()}
    for one in fresh.statements:
        if one.id not in ids:
            ids[one.id] = _free(one.id, taken, elsewhere)
    out: list[Statement] = []
    for i, one in enumerate(fresh.statements):
        match = known[pairs[i]] if i in pairs else None
        if match and match.statement.id in settling.kept:
            out.append(match.statement)
            settling.cut_otherwise(match, one)
        else:
            out.append(attrs.evolve(one, id=ids[one.id], within=ids.get(one.within or "")))
    there = {one.id for one in out}
    out += [one for id_, one in settling.kept.items() if id_ not in there]
    stay = {*wanted, *(one.within for one in settling.kept.values() if one.within)}
    lost = {one.id: one for one in old.statements}
    needed = list(_needed(lost, {statement.id for statement in out}, stay))
    out += needed
    _decide(settling.bare, out, settling)
    settling.findings += _not_found_again(old, {one.id for one in needed}, out, proposed)
    out.sort(key=lambda one: position(one, len(old.text)))
    about = [attrs.evolve(finding, refs=tuple(ids.get(ref, ref) for ref in finding.refs)) for finding in fresh.findings]
    return tuple(_unknotted(out, proposed)), tuple(dict.fromkeys((*about, *settling.findings, *conflicts(old, corrections))))
