"""Sentences: where they end, by the marks, the abbreviations before them and the words after them.

Rules by hand over a lexicon, after Grefenstette and Tapanainen (1994), "What is a word, what is a sentence?".
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import attrs

from kzcorpus.model.spans import Span
from kzcorpus.read.lexicon import lexicon

_REPORT = 120
_LONGEST_INITIALS = 8
_LOOK_BACK = 40  # no abbreviation is longer, and a text may have no spaces
_LIST_LABEL = re.compile(r"\d{1,3}|[IVXLC]{1,6}|[^\W\d_]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_TAIL = 4  # letters that no abbreviation ends with
_DAY = re.compile(r"\d{1,2}")
_RUN_TOGETHER = re.compile(r"[^\W\d_]{2,}")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_BREAKS = "\n\u2029"
_CONTENT = re.compile(r"\w")
_PLAIN_END = re.compile(r"(?<=([a-z]{4}))\. (?=[A-Z])")
_REPORTED = r"(?:[^\W\d_][\w’'-]*\s+){1,4}?(?:%s)\b"


@attrs.frozen
class _Rules:
    candidate: re.Pattern[str]
    loose_quote: re.Pattern[str]
    opening: re.Pattern[str]
    reported: re.Pattern[str]
    hard: frozenset[str]
    openers: str
    unclosing: str
    splitters: str
    dashes: str
    binding: frozenset[str]
    numbering: frozenset[str]
    loose: frozenset[str]
    exclaimed: frozenset[str]
    starters: frozenset[str]
    months: frozenset[str]
    tails: frozenset[str]


def _class(characters: str) -> str:
    return f"[{re.escape(characters)}]"


@cache
def _rules() -> _Rules:
    data = lexicon("sentences")
    marks, abbreviations, words = data["marks"], data["abbreviations"], data["words"]
    stops = _class(marks["soft"] + marks["hard"])
    closers = rf"(?:{_class(marks['closers'])}|{_class(marks['doubtful'])}++(?=\s|\Z)|\[\d{{1,3}}\])*"
    quotes = _class("".join(mark for mark in marks["closers"] + marks["doubtful"] if unicodedata.category(mark) not in ("Pe", "Ps")))
    return _Rules(
        candidate=re.compile(
            rf"{_class(marks['soft'] + marks['hard'] + _BREAKS)}"  # one set first, which is quickly found
            rf"(?:(?<={stops}){stops}*(?:[ \u00a0]\.(?=[ \u00a0.]))*(?P<closers>{closers})|(?<=\n)[ \t\r]*\n|(?<=\u2029))"
        ),
        loose_quote=re.compile(rf"[ \u00a0]{quotes}+(?=\s|\Z)"),
        opening=re.compile(rf"(?:{_class(marks['openers'])}|{_class(marks['dashes'])}\s?)*"),
        reported=re.compile(_REPORTED % "|".join(words["reporting"])),
        hard=frozenset(marks["hard"]),
        openers=marks["openers"],
        unclosing="".join(mark for mark in marks["openers"] if mark not in marks["closers"]),
        splitters=marks["dashes"] + "/" + marks["openers"],
        dashes=marks["dashes"] + " \u00a0\t\n\r",
        binding=frozenset(abbreviations["binding"]),
        numbering=frozenset(abbreviations["numbering"]),
        loose=frozenset(abbreviations["loose"]),
        exclaimed=frozenset(abbreviations["exclaimed"]),
        starters=frozenset(words["starters"]),
        months=frozenset(words["months"]),
        tails=frozenset(word[-4:] for kind in ("binding", "numbering", "loose") for word in abbreviations[kind]),
    )


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of a block as ordered, disjoint spans over the text, trimmed of white space.

    Together they cover every character of the block that is not white space. A quotation is no sentence of its own: its full stops
    count as any others do.

    >>> text = "Mr. Tokayev left the U.S. on Oct. 3. “We agreed.” He smiled."
    >>> [sentence.of(text) for sentence in sentences(text, Span(0, len(text)))]
    ['Mr. Tokayev left the U.S. on Oct. 3.', '“We agreed.”', 'He smiled.']
    """
    cuts = [span.start, *_Scan(_rules(), text, span.end).ends(span.start), span.end]
    return tuple(found for start, end in pairwise(cuts) if (found := _trimmed(text, start, end)))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    length = len(piece.rstrip())
    return Span(start + len(piece) - len(piece.lstrip()), start + length) if length else None


def _begins(word: str) -> bool:
    """Tell whether a word can begin a sentence by its letters: capitals, digits, letters of scripts without case, or iPhone."""
    return not word[:1].islower() or word[1:2].isupper()


def _initial(before: str) -> bool:
    """Tell whether this is an initial or several, as in "J. Smith" and "J.K. Rowling"."""
    return len(before) <= _LONGEST_INITIALS and before != "I" and bool(_INITIALS.fullmatch(before)) and before.upper() == before


