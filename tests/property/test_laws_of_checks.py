"""Laws of the checks: every corpus can be checked, findings are sound, and the same everywhere."""

import attrs
from hypothesis import given

from kzcorpus import Article, Corpus, check
from kzcorpus.analysis.catalogue import CATALOGUE
from kzcorpus.strategies import corpora, texts


@given(corpora())
def test_every_finding_is_sound(corpus: Corpus) -> None:
    noticed = {finding.code for article in corpus.articles for finding in article.findings}
    for finding in check(corpus):
        assert finding.article is not None
        length = len(corpus.article(finding.article).text)
        assert all(span.end <= length for span in finding.spans)
        assert finding.code in noticed or finding.severity == CATALOGUE[finding.code].severity


@given(corpora())
def test_findings_can_be_kept_in_their_articles(corpus: Corpus) -> None:
    found = check(corpus)
    kept = tuple(
        attrs.evolve(article, findings=tuple(finding for finding in found if finding.article == article.id)) for article in corpus.articles
    )
    again = attrs.evolve(corpus, articles=kept)
    assert set(check(again)) == set(found)


@given(texts())
def test_the_order_of_articles_changes_no_finding_about_one(text: str) -> None:
    one, other = Article("a", text), Article("b", "He said “so”.")
    assert set(check(Corpus("c", articles=(one, other)))) == set(check(Corpus("c", articles=(other, one))))
