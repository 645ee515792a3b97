"""Content before a cue and around it: ``"A," he said, "B"`` and ``A, he said, B``."""

from kzcorpus.read.statements.beginnings import addressee
from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.endings import clause_end, goes_on
from kzcorpus.read.statements.grounds import Content, Ground, Range, closed, opens_quotation, piece, quoted
from kzcorpus.read.statements.phrases import has_finite_verb, time_end
from kzcorpus.read.statements.speakers import Subject
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_REACH = 30
_NEAR = 12
_LONG_ENOUGH = 5


def edge_of(cue: Cue, subject: Subject) -> int:
    """Return where the cue with a subject before it begins."""
    return subject.first if subject.how == "subject" and subject.first < cue.first else cue.first


def quoted_run(words: Words, end: int, lo: int) -> int:
    """Return where the run of quotations that ends at ``end`` begins."""
    i, quotation, tags = end, words.quotation, words.tags
    while i > lo:
        if quotation[i - 1] >= 0:
            i = max(lo, words.index(words.shown[quotation[i - 1]].span.start))
        elif tags[i - 1] in ",." and i - 2 >= lo and quotation[i - 2] >= 0:
            i -= 1
        else:
            break
    return i


def _speech_before(ground: Ground, end: int) -> Range | None:
    """Return the quotations that end at ``end``, with the words of the sentence that lead up to them."""
    words, lo = ground.words, ground.lo
    start = quoted_run(words, end, lo)
    lead = words.tags[lo:start].strip("CA,")
    if not lead or words.tags[start - 1] in ".:":
        return start, end
    if any(lo <= cue.head < start for cue in ground.cues):
        part = words.tags[start - 1] not in ",;" and words.tags[lo] not in "BEG" and quoted(words, start)[:1].islower()
        return (lo, end) if part else (start, end)  # ``He wrote that it was "a disgrace", the paper reported``
    if lead[0] in "PtBG" and "," not in words.tags[lo:start] and not has_finite_verb(words, lo, start):
        return None
    return lo, end


def _joins(words: Words, index: int) -> bool:
    """Tell whether "and", with or without a comma after it, stands before a word."""
    return words.tags[max(0, index - 2) : index].rstrip(",").endswith("C")


def content_before(ground: Ground, edge: int) -> Range | None:
    """Return the content that stands before ``edge``, where the cue with its subject begins."""
    words, last = ground.words, edge - 1
    if last > ground.lo and words.lows[last] == "as":
        if _joins(words, last):
            return None
        last -= 1
    if last < ground.lo:
        return None
    if words.quotation[last] >= 0:
        return _speech_before(ground, last + 1)
    if words.tags[last] not in ",-?!":
        return None
    if words.tags[last] in ",-" and last > ground.lo and words.quotation[last - 1] >= 0:
        return _speech_before(ground, last)
    start = _clause_start(ground, last)
    while start < last and words.tags[start] == "C":
        start += 1
    end = closed(words, start, last)
    return (start, end) if end > start else None


def _clause_start(ground: Ground, last: int) -> int:
    """Return where the clause begins that ends at ``last``: behind a semicolon, where another report stands before it."""
    semicolon = ground.words.tags.rfind(";", ground.lo, last)
    apart = semicolon >= 0 and ground.words.quotation[semicolon] < 0 and ground.words.tags[semicolon + 1] != "C"
    apart = apart and any(cue.head < semicolon for cue in ground.cues)
    return semicolon + 1 if apart else ground.lo


def before_colon(ground: Ground, edge: int) -> Range | None:
    """Return the clause before a report that goes on behind a colon: "A, he said: B"; what only leads up to the report is none."""
    words = ground.words
    left = content_before(ground, edge) if edge - 1 > ground.lo and words.tags[edge - 1] == "," else None
    if left is None or words.tags[left[0]] in "BG" or any(left[0] <= cue.head < left[1] for cue in ground.cues):
        return None
    return left if has_finite_verb(words, *left) else None


def _speech_after(ground: Ground, after: int) -> int:
    """Return where a quotation goes on after the cue, with nothing but adverbials between; -1 for none."""
    words = ground.words
    inserted = False
    for i in range(after, min(ground.hi, after + _REACH)):
        inserted = words.tags[i] == "W" or (inserted and words.tags[i] != ",")
        if inserted and words.quotation[i] < 0 and words.tags[i] not in ".;":
            continue  # "said X, who left,"
        if words.quotation[i] >= 0:
            return i if opens_quotation(words, i) and i > ground.lo and words.tags[i - 1] in ",:-BA…" else -1
        if words.tags[i] in "VXMTWS.;" or (words.tags[i] == "G" and words.tags[i - 1] == ","):
            return -1
    return -1


def resumes(ground: Ground, cue: Cue, after: int) -> int:
    """Return where a sentence goes on after ``, he said,``; -1 where it does not."""
    words, hi = ground.words, ground.hi
    comma = next((i for i in range(after, min(hi, after + _NEAR)) if words.tags[i] in ",-"), -1)
    if comma < 0 or comma + 2 >= hi or goes_on(ground, comma + 1, cue):
        return -1
    if after < comma and (words.tags[after] not in "AmPt" or has_finite_verb(words, after, comma)):
        return -1
    fits = words.tags[comma + 1] in "SDdUKCTXVMNtP0Ev" or words.lows[comma + 1] in word_set("cues", "resuming")
    return comma + 1 if fits else -1


