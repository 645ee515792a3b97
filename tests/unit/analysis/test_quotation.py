import pytest

from kzcorpus import Article, Block, Span
from kzcorpus.analysis.quotation import quotation_marks


def article(*paragraphs: str) -> Article:
    text = "\n".join(paragraphs)
    starts = [sum(len(paragraph) + 1 for paragraph in paragraphs[:index]) for index in range(len(paragraphs))]
    blocks = tuple(Block(Span(start, start + len(words)), "paragraph") for start, words in zip(starts, paragraphs, strict=True))
    return Article("a", text, blocks=blocks)


def marks(*paragraphs: str) -> list[tuple[str, str]]:
    """Return the code of each finding and the marks it points at."""
    read = article(*paragraphs)
    return [(found.code, "".join(span.of(read.text) for span in found.spans)) for found in quotation_marks(read)]


@pytest.mark.parametrize(
    "text",
    [
        "He said “yes”.",
        'He said "yes" and "no".',
        "Он сказал: «да».",
        "Er sagte: „ja“.",
        "Powiedział: „tak”.",
        "Hon svarade ”ja” och ”nej”.",
        "Han sagde »ja« og »nej«.",
        "“Outer ‘inner’ outer”",
        "“Outer «inner» outer”",
        "She wrote ‘yes’, and the ’90s were over; ‘em too.",
        "Er schrieb »ja«, sie „nein“.",
        "“He said «да» twice”",
        "The man, 6'2\" tall, left.",
        "It’s the ministers’ own ‘plan’.",
        "",
    ],
)
def test_sound_paragraphs(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Good relations are key,” he said.", "”"),
        ('He said "yes and left.', '"'),
        ("Он сказал: «да.", "«"),
        ("“a” b” “c”", "”"),
        ("“He said ‘yes and left.”", "‘"),
        ("It’s late. It’s over. “", "“"),
        ('"We came, he said. "We left."', '"'),
    ],
)
def test_marks_without_a_partner(text: str, expected: str) -> None:
    assert marks(text) == [("unbalanced-quotation-marks", expected)]


@pytest.mark.parametrize("text", ['“So be it," he said.', '"So be it,” he said.', "“So be it. “", 'He said: “So be it".'])
def test_marks_that_do_not_belong_together(text: str) -> None:
    [(code, pair)] = marks(text)
    assert code == "mismatched-quotation-marks"
    assert len(pair) == 2


def test_an_opening_mark_set_the_wrong_way_round() -> None:
    assert marks("“Yes,” she said. ”So be it,” he said.") == [("mismatched-quotation-marks", "””")]


@pytest.mark.parametrize(
    "text", ["“We must not. They call it “help” in our country.”", '"We must not. They call it "help" in our country."']
)
def test_a_quotation_within_one_of_the_same_marks(text: str) -> None:
    mark = text[0]
    assert marks(text) == [("same-level-quotation-marks", f"{mark}help{'”' if mark == '“' else mark}")]


def test_a_wrong_closing_mark_and_same_marks_within_are_two_findings() -> None:
    assert marks("“But sanctions are sanctions. There are “repeated ones” for violating them. “") == [
        ("mismatched-quotation-marks", "““"),
        ("same-level-quotation-marks", "“repeated ones”"),
    ]


def test_speech_that_goes_on_in_the_next_paragraph_is_sound() -> None:
    assert marks("“We came.", "“We saw.", "“We left,” he said.") == []
    assert marks('"We came.', '"We left," he said.') == []


def test_speech_that_the_next_paragraph_closes_is_sound() -> None:
    assert marks("“We came", "and left,” he said.", "“So.”") == []
    assert marks('"We came.', 'Ada Serikova"', "He left.") == []
    assert marks("“We came", "He sat.", "and left,” he said.") == [("unbalanced-quotation-marks", "“"), ("unbalanced-quotation-marks", "”")]
    assert marks("“We came", 'and left," he said.') == [("unbalanced-quotation-marks", "“"), ("unbalanced-quotation-marks", '"')]


def test_speech_that_is_never_taken_up_again_is_not() -> None:
    assert marks("“We came.", "He left.") == [("unbalanced-quotation-marks", "“")]
    assert marks("“We came.") == [("unbalanced-quotation-marks", "“")]


def test_what_the_site_put_around_the_article_is_not_looked_at() -> None:
    text = "» News\nHe left."
    blocks = (Block(Span(0, 6), "navigation"), Block(Span(7, 15), "paragraph"))
    assert list(quotation_marks(Article("a", text, blocks=blocks))) == []


def test_an_article_not_read_yet_is_taken_line_by_line() -> None:
    assert [found.spans for found in quotation_marks(Article("a", "one\n\n“two\nthree"))] == [(Span(5, 6),)]
