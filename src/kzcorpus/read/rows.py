"""Lines that are rows of short things: menus, breadcrumbs, sections, languages, share buttons, and stamps of date and time."""

import re
from functools import cache

from kzcorpus.model.spans import Span
from kzcorpus.read.dating import dates, garbled_dates
from kzcorpus.read.lines import Line
from kzcorpus.read.phrasebook import Label, wordlist

CRUMB = Label("navigation", "crumb")
MENU = Label("navigation", "menu")
LANGUAGES = Label("site_chrome", "languages")
SHARES = Label("site_chrome", "share")
SECTIONS = Label("category", "sections")
HASHTAGS = Label("category", "hashtags")
STAMP = Label("site_chrome", "stamp")
MARKS = Label("site_chrome", "marks")
PAGER = Label("navigation", "pager")

_DIVIDER = re.compile(r"\s*[|•·›»→▪∙⋅]+\s*|\s+[/>]\s+|[\t\u00a0]+|[ \u00a0]{2,}")
_CRUMB = re.compile(r"[›»→>]")
_TIME = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:GMT|UTC|EST|EDT|CET)\s?[+-]?\s?\d{0,2}(?::\d{2})?",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:\d+|an?|one)\s?(?:s|m|h|d|w|sec|min|mins|hr|hrs|second|minute|hour|day|week|month|year)s?\.?(?:\s+ago)?\b", re.IGNORECASE
)
_COUNT = re.compile(r"[$€£₽₸]?\d[\d\s.,:/]*[°%+]?")
_LETTERS = re.compile(r"[^\W\d_]+")
_PAGER = re.compile(r"[←‹«][\s\u00a0][^»]*|[^«]*[\s\u00a0][→›»]")
_HASHTAG = re.compile(r"#[^\W_]\w*")
_FEWEST = 3
_PART_WORDS = 4
_MOST_STAMP = 120
_COVERED = 0.6


def row_label(line: Line) -> Label | None:
    """Return what a line is by its form: marks alone, a stamp, hashtags, or a row of short things."""
    if line.long:
        return None
    if not line.words:
        return MARKS
    if _is_stamp(line):
        return STAMP
    if len(_HASHTAG.findall(line.text)) * 2 > len(line.text.split()):
        return HASHTAGS
    if _PAGER.fullmatch(line.text) and not line.ended:
        return PAGER
    return _divided(line) or _run(line)


def _is_stamp(line: Line) -> bool:
    """Tell whether nothing but dates, times, counts and the words around them stand here."""
    if len(line.text) > _MOST_STAMP:
        return False
    if _COUNT.fullmatch(line.text) and not line.ended:
        return True
    if not any(character.isdigit() for character in line.text):
        return False
    whole = Span(0, len(line.text))
    text = line.text
    for span in [*(found.span for found in dates(text, whole)), *garbled_dates(text, whole)]:
        text = f"{text[: span.start]}{' ' * len(span)}{text[span.end :]}"
    timed = _TIME.sub(" ", text)
    if timed == line.text and line.ended:
        return False
    timed = _AGO.sub(" ", timed)
    if timed == line.text:
        return False
    known = _stamp_words()
    return all(word.casefold() in known or len(word) == 1 for word in _LETTERS.findall(timed))


@cache
def _stamp_words() -> frozenset[str]:
    return frozenset(word for phrase in wordlist("site_chrome", "stamp") for word in phrase.split())


def _part_label(parts: list[str]) -> Label | None:
    """Return what a row of names is: by its languages, its share buttons, its menu words."""
    names = [part.casefold().strip(" .:#") for part in parts]
    if all(name in wordlist("rows", "languages") for name in names):
        return LANGUAGES
    if sum(
        name in wordlist("site_chrome", "share") or name.rstrip(" 0123456789") in wordlist("site_chrome", "share") for name in names
    ) * 2 > len(names):
        return SHARES
    return MENU if any(name in wordlist("category", "menu") for name in names) else None


def _divided(line: Line) -> Label | None:
    """Read a row whose parts are divided by marks, tabs or several spaces."""
    parts = [part for part in _DIVIDER.split(line.text.strip("[]() ")) if part]
    if len(parts) < 2 or line.ended and not line.text.endswith(("...", "…")):
        return None
    first = parts[0].casefold()
    if first in wordlist("category", "home") or (
        _CRUMB.search(line.text) and first in wordlist("category", "menu") | wordlist("category", "sections")
    ):
        return CRUMB
    if any(len(part.split()) > _PART_WORDS for part in parts):
        return None
    label = _part_label(parts)
    if label and (len(parts) >= _FEWEST or label is LANGUAGES):
        return label
    if _CRUMB.search(line.text):
        return CRUMB
    return SECTIONS if len(parts) >= _FEWEST and not any(part[0].isdigit() for part in parts) else None


def _run(line: Line) -> Label | None:
    """Read a row whose parts have nothing but a space between them: most of its words are names of sections, menus or share buttons."""
    words = line.text.split()
    if len(words) < _FEWEST or line.stop:
        return None
    names = [word.casefold() for word in words]
    if all(name in wordlist("rows", "languages") for name in names):
        return LANGUAGES
    shares = wordlist("site_chrome", "share")
    if _covered(names, shares) == len(names):
        return SHARES
    menu, sections = wordlist("category", "menu"), wordlist("category", "sections") | wordlist("category", "kicker")
    if names[0] == "home" and words[1][0].isupper():
        return MENU
    if not all(word[0].isupper() or word == "&" for word in words) or _covered(names, menu | sections) < _COVERED * len(names):
        return None
    if len(words) <= _FEWEST and _covered(names, menu | sections) < len(names):
        return None
    return MENU if _covered(names, menu) else SECTIONS


def _covered(names: list[str], phrases: frozenset[str]) -> int:
    """Count the words that phrases of up to three words cover, from the left."""
    count = position = 0
    while position < len(names):
        sizes = range(min(3, len(names) - position), 0, -1)
        length = next((size for size in sizes if " ".join(names[position : position + size]) in phrases), 0)
        count += length
        position += length or 1
    return count
