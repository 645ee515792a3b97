"""Quotation marks of every style, paired block by block; an odd count is news, never an error.

Marks are paired with a stack. A mark that may open or close (straight ones, a curly one set the wrong way round) is decided by its
neighbours; an apostrophe is told from a single mark by its neighbours and by what follows. What stays open runs to the end of the block:
the next paragraph of a long quotation opens anew. A closing mark with nothing to close means that the speech before it ran on without
its opening mark. A block with as many marks as letters has no speech: its marks are not paired, and a finding says so.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from kzcorpus.model.findings import Finding
from kzcorpus.model.spans import Span
from kzcorpus.read.dashes import dash_speech, without_tags
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.stages import Passage, Quotation, Reading, parted, revised

_MARKS = re.compile(r"[\"“”„‟«»‹›‘’‚'`＂「」『』](?:(?<=')'|(?<=`)`|(?<!['’])|(?<![^\W_].)|(?![^\W_]))")
"""A mark, be it two of a kind; no apostrophe between letters or digits, which is decided here to be none."""
_OPENERS = "([{—–-―/ \t\r\n\xa0"
_CLOSERS = ")]}.,;:!?…—–-―/ \t\r\n\xa0"
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)]?\s+")
_FAMILIES = {
    "double": "\" “ ” „ ‟ ＂ '' ``",
    "single": "' ‘ ’ ‚ `",
    "angle": "« »",
    "single angle": "‹ ›",
    "corner": "「 」",
    "double corner": "『 』",
}
_FAMILY = {mark: family for family, marks in _FAMILIES.items() for mark in marks.split()}
_OPENING = frozenset("„«‹‚`「『") | {"``"}
_CLOSING = frozenset("»›」』")
_SCARE_WORDS = 4
_SINGLE_MARKS = "".join(mark for mark in _FAMILY if len(mark) == 1)
_MANY_MARKS = 200  # a paragraph with more of them than letters is no prose: in news, four words stand to a mark where they are densest
_WORD = re.compile(r"\w+")
_MOST_SPANS = 100


@attrs.define
class _Open:
    family: str
    start: int
    inner: int


@cache
def _elisions() -> frozenset[str]:
    return frozenset(lexicon("quotes")["elisions"].split())


@attrs.define
class _Pairing:
    """The marks of one block on their way to quotations."""

    text: str
    start: int
    end: int
    close: int
    stack: list[_Open] = attrs.Factory(list)
    found: list[Quotation] = attrs.Factory(list)
    outer_end: int = -1

    def before(self, at: int) -> str:
        return self.text[at - 1] if at > self.start else " "

    def after(self, at: int) -> str:
        return self.text[at] if at < self.end else " "

    def is_open(self, family: str) -> bool:
        stack = self.stack
        return bool(stack) and (stack[-1].family == family or any(mark.family == family for mark in stack[-4:-1]))

    def is_open_low(self) -> bool:
        """Tell whether the innermost mark is a low single one, which ``‘`` closes."""
        return bool(self.stack) and self.text[self.stack[-1].start] == "‚"

    def push(self, family: str, start: int, inner: int) -> None:
        self.stack.append(_Open(family, start, inner))

    def pop(self, family: str, start: int, end: int) -> None:
        """Close the innermost mark of the family; what stands open above it was no quotation."""
        while self.stack:
            mark = self.stack.pop()
            if mark.family == family:
                self.found.append(Quotation(Span(mark.start, end), Span(mark.inner, start), level=len(self.stack)))
                if not self.stack:
                    self.outer_end = end
                return
            if mark.family != "single":
                self.found.append(Quotation(Span(mark.start, start), Span(mark.inner, start), closed=False, level=len(self.stack)))

    def stray(self, start: int, end: int) -> None:
        """Take in the speech that ran on to a closing mark without an opening one."""
        if self.stack:
            return
        begin = max(self.outer_end, self.start)
        if begin > self.start:
            stop = _SENTENCE_END.search(self.text, begin, start)
            begin = stop.end() if stop and stop.end() < start else start
        while begin < start and self.text[begin].isspace():
            begin += 1
        inner = len(self.text[begin:start].rstrip())
        if inner:
            self.found.append(Quotation(Span(begin, end), Span(begin, begin + inner), opened=False))
        self.outer_end = end

    def finish(self) -> None:
        """Let what is still open run to the end of the block, or to where its sentence ends before the next quotation opens."""
        if not self.stack:
            return
        stop = self.close
        open_marks = [mark for mark in self.stack if (mark.family != "single" or self._is_announced(mark)) and mark.inner < stop]
        for depth, mark in enumerate(open_marks):
            end = stop if depth else self._cut(mark, stop)
            self.found.append(Quotation(Span(mark.start, end), Span(mark.inner, end), closed=False, level=depth))
            if end < stop:
                self._raise_after(end)

    def _is_announced(self, mark: _Open) -> bool:
        """Tell whether a single mark, which may be an apostrophe, opens the block or stands after a colon or comma."""
        return mark.start == self.start or self.text[max(self.start, mark.start - 2) : mark.start].rstrip().endswith((":", ","))

    def _cut(self, mark: _Open, stop: int) -> int:
        """Return where an unclosed quotation ends: before a further full one that opens at the start of a sentence."""
        for other in sorted(self.found, key=lambda q: q.span):
            if other.span.start > mark.start and other.opened and len(other.inner.of(self.text).split()) > _SCARE_WORDS:
                lead = self.text[mark.inner : other.span.start].rstrip()
                if lead.endswith((".", "!", "?", "…")):
                    return mark.inner + len(lead)
        return stop

    def _raise_after(self, end: int) -> None:
        """Raise what was nested after the cut: it is not nested any more."""
        self.found = [attrs.evolve(q, level=max(0, q.level - 1)) if q.span.start >= end else q for q in self.found]


def _single(pairing: _Pairing, mark: str, start: int, end: int, closers: dict[int, int]) -> None:
    """Decide a single mark: apostrophe, opening or closing."""
    before, after = pairing.before(start), pairing.after(end)
    if before.isalnum() and after.isalnum():
        return
    open_now = pairing.is_open("single")
    if mark == "‘" and pairing.is_open_low() and not after.isalnum():
        pairing.pop("single", start, end)  # ‚German‘
        return
    if mark in "‘'" and not before.isalnum() and (after.isalnum() or after in '“"[(…$') and before in _OPENERS + '“"„«':
        word = re.match(r"\w+", pairing.text[end : end + 12])
        if (after.isdigit() and mark == "'") or (word and word[0].lower() in _elisions()):
            return
        if not open_now or mark == "‘":
            pairing.push("single", start, end)
        return
    if mark == "’" and not open_now:
        return
    if mark in "’'" and open_now and not after.isalnum():
        if before == "s" and after == " " and closers.get(start, -1) > start:
            return  # dogs' : a surer closing mark follows
        pairing.pop("single", start, end)


def _surer_closers(text: str, marks: list[tuple[str, int, int]]) -> dict[int, int]:
    """Return, for each single mark, where the next one stands beside punctuation, before another opens."""
    out: dict[int, int] = {}
    coming = -1
    for mark, start, _ in reversed(marks):
        out[start] = coming
        if mark == "‘":
            coming = -1
        elif mark in "’'" and start and (text[start - 1] in ".,!?…" or text[start + 1 : start + 2] in (",", ";", ".")):
            coming = start
    return out


def _opens(pairing: _Pairing, mark: str, start: int, end: int) -> bool | None:  # noqa: PLR0911 -- one for each kind of mark
    """Tell whether a double mark opens or closes; None where it is neither (inches)."""
    before, after = pairing.before(start), pairing.after(end)
    open_now = pairing.is_open(_FAMILY[mark])
    spaced_before, spaced_after = before in _OPENERS, after in _CLOSERS
    if mark in _OPENING:
        return not (open_now and mark in "«‹" and not spaced_before)
    if mark in _CLOSING:
        return not open_now and spaced_before and not spaced_after
    if mark == "“" and not open_now and end >= pairing.close:
        return False
    if mark == "“":
        return not (open_now and (spaced_after or end >= pairing.end or (not spaced_before and before not in "‘'\"“«")))
    if mark == "”":
        return not open_now and spaced_before and not spaced_after
    if before.isdigit() and not open_now:
        return None
    if spaced_before and not after.isspace() and end < pairing.end:
        return not (open_now and after in ".,;:!?")
    if spaced_after:
        return not open_now and not before.isalnum() and before not in ".,!?…" and not after.isspace()
    return not open_now


def _paired(text: str, span: Span) -> list[Quotation]:
    """Return what stands between the marks of one block."""
    marks = [(mark[0], *mark.span()) for mark in _MARKS.finditer(text, span.start, span.end)]
    if not marks:
        return []
    pairing = _Pairing(text, span.start, span.end, span.start + len(text[span.start : span.end].rstrip()))
    closers = _surer_closers(text, marks) if any(mark in "’'" for mark, _, _ in marks) else {}
    for mark, start, end in marks:
        family = _FAMILY[mark]
        if family == "single" and mark not in ("‚", "`"):
            _single(pairing, mark, start, end, closers)
            continue
        opens = _opens(pairing, mark, start, end)
        if opens:
            pairing.push(family, start, end)
        elif opens is False and pairing.is_open(family):
            pairing.pop(family, start, end)
        elif opens is False and family != "single" and pairing.before(start) != "\n":
            pairing.stray(start, end)
    pairing.finish()
    found = pairing.found
    return sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end)) if len(found) > 1 else found


def _marks_within(text: str, start: int, end: int) -> int:
    return sum([text.count(mark, start, end) for mark in _SINGLE_MARKS])


def crowded(text: str, span: Span) -> bool:
    """Tell whether a block has hundreds of quotation marks and no more letters and digits than marks."""
    if len(span) < _MANY_MARKS:
        return False
    count = _marks_within(text, span.start, span.end)
    return count >= _MANY_MARKS and count >= sum(map(len, _WORD.findall(text, span.start, span.end)))


def quotations(text: str, span: Span) -> tuple[Quotation, ...]:
    """Return the quotations of one block in order, nested ones after the one that holds them; linear, and never an error.

    >>> [q.inner.of("He said “no, not ‘ever’ again.”") for q in quotations("He said “no, not ‘ever’ again.”", Span(0, 31))]
    ['no, not ‘ever’ again.', 'ever']
    """
    return _spoken(text, span, [] if crowded(text, span) else _paired(text, span))


def _spoken(text: str, span: Span, found: list[Quotation]) -> tuple[Quotation, ...]:
    """Return the quotations of a block, and else its speech between dashes, without tags between dashes."""
    if text.find("—", span.start, span.end) < 0 and text.find("–", span.start, span.end) < 0:
        return tuple(found)
    return tuple(without_tags(text, found)) or dash_speech(text, span)


def _marked(text: str, passages: Sequence[Passage], unread: frozenset[Span]) -> Iterator[Passage]:
    dashed = "—" in text or "–" in text
    for passage in passages:
        span = passage.block.span
        paired = [] if unread and span in unread else _paired(text, span)
        found = _spoken(text, span, paired) if dashed else tuple(paired)
        yield Passage(passage.block, passage.sentences, found, passage.words) if found or passage.quotations else passage


def _unread(text: str, passages: Sequence[Passage]) -> list[Span]:
    """Return the blocks that are made of quotation marks: none where the whole text has not many."""
    if _marks_within(text, 0, len(text)) < _MANY_MARKS:
        return []
    return [passage.block.span for passage in passages if crowded(text, passage.block.span)]


def _finding(spans: Sequence[Span]) -> Finding:
    message = f"{len(spans)} {'block has' if len(spans) == 1 else 'blocks have'} as many quotation marks as letters, or more"
    hint = "no speech is read there; is it a text?"
    return Finding("quotations-unread", "info", message, spans=tuple(spans[:_MOST_SPANS]), hint=hint)


def mark_quotations(reading: Reading) -> Reading:
    """Give every passage its quotations; the finding ``quotations-unread`` tells of blocks that are made of quotation marks."""
    text = reading.article.text
    unread = _unread(text, reading.passages)
    marked = parted(reading, _marked(text, reading.passages, frozenset(unread)))
    return revised(marked, findings=(*reading.article.findings, _finding(unread))) if unread else marked
