"""Extractors: whatever finds the statements of an article, given as an object or by the name under which it is installed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from kzcorpus.errors import ExtractorError, Fault, KzcorpusError, UnknownExtractorError, describe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.metadata import EntryPoint

    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Finding
    from kzcorpus.model.statements import Statement

GROUP = "kzcorpus.extractors"
"""The group of entry points under which packages install extractors."""
RULES = "rules"
"""The name of the rules that kzcorpus reads by."""


@runtime_checkable
class Extractor(Protocol):
    r"""Whatever finds the statements of an article: a parser, a language model, a table of annotations.

    ``read_text``, ``read_texts`` and ``kzcorpus build --extractor`` take one in place of the rules of kzcorpus. An attribute ``name``,
    where there is one, tells what it is called in ``Made.by`` and in errors; otherwise it is called after its class.

    >>> class Headlines:
    ...     def extract(self, article):
    ...         for block in article.blocks:
    ...             if block.kind == "headline":
    ...                 yield Statement("draft", content=(block.span,))
    >>> from kzcorpus import Statement, read_text
    >>> article = read_text("Grain is safe, says minister\n\nNothing more was known on Friday.\n", extractor=Headlines())
    >>> [(article.quote(statement), statement.made.by) for statement in article.statements]
    [('Grain is safe, says minister', 'Headlines')]
    """

    def extract(self, article: Article, /) -> Iterable[Statement | Finding]:
        """Return the statements of an article as read so far: its text, blocks, mentions and language. It has no statements yet.

        Spans are code points of ``article.text``, half-open. An id that begins with the article's id and a dot is kept; any other is a
        draft, by which ``within`` may refer to a statement, and is replaced by an id made from the words of the content. A statement
        without ``made`` is signed with the extractor's name. A voice of which only the span is told gets entity, name and kind from the
        mentions there. What is worth telling, such as words that are nowhere in the text, is returned among the statements as a
        ``Finding``.

        Whatever it raises becomes an ``ExtractorError`` for this article. Where it cannot work at all (no model, no key), it should raise
        ``ExtractorError`` itself, with the article None: that ends the reading of many texts, too.
        """
        ...


class Named(NamedTuple):
    """An extractor with what it is called."""

    name: str
    extractor: Extractor


def _installed(name: str) -> EntryPoint:
    """Return the entry point of this name; raises ``UnknownExtractorError`` where none is installed."""
    from importlib.metadata import entry_points  # noqa: PLC0415 -- only who names an extractor needs to know what is installed

    group = entry_points(group=GROUP)
    found = {entry.value: entry for entry in group.select(name=name)}
    if not found:
        raise UnknownExtractorError(name, (RULES, *sorted(group.names - {RULES})))
    if len(found) > 1:
        raise ExtractorError(name, None, (Fault("", f"found {', '.join(sorted(found))} installed under this name, expected one"),))
    return next(iter(found.values()))


def _split(name: str) -> tuple[str, list[str]]:
    """Return the name of an entry point, and what follows its colon."""
    entry, colon, argument = name.partition(":")
    return entry, [argument] if colon else []


def _called(extractor: object, otherwise: str | None = None) -> Named:
    """Return an extractor with its name; raises ``TypeError`` for what is none."""
    if isinstance(extractor, type) or not isinstance(extractor, Extractor):
        found = f"the class {extractor.__name__}" if isinstance(extractor, type) else describe(extractor)
        raise TypeError(f"found {found}, expected the name of an extractor, or an object with a method extract(article)")
    own = getattr(extractor, "name", None)
    return Named(own if isinstance(own, str) and own else otherwise or type(extractor).__name__, extractor)


@cache
def _loaded(name: str) -> Named:
    """Return an installed extractor, loaded and made once in a process."""
    entry, argument = _split(name)
    point = _installed(entry)
    try:
        found = point.load()
        return _called(found(*argument) if argument or isinstance(found, type) else found, name)
    except KzcorpusError:
        raise
    except Exception as error:
        fault = Fault("", f"{point.value} cannot be loaded: {type(error).__name__}: {error}")
        raise ExtractorError(name, None, (fault,)) from error


def known(extractor: Extractor | str) -> None:
    """Check that an extractor can be had without loading it; raises ``UnknownExtractorError`` for a name, ``TypeError`` for an object."""
    if not isinstance(extractor, str):
        _called(extractor)
    elif extractor != RULES:
        _installed(_split(extractor)[0])


def chosen(extractor: Extractor | str) -> Named | None:
    """Return the extractor that is meant, None for the rules of kzcorpus.

    A name is that of an entry point of the group ``kzcorpus.extractors``: an extractor, or a class of which one is made. What follows a
    colon in the name is passed to the class, or to a function that makes an extractor: ``spacy:en_core_web_sm``. Raises
    ``UnknownExtractorError`` for a name that is not installed, ``ExtractorError`` where it cannot be loaded, ``TypeError`` for what is no
    extractor.
    """
    if isinstance(extractor, str):
        return None if extractor == RULES else _loaded(extractor)
    return _called(extractor)
