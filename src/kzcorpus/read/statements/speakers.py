"""Who speaks: the phrase that names the speaker of a cue, and the voice it stands for."""

from functools import cache
from typing import Literal

import attrs

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.phrases import REACH, noun_phrase_end, noun_phrase_start
from kzcorpus.read.vocabulary import verb_forms, word_set
from kzcorpus.read.words import Words

How = Literal["subject", "relative", "inverted", "shared", "possessive", "agent", "passive", "none"]
_NOMINAL = frozenset("KU0ODSm)sdEGvV&%A")
_NAMING = frozenset("UKSW,")  # no adverb or time, if no word that is passed over
_APPOSED = frozenset("DU0Kd")
_COMMAS = 5
_LONGEST_CLAUSE = 14


@attrs.define
class Subject:
    """The words that name a speaker, from ``first`` to ``last`` (not included), and how they stand to the cue; empty for nobody."""

    first: int = 0
    last: int = 0
    how: How = "none"

    def __bool__(self) -> bool:
        return self.last > self.first

    def shared(self) -> "Subject":
        """Return the same words as the subject of another cue beside their own."""
        return Subject(self.first, self.last, "shared")


NOBODY = Subject()


def _comma_before(words: Words, index: int, lo: int) -> int:
    """Return the index of the comma before ``index``, or -1."""
    for i in range(index - 1, max(lo, index - REACH) - 1, -1):
        if words.tags[i] == ",":
            return i
        if words.tags[i] in ";:":
            return -1
    return -1


def _apposed(words: Words, comma: int, lo: int) -> Subject:
    """Return the phrase before a parenthesis that ends with the comma: "Mr X, the minister," and "Mr X, who left,"."""
    opening, last = comma, -1
    for _ in range(_COMMAS):
        opening = _comma_before(words, opening, lo)
        if opening <= lo:
            return NOBODY
        inner = words.tags[opening + 1]
        if last < 0:
            last = comma if inner in _APPOSED else opening
        if words.tags[opening - 1] not in _NOMINAL:
            return NOBODY
        start = noun_phrase_start(words, opening - 1, lo)
        while lo < start - 1 and words.tags[start - 1] == "P" and words.tags[start - 2] in "KU":
            start = noun_phrase_start(words, start - 2, lo)  # "the company behind the scheme, Vale, says"
        adverbial = not words.tags[start:opening].strip("A")
        if start >= opening or adverbial or (start > lo and words.tags[start - 1] == "P"):
            continue
        if start > lo and words.tags[start - 1] == "," and words.tags[start] in "D0" and words.tags[start - 2] == "U":
            last = opening if last == comma else last
            before = noun_phrase_start(words, start - 2, lo)
            if before < start - 1 and not (before > lo and words.tags[before - 1] == "P"):
                return Subject(before, max(last, opening), "subject")
        return Subject(start, _unopened(words, start, last), "subject")
    return NOBODY


def _unopened(words: Words, start: int, last: int) -> int:
    """Return where a phrase ends that a title in quotation marks would break off: at its first comma."""
    return words.tags.find(",", start, last) if words.tags.count('"', start, last) % 2 else last


@cache
def _passed_over() -> frozenset[str]:
    return word_set("words", "emphatic") | word_set("cues", "elsewhere") | word_set("cues", "asides")


def before_adverbials(words: Words, index: int, lo: int) -> int:
    """Return the last word of a subject before adverbs and times: "Mr X himself on Thursday also"."""
    tags, lows = words.tags, words.lows
    i = index
    while i >= lo:
        if tags[i] in _NAMING and lows[i] not in _passed_over():
            break
        if tags[i] == "A" or lows[i] in word_set("words", "emphatic") or lows[i] in word_set("cues", "elsewhere"):
            i -= 1
            continue
        if lows[i] in word_set("cues", "asides") and i > lo and tags[i - 1] == "P":
            i -= 2
            continue
        k = i
        while k >= lo and tags[k] in "mD0A" and i - k < 5:  # noqa: PLR2004
            k -= 1
        if k < i and "m" in tags[k + 1 : i + 1] and k >= lo:
            i = k - 1 if lows[k] in word_set("words", "before_time") else k
            continue
        break
    return i


def subject_before(words: Words, first: int, lo: int) -> Subject:  # noqa: PLR0911 -- one for each kind of word before the verb
    """Return the subject of a verb group that begins at ``first``."""
    tags, i = words.tags, first - 1
    if i >= lo and (tags[i] not in _NAMING or words.lows[i] in _passed_over()):
        i = before_adverbials(words, i, lo)
    if i < lo:
        alone = first - lo in (1, 2) and tags[lo] == "S" and words.lows[lo] in word_set("words", "standing_alone")  # "Both said"
        return Subject(lo, lo + 1, "subject") if alone else NOBODY
    tag = tags[i]
    if (tag == "W" and words.lows[i] in ("who", "which")) or (tag == "T" and i > lo and tags[i - 1] in "KU"):
        return Subject(i, i + 1, "relative")
    if tag == ",":
        return _apposed(words, i, lo)
    if tag == "-":
        for k in range(i - 1, max(lo, i - REACH), -1):
            if tags[k] == "-":
                start = noun_phrase_start(words, k - 1, lo)
                return Subject(start, k, "subject") if start < k else NOBODY
        return NOBODY
    if tag not in _NOMINAL:
        return NOBODY
    start = noun_phrase_start(words, i, lo)
    if start > i or (start == i and (tags[i] == "m" or words.lows[i] in word_set("words", "articles"))):
        return NOBODY  # of "among the first to call it so" the clause knows the subject
    return Subject(_with_clause(words, start, lo), i + 1, "subject")


