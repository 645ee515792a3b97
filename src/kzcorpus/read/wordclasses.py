"""Words and their light classes, at the price of one look-up a word.

A class is one letter: ``D`` determiner, ``d`` possessive pronoun, ``P`` preposition, ``S`` subject pronoun, ``O`` object pronoun,
``C`` coordinator, ``B`` subordinator, ``W`` relative pronoun, ``w`` other question word, ``T`` that, ``t`` to, ``X`` auxiliary,
``M`` modal, ``N`` negation, ``A`` adverb, ``m`` word of time, ``V`` past or third person of a verb, ``v`` base of a verb, ``E`` word
in -ed, ``G`` word in -ing, ``U`` capitalized, ``0`` number, ``s`` possessive 's, ``K`` any other word. A punctuation mark is its own
class; all quotation marks are ``"``, all dashes ``-``.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.vocabulary import common_verbs, cue_words, verb_forms, word_set

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
_PREPOSITION_AND_NUMBER = re.compile("P0")
_ATTRIBUTIVE = re.compile("[Dd]P(?=[KU])")
_BEFORE_VERB = re.compile("[Dds0VEPB](?=[vV])")
_COMPARING = frozenset({"as", "than"})  # "more than needs be"
_DETERMINER_BEFORE_VERB = re.compile('D(?=[VXM]|[Ev][DdUTSOt"w])')  # or what may be a verb, by what follows
_LONG_ENOUGH_FOR_A_SUFFIX = 5
_TELLING_MARKS = '".(…'
_MOST_REMEMBERED = 1 << 16
_LONGEST_REMEMBERED = 100  # code points


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
        if word[0] == word[-1] != ".":  # a row of one mark
            return _mark(word[0])
        return "s" if word[1] in "sS" else "…" if word[0] == "." else "X" if word[1] in "rvm" else "M"
    if unicodedata.category(word) == "Sc":
        return "$"  # of every currency
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
    adverbial = opening and low.endswith("ly") and len(low) >= _LONG_ENOUGH_FOR_A_SUFFIX and low not in word_set("words", "adjectives")
    return "A" if adverbial else "U"


Word = tuple[str, str, str]
"""A word in lower case, its code, and the word as it stands; white space has the code of ``BLANK`` and no word.

A code is three letters: the class inside a sentence, the shape, and ``c`` where it may be a cue. One string holds the codes of all words,
so that a slice is all classes, or all shapes.

The shape is one letter: ``L`` capitalized, ``l`` not, ``S`` and ``s`` the same of words too short to tell a headline by; of marks
``"``, ``.``, ``(`` and ``…`` stay, all others are ``,``. A plain tuple, which the garbage collector passes over.
"""
BLANK = "  ."
"""The code of white space."""


class _Known(dict[str, Word]):
    """What is known of every piece met: filled as they are asked for, and emptied when it holds too many.

    Half the time of an ``lru_cache``, which counts for every word.
    """

    def __missing__(self, piece: str) -> Word:
        word = piece.strip()
        made = _word(word) if word else _BLANK
        if len(piece) <= _LONGEST_REMEMBERED:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[piece] = made
        return made


def _word(word: str) -> Word:
    low = word.lower()
    tag = _tag(word, low, opening=False, titled=False)
    if word[0].isalnum():
        shape = "l" if len(word) > 3 else "s"  # noqa: PLR2004 -- articles and prepositions stay small
        shape = shape.upper() if word[0].isupper() else shape
    else:
        shape = tag if tag in _TELLING_MARKS else ","
    return word if low == word else low, tag + shape + ("c" if low in cue_words() else "."), word


_BLANK = ("", BLANK, "")
known_words = _Known()
"""What is known of each piece, made when it is first asked for."""


@lru_cache(maxsize=1 << 12)
def opening_class(word: str) -> str:
    """Return the class of a word that begins a sentence or a quotation."""
    return _tag(word, word.lower(), opening=True, titled=False)


def titled_class(word: str) -> str:
    """Return the class of a word of a sentence in which every longer word is capitalized."""
    return _tag(word, word.lower(), opening=False, titled=True)


def settled(tags: list[str], lows: Sequence[str]) -> str:
    """Return the classes as settled by their neighbours: "the claims" holds no verb, and "some" is the subject of "some say"."""
    alone = word_set("words", "standing_alone")
    marks = "".join(tags)
    for found in _PREPOSITION_AND_NUMBER.finditer(marks):
        if lows[found.start()] in word_set("words", "approximating"):
            tags[found.start()] = "A"
    for found in _ATTRIBUTIVE.finditer(marks):
        if lows[found.end() - 1] in word_set("words", "attributive"):
            tags[found.end() - 1] = "A"
    for found in _BEFORE_VERB.finditer(marks):
        i = found.end()
        before, plural = tags[i - 1], lows[i].endswith("s")
        if (before in "Dds" and (tags[i] == "v" or plural) and lows[i - 1] not in alone) or (
            before in "0VEPB" and plural and lows[i - 1] not in _COMPARING
        ):
            tags[i] = "K"
    marks = "".join(tags)
    standing = [i for found in _DETERMINER_BEFORE_VERB.finditer(marks) if lows[i := found.start()] in alone]
    for i in standing:
        tags[i] = "S"
    return "".join(tags) if standing else marks
