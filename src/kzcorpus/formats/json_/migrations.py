"""Documents of earlier versions of the JSON form, brought to this one by named steps before anything is checked.

A step takes plain values as they stood in its version and leaves them as they stand in the next; what does not look as it expects it passes
over, for the reader to refuse. Version 0 is the draft that was in use before the first release.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.formats.json_.jsonshape import SCHEMA_VERSION, TEXT_DIGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kzcorpus.formats.json_.jsonshape import Plain

    Step = Callable[[Plain], None]

FIRST_VERSION = 0
"""The earliest version that is read."""


def _objects_and_arrays(tree: Plain) -> Iterator[Plain]:
    stack = [tree]
    while stack:
        value = stack.pop()
        yield value
        stack.extend(item for item in (value.values() if isinstance(value, dict) else value) if isinstance(item, (dict, list)))


def _is_marked_span(value: Plain) -> bool:
    return type(value) is dict and value.keys() == {"start", "end"}


def pair_spans(tree: Plain) -> None:
    """Write spans as pairs: version 0 had ``{"start": 0, "end": 4}`` for ``[0, 4]``."""
    for holder in list(_objects_and_arrays(tree)):
        places = list(holder) if isinstance(holder, dict) else range(len(holder))
        for place in places:
            if _is_marked_span(holder[place]):
                holder[place] = [holder[place]["start"], holder[place]["end"]]


def _rename(holder: Plain, old: str, new: str) -> None:
    """Rename a key where it stands; an object that repeats keys is refused in any case, and stays as it is."""
    if type(holder) is dict and old in holder and new not in holder:
        items = [(new if key == old else key, value) for key, value in holder.items()]
        holder.clear()
        holder.update(items)


def name_statements(article: Plain) -> None:
    """Call the statements of an article so: in version 0 they stood under ``quotes``."""
    _rename(article, "quotes", "statements")


def name_text_digest(article: Plain) -> None:
    """Call the digest of a text so: in version 0 it stood under ``sha256``."""
    _rename(article, "sha256", TEXT_DIGEST)


STEPS: dict[int, tuple[tuple[Step, ...], tuple[Step, ...]]] = {0: ((pair_spans,), (name_statements, name_text_digest))}
"""For each earlier version the steps that lead to the next: first those for a document or a line, then those for every article."""


def migrate_article(article: Plain, version: int) -> None:
    """Bring the plain values of an article, alone on its line, to this version."""
    for before in range(version, SCHEMA_VERSION):
        anywhere, in_articles = STEPS[before]
        if isinstance(article, (dict, list)):
            for step in (*anywhere, *in_articles):
                step(article)


def migrate(tree: Plain, version: int) -> None:
    """Bring the plain values of a document, or of a first line, to this version; its number then says so."""
    for before in range(version, SCHEMA_VERSION):
        anywhere, in_articles = STEPS[before]
        for step in anywhere:
            step(tree)
        corpus = tree.get("corpus")
        articles = corpus.get("articles") if isinstance(corpus, dict) else None
        for article in articles if isinstance(articles, list) else ():
            for step in in_articles:
                step(article)
    tree["schema_version"] = SCHEMA_VERSION
