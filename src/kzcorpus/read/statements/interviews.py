"""Interviews without labels: paragraphs that take turns, a question and an answer, with nothing to say who speaks.

Seldom does anything in the text but its layout tell that these are speech, so the evidence must be plain: several questions, nearly all of
them one paragraph apart, no quotation around them, and answers of somebody who says "I".
"""

from collections.abc import Sequence
from itertools import pairwise

from kzcorpus.read.stages import Passage
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import words_in

_FEWEST_QUESTIONS = 3
_ALIKE = 0.8
_DENSE = 0.5
_KINDS = frozenset({"paragraph", "heading"})


def _asks(passage: Passage, text: str) -> bool:
    """Tell whether a passage is a question of somebody's, without quotation marks around it."""
    span = passage.block.span
    last = text[span.end - 1 : span.end]
    if last != "?" and not last.isspace():
        return False
    return span.of(text).rstrip().endswith("?") and not any(quotation.span.end >= span.end - 1 for quotation in passage.quotations)


def _says_i(passage: Passage, text: str) -> bool:
    return not word_set("cues", "first_person").isdisjoint(words_in(text, passage).lows)


def turns(passages: Sequence[Passage], text: str) -> range:
    """Return the numbers of the passages that are turns of an unlabelled interview, from the first question to the last answer."""
    asking = [number for number, passage in enumerate(passages) if passage.block.kind in _KINDS and _asks(passage, text)]
    if len(asking) < _FEWEST_QUESTIONS:
        return range(0)
    first = next((at for at, further in pairwise(asking) if further == at + 2), -1)
    in_turn = [at for at in asking if at >= first >= 0 and (at - first) % 2 == 0]
    if len(in_turn) < max(_FEWEST_QUESTIONS, _ALIKE * len([at for at in asking if at >= first])):
        return range(0)
    found = range(first, min(len(passages), in_turn[-1] + 2))
    answers = [passages[number] for number in found[1::2]]
    dense = len(in_turn) >= _DENSE * len(found[::2]) and all(passages[number].block.kind in _KINDS for number in found)
    speaking = sum(_says_i(answer, text) for answer in answers) >= _DENSE * len(answers)
    return found if dense and speaking and not any(_labelled(answer, text) for answer in answers) else range(0)


def _labelled(passage: Passage, text: str) -> bool:
    words = words_in(text, passage)
    return ":" in words.tags[1:6]
