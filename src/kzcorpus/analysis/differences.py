"""What changed from one corpus to another: by a re-reading, or by a colleague's hand."""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import attrs

from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Voice
from kzcorpus.read.curation.matching import Known, paired, shares

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus

Thing = Literal[
    "corpus", "article", "block", "mention", "statement", "finding", "agent", "place", "tenure", "concept", "occasion", "link", "remark",
    "correction",
]  # fmt: skip
_RANK = ("article", "block", "mention", "statement", "finding", "correction", "corpus", "agent")
_LISTS = ("blocks", "mentions", "statements", "findings")
_LONGEST = 80  # code points of the words that are shown
ORDER = "order"
"""The path of a change that put equal things into another order."""


@attrs.frozen
class Change:
    """One difference between two corpora.

    ``what`` was added, removed or changed, and has an ``id`` where such things have one; ``article`` is the id of the article it stands in.
    Of what changed, ``path`` is the field, such as ``speaker.entity``, with its value ``before`` and ``after``; of what was added or
    removed it is empty, and one of the two is the thing itself. ``spans`` are code points of the article after the change (of what was
    removed: before it), and ``quoted`` the words there.
    """

    kind: Literal["added", "removed", "changed"]
    what: Thing
    id: str | None = None
    article: str | None = None
    path: str = ""
    before: Any = None
    after: Any = None
    spans: tuple[Span, ...] = ()
    quoted: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say it in a line: what, which, and the words it is about."""
        name = " ".join(part for part in (self.what, self.id) if part)
        said = " … ".join(" ".join(words[:_LONGEST].split()) for words in self.quoted[:_LONGEST])
        words = f" “{said if len(said) <= _LONGEST else f'{said[: _LONGEST - 1]}…'}”" if self.quoted else ""
        place = f"{self.article}: " if self.article is not None and self.article != self.id else ""
        return f"{place}{name} {self.kind}{f' in {self.path}' if self.path else ''}{words}"


class _Kind(NamedTuple):
    """A kind of things: what it is called, by which keys two of them are one, the most telling first, and where they stand."""

    what: Thing
    keys: tuple[Callable[[Any], Hashable], ...]
    spans: Callable[[Any], tuple[Span, ...]] = lambda _: ()
    group: Callable[[Any], Hashable] | None = None
    """What two things must have in common to be one that was only cut otherwise; None where that cannot be."""


def _whole(thing: Any) -> Hashable:  # noqa: ANN401 -- any value of the model
    return thing  # type: ignore[no-any-return]


def _id(thing: Any) -> Hashable:  # noqa: ANN401
    return thing.id  # type: ignore[no-any-return]


def _statement_spans(statement: Any) -> tuple[Span, ...]:  # noqa: ANN401
    return statement.content or tuple(sorted({span for _, span in statement.spans()}))


_BLOCK = _Kind("block", (_whole, lambda one: one.span), lambda one: (one.span,), lambda _: None)
_MENTION = _Kind("mention", (_whole, lambda one: (one.span, one.type), lambda one: one.span), lambda one: (one.span,), lambda one: one.type)
_FINDING = _Kind("finding", (_whole, lambda one: (one.code, one.spans, one.refs), lambda one: (one.code, one.spans)), lambda one: one.spans)
_STATEMENT = _Kind("statement", (_id,), _statement_spans)
_TENURE = _Kind("tenure", (_whole, lambda one: (one.holder, one.post, one.body, one.since), lambda one: (one.holder, one.post, one.body)))
_LINK = _Kind("link", (_whole, lambda one: (one.a, one.b, one.kind), lambda one: (one.a, one.b)))
_IDENTIFIED: dict[str, _Kind] = {
    "concepts": _Kind("concept", (_id,)),
    "occasions": _Kind("occasion", (_id,)),
    "links": _LINK,
    "remarks": _Kind("remark", (_id,)),
}


def _matched(old: Sequence[Any], new: Sequence[Any], kind: _Kind) -> dict[int, int]:
    """Return for each new thing that is an old one the number of that one, by its own number."""
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for key in kind.keys:
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for i, one in enumerate(old):
            if i not in used:
                waiting[key(one)].append(i)
        for j, one in enumerate(new):
            line = waiting.get(key(one)) if j not in pairs else None
            if line:
                pairs[j] = line.popleft()
                used.add(pairs[j])
    if kind.group:
        olds = [(kind.spans(one), i) for i, one in enumerate(old) if i not in used]
        news = [(kind.spans(one), j) for j, one in enumerate(new) if j not in pairs]
        for _alike, i, j in sorted((-alike, i, j) for i, j, alike in shares(olds, news)):
            if i not in used and j not in pairs and kind.group(old[i]) == kind.group(new[j]):
                pairs[j] = i
                used.add(i)
    return pairs


def _statements(old: Article, new: Article) -> dict[int, int]:
    """Return which new statement is which old one: by its id, else by its content, else by the same words in a text that was edited."""
    pairs = _matched(old.statements, new.statements, _STATEMENT)
    used = set(pairs.values())
    olds = [i for i in range(len(old.statements)) if i not in used]
    news = [j for j in range(len(new.statements)) if j not in pairs]
    if old.text == new.text:
        found = paired([Known(old.statements[i], (old.statements[i].content,)) for i in olds], [new.statements[j] for j in news])
    else:
        words = _Kind("statement", (lambda text: text or object(),))
        found = _matched([old.quote(old.statements[i]) for i in olds], [new.quote(new.statements[j]) for j in news], words)
    return pairs | {news[j]: olds[i] for j, i in found.items()}


def _another(before: Any, after: Any) -> bool:  # noqa: ANN401
    """Tell whether a voice or a maker is another one, and not the same told otherwise."""
    if isinstance(before, Made) and isinstance(after, Made):
        return before.by != after.by
    if isinstance(before, Voice) and isinstance(after, Voice):
        return before.entity != after.entity and (before.name, before.span) != (after.name, after.span)
    return False


def fields(before: Any, after: Any, path: str = "", skip: tuple[str, ...] = ()) -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401
    """Yield the fields in which two values of the model differ, each with its path and both values.

    Collections are compared as a whole, and so is a speaker or a maker that is another one.

    >>> from kzcorpus import Voice
    >>> list(fields(Voice("a", "A"), Voice("b", "A")))
    [('entity', 'a', 'b')]
    """
    if type(before) is not type(after) or not attrs.has(type(before)) or isinstance(before, Span) or (path and _another(before, after)):
        if type(before) is not type(after) or before != after:
            yield path, before, after
        return
    for field in attrs.fields(type(before)):
        if field.name not in skip:
            inner = f"{path}.{field.name}" if path else field.name
            yield from fields(getattr(before, field.name), getattr(after, field.name), inner)


class _Place(NamedTuple):
    """The article in which things stand, as it was and as it is; None for what stands in none."""

    old: Article | None = None
    new: Article | None = None

    def change(self, kind: Literal["added", "removed", "changed"], thing: Any, one: _Kind, **more: Any) -> Change:  # noqa: ANN401
        article = self.old if kind == "removed" else self.new
        spans = one.spans(thing) if article else ()
        quoted = tuple(span.of(article.text) for span in spans) if article else ()
        id_ = getattr(thing, "id", None)
        return Change(kind, one.what, id_, article.id if article else None, spans=spans, quoted=quoted, **more)


_NOWHERE = _Place()


def _things(
    old: Sequence[Any], new: Sequence[Any], kind: _Kind, place: _Place = _NOWHERE, pairs: dict[int, int] | None = None
) -> Iterator[Change]:
    """Yield how a collection changed."""
    if old == new:
        return
    pairs = _matched(old, new, kind) if pairs is None else pairs
    gone = set(range(len(old))) - set(pairs.values())
    yield from (place.change("removed", old[i], kind, before=old[i]) for i in sorted(gone))
    equal = []
    for j, one in enumerate(new):
        if j not in pairs:
            yield place.change("added", one, kind, after=one)
            continue
        differing = list(fields(old[pairs[j]], one))
        yield from (place.change("changed", one, kind, path=path, before=was, after=now) for path, was, now in differing)
        if not differing:
            equal.append(j)
    if any(pairs[first] > pairs[second] for first, second in pairwise(equal)):
        before, after = (tuple(one.id for one in some if hasattr(one, "id")) or None for some in (old, new))
        yield Change("changed", kind.what, None, place.new.id if place.new else None, ORDER, before, after)


def _articles(old: Article, new: Article) -> Iterator[Change]:
    """Yield how an article changed, its own fields first."""
    if old == new:
        return
    for path, before, after in fields(old, new, skip=_LISTS):
        yield Change("changed", "article", new.id, new.id, path, before, after)
    place = _Place(old, new)
    yield from _things(old.blocks, new.blocks, _BLOCK, place)
    yield from _things(old.mentions, new.mentions, _MENTION, place)
    yield from _things(old.statements, new.statements, _STATEMENT, place, _statements(old, new))
    yield from _things(old.findings, new.findings, _FINDING, place)


def _corrections(a: Corpus, b: Corpus) -> Iterator[Change]:
    """Yield how the corrections changed, each placed in its article."""
    olds, news = ({one.id: one for one in some.corrections} for some in (a, b))
    for change in _things(a.corrections, b.corrections, _Kind("correction", (_id,))):
        where, known = (a, olds) if change.kind == "removed" else (b, news)
        if correction := known.get(change.id or ""):
            text = where.article(correction.article).text
            spans = tuple(sorted(correction.content))
            quoted = tuple(span.of(text) for span in spans)
            change = attrs.evolve(change, article=correction.article, spans=spans, quoted=quoted)  # noqa: PLW2901
        yield change


def _records(a: Corpus, b: Corpus) -> Iterator[Change]:
    """Yield how the authority changed."""
    ours, theirs = a.authority, b.authority
    yield from _things(tuple(ours.agents()), tuple(theirs.agents()), _Kind("agent", (_id,)))
    yield from _things(ours.places, theirs.places, _Kind("place", (_id,)))
    yield from _things(ours.tenures, theirs.tenures, _TENURE)


def _held(a: Corpus, b: Corpus) -> Iterator[Change]:
    """Yield how the articles changed."""
    olds, news = {one.id: one for one in a.articles}, {one.id: one for one in b.articles}
    for id_, article in olds.items():
        if id_ in news:
            yield from _articles(article, news[id_])
        else:
            yield Change("removed", "article", id_, id_, before=article)
    yield from (Change("added", "article", id_, id_, after=article) for id_, article in news.items() if id_ not in olds)
    if [id_ for id_ in olds if id_ in news] != [id_ for id_ in news if id_ in olds]:
        yield Change("changed", "article", path=ORDER, before=tuple(olds), after=tuple(news))


def _all(a: Corpus, b: Corpus) -> Iterator[Change]:
    yield from _held(a, b)
    yield from _corrections(a, b)
    lists = ("articles", "authority", "corrections", *_IDENTIFIED)
    for path, before, after in fields(a, b, skip=lists):
        yield Change("changed", "corpus", b.id, path=path, before=before, after=after)
    yield from _records(a, b)
    for name, kind in _IDENTIFIED.items():
        yield from _things(getattr(a, name), getattr(b, name), kind)


def _sorted(changes: Iterable[Change], order: dict[str, int]) -> list[Change]:
    def place(change: Change) -> tuple[int, int, int]:
        rank = _RANK.index(change.what) if change.what in _RANK else len(_RANK)
        start = change.spans[0].start if change.spans else -1
        return order[change.article] if change.article is not None else len(order), start, rank

    return sorted(changes, key=place)


def diff(a: Corpus, b: Corpus) -> tuple[Change, ...]:
    """Return what changed from one corpus to another, () where they are equal: article by article, in the order of the text.

    Articles, agents, places and everything else that has an id are matched by it; statements also by their content, so that one whose
    boundaries moved is one change of ``content`` and not a removal with an addition; blocks and mentions by where they stand. Of two
    things that are one, every field that differs is a change, its path as deep as the difference (``speaker.entity``). What follows the
    articles concerns the whole corpus: its records, links, remarks.

    >>> from kzcorpus import Article, Corpus, Span, Statement
    >>> old = Statement("a.1", (Span(0, 7),), mode="indirect")
    >>> new = attrs.evolve(old, content=(Span(3, 7),))
    >>> corpora = [Corpus("c", articles=(Article("a", "He left.", statements=(one,)),)) for one in (old, new)]
    >>> [(str(change), change.before, change.after) for change in diff(*corpora)]
    [('a: statement a.1 changed in content “left”', (Span(0, 7),), (Span(3, 7),))]
    """
    if a == b:
        return ()
    order = {id_: number for number, id_ in enumerate(dict.fromkeys(one.id for some in (a, b) for one in some.articles))}
    return tuple(_sorted(_all(a, b), order))
