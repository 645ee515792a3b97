"""Names of people that nobody has to know: what capitals, titles, given names and endings show to be one."""

import re
from collections.abc import Iterator

from kzcorpus.read.mentions.items import Item
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.positions import position
from kzcorpus.read.mentions.wordlists import family_ending, name_suffixes, sex_of, wordset

_NAMING = re.compile("[GNn]++(?:p[GN][GNn]*+)*+")
_TWO = 2
_BYLINE = 0.85
_LONGEST_NAME = 6


def _sequences(labels: Labels) -> Iterator[tuple[int, int]]:
    """Yield runs of words that an unknown personal name may be made of; none goes on over the end of a sentence."""
    marks, sentence = labels.marks, labels.words.sentence
    for run in _NAMING.finditer(marks):
        first, last = run.span()
        if sentence[first] == sentence[last - 1]:
            yield first, last
            continue
        while first < last:
            stop = min(last, labels.words.sentence_bounds(first)[1])
            yield from (part.span() for part in _NAMING.finditer(marks, first, stop))
            first = stop


def _trimmed(labels: Labels, first: int, last: int) -> int:
    """Return where the name begins when the first word of a sentence is capitalised only for that."""
    if last - first > 1 and labels.marks[first] == "N" and labels.marks[first + 1] == "G" and labels.opens(first):
        return first + 1
    return first


def persons(labels: Labels, taken: list[bool]) -> Iterator[Item]:
    """Yield unknown names of people, loose where nothing shows that they are people; ``taken`` marks the words of other names.

    "Jr." or the like belongs to a name. In a byline every name of several words is a person's. What a dateline begins with is a place.
    """
    lows, sentence, parts = labels.words.lows, labels.words.sentence, labels.parts
    groups, suffixes = wordset("naming", "groups", "plural"), name_suffixes()
    for start, last in _sequences(labels):
        if True in taken[start:last] or last - start > _LONGEST_NAME:
            continue
        part = parts[sentence[start]]
        if part.kind == "dateline":
            if start == part.first:
                yield Item(labels, start, last, "name", "place", "name.dateline", _BYLINE)
            continue
        first = _trimmed(labels, start, last)
        if last - first == 1 and lows[first] in groups:
            continue
        rule, confidence = _evidence(labels, first, last)
        if part.kind == "byline" and not confidence and last - first > 1:
            rule, confidence = "name.byline", _BYLINE
        end = last + (lows[last].rstrip(".") in suffixes and labels.surfaces[last][0].isupper())
        sex = sex_of(lows[first], lows[last - 1])
        yield Item(labels, first, end, "name" if confidence else "loose", "person", rule, confidence or 0.5, sex=sex)


def _evidence(labels: Labels, first: int, last: int) -> tuple[str, float]:
    """Return the rule that shows a run of capitalised words to be a person, and how sure it is; 0 where nothing does."""
    before = labels.marks[first - 1] if labels.together(first - 1, first) else ""
    if before == "H":
        return "name.honorific", 0.95
    if before == "R" and (labels.marks[first] == "G" or not labels.titled(first)):
        return "name.title", 0.9
    return ("name.single", 0.0) if last - first < _TWO else _form(labels, first, last)


def _form(labels: Labels, first: int, last: int) -> tuple[str, float]:
    """Return what the words of a longer name show by themselves; in a headline, where all is capitalised, only a given name counts."""
    marks = labels.marks
    titled = labels.titled(first)
    if marks[first] == "G" or (marks[first] == "n" and marks[last - 1] in "GN"):
        return "name.given", 0.7 if titled else 0.9
    if not titled and marks[last - 1] in "GN" and family_ending(labels.words.lows[last - 1]):
        return "name.ending", 0.8
    if not titled and position(labels.words, first, last).speaking:
        return "name.speaks", 0.7
    return "name.capitals", 0.0
