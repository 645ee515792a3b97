"""Whom a description means: the bearer of a title given in the article, else of a role the authority knows; an institution by its words."""

from collections.abc import Sequence

from kzcorpus.authority.institutions import nouns, read_institution
from kzcorpus.authority.titles import Title, agrees
from kzcorpus.model.articles import BlockKind
from kzcorpus.read.mentions.cast import Cast, Item, Referent
from kzcorpus.read.mentions.history import History, Said

_DEFINITE = frozenset({"the", "this", "that", "'s", "his", "her", "their", "its"})
_ANYBODY = frozenset({"kin", "person"})
_COUNTERPART = "counterpart"
_BEFORE_THE_BODY: frozenset[BlockKind] = frozenset({"headline", "deck", "heading", "caption"})
_POSSESSIVE = ("'s", "’s")


class Bearers:
    """Who bears what in an article, asked in the order of the text."""

    def __init__(self, cast: Cast, history: History) -> None:
        self._cast = cast
        self._index = cast.index
        self._history = history

    def of(self, item: Item) -> Referent | None:
        """Return whom a description means; None where it is indefinite or nothing tells."""
        found = item.found
        if found.type == "organization":
            return self._institution(item)
        if found.type != "person" or found.title is None or not _definite(item):
            return None
        if found.title.word == _COUNTERPART:
            return self._counterpart(item, found.title)
        return None if found.title.role in _ANYBODY else self._titled(item, found.title)

    # people

    def _titled(self, item: Item, title: Title) -> Referent | None:
        """Return the last whom the article gave such a title, the first after from a headline, else whom the authority knows by it."""
        for said in self._history.titles():
            if self._means(item, title, said):
                return said.person
        ahead = next((said.person for said in self._history.titles_ahead(item) if self._means(item, title, said)), None)
        if ahead and (item.block in _BEFORE_THE_BODY or item.page <= 1):
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
        found = [agent for agent in index.offices if index.holds(agent, title, date)]
        return self._cast.record(found[0]) if len(found) == 1 else None

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
        return None

    # institutions

    def named(self, item: Item) -> Referent | None:
        """Return the institution of a record that a name without its country means here: "the Interior Ministry"."""
        words = item.labels.words.lows[item.found.first : item.found.last]
        if read_institution(words).country:
            return None
        known = self._earlier(words)
        return known if known and known.id else self._of_country(item, words)

    def _institution(self, item: Item) -> Referent | None:
        found = item.found
        capital = item.labels.surfaces[found.head][0].isupper() and found.first < found.head
        if found.determiner not in _DEFINITE and not capital:
            return None
        start = found.first + (found.determiner not in ("", "'s"))
        words = [word for word in item.labels.words.lows[start : found.last] if word not in _POSSESSIVE]
        country = read_institution(words).country
        if found.determiner == "'s" and country is None:
            return None
        ids = self._index.institutions(words)
        if len(ids) == 1:
            return self._cast.thing("organization", ids, found.text)
        if country:
            return self._cast.thing("organization", (), " ".join(item.labels.surfaces[start : found.last])) if len(words) > 1 else None
        return self._earlier(words) or self._of_country(item, words) or self._by_noun(item, words)

    def _earlier(self, words: Sequence[str]) -> Referent | None:
        """Return the last organization, no state, that the same words name once its country is left out."""
        wanted = read_institution(words).words
        for past in self._history.back():
            known = past.referent
            if known is None or known.type != "organization" or self._index.is_state(known.id or ""):
                continue
            if wanted and self._index.institution_words(known.id, known.words) >= wanted:
                return known
        return None

    def _of_country(self, item: Item, words: Sequence[str]) -> Referent | None:
        """Return the institution of the country whose officer is the subject here, or whose he is: "his government"."""
        person = self._history.subject(item)
        if person is None or person.country is None:
            return None
        ids = self._index.institutions([*words, *person.country.lower().split()])
        return self._cast.thing("organization", ids, item.found.text) if len(ids) == 1 else None

    def _by_noun(self, item: Item, words: Sequence[str]) -> Referent | None:
        """Return the last organization of a kind that a noun may mean, named in this passage or the one before."""
        noun = item.labels.words.lows[item.found.head]
        if len(words) > 1:
            return None
        for past in self._history.back():
            known = past.referent
            if past.page < item.page - 1:
                break
            if known is None or known.type != "organization" or past.found.sort != "name":
                continue
            if (known.id and self._index.kind_of(known.id) in nouns()[noun]) or noun in known.words:
                return known
        return None


def _definite(item: Item) -> bool:
    """Tell whether a description points at somebody: by its determiner, or as "Kazakh President" does in a headline."""
    found = item.found
    if found.determiner:
        return found.determiner in _DEFINITE
    capital = item.labels.surfaces[found.head][0].isupper()
    return capital and (found.first < found.head or not item.labels.opens(found.head))


def _fits(person: Referent, title: Title, item: Item, known: Title | None = None) -> bool:
    """Tell whether country and sex speak against a description's meaning a person; a title's own country counts before the person's."""
    country = (known and known.country) or person.country
    if title.country and country and title.country != country:
        return False
    return not (item.found.sex and person.sex and item.found.sex != person.sex)
