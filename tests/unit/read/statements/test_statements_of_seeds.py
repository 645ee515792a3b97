"""The statements of the seeds against those of a second hand (tests/statements), who read, and saw neither code nor output."""

import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kzcorpus import Article, Span, Statement, read_text

ROOT = Path(__file__).parents[4]
MARKED = sorted((ROOT / "tests" / "statements").glob("*.toml"))
WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
FOUND, ATTRIBUTED, MOST_EXTRA = 0.92, 0.92, 5
"""Of what is plainly said, the share that must be found, and with the speaker; and how many may be read where nothing is marked."""


class Pair(NamedTuple):
    """A statement marked by hand, and the one that was read, if any."""

    marked: dict[str, Any]
    read: Statement | None


def words(text: str, spans: list[Span]) -> frozenset[int]:
    return frozenset(span.start + found.start() for span in spans for found in WORD.finditer(span.of(text)))


def places(text: str, marked: dict[str, Any]) -> list[Span]:
    """Return the spans of the words of a marked statement, at or after the beginning of its line."""
    at = sum(len(line) + 1 for line in text.split("\n")[: marked["line"] - 1])
    out = []
    for content in marked["content"]:
        begin = text.index(content, at)
        out.append(Span(begin, at := begin + len(content)))
    return out


def pair(article: Article, marked: list[dict[str, Any]]) -> tuple[list[Pair], int]:
    """Return each marked statement with the one that shares half of its words, and how many were read that share words with none."""
    read = {statement.id: words(article.text, list(statement.content)) for statement in article.statements}
    pairs, seen = [], set()
    touched = set()
    for one in marked:
        meant = words(article.text, places(article.text, one))
        shares = {id_: len(meant & theirs) / len(meant | theirs) for id_, theirs in read.items() if meant & theirs}
        touched |= set(shares)
        best = max((id_ for id_ in shares if id_ not in seen), key=shares.__getitem__, default=None)
        hit = best is not None and shares[best] >= 0.5
        seen |= {best} if hit else set()
        pairs.append(Pair(one, next(s for s in article.statements if s.id == best) if hit else None))
    return pairs, len(set(read) - touched)


def agrees(marked: dict[str, Any], statement: Statement) -> bool:
    speaker = statement.speaker
    if marked["who"] == "":
        return speaker is None or speaker.entity is None
    return speaker is not None and (speaker.entity or "~") == marked["who"]


@pytest.fixture(scope="module")
def compared() -> tuple[list[Pair], int]:
    pairs, extra = [], 0
    for path in MARKED:
        article = read_text((ROOT / "seeds" / f"{path.stem}.txt").read_bytes(), id=path.stem)
        found, more = pair(article, tomllib.loads(path.read_text(encoding="utf-8"))["statement"])
        pairs += found
        extra += more
    return pairs, extra


def test_what_is_plainly_said_is_found_with_its_speaker(compared: tuple[list[Pair], int]) -> None:
    core = [one for one in compared[0] if one.marked["core"]]
    found = [one for one in core if one.read]
    right = [one for one in found if one.read and agrees(one.marked, one.read)]
    print(f"plainly said: {len(core)}; found: {len(found)}; with the right speaker: {len(right)}")  # noqa: T201 -- pytest -s shows the figures
    assert len(found) >= FOUND * len(core)
    assert len(right) >= ATTRIBUTED * len(found)


def test_next_to_nothing_else_is_there(compared: tuple[list[Pair], int]) -> None:
    print(f"read where nobody marked anything: {compared[1]}")  # noqa: T201
    assert compared[1] <= MOST_EXTRA


def test_modes_agree(compared: tuple[list[Pair], int]) -> None:
    both = [one for one in compared[0] if one.read]
    right = [one for one in both if one.read and one.read.mode == one.marked["mode"]]
    print(f"in both: {len(both)}; of the same mode: {len(right)}")  # noqa: T201
    assert len(right) >= 0.9 * len(both)
