"""Datelines: the place and date that open a report, alone on a line or run in before its first sentence."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from kzcorpus.model.articles import Dateline
from kzcorpus.model.dates import When
from kzcorpus.model.findings import Finding
from kzcorpus.model.spans import Span
from kzcorpus.read.dating import garbled_finding, sound_and_garbled, without_dates
from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.phrasebook import wordlist
from kzcorpus.read.lexicon import lexicon

_LONGEST = 110
_LEAST_TEXT = 5  # words after a dateline run in
_MOST_WORDS = 8
_CITY_WORDS = 3
_MOST_PLACE = 6
_CAPITALS = 3  # letters: "Q", "US" are no places
_DASH = re.compile(r"\s?[-–—―]{1,2}\s+(?=[“\"‘'«„(\[$€£]?[^\W_])")
_ANY_DASH = re.compile(r"[-–—―]\s")
_STOP = re.compile(r"[./]\s+(?=[“\"«„(]?[^\W\d_])")
_PLACE_WORD = r"[^\W\d_][\w’'.-]*"
_PLACE = rf"{_PLACE_WORD}(?: {_PLACE_WORD}){{0,4}}"
_PLACES = re.compile(rf"{_PLACE}(?:(?:, ?| ?/ ?){_PLACE}){{0,3}}")
_AGENCY = re.compile(r"[(/\[]\s?(?:[^\W\d_]|[0-9]+\.[^\W\d_])[\w .,&’'-]{1,40}\s?[)/\]]")
_DIGIT = re.compile(r"\d")
_MOST_ALONE = 16  # words
_SMALL = frozenset(("de", "del", "la", "le", "al", "el", "of", "the", "and", "upon", "sur", "am", "na", "на"))
_EDGES = " .,:;()[]/–—-―"


class _Opening(NamedTuple):
    """What a dateline would be made of: its place, where its first date begins (-1 without), and whether an agency is there."""

    place: str
    first: int
    agency: bool
    known: bool
    bracketed: bool

    @property
    def dated(self) -> bool:
        return self.first >= 0


def run_in(line: Line) -> int:
    """Return the length of the dateline that the line begins with, its dash or stop included; 0 where it begins with none.

    >>> from kzcorpus.read.layout.lines import lines_of
    >>> run_in(lines_of("LONDON, March 3 (Reuters) - Britain said it agreed with the plan.").lines[0])
    27
    """
    head = line.text[:_LONGEST]
    if not ("-" in head or not head.isascii() or head[:_CAPITALS].isupper()) or not _may_open(head):
        return 0
    for mark, end in _ends(head):
        opening = _opening(head[: mark.start()] if mark.re is _DASH else head[: mark.start() + 1])
        stopped = mark.re is _STOP
        if opening and _is_place(opening.place) and _plain(opening, stopped=stopped):
            following = line.text[mark.end() :]
            if not following[:1].islower() and len(following[:_LONGEST].split()) >= _LEAST_TEXT:
                return end
    return 0


def _ends(head: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the marks at which a dateline may end, with that end: two dashes, then the stops of "MOSCOW, October 14. /TASS/."."""
    if _ANY_DASH.search(head):
        yield from ((mark, len(head[: mark.end()].rstrip())) for mark in islice(_DASH.finditer(head), 2))
    if head[:_CAPITALS].isupper():
        yield from ((mark, mark.start() + 1) for mark in reversed(list(islice(_STOP.finditer(head), 4))))


def _opening(text: str) -> _Opening | None:
    """Take dates and agencies out of what would be a dateline; None where more than a place is left."""
    left, first = without_dates(text)
    place = _AGENCY.sub(" ", left)
    bracketed = not place.strip(_EDGES)
    words = " ".join((left if bracketed else place).strip(_EDGES).split())
    words = re.sub(r"\s+([.,:])", r"\1", re.sub(r"[()]| [–—-](?= )", "", words)).replace(". ,", ",").replace(",,", ",").strip(_EDGES)
    if not _PLACES.fullmatch(words) or len(words.split()) > _MOST_WORDS:
        return None
    agencies = [] if bracketed else _AGENCY.findall(left)
    return _Opening(words, first, bool(agencies), any(map(_is_agency, agencies)), bracketed)


def _is_agency(bracket: str) -> bool:
    """Tell whether what stands in brackets is an agency: one that is known, a site, or a name that says so."""
    name = bracket.strip(_EDGES).casefold()
    return name in wordlist("dateline", "agencies") or bool(re.search(r"\.\w{2,4}$|news\b|\b(?:wire|newswire|agency|press)\b", name))


def _is_place(place: str) -> bool:
    """Tell whether words can be places: capitalised, no speaker's label, no BREAKING, and not how sentences begin."""
    words = place.replace(",", " ").split()
    openers = {words[0].casefold().strip("."), place.partition(",")[0].casefold()}
    if not wordlist("dateline", "never").isdisjoint(openers) or words[0] in _starters():
        return False
    return all(word[0].isupper() or word in _SMALL for word in words)


def _plain(opening: _Opening, *, stopped: bool) -> bool:
    """Tell whether place, date and agency together make a dateline: the less there is, the more the capitals must say."""
    city = opening.place.split(",")[0].split(".")[0]
    capitals = city.isupper() and len(city) >= _CAPITALS
    if stopped:
        return capitals and (opening.dated or opening.agency)
    if capitals and not (opening.dated or opening.agency):
        return len(city.split()) <= _CITY_WORDS and len(opening.place.split()) <= _MOST_PLACE
    named = opening.place.casefold().rpartition(" ")[2] in wordlist("dateline", "agencies")
    return capitals or opening.dated or opening.known or opening.bracketed or named


def alone(line: Line) -> bool:
    """Tell whether the line is a dateline and nothing else: a place and a date, well-formed or garbled."""
    text = line.text
    if len(text) > _LONGEST or line.count > _MOST_ALONE or not _DIGIT.search(text) or not _may_open(text):
        return False
    opening = _opening(text)
    return bool(opening and opening.dated and _is_place(opening.place) and text[: opening.first].strip(_EDGES))


def _may_open(text: str) -> bool:
    """Tell whether the first word can be that of a place, before anything dearer is asked."""
    word = text.split(None, 1)[0] if text.strip() else "."
    return (word[0].isupper() or word[0] == "(") and word not in _starters()


@cache
def _starters() -> frozenset[str]:
    return frozenset(lexicon("sentences")["words"]["starters"])


def dateline(text: str, span: Span) -> tuple[Dateline, tuple[Finding, ...]]:
    """Return the dateline of a block, with its literal date where it has one, and a finding where the date is garbled.

    >>> dateline("ASTANA, October 14", Span(0, 18))[0].when.edtf
    'XXXX-10-14'
    """
    sound, garbled = sound_and_garbled(text, span)
    found = next((date for date in sound if date.edtf), None)
    when = When(edtf=found.edtf, basis="stated", span=found.span) if found and found.edtf else None
    return Dateline(span, when=when), tuple(garbled_finding(text, one) for one in garbled)
