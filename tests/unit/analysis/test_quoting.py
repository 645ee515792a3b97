import pytest

import kzcorpus as kz
from kzcorpus.analysis.quoting import quoted_words_differ

_LEAD = "The mayor of the town, Dana Omarova, was asked about the old bridge over the river on Friday, and she was not happy."


def told(*texts: str) -> list[tuple[str, ...]]:
    corpus = kz.assemble([kz.read_text(text, id=f"a{number}") for number, text in enumerate(texts)], id="c")
    return [tuple(span.of(corpus.article(str(one.article)).text) for span in one.spans) for one in quoted_words_differ(corpus)]


def with_headline(quoted: str, said: str) -> str:
    return f"Omarova: “{quoted}”\n{_LEAD}\n“{said}” Omarova told reporters."


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("We will not close the bridge", "We will never close the bridge,"),
        ("We will close the bridge", "We will not close the bridge this year,"),
        ("There is no money for the bridge", "There is some money for the bridge,"),
    ],
)
def test_a_headline_that_quotes_otherwise(quoted: str, said: str) -> None:
    assert told(with_headline(quoted, said)) == [(quoted, said)]


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("We will close the bridge", "We will close the bridge in the spring,"),
        ("We will … close the bridge", "We will not say when we close the bridge,"),
        ("We don’t close the bridge", "We do not close the bridge,"),
        ("Their defense of the bridge is over", "Their defence of the bridge is over,"),
        ("We will see", "We will not see,"),
        ("The apples of the hills are red", "We will never close the bridge,"),
    ],
)
def test_a_headline_that_quotes_as_it_was_said(quoted: str, said: str) -> None:
    assert told(with_headline(quoted, said)) == []


def test_two_articles_that_quote_one_speaker_otherwise() -> None:
    one = f"The bridge of the town\n{_LEAD}\n“We will never close the old bridge over the river,” Dana Omarova told reporters."
    other = f"The bridge of the town\n{_LEAD}\n“We will not close the old bridge over the river,” Dana Omarova told reporters."
    assert told(one, other) == [("We will never close the old bridge over the river,",)]
    assert told(one, one) == []
