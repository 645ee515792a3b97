"""The same words, or nearly, credited to two different people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.catalogue import display_name, found
from kzcorpus.analysis.knowledge import is_proposed
from kzcorpus.analysis.wording import FEWEST_WORDS, SIMILAR, Runs, likeness, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding
    from kzcorpus.model.statements import Statement

_RUN = 4
_FULL = 2  # words of a full name


class _Saying(NamedTuple):
    article: Article
    statement: Statement
    speaker: str
    words: tuple[str, ...]
    others: frozenset[str | None]


def _told_with(article: Article) -> dict[str, frozenset[str | None]]:
    """Return, for each statement of an article, whose words it is reported with: of the one that contains it, and of those it contains."""
    speakers = {statement.id: statement.speaker.entity if statement.speaker else None for statement in article.statements}
    found: dict[str, set[str | None]] = {id_: set() for id_ in speakers}
    for statement in article.statements:
        if statement.within in found:
            found[statement.within].add(speakers[statement.id])
            found[statement.id].add(speakers[statement.within])
        found[statement.id].update(voice.entity for voice in statement.via)
    return {id_: frozenset(others) for id_, others in found.items()}


def _sayings(corpus: Corpus) -> Iterator[_Saying]:
    """Yield what people, not organizations or groups, are said to have said, where it is long enough to be compared."""
    people = {actor.id for actor in corpus.authority.actors if actor.kind != "group"}
    for article in corpus.articles:
        others = _told_with(article)
        for statement in article.statements:
            speaker = statement.speaker.entity if statement.speaker else None
            if speaker in people:
                tokens = words(" ".join(span.of(article.text) for span in statement.content))
                if len(tokens) >= FEWEST_WORDS:
                    yield _Saying(article, statement, speaker, tuple(tokens), others[statement.id])


def _compatible(a: _Saying, b: _Saying) -> bool:
    """Tell whether both may be right: one speaker, words within words, or one reported through the other."""
    if a.speaker == b.speaker or a.speaker in b.others or b.speaker in a.others:
        return True
    return a.article is b.article and any(x.overlaps(y) for x in a.statement.content for y in b.statement.content)


def same_words_two_speakers(corpus: Corpus) -> Iterator[Finding]:
    """Find the same words, or nearly, credited to two different people, in one article or in two; at most one finding a statement."""
    known: Runs[_Saying] = Runs(_RUN)
    for saying in _sayings(corpus):
        bag = Counter(saying.words)
        for other in known.alike(saying.words):
            if (
                not _compatible(other, saying)
                and not _one_name(corpus, other.speaker, saying.speaker)
                and likeness(bag, Counter(other.words)) >= SIMILAR
            ):
                yield _two_speakers(corpus, other, saying)
                break
        known.add(saying, saying.words)


def _one_name(corpus: Corpus, a: str, b: str) -> bool:
    """Tell whether two people, one of whom only reading knows, may be one: one last name, or a lone word that was taken for a name."""
    if not any(is_proposed(corpus.authority.agent(one)) for one in (a, b)):
        return False
    first, second = (words(display_name(corpus.authority, one)) for one in (a, b))
    return min(len(first), len(second)) < _FULL or first[-1] == second[-1]


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
