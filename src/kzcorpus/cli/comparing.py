"""`kzcorpus diff`: what changed from one corpus to another, a line each."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from kzcorpus.analysis.differences import ORDER, Change
from kzcorpus.analysis.differences import diff as differences
from kzcorpus.cli import console
from kzcorpus.cli.inputs import open_corpus
from kzcorpus.cli.positions import Positions
from kzcorpus.formats.json_.jsonwriter import on_one_line
from kzcorpus.model.dates import When
from kzcorpus.model.names import Name
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Setting, Voice
from kzcorpus.pages.styled import clip
from kzcorpus.pages.visible import one_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence

    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus

_LONGEST = 80  # code points of words or of a value
_MANY = 3  # pieces of a content that are shown


def _quoted(words: str) -> str:
    return f"“{clip(one_line(' '.join(words.split())), _LONGEST)}”"


def _pieces(spans: Sequence[Span], other: Sequence[Span]) -> Iterator[Span]:
    """Yield what some spans cover and others do not."""
    cuts = sorted(other)
    for span in spans:
        start = span.start
        for cut in cuts:
            if cut.end > start and cut.start < span.end:
                if cut.start > start:
                    yield Span(start, cut.start)
                start = max(start, cut.end)
        if start < span.end:
            yield Span(start, span.end)


def _words(article: Article | None, spans: Sequence[Span]) -> str:
    if article is None or not spans:
        return "nothing"
    shown = " … ".join(_quoted(span.of(article.text)) for span in spans[:_MANY])
    return f"{shown} and {len(spans) - _MANY} more" if len(spans) > _MANY else shown


def _moved(before: Sequence[Span], after: Sequence[Span], article: Article) -> str:
    """Say what words spans of one text gained and lost."""
    gained, lost = list(_pieces(after, before)), list(_pieces(before, after))
    if not any(one.overlaps(other) for one in before for other in after):
        return f"{_words(article, before)} → {_words(article, after)}"
    parts = [f"{sign} {_words(article, some)}" for sign, some in (("+", gained), ("−", lost)) if some]
    return " ".join(parts) or "the same words in other pieces"


def _shown(value: Any, article: Article | None) -> str:  # noqa: ANN401, PLR0911 -- one line for each sort of value
    """Show a value in a few words."""
    match value:
        case None:
            return "nothing"
        case str():
            return clip(one_line(value), _LONGEST) or "an empty string"
        case When():
            return value.edtf
        case Voice() | Setting():
            entity = value.entity if isinstance(value, Voice) else value.occasion
            known = entity or value.name or (value.span and article and value.span.of(article.text))
            return _shown(known, article) if known else "somebody unnamed"
        case Name():
            return _shown(value.text, article)
        case Made():
            return " ".join(part for part in (value.by, value.rule, value.status) if part) or "nobody"
        case Span():
            return _words(article, [value])
        case tuple():
            if all(isinstance(one, Span) for one in value):
                return _words(article, value)
            return clip(", ".join(_shown(one, article) for one in value), _LONGEST)
    return clip(one_line(str(value)), _LONGEST)


def _change(change: Change, old: Article | None, new: Article | None) -> str:
    """Say what became of a field."""
    before, after = change.before, change.after
    spans = isinstance(before, tuple) and isinstance(after, tuple) and all(isinstance(one, Span) for one in (*before, *after))
    if isinstance(before, Span) and isinstance(after, Span):
        before, after, spans = (before,), (after,), True
    if spans and old and new and old.text == new.text:
        return _moved(before, after, new)
    return f"{_shown(before, old)} → {_shown(after, new)}"


def _named(thing: Any) -> str:  # noqa: ANN401 -- an agent, a place, a concept or an occasion
    return _shown(thing.names[0], None) if thing.names else ""


_DETAILS: dict[str, Callable[[Any], str]] = {
    "statement": lambda one: f"of {_shown(one.speaker, None)}" if one.speaker else "",
    "mention": lambda one: f"{one.type} {one.entity or one.name or ''}",
    "block": lambda one: str(one.kind),
    "finding": lambda one: str(one.code),
    "correction": lambda one: f"{one.verdict or ''} by {one.by or 'somebody'}",
    "tenure": lambda one: f"{one.holder} {one.post or ''} {one.since or ''}/{one.until or ''}",
    "link": lambda one: f"{one.kind} {one.a} {one.b}",
    **dict.fromkeys(("agent", "place", "concept", "occasion"), _named),
}
"""What tells an added or removed thing from others of its sort."""


def line(change: Change, old: Article | None, new: Article | None, position: str = "") -> str:
    """Say a change in a line: where, what, and the words it is about."""
    article = new if change.kind != "removed" else old
    place = f"{change.article}{position}: " if change.article is not None else ""
    name = " ".join(part for part in (change.what, change.id) if part is not None)
    if change.kind != "changed":
        words = f": {_words(article, change.spans)}" if change.spans else ""
        detail = _DETAILS[change.what](change.after if change.kind == "added" else change.before) if change.what in _DETAILS else ""
        return f"{place}{change.kind} {' '.join(f'{name} {detail}'.split())}{words}"
    if change.path == ORDER:
        return f"{place}changed order of {change.what}s"
    about = f"  in {_words(article, change.spans)}" if change.spans else ""
    return f"{place}changed {name} {change.path}: {_change(change, old, new)}{about}"


def lines(changes: Sequence[Change], a: Corpus, b: Corpus) -> Iterator[str]:
    """Yield changes as lines, each with line and column of its article."""
    olds, news = ({one.id: one for one in some.articles} for some in (a, b))

    @cache
    def positions(text: str) -> Positions:
        return Positions(text)

    for change in changes:
        old, new = olds.get(change.article or ""), news.get(change.article or "")
        article = old if change.kind == "removed" else new
        at = f":{positions(article.text).of(change.spans[0].start)}" if article and change.spans else ""
        yield one_line(line(change, old, new, at))


def _plain(value: Any) -> Any:  # noqa: ANN401 -- any value of the model, as JSON
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return json.loads(on_one_line(value)) if attrs.has(type(value)) else value


def as_json(changes: Sequence[Change]) -> str:
    """Return changes as a JSON array, one on a line; what is unknown or empty is left out."""
    write: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False).encode
    rows = []
    for change in changes:
        row = {field.name: _plain(getattr(change, field.name)) for field in attrs.fields(Change)}
        rows.append(write({name: item for name, item in row.items() if item not in (None, "", [])}))
    return "[\n" + ",\n".join(f"  {row}" for row in rows) + "\n]" if rows else "[]"


def diff(arguments: Namespace) -> int:
    """Run the command: 0 where the two are equal, 1 where they differ."""
    a, b = open_corpus(arguments.a), open_corpus(arguments.b)
    changes = tuple(one for one in differences(a, b) if arguments.what is None or one.what in arguments.what)
    if arguments.format == "json":
        console.say(as_json(changes))
    else:
        for text in lines(changes, a, b):
            console.say(text)
    return 1 if changes else 0
