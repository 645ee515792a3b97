"""The quick answer and the full one agree."""

import random
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from kzcorpus.model.corpus import Corpus
from kzcorpus.model.integrity import article_faults, authority_faults, corpus_faults
from kzcorpus.model.soundness import hangs_together, is_sound, is_whole, stands_alone
from kzcorpus.model.spans import Span
from kzcorpus.model.values import draft
from kzcorpus.strategies import corpora


def is_rare(corpus: Corpus) -> bool:
    """Tell whether a corpus has what the quick answer leaves to the full one."""
    return bool(corpus.corrections) or any(finding.article or finding.refs for article in corpus.articles for finding in article.findings)


@given(corpora())
def test_a_corpus_that_exists_is_sound(corpus: Corpus) -> None:
    assert is_sound(corpus) is not is_rare(corpus)


def parts(value: Any) -> int:
    """Count the spans and strings of a value."""
    if isinstance(value, (Span, str)):
        return 1
    if attrs.has(type(value)):
        return sum(parts(getattr(value, field.name)) for field in attrs.fields(type(value)))
    return sum(map(parts, value)) if isinstance(value, tuple) else 0


class Damage:
    """Replaces spans and strings of a value, which constructors do not check again: the nth of them by what may not fit there."""

    def __init__(self, places: set[int], order: random.Random) -> None:
        self.places = places
        self.order = order
        self.seen = -1

    def of(self, value: Any) -> Any:
        if isinstance(value, (Span, str)):
            self.seen += 1
            if self.seen not in self.places:
                return value
            return Span(0, self.order.choice((0, 1, 10**6))) if isinstance(value, Span) else self.order.choice(("", "0", "0-1", "\u2205"))
        if attrs.has(type(value)):
            return draft(type(value), **{field.name: self.of(getattr(value, field.name)) for field in attrs.fields(type(value))})
        return tuple(map(self.of, value)) if isinstance(value, tuple) else value


def damaged(corpus: Corpus, data: st.DataObject) -> Corpus:
    places = data.draw(st.sets(st.integers(0, max(0, parts(corpus) - 1)), min_size=1, max_size=5))
    return Damage(places, random.Random(data.draw(st.integers(0, 2**32)))).of(corpus)  # type: ignore[no-any-return]  # noqa: S311 -- Hypothesis's seed


@given(corpora(), st.data())
def test_what_is_called_sound_has_no_fault(corpus: Corpus, data: st.DataObject) -> None:
    found = damaged(corpus, data)
    faultless = next(corpus_faults(found, deep=True), None) is None
    assert is_sound(found) is (faultless and not is_rare(found))


@given(corpora(), st.data())
def test_an_article_that_stands_alone_has_no_fault(corpus: Corpus, data: st.DataObject) -> None:
    for article in (*corpus.articles, *damaged(corpus, data).articles):
        rare = any(finding.article is not None or finding.refs for finding in article.findings)
        assert stands_alone(article) is (next(article_faults(article), None) is None and not rare)


@given(corpora(), st.data())
def test_a_corpus_that_hangs_together_has_no_fault_but_in_its_parts(corpus: Corpus, data: st.DataObject) -> None:
    for one in (corpus, damaged(corpus, data)):
        assert hangs_together(one) is (next(corpus_faults(one), None) is None and not is_rare(one))


@given(corpora(), st.data())
def test_an_authority_that_is_whole_has_no_fault(corpus: Corpus, data: st.DataObject) -> None:
    for one in (corpus.authority, damaged(corpus, data).authority):
        assert is_whole(one) is (next(authority_faults(one), None) is None)
