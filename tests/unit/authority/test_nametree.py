import pytest

from kzcorpus.authority.lettering import Lettering
from kzcorpus.authority.nametree import NameTree

TREE = NameTree(
    (name, name.lower()) for name in ["Iran", "OPEC", "OPEC+", "Iran Air", "Iran Air Tours", "IRAN ELECTRIC", "C5+1", "Bank", "Kazakh Bank"]
)


def test_an_opening_tells_what_may_follow_and_whom_two_words_name() -> None:
    assert TREE.opening("Iran") == ("Iran", ("iran",), "A", {"Air": ()})
    assert TREE.opening("Kazakh") == ("Kazakh", (), "B", {"Bank": ("kazakh bank",)})
    assert TREE.opening("Bank") == ("Bank", ("bank",), "", {})


def test_marks_are_first_characters_of_what_follows() -> None:
    assert TREE.opening("OPEC")[2] == "+"
    assert TREE.opening("C5")[2:] == ("+1", {"+1": ("c5+1",)})


def test_of_names_in_capitals_those_of_records_come_first() -> None:
    word, ids, further, nexts = TREE.opening("IRAN")
    assert (word, ids, further) == ("IRAN", ("iran",), "AE")
    assert nexts == {"ELECTRIC": ("iran electric",), "AIR": ()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iran Air Tours fly", (0, 14, ("iran air tours",))),
        ("Iran\u00a0 - Air, Tours", (0, 11, ("iran air",))),
        ("Iran. Air", (0, 4, ("iran",))),
        ("Iran Airs", (0, 4, ("iran",))),
        ("Iran" + " " * 9 + "Air", (0, 4, ("iran",))),
    ],
)
def test_the_longest_name_is_found_with_and_without_the_letters_of_the_text(text: str, found: tuple[int, int, tuple[str, ...]]) -> None:
    letters, _ = Lettering([]).read(f"{text}   ")
    assert TREE.longest("Iran", text, 0, len(text)) == found
    assert TREE.longest("Iran", f"{text}   ", 0, len(text), letters) == found
