"""The stage that joins it all: cues, speakers, contents and what stands around them become the statements of an article."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import attrs

import kzcorpus
from kzcorpus.model.articles import Mention
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Mode, Setting, Statement, Voice
from kzcorpus.read import chains
from kzcorpus.read.drafts import Draft, drafts_of
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.speakers import NOBODY
from kzcorpus.read.stages import Passage, Reading
from kzcorpus.read.voices import Voices
from kzcorpus.read.words import Words, words_in

_WORD = re.compile(r"\w+")
_FIRST_PERSON = frozenset("i we my our me us mine ours myself ourselves".split())
_REPORTING_MARKS = ",;:—–- \t\r\n\xa0"
_NEAR_AFTER = 16


@attrs.frozen
class _Found:
    """A draft with its content as spans over the text; ``said_by`` is the number of the statement whose speaker it shares."""

    draft: Draft
    content: tuple[Span, ...]
    verbatim: tuple[Span, ...]
    mode: Mode
    said_by: int | None = None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _REPORTING_MARKS:
        start += 1
    while end > start and text[end - 1] in _REPORTING_MARKS:
        end -= 1
    return Span(start, end) if start < end else None


def _quoted(words: Words, first: int, last: int) -> list[Span]:
    """Return what stands in quotation marks among the words, without the marks."""
    begin, end = words.starts[first], words.ends[last - 1]
    numbers = dict.fromkeys(words.quotation[i] for i in range(first, last) if words.quotation[i] >= 0)
    inners = [words.shown[number].inner for number in numbers]
    cut = [(max(begin, inner.start), min(end, inner.end)) for inner in inners]
    if len(cut) == 1 and words.text[cut[0][0] : cut[0][0] + 1].islower() and words.text[cut[0][1] - 1 : cut[0][1]] == ".":
        cut = [(cut[0][0], cut[0][1] - 1)]
    return [span for start, stop in cut if start < stop and (span := _trimmed(words.text, start, stop))]


def _content(draft: Draft) -> tuple[tuple[Span, ...], tuple[Span, ...], Mode]:
    """Return content, verbatim parts and mode: a piece that is all quotation is taken without its marks, any other as it stands."""
    words = draft.words
    content: list[Span] = []
    verbatim: list[Span] = []
    outside = False
    for first, last in draft.pieces:
        quoted = _quoted(words, first, last)
        if draft.unmarked:
            span = _trimmed(words.text, words.starts[first], words.ends[last - 1])
            quoted = [span] if span and not quoted else quoted
        plain = any(words.quotation[i] < 0 and words.tags[i] not in '.,;:!?"-…' for i in range(first, last))
        if plain and not draft.unmarked:
            outside = True
            whole = _trimmed(words.text, words.starts[first], words.ends[last - 1])
            content.extend([whole] if whole else [])
        else:
            content.extend(quoted)
        verbatim.extend(quoted)
    mode: Mode = "indirect" if not verbatim else "mixed" if outside else "direct"
    return tuple(sorted(content)), tuple(sorted(verbatim)), mode


def _cue_span(draft: Draft) -> Span | None:
    return draft.words.span(draft.cue.first, draft.cue.last) if draft.cue else None


def _found(drafts: Sequence[Draft]) -> list[_Found]:
    out = []
    for draft in drafts:
        content, verbatim, mode = _content(draft)
        if content:
            out.append(_Found(draft, content, verbatim, mode))
    return out


def _is_all_quotation(passage: Passage, text: str) -> bool:
    """Tell whether a passage is nothing but quotations."""
    outer = [quotation.span for quotation in passage.quotations if quotation.level == 0]
    end = passage.block.span.start
    for span in outer:
        if text[end : span.start].strip(_REPORTING_MARKS + ".…"):
            return False
        end = span.end
    return bool(outer) and not text[end : passage.block.span.end].strip(_REPORTING_MARKS + ".…")


def _last_speech(found: Sequence[_Found]) -> int | None:
    """Return the number of the last statement that stands in no other."""
    for number in range(len(found) - 1, max(-1, len(found) - 8), -1):
        cue = _cue_span(found[number].draft)
        near = found[max(0, number - 6) : number + 6]
        if not found[number].draft.inside and not (cue and any(span.covers(cue) for one in near for span in one.content)):
            return number
    return None


def _continued(found: list[_Found], passage: Passage, words: Words, open_before: bool) -> _Found | None:  # noqa: FBT001
    """Return what a paragraph of nothing but speech adds: a further statement of whoever spoke last."""
    inners = [quotation.inner for quotation in passage.quotations if quotation.level == 0]
    spans = tuple(span for inner in inners if (span := _trimmed(words.text, inner.start, inner.end)))
    if not spans:
        return None
    last = _last_speech(found)
    rule = "quote.paragraph" if open_before else "quote.continued"
    draft = Draft(words, None, NOBODY, ((0, len(words)),), rule)
    return _Found(draft, spans, spans, "direct", last)


def _joins(found: list[_Found], passages: Sequence[Passage], number: int) -> bool:
    """Tell whether a paragraph only carries on the quotation that the one before left open."""
    before = [quotation for quotation in passages[number - 1].quotations if quotation.level == 0] if number else []
    return bool(before and found and not before[-1].closed and found[-1].content and found[-1].content[-1].end <= before[-1].span.end
                and found[-1].content[-1].start >= before[-1].span.start)  # fmt: skip


def _collected(reading: Reading) -> list[_Found]:
    """Return everything that was found, passage by passage, with speech that goes on from one to the next."""
    text = reading.article.text
    found: list[_Found] = []
    waiting: Draft | None = None
    for number, passage in enumerate(reading.passages):
        words = words_in(text, passage)
        drafts = drafts_of(words, opening=passage.block.kind != "heading")
        all_speech = _is_all_quotation(passage, text)
        if all_speech and not any(not draft.inside for draft in drafts):
            one = _continued(found, passage, words, open_before=_joins(found, reading.passages, number))
            if waiting and one:
                found.append(attrs.evolve(one, draft=waiting, said_by=None))
            elif one and one.draft.rule == "quote.paragraph":
                last = one.said_by if one.said_by is not None else len(found) - 1
                found[last] = attrs.evolve(
                    found[last], content=found[last].content + one.content, verbatim=found[last].verbatim + one.verbatim
                )
            elif one and one.said_by is not None:
                found.append(one)
            found.extend(_found([draft for draft in drafts if draft.inside]))
        else:
            found.extend(_found([draft for draft in drafts if draft.pieces]))
        waiting = next((draft for draft in drafts if not draft.pieces), None)
    return found


def _placed(found: list[_Found]) -> list[tuple[_Found, int | None]]:
    """Give each statement the one it stands in, cut to its bounds; what is left with nothing is dropped."""
    spans = [(_cue_span(one.draft) or one.content[0], one.content) for one in found]
    parents = list(chains.nested(spans))
    out: list[tuple[_Found, int | None]] = []
    for number, (one, parent) in enumerate(zip(found, parents, strict=True)):
        if parent is None or one.draft.cue is None:
            out.append((one, None))
            continue
        cue = spans[number][0]
        bounds = next(span for span in found[parent].content if span.covers(cue))
        content = _cut(one.content, bounds)
        out.append((attrs.evolve(one, content=content, verbatim=_cut(one.verbatim, bounds)), parent))
    return out


def _cut(spans: Sequence[Span], bounds: Span) -> tuple[Span, ...]:
    cut = (Span(max(span.start, bounds.start), min(span.end, bounds.end)) for span in spans if span.overlaps(bounds))
    return tuple(span for span in cut if len(span))


def _clear(voice: Voice | None, taken: Sequence[Span]) -> Voice | None:
    """Leave out the words of a speaker that stand in cue or content: only the name and the agent remain."""
    if voice and voice.span and any(voice.span.overlaps(span) for span in taken):
        return attrs.evolve(voice, span=None)
    return voice


@cache
def _hedging() -> frozenset[str]:
    return frozenset(lexicon("speakers")["hedges"].split())


def _hedges(one: _Found) -> tuple[Span, ...]:
    """Return the writer's hedges in the cue, before it, and in what is not verbatim."""
    words = one.draft.words
    out = []
    ranges = list(one.draft.pieces)
    if one.draft.cue:
        ranges.append((max(0, one.draft.cue.first - 1), one.draft.cue.last))
    for first, last in ranges:
        for i in range(first, last):
            if words.lows[i] in _hedging():
                span = Span(words.starts[i], words.ends[i])
                if not any(span.overlaps(quoted) for quoted in one.verbatim):
                    out.append(span)
    return tuple(sorted(set(out)))


