"""The lines of a text, with what their shape tells: length, final punctuation, the gap before them."""

import re
from operator import add
from typing import NamedTuple

from kzcorpus.model.integrity import BETWEEN_BLOCKS
from kzcorpus.read.layout.remembered import remembered
from kzcorpus.read.layout.tokens import DOUBTFUL, HALVES, REPORTING, SAYING, STEMS, WORD, codes

_CLOSERS = " \t\u00a0\"'”’»)]}›“‘«‹*_"  # in German “, ‘, « and ‹ close
_STOPS = ".!?…。！？؟।:;,"
_SENTENCE_STOPS = ".!?…。！？؟।"
_LETTER, _JOINT = b"a", b"'"
_SHAPES = bytes(ord(_LETTER) if chr(i) == "_" or chr(i).isalnum() else ord(_JOINT) if chr(i) in "'.-" else ord(" ") for i in range(256))
_PART = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,:\u00a0 ]\d+)*")
_EDGES = " \t\u00a0\u3000•·*–—-|«»‹›“”\"'‘’[]()<>←→↑↓⇒⇐►▶▸◄■●○□▪◦†‡#~_=+…!,;.\u200b\ufeff✉✎✏☎★☆❤♥🔊📷🎥"
_BULLET = re.compile(r"[•·▪◦●■□–—*‣⁃∙o-][\s\u00a0]+|\d{1,2}[.)][\s\u00a0]")
_HEAD = 400  # what a longer line begins with tells enough
_PROSE_WORDS = 8
_LONG_WORDS = 20


class Line:
    """What a line says by itself, without tabs and spaces at its ends: one for all lines of a text that are alike.

    ``head`` is the line, or as much of a very long one as is ever looked at. ``count`` is the number of its words; in scripts that write no
    spaces two characters count as one. ``stop`` is the final punctuation below closing quotation marks and brackets, empty where there
    is none, and the line is ``ended`` where a sentence ends so. It is ``long`` where it is longer than any title, ``prose`` where it reads
    as running text: a sentence of some length, or something too long for a title; ``title`` where it can be one: short, without a stop.
    """

    def __init__(self, text: str) -> None:
        # at once, not one by one when asked for: nearly all lines are asked for all of this
        self.text = text
        self.head = head = text if len(text) <= _HEAD else text[:_HEAD]
        self.count = count = _count(head) if head.isascii() else (self.codes & HALVES) // 2
        bare = text[-40:].rstrip(_CLOSERS)
        self.stop = stop = bare[-1] if bare and bare[-1] in _STOPS else ""
        self.ended = ended = stop != "" and stop in _SENTENCE_STOPS
        self.long = len(text) > _HEAD or count > _LONG_WORDS * 2
        self.prose = count > _LONG_WORDS or (ended and count >= _PROSE_WORDS)
        self.title = 0 < count <= _LONG_WORDS and (not stop or stop in "?!…")

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
    def first_token(self) -> str:
        """Return what stands before the first white space."""
        return next(iter(self.text.split(None, 1)), "")

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


def _count(text: str) -> int:
    """Count what ``WORD`` finds in ASCII text, without making a string of each: runs of letters, those apart that no joint joins."""
    shape = b" " + text.encode().translate(_SHAPES)
    for _ in range(2):  # twice, since a letter may stand between two joints
        shape = shape.replace(_LETTER + _JOINT + _LETTER, _LETTER * 2)
    return shape.count(b" " + _LETTER) + shape.count(_JOINT + _LETTER)


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
