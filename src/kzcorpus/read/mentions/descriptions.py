"""Descriptions that point at somebody: "the Kazakh president", "the Secretary of State", "his government", "some Russian officials"."""

from collections.abc import Iterator
from typing import NamedTuple

from kzcorpus.authority.institutions import nouns
from kzcorpus.authority.titles import read_title, roles
from kzcorpus.model.articles import MentionType
from kzcorpus.read.mentions.items import Item
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.positions import speech_forms
from kzcorpus.read.mentions.wordlists import described_sexes, portfolio_words, qualifying_words

_REACH = 6
_COMPLEMENT = 6
_OF = frozenset({"of", "for", "at"})
_DETERMINERS = frozenset("Dd")
_LOOSE = frozenset("KEG0U")
_SPECIFIC = frozenset("ADINGnR")
_POSSESSING = frozenset("AGNnDIR")


class Head(NamedTuple):
    """The noun of a description: words ``first`` to before ``last``, in lower case, and what it is a noun for."""

    first: int
    last: int
    form: str
    type: MentionType


def heads(labels: Labels, taken: list[bool]) -> Iterator[Head]:
    """Yield the nouns of roles, institutions and groups in an article, in order."""
    lows, tags, roles_at = labels.words.lows, labels.words.tags, labels.roles
    institutions, begin = nouns(), roles().begin()
    settled = 0
    for i in labels.telling.nouns:
        if i < settled or taken[i] or tags[i] == "X":
            continue
        role = roles_at.get(i)
        if role and True not in taken[i : role.end]:
            settled = role.end
            if not _modifies(labels, settled):
                yield Head(i, settled, role.form, "person")
            continue
        low = lows[i]
        if low in institutions:
            yield Head(i, i + 1, low, "organization")
        elif low not in begin:
            yield Head(i, i + 1, low, "group")


def _modifies(labels: Labels, after: int) -> bool:
    """Tell whether a noun follows that a role's word only describes: "an official document", "general elections"."""
    words = labels.words
    if not labels.together(after - 1, after):
        return False
    if labels.marks[after] == "I" or (after in labels.roles and labels.surfaces[after].islower()):
        return True
    if words.tags[after] != "K" or not labels.surfaces[after].islower():
        return False
    low = words.lows[after]
    return low not in speech_forms() and not low.endswith(("s", "ed")) and roles().at(words.lows, after) is None


def _left(labels: Labels, head: int) -> tuple[int, str]:
    """Return where the description begins and its determiner in lower case ('' where there is none)."""
    tags, lows, marks, sentence = labels.words.tags, labels.words.lows, labels.marks, labels.words.sentence
    anchored = i = head
    here, stop, qualifying = sentence[i], i - _REACH, qualifying_words()
    while i > stop and sentence[i - 1] == here:
        before = i - 1
        tag, mark = tags[before], marks[before]
        if tag == "s":
            return _possessor(labels, before), "'s"
        if tag in _DETERMINERS and mark not in "RD":
            return before, lows[before]
        if mark in _SPECIFIC or lows[before] in qualifying:
            i = before
            anchored = i if not (mark in "NG" and labels.opens(before)) else anchored
        elif tag in _LOOSE and mark in ".pC":
            i = before
        else:
            break
    return anchored, ""


def _possessor(labels: Labels, apostrophe: int) -> int:
    """Return where the name, or the noun with its article, before a possessive 's begins; the word after it where neither stands there."""
    words, first = labels.words, apostrophe
    while labels.together(first - 1, apostrophe) and apostrophe - first < _REACH:
        if labels.marks[first - 1] not in _POSSESSING and not (words.lows[first - 1] in nouns() and first == apostrophe):
            break
        first -= 1
    if words.tags[first - 1] == "D" and labels.together(first - 1, apostrophe):
        first -= 1
    return first if first < apostrophe and (labels.surfaces[first][0].isupper() or words.tags[first] == "D") else apostrophe + 1


def _right(labels: Labels, last: int) -> int:
    """Return where "of Kazakhstan", "of the Republic", "for the foreign ministry" after a noun ends; ``last`` where none follows."""
    end, beyond = last, _complement(labels, last)
    while beyond > end and portfolio_words().issuperset(labels.words.lows[end + 1 : beyond]):
        end, beyond = beyond, _complement(labels, beyond)  # "of Foreign Affairs" goes on "of the Russian Federation"
    return beyond


def _complement(labels: Labels, last: int) -> int:
    """Return where one complement after a noun ends; ``last`` where none follows."""
    words = labels.words
    if words.lows[last] not in _OF or not labels.together(last - 1, last + 1):
        return last
    i = last + 1
    while i - last < _COMPLEMENT and (words.tags[i] == "D" or words.lows[i] in ("republic", "of")) and labels.together(last, i):
        i += 1
    start = i
    while labels.together(last, i) and i - start < _COMPLEMENT:
        if i > start and labels.cover[i] != labels.cover[i - 1] and labels.marks[i] == "A":
            break
        if (
            (
                labels.marks[i] in "ADIC"
                or (labels.marks[i] == "N" and labels.marks[i - 1] in "NIDC")
                or (labels.marks[i] == "N" and i == start)
            )
            or words.lows[i] in nouns()
            or words.lows[i] in portfolio_words()
        ):
            i += 1
        else:
            break
    if i > start:
        i = _unpersonal(labels, start, i)
    return i if i > start or words.lows[start - 1] == "republic" else last


def _unpersonal(labels: Labels, start: int, end: int) -> int:
    """Leave out a personal name that follows the complement: "of the Republic" before "Mukhtar Tleuberdi"."""
    for i in range(start, end):
        hit = labels.hit_at(i)
        if (hit and labels.is_person(hit)) or labels.marks[i] == "G":
            return i
    return end


def descriptions(labels: Labels, taken: list[bool]) -> Iterator[Item]:
    """Yield the descriptions of an article, titles before names among them."""
    settled = 0
    lows, tags, sexes = labels.words.lows, labels.words.tags, described_sexes()
    for start, end, form, type_ in heads(labels, taken):
        if start < settled:
            continue
        first, determiner = _left(labels, start)
        if first < settled and determiner != "'s":  # a possessor nests in what he possesses
            first, determiner = settled, ""
        last = _right(labels, end) if lows[end] in _OF else end
        settled = end
        described = Item(labels, first, last, "description", type_, f"description.{type_}", 0.8, sex=sexes.get(form))
        if type_ == "person":
            described.title = read_title([lows[i] for i in range(first, last) if tags[i] not in _DETERMINERS])
        described.determiner, described.head = determiner, end - 1
        yield described
