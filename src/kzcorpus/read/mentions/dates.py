"""Where in an article a date may begin: at words that the walk over all words has met."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from kzcorpus.model.spans import Span
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.words import Words

_PART = re.compile(r"\w+")


def date_words(labels: Labels) -> Iterator[tuple[Span, list[int]]]:
    """Yield the passages in which a date may begin, with the code points of the words, or parts of words, where it may.

    A number's word counts only where its passage says "ago".
    """
    parts, sentence, telling = labels.parts, labels.words.sentence, labels.telling
    dates = telling.dates
    if telling.counts and telling.past:
        past = {parts[sentence[i]].first for i in telling.past}
        dates = sorted([*dates, *(i for i in telling.counts if parts[sentence[i]].first in past)])
    for _, words in groupby(dates, key=lambda i: parts[sentence[i]].first):
        found = list(words)
        yield parts[sentence[found[0]]].span, word_parts(labels.words, found)


def word_parts(words: Words, indexes: Iterable[int]) -> list[int]:
    """Return where the parts of some words begin: "mid" and "June" in "mid-June"."""
    text, starts, ends, surfaces = words.text, words.starts, words.ends, words.surfaces
    found: list[int] = []
    for i in indexes:
        if surfaces[i].isalnum():
            found.append(starts[i])
        else:
            found += [part.start() for part in _PART.finditer(text, starts[i], ends[i])]
    return found
