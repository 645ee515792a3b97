from collections import Counter
from collections.abc import Iterator

import pytest

from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.phrasebook import Label, phrasebook, wordlist
from kzcorpus.read.lexicon import lexicon

HOW = ("whole", "begins", "holds")


def line(text: str) -> Line:
    return Line(text)


def entries() -> Iterator[tuple[str, str, str, list[str]]]:
    for kind, parts in lexicon("layout").items():
        for part, entry in parts.items():
            for how, phrases in entry.items():
                yield kind, part, how, [phrase for phrase in phrases.split("\n") if phrase]


@pytest.mark.parametrize(("kind", "part", "how", "phrases"), list(entries()), ids=lambda value: value if isinstance(value, str) else "")
def test_every_phrase_is_written_as_lines_are_compared(kind: str, part: str, how: str, phrases: list[str]) -> None:
    assert how in HOW, f"{kind}.{part}"
    assert [phrase for phrase, count in Counter(phrases).items() if count > 1] == []
    for phrase in phrases:
        if how == "whole" and kind not in ("rows", "dateline"):
            assert line(phrase).norm == phrase
        elif how == "begins":
            assert line(f"{phrase} xx").norm.startswith(phrase)
        else:
            assert phrase == phrase.casefold()


def test_the_lexicon_is_broad() -> None:
    book = phrasebook()
    assert len(book.whole) + sum(map(len, book.begins.values())) + len(book.holds) > 1_500


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Leave a Reply", Label("comment_form", "open")),
        ("READ MORE: Proving Hour judge quits after 'soggy' contract row", Label("navigation", "link")),
        ("Читайте также: Почему рвутся трубы", Label("navigation", "link")),
        ("Most read", Label("navigation", "list")),
        ("Tags: Courts, Floods", Label("category", "label")),
        ("Sign up to our free email and never miss a story!", Label("site_chrome", "newsletter")),
        ("Subscribe to our newsletter below and never miss the latest product or an exclusive offer.", Label("site_chrome", "newsletter")),
        ("© 2024 Corvane. All rights reserved", Label("site_chrome", "imprint")),
        ("Photo: Tor Eggebø", Label("credit", "label")),
        ("On the photo: the terminal in the time of construction", Label("caption", "label")),
        ("Subscribe to nothing, he said.", None),
        ("Sharecroppers met in the town hall", None),
        ("Photographers met in the town hall", None),
        (
            "Next week the minister will tell the parliament that the border, which was closed in 2020, will open in spring.",
            None,
        ),
        ("", None),
    ],
)
def test_beginning(text: str, label: Label | None) -> None:
    found = phrasebook().beginning(line(text))
    assert (found[1] if found else None) == label


def test_within() -> None:
    book = phrasebook()
    assert book.within(line("PBN 2024. All rights reserved.")) == Label("site_chrome", "imprint")
    assert book.within(line("He said that all rights reserved to him were his.")) is None


def test_reports() -> None:
    assert line("He said so.").reports
    assert line("“Yes”").reports
    assert line("По его словам, сообщил министр").reports
    assert not line("The children’s park is open").reports


def test_wordlist() -> None:
    assert {"home", "news"} <= wordlist("category", "menu")
