"""Whom a description means: the bearer of a title given in the article, else of a role the authority knows; an institution by its words."""

from collections.abc import Iterator, Sequence

import attrs

from kzcorpus.authority.institutions import nouns, read_institution
from kzcorpus.authority.nameindex import Date
from kzcorpus.authority.titles import Title, agrees, means_itself
from kzcorpus.model.articles import BlockKind
from kzcorpus.read.mentions.cast import Cast
from kzcorpus.read.mentions.history import History, Said
from kzcorpus.read.mentions.items import Item, Referent
from kzcorpus.read.mentions.states import acts

_DEFINITE = frozenset({"the", "this", "that", "'s", "his", "her", "their", "its"})
_OWN = frozenset({"his", "her"})
_ANYBODY = frozenset({"kin", "person"})
_COUNTERPART = "counterpart"
_STATE = frozenset({"state"})
_BEFORE_THE_BODY: frozenset[BlockKind] = frozenset({"headline", "deck", "heading", "caption"})
_POSSESSIVE = ("'s", "’s")


class Bearers:
    """Who bears what in an article, asked in the order of the text."""

    def __init__(self, cast: Cast, history: History) -> None:
        self._cast = cast
        self._index = cast.index
        self._history = history
        self._said: dict[int, frozenset[str]] = {}
        self._offices: dict[Title, Referent | None] = {}

    def of(self, item: Item) -> Referent | None:
        """Return whom a description means; None where it is indefinite or nothing tells."""
        if item.type == "organization":
            return self._institution(item)
        if item.type != "person" or item.title is None or not _definite(item):
            return None
        if item.title.word == _COUNTERPART:
            return self._counterpart(item, item.title)
        return None if item.title.role in _ANYBODY else self._titled(item, item.title)

    # people

    def _titled(self, item: Item, title: Title) -> Referent | None:
        """Return the last whom the article gave such a title, the first after from a headline, else whom the authority knows by it."""
        given = (said for said in self._history.titles() if self._means(item, title, said))
        found = next(given, None)
        if found and means_itself(title) and found.title.role != title.role:
            found = next((said for said in given if said.title.role == title.role), found)
        if found:
            return found.person
        ahead = next((said.person for said in self._history.titles_ahead(item) if self._means(item, title, said)), None)
        if ahead and (item.part.kind in _BEFORE_THE_BODY or item.part.page <= 1):
            return ahead
        return self._in_office(item, title) or ahead

    def _means(self, item: Item, title: Title, said: Said) -> bool:
        return agrees(title, said.title) and _fits(said.person, title, item, said.title)

    def _in_office(self, item: Item, title: Title) -> Referent | None:
        """Return whom the tenures of the authority make the bearer: somebody the article names, else whoever it was on its date."""
        index, date = self._index, self._cast.date
        named = [person for person in self._cast.known_people if _fits(person, title, item)]
        holders = [person for person in named if person.id and index.holds(person.id, title, date)]
        if holders:
            spoken = {id(past.referent): past.order for past in reversed(list(self._history.back()))}
            return max(holders, key=lambda person: spoken.get(id(person), -1))
        if date is None or not (title.country or title.rest):
            return None
        if title not in self._offices:
            self._offices[title] = self._by_office(title, date)
        return self._offices[title]

    def _by_office(self, title: Title, date: Date) -> Referent | None:
        """Return who bore a title of a country or body on the article's date; None where several did."""
        index = self._index
        found = index.bearers(title, date)
        state = index.state(title.country) if title.country else None
        # "the Russian leader" is who leads the state before who leads its government
        first = [agent for agent, tenures in found.items() if any(tenure.body == state for tenure in tenures)] or list(found)
        return self._cast.record(first[0]) if len(first) == 1 else None

    def _roles(self, person: Referent) -> set[str]:
        known = {title.role for title in self._index.titles_of(person.id, self._cast.date)}
        return known | {title.role for _, title in person.titles}

    def _counterpart(self, item: Item, title: Title) -> Referent | None:
        """Return who has, in another country, the role of the person spoken of last: "his Russian counterpart"."""
        owner = self._history.subject(item)
        if owner is None or not title.country:
            return None
        roles = self._roles(owner)
        for past in self._history.back():
            person = past.referent
            if person is None or person is owner or person.type != "person" or person.country not in (None, title.country):
                continue
            if roles & self._roles(person) and any(known.country in (None, title.country) for _, known in person.titles):
                return person
        return self._opposite(owner, title)

    def _opposite(self, owner: Referent, title: Title) -> Referent | None:
        """Return who held the owner's office in another country on the article's date; None where the date is not known, or several did."""
        date = self._cast.date
        if date is None:
            return None
        offices = [attrs.evolve(own, country=title.country) for own in self._index.titles_of(owner.id, date)]
        found = {id(person): person for office in offices if (person := self._by_office(office, date))}
        return next(iter(found.values())) if len(found) == 1 else None

    # institutions

    def named(self, item: Item) -> Referent | None:
        """Return the institution of a record that a name without its country means here: "the Interior Ministry"."""
        words = item.labels.words.lows[item.first : item.last]
        if read_institution(words).country:
            return None
        known = self._earlier(words)
        return known if known and known.id else self._of_country(item, words)

    def _institution(self, item: Item) -> Referent | None:
        if nouns()[item.labels.words.lows[item.head]] == _STATE:
            return self._state(item)
        capital = item.labels.surfaces[item.head][0].isupper() and item.first < item.head
        if item.determiner not in _DEFINITE and not capital:
            return None
        start = item.first + (item.determiner not in ("", "'s"))
        words = [word for word in item.labels.words.lows[start : item.last] if word not in _POSSESSIVE]
        country = read_institution(words).country
        if item.determiner == "'s" and country is None:
            return None
        ids = self._index.institutions(words)
        if len(ids) == 1:
            return self._cast.thing("organization", ids, item.text)
        if country:
            return self._cast.thing("organization", (), " ".join(item.labels.surfaces[start : item.last])) if len(words) > 1 else None
        return self._earlier(words) or self._of_country(item, words) or self._by_noun(item, words)

    def _state(self, item: Item) -> Referent | None:
        """Return the state that "the country", "the republic" means.

        Where it acts a country named in its sentence comes first, then the last state that acted, then the last country named, no further
        back than the passage before. Elsewhere it is the one state that acts in its sentence. "His country" is that of the person who is
        the subject.
        """
        lows = item.labels.words.lows
        if item.determiner in _OWN:
            return self._own_state(item)
        if item.determiner != "the" or item.head - item.first != 1 or lows[item.last : item.last + 1] == ["of"]:
            return None
        near = [(past, id_) for past in self._countries(item) if (id_ := self._state_of(past))]
        if not acts(item.labels.words, item.first, item.last):
            agents = {id_ for past, id_ in near if past.sentence == item.sentence and past.type == "organization"}
            return self._cast.thing("organization", tuple(agents), item.text) if len(agents) == 1 else None
        here = (id_ for past, id_ in near if past.sentence == item.sentence)
        acting = (id_ for past, id_ in near if past.type == "organization")
        state = next(here, None) or next(acting, None) or next((id_ for _, id_ in near), None)
        return self._cast.thing("organization", (state,), item.text) if state else None

    def _own_state(self, item: Item) -> Referent | None:
        """Return the state of the person who is the subject here: "his country"."""
        person = self._history.subject(item)
        state = self._index.state(person.country) if person and person.country else None
        return self._cast.thing("organization", (state,), item.text) if state else None

    def _countries(self, item: Item) -> Iterator[Item]:
        """Yield the places and organizations mentioned shortly before, the last first."""
        for past in self._history.back():
            if past.part.page < item.part.page - 1:
                return
            if past.type in ("place", "organization"):
                yield past

    def _state_of(self, past: Item) -> str | None:
        """Return the id of the state that a mention of a country means; None for any other place or organization."""
        known = past.referent
        if known is None or known.id is None:
            return None
        if past.type == "organization":
            return known.id if self._index.is_state(known.id) else None
        state = self._index.state(past.text)
        return state if state and self._index.is_state(state) else None

    def _earlier(self, words: Sequence[str]) -> Referent | None:
        """Return the last organization, no state, that the same words name once its country is left out."""
        wanted = read_institution(words).words
        for past in self._history.organizations() if wanted else ():
            known = past.referent
            if known and self._words_of(known) >= wanted:
                return known
        return None

    def _words_of(self, known: Referent) -> frozenset[str]:
        """Return the words that say which institution an organization of the article is, read once; none for a state."""
        words = self._said.get(id(known))
        if words is None:
            is_state = self._index.is_state(known.id or "")
            words = self._said[id(known)] = frozenset() if is_state else self._index.institution_words(known.id, known.words)
        return words

    def _of_country(self, item: Item, words: Sequence[str]) -> Referent | None:
        """Return the institution of the country whose officer is the subject here, or whose he is: "his government"."""
        person = self._history.subject(item) if self._index.may_have_country(words) else None
        if person is None or person.country is None:
            return None
        ids = self._index.institutions([*words, *person.country.lower().split()])
        return self._cast.thing("organization", ids, item.text) if len(ids) == 1 else None

    def _by_noun(self, item: Item, words: Sequence[str]) -> Referent | None:
        """Return the last organization of a kind that a noun may mean, named in this passage or the one before."""
        if len(words) > 1:
            return None
        noun = item.labels.words.lows[item.head]
        for past in self._history.organizations():
            known = past.referent
            if past.part.page < item.part.page - 1:
                break
            if known is None or past.sort != "name":
                continue
            if (known.id and self._index.kind_of(known.id) in nouns()[noun]) or noun in known.words:
                return known
        return None


def _definite(item: Item) -> bool:
    """Tell whether a description points at somebody: by its determiner, or as "Kazakh President" does in a headline."""
    if item.determiner:
        return item.determiner in _DEFINITE
    capital = item.labels.surfaces[item.head][0].isupper()
    return capital and (item.first < item.head or not item.labels.opens(item.head))


def _fits(person: Referent, title: Title, item: Item, known: Title | None = None) -> bool:
    """Tell whether country and sex speak against a description's meaning a person; a title's own country counts before the person's."""
    country = (known and known.country) or person.country
    if title.country and country and title.country != country:
        return False
    return not (item.sex and person.sex and item.sex != person.sex)
