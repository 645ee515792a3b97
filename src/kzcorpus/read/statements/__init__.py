"""The stage that joins it all: cues, speakers, contents and what stands around them become the statements of an article."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

import kzcorpus
from kzcorpus.model.findings import Finding
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement, Voice
from kzcorpus.model.values import draft
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.stages import Passage, Reading, revised
from kzcorpus.read.statements import chains
from kzcorpus.read.statements.confidence import confidence_of, traits_of
from kzcorpus.read.statements.contents import Found, found_in
from kzcorpus.read.statements.cues import crowded
from kzcorpus.read.statements.grounds import Range
from kzcorpus.read.statements.thoughts import Speakers, is_thought
from kzcorpus.read.statements.voices import Voices
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import words_in

_WORD = re.compile(r"\w+")
_LOWER = bytes(ord(chr(i).lower()) if i < 128 and (chr(i).isalnum() or chr(i) == "_") else ord(" ") for i in range(256))  # noqa: PLR2004 -- ASCII
_VERBAL = re.compile("[VXMW]")
_NEAR_AFTER = 16
_MOST_SPANS = 100


@attrs.define
class _Placed:
    """A find with the statement that contains it, and the one whose speaker it shares."""

    one: Found
    parent: Statement | None
    before: Statement | None

    def bounds(self) -> Range:
        """Return the words in which the frame of the statement may stand: its sentence, as far as its parent's content goes."""
        words, cue, place = self.one.draft.words, self.one.draft.cue, self.one.cue
        if cue is None or place is None:
            return 0, 0
        span = next((span for span in self.parent.content if span.covers(place)), None) if self.parent else None
        if span is None:
            return words.frame_bounds(cue.head)
        lo, hi = words.sentence_bounds(cue.head)
        return max(lo, words.index(span.start)), min(hi, words.index(span.end))

    def surroundings(self, bounds: Range) -> tuple[int, int, list[Range]]:
        """Return the words around cue and content where occasion and date stand, and the ranges among them that do not count."""
        one, words, cue, subject = self.one.draft, self.one.draft.words, self.one.draft.cue, self.one.draft.subject
        lo, hi = bounds
        if cue is None:
            return lo, lo, []
        after = max(cue.last, subject.last) if subject.how == "inverted" else cue.last
        near = max(after, *(end for _, end in one.pieces)) if one.pieces else after
        if near > after and not one.rule.endswith(("noun", "preposition")):
            hi = min(hi, near)
        else:
            limit = min(hi, near + _NEAR_AFTER)
            verb = _VERBAL.search(words.tags, near, limit)
            hi = verb.start() if verb else limit
        spoken = subject.how in ("subject", "inverted", "shared")
        return lo, hi, [*one.pieces, (subject.first, subject.last)] if spoken else [*one.pieces]


@cache
def _hedging() -> frozenset[str]:
    return frozenset(lexicon("speakers")["hedges"].split())


def _hedges(one: Found) -> tuple[Span, ...]:
    """Return the writer's hedges in the cue, before it, and in what is not verbatim."""
    words, cue, known = one.draft.words, one.draft.cue, _hedging()
    if known.isdisjoint(words.forms):
        return ()
    ranges = [*one.draft.pieces, *([(max(0, cue.first - 1), cue.last)] if cue else [])]
    lows = words.lows
    hedged = [(first, last) for first, last in ranges if not known.isdisjoint(lows[first:last])]
    found = {words.span(i, i + 1) for first, last in hedged for i in range(first, last) if lows[i] in known}
    return tuple(sorted(span for span in found if not any(span.overlaps(quoted) for quoted in one.verbatim)))


@cache
def _made(rule: str, confidence: float | None) -> Made:
    return Made(by="kzcorpus", version=kzcorpus.__version__, rule=rule, confidence=confidence)


def _clear(voice: Voice | None, taken: Sequence[Span]) -> Voice | None:
    """Leave out the words of a speaker that stand in cue or content: only the name and the agent remain."""
    if voice is not None and voice.span is not None and any(map(voice.span.overlaps, taken)):
        return attrs.evolve(voice, span=None)
    return voice


