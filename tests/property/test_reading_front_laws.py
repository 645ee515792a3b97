"""Laws of the first stages of reading: decoding, language, blocks, sentences, dates."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcorpus.model.articles import Article
from kzcorpus.model.edtf import reason_invalid
from kzcorpus.model.integrity import BETWEEN_BLOCKS
from kzcorpus.model.spans import Span
from kzcorpus.read.dating import dates, garbled_dates
from kzcorpus.read.decoding import decode, looks_binary
from kzcorpus.read.language import language_of
from kzcorpus.read.layout import lay_out
from kzcorpus.read.sentences import sentences
from kzcorpus.read.stages import Reading

EIGHT_BIT = ("ascii", "latin-1", "iso-8859-5", "cp1251", "cp1252", "kz1048", "koi8-r", "mac-cyrillic")
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-7")
OTHERS = ("gb18030", "shift_jis", "big5", "euc-kr", "unicode_escape", "raw_unicode_escape", "idna", "punycode")
ENCODINGS = (*EIGHT_BIT, *UNICODE, *OTHERS)
# codecs in which several byte sequences mean one text, so that the text cannot say which it was
AMBIGUOUS = {"utf-7", "gb18030", "shift_jis", "big5", "euc-kr", "unicode-escape", "raw-unicode-escape", "idna", "punycode"}
MARKS = (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

# what layouts are made of, so that lines, labels, datelines and lists occur, and not letters alone; "|" stands between the pieces
SPACES = "\n|\n\n|\r\n|\r|\t| |\u00a0|\u2028|\u2029|\x0b|\x85|\ufeff|\u3000|\x00"
SIGNS = "-|–|•|«|»|“|”|\"|'|(|)|[1]|.|!|?|…|...|。|:|;|,|/|©| ｜ |#tag|Mr.|U.S.|J.|2022|May 5|21:02|(22/10 – 40)"
WORDS = "Home|News|Tags|Related stories|Leave a Reply|By Ada Quiroz|Photo: Ada Quiroz|ASTANA, October 14 –|said|Share|Kazakhstan|the|Ә"
LINES = """The ministry said on Friday that nobody had asked for the water of the river.|Talks on water end|Home > News > Water|
Министр сказал, что граница открыта.|他说他不会去那里。"""
PIECES = st.sampled_from(f"{SPACES}|{SIGNS}|{WORDS}|{LINES}".split("|"))
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=40).map(" ".join))


def reading(text: str) -> Reading:
    return Reading(Article("a", text))


@given(st.binary() | st.builds(bytes.__add__, st.sampled_from(MARKS), st.binary()), st.none() | st.sampled_from(ENCODINGS))
def test_decoding_never_raises_and_never_holds_a_surrogate(raw: bytes, encoding: str | None) -> None:
    decoded = decode(raw, encoding)
    decoded.text.encode()
    assert decoded.encoding is not None
    assert all(span.end <= len(decoded.text) for finding in decoded.findings for span in finding.spans)
    assert isinstance(looks_binary(raw), bool)


@given(st.binary() | st.builds(bytes.__add__, st.sampled_from(MARKS[:2]), st.binary()), st.none() | st.sampled_from(ENCODINGS))
def test_the_bytes_can_be_had_back(raw: bytes, encoding: str | None) -> None:
    decoded = decode(raw, encoding)
    replaced = any(finding.code in ("surrogates-replaced", "encoding-damaged") for finding in decoded.findings)
    if decoded.encoding and decoded.encoding not in AMBIGUOUS and not decoded.encoding.startswith(("utf-16", "utf-32")) and not replaced:
        assert decoded.text.encode(decoded.encoding) == raw


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-be", "utf-32-be", "utf-16-le"]))
def test_what_python_encodes_is_decoded_to_the_same_text(text: str, encoding: str) -> None:
    raw = text.encode(encoding)
    marked = raw.startswith(MARKS[1:])
    assert decode(raw, encoding).text == (text.removeprefix("\ufeff") if marked and encoding[-3:] in ("-le", "-be", "f-8") else text)


@given(st.text(st.characters(codec=None)))
def test_any_str_becomes_scalar_values_of_the_same_length(text: str) -> None:
    decoded = decode(text)
    decoded.text.encode()
    assert len(decoded.text) == len(text)
    assert (decoded.encoding, decoded.sha256) == (None, None)
    assert bool(decoded.findings) == any("\ud800" <= character <= "\udfff" for character in text)


@given(TEXTS)
def test_blocks_tile_any_text(text: str) -> None:
    """What is in no block is white space of the four kinds, so that blocks and white space join back to the text."""
    blocks = lay_out(reading(text)).article.blocks
    end = 0
    for block in blocks:
        assert not text[end : block.span.start].strip(BETWEEN_BLOCKS)
        assert block.span.start < block.span.end
        assert block.span.of(text).strip(BETWEEN_BLOCKS) == block.span.of(text)
        end = block.span.end
    assert not text[end:].strip(BETWEEN_BLOCKS)


@given(TEXTS)
def test_laying_out_again_changes_nothing(text: str) -> None:
    once = lay_out(reading(text))
    assert lay_out(once) == once


@given(TEXTS)
def test_empty_lines_around_a_text_shift_its_blocks_and_nothing_else(text: str) -> None:
    inner = lay_out(reading(text)).article.blocks
    outer = lay_out(reading(f"\n\n{text}\n\n")).article.blocks
    assert [(block.kind, block.span.shift(2)) for block in inner] == [(block.kind, block.span) for block in outer]


@given(TEXTS)
def test_line_ends_do_not_matter(text: str) -> None:
    plain = text.replace("\r", "")
    kinds = [[block.kind for block in lay_out(reading(plain.replace("\n", end))).article.blocks] for end in ("\n", "\r\n", "\r")]
    assert kinds[0] == kinds[1] == kinds[2]


@given(TEXTS, st.data())
def test_sentences_are_in_order_apart_trimmed_and_complete(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    position = start
    for sentence in sentences(text, Span(start, end)):
        assert not text[position : sentence.start].strip()
        assert sentence.of(text) == sentence.of(text).strip() != ""
        position = sentence.end
    assert not text[position:end].strip()


@given(TEXTS, TEXTS)
def test_sentences_see_nothing_outside_their_block(text: str, other: str) -> None:
    alone = sentences(text, Span(0, len(text)))
    within = sentences(f"{other}{text}{other}", Span(len(other), len(other) + len(text)))
    assert [span.shift(len(other)) for span in alone] == list(within)


@given(TEXTS)
def test_passages_cover_their_blocks(text: str) -> None:
    laid = lay_out(reading(text))
    for passage in laid.passages:
        assert passage.block in laid.article.blocks
        assert all(passage.block.span.covers(sentence) for sentence in passage.sentences)


@given(TEXTS)
def test_dates_are_in_order_apart_and_valid(text: str) -> None:
    whole = Span(0, len(text))
    position = 0
    for found in dates(text, whole):
        assert position <= found.span.start < found.span.end <= len(text)
        assert found.edtf is None or reason_invalid(found.edtf) is None
        position = found.span.end
    assert all(span.end <= len(text) for span in garbled_dates(text, whole))


@given(TEXTS)
def test_the_language_is_one_with_rules_or_none(text: str) -> None:
    assert language_of(text) in (None, "en", "ru", "kk-Cyrl", "kk-Latn")
    assert language_of(text) == language_of(text)


@pytest.mark.parametrize(("unit", "times"), [("word ", 600_000), ("x", 3_000_000), ("a\n", 20_000), ("\u00a0\n", 200_000)], ids=repr)
def test_large_texts_are_laid_out(unit: str, times: int) -> None:
    assert lay_out(reading(unit * times)).article.blocks
