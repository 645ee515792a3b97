"""Laws of the checks: every corpus can be checked, findings are sound, the same everywhere, and what is planted in clean text is found."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newstexts import LEAD, UNRELATED, set_in

import kzcorpus as kz
from kzcorpus import Article, Corpus, Finding, check
from kzcorpus.analysis.catalogue import CATALOGUE
from kzcorpus.strategies import corpora, texts

_ABOUT_ARTICLES = {"same-words-two-speakers", "contradicting-statements", "quoted-words-differ"}
_UNKNOWN = {"no-publication-date", "no-outlet", "no-headline", "date-without-year"}

_SAYINGS = st.sampled_from([
    "{The road to the lake is open again,} the mayor of Taraz said on Friday.",
    "Police in the capital said that nobody was hurt in the fire.",
    "According to the ministry of water, the pipes of the old town will be mended before the snow comes.",
    "{We have enough bread for the winter,} said Saule Beketova, who leads the council of the district.",
    "The council told reporters that prices of coal had risen by 3.5 percent since the summer.",
    "The head of the school, Peter Fox, denied that the roof was in danger.",
    "{It was cold,} he said, {and we were late.}",
])  # fmt: skip


@st.composite
def clean(draw: st.DrawFn) -> list[str]:
    """Generate the paragraphs of an article in which nothing is wrong."""
    sentences = draw(st.lists(st.one_of(_SAYINGS, UNRELATED), min_size=3, max_size=9, unique=True))
    cuts = sorted(draw(st.sets(st.integers(1, len(sentences) - 1), max_size=3)))
    parts = [" ".join(sentences[a:b]) for a, b in zip([0, *cuts], [*cuts, len(sentences)], strict=True)]
    style = draw(st.sampled_from(["curly", "straight", "guillemets"]))
    return [set_in(paragraph, style) for paragraph in [LEAD, *parts]]


def read(paragraphs: list[str], published: str | None = "2022-10-14", id_: str = "a") -> Article:
    return kz.read_text("\n".join(["News of the town and the lake", *paragraphs]), id=id_, published=published)


def found(*articles: Article) -> tuple[Finding, ...]:
    return tuple(finding for finding in check(kz.assemble(articles, id="c")) if finding.code not in _UNKNOWN)


@given(corpora())
def test_every_finding_is_sound(corpus: Corpus) -> None:
    noticed = {finding.code for article in corpus.articles for finding in article.findings}
    for finding in check(corpus):
        assert finding.article is not None
        length = len(corpus.article(finding.article).text)
        assert all(span.end <= length for span in finding.spans)
        assert finding.code in noticed or finding.severity == CATALOGUE[finding.code].severity


@given(corpora())
def test_checking_is_deterministic(corpus: Corpus) -> None:
    assert check(corpus) == check(attrs.evolve(corpus))


@given(corpora())
def test_findings_can_be_kept_in_their_articles(corpus: Corpus) -> None:
    found_ = check(corpus)
    kept = tuple(
        attrs.evolve(article, findings=tuple(finding for finding in found_ if finding.article == article.id)) for article in corpus.articles
    )
    again = attrs.evolve(corpus, articles=kept)
    assert set(check(again)) == set(found_)


@given(texts())
def test_the_order_of_articles_changes_no_finding_about_one(text: str) -> None:
    one, other = Article("a", text), Article("b", "He said “so”.")
    assert set(check(Corpus("c", articles=(one, other)))) == set(check(Corpus("c", articles=(other, one))))


@given(clean())
def test_clean_text_has_no_findings(paragraphs: list[str]) -> None:
    assert found(read(paragraphs)) == ()


PLANTS: dict[str, tuple[tuple[str, ...], str]] = {
    "bidi-control": (("The market \u202eopened late.",), "\u202e"),
    "boilerplate-in-text": (
        ("The market opened late. Read more: Apples in the north. It closed at noon.",),
        "Read more: Apples in the north.",
    ),
    "control-character": (("The market\x0b opened late.",), "\x0b"),
    "date-garbled": (("The market opened late (22/10 – 40) and closed at noon.",), "22/10 – 40"),
    "date-inconsistent": (("The market was opened on Monday, October 14, 2022, by a man.",), "Monday, October 14, 2022"),
    "date-out-of-order": (("The market was built in 2019–2015 by a man of the north.",), "2019–2015"),
    "garbled-set-phrase": (("It was like sailing between Stsilla and Kharibda, an old man wrote.",), "Stsilla and Kharibda"),
    "invisible-character": (("The mar\u200bket opened late.",), "\u200b"),
    "mismatched-quotation-marks": (('An old man wrote that “the market" was late.',), '"'),
    "mojibake": (("The marketâ€™s doors were late.",), "â€™"),
    "name-spelled-two-ways": (("Berik Dosmagambetov, an old man, slept. Dosmagombetov was tired.",), "Dosmagombetov"),
    "name-unlike-authority": (("US Secretary of State Anthony Blinken bought a horse at the market.",), "Anthony"),
    "near-duplicate-paragraphs": (
        ("The market of horses was opened late by a man of the hills.", "The market of horses was opened late by a man of the hills."),
        "The market of horses was opened late by a man of the hills.",
    ),
    "place-name-out-of-time": (("The horses of the market come from Tselinograd by train.",), "Tselinograd"),
    "replacement-character": (("The mar\ufffdet opened late.",), "\ufffd"),
    "role-not-held": (("Kazakh President Nursultan Nazarbayev bought a horse at the market.",), "President Nursultan Nazarbayev"),
    "unbalanced-quotation-marks": (("An old man wrote that the market” was late.",), "”"),
    "vague-attribution": (("Some observers say that the market is too late for the horses.",), "Some observers"),
}


@pytest.mark.parametrize("code", PLANTS)
@settings(max_examples=10)
@given(paragraphs=clean(), place=st.integers(0, 99))
def test_what_is_planted_in_clean_text_is_found_with_its_words(code: str, paragraphs: list[str], place: int) -> None:
    plant, words = PLANTS[code]
    at = 1 + place % len(paragraphs)
    article = read([*paragraphs[:at], *plant, *paragraphs[at:]])
    told = [finding for finding in found(article) if finding.code == code]
    assert len(told) == 1
    assert words in {span.of(article.text) for span in told[0].spans}


_LINE = "that the market of horses will be closed before the end of the winter"


@pytest.mark.parametrize(
    ("code", "first", "second"),
    [
        ("contradicting-statements", f"Berik Dosmagambetov said {_LINE}.", f"Dosmagambetov denied {_LINE}."),
        (
            "contradicting-statements",
            f"Berik Dosmagambetov said {_LINE}.",
            "Dosmagambetov said that the market of horses will not be closed before the end of the winter.",
        ),
        ("same-words-two-speakers", f"Berik Dosmagambetov said {_LINE}.", f"Vladimir Putin said {_LINE}."),
    ],
)
@settings(max_examples=10)
@given(paragraphs=clean(), place=st.integers(0, 99), together=st.booleans())
def test_what_is_said_twice_is_found_in_one_article_and_in_two(
    code: str, first: str, second: str, paragraphs: list[str], place: int, *, together: bool
) -> None:
    at = 1 + place % len(paragraphs)
    if together:
        articles = [read([*paragraphs[:at], first, *paragraphs[at:], second])]
    else:
        whole = second.replace("Dosmagambetov", "Berik Dosmagambetov") if "Berik" not in second else second
        articles = [read([*paragraphs[:at], first, *paragraphs[at:]]), read([LEAD, whole], id_="b")]
    told = [finding for finding in found(*articles) if finding.code == code]
    assert [(finding.article, len(finding.refs)) for finding in told] == [("a", 2)]


@given(paragraphs=clean())
def test_a_quotation_that_the_headline_changes_is_found(paragraphs: list[str]) -> None:
    quoted = "“We will never sell the horses of the market,” said Berik Dosmagambetov."
    text = "\n".join(["Dosmagambetov: “We will not sell the horses”", *paragraphs, quoted])
    [finding] = [one for one in found(kz.read_text(text, id="a", published="2022-10-14")) if one.code == "quoted-words-differ"]
    assert [span.of(text) for span in finding.spans] == ["We will not sell the horses", "We will never sell the horses of the market,"]


@given(paragraphs=clean(), code=st.sampled_from(sorted(PLANTS)), first=st.booleans())
def test_an_unrelated_article_changes_no_finding_of_another(paragraphs: list[str], code: str, *, first: bool) -> None:
    article = read([*paragraphs, *PLANTS[code][0]])
    other = read([LEAD.replace("bridge", "school"), "Snow lay on the hills, and the buses of the evening were early."], id_="b")
    alone = [finding for finding in found(article) if finding.code not in _ABOUT_ARTICLES]
    beside = found(*((other, article) if first else (article, other)))
    assert [finding for finding in beside if finding.article == "a" and finding.code not in _ABOUT_ARTICLES] == alone
