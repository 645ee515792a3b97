"""The spaCy adapter on a pipeline whose parses are given by hand: no model is needed, and none is downloaded."""

from __future__ import annotations

import pickle
import sys
from typing import Any

import pytest

import kzcorpus as kz
from kzcorpus.plugins.spacy_ import SpacyExtractor

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'kzcorpus[spacy]'")

# One row a word: the word (with _ where no space follows), its dependency, the number of its head in the sentence, its class.
PARSES = (
    """
    The         det    2  DET
    minister    nsubj  3  NOUN
    said        ROOT   3  VERB
    that        mark   7  SCONJ
    the         det    6  DET
    harvest     nsubj  7  NOUN
    was         ccomp  3  AUX
    safe        acomp  7  ADJ
    on          prep   3  ADP
    Friday_     pobj   9  PROPN
    .           punct  3  PUNCT
    """,
    """
    “_          punct  3  PUNCT
    We          nsubj  3  PRON
    have        ccomp  9  VERB
    enough_     dobj   3  ADJ
    ,_          punct  9  PUNCT
    ”           punct  9  PUNCT
    Mr          compound 8 PROPN
    Fox         nsubj  9  PROPN
    told        ROOT   9  VERB
    reporters_  dobj   9  NOUN
    .           punct  9  PUNCT
    """,
    """
    It          nsubjpass 4 PRON
    was         auxpass 4  AUX
    not         neg    4  PART
    announced   ROOT   4  VERB
    who         nsubj  6  PRON
    won_        ccomp  4  VERB
    .           punct  4  PUNCT
    """,
    """
    According   prep   7  VERB
    to          prep   1  ADP
    the         det    4  DET
    union_      pobj   2  NOUN
    ,           punct  7  PUNCT
    prices      nsubj  7  NOUN
    fell        ROOT   7  VERB
    in          prep   7  ADP
    May_        pobj   8  PROPN
    .           punct  7  PUNCT
    """,
    """
    The         det    2  DET
    road_       nsubj  7  NOUN
    ,           punct  5  PUNCT
    he          nsubj  5  PRON
    said_       parataxis 7 VERB
    ,           punct  5  PUNCT
    is          ROOT   7  AUX
    open_       acomp  7  ADJ
    .           punct  7  PUNCT
    """,
    """
    Doe         nsubj  3  PROPN
    never       neg    3  ADV
    said        ROOT   3  VERB
    that        mark   7  SCONJ
    Fox         nsubj  7  PROPN
    had         aux    7  AUX
    claimed     ccomp  3  VERB
    that        mark  11  SCONJ
    she         nsubj 11  PRON
    had         aux   11  AUX
    left_       ccomp  7  VERB
    .           punct  3  PUNCT
    """,
    """
    He          nsubj  2  PRON
    came        ROOT   2  VERB
    and         cc     2  CCONJ
    denied      conj   2  VERB
    he          nsubj  6  PRON
    knew_       ccomp  4  VERB
    ,           punct  4  PUNCT
    adding      advcl  4  VERB
    that        mark  11  SCONJ
    nobody      nsubj 11  PRON
    did_        ccomp  8  VERB
    .           punct  2  PUNCT
    """,
    """
    She         nsubj  2  PRON
    urged       ROOT   2  VERB
    the         det    4  DET
    senate      dobj   2  NOUN
    to          aux    6  PART
    act_        xcomp  2  VERB
    .           punct  2  PUNCT
    """,
    """
    The         det    2  DET
    plan        nsubjpass 4 NOUN
    was         auxpass 4  AUX
    rejected_   ROOT   4  VERB
    ,           punct  4  PUNCT
    the         det    7  DET
    mayor       nsubj  8  NOUN
    said        parataxis 4 VERB
    𝐨n          prep   8  ADP
    🎉_          pobj   9  NOUN
    .           punct  4  PUNCT
    """,
    """
    “_          punct  3  PUNCT
    Fox         nsubj  3  PROPN
    says        ccomp 10  VERB
    we          nsubj  5  PRON
    agree_      ccomp  3  VERB
    .           punct  3  PUNCT
    Good_       intj   3  INTJ
    ,_          punct 10  PUNCT
    ”           punct 10  PUNCT
    said        ROOT  10  VERB
    Jane        compound 12 PROPN
    Doe_        nsubj 10  PROPN
    ,           punct 12  PUNCT
    the         det   15  DET
    mayor_      appos 12  NOUN
    ,           punct 12  PUNCT
    who         nsubj 18  PRON
    left_       relcl 12  VERB
    .           punct 10  PUNCT
    """,
    """
    He          nsubj  2  PRON
    criticized  ROOT   2  VERB
    the         det    7  DET
    “_          punct  7  PUNCT
    new_        amod   7  ADJ
    ”           punct  7  PUNCT
    plan_       dobj   2  NOUN
    .           punct  2  PUNCT
    """,
    """
    It          nsubj:pass 3 PRON
    was         aux:pass 3 AUX
    said        ROOT   3  VERB
    by          case   6  ADP
    Mr          compound 6 PROPN
    Fox         obl:agent 3 PROPN
    that        mark  10  SCONJ
    it          nsubj 10  PRON
    had         aux   10  AUX
    ended_      ccomp  3  VERB
    .           punct  3  PUNCT
    """,
    """
    The         det    4  DET
    Kazakh      amod   4  ADJ
    President   compound 4 PROPN
    Tokayev     nsubj  5  PROPN
    said        ROOT   5  VERB
    that        mark   9  SCONJ
    trade       nsubj  9  NOUN
    would       aux    9  AUX
    grow_       ccomp  5  VERB
    .           punct  5  PUNCT
    """,
)  # fmt: skip


