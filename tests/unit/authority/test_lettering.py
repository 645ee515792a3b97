import re
import sys

import pytest

from kzcorpus.authority.lettering import CAPITALS, SPACE, Lettering

NAMES = ["Astana", "Тоқаев", "Ünal", "国", "a_b", "24"]
EVERYTHING = "".join(map(chr, range(sys.maxunicode + 1)))


@pytest.mark.parametrize("names", [NAMES, [], [EVERYTHING[0x3000:0x3200]], ["\U00010400x"]])
def test_every_character_is_one_byte_and_a_space_where_it_parts_words(names: list[str]) -> None:
    letters, _ = Lettering(names).read(EVERYTHING)
    parts = bytes(byte if byte == SPACE[0] else ord("a") for byte in range(256))
    assert letters.translate(parts).decode() == re.sub(r"\w", "a", re.sub(r"\W", " ", EVERYTHING))


@pytest.mark.parametrize("word", NAMES)
@pytest.mark.parametrize("text", ["{}", "“{}”, said 24 ÜÜ", "{}\ud800", "Ω {} ω", "так {}", "{} ‘x’" + " y" * 40, "_ {}"])
def test_a_word_has_the_same_bytes_in_every_text(word: str, text: str) -> None:
    lettering = Lettering(NAMES)
    begin = text.index("{}")
    assert lettering.read(text.format(word))[0][begin : begin + len(word)] == lettering.read(word)[0]


@pytest.mark.parametrize(
    ("text", "apart"), [("Astana", True), ("“Astana” — 24 😀" + " x" * 99, True), ("a_b", False), ("Тоқаев", False), ("Ω", False)]
)
def test_letters_beyond_ascii_may_share_bytes(text: str, apart: bool) -> None:  # noqa: FBT001 -- a row
    assert Lettering(NAMES).read(text)[1] is apart


def test_capitals_stay_capitals() -> None:
    letters, _ = Lettering(NAMES).read("ATÜТ aтüқ24_")
    assert [byte in CAPITALS for byte in letters] == [True] * 4 + [False] * 8


def test_ascii_letters_and_digits_differ() -> None:
    plain = re.sub(r"[\W_]", "", EVERYTHING[:128])
    assert len(set(Lettering(NAMES).read(plain)[0])) == len(plain) == 62
