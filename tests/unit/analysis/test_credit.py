from kzcorpus import Actor, Article, Authority, Corpus, Name, Organization, Span, Statement, Voice
from kzcorpus.analysis.credit import same_words_two_speakers

WORDS = "the republic will keep its alliance and its trade with all neighbours"

AUTHORITY = Authority(
    actors=(
        Actor("ada", (Name("Ada Serikova"),), "person"),
        Actor("ben", (Name("Ben Omarov"),), "person"),
        Actor("crowd", (Name("Some people"),), "group"),
    ),
    organizations=(Organization("press", (Name("The Press"),), "outlet"),),
)


def said(id_: str, words: str, *speakers: str | None, via: tuple[Voice, ...] = ()) -> Article:
    """Make an article with one statement of the same words after another, each by one speaker."""
    text = "\n".join([words] * len(speakers))
    spans = [Span(i * (len(words) + 1), i * (len(words) + 1) + len(words)) for i in range(len(speakers))]
    statements = tuple(
        Statement(f"{id_}.{i}", (span,), speaker=Voice(speaker) if speaker else None, via=via)
        for i, (span, speaker) in enumerate(zip(spans, speakers, strict=True))
    )
    return Article(id_, text, statements=statements)


def credited(*articles: Article) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(found.article, found.refs) for found in same_words_two_speakers(Corpus("c", articles=articles, authority=AUTHORITY))]


def test_one_sentence_of_two_people_in_one_article() -> None:
    article = said("a", WORDS, "ada", "ben")
    [found] = same_words_two_speakers(Corpus("c", articles=(article,), authority=AUTHORITY))
    assert found.spans == article.statements[0].content + article.statements[1].content
    assert found.refs == ("a.0", "a.1")
    assert found.message == "the same words are credited to Ada Serikova and to Ben Omarov"


def test_one_sentence_of_two_people_in_two_articles() -> None:
    [found] = same_words_two_speakers(
        Corpus("c", articles=(said("a", WORDS, "ada"), said("b", f"yes, {WORDS}", "ben")), authority=AUTHORITY)
    )
    assert (found.article, found.refs) == ("a", ("a.0", "b.0"))
    assert found.spans == (Span(0, len(WORDS)),)
    assert "in b to Ben Omarov" in found.message


def test_what_can_be_right_is_no_finding() -> None:
    assert credited(said("a", WORDS, "ada", "ada")) == []
    assert credited(said("a", WORDS, "ada", None)) == []
    assert credited(said("a", WORDS, "ada", "press")) == []
    assert credited(said("a", WORDS, "ada", "crowd")) == []
    assert credited(said("a", "we will stay here", "ada", "ben")) == []
    assert credited(said("a", WORDS, "ada"), said("b", WORDS, "ben", via=(Voice("ada"),))) == []
    assert credited(said("a", WORDS, "ada"), said("b", "quite other words about the harvest of that year", "ben")) == []


def test_words_within_words_are_no_finding() -> None:
    outer, inner = Span(0, len(WORDS) + 16), Span(16, len(WORDS) + 16)
    statements = (
        Statement("a.0", (outer,), speaker=Voice("ada")),
        Statement("a.1", (inner,), speaker=Voice("ben"), within="a.0"),
    )
    assert credited(Article("a", f"Ben had said so {WORDS}", statements=statements)) == []


def test_a_phrase_of_thousands_costs_little() -> None:
    assert credited(said("a", WORDS, *["ada"] * 3000)) == []
