"""Checks of one article's text and description: characters, line ends, and what nobody knows about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import langcodes

from kzcorpus.analysis.catalogue import found
from kzcorpus.analysis.characters import BIDI, CONTROL, INVISIBLE, NONCHARACTER, line_ends, positions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Finding

_SUSPECTS = {
    "replacement-character": ("\ufffd", "replacement character", "look up the characters in the source"),
    "control-character": (CONTROL + NONCHARACTER, "control character", "look up the characters in the source"),
    "bidi-control": (BIDI, "character that reorders the display", "read the text without these characters"),
    "invisible-character": (INVISIBLE, "invisible character", "compare the words without these characters"),
}
_ENDS = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def suspect_characters(article: Article) -> Iterator[Finding]:
    """Find characters that were lost, cannot be seen, or change how others are seen; one finding for each kind, with every place."""
    for code, (characters, noun, hint) in _SUSPECTS.items():
        spans = positions(characters, article.text)
        if spans:
            message = _counted(sum(map(len, spans)), noun)
            first = f"U+{ord(article.text[spans[0].start]):04X}"
            yield found(code, f"{message}, first {first} at {spans[0].start}", article=article.id, spans=spans, hint=hint)


def mixed_line_ends(article: Article) -> Iterator[Finding]:
    """Find line ends of another kind than most."""
    text = article.text
    both = text.count("\r\n")
    if (both > 0) + (text.count("\n") > both) + (text.count("\r") > both) > 1:
        kinds = line_ends(text)
        message = " and ".join(f"{len(spans)} {_ENDS[kind]}" for kind, spans in kinds.items())
        odd = sorted(span for spans in list(kinds.values())[1:] for span in spans)
        yield found("mixed-line-ends", f"line ends of several kinds: {message}", article=article.id, spans=odd)


def unknowns(article: Article) -> Iterator[Finding]:
    """Find what nobody knows about an article: its text, headline, date, outlet."""
    if not article.text.strip():
        yield found("empty-text", "the article has no text", article=article.id, hint="look at the file it was read from")
        return
    if article.blocks and article.headline is None:
        yield found("no-headline", "no headline", article=article.id)
    if article.published is None:
        yield found("no-publication-date", "no publication date", article=article.id, hint="relative dates stay unresolved without one")
    if article.source is None or article.source.outlet is None:
        yield found("no-outlet", "no outlet", article=article.id)


def unregistered_language(article: Article) -> Iterator[Finding]:
    """Find a language tag that is well-formed, which the model asks for, but made of subtags that nobody registered (BCP 47)."""
    if article.language is not None and not langcodes.tag_is_valid(article.language):
        message = f"the language {article.language} is not registered"
        yield found("unregistered-language", message, article=article.id, hint="compare the IANA language subtag registry")
