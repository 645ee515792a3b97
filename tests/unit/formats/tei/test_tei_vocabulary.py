from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kzcorpus.formats.tei import vocabulary
from kzcorpus.model.spans import Span


@pytest.mark.parametrize(
    ("id_", "mapped"),
    [
        ("kz-1", "kz-1"),
        ("a1.s1", "a1_2E_s1"),
        ("000", "_30_00"),
        ("-a", "_2D_a"),
        ("_", "_5F_"),
        ("é", "_E9_"),
        ("a\U0001f309", "a_1F309_"),
        ("\0", "_0_"),
    ],
)
def test_ids_are_mapped_and_mapped_back(id_: str, mapped: str) -> None:
    assert vocabulary.write_id(id_) == mapped
    assert vocabulary.read_id(mapped) == id_


@pytest.mark.parametrize(
    "mapped", ["", "a.b", "1a", "_2e_", "_02E_", "_61_", "a_61_", "_D800_", "_110000_", "_FFFFFFF_", "a b", "é", "_", "_edtf"]
)
def test_what_no_id_is_mapped_to_stands_for_none(mapped: str) -> None:
    with pytest.raises(ValueError, match="found"):
        vocabulary.read_id(mapped)


def test_ranges_name_the_text_and_count_from_its_start() -> None:
    pointer = vocabulary.write_ranges("a1.text", [Span(3, 3), Span(0, 12)])
    assert pointer == "#string-range(a1.text,3,0,0,12)"
    assert vocabulary.read_ranges(pointer) == ("a1.text", [(3, 3), (0, 12)])


@pytest.mark.parametrize("pointer", ["#a1.text", "#string-range(a1.text)", "#string-range(a1.text,1)", "#string-range(a1.text,a,b)", ""])
def test_what_is_no_range_is_refused(pointer: str) -> None:
    with pytest.raises(ValueError, match=r"found|invalid|zip"):
        vocabulary.read_ranges(pointer)


def element(content: str) -> Any:
    return etree.fromstring(f'<p xmlns="{vocabulary.NAMESPACE}">{content}</p>'.encode())


def test_every_code_point_can_be_written_and_read() -> None:
    text = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    found = element(vocabulary.write_text(text))
    assert vocabulary.read_text(found) == text
    assert "".join(found.itertext()) == vocabulary.shown(text)


@given(st.text())
def test_the_shown_text_is_as_long_as_the_text(text: str) -> None:
    shown = vocabulary.shown(text)
    assert len(shown) == len(text)
    assert all(a in (b, "\ufffd") for a, b in zip(shown, text, strict=True))


def test_plain_text_is_told_from_marked() -> None:
    assert not vocabulary.is_marked("Nur-Sultan\n\t\x85\u2028\ufffd")
    assert all(vocabulary.is_marked(character) for character in "&<>\r\0\x0b\x1f\ufffe\uffff")


def test_a_g_that_stands_for_what_xml_can_hold_is_refused() -> None:
    with pytest.raises(LookupError):
        vocabulary.read_text(element('<g ref="char:0041">&#xFFFD;</g>'))


def test_a_path_of_names_leads_to_an_element_or_fails() -> None:
    found = element("<bibl><date/></bibl>")
    assert vocabulary.within(found, "bibl", "date").tag == vocabulary.tag("date")
    with pytest.raises(LookupError):
        vocabulary.within(found, "bibl", "title")


UNHELD = [code for code in (*range(0x20), 0xFFFE, 0xFFFF) if code not in (9, 10, 13)]


def test_exactly_what_xml_cannot_hold_has_a_g() -> None:
    for code in (*range(0x100), 0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x1FFFE, 0x10FFFF):
        character, reference = chr(code), f"char:{code:04X}"
        if code in UNHELD:
            assert vocabulary.write_text(character) == f'<g ref="{reference}">&#xFFFD;</g>'
            assert vocabulary.read_character(etree.Element("g", ref=reference)) == character
            assert vocabulary.shown(character) == "\ufffd"
        else:
            expected = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}.get(character, character)
            assert vocabulary.write_text(character) == expected
            assert vocabulary.shown(character) == character
            with pytest.raises(LookupError):
                vocabulary.read_character(etree.Element("g", ref=reference))
    with pytest.raises(LookupError):
        vocabulary.read_character(etree.Element("g"))


def test_the_words_of_the_encoding() -> None:
    assert vocabulary.tag("p") == "{http://www.tei-c.org/ns/1.0}p"
    assert vocabulary.XML_ID == "{http://www.w3.org/XML/1998/namespace}id"
    assert vocabulary.XML_LANG == "{http://www.w3.org/XML/1998/namespace}lang"
    assert vocabulary.PROFILE == "kzcorpus-1"
    assert vocabulary.WHITE_SPACE == "\t\n\r "


def test_what_is_wrong_is_told_up_to_a_length() -> None:
    for read in (vocabulary.read_id, vocabulary.read_ranges):
        with pytest.raises(ValueError, match=r"^found '_{60}', expected "):
            read("_" * 61)
    with pytest.raises(ValueError, match=r"^found '#a1,0,1\)', expected #string-range\(ARTICLE.text,start,length\)$"):
        vocabulary.read_ranges("#a1,0,1)")
    with pytest.raises(ValueError, match=r"^found 'a\.b', expected the xml:id of an id, such as a1 or a1_2E_s1$"):
        vocabulary.read_id("a.b")


def test_text_around_characters_is_kept() -> None:
    found = element('a<g ref="char:0000">&#xFFFD;</g>b<g ref="char:FFFF">&#xFFFD;</g>')
    assert vocabulary.read_text(found) == "a\0b\uffff"
    assert vocabulary.read_text(element("")) == ""
    assert vocabulary.write_ranges("t", [Span(5, 7)]) == "#string-range(t,5,2)"
    assert vocabulary.write_ranges("t", []) == "#string-range(t)"
