"""The cast of an article: which names in it are one person or one organization, and which record of the authority that is."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from kzcorpus.authority.forms import normal, words_of
from kzcorpus.authority.nameindex import Date, NameIndex
from kzcorpus.authority.titles import Title
from kzcorpus.model.articles import MentionType
from kzcorpus.read.mentions.items import Item, Referent
from kzcorpus.read.mentions.wordlists import folded, given_names, name_suffixes, wordset

_CLEAR_FAMILY = 5
_NAMESAKES = 50


class Cast:
    """The referents of an article, by record and by name."""

    def __init__(self, index: NameIndex, date: Date | None) -> None:
        self.index = index
        self.date = date
        self.people: list[Referent] = []
        self.known_people: list[Referent] = []
        self._by_given_name: dict[str, list[Referent]] = {}
        self._by_id: dict[str, Referent] = {}
        self._by_family: dict[str, list[Referent]] = {}
        self._organizations: dict[object, Referent] = {}

    def settle(self, items: Iterable[Item]) -> None:
        """Say whom every name among the items means; a loose name that nothing shows to be one is dropped."""
        names = [item for item in items if item.sort in ("name", "loose")]
        people = [item for item in names if item.type == "person"]
        full = [item for item in people if item.sort == "name" and _is_full(item)]
        for item in full:
            item.referent = self._full(item)
            self._note(item)
        rest = [item for item in people if item.referent is None]
        for item in sorted(rest, key=lambda item: item.sort == "loose"):
            item.referent = self._loose(item) if item.sort == "loose" else self._short(item)
            if item.referent is None:
                item.kept = item.type != "person"
            else:
                self._note(item)
        places = {item.text for item in people if item.type == "place"}
        for item in people:
            if item.referent is None and item.sort == "loose" and item.text in places:
                item.type, item.rule, item.confidence = "place", "name.locative", 0.5
                item.kept = True
        before: Item | None = None
        for item in names:
            if item.type in ("organization", "place") and item.referent is None and item.kept:
                if before is not None and _explains(before, item) and before.referent:
                    self._organizations.setdefault(self._key(item.type, item.text), before.referent)
                item.referent = self.thing(item.type, item.ids, item.text)
            before = item

    def _note(self, item: Item) -> None:
        referent = item.referent
        if referent is None:
            return
        referent.sex = referent.sex or item.sex
        if item.title:
            referent.titles.append((item.order, item.title))
            referent.country = referent.country or item.title.country

    def _full(self, item: Item) -> Referent:
        ids = item.ids or self.index.people(item.text)
        if len(ids) > 1:
            ids = self._titled(ids, item.title)
        words = person_words(item.text)
        if len(ids) == 1:
            return self._known(ids[0], words)
        for referent in self._by_family.get(words[-1], [])[-_NAMESAKES:]:
            if referent.id is None and compatible(words, referent.words):
                if len(item.text) > len(referent.name or ""):
                    referent.name, referent.words = item.text, words
                return referent
        return self._unknown(item.text, words)

    def _titled(self, ids: tuple[str, ...], title: Title | None) -> tuple[str, ...]:
        if title is None:
            return ids
        dated = tuple(id_ for id_ in ids if self.index.holds(id_, title, self.date))
        return dated or tuple(id_ for id_ in ids if self.index.holds(id_, title))

    def _known(self, id_: str, words: tuple[str, ...]) -> Referent:
        referent = self._by_id.get(id_)
        if referent is None:
            given = folded(self.index.name_of(id_).split(" ")[0])
            country = self.index.country_of(id_)
            referent = self._by_id[id_] = Referent("person", id_, None, words, given_names().get(given), country=country)
            self._enter(referent)
            self.known_people.append(referent)
        for family in {words[-1], *self.index.families(id_)}:
            known = self._by_family.setdefault(family, [])
            if referent not in known[-_NAMESAKES:]:
                known.append(referent)
        return referent

    def _enter(self, referent: Referent) -> None:
        self.people.append(referent)
        if len(referent.words) > 1:
            self._by_given_name.setdefault(referent.words[0], []).append(referent)

    def _unknown(self, name: str, words: tuple[str, ...]) -> Referent:
        referent = Referent("person", None, name, words)
        self._enter(referent)
        self._by_family.setdefault(words[-1], []).append(referent)
        return referent

    def _namesakes(self, item: Item) -> list[Referent]:
        """Return the people of the article whom a family name may mean."""
        known = self._by_family.get(person_words(item.text)[-1], [])[-_NAMESAKES:]
        fitting = [person for person in known if not (item.sex and person.sex and item.sex != person.sex)]
        if len(fitting) > 1 and item.title:
            titled = [person for person in fitting if any(title.role == item.title.role for _, title in person.titles)]
            fitting = titled or fitting
        return fitting

    def _short(self, item: Item) -> Referent | None:
        """Return whom a family name means, alone or behind a title: a fuller name in the article, else the one record that fits."""
        fitting = self._namesakes(item)
        if fitting:
            return fitting[0] if len(fitting) == 1 else self._nearest(fitting, item)
        ids = self._titled(item.ids, item.title) if len(item.ids) > 1 else item.ids
        words = person_words(item.text)
        if len(ids) == 1 and self._clear(item):
            return self._known(ids[0], words)
        if item.ids and not self._clear(item):
            return None
        # a name that several records bear stays without a name too: it is not one that no record knows
        return Referent("person", words=words) if len(ids) > 1 else self._unknown(item.text, words)

    def _clear(self, item: Item) -> bool:
        """Tell whether a family name alone is enough: it is long, or something shows it to be a person's."""
        return len(item.text) >= _CLEAR_FAMILY or item.title is not None or item.lead >= 0 or item.rule == "name.honorific"

    def _nearest(self, fitting: list[Referent], item: Item) -> Referent | None:
        """Return the last of several namesakes that a title of the article speaks for; None where nothing does."""
        title = item.title
        return next((person for person in fitting if title and person.id and self.index.holds(person.id, title)), None)

    def _loose(self, item: Item) -> Referent | None:
        words = person_words(item.text)
        for person in self._by_family.get(words[-1], [])[-_NAMESAKES:]:
            if len(words) == 1 or words[0] in person.words or (person.words[0] == words[0] and len(words) <= len(person.words)):
                return None if len(words) == 1 and _is_common(item) else person
        if len(words) == 1:
            return self._by_given(item, words[0]) or self._single(item)
        if item.labels.surfaces[item.first] in wordset("naming", "words", "places"):
            return self._single(item)
        if item.speaking and item.rule != "name.capitals":
            return self._unknown(item.text, words)
        return None

    def _by_given(self, item: Item, word: str) -> Referent | None:
        """Return the only person of the article with a given name, where it speaks."""
        if not item.speaking:
            return None
        fitting = self._by_given_name.get(word, [])
        return fitting[0] if len(fitting) == 1 else None

    def _single(self, item: Item) -> Referent | None:
        """Say what a capitalised word means that nobody introduced: a place where something is, or somebody who speaks."""
        labels, words = item.labels, item.labels.words
        before = words.lows[item.first - 1] if labels.together(item.first - 1, item.first) else ""
        if before == "to" and item.speaking:
            return self._outlet(item)
        following = words.tags[item.last]
        if before in wordset("naming", "context", "locative") and not labels.titled(item.first):
            if following not in "KU":
                item.type, item.rule, item.confidence = "place", "name.locative", 0.6
            return None
        if (following in "KU" and labels.together(item.first, item.last)) or not item.speaking or labels.titled(item.first):
            return None
        if _camel(item.text) or words.lows[item.last] in wordset("naming", "words", "media"):
            return self._outlet(item)
        if _is_common(item) or (item.text.lower().endswith("s") and labels.opens(item.first)):
            return None
        return self._unknown(item.text, person_words(item.text))

    def _outlet(self, item: Item) -> Referent:
        """Take an unknown name for an organization's: what is "according to" it, what it "reported"."""
        item.type, item.rule, item.confidence = "organization", "name.outlet", 0.5
        return self.thing("organization", (), item.text)

    def thing(self, type_: MentionType, ids: tuple[str, ...], text: str) -> Referent:
        """Return the organization or place of a record, or of a name that no record knows."""
        id_ = ids[0] if len(ids) == 1 else None
        key: object = id_ or self._key(type_, text)
        text = text.removeprefix("The ").removeprefix("the ")
        referent = self._organizations.get(key)
        if referent is None:
            referent = self._organizations[key] = Referent(type_, id_, None if id_ else text, words_of(text))
        elif referent.id is None and len(text) > len(referent.name or ""):
            referent.name = text
        return referent

    def _key(self, type_: MentionType, text: str) -> object:
        return type_, self.index.institution_key(normal(text).split(" "))

    def record(self, id_: str) -> Referent:
        """Return the person of a record, whom the article may not name."""
        return self._known(id_, words_of(self.index.name_of(id_)))


