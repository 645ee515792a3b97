"""The stage that marks mentions: names, descriptions, pronouns and dates, and whom or what they mean."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import attrs

from kzcorpus import __version__
from kzcorpus.authority.nameindex import Date, NameIndex, name_index
from kzcorpus.model.articles import BOILERPLATE, Article, BlockKind, Dateline, Mention
from kzcorpus.model.dates import When
from kzcorpus.model.provenance import Made
from kzcorpus.read.dating import dates
from kzcorpus.read.mentions.apposition import relate
from kzcorpus.read.mentions.cast import Cast, Item
from kzcorpus.read.mentions.descriptions import descriptions
from kzcorpus.read.mentions.known import known_names, lower_institution
from kzcorpus.read.mentions.labels import Labels, label, wordset
from kzcorpus.read.mentions.naming import Found, persons, where
from kzcorpus.read.mentions.organizations import acronyms, organizations
from kzcorpus.read.mentions.pointing import BESIDE, point
from kzcorpus.read.mentions.pronouns import pronouns
from kzcorpus.read.stages import Passage, Reading, revised
from kzcorpus.read.words import words_in

_PER_PAGE = 1 << 20  # more sentences or quotations than any passage has
_SPEAKING_ONLY = frozenset({"it", "they", "them"})


def mark_mentions(reading: Reading) -> Reading:
    """Return the reading with the mentions of its article, in order; they nest and never cross.

    Names go without title, honorific and article, descriptions ("the Kazakh president") with their article. Nothing is found in what the
    site put around the article. The dateline gets its place.
    """
    article = reading.article
    index = name_index(reading.authority)
    items: list[Item] = []
    sentence = 0
    page = 0
    written = list(_written(reading))
    for passage in written:
        items.extend(_items(article.text, passage, index, _Numbers(page, sentence, len(items))))
        sentence += len(passage.sentences) or 1
        page += passage.block.kind not in BESIDE
    cast = Cast(index, _date(article))
    cast.settle(items)
    point(items, cast)
    mentions = [mention for item in items if (mention := _mention(item)) is not None]
    mentions.extend(_dates(article.text, written))
    settled = nested(mentions)
    return attrs.evolve(reading, article=revised(reading, mentions=settled, dateline=_placed(article.dateline, settled)))


def _written(reading: Reading) -> Iterator[Passage]:
    """Yield the passages, and the blocks beside them that the article wrote too: bylines, datelines, credits."""
    passages = {passage.block.span.start: passage for passage in reading.passages}
    for block in reading.article.blocks:
        if block.kind not in BOILERPLATE:
            yield passages.get(block.span.start) or Passage(block)


def _placed(dateline: Dateline | None, mentions: Iterable[Mention]) -> Dateline | None:
    """Return the dateline with the first place that it names."""
    if dateline is None or dateline.place is not None:
        return dateline
    places = (one.entity for one in mentions if one.type == "place" and one.entity and dateline.span.covers(one.span))
    return attrs.evolve(dateline, place=next(places, None))


def _date(article: Article) -> Date | None:
    when = article.published or (article.dateline and article.dateline.when)
    return when.edtf if when and when.earliest else None


class _Numbers(NamedTuple):
    """The number of a passage, and those at which its sentences and items go on."""

    page: int
    sentence: int
    order: int


def _items(text: str, passage: Passage, index: NameIndex, numbers: _Numbers) -> list[Item]:
    """Return what a passage holds, in order."""
    span = passage.block.span
    words = words_in(text, passage)
    hits = [hit for hit in index.scan(text, span.start, span.end) if not lower_institution(text, hit)]
    labels = label(words, hits, frozenset(id_ for hit in hits for id_ in hit.ids if index.is_person(id_)))
    made = sorted(_found(labels, index, passage.block.kind), key=lambda one: (one.span.start, -one.span.end))
    items = [
        Item(
            found=one,
            labels=labels,
            page=numbers.page,
            block=passage.block.kind,
            order=numbers.order + i,
            sentence=numbers.sentence + words.sentence[one.first],
            quotation=_quotation(labels, one, numbers.page),
        )
        for i, one in enumerate(made)
    ]
    relate(labels, items)
    return items


def _quotation(labels: Labels, one: Found, page: int) -> int:
    number = labels.words.quotation[one.first]
    return page * _PER_PAGE + number if number >= 0 else -1


def _found(labels: Labels, index: NameIndex, kind: BlockKind) -> Iterator[Found]:
    """Yield everything in a passage that may be a mention."""
    taken = [False] * len(labels.words)
    for source in (
        organizations(labels, index),
        acronyms(labels, taken),
        known_names(labels, index, taken, dateline=kind == "dateline"),
        where(labels, taken) if kind == "dateline" else persons(labels, taken, byline=kind == "byline"),
    ):
        for one in source:
            taken[one.first : one.last] = [True] * (one.last - one.first)
            if one.country >= 0:
                taken[one.country : one.last] = [False] * (one.last - one.country)
            yield one
    yield from descriptions(labels, taken)
    yield from pronouns(labels)


def _mention(item: Item) -> Mention | None:
    found, referent = item.found, item.referent
    if not item.kept or not _is_mention(item):
        return None
    unknown = referent.name if referent and referent.id is None and referent.type != "group" else None
    return Mention(
        found.span,
        found.type,
        entity=referent.id if referent else None,
        name=unknown,
        literal=found.literal,
        made=_made(found.rule, found.confidence),
    )


@lru_cache(maxsize=256)
def _made(rule: str, confidence: float) -> Made:
    return Made(by="kzcorpus", version=__version__, rule=f"mention.{rule}", confidence=confidence)


def _is_mention(item: Item) -> bool:
    """Tell whether an item that nothing excluded is a mention: what points at nobody must at least speak."""
    found = item.found
    if found.sort in ("name", "loose"):
        return item.referent is not None
    if found.sort == "pronoun":
        return found.speaking or found.text.lower() not in _SPEAKING_ONLY
    if item.bearer is not None:
        return found.determiner in ("the", "'s", "his", "her", "their", "its")
    if found.determiner in ("my", "your", "our") and item.referent is None:
        return False
    return item.referent is not None or (found.speaking and _may_be_bare(item))


def _may_be_bare(item: Item) -> bool:
    """Tell whether a description can do without a determiner: it has something before its noun, or names many."""
    found = item.found
    return (
        bool(found.determiner)
        or found.type == "group"
        or found.first < found.head
        or found.text.lower() in wordset("naming", "groups", "bare")
    )


def _dates(text: str, passages: Iterable[Passage]) -> Iterator[Mention]:
    made = _made("date", 0.95)
    for passage in passages:
        for one in dates(text, passage.block.span):
            when = When(one.edtf, basis="stated", span=one.span) if one.edtf else None
            yield Mention(one.span, "date", when=when, made=made)


def _rank(mention: Mention) -> int:
    """Rank mentions that cross: names before dates before descriptions."""
    rule = mention.made.rule if mention.made and mention.made.rule else ""
    return 2 if rule.startswith("mention.name") else 1 if mention.type == "date" else 0


def nested(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions by start, the longer first, without those that cross a better one or repeat its span."""
    kept: dict[int, Mention] = {}
    open_: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.span.start, -one.span.end, -_rank(one))):
        while open_ and open_[-1].span.end <= mention.span.start:
            open_.pop()
        if open_ and open_[-1].span == mention.span:
            continue
        while open_ and open_[-1].span.end < mention.span.end and _rank(open_[-1]) < _rank(mention):
            del kept[id(open_.pop())]
        if not open_ or mention.span.end <= open_[-1].span.end:
            kept[id(mention)] = mention
            open_.append(mention)
    return tuple(kept.values())