def content_around(ground: Ground, cue: Cue, subject: Subject) -> Content | None:
    """Return content before the cue, and what goes on after it: ``"A," he said, "B"`` and ``A, he said, B``."""
    words = ground.words
    left = content_before(ground, edge_of(cue, subject))
    if left is None:
        return _after_lead(ground, cue, edge_of(cue, subject))
    after = subject.last if subject.how == "inverted" else cue.last
    more = _speech_after(ground, after)
    if more >= 0:
        return Content((left, (more, clause_end(ground, more, cue))), "around")
    if after + 2 < ground.hi and words.tags[after] in ":;" and (words.quotation[left[1] - 1] >= 0 or has_finite_verb(words, *left)):
        return Content((left, (after + 1, closed(words, after + 1, ground.hi))), "around")  # A, he said: B
    if words.quotation[left[1] - 1] < 0:
        return _plain_around(ground, cue, subject, left)
    more = resumes(ground, cue, after) if subject.how != "inverted" else -1
    if more >= 0 and words.tags[more] in "Tt":
        begin = more + (words.tags[more] == "T")
        return Content((left, (begin, clause_end(ground, begin, cue))), "around")  # "A," he said, that B
    return Content((left,), "left", addressee(words, cue, ground.hi))


def _after_lead(ground: Ground, cue: Cue, edge: int) -> Content | None:
    """Return what follows a sentence's opening "As X said," or "But, X said,"."""
    words = ground.words
    opens = edge > ground.lo and (words.lows[edge - 1] == "as" or words.tags[edge - 1] == ",")
    joined = words.lows[edge - 1] == "as" and _joins(words, edge - 1)  # "It was late and, as he noted, it rained"
    opens = opens and (joined or not words.tags[ground.lo : edge - 1].strip("CA("))
    start = resumes(ground, cue, cue.last) if opens else -1
    if opens and start < 0 and words.lows[edge - 1] == "as":
        start = _beyond_tag(ground, cue.last)
    return piece(start, clause_end(ground, start, cue), "around") if start >= 0 else None


def _is_unfinished(words: Words, left: Range) -> bool:
    """Tell whether a sentence cannot end where a report is put in: "In particular, he said, ...", "While it rains, he said, ..."."""
    return not has_finite_verb(words, *left) or (words.tags[left[0]] == "B" and not _is_whole(words, left))


def _is_whole(words: Words, left: Range) -> bool:
    """Tell whether what a preposition or a subordinator opens goes on to a main clause: "After he took it he made changes"."""
    tags = words.tags
    first = next((i for i in range(left[0], left[1]) if tags[i] in "VXM"), left[1])
    if tags[left[0]] != "B":
        return first < left[1]
    return any(tags[i] in "VXM" and tags[i - 1] not in "VXMNAWT" for i in range(first + 1, left[1]))


def _beyond_tag(ground: Ground, after: int) -> int:
    """Return where a sentence goes on after the comma that closes a report put in, whatever follows; -1 where nothing does."""
    words, hi = ground.words, ground.hi
    at = max(after, time_end(words, after, hi))
    return at + 1 if at + 2 < hi and words.tags[at] in ",-" and words.tags[at + 1] not in ",-" else -1


def _beyond_name(ground: Ground, cue: Cue, after: int, left: Range) -> int:
    """Return where a sentence goes on behind the speaker: "The plan, said X of Y, | would fail", "A, said X, | and B"; -1 for none."""
    words, hi = ground.words, ground.hi
    comma = next((i for i in range(after, min(hi, after + _NEAR)) if words.tags[i] not in "PDKU0'&"), hi)
    if comma + 2 >= hi or words.tags[comma] != ",":
        return -1
    whole = has_finite_verb(words, *left)
    joined = whole and words.tags[comma + 1] == "C" and not goes_on(ground, comma + 1, cue) and has_finite_verb(words, comma + 2, hi)
    return comma + 1 if joined or (not whole and words.tags[comma + 1] in "XVM") else -1


def _plain_around(ground: Ground, cue: Cue, subject: Subject, left: Range) -> Content | None:
    """Return content without quotation marks before the cue, or around it."""
    words, hi = ground.words, ground.hi
    after = subject.last if subject.how == "inverted" else cue.last
    spoken_to = addressee(words, cue, hi)
    told = spoken_to[1] if spoken_to and subject.how != "inverted" else after
    more = resumes(ground, cue, told) if subject.how != "inverted" else _beyond_name(ground, cue, after, left)
    if more < 0 and subject.how != "inverted" and _is_unfinished(words, left):
        more = _beyond_tag(ground, after)
    if more >= 0:
        right = (more, clause_end(ground, more, cue))
        trivial = not words.tags[slice(*left)].strip("CA")
        return piece(*right, "around") if trivial else Content((left, right), "around")
    closing = after >= hi or words.tags[after] in ".;!?"
    if words.tags[left[0]] in "PBmt" and "," not in words.tags[slice(*left)] and not (closing and _is_whole(words, left)):
        return None
    ends = after >= hi or words.tags[after] in ",.PBAmtO-;:G(TW?!" or spoken_to is not None
    long = closing and left[1] - left[0] > _LONG_ENOUGH  # for a verb that no lexicon holds
    return Content((left,), "left", spoken_to) if ends and (long or has_finite_verb(words, *left)) else None
