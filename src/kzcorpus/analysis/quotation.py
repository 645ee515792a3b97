"""Quotation marks that nothing closes, nothing opens, or that do not belong together, paragraph by paragraph."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.catalogue import found
from kzcorpus.analysis.wording import paragraphs
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Finding

_MARK = re.compile('[“”„«»"]')
_SHOWN = 8
_ENGLISH = {"“": "”", "„": "“”", "«": "»"}
_REVERSED = {"“": "”", "„": "“”", "»": "«"}


class Leftover(NamedTuple):
    """The marks of one paragraph that found no partner, in order; of an odd number of undirected marks, the last."""

    opened: tuple[Span, ...]
    closed: tuple[Span, ...]
    straight: tuple[Span, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """All of them, in order."""
        return tuple(sorted((*self.opened, *self.closed, *self.straight)))


class _Habit(NamedTuple):
    """How a text uses marks: what closes which, and which have no direction."""

    closing: dict[str, str]
    undirected: frozenset[str]


def _habit(text: str) -> _Habit:
    # »so« where the pointing-in mark comes first; ”so” where no other curly mark is used, as in Swedish and Finnish
    left, right = text.find("«"), text.find("»")
    swedish = text.count("”") > 1 and "“" not in text and "„" not in text
    return _Habit(_REVERSED if 0 <= right < left else _ENGLISH, frozenset('"”' if swedish else '"'))


def leftover(text: str, paragraph: Span, habit: _Habit) -> Leftover:
    """Pair the marks of a paragraph and return those without a partner."""
    opened: list[Span] = []
    closed: list[Span] = []
    undirected: list[Span] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, span = match[0], Span(*match.span())
        if mark in habit.undirected:
            if not _inches(text, span):
                undirected.append(span)
        elif opened and mark in habit.closing[opened[-1].of(text)]:
            opened.pop()
        else:
            (opened if mark in habit.closing else closed).append(span)
    return Leftover(tuple(opened), tuple(closed), tuple(undirected[-1:] if len(undirected) % 2 else ()))


def _inches(text: str, mark: Span) -> bool:
    """Tell whether a straight mark stands for inches or seconds, as in 6'2"."""
    before = text[max(0, mark.start - 3) : mark.start]
    return bool(re.search(r"['′]\d{1,2}$", before))


def _goes_on(text: str, left: Leftover, following: Span | None) -> bool:
    """Tell whether the speech goes on in the next paragraph, which then opens again while this one need not close."""
    if following is None or left.closed or len(left.spans) != 1:
        return False
    return text[following.start] == left.spans[0].of(text)


def _closes(text: str, left: Leftover, after: Leftover | None, habit: _Habit) -> bool:
    """Tell whether the only mark left of a paragraph is closed by the only one left of the next."""
    if after is None or left.closed or after.opened or len(left.spans) != 1 or len(after.spans) != 1:
        return False
    mark, other = left.spans[0].of(text), after.spans[0].of(text)
    return mark == other if mark in habit.undirected else other in habit.closing[mark]


def _message(text: str, left: Leftover) -> tuple[str, str]:
    numbers = tuple(map(len, left))
    if numbers in ((1, 0, 1), (0, 1, 1)):
        first, last = (span.of(text) for span in left.spans)
        return "mismatched-quotation-marks", f"a quotation opens with {first} and closes with {last}"
    parts = ((numbers[0], "never closed"), (numbers[1], "never opened"), (numbers[2], "without a partner"))
    marks = " ".join(span.of(text) for span in left.spans[:_SHOWN]) + (" …" if len(left.spans) > _SHOWN else "")
    told = ", ".join(f"{number} {what}" for number, what in parts if number)
    return "unbalanced-quotation-marks", f"quotation marks that do not pair ({marks}): {told}"


def unbalanced_quotation_marks(article: Article) -> Iterator[Finding]:
    """Find the marks without a partner, paragraph by paragraph.

    Sound too is speech that goes on in the next paragraph, which opens with a mark again, or which closes it.
    """
    text, units = article.text, paragraphs(article)
    habit = _habit(text)
    left = [leftover(text, unit, habit) for unit in units]
    closed = False
    for here, after, following in zip_longest(left, left[1:], units[1:]):
        sound = closed or not here.spans or _goes_on(text, here, following)
        closed = not sound and _closes(text, here, after, habit)
        if not sound and not closed:
            code, message = _message(text, here)
            yield found(code, message, article=article.id, spans=here.spans, hint="compare where the speech begins and ends")
