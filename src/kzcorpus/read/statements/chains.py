"""What stands around a report: the claim that contains it, the media it came through, the occasion and the date."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

import attrs

from kzcorpus.model.articles import Article, Mention
from kzcorpus.model.dates import When
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Setting
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.statements.phrases import noun_phrase_end
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

Range = tuple[int, int]
_NEAR = 40
_YEAR = 4


@cache
def occasions() -> dict[str, str]:
    """Return the nouns of occasions with the kind of each."""
    kinds: dict[str, str] = lexicon("speakers")["occasions"]
    return kinds


def _outside(index: int, excluded: Sequence[Range]) -> bool:
    return not any(first <= index < last for first, last in excluded)


def _occasion_at(words: Words, head: int, lo: int, hi: int, excluded: Sequence[Range]) -> Range | None:
    """Return the phrase of an occasion around its noun, if a preposition or an address opens it."""
    start = head
    while start > lo and words.tags[start - 1] in "KU0DdEGsA-&" and head - start < 14 and _outside(start - 1, excluded):  # noqa: PLR2004
        start -= 1
        if words.tags[start] in "Dd":
            break
    if start <= lo or words.lows[start - 1] not in word_set("speakers", "before_occasions"):
        return None
    stop = next((i for i in range(head + 1, hi) if words.tags[i] in '"T:' or not _outside(i, excluded)), hi)
    end = max(head + 1, noun_phrase_end(words, start, stop, loose=True))
    while end > head + 1 and words.tags[end - 1] in "m0P":
        end -= 1
    return start, end


def occasion(words: Words, lo: int, hi: int, excluded: Sequence[Range]) -> Setting | None:
    """Return the occasion that a sentence names outside what was said, nearest to its beginning."""
    known, last = occasions(), min(hi, lo + 2 * _NEAR)
    if known.keys().isdisjoint(words.lows[lo:last]):
        return None
    for i in [i for i, low in enumerate(words.lows[lo:last], lo) if low in known]:
        if words.quotation[i] < 0 and _outside(i, excluded):
            found = _occasion_at(words, i, lo, hi, excluded)
            if found:
                span = words.span(*found)
                return Setting(name=" ".join(span.of(words.text).split()), span=span)
    return None


def _far(words: Words, mention: Mention, after: int) -> bool:
    """Tell whether a bare year stands too far behind a cue to be when something was said: "asked about a letter of 2006"."""
    at = words.index(mention.span.start)
    return mention.when is not None and len(mention.when.edtf) == _YEAR and at > after + 1


@attrs.frozen
class Dates:
    """The dates of an article in order, with where each of them begins."""

    mentions: Sequence[Mention]
    starts: Sequence[int]

    @classmethod
    def of(cls, article: Article) -> "Dates":
        """Return the dates that an article mentions."""
        mentions = sorted([m for m in article.mentions if m.type == "date"], key=attrgetter("span.start", "span.end"))
        return cls(mentions, [mention.span.start for mention in mentions])

    def between(self, begin: int, end: int) -> Sequence[Mention]:
        """Return the dates that begin between two offsets."""
        return self.mentions[bisect_left(self.starts, begin) : bisect_left(self.starts, end)]


def said(words: Words, bounds: Range, excluded: Sequence[Range], dates: Sequence[Mention], after: int) -> When | None:
    """Return the first of the dates of a sentence that it gives outside what was said and who said it; ``after`` is the end of the cue."""
    lo, hi = bounds
    if lo >= hi:
        return None
    end = words.ends[hi - 1]
    spans = [words.span(first, last) for first, last in excluded if last > first]
    for mention in dates:
        if mention.when is not None and mention.span.end <= end:
            if any(span.overlaps(mention.span) for span in spans) or _far(words, mention, after):
                continue
            return mention.when if mention.when.span else When(mention.when.edtf, mention.when.basis, mention.span, mention.when.anchor)
    return None


def quoted_by(words: Words, lo: int, hi: int) -> Range | None:
    """Return who passed a quotation on, where brackets or a tag say so: "( quote by nur.kz)", ", quoted by Interfax"."""
    passing = word_set("speakers", "quoted_by")
    if passing.isdisjoint(words.lows[lo:hi]):
        return None
    for i in range(lo, hi - 2):
        if words.lows[i] in passing and words.quotation[i] < 0:
            by = i + 1
            if words.lows[by] not in word_set("speakers", "by"):
                if words.tags[i - 1 if i else 0] != "(" or words.tags[by] not in "UK":
                    continue
                by = i
            opened = i > 0 and (
                words.tags[i - 1] in "(,[" or (words.tags[i - 1] == "X" and i > 1 and words.lows[i - 2] in word_set("cues", "uttered"))
            )
            end = noun_phrase_end(words, by + 1, hi)
            if opened and end > by + 1:
                return by + 1, end
    return None


def nested(spans: Sequence[tuple[Span, Sequence[Span]]]) -> Iterator[int | None]:
    """Yield, for each pair of a cue's span and its contents, the number of the smallest other pair whose content holds the cue, or None.

    Linear but for sorting: contents that hold one another form a stack.
    """
    events = [(content.start, 0, -content.end, number, content.end) for number, (_, contents) in enumerate(spans) for content in contents]
    cues = [(cue.start, 1, 0, number, cue.end) for number, (cue, _) in enumerate(spans)]
    parents: dict[int, int | None] = {}
    stack: list[tuple[int, int]] = []
    for start, what, _, number, end in sorted([*events, *cues]):
        while stack and stack[-1][0] <= start:
            stack.pop()
        if what == 0:
            stack.append((end, number))
        else:
            holders = (holder for stop, holder in reversed(stack) if stop >= end and holder != number)
            parents[number] = next(holders, None) if stack else None
    for number in range(len(spans)):
        yield parents.get(number)
