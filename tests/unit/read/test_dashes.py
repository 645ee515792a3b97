"""Speech set off by dashes."""

import pytest

from kzcorpus import Span, read_text
from kzcorpus.read.dashes import dash_speech
from kzcorpus.read.quotes import quotations

LEAD = "Kazakhstan opens a road\n\nIt was cold in the old town of the north, where nothing had happened.\n"


@pytest.mark.parametrize(
    ("block", "speech"),
    [
        ("— We shall wait, — says the farmer. — Until spring.", ["We shall wait,", "Until spring."]),
        ("– We shall wait, – the farmer says.", ["We shall wait,"]),
        ("— An item of a list, and more", []),
        ("We shall wait, — says the farmer.", []),
        ("", []),
    ],
)
def test_a_block_that_opens_with_a_dash(block: str, speech: list[str]) -> None:
    assert [one.inner.of(block) for one in dash_speech(block, Span(0, len(block)))] == speech


@pytest.mark.parametrize(
    ("block", "speech"),
    [
        ("«We shall wait, — said the farmer. — Until spring».", ["We shall wait,", "Until spring"]),
        ("“We shall wait, — he smiled.", ["We shall wait,"]),
        ("“We shall wait — and rightly so — until spring,” he said.", ["We shall wait — and rightly so — until spring,"]),
    ],
)
def test_a_tag_inside_the_marks(block: str, speech: list[str]) -> None:
    assert [one.inner.of(block) for one in quotations(block, Span(0, len(block)))] == speech


@pytest.mark.parametrize(
    "block",
    [
        "— We shall wait here for all of the winter, — says the farmer. — Until spring has come.",
        "«We shall wait here for all of the winter, — says the farmer. — Until spring has come».",
    ],
)
def test_one_statement_with_its_speaker(block: str) -> None:
    article = read_text(LEAD + block, id="a")
    (found,) = article.statements
    assert article.quote(found).rstrip(".") == "We shall wait here for all of the winter […] Until spring has come"
    assert found.speaker is not None
    assert found.speaker.span is not None
    assert (found.mode, found.speaker.span.of(article.text)) == ("direct", "the farmer")
