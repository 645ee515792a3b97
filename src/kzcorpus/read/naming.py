"""Names in a passage: those an authority knows, and what its capitals, titles and institution words show to be one."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

import attrs

from kzcorpus.authority.institutions import corporate_words
from kzcorpus.authority.matching import NameIndex
from kzcorpus.authority.titles import Title, portfolios
from kzcorpus.model.articles import MentionType
from kzcorpus.model.spans import Span
from kzcorpus.read.labels import NAMING, Labels, Sex, folded, given_names, name_suffixes, wordset
from kzcorpus.read.positions import is_subject, speaks

Sort = Literal["name", "loose", "description", "pronoun", "date"]
_TWO = 2
_LONGEST_NAME = 6
_ACRONYM = range(2, 8)
_LEFT_OF_INSTITUTION = 5
_LONG_ENDING = 5


@attrs.frozen
class Found:
    """Something in a passage that may be a mention: words ``first`` to before ``last``, what it is, and what it says of whom.

    ``ids`` are candidates of the authority; ``title`` what a title at its side, or a description itself, says; ``sex`` what an honorific, a title or a
    pronoun shows. ``lead`` is the first word of its title, ``head`` the last of a description's noun, ``literal`` the city that stands for a
    state, ``country`` the first word of the country that ends the name of an institution. A loose name is one only if something else in the article says so.
    """

    first: int
    last: int
    span: Span
    sort: Sort
    type: MentionType
    text: str
    rule: str
    confidence: float
    ids: tuple[str, ...] = ()
    lead: int = -1
    title: Title | None = None
    sex: Sex | None = None
    determiner: str = ""
    head: int = -1
    literal: str | None = None
    country: int = -1
    speaking: bool = False
    subject: bool = False

    @property
    def begin(self) -> int:
        """The first word, title included."""
        return self.lead if self.lead >= 0 else self.first


def found(labels: Labels, first: int, last: int, **fields: object) -> Found:
    """Make a ``Found`` of words ``first`` to before ``last``, with where it stands in its clause."""
    words = labels.words
    span = words.span(first, last)
    if words.text[span.end - 1] == "." and labels.marks[last - 1] != "A" and labels.marks[last - 1] not in "nI":
        span = Span(span.start, span.end - 1)
    values: dict[str, object] = {"first": first, "last": last, "span": span, "text": " ".join(span.of(words.text).split())}
    made: Found = Found(**(values | fields))  # type: ignore[arg-type]
    return placed(labels, made)


def placed(labels: Labels, item: Found) -> Found:
    """Note where the phrase with its title stands in its clause."""
    words = labels.words
    subject = is_subject(words, item.begin, item.last)
    return attrs.evolve(item, subject=subject, speaking=speaks(words, item.begin, item.last))


def organizations(labels: Labels, index: NameIndex) -> Iterator[Found]:
    """Yield names of organizations that institution words show: "Halyk Bank", "Ministry of Internal Affairs of Kazakhstan"."""
    i, settled = 0, 0
    while i < len(labels.marks):
        if labels.marks[i] != "I":
            i += 1
            continue
        head = i
        while head + 1 < len(labels.marks) and labels.marks[head + 1] == "I" and labels.together(i, head + 1):
            head += 1
        first = _left_end(labels, i, settled)
        last = _right_end(labels, head + 1)
        if last - first > 1:
            yield found(
                labels,
                first,
                last,
                sort="name",
                type="organization",
                rule="name.institution",
                confidence=0.85,
                ids=_known(labels, index, first, last),
                country=_country(labels, index, head, last),
            )
        settled = i = max(last, head + 1)


def _country(labels: Labels, index: NameIndex, head: int, last: int) -> int:
    """Return the first word of the country that ends the name of an institution; -1 where none does."""
    hit = labels.hit_at(last - 1)
    start = labels.bounds[labels.cover[last - 1]][0] if hit else -1
    return start if hit and start > head + 1 and any(index.is_state(id_) for id_ in hit.ids) else -1


def _known(labels: Labels, index: NameIndex, first: int, last: int) -> tuple[str, ...]:
    text = " ".join(labels.surfaces[first:last])
    exact = tuple(id_ for id_ in dict.fromkeys(id_ for id_, _, _ in index.entries(text)) if index.is_organization(id_))
    return exact or index.institutions([word.removesuffix(".") for word in labels.words.lows[first:last]])


def _left_end(labels: Labels, head: int, settled: int) -> int:
    """Return where the name of an organization begins whose institution word stands at ``head``."""
    first = head
    while first - 1 >= settled and labels.together(first - 1, head) and head - first < _LEFT_OF_INSTITUTION:
        mark = labels.marks[first - 1]
        portfolio = labels.words.lows[first - 1] in _portfolio_words() and labels.surfaces[first - 1][0].isupper()
        joined = labels.surfaces[first - 1] in ("&", "and") and first - 2 >= settled and portfolio_or_name(labels, first - 2) and labels.surfaces[first - 1] == "&"
        if mark in "NGDInC" or portfolio or joined or (mark == "A" and _attributive(labels, first - 1)):
            first -= 1
        else:
            break
    while first < head and labels.marks[first] == "C" and labels.opens(first):
        first += 1
    return first


def portfolio_or_name(labels: Labels, index: int) -> bool:
    """Tell whether a word may be part of an organization's name before "&"."""
    return labels.marks[index] in "NGA" and labels.surfaces[index][0].isupper()


def _attributive(labels: Labels, index: int) -> bool:
    """Tell whether a known name before an institution word may be part of a longer name: one word, as in "Moscow Exchange"."""
    hit = labels.hit_at(index)
    return hit is not None and labels.bounds[labels.cover[index]] == (index, index + 1)


