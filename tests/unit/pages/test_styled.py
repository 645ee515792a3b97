from kzcorpus.pages.styled import RESET, Run, clip, pad, paint, width, wrap


def lines(runs: list[Run], columns: int, indent: str = "") -> list[str]:
    return [paint(line, colour=False) for line in wrap(runs, columns, indent)]


def test_width_counts_columns() -> None:
    assert [width(text) for text in ("abc", "Қазақ", "東京", "e\u0301", "")] == [3, 5, 4, 1, 0]


def test_clip_and_pad_keep_columns() -> None:
    assert clip("abcdef", 6) == "abcdef"
    assert clip("abcdefg", 6) == "abcde…"
    assert clip("東京都", 4) == "東…"
    assert pad("東京", 6) == "東京  "


def test_wrap_breaks_at_spaces_and_newlines() -> None:
    assert lines([Run("one two  three\nfour")], 8) == ["one two", "three", "four"]


def test_a_word_of_several_styles_stays_whole() -> None:
    assert lines([Run("aa "), Run("[1|", ("2",)), Run("bb", ("32",)), Run("|1]"), Run(", cc")], 9) == ["aa", "[1|bb|1],", "cc"]


def test_a_word_too_long_stands_alone() -> None:
    assert lines([Run("a " + "b" * 12 + " c")], 5) == ["a", "b" * 12, "c"]


def test_later_lines_are_indented() -> None:
    assert lines([Run("aaa bbb ccc")], 7, indent="  ") == ["aaa bbb", "  ccc"]


def test_a_space_that_does_not_break_does_not() -> None:
    assert lines([Run("a 10\u00a0000 b")], 8) == ["a 10\u00a0000", "b"]


def test_paint_colours_only_when_asked() -> None:
    runs = [Run("a", ("1", "32")), Run("b"), Run("", ("1",))]
    assert paint(runs, colour=True) == f"\x1b[1;32ma{RESET}b"
    assert paint(runs, colour=False) == "ab"
