"""Quotation marks that nothing closes, nothing opens, that do not belong together, or that quote within a quotation of the same marks."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.catalogue import found
from kzcorpus.analysis.terms import term_set
from kzcorpus.analysis.wording import paragraphs
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Finding

_MARK = re.compile('[“”„«»"]')
_SINGLE = re.compile("[‘’']")
_WORD = re.compile(r"\w+")
_SHOWN = 8
_ENGLISH = {"“": "”", "„": "“”", "«": "»"}
_REVERSED = {"“": "”", "„": "“”", "»": "«"}
_BEFORE = frozenset("([{—–-/‘'\u00a0 \t\r\n\u2028\u2029")
_AFTER = frozenset(")]}.,;:!?…—–\u00a0 \t\r\n\u2028\u2029")
_DEEP = 3  # how many marks that stand open are looked at for the one that a closing mark belongs to


class Pair(NamedTuple):
    """Two marks that open and close one quotation; ``within`` the mark of the same kind that stood open before them."""

    opening: Span
    closing: Span
    within: Span | None = None


class Marked(NamedTuple):
    """The marks of one paragraph: those without a partner, pairs of marks that do not belong together, and pairs within like pairs."""

    opened: tuple[Span, ...]
    closed: tuple[Span, ...]
    mismatched: tuple[Pair, ...] = ()
    nested: tuple[Pair, ...] = ()

    @property
    def lone(self) -> tuple[Span, ...]:
        """The marks without a partner, in order."""
        return tuple(sorted((*self.opened, *self.closed)))


class _Habit(NamedTuple):
    """How a text uses marks: what closes which, and which have no direction."""

    closing: dict[str, str]
    undirected: frozenset[str]


def _habit(text: str) -> _Habit:
    # »so« where the pointing-in mark comes first; ”so” where no other curly mark is used, as in Swedish and Finnish
    left, right = text.find("«"), text.find("»")
    swedish = text.count("”") > 1 and "“" not in text and "„" not in text
    return _Habit(_REVERSED if 0 <= right < left else _ENGLISH, frozenset('"”' if swedish else '"'))


class _Pairing:
    """The marks of one paragraph on their way to pairs; a stack of those that stand open."""

    def __init__(self, text: str, paragraph: Span, habit: _Habit) -> None:
        self.text, self.paragraph, self.habit = text, paragraph, habit
        self.end = paragraph.start + len(text[paragraph.start : paragraph.end].rstrip())
        self.open: list[Span] = []
        self.unclosed: list[Span] = []
        self.closed: list[Span] = []
        self.mismatched: list[Pair] = []
        self.nested: list[Pair] = []

    def read(self) -> Marked:
        """Pair the marks one by one."""
        for match in _MARK.finditer(self.text, self.paragraph.start, self.end):
            mark = Span(*match.span())
            opens = self._opens(match[0], mark)
            if opens:
                self.open.append(mark)
            elif opens is False:
                self._close(mark)
        left = frozenset(self.open)
        nested = tuple(pair for pair in self.nested if pair.within not in left)
        return Marked((*self.unclosed, *self.open), tuple(self.closed), tuple(self.mismatched), nested)

    def _opens(self, kind: str, mark: Span) -> bool | None:
        """Tell whether a mark opens, by its kind and its neighbours; None where it is no quotation mark."""
        text = self.text
        free_before = mark.start == self.paragraph.start or text[mark.start - 1] in _BEFORE
        free_after = mark.end >= self.end or text[mark.end] in _AFTER
        if kind in self.habit.undirected:
            return self._undirected(kind, mark, free_before=free_before, free_after=free_after)
        if kind not in self.habit.closing:
            return not self.open and free_before and not free_after and kind == "”"  # ”so” among others that open with “
        if kind == "“" and self._closes(kind):
            return free_before and not free_after  # „so“
        return not (kind == "“" and free_after and (self.open or mark.end >= self.end))

    def _undirected(self, kind: str, mark: Span, *, free_before: bool, free_after: bool) -> bool | None:
        if kind == '"' and _inches(self.text, mark):
            return None
        if free_before != free_after:
            return free_before
        return not any(self.text[other.start] == kind for other in self.open[-_DEEP:])

    def _closes(self, kind: str) -> bool:
        return bool(self.open) and kind in self._partners(self.open[-1])

    def _partners(self, mark: Span) -> str:
        kind = self.text[mark.start]
        return kind if kind in self.habit.undirected else self.habit.closing.get(kind, "")

    def _close(self, mark: Span) -> None:
        kind = self.text[mark.start]
        depth = next((depth for depth, other in enumerate(reversed(self.open[-_DEEP:]), 1) if kind in self._partners(other)), 0)
        if not self.open:
            self.closed.append(mark)
        elif depth == 0:
            self.mismatched.append(Pair(self.open.pop(), mark))
        elif depth == 1:
            opening = self.open.pop()
            if self.open and self.text[self.open[-1].start] == self.text[opening.start]:
                self.nested.append(Pair(opening, mark, self.open[-1]))
        else:
            # the marks opened since have no partner: they are told, but stand in nobody's way
            self.unclosed += self.open[-depth + 1 :]
            del self.open[-depth:]


def _inches(text: str, mark: Span) -> bool:
    """Tell whether a straight mark stands for inches or seconds, as in 6'2" or 12"."""
    before = text[max(0, mark.start - 3) : mark.start]
    after = text[mark.end : mark.end + 1]
    return bool(re.search(r"['′’]\d{1,2}$", before)) or (before[-1:].isdigit() and after == "x")


