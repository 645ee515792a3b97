"""What the wording of a line says about it: the phrases that sites, by-lines, credits and captions are made of."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import attrs

from kzcorpus.model.articles import BlockKind
from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.tokens import TELLING
from kzcorpus.read.lexicon import lexicon

_SHORT = 16  # words
_BYLINE = 30
_MIDDLING = 45
_TO_THE_READER = re.compile(
    r"\b(?:we|our|ours|us|you|your|my|subscribe|subscribers|website|site|newsletter|app|e-?mail|telegram|reader|readers|copyright|rights|licensed?|hyperlink"
    r"|наш\w*|ваш\w*|вас|нас|сайт\w*|редакц\w*|материал\w*|ссылк\w*)\b"
)
_FIRST = re.compile(r"\w+")
_PROSE_PARTS = frozenset({"newsletter", "imprint", "advert"})


class Label(NamedTuple):
    """What a line is by its wording: the kind of its block, and the part of the lexicon that says so."""

    kind: BlockKind
    part: str


@attrs.frozen
class Phrasebook:
    """The phrases of the lexicon, by how they must stand in a line."""

    whole: Mapping[str, Label]
    begins: Mapping[str, tuple[tuple[str, Label], ...]]
    holds: Mapping[str, Label]

    def whole_line(self, line: Line) -> Label | None:
        """Return what a line is that one phrase fills."""
        return self.whole.get(line.norm)

    def beginning(self, line: Line) -> tuple[str, Label] | None:
        """Return the phrase that a line begins with and what that makes it; sentences must be short, or speak to the reader."""
        count = line.count
        if count > _MIDDLING:
            return None
        norm = line.norm
        for phrase, label in self.begins.get(first_word(norm), ()):
            if norm.startswith(phrase) and not norm[len(phrase) : len(phrase) + 1].isalnum():
                short = count <= (_SHORT if label.kind != "byline" else _BYLINE)
                if (short and not (line.ended and line.reports)) or (
                    label.part in _PROSE_PARTS and _TO_THE_READER.search(norm) and not line.reports
                ):
                    return phrase, label
        return None

    def within(self, line: Line) -> Label | None:
        """Return what a line is that holds a phrase anywhere and reports nobody's words."""
        if line.count > _MIDDLING or not line.codes & TELLING or line.reports:
            return None
        norm = line.norm
        phrase = next(filter(norm.__contains__, self.holds), None)
        return None if phrase is None else self.holds[phrase]


def first_word(norm: str) -> str:
    """Return the key of a phrase: its first word, or its first character where it begins with a mark."""
    found = _FIRST.match(norm)
    return found[0] if found else norm[:1]


def _phrases(entry: Mapping[str, str], how: str) -> Iterator[str]:
    yield from (phrase for line in entry.get(how, "").split("\n") if (phrase := line.strip()))


_KINDS: tuple[BlockKind, ...] = ("comment_form", "deck", "site_chrome", "navigation", "category", "credit", "caption", "byline")
_WORD_LISTS = {  # read as sets of words, not as phrases that label a line
    ("category", "home"),
    ("category", "menu"),
    ("category", "sections"),
    ("byline", "roles"),
    ("byline", "writers"),
    ("byline", "offices"),
    ("caption", "poses"),
    ("caption", "poses_only"),
    ("site_chrome", "stamp"),
    ("site_chrome", "outlets"),
}


def _labelled(how: str) -> Iterator[tuple[str, Label]]:
    """Yield the phrases that label a line; where two kinds claim one, that of the kind named first in ``_KINDS`` comes first."""
    for kind in _KINDS:
        for part, entry in lexicon("layout")[kind].items():
            if (kind, part) not in _WORD_LISTS:
                yield from ((phrase, Label(kind, part)) for phrase in _phrases(entry, how))


