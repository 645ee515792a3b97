"""Names of the authority in an article: which of those the gazetteer found are names here, and of what."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kzcorpus.authority.gazetteer import Hit
from kzcorpus.authority.lexicon import vocabulary
from kzcorpus.authority.nameindex import NameIndex
from kzcorpus.authority.titles import countries
from kzcorpus.model.articles import MentionType
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.mentions.items import Item
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.states import acts, is_city
from kzcorpus.read.mentions.wordlists import Sex, sex_of

_LEAST_OF = 2  # "Ministry of" before the country
_GIVEN_NAMES = 3
_LONGEST_POSSESSED = 4  # words behind the place, the possessive among them
_SURE, _FAMILY, _CAPITAL, _GIVEN, _INSIDE, _GUESS = 0.97, 0.9, 0.85, 0.85, 0.7, 0.6


class _At(NamedTuple):
    """A hit of the gazetteer, with its first word and the one after its last."""

    labels: Labels
    hit: Hit
    first: int
    last: int

    @property
    def text(self) -> str:
        """The words of the hit as they stand."""
        return self.labels.words.text[self.hit.start : self.hit.end]

    @property
    def in_dateline(self) -> bool:
        """Whether it stands in a dateline."""
        return self.labels.part(self.first).kind == "dateline"

    def named(
        self,
        type: MentionType,  # noqa: A002 -- the model's own word
        ids: tuple[str, ...],
        rule: str,
        confidence: float = _SURE,
        *,
        sex: Sex | None = None,
        literal: str | None = None,
    ) -> Item:
        """Make the hit a name of records."""
        name = Item(self.labels, self.first, self.last, "name", type, rule, confidence, ids, sex, literal)
        name.start, name.end = self.hit.start, self.hit.end
        return name

    def unknown(self, first: int, last: int, confidence: float) -> Item:
        """Make the hit a part of the name of somebody unknown."""
        sex = _sex(self.labels, first, last)
        return Item(self.labels, first, last, "name", "person", "name.given", confidence, sex=sex)


def _sex(labels: Labels, first: int, last: int) -> Sex | None:
    return sex_of(labels.words.lows[first], labels.words.lows[last - 1])


def known_names(labels: Labels, taken: list[bool]) -> Iterator[Item]:
    """Yield the names of the authority in order; ``taken`` marks words of longer names."""
    for hit, (first, last) in zip(labels.hits, labels.bounds, strict=True):
        at = _At(labels, hit, first, last)
        if True not in taken[first:last] and not _is_common(at):
            yield from _meant(at)


def _meant(at: _At) -> Iterator[Item]:
    """Yield what a hit names where it stands, by what bears the name: places before people and organizations; in a dateline only places."""
    index, ids = at.labels.index, at.hit.ids
    known = index.namesakes(ids)
    if known.places and (outlet := _possessed(at)):
        yield outlet
    if known.places and (known.states or _stands_for(index, known.places[0])) and not at.in_dateline:
        yield from _place_or_state(at, known.states, known.places)
    elif known.places:
        yield _elsewhere(at) or at.named("place", known.places, "name.place")
    elif known.people and known.people[0] == ids[0]:
        yield _person(at, known.people)
    else:
        yield at.named("organization", ids, "name.organization")
        yield from _country_inside(at)


def _possessed(at: _At) -> Item | None:
    """Return the outlet whose name a possessive of its country stands in, as translators put it: "Russia's 24" for Russia 24."""
    labels, last = at.labels, at.last
    if labels.words.tags[last] != "s":
        return None
    for end in range(min(last + _LONGEST_POSSESSED, len(labels.surfaces)), last + 1, -1):
        name = " ".join((at.text, *labels.surfaces[last + 1 : end]))
        ids = tuple(id_ for id_ in labels.index.agents_named(name) if labels.index.kind_of(id_) == "outlet")
        if len(ids) == 1 and labels.together(at.first, end - 1):
            return Item(labels, at.first, end, "name", "organization", "name.organization", _FAMILY, ids)
    return None


def _is_common(at: _At) -> bool:
    """Tell whether a single word that opens a sentence also stands in small letters in this passage, and so is no name."""
    return at.last - at.first == 1 and at.labels.opens(at.first) and at.labels.stands_small(at.first, at.text.lower())


def _country_inside(at: _At) -> Iterator[Item]:
    """Yield the country that ends the name of an institution: "Ministry of Internal Affairs of Kazakhstan"."""
    lows = at.labels.words.lows[at.first : at.last]
    phrase = next((phrase for phrase in countries().within(lows) if phrase.end == len(lows)), None)
    if phrase is None or phrase.start < _LEAST_OF or lows[phrase.start - 1] not in ("of", "the"):
        return
    places = at.labels.index.places(phrase.means)
    if places:
        yield Item(at.labels, at.first + phrase.start, at.last, "name", "place", "name.place", _FAMILY, places)


def _person(at: _At, ids: tuple[str, ...]) -> Item:
    """Return a person: a full name, a family name, or an unknown namesake whose given name stands before it."""
    labels, first, last = at.labels, at.first, at.last
    if last - first > 1:
        return at.named("person", ids, "name.full", sex=_sex(labels, first, last))
    start = first
    while labels.marks[start - 1] in "GnN" and labels.together(start - 1, first) and first - start < _GIVEN_NAMES:
        start -= 1
    while start < first and labels.marks[start] == "N" and labels.opens(start):
        start += 1
    if start < first:
        return at.unknown(start, last, _GIVEN)
    if labels.goes_on(first, last):
        return Item(labels, first, last + 1, "loose", "person", "name.capitals", _GUESS)
    return at.named("person", ids, "name.family", _FAMILY)


def _elsewhere(at: _At) -> Item | None:
    """Return the longer name that holds the name of a place: "New Mexico", "Jack London", "Jordan Peterson"; None where none does."""
    labels, first, last = at.labels, at.first, at.last
    if labels.surfaces[first - 1] == "New" and labels.together(first - 1, first):
        return Item(labels, first - 1, last, "name", "place", "name.locative", _GUESS)
    if last - first > 1:
        return None
    before = labels.marks[first - 1] == "G" and labels.together(first - 1, first)
    after = labels.together(first, last) and labels.marks[last] in "NG" and labels.is_given(first)
    return at.unknown(first - before, last + after, _INSIDE) if before or after else None


def _place_or_state(at: _At, states: tuple[str, ...], places: tuple[str, ...]) -> Iterator[Item]:
    if _is_adjective(at):
        return
    words = at.labels.words
    start = at.first - 1 if words.lows[at.first - 1] == "the" else at.first
    if (longer := _elsewhere(at)) is not None:
        yield longer
    elif states:
        yield at.named("organization", states, "name.state") if acts(words, start, at.last) else at.named("place", places, "name.place")
    elif is_city(words, start, at.last):
        yield at.named("place", places, "name.place")
    else:
        ids = tuple(id_ for id_ in (_stands_for(at.labels.index, places[0]),) if id_)
        yield at.named("organization", ids, "name.capital", _CAPITAL, literal=places[0])


def _stands_for(index: NameIndex, place: str) -> str | None:
    """Return the id of the organization that the name of a capital stands for, its state as a rule; None for any other place."""
    state = index.capital_of(place)
    if state is None:
        return None
    other = next((name for city, name in lexicon("naming")["capitals"].items() if place in index.places(city)), None)
    return (index.state(other) if other else None) or state


@cache
def _short_names() -> frozenset[str]:
    adjectives = vocabulary("demonyms")["countries"].values()
    return frozenset(word for words in adjectives for word in words if word.isupper())


def _is_adjective(at: _At) -> bool:
    """Tell whether a short name of a country stands as an adjective: "US sanctions", "UK-based"."""
    words, last = at.labels.words, at.last
    if at.text not in _short_names():
        return False
    if words.ends[last - 1] > at.hit.end + 1:
        return True
    return at.labels.together(last - 1, last) and words.tags[last] in "KUG0"
