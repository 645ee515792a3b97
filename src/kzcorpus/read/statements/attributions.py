"""What "according to X" reports, before it, around it or after it."""

from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.endings import clause_end
from kzcorpus.read.statements.grounds import Content, Ground, Range, closed
from kzcorpus.read.statements.phrases import has_finite_verb, noun_phrase_end
from kzcorpus.read.statements.speakers import Subject

_REACH = 30


def attributed(ground: Ground, cue: Cue) -> Content | None:
    """Return the content of "according to X", which names its speaker itself."""
    if not cue.lemma.startswith(ground.words.lows[cue.head]):
        return _in_words(ground, cue)
    words, lo, hi = ground.words, ground.lo, ground.hi
    end = noun_phrase_end(words, cue.last, hi, loose=True)
    if end == cue.last:
        return None
    stop = end
    while stop < hi and words.tags[stop] not in ",-" and words.quotation[stop] < 0:
        stop += 1
    if words.tags[stop : stop + 3] == ",0,":
        stop += 2  # "according to X, 71, it"
    opens = not words.tags[lo : cue.first].strip('CA"') or words.tags[cue.first - 1] in ":;"
    pieces = _attributed_after(ground, cue, stop) if opens else _attributed_before(ground, cue, stop)
    pieces = tuple(one for one in pieces if one[1] > one[0])
    return Content(pieces, "attribution", subject=Subject(cue.last, end, "subject")) if pieces else None


def _in_words(ground: Ground, cue: Cue) -> Content | None:
    """Return what somebody's words attribute: "In her account, A", "A, in the minister's words, B"."""
    words, lo, hi, after = ground.words, ground.lo, ground.hi, cue.last
    after += words.tags[after : after + 1] == ","
    opens = next(i for i in range(cue.head - 1, -1, -1) if words.lows[i] == cue.lemma)
    owner = next(i for i in range(cue.head - 1, opens, -1) if words.tags[i] in "ds")
    right = (after, clause_end(ground, after, cue)) if after < hi else None
    left = (lo, closed(words, lo, opens)) if words.tags[lo:opens].strip('CA",-') else None
    pieces = tuple(one for one in (left, right) if one is not None and one[1] > one[0])
    whose = Subject(owner, owner + 1, "subject") if words.tags[owner] == "d" else Subject(opens + 1, owner, "subject")
    alone = ground.cues[0] is cue  # what reports before it has its own content
    return Content(pieces, "attribution", subject=whose) if pieces and alone and has_finite_verb(words, lo, hi) else None


def _attributed_after(ground: Ground, cue: Cue, stop: int) -> tuple[Range, ...]:
    """Return what follows "According to X, who ..., "."""
    words, hi = ground.words, ground.hi
    if stop + 1 >= hi:
        return ()
    start = stop + (words.tags[stop] in ",-")
    if words.tags[start] == "W" or (words.tags[start] == "G" and start in ground.starts):  # "who ...,", "citing ...,"
        start = next((i + 1 for i in range(start, min(hi, start + _REACH)) if words.tags[i] == ","), start)
    return ((start, clause_end(ground, start, cue)),)


def _attributed_before(ground: Ground, cue: Cue, stop: int) -> tuple[Range, ...]:
    """Return what stands before ", according to X", and what goes on after it."""
    words, hi, start = ground.words, ground.hi, ground.lo
    last = cue.first - (words.tags[cue.first - 1] in ",-(")
    while start < last and words.tags[start] == "C":
        start += 1
    if last - 1 > ground.lo and words.tags[last - 1] in "wWT" and stop + 2 < hi and words.tags[stop] == ",":
        return ((stop + 1, clause_end(ground, stop + 1, cue)),)
    left = (start, closed(words, start, last))
    resumes = words.tags[cue.first - 1] == "," and stop + 2 < hi and words.tags[stop] == "," and words.tags[stop + 1] in "XVMv"
    framing = words.tags[cue.first - 1] in ",-" and stop + 2 < hi and words.tags[stop] == words.tags[cue.first - 1]
    if framing and not has_finite_verb(words, *left):
        right = (stop + 1, clause_end(ground, stop + 1, cue))
        return (right,) if words.tags[left[0]] in "PA" else (left, right)
    return (left, (stop + 1, clause_end(ground, stop + 1, cue))) if resumes else (left,)
