"""Names of the authority in a passage: which of those the gazetteer found are names here, and of what."""

from collections.abc import Iterator
from functools import cache

from kzcorpus.authority.gazetteer import Hit
from kzcorpus.authority.institutions import nouns
from kzcorpus.authority.lexicon import vocabulary
from kzcorpus.authority.matching import NameIndex
from kzcorpus.authority.titles import countries
from kzcorpus.model.spans import Span
from kzcorpus.read.labels import Labels
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.naming import Found, found, sex_of
from kzcorpus.read.states import acts, is_city

_LEAST_OF = 2  # "Ministry of" before the country
_GIVEN_NAMES = 3


def _is_adjective(labels: Labels, hit: Hit, last: int) -> bool:
    """Tell whether a short name of a country stands as an adjective: "US sanctions", "UK-based"."""
    words = labels.words
    surface = hit_text(labels, hit)
    if surface not in _short_names() or words.ends[last - 1] > hit.end + 1:
        return surface in _short_names()
    return last < len(words) and words.tags[last] in "KUG0" and labels.together(last - 1, last) and labels.words.tags[last] != "s"


@cache
def _short_names() -> frozenset[str]:
    adjectives = vocabulary("demonyms")["countries"].values()
    return frozenset(word for words in adjectives for word in words if word.isupper())


def hit_text(labels: Labels, hit: Hit) -> str:
    """Return the words of a hit as they stand."""
    return labels.words.text[hit.start : hit.end]


def lower_institution(text: str, hit: Hit) -> bool:
    """Tell whether a name of the authority ends with a small-lettered noun: "Kazakh government" is a description, with its article."""
    last = text[hit.start : hit.end].rpartition(" ")[2]
    return last.islower() and last in nouns()


def _stands_for(index: NameIndex, place: str) -> str | None:
    """Return the id of the organization that the name of a capital stands for, its state as a rule; None for any other place."""
    state = index.capital_of(place)
    other = next((name for city, name in lexicon("naming")["capitals"].items() if place in index.places(city)), None) if state else None
    return (index.state(other) if other else None) or state


