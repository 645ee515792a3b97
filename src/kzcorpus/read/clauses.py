"""What was said: where the content of a cue begins, and where it ends."""

from collections.abc import Mapping, Sequence

import attrs

from kzcorpus.read.cues import Cue
from kzcorpus.read.phrases import has_finite_verb, noun_phrase_end, time_end
from kzcorpus.read.speakers import Subject, agent, subject_after
from kzcorpus.read.words import Words

_REACH = 30
_CLAUSAL = frozenset({"that", "bare", "quote", "question"})
_SHORT = 3
_TAGGING = frozenset({"quote"})
_PLANNED = frozenset({"noun", "preposition", "infinitive", "object"})
_UTTERED = frozenset("remarks remark comments comment statement statements words speech interview quotes news".split())
_FOCUSING = frozenset("only even once nearly almost roughly barely hardly just more most less much not early far too".split())
_FLOATING = frozenset("also again later then earlier recently further repeatedly today yesterday tonight however".split())


@attrs.frozen
class Content:
    """What a cue reports: ranges of words in order, the rule that found them, and who is addressed (a range, or None)."""

    pieces: tuple[tuple[int, int], ...]
    rule: str
    addressee: tuple[int, int] | None = None
    subject: Subject | None = None


@attrs.frozen
class Sentence:
    """A sentence of the writer with its cues: the ground that rules walk on. ``lo`` and ``hi`` bound it; ``starts`` tells which cue's clause begins where."""

    words: Words
    lo: int
    hi: int
    cues: Sequence[Cue]
    subjects: Sequence[Subject]
    starts: Mapping[int, int]


def opens_quotation(words: Words, index: int) -> bool:
    """Tell whether a quotation begins at the word."""
    quotation = words.quotation[index]
    return quotation >= 0 and (index == 0 or words.quotation[index - 1] != quotation)


def quotation_end(words: Words, index: int) -> int:
    """Return the index after the last word of the quotation that holds the word."""
    return words.index(words.shown[words.quotation[index]].span.end)


def _size(words: Words, index: int) -> int:
    return words.shown[words.quotation[index]].inner.of(words.text).count(" ") + 1


def _finish(words: Words, start: int, end: int) -> int:
    """Drop what closes the sentence, and a dangling comma or conjunction, from the end of a content."""
    while end > start and words.quotation[end - 1] < 0 and words.tags[end - 1] in ".,;:?!-…C":
        end -= 1
    return end


def _reports(sentence: Sentence, number: int, outer: Cue) -> bool:
    """Tell whether a cue begins a report of its own beside the outer one, rather than inside what is said."""
    cue = sentence.cues[number]
    if cue.frames == _TAGGING and not _quotes_soon(sentence.words, cue.last, sentence.hi):
        return False
    return cue.kind == "verb" and cue.first > outer.head and not cue.passive


def _quotes_soon(words: Words, index: int, hi: int) -> bool:
    """Tell whether a quotation or a colon comes soon, without which "continued" or "began" report nothing."""
    return any(words.quotation[i] >= 0 or words.tags[i] == ":" for i in range(max(0, index - 3), min(hi, index + 12)))


def _new_report(sentence: Sentence, at: int, outer: Cue, begun: int | None = None) -> bool:
    """Tell whether after the comma or conjunction before ``at`` the writer goes on to another report."""
    words = sentence.words
    tags = words.tags
    i = at
    while i < sentence.hi and tags[i] in "AC" and i - at < 4:  # noqa: PLR2004
        i += 1
    if i >= sentence.hi:
        return True
    if words.lows[i : i + 2] == ["according", "to"]:
        return True
    number = sentence.starts.get(i)
    if number is not None and _reports(sentence, number, outer):
        subject = sentence.subjects[number]
        if sentence.cues[number].form == "ing":
            return begun is None or not subject or not begun <= subject.first < at
        return begun is None or tags[begun] not in "PB" or has_finite_verb(words, begun, at)
    if tags[i] == "B":
        number = sentence.starts.get(i + 1)
        return number is not None and _reports(sentence, number, outer) and sentence.subjects[number].how != "relative"
    return False


