"""Where the parts of a page begin: the headline, the body of the article, and what the site put after it."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

import attrs

from kzcorpus.read.layout.bylines import has_role
from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.marks import CLOSERS, DATELINE, Mark
from kzcorpus.read.lexicon import lexicon

MOST_HEADING = 14
"""The most words of a heading."""
TAG_WORDS = 4
"""The most words of a tag, a category or a site's name."""

_MENUS = frozenset({("navigation", "menu"), ("navigation", "crumb"), ("navigation", "skip"), ("site_chrome", "languages")})
_COMMENTS = ("comment_form", "open")
_TAIL = frozenset(
    {("navigation", "list"), ("category", "list"), ("category", "label"), ("category", "hashtags"), ("site_chrome", "imprint"), _COMMENTS}
)
_WORDED = frozenset({"link", "list", "newsletter", "player", "advert", "imprint"})
_WINDOW = 14  # lines after the headline in which by-line and date are looked for
_NEAR = 3
_MOST_DECK = 75  # words
_MOST_DECK_LINES = 3
_MOST_HEADLINE = 40
_MOST_STOPPED = 18
_MOST_CAPITALISED = 25
_MOST_RESTATED = 35
_CAPITALS = 0.7
_RESTATED = 0.35
_WORD_LENGTH = 6  # code points, with the space; near enough in every script
_LEAST_TOTAL = 60
_TAIL_SHARE = 0.15
_TAIL_WORDS = 40
_COMMENTS_AFTER = 0.4
_RUN_ON = re.compile(r"[.!?](?<=[^\W\d_]{3}.)[”\"’)]*\s+[“\"‘(]?[^\W\d_a-z]")  # the stop first, which is quickly found
_SAYING = re.compile(r"\b(?:said|told|says|tells)\b")
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")


@attrs.frozen
class Zones:
    """The line of the headline, -1 where there is none; the first line of the body; the first line after it."""

    headline: int
    start: int
    end: int


def zones(marks: Sequence[Mark]) -> Zones:
    """Find the headline and the body among the lines of a page."""
    masses = _masses(marks)
    first = next((i for i, mark in enumerate(marks) if mark.is_text), len(marks))
    headline = _headline(marks, first)
    start = _start(marks, masses, headline)
    return Zones(headline, start, _end(marks, masses, start))


def is_menu(mark: Mark) -> bool:
    """Tell whether a line is one of those that sites put above their articles to get around."""
    return mark.key in _MENUS


def extends_byline(marks: Sequence[Mark], i: int) -> bool:
    """Tell whether a short line goes on with the by-line above it: a role, or an outlet and a place."""
    line = marks[i].line
    if (
        i == 0
        or marks[i].label
        or line.stop
        or line.count > TAG_WORDS + 1
        or not (marks[i - 1].key == ("byline", "name") or marks[i - 1].signed)
    ):
        return False
    return has_role(line.text) or ("," in line.text and all(word[0].isupper() for word in line.words))


def single(line: Line) -> bool:
    """Tell whether a line holds no more than one sentence."""
    return not _RUN_ON.search(line.head)


