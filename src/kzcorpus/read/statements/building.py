"""From a find to a statement: who speaks and is spoken to, through which media, where and when, and how sure that is."""

import re
from collections.abc import Sequence
from functools import cache

import attrs

import kzcorpus
from kzcorpus.model.dates import When
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Setting, Statement, Voice
from kzcorpus.model.values import unchecked
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.statements import chains
from kzcorpus.read.statements.confidence import Traits, confidence_of, traits_of
from kzcorpus.read.statements.contents import Found
from kzcorpus.read.statements.grounds import Draft, Range
from kzcorpus.read.statements.voices import Voices
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_statement = unchecked(Statement)
_VERBAL = re.compile("[VXMW]")
_NEAR_AFTER = 16
_NAMED = frozenset({"subject", "inverted", "shared"})


@cache
def _hedging() -> frozenset[str]:
    return frozenset(lexicon("speakers")["hedges"].split())


@cache
def _telling() -> frozenset[str]:
    """Return the words without which a passage tells of no hedge, no occasion and nobody who passed on what was said."""
    return _hedging() | frozenset(chains.occasions()) | word_set("speakers", "quoted_by")


@cache
def _made(traits: Traits) -> Made:
    return Made(by="kzcorpus", version=kzcorpus.__version__, rule=traits.rule, confidence=confidence_of(traits))


def _bounds(one: Found, parent: Statement | None) -> Range:
    """Return the words in which the frame of a statement may stand: its sentence, as far as its parent's content goes."""
    words, cue, place = one.draft.words, one.draft.cue, one.cue
    if cue is None or place is None:
        return 0, 0
    if parent is None:
        return words.frame_bounds(cue.head)
    span = next((span for span in parent.content if span.covers(place)), None)
    if span is None:
        return words.frame_bounds(cue.head)
    lo, hi = words.sentence_bounds(cue.head)
    return max(lo, words.index(span.start)), min(hi, words.index(span.end))


def _surroundings(one: Draft, after: int, bounds: Range) -> tuple[Range, Sequence[Range]]:
    """Return the words around a cue that ends at ``after`` where occasion and date stand, and the ranges among them that do not count."""
    words, subject, pieces = one.words, one.subject, one.pieces
    lo, hi = bounds
    after = max(after, subject.last) if subject.how == "inverted" else after
    near = max(after, *(end for _, end in pieces)) if pieces else after
    if near > after and not one.rule.endswith(("noun", "preposition")):
        hi = min(hi, near)
    else:
        limit = min(hi, near + _NEAR_AFTER)
        verb = _VERBAL.search(words.tags, near, limit)
        hi = verb.start() if verb else limit
    return (lo, hi), [*pieces, (subject.first, subject.last)] if subject.how in _NAMED else pieces


def _hedges(one: Found) -> tuple[Span, ...]:
    """Return the writer's hedges in the cue, before it, and in what is not verbatim."""
    words, cue, known = one.draft.words, one.draft.cue, _hedging()
    ranges = [*one.draft.pieces, *([(max(0, cue.first - 1), cue.last)] if cue else [])]
    lows = words.lows
    hedged = [(first, last) for first, last in ranges if not known.isdisjoint(lows[first:last])]
    found = {words.span(i, i + 1) for first, last in hedged for i in range(first, last) if lows[i] in known}
    return tuple(sorted(span for span in found if not any(span.overlaps(quoted) for quoted in one.verbatim)))


def _clear(voice: Voice, taken: Sequence[Span]) -> Voice:
    """Leave out the words of a speaker that stand in cue or content: only the name and the agent remain."""
    span = voice.span
    if span is not None:
        start, end = span.start, span.end
        for one in taken:
            if one.start < end and start < one.end and span.overlaps(one):
                return attrs.evolve(voice, span=None)
    return voice


