"""Names of organizations that nobody has to know: what institution words, legal forms and capitals show to be one."""

import re
from collections.abc import Iterator

from kzcorpus.authority.institutions import corporate_words
from kzcorpus.read.mentions.items import Item
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.wordlists import portfolio_words

_INSTITUTION = re.compile("I")
_LONGEST_NAME = 6
_LEFT_OF_INSTITUTION = 5


def organizations(labels: Labels) -> Iterator[Item]:
    """Yield names of organizations that institution words show: "Halyk Bank", "Ministry of Internal Affairs of Kazakhstan"."""
    settled = 0
    for found in _INSTITUTION.finditer(labels.marks):
        i = head = found.start()
        if i < settled:
            continue
        while labels.marks[head + 1] == "I" and labels.together(i, head + 1):
            head += 1
        first = _left_end(labels, i, settled)
        last = _right_end(labels, head + 1)
        if last - first > 1:
            ids = _known(labels, first, last) or _possessed(labels, first, last)
            country = _country(labels, head, last)
            yield Item(labels, first, last, "name", "organization", "name.institution", 0.85, ids, country=country)
        settled = max(last, head + 1)


def _country(labels: Labels, head: int, last: int) -> int:
    """Return the first word of the country that ends the name of an institution; -1 where none does."""
    hit = labels.hit_at(last - 1)
    start = labels.bounds[labels.cover[last - 1]][0] if hit else -1
    return start if hit and start > head + 1 and any(labels.index.is_state(id_) for id_ in hit.ids) else -1


def _possessed(labels: Labels, first: int, last: int) -> tuple[str, ...]:
    """Return the institution of a country whose possessive stands before its name: "China's Foreign Ministry"."""
    words = labels.words
    if words.tags[first - 1] != "s" or labels.marks[first - 2] != "A":
        return ()
    start = labels.bounds[labels.cover[first - 2]][0]
    return labels.index.institutions([*words.lows[start : first - 1], *words.lows[first:last]])


def _known(labels: Labels, first: int, last: int) -> tuple[str, ...]:
    text = " ".join(labels.surfaces[first:last])
    exact = tuple(id_ for id_ in dict.fromkeys(id_ for id_, _, _ in labels.index.entries(text)) if labels.index.is_organization(id_))
    return exact or labels.index.institutions([word.removesuffix(".") for word in labels.words.lows[first:last]])


def _left_end(labels: Labels, head: int, settled: int) -> int:
    """Return where the name of an organization begins whose institution word stands at ``head``."""
    first = head
    while first - 1 >= settled and labels.together(first - 1, head) and head - first < _LEFT_OF_INSTITUTION:
        mark = labels.marks[first - 1]
        portfolio = labels.words.lows[first - 1] in portfolio_words() and labels.surfaces[first - 1][0].isupper()
        joined = labels.surfaces[first - 1] == "&" and first - 1 > settled and _names(labels, first - 2)
        if mark in "NGDInC" or portfolio or joined or (mark == "A" and _attributive(labels, first - 1)):
            first -= 1
        else:
            break
    while first < head and labels.marks[first] == "C" and labels.opens(first):
        first += 1
    return first


def _names(labels: Labels, index: int) -> bool:
    """Tell whether a word may be part of an organization's name before "&"."""
    return labels.marks[index] in "NGA" and labels.surfaces[index][0].isupper()


def _attributive(labels: Labels, index: int) -> bool:
    """Tell whether a known name before an institution word may be part of a longer name: one word, as in "Moscow Exchange"."""
    hit = labels.hit_at(index)
    return hit is not None and labels.bounds[labels.cover[index]] == (index, index + 1)


def _right_end(labels: Labels, last: int) -> int:
    """Return where the name of an organization ends: after "of ...", after a legal form."""
    words = labels.words
    if _plain(words.lows[last]) in corporate_words() and labels.surfaces[last][0].isupper():
        last += 1
    while (words.lows[last] in ("of", "for") or _on(words.lows, last)) and labels.together(last - 1, last + 1):
        start = last + 1
        while words.lows[start] in ("the", "republic", "of") and start - last < _LONGEST_NAME:
            start += 1
        end = _capitals(labels, start)
        if end == start:
            break
        last = end
    return last


def _on(lows: list[str], last: int) -> bool:
    """Tell whether "on" goes on with a name: "Committee on Finance"."""
    return lows[last] == "on" and lows[last - 1] in ("committee", "subcommittee", "commission", "council")


def _plain(low: str) -> str:
    return low.removesuffix(".")


def _capitals(labels: Labels, start: int) -> int:
    """Return the end of the capitalised words that complete "Ministry of ...", an "and" between them included."""
    i = start
    while labels.together(start - 1, i):
        mark = labels.marks[i]
        capital = labels.surfaces[i][0].isupper() and (mark in "NIDCGA" or (mark == "R" and labels.words.lows[i] in portfolio_words()))
        if mark == "A" and i > start and labels.cover[i] != labels.cover[i - 1] and labels.marks[i - 1] != "A":
            break
        if capital or (labels.words.lows[i] == "and" and i > start and labels.marks[i + 1] in "NI"):
            i += 1
        else:
            break
    return i


def acronyms(labels: Labels, taken: list[bool]) -> Iterator[Item]:
    """Yield unknown acronyms: words in capitals that no list excludes."""
    for i in labels.telling.acronyms:
        if labels.marks[i] in "NG" and not taken[i] and not _shouted(labels, i):
            yield Item(labels, i, i + 1, "name", "organization", "name.acronym", 0.6)


def _shouted(labels: Labels, index: int) -> bool:
    """Tell whether a word in capitals stands among words that are all in capitals, so that these show nothing."""
    part = labels.part(index)
    around = labels.surfaces[max(part.first, index - 3) : index] + labels.surfaces[index + 1 : min(part.last, index + 4)]
    return not any(map(str.islower, around)) and any(map(str.isalpha, around))
