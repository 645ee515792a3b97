import pytest

from kzcorpus import Article, Authority, Setting, Span, Statement, Voice
from kzcorpus.pages.labels import particulars, voice_label, words


@pytest.mark.parametrize(
    ("voice", "label"),
    [
        (None, "(no speaker)"),
        (Voice(), "(unknown)"),
        (Voice(kind="unnamed"), "(unnamed)"),
        (Voice("serikov", "A. Serikov"), "Aidar Serikov"),
        (Voice(name="A.\nSerikov"), "A. Serikov"),
        (Voice(span=Span(0, 5)), "Leave"),
        (Voice("unheard-of", span=Span(0, 5)), "Leave (unheard-of)"),
        (Voice("unheard-of"), "unheard-of"),
        (Voice("unheard-of", "he", kind="pronoun"), "he (unheard-of)"),
        (Voice("unheard-of", "A. B.", kind="named"), "A. B."),
        (Voice(name="he", kind="pronoun"), "he"),
    ],
)
def test_the_best_name_there_is(article: Article, authority: Authority, voice: Voice | None, label: str) -> None:
    assert voice_label(article, voice, authority) == label


def test_without_an_authority_the_article_decides(article: Article) -> None:
    assert voice_label(article, article.statements[0].speaker) == "Aidar Serikov"
    assert voice_label(article, article.statements[1].speaker) == "him (serikov)"


def test_words_of_several_spans(article: Article) -> None:
    assert words(article, article.statements[0].content) == "We have … enough"


def test_particulars(article: Article, authority: Authority) -> None:
    numbers = {statement.id: number for number, statement in enumerate(article.statements, 1)}
    told = [list(particulars(article, statement, numbers, authority)) for statement in article.statements]
    assert told == [["to Dana", "on 2022-10"], ["via The Press"], ["negative", "hedged “allegedly”", "within [2]", "at a meeting"], []]
    assert list(particulars(article, Statement("x", occasion=Setting()), {})) == []
