"""The lines of a text, with what their shape tells: length, final punctuation, capitals, the gap before them."""

import re
from collections.abc import Iterator

import attrs

from kzcorpus.model.integrity import BETWEEN_BLOCKS
from kzcorpus.read.layout.remembered import remembered

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|\n|\r")
_CLOSERS = " \t\u00a0\"'”’»)]}›“‘«‹*_"  # in German “, ‘, « and ‹ close
_STOPS = ".!?…。！？؟।:;,"
_SENTENCE_STOPS = ".!?…。！？؟।"
_WORD = re.compile(r"\w++(?:['’.-]\w++)*+")
_LETTER, _JOINT = b"a", b"'"
_SHAPES = bytes(ord(_LETTER) if chr(i) == "_" or chr(i).isalnum() else ord(_JOINT) if chr(i) in "'.-" else ord(" ") for i in range(256))
_PART = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,:\u00a0 ]\d+)*")
_EDGES = " \t\u00a0\u3000•·*–—-|«»‹›“”\"'‘’[]()<>←→↑↓⇒⇐►▶▸◄■●○□▪◦†‡#~_=+…!,;.\u200b\ufeff✉✎✏☎★☆❤♥🔊📷🎥"
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_BULLET = re.compile(r"[•·▪◦●■□–—*‣⁃∙o-][\s\u00a0]+|\d{1,2}[.)][\s\u00a0]")
_VERBS = ("said", "says", "told", "added", "according to", "asked", "announced", "stressed", "noted", "claimed", "denied", "wrote")
_STEMS = dict.fromkeys((*_VERBS, "деді", "айтты"), "") | {"сообщи": r"\w+", "заяви": r"\w+", "отмети": r"\w+", "сказал": r"\w*"}
_SAYING = re.compile(rf"\b(?:{'|'.join(stem + ending for stem, ending in _STEMS.items())})\b")
_QUOTED = re.compile(r"[“”«»„\"'‘](?:(?<=[“”«»„])|(?=\w)(?:(?<=\")|(?<!\w.)))")  # the mark first, which is quickly found
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
        return tuple(_WORD.findall(self.head))

    @remembered
    def count(self) -> int:
        """Return the number of words of the head; in scripts that write no spaces two characters count as one."""
        head = self.head
        return _count(head) if head.isascii() else len(self.words) + len(_UNSPACED.findall(head)) // 2

    @property
    def long(self) -> bool:
        """Whether the line is longer than any title."""
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

    @property
    def title(self) -> bool:
        """Whether the line can be a title: short, and no full stop at its end."""
        return 0 < self.count <= _LONG_WORDS and (not self.stop or self.stop in "?!…")

    @remembered
    def bullet(self) -> bool:
        """Tell whether the line begins with the mark or number of a list item."""
        return bool(_BULLET.match(self.text))

    @remembered
    def capitals(self) -> bool:
        """Tell whether all its letters are capitals, two at least."""
        letters = [character for character in self.head if character.isalpha()]
        return len(letters) > 1 and all(letter.isupper() for letter in letters)

    @remembered
    def says(self) -> bool:
        """Tell whether the line has a common verb of saying."""
        norm = self.norm
        for stem in _STEMS:
            if stem in norm:
                return bool(_SAYING.search(norm))
        return False

    @remembered
    def reports(self) -> bool:
        """Tell whether the line reports somebody's words: it has quotation marks or a common verb of saying."""
        return bool(_QUOTED.search(self.head)) or self.says


def _count(text: str) -> int:
    """Count what ``_WORD`` finds in ASCII text, without making a string of each: runs of letters, those apart that no joint joins."""
    shape = b" " + text.encode().translate(_SHAPES)
    for _ in range(2):  # twice, since a letter may stand between two joints
        shape = shape.replace(_LETTER + _JOINT + _LETTER, _LETTER * 2)
    return shape.count(b" " + _LETTER) + shape.count(_JOINT + _LETTER)


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
