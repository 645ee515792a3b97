"""Sentences: where they end, by the marks, the abbreviations before them and the words after them.

Rules by hand over a lexicon, after Grefenstette and Tapanainen (1994), "What is a word, what is a sentence?".
"""

import re
import unicodedata
from functools import cache

import attrs

from kzcorpus.model.spans import Span
from kzcorpus.read.lexicon import lexicon

_REPORT = 120
_LONGEST_INITIALS = 8
_MOST_REMEMBERED = 1 << 14
_LOOK_BACK = 40  # no abbreviation is longer, and a text may have no spaces
_LIST_LABEL = re.compile(r"\d{1,3}|[IVXLC]{1,6}|[^\W\d_]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_TAIL = 4  # letters that no abbreviation ends with
_DAY = re.compile(r"\d{1,2}")
_RUN_TOGETHER = re.compile(r"[^\W\d_]{2,}")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_BREAKS = "\n\u2029"
_CONTENT = re.compile(r"\w")
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
            r"(?!(?<=\.)(?: [a-z][a-z ,.]|[a-z0-9,]|(?<![^\W\d_]{2}\.)[A-Z]))"  # nothing ends so
            r"(?:(?:(?<=([a-z]{4})\.)|(?<=\.)) (?=(\w+(?:[’'-]\w+)*))"
            rf"|(?:(?<={stops}){stops}*(?:[ \u00a0]\.(?=[ \u00a0.]))*(?P<closers>{closers})|(?<=\n)[ \t\r]*\n|(?<=\u2029)))"
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
    start, end = span.start, span.end
    bounds = _bounds(text, start, end)
    if not bounds and start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return (span,)
    found: list[Span] = []
    for stop, following in zip(bounds[::2], bounds[1::2], strict=True):
        found += _trimmed(text, start, stop)
        start = following
    found += _trimmed(text, start, end)
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return (Span(start, end),)
    piece = text[start:end]
    length = len(piece.rstrip())
    return (Span(start + len(piece) - len(piece.lstrip()), start + length),) if length else ()


def _bounds(text: str, begin: int, end: int) -> list[int]:
    """Return where sentences end, and after each where the next one begins, white space between them or not.

    What has no letter or digit is never a sentence of its own.
    """
    rules = _rules()
    bounds: list[int] = []
    start = looked = begin  # up to ``looked`` the present sentence has nothing but marks
    wordy = False
    for found in rules.candidate.finditer(text, begin, end):
        at, after = found.span()
        if after == end:
            break
        if not wordy:
            wordy = text[looked].isalnum() or bool(_CONTENT.search(text, looked, at))
            looked = at
            if not wordy:
                continue
        tail, following, _ = found.groups()
        if following:  # a full stop, a space, a word
            plain = tail and at - start >= _TAIL and tail not in rules.tails  # as most sentences end
            if _begins(following) and (plain or not _binds(text, start, at, following)):
                bounds += (at + 1, at + 2)
                start = at + 1
            continue
        cut = _Scan(rules, text, end).cut(found, start)
        if cut is None:
            continue
        if not _CONTENT.search(text, cut, end):
            break
        bounds += (cut, cut)
        start, looked, wordy = cut, cut, False
    return bounds


def _begins(word: str) -> bool:
    """Tell whether a word can begin a sentence by its letters: capitals, digits, letters of scripts without case, or iPhone."""
    return not word[:1].islower() or word[1:2].isupper()


def _initial(before: str) -> bool:
    """Tell whether this is an initial or several, as in "J. Smith" and "J.K. Rowling"."""
    return len(before) <= _LONGEST_INITIALS and before != "I" and bool(_INITIALS.fullmatch(before)) and before.upper() == before


class _Befores(dict[str, str]):
    """What is known of the words before full stops, each by how it stands between spaces: filled as they are asked for.

    A letter each for ``b`` bound to what follows, ``l`` the label of a list where it opens a sentence, ``n`` bound to a number, ``d`` a day
    and ``a`` an abbreviation or initials that may end a sentence; ``?`` where more than spaces part it from what stands before.
    """

    def __missing__(self, token: str) -> str:
        made = _known_before(token)
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[token] = made
        return made


_befores = _Befores()


def _known_before(token: str) -> str:
    rules = _rules()
    if any(map(str.isspace, token)):
        return "?"
    word = _bare(rules, token)
    if word in rules.binding:
        return "b"
    label, day = _LIST_LABEL.fullmatch(word), _DAY.fullmatch(word)
    found = "l" * bool(label) + "n" * (word in rules.numbering) + "d" * bool(day)
    return found + "a" * (word in rules.loose or _initial(word))


def _bare(rules: _Rules, word: str) -> str:
    """Return what is left of a word without what opens before it and is joined to it."""
    if word.isalnum():
        return word
    word = word.lstrip(rules.openers)
    for mark in rules.splitters:
        if mark in word:
            word = word.rpartition(mark)[2]
    return word


def _binds(text: str, start: int, at: int, following: str) -> bool:
    """Tell whether a full stop before a space belongs to the word before it and ends nothing."""
    rules = _rules()
    low = max(start, at - _LOOK_BACK)
    space = text.rfind(" ", low, at) + 1
    known = _befores[text[space or low : at]]
    if not known:
        return False
    if known == "?":
        scan = _Scan(rules, text, at)
        return bool(scan.bound(*scan.word_before(start, at), following))
    return (
        known == "b"
        or ("l" in known and low == start and not text[low:space].strip())
        or ("n" in known and following[0].isdigit())
        or ("d" in known and following in rules.months)
        or ("a" in known and following not in rules.starters)
    )


@attrs.frozen
class _Scan:
    """One walk over a block that ends at ``end``."""

    rules: _Rules
    text: str
    end: int

    def cut(self, found: re.Match[str], start: int) -> int | None:
        """Return where the sentence that starts at ``start`` ends, if it ends with this mark."""
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
            bound = self.bound(*self.word_before(start, found.start()), following)
            if bound is not None:
                return not bound and (_begins(following) or bool(opened))
        elif stop[-1] in "!?":
            if not closers and self.word_before(start, found.start())[0] in rules.exclaimed:
                return following in rules.starters
            if closers and not opened and rules.reported.match(self.text, position + 1, min(position + _REPORT, self.end)):
                return False
        elif closers and not closers.strip(")]") and self.text[found.start() - 1] in "([":
            return self._restarts(found.start() - 1, start)  # an omission, "[...]"
        return bool(opened.strip(rules.dashes)) or (_begins(following) and following[:1] not in ",;:")

    def word_before(self, start: int, stop: int) -> tuple[str, bool]:
        """Return the letters and points directly before a mark, and whether they are all that the sentence has so far."""
        low = max(start, stop - _LOOK_BACK)
        window = self.text[low:stop]
        if not window or window[-1].isspace():
            return "", False
        word = window.rsplit(None, 1)[-1]
        first = low == start and not window[: -len(word)].strip()
        return _bare(self.rules, word), first

    def _next_word(self, position: int) -> tuple[str, str]:
        """Return the next word and what opens before it: quotation marks, brackets, dashes."""
        while position < self.end and self.text[position].isspace():
            position += 1
        opened = None if self.text[position : position + 1].isalnum() else self.rules.opening.match(self.text, position, self.end)
        after = opened.end() if opened else position
        word = _WORD.match(self.text, after, min(after + _LOOK_BACK, self.end))
        return (word[0] if word else self.text[after : min(after + 1, self.end)]), self.text[position:after]

    def bound(self, before: str, first: bool, following: str) -> bool | None:  # noqa: FBT001
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
        before = self.word_before(max(0, found.start() - _LOOK_BACK), found.start())[0]
        if not (_RUN_TOGETHER.fullmatch(before) and (word[1:].islower() or len(word) == 1 or {"’", "'"}.intersection(word))):
            return False
        if before in rules.binding or text[following.end() : min(following.end() + 1, self.end)] in tuple("/@=_"):
            return False
        return before.islower() or (word in rules.starters and before not in rules.loose)
