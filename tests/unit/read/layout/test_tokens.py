import re
from collections.abc import Iterator

import pytest

from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.phrasebook import may_open, phrasebook, wordlist
from kzcorpus.read.layout.tokens import ODD, POSING, QUOTED, SAYING, SIGN, TELLING, WORD, codes
from kzcorpus.read.lexicon import lexicon

LINES = [
    "Nobody in the town had seen the letter.",
    'He said "no" to it',
    "the dogs' owners, and 'others'",
    "According to nobody",
    "according  to nobody",
    "unsaid and said_ and _said and 5said",
    "Министр сообщил, что вода есть",
    "他走了没有。",
    "a\u00a0said\u200bno",
    "x " * 250,
    ". " * 250,
    " ".join("‘a" for _ in range(200)),
]


@pytest.mark.parametrize("text", LINES)
def test_the_sum_tells_what_the_line_tells(text: str) -> None:
    line = Line(text)
    unspaced = sum("\u3400" <= character <= "\u9fff" for character in line.head)
    assert line.count == len(WORD.findall(line.head)) + unspaced // 2
    assert line.reports is bool(QUOTED.search(line.head) or SAYING.search(line.norm))


@pytest.mark.parametrize(
    ("token", "field", "has"),
    [
        ("(AP)", SIGN, True),
        ("he", SIGN, False),
        ("7", ODD, True),
        ("", ODD, True),
        ("Copyrighted", ODD, True),
        ("don’t,", ODD, False),
        ("newsletters", TELLING, True),
        ("letters", TELLING, False),
        ("pictured", POSING, True),
        ("painted", POSING, False),
    ],
)
def test_fields(token: str, field: int, has: bool) -> None:  # noqa: FBT001
    assert bool(codes[token] & field) is has


def _holding() -> Iterator[tuple[str, str]]:
    for kinds in lexicon("layout").values():
        for part, entry in kinds.items():
            yield from ((part, phrase) for line in entry.get("holds", "").split("\n") if (phrase := line.strip()))


def test_every_phrase_that_a_line_may_hold_is_told_by_its_tokens() -> None:
    for part, phrase in _holding():
        line = Line(f"nobody {phrase.replace('#', '7')} here")
        assert line.codes & (POSING if "poses" in part else TELLING), phrase


def test_every_phrase_that_a_line_may_begin_with_or_be_may_open_it() -> None:
    book = phrasebook()
    begins = [phrase for group in book.begins.values() for phrase, _ in group]
    for phrase in (*begins, *book.whole, *wordlist("category", "sections"), *wordlist("category", "menu")):
        text = re.sub("#", "7", phrase)
        assert may_open(Line(text.capitalize())), phrase
        assert may_open(Line(f"“{text}, he and others went on.”")), phrase
        assert may_open(Line(f"{text} and others went on.")), phrase


def test_most_sentences_open_like_no_phrase() -> None:
    assert not may_open(Line("Nobody in the town had seen the letter."))
    assert not may_open(Line("The river feeds eleven million people."))


def test_a_phrase_that_fills_a_line_is_shorter_than_a_sentence() -> None:
    phrases = (*phrasebook().whole, *wordlist("category", "sections"), *wordlist("category", "menu"))
    assert max(Line(phrase).count for phrase in phrases) <= 8
