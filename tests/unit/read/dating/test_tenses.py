import pytest

from kzcorpus.model.spans import Span
from kzcorpus.read.dating.tenses import is_to_come
from kzcorpus.read.words import words_of


@pytest.mark.parametrize(
    ("text", "to_come"),
    [
        ("He said on [Friday] that he will go.", False),
        ("He said that he will go on [Friday].", True),
        ("He said that the talks on [Friday] will fail.", True),
        ("He said that the talks on [Friday] failed.", False),
        ("On [Friday] the talks will fail, he said.", True),
        ("On [Friday] the talks failed, and he will leave.", False),
        ("The law is to be signed on [Friday].", True),
        ("The law will not be signed on [Friday].", True),
        ("The law has been signed on [Friday].", False),
        ("They agreed to meet on [Friday].", True),
        ("They agreed on [Friday].", False),
        ("He'll be there on [Friday].", True),
        ("Will Smith spoke on [Friday].", False),
        ("The vote is set for [Friday].", True),
        ("The set broke on [Friday].", False),
        ("ahead of [Friday]", True),
        ("since [Friday]", False),
        ("until [Friday]", True),
        ("They waited until [Friday].", False),
        ("the upcoming [Friday] vote", True),
        ("He will have left by [Friday].", True),
        ("He may have left on [Friday].", False),
        ("A vote has been called for [Friday].", True),
        ("He called for talks on [Friday].", False),
        ("Kazakhstan to raise tariffs in [January]", True),
        ("They came to raise tariffs in [January]", False),
        ("Your article of [3 May] says that it would rain.", None),
        ("He spoke before the talks, which open on [3 May].", None),
        ("“Ask me on [3 May],” he said.", None),
        ("The fair opens on [3 May].", None),
        ("Talks on [Friday]", None),
        ("[Friday]", None),
    ],
)
def test_to_come(text: str, to_come: bool | None) -> None:  # noqa: FBT001
    start, end = text.index("["), text.index("]") - 1
    bare = text.replace("[", "").replace("]", "")
    assert is_to_come(words_of(bare, Span(0, len(bare)), (), ()), start, end) is to_come


def test_nothing_stands_beyond_the_words() -> None:
    assert is_to_come(words_of("He left.", Span(0, 8), (), ()), 8, 8) is None
