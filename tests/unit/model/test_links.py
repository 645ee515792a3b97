import pytest

from kzcorpus import Article, Corpus, Correction, Link, ModelError, Remark, Span, Statement

ARTICLE = Article("a", "Astana agreed, he said.", statements=(Statement("s", content=(Span(0, 13),)), Statement("t")))


def faults(*corrections: Correction) -> list[str]:
    with pytest.raises(ModelError) as caught:
        Corpus("c", articles=(ARTICLE,), corrections=corrections)
    return [str(fault).removeprefix("Corpus.") for fault in caught.value.faults]


def test_a_link_has_two_ends_and_a_kind() -> None:
    assert Link("s", "t", "same", 1).score == 1.0
    with pytest.raises(ModelError, match=r"Link\.kind: found str 'alike', expected same \| paraphrase"):
        Link("s", "t", "alike")  # type: ignore[arg-type]


def test_a_remark_needs_only_an_id() -> None:
    assert Remark("r").statements == ()


def test_a_correction_may_quote_the_words_of_its_spans() -> None:
    spans = (Span(0, 6), Span(7, 7), Span(22, 23))
    for quoted in ((), ("Astana", "", ".")):
        Corpus("c", articles=(ARTICLE,), corrections=(Correction("x", "a", spans, quoted),))


@pytest.mark.parametrize(
    ("content", "quoted", "expected"),
    [
        ((Span(0, 6),), ("Almaty",), ["corrections[0].quoted[0]: found 'Almaty', expected the words of its span, 'Astana'"]),
        ((Span(0, 6),), ("Astan",), ["corrections[0].quoted[0]: found 'Astan', expected the words of its span, 'Astana'"]),
        ((Span(0, 6),), ("Astana", "agreed"), ["corrections[0].quoted: found 2 items, expected 1, one for each span"]),
        ((), ("Astana",), ["corrections[0].quoted: found 1 items, expected 0, one for each span"]),
        (
            (Span(20, 24),),
            ("aid.",),
            ["corrections[0].content[0]: found 20, 24, expected a span within the 23 code points of the text"],
        ),
    ],
)
def test_words_that_are_not_there_are_refused(content: tuple[Span, ...], quoted: tuple[str, ...], expected: list[str]) -> None:
    assert faults(Correction("x", "a", content, quoted)) == expected


def test_a_value_may_be_inside_any_statement_of_the_article_but_itself() -> None:
    Corpus(
        "c",
        articles=(ARTICLE,),
        corrections=(
            Correction("x", "a", verdict="amend", value=Statement("s", within="t")),
            Correction("y", "a", verdict="add", value=Statement("new", within="s")),
            Correction("z", "a", verdict="add", value=Statement("newer", within="new")),
        ),
    )
    assert faults(
        Correction("x", "a", value=Statement("s", within="s")),
        Correction("y", "a", value=Statement("new", within="new")),
        Correction("z", "a", value=Statement("newer", within="nowhere", cue=(Span(0, 24),))),
    ) == [
        "corrections[0].value.within: found 's' inside itself, expected no circle",
        "corrections[1].value.within: found 'new' inside itself, expected no circle",
        "corrections[2].value.cue[0]: found 0, 24, expected a span within the 23 code points of the text",
        "corrections[2].value.within: found 'nowhere', expected the id of a statement",
    ]


def test_many_corrections_of_a_long_article_cost_no_copies_of_it() -> None:
    text = "word " * 200_000
    article = Article("a", text, statements=tuple(Statement(f"s{n}") for n in range(2_000)))
    corrections = tuple(Correction(f"x{n}", "a", (Span(0, len(text)),), ("word",)) for n in range(2_000))
    with pytest.raises(ModelError) as caught:
        Corpus("c", articles=(article,), corrections=corrections)
    assert len(caught.value.faults) == 2_000
