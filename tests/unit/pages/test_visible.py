import pytest

from kzcorpus.pages.visible import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text”, Тоқаев, 東京, 👩‍🌾", "plain “text”, Тоқаев, 東京, 👩‍🌾"),
        ("\x1b]0;title\x07\x1b[2J", "␛]0;title␇␛[2J"),
        ("\x00\x7f\x9b31m", "␀␡<U+009B>31m"),
        ("a\r\nb\rc", "a\nb␍c"),
        ("a\tb\n", "a\tb\n"),
        ("\u202eabc\u2069", "<U+202E>abc<U+2069>"),
        ("\u200b\ufeff\u2028", "<U+200B><U+FEFF><U+2028>"),
        ("\U0010ffff\U000e0041\ud800", "<U+10FFFF><U+E0041><U+D800>"),
    ],
)
def test_what_has_no_shape_is_given_one(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


def test_one_line_has_no_line_ends() -> None:
    assert one_line(" a\r\n\tb\x0bc\u2028d ") == "a b c d"
