"""The searches for a name, each by one kind of evidence: as written, as it sounds, behind a title, as a post, inflected, misspelled."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain

import attrs

from kzcorpus.authority.appellations import bearers, institutions, is_common, is_word, unpossessed
from kzcorpus.authority.evidence import APPELLATION, EXACT, FAMILY, INFLECTED, INSTITUTION, MIDDLE, NORMAL, SCORES
from kzcorpus.authority.forms import normal, words_of
from kzcorpus.authority.inflections import first_cases, first_cases_of_places
from kzcorpus.authority.institutions import institution_words, read_institution
from kzcorpus.authority.nameindex import Date, NameIndex, name_index
from kzcorpus.authority.people import people_of
from kzcorpus.authority.respellings import respellings
from kzcorpus.authority.similarity import similar
from kzcorpus.authority.titles import Title, portfolios, read_title
from kzcorpus.model.authorities import Authority, in_force
from kzcorpus.model.findings import Match
from kzcorpus.model.names import Name

_OUT_OF_TIME = 0.9
_TITLE_FITS = 0.98
_TITLE_UNKNOWN = 0.95
_TITLE_AGAINST = 0.8
_BY_POST = 0.9
_BY_LESSER_POST = 0.8
_MOST_TITLE_WORDS = 16

Search = Callable[[str], Iterable[Match]]


class Finder:
    """What one search needs: the authority's names in every form, and the date."""

    def __init__(self, authority: Authority, date: Date | None) -> None:
        self.index: NameIndex = name_index(authority)
        self.people = people_of(authority)
        self.others = respellings(authority)
        self.authority = authority
        self.date = date

    def dated(self, match: Match, name: Name) -> Match:
        """Weigh a match by the date: what the name or a role says of it."""
        if self.date is None:
            return match
        if not in_force(name.since, name.until, self.date):
            return _weighed(match, _OUT_OF_TIME, f"not its name on {self.date}")
        offices = self.index.tenures.get(match.entity, [])
        held = {tenure.post or "member" for tenure in offices if in_force(tenure.since, tenure.until, self.date)}
        if held:
            return _weighed(match, 1, f"{', '.join(sorted(held))} on {self.date}")
        return _weighed(match, _OUT_OF_TIME, f"no role on {self.date}") if offices else match

    def _match(self, id_: str, known: Name, how: str) -> Match:
        return self.dated(Match(id_, known.text, SCORES[how], how), known)

    def written(self, name: str) -> Iterator[Match]:
        """Yield whom a name means as it is written: exactly, in its normal form, in another order, shortened, as an institution."""
        for id_, known, how in self.index.entries(name):
            if self._is_meant(name, id_, known, how):
                yield self._match(id_, known, NORMAL if how == EXACT and known.text != name else how)

    def _is_meant(self, name: str, id_: str, known: Name, how: str) -> bool:
        """Tell whether what the index finds is meant: no acronym by a word, no further names of an organization, no nationality alone."""
        if how == MIDDLE:
            return self.index.is_person(id_) and not self.people.contradicts(id_, name)
        if known.text.isupper() and is_word(name):
            return False
        return how != INSTITUTION or bool(read_institution(words_of(name)).words)

    def respelled(self, name: str) -> Iterator[Match]:
        """Yield whom a name means by its keys."""
        if not is_common(name):
            for id_, known, how in chain(self.people.meet(name), self.others.meet(name)):
                yield self._match(id_, known, how)

    def plain(self, name: str) -> Iterator[Match]:
        """Yield whom a name without a title may mean."""
        yield from self.written(name)
        yield from self.respelled(name)
        for other in institutions(name):
            yield from (self._match(id_, known, INSTITUTION) for id_, known, how in self.index.entries(other) if how != FAMILY)

    def titled(self, name: str, search: Search) -> Iterator[Match]:
        """Yield candidates for a name behind an English title: "Foreign Minister Tleuberdi"."""
        words = name.split()
        for cut in range(1, min(len(words), _MOST_TITLE_WORDS)):
            title = read_title([part for word in words[:cut] for part in normal(unpossessed(word)).split(" ")])
            if title is None or not self._is_explained(title, words[:cut]):
                continue
            said = " ".join(words[:cut])
            for match in search(" ".join(words[cut:])):
                if not self.index.is_person(match.entity):
                    continue
                if self._bears(match.entity, title):
                    yield _weighed(match, _TITLE_FITS, f"bears the title {said!r}")
                else:
                    known = match.entity in self.index.offices
                    yield _weighed(match, _TITLE_AGAINST if known else _TITLE_UNKNOWN, f"not known as {said!r}")

    def _is_explained(self, title: Title, said: list[str]) -> bool:
        """Tell whether the words of a title that tell no role are names or words of institutions, or begin with a small letter.

        "President Boris Tokayev" is no president Tokayev: Boris is none of these.
        """
        small = {normal(unpossessed(word)) for word in said if word == word.lower()}
        return all(word in small or word in _words_of_institutions() or self.index.organizations(word) for word in title.rest)

    def _bears(self, agent: str, title: Title) -> bool:
        """Tell whether a tenure gives an agent a title, the institution in it named in full or in part."""
        if self.index.holds(agent, title):
            return True
        bodies = self.index.institutions([*((title.country,) if title.country else ()), *title.rest]) if title.rest else ()
        plain = attrs.evolve(title, rest=())
        return any(tenure.body in bodies for tenure in self.index.tenures_as(agent, plain))

    def called(self, name: str, search: Search) -> Iterator[Match]:
        """Yield candidates for a name behind what is only set aside: a title of another language, "Russia's"."""
        first, _, rest = name.partition(" ")
        owner = unpossessed(first)
        whose = [(rest, first)] if rest and owner != first and self.index.organizations(normal(owner)) else []
        for rest, said in chain(whose, bearers(name)):
            found = [match for match in search(rest) if self.index.is_person(match.entity)]
            yield from (_weighed(match, APPELLATION, f"behind {said!r}") for match in found)
            if found:
                return

    def by_post(self, name: str) -> Iterator[Match]:
        """Yield those who bear a title on a date, or bear it still: "President of Kazakhstan"."""
        title = read_title(normal(name).split(" "))
        if title is None or not (title.country or title.rest) or title.earlier:
            return
        for agent in self.index.offices:
            held = self.index.tenures_as(agent, title, self.date)
            tenures = [tenure for tenure in held if self.date is not None or tenure.until is None]
            if tenures:
                tenure = min(tenures, key=lambda one: (one.post or "", one.since or "", one.body or ""))
                when = f"on {self.date}" if self.date is not None else f"since {tenure.since or 'an unknown date'}"
                # "the leader" of a country is its president before its prime minister
                first = not title.country or any(one.body == self.index.state(title.country) for one in tenures)
                yield Match(agent, name, _BY_POST if first else _BY_LESSER_POST, f"{tenure.post} {when}")

    def named(self, name: str) -> Iterator[Match]:
        """Yield whom a name may mean, with or without a title."""
        yield from self.plain(name)
        behind = tuple(self.titled(name, self.plain))
        yield from behind or self.called(name, self.plain)

    def inflected(self, name: str) -> Iterator[Match]:
        """Yield whom a name means that stands in another case."""
        for first, case in first_cases(name):
            for match in chain(self.plain(first), self.called(first, self.plain)):
                yield _weighed(match, INFLECTED, f"{case} of {first!r}")
        for first in first_cases_of_places(name):
            for match in self.written(first):
                if self.index.is_place(match.entity) or self.index.is_state(match.entity):
                    yield _weighed(match, INFLECTED, f"an inflected form of {first!r}")

    def slipped(self, name: str) -> Iterator[Match]:
        """Yield those from whose full name this one is a slip of the pen away."""

        def search(said: str) -> Iterator[Match]:
            for id_, known, how in chain(self.people.slipped(said), self.others.slipped(said)):
                yield self._match(id_, known, how)

        yield from search(name)
        yield from self.titled(name, search)

    def similar(self, name: str) -> Iterator[Match]:
        """Yield those whose names are most like this one; needs the extra ``match``."""
        for id_, known, score, reason in similar(self.authority, name):
            yield self.dated(Match(id_, known.text, score, reason), known)


@cache
def _words_of_institutions() -> frozenset[str]:
    return institution_words() | {word for form in portfolios().forms() for word in form.split(" ")}


def _weighed(match: Match, weight: float, reason: str) -> Match:
    return Match(match.entity, match.name, match.score * weight, f"{match.reason}; {reason}")