def _sort(index: NameIndex, ids: tuple[str, ...]) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return the ids by what they are: people, states, other organizations, places."""
    people = [id_ for id_ in ids if index.is_person(id_)]
    states = [id_ for id_ in ids if index.is_state(id_)]
    others = [id_ for id_ in ids if index.is_organization(id_) and id_ not in states]
    return people, states, others, [id_ for id_ in ids if index.is_place(id_)]


def known_names(labels: Labels, index: NameIndex, taken: list[bool], *, dateline: bool = False) -> Iterator[Found]:
    """Yield the names of the authority in order; ``taken`` marks words of longer names, in a dateline every place is a place."""
    for number, hit in enumerate(labels.hits):
        first, last = labels.bounds[number]
        if first >= last or any(taken[first:last]) or _common_here(labels, hit, first, last):
            continue
        people, states, others, places = _sort(index, hit.ids)
        if people and not states and not places:
            yield from _person(labels, hit, first, last, tuple(people))
        elif places and (states or _stands_for(index, places[0])) and not dateline:
            yield from _place_or_state(labels, index, number, states, places)
        elif others and not places:
            yield _made(labels, hit, first, last, type="organization", ids=tuple(others), rule="name.organization")
            yield from _country_inside(labels, index, first, last)
        elif places:
            yield from _place(labels, hit, first, last, tuple(places))
        elif states:
            yield _made(labels, hit, first, last, type="organization", ids=tuple(states), rule="name.organization")


def _country_inside(labels: Labels, index: NameIndex, first: int, last: int) -> Iterator[Found]:
    """Yield the country that ends the name of an institution: "Ministry of Internal Affairs of Kazakhstan"."""
    phrase = next((found for found in countries().within(labels.words.lows[first:last]) if found.end == last - first), None)
    if phrase is None or phrase.start < _LEAST_OF or labels.words.lows[first + phrase.start - 1] not in ("of", "the"):
        return
    places = index.places(phrase.means)
    if places:
        yield found(labels, first + phrase.start, last, sort="name", type="place", ids=places, rule="name.place", confidence=0.9)


def _made(labels: Labels, hit: Hit, first: int, last: int, **fields: object) -> Found:
    text = " ".join(hit_text(labels, hit).split())
    return found(labels, first, last, **({"sort": "name", "confidence": 0.97, "span": Span(hit.start, hit.end), "text": text} | fields))


def _common_here(labels: Labels, hit: Hit, first: int, last: int) -> bool:
    """Tell whether a single word that opens a sentence also stands in small letters in this passage, and so is no name."""
    return last - first == 1 and labels.opens(first) and hit_text(labels, hit).lower() in labels.small


def _person(labels: Labels, hit: Hit, first: int, last: int, ids: tuple[str, ...]) -> Iterator[Found]:
    if last - first > 1:
        yield _made(labels, hit, first, last, type="person", ids=ids, rule="name.full", sex=sex_of(labels, first, last))
        return
    start = first
    while start and labels.marks[start - 1] in "GnN" and labels.together(start - 1, first) and first - start < _GIVEN_NAMES:
        start -= 1
    while start < first and labels.marks[start] == "N" and labels.opens(start):
        start += 1
    if start < first:
        yield found(labels, start, last, sort="name", type="person", rule="name.given", confidence=0.85, sex=sex_of(labels, start, last))
    elif labels.goes_on(first, last):
        yield found(labels, first, last + 1, sort="loose", type="person", rule="name.capitals", confidence=0.4)
    else:
        yield _made(labels, hit, first, last, type="person", ids=ids, rule="name.family", confidence=0.9)


def _person_of_that_name(labels: Labels, first: int, last: int) -> Iterator[Found]:
    """Yield an unknown person whose name holds the name of a place: "Jack London", "Jordan Peterson"."""
    before = first - 1 if first and labels.marks[first - 1] == "G" and labels.together(first - 1, first) else first
    after = (
        last + 1
        if labels.is_given(first) and last < len(labels.marks) and labels.marks[last] in "NG" and labels.together(first, last)
        else last
    )
    if last - first == 1 and (before < first or after > last):
        yield found(labels, before, after, sort="name", type="person", rule="name.given", confidence=0.7, sex=sex_of(labels, before, after))


def _place(labels: Labels, hit: Hit, first: int, last: int, ids: tuple[str, ...]) -> Iterator[Found]:
    if first and labels.surfaces[first - 1] == "New" and labels.together(first - 1, first):
        yield found(labels, first - 1, last, sort="name", type="place", rule="name.locative", confidence=0.6)
        return
    person = list(_person_of_that_name(labels, first, last))
    yield from person or [_made(labels, hit, first, last, type="place", ids=ids, rule="name.place")]


def _place_or_state(labels: Labels, index: NameIndex, number: int, states: list[str], places: list[str]) -> Iterator[Found]:
    hit, (first, last) = labels.hits[number], labels.bounds[number]
    if _is_adjective(labels, hit, last):
        return
    if first and labels.surfaces[first - 1] == "New" and labels.together(first - 1, first):
        yield found(labels, first - 1, last, sort="name", type="place", rule="name.locative", confidence=0.6)
        return
    person = list(_person_of_that_name(labels, first, last))
    if person:
        yield from person
        return
    start = first - 1 if first and labels.words.lows[first - 1] == "the" else first
    if states:
        acting = acts(labels.words, start, last)
        kind, ids, rule = ("organization", states, "name.state") if acting else ("place", places, "name.place")
        yield _made(labels, hit, first, last, type=kind, ids=tuple(ids), rule=rule)
    elif is_city(labels.words, start, last):
        yield _made(labels, hit, first, last, type="place", ids=tuple(places), rule="name.place")
    else:
        state = _stands_for(index, places[0])
        yield _made(labels, hit, first, last, type="organization", ids=(state,), literal=places[0], rule="name.capital", confidence=0.85)
