"""Whom descriptions and pronouns point at, in the order of the text."""

import re
from collections.abc import Sequence
from itertools import islice

from kzcorpus.read.mentions.bearers import Bearers
from kzcorpus.read.mentions.cast import Cast
from kzcorpus.read.mentions.history import History, best
from kzcorpus.read.mentions.items import Item, Referent
from kzcorpus.read.mentions.running import BESIDE

_OBJECTS = ("him", "her")
_NO_PERSON = ("they", "them")
_SEX_KNOWN = 8
_CLAUSE = 60
_CLAUSE_END = re.compile('[,;:"B-]')
_CLAUSE_BREAK = re.compile("[,;:BTC-]")


def point(items: Sequence[Item], cast: Cast) -> None:
    """Say whom the descriptions and pronouns among the items mean.

    Those inside quotations come last, since who speaks there may be named after them.
    """
    history = History(items)
    bearers = Bearers(cast, history)
    quoted = []
    for item in items:
        sort = item.sort
        if sort == "pronoun":
            if item.quotation >= 0:
                quoted.append(item)
                continue
            item.referent = _pronoun(item, history)
            if item.referent is not None and item.type == "group":
                item.type = item.referent.type  # "they", said of one body
        elif sort == "description":
            item.referent = item.bearer.referent if item.bearer else bearers.of(item)
        elif item.rule == "name.institution" and item.referent and item.referent.id is None:
            item.referent = bearers.named(item) or item.referent
        if item.referent is not None and item.kept and item.part.kind not in BESIDE:
            history.note(item)
    for item in quoted:
        item.referent = _quoted(item, history)


def _pronoun(item: Item, history: History) -> Referent | None:
    low = item.labels.words.lows[item.first]
    if low in _NO_PERSON:
        return _body(item, history) if low == "they" else None
    if low == "it":
        return _organization(item, history)
    near = list(history.people(item))
    people = [past for past in near if past.referent and past.referent.sex in (None, item.sex)]
    if _relative(item):
        return next((past.referent for past in people if past.sentence == item.sentence), None)
    if low in _OBJECTS and not _after_according_to(item):
        subject = next((past for past in near if past.sentence == item.sentence and past.subject), None)
        if subject is not None and _same_clause(subject, item):
            people = [past for past in people if past.referent is not subject.referent]
    elif people and low not in _OBJECTS and not _subordinate(item):
        later = _named_later(item, history)
        people = [past for past in people if id(past.referent) not in later]
    return best(iter(people), item, _SEX_KNOWN) or (_long_ago(item, history) if low not in _OBJECTS else None)


def _long_ago(item: Item, history: History) -> Referent | None:
    """Return the last person known to be of a subject pronoun's sex, however many sentences ago."""
    for past in islice(history.back(), _CLAUSE):
        if past.referent and past.referent.type == "person" and past.referent.sex == item.sex:
            return past.referent
    return None


def _organization(item: Item, history: History) -> Referent | None:
    """Return the last organization that was a subject in this sentence or the one before."""
    for past in history.organizations():
        if past.sentence < item.sentence - 1:
            return None
        if past.subject:
            return past.referent
    return None


def _body(item: Item, history: History) -> Referent | None:
    """Return the organization that "they" means: the subject of its sentence, in which nobody else is spoken of before."""
    before = [past for past in history.around(item) if past.sentence == item.sentence and past.order < item.order and past.kept]
    if any(past.type in ("person", "group") for past in before):
        return None
    bodies = {id(past.referent): past.referent for past in before if past.type == "organization" and past.referent}
    if not any(past.subject or _opens(past) for past in before):
        return None
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _opens(item: Item) -> bool:
    """Tell whether a name opens its sentence, its article before it."""
    words, first = item.labels.words, item.first
    first -= first > 0 and words.lows[first - 1] == "the"
    return first == 0 or words.sentence[first - 1] != words.sentence[first]


def _quoted(item: Item, history: History) -> Referent | None:
    """Return whom a pronoun inside a quotation means: somebody spoken of before, but not the one who speaks there."""
    if item.sex is None:
        return None
    near = (past for past in history.around(item) if past.quotation < 0 and past.referent and past.part.page == item.part.page)
    speakers = {id(past.referent) for past in near if past.speaking}
    for past in history.people(item):
        if id(past.referent) not in speakers and past.referent and past.referent.sex in (None, item.sex):
            return past.referent
    return None


def _after_according_to(item: Item) -> bool:
    first = item.first
    return first > 1 and item.labels.words.lows[first - 2 : first] == ["according", "to"]


def _relative(item: Item) -> bool:
    """Tell whether a pronoun is the subject of a relative clause, "reforms of X, which he announced"."""
    return item.first > 0 and item.labels.words.lows[item.first - 1] in ("which", "whom")


def _subordinate(item: Item) -> bool:
    """Tell whether a name may follow the pronoun that means the same: "when he arrived, X said"."""
    first = item.first
    return first > 0 and item.labels.words.tags[first - 1] in "BWP"


def _same_clause(past: Item, item: Item) -> bool:
    return _CLAUSE_BREAK.search(item.labels.words.tags, past.last, item.first) is None


def _named_later(item: Item, history: History) -> set[int]:
    """Return whom the rest of the clause is the first to name: the subject pronoun before the name does not mean him."""
    tags, first = item.labels.words.tags, item.first
    found = _CLAUSE_END.search(tags, first, first + _CLAUSE)
    end = found.start() if found else len(tags)
    later = {id(other.referent) for other in history.named(item, later=True) if other.first < end}
    return later - {id(other.referent) for other in history.named(item, later=False)} if later else later
