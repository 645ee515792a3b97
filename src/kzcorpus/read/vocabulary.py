"""The forms that English makes of the verbs and nouns of the lexicon."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from kzcorpus.read.lexicon import lexicon

VerbForm = Literal["base", "s", "past", "participle", "ing"]
_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh", "o")


@cache
def word_set(file: str, name: str) -> frozenset[str]:
    """Return a set of words from the ``sets`` of a file of the lexicon.

    >>> "whatever" in word_set("cues", "turning")
    False
    """
    return frozenset(lexicon(file)["sets"][name].split())


def _after_consonant(word: str) -> bool:
    return len(word) > 1 and word[-1] == "y" and word[-2] not in _VOWELS


def third_person(word: str) -> str:
    """Return the verb with its ending for "he", which is also how a noun makes its plural.

    >>> [third_person(word) for word in ("say", "deny", "stress")]
    ['says', 'denies', 'stresses']
    """
    if _after_consonant(word):
        return word[:-1] + "ies"
    return word + "es" if word.endswith(_HISSING) else word + "s"


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    out = {}
    for entry in lexicon("words")["verbs"]["irregular"].split():
        lemma, past, *participle = entry.split(":")
        out[lemma] = (past, participle[0] if participle else past)
    return out


@cache
def _doubling() -> frozenset[str]:
    return frozenset(lexicon("words")["verbs"]["doubling"].split())


def _regular_past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if _after_consonant(stem) else stem + "ed"


def _gerund(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    return stem[:-1] + "ing" if stem.endswith("e") and not stem.endswith(("ee", "ye", "oe")) else stem + "ing"


def verb_forms(lemma: str) -> Iterator[tuple[str, VerbForm]]:
    """Yield the forms of a verb with what they are.

    >>> dict((form, kind) for form, kind in verb_forms("deny"))
    {'deny': 'base', 'denies': 's', 'denied': 'participle', 'denying': 'ing'}
    """
    stem = lemma + lemma[-1] if lemma in _doubling() else lemma
    past, participle = _irregular().get(lemma, (_regular_past(stem), _regular_past(stem)))
    yield lemma, "base"
    yield third_person(lemma), "s"
    yield past, "past"
    yield participle, "participle"
    yield _gerund(stem), "ing"


def common_verbs() -> Iterator[str]:
    """Yield the commonest verbs that no cue lexicon holds."""
    verbs = lexicon("words")["verbs"]
    yield from _irregular()
    yield from verbs["common"].split()


@cache
def cue_words() -> frozenset[str]:
    """Return the words that may report speech, as verbs or nouns, or that begin a phrase that does.

    >>> {"said", "claims", "according"} <= cue_words()
    True
    """
    cues = lexicon("cues")
    verbs = [*cues["verbs"], *cues["thoughts"], *(phrase.split()[0] for phrase in cues["phrases"])]
    forms = frozenset(form for lemma in verbs for form, _ in verb_forms(lemma))
    nouns = (form for lemma in [*cues["nouns"], *cues["beliefs"]] for form in (lemma, third_person(lemma)))
    surveys = [*cues["context"]["surveys"].split(), *cues["context"]["tellings"].split()]
    return forms.union(nouns, surveys, cues["adjectives"], (phrase.split()[0] for phrase in cues["context"]["attributions"]))


@cache
def tagging_verbs() -> frozenset[str]:
    """Return the finite forms of the verbs that tag a quotation.

    >>> {"said", "asks"} <= tagging_verbs()
    True
    """
    verbs = lexicon("cues")["verbs"].items()
    finite = ("s", "past", "participle")
    return frozenset(form for lemma, frames in verbs if "quote" in frames for form, kind in verb_forms(lemma) if kind in finite)
