"""What the classes of error add up to over a split: how many, in which mode, how many words, and what F1 they cost."""

from collections import Counter
from collections.abc import Iterable
from types import ModuleType
from typing import Literal

import attrs
from errorclasses import OF_FOUND, OF_MARKED, ErrorClass, Matching, Sorting, sort_document
from instrument import Document

MODES = ("direct", "mixed", "indirect", "all")


def matching_of(scorer: ModuleType, document: Document) -> Matching:
    """Ask the instrument what belongs together in a document, and what counts."""
    kept, _ = scorer.set_aside_nested(document.found)
    numbers = [number for number, one in enumerate(document.found) if any(one is other for other in kept)]
    pairs = {one: numbers[two] for one, two in scorer.match(document.marked, kept).items()}
    wrong: dict[int, Literal["cue", "source"]] = {}
    for one, two in pairs.items():
        if not scorer.cue_right(document.marked[one], document.found[two]):
            wrong[one] = "cue"
        elif not scorer.source_right(document.doc, document.marked[one], document.found[two]):
            wrong[one] = "source"
    loose = [number for number in numbers if number not in set(pairs.values())]
    contents = {number: document.found[number].t_con for number in loose}
    other = [marked.t_con for marked in document.marked if not marked.speech]
    aside = set(range(len(document.found))) - set(numbers)
    aside |= {number for number, words in contents.items() if words and 2 * len(words & document.ignored) > len(words)}
    elsewhere = {number for number, words in contents.items() if any(scorer.iou(words, content) >= 0.5 for content in other)}
    return Matching(pairs, wrong, aside, elsewhere)


def _count(counter: Counter[tuple[str, ErrorClass]], modes: Iterable[str], classes: Iterable[ErrorClass]) -> None:
    for mode, name in zip(modes, classes, strict=True):
        counter[mode, name] += 1
        counter["all", name] += 1


@attrs.define
class Tally:
    """Counts by mode and class of both sides, and the words of their contents that the other side does not have."""

    marked: Counter[tuple[str, ErrorClass]] = attrs.field(factory=Counter)
    found: Counter[tuple[str, ErrorClass]] = attrs.field(factory=Counter)
    lost: Counter[ErrorClass] = attrs.field(factory=Counter)
    added: Counter[ErrorClass] = attrs.field(factory=Counter)
    words: int = 0

    def add(self, document: Document, sorting: Sorting) -> None:
        """Count one document."""
        said: set[int] = set().union(*(one.t_con for one in document.marked))
        read: set[int] = set().union(*(one.t_con for one in document.found))
        for one, of_marked in zip(document.marked, sorting.marked, strict=True):
            self.lost[of_marked] += len(one.t_con - read)
            self.words += len(one.t_con) * (of_marked != "aside")
        for one, of_found in zip(document.found, sorting.found, strict=True):
            self.added[of_found] += len(one.t_con - said)
        for counter, modes, names in (
            (self.marked, sorting.marked_modes, sorting.marked),
            (self.found, sorting.found_modes, sorting.found),
        ):
            for mode, name in zip(modes, names, strict=True):
                counter[mode, name] += 1
                counter["all", name] += 1

    def total_marked(self, mode: str) -> int:
        """Return how many marked statements count."""
        return sum(self.marked[mode, name] for name in OF_MARKED)

    def total_found(self, mode: str) -> int:
        """Return how many found statements count."""
        return sum(self.found[mode, name] for name in OF_FOUND)

    def f1_mended(self, mode: str, mended: ErrorClass | None = None) -> float:
        """Return the triple F1 as it is, or as it were if everything of one class were right: found once for each that is marked."""
        right, marked, found = self.marked[mode, "right"], self.total_marked(mode), self.total_found(mode)
        if mended:
            right += self.marked[mode, mended]
            found += self.marked[mode, mended] - self.found[mode, mended]
        return 2 * right / (marked + found) if marked + found else 0.0


def sorted_documents(scorer: ModuleType, documents: Iterable[Document]) -> list[tuple[Document, Sorting]]:
    """Return every document with the classes of its statements."""
    return [(one, sort_document(one.marked, one.found, matching_of(scorer, one))) for one in documents]


def tally_of(pairs: Iterable[tuple[Document, Sorting]]) -> Tally:
    """Add up a split."""
    tally = Tally()
    for document, sorting in pairs:
        tally.add(document, sorting)
    return tally
