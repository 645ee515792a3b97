import pytest

from kzcorpus.read.layout.lines import Line, lines_of


def line(text: str) -> Line:
    return Line(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\r\n\n", []),
        ("one", [("one", 0, False)]),
        ("one\ntwo", [("one", 0, False), ("two", 4, False)]),
        ("one\r\ntwo\r\n\r\nthree", [("one", 0, False), ("two", 5, False), ("three", 12, True)]),
        ("one\rtwo\r\rthree", [("one", 0, False), ("two", 4, False), ("three", 9, True)]),
        ("one\n \t\ntwo", [("one", 0, False), ("two", 7, True)]),
        ("  \tone \n", [("one", 3, False)]),
        ("\n\none", [("one", 2, False)]),
        ("one\n\u00a0\ntwo", [("one", 0, False), ("\u00a0", 4, False), ("two", 6, False)]),
        ("one\u2028two\x0bthree\x85four", [("one\u2028two\x0bthree\x85four", 0, False)]),
        ("\ufeffone\n\u3000two", [("\ufeffone", 0, False), ("\u3000two", 5, False)]),
    ],
)
def test_lines_end_with_lf_and_cr_and_nothing_else(text: str, expected: list[tuple[str, int, bool]]) -> None:
    lines, starts, ends, gaps = lines_of(text)
    assert [(line.text, start, gap) for line, start, gap in zip(lines, starts, gaps, strict=True)] == expected
    assert all(text[start:end] == line.text for line, start, end in zip(lines, starts, ends, strict=True))


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("READ MORE: Ten things", "read more: ten things"),
        ("« Older  post", "older post"),
        ("45 Shares", "# shares"),
        ("Views: 1 204", "views: #"),
        ("Comments (3)", "comments (#"),
        ("Don’t  miss\tthis!", "don't miss this"),
        ("* * *", "* * *"),
        ("#Majilis", "#majilis"),
        ("\u00a0Menu\u200b", "menu"),
    ],
)
def test_norm_is_how_the_lexicon_writes(text: str, norm: str) -> None:
    assert line(text).norm == norm


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("He left.", "."),
        ("He left.”", "."),
        ("»Er ging.«", "."),
        ("„Er sagte: ‚Geh.‘“", "."),
        ("(He left.) ", "."),
        ("He left", ""),
        ("Why?", "?"),
        ("as follows:", ":"),
        ("soap;", ";"),
        ("他走了。", "。"),
        ("", ""),
    ],
)
def test_stop(text: str, stop: str) -> None:
    assert line(text).stop == stop


def test_prose_and_titles() -> None:
    assert line("He said on Friday that he would not go there.").prose
    assert not line("He left.").prose
    assert line("他说他不会去那里，因为他没有时间也没有钱，而且他不想去。").prose
    assert line("Talks on water end without result").title
    assert line("What now?").title
    assert not line("He left.").title
    assert not line("as follows:").title
    assert not line("word " * 30).title


def test_count_is_about_words_in_scripts_without_spaces() -> None:
    assert line("one two three").count == 3
    assert line("他走了没有").count == 3


@pytest.mark.parametrize(
    ("text", "bullet"), [("- one", True), ("• one", True), ("1. one", True), ("12) one", True), ("-one", False), ("one", False)]
)
def test_bullet(text: str, bullet: bool) -> None:  # noqa: FBT001
    assert line(text).bullet is bullet


def test_a_very_long_line_is_long_and_only_its_head_is_looked_at() -> None:
    found = line("word " * 1_000_000)
    assert found.long
    assert len(found.head) == 400
    assert len(found.words) == 80


@pytest.mark.parametrize(
    "text", ["U.S.A. and so-called 'odd' a--b it's", "_x_ 3.5 a.-b 'tis ''", "- . '", "a'b'c'd e..f", "One\ttwo  three"]
)
def test_words_of_ascii_are_counted_as_they_are_found(text: str) -> None:
    line = Line(text)
    assert line.count == len(line.words)
