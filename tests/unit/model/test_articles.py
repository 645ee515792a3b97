import pytest

from kzcorpus import Article, Block, Dateline, Finding, Mention, ModelError, Source, Span, Statement, Voice, When

TEXT = "Talks in Astana\r\n\r\nAstana agreed, he said.\n\tIt “will” help.\n"
HEADLINE, FIRST, SECOND = Block(Span(0, 15), "headline"), Block(Span(19, 42), "paragraph"), Block(Span(44, 59), "paragraph")


def faults(**fields: object) -> list[str]:
    with pytest.raises(ModelError) as caught:
        Article("a", TEXT, **fields)  # type: ignore[arg-type]
    return [str(fault).removeprefix("Article.") for fault in caught.value.faults]


def test_an_article_may_be_empty_and_unread() -> None:
    article = Article("a")
    assert (article.text, article.headline, article.body) == ("", None, "")
    assert Article("a", blocks=(Block(Span(0, 0), "paragraph"),)).body == ""


def test_headline_and_body_are_read_from_the_blocks() -> None:
    chrome = Block(Span(44, 59), "site_chrome")
    article = Article("a", TEXT, blocks=(HEADLINE, FIRST, chrome))
    assert article.headline == "Talks in Astana"
    assert article.body == "Astana agreed, he said."
    assert Article("a", TEXT, blocks=(HEADLINE, FIRST, SECOND)).body == "Astana agreed, he said.\nIt “will” help."


def test_an_interrupted_quotation_shows_that_it_is_one() -> None:
    statement = Statement("s", content=(Span(0, 5), Span(9, 15)))
    assert Article("a", TEXT, statements=(statement,)).quote(statement) == "Talks […] Astana"


@pytest.mark.parametrize(("width", "expected"), [(0, "Astana"), (3, "in Astana\r\n\r"), (1000, TEXT)])
def test_context_stays_within_the_text(width: int, expected: str) -> None:
    assert Article("a", TEXT).context(Span(9, 15), width) == expected


def test_a_citation_holds_what_is_known() -> None:
    said = Statement("a.s1", content=(Span(19, 32),), speaker=Voice("p1", "The President", Span(34, 36)))
    bare = Statement("a.s2")
    article = Article(
        "a",
        TEXT,
        source=Source(Voice(name="The Daily")),
        published=When("2022-10-14"),
        blocks=(HEADLINE, FIRST, SECOND),
        statements=(said, bare),
    )
    assert article.cite(said) == "The President: “Astana agreed”. Talks in Astana, The Daily, 2022-10-14. [a.s1, characters 19-32]"
    assert article.cite(bare) == "Unknown speaker: “”. Talks in Astana, The Daily, 2022-10-14. [a.s2]"
    assert Article("a", TEXT).cite(Statement("s", speaker=Voice(span=Span(34, 36)))) == "he: “”. [s]"
    assert Article("a", TEXT).cite(Statement("s", speaker=Voice("p1"))) == "p1: “”. [s]"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            (HEADLINE,),
            ["blocks: found '\\r\\n\\r\\nAstana agreed, he said.\\n\\tIt “will” help.\\n' after the last block, expected white space only"],
        ),
        ((FIRST, SECOND), ["blocks[0].span: found 'Talks in Astana\\r\\n\\r\\n' between blocks, expected white space only"]),
        (
            (HEADLINE, SECOND),
            ["blocks[1].span: found '\\r\\n\\r\\nAstana agreed, he said.\\n\\t' between blocks, expected white space only"],
        ),
        (
            (HEADLINE, FIRST, Block(Span(41, 59), "caption")),
            ["blocks[2].span: found the start 41, expected at least 42, where the block before it ends"],
        ),
        (
            (SECOND, HEADLINE, FIRST),
            [
                f"blocks[0].span: found {TEXT[:44]!r} between blocks, expected white space only",
                "blocks[1].span: found the start 0, expected at least 59, where the block before it ends",
                "blocks[2].span: found the start 19, expected at least 59, where the block before it ends",
            ],
        ),
        ((Block(Span(0, 61), "paragraph"),), ["blocks[0].span: found the end 61, expected at most 60, the length of the text"]),
        (
            (Block(Span(0, 61), "paragraph"), Block(Span(60, 60), "paragraph")),
            ["blocks[0].span: found the end 61, expected at most 60, the length of the text"],
        ),
    ],
)
def test_blocks_that_do_not_tile_the_text_are_refused(blocks: tuple[Block, ...], expected: list[str]) -> None:
    assert faults(blocks=blocks) == expected


