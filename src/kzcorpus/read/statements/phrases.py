"""A light phrase grammar over word classes: noun phrases to the left and to the right, verb groups, time adverbials.

Every function walks over a bounded number of words from where it starts, so that reading stays linear.
"""

import re

from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_LONGEST_NICKNAME = 5
REACH = 60
"""How many words a phrase may have before the grammar gives up."""
TIMELY = "mA0DP,"
"""The classes of words that a time adverbial may begin with."""
_NOMINAL = frozenset("KU0mOEGvVs'D&$%#/SA")
_CORE = frozenset("KU0sDdEG&$%#vVmA/")
_GOING_ON = frozenset("KU0s&$%#/")
_SIMPLY_CORE = frozenset("KU0s&$%#vmA/")
_PLAINLY_FINITE = re.compile("[VXM]")
_FINITE_AFTER = {"E": "KUSOA0WT", "s": "SW"}
_OPENING = frozenset({",", ";", '"', ""})
_HEADS = frozenset("KU0mODSdvV)EGW")


def bracket_start(words: Words, index: int, lo: int) -> int:
    """Return the index of the opening bracket for the closing one at ``index``, or ``index`` where there is none near."""
    for i in range(index - 1, max(lo, index - REACH) - 1, -1):
        if words.tags[i] in "([":
            return i
    return index


def _core_start(words: Words, index: int, lo: int) -> int:
    """Return where the run of nominal words that ends at ``index`` begins."""
    tags, i, quotation = words.tags, index, words.quotation
    furthest = max(lo, index - REACH + 1)
    while i >= furthest:
        tag = tags[i]
        if tag in _SIMPLY_CORE and quotation[i] < 0:
            i -= 1
            continue
        if tag == ")" and i > lo:
            opened = bracket_start(words, i, lo)
            if opened == i:
                break
            i = opened - 1
            continue
        if tag == '"' or quotation[i] >= 0:
            if quotation[i] < 0 or index - i > 12 or not _small_quotation(words, i):  # noqa: PLR2004
                break
            i -= 1
            continue
        if tag not in _CORE or (tag == "V" and (i in (index, lo) or tags[i + 1] in "DdSU" or tags[i - 1] in "SUK,")):
            break
        if tag in "EG" and i < index and tags[i + 1] in "DdSP":
            break
        if tag in "Dd" and i > lo and tags[i - 1] in "KU0sDdE" and words.lows[i] not in word_set("words", "quantifying"):
            return i
        i -= 1
    return i + 1


def _small_quotation(words: Words, index: int) -> bool:
    quotation = words.shown[words.quotation[index]]
    inner = quotation.inner.of(words.text)
    return inner.count(" ") < _LONGEST_NICKNAME and inner[-1:] not in ",.?!"


def noun_phrase_start(words: Words, index: int, lo: int) -> int:
    """Return where the noun phrase that ends with the word at ``index`` begins; ``index + 1`` where there is none.

    It takes in prepositional phrases ("a spokesman for the ministry") and coordination, never a leading preposition.
    """
    tags, lows = words.tags, words.lows
    if tags[index] in "SO" or (tags[index] == "D" and (index == lo or tags[index - 1] not in "DKU")):
        return index
    start = _core_start(words, index, lo)
    if start > index:
        return start
    while start - 1 > lo and index - start < REACH:
        before = tags[start - 1]
        authored = lows[start - 1] in ("by", "from") and lows[start - 2] in word_set("words", "authored")
        if (before == "P" and (authored or lows[start - 1] in word_set("words", "tight"))) or before == "t":
            if tags[start - 2] not in "KU0mEs":
                break
            further = _core_start(words, start - 2, lo)
        elif before == "C" and lows[start - 1] in ("and", "or") and tags[start - 2] == "S" and tags[start - 3 : start - 2] in _OPENING:
            return start - 2  # ", she and another reporter"
        elif before == "C" and lows[start - 1] in ("and", "or") and tags[start - 2] in "KU":
            further = _core_start(words, start - 2, lo)
            governed = further - 2 >= lo and tags[further - 1] == "P" and tags[further - 2] in "VEvG"
            if governed or (further > lo and tags[further - 1] in "VXEvO"):
                break
        else:
            break
        if further > start - 2:
            break
        start = further
    return _without_lead(words, start, index)


def _without_lead(words: Words, start: int, index: int) -> int:
    """Drop what opens the sentence from the front of a noun phrase: adverbs, a time, the noun of "In an interview Trump"."""
    tags = words.tags
    while start < index and tags[start] in "Am" and words.lows[start] not in word_set("words", "comparing"):
        start += 1
    if start and tags[start - 1] == "P":
        for i in range(start, index):
            if tags[i] in "Km0" and tags[i + 1] in "UDd" and tags[index] in "UK":
                return i + 1
    return start


