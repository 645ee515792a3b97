import pytest

from kzcorpus.read.layout.lines import lines_of
from kzcorpus.read.layout.marks import mark
from kzcorpus.read.layout.zones import Zones, single, zones

TEXT = "The ministry said on Friday that nobody had asked for the water of the river to be shared."
MORE = "Nobody in the town had seen the letter, which was sent in March, until it was read out in the square."


def found(*lines: str) -> Zones:
    return zones([mark(line) for line in lines_of("\n".join(lines)).lines])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], Zones(-1, 0, 0)),
        (["Talks on water end"], Zones(0, 1, 1)),
        ([TEXT], Zones(-1, 0, 1)),
        (["Talks on water end", TEXT, MORE], Zones(0, 1, 3)),
        (["Talks on water end.", TEXT, MORE], Zones(0, 1, 3)),
        (["Politics", "Talks on water end", TEXT, MORE], Zones(1, 2, 4)),
        (["The Steppe Post", "News Sport Weather Culture", "Talks on water end", TEXT, MORE], Zones(2, 3, 5)),
        (["Talks on water end", "Nobody knows what was agreed", "By Ada Quiroz", TEXT, MORE], Zones(0, 3, 5)),
        (
            ["Talks on water end", "Nobody knows what was agreed on. It was a long night for all.", "By Ada Quiroz", TEXT, MORE],
            Zones(0, 3, 5),
        ),
        (["Talks on water end", TEXT, MORE, "Ada Quiroz"], Zones(0, 1, 4)),
        (["Talks on water end", TEXT, MORE, "Related stories", "River rises again"], Zones(0, 1, 3)),
        (["Talks on water end", TEXT, MORE, "Leave a comment", "I was there and it was not like that at all, he wrote."], Zones(0, 1, 3)),
        (["Talks on water end", TEXT, "Related stories", "River rises again", MORE, TEXT, MORE], Zones(0, 1, 7)),
        (["Talks on water end", "By Ada Quiroz", "What was agreed", TEXT, MORE], Zones(0, 2, 5)),
        (["Subscribe to the water that is left", TEXT, MORE], Zones(0, 1, 3)),
    ],
)
def test_zones(lines: list[str], expected: Zones) -> None:
    assert found(*lines) == expected


def test_a_line_that_sums_up_is_no_part_of_the_body() -> None:
    deck = "Ties between Astana and Moscow, according to the Kazakh president, remain as good as ever."
    first = "There is no reason for worry about the ties of Astana and Moscow, the Kazakh president said on Friday from Sochi."
    assert found("President sees no ground for worry", deck, first, TEXT, MORE).start == 2
    assert found("President sees no ground for worry", MORE, first, TEXT, MORE).start == 1


def test_single() -> None:
    one, two = lines_of("He left at 5 p.m. on Friday\nHe left. She stayed").lines
    assert single(one)
    assert not single(two)
