"""Styled words on a terminal: runs of text with a style, wrapped by what is visible, then painted or not."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

RESET = "\x1b[0m"
_WORDS = re.compile(r"\n|[ \t]+|[^ \t\n]+")


class Run(NamedTuple):
    """Some text, made visible before, and its style: parameters of Select Graphic Rendition (ECMA-48, 8.3.117), such as ``("1", "32")``."""

    text: str
    style: tuple[str, ...] = ()


def width(text: str) -> int:
    r"""Return how many columns a text takes: none for combining marks, two for wide characters.

    >>> width("Тоқаев"), width("東京"), width("e\u0301")
    (6, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def pad(text: str, columns: int) -> str:
    """Fill a text with spaces up to so many columns."""
    return text + " " * (columns - width(text))


def clip(text: str, columns: int) -> str:
    """Cut a text to so many columns, with an ellipsis where something is left out.

    >>> clip("Kassym-Jomart Tokayev", 10)
    'Kassym-Jo…'
    """
    if width(text) <= columns:
        return text
    kept = ""
    for char in text:
        if width(kept) + width(char) >= columns:
            break
        kept += char
    return f"{kept}…"


def paint(runs: Iterable[Run], *, colour: bool) -> str:
    """Join the runs, with their styles where colour is wanted."""
    out = []
    for style, group in groupby(runs, key=lambda run: run.style):
        text = "".join(run.text for run in group)
        out.append(f"\x1b[{';'.join(style)}m{text}{RESET}" if colour and style and text else text)
    return "".join(out)


def _words(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield what must stay on one line: a word, across runs, a single space for a stretch of white space, or a newline."""
    word: list[Run] = []
    for run in runs:
        for token in _WORDS.findall(run.text):
            if not token.isspace():
                word.append(Run(token, run.style))
                continue
            if word:
                yield word
                word = []
            yield [Run(token[0].replace("\t", " "), run.style)]
    if word:
        yield word


def wrap(runs: Sequence[Run], columns: int, indent: str = "") -> Iterator[list[Run]]:
    """Break runs into lines of at most so many columns, where no word is longer; lines after the first begin with ``indent``."""
    line: list[Run] = []
    taken, space = 0, Run("")
    for word in _words(runs):
        if word[0].text in (" ", "\n"):
            space = word[0] if space.text != "\n" else space
            continue
        size = sum(width(run.text) for run in word)
        if line and (space.text == "\n" or taken + len(space.text) + size > columns):
            yield line
            line, taken = [Run(indent)], len(indent)
        elif line and space.text:
            line.append(space)
            taken += 1
        line += word
        taken += size
        space = Run("")
    if line:
        yield line
