"""Letters that were read in the wrong encoding: what they look like, where they stand, and what they probably were."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kzcorpus.analysis.catalogue import found
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Finding

_MARKS = frozenset("“”‘’«»‹›„‚–—…•°²³ªº©®™·\u00a0")
_LETTERS = 4  # a word of so many letters beyond ASCII, and no other, is no word of a Latin alphabet
_SHOWN = 3


@cache
def _table(codec: str) -> dict[int, str]:
    """Return the character that each byte above 127 becomes; what the codec leaves out is read as a control character."""
    return {byte: bytes([byte]).decode(codec, "replace").replace("\ufffd", chr(byte)) for byte in range(0x80, 0x100)}


@cache
def _bytes(codec: str) -> dict[str, int]:
    return {character: byte for byte, character in _table(codec).items()}


def _class(codec: str, first: int, last: int) -> str:
    characters = {_table(codec)[byte] for byte in range(first, last + 1)} | {
        chr(byte) for byte in range(first, last + 1) if codec == "cp1252"
    }
    return "[" + "".join(map(re.escape, sorted(characters))) + "]"


@cache
def _utf8_as(codec: str) -> re.Pattern[str]:
    """Return a pattern of runs of characters whose bytes in a codec of one byte are UTF-8 sequences."""
    more = _class(codec, 0x80, 0xBF)
    leads = (_class(codec, 0xC2, 0xDF) + more, _class(codec, 0xE0, 0xEF) + more + "{2}", _class(codec, 0xF0, 0xF4) + more + "{3}")
    return re.compile("(?:" + "|".join(leads) + ")+")


def _undone(text: str, codec: str) -> str | None:
    """Return what stood there if the text is UTF-8 that was read as another codec; None where it cannot be."""
    known = _bytes(codec)
    raw = [known.get(character, ord(character)) for character in text]
    try:
        return bytes(raw).decode("utf-8") if max(raw) < 0x100 else None  # noqa: PLR2004 -- a byte
    except UnicodeDecodeError:
        return None


def _western(run: str, before: str) -> bool:
    """Tell whether a run of Western letters and signs is none: “CAFÉ” ends with É and a mark, and is sound."""
    if len(run) > 3:  # noqa: PLR2004 -- two sequences or more
        return True
    return run[0] in "ÂÃâ" or not (before.isalpha() or before == "") or not _MARKS.issuperset(run[1:])


_CYRILLIC_RUN = 6
_LATIN_WORD = re.compile("(?<!\\w)[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{4,}(?!\\w)")
_MIXED_WORD = re.compile("(?<![\\w-])(?=[^\\W\\d_]{3})[^\\W\\d_]*(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])[^\\W\\d_]*(?![\\w-])")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ENTITY = re.compile(
    r"&(?:amp;)?(?:#x?[0-9A-Fa-f]{2,6}|nbsp|quot|amp|apos|lt|gt|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip|laquo|raquo|euro);"
)
_QUESTION = re.compile(r"(?<![\w/=?&.-])[A-Za-z]{2,20}\?(?:s|t|re|ve|ll|d|m)(?![\w=?/&-])")
_QUESTIONED = re.compile(r"[^\W\d_]\?[a-z]")


def _utf8(text: str) -> Iterator[tuple[Span, str]]:
    for match in _utf8_as("cp1252").finditer(text):
        original = _undone(match[0], "cp1252")
        if original and _western(match[0], text[match.start() - 1 : match.start()]):
            yield Span(*match.span()), original
    for match in _utf8_as("cp1251").finditer(text):
        original = _undone(match[0], "cp1251") if len(match[0]) >= _CYRILLIC_RUN or match[0].startswith("вЂ") else None
        if original:
            yield Span(*match.span()), original


def _single_bytes(text: str) -> Iterator[tuple[Span, str]]:
    """Yield words of Cyrillic read as Western letters ("Ïðåçèäåíò"), and of Western letters read as Cyrillic ("Mьnchen")."""
    for match in _LATIN_WORD.finditer(text):
        yield Span(*match.span()), match[0].encode("latin-1").decode("cp1251", "replace")
    for match in _MIXED_WORD.finditer(text):
        foreign = _CYRILLIC.findall(match[0])
        if len(foreign) * 2 < len(match[0]):
            yield Span(*match.span()), match[0].encode("cp1251", "replace").decode("cp1252", "replace")


def _undecoded(text: str) -> Iterator[tuple[Span, str]]:
    """Yield character references that nobody resolved, and question marks in the place of apostrophes."""
    if "&" in text:
        for match in _ENTITY.finditer(text):
            yield Span(*match.span()), "a character reference"
    if _QUESTIONED.search(text):
        for match in _QUESTION.finditer(text):
            yield Span(*match.span()), match[0].replace("?", "’")


_KINDS: tuple[Callable[[str], Iterator[tuple[Span, str]]], ...] = (_utf8, _single_bytes, _undecoded)


def mojibake(article: Article) -> Iterator[Finding]:
    """Find what was read in the wrong encoding or never decoded: one finding with every place, and what the first probably were."""
    text = article.text
    if text.isascii() and "&" not in text and "?" not in text:
        return
    places: list[tuple[Span, str]] = []
    for kind in _KINDS:
        places += [(span, original) for span, original in kind(text)]
    places.sort()
    apart: list[tuple[Span, str]] = []
    for span, original in places:
        if not apart or apart[-1][0].end <= span.start:
            apart.append((span, original))
    if apart:
        shown = ", ".join(f"{span.of(text)[:40]!r} for {original[:40]!r}" for span, original in apart[:_SHOWN])
        message = f"characters read in the wrong encoding: {shown}"
        hint = "compare the bytes of the source, and read them with their encoding"
        yield found("mojibake", message, article=article.id, spans=[span for span, _ in apart], hint=hint)
