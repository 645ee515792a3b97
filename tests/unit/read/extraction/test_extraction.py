"""What an extractor returns, raises and leaves open, and what the article then holds."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

import kzcorpus as kz
from kzcorpus import Finding, Made, Span, Statement, Voice

TEXT = (
    "Kazakh President Kassym-Jomart Tokayev said on Friday that trade would grow, and that the people of the town were not afraid.\n\n"
    "A spokesman for the ministry of foreign affairs told Reuters that it would.\n"
)


class By:
    """An extractor that does as it is told."""

    name = "told"

    def __init__(self, found: Callable[[kz.Article], Any]) -> None:
        self.found = found

    def extract(self, article: kz.Article) -> Any:
        return self.found(article)


def read(*found: object, text: str = TEXT) -> kz.Article:
    return kz.read_text(text, id="a", extractor=By(lambda _: found))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def faults(*found: object) -> list[str]:
    with pytest.raises(kz.ExtractorError) as caught:
        read(*found)
    assert (caught.value.extractor, caught.value.article) == ("told", "a")
    return [str(fault) for fault in caught.value.faults]


def test_what_an_extractor_is_given() -> None:
    given: list[kz.Article] = []

    def noting(article: kz.Article) -> tuple[kz.Statement, ...]:
        given.append(article)
        return ()

    kz.read_text(TEXT, id="a", extractor=By(noting))
    ours = kz.read_text(TEXT, id="a")
    assert ours.statements
    [article] = given
    assert article.statements == ()
    assert (article.text, article.blocks, article.mentions, article.language) == (ours.text, ours.blocks, ours.mentions, "en")


def test_an_extractor_is_asked_in_any_language() -> None:
    text = "Министр сказал в пятницу, что дорога будет открыта, и что это не было известно до того, как он приехал в город.\n"
    article = read(Statement("x", content=(Span(30, 50),), speaker=Voice(span=Span(0, 7))), text=text)
    assert article.language == "ru"
    assert article.quote(article.statements[0]) == "дорога будет открыта"
    assert article.statements[0].speaker == Voice(span=Span(0, 7))


def test_drafts_get_the_ids_that_our_rules_give() -> None:
    [ours, *_] = kz.read_text(TEXT, id="a").statements
    article = read(Statement("draft", content=ours.content), Statement("draft", content=ours.content), Statement("a.mine"))
    assert [statement.id for statement in article.statements] == [ours.id, f"{ours.id}-2", "a.mine"]


def test_an_id_made_by_us_makes_way_for_one_of_the_extractor() -> None:
    made = read(Statement("draft", content=(span("trade"),))).statements[0].id
    article = read(Statement("d", content=(span("trade"),)), Statement(made), Statement(f"{made}-2"))
    assert {statement.id for statement in article.statements} == {made, f"{made}-2", f"{made}-3"}


def test_statements_stand_in_the_order_of_the_text_and_nest() -> None:
    article = read(
        Statement("in", content=(span("grow"),), within="out"),
        Statement("out", content=(span("trade would grow"),)),
        Statement("nothing"),
        Statement("cue", cue=(span("said"),)),
    )
    assert [article.quote(statement) for statement in article.statements] == ["", "trade would grow", "grow", ""]
    assert article.statements[2].within == article.statements[1].id


def test_who_made_it() -> None:
    article = read(Statement("a.1"), Statement("a.2", made=Made(rule="r", confidence=0.5)), Statement("a.3", made=Made(by="Ada")))
    assert [statement.made for statement in article.statements] == [
        Made(by="told"),
        Made(by="told", rule="r", confidence=0.5),
        Made(by="Ada"),
    ]


def test_findings_are_kept_once() -> None:
    one = Finding("my-code", "info", "look", spans=(Span(0, 3),))
    assert read(one, one, Statement("a.1")).findings == (one,)


def test_a_voice_of_which_only_the_span_is_told() -> None:
    ours = {TEXT[v.span.start : v.span.end]: v for s in kz.read_text(TEXT, id="a").statements for _, v in s.voices() if v.span}
    assert {"Kazakh President Kassym-Jomart Tokayev", "Reuters"} <= set(ours)
    for words, voice in ours.items():
        linked = read(
            Statement("a.1", speaker=Voice(span=span(words)), addressees=(Voice(span=span(words)),), via=(Voice(span=span(words)),))
        )
        assert {found for _, found in linked.statements[0].voices()} == {voice}


def test_findings_follow_the_ids_of_the_statements_they_are_about() -> None:
    article = read(Finding("unsure", refs=("q", "a.2"), article="a"), Statement("q", content=(span("grow"),)), Statement("a.2"))
    assert article.findings[0].refs == (article.statements[0].id, "a.2")
    assert faults(Finding("f", refs=("q", "tokayev")), Finding("g", article="b"), Statement("q"), Statement("q")) == [
        "findings[0].refs[0]: found 'q', which 2 statements bear",
        "findings[0].refs[1]: found 'tokayev', expected the id of a statement that is returned",
        "findings[1].article: found 'b', expected None or 'a'",
    ]


@pytest.mark.parametrize(
    "voice",
    [
        Voice(name="Tokayev", span=Span(0, 6)),
        Voice(entity="x", span=Span(0, 6)),
        Voice(kind="title", span=Span(0, 6)),
        Voice(span=Span(6, 7)),
        Voice(span=Span(len(TEXT) - 1, len(TEXT))),
        Voice(span=Span(100, len(TEXT))),
        Voice(name="nobody"),
        Voice(),
    ],
)
def test_any_other_voice_is_left_alone(voice: Voice) -> None:
    assert read(Statement("a.1", speaker=voice)).statements[0].speaker == voice


def test_every_fault_is_told() -> None:
    assert faults(
        Statement("q1", content=(Span(0, 5), Span(0, 900))),
        Finding("f", spans=(Span(0, 901),)),
        7,
        Statement("a.1"),
        Statement("a.1"),
        Statement("q1", within="zz"),
        Statement("q5", within="q1"),
        Statement("a.6", within="a.7"),
        Statement("a.7", within="a.6"),
    ) == [
        "[2]: found int 7, expected Statement or Finding",
        "statements[4].within (of 'q5'): found 'q1', which 2 statements bear",
        f"statements[0].content[1] (of 'q1'): found 0, 900, expected a span within the {len(TEXT)} code points of the text",
        f"findings[0].spans[0]: found 0, 901, expected a span within the {len(TEXT)} code points of the text",
        "statements[2].id (of 'a.1'): found the id 'a.1' again, expected one that statements[1] does not bear",
        "statements[3].within (of 'q1'): found 'zz', expected the id of a statement",
        "statements[5].within (of 'a.6'): found 'a.6' inside itself, expected no circle",
        "statements[6].within (of 'a.7'): found 'a.7' inside itself, expected no circle",
    ]


@pytest.mark.parametrize(
    ("found", "message"),
    [
        (lambda _: None, "found NoneType None returned, expected statements"),
        (lambda _: Statement("x"), "found Statement returned, expected statements"),
        (lambda _: 1 / 0, "ZeroDivisionError: division by zero"),
        (lambda _: [Span(3, 1)], "ModelError: Span: found int 3, int 1, expected 0 <= start <= end"),
        (lambda _: [kz.read_text(b"", encoding="no\udcff")], "UnknownEncodingError: .*"),
    ],
)
def test_what_goes_wrong_in_an_extractor_says_where(found: Callable[[kz.Article], Any], message: str) -> None:
    with pytest.raises(kz.ExtractorError, match=rf"\Aextractor 'told', article 'a': {message}"):
        kz.read_text(TEXT, id="a", extractor=By(found))


def test_an_error_of_a_generator_and_its_cause() -> None:
    def failing(_: kz.Article) -> Iterable[Statement]:
        yield Statement("a.1")
        raise OSError("no network")

    with pytest.raises(kz.ExtractorError, match="OSError: no network") as caught:
        kz.read_text(TEXT, extractor=By(failing))
    assert isinstance(caught.value.__cause__, OSError)


def test_an_extractor_that_cannot_work_at_all_says_so_itself() -> None:
    def failing(_: kz.Article) -> None:
        raise kz.ExtractorError("told", None, (kz.Fault("", "no key"),))

    def bare(_: kz.Article) -> None:
        raise kz.MissingExtraError("spacy", "this")

    def particular(article: kz.Article) -> None:
        raise kz.ExtractorError("inner", article.id, (kz.Fault("", "too long"),))

    with pytest.raises(kz.ExtractorError, match=r"\Aextractor 'told': no key"):
        kz.read_text(TEXT, extractor=By(failing))
    with pytest.raises(kz.MissingExtraError):
        kz.read_text(TEXT, extractor=By(bare))
    with pytest.raises(kz.ExtractorError, match=r"\Aextractor 'told', article 'a': too long"):
        kz.read_text(TEXT, id="a", extractor=By(particular))


def test_an_interruption_is_not_caught() -> None:
    def interrupted(_: kz.Article) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kz.read_text(TEXT, extractor=By(interrupted))