def _with_clause(words: Words, start: int, lo: int) -> int:
    """Return where a subject begins that holds a relative clause: "people who work with the minister say"."""
    tags, furthest = words.tags, max(lo, start - _LONGEST_CLAUSE)
    if tags.find("W", furthest + 1, start) < 0:
        return start
    for k in range(start - 1, furthest, -1):
        if tags[k] in ',.;:C"-TB':
            break
        if tags[k] == "W":
            head = noun_phrase_start(words, k - 1, lo) if tags[k - 1] in "KU0S" else k
            return head if k + 1 < start and tags[k + 1] in "VXMEvKA" and head < k else start
    return start


def subject_after(words: Words, last: int, hi: int) -> Subject:
    """Return the subject of an inverted cue: "said Mr X, the minister"."""
    tags = words.tags
    end = noun_phrase_end(words, last, hi)
    if end == last:
        return NOBODY
    for _ in range(3):
        if end + 1 < hi and tags[end] == "," and (tags[end + 1] in "D0U" or (tags[end + 1] == "K" and tags[end - 1] == "U")):
            further = noun_phrase_end(words, end + 1, hi)
            if further > end + 1 and (further >= hi or tags[further] in ",.-" or tags[further] in "WBP"):
                end = further
                continue
        break
    return Subject(last, end, "inverted")


def agent(words: Words, last: int, hi: int) -> Subject:
    """Return who does what a passive cue tells: "by X"."""
    for i in range(last, min(hi, last + 12)):
        if words.lows[i] == "by":
            found = subject_after(words, i + 1, hi)
            return attrs.evolve(found, how="agent") if found else NOBODY
        if words.tags[i] in 'TVXMw,;."':
            break
    return NOBODY


@cache
def _supporting() -> frozenset[str]:
    return frozenset(form for lemma in lexicon("cues")["context"]["supporting"].split() for form, _ in verb_forms(lemma))


def bearer(words: Words, subject: Subject, lo: int) -> Subject:
    """Return who issued what says something: the minister in "the minister issued a statement saying"; else the subject itself."""
    if subject.first > lo and words.lows[subject.first - 1] in _supporting():
        return _bearer(words, subject.first - 1, lo) or subject
    return subject


def _bearer(words: Words, index: int, lo: int) -> Subject:
    """Return the subject of "made a claim", "issued a statement": who bears the noun."""
    i = index - 1 if words.tags[index] == "D" else index
    if i < lo or words.lows[i] not in _supporting():
        return NOBODY
    while i > lo and words.tags[i - 1] in "XMNAt":
        i -= 1
    return subject_before(words, i, lo)


def possessor(words: Words, cue: Cue, lo: int) -> Subject:
    """Return whose claim, promise or criticism a noun cue tells of."""
    tags = words.tags
    i = cue.first - 1
    while i >= lo and tags[i] in "KEGA0U" and cue.first - i < 5 and not (tags[i] == "U" and tags[i + 1] == "s"):  # noqa: PLR2004
        i -= 1
    if i < lo:
        return NOBODY
    if tags[cue.first - 1] == "U":
        i = cue.first - 1
    if tags[i] in "DvVEG" or tags[i] == "X":
        return _bearer(words, i, lo)
    if tags[i] == "d":
        return Subject(i, i + 1, "possessive")
    if i == cue.first - 1 and tags[i] == "U":
        return Subject(noun_phrase_start(words, i, lo), i + 1, "possessive")
    if tags[i] == "s":
        start = noun_phrase_start(words, i - 1, lo) if i > lo else i
        return Subject(start, i, "possessive") if start < i else NOBODY
    return NOBODY


def _main_clause(words: Words, lo: int, before: int) -> int:
    """Skip what opens a sentence before its main clause: "Although X left, ", "In Moscow, ", "Speaking there, "."""
    while lo < before and words.tags[lo] in 'CA"':
        lo += 1
    if lo < before and words.tags[lo] in "BPGE":
        comma = next((i for i in range(lo, min(before, lo + REACH)) if words.tags[i] == ","), -1)
        if 0 <= comma < before - 1:
            return comma + 1
    return lo


def clause_subject(words: Words, lo: int, before: int) -> Subject:
    """Return the subject of the main clause of a sentence, as far as it stands before the word ``before``."""
    tags = words.tags
    lo = _main_clause(words, lo, before)
    for i in range(lo, min(before, lo + REACH)):
        said = tags[i] == "K" and i > lo and tags[i - 1] == "S" and words.lows[i].endswith("s")  # "she texts", whatever verb that is
        if said or tags[i] in "VXM" or (tags[i] in "Ev" and i > lo and tags[i - 1] in "KUSA"):
            if words.quotation[i] >= 0:
                continue
            found = subject_before(words, i, lo)
            if found and found.how == "subject":
                return found
    return NOBODY
