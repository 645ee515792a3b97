"""Which statement of one reading is which of another: by the places of their contents, or by how much of them is the same."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence

import attrs

from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement

SAME_ENOUGH = 0.5
"""The share of two contents that must be common to both for them to be two cuts of one content."""

Content = tuple[Span, ...]


@attrs.frozen
class Known:
    """A statement with every content under which it may be found again: its own, and those that corrections of it were anchored by."""

    statement: Statement
    contents: tuple[Content, ...]


def _flat(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the stretches that some spans cover, in order and apart."""
    out: list[tuple[int, int]] = []
    for span in sorted(span for span in spans if len(span)):
        if out and span.start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], span.end))
        else:
            out.append((span.start, span.end))
    return out


def share(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Return how much of two contents is common to both: code points in both, of those in either; 0 where neither has any.

    >>> share([Span(0, 6)], [Span(2, 8)])
    0.5
    """
    ours, theirs = _flat(a), _flat(b)
    i = j = common = 0
    while i < len(ours) and j < len(theirs):
        common += max(0, min(ours[i][1], theirs[j][1]) - max(ours[i][0], theirs[j][0]))
        if ours[i][1] <= theirs[j][1]:
            i += 1
        else:
            j += 1
    either = sum(end - start for start, end in (*ours, *theirs)) - common
    return common / either if either else 0.0


def _touch(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in a for other in b)


def nested(a: Statement, b: Statement) -> bool:
    """Tell whether the cue of one stands in the content of the other: then one reports the other, however alike their contents are."""
    return _touch(a.cue, b.content) or _touch(b.cue, a.content)


def _speaker(statement: Statement) -> Hashable:
    return statement.speaker and (statement.speaker.span, statement.speaker.entity, statement.speaker.name)


_LEVELS: tuple[Callable[[Statement], Hashable], ...] = (
    lambda statement: (statement.cue, _speaker(statement), statement.id),
    lambda statement: (statement.cue, _speaker(statement)),
    lambda statement: statement.cue,
    lambda _: None,
)
"""What two statements with the same content must have in common, the most telling first."""


class _Pairs:
    """Pairs of numbers: of a new statement, and of the known one it is."""

    def __init__(self, known: Sequence[Known], new: Sequence[Statement]) -> None:
        self.known = known
        self.new = new
        self.of: dict[int, int] = {}
        self.used: set[int] = set()

    def put(self, number: int, which: int) -> None:
        self.of[number] = which
        self.used.add(which)

    def at_the_same_place(self, level: Callable[[Statement], Hashable]) -> None:
        """Pair those with the same content that agree on a level, in order."""
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for which, one in enumerate(self.known):
            if which not in self.used:
                for content in one.contents:
                    if content:
                        waiting[content, level(one.statement)].append(which)
        for number, statement in enumerate(self.new):
            line = waiting.get((statement.content, level(statement))) if number not in self.of else None
            while line:
                which = line.popleft()
                if which not in self.used:
                    self.put(number, which)
                    break

    def cut_otherwise(self) -> None:
        """Pair those whose contents have enough in common, the most alike first."""
        olds = [(content, i) for i, one in enumerate(self.known) if i not in self.used for content in one.contents]
        news = [(one.content, number) for number, one in enumerate(self.new) if number not in self.of]
        found = [
            (-alike, _speaker(self.known[which].statement) != _speaker(self.new[number]), number, which)
            for which, number, alike in shares(olds, news)
            if not nested(self.known[which].statement, self.new[number])
        ]
        for _, _, number, which in sorted(found):
            if number not in self.of and which not in self.used:
                self.put(number, which)


def _hull(content: Content) -> Span:
    return Span(min(span.start for span in content), max(span.end for span in content))


def shares(
    olds: Sequence[tuple[Content, int]], news: Sequence[tuple[Content, int]], least: float = SAME_ENOUGH
) -> Iterator[tuple[int, int, float]]:
    """Yield the numbers of contents of which at least so much is common to both, of an old and of a new one, with how much that is."""
    here = sorted((_hull(content), number, content, _size(content)) for content, number in news if content)
    there = sorted((_hull(content), number, content, _size(content)) for content, number in olds if content)
    first = 0
    open_: list[tuple[Span, int, Content, int]] = []
    for hull, number, content, size in here:
        while first < len(there) and there[first][0].start < hull.end:
            open_.append(there[first])
            first += 1
        open_ = [one for one in open_ if one[0].end > hull.start]  # what begins later does not reach back to the others
        for span, which, other, length in open_:
            # at most so many are common: most pairs need not be looked at closely
            most = min(size, length, min(span.end, hull.end) - max(span.start, hull.start))
            if most > 0 and most >= least * (size + length - most) and (alike := share(other, content)) >= least:
                yield which, number, alike


def _size(content: Content) -> int:
    return sum(end - start for start, end in _flat(content))


def paired(known: Sequence[Known], new: Sequence[Statement]) -> dict[int, int]:
    """Return for each new statement that is a known one the number of that one, by its own number; each is paired once at most.

    First come those with the very same content, among them those with the same cue and speaker; then those whose contents have half or
    more in common, the most alike first. A statement is never paired with one that it reports.
    """
    pairs = _Pairs(known, new)
    for level in _LEVELS:
        pairs.at_the_same_place(level)
    pairs.cut_otherwise()
    return pairs.of
