"""Labelling the words of an article (see ``labels``): each is looked up once, by itself, and what its neighbours say comes after."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kzcorpus.authority.gazetteer import Hit
from kzcorpus.authority.institutions import corporate_words, institution_words, nouns
from kzcorpus.authority.nameindex import NameIndex
from kzcorpus.authority.titles import Phrase, countries, is_honorific, roles
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.running import Running
from kzcorpus.read.mentions.signs import Signs
from kzcorpus.read.mentions.wordlists import folded, given_names, regions, wordset
from kzcorpus.read.words import Words

_PART = re.compile(r"\w+")
_PARTING = " \n.,:;!?()\"'’”“"  # marks of which a word that stands between two is a whole one
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,4}|[^\W\d_]\.[^\W\d_]")
_INITIAL_LENGTH = 2
_UNDECIDED = frozenset("GNCI.")
_CLOSED = frozenset("DdPSOCBWwTtXMNAms")


def _is_honorific(surface: str, low: str) -> bool:
    return is_honorific(low) and (surface.endswith(".") or low not in wordset("naming", "words", "ambiguous_honorifics"))


@lru_cache(maxsize=1 << 16)
def _basic(surface: str, low: str, tag: str) -> str:
    """Return the label of a capitalised word by itself."""
    plain = low.removesuffix(".")
    if _is_honorific(surface, low):
        return "H"
    if (len(plain) == 1 and plain.isalpha() and tag not in "DS") or _INITIALS.fullmatch(surface):
        return "n"
    if plain in institution_words() or plain in corporate_words():
        return "I"
    if surface in wordset("naming", "words", "common"):
        return "C"
    return _name(low, tag)


def _name(low: str, tag: str) -> str:
    """Return the label of a capitalised word that no list of common words holds."""
    if tag in _CLOSED:
        return "."
    if "-" in low and any(part in countries().begin() or part in regions().begin() for part in low.split("-")):
        return "D"
    if folded(low) in given_names():
        return "G"
    return "N" if tag == "U" or (len(low) > _INITIAL_LENGTH and "-" in low and tag == "K") else "."


def _spread(marks: list[str], phrases: Iterable[Phrase], mark: str, over: frozenset[str]) -> None:
    """Label the words of phrases, where each word may still change its label."""
    for start, end, _, _ in phrases:
        if over.issuperset(marks[start:end]):
            marks[start:end] = [mark] * (end - start)


def _spread_phrases(marks: list[str], words: Words, origins: list[int], found: Mapping[int, Phrase]) -> None:
    """Label regions, roles and countries, the later over the earlier; ``origins`` are where those of regions and countries may begin."""
    if origins:
        _spread(marks, regions().within(words.lows, origins), "D", _UNDECIDED)
    if found:
        _spread(marks, found.values(), "R", _UNDECIDED | {"n", "p"})
        _surnames(marks, found.values(), words)
    if origins:
        _spread(marks, countries().within(words.lows, origins), "D", _UNDECIDED)


def _surnames(marks: list[str], found: Iterable[Phrase], words: Words) -> None:
    """Take a role's word for a family name where a given name or an honorific stands before it: "Mark Singer", "Mr. Major"."""
    for start, end, _, _ in found:
        for i in range(start, end):
            before = marks[i - 1]
            if before not in "GH" or marks[i] != "R" or marks[i + 1] in "RGN" or not words.surfaces[i][0].isupper():
                continue
            if before == "G" or words.lows[i] not in wordset("naming", "words", "addressed"):
                marks[i] = "N"


@lru_cache(maxsize=1 << 14)
def _is_description(name: str) -> bool:
    """Tell whether a name of the authority ends with a small-lettered noun: "Kazakh government" is a description, with its article."""
    last = name.rpartition(" ")[2]
    return last.islower() and last in nouns()


def _hits(running: Running, candidates: Iterable[int], index: NameIndex) -> Iterator[tuple[Hit, int, int]]:
    """Yield the names of the authority among words in which one may begin, with the first word of each and the one after its last."""
    words, parts = running
    text, starts, ends, surfaces, sentence = f"{words.text} ", words.starts, words.ends, words.surfaces, words.sentence
    settled = 0
    for i in candidates:
        surface, begin, limit = surfaces[i], starts[i], parts[sentence[i]].end
        if surface.isalnum() and text[ends[i]] in _PARTING and text[begin - 1] in _PARTING:
            hit = index.name_from(surface, text, begin, limit) if begin >= settled else None
            found = [hit] if hit else []
        else:
            found = _inside(index, text, range(begin, ends[i]), settled, limit)
        for hit in found:
            settled = hit.end
            last = i + 1
            while starts[last] < settled:
                last += 1
            if not _is_description(text[hit.start : settled]):
                yield hit, i, last


def _inside(index: NameIndex, text: str, word: range, settled: int, limit: int) -> list[Hit]:
    """Return the names that begin in a word from a code point on, and end by a limit: at "pro" or "Moscow" in "pro-Moscow"."""
    found: list[Hit] = []
    for part in _PART.finditer(text, word.start, word.stop):
        hit = index.name_at(text, part.start(), limit) if part.start() >= settled else None
        if hit:
            settled = hit.end
            found.append(hit)
    return found


def label(running: Running, signs: Signs) -> Labels:
    """Return the words of an article with their labels and with the names of the authority among them."""
    words = running.words
    surfaces, lows, capitals = words.surfaces, words.lows, words.capitals
    telling = signs.telling(surfaces)
    marks = ["."] * len(lows)
    for i in telling.particles:
        marks[i] = "p"
    common = _label_capitals(marks, words)
    found = {phrase.start: phrase for phrase in roles().within(lows, telling.roles)}
    _spread_phrases(marks, words, telling.origins, found)
    hits, bounds = [], []
    for hit, first, last in _hits(running, telling.names, signs.index):
        marks[first:last] = ["A"] * (last - first)
        hits.append(hit)
        bounds.append((first, last))
    for i in common:
        if marks[i] == "C" and marks[i + 1] in "NGnA" and lows[i] in given_names():
            marks[i] = "G"
    return Labels(words, running.parts, signs.index, surfaces, "".join(marks), hits, bounds, found, capitals, telling)


def _label_capitals(marks: list[str], words: Words) -> list[int]:
    """Label the capitalised words by themselves, and return the common ones."""
    surfaces, capitals = words.surfaces, words.capitals
    found = map(_basic, *(map(column.__getitem__, capitals) for column in (surfaces, words.lows, words.tags)))
    common: list[int] = []
    for i, mark in zip(capitals, found, strict=True):
        marks[i] = mark
        if mark == "C":
            common.append(i)
    for i in common:
        if marks[i + 1] in "NG" and surfaces[i] in wordset("naming", "words", "places"):
            marks[i] = "N"
    return common
