"""Dates in running text, as literal EDTF: what the words say, and nothing that a publication date would add."""

import re
from collections.abc import Iterable, Iterator

import attrs

from kzcorpus.model.edtf import reason_invalid
from kzcorpus.model.findings import Finding
from kzcorpus.model.spans import Span
from kzcorpus.read.dating.forms import grammar
from kzcorpus.read.dating.literals import CONNECTIVES, UNKNOWN_YEAR, Phrase, read_phrase, words_before

_BETWEEN = re.compile(r"\s?[-–—]\s?|\s(?:through|to|until|till|and)\s")
_FURTHEST_APART = len(" through ")
_WORDS = re.compile(r"\w+")
_WHOLE_WORD = re.compile(r"\b\w+")


@attrs.frozen
class FoundDate:
    """A date phrase: its span and its literal EDTF value, None where the words alone give none ("Friday", "last week", "03/04/2022")."""

    span: Span
    edtf: str | None = None


def dates(text: str, span: Span, words: Iterable[int] | None = None) -> tuple[FoundDate, ...]:
    """Return the dates that a stretch of text names, in order, disjoint, as spans over the text.

    A missing year is ``XXXX``: "October 14" is ``XXXX-10-14``. A range is one date. Garbled dates are left out: see ``garbled_dates``.
    ``words`` are the places, in order, of the words that may begin a date, for a caller who knows them; else every word is looked at.

    >>> text = "He said on Friday, October 14, that since 2019 nothing changed."
    >>> [(found.span.of(text), found.edtf) for found in dates(text, Span(0, len(text)))]
    [('Friday, October 14', 'XXXX-10-14'), ('2019', '2019')]
    """
    return sound_and_garbled(text, span, words)[0]


def sound_and_garbled(text: str, span: Span, words: Iterable[int] | None = None) -> tuple[tuple[FoundDate, ...], tuple[Span, ...]]:
    """Return the dates of ``dates`` and the stretches of ``garbled_dates``, read at once."""
    found = list(joined(text, phrases(text, span, words)))
    return (
        tuple(FoundDate(phrase.span, phrase.edtf) for phrase in found if not phrase.garbled),
        tuple(phrase.span for phrase in found if phrase.garbled),
    )


def garbled_dates(text: str, span: Span) -> tuple[Span, ...]:
    """Return the stretches that have the shape of a date and are none: "30 February", "22/10 – 40", "2022-13-45".

    >>> text = "ASTANA (22/10 – 40)"
    >>> [garbled.of(text) for garbled in garbled_dates(text, Span(0, len(text)))]
    ['22/10 – 40']
    """
    return tuple(phrase.span for phrase in phrases(text, span) if phrase.garbled)


def garbled_finding(text: str, span: Span) -> Finding:
    """Return the finding for a stretch that only looks like a date."""
    return Finding("date-garbled", "warning", f"found {span.of(text)!r}, which is no date", spans=(span,))


def without_dates(text: str) -> tuple[str, int]:
    """Return a short text with its dates, garbled ones too, blanked out, and where the first that has a value begins; -1 where none does.

    >>> without_dates("Ho, 18 May 2019")
    ('Ho,            ', 4)
    """
    left, first = text, -1
    for phrase in phrases(text, Span(0, len(text))):
        left = f"{left[: phrase.span.start]}{' ' * len(phrase.span)}{left[phrase.span.end :]}"
        first = phrase.span.start if first < 0 and (phrase.edtf or phrase.garbled) else first
    return left, first


def _words(text: str, span: Span, starts: Iterable[int] | None) -> Iterator[re.Match[str]]:
    if starts is None:
        return _WORDS.finditer(text, span.start, span.end)
    return (word for start in starts if (word := _WHOLE_WORD.match(text, start, span.end)))


def phrases(text: str, span: Span, words: Iterable[int] | None = None) -> Iterator[Phrase]:
    """Yield every date phrase of a stretch, garbled ones too; the two dates of a range are not joined yet."""
    rules = grammar()
    beginnings = rules.beginnings
    done = span.start
    for word in _words(text, span, words):
        surface = word[0]
        if not (surface in beginnings or surface[0].isdigit()) or (start := word.start()) < done:
            continue
        for kind in rules.kinds(text, start, surface):
            found = rules.patterns[kind].match(text, start, span.end)
            phrase = read_phrase(kind, rules, text, span, found) if found else None
            if phrase:
                yield phrase
                done = phrase.span.end
                break


def joined(text: str, found: Iterator[Phrase]) -> Iterator[Phrase]:
    """Join two dates with a dash or "through" between them, or with "from ... to", "between ... and" around them, to one range."""
    held: Phrase | None = None
    for phrase in found:
        if held and (span_of_both := _range(text, held, phrase)):
            yield span_of_both
            held = None
            continue
        if held:
            yield held
        held = phrase
    if held:
        yield held


def _range(text: str, a: Phrase, b: Phrase) -> Phrase | None:
    if b.span.start - a.span.end > _FURTHEST_APART or not (a.edtf and b.edtf):
        return None
    between = text[a.span.end : b.span.start]
    if not _BETWEEN.fullmatch(between) or "/" in a.edtf or "/" in b.edtf:
        return None
    needed = CONNECTIVES.get(between.strip())
    further, nearer = words_before(text, 0, a.span.start)
    if needed and (nearer != needed or further in grammar().moved):  # "moved from May 5 to May 9" is no range
        return None
    start = a.edtf
    if start.startswith(UNKNOWN_YEAR) and not b.edtf.startswith(UNKNOWN_YEAR) and len(start) == len(b.edtf):
        start = b.edtf[:4] + start[4:]
    edtf = f"{start}/{b.edtf}"
    return None if reason_invalid(edtf) else Phrase(Span(a.span.start, b.span.end), edtf)