def _explains(name: Item, acronym: Item) -> bool:
    """Tell whether an unknown acronym stands in brackets after a name whose initials it has: "Union of Green Parties (UGP)"."""
    letters = acronym.text.lower()
    if acronym.rule != "name.acronym" or name.part.page != acronym.part.page or name.last != acronym.first - 1 or name.type != acronym.type:
        return False
    initials = "".join(word[0] for word in normal(name.text).split(" "))
    return acronym.labels.words.tags[acronym.first - 1] == "(" and all(letter in initials for letter in letters)


def _is_common(item: Item) -> bool:
    """Tell whether a name that opens a sentence also stands in small letters in its passage, and so may be no name."""
    return item.labels.opens(item.first) and item.labels.stands_small(item.first, item.text.lower())


def _is_full(item: Item) -> bool:
    return item.last - item.first > 1 and " " in item.text and len(person_words(item.text)) > 1


@lru_cache(maxsize=16384)
def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a personal name in their normal form, without what follows the family name ("Jr.")."""
    words = words_of(name)
    return words[:-1] if len(words) > 1 and words[-1] in name_suffixes() else words


def compatible(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether two names with one family name can be one person's: the given names are equal, or one is the initial of the other."""
    ours, theirs = words[0], others[0]
    if len(words) == 1 or len(others) == 1:
        return True
    return ours == theirs or (min(len(ours), len(theirs)) == 1 and ours[0] == theirs[0])


def _camel(name: str) -> bool:
    """Tell whether a name has a capital inside a word, as companies' names have."""
    return any(later.isupper() and earlier.islower() for earlier, later in pairwise(name)) and not name.startswith(
        ("Mc", "Mac", "De", "La")
    )