@attrs.frozen
class _Scan:
    """One walk over a block that ends at ``end``."""

    rules: _Rules
    text: str
    end: int

    def ends(self, begin: int) -> Iterator[int]:
        """Yield where sentences end; what has no letter or digit is never a sentence of its own."""
        start = looked = begin  # up to ``looked`` the present sentence has nothing but marks
        wordy = False
        for found in self.rules.candidate.finditer(self.text, begin, self.end):
            if not wordy:
                wordy = bool(_CONTENT.search(self.text, looked, found.start()))
                looked = found.start()
            cut = self._cut(found, start) if wordy else None
            if cut is None:
                continue
            if not _CONTENT.search(self.text, cut, self.end):
                return
            yield cut
            start, looked, wordy = cut, cut, False

    def _cut(self, found: re.Match[str], start: int) -> int | None:
        """Return where the sentence that starts at ``start`` ends, if it ends with this mark."""
        at = found.start()
        plain = _PLAIN_END.match(self.text, at, self.end) if at - start >= _TAIL else None
        if plain and plain[1] not in self.rules.tails:  # as most sentences end, and no rule below says otherwise
            return at + 1
        closers, position = found["closers"], found.end()
        if closers is None:  # an empty line
            return position
        stop = found[0].removesuffix(closers)
        if position == self.end:
            return None
        if loose := self.rules.loose_quote.match(self.text, position, self.end):
            position = loose.end()
            if position == self.end:
                return None
        if stop != "." and self.rules.hard.intersection(stop):
            return position
        ends = (
            self._ends_before(found, stop, start, position) if self.text[position].isspace() else self._run_together(found, stop, position)
        )
        return position if ends else None

    def _ends_before(self, found: re.Match[str], stop: str, start: int, position: int) -> bool:
        """Tell whether a sentence ends with a mark that white space follows."""
        rules, closers = self.rules, found["closers"]
        following, opened = self._next_word(position)
        if stop == "." and not closers:
            bound = self._bound(*self._word_before(start, found.start()), following)
            if bound is not None:
                return not bound and (_begins(following) or bool(opened))
        elif stop[-1] in "!?":
            if not closers and self._word_before(start, found.start())[0] in rules.exclaimed:
                return following in rules.starters
            if closers and not opened and rules.reported.match(self.text, position + 1, min(position + _REPORT, self.end)):
                return False
        elif closers and not closers.strip(")]") and self.text[found.start() - 1] in "([":
            return self._restarts(found.start() - 1, start)  # an omission, "[...]"
        return bool(opened.strip(rules.dashes)) or (_begins(following) and following[:1] not in ",;:")

    def _word_before(self, start: int, stop: int) -> tuple[str, bool]:
        """Return the letters and points directly before a mark, and whether they are all that the sentence has so far."""
        low = max(start, stop - _LOOK_BACK)
        window = self.text[low:stop]
        if not window or window[-1].isspace():
            return "", False
        word = window.rsplit(None, 1)[-1]
        first = low == start and not window[: -len(word)].strip()
        if word.isalnum():
            return word, first
        word = word.lstrip(self.rules.openers)
        for mark in self.rules.splitters:
            if mark in word:
                word = word.rpartition(mark)[2]
        return word, first

    def _next_word(self, position: int) -> tuple[str, str]:
        """Return the next word and what opens before it: quotation marks, brackets, dashes."""
        while position < self.end and self.text[position].isspace():
            position += 1
        opened = None if self.text[position : position + 1].isalnum() else self.rules.opening.match(self.text, position, self.end)
        after = opened.end() if opened else position
        word = _WORD.match(self.text, after, min(after + _LOOK_BACK, self.end))
        return (word[0] if word else self.text[after : min(after + 1, self.end)]), self.text[position:after]

    def _bound(self, before: str, first: bool, following: str) -> bool | None:  # noqa: FBT001
        """Tell whether a full stop belongs to the word before it and ends nothing; None where the word is no abbreviation."""
        rules = self.rules
        if before in rules.binding or (first and _LIST_LABEL.fullmatch(before)):
            return True
        if before in rules.numbering and following[:1].isdigit():
            return True
        if _DAY.fullmatch(before) and following in rules.months:  # "14. Oktober"
            return True
        if before in rules.loose or _initial(before):
            return following not in rules.starters
        return None

    def _restarts(self, bracket: int, start: int) -> bool:
        """Tell whether the words before an omission in brackets ended a sentence."""
        before = self.text[max(start, bracket - _LOOK_BACK) : bracket].rstrip()
        return before.endswith((".", "!", "?", "”", '"'))

    def _run_together(self, found: re.Match[str], stop: str, position: int) -> bool:
        """Tell whether a sentence ends where the space after its mark is missing: "sanctions.The", "agreed.”He"."""
        text, rules = self.text, self.rules
        following = _WORD.match(text, position, min(position + _LOOK_BACK, self.end))
        if found["closers"]:
            return bool(following and text[position].isupper()) or text[position] in rules.unclosing
        if not following or not text[position].isupper() or len(stop) == 2:  # noqa: PLR2004 -- "?!" and ".." are no plain stops
            return False
        word = following[0]
        before = self._word_before(max(0, found.start() - _LOOK_BACK), found.start())[0]
        if not (_RUN_TOGETHER.fullmatch(before) and (word[1:].islower() or len(word) == 1 or {"’", "'"}.intersection(word))):
            return False
        if before in rules.binding or text[following.end() : min(following.end() + 1, self.end)] in tuple("/@=_"):
            return False
        return before.islower() or (word in rules.starters and before not in rules.loose)
