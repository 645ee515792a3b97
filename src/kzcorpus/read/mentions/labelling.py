"""Labelling the words of a passage (see ``labels``): each is looked up once, by itself, and what its neighbours say comes after."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from kzcorpus.authority.gazetteer import Hit
from kzcorpus.authority.institutions import corporate_words, institution_words, nouns
from kzcorpus.authority.nameindex import NameIndex
from kzcorpus.authority.titles import Phrase, countries, is_honorific, roles
from kzcorpus.model.articles import BlockKind
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.signs import Signs
from kzcorpus.read.mentions.wordlists import folded, given_names, regions, wordset
from kzcorpus.read.words import Words

_PART = re.compile(r"\w+")
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
    for phrase in phrases:
        if set(marks[phrase.start : phrase.end]) <= over:
            marks[phrase.start : phrase.end] = [mark] * (phrase.end - phrase.start)


def _spread_phrases(marks: list[str], lows: Sequence[str], origins: list[int], found: Mapping[int, Phrase], capitals: list[int]) -> None:
    """Label regions, roles and countries, the later over the earlier; ``origins`` are where those of regions and countries may begin."""
    if origins:
        _spread(marks, regions().within(lows, origins), "D", _UNDECIDED)
    if found:
        _spread(marks, found.values(), "R", _UNDECIDED | {"n", "p"})
        _surnames(marks, capitals, lows)
    if origins:
        _spread(marks, countries().within(lows, origins), "D", _UNDECIDED)


def _surnames(marks: list[str], capitals: Iterable[int], lows: Sequence[str]) -> None:
    """Take a role's word for a family name where a given name or an honorific stands before it: "Mark Singer", "Mr. Major"."""
    for i in capitals:
        if not i or marks[i] != "R" or (i + 1 < len(marks) and marks[i + 1] in "RGN"):
            continue
        if marks[i - 1] == "G" or (marks[i - 1] == "H" and lows[i] not in wordset("naming", "words", "addressed")):
            marks[i] = "N"


@lru_cache(maxsize=1 << 14)
def _is_description(name: str) -> bool:
    """Tell whether a name of the authority ends with a small-lettered noun: "Kazakh government" is a description, with its article."""
    last = name.rpartition(" ")[2]
    return last.islower() and last in nouns()


def _parts(words: Words, candidates: Iterable[int]) -> list[tuple[int, int]]:
    """Return some words, each with the places where a part of it begins: "pro" and "Moscow" in "pro-Moscow"."""
    text, starts, ends, surfaces = words.text, words.starts, words.ends, words.surfaces
    found: list[tuple[int, int]] = []
    for i in candidates:
        if surfaces[i].isalnum():
            found.append((i, starts[i]))
        else:
            found += [(i, part.start()) for part in _PART.finditer(text, starts[i], ends[i])]
    return found


def _hits(words: Words, candidates: Iterable[int], index: NameIndex) -> Iterator[tuple[Hit, int, int]]:
    """Yield the names of the authority among words in which one may begin, with the first word of each and the one after its last."""
    text, starts = words.text, words.starts
    settled, size, end = 0, len(starts), words.ends[-1]
    for i, begin in _parts(words, candidates):
        hit = index.name_at(text, begin, end) if begin >= settled else None
        if hit is None:
            continue
        settled = hit.end
        last = i + 1
        while last < size and starts[last] < settled:
            last += 1
        if not _is_description(text[hit.start : settled]):
            yield hit, i, last


def label(words: Words, signs: Signs, block: BlockKind = "paragraph", page: int = 0, sentences: int = 0) -> Labels:
    """Return the words of a passage with their labels and with the names of the authority among them."""
    surfaces, lows, tags, capitals = words.surfaces, words.lows, words.tags, words.capitals
    telling = signs.telling(surfaces)
    marks = ["."] * len(lows)
    for i in telling.particles:
        marks[i] = "p"
    common: list[int] = []
    for i in capitals:
        marks[i] = known = _basic(surfaces[i], lows[i], tags[i])
        if known == "C":
            common.append(i)
    for i in common:
        if i + 1 < len(marks) and marks[i + 1] in "NG" and surfaces[i] in wordset("naming", "words", "places"):
            marks[i] = "N"
    found = {phrase.start: phrase for phrase in roles().within(lows, telling.roles)} if telling.roles else {}
    _spread_phrases(marks, lows, telling.origins, found, capitals)
    hits, bounds = [], []
    for hit, first, last in _hits(words, telling.names, signs.index) if telling.names else ():
        marks[first:last] = ["A"] * (last - first)
        hits.append(hit)
        bounds.append((first, last))
    for i in common:
        if marks[i] == "C" and i + 1 < len(marks) and marks[i + 1] in "NGnA" and lows[i] in given_names():
            marks[i] = "G"
    dates = [begin for _, begin in _parts(words, telling.dates)]
    kinds = (telling.nouns, telling.pronouns, dates)
    return Labels(words, signs.index, surfaces, marks, hits, bounds, found, capitals, *kinds, block, page, sentences)
