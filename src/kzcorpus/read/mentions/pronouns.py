"""Third-person pronouns of an article."""

from collections.abc import Iterator

from kzcorpus.read.mentions.items import Item
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.wordlists import PRONOUNS

_CLASSES = frozenset("SOd")
_AFTER_OBJECT = frozenset('.,;:!?PTtCDBWm-")…')


def _is_possessive(labels: Labels, index: int) -> bool:
    """Tell whether "her" belongs to the noun after it."""
    words = labels.words
    return labels.together(index, index + 1) and words.tags[index + 1] not in _AFTER_OBJECT


def pronouns(labels: Labels) -> Iterator[Item]:
    """Yield he, she, him, her, they and it; possessives are none. Whether "it" and "they" speak is for the reader to ask."""
    lows, tags = labels.words.lows, labels.words.tags
    for index in labels.telling.pronouns:
        low = lows[index]
        if tags[index] in _CLASSES and not (low == "her" and _is_possessive(labels, index)):
            type_, sex = PRONOUNS[low]
            yield Item(labels, index, index + 1, "pronoun", type_, "pronoun", 0.75, sex=sex)