@cache
def _confidence() -> dict[str, float]:
    found: dict[str, float] = lexicon("confidence")["rules"]
    return found


@cache
def _made(rule: str) -> Made:
    return Made(by="kzcorpus", version=kzcorpus.__version__, rule=rule, confidence=_confidence().get(rule))


def _identified(article: str, text: str, content: Sequence[Span], seen: dict[str, int]) -> str:
    """Return the id of a statement: from its content's words, so that it survives re-reading; ``-2`` on repetition."""
    words = " ".join(word.lower() for span in content for word in _WORD.findall(text, span.start, span.end))
    made = f"{article}.{hashlib.sha256(words.encode()).hexdigest()[:8]}"
    seen[made] = seen.get(made, 0) + 1
    return made if seen[made] == 1 else f"{made}-{seen[made]}"


@attrs.define(eq=False)
class _Frame:
    """What all statements of an article share while they are built."""

    reading: Reading
    voices: Voices
    dates: Sequence[Mention]

    def surroundings(self, one: _Found, bounds: tuple[int, int]) -> dict[str, Any]:
        """Return occasion and date of the utterance from its sentence."""
        draft, words = one.draft, one.draft.words
        lo, hi = bounds
        if draft.cue is None or lo >= hi:
            return {"occasion": None, "said": None}
        after = max(draft.cue.last, draft.subject.last if draft.subject.how == "inverted" else 0)
        last = max((end for _, end in draft.pieces), default=after)
        near = max(after, last)
        if last <= after or draft.rule.endswith(("noun", "preposition")):
            limit = min(hi, near + _NEAR_AFTER)
            hi = next((i for i in range(near, limit) if words.tags[i] in "VXMW"), limit)
        else:
            hi = near
        excluded = [*draft.pieces]
        if draft.subject.how in ("subject", "inverted", "shared"):
            excluded.append((draft.subject.first, draft.subject.last))
        setting = chains.occasion(words, lo, hi, excluded)
        return {"occasion": setting, "said": chains.said(words, lo, hi, excluded, self.dates)}


