import attrs
import pytest

import kzcorpus as kz
from kzcorpus import Actor, Article, Authority, Block, Corpus, Finding, Source, Span, Statement, Voice, When, check
from kzcorpus.analysis.catalogue import CATALOGUE


def known(article: Article) -> Article:
    """Give an article the outlet and date that every article should have."""
    return attrs.evolve(article, source=Source(outlet=Voice(name="The Press")), published=When("2022-10-14"))


def codes(article: Article) -> dict[str, Finding]:
    return {finding.code: finding for finding in check(Corpus("c", articles=(article,)))}


def test_a_clean_article_gives_none() -> None:
    text = "A headline\n“We agree,” the minister said. It’s done.\n"
    blocks = (Block(Span(0, 10), "headline"), Block(Span(11, len(text) - 1), "paragraph"))
    statement = Statement("a.1", (Span(12, 20),), speaker=Voice(span=Span(23, 35), kind="title"), cue=(Span(36, 40),))
    assert check(Corpus("c", articles=(known(Article("a", text, blocks=blocks, statements=(statement,))),))) == ()


def test_what_nobody_knows_about_an_article() -> None:
    article = Article("a", "He left.", blocks=(Block(Span(0, 8), "paragraph"),))
    assert set(codes(article)) == {"no-headline", "no-publication-date", "no-outlet"}
    assert {finding.severity for finding in codes(article).values()} == {"info"}


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_text(text: str) -> None:
    assert set(codes(Article("a", text))) == {"empty-text"}


@pytest.mark.parametrize(
    ("text", "code", "spans"),
    [
        ("a\ufffd\ufffdb\ufffd", "replacement-character", (Span(1, 3), Span(4, 5))),
        ("a\x00b", "control-character", (Span(1, 2),)),
        ("a\uffffb", "control-character", (Span(1, 2),)),
        ("a\u202eb", "bidi-control", (Span(1, 2),)),
        ("a\u200bb", "invisible-character", (Span(1, 2),)),
        ("a\r\nb\r\nc\nd", "mixed-line-ends", (Span(7, 8),)),
    ],
)
def test_characters(text: str, code: str, spans: tuple[Span, ...]) -> None:
    [(only, finding)] = codes(known(Article("a", text))).items()
    assert (only, finding.spans, finding.severity) == (code, spans, CATALOGUE[code].severity)


def test_statements_of_nobody() -> None:
    text = "It was said that some observers doubt it."
    statements = (
        Statement("a.1", (Span(17, 40),), cue=(Span(3, 11),)),
        Statement("a.2", (Span(38, 40),), speaker=Voice(span=Span(17, 31), kind="collective"), within="a.1"),
    )
    found_ = codes(known(Article("a", text, statements=statements)))
    assert found_["no-speaker"].spans == (Span(3, 11),)
    assert found_["vague-attribution"].spans == (Span(17, 31),)
    assert found_["vague-attribution"].message == "a statement of “some observers”"


def test_what_reading_noticed_comes_first_and_names_its_article() -> None:
    noticed = Finding("garbled-date", spans=(Span(0, 1),))
    both = check(Corpus("c", articles=(known(Article("a", "“x", findings=(noticed,))), known(Article("b", "y", findings=(noticed,))))))
    assert [(finding.code, finding.article) for finding in both] == [
        ("garbled-date", "a"),
        ("unbalanced-quotation-marks", "a"),
        ("garbled-date", "b"),
    ]


def test_what_is_found_across_articles_stands_with_the_first() -> None:
    words = "the republic will keep its alliance with all of its neighbours"
    authority = Authority(actors=(Actor("ada"), Actor("ben")))
    articles = tuple(
        known(Article(id_, f"“{words}", statements=(Statement(f"{id_}.1", (Span(1, 1 + len(words)),), speaker=Voice(who)),)))
        for id_, who in (("a", "ada"), ("b", "ben"))
    )
    assert [(finding.code, finding.article) for finding in check(Corpus("c", articles=articles, authority=authority))] == [
        ("unbalanced-quotation-marks", "a"),
        ("same-words-two-speakers", "a"),
        ("unbalanced-quotation-marks", "b"),
    ]


def test_what_reading_said_already_is_not_said_again() -> None:
    [twice] = check(Corpus("c", articles=(known(Article("a", "“x")),)))
    assert check(Corpus("c", articles=(known(Article("a", "“x", findings=(twice,))),))) == (twice,)


def test_the_catalogue_explains_in_one_sorted_line_each() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)
    for code, entry in CATALOGUE.items():
        assert code == code.lower().replace(" ", "-").replace("_", "-")
        assert entry.severity in ("info", "warning", "error")
        assert entry.explanation.endswith(".")
        assert "\n" not in entry.explanation


def test_what_an_article_keeps_about_another_stands_with_the_other() -> None:
    about = Finding("odd", "info", "seen", article="b")
    corpus = Corpus(
        "c",
        articles=(Article("a", "He slept.", findings=(about,)), Article("b", "So did she.", findings=(Finding("odd", "info", "seen"),))),
    )
    assert [(finding.code, finding.article) for finding in check(corpus) if finding.code == "odd"] == [("odd", "b")]
    assert [finding.article for finding in check(corpus)] == sorted(finding.article or "" for finding in check(corpus))


def test_two_that_differ_only_in_their_path_are_both_kept() -> None:
    kept = (Finding("lost", "warning", "no home", path="/TEI/x[1]"), Finding("lost", "warning", "no home", path="/TEI/x[2]"))
    assert [
        finding.path for finding in check(Corpus("c", articles=(Article("a", "He slept.", findings=kept),))) if finding.code == "lost"
    ] == [
        "/TEI/x[1]",
        "/TEI/x[2]",
    ]


def test_what_somebody_rejected_is_passed_over() -> None:
    corpus = kz.load_seeds()
    vague = next(finding for finding in kz.check(corpus) if finding.code == "vague-attribution")
    decided = kz.correct(corpus, vague.refs[0], "reject", by="Aigerim")
    left = kz.check(decided)
    assert vague not in left
    assert set(left) < set(kz.check(corpus))
