"""Names in a passage: those an authority knows, and what its capitals, titles and institution words show to be one."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

import attrs

from kzcorpus.authority.gazetteer import Hit
from kzcorpus.authority.titles import Title
from kzcorpus.model.articles import MentionType
from kzcorpus.model.spans import Span
from kzcorpus.read.mentions.labels import NAMING, Labels, Sex, folded, given_names, name_suffixes, wordset
from kzcorpus.read.mentions.positions import position

Sort = Literal["name", "loose", "description", "pronoun", "date"]
_TWO = 2
_BYLINE = 0.85
_LONGEST_NAME = 6
_LONG_ENDING = 5


@attrs.frozen
class Found:
    """Something in a passage that may be a mention: words ``first`` to before ``last``, what it is, and what it says of whom.

    ``ids`` are candidates of the authority; ``title`` what a title at its side, or a description itself, says; ``sex`` what an honorific, a
    title or a pronoun shows. ``lead`` is the first word of its title, ``head`` the last of a description's noun, ``literal`` the city that
    stands for a state, ``country`` the first word of the country that ends the name of an institution. A loose name is one only if
    something else in the article says so.
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


def found(
    labels: Labels,
    first: int,
    last: int,
    *,
    sort: Sort,
    type: MentionType,  # noqa: A002 -- the model's own word
    rule: str,
    confidence: float,
    hit: Hit | None = None,
    ids: tuple[str, ...] = (),
    sex: Sex | None = None,
    title: Title | None = None,
    determiner: str = "",
    head: int = -1,
    literal: str | None = None,
    country: int = -1,
) -> Found:
    """Make a ``Found`` of words ``first`` to before ``last`` (or of the bounds of a hit), with where it stands in its clause."""
    words = labels.words
    text, start, end = words.text, words.starts[first], words.ends[last - 1]
    if hit is not None:
        start, end = hit.start, hit.end
    elif text[end - 1] == "." and labels.marks[last - 1] not in "AnI":
        end -= 1
    subject, speaking = position(words, first, last) if type != "place" else (False, False)
    name = " ".join(text[start:end].split())
    return Found(
        first,
        last,
        Span(start, end),
        sort,
        type,
        name,
        rule,
        confidence,
        ids,
        -1,
        title,
        sex,
        determiner,
        head,
        literal,
        country,
        speaking,
        subject,
    )


def introduced(labels: Labels, item: Found, lead: int, **said: Any) -> Found:  # noqa: ANN401 -- fields of a find
    """Return a name with the title or honorific that begins at the word ``lead``, what it says, and where both stand in their clause."""
    subject, speaking = position(labels.words, lead, item.last)
    return attrs.evolve(item, lead=lead, subject=subject, speaking=speaking, **said)


def _sequences(labels: Labels) -> Iterator[tuple[int, int]]:
    """Yield runs of words that an unknown personal name may be made of."""
    size = len(labels.marks)
    settled = 0
    for i in labels.capitals:
        if labels.marks[i] not in NAMING or i < settled:
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
        settled = last


def _trimmed(labels: Labels, first: int, last: int) -> int:
    """Return where the name begins when the first word of a sentence is capitalised only for that."""
    if last - first > 1 and labels.opens(first) and labels.marks[first] == "N" and labels.marks[first + 1] == "G":
        return first + 1
    return first


def _ending(low: str) -> Sex | Literal["either"] | None:
    """Return the sex that the end of a family name shows, ``either`` where it shows only a person."""
    word = folded(low)
    if len(word) >= _LONG_ENDING:
        for sex, endings in _endings():
            if word.endswith(endings):
                return sex
    return None


@cache
def _endings() -> tuple[tuple[Sex | Literal["either"], tuple[str, ...]], ...]:
    return tuple((sex, tuple(wordset("given_names", "endings", sex))) for sex in ("female", "male", "either"))


def sex_of(labels: Labels, first: int, last: int) -> Sex | None:
    """Return the sex that the words of a personal name show."""
    given = given_names().get(folded(labels.words.lows[first]))
    if given:
        return given
    ending = _ending(labels.words.lows[last - 1])
    return None if ending == "either" else ending


def persons(labels: Labels, taken: list[bool], *, byline: bool = False) -> Iterator[Found]:
    """Yield unknown names of people, loose where nothing shows that they are people; ``taken`` marks the words of other names.

    In a byline every name of several words is a person's.
    """
    for start, last in _sequences(labels):
        if any(taken[start:last]) or last - start > _LONGEST_NAME:
            continue
        first = _trimmed(labels, start, last)
        if last - first == 1 and labels.words.lows[first] in wordset("naming", "groups", "plural"):
            continue
        rule, confidence = _evidence(labels, first, last)
        if byline and not confidence and last - first > 1:
            rule, confidence = "name.byline", _BYLINE
        end = last + (
            last < len(labels.words) and labels.words.lows[last].rstrip(".") in name_suffixes() and labels.surfaces[last][0].isupper()
        )
        sort: Sort = "name" if confidence else "loose"
        item = found(labels, first, end, sort=sort, type="person", rule=rule, confidence=confidence or 0.5, sex=sex_of(labels, first, last))
        yield item


def where(labels: Labels, taken: list[bool]) -> Iterator[Found]:
    """Yield the unknown place that a dateline begins with."""
    start, last = next(_sequences(labels), (0, 0))
    if start == 0 < last <= _LONGEST_NAME and not any(taken[:last]):
        yield found(labels, 0, last, sort="name", type="place", rule="name.dateline", confidence=_BYLINE)


def _evidence(labels: Labels, first: int, last: int) -> tuple[str, float]:
    """Return the rule that shows a run of capitalised words to be a person, and how sure it is; 0 where nothing does."""
    before = labels.marks[first - 1] if first and labels.together(first - 1, first) else ""
    titled = labels.titled(first)
    if before == "H":
        return "name.honorific", 0.95
    if before == "R" and not (titled and labels.marks[first] != "G"):
        return "name.title", 0.9
    return ("name.single", 0.0) if last - first < _TWO else _form(labels, first, last, titled=titled)


def _form(labels: Labels, first: int, last: int, *, titled: bool) -> tuple[str, float]:
    """Return what the words of a longer name show by themselves; in a headline, where all is capitalised, only a given name counts."""
    marks = labels.marks
    if marks[first] == "G" or (marks[first] == "n" and marks[last - 1] in "GN"):
        return "name.given", 0.7 if titled else 0.9
    if not titled and _ending(labels.words.lows[last - 1]) and marks[last - 1] in "GN":
        return "name.ending", 0.8
    if not titled and position(labels.words, first, last).speaking:
        return "name.speaks", 0.7
    return "name.capitals", 0.0