def _bounds(one: _Found, parent: _Found | None) -> tuple[int, int]:
    """Return the words in which the frame of a statement may stand: its sentence, or its parent's content."""
    words = one.draft.words
    if one.draft.cue is None:
        return 0, 0
    if parent is None or parent.draft.words.text is not words.text:
        return words.frame_bounds(one.draft.cue.head)
    cue = _cue_span(one.draft)
    span = next((span for span in parent.content if cue and span.covers(cue)), None)
    if span is None:
        return words.frame_bounds(one.draft.cue.head)
    lo, hi = words.sentence_bounds(one.draft.cue.head)
    return max(lo, words.index(span.start)), min(hi, words.index(span.end))


def _speaker(frame: _Frame, one: _Found, built: dict[int, Statement], parent: int | None) -> Voice | None:
    """Return who speaks: the named, the same as before, or, for "I" in a quotation, whoever is quoted."""
    draft = one.draft
    if one.said_by is not None:
        before = built.get(one.said_by)
        return attrs.evolve(before.speaker, span=None) if before and before.speaker else None
    if not draft.subject:
        return None
    voice = frame.voices.voice(draft.words, draft.subject.first, draft.subject.last)
    if (
        parent is not None
        and voice.entity is None
        and draft.words.lows[draft.subject.first] in _FIRST_PERSON
        and draft.subject.last == draft.subject.first + 1
    ):
        outer = built[parent].speaker
        if outer:
            return Voice(outer.entity, outer.name, voice.span, "pronoun")
    return voice


