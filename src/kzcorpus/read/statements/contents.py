"""From words to spans: what was said as spans over the text, its mode, and speech that goes on from one paragraph to the next."""

import re
from collections.abc import Iterable, Sequence

import attrs

from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Mode
from kzcorpus.model.values import unchecked
from kzcorpus.read.stages import Passage, Quotation, Reading
from kzcorpus.read.statements.drafts import drafts_of
from kzcorpus.read.statements.grounds import SHORT, Draft
from kzcorpus.read.statements.interviews import turns
from kzcorpus.read.statements.speakers import NOBODY
from kzcorpus.read.words import Words, words_in

_span = unchecked(Span)
_REPORTING_MARKS = ",;:—–- \t\r\n\xa0"
_BETWEEN_QUOTATIONS = _REPORTING_MARKS + ".…"
_MARKS = '.,;:!?"-…'
_NEAR = 6
_THOUGHT = ("thought.", "belief.")
_FEWEST_TURNS = 3
_REPORTING_RULES = frozenset({"verb.left", "verb.around", "label.transcript", "label.headline", "attribution.attribution"})
_ASIDE = re.compile(r"\[[^\[\]\n]{1,40}\]")


@attrs.define
class Found:
    """A draft with its content and its cue as spans over the text; ``said_by`` is the number of the one whose speaker it shares."""

    draft: Draft
    content: tuple[Span, ...]
    verbatim: tuple[Span, ...]
    mode: Mode
    said_by: int | None = None
    cue: Span | None = attrs.field(default=attrs.Factory(lambda self: self.draft.cue_span(), takes_self=True))

    def cut(self, bounds: Span) -> "Found":
        """Return the same within bounds."""
        content, verbatim = _cut(self.content, bounds), _cut(self.verbatim, bounds)
        return Found(self.draft, content, verbatim, self.mode if verbatim else "indirect", self.said_by, self.cue)


def _cut(spans: Sequence[Span], bounds: Span) -> tuple[Span, ...]:
    cut = (Span(max(span.start, bounds.start), min(span.end, bounds.end)) for span in spans if span.overlaps(bounds))
    return tuple(span for span in cut if len(span))


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """Return the span without the marks of the reporting sentence around it; nothing where nothing is left."""
    if start < end and (text[start] in _REPORTING_MARKS or text[end - 1] in _REPORTING_MARKS):
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip(_REPORTING_MARKS))
        end -= len(piece) - len(piece.rstrip(_REPORTING_MARKS))
    return [_span(start, end)] if start < end else []


def _quoted(words: Words, first: int, last: int, numbers: Sequence[int]) -> list[Span]:
    """Return what stands in quotation marks among the words, which have the numbers of quotations, without the marks.

    The full stop after a quoted part of a sentence belongs to the reporting sentence.
    """
    text, begin, end = words.text, words.starts[first], words.ends[last - 1]
    inner = [words.shown[number].inner for number in dict.fromkeys(numbers) if number >= 0]
    cut = [(max(begin, span.start), min(end, span.end)) for span in inner]
    if len(cut) == 1:
        start, stop = cut[0]
        cut = [(start, stop - (text[start : start + 1].islower() and text[stop - 1 : stop] == "."))]
    return [span for start, stop in cut for span in _trimmed(text, start, stop)]


def _is_plain(numbers: Sequence[int], tags: str) -> bool:
    """Tell whether any word stands outside quotation marks: one that has no number and is no mark."""
    if -1 not in numbers:
        return False
    return any(number < 0 and tag not in _MARKS for number, tag in zip(numbers, tags, strict=True))


def _in_spans(draft: Draft) -> Found | None:
    """Return a draft with its spans: a piece that is all quotation is taken without its marks, any other as it stands."""
    words, unmarked = draft.words, draft.unmarked
    tags = words.tags
    content: list[Span] = []
    verbatim: list[Span] = []
    outside = False
    for first, last in draft.pieces:
        numbers = words.quotation[first:last] if words.shown else ()
        quoting = bool(numbers) and max(numbers) >= 0
        plain = _is_plain(numbers, tags[first:last]) if quoting else bool(tags[first:last].strip(_MARKS))
        whole = _trimmed(words.text, words.starts[first], words.ends[last - 1]) if plain else []
        quoted = whole if plain and unmarked else _quoted(words, first, last, numbers) if quoting else []
        outside = outside or (plain and not unmarked)
        content += whole or quoted
        verbatim += quoted
    if not content:
        return None
    mode: Mode = "indirect" if not verbatim else "mixed" if outside else "direct"
    return Found(draft, _ordered(content), _ordered(verbatim), mode, None, draft.cue_span())


def _ordered(spans: list[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans)) if len(spans) > 1 else tuple(spans)


def _all_in_spans(drafts: Iterable[Draft]) -> list[Found]:
    return [found for draft in drafts if draft.pieces and (found := _in_spans(draft))]


def _outer(passage: Passage) -> list[Quotation]:
    return [quotation for quotation in passage.quotations if quotation.level == 0]


def _is_all_speech(passage: Passage, text: str) -> bool:
    """Tell whether a passage is nothing but quotations."""
    end = passage.block.span.start
    for quotation in _outer(passage):
        if text[end : quotation.span.start].strip(_BETWEEN_QUOTATIONS):
            return False
        end = quotation.span.end
    return end > passage.block.span.start and not text[end : passage.block.span.end].strip(_BETWEEN_QUOTATIONS)