def content_end(sentence: Sentence, start: int, outer: Cue, *, limit: int | None = None) -> int:
    """Return where the clause that begins at ``start`` ends: at the end of the sentence, or where the writer goes on with something else."""
    words, i = sentence.words, start
    hi = sentence.hi if limit is None else min(limit, sentence.hi)
    depth = 0
    while i < hi:
        if words.quotation[i] >= 0 and opens_quotation(words, i):
            i = min(hi, quotation_end(words, i))
            if i < hi and words.text[words.ends[i - 1] - 1 : words.ends[i - 1]] and _closed_sentence(words, i):
                return i
            if i < hi and (words.tags[i] in "CBGA" or _comma_inside(words, i)) and _new_report(sentence, i, outer):
                return i
            continue
        tag = words.tags[i]
        if tag == "(":
            depth += 1
        elif tag == ")":
            if depth == 0:
                return _finish(words, start, i)
            depth -= 1
        elif tag in ",-" and depth == 0 and i > start:
            if _new_report(sentence, i + 1, outer, start):
                return _finish(words, start, i)
        elif tag == ";" and i > start and depth == 0 and _new_report(sentence, i + 1, outer):
            return _finish(words, start, i)
        elif tag == "C" and i > start and i + 1 < hi and words.lows[i] in ("and", "but") and _coordinate(sentence, i + 1, outer):
            return _finish(words, start, i)
        elif tag == "B" and words.lows[i] in ("while", "although", "though", "but") and i > start and _new_report(sentence, i, outer):
            return _finish(words, start, i)
        i += 1
    return _finish(words, start, hi)


def _comma_inside(words: Words, index: int) -> bool:
    """Tell whether the quotation that ends before the word ends with a comma of the writer's."""
    return words.shown[words.quotation[index - 1]].inner.of(words.text).rstrip().endswith(",")


def _closed_sentence(words: Words, index: int) -> bool:
    """Tell whether the quotation that ends before the word closed a sentence."""
    inner = words.shown[words.quotation[index - 1]].inner.of(words.text).rstrip()
    return inner.endswith((".", "!", "?")) and words.tags[index] not in ",CBP"


def _coordinate(sentence: Sentence, at: int, outer: Cue) -> bool:
    """Tell whether "and" joins a further cue of the same speaker or sentence: "said ... and urged ..."."""
    words, i = sentence.words, at
    while i < sentence.hi and words.tags[i] == "A":
        i += 1
    number = sentence.starts.get(i)
    if number is None or not _reports(sentence, number, outer):
        return False
    cue = sentence.cues[number]
    shared = cue.first == i
    return cue.form == outer.form or (outer.form in ("past", "participle") and cue.form in ("past", "participle")) or not shared


def _decisive(words: Words, start: int, hi: int, cue: Cue) -> int:
    """Return the index of the "that", quotation or colon which begins the content after adverbials or an addressee; -1 for none."""
    tags, lows = words.tags, words.lows
    if start >= hi:
        return -1
    person = "person" in cue.frames or "object" in cue.frames
    entry = tags[start]
    adverbial = entry in "PAmB,t(" or time_end(words, start, hi) > start
    nominal = entry in "KU0DdOS"
    for i in range(start, min(hi, start + _REACH)):
        tag = tags[i]
        if words.quotation[i] >= 0:
            if not opens_quotation(words, i):
                return -1
            small = _size(words, i) <= _SHORT and i > start and tags[i - 1] not in ",:"
            if "quote" not in cue.frames or small or (i > start and nominal and not person):
                return -1
            return i
        if tag == ":":
            return i if "quote" in cue.frames and i + 1 < hi and (not nominal or person or opens_quotation(words, i + 1)) else -1
        if tag == "T":
            ok = "that" in cue.frames and (i == start or adverbial or (nominal and person))
            return i if ok else -1
        if tag in "VXMWvw;." or (tag == "G" and i > start and tags[i - 1] == ","):
            return -1
        if tag == "S" and i > start + 1:
            return -1
        if tag == "B" and lows[i] in ("because", "if", "although", "though", "unless", "until", "than", "whereas"):
            return -1
        if tag == "E" and not (i > start and tags[i - 1] in "KUP"):
            return -1
        if i == start and not (adverbial or (nominal and person)):
            return -1
    return -1


