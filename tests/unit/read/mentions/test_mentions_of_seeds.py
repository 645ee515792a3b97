"""The mentions of the seeds against those listed by hand (tests/mentions/*.tsv), before any code read them."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from kzcorpus import Article, Mention, Span, find_agents, find_places, load_authority
from kzcorpus.model.articles import BOILERPLATE, BlockKind

Marker = Callable[..., Article]
ROOT = Path(__file__).parents[4]
LISTS = sorted((ROOT / "tests" / "mentions").glob("*.tsv"))
WORTH = 0.97
"""The share that must be found, and of what is found must be listed."""


class Listed(NamedTuple):
    """A mention of the list: where it is, its type, what it names, the city that stands for a state, and whether it may be left out."""

    span: Span
    type: str
    names: str
    city: str
    open: bool


def _kinds(stem: str) -> dict[int, BlockKind]:
    lines = (ROOT / "tests" / "layout" / f"{stem}.kinds").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    known = {kind: kind for kind in get_args(BlockKind)}
    return {int(number): known[kind.split(" ")[0]] for number, kind in pairs}


def _listed(path: Path, article: Article) -> Iterator[Listed]:
    """Yield the mentions of a list with their spans: each surface is the next occurrence at or after the one before it, no boilerplate."""
    outside = [block.span for block in article.blocks if block.kind in BOILERPLATE]
    previous = Span(0, 0)
    for row in path.read_text(encoding="utf-8").splitlines():
        surface, type_, names, city = (*row.removeprefix("?").split("\t"), "")[:4]
        for match in re.compile(rf"(?<!\w){re.escape(surface)}(?!\w)").finditer(article.text, previous.start):
            span = Span(*match.span())
            if span != previous and not any(block.covers(span) for block in outside):
                break
        else:
            pytest.fail(f"{path.name}: {row!r} is not in the text")
        previous = span
        yield Listed(span, type_, names, city, row.startswith("?"))


def _means(mention: Mention, listed: Listed) -> bool:
    authority = load_authority()
    find = find_places if listed.type == "place" else find_agents
    wanted = None if listed.names == "-" else find(authority, listed.names)[0].entity
    city = find_places(authority, listed.city)[0].entity if listed.city else None
    return mention.type == listed.type and mention.literal == city and (wanted is None or mention.entity == wanted)


@pytest.fixture(scope="module", params=LISTS, ids=lambda path: path.stem)
def seed(request: pytest.FixtureRequest, mark: Marker) -> tuple[Article, list[Listed]]:
    path: Path = request.param
    text = (ROOT / "seeds" / f"{path.stem}.txt").read_bytes().decode()
    article = mark(text, kinds=_kinds(path.stem))
    return article, list(_listed(path, article))


def test_what_was_listed_is_found_and_means_the_same(seed: tuple[Article, list[Listed]]) -> None:
    article, listed = seed
    found = {mention.span: mention for mention in article.mentions}
    wanted = [one for one in listed if not one.open]
    missed = [one.span.of(article.text) for one in wanted if one.span not in found or not _means(found[one.span], one)]
    assert len(missed) <= len(wanted) * (1 - WORTH), missed


def test_next_to_nothing_else_is_found(seed: tuple[Article, list[Listed]]) -> None:
    article, listed = seed
    known = {one.span for one in listed}
    more = [mention.span.of(article.text) for mention in article.mentions if mention.span not in known]
    assert len(more) <= len(article.mentions) * (1 - WORTH), more