@cache
def _portfolio_words() -> frozenset[str]:
    return frozenset(word for phrases in portfolios().forms() for word in phrases.split()) - {"and"}


def _right_end(labels: Labels, last: int) -> int:
    """Return where the name of an organization ends: after "of ...", after a legal form."""
    words = labels.words
    if last < len(words) and _plain(words.lows[last]) in corporate_words() and labels.surfaces[last][0].isupper():
        last += 1
    while last + 1 < len(words) and words.lows[last] in ("of", "for") and labels.together(last - 1, last + 1):
        start = last + 1
        while start < len(words) and words.lows[start] in ("the", "republic", "of") and start - last < _LONGEST_NAME:
            start += 1
        end = _capitals(labels, start)
        if end == start:
            break
        last = end
    return last


def _plain(low: str) -> str:
    return low.removesuffix(".")


def _capitals(labels: Labels, start: int) -> int:
    """Return the end of the capitalised words that complete "Ministry of ...", an "and" between them included."""
    i = start
    while i < len(labels.words) and labels.together(start - 1, i):
        mark = labels.marks[i]
        capital = labels.surfaces[i][0].isupper() and (mark in "NIDCGA" or (mark == "R" and labels.words.lows[i] in _portfolio_words()))
        if mark == "A" and i > start and labels.cover[i] != labels.cover[i - 1] and labels.marks[i - 1] != "A":
            break
        if capital:
            i += 1
        elif labels.words.lows[i] == "and" and i > start and i + 1 < len(labels.words) and labels.marks[i + 1] in "NI":
            i += 1
        else:
            break
    return i


def _sequences(labels: Labels) -> Iterator[tuple[int, int]]:
    """Yield runs of words that an unknown personal name may be made of."""
    i, size = 0, len(labels.marks)
    while i < size:
        if labels.marks[i] not in NAMING:
            i += 1
            continue
        last = i + 1
        while last < size and labels.together(i, last):
            if labels.marks[last] in NAMING:
                last += 1
            elif labels.marks[last] == "p" and last + 1 < size and labels.marks[last + 1] in "GN" and labels.together(i, last + 1):
                last += 2
            else:
                break
        yield i, last
        i = last


def _trimmed(labels: Labels, first: int, last: int) -> int:
    """Return where the name begins when the first word of a sentence is capitalised only for that."""
    if last - first > 1 and labels.opens(first) and labels.marks[first] == "N" and labels.marks[first + 1] == "G":
        return first + 1
    return first


def _ending(low: str) -> Sex | Literal["either"] | None:
    """Return the sex that the end of a family name shows, ``either`` where it shows only a person."""
    word = folded(low)
    for sex in ("female", "male", "either"):
        for ending in wordset("given_names", "endings", sex):
            if len(word) >= _LONG_ENDING and word.endswith(ending) and len(word) > len(ending) + 1:
                return sex  # type: ignore[return-value]
    return None


def sex_of(labels: Labels, first: int, last: int) -> Sex | None:
    """Return the sex that the words of a personal name show."""
    given = given_names().get(folded(labels.words.lows[first]))
    if given:
        return given
    ending = _ending(labels.words.lows[last - 1])
    return ending if ending in ("male", "female") else None  # type: ignore[return-value]


def persons(labels: Labels, taken: list[bool]) -> Iterator[Found]:
    """Yield unknown names of people, loose where nothing shows that they are people; ``taken`` marks the words of other names."""
    for start, last in _sequences(labels):
        if any(taken[start:last]) or last - start > _LONGEST_NAME:
            continue
        first = _trimmed(labels, start, last)
        rule, confidence = _evidence(labels, first, last)
        end = last + (last < len(labels.words) and labels.words.lows[last].rstrip(".") in name_suffixes() and labels.surfaces[last][0].isupper())
        sort: Sort = "name" if confidence else "loose"
        item = found(labels, first, end, sort=sort, type="person", rule=rule, confidence=confidence or 0.5, sex=sex_of(labels, first, last))
        yield item


def _evidence(labels: Labels, first: int, last: int) -> tuple[str, float]:
    """Return the rule that shows a run of capitalised words to be a person, and how sure it is; 0 where nothing does."""
    marks, lows = labels.marks, labels.words.lows
    before = marks[first - 1] if first and labels.together(first - 1, first) else ""
    if before == "H":
        return "name.honorific", 0.95
    titled = labels.titled(first)
    if before == "R" and not (titled and marks[first] != "G"):
        return "name.title", 0.9
    if last - first < _TWO:
        return "name.single", 0.0
    if marks[first] == "G" or (first + 1 < last and marks[first] == "n" and marks[last - 1] in "GN"):
        return ("name.given", 0.9) if not titled else ("name.given", 0.7)
    if titled:
        return "name.capitals", 0.0
    if _ending(lows[last - 1]) and marks[last - 1] in "GN":
        return "name.ending", 0.8
    if speaks(labels.words, first, last):
        return "name.speaks", 0.7
    return "name.capitals", 0.0


def acronyms(labels: Labels, taken: list[bool]) -> Iterator[Found]:
    """Yield unknown acronyms: words in capitals that no list excludes."""
    excluded = wordset("naming", "words", "capitals")
    for i, surface in enumerate(labels.surfaces):
        if taken[i] or labels.marks[i] not in "NG" or not surface.isupper() or len(surface) not in _ACRONYM or surface in excluded:
            continue
        around = labels.surfaces[max(0, i - 3) : i] + labels.surfaces[i + 1 : i + 4]
        if any(word.islower() for word in around) or not any(word.isalpha() for word in around):
            yield found(labels, i, i + 1, sort="name", type="organization", rule="name.acronym", confidence=0.6)