def _addressee(words: Words, cue: Cue, hi: int) -> tuple[int, int] | None:
    """Return the words that name whom the speaker addresses, right after the cue."""
    if not cue.frames & {"person", "object"} or cue.last >= hi or words.tags[cue.last] not in "KUDdO0S":
        return None
    end = noun_phrase_end(words, cue.last, hi)
    return (cue.last, end) if end > cue.last else None


def _is_subject(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether a participle with its own subject is the subject of its sentence: "X asserting Y comes after Z"."""
    return cue.form == "ing" and cue.first - 1 == sentence.lo and sentence.words.tags[sentence.lo] in "UK"


def _noun_end(sentence: Sentence, start: int, cue: Cue) -> int:
    """Return where an object with what belongs to it ends."""
    words = sentence.words
    tags, lows = words.tags, words.lows
    stop = content_end(sentence, start, cue)
    i = start
    clausal = False
    while i < stop:
        if words.quotation[i] >= 0:
            i = quotation_end(words, i)
            if i < stop and _comma_inside(words, i) and not _listing(words, i, stop):
                return i
            continue
        tag = tags[i]
        if i > start:
            if tag == "T" and i + 1 < stop and tags[i + 1] not in "VXMv":
                return stop
            if tag in "VXM" and not clausal and _is_subject(sentence, cue):
                return _finish(words, start, i)
            clausal = clausal or tag in "WTSw"
            if tag == "-" or (tag == "," and not _listing(words, i, stop)):
                return _finish(words, start, i)
            if tag == "B" and lows[i] in ("after", "while", "when", "because", "before", "since", "although", "though", "until", "if"):
                return _finish(words, start, i)
            if tag == "P" and lows[i] in ("during", "after", "via", "amid", "despite") or (tag == "P" and _occasional(words, i, stop)):
                return _finish(words, start, i)
            if tag == "m" and i + 1 >= stop and tags[i - 1] not in "ADP":
                return _finish(words, start, i)
            if tag == "C" and i + 1 < stop and tags[i + 1] in "VXM":
                return _finish(words, start, i)
        i += 1
    return _finish(words, start, min(i, stop))


_OCCASIONS = frozenset(
    "interview statement speech rally twitter facebook tweet letter conference debate email post instagram briefing address".split()
)


def _occasional(words: Words, index: int, hi: int) -> bool:
    """Tell whether a preposition opens an adverbial of time or occasion: "on Monday", "in an interview"."""
    if words.lows[index] not in ("in", "on", "at", "to"):
        return False
    if time_end(words, index, hi) > index:
        return True
    return any(word in _OCCASIONS for word in words.lows[index + 1 : min(hi, index + 5)])


def _listing(words: Words, comma: int, hi: int) -> bool:
    """Tell whether a comma stands in a list: "A, B and C"."""
    for i in range(comma + 1, min(hi, comma + 8)):
        if words.tags[i] == "C":
            return i + 1 < hi and words.tags[i + 1] not in "VXMS"
        if words.tags[i] not in "KU0DdsP,EG":
            return False
    return False


def _right(sentence: Sentence, cue: Cue) -> Content | None:  # noqa: C901, PLR0911, PLR0912 -- a table of frames, in the order in which they are tried
    """Return the content that follows the cue."""
    words, hi, frames = sentence.words, sentence.hi, cue.frames
    tags, lows = words.tags, words.lows
    start = cue.last
    at = _decisive(words, start, hi, cue)
    addressee = _addressee(words, cue, hi)
    if at >= 0:
        spoken_to = addressee if addressee and addressee[1] <= at else None
        if tags[at] == "T":
            return _piece(at + 1, content_end(sentence, at + 1, cue), "that", spoken_to)
        if tags[at] == ":":
            return _piece(at + 1, _finish(words, at + 1, hi), "colon", spoken_to)
        return _piece(at, content_end(sentence, at, cue), "quote", spoken_to)
    skipped = max(start, time_end(words, start, hi))
    while skipped < hi and (lows[skipped] in _FLOATING or (tags[skipped] == "A" and lows[skipped] not in _FOCUSING)):
        skipped += 1
    here = skipped
    if here >= hi:
        return None
    begins = here
    if addressee and "person" in frames and addressee[1] < hi:
        begins = addressee[1]
    for place in {here, begins}:
        if place >= hi:
            continue
        if "question" in frames and (
            tags[place] == "w"
            or (tags[place] == "W" and lows[place] in ("what", "who", "which"))
            or (lows[place] == "if" and cue.lemma in ("ask", "question", "wonder", "inquire"))
        ):
            return _piece(place, content_end(sentence, place, cue), "question", addressee if place == begins else None)
    if "infinitive" in frames and (tags[here] == "t" or tags[here : here + 2] == "Nt") and here + 1 < hi and tags[here + 1] in "vXKAt":
        return _piece(here, content_end(sentence, here, cue), "infinitive")
    if "object" in frames and addressee:
        to = addressee[1]
        if to < hi and tags[to] == "t":
            return _piece(here, content_end(sentence, here, cue), "object", addressee)
    if lows[here] in frames and tags[here] in "Pt" and here + 1 < hi:
        return _piece(here + 1, _noun_end(sentence, here + 1, cue), "preposition")
    if begins != here and begins < hi and lows[begins] in frames and tags[begins] in "P":
        return _piece(begins + 1, _noun_end(sentence, begins + 1, cue), "preposition", addressee)
    nominal = tags[here] in "KU0DdSOEGmvs$'" or (words.quotation[here] >= 0)
    if (
        "bare" in frames
        and (nominal or tags[here] in "TBCWw")
        and not (tags[here] == "B" and lows[here] not in ("if", "while", "although", "because", "unless", "when"))
    ):
        end = content_end(sentence, here, cue)
        if not ("noun" in frames and _is_subject(sentence, cue)) and ("noun" not in frames or has_finite_verb(words, here, end)):
            spoken_to = None
            if "person" in frames and addressee:
                here, spoken_to = addressee[1], addressee
            if end > here and (has_finite_verb(words, here, end) or (cue.lemma == "say" and end - here > _SHORT)):
                return _piece(here, end, "bare", spoken_to)
    if "noun" in frames and nominal:
        whom = _whom(words, here, hi) if "whom" in frames else None
        return _piece(here, _noun_end(sentence, here, cue), "noun", whom)
    if "as" in frames and nominal:
        end = _noun_end(sentence, here, cue)
        return _piece(here, end, "noun") if "as" in lows[here:end] else None
    return None


def _whom(words: Words, start: int, hi: int) -> tuple[int, int] | None:
    """Return who is thanked: the object up to what for."""
    end = noun_phrase_end(words, start, hi)
    end = next((i for i in range(start, end) if words.lows[i] in ("for", "on")), end)
    return (start, end) if end > start else None


def _piece(start: int, end: int, rule: str, addressee: tuple[int, int] | None = None) -> Content | None:
    return Content(((start, end),), rule, addressee) if end > start else None


def _quoted_run(words: Words, end: int, lo: int) -> int:
    """Return where the run of quotations that ends at ``end`` begins."""
    i = end
    while i > lo:
        if words.quotation[i - 1] >= 0 or (words.tags[i - 1] in ",." and i - 2 >= lo and words.quotation[i - 2] >= 0):
            i -= 1
        else:
            break
    return i


def _left(sentence: Sentence, cue: Cue, edge: int) -> tuple[int, int] | None:
    """Return the content that stands before ``edge``, where the cue with its subject begins."""
    words, lo = sentence.words, sentence.lo
    k = edge - 1
    if k > lo and words.lows[k] == "as":
        k -= 1
    if k < lo:
        return None
    if words.quotation[k] >= 0 or (words.tags[k] in ",-" and k > lo and words.quotation[k - 1] >= 0):
        end = k + 1 if words.quotation[k] >= 0 else k
        start = _quoted_run(words, end, lo)
        lead = words.tags[lo:start].strip("CA,")
        number = sum(1 for cue_ in sentence.cues if lo <= cue_.head < start)
        if lead and not number and words.tags[start - 1] not in ".:":
            if lead[0] in "PtBG" and "," not in lead and not has_finite_verb(words, lo, start):
                return None
            start = lo
        return start, end
    if words.tags[k] in ",-" or words.tags[k] in "?!":
        end = k
        start = lo
        for number, other in enumerate(sentence.cues):
            if lo <= other.head < end and other.head < cue.head:
                boundary = _after_boundary(sentence, other, end)
                start = max(start, boundary)
        while start < end and words.tags[start] == "C":
            start += 1
        return (start, _finish(words, start, end)) if end > start else None
    return None


def _after_boundary(sentence: Sentence, other: Cue, end: int) -> int:
    return sentence.lo


def _adverbial(words: Words, start: int, end: int) -> bool:
    """Tell whether nothing but adverbs, times and prepositional phrases stands between."""
    return start >= end or (words.tags[start] in "AmPt" and not has_finite_verb(words, start, end))


def _both(sentence: Sentence, cue: Cue, subject: Subject) -> Content | None:
    """Return content around the cue: ``"A," he said, "B."`` and ``A, he said, B.``."""
    words, hi = sentence.words, sentence.hi
    edge = min(cue.first, subject.first) if subject and subject.how == "subject" else cue.first
    left = _left(sentence, cue, edge)
    if left is None:
        return None
    quoted = words.quotation[left[1] - 1] >= 0
    addressed = _addressee(words, cue, hi)
    after = cue.last
    if subject and subject.how == "inverted":
        after = subject.last
    k = after
    for k in range(after, min(hi, after + _REACH)):
        if words.quotation[k] >= 0 or words.tags[k] in "VXMTWS.;" or (words.tags[k] == "G" and words.tags[k - 1] == ","):
            break
    else:
        k = hi
    if k < hi and opens_quotation(words, k) and words.tags[k - 1] in ",:-BPA…" and (words.tags[k - 1] != "P"):
        begin = k if words.tags[k - 1] != "C" else k
        return Content((left, (begin, content_end(sentence, begin, cue))), "around")
    comma = next((i for i in range(after, min(hi, after + 12)) if words.tags[i] in ",-"), -1)
    if not quoted and subject.how != "inverted" and comma >= 0 and comma + 2 < hi and not _new_report(sentence, comma + 1, cue):
        if _adverbial(words, after, comma) and (
            words.tags[comma + 1] in "SDdUKCTXVMNtP0Ev" or words.lows[comma + 1] in ("because", "especially", "although", "if", "unless")
        ):
            begin = comma + 1
            if not words.tags[left[0] : left[1]].strip("CA"):
                return _piece(begin, content_end(sentence, begin, cue), "around")
            return Content((left, (begin, content_end(sentence, begin, cue))), "around")
    opening = words.tags[left[0]]
    if not quoted and opening in "PBmt" and "," not in words.tags[left[0] : left[1]]:
        return None
    if not quoted and not (
        has_finite_verb(words, left[0], left[1]) and (after >= hi or words.tags[after] in ",.PBAmtO-;:G(T?!" or addressed)
    ):
        return None
    return Content((left,), "left", addressed)


def _inverted(sentence: Sentence, cue: Cue, subject: Subject) -> Subject:
    """Return the subject that follows the cue, where one does: ``"A," said X``."""
    words = sentence.words
    k = cue.first - 1
    if k < sentence.lo or "quote" not in cue.frames or cue.form not in ("past", "s") or cue.last >= sentence.hi:
        return subject
    if words.quotation[k] < 0 and (words.tags[k] not in ",-" or "noun" in cue.frames):
        return subject
    if words.tags[cue.last] not in "KUDd0S" or words.quotation[cue.last] >= 0:
        return subject
    found = subject_after(words, cue.last, sentence.hi)
    if (
        found
        and words.tags[k] in ",-"
        and words.quotation[k - 1] < 0
        and (found.last < sentence.hi and words.tags[found.last] not in ",.-;:WBPG(A!?")
    ):
        return subject
    return found or subject


def content_of(sentence: Sentence, number: int) -> Content | None:
    """Return what the cue with this number in its sentence reports; None where it reports nothing."""
    cue, subject = sentence.cues[number], sentence.subjects[number]
    if cue.kind == "attribution":
        return _attributed(sentence, cue)
    if cue.kind == "noun":
        return _nominal(sentence, cue, subject)
    if cue.passive:
        return _passive(sentence, cue, subject)
    if "quote" in cue.frames and cue.form != "ing":
        turned = _inverted(sentence, cue, subject)
        if turned.how == "inverted":
            found = _both(sentence, cue, turned)
            if found:
                return attrs.evolve(found, subject=turned)
        quoted_before = _quoted_before(sentence, cue, subject)
        if quoted_before:
            found = _both(sentence, cue, subject)
            if found:
                return found
    found = _right(sentence, cue)
    if found:
        return None if found.rule in _PLANNED and _supposed(sentence.words, cue) else found
    if "quote" in cue.frames and cue.form != "ing" and subject.how == "subject":
        return _both(sentence, cue, subject)
    return None


def _supposed(words: Words, cue: Cue) -> bool:
    """Tell whether a cue tells of what will or may be said: a plan, no report."""
    return "M" in words.tags[cue.first : cue.head]


def _quoted_before(sentence: Sentence, cue: Cue, subject: Subject) -> bool:
    words = sentence.words
    edge = min(cue.first, subject.first) if subject and subject.how == "subject" else cue.first
    k = edge - 1
    if k < sentence.lo:
        return False
    if words.quotation[k] < 0:
        return words.tags[k] in ",-" and k > sentence.lo and words.quotation[k - 1] >= 0 and _size(words, k - 1) > _SHORT
    inner = words.shown[words.quotation[k]].inner.of(words.text)
    return inner.rstrip().endswith((",", "?", "!", "—", "-", "…", ".")) or _size(words, k) > _SHORT


def _passive(sentence: Sentence, cue: Cue, subject: Subject) -> Content | None:
    """Return the content of a passive: "it was announced that", "was asked whether", "is described as"."""
    words, hi = sentence.words, sentence.hi
    by = agent(words, cue.last, hi)
    start = by.last if by else cue.last
    who = attrs.evolve(by, how="agent") if by else Subject(0, 0, "passive")
    moved = attrs.evolve(cue, last=start, frames=cue.frames | {"person"} if False else cue.frames)
    if start < hi:
        tag = words.tags[start]
        at = _decisive(words, start, hi, moved)
        if at >= 0 and words.tags[at] == "T":
            found = _piece(at + 1, content_end(sentence, at + 1, cue), "passive")
            return found and attrs.evolve(found, subject=who)
        if cue.frames & {"question", "object", "person"} and (
            tag in "wt" or words.lows[start] in ("if", "about", "on", "for") or (tag == "W" and words.lows[start] == "what")
        ):
            begin = start + 1 if words.lows[start] in ("about",) else start
            found = _piece(begin, content_end(sentence, begin, cue), "passive")
            return found and attrs.evolve(found, subject=who)
    what = cue.first > sentence.lo and words.lows[cue.first - 1] == "what"
    if "noun" in cue.frames and what and start < hi and words.lows[start] == "as":
        return Content(((start + 1, _noun_end(sentence, start + 1, cue)),), "passive", subject=who)
    if ("noun" in cue.frames or "as" in cue.frames) and subject and subject.how in ("subject", "relative"):
        rest = (start, _noun_end(sentence, start, cue)) if start < hi and words.tags[start] in 'PKUDtEB"' else None
        if rest and words.lows[start] in ("as", "of", "for", "to") or (rest and cue.lemma in ("call", "dub", "label", "name")):
            pieces = ((subject.first, subject.last), rest)
        elif by and "noun" in cue.frames and words.lows[subject.last - 1] not in _UTTERED:
            pieces = ((subject.first, subject.last),)
        else:
            return None
        return Content(tuple(p for p in pieces if p and p[1] > p[0]), "passive", subject=who)
    return None


def _clause_start(sentence: Sentence, index: int) -> int:
    """Return where the clause of a word begins."""
    while index > sentence.lo and sentence.words.tags[index - 1] not in "T,;:BW":
        index -= 1
    return index


def _second_verb(words: Words, start: int, end: int) -> int:
    """Return where the main clause goes on after a clause inside its subject: "the claim that he lied | is false"."""
    seen = False
    for i in range(start, end):
        if words.tags[i] in "VXM" or (words.tags[i] == "E" and words.tags[i - 1] in "KUS"):
            if seen and words.tags[i] in "VXM" and words.tags[i - 1] in "KU0)EVv":
                return i
            seen = True
    return end


def _nominal(sentence: Sentence, cue: Cue, subject: Subject) -> Content | None:
    words, hi = sentence.words, sentence.hi
    start = cue.last
    if words.tags[start] == "T":
        if start + 1 < hi and words.tags[start + 1] in "VXMENv":
            return None
        end = content_end(sentence, start + 1, cue)
        for i in range(start + 1, end):
            if words.tags[i] == ",":
                end = _finish(words, start + 1, i)
                break
        if not any(words.tags[i] in "VXM" for i in range(_clause_start(sentence, cue.first), cue.first)):
            end = _second_verb(words, start + 1, end)
        return _piece(start + 1, end, "noun-that")
    if words.tags[start] == "t":
        if start + 1 < hi and words.tags[start + 1] in "vXA":
            return _piece(start, _noun_end(sentence, start, cue), "noun-to")
        return None
    if start + 1 >= hi:
        return None
    end = noun_phrase_end(words, start + 1, hi, loose=True)
    by = agent(words, end, hi)
    if not by and not subject:
        return None
    found = _piece(start + 1, end, "noun-of")
    return attrs.evolve(found, subject=by) if found and by else found


def _attributed(sentence: Sentence, cue: Cue) -> Content | None:
    """Return the content of "according to X"."""
    words, lo, hi = sentence.words, sentence.lo, sentence.hi
    tags = words.tags
    end = noun_phrase_end(words, cue.last, hi, loose=True)
    if end == cue.last:
        return None
    who = Subject(cue.last, end, "subject")
    stop = end
    while stop < hi and tags[stop] not in ",-" and words.quotation[stop] < 0:
        stop += 1
    begins = tags[lo : cue.first].strip('CA"') == ""
    if begins:
        if stop + 1 >= hi:
            return None
        start = stop + 1 if tags[stop] in ",-" else stop
        if tags[start] == "W":
            further = next((i for i in range(start, min(hi, start + 30)) if tags[i] == ","), -1)
            start = further + 1 if further > 0 else start
        end = content_end(sentence, start, cue)
        return Content(((start, end),), "attribution", subject=who) if end > start else None
    left_end = cue.first - 1 if tags[cue.first - 1] in ",-(" else cue.first
    start = lo
    pieces = []
    while start < left_end and tags[start] == "C":
        start += 1
    left_end = _finish(words, start, left_end)
    if left_end > start:
        pieces.append((start, left_end))
    if tags[cue.first - 1] in "," and stop + 2 < hi and tags[stop] == "," and tags[stop + 1] in "XVMv":
        right = content_end(sentence, stop + 1, cue)
        if right > stop + 1:
            pieces.append((stop + 1, right))
    return Content(tuple(pieces), "attribution", subject=who) if pieces else None
