"""Titles beside names: "Kazakh President Tokayev", "the Foreign Minister, Mr. Tleuberdi", "Dmitry Peskov, the spokesman of the Kremlin"."""

from collections.abc import Sequence

from kzcorpus.authority.titles import honorifics
from kzcorpus.read.mentions.items import Item
from kzcorpus.read.mentions.labels import Labels


def relate(labels: Labels, items: Sequence[Item]) -> None:
    """Give names the titles and honorifics beside them, and descriptions in apposition the names that bear them."""
    people = [item for item in items if item.type == "person"]
    names = [item for item in people if item.sort in ("name", "loose")]
    if not names:
        return
    for name in names:
        if labels.marks[name.first - 1] == "H":
            _honorific(labels, name)
    described = [item for item in people if item.title and item.sort == "description"]
    if described:
        starts = {name.begin: name for name in names}
        ends = {name.last: name for name in names}
        for item in described:
            _title(labels, item, starts, ends)


def _honorific(labels: Labels, name: Item) -> None:
    first = name.first
    if labels.together(first - 1, first):
        name.lead = first - 1
        name.sex = honorifics().get(labels.words.lows[first - 1].rstrip(".")) or name.sex


def _title(labels: Labels, item: Item, starts: dict[int, Item], ends: dict[int, Item]) -> None:
    before = starts.get(item.last)
    if before is not None and labels.together(item.first, item.last):
        before.lead = item.first
        _say(before, item)
        item.kept = False
        return
    comma = labels.words.tags[item.last] == ","
    after = starts.get(item.last + 1)
    if comma and after is not None and labels.together(item.first, item.last + 1):
        _say(after, item)
        item.bearer = after
        return
    bearer = ends.get(item.first - 1)
    if bearer is not None and labels.words.tags[item.first - 1] in ",(-" and labels.together(item.first - 1, item.first):
        _say(bearer, item)
        item.bearer = bearer


def _say(name: Item, description: Item) -> None:
    """Give the bearer of a name what a description says of him; a loose name with a title is one."""
    name.title, name.sex = description.title, name.sex or description.sex
    if name.sort == "loose":
        name.sort = "name"
