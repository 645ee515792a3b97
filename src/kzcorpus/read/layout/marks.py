"""What a line is by itself, by wording and form, before its place among the others is known."""

import re

from kzcorpus.read.layout import datelines
from kzcorpus.read.layout.bylines import is_byline, is_name, is_signed, may_be_named
from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.phrasebook import Label, may_open, phrasebook, wordlist
from kzcorpus.read.layout.remembered import remembered
from kzcorpus.read.layout.rows import CRUMB, HASHTAGS, IMPRINT, MARKS, PAGER, SECTIONS, STAMP, row_label
from kzcorpus.read.layout.tokens import ODD, SIGN, TELLING

DATELINE = Label("dateline", "alone")
BYLINE = Label("byline", "name")
CREDIT = Label("credit", "form")
CAPTION = Label("caption", "form")
LINK = Label("navigation", "link")
ITEMS = frozenset({"sections", "item", "kicker"})
"""The parts of the lexicon that name sections and items of menus: what such a line is depends on where it stands."""

MENU_ITEM = Label("navigation", "item")

_PLAIN_FORMS = (STAMP, CRUMB, PAGER, HASHTAGS, MARKS, IMPRINT)

_CREDITED = re.compile(
    r"[(\[][A-Z][\w .&’'-]{1,30}[:/|] ?[^\W\d_][\w .’'-]*[a-zа-яё][\w .’'-]*[)\]]\.?\s*$"
    r"|(?:©|\(c\)) ?[^\W\d_][^.!?]{2,60}\.?\s*$"
    r"|(?:^|(?<=[.!?”\"] ))[A-Z]{2,}[A-Za-z ]{0,20}/[^\W\d_][\w .’'-]{2,40}\.?\s*$"
)
_CREDIT_SIGN = re.compile(r"[/(\[©]")
_SLASHED = re.compile(r"[^\W\d_a-z][\w .’'-]{1,40}\s?/\s?[^\W\d_a-z][\w .’'-]{1,40}")
_POSTED = re.compile(r"(?i:(?:posted|published|written|submitted|created|updated|added)\b.*?\d.*?|posted\s+)\b[Bb]y\s+[^\W\d_a-z]")
_MOST_CREDIT = 9  # words
_SHORT_CREDIT = 6
_CREDIT_LENGTH = 90
_MOST_CAPTION = 60
_MOST_ROW = 20
_LEAST_PLAIN = 8  # words: no phrase that fills a line has more
_LEAST_CAPTION = 4
_MORE = 12  # characters after "Related:" that are a title


CLOSERS = frozenset({("site_chrome", "stamp"), ("byline", "name")})
"""The labels of lines that close the head of an article."""


class Mark:
    """A line with its label, None where nothing tells, and the length of the dateline it begins with.

    ``key`` is the kind and part of the label, empty where there is none. The line ``is_text`` where it is running text for all that its
    wording says.
    """

    def __init__(self, line: Line, label: Label | None, run_in: int = 0) -> None:
        self.line = line
        self.label = label
        self.run_in = run_in
        self.key: tuple[str, str] = label or ("", "")
        self.is_text = run_in > 0 or (label is None and line.prose)

    @remembered
    def closes(self) -> bool:
        """Tell whether the line closes the head of an article: a by-line, a date, a dateline."""
        return bool(self.run_in) or self.label == DATELINE or self.key in CLOSERS

    @remembered
    def signed(self) -> bool:
        """Tell whether the line has no label and is a bare name, alone or with a role."""
        text = self.line.text
        return self.label is None and may_be_named(text) and (is_name(text) or is_signed(text))


def mark(line: Line) -> Mark:
    """Label a line by wording and form alone."""
    if line.long:
        return Mark(line, None, datelines.run_in(line))
    if line.prose and (length := datelines.run_in(line)):
        return Mark(line, None, length)
    return Mark(line, None if _is_plain(line) else _label(line))


def _is_plain(line: Line) -> bool:
    """Tell whether a line is a sentence that nothing can label: no sign, no phrase, and not how what the site says begins."""
    count = line.count
    if not line.ended or count <= _LEAST_PLAIN or line.codes & (SIGN if count > _MOST_ROW else SIGN | ODD):
        return False
    return line.reports or not (line.codes & TELLING or may_open(line))


def _label(line: Line) -> Label | None:
    if line.ended and line.count > _MOST_ROW:
        if line.count > _MOST_CAPTION:
            return None
        return _pictured(line) or (None if line.reports else _worded(line))
    form = row_label(line)
    if form in _PLAIN_FORMS:
        return form
    if datelines.alone(line):
        return DATELINE
    label = phrasebook().whole_line(line) or _pictured(line) or _worded(line) or form or _item(line)
    return None if label and label.part in ITEMS and (line.bullet or line.stop in (";", ":")) else label


def _item(line: Line) -> Label | None:
    """Label a line that is the name of a section or an item of a menu."""
    if line.norm in wordlist("category", "sections"):
        return SECTIONS
    return MENU_ITEM if line.norm in wordlist("category", "menu") else None


def _worded(line: Line) -> Label | None:
    book = phrasebook()
    if _POSTED.match(line.text) and not line.ended and line.count <= _MOST_CREDIT * 2:
        return BYLINE
    phrase, label = book.beginning(line) or ("", None)
    if label and label.kind == "byline":
        return label if is_byline(line, phrase) else None
    if label and label.kind == "credit" and (line.count > _MOST_CREDIT or line.ended):
        return CAPTION if line.count <= _MOST_CAPTION and not line.reports else None
    if label and label.part == "list" and len(line.norm) > len(phrase) + _MORE and ":" in line.text:
        return LINK
    return label or book.within(line)


def _pictured(line: Line) -> Label | None:
    """Label what looks like a credit or a caption: "Jurgis Pranckus/Baltfoto", "Families wait. (AP: Ada Quiroz)"."""
    words = line.count
    sources = wordlist("credit", "sources")
    if words <= _MOST_CREDIT and not (line.ended and words > _SHORT_CREDIT):
        parts = [part.strip() for part in re.split(r"[/,|]| via ", line.norm)]
        if any(part in sources for part in parts) or (_SLASHED.fullmatch(line.text.rstrip(".")) and len(parts) == 2):  # noqa: PLR2004
            return CREDIT
    tail = max(len(line.head) - _CREDIT_LENGTH, 0)
    signed = line.head[-1] not in '?!”":;,' and _CREDIT_SIGN.search(line.head, tail)
    credited = _CREDITED.search(line.head, tail) if signed else None
    if credited and words <= _MOST_CAPTION and not line.norm.startswith(("©", "copyright")):
        return CAPTION if len(line.head[: credited.start()].split()) >= _LEAST_CAPTION else None
    return None