@cache
def phrasebook() -> Phrasebook:
    """Return the phrasebook, made once."""
    whole: dict[str, Label] = {}
    begins: dict[str, dict[str, Label]] = {}
    holds: dict[str, Label] = {}
    for phrase, label in _labelled("whole"):
        whole.setdefault(phrase, label)
    for phrase, label in _labelled("begins"):
        begins.setdefault(first_word(phrase), {}).setdefault(phrase, label)
    for phrase, label in _labelled("holds"):
        holds.setdefault(phrase, label)
    longest_first = {first: tuple(sorted(found.items(), key=lambda item: -len(item[0]))) for first, found in begins.items()}
    return Phrasebook(whole, longest_first, holds)


@cache
def wordlist(kind: str, part: str, how: str = "whole") -> frozenset[str]:
    """Return the phrases of a part of the lexicon as a set.

    >>> "home" in wordlist("category", "menu")
    True
    """
    return frozenset(_phrases(lexicon("layout")[kind][part], how))


@cache
def wordlist_words(kind: str, part: str) -> frozenset[str]:
    """Return the single words of the phrases of a part of the lexicon."""
    return frozenset(word for phrase in wordlist(kind, part) for word in phrase.split())


_FIRST_TWO = re.compile(r"[“\"'‘–—-]*([^\W\d_]+)(?: ([^\W\d_]+)(?![^ ]))?")


@cache
def _openings() -> Mapping[str, frozenset[str]]:
    """Return the first words of what labels a line, each with the second words that may follow it: of none where any may."""
    phrases = {phrase for how in ("whole", "begins") for phrase, _ in _labelled(how)}
    seconds: dict[str, set[str]] = {}
    for phrase in phrases | wordlist("category", "sections") | wordlist("category", "menu"):
        first, _, rest = phrase.partition(" ")
        seconds.setdefault(first_word(phrase), set()).add(rest.partition(" ")[0] if first == first_word(phrase) else "")
    return {first: frozenset() if "" in found else frozenset(found) for first, found in seconds.items()}


def may_open(line: Line) -> bool:
    """Tell whether a line may begin with a phrase, or be one, by its first two words; where it does, this is never False."""
    found = _FIRST_TWO.match(line.text)
    if found is None:
        return True
    seconds = _openings().get(found[1].casefold())
    return seconds is not None and (not seconds or found[2] is None or found[2].casefold() in seconds)


_FURNITURE: tuple[BlockKind, ...] = ("navigation", "site_chrome", "comment_form")
_INVITING = frozenset({"link", "list", "share", "advert", "newsletter", "open"})


def is_furniture(words: str) -> bool:
    """Tell whether words, on a line of their own, would be what the site put around the article; a lone word that ends a sentence is not.

    >>> is_furniture("Read more: Astana in the snow"), is_furniture("Subscribe to our newsletter."), is_furniture("He will read more.")
    (True, True, False)
    """
    line = Line(words)
    if line.count > _SHORT or line.stop == "?" or (line.ended and line.count < 2):  # noqa: PLR2004 -- "Follow." is an answer
        return False
    whole, begun = phrasebook().whole_line(line), phrasebook().beginning(line)
    label = whole or (begun[1] if begun else None)
    if label is None or label.kind not in _FURNITURE or line.reports:
        return False
    return label.part in _INVITING or (whole is not None and not line.stop)


@cache
def inviting_phrases() -> Mapping[str, tuple[str, ...]]:
    """Return the phrases of two words or more with which a site invites its reader, longest first, by their first words.

    >>> "read more" in inviting_phrases()["read"]
    True
    """
    found: dict[str, set[str]] = {}
    for how in ("whole", "begins"):
        for phrase, label in _labelled(how):
            if label.kind in _FURNITURE and label.part in _INVITING and " " in phrase and "#" not in phrase and not phrase.startswith("i "):
                found.setdefault(first_word(phrase), set()).add(phrase.rstrip(":"))
    return {first: tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase))) for first, phrases in found.items()}
