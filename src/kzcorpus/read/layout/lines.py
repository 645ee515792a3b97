"""The lines of a text, with what their shape tells: length, final punctuation, the gap before them."""

import re
from operator import add
from typing import NamedTuple

import attrs

from kzcorpus.model.integrity import BETWEEN_BLOCKS
from kzcorpus.read.layout.remembered import remembered
from kzcorpus.read.layout.tokens import DOUBTFUL, HALVES, REPORTING, SAYING, STEMS, WORD, codes

_CLOSERS = " \t\u00a0\"'”’»)]}›“‘«‹*_"  # in German “, ‘, « and ‹ close
_STOPS = ".!?…。！？؟।:;,"
_SENTENCE_STOPS = ".!?…。！？؟।"
_PART = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,:\u00a0 ]\d+)*")
_EDGES = " \t\u00a0\u3000•·*–—-|«»‹›“”\"'‘’[]()<>←→↑↓⇒⇐►▶▸◄■●○□▪◦†‡#~_=+…!,;.\u200b\ufeff✉✎✏☎★☆❤♥🔊📷🎥"
_BULLET = re.compile(r"[•·▪◦●■□–—*‣⁃∙o-][\s\u00a0]+|\d{1,2}[.)][\s\u00a0]")
_HEAD = 400  # what a longer line begins with tells enough
_PROSE_WORDS = 8
_LONG_WORDS = 20


@attrs.frozen(slots=False, eq=False)
class Line:
    """What a line says by itself, without tabs and spaces at its ends: one for all lines of a text that are alike."""

    text: str

    @remembered
    def head(self) -> str:
        """Return the line, or as much of a very long one as is ever looked at."""
        return self.text if len(self.text) <= _HEAD else self.text[:_HEAD]

    @remembered
    def norm(self) -> str:
        """Return the line as the lexicon writes it: lower case, # for numbers, straight apostrophes, no marks at its ends."""
        text = " ".join(self.head.casefold().replace("\u200b", " ").replace("\ufeff", " ").split()).replace("’", "'").replace("‘", "'")
        numbered = _NUMBER.sub("#", text)
        return numbered.strip(_EDGES_BUT_NUMBER) or numbered

    @remembered
    def parts(self) -> frozenset[str]:
        """Return the runs of letters and digits of the line as the lexicon writes it."""
        return frozenset(_PART.findall(self.norm))

    @remembered
    def words(self) -> tuple[str, ...]:
        """Return the words of the head."""
        return tuple(WORD.findall(self.head))

    @remembered
    def codes(self) -> int:
        """Return the sum of the numbers of its tokens; see ``tokens``."""
        return sum(map(codes.__getitem__, self.head.split(" ")))

    @remembered
    def count(self) -> int:
        """Return the number of words of the head; in scripts that write no spaces two characters count as one."""
        return (self.codes & HALVES) // 2

    @remembered
    def first_token(self) -> str:
        """Return what stands before the first white space."""
        return next(iter(self.text.split(None, 1)), "")

    @remembered
    def long(self) -> bool:
        """Tell whether the line is longer than any title."""
        return len(self.text) > _HEAD or self.count > _LONG_WORDS * 2

    @remembered
    def stop(self) -> str:
        """Return the final punctuation below closing quotation marks and brackets; empty where there is none."""
        bare = self.text[-40:].rstrip(_CLOSERS)
        return bare[-1] if bare and bare[-1] in _STOPS else ""

    @remembered
    def ended(self) -> bool:
        """Tell whether the line ends as a sentence does."""
        return self.stop != "" and self.stop in _SENTENCE_STOPS

    @remembered
    def prose(self) -> bool:
        """Tell whether the line reads as running text: a sentence of some length, or something too long for a title."""
        return (self.ended and self.count >= _PROSE_WORDS) or self.count > _LONG_WORDS

    @remembered
    def title(self) -> bool:
        """Tell whether the line can be a title: short, and no full stop at its end."""
        return 0 < self.count <= _LONG_WORDS and (not self.stop or self.stop in "?!…")

    @remembered
    def bullet(self) -> bool:
        """Tell whether the line begins with the mark or number of a list item."""
        return bool(_BULLET.match(self.text))

    @remembered
    def says(self) -> bool:
        """Tell whether the line has a common verb of saying."""
        norm = self.norm
        for stem in STEMS:
            if stem in norm:
                return bool(SAYING.search(norm))
        return False

    @remembered
    def reports(self) -> bool:
        """Tell whether the line reports somebody's words: it has quotation marks or a common verb of saying."""
        return bool(self.codes & REPORTING) or (bool(self.codes & DOUBTFUL) and self.says)


_EDGES_BUT_NUMBER = _EDGES.replace("#", "")


class Lines(NamedTuple):
    """The lines of a text that are not blank, in columns: what they say, their bounds, and whether an empty line comes before them."""

    lines: list[Line]
    starts: list[int]
    ends: list[int]
    gaps: list[bool]


class _Known(dict[str, Line]):
    def __missing__(self, text: str) -> Line:
        made = self[text] = Line(text)
        return made


def alike(texts: list[str]) -> list[Line]:
    """Return the lines of texts, one and the same for texts that are alike."""
    return list(map(_Known().__getitem__, texts))


def lines_of(text: str) -> Lines:
    r"""Return the lines that hold more than tabs and spaces; a line ends with LF, CR LF or CR, and with nothing else.

    >>> lines = lines_of("One\r\n\r\n  Two\rThree")
    >>> [line.text for line in lines.lines], lines.starts, lines.gaps
    (['One', 'Two', 'Three'], [0, 9, 13], [False, True, False])
    """
    texts: list[str] = []
    starts: list[int] = []
    gaps: list[bool] = []
    at, blank = 0, False
    for piece in text.replace("\r\n", " \n").replace("\r", "\n").split("\n"):
        bare = piece.strip(BETWEEN_BLOCKS)
        if bare:
            texts.append(bare)
            starts.append(at if bare is piece else at + len(piece) - len(piece.lstrip(BETWEEN_BLOCKS)))
            gaps.append(blank)
            blank = False
        else:
            blank = bool(texts)
        at += len(piece) + 1
    return Lines(alike(texts), starts, list(map(add, starts, map(len, texts))), gaps)
