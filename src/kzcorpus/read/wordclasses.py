"""Words and their light classes, a sentence at a time, at the price of one look-up a word.

A class is one letter: ``D`` determiner, ``d`` possessive pronoun, ``P`` preposition, ``S`` subject pronoun, ``O`` object pronoun,
``C`` coordinator, ``B`` subordinator, ``W`` relative pronoun, ``w`` other question word, ``T`` that, ``t`` to, ``X`` auxiliary,
``M`` modal, ``N`` negation, ``A`` adverb, ``m`` word of time, ``V`` past or third person of a verb, ``v`` base of a verb, ``E`` word
in -ed, ``G`` word in -ing, ``U`` capitalized, ``0`` number, ``s`` possessive 's, ``K`` any other word. A punctuation mark is its own
class; all quotation marks are ``"``, all dashes ``-``.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.vocabulary import common_verbs, verb_forms, word_set

_CLITIC = r"['’](?:s|S|d|ll|re|ve|m)(?![\w])"
TOKEN = re.compile(rf"[^\W_]+(?:(?:[-.&/_]|(?<=\d),(?=\d)|(?!{_CLITIC})['’])[^\W_]+)*|{_CLITIC}|(?:--+|\.\.+|``|'')|[^\w\s]|_+")
_CLASSES = {
    "adverb": "A",
    "time": "m",
    "preposition": "P",
    "subordinator": "B",
    "determiner": "D",
    "possessive": "d",
    "subject": "S",
    "object": "O",
    "coordinator": "C",
    "relative": "W",
    "question": "w",
    "that": "T",
    "to": "t",
    "auxiliary": "X",
    "modal": "M",
    "negation": "N",
}
_VERB_CLASS = {"base": "v", "s": "V", "past": "V", "participle": "E", "ing": "G"}
_QUOTES = frozenset('"“”„‟«»‹›‘‚`') | {"''", "``"}
_DASHES = frozenset("—–-―") | {"--", "---"}
_NEVER_NAMES = frozenset("DdPSOCBWwTtXNs")
_LONG_ENOUGH_FOR_A_SUFFIX = 5
_MOST_REMEMBERED = 1 << 16


@cache
def _classes() -> dict[str, str]:
    """Return the class of every word that the lexicon knows."""
    known: dict[str, str] = {}
    lemmas = [*lexicon("cues")["verbs"], *common_verbs()]
    for lemma in lemmas:
        for form, kind in verb_forms(lemma):
            tag = _VERB_CLASS[kind]
            if tag == "E" and not form.endswith("ed"):
                tag = "V" if known.get(form) == "V" else "E"
            known[form] = tag
    closed = lexicon("words")["classes"]
    for word in closed["K"].split():
        known[word] = "K"
    for name, tag in _CLASSES.items():
        for word in closed[name].split():
            known[word] = tag
    return known


def _guess(word: str, low: str) -> str:
    """Return the class of a word that the lexicon does not know."""
    first = word[0]
    if first.isdigit():
        return "0"
    if (low.endswith("ed") and len(low) >= _LONG_ENOUGH_FOR_A_SUFFIX - 1 and not low.endswith(("eed", "red"))) or low.endswith(
        ("ered", "ared", "ired", "ored", "ured")
    ):
        return "E"
    if len(low) >= _LONG_ENOUGH_FOR_A_SUFFIX:
        if low.endswith("ly") and low not in word_set("words", "adjectives"):
            return "A"
        if low.endswith("ing"):
            return "G"
    return "K"


def _mark(word: str) -> str:
    if word in _QUOTES:
        return '"'
    if word in _DASHES:
        return "-"
    if len(word) > 1:
        return "s" if word[1] in "sS" else "…" if word[0] == "." else "X" if word[1] in "rvm" else "M"
    return "…" if word == "…" else word


def _tag(word: str, low: str, *, opening: bool, titled: bool) -> str:
    """Return the class of a word; ``opening`` where it begins a sentence, ``titled`` where every word of the sentence is capitalized."""
    first = word[0]
    if not first.isalnum():
        return _mark(word)
    tag = _classes().get(low)
    if not first.isupper():
        return tag or _guess(word, low)
    if tag and (opening or titled or tag in _NEVER_NAMES) and not (word.isupper() and len(word) > 1 and not titled):
        return tag
    if tag == "m":
        return tag
    if (opening or titled) and low.endswith("ing") and len(low) > _LONG_ENOUGH_FOR_A_SUFFIX:
        return "G"
    return "A" if opening and low.endswith("ly") and len(low) >= _LONG_ENOUGH_FOR_A_SUFFIX else "U"


class _Plain(dict[str, tuple[str, str, bool | None]]):
    """Words in lower case, with the class inside a sentence, and whether they are capitalized: None for a short one.

    Filled as they are asked for, and emptied when it holds too many: half the time of an ``lru_cache``, which counts for every word.
    """

    def __missing__(self, word: str) -> tuple[str, str, bool | None]:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        low = word.lower()
        capital = word[0].isupper() if len(word) > 3 else None  # noqa: PLR2004 -- articles and prepositions stay small
        made = self[word] = low, _tag(word, low, opening=False, titled=False), capital
        return made


_plain = _Plain()


@lru_cache(maxsize=1 << 12)
def _opening_tag(word: str) -> str:
    return _tag(word, word.lower(), opening=True, titled=False)


def _titled(capitals: Sequence[bool | None]) -> bool:
    """Tell whether nearly every longer word of a sentence is capitalized, as in headlines."""
    large, small = capitals.count(True), capitals.count(False)
    return large + small > 2 and large * 10 >= (large + small) * 8  # noqa: PLR2004


def joined(spans: list[tuple[int, int]], surfaces: list[str]) -> tuple[list[tuple[int, int]], list[str]]:
    """Join the full stop of an abbreviation to its word: one that does not end the sentence."""
    last = len(surfaces) - 1
    while last >= 0 and not surfaces[last][0].isalnum():
        last -= 1
    stops = {i for i in range(1, last) if surfaces[i] == "." and spans[i - 1][1] == spans[i][0] and surfaces[i - 1][0].isalnum()}
    if not stops:
        return spans, surfaces
    for i in stops:
        spans[i - 1] = (spans[i - 1][0], spans[i][1])
    kept = [i for i in range(len(spans)) if i not in stops]
    return [spans[i] for i in kept], [surfaces[i] for i in kept]


def _sentence_tags(surfaces: list[str], tags: list[str]) -> None:
    """Set the classes of the words of a sentence that differ from those inside one: at its beginning and after quotation marks."""
    inner = 0
    for inner, word in enumerate(surfaces):
        tags[inner] = _opening_tag(word)
        if tags[inner] not in '"(…':
            break
    if '"' in tags:
        for i in range(inner + 1, len(tags)):
            if tags[i - 1] == '"' and surfaces[i][0].isupper():
                tags[i] = _opening_tag(surfaces[i])


def read_sentence(surfaces: list[str]) -> tuple[Sequence[str], list[str]]:
    """Return the words of a sentence in lower case, and their classes."""
    lows, inside, capitals = zip(*map(_plain.__getitem__, surfaces), strict=True)
    if _titled(capitals):
        return lows, [_tag(word, low, opening=False, titled=True) for word, low in zip(surfaces, lows, strict=True)]
    tags = list(inside)
    _sentence_tags(surfaces, tags)
    return lows, tags


def settle(tags: list[str], lows: list[str]) -> None:
    """Settle by its neighbours that "the claims" holds no verb, and that "some" is the subject of "some say"."""
    alone = word_set("words", "standing_alone")
    for i, tag in enumerate(tags):
        if tag == "0" and i and tags[i - 1] == "P" and lows[i - 1] in word_set("words", "approximating"):
            tags[i - 1] = "A"
        if tag not in "vV" or not i:
            continue
        before, plural = tags[i - 1], lows[i].endswith("s")
        if (before in "Dds" and (tag == "v" or plural) and lows[i - 1] not in alone) or (before in "0VE" and plural):
            tags[i] = "K"
    for i in [i for i, tag in enumerate(tags[:-1]) if tag == "D"]:
        if lows[i] in alone and _verbal(tags, i + 1):
            tags[i] = "S"


def _verbal(tags: list[str], index: int) -> bool:
    """Tell whether the word is a finite verb, or may be one by what follows."""
    return tags[index] in "VXM" or (tags[index] in "Ev" and index + 1 < len(tags) and tags[index + 1] in 'DdUTSOt"w')
