"""The lines of a text, with what their shape tells: length, final punctuation, capitals, the gap before them."""

import re
from collections.abc import Iterator
from functools import cached_property

import attrs

from kzcorpus.model.integrity import BETWEEN_BLOCKS

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|\n|\r")
_CLOSERS = " \t\u00a0\"'”’»)]}›“‘«‹*_"  # in German “, ‘, « and ‹ close
_STOPS = ".!?…。！？؟।:;,"
_SENTENCE_STOPS = ".!?…。！？؟।"
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_NUMBER = re.compile(r"\d+(?:[.,:\u00a0 ]\d+)*")
_SPACE = re.compile(r"[\s\u200b\ufeff]+")
_EDGES = " \t\u00a0\u3000•·*–—-|«»‹›“”\"'‘’[]()<>←→↑↓⇒⇐►▶▸◄■●○□▪◦†‡#~_=+…!,;.\u200b\ufeff✉✎✏☎★☆❤♥🔊📷🎥"
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_BULLET = re.compile(r"[•·▪◦●■□–—*‣⁃∙o-][\s\u00a0]+|\d{1,2}[.)][\s\u00a0]")
_HEAD = 400  # what a longer line begins with tells enough
_PROSE_WORDS = 8
_LONG_WORDS = 20


@attrs.frozen(slots=False)
class Line:
    """A line that is not blank: its span without tabs and spaces at its ends, and whether an empty line comes before it."""

    text: str
    start: int
    end: int
    gap: bool

    @cached_property
    def head(self) -> str:
        """The line, or as much of a very long one as is ever looked at."""
        return self.text if len(self.text) <= _HEAD else self.text[:_HEAD]

    @cached_property
    def norm(self) -> str:
        """The line as the lexicon writes it: lower case, # for numbers, straight apostrophes, no marks at its ends."""
        text = _SPACE.sub(" ", self.head.casefold()).replace("’", "'").replace("‘", "'")
        return _NUMBER.sub("#", text).strip(_EDGES_BUT_NUMBER) or _NUMBER.sub("#", text).strip()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the head."""
        return tuple(_WORD.findall(self.head))

    @cached_property
    def count(self) -> int:
        """The number of words of the head; in scripts that write no spaces two characters count as one."""
        unspaced = 0 if self.head.isascii() else len(_UNSPACED.findall(self.head))
        return len(self.words) + unspaced // 2

    @property
    def long(self) -> bool:
        """Whether the line is longer than any title."""
        return len(self.text) > _HEAD or self.count > _LONG_WORDS * 2

    @cached_property
    def stop(self) -> str:
        """The final punctuation below closing quotation marks and brackets; empty where there is none."""
        bare = self.text[-40:].rstrip(_CLOSERS)
        return bare[-1] if bare and bare[-1] in _STOPS else ""

    @property
    def ended(self) -> bool:
        """Whether the line ends as a sentence does."""
        return self.stop != "" and self.stop in _SENTENCE_STOPS

    @property
    def prose(self) -> bool:
        """Whether the line reads as running text: a sentence of some length, or something too long for a title."""
        return (self.ended and self.count >= _PROSE_WORDS) or self.count > _LONG_WORDS

    @property
    def title(self) -> bool:
        """Whether the line can be a title: short, and no full stop at its end."""
        return 0 < self.count <= _LONG_WORDS and (not self.stop or self.stop in "?!…")

    @cached_property
    def bullet(self) -> bool:
        """Whether the line begins with the mark or number of a list item."""
        return bool(_BULLET.match(self.text))

    @cached_property
    def capitals(self) -> bool:
        """Whether all its letters are capitals, two at least."""
        letters = [character for character in self.head if character.isalpha()]
        return len(letters) > 1 and all(letter.isupper() for letter in letters)


_EDGES_BUT_NUMBER = _EDGES.replace("#", "")


def lines_of(text: str) -> tuple[Line, ...]:
    r"""Return the lines that hold more than tabs and spaces; a line ends with LF, CR LF or CR, and with nothing else.

    >>> [(line.text, line.gap) for line in lines_of("One\r\n\r\n  Two\rThree")]
    [('One', False), ('Two', True), ('Three', False)]
    """
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    end = 0
    for found in _LINE.finditer(text):
        piece = found[0]
        bare = piece.strip(BETWEEN_BLOCKS)
        if not bare:
            continue
        start = found.start() + len(piece) - len(piece.lstrip(BETWEEN_BLOCKS))
        yield Line(bare, start, start + len(bare), gap=end > 0 and len(_BREAK.findall(text, end, start)) > 1)
        end = start + len(bare)
