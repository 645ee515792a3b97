"""Names of the authority in a passage: which of those the gazetteer found are names here, and of what."""

from collections.abc import Iterator
from functools import cache

import attrs

from kzcorpus.authority.gazetteer import Hit
from kzcorpus.authority.institutions import nouns
from kzcorpus.authority.lexicon import vocabulary
from kzcorpus.authority.nameindex import NameIndex
from kzcorpus.authority.titles import countries
from kzcorpus.model.articles import MentionType
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.mentions.labels import Labels, Sex
from kzcorpus.read.mentions.naming import Found, found, sex_of
from kzcorpus.read.mentions.states import acts, is_city

_LEAST_OF = 2  # "Ministry of" before the country
_GIVEN_NAMES = 3
_SURE, _FAMILY, _CAPITAL, _GIVEN, _INSIDE, _GUESS = 0.97, 0.9, 0.85, 0.85, 0.7, 0.6


@attrs.frozen
class _At:
    """A hit of the gazetteer, with its first word and the one after its last."""

    labels: Labels
    index: NameIndex
    hit: Hit
    first: int
    last: int

    @property
    def text(self) -> str:
        """The words of the hit as they stand."""
        return self.labels.words.text[self.hit.start : self.hit.end]

    def named(
        self,
        type: MentionType,  # noqa: A002 -- the model's own word
        ids: tuple[str, ...],
        rule: str,
        confidence: float = _SURE,
        *,
        sex: Sex | None = None,
        literal: str | None = None,
    ) -> Found:
        """Make the hit a name of records."""
        return found(
            self.labels,
            self.first,
            self.last,
            sort="name",
            type=type,
            rule=f"name.{rule}",
            confidence=confidence,
            hit=self.hit,
            ids=ids,
            sex=sex,
            literal=literal,
        )

    def unknown(self, first: int, last: int, confidence: float) -> Found:
        """Make the hit a part of the name of somebody unknown."""
        sex = sex_of(self.labels, first, last)
        return found(self.labels, first, last, sort="name", type="person", rule="name.given", confidence=confidence, sex=sex)


def lower_institution(text: str, hit: Hit) -> bool:
    """Tell whether a name of the authority ends with a small-lettered noun: "Kazakh government" is a description, with its article."""
    last = text[hit.start : hit.end].rpartition(" ")[2]
    return last.islower() and last in nouns()


def known_names(labels: Labels, index: NameIndex, taken: list[bool], *, dateline: bool = False) -> Iterator[Found]:
    """Yield the names of the authority in order; ``taken`` marks words of longer names, in a dateline every place is a place."""
    for hit, (first, last) in zip(labels.hits, labels.bounds, strict=True):
        at = _At(labels, index, hit, first, last)
        if first < last and not any(taken[first:last]) and not _is_common(at):
            yield from _meant(at, dateline=dateline)


def _meant(at: _At, *, dateline: bool) -> Iterator[Found]:
    """Yield what a hit names where it stands, by what bears the name: places before people and organizations."""
    index, ids = at.index, at.hit.ids
    places = tuple(id_ for id_ in ids if index.is_place(id_))
    states = tuple(id_ for id_ in ids if index.is_state(id_))
    if places and not dateline and (states or _stands_for(index, places[0])):
        yield from _place_or_state(at, states, places)
    elif places:
        yield from _place(at, places)
    elif index.is_person(ids[0]):
        yield from _person(at, tuple(id_ for id_ in ids if index.is_person(id_)))
    else:
        yield at.named("organization", ids, "organization")
        yield from _country_inside(at)


def _is_common(at: _At) -> bool:
    """Tell whether a single word that opens a sentence also stands in small letters in this passage, and so is no name."""
    return at.last - at.first == 1 and at.labels.opens(at.first) and at.text.lower() in at.labels.small


def _country_inside(at: _At) -> Iterator[Found]:
    """Yield the country that ends the name of an institution: "Ministry of Internal Affairs of Kazakhstan"."""
    lows = at.labels.words.lows[at.first : at.last]
    phrase = next((phrase for phrase in countries().within(lows) if phrase.end == len(lows)), None)
    if phrase is None or phrase.start < _LEAST_OF or lows[phrase.start - 1] not in ("of", "the"):
        return
    places = at.index.places(phrase.means)
    if places:
        yield found(
            at.labels, at.first + phrase.start, at.last, sort="name", type="place", ids=places, rule="name.place", confidence=_FAMILY
        )


def _person(at: _At, ids: tuple[str, ...]) -> Iterator[Found]:
    """Yield a person: a full name, a family name, or an unknown namesake whose given name stands before it."""
    labels, first, last = at.labels, at.first, at.last
    if last - first > 1:
        yield at.named("person", ids, "full", sex=sex_of(labels, first, last))
        return
    start = first
    while start and labels.marks[start - 1] in "GnN" and labels.together(start - 1, first) and first - start < _GIVEN_NAMES:
        start -= 1
    while start < first and labels.marks[start] == "N" and labels.opens(start):
        start += 1
    if start < first:
        yield at.unknown(start, last, _GIVEN)
    elif labels.goes_on(first, last):
        yield found(labels, first, last + 1, sort="loose", type="person", rule="name.capitals", confidence=_GUESS)
    else:
        yield at.named("person", ids, "family", _FAMILY)


def _elsewhere(at: _At) -> Found | None:
    """Return the longer name that holds the name of a place: "New Mexico", "Jack London", "Jordan Peterson"; None where none does."""
    labels, first, last = at.labels, at.first, at.last
    if first and labels.surfaces[first - 1] == "New" and labels.together(first - 1, first):
        return found(labels, first - 1, last, sort="name", type="place", rule="name.locative", confidence=_GUESS)
    if last - first > 1:
        return None
    before = first > 0 and labels.marks[first - 1] == "G" and labels.together(first - 1, first)
    after = labels.is_given(first) and labels.together(first, last) and labels.marks[last] in "NG"
    return at.unknown(first - before, last + after, _INSIDE) if before or after else None


def _place(at: _At, ids: tuple[str, ...]) -> Iterator[Found]:
    yield _elsewhere(at) or at.named("place", ids, "place")


def _place_or_state(at: _At, states: tuple[str, ...], places: tuple[str, ...]) -> Iterator[Found]:
    if _is_adjective(at):
        return
    words = at.labels.words
    start = at.first - 1 if at.first and words.lows[at.first - 1] == "the" else at.first
    if (longer := _elsewhere(at)) is not None:
        yield longer
    elif states:
        yield at.named("organization", states, "state") if acts(words, start, at.last) else at.named("place", places, "place")
    elif is_city(words, start, at.last):
        yield at.named("place", places, "place")
    else:
        ids = tuple(id_ for id_ in (_stands_for(at.index, places[0]),) if id_)
        yield at.named("organization", ids, "capital", _CAPITAL, literal=places[0])


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
