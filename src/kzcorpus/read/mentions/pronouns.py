"""Third-person pronouns of a passage."""

import re
from collections.abc import Iterator

from kzcorpus.model.articles import MentionType
from kzcorpus.read.mentions.labels import Labels, Sex
from kzcorpus.read.mentions.naming import Found, found

_PRONOUNS: dict[str, tuple[MentionType, Sex | None]] = {
    "he": ("person", "male"),
    "she": ("person", "female"),
    "him": ("person", "male"),
    "her": ("person", "female"),
    "they": ("group", None),
    "it": ("organization", None),
}
_CLASSES = re.compile("[SOd]")
_AFTER_OBJECT = frozenset('.,;:!?PTtCDBWm-")…')


def _is_possessive(labels: Labels, index: int) -> bool:
    """Tell whether "her" belongs to the noun after it."""
    words = labels.words
    return labels.together(index, index + 1) and words.tags[index + 1] not in _AFTER_OBJECT


def pronouns(labels: Labels) -> Iterator[Found]:
    """Yield he, she, him, her, they and it; possessives are none. Whether "it" and "they" speak is for the reader to ask."""
    lows = labels.words.lows
    for match in _CLASSES.finditer(labels.words.tags):
        index = match.start()
        low = lows[index]
        if low in _PRONOUNS and not (low == "her" and _is_possessive(labels, index)):
            type_, sex = _PRONOUNS[low]
            yield found(labels, index, index + 1, sort="pronoun", type=type_, rule="pronoun", confidence=0.75, sex=sex)