def _masses(marks: Sequence[Mark]) -> list[int]:
    """Return, for each line and for the end, the words of running text from there on."""
    words = [len(mark.line.text) // _WORD_LENGTH if mark.is_text else 0 for mark in reversed(marks)]
    return [*reversed(list(accumulate(words))), 0]


# ---------------------------------------------------------------------- headline


def _headline(marks: Sequence[Mark], first: int) -> int:
    """Return the line of the headline, or -1: the first title of some length between the menus and the text, which begins at ``first``."""
    above = range(first)
    if first == len(marks):
        return next((i for i in above if marks[i].label is None), -1)
    closer = next((i for i in above if marks[i].key in CLOSERS), first)
    last_menu = max((i for i in range(closer) if is_menu(marks[i])), default=-1)
    candidates = [i for i in above if marks[i].label is None and _may_be_headline(marks[i].line)]
    for group in ([i for i in candidates if i > last_menu], candidates):
        long = [i for i in group if marks[i].line.count >= TAG_WORDS]
        short = [i for i in group if marks[i].line.count < TAG_WORDS]
        if short and (not long or (marks[long[0]].line.ended and short[0] < long[0])):
            return short[-1]
        if long:
            return long[0]
    return _odd_headline(marks, first)


def _may_be_headline(line: Line) -> bool:
    return line.title or (not line.ended and line.count <= _MOST_HEADLINE and line.stop not in (":", ","))


def _odd_headline(marks: Sequence[Mark], first: int) -> int:
    """Return a headline that ends with a full stop, or whose first words made it look like something else; -1 where there is none."""
    for i in range(first):
        if marks[i].label is None and marks[i].line.stop != ":":
            return i
    for i in range(first):
        if marks[i].key[1] in _WORDED and marks[i].line.count > TAG_WORDS:
            return i
    return 0 if first == 0 and len(marks) > 1 and _stopped_headline(marks) else -1


def _stopped_headline(marks: Sequence[Mark]) -> bool:
    """Tell whether the first line is a headline for all its length or full stop: by its capitals, or by what follows."""
    line, near = marks[0].line, marks[1 : _NEAR + 1]
    if marks[0].run_in or line.count > _MOST_HEADLINE:
        return False
    capitalised = line.count <= _MOST_CAPITALISED and sum(word[0].isupper() for word in line.words) > _CAPITALS * line.count
    if not line.stop or capitalised:
        return True
    if line.count > _MOST_STOPPED:
        return False
    return any(mark.closes for mark in near) or (single(line) and _told(line, near))


def _told(line: Line, near: Sequence[Mark]) -> bool:
    """Tell whether the lines that follow a short sentence tell what it says, at greater length."""
    if line.count <= MOST_HEADING and not _SAYING.search(line.norm):
        return any(mark.is_text for mark in near)
    words = _content(line)
    following = set().union(*(_content(mark.line) for mark in near))
    return len(words & following) >= max(2, _RESTATED * len(words))


def _content(line: Line) -> set[str]:
    return set(_CONTENT_WORD.findall(line.norm)) - _function_words()


@cache
def _function_words() -> frozenset[str]:
    return frozenset(" ".join(lexicon("languages")["told"].values()).split())


# ---------------------------------------------------------------------- body


def _start(marks: Sequence[Mark], masses: Sequence[int], headline: int) -> int:
    """Return the line at which the body begins."""
    first = headline + 1
    closed = _head_end(marks, masses, headline)
    for i in range(closed, len(marks)):
        if marks[i].is_text and not _is_deck(marks, headline, i):
            return _with_heading(marks, i, closed) if closed > first else i
    return first


def _head_end(marks: Sequence[Mark], masses: Sequence[int], headline: int) -> int:
    """Return the line after the by-line, date or dateline that closes the head of the article, or the one after the headline."""
    first = headline + 1
    window = range(first, min(first + _WINDOW, len(marks)))
    closers = [i for i in window if marks[i].closes or (headline >= 0 and marks[i].signed)]
    end = next((i for i in closers if _may_be_deck(marks, masses, first, i)), None)
    if end is None:
        return first
    for i in closers:
        if i > end and (marks[i].run_in or marks[i].label == DATELINE) and _may_be_deck(marks, masses, end, i):
            end = i
    return end if marks[end].run_in else end + 1


def _may_be_deck(marks: Sequence[Mark], masses: Sequence[int], first: int, end: int) -> bool:
    """Tell whether the lines up to a by-line or a date are few and short enough to be a deck, and the text goes on after it."""
    between = [mark.line for mark in marks[first:end] if mark.label is None and mark.line.prose and not mark.line.bullet]
    words = sum(line.count for line in between)
    if len(between) > _MOST_DECK_LINES or words > _MOST_DECK:
        return False
    return not between or masses[end] >= 2 * words


def _is_deck(marks: Sequence[Mark], headline: int, i: int) -> bool:
    """Tell whether the line after the headline sums the article up: it has no full stop, or the next line begins to tell the same."""
    if headline < 0 or i != headline + 1 or i + 1 >= len(marks) or not marks[i + 1].is_text or marks[i].run_in:
        return False
    line, following = marks[i].line, marks[i + 1].line
    if not line.stop and line.count <= _MOST_HEADLINE:
        return True
    if line.count > _MOST_RESTATED or not single(line) or '"' in line.text or "“" in line.text or _SAYING.search(line.norm):
        return False
    words = _content(line)
    return len(words & _content(following)) >= _RESTATED * len(words)


def _with_heading(marks: Sequence[Mark], i: int, closed: int) -> int:
    """Return the line of the heading right above the first paragraph, where one stands between head and text."""
    above = marks[i - 1]
    if i <= closed or extends_byline(marks, i - 1):
        return i
    titled = above.label is None and not above.run_in and above.line.title and above.line.count <= MOST_HEADING
    return i - 1 if titled else i


def _end(marks: Sequence[Mark], masses: Sequence[int], start: int) -> int:
    """Return the line at which the article is over and only the site goes on: links, tags, imprint, comments, and little text."""
    total = masses[min(start, len(marks))]
    most = max(_TAIL_SHARE * total, _TAIL_WORDS if total >= _LEAST_TOTAL else 0)
    for i in range(start + 1, len(marks)):
        if marks[i].label is None:
            continue
        if marks[i].key in _TAIL and masses[i] <= most:
            return i
        if marks[i].key == _COMMENTS and total - masses[i] >= max(_COMMENTS_AFTER * total, 1):
            return i
    return len(marks)
