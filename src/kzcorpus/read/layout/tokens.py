"""What stands between two spaces, told by one number: the numbers of a line's tokens add up to what its shape and wording can be.

Each token is looked at once and remembered, as ``read.splitting`` remembers its words, so that a line costs a look-up for each token and
one sum. A field of the sum that is zero says that the line has nothing of the kind; one that is not says that it may.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kzcorpus.read.lexicon import lexicon

_VERBS = ("said", "says", "told", "added", "according to", "asked", "announced", "stressed", "noted", "claimed", "denied", "wrote")
STEMS = dict.fromkeys((*_VERBS, "деді", "айтты"), "") | {"сообщи": r"\w+", "заяви": r"\w+", "отмети": r"\w+", "сказал": r"\w*"}
"""Common verbs of saying, or what they begin with, each with what may follow it."""
SAYING = re.compile(rf"\b(?:{'|'.join(stem + ending for stem, ending in STEMS.items())})\b")
QUOTED = re.compile(r"[“”«»„\"'‘](?:(?<=[“”«»„])|(?=\w)(?:(?<=\")|(?<!\w.)))")  # the mark first, which is quickly found
WORD = re.compile(r"\w++(?:['’.-]\w++)*+")
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Characters of scripts that write no spaces between words."""

_SURE = re.compile(r"[^\d_]*")  # neither may stand beside a verb where the lexicon writes a line
_PLAIN = re.compile(r"(?:[^\W\d_]|[.,;:!?'’‘“”\"–—-])+")
_SIGN = re.compile(r"[/(\[©]")
_BLANK = re.compile(r"[\s\u200b\ufeff]")
_POINTS = ".,;:!?"
_LONGEST_REMEMBERED = 40  # code points
_MOST_REMEMBERED = 1 << 16

# Fields of the sum. The head of a line has at most 200 tokens and 401 with the empty ones, so that no field runs over.
HALVES = (1 << 10) - 1
"""Twice the number of words, and the number of characters of scripts without spaces."""
ODD = 511 << 10
"""Digits, dividers, signs, two spaces in a row, "copyright"."""
SIGN = 255 << 19
"""Brackets, slashes, ©."""
TELLING = 255 << 27
"""What a phrase of the lexicon that labels any line that holds it is made of."""
POSING = 255 << 35
"""What a phrase of captions is made of."""
REPORTING = 255 << 43
"""Quotation marks, verbs of saying."""
DOUBTFUL = 255 << 51
"""What may be a verb of saying in its place."""


@cache
def _holding(*, posing: bool) -> re.Pattern[str]:
    """Return what tokens hold of the phrases that a line may hold anywhere: of each, its longest word."""
    entries = (
        entry for kinds in lexicon("layout").values() for part, entry in kinds.items() if ("poses" in part) is posing and "holds" in entry
    )
    phrases = {phrase for entry in entries for line in entry["holds"].split("\n") if (phrase := line.strip())}
    return _any_of(max(phrase.replace("#", " ").split(), key=len) for phrase in phrases)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds one of some words, by its first letter first: most places are passed over for it."""
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[0], set()).add(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(sorted(found))})" for first, found in sorted(rests.items())))


_STEM = _any_of(stem.split()[0] for stem in STEMS)


@cache
def _telling() -> re.Pattern[str]:
    """Return what a plain word holds that is more than a word."""
    return re.compile(f"{_holding(posing=False).pattern}|{_holding(posing=True).pattern}|{_STEM.pattern}|copyright")


def _flags(token: str) -> Iterator[int]:
    low = token.casefold().replace("’", "'").replace("‘", "'")
    blank = len(token) > _LONGEST_REMEMBERED or bool(_BLANK.search(token))  # which the lexicon takes for a space
    if not _PLAIN.fullmatch(token) or "copyright" in low:
        yield ODD
    if _SIGN.search(token):
        yield SIGN
    if blank or _holding(posing=False).search(low):
        yield TELLING
    if blank or _holding(posing=True).search(low):
        yield POSING
    if QUOTED.search(token):
        yield REPORTING
    if _STEM.search(low):
        if "according" not in low and _SURE.fullmatch(low):
            if SAYING.search(low):
                yield REPORTING
        else:
            yield DOUBTFUL


class _Codes(dict[str, int]):
    """The number of every token met: filled as they are asked for."""

    def __missing__(self, token: str) -> int:
        bare = token.rstrip(_POINTS)
        if bare.isalpha() and bare.isascii() and len(bare) <= _LONGEST_REMEMBERED and not _telling().search(token.lower()):
            made = 2
        else:
            made = 2 * len(WORD.findall(token)) + len(UNSPACED.findall(token)) + sum({flag & -flag for flag in _flags(token)})
        if len(token) <= _LONGEST_REMEMBERED:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[token] = made
        return made


codes = _Codes()
"""The number of each token, made when it is first asked for."""