class Parse:
    """A sentence as the rows tell it."""

    def __init__(self, rows: str) -> None:
        cells = [row.split() for row in rows.strip().splitlines()]
        self.words = [word.removesuffix("_") for word, *_ in cells]
        self.spaces = [not word.endswith("_") for word, *_ in cells[:-1]] + [False]
        self.deps = [dep for _, dep, _, _ in cells]
        self.heads = [int(head) - 1 for _, _, head, _ in cells]
        self.pos = [pos for *_, pos in cells]
        self.text = "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True))


SENTENCES = [Parse(rows) for rows in PARSES]


def parsed(doc: Any) -> Any:
    """Give a document of one or more of the sentences, set apart by a space, its parse."""
    text: str = doc.text
    words: list[str] = []
    spaces: list[bool] = []
    deps: list[str] = []
    heads: list[int] = []
    pos: list[str] = []
    while text:
        one = next((one for one in SENTENCES if text.startswith(one.text)), None)
        if one is None:
            return doc
        text = text[len(one.text) :]
        heads += [len(words) + head for head in one.heads]
        words, deps, pos, spaces = words + one.words, deps + one.deps, pos + one.pos, spaces + one.spaces
        if text:
            assert text[0] == " "
            text, spaces[-1] = text[1:], True
    return spacy.tokens.Doc(doc.vocab, words=words, spaces=spaces, heads=heads, deps=deps, pos=pos)


@pytest.fixture(scope="module")
def pipeline() -> Any:
    spacy.Language.component("kzcorpus_test_parses", func=parsed)
    nlp = spacy.blank("en")
    nlp.add_pipe("kzcorpus_test_parses")
    return nlp


@pytest.fixture
def read(pipeline: Any) -> Any:
    def reader(text: str, **options: Any) -> kz.Article:
        return kz.read_text(text, id="a", extractor=SpacyExtractor(pipeline), **options)

    return reader


def row(article: kz.Article, statement: kz.Statement) -> tuple[str | None, str, str, str | None, str | None]:
    text, speaker = article.text, statement.speaker
    who = speaker.span.of(text) if speaker and speaker.span else None
    cue = " ".join(span.of(text) for span in statement.cue)
    return who, cue, article.quote(statement), statement.mode, statement.made.rule if statement.made else None


@pytest.mark.parametrize(
    ("number", "rows"),
    [
        (0, [("The minister", "said", "the harvest was safe", "indirect", "ccomp")]),
        (1, [("Mr Fox", "told", "We have enough", "direct", "ccomp")]),
        (2, [(None, "was not announced", "who won", "indirect", "ccomp")]),
        (3, [("the union", "According to", "prices fell in May", "indirect", "according")]),
        (4, [("he", "said", "The road […] is open", "indirect", "parataxis")]),
        (
            5,
            [
                ("Doe", "never said", "Fox had claimed that she had left", "indirect", "ccomp"),
                ("Fox", "had claimed", "she had left", "indirect", "ccomp"),
            ],
        ),
        (6, [("He", "denied", "he knew", "indirect", "ccomp"), ("He", "adding", "nobody did", "indirect", "ccomp")]),
        (7, [("She", "urged", "the senate to act", "indirect", "xcomp")]),
        (8, [("the mayor", "said", "The plan was rejected", "indirect", "parataxis")]),
        (
            9,
            [
                ("Jane Doe, the mayor", "said", "Fox says we agree. Good", "direct", "ccomp"),
                ("Fox", "says", "we agree", "direct", "ccomp"),
            ],
        ),
        (10, [("He", "criticized", "the “new” plan", "mixed", "object")]),
    ],
)
def test_a_sentence(read: Any, number: int, rows: list[tuple[str, ...]]) -> None:
    article = read(SENTENCES[number].text)
    assert [row(article, statement) for statement in article.statements] == rows


def test_polarity_and_addressees(read: Any) -> None:
    said = [read(SENTENCES[number].text).statements for number in (0, 2, 5, 6)]
    assert [[statement.polarity for statement in statements] for statements in said] == [
        ["positive"],
        ["negative"],
        ["negative", "positive"],
        ["negative", "positive"],
    ]
    told = read(SENTENCES[1].text)
    assert [voice.span.of(told.text) for voice in told.statements[0].addressees] == ["reporters"]