def _unclosed_single(text: str, paragraph: Span, following: Span | None) -> Span | None:
    """Return the single mark that opens after the last that closes; no apostrophe, and no speech that goes on in the next paragraph."""
    opening = None
    for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        before = start == paragraph.start or text[start - 1] in _BEFORE or text[start - 1] in '“"'
        after = text[end : end + 1].isalnum() and end < paragraph.end
        if match[0] == "‘":
            word = _WORD.match(text, end)
            elided = word is None or word[0][0].isdigit() or word[0].casefold() in term_set("elisions")
            opening = Span(start, end) if before and after and not elided else opening
        elif not after:
            opening = None
    return None if following is not None and text[following.start : following.start + 1] == "‘" else opening


def _goes_on(text: str, here: Marked, following: Span | None) -> bool:
    """Tell whether the speech goes on in the next paragraph, which then opens again while this one need not close."""
    if following is None or len(here.lone) != 1 or not here.opened:
        return False
    return text[following.start : following.start + 1] == here.opened[0].of(text)


def _closes(text: str, here: Marked, after: Marked | None, habit: _Habit) -> bool:
    """Tell whether the only mark left of a paragraph is closed by the only one left of the next."""
    if after is None or len(here.lone) != 1 or len(after.lone) != 1 or not here.opened or not after.closed:
        return False
    mark, other = here.lone[0].of(text), after.lone[0].of(text)
    return other == mark if mark in habit.undirected else other in habit.closing.get(mark, "")


def _lone(article: Article, here: Marked) -> Finding:
    parts = ((len(here.opened), "never closed"), (len(here.closed), "never opened"))
    marks = " ".join(span.of(article.text) for span in here.lone[:_SHOWN]) + (" …" if len(here.lone) > _SHOWN else "")
    told = ", ".join(f"{number} {what}" for number, what in parts if number)
    message = f"quotation marks that do not pair ({marks}): {told}"
    hint = "compare where the speech begins and ends"
    return found("unbalanced-quotation-marks", message, article=article.id, spans=here.lone, hint=hint)


def _paired(article: Article, here: Marked) -> Iterator[Finding]:
    text = article.text
    if here.mismatched:
        spans = [span for pair in here.mismatched for span in (pair.opening, pair.closing)]
        first = here.mismatched[0]
        message = f"a quotation opens with {first.opening.of(text)} and closes with {first.closing.of(text)}"
        hint = "compare where the speech begins and ends"
        yield found("mismatched-quotation-marks", message, article=article.id, spans=spans, hint=hint)
    if here.nested:
        spans = [Span(pair.opening.start, pair.closing.end) for pair in here.nested]
        mark = text[spans[0].start]
        message = f"a quotation between {mark} within a quotation that {mark} opened"
        hint = "compare which of the two the closing marks end"
        yield found("same-level-quotation-marks", message, article=article.id, spans=spans, hint=hint)


def quotation_marks(article: Article) -> Iterator[Finding]:
    """Find the marks without a partner, with a wrong one, and quotations within quotations of the same marks, paragraph by paragraph.

    Sound too is speech that goes on in the next paragraph, which opens with a mark again, or which closes it. A mark is told to open or
    close by its neighbours where these say more than its form: “so “ is closed, by the wrong mark.
    """
    text, units = article.text, paragraphs(article)
    habit = _habit(text)
    marked = [_Pairing(text, unit, habit).read() for unit in units]
    closed = False
    for unit, here, after, following in zip_longest(units, marked, marked[1:], units[1:]):
        sound = closed or not here.lone or _goes_on(text, here, following)
        closed = not sound and _closes(text, here, after, habit)
        if not sound and not closed:
            yield _lone(article, here)
        yield from _paired(article, here)
        single = _unclosed_single(text, unit, following)
        if single:
            yield _lone(article, Marked((single,), ()))
