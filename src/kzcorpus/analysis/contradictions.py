"""What one speaker said and is said to have denied, in nearly the same words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.catalogue import found, phrase
from kzcorpus.analysis.terms import term_set, terms
from kzcorpus.analysis.wording import Runs, likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding
    from kzcorpus.model.statements import Statement

_WORD = re.compile(r"\w+(?:['’]\w+)?|%")
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "e")
_SHORTEST_STEM = 4
_FEWEST = 3
_FEW = 5
_ALIKE, _VERY_ALIKE = 0.8, 0.95
_LONGEST = 60  # words of a content; longer ones hold too much to be denied at once


class _Claim(NamedTuple):
    """What a speaker said: its words without those that say yes or no, whether it says yes, and which of the words are second of a pair."""

    article: Article
    statement: Statement
    speaker: str
    words: Counter[str]
    affirmed: bool
    turned: frozenset[str]


@cache
def stem(word: str) -> str:
    """Return a word without the endings of verbs and nouns, for comparing.

    >>> stem("closes") == stem("closed") == stem("close")
    True
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM - 1:
            return word.removesuffix(ending)
    return word


@cache
def _opposites() -> dict[str, tuple[str, bool]]:
    """Return the words that have an opposite, by their stems: the first of the pair, and whether the word is the second."""
    out: dict[str, tuple[str, bool]] = {}
    for line in terms("opposites")["pairs"].strip().splitlines():
        sides = [side.split() for side in line.split("|")]
        for turned, words in enumerate(sides):
            for word in words:
                out.setdefault(stem(word), (sides[0][0], bool(turned)))
    return out


def _read(content: str) -> tuple[list[str], bool, frozenset[str]]:
    """Return the words that carry the meaning of a content, of opposites the first; whether it affirms it; and which are the second."""
    affirmed, words, second = True, [], set()
    for token in _WORD.findall(content.casefold().replace("’", "'")):
        if token in term_set("negations", "opposites") or token.endswith("n't"):
            affirmed = not affirmed
        elif token not in term_set("empty", "opposites"):
            bare = stem(token.removesuffix("'s"))
            word, turned = _opposites().get(bare, (bare, False))
            words.append(word)
            if turned:
                second.add(word)
    return words, affirmed, frozenset(second)


def _claim(article: Article, statement: Statement) -> tuple[_Claim, list[str]] | None:
    speaker = statement.speaker
    whom = (speaker.entity or (speaker.name if speaker.kind == "named" else None)) if speaker else None
    content = " ".join(span.of(article.text) for span in statement.content)
    if whom is None or not content or content.rstrip().endswith("?"):
        return None
    tokens = _WORD.findall(content.casefold())
    if len(tokens) > _LONGEST or not term_set("conditions", "opposites").isdisjoint(tokens):
        return None
    words, affirmed, turned = _read(content)
    if len(words) < _FEWEST:
        return None
    return _Claim(article, statement, whom, Counter(words), affirmed != (statement.polarity == "negative"), turned), words


def _numbers(words: Counter[str]) -> Counter[str]:
    return Counter({word: count for word, count in words.items() if word[0].isdigit()})


def _contradict(a: _Claim, b: _Claim) -> bool:
    opposed = sum((word in a.turned) != (word in b.turned) for word in a.words.keys() & b.words.keys())
    if (a.affirmed == b.affirmed) == (opposed % 2 == 0) or _numbers(a.words) != _numbers(b.words):
        return False
    needed = _ALIKE if min(a.words.total(), b.words.total()) >= _FEW else _VERY_ALIKE
    overlapping = a.article is b.article and any(x.overlaps(y) for x in a.statement.content for y in b.statement.content)
    return not overlapping and likeness(a.words, b.words) >= needed


def contradicting_statements(corpus: Corpus) -> Iterator[Finding]:
    """Find what one speaker affirms in one statement and denies in another, in one article or in two, in nearly the same words.

    A negation, an opposite ("rose", "fell") and a cue that denies turn a statement; conditions and questions are left alone. At most one
    finding a statement.
    """
    known: dict[str, Runs[_Claim]] = {}
    for article, statement in corpus.statements():
        read = _claim(article, statement)
        if read is None:
            continue
        claim, words = read
        said = known.setdefault(claim.speaker, Runs(2))
        other = next((other for other in said.alike(words) if _contradict(other, claim)), None)
        if other:
            yield _told(other, claim)
        said.add(claim, words)


def _told(first: _Claim, second: _Claim) -> Finding:
    here = first.article is second.article
    where = "" if here else f" in {second.article.id}"
    one, other = (phrase(claim.article.text, claim.statement.content[0]) for claim in (first, second))
    return found(
        "contradicting-statements",
        f"one speaker is credited with {one} and{where} with {other}, and one denies the other",
        article=first.article.id,
        spans=first.statement.content + (second.statement.content if here else ()),
        refs=[first.statement.id, second.statement.id],
        hint="compare the two statements: did the speaker say both?",
    )