@attrs.frozen
class _Builder:
    """Makes the statements of one article."""

    voices: Voices
    dates: chains.Dates
    outlet: Voice | None
    article: str

    def build(self, placed: _Placed, id_: str) -> Statement:
        """Return a find as a statement."""
        one, parent, words = placed.one, placed.parent, placed.one.draft.words
        cue = () if one.cue is None else (one.cue,)
        bounds = placed.bounds()
        lo, hi, excluded = placed.surroundings(bounds)
        addressees = self._addressed(one)
        speaker = _clear(self._speaker(placed), [*one.content, *cue])
        traits = traits_of(one.draft.rule, one.mode, speaker, "" if one.cue is None else one.cue.of(words.text), one.content)
        return draft(
            Statement,
            id=id_,
            content=one.content,
            mode=one.mode,
            speaker=speaker,
            cue=cue,
            verbatim=one.verbatim,
            polarity="negative" if one.draft.cue and one.draft.cue.negative else "positive",
            hedges=_hedges(one),
            addressees=addressees,
            via=self._through(placed, bounds, addressees),
            within=parent.id if parent else None,
            occasion=chains.occasion(words, lo, hi, excluded),
            said=chains.said(words, (lo, hi), excluded, self.dates, one.draft.cue.last if one.draft.cue else 0),
            made=_made(one.draft.rule, confidence_of(traits)),
        )

    def holder(self, one: Found) -> Voice:
        """Return who thinks what is thought."""
        return self.voices.voice(one.draft.words, one.draft.subject.first, one.draft.subject.last)

    def _speaker(self, placed: _Placed) -> Voice | None:
        """Return who speaks: the named, the same as before, or, for "I" in a quotation, whoever is quoted."""
        subject, words = placed.one.draft.subject, placed.one.draft.words
        if placed.before:
            return attrs.evolve(placed.before.speaker, span=None) if placed.before.speaker else None
        if not subject:
            return None
        voice = self.voices.voice(words, subject.first, subject.last)
        first_person = subject.last == subject.first + 1 and words.lows[subject.first] in word_set("cues", "first_person")
        outer = placed.parent.speaker if placed.parent else None
        if outer and voice.entity is None and first_person:
            return Voice(outer.entity, outer.name, voice.span, "pronoun")
        return voice

    def _addressed(self, one: Found) -> tuple[Voice, ...]:
        addressee, subject, words = one.draft.addressee, one.draft.subject, one.draft.words
        if not addressee or max(addressee[0], subject.first) < min(addressee[1], subject.last):
            return ()
        return (self.voices.voice(words, *addressee),)

    def _through(self, placed: _Placed, bounds: Range, addressees: Sequence[Voice]) -> tuple[Voice, ...]:
        """Return the media a statement came through, outermost first; the article's own outlet is none."""
        parent = placed.parent
        out = list(parent.via) if parent else []
        if parent and parent.speaker and parent.speaker.kind == "outlet":
            out.append(parent.speaker)
        addressee = placed.one.draft.addressee
        if addressee and placed.one.draft.words.lows[addressee[1] - 1] not in word_set("speakers", "masses"):
            out += [voice for voice in addressees if voice.kind == "outlet"]
        through = placed.one.draft.through
        if through:
            out.append(self.voices.voice(placed.one.draft.words, *through))
        passed = chains.quoted_by(placed.one.draft.words, *bounds) if parent is None else None
        if passed:
            voice = self.voices.voice(placed.one.draft.words, *passed)
            out.append(attrs.evolve(voice, kind="outlet") if voice.kind in ("named", "title") else voice)
        if not out:
            return ()
        own = self.outlet.entity if self.outlet else None
        return tuple(voice for voice in dict.fromkeys(out) if own is None or voice.entity != own)


def identified(article: str, text: str, content: Sequence[Span], seen: dict[str, int]) -> str:
    """Return the id of a statement: from its content's words, so that it survives re-reading; ``-2`` on repetition."""
    said = " ".join([text[span.start : span.end] for span in content])
    words = said.encode().translate(_LOWER).split() if said.isascii() else [" ".join(_WORD.findall(said)).lower().encode()]
    made = f"{article}.{hashlib.sha256(b' '.join(words)).hexdigest()[:8]}"
    seen[made] = seen.get(made, 0) + 1
    return made if seen[made] == 1 else f"{made}-{seen[made]}"


