"""Everything that is wrong with a document whose reading failed, at once and without consequential faults.

Reading stops at nothing: each fault of structure is repaired, for the sake of the diagnosis only, and the rest is held against the
model's integrity. What a repair may have caused is not reported: a reference to an id in a broken piece, the span of a text that could
not be read.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from kzcorpus.formats.json_.converter import MOST_FAULTS, REFUSALS
from kzcorpus.formats.json_.jsonpaths import Misplaced, faults_of, steps_of
from kzcorpus.formats.json_.jsonsyntax import repetitions
from kzcorpus.formats.json_.repair import Repair
from kzcorpus.model.integrity import corpus_faults
from kzcorpus.model.references import Reference, authority_references, corpus_references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cattrs import Converter

    from kzcorpus.errors import Fault
    from kzcorpus.formats.json_.jsonpaths import Steps
    from kzcorpus.formats.json_.jsonshape import Modelled, Plain
    from kzcorpus.model.corpus import Corpus

_ROUNDS = 10
"""More than the levels of the model: a repair that leaves an object without what it needs is repaired one level further up."""

_CORPUS = "corpus"
_GAP = "expected white space only"
_CIRCLE = "expected no circle"
"""How the model ends two faults: of text that no block covers, which a block taken out leaves; of a circle, which no repair makes."""


def _within(corpus: Corpus) -> Iterator[Reference]:
    for i, article in enumerate(corpus.articles):
        for j, statement in enumerate(article.statements):
            yield Reference(f"articles[{i}].statements[{j}].within", statement.within, ("statement",))
    for i, correction in enumerate(corpus.corrections):
        if correction.value:
            yield Reference(f"corrections[{i}].value.within", correction.value.within, ("statement",))


def _references(corpus: Corpus) -> dict[str, Reference]:
    inner = (Reference(f"authority.{path}", id_, kinds) for path, id_, kinds in authority_references(corpus.authority))
    return {reference.path: reference for reference in chain(corpus_references(corpus), inner, _within(corpus))}


class _Doubt:
    """Tells which faults of integrity a repair may have caused."""

    def __init__(self, repair: Repair, corpus: Corpus) -> None:
        self.repair = repair
        self.references = _references(corpus)
        touched = [steps[1:] for steps in repair.touched]
        self.textless = {steps[:2] for steps in touched if len(steps) == 3 and steps[2] == "text"}  # noqa: PLR2004 -- articles, index, text
        self.untiled = {steps[:2] for steps in touched if steps[2:3] == ("blocks",)}
        self.unowned = {steps[:4] for steps in touched if steps[2:3] == ("findings",) and steps[-1] == "article"}
        self.requoted = {
            (*steps[:2], "quoted") for steps in touched if steps[:1] == ("corrections",) and steps[2:3] in (("content",), ("quoted",))
        }

    def covers(self, fault: Fault, steps: Steps) -> bool:
        """Tell whether a fault of the model, whose place in the document's corpus is given, may be owed to a repair."""
        if any((_CORPUS, *steps[:end]) in self.repair.touched for end in range(1, len(steps) + 1)):
            return True
        if reference := self.references.get(fault.path):
            unsure = reference.id in self.repair.ghosts or not self.repair.vague.isdisjoint(reference.kinds)
            return unsure and not fault.message.endswith(_CIRCLE)
        if steps[-1] == "id":
            return False
        if self.textless and (steps[:2] in self.textless or steps[0] == "corrections" or "findings" in steps):
            return True
        if steps[:4] in self.unowned:
            return True
        return steps[:3] in self.requoted or (steps[:2] in self.untiled and fault.message.endswith(_GAP))


def integrity(corpus: Corpus, repair: Repair) -> Iterator[Misplaced]:
    """Yield what is wrong with a draft as a whole, at its place in the document, but for what a repair may have caused."""
    doubt = _Doubt(repair, corpus)
    for fault in corpus_faults(corpus, deep=True):
        steps = repair.original((_CORPUS, *steps_of(fault.path)))
        if not doubt.covers(fault, steps[1:]):
            yield Misplaced("integrity", steps, fault.message)


def _structured(repair: Repair, converter: Converter) -> tuple[Modelled, list[Misplaced]]:
    try:
        return converter.structure(repair.tree, repair.model), []
    except REFUSALS as error:
        return None, list(faults_of(error))


def diagnose(
    tree: Plain,
    model: type,
    converter: Converter,
    *,
    broken: tuple[Steps, ...] = (),
    elsewhere: frozenset[str] = frozenset(),
) -> Iterator[Misplaced]:
    """Yield every fault of a document, given its plain values, which are used up.

    ``model`` is the class of the whole, with a field ``corpus``. ``broken`` are ways to what the caller has reported already;
    ``elsewhere`` the kinds of things that may stand in another document.
    """
    for steps, value in repetitions(tree):
        for name, count in value.repeated.items():
            yield Misplaced("duplicate-key", (*steps, name), f"found the key {count} times, expected it once")
    repair = Repair(tree, model)
    repair.vague |= elsewhere
    for steps in broken:
        repair.apply(steps)
    document, faults = _structured(repair, converter)
    yield from faults
    for _ in range(_ROUNDS):
        if document is not None or len(faults) > MOST_FAULTS or any(not fault.steps for fault in faults):
            break
        for fault in faults:
            repair.apply(fault.steps)
        document, faults = _structured(repair, converter)
    if document is not None:
        yield from islice(integrity(document.corpus, repair), MOST_FAULTS)
