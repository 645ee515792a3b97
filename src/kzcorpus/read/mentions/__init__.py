"""The stage that marks mentions: names, descriptions, pronouns and dates, and whom or what they mean."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import attrs

from kzcorpus import __version__
from kzcorpus.authority.nameindex import Date
from kzcorpus.model.articles import Article, Dateline, Mention, MentionType
from kzcorpus.model.dates import When
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.values import unchecked
from kzcorpus.read.dating import garbled_finding, sound_and_garbled
from kzcorpus.read.mentions.apposition import relate
from kzcorpus.read.mentions.cast import Cast
from kzcorpus.read.mentions.dates import date_words
from kzcorpus.read.mentions.descriptions import descriptions
from kzcorpus.read.mentions.items import Item
from kzcorpus.read.mentions.known import known_names
from kzcorpus.read.mentions.labelling import label
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.naming import persons
from kzcorpus.read.mentions.organizations import acronyms, organizations
from kzcorpus.read.mentions.pointing import point
from kzcorpus.read.mentions.pronouns import pronouns
from kzcorpus.read.mentions.running import running_words
from kzcorpus.read.mentions.signs import signs_of
from kzcorpus.read.mentions.states import acts
from kzcorpus.read.mentions.wordlists import wordset
from kzcorpus.read.stages import Reading, revised

_span, _when, _draft = unchecked(Span), unchecked(When), unchecked(Mention)
_SPEAKING_ONLY = frozenset({"it", "they", "them"})


def mark_mentions(reading: Reading) -> Reading:
    """Return the reading with the mentions of its article, in order; they nest and never cross.

    Names go without title, honorific and article, descriptions ("the Kazakh president") with their article. Nothing is found in what the
    site put around the article. The dateline gets its place. A garbled date is the finding ``date-garbled``.
    """
    article = reading.article
    signs = signs_of(reading.authority)
    labels = label(running_words(reading), signs)
    items = _items(labels)
    cast = Cast(signs.index, _date(article))
    cast.settle(items)
    point(items, cast)
    garbled: list[Span] = []
    mentions = [_mention(item) for item in items if item.kept and _is_mention(item)]
    mentions += _dates(labels, garbled)
    settled = nested(mentions)
    placed = _placed(article.dateline, settled)
    if not garbled:
        return revised(reading, mentions=settled, dateline=placed)
    findings = tuple(dict.fromkeys((*article.findings, *(garbled_finding(article.text, span) for span in garbled))))
    return revised(reading, mentions=settled, dateline=placed, findings=findings)


def _placed(dateline: Dateline | None, mentions: Iterable[Mention]) -> Dateline | None:
    """Return the dateline with the first place that it names."""
    if dateline is None or dateline.place is not None:
        return dateline
    places = (one.entity for one in mentions if one.type == "place" and one.entity and dateline.span.covers(one.span))
    return attrs.evolve(dateline, place=next(places, None))


def _date(article: Article) -> Date | None:
    when = article.published or (article.dateline and article.dateline.when)
    return when.edtf if when and when.earliest else None


def _items(labels: Labels) -> list[Item]:
    """Return everything in an article that may be a mention, in order."""
    taken = [False] * len(labels.marks)
    items = [*_names(labels, taken), *descriptions(labels, taken), *pronouns(labels)]
    items.sort(key=lambda item: (item.start, -item.end))
    for order, item in enumerate(items):
        item.order = order
    relate(labels, items)
    return items


def _names(labels: Labels, taken: list[bool]) -> Iterator[Item]:
    """Yield the names of every kind: each kind leaves out the words that those before it have taken."""
    for names in (organizations(labels), acronyms(labels, taken), known_names(labels, taken), persons(labels, taken)):
        for name in names:
            taken[name.first : name.last] = [True] * (name.last - name.first)
            if name.country >= 0:
                taken[name.country : name.last] = [False] * (name.last - name.country)
            yield name


def _mention(item: Item) -> Mention:
    span, made, referent = _span(item.start, item.end), _made(item.rule, item.confidence), item.referent
    if referent is None:
        return _draft(span, item.type, None, None, None, item.literal, made)
    name = referent.name if referent.id is None and referent.type != "group" else None
    return _draft(span, item.type, referent.id, name, None, item.literal, made)


@lru_cache(maxsize=256)
def _made(rule: str, confidence: float) -> Made:
    return Made(by="kzcorpus", version=__version__, rule=f"mention.{rule}", confidence=confidence)


def _is_mention(item: Item) -> bool:
    """Tell whether an item that nothing excluded is a mention: what points at nobody must at least speak."""
    if item.sort in ("name", "loose"):
        return item.referent is not None
    if item.sort == "pronoun":
        return item.labels.words.lows[item.first] not in _SPEAKING_ONLY or item.speaking or _acts(item)
    if item.bearer is not None:
        return item.determiner in ("the", "'s", "his", "her", "their", "its")
    if item.referent is not None or _is_office(item):
        return True
    return item.determiner not in ("my", "your", "our") and _may_be_bare(item) and item.speaking


def _acts(item: Item) -> bool:
    """Tell whether a pronoun that may mean a thing means who does what states and bodies do: "it does not intend to leave"."""
    return item.referent is not None and acts(item.labels.words, item.first, item.last)


def _is_office(item: Item) -> bool:
    """Tell whether a description points at whoever holds one office, named or not: "the Russian foreign minister"."""
    return item.type == "person" and item.determiner == "the" and item.title is not None and item.title.country is not None


def _may_be_bare(item: Item) -> bool:
    """Tell whether a description can do without a determiner: it has something before its noun, or names many."""
    return (
        bool(item.determiner) or item.type == "group" or item.first < item.head or item.text.lower() in wordset("naming", "groups", "bare")
    )


def _dates(labels: Labels, garbled: list[Span]) -> Iterator[Mention]:
    """Yield the dates of an article, and add the stretches that only look like one to ``garbled``."""
    made = _made("date", 0.95)
    for span, begins in date_words(labels):
        sound, only_alike = sound_and_garbled(labels.words.text, span, begins)
        garbled += only_alike
        for one in sound:
            when = _when(one.edtf, "stated", one.span) if one.edtf else None
            yield _draft(one.span, "date", None, None, when, None, made)


@lru_cache(maxsize=256)
def _rank(type_: MentionType, rule: str | None) -> int:
    """Rank mentions that cross: names before dates before descriptions."""
    return 2 if rule and rule.startswith("mention.name") else 1 if type_ == "date" else 0


def nested(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions by start, the longer first, without those that cross a better one or repeat its span."""
    ranks = [_rank(one.type, one.made and one.made.rule) for one in mentions]
    ranked = sorted(
        [(one.span.start, -one.span.end, -rank, number) for number, (one, rank) in enumerate(zip(mentions, ranks, strict=True))]
    )
    kept: dict[int, Mention] = {}
    open_: list[tuple[int, int, int, int]] = []
    reach = -1  # where all that is open ends
    for start, minus_end, minus_rank, number in ranked:
        end, rank = -minus_end, -minus_rank
        if start >= reach:
            kept[number] = mentions[number]
            open_, reach = [(start, end, rank, number)], end
            continue
        while open_ and open_[-1][1] <= start:
            open_.pop()
        if open_ and open_[-1][0] == start and open_[-1][1] == end:
            continue
        while open_ and open_[-1][1] < end and open_[-1][2] < rank:
            del kept[open_.pop()[3]]
        if not open_ or end <= open_[-1][1]:
            kept[number] = mentions[number]
            open_.append((start, end, rank, number))
            reach = max(reach, end)
    return tuple(kept.values())
