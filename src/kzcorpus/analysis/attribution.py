"""Statements of nobody, and of nobody in particular."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kzcorpus.analysis.catalogue import found, phrase
from kzcorpus.analysis.terms import term_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Finding
    from kzcorpus.model.statements import Statement, Voice

_WORD = re.compile(r"[\w-]+")
_AFTER = 40


def is_vague(speaker: str, after: str) -> bool:
    """Tell whether the words for a speaker leave open who it is, given the words after them.

    Vague is "some observers", "unnamed sources", "critics"; "two analysts at the bank" are somebody.

    >>> is_vague("some observers", " forecast"), is_vague("analysts", " at the bank"), is_vague("police", " said")
    (True, False, False)
    >>> is_vague("sources familiar with the matter", " said"), is_vague("sources at the ministry", " said")
    (True, False)
    """
    words = [word.casefold() for word in _WORD.findall(speaker)]
    if not words:
        return False
    if words[0] in term_set("vague_determiners"):
        return len(words) == 1 or not term_set("vague_people").isdisjoint(words)
    open_ = next((i for i, word in enumerate(words) if word in term_set("vague_openings")), len(words))
    words = words[:open_]
    if not words or not term_set("vague_complements").isdisjoint(words[1:]):
        return False
    quantified = words[0] in term_set("vague_quantifiers")
    rest = words[1:] if quantified else words
    *modifiers, noun = rest or [""]
    following = _WORD.search(after)
    told = following is not None and following[0].casefold() in term_set("vague_complements") and after[: following.start()].isspace()
    if told or not term_set("vague_modifiers").issuperset(modifiers):
        return False
    return noun in term_set("vague_nouns") or (quantified and noun in term_set("vague_people"))


def _impersonal(article: Article, statement: Statement) -> bool:
    """Tell whether a cue without a speaker says that something is said, not who asks or answers: "it is alleged", "rumours that"."""
    words = [word.casefold() for span in statement.cue for word in _WORD.findall(span.of(article.text))]
    if not words:
        return False
    if len(words) == 1:
        return words[0] in term_set("impersonal_nouns")
    return words[0] in term_set("forms_of_be") and words[-1] in term_set("impersonal_participles")


def unattributed(article: Article) -> Iterator[Finding]:
    """Find what is said by nobody, and by nobody in particular: the lists of words in ``terms.toml`` decide."""
    text = article.text
    for statement in article.statements:
        speaker = statement.speaker
        if speaker is None:
            if _impersonal(article, statement):
                message = f"{phrase(text, statement.cue[0])}, and nobody who says so"
                hint = "look for who says so"
                yield found("no-speaker", message, article=article.id, spans=statement.cue, refs=[statement.id], hint=hint)
        elif speaker.span and _nobody(text, speaker):
            message = f"a statement of {phrase(text, speaker.span)}"
            hint = "look for who is meant"
            yield found("vague-attribution", message, article=article.id, spans=[speaker.span], refs=[statement.id], hint=hint)


def _nobody(text: str, speaker: Voice) -> bool:
    span = speaker.span
    if span is None or speaker.entity is not None or speaker.kind not in ("collective", "unnamed", "title"):
        return False
    return is_vague(span.of(text), text[span.end : span.end + _AFTER])
