"""Names that places did not bear when the article was published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kzcorpus.analysis.catalogue import found, phrase
from kzcorpus.analysis.knowledge import Knowledge, knowledge
from kzcorpus.analysis.roles import date_of
from kzcorpus.analysis.terms import term_set, terms
from kzcorpus.analysis.titles import sentence_around
from kzcorpus.model.authorities import in_force

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.agents import Place
    from kzcorpus.model.articles import Article, Mention
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding
    from kzcorpus.model.names import Name
    from kzcorpus.model.spans import Span

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d(?:s\b|\b)")
_MARKS = frozenset("\"'“”‘’«»„‚‹›")
_NEXT = re.compile(r"(?:['’]s)?[\s-]+(\w+)")


def _out_of_time(place: Place, name: str, date: str) -> tuple[Name, ...]:
    """Return the entries of a name that a place bore, all of them at other times than the date; none where it can have borne it then.

    What is gone, like the Soviet Union, keeps its name: the place must have been renamed.
    """
    entries = tuple(entry for entry in place.names if entry.text == name)
    borne = any(in_force(entry.since, entry.until, date) for entry in entries)
    renamed = any(entry.kind == "former" for entry in entries) or any(
        entry.since and in_force(entry.since, entry.until, date) for entry in place.names
    )
    return entries if renamed and not borne else ()


def _tells_of_names(text: str, span: Span) -> bool:
    """Tell whether the sentence says that the name is an old or a new one."""
    sentence = " ".join(sentence_around(text, span)).casefold()
    return any(sign in sentence for sign in terms()["naming"])


def _tells_of_the_past(text: str, span: Span) -> bool:
    """Tell whether the sentence speaks of another time."""
    sentence = " ".join(sentence_around(text, span)).casefold()
    return bool(_YEAR.search(sentence)) or any(sign in sentence for sign in terms()["other_times"])


def _is_part_of_a_name(text: str, span: Span) -> bool:
    """Tell whether the next word makes it the name of something else: the Astana Process, the Alma-Ata Declaration."""
    after = _NEXT.match(text, span.end)
    before = text[max(0, span.start - 1) : span.start]
    return before == "-" or (after is not None and (after[1].casefold() in term_set("named_after_places") or _capital(text, after)))


def _is_quoted(text: str, span: Span) -> bool:
    """Tell whether quotation marks stand around the name alone: it is spoken of as a word."""
    return text[max(0, span.start - 1) : span.start] in _MARKS and text[span.end : span.end + 1] in _MARKS


def _is_title(article: Article, span: Span) -> bool:
    return any(block.kind in ("heading", "caption") and block.span.covers(span) for block in article.blocks)


def _capital(text: str, after: re.Match[str]) -> bool:
    return after[1][:1].isupper() and text[after.start() : after.start(1)].isspace()


def _today(place: Place, date: str) -> str:
    names = [entry.text for entry in place.names if entry.language in ("en", None) and in_force(entry.since, entry.until, date)]
    return names[0] if names else place.id


def _years(entries: tuple[Name, ...]) -> str:
    return ", ".join(dict.fromkeys(f"{entry.since or 'unknown'} to {entry.until or 'now'}" for entry in entries))


def _place(known: Knowledge, mention: Mention) -> Place | None:
    return known.places.get(mention.literal or "") or known.places.get(mention.entity or "")


def _anachronisms(article: Article, known: Knowledge, date: str) -> Iterator[Finding]:
    text = article.text
    told: dict[str, tuple[Place, tuple[Name, ...], list[Span]]] = {}
    explained: set[str] = set()
    for mention in article.mentions:
        place = _place(known, mention)
        name = mention.span.of(text)
        entries = _out_of_time(place, name, date) if place else ()
        if not place or not entries or _is_part_of_a_name(text, mention.span):
            continue
        if _tells_of_names(text, mention.span) or _is_quoted(text, mention.span):
            explained.add(name)
        elif not _tells_of_the_past(text, mention.span) and not (name in explained and _is_title(article, mention.span)):
            told.setdefault(name, (place, entries, []))[2].append(mention.span)
    for place, entries, spans in told.values():
        name = phrase(article.text, spans[0])
        message = f"{name} in an article of {date}: the place bore that name {_years(entries)}, and {_today(place, date)} on that date"
        hint = "compare the date of the article with the names of the place"
        yield found("place-name-out-of-time", message, article=article.id, spans=spans, refs=_known_ids(known, place), hint=hint)


def _known_ids(known: Knowledge, place: Place) -> tuple[str, ...]:
    return (place.id,) if known.is_of_corpus(place.id) else ()


def place_names_out_of_time(corpus: Corpus) -> Iterator[Finding]:
    """Find names of places that were not theirs on the article's date, where that is known; one finding for each name.

    A sentence that speaks of naming ("formerly", "then called"), of another time, or of something named after the place is left alone; so
    is a name in quotation marks, and a heading after a sentence that speaks of that name.
    """
    known = knowledge(corpus.authority)
    for article in corpus.articles:
        date = date_of(article)
        if date:
            yield from _anachronisms(article, known, date)
