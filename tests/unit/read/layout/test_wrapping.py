import textwrap

import pytest

from kzcorpus.read.layout.lines import lines_of
from kzcorpus.read.layout.wrapping import joined

PARAGRAPHS = [
    "Ministers of four countries agreed on Friday to share the water of the river in dry years, the host said, after two days and a night.",
    "The river feeds eleven million people. It has lost a third of its water since 1990, a study says, and this year is worse.",
    "Short one.",
    "Nobody would say what the date was, and a person who was in the room said that there was none, only a plan.",
]


@pytest.mark.parametrize(("between", "width"), [("\n", 72), ("\n\n", 50), ("\n\n", 72), ("\r\n\r\n", 78)])
def test_a_margin_makes_no_paragraphs(between: str, width: int) -> None:
    text = between.join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    lines, starts, ends, _ = joined(text, lines_of(text))
    assert [" ".join(line.text.split()) for line in lines] == PARAGRAPHS
    assert all(text[start:end] == line.text for line, start, end in zip(lines, starts, ends, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one",
        "\n".join(PARAGRAPHS * 3),
        "Home\nNews\nSport\nWorld\nCulture\nOpinion\nWeather",
        "\n".join(f"Headline number {number} about nothing in particular at all today" for number in range(9)),
        "\n".join(f"- item {number} of the list, which ends with a semicolon as they do;" for number in range(9)),
        "\n".join("Sentence that ends here. And one more of about the same length." for _ in range(9)),
        "他走了。\n" * 50,
    ],
)
def test_what_is_not_wrapped_stays(text: str) -> None:
    lines = lines_of(text)
    assert joined(text, lines) == lines
