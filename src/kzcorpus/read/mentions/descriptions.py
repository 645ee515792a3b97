"""Descriptions that point at somebody: "the Kazakh president", "the Secretary of State", "his government", "some Russian officials"."""

from collections.abc import Iterator
from functools import cache

import attrs

from kzcorpus.authority.institutions import nouns
from kzcorpus.authority.lexicon import vocabulary
from kzcorpus.authority.titles import portfolios, read_title, roles
from kzcorpus.model.articles import MentionType
from kzcorpus.read.mentions.labels import Labels, Sex, wordset
from kzcorpus.read.mentions.naming import Found, found
from kzcorpus.read.mentions.positions import speech_forms

_REACH = 6
_COMPLEMENT = 6
_DETERMINERS = frozenset("Dd")
_LOOSE = frozenset("KEG0U")
_FIXED_RANKS = frozenset({"deputy", "vice", "former", "acting", "senior", "first"})
_SPECIFIC = "ADINGn"


@attrs.frozen
class Head:
    """The noun of a description: words ``first`` to before ``last``, and what it is a noun for."""

    first: int
    last: int
    type: MentionType


@cache
def _ranks() -> frozenset[str]:
    return frozenset(word for words in vocabulary("titles")["ranks"].values() for word in words)


@cache
def _portfolio_words() -> frozenset[str]:
    return frozenset(word for form in portfolios().forms() for word in form.split()) - {"and", "of", "the"}


@cache
def _sexes() -> dict[str, Sex]:
    table = vocabulary("titles")["gendered"]
    sexes: tuple[Sex, ...] = ("male", "female")
    return {word: sex for sex in sexes for word in table[sex]}


@cache
def _beginnings() -> frozenset[str]:
    groups = wordset("naming", "groups", "plural") | wordset("naming", "groups", "singular")
    return frozenset(roles().begin()) | frozenset(nouns()) | groups


def heads(labels: Labels, taken: list[bool]) -> Iterator[Head]:
    """Yield the nouns of roles, institutions and groups in a passage, in order."""
    lows = labels.words.lows
    settled = 0
    beginnings = _beginnings()
    for i in [i for i, low in enumerate(lows) if low in beginnings]:
        low = lows[i]
        if i < settled or taken[i] or labels.words.tags[i] == "X":
            continue
        role = labels.roles.get(i)
        if role and not any(taken[role.start : role.end]):
            settled = role.end
            if not _modifies(labels, role.end):
                yield Head(role.start, role.end, "person")
        elif low in nouns():
            yield Head(i, i + 1, "organization")
        elif low not in roles().begin():
            yield Head(i, i + 1, "group")


def _modifies(labels: Labels, after: int) -> bool:
    """Tell whether a noun follows that a role's word only describes: "an official document", "general elections"."""
    words = labels.words
    if after >= len(words) or not labels.together(after - 1, after):
        return False
    if labels.marks[after] == "I" or (after in labels.roles and labels.surfaces[after].islower()):
        return True
    if words.tags[after] != "K" or not labels.surfaces[after].islower():
        return False
    low = words.lows[after]
    return low not in speech_forms() and not low.endswith(("s", "ed")) and roles().at(words.lows, after) is None


def _left(labels: Labels, head: Head) -> tuple[int, str]:
    """Return where the description begins and its determiner in lower case ('' where there is none)."""
    words = labels.words
    anchored = i = head.first
    while i and labels.together(i - 1, head.first) and head.first - i < _REACH:
        before = i - 1
        tag, mark, low = words.tags[before], labels.marks[before], words.lows[before]
        if tag == "s":
            return _possessor(labels, before), "'s"
        if tag in _DETERMINERS and mark not in "RD":
            return before, low
        if mark in _SPECIFIC or low in _ranks() or low in _portfolio_words() or low in nouns() or mark == "R":
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
    while first and labels.together(first - 1, apostrophe) and apostrophe - first < _REACH:
        if labels.marks[first - 1] not in "AGNnDIR" and not (words.lows[first - 1] in nouns() and first == apostrophe):
            break
        first -= 1
    if first and words.tags[first - 1] == "D" and labels.together(first - 1, apostrophe):
        first -= 1
    return first if first < apostrophe and (labels.surfaces[first][0].isupper() or words.tags[first] == "D") else apostrophe + 1


def _right(labels: Labels, last: int) -> int:
    """Return where "of Kazakhstan", "of the Republic", "for the foreign ministry" after a noun ends; ``last`` where none follows."""
    words = labels.words
    if last + 1 >= len(words) or words.lows[last] not in ("of", "for", "at") or not labels.together(last - 1, last + 1):
        return last
    i = last + 1
    while (
        i < len(words)
        and i - last < _COMPLEMENT
        and (words.tags[i] == "D" or words.lows[i] in ("republic", "of"))
        and labels.together(last, i)
    ):
        i += 1
    start = i
    while i < len(words) and labels.together(last, i) and i - start < _COMPLEMENT:
        if i > start and labels.cover[i] != labels.cover[i - 1] and labels.marks[i] == "A":
            break
        if (
            (
                labels.marks[i] in "ADIC"
                or (labels.marks[i] == "N" and labels.marks[i - 1] in "NIDC")
                or (labels.marks[i] == "N" and i == start)
            )
            or words.lows[i] in nouns()
            or words.lows[i] in _portfolio_words()
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


def descriptions(labels: Labels, taken: list[bool]) -> Iterator[Found]:
    """Yield the descriptions of a passage, titles before names among them."""
    settled = 0
    for head in heads(labels, taken):
        if head.first < settled:
            continue
        first, determiner = _left(labels, head)
        if first < settled and determiner != "'s":  # a possessor nests in what he possesses
            first, determiner = settled, ""
        last = _right(labels, head.last)
        said = [labels.words.lows[i] for i in range(first, last) if labels.words.tags[i] not in _DETERMINERS]
        title = read_title(said) if head.type == "person" else None
        sex = _sexes().get(" ".join(labels.words.lows[head.first : head.last]))
        settled = head.last
        yield found(
            labels,
            first,
            last,
            sort="description",
            type=head.type,
            rule=f"description.{head.type}",
            confidence=0.8,
            title=title,
            sex=sex,
            determiner=determiner,
            head=head.last - 1,
        )