def _last_speech(found: Sequence[Found]) -> int | None:
    """Return the number of the last statement that stands in no other."""
    for number in range(len(found) - 1, max(-1, len(found) - _NEAR - 2), -1):
        cue = found[number].cue
        near = (*found[max(0, number - _NEAR) : number], *found[number + 1 : number + _NEAR])
        if not found[number].draft.inside and not (cue and any(span.covers(cue) for one in near for span in one.content)):
            return number
    return None


def _is_open(found: Sequence[Found], before: Passage) -> bool:
    """Tell whether the passage before left open the quotation that ends the last statement."""
    quotations = _outer(before)
    return bool(quotations and found and not quotations[-1].closed and quotations[-1].span.covers(found[-1].content[-1]))


def _ends_in_speech(one: Found, before: Passage, text: str) -> bool:
    """Tell whether the passage before is speech of the same statement to its end but for the tag."""
    if not one.verbatim or one.content[-1].end <= before.block.span.start or one.verbatim[-1].end < one.content[-1].end - 1:
        return False
    return one.mode == "direct" or len(one.verbatim[-1].of(text).split()) > SHORT


def _take_speech(found: list[Found], passage: Passage, words: Words, waiting: Draft | None, before: Passage | None) -> None:
    """Add a passage of nothing but speech: what a cue waits for, more of an open quotation, or a further statement of the last speaker."""
    spans = tuple(span for quotation in _outer(passage) for span in _trimmed(words.text, quotation.inner.start, quotation.inner.end))
    last = _last_speech(found)
    if not spans:
        return
    if waiting:
        found.append(Found(waiting, spans, spans, "direct"))
    elif last is not None and before and (_is_open(found, before) or _ends_in_speech(found[last], before, words.text)):
        found[last] = attrs.evolve(found[last], content=found[last].content + spans, verbatim=found[last].verbatim + spans)
    elif last is not None:
        found.append(Found(Draft(words, None, NOBODY, ((0, len(words)),), "quote.continued"), spans, spans, "direct", last))


def _turn(words: Words, drafts: list[Draft]) -> list[Found]:
    """Return a turn of an interview, without what stands in square brackets, and what is claimed in it."""
    text, begin, end = words.text, words.starts[0], words.ends[-1]
    spans, at = [], begin
    for aside in _ASIDE.finditer(text, begin, end):
        spans += _trimmed(text, at, aside.start())
        at = aside.end()
    spans += _trimmed(text, at, end)
    whole = Draft(words, None, NOBODY, ((0, len(words)),), "interview.turn")
    return [Found(whole, tuple(spans), tuple(spans), "direct"), *_all_in_spans(drafts)] if spans else _all_in_spans(drafts)


def _unmarked(words: Words, waiting: Draft, drafts: Sequence[Draft]) -> Found | None:
    """Return a paragraph without quotation marks as what the report before it announced: "The minister wrote:" and a paragraph."""
    if waiting.rule != "verb.colon" or not len(words) or words.quotation[0] >= 0 or words.tags[0] in "0<":
        return None
    if any(draft.rule in _REPORTING_RULES and not draft.inside for draft in drafts):
        return None
    spans = tuple(_trimmed(words.text, words.starts[0], words.ends[-1]))
    return Found(attrs.evolve(waiting, rule="verb.announced"), spans, spans, "direct") if spans else None


def _as_transcript(found: list[Found], labelled: Sequence[int]) -> None:
    """Give each turn of a transcript, told by several labels, its whole paragraph: "Mayor: ..."."""
    for number in labelled if len(labelled) >= _FEWEST_TURNS else ():
        draft = found[number].draft
        end = len(draft.words)
        end -= draft.words.tags[end - 1] == "." and draft.words.quotation[end - 1] < 0
        turn = attrs.evolve(draft, pieces=((draft.pieces[0][0], end),), rule="label.transcript", unmarked=True)
        found[number] = _in_spans(turn) or found[number]


def found_in(reading: Reading) -> tuple[list[Found], list[Found]]:
    """Return everything that was found, passage by passage, with speech that goes on over them, and what is thought."""
    text = reading.article.text
    found: list[Found] = []
    waiting: Draft | None = None
    before: Passage | None = None
    turns_told: list[int] = []
    thoughts: list[Found] = []
    interview = turns(reading.passages, text)
    for number, passage in enumerate(reading.passages):
        words, kind = words_in(text, passage), passage.block.kind
        drafts = drafts_of(words, opening=kind != "heading")
        if drafts and drafts[-1].rule.startswith(_THOUGHT):
            thoughts += _all_in_spans(draft for draft in drafts if draft.rule.startswith(_THOUGHT))
            drafts = [draft for draft in drafts if not draft.rule.startswith(_THOUGHT)]
        if number in interview:
            found += _turn(words, drafts)
            continue
        speech = bool(passage.quotations) and kind == "paragraph" and _is_all_speech(passage, text)
        if speech and all(draft.inside for draft in drafts):
            _take_speech(found, passage, words, waiting, before)
        announced = _unmarked(words, waiting, drafts) if waiting and not speech and kind == "paragraph" else None
        if announced:
            found.append(announced)
        if drafts:
            if drafts[0].rule == "label.headline" and kind == "paragraph":
                turns_told.append(len(found))
            found += _all_in_spans(drafts)
        waiting = next((draft for draft in drafts if not draft.pieces), None) if drafts else None
        before = passage
    _as_transcript(found, turns_told)
    return found, thoughts