def _goes_on(words: Words, i: int, index: int, hi: int, *, loose: bool) -> bool:  # noqa: PLR0911 -- one for each class
    """Tell whether a noun phrase that began at ``index`` goes on with the word at ``i``."""
    tags, low, tag = words.tags, words.lows[i], words.tags[i]
    nominal = i > index and tags[i - 1] in "KUs0"
    follows = tags[i + 1] if i + 1 < hi else "."
    if tag in _GOING_ON:
        return True
    if tag in "Dd":
        return not nominal or low in word_set("words", "predetermining")
    if tag in "EGvA":
        return not (i > index and tags[i - 1] in "KU0" and (tag != "v" or follows in "DdSTPt."))
    if tag == "V":
        return i > index and not nominal and tags[i - 1] != "S"
    if i == index:
        return False
    if tag == "P":
        return (loose or low in word_set("words", "joining")) and follows in "KU0DdEG" and low != "on"
    return tag == "C" and low == "and" and follows in "KUDd"


def _bracketed(words: Words, index: int, hi: int) -> int:
    """Return the end of a bracket that belongs to a name, such as "(R-Ala.)"; ``index`` where it holds anything else."""
    closing = next((k for k in range(index, min(hi, index + 8)) if words.tags[k] == ")"), -1)
    return closing + 1 if closing > 0 and not words.tags[index + 1 : closing].strip("U0-.,&+") else index


def noun_phrase_end(words: Words, index: int, hi: int, *, loose: bool = False) -> int:
    """Return the end of the noun phrase that begins at ``index``; ``index`` where none does. ``loose`` takes in every preposition."""
    tags = words.tags
    if index >= hi or tags[index] not in "KU0DdSOmEGvVA'" or (words.quotation[index] >= 0 and not _small_quotation(words, index)):
        return index
    if tags[index] in "SO":
        return index + 1
    i = index
    furthest = min(hi, index + REACH)
    while i < furthest:
        if tags[i] in _GOING_ON:
            i += 1
            continue
        if tags[i] == '"' and words.quotation[i] >= 0 and _small_quotation(words, i):
            further = min(hi, words.index(words.shown[words.quotation[i]].span.end))
        elif tags[i] == "(" and i > index:
            further = _bracketed(words, i, hi)
        else:
            further = i + _goes_on(words, i, index, hi, loose=loose)
        if further == i:
            break
        i = further
    while i > index and tags[i - 1] in "AP":
        i -= 1
    return i


def time_end(words: Words, index: int, hi: int) -> int:
    """Return the end of a time adverbial that begins at ``index`` ("on Friday", "late Monday", "last week"); ``index`` where none does."""
    tags, i, seen = words.tags, index, index
    if index < hi and tags[index] not in TIMELY:
        return index
    while i < hi and i - index < 8:  # noqa: PLR2004
        tag = tags[i]
        if tag == "m" or (tag == "0" and seen == i > index):
            seen = i = i + 1
        elif (
            (tag in "A0D" and not (i == index and words.lows[i] == "the"))
            or (tag == "P" and words.lows[i] in word_set("words", "time"))
            or (words.lows[i] in ("since", "after") and i > index)
        ):
            i += 1
        elif tag == "," and seen == i and i + 1 < hi and tags[i + 1] == "0":
            seen = i = i + 2
        else:
            break
    if seen > index and seen < hi and tags[seen] == "0":
        seen += 1
    return seen


def has_finite_verb(words: Words, start: int, end: int) -> bool:
    """Tell whether a finite verb stands between the two indexes."""
    tags, lows, stop = words.tags, words.lows, min(end, start + REACH)
    if _PLAINLY_FINITE.search(tags, start, stop):
        return True
    for i in range(start, stop):
        tag = tags[i]
        if (tag in "VXMv" and not (tag == "v" and i > start and tags[i - 1] == "t")) or (
            i > start and tags[i - 1] in _FINITE_AFTER.get(tag, "")
        ):
            return True
        if tag == "K" and i > start and tags[i - 1] == "S" and lows[i].endswith("s"):
            return True  # "he owes", whatever verb that is
        if tag == "E" and i > start + 1 and tags[i - 2] == "S" and tags[i - 1] in "NA":
            return True  # "it never received"
    return False


def has_main_verb(words: Words, start: int, end: int) -> bool:
    """Tell whether a finite verb stands between the two indexes that belongs to no clause opened behind the first of them."""
    at = start
    for i in range(start + 1, min(end, start + REACH)):
        if words.tags[i] in "TWB" and words.quotation[i] < 0:
            if has_finite_verb(words, at, i):
                return True
            at = next(
                (k + 1 for k in range(i + 1, end) if words.tags[k] in "VXM" or (words.tags[k] in "Ev" and words.tags[k - 1] in "SKUTW")),
                end,
            )
            while at < end and words.tags[at] in "VXMENAv":
                at += 1
    return at < end and has_finite_verb(words, at, end)