def _built(frame: _Frame, found: list[_Found]) -> dict[int, Statement]:
    """Return the statements by number, outer ones before those inside them."""
    article = frame.reading.article
    placed = _placed(found)
    seen: dict[str, int] = {}
    built: dict[int, Statement] = {}
    order = sorted(
        range(len(placed)), key=lambda n: (placed[n][0].content[0] if placed[n][0].content else Span(0, 0), -len(placed[n][0].content))
    )
    waiting = [number for number in order if placed[number][0].content]
    ids = {number: _identified(article.id, article.text, placed[number][0].content, seen) for number in waiting}
    for number in _outer_first(waiting, placed):
        one, parent = placed[number]
        parent = parent if parent in built else None
        built[number] = _statement(frame, one, ids[number], parent, built, placed)
    return {number: built[number] for number in waiting}


def _outer_first(numbers: Sequence[int], placed: Sequence[tuple[_Found, int | None]]) -> Iterator[int]:
    """Yield the numbers so that whoever contains or precedes a statement comes before it."""
    done: set[int] = set()
    for number in sorted(numbers):
        chain = [number]
        while (parent := placed[chain[-1]][1]) is not None and parent not in done and parent not in chain:
            chain.append(parent)
        for one in reversed(chain):
            if one not in done and placed[one][0].content:
                done.add(one)
                yield one


def _statement(
    frame: _Frame, one: _Found, id_: str, parent: int | None, built: dict[int, Statement], placed: Sequence[tuple[_Found, int | None]]
) -> Statement:
    draft = one.draft
    cue = _cue_span(draft)
    taken = [*one.content, *([cue] if cue else [])]
    bounds = _bounds(one, placed[parent][0] if parent is not None else None)
    addressees, via = _addressed(frame, one), _through(frame, one, bounds, built[parent] if parent is not None else None)
    around = frame.surroundings(one, bounds)
    setting: Setting | None = around["occasion"]
    return Statement(
        id=id_,
        content=one.content,
        mode=one.mode,
        speaker=_clear(_speaker(frame, one, built, parent), taken),
        cue=(cue,) if cue else (),
        verbatim=one.verbatim,
        polarity="negative" if draft.cue and draft.cue.negative else "positive",
        hedges=_hedges(one),
        addressees=addressees,
        via=via,
        within=built[parent].id if parent is not None else None,
        occasion=setting,
        said=around["said"],
        made=_made(draft.rule),
    )


def _addressed(frame: _Frame, one: _Found) -> tuple[Voice, ...]:
    addressee = one.draft.addressee
    return (frame.voices.voice(one.draft.words, *addressee),) if addressee else ()


def _through(frame: _Frame, one: _Found, bounds: tuple[int, int], parent: Statement | None) -> tuple[Voice, ...]:
    """Return the media a statement came through, outermost first."""
    own = frame.reading.article.source.outlet if frame.reading.article.source else None
    out: list[Voice] = list(parent.via) if parent else []
    if parent and parent.speaker and parent.speaker.kind == "outlet":
        out.append(parent.speaker)
    for addressee in _addressed(frame, one):
        if addressee.kind == "outlet":
            out.append(addressee)
    passed = chains.quoted_by(one.draft.words, *bounds)
    if passed and parent is None:
        voice = frame.voices.voice(one.draft.words, *passed)
        out.append(attrs.evolve(voice, kind="outlet") if voice.kind in ("named", "title") else voice)
    return tuple(voice for voice in dict.fromkeys(out) if not (own and own.entity and voice.entity == own.entity))


def find_statements(reading: Reading) -> Reading:
    """Add the statements of an article, in order of where their contents begin.

    Spans of one statement never overlap; speaker, cue and content are disjoint; a nested statement lies within its parent.
    """
    article = reading.article
    dates = sorted((mention for mention in article.mentions if mention.type == "date"), key=lambda m: (m.span.start, m.span.end))
    frame = _Frame(reading, Voices.of(article, reading.authority), dates)
    built = _built(frame, _collected(reading))
    return attrs.evolve(reading, article=attrs.evolve(article, statements=tuple(built.values())))
