"""The same words, or nearly, credited to two different people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.catalogue import display_name, found
from kzcorpus.analysis.wording import FEWEST_WORDS, SIMILAR, Runs, likeness, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding
    from kzcorpus.model.statements import Statement

_RUN = 4


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
            tokens = words(" ".join(span.of(article.text) for span in statement.content))
            if len(tokens) >= FEWEST_WORDS:
                yield _Saying(article, statement, speaker, tuple(tokens))


def compatible(a: Statement, b: Statement, *, one_article: bool) -> bool:
    """Tell whether two statements of different people may both be right: words within words, or one reported through the other."""
    if one_article and any(x.overlaps(y) for x in a.content for y in b.content):
        return True
    speakers = {voice.entity for voice in (a.speaker, b.speaker) if voice}
    return not {voice.entity for statement in (a, b) for voice in statement.via}.isdisjoint(speakers)


def same_words_two_speakers(corpus: Corpus) -> Iterator[Finding]:
    """Find the same words, or nearly, credited to two different people, in one article or in two; at most one finding a statement."""
    known: Runs[_Saying] = Runs(_RUN)
    for saying in _sayings(corpus):
        bag = Counter(saying.words)
        for other in known.alike(saying.words):
            here = other.article is saying.article
            if other.speaker == saying.speaker or compatible(other.statement, saying.statement, one_article=here):
                continue
            if likeness(bag, Counter(other.words)) >= SIMILAR:
                yield _two_speakers(corpus, other, saying)
                break
        known.add(saying, saying.words)


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