@pytest.mark.parametrize("gap", ["\xa0", "\u2028", "\x0b", "\x0c", "\x85", "\ufeff", "\u3000", "\x1c"])
def test_only_four_kinds_of_white_space_may_stand_between_blocks(gap: str) -> None:
    blocks = (Block(Span(0, 1), "paragraph"), Block(Span(2, 3), "paragraph"))
    Article("a", "a\tb", blocks=blocks)
    with pytest.raises(ModelError, match="expected white space only"):
        Article("a", f"a{gap}b", blocks=blocks)


def test_every_span_outside_the_text_is_named() -> None:
    far = Span(0, 61)
    found = faults(
        source=Source(Voice(span=far)),
        published=When("2022", span=far),
        dateline=Dateline(far, when=When("2022", span=far)),
        bylines=(Voice(), Voice(span=far)),
        mentions=(Mention(Span(0, 60), "person"), Mention(far, "date", when=When("2022", span=far))),
        statements=(
            Statement(
                "s",
                content=(Span(60, 60), far),
                cue=(far,),
                verbatim=(far,),
                hedges=(far,),
                speaker=Voice(span=far),
                via=(Voice(span=far),),
            ),
        ),
        findings=(Finding("x", article="b", spans=(far,)), Finding("x", spans=(far,)), Finding("x", article="a", spans=(far,))),
    )
    assert {fault.split(": ", 1)[1] for fault in found} == {"found 0, 61, expected a span within the 60 code points of the text"}
    assert [fault.split(": ", 1)[0] for fault in found] == [
        *["source.outlet.span", "published.span", "dateline.span", "dateline.when.span", "bylines[1].span", "mentions[1].span"],
        *[
            "mentions[1].when.span",
            "statements[0].content[1]",
            "statements[0].cue[0]",
            "statements[0].verbatim[0]",
            "statements[0].hedges[0]",
        ],
        *["statements[0].speaker.span", "statements[0].via[0].span", "findings[1].spans[0]", "findings[2].spans[0]"],
    ]


def test_statements_nest_without_circles_in_any_order() -> None:
    Article("a", statements=(Statement("s", within="t"), Statement("t", within="u"), Statement("u")))
    assert faults(
        statements=(Statement("s", within="t"), Statement("t", within="s"), Statement("u", within="u"), Statement("v", within="s"))
    ) == [
        "statements[0].within: found 's' inside itself, expected no circle",
        "statements[1].within: found 't' inside itself, expected no circle",
        "statements[2].within: found 'u' inside itself, expected no circle",
    ]


def test_repeated_and_unknown_ids_of_statements_are_named() -> None:
    assert faults(statements=(Statement("s"), Statement("s"), Statement("t", within="x"))) == [
        "statements[1].id: found the id 's' again, expected one that statements[0] does not bear",
        "statements[2].within: found 'x', expected the id of a statement",
    ]


def test_a_circle_is_found_where_ids_repeat_too() -> None:
    found = faults(statements=(Statement("r"), Statement("r"), Statement("s", within="t"), Statement("t", within="s")))
    assert [fault.split(": ", 1)[0] for fault in found] == ["statements[1].id", "statements[2].within", "statements[3].within"]


def test_a_deep_nest_needs_no_deep_stack() -> None:
    numbers = range(20_000)
    statements = tuple(Statement(f"s{n}", within=f"s{n + 1}" if n + 1 < len(numbers) else None) for n in numbers)
    assert len(Article("a", statements=statements).statements) == 20_000


def test_extra_are_pairs_of_strings() -> None:
    assert Article("a", extra=[("k", "v")]).extra == (("k", "v"),)  # type: ignore[arg-type]
    for extra in ((("k",),), (("k", 1),), (["k", "v"],), ({"k": "v"},)):
        with pytest.raises(ModelError, match=r"Article\.extra\[0\]"):
            Article("a", extra=extra)  # type: ignore[arg-type]
