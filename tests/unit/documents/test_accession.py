from collections.abc import Iterator

import pytest

import kzcorpus as kz
from kzcorpus.documents.accession import Accession
from kzcorpus.model.corpus import redrafted
from kzcorpus.model.values import draft

SPOKEN = kz.Statement("a.s", (kz.Span(0, 3),), speaker=kz.Voice("arman"))
ARTICLE = kz.Article("a", "Yes.", statements=(SPOKEN,))
WHOLE = kz.Corpus(
    "c",
    articles=(ARTICLE,),
    authority=kz.Authority(actors=(kz.Actor("arman"),)),
    remarks=(kz.Remark("r", statements=("a.s",)),),
    corrections=(kz.Correction("d", "a", (kz.Span(0, 3),), ("Yes",)),),
)


@pytest.fixture
def accession() -> Iterator[Accession]:
    made = Accession(redrafted(WHOLE))
    yield made
    made.close()


def refused(accession: Accession, article: kz.Article | None = None) -> list[str]:
    with pytest.raises(kz.ModelError) as caught:
        accession.settle() if article is None else accession.take(article)
    return [str(fault) for fault in caught.value.faults]


def about(finding: kz.Finding, id_: str = "b") -> kz.Article:
    return kz.Article(id_, "No.", findings=(finding,))


def test_articles_that_fit_are_counted(accession: Accession) -> None:
    accession.take(ARTICLE)
    accession.take(kz.Article("b"))
    accession.settle()
    assert accession.count == 2


@pytest.mark.parametrize(
    ("id_", "bearer"),
    [("a", "articles[0]"), ("a.s", "articles[0].statements[0]"), ("arman", "authority.actors[0]"), ("d", "corrections[0]")],
)
def test_an_id_stands_once(accession: Accession, id_: str, bearer: str) -> None:
    accession.take(ARTICLE)
    fault, *_ = refused(accession, kz.Article(id_, "Yes."))
    assert fault == f"articles[1].id: found the id '{id_}' again, expected one that {bearer} does not bear (article '{id_}')"
    assert refused(accession, kz.Article("b", statements=(kz.Statement(id_),)))[0].startswith("articles[1].statements[0].id: found the id")


def test_an_article_that_bears_the_id_of_its_statement_is_refused(accession: Accession) -> None:
    assert "articles[0] does not bear" in refused(accession, kz.Article("x", statements=(kz.Statement("x"),)))[0]


def test_what_is_refused_leaves_nothing_behind(accession: Accession) -> None:
    refused(accession, kz.Article("b", bylines=(kz.Voice("b"), kz.Voice("nobody"))))
    accession.take(kz.Article("b"))
    assert accession.count == 1


def test_whom_an_article_means_must_be_in_the_header(accession: Accession) -> None:
    accession.take(ARTICLE)
    article = kz.Article("b", bylines=(kz.Voice("nobody"),), statements=(kz.Statement("s", speaker=kz.Voice("a")),))
    assert refused(accession, article) == [
        "articles[1].bylines[0].entity: found 'nobody', expected the id of an agent (article 'b')",
        "articles[1].statements[0].speaker.entity: found 'a', expected the id of an agent (article 'b')",
    ]


@pytest.mark.parametrize("finding", [kz.Finding("x", article="a"), kz.Finding("x", refs=("a.s", "a", "arman", "b", "r"))])
def test_findings_may_mean_what_comes_later_until_it_is_settled(accession: Accession, finding: kz.Finding) -> None:
    accession.take(about(finding))
    assert any("articles[0].findings[0]." in line for line in refused(accession))
    accession.take(ARTICLE)
    accession.settle()
    assert refused(accession, about(kz.Finding("x", article="last"), "z")) == [
        "articles[2].findings[0].article: found 'last', expected the id of an article (article 'z')"
    ]


def test_after_settling_everything_must_be_there(accession: Accession) -> None:
    accession.take(ARTICLE)
    accession.settle()
    assert refused(accession, about(kz.Finding("x", article="a.s"))) == [
        "articles[1].findings[0].article: found 'a.s', expected the id of an article (article 'b')"
    ]


@pytest.mark.parametrize("when", ["later", "before"])
def test_spans_of_findings_lie_in_the_text_they_are_about(accession: Accession, when: str) -> None:
    finding = kz.Finding("x", article="a", spans=(kz.Span(0, 4), kz.Span(3, 5)))
    message = "found 3, 5, expected a span within the 4 code points of the text"
    if when == "later":
        accession.take(about(finding))
        accession.take(ARTICLE)
        assert refused(accession) == [f"articles[0].findings[0].spans[1]: {message}"]
    else:
        accession.take(ARTICLE)
        assert refused(accession, about(finding)) == [f"articles[1].findings[0].spans[1]: {message} (article 'b')"]


def test_a_statement_that_never_comes_is_told_at_the_end(accession: Accession) -> None:
    assert refused(accession) == [
        "remarks[0].statements[0]: found 'a.s', expected the id of a statement",
        "corrections[0].article: found 'a', expected the id of an article",
    ]


def test_corrections_are_held_against_their_article(accession: Accession) -> None:
    assert refused(accession, kz.Article("a", "No.")) == ["corrections[0].quoted[0]: found 'Yes', expected the words of its span, 'No.'"]


def test_a_header_must_be_sound_by_itself() -> None:
    with pytest.raises(kz.ModelError, match=r"occasions\[0\].place: found 'nowhere', expected the id of a place"):
        Accession(draft(kz.Corpus, id="c", occasions=(kz.Occasion("o", place="nowhere"),)))


def test_ids_may_be_any_strings(accession: Accession) -> None:
    for id_ in ("\0", "\0\0", "é", "e\u0301", "ы" * 1000):
        accession.take(kz.Article(id_))
    assert refused(accession, kz.Article("\0"))
    assert accession.count == 5


def test_no_more_faults_are_told_than_a_person_reads(accession: Accession) -> None:
    for number in range(1_100):
        accession.take(about(kz.Finding("x", article="nowhere"), f"x{number}"))
    assert len(refused(accession)) == 1_000
