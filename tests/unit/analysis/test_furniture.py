import pytest

import kzcorpus as kz
from kzcorpus.analysis.furniture import boilerplate_in_text

_LEAD = """The trains of the morning
The ministers of the two countries met on Friday and talked about the harvest of the year for the whole of the day.
It rained in the north for three days, and the trains of the morning were late by an hour, the ministry of transport told us. """


def told(text: str) -> list[str]:
    article = kz.read_text(_LEAD + text, id="a")
    return [span.of(article.text) for found in boilerplate_in_text(article) for span in found.spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Read more: Snow in the north. They left.", "Read more: Snow in the north."),
        ("They left. Subscribe to our newsletter", "Subscribe to our newsletter"),
        ("They left and Advertisement came back to town.", "Advertisement"),
        ("The president Read more about it said so.", ""),
        ("They left and then Click here came back.", "Click here"),
        ("They left. Translate", "Translate"),
        ("Share this article. They left.", "Share this article."),
    ],
)
def test_words_of_the_site(text: str, words: str) -> None:
    found = told(text)
    assert len(found) == 1
    assert words in ("", found[0])


@pytest.mark.parametrize(
    "text",
    [
        "They want to read more books. Advertisement of drugs is not allowed, the law says.",
        "“Click here,” he said. He will subscribe to the newsletter of the town.",
        "Judicial Watch also said so. They sent a familiar name back to Washington.",
        "Follow. Yes.",
    ],
)
def test_words_of_the_text(text: str) -> None:
    assert told(text) == []