@pytest.mark.parametrize("number", [5, 9])
def test_a_claim_inside_a_claim(read: Any, number: int) -> None:
    outer, inner = read(SENTENCES[number].text).statements
    assert (outer.within, inner.within) == (None, outer.id)


def test_a_passive_with_its_agent(read: Any) -> None:
    article = read(SENTENCES[11].text)
    assert [row(article, statement) for statement in article.statements] == [("Mr Fox", "was said", "it had ended", "indirect", "ccomp")]


def test_offsets_are_code_points_of_the_article(read: Any) -> None:
    text = f"𝐀 🎉 𐍈\n\n{SENTENCES[8].text} {SENTENCES[0].text}\n\n🏇 {SENTENCES[3].text}\n\n{SENTENCES[3].text}\n"
    article = read(text)
    assert [article.quote(statement) for statement in article.statements] == [
        "The plan was rejected",
        "the harvest was safe",
        "prices fell in May",
    ]  # the block that begins with a horse has no parse
    assert all(span.end <= len(text) for statement in article.statements for _, span in statement.spans())


def test_who_made_it(read: Any, pipeline: Any) -> None:
    [statement] = read(SENTENCES[0].text).statements
    meta = pipeline.meta
    assert statement.made == kz.Made(by="spacy", version=f"en_{meta['name']} {meta['version']}", rule="ccomp")
    assert statement.id.startswith("a.")


def test_speakers_are_linked_to_mentions(read: Any) -> None:
    text = f"{SENTENCES[12].text}\n\nThe people of the town were not there, but they heard of it.\n"
    article = read(text)
    assert article.language == "en"
    [statement] = article.statements
    assert statement.speaker == kz.Voice("kassym-jomart-tokayev", "Tokayev", kz.Span(0, 28), "named")


def test_as_our_rules_read_the_same_sentences(read: Any) -> None:
    text = "\n\n".join(SENTENCES[number].text for number in (3, 5, 6, 7, 12))
    ours = kz.read_text(text, id="a")

    def plain(article: kz.Article) -> list[tuple[Any, ...]]:
        return [(s.id, s.content, s.speaker, s.mode, s.polarity, s.within) for s in article.statements]

    assert len(ours.statements) == 7
    assert plain(read(text)) == plain(ours)


def test_the_site_around_an_article_is_not_parsed(read: Any) -> None:
    article = read(f"Home | News | Economy\n\n{SENTENCES[0].text} {SENTENCES[6].text}\n\nLeave a Comment\n\n{SENTENCES[3].text}\n")
    chrome = [block.span for block in article.blocks if block.kind in ("navigation", "comment_form", "site_chrome", "category")]
    assert chrome
    assert not any(span.overlaps(piece) for span in chrome for statement in article.statements for piece in statement.content)


def test_another_language_gets_no_statements(read: Any) -> None:
    text = "Министр сказал в пятницу, что дорога будет открыта, и что это не было известно до того, как он приехал в город.\n"
    article = read(text)
    assert article.language == "ru"
    assert article.statements == ()


def test_a_pipeline_without_a_parser_cannot_work_at_all() -> None:
    with pytest.raises(kz.ExtractorError, match="gives no dependency parse: add a parser") as caught:
        kz.read_text(SENTENCES[0].text, extractor=SpacyExtractor(spacy.blank("en")))
    assert caught.value.article is None


def test_a_pipeline_of_another_language_is_refused() -> None:
    with pytest.raises(kz.ExtractorError, match="found a pipeline for 'de', expected one for 'en'"):
        SpacyExtractor(spacy.blank("de"))


def test_a_tokenizer_that_alters_the_text_is_refused() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: spacy.tokens.Doc(
        nlp.vocab, words=text.split(), heads=[0] * len(text.split()), deps=["ROOT"] * len(text.split())
    )
    with pytest.raises(kz.ExtractorError, match=r"ValueError: the tokenizer of .* alters the text"):
        kz.read_text("Nobody  knew it.", extractor=SpacyExtractor(nlp))


def test_a_text_without_words_needs_no_parse() -> None:
    assert kz.read_text(" \n", extractor=SpacyExtractor(spacy.blank("en"))).statements == ()


def test_a_model_that_is_not_installed() -> None:
    with pytest.raises(kz.ExtractorError, match="python -m spacy download en_no_such_model"):
        SpacyExtractor("en_no_such_model")


def test_an_extractor_goes_to_another_process() -> None:
    assert isinstance(pickle.loads(pickle.dumps(SpacyExtractor(spacy.blank("en")))), SpacyExtractor)  # noqa: S301 -- our own bytes


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(kz.MissingExtraError, match=r"pip install 'kzcorpus\[spacy\]'"):
        SpacyExtractor()


def test_by_its_name(monkeypatch: pytest.MonkeyPatch, pipeline: Any) -> None:
    monkeypatch.setattr(spacy, "load", lambda name: pipeline if name == "by_hand" else None)
    article = kz.read_text(SENTENCES[0].text, extractor="spacy:by_hand")
    assert [article.quote(statement) for statement in article.statements] == ["the harvest was safe"]
