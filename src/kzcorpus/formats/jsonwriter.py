"""Values of the model as JSON text: fields in the order of the model, None and empty collections left out.

A writer for each annotation is put together once and kept. Corpora, articles and authorities take a line for each field, and one for each
item of a collection, so for each block, mention and statement; everything below them stands on one line.
"""

from __future__ import annotations

import hashlib
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import TYPE_CHECKING

from kzcorpus.formats.jsonshape import TEXT_DIGEST, is_closed, is_collection, is_object, is_row, is_ruled, keys
from kzcorpus.model.articles import Article
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kzcorpus.formats.jsonshape import Kind, Modelled

    Writer = Callable[[Modelled], str]

_LAID_OUT = (Corpus, Article, Authority)
_EMPTY = Authority()


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


def _columns(cls: type, indent: int | None) -> Iterator[tuple[str, Callable[[Modelled], Modelled], Writer]]:
    """Yield the keys of a class with the functions that take the value out and write it."""
    for key in keys(cls):
        write = _writer(key.kind, indent)
        yield key.name, _some_authority if key.kind is Authority else attrgetter(key.name), write
        if cls is Article and key.name == "text":
            yield TEXT_DIGEST, attrgetter(key.name), _digest


def _object(cls: type, indent: int | None) -> Writer:
    """Return the writer of a class: on one line, or, where it is indented, with a line for each field."""
    columns = tuple((f'"{name}": ', read, write) for name, read, write in _columns(cls, None if indent is None else indent + 1))
    first, between, last = _marks(indent, "{", "}")

    def write(value: Modelled) -> str:
        parts = [
            name + text(item) for name, read, text in columns if (item := read(value)) is not None and (item or type(item) is not tuple)
        ]
        return f"{first}{between.join(parts)}{last}" if parts else "{}"

    return write


@cache
def _writer(kind: Kind, indent: int | None = None) -> Writer:
    """Return the function that writes values of an annotation, indented by so many spaces, or on one line."""
    if is_collection(kind) or is_row(kind):
        each = kind.__args__[0]
        deeper = indent + 1 if indent is not None and each in _LAID_OUT else None
        return _array(_writer(each, deeper), indent)
    if is_object(kind):
        return _object(kind, indent if kind in _LAID_OUT else None)
    if is_ruled(kind) or is_closed(kind):
        return encode_basestring
    return _span if kind is Span else _scalar


def on_one_line(value: Modelled) -> str:
    """Return a value of the model as JSON on one line."""
    kind: Kind = type(value)
    return _writer(kind)(value)


def laid_out(value: Modelled, indent: int) -> str:
    """Return a corpus, an article or an authority as JSON over many lines, as it stands behind so many spaces."""
    kind: Kind = type(value)
    return _writer(kind, indent)(value)