@attrs.define
class Builder:
    """Makes the statements of one article; what the words of a passage can tell of is looked up once for all statements in it."""

    voices: Voices
    dates: chains.Dates
    outlet: Voice | None
    _lows: Sequence[str] | None = attrs.field(default=None, init=False)
    _told: frozenset[str] = attrs.field(default=frozenset(), init=False)

    def _tells(self, words: Words) -> frozenset[str]:
        if words.lows is not self._lows:  # the same row for the passage and for what is quoted in it
            self._lows, self._told = words.lows, _telling().intersection(words.lows)
        return self._told

    def build(self, one: Found, id_: str, parent: Statement | None, before: Statement | None) -> Statement:
        """Return a find as a statement, given the one that contains it and the one whose speaker it shares."""
        made = one.draft
        words, cue, place, content, mode = made.words, made.cue, one.cue, one.content, one.mode
        bounds = _bounds(one, parent)
        addressees = self._addressed(made) if made.addressee else ()
        speaker = self._speaker(made, parent, before)
        if speaker is not None:
            speaker = _clear(speaker, content if place is None else (*content, place))
        told = self._tells(words)
        occasion, said = self._framed(made, bounds, told)
        return _statement(
            id_,
            content,
            mode,
            speaker,
            () if place is None else (place,),
            one.verbatim,
            "negative" if cue is not None and cue.negative else "positive",
            _hedges(one) if told and not told.isdisjoint(_hedging()) else (),
            addressees,
            self._through(made, parent, bounds, addressees) if told or parent or addressees or made.through else (),
            parent.id if parent else None,
            occasion,
            said,
            (),
            _made(traits_of(made.rule, mode, speaker, "" if place is None else place.of(words.text), content)),
        )

    def _framed(self, made: Draft, bounds: Range, told: frozenset[str]) -> tuple[Setting | None, When | None]:
        """Return the occasion and the date of what was said, where words of the one or a date stand in the sentence at all."""
        words, cue, (lo, hi) = made.words, made.cue, bounds
        if cue is None or lo >= hi:
            return None, None
        dated = self.dates.between(words.starts[lo], words.ends[hi - 1])
        settled = told and not told.isdisjoint(chains.occasions())
        if not (dated or settled):
            return None, None
        (lo, hi), excluded = _surroundings(made, cue.last, bounds)
        return (
            chains.occasion(words, lo, hi, excluded) if settled else None,
            chains.said(words, (lo, hi), excluded, dated, cue.last) if dated else None,
        )

    def _speaker(self, made: Draft, parent: Statement | None, before: Statement | None) -> Voice | None:
        """Return who speaks: the named, the same as before, or, for "I" in a quotation, whoever is quoted."""
        subject, words = made.subject, made.words
        if before is not None:
            return attrs.evolve(before.speaker, span=None) if before.speaker else None
        if not subject:
            return None
        voice = self.voices.voice(words, subject.first, subject.last)
        outer = parent.speaker if parent else None
        if outer is None or voice.entity is not None or subject.last != subject.first + 1:
            return voice
        first_person = words.lows[subject.first] in word_set("cues", "first_person")
        return Voice(outer.entity, outer.name, voice.span, "pronoun") if first_person else voice

    def _addressed(self, made: Draft) -> tuple[Voice, ...]:
        addressee, subject = made.addressee, made.subject
        if not addressee or max(addressee[0], subject.first) < min(addressee[1], subject.last):
            return ()
        return (self.voices.voice(made.words, *addressee),)

    def _through(self, made: Draft, parent: Statement | None, bounds: Range, addressees: Sequence[Voice]) -> tuple[Voice, ...]:
        """Return the media a statement came through, outermost first; the article's own outlet is none."""
        words, addressee, out = made.words, made.addressee, list(parent.via) if parent else []
        if parent and parent.speaker and parent.speaker.kind == "outlet":
            out.append(parent.speaker)
        if addressee and words.lows[addressee[1] - 1] not in word_set("speakers", "masses"):
            out += [voice for voice in addressees if voice.kind == "outlet"]
        if made.through:
            out.append(self.voices.voice(words, *made.through))
        passed = chains.quoted_by(words, *bounds) if parent is None else None
        if passed:
            voice = self.voices.voice(words, *passed)
            out.append(attrs.evolve(voice, kind="outlet") if voice.kind in ("named", "title") else voice)
        if not out:
            return ()
        own = self.outlet.entity if self.outlet else None
        return tuple(voice for voice in dict.fromkeys(out) if own is None or voice.entity != own)
