"""Lines that are rows of short things: menus, breadcrumbs, sections, languages, share buttons, and stamps of date and time."""

import re
from functools import cache

from kzcorpus.read.dating import without_dates
from kzcorpus.read.dating.forms import date_words
from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.phrasebook import Label, wordlist, wordlist_words

CRUMB = Label("navigation", "crumb")
MENU = Label("navigation", "menu")
LANGUAGES = Label("site_chrome", "languages")
SHARES = Label("site_chrome", "share")
SECTIONS = Label("category", "sections")
HASHTAGS = Label("category", "hashtags")
STAMP = Label("site_chrome", "stamp")
MARKS = Label("site_chrome", "marks")
IMPRINT = Label("site_chrome", "imprint")
PAGER = Label("navigation", "pager")

_DIVIDER = re.compile(r"\s*[|•·›»→▪∙⋅]+\s*|\s+[/>]\s+|[\t\u00a0]+|[ \u00a0]{2,}")
_DIVIDES = re.compile(r"[|•·›»→▪∙⋅/>\t\u00a0]|  ")
_CRUMB = re.compile(r"[›»→>]")
_TIME = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:GMT|UTC|EST|EDT|CET)\s?[+-]?\s?\d{0,2}(?::\d{2})?",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:\d+|an?|one)\s?(?:s|m|h|d|w|sec|min|mins|hr|hrs|second|minute|hour|day|week|month|year)s?\.?(?:\s+ago)?\b", re.IGNORECASE
)
_COUNT = re.compile(r"[$€£₽₸]?\d[\d\s.,:/]*[°%+]?")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}|[^\W\d_])", re.IGNORECASE)
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
    return STAMP if _is_stamp(line) else _signed(line) or _divided(line) or _run(line)


def _signed(line: Line) -> Label | None:
    """Read a line that one sign gives away: ©, hashtags, arrows."""
    if _COPYRIGHT.match(line.text) and not line.says:
        return IMPRINT
    if len(_HASHTAG.findall(line.text)) * 2 > len(line.text.split()):
        return HASHTAGS
    return PAGER if _PAGER.fullmatch(line.text) and not line.ended else None


def _is_stamp(line: Line) -> bool:
    """Tell whether nothing but dates, times, counts and the words around them stand here."""
    if len(line.text) > _MOST_STAMP:
        return False
    if _COUNT.fullmatch(line.text) and not line.ended:
        return True
    known = _stamp_words()
    if not _DIGIT.search(line.text) or not all(len(word) == 1 or word.casefold() in known for word in _LETTERS.findall(line.text)):
        return False
    text, _ = without_dates(line.text)
    timed = _TIME.sub(" ", text)
    if timed == line.text and line.ended:
        return False
    timed = _AGO.sub(" ", timed)
    if timed == line.text:
        return False
    known = wordlist_words("site_chrome", "stamp")
    return all(word.casefold() in known or len(word) == 1 for word in _LETTERS.findall(timed))


@cache
def _stamp_words() -> frozenset[str]:
    return (
        wordlist_words("site_chrome", "stamp")
        | date_words()
        | {"hr", "hrs", "sec", "mins", "day", "days", "week", "weeks", "month", "months", "year", "years"}
    )


def _part_label(parts: list[str]) -> Label | None:
    """Return what a row of names is: by its languages, its share buttons, its menu words."""
    names = [part.casefold().strip(" .:#") for part in parts]
    if all(name in wordlist("rows", "languages") for name in names):
        return LANGUAGES
    if len(names) < _FEWEST:
        return None
    shares = wordlist("site_chrome", "share")
    if sum(not shares.isdisjoint({name, name.rstrip(" 0123456789")}) for name in names) * 2 > len(names):
        return SHARES
    return None if wordlist("category", "menu").isdisjoint(names) else MENU


def _divided(line: Line) -> Label | None:
    """Read a row whose parts are divided by marks, tabs or several spaces."""
    if not _DIVIDES.search(line.text):
        return None
    parts = [part for part in _DIVIDER.split(line.text.strip("[]() ")) if part]
    if not parts[1:] or (line.ended and not line.text.endswith(("...", "…"))):
        return None
    first = parts[0].casefold()
    crumbs = bool(_CRUMB.search(line.text))
    if first in wordlist("category", "home") or (crumbs and first in _row_names()):
        return CRUMB
    if any(len(part.split()) > _PART_WORDS for part in parts):
        return None
    return _part_label(parts) or (CRUMB if crumbs else None) or _section_label(parts)


def _section_label(parts: list[str]) -> Label | None:
    return SECTIONS if len(parts) >= _FEWEST and not any(part[0].isdigit() for part in parts) else None


def _run(line: Line) -> Label | None:
    """Read a row whose parts have nothing but a space between them: most of its words are names of sections, menus or share buttons."""
    words = line.text.split()
    if len(words) < _FEWEST or line.stop:
        return None
    names = [word.casefold() for word in words]
    if all(name in wordlist("rows", "languages") for name in names):
        return LANGUAGES
    if _covered(names, wordlist("site_chrome", "share")) == len(names):
        return SHARES
    if names[0] == "home" and words[1][0].isupper():
        return MENU
    return _named(names) if all(word[0].isupper() or word == "&" for word in words) else None


def _named(names: list[str]) -> Label | None:
    """Return what a row is that names of menus and sections mostly fill; three words must be names one and all."""
    least = len(names) if len(names) == _FEWEST else _COVERED * len(names)
    if _covered(names, _row_names()) < least:
        return None
    return MENU if _covered(names, wordlist("category", "menu")) else SECTIONS


@cache
def _row_names() -> frozenset[str]:
    return wordlist("category", "menu") | wordlist("category", "sections") | wordlist("category", "kicker")


def _covered(names: list[str], phrases: frozenset[str]) -> int:
    """Count the words that phrases of up to three words cover, from the left."""
    count = position = 0
    while position < len(names):
        sizes = range(min(3, len(names) - position), 0, -1)
        length = next((size for size in sizes if " ".join(names[position : position + size]) in phrases), 0)
        count += length
        position += length or 1
    return count
