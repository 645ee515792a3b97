"""Agreement of the blocks with what people marked line by line (tests/layout/README.md says how)."""

from pathlib import Path

import pytest

from kzcorpus.model.articles import Article
from kzcorpus.read.layout import lay_out
from kzcorpus.read.stages import Reading

ROOT = Path(__file__).parents[4]
GOLD = ROOT / "tests" / "layout"
TARGET = 0.95
FURTHER_TARGET = 0.9
HELD_OUT_TARGET = 0.85

STEMS = sorted(path.stem for path in GOLD.glob("*.kinds"))
SEEDS = [stem for stem in STEMS if (ROOT / "seeds" / f"{stem}.txt").exists()]
HELD_OUT = [stem for stem in STEMS if stem.startswith("held_out_")]
FURTHER = [stem for stem in STEMS if stem.startswith("further_")]
LAYOUTS = [stem for stem in STEMS if stem not in (*SEEDS, *HELD_OUT, *FURTHER)]

Kinds = tuple[str, ...]


def gold(stem: str) -> dict[int, Kinds]:
    lines = (GOLD / f"{stem}.kinds").read_text(encoding="utf-8").splitlines()
    entries = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {int(number): tuple(kinds.split()) for number, kinds in entries}


def text_of(stem: str) -> str:
    folder = ROOT / "seeds" if stem in SEEDS else GOLD
    return (folder / f"{stem}.txt").read_bytes().decode()


def found(stem: str) -> dict[int, tuple[Kinds, str]]:
    """The kinds of the blocks on each line that is not blank, and the line."""
    text = text_of(stem)
    blocks = lay_out(Reading(Article(stem, text))).article.blocks
    out: dict[int, tuple[Kinds, str]] = {}
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        kinds = tuple(block.kind for block in blocks if block.span.start < end and block.span.end > start)
        if kinds:
            out[number] = kinds, line.strip()
        start = end + 1
    return out


def disagreements(stem: str) -> list[str]:
    marked, read = gold(stem), found(stem)
    assert marked.keys() == read.keys(), f"{stem}: a line without kinds, or kinds without a line"
    return [
        f"{stem} {number}: marked {' '.join(kinds)}, read {' '.join(read[number][0])}: {read[number][1][:70]}"
        for number, kinds in marked.items()
        if read[number][0] != kinds
    ]


@pytest.mark.parametrize(
    ("name", "stems", "target"),
    [("seeds", SEEDS, TARGET), ("layouts", LAYOUTS, TARGET), ("further", FURTHER, FURTHER_TARGET), ("held out", HELD_OUT, HELD_OUT_TARGET)],
    ids=["seeds", "layouts", "further", "held_out"],
)
def test_agreement(name: str, stems: list[str], target: float) -> None:
    total = sum(len(gold(stem)) for stem in stems)
    wrong = [line for stem in stems for line in disagreements(stem)]
    share = 1 - len(wrong) / total
    shown = [] if stems is HELD_OUT else wrong  # what is never tuned on is better not seen
    print(f"\n{name}: {total - len(wrong)} of {total} lines agree, {share:.1%}", *shown, sep="\n  ")  # noqa: T201 -- the figures are the point
    assert share >= target


def test_no_text_is_missing() -> None:
    assert (len(SEEDS), len(LAYOUTS), len(FURTHER), len(HELD_OUT)) == (5, 10, 6, 6)
