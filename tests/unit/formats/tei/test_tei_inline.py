from typing import Any

import pytest

from kzcorpus.formats.tei.body import write_body
from kzcorpus.formats.tei.inline import DEPTH, inline
from kzcorpus.model.articles import Article, Block, BlockKind, Mention
from kzcorpus.model.dates import When
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement, Voice


def drawn(text: str, *, blocks: Any = (), **parts: Any) -> str:
    body = write_body(Article("a", text, blocks=blocks, **parts))
    return body.partition(">")[2].removesuffix("</body>").removeprefix('<ab type="unread">').removesuffix("</ab>")


def test_speech_names_who_to_whom_and_how() -> None:
    statement = Statement(
        "s",
        (Span(0, 2),),
        "direct",
        Voice("x"),
        polarity="negative",
        addressees=(Voice("y"), Voice(name="nobody"), Voice("z")),
        verbatim=(Span(0, 1),),
    )
    said = '<said corresp="#s" who="#x" toWhom="#y #z" direct="true" ana="#_mode.direct #_polarity.negative">'
    assert drawn("abc", statements=[statement]) == f'{said}<quote corresp="#s">a</quote>b</said>c'


@pytest.mark.parametrize(("mode", "direct"), [("direct", "true"), ("indirect", "false"), ("mixed", "false"), (None, "unknown")])
def test_direct_is_always_said(mode: Any, direct: str) -> None:
    assert f'direct="{direct}"' in drawn("ab", statements=[Statement("s", (Span(0, 1),), mode)])


def test_interrupted_speech_is_chained_in_the_order_of_its_pieces() -> None:
    found = drawn("abc", statements=[Statement("s", (Span(2, 3), Span(0, 1)))])
    assert found.startswith('<said xml:id="s.1" corresp="#s" direct="unknown" prev="#s.0">a</said>b<said xml:id="s.0"')
    assert 'next="#s.1">c</said>' in found


def test_a_piece_left_out_leaves_no_chain() -> None:
    parts = {"statements": [Statement("s", (Span(0, 2), Span(3, 5)))], "mentions": [Mention(Span(1, 4), "person")]}
    assert drawn("abcdef", **parts).startswith('<said xml:id="s.0" corresp="#s" direct="unknown" next="#s.1">ab</said>')
    parts["mentions"] = [Mention(Span(2, 4), "person")]
    assert drawn("abcdef", **parts) == '<said corresp="#s" direct="unknown">ab</said><persName corresp="#a.m0">cd</persName>ef'


@pytest.mark.parametrize(
    ("mention", "element"),
    [
        (Mention(Span(0, 1), "person", "x"), '<persName corresp="#a.m0" ref="#x">a</persName>'),
        (Mention(Span(0, 1), "organization"), '<orgName corresp="#a.m0">a</orgName>'),
        (Mention(Span(0, 1), "place"), '<placeName corresp="#a.m0">a</placeName>'),
        (Mention(Span(0, 1), "group"), '<rs type="group" corresp="#a.m0">a</rs>'),
        (Mention(Span(0, 1), "date", when=When("2022-21")), '<date corresp="#a.m0" when-custom="2022-21" datingMethod="#_edtf">a</date>'),
        (Mention(Span(1, 1), "event"), 'a<rs type="event" corresp="#a.m0"/>'),
    ],
)
def test_mentions_have_the_elements_of_tei(mention: Any, element: Any) -> None:
    assert drawn("ab", mentions=[mention]) == f"{element}b"


def test_what_crosses_is_left_out_by_start_then_length_then_statements_first() -> None:
    found = drawn(
        "abcd", statements=[Statement("s", (Span(0, 2),))], mentions=[Mention(Span(1, 3), "person"), Mention(Span(0, 2), "place")]
    )
    assert found == '<said corresp="#s" direct="unknown"><placeName corresp="#a.m1">ab</placeName></said>cd'


def test_what_runs_over_the_end_of_a_block_is_left_out() -> None:
    blocks = [Block(Span(0, 2), "paragraph"), Block(Span(3, 5), "paragraph")]
    mentions = [Mention(Span(1, 4), "person"), Mention(Span(2, 3), "place"), Mention(Span(2, 2), "event")]
    found = drawn("ab cd", blocks=blocks, mentions=mentions)
    assert found == '<div type="article"><p>ab<rs type="event" corresp="#a.m2"/></p> <p>cd</p></div>'


@pytest.mark.parametrize("kind", ["byline", "dateline"])
def test_bylines_and_datelines_hold_names_but_no_speech(kind: BlockKind) -> None:
    parts = {"statements": [Statement("s", (Span(0, 3),), verbatim=(Span(0, 1),))], "mentions": [Mention(Span(1, 4), "person")]}
    found = drawn("abcd", blocks=[Block(Span(0, 4), kind)], **parts)
    assert found == f'<div type="article"><{kind} ana="#_block.{kind}">a<persName corresp="#a.m0">bcd</persName></{kind}></div>'


def test_dates_hold_names_but_no_speech_at_any_depth() -> None:
    mentions = [Mention(Span(0, 4), "date"), Mention(Span(0, 3), "person")]
    found = drawn("abcd", statements=[Statement("s", (Span(0, 2),))], mentions=mentions)
    assert found == '<date corresp="#a.m0"><persName corresp="#a.m1">abc</persName>d</date>'


def test_speech_is_left_out_of_a_date_inside_a_name_and_drawn_after_it() -> None:
    mentions = [Mention(Span(0, 8), "person"), Mention(Span(1, 4), "date")]
    statements = [Statement("s", (Span(2, 3),)), Statement("t", (Span(5, 6),))]
    found = drawn("abcdefgh", statements=statements, mentions=mentions)
    said = '<said corresp="#t" direct="unknown">f</said>'
    assert found == f'<persName corresp="#a.m0">a<date corresp="#a.m1">bcd</date>e{said}gh</persName>'


def test_elements_nest_no_deeper_than_the_limit() -> None:
    mentions = tuple(Mention(Span(0, 200 - index), "person") for index in range(DEPTH + 5))
    (marks,) = inline(Article("a", "x" * 200, mentions=mentions))
    assert len(marks) == DEPTH
