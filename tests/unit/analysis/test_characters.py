import pytest

from kzcorpus import Span
from kzcorpus.analysis.characters import BIDI, CONTROL, INVISIBLE, NONCHARACTER, line_ends, lines, positions


@pytest.mark.parametrize(
    ("characters", "hit", "miss"),
    [
        (CONTROL, "\x00\x08\x0b\x1b\x7f\x9b", "\t\n\r a\xa0"),
        (BIDI, "\u202a\u202e\u2066\u2069", "\u200e\u2065א"),
        (INVISIBLE, "\u200b\ufeff\xad\U000e0041", "\u200c\u200d "),
        (NONCHARACTER, "\ufffe\uffff\ufdd0\ufdef\U0001fffe\U0010ffff", "\ufffd\U0010fffd\ufdcf"),
    ],
)
def test_classes(characters: str, hit: str, miss: str) -> None:
    assert positions(characters, hit) == (Span(0, len(hit)),)
    assert positions(characters, miss) == ()


def test_line_ends_are_told_apart() -> None:
    assert line_ends("a\r\n\rb\n") == {"\r\n": [Span(1, 3)], "\r": [Span(3, 4)], "\n": [Span(5, 6)]}


def test_lines_leave_out_white_space() -> None:
    text = "x  one \r\n\n\t\ntwo\rthree"
    assert [span.of(text) for span in lines(text, Span(1, len(text)))] == ["one", "two", "three"]
