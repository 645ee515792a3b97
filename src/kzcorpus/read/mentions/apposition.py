"""Titles beside names: "Kazakh President Tokayev", "the Foreign Minister, Mr. Tleuberdi", "Dmitry Peskov, the spokesman of the Kremlin"."""

from collections.abc import Sequence
from typing import Any

import attrs

from kzcorpus.authority.titles import honorifics
from kzcorpus.read.mentions.cast import Item
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.naming import Found, introduced


def relate(labels: Labels, items: Sequence[Item]) -> None:
    """Give names the titles and honorifics beside them, and descriptions in apposition the names that bear them."""
    names = [item for item in items if item.found.sort in ("name", "loose") and item.found.type == "person"]
    for name in names:
        _honorific(labels, name)
    starts = {name.found.begin: name for name in names}
    ends = {name.found.last: name for name in names}
    for item in items:
        if item.found.sort == "description" and item.found.type == "person" and item.found.title:
            _title(labels, item, starts, ends)


def _honorific(labels: Labels, name: Item) -> None:
    first = name.found.first
    if first and labels.marks[first - 1] == "H" and labels.together(first - 1, first):
        sex = honorifics().get(labels.words.lows[first - 1].rstrip("."))
        name.found = introduced(labels, name.found, first - 1, sex=sex or name.found.sex)


def _title(labels: Labels, item: Item, starts: dict[int, Item], ends: dict[int, Item]) -> None:
    found = item.found
    before = starts.get(found.last)
    if before is not None and labels.together(found.first, found.last):
        before.found = introduced(labels, before.found, found.first, **_said(before.found, item))
        item.kept = False
        return
    comma = found.last < len(labels.words) and labels.words.tags[found.last] == ","
    after = starts.get(found.last + 1)
    if comma and after is not None and labels.together(found.first, found.last + 1):
        after.found = attrs.evolve(after.found, **_said(after.found, item))
        item.bearer = after
        return
    bearer = ends.get(found.first - 1)
    if bearer is not None and labels.words.tags[found.first - 1] in ",(-" and labels.together(found.first - 1, found.first):
        bearer.found = attrs.evolve(bearer.found, **_said(bearer.found, item))
        item.bearer = bearer


def _said(name: Found, item: Item) -> dict[str, Any]:
    """Return what a description says of the bearer of a name, field by field; a loose name with a title is one."""
    sort = "name" if name.sort == "loose" else name.sort
    return {"title": item.found.title, "sex": name.sex or item.found.sex, "sort": sort}
