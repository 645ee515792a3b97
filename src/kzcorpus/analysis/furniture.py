"""Words of the site inside the text: "Read more:", "Advertisement", "Subscribe to our newsletter"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kzcorpus.analysis.catalogue import found, phrase
from kzcorpus.analysis.terms import term_set
from kzcorpus.model.spans import Span
from kzcorpus.read.layout.phrasebook import inviting_phrases, is_furniture
from kzcorpus.read.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Finding

_CAPITAL = re.compile(r"(?<![\w“\"‘'«’-])[^\W\d_a-z]\w*")
_LAST_WORD = re.compile(r"\w+$")
_STARTS = frozenset(".!?…:;”\"’'»)]–—-\n\r")
_ROOM = 60  # code points that a phrase of the site may take up
_SHOWN = 3


def _within(text: str, unit: Span, begun: frozenset[int]) -> Iterator[Span]:
    """Yield phrases of the site that stand with a capital in the midst of a sentence, each with what goes on from it."""
    known = inviting_phrases()
    for match in _CAPITAL.finditer(text, unit.start, unit.end):
        start, word = match.start(), match[0].casefold()
        lone = word in term_set("lone_furniture")
        if (not lone and word not in known) or start in begun or not _amid(text[max(unit.start, start - _ROOM) : start]):
            continue
        if lone:
            yield Span(*match.span())
        elif end := _phrase_end(text, Span(start, unit.end), known[word]):
            yield Span(start, end)


def _amid(before: str) -> bool:
    """Tell whether what stands before a capital makes it an odd one: no end of a sentence, and no other name."""
    bare = before.rstrip()
    last = _LAST_WORD.search(bare)
    return bool(bare) and bare[-1] not in _STARTS and not (last and last[0][:1].isupper())


def _phrase_end(text: str, rest: Span, phrases: tuple[str, ...]) -> int | None:
    """Return where the longest of some phrases ends that begins here, whatever white space sets its words apart."""
    following = text[rest.start : min(rest.end, rest.start + _ROOM)]
    for words in phrases:
        found = re.match(r"\s+".join(map(re.escape, words.split())) + r"(?!\w)", following, re.IGNORECASE)
        if found:
            second = found[0].split()[1]
            return rest.start + found.end() if second.islower() or found[0].isupper() else None
    return None


def _joined(places: list[Span]) -> list[Span]:
    """Put places that overlap or follow each other into one."""
    out: list[Span] = []
    for place in sorted(places):
        if out and place.start <= out[-1].end + 1:
            out[-1] = Span(out[-1].start, max(out[-1].end, place.end))
        else:
            out.append(place)
    return out


def boilerplate_in_text(article: Article) -> Iterator[Finding]:
    """Find words of the site around the article inside its paragraphs, where reading did not label them; one finding with every place.

    They are a sentence that would be labelled as the site's on a line of its own, or stand with a capital in the midst of a sentence.
    """
    text = article.text
    places: list[Span] = []
    for unit in (block.span for block in article.blocks if block.kind == "paragraph"):
        pieces = sentences(text, unit)
        places += [piece for piece in pieces if piece != unit and is_furniture(piece.of(text))]
        begun = frozenset(piece.start for piece in pieces)
        places += _within(text, unit, begun)
    places = _joined(places)
    if places:
        shown = ", ".join(phrase(text, span) for span in places[:_SHOWN])
        message = f"words of the site in the text: {shown}"
        hint = "compare the page, and take them for no part of the article"
        yield found("boilerplate-in-text", message, article=article.id, spans=places, hint=hint)
