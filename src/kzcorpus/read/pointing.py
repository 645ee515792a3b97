"""Whom descriptions and pronouns point at: titles given in the article first, then roles the authority knows, then who was spoken of last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.authority.institutions import nouns, read_institution
from kzcorpus.authority.titles import agrees

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzcorpus.authority.titles import Title
    from kzcorpus.read.cast import Cast, Item, Referent

_DEFINITE = frozenset({"the", "this", "that", "'s", "his", "her", "their", "its"})
_NOBODY = frozenset({"kin", "person"})
_WINDOW = 3
_SAME, _LAST = 100, 90
_AHEAD: frozenset[str] = frozenset({"headline", "deck", "heading", "caption"})


class Pointing:
    """The items of an article in order, and whom those that are no names point at."""

    def __init__(self, items: Sequence[Item], cast: Cast) -> None:
        self.items = items
        self.cast = cast
        self._past: list[Item] = []

    def settle(self) -> None:
        """Resolve descriptions and pronouns in the order of the text, those inside quotations last, since their speaker may follow them."""
        later: list[Item] = []
        for item in self.items:
            if item.found.sort == "pronoun" and item.quotation >= 0:
                later.append(item)
                continue
            self._resolve(item)
            if item.referent is not None and item.kept:
                self._past.append(item)
        for item in later:
            item.referent = self._quoted_pronoun(item)

    def _resolve(self, item: Item) -> None:
        sort = item.found.sort
        if sort == "description" and item.referent is None:
            item.referent = item.bearer.referent if item.bearer else self._description(item)
            if item.referent and item.found.title and item.referent.type == "person" and item.bearer:
                item.referent.titles.append((item.order, item.found.title))
        elif sort == "pronoun":
            item.referent = self._pronoun(item)
        elif item.found.rule == "name.institution" and item.referent and item.referent.id is None:
            item.referent = self._named_institution(item) or item.referent

    # -- descriptions

    def _description(self, item: Item) -> Referent | None:
        found = item.found
        if found.type == "person" and found.title:
            if not self._definite(item) or found.title.role in _NOBODY and found.title.word != "counterpart":
                return None
            return self._counterpart(item, found.title) if found.title.word == "counterpart" else self._by_title(item, found.title)
        if found.type == "organization":
            return self._institution(item)
        return None

    def _definite(self, item: Item) -> bool:
        found = item.found
        if found.determiner:
            return found.determiner in _DEFINITE
        capital = item.labels.surfaces[found.head][0].isupper()
        return capital and (not item.labels.opens(found.head) or found.first < found.head)

    def _by_title(self, item: Item, title: Title) -> Referent | None:
        """Return the last whom the article gave such a title before, the first after from a headline, else whom the authority knows by it."""
        people = self.cast.people
        said = [(order, person) for person in people for order, known in person.titles if agrees(title, known) and self._fits(person, title, item)]
        before = [entry for entry in said if entry[0] < item.order]
        if before:
            return max(before, key=lambda entry: entry[0])[1]
        ahead = min(said, key=lambda entry: entry[0], default=None)
        if ahead and (item.block in _AHEAD or item.page <= 1):
            return ahead[1]
        return self._by_tenure(item, title) or (ahead[1] if ahead else None)

    def _fits(self, person: Referent, title: Title, item: Item) -> bool:
        if title.country and person.country and title.country != person.country:
            return False
        return not (item.found.sex and person.sex and item.found.sex != person.sex)

    def _by_tenure(self, item: Item, title: Title) -> Referent | None:
        index, date = self.cast.index, self.cast.date
        named = [person for person in self.cast.people if person.id and self._fits(person, title, item)]
        holders = [person for person in named if index.holds(person.id or "", title, date)]
        holders = holders or [person for person in named if date is None and index.holds(person.id or "", title)]
        if holders:
            spoken = {id(past.referent): past.order for past in self._past}
            return max(holders, key=lambda person: spoken.get(id(person), -1))
        if date is None or not (title.country or title.rest):
            return None
        found = [agent for agent in index.offices if index.holds(agent, title, date)]
        return self.cast.record(found[0]) if len(found) == 1 else None

    def _counterpart(self, item: Item, title: Title) -> Referent | None:
        """Return who has, in another country, the role of the person spoken of last: "his Russian counterpart"."""
        owner = self._subject(item, before=item.found.first)
        if owner is None or not title.country:
            return None
        roles = {known.role for _, known in owner.titles} | {known.role for known in self.cast.index.titles_of(owner.id, self.cast.date)}
        for past in reversed(self._past):
            person = past.referent
            if person is None or person is owner or person.type != "person":
                continue
            theirs = {known.role for _, known in person.titles} | {known.role for known in self.cast.index.titles_of(person.id, self.cast.date)}
            if (person.country in (None, title.country)) and roles & theirs and any(
                known.country in (None, title.country) for _, known in person.titles
            ):
                return person
        return None

    def _institution(self, item: Item) -> Referent | None:
        found = item.found
        if found.determiner not in _DEFINITE and not self._capitalised(item):
            return None
        lows = item.labels.words.lows
        start = found.first + (found.determiner not in ("", "'s"))
        words = [word for word in lows[start : found.last] if word not in ("'s", "’s")]
        if found.determiner == "'s":
            words = words[1:] if read_institution(words).country is None else words
        if found.determiner == "'s" and read_institution(words).country is None:
            return None
        ids = self.cast.index.institutions(words)
        if len(ids) == 1:
            return self.cast.thing("organization", ids, found.text)
        if read_institution(words).country:
            return self.cast.thing("organization", (), " ".join(item.labels.surfaces[start : found.last])) if len(words) > 1 else None
        return self._earlier_institution(words) or self._of_country(item, words) or self._by_noun(item, lows[found.head], words)

    def _named_institution(self, item: Item) -> Referent | None:
        """Return the institution of a record that a name without its country means here: "the Interior Ministry"."""
        words = item.labels.words.lows[item.found.first : item.found.last]
        if read_institution(words).country:
            return None
        known = self._earlier_institution(words)
        return known if known and known.id else self._of_country(item, words)

    def _capitalised(self, item: Item) -> bool:
        return item.labels.surfaces[item.found.head][0].isupper() and item.found.first < item.found.head

    def _organizations(self) -> Iterator[Referent]:
        for past in reversed(self._past):
            if past.referent is not None and past.referent.type == "organization" and not self.cast.index.is_state(past.referent.id or ""):
                yield past.referent

    def _earlier_institution(self, words: list[str]) -> Referent | None:
        """Return the last organization that the same words name once its country is left out."""
        wanted = read_institution(words).words
        return next((known for known in self._organizations() if self.cast.index.institution_words(known.id, known.words) >= wanted), None)

    def _of_country(self, item: Item, words: list[str]) -> Referent | None:
        """Return the institution of the country whose officer is the subject here, or whose he is: "his government"."""
        person = self._subject(item, before=item.found.first)
        if person is None or person.country is None:
            return None
        ids = self.cast.index.institutions([*words, *person.country.lower().split()])
        return self.cast.thing("organization", ids, item.found.text) if len(ids) == 1 else None

    def _by_noun(self, item: Item, noun: str, words: list[str]) -> Referent | None:
        """Return the last organization of a kind that a noun may mean, in this passage or the one before."""
        if len(words) > 1:
            return None
        kinds = nouns()[noun]
        for past in reversed(self._past):
            if past.page < item.page - 1 or past.order >= item.order:
                break
            known = past.referent
            if known is None or known.type != "organization" or past.found.sort != "name":
                continue
            if known.id and self.cast.index.kind_of(known.id) in kinds or noun in known.words:
                return known
        return None

    # -- pronouns

    def _people(self, item: Item) -> Iterator[Item]:
        """Yield those spoken of shortly before, the last first."""
        for past in reversed(self._past):
            if past.order >= item.order or past.referent is None or past.referent.type != "person":
                continue
            if past.sentence < item.sentence - _WINDOW:
                return
            yield past

    def _subject(self, item: Item, before: int) -> Referent | None:
        """Return the person who is the subject where a possessive stands, or was in the sentence before."""
        best = max(((self._weight(past, item), -i, past) for i, past in enumerate(self._people(item))), key=lambda entry: entry[:2], default=None)
        return best[2].referent if best else None

    def _weight(self, past: Item, item: Item) -> int:
        """Weigh a person as what a subject pronoun means: the subject of the same or the last sentence before all others."""
        distance = item.sentence - past.sentence
        weight = (_SAME if distance == 0 else _LAST) - 25 * max(0, distance - 1)
        if past.quotation >= 0 and past.quotation != item.quotation:
            weight -= 60
        if not (past.found.subject or past.found.speaking):
            weight -= 35
        if past.found.speaking:
            weight += 5
        if past.page != item.page:
            weight -= 10
        return weight

    def _pronoun(self, item: Item) -> Referent | None:
        low = item.found.text.lower()
        if low == "it":
            return next((past.referent for past in reversed(self._past) if past.referent and past.referent.type == "organization"
                         and past.sentence >= item.sentence - 1 and past.found.subject), None)
        if low in ("they", "them"):
            return None
        sex = item.found.sex
        people = [past for past in self._people(item) if past.referent and past.referent.sex in (None, sex)]
        if self._relative(item):
            return next((past.referent for past in people if past.sentence == item.sentence), None)
        if low in ("him", "her") and not self._according(item):
            subjects = {id(past.referent) for past in people if past.sentence == item.sentence and past.found.subject}
            people = [past for past in people if id(past.referent) not in subjects]
        scored = [(self._weight(past, item) + (8 if past.referent and past.referent.sex == sex else 0), -i, past) for i, past in enumerate(people)]
        best = max(scored, key=lambda entry: entry[:2], default=None)
        return best[2].referent if best else None

    def _according(self, item: Item) -> bool:
        words, first = item.labels.words, item.found.first
        return first > 1 and words.lows[first - 2 : first] == ["according", "to"]

    def _relative(self, item: Item) -> bool:
        words, first = item.labels.words, item.found.first
        return first > 0 and words.tags[first - 1] == "W" and words.lows[first - 1] in ("which", "whom", "that")

    def _quoted_pronoun(self, item: Item) -> Referent | None:
        """Return whom a pronoun inside a quotation means: somebody spoken of before, but not the one who speaks there."""
        if item.found.sex is None:
            return None
        near = [past for past in self.items if past.page == item.page and past.quotation < 0 and abs(past.sentence - item.sentence) <= 1]
        speakers = {id(past.referent) for past in near if past.found.speaking and past.referent}
        for past in self._people(item):
            if id(past.referent) not in speakers and past.referent and past.referent.sex in (None, item.found.sex):
                return past.referent
        return None