def _outer_first(parents: Sequence[int | None]) -> Iterator[int]:
    """Yield all numbers, each after the one that contains it."""
    done: set[int] = set()
    for number in range(len(parents)):
        line = [number]
        while (parent := parents[line[-1]]) is not None and parent not in done and parent not in line:
            line.append(parent)
        for one in reversed(line):
            if one not in done:
                done.add(one)
                yield one


def _hosts(found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of those that are cited, each with the number of the report that cites it."""
    numbers = {id(one.draft.cue): number for number, one in enumerate(found) if one.draft.cue}
    for number, one in enumerate(found):
        host = numbers.get(id(one.draft.host)) if one.draft.host else None
        if host is not None:
            yield number, host


def _within(found: Sequence[Found]) -> tuple[list[Found], list[int | None]]:
    """Cut each find to the content it stands in; return them with the number of the one that contains each."""
    out = list(found)
    parents = list(chains.nested([(one.cue or one.content[0], one.content) for one in found]))
    for number, host in _hosts(found):
        parents[number] = host
    for number in _outer_first(parents):
        one, parent = out[number], parents[number]
        if one.draft.host and parent is not None:
            out[number] = attrs.evolve(one, content=out[parent].content, verbatim=out[parent].verbatim, mode=out[parent].mode)
            continue
        cue = one.cue
        holder = next((span for span in out[parent].content if span.covers(cue)), None) if cue and parent is not None else None
        parents[number] = parent if holder else None
        out[number] = one.cut(holder) if holder else one
    return out, parents


def _built(builder: _Builder, found: Sequence[Found], text: str, seen: dict[str, int]) -> tuple[Statement, ...]:
    """Return the statements in order of where their contents begin, longer ones first."""
    finds, parents = _within(found)
    kept = [number for number, one in enumerate(finds) if one.content]
    order = sorted(
        kept, key=lambda number: (finds[number].content[0].start, -finds[number].content[-1].end, bool(finds[number].draft.host))
    )
    ids = {number: identified(builder.article, text, finds[number].content, seen) for number in order}
    built: dict[int, Statement] = {}
    for number in _outer_first(parents):
        if number in ids:
            parent, before = parents[number], finds[number].said_by
            holder = built.get(parent) if parent is not None else None
            speaker = built.get(before) if before is not None else None
            built[number] = builder.build(_Placed(finds[number], holder, speaker), ids[number])
    return tuple(built[number] for number in order)


def _passed_over(text: str, passages: Sequence[Passage]) -> tuple[Finding, ...]:
    """Return the finding that sentences are no prose: they have so many words that may report that none of them tells anything."""
    spans = [words.span(*bounds) for passage in passages for words in (words_in(text, passage),) for bounds in crowded(words)]
    if not spans:
        return ()
    message = f"{len(spans)} {'sentence has' if len(spans) == 1 else 'sentences have'} too many verbs of saying for prose"
    hint = "who says what is not read there; are its full stops missing?"
    return (Finding("sentence-unread", "info", message, spans=tuple(spans[:_MOST_SPANS]), hint=hint),)


def find_statements(reading: Reading) -> Reading:
    """Add the statements of an article, in order of where their contents begin.

    Spans of one statement never overlap; speaker, cue and content are disjoint; a nested statement lies within its parent. A sentence with
    dozens of verbs of saying is no prose: nothing is read in it, and the finding ``sentence-unread`` says so.
    """
    article = reading.article
    outlet = article.source.outlet if article.source else None
    builder = _Builder(Voices.of(article, reading.authority), chains.Dates.of(article), outlet, article.id)
    found = found_in(reading)
    seen: dict[str, int] = {}
    statements = _built(builder, [one for one in found if not is_thought(one)], article.text, seen)
    thoughts = [one for one in found if is_thought(one)]
    if thoughts:
        speakers = Speakers(reading.passages, statements, article.text)
        expressed = [one for one in thoughts if speakers.near(builder.holder(one), one.content[0].start)]
        statements += _built(builder, expressed, article.text, seen)
        statements = tuple(sorted(statements, key=lambda one: (one.content[0].start, -one.content[-1].end)))
    unread = _passed_over(article.text, reading.passages)
    changes = {"findings": (*article.findings, *unread)} if unread else {}
    return revised(reading, statements=statements, **changes)
