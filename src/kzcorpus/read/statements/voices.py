"""From words to voices: whose name, title or pronoun a phrase is, and what kind of voice that makes."""

from bisect import bisect_left
from functools import cache
from itertools import accumulate
from operator import attrgetter, ge

import attrs

from kzcorpus.authority.nameindex import NameIndex, name_index
from kzcorpus.errors import UnknownIdError
from kzcorpus.model.articles import Article, Mention
from kzcorpus.model.authorities import Authority
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Voice, VoiceKind
from kzcorpus.model.values import unchecked
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.statements.phrases import noun_phrase_start
from kzcorpus.read.words import Words

_voice = unchecked(Voice)
_SPEAKERS = frozenset({"person", "organization", "group", "place", "document"})
_LOOK_BACK = 12
_SINGLE = "SOWTd"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("speakers")[name].split())


def _head(words: Words, first: int, last: int) -> int:
    """Return the index of the head of a noun phrase: the last word before a preposition, a comma or a bracket."""
    tags = words.tags
    for i in range(first + 1, last):
        if tags[i] in "P,(tW-":
            return i - 1
    return last - 1


def _weight(mention: Mention) -> tuple[bool, bool, int]:
    return mention.type == "person", mention.entity is not None, len(mention.span)


@attrs.define(eq=False)
class Voices:
    """Whom the phrases of an article name; made once for an article. ``furthest`` is where the mentions before each end at the latest."""

    text: str
    mentions: list[Mention]
    authority: Authority
    names: NameIndex
    starts: list[int]
    ends: list[int]
    furthest: list[int]

    @classmethod
    def of(cls, article: Article, authority: Authority) -> "Voices":
        """Index the mentions of an article that can speak."""
        mentions = [m for m in article.mentions if m.type in _SPEAKERS]
        spans = [m.span for m in mentions]
        starts, ends = [span.start for span in spans], [span.end for span in spans]
        if any(map(ge, starts, starts[1:])):  # reading puts the longer of two that begin together first
            mentions.sort(key=attrgetter("span.start", "span.end"))
            starts, ends = [m.span.start for m in mentions], [m.span.end for m in mentions]
        return cls(article.text, mentions, authority, name_index(authority), starts, ends, list(accumulate(ends, max, initial=0)))

    def within(self, span: Span) -> list[Mention]:
        """Return the mentions that overlap a span, in order."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        if self.furthest[first] <= span.start:  # as mostly: none before goes on to here
            return self.mentions[first:last]
        return [self.mentions[number] for number in range(max(0, first - _LOOK_BACK), last) if self.ends[number] > span.start]

    def is_outlet(self, entity: str | None) -> bool:
        """Tell whether an agent publishes."""
        if entity is None:
            return False
        try:
            return self.authority.agent(entity).kind in ("outlet", "agency")
        except UnknownIdError:
            return False

    def voice(self, words: Words, first: int, last: int) -> Voice:
        """Return the voice that the words from ``first`` up to ``last`` stand for."""
        span = words.span(first, last)
        if last == first + 1 and words.tags[first] in _SINGLE:
            return self._pronoun(words, first, span)
        head = _head(words, first, last)
        mention = self._meant(words, span, head)
        name = self._name(words, first, head, mention)
        return _voice(None if mention is None else self._speaker(mention), name, span, self._kind(words, first, head, mention))

    def is_public(self, words: Words, first: int, last: int) -> bool:
        """Tell whether the words name a body, or a circle whose trade is to speak: what it thinks is known by what it says."""
        head = _head(words, first, last)
        if words.lows[head] in _words("public"):
            return True
        at = words.starts[head]
        return any(m.type == "organization" and m.span.start <= at < m.span.end for m in self.within(words.span(first, last)))

    def _pronoun(self, words: Words, index: int, span: Span) -> Voice:
        low = words.lows[index]
        if low in _words("indefinite"):
            return _voice(None, None, span, "unnamed")
        exact = next((m for m in self.within(span) if m.span == span), None)
        if exact is None and words.tags[index] in "WT" and index:
            before = index - 1 if words.tags[index - 1] != "," else index - 2
            if before >= 0:
                start = noun_phrase_start(words, before, max(0, before - 40))
                meant = self._meant(words, words.span(start, before + 1), _head(words, start, before + 1)) if start <= before else None
                if meant:
                    return _voice(self._speaker(meant), self._named(meant), span, "pronoun")
        if exact is None and words.tags[index] == "d":
            exact = self._last_person(span.start)
        return _voice(self._speaker(exact), self._named(exact), span, "pronoun")

    def _last_person(self, before: int) -> Mention | None:
        at = bisect_left(self.starts, before)
        for mention in reversed(self.mentions[max(0, at - _LOOK_BACK) : at]):
            if mention.type == "person" and (mention.entity or mention.name):
                return mention
        return None

    def _speaker(self, mention: Mention | None) -> str | None:
        """Return the agent that a mention stands for where it speaks or is spoken to: of a country, its state."""
        if mention is None or mention.entity is None:
            return None
        if not self.names.is_place(mention.entity):
            return mention.entity
        return self.names.state(mention.span.of(self.text)) or self.names.capital_of(mention.entity)

    def _named(self, mention: Mention | None) -> str | None:
        if mention is None:
            return None
        surface = mention.span.of(self.text)
        return mention.name or (surface if surface[:1].isupper() else None)

    def _meant(self, words: Words, span: Span, head: int) -> Mention | None:
        """Return the mention that a phrase as a whole stands for, not one that it merely contains ("a spokesman for X")."""
        inside = self.within(span)
        if not inside:
            return None
        if len(inside) == 1 and inside[0].span == span:
            return inside[0]
        at = words.starts[head]
        candidates = [m for m in inside if m.span.start <= at < m.span.end or (m.span.covers(span) and len(m.span) <= len(span) + 4)]
        best = max(candidates, key=_weight) if candidates else None
        if best is not None and best.type == "person" and best.entity is not None:
            return best
        apposed = (m for m in inside if m.type == "person" and (m.entity or m.name) and self._closes(words, m, span, head))
        return next(apposed, best)

    def _closes(self, words: Words, mention: Mention, span: Span, head: int) -> bool:
        """Tell whether a person's name stands in apposition: it ends the phrase or a part of it, and no preposition governs it.

        An owner is not who speaks ("Serikov's lawyer"), but speaks by a document ("the minister's letter").
        """
        after = words.index(mention.span.end)
        if after < len(words) and words.tags[after] == "s" and words.lows[head] not in _words("documents"):
            return False
        i = words.index(mention.span.start) - 1
        titled = False
        while i >= 0 and words.starts[i] >= span.start and words.lows[i].rstrip(".") in _words("titles"):
            i, titled = i - 1, True
        if i < 0 or words.starts[i] < span.start:
            return True
        tag = words.tags[i]
        return tag in ",(" or (tag in "KUGE" and not titled)

    def _name(self, words: Words, first: int, head: int, mention: Mention | None) -> str | None:
        if mention is not None:
            return self._named(mention)
        if words.tags[head] != "U":
            return None
        start = head
        while start > first and words.tags[start - 1] == "U":
            start -= 1
        return words.span(start, head + 1).of(words.text)

    def _kind(self, words: Words, first: int, head: int, mention: Mention | None) -> VoiceKind:  # noqa: PLR0911 -- one for each kind
        low, tag = words.lows[head], words.tags[head]
        if mention is not None and self.is_outlet(mention.entity):
            return "outlet"
        if mention is not None and mention.type == "document":
            return "document"
        if mention is not None and mention.span.of(words.text)[:1].isupper() and mention.type != "group":
            return "named"
        if low in _words("documents"):
            return "document"
        if low in _words("outlets"):
            return "outlet"
        indefinite = (
            words.lows[first] in _words("indefinite") or words.tags[first] == "0" or (words.tags[first] == "K" and low.endswith("s"))
        )
        if indefinite and not (mention and mention.entity):
            return "unnamed"
        if low in _words("groups") or (mention is not None and mention.type == "group"):
            return "collective"
        return "named" if tag == "U" else "title"
