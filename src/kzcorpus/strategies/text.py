"""Strings as hostile as the model allows: every script, control characters, noncharacters, all line ends, markup; never a surrogate."""

from __future__ import annotations

import string
from functools import lru_cache
from itertools import count

from hypothesis import strategies as st

# fmt: off
AWKWARD = (
    "\x00\x01\x08\t\n\x0b\x0c\r\x1b\x1f \x7f\x80\x85\x9f\xa0\xad<>&\"'\\/=#{}[]“”‘’«»„…"
    "\u0301\u0338\u200b\u200d\u200e\u202a\u202e\u2028\u2029\u2066\u2069\ufe0f\ufeff\ufffc\ufffd\ufffe\uffff\ufdd0\ue000\ud7ff"
    "\U00010000\U0001d11e\U0001f1f0\U0001f600\U0001fffe\U000e0041\U0010ffff"
)
"""Code points that formats, editors and regular expressions treat apart."""

PIECES = (
    " ", "\n", "\r\n", "\n\n", "\r", "\t ", "a", "Astana", "he said.", "Kazakhstan’s", "“Agreed,” she said,", "according to",
    "2022-10-14", "Тоқаев", "Қасым-Жомарт", "Путин", "Ñandú", "e\u0301", "é", "ﬁ", "ß", "İstanbul", "ſ", "Ǆ", "Ωμέγα", "Հայ",
    "ქართ", "עִברית", "العربيّة", "हिन्दी", "বাংলা", "தமிழ்", "ไทย", "မြန်", "汉字", "かな", "한글", "\u1112\u1161\u11ab", "𐐷𝒳",
    "ⵜⴰⵎ", "👩‍👩‍👧", "🇰🇿", "✊🏽", "\ufeff", "\ufffd", "\u2028", "\x85", "\x00", "\u202eabc\u202c", "]]>", "<!--", "-->",
    "<?x?>", "<p>", "</p>", "&amp;", "&#13;", "&x;", "{}", '\\"', "\\u0000", "\\ud800", "null", "NaN", "=1+1", "_2e_",
)
"""Words of many scripts, line ends, and what a careless writer of JSON, XML or CSV trips over."""

AWKWARD_IDS = (
    "a", "A", "a1", "a-1", "a.1", "a1.text", "a1.s1", "a1.m0", "_", "_2e_", "_.2e_", "_edtf", "_block.paragraph", "-", "1",
    "01", "#a", "a b", " a", "a ", "\n", "a\r\nb", "\x00", "é", "e\u0301", "ß", "ss", "Тоқаев", "汉", "\ufeff", "\ufffd",
    "\uffff", "\U0001f600", "\u202e", "$.articles[0]", "a/b", "../a", "urn:x:1", "xml:id", "&lt;", "<a>", '"', "'", "null",
    "true", "person", "id",
)
"""Ids that collide once somebody folds their case, normalizes, trims or escapes them, or that look like a format's own."""

TAGS = (
    "en", "ru", "kk", "kk-Cyrl", "kk-Latn", "kk-Arab", "zh-Hans-CN", "en-GB", "EN-us", "de-1996", "sl-rozaj-biske", "es-419",
    "mul", "und", "x-a",
)
"""Language tags as they are met; letter case is kept, so ``EN-us`` is another value than ``en-US``."""
# fmt: on

_JOINTS = st.sampled_from(("", "", " ", "\n", "\r\n\r\n"))
CHARACTERS = st.characters(codec="utf-8")
"""Every Unicode scalar value."""


@lru_cache
def _pieces(max_size: int) -> st.SearchStrategy[str]:
    return st.one_of(
        st.sampled_from(PIECES),
        st.text(CHARACTERS, max_size=min(max_size, 12)),
        st.text(AWKWARD, max_size=min(max_size, 8)),
        st.sampled_from(PIECES).map(lambda piece: piece * 20),
    )


def _joined(size: int, start: str, joint: str, pieces: list[str]) -> str:
    return (start + joint.join(pieces))[:size]


@lru_cache
def texts(*, min_size: int = 0, max_size: int = 160) -> st.SearchStrategy[str]:
    """Texts of ``min_size`` to ``max_size`` code points, of any Unicode scalar values."""
    start = st.text(CHARACTERS, min_size=min_size, max_size=max(min_size, min(max_size, 8))) if min_size else st.just("")
    return st.builds(_joined, st.just(max_size), start, _JOINTS, st.lists(_pieces(max_size), max_size=8))


@lru_cache
def strings(*, max_size: int = 24) -> st.SearchStrategy[str]:
    """Short strings for the free fields of values (names, notes, titles), often empty or odd."""
    return _pieces(max_size).map(lambda piece: piece[:max_size])


_IDS = st.one_of(
    st.text("abs.-_0123456789", min_size=1, max_size=6),
    st.sampled_from(AWKWARD_IDS),
    st.text(CHARACTERS, min_size=1, max_size=6),
)
_SUBTAGS = st.text(string.ascii_letters + string.digits, min_size=1, max_size=8)
_LANGUAGES = st.one_of(
    st.sampled_from(TAGS),
    st.builds("-".join, st.tuples(st.text(string.ascii_letters, min_size=1, max_size=8), _SUBTAGS, _SUBTAGS)),
)


def ids() -> st.SearchStrategy[str]:
    """Ids: non-empty strings of any Unicode scalar values, and ones that look alike to a careless writer."""
    return _IDS


def fresh(draw: st.DrawFn, taken: set[str]) -> str:
    """Draw an id that is not taken yet, and take it."""
    drawn = draw(_IDS)
    name = drawn if drawn not in taken else next(name for name in (f"{drawn}-{n}" for n in count(2)) if name not in taken)
    taken.add(name)
    return name


def languages() -> st.SearchStrategy[str]:
    """BCP 47 tags: known ones, and any that are well-formed."""
    return _LANGUAGES
