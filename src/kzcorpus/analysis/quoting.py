"""Quotations that differ in a word or more: between headline and text, or between two articles."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.catalogue import found, phrase
from kzcorpus.analysis.sounds import near
from kzcorpus.analysis.wording import Runs
from kzcorpus.read.quotes import quotations
from kzcorpus.read.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding
    from kzcorpus.model.spans import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_CUT = re.compile(r"…|\.\.\.|[\[\]()—–]| - ")
_CONTRACTED = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am"}
_FEWEST_IN_HEADLINE, _FEWEST_ACROSS = 4, 7
_LONGEST = 60
_SHARED = 0.7
_RUN = 2


class Quote(NamedTuple):
    """A quoted sentence: its article, where it stands, its words, and whose they are, where that is known."""

    article: Article
    span: Span
    words: tuple[str, ...]
    speaker: str | None = None


def _words(text: str) -> tuple[str, ...]:
    out: list[str] = []
    for token in _WORD.findall(text.casefold().replace("’", "'")):
        short = next((ending for ending in _CONTRACTED if token.endswith(ending) and token != ending), None)
        out += [token.removesuffix(short), _CONTRACTED[short]] if short else [token]
    return tuple({"ca": "can", "wo": "will"}.get(word, word) for word in out)


def _speakers(article: Article) -> list[tuple[Span, str]]:
    return [
        (span, statement.speaker.entity)
        for statement in article.statements
        if statement.speaker and statement.speaker.entity
        for span in (*statement.verbatim, *statement.content)
    ]


def _quoted(article: Article, units: tuple[Span, ...], fewest: int) -> Iterator[Quote]:
    """Yield the sentences between quotation marks in some blocks, cut where something is left out or added."""
    said = sorted(_speakers(article))
    at = 0
    for unit in units:
        for quotation in quotations(article.text, unit):
            if quotation.level or not (quotation.opened and quotation.closed):
                continue
            while at < len(said) and said[at][0].end <= quotation.span.start:
                at += 1
            speaker = next((who for span, who in said[at : at + 4] if span.overlaps(quotation.inner)), None)
            for sentence in sentences(article.text, quotation.inner):
                words = _words(sentence.of(article.text))
                if fewest <= len(words) <= _LONGEST:
                    yield Quote(article, sentence, words, speaker)


def _differs(short: Quote, long: Quote) -> bool:
    """Tell whether a quotation stands in another with a word changed, added or left out; not where it is all there, or too little of it."""
    if _CUT.search(short.span.of(short.article.text)) or _CUT.search(long.span.of(long.article.text)):
        return False
    blocks = [block for block in SequenceMatcher(None, short.words, long.words, autojunk=False).get_matching_blocks() if block.size]
    shared = sum(block.size for block in blocks)
    if not blocks or shared == len(short.words) == blocks[0].size:
        return False
    first, last = blocks[0], blocks[-1]
    start, end = max(0, first.b - first.a), min(len(long.words), last.b + last.size + len(short.words) - last.a - last.size)
    window = long.words[start:end]
    lacking, added = len(short.words) - shared, len(window) - shared
    most = max(1, len(short.words) // 5)
    if shared < _SHARED * len(short.words) or max(lacking, added) > most:
        return False
    return not _spelled(short.words, window)


def _spelled(short: tuple[str, ...], window: tuple[str, ...]) -> bool:
    """Tell whether two runs of words differ only in how words are spelled: defence, defense."""
    return len(short) == len(window) and all(a == b or (near(a, b) and a[:3] == b[:3]) for a, b in zip(short, window, strict=True))


def _blocks(article: Article, *kinds: str) -> tuple[Span, ...]:
    return tuple(block.span for block in article.blocks if block.kind in kinds)


def _in_headline(article: Article) -> Iterator[Finding]:
    headlines = _blocks(article, "headline", "deck")
    quotes = list(_quoted(article, headlines, _FEWEST_IN_HEADLINE)) if headlines else []
    if not quotes:
        return
    known: Runs[Quote] = Runs(_RUN)
    for quote in _quoted(article, _blocks(article, "paragraph", "heading"), _FEWEST_IN_HEADLINE):
        known.add(quote, quote.words)
    for quote in quotes:
        others = known.alike(quote.words)
        if any(_holds(other.words, quote.words) for other in others):
            continue
        other = next((other for other in others if _differs(*_by_length(quote, other))), None)
        if other:
            yield _told(quote, other, "headline and text")


def _by_length(a: Quote, b: Quote) -> tuple[Quote, Quote]:
    return (a, b) if len(a.words) <= len(b.words) else (b, a)


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _told(first: Quote, second: Quote, where: str) -> Finding:
    one, other = (phrase(quote.article.text, quote.span) for quote in (first, second))
    here = first.article is second.article
    spans = [first.span, second.span] if here else [first.span]
    message = f"the quotation differs between {where}: {one} and {other}"
    return found("quoted-words-differ", message, article=first.article.id, spans=spans, hint="compare the words with what was said")


def quoted_words_differ(corpus: Corpus) -> Iterator[Finding]:
    """Find quotations that stand otherwise in the headline than in the text, or in one article than in another by the same speaker.

    A quotation cut short is no finding, nor is one with an ellipsis or brackets, or another spelling.
    """
    known: dict[str, Runs[Quote]] = {}
    for article in corpus.articles:
        yield from _in_headline(article)
        if len(corpus.articles) == 1:
            return
        quotes = [quote for quote in _quoted(article, _blocks(article, "paragraph"), _FEWEST_ACROSS) if quote.speaker]
        for quote in quotes:
            others = known.setdefault(str(quote.speaker), Runs(_RUN + 1)).alike(quote.words)
            if any(_holds(*sorted((other.words, quote.words), key=len, reverse=True)) for other in others):
                continue
            other = next((other for other in others if _differs(*_by_length(quote, other))), None)
            if other:
                yield _told(other, quote, f"{other.article.id} and {article.id}")
        for quote in quotes:
            known[str(quote.speaker)].add(quote, quote.words)
