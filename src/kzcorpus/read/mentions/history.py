"""What an article has said so far: who was spoken of, in which part of a sentence, and with what titles."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from kzcorpus.authority.titles import Title
from kzcorpus.read.mentions.items import Item, Referent

_WINDOW = 3
_NEAR = 60
_FAR = 400
"""How many items a look back or ahead may pass, so that reading stays linear."""
_SAME, _LAST = 100, 90
_OLDER, _QUOTED, _OBJECT, _ELSEWHERE, _SPEAKER = -25, -60, -35, -10, 5


class Said(NamedTuple):
    """A title that the article gave somebody."""

    title: Title
    person: Referent


class History:
    """The items of an article up to the one that is read, and how near each is to it."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._past: list[Item] = []
        self._organizations: list[tuple[int, Item]] = []
        self._said: list[Said] = []

    def note(self, item: Item) -> None:
        """Add an item that is kept, and whose referent is settled."""
        referent = item.referent
        if referent is None:
            return
        if referent.type == "organization":
            self._organizations.append((len(self._past), item))
        self._past.append(item)
        if item.title and referent.type == "person" and (item.sort == "name" or item.bearer):
            self._said.append(Said(item.title, referent))

    def titles(self) -> Iterator[Said]:
        """Yield the titles given before, the last first."""
        return reversed(self._said[-_FAR:])

    def titles_ahead(self, item: Item) -> Iterator[Said]:
        """Yield the titles that names bear after an item, the first first."""
        for other in self._items[item.order + 1 : item.order + _FAR]:
            if other.sort == "name" and other.title and other.referent and other.referent.type == "person":
                yield Said(other.title, other.referent)

    def back(self) -> Iterator[Item]:
        """Yield what was mentioned before, the last first."""
        return reversed(self._past[-_FAR:])

    def organizations(self) -> Iterator[Item]:
        """Yield the mentions of organizations among what was mentioned before, the last first."""
        oldest = len(self._past) - _FAR
        return (item for _, item in takewhile(lambda noted: noted[0] >= oldest, reversed(self._organizations)))

    def people(self, item: Item) -> Iterator[Item]:
        """Yield the mentions of people shortly before an item, the last first."""
        nearby = self._past[-_NEAR:] if item.quotation < 0 else self._items[max(0, item.order - _NEAR) : item.order]
        for past in reversed(nearby):
            if past.sentence < item.sentence - _WINDOW:
                return
            if past.order < item.order and past.kept and past.referent is not None and past.referent.type == "person":
                yield past

    def around(self, item: Item) -> Iterator[Item]:
        """Yield the items in the sentence of one and in the two beside it, those before it from the last on."""
        before, after = self._items[max(0, item.order - _NEAR) : item.order], self._items[item.order : item.order + _NEAR]
        yield from takewhile(lambda past: past.sentence >= item.sentence - 1, reversed(before))
        yield from takewhile(lambda past: past.sentence <= item.sentence + 1, after)

    def named(self, item: Item, *, later: bool) -> Iterator[Item]:
        """Yield the names in the sentence and quotation of an item, before it or after it."""
        order = item.order
        others = self._items[order + 1 : order + 12] if later else self._items[max(0, order - 12) : order]
        for other in others:
            if other.sentence == item.sentence and other.quotation == item.quotation and other.sort == "name" and other.referent:
                yield other

    def subject(self, item: Item) -> Referent | None:
        """Return the person who is most likely the subject where an item stands."""
        return best(islice(self.people(item), _NEAR), item)


def weight(past: Item, item: Item) -> int:
    """Weigh a mention as what a subject pronoun means: the subject of the same or the last sentence before all others."""
    distance = item.sentence - past.sentence
    position = past.position
    points = _SAME if distance == 0 else _LAST + _OLDER * (distance - 1)
    if past.quotation >= 0 and past.quotation != item.quotation:
        points += _QUOTED
    if not (position.subject or position.speaking):
        points += _OBJECT
    if position.speaking:
        points += _SPEAKER
    return points + (_ELSEWHERE if past.part.page != item.part.page else 0)


def best(mentions: Iterator[Item], item: Item, bonus: int = 0) -> Referent | None:
    """Return whom the weightiest of some mentions means, the first of equals; ``bonus`` is for one whose sex is the pronoun's."""
    chosen, top = None, -1_000
    for past in mentions:
        points = weight(past, item)
        if bonus and past.referent and past.referent.sex == item.sex:
            points += bonus
        if points > top:
            chosen, top = past.referent, points
    return chosen
