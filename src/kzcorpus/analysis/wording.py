"""Words that are compared: paragraphs with their neighbours, and what two people are said to have said."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.catalogue import display_name, found
from kzcorpus.analysis.characters import lines
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding
    from kzcorpus.model.statements import Statement

_WORD = re.compile(r"\w+")
_OWN = frozenset({"headline", "deck", "heading", "paragraph"})
FEWEST_WORDS = 6
"""Shorter paragraphs and contents are not compared: set phrases repeat."""
SIMILAR = 0.75
"""The share of words two texts have in common (Dice, with repetitions) from which they are near-duplicates."""
_RUN = 4
_MOST_ALIKE = 20


def words(text: str) -> list[str]:
    """Return the words of a text, without regard to case."""
    return _WORD.findall(text.casefold())


def bag(text: str) -> Counter[str]:
    """Count the words of a text, without regard to case."""
    return Counter(words(text))


def likeness(a: Counter[str], b: Counter[str]) -> float:
    """Return the share of words that two texts have in common, from 0 to 1.

    >>> likeness(bag("He said so."), bag("He says so."))
    0.6666666666666666
    """
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def paragraphs(article: Article) -> tuple[Span, ...]:
    """Return what the article itself wrote, paragraph by paragraph; the lines of the text where its blocks are not known."""
    if article.blocks:
        return tuple(block.span for block in article.blocks if block.kind in _OWN)
    return tuple(lines(article.text, Span(0, len(article.text))))


class _Saying(NamedTuple):
    article: Article
    statement: Statement
    speaker: str
    words: tuple[str, ...]


def _sayings(corpus: Corpus) -> Iterator[_Saying]:
    """Yield what people, not organizations or groups, are said to have said, where it is long enough to be compared."""
    people = {actor.id for actor in corpus.authority.actors if actor.kind != "group"}
    for article, statement in corpus.statements():
        speaker = statement.speaker.entity if statement.speaker else None
        if speaker in people:
            words = tuple(_WORD.findall(" ".join(span.of(article.text) for span in statement.content).casefold()))
            if len(words) >= FEWEST_WORDS:
                yield _Saying(article, statement, speaker, words)


def _alike(saying: _Saying, known: dict[tuple[str, ...], list[_Saying]]) -> list[_Saying]:
    """Return the earlier sayings that share a run of words, each once, and remember this one.

    Only so many are kept for a run, lest set phrases cost time.
    """
    alike = {}
    for start in range(len(saying.words) - _RUN + 1):
        same = known.setdefault(saying.words[start : start + _RUN], [])
        alike.update({id(other): other for other in same if other is not saying})
        if len(same) < _MOST_ALIKE and not (same and same[-1] is saying):
            same.append(saying)
    return list(alike.values())


def _compatible(a: _Saying, b: _Saying) -> bool:
    """Tell whether both may be right: one speaker, words within words, or one reported through the other."""
    if a.speaker == b.speaker:
        return True
    if a.article is b.article and any(x.overlaps(y) for x in a.statement.content for y in b.statement.content):
        return True
    return not {voice.entity for saying in (a, b) for voice in saying.statement.via}.isdisjoint((a.speaker, b.speaker))


def same_words_two_speakers(corpus: Corpus) -> Iterator[Finding]:
    """Find the same words, or nearly, credited to two different people, in one article or in two; at most one finding a statement."""
    known: dict[tuple[str, ...], list[_Saying]] = {}
    for saying in _sayings(corpus):
        words = Counter(saying.words)
        for other in _alike(saying, known):
            if not _compatible(other, saying) and likeness(words, Counter(other.words)) >= SIMILAR:
                yield _two_speakers(corpus, other, saying)
                break


def _two_speakers(corpus: Corpus, first: _Saying, second: _Saying) -> Finding:
    a, b = (display_name(corpus.authority, saying.speaker) for saying in (first, second))
    here = first.article is second.article
    where = "" if here else f" in {second.article.id}"
    return found(
        "same-words-two-speakers",
        f"the same words are credited to {a} and{where} to {b}",
        article=first.article.id,
        spans=first.statement.content + (second.statement.content if here else ()),
        refs=[first.statement.id, second.statement.id],
        hint="compare the two statements and their speakers",
    )
