"""Values of the model as JSON text: fields in the order of the model, None and empty collections left out.

A writer for each annotation is put together once and kept; those of classes on one line are compiled. A corpus, an article and an
authority take a line for each field, and one for each item of a collection, so for each block, mention and statement; everything below
them stands on one line.
"""

from __future__ import annotations

import hashlib
import typing
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import TYPE_CHECKING

from kzcorpus.formats.json_.jsonshape import TEXT_DIGEST, Key, is_closed, is_collection, is_object, is_row, is_ruled, keys
from kzcorpus.model.articles import Article
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kzcorpus.formats.json_.jsonshape import Kind, Modelled

    Writer = Callable[[Modelled], str]

_LAID_OUT = (Article, Authority)
_EMPTY = Authority()
_LONGEST_REMEMBERED = 1_000
_REMEMBERED = 1_000


def text_digest(text: str) -> str:
    """Return the sha256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _scalar(value: Modelled) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value)


def _span(value: Span) -> str:
    return f"[{value.start}, {value.end}]"


def _marks(indent: int | None, opening: str, closing: str) -> tuple[str, str, str]:
    """Return what stands before, between and after the parts of an object or array: on one line, or indented with a line for each part."""
    if indent is None:
        return opening, ", ", closing
    inner = "\n" + " " * (indent + 1)
    return opening + inner, f",{inner}", "\n" + " " * indent + closing


def _array(each: Writer, indent: int | None) -> Writer:
    first, between, last = _marks(indent, "[", "]")
    return lambda items: f"{first}{between.join([each(item) for item in items])}{last}"


def _some_authority(corpus: Corpus) -> Authority | None:
    return None if corpus.authority == _EMPTY else corpus.authority


def _digest(text: str) -> str:
    return f'"{text_digest(text)}"'


def _columns(cls: type, indent: int) -> Iterator[tuple[str, Callable[[Modelled], Modelled], Writer]]:
    """Yield the keys of a class with the functions that take the value out and write it."""
    for key in keys(cls):
        yield key.name, _some_authority if key.kind is Authority else attrgetter(key.name), _writer(key.kind, indent)
        if cls is Article and key.name == "text":
            yield TEXT_DIGEST, attrgetter(key.name), _digest


def _laid_out(cls: type, indent: int) -> Writer:
    """Return the writer of a class with a line for each field."""
    columns = tuple((f'"{name}": ', read, write) for name, read, write in _columns(cls, indent + 1))
    first, between, last = _marks(indent, "{", "}")

    def write(value: Modelled) -> str:
        parts = [name + text(item) for name, read, text in columns if (item := read(value)) is not None and item != ()]
        return f"{first}{between.join(parts)}{last}"

    return write


def _spans(spans: tuple[Span, ...]) -> str:
    if len(spans) == 1:
        return f"[{_span(spans[0])}]"
    return f"[{', '.join([_span(one) for one in spans])}]"


def _written(key: Key) -> str:
    """Return the source of what stands in an f-string for a field of a class; what is most frequent needs no call."""
    if key.kind is Span:
        return f"[{{{key.name}.start}}, {{{key.name}.end}}]"
    if is_closed(key.kind):
        return f'"{{{key.name}}}"'
    if is_collection(key.kind) and key.kind.__args__[0] is not Span:
        return f"[{{', '.join([each_{key.name}(one) for one in {key.name}])}}]"
    return f"{{write_{key.name}({key.name})}}"


def _source(cls: type) -> Iterator[str]:
    """Yield the source of the writer of a class on one line: each field is written behind a comma, the first of which is taken off."""
    yield "def write(self):"
    parts = []
    for key in keys(cls):
        name, text = key.name, f""", "{key.name}": {_written(key)}"""
        yield f"    {name} = self.{name}"
        if not key.required:
            # everything but a tuple is true: an empty string and zero are written
            is_some = name if is_collection(key.kind) else f"{name} != empty" if key.kind is Authority else f"{name} is not None"
            yield f"    {name} = f'''{text}''' if {is_some} else ''"
            text = f"{{{name}}}"
        parts.append(text)
        if cls is Article and name == "text":
            yield "    digest = digest_of(text)"
            parts.append(f""", "{TEXT_DIGEST}": {{digest}}""")
    yield f"    return '{{' + f'''{''.join(parts)}'''[2:] + '}}'"


def _compiled(cls: type) -> Writer:
    names: dict[str, object] = {"digest_of": _digest, "empty": _EMPTY}
    for key in keys(cls):
        names[f"write_{key.name}"] = _writer(key.kind)
        if is_collection(key.kind):
            names[f"each_{key.name}"] = _writer(key.kind.__args__[0])
    exec("\n".join(_source(cls)), names)  # noqa: S102 -- as attrs and cattrs do, from the model's own field names
    return typing.cast("Writer", names["write"])


def _remembering(write: Writer) -> Writer:
    """Return a writer that writes one value once: one that tells who made a thing tells it of many. Some, and no long ones, are kept."""
    known: dict[int, tuple[Modelled, str]] = {}

    def remembered(value: Modelled) -> str:
        found = known.get(id(value))
        if found is not None and found[0] is value:
            return found[1]
        if len(known) >= _REMEMBERED:
            known.clear()
        text = write(value)
        if len(text) <= _LONGEST_REMEMBERED:
            known[id(value)] = value, text
        return text

    return remembered


@cache
def _writer(kind: Kind, indent: int | None = None) -> Writer:
    """Return the function that writes values of an annotation, indented by so many spaces, or on one line."""
    if is_collection(kind) or is_row(kind):
        each = kind.__args__[0]
        if each is Span and indent is None:
            return _spans
        return _array(_writer(each), indent)
    if is_object(kind):
        if indent is not None and kind in _LAID_OUT:
            return _laid_out(kind, indent)
        return _remembering(_compiled(kind)) if kind is Made else _compiled(kind)
    if is_ruled(kind) or is_closed(kind):
        return encode_basestring
    return _span if kind is Span else _scalar


def on_one_line(value: Modelled) -> str:
    """Return a value of the model as JSON on one line."""
    kind: Kind = type(value)
    return _writer(kind)(value)


def laid_out(corpus: Corpus, indent: int) -> Iterator[str]:
    """Yield a corpus as JSON over many lines, as it stands behind so many spaces, in pieces: each article is one.

    In pieces, since a large corpus is copied often enough when they are joined.
    """
    before = "{"
    for name, read, write in _columns(Corpus, indent + 1):
        item = read(corpus)
        if item is None or item == ():
            continue
        yield f'{before}\n{" " * (indent + 1)}"{name}": '
        if name == "articles":
            yield from _each_article(item, indent + 1)
        else:
            yield write(item)
        before = ","
    yield "\n" + " " * indent + "}"


def _each_article(articles: tuple[Article, ...], indent: int) -> Iterator[str]:
    first, between, last = _marks(indent, "[", "]")
    write = _writer(Article, indent + 1)
    before = first
    for article in articles:
        yield before
        yield write(article)
        before = between
    yield last
