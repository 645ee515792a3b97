"""Decisions of different people about one content that do not agree."""

from collections.abc import Hashable, Iterator, Sequence

import attrs

from kzcorpus.model.articles import Article
from kzcorpus.model.findings import Finding
from kzcorpus.model.links import Correction
from kzcorpus.model.spans import Span
from kzcorpus.read.curation.matching import SAME_ENOUGH, Content, nested, share

_LONGEST = 60  # code points of a content in a message
_VERBS = {"accept": "accepted", "reject": "rejected", "amend": "amended", "add": "added"}


def anchor(correction: Correction) -> Content:
    """Return the content that a correction is about: the one it is anchored by, else that of its value."""
    return correction.content or (correction.value.content if correction.value else ())


def told(article: Article, content: Content) -> str:
    """Return the words of a content for a message."""
    words = " ".join(" … ".join(span.of(article.text) for span in content).split())
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[: _LONGEST - 1]}…”"


def _outcome(correction: Correction) -> Hashable:
    """Return what a decision comes to: rejected, or a statement; None where it only says that what was found is right."""
    if correction.verdict == "reject":
        return "rejected"
    return correction.value and attrs.evolve(correction.value, id="-", made=None)


def _agree(a: Correction, b: Correction) -> bool:
    ours, theirs = _outcome(a), _outcome(b)
    return ours == theirs or (None in (ours, theirs) and "rejected" not in (ours, theirs))


def _about_one(a: Correction, b: Correction) -> bool:
    """Tell whether two decisions are about one content: one statement by its id, or two cuts of it."""
    if a.value and b.value:
        if a.value.id == b.value.id:
            return True
        if a.value.cue and b.value.cue and not any(one.overlaps(other) for one in a.value.cue for other in b.value.cue):
            return False  # two acts of saying, such as a report and the one it cites
        if nested(a.value, b.value):
            return False
    ours, theirs = anchor(a), anchor(b)
    return bool(ours) and (ours == theirs or share(ours, theirs) >= SAME_ENOUGH)


def _latest(corrections: Sequence[Correction]) -> list[Correction]:
    """Return the last decision of each person about each statement, in order of their places."""
    last = {(one.by, one.value.id if one.value else anchor(one)): one for one in corrections if one.verdict}
    return sorted(last.values(), key=lambda one: min(anchor(one), default=Span(0, 0)))


def _neighbours(corrections: Sequence[Correction]) -> Iterator[tuple[Correction, Correction]]:
    """Yield the pairs whose contents lie over each other, or whose statement is the same."""
    open_: list[tuple[int, Correction]] = []
    by_id: dict[str, list[Correction]] = {}
    for one in corrections:
        spans = anchor(one)
        begin, end = min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)
        open_ = [(until, other) for until, other in open_ if until >= begin]
        near = {other.id: other for _, other in open_} | {other.id: other for other in (by_id.get(one.value.id, []) if one.value else [])}
        yield from ((other, one) for other in near.values())
        open_.append((end, one))
        if one.value:
            by_id.setdefault(one.value.id, []).append(one)


def conflicts(article: Article, corrections: Sequence[Correction]) -> Iterator[Finding]:
    """Find where people decided differently about one content; of one person only the last decision counts."""
    for a, b in _neighbours(_latest(corrections)):
        if a.by != b.by and _about_one(a, b) and not _agree(a, b):
            first, second = (f"{one.by or 'somebody'} {_VERBS[one.verdict or 'accept']}" for one in (a, b))
            message = f"{first} what {second}: {told(article, anchor(b))}"
            spans = tuple(sorted({*anchor(a), *anchor(b)}))
            yield Finding("decisions-differ", "warning", message, spans=spans, refs=(a.id, b.id), hint="agree on one, and correct it again")
