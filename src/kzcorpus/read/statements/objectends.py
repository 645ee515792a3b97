"""Where the object of a cue ends, with what belongs to it: "criticized | the council for its delay | on Friday"."""

import re

from kzcorpus.read.statements.chains import occasions
from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.endings import clause_end, comma_inside, is_gerund_subject, next_of, relative_before
from kzcorpus.read.statements.grounds import Ground, closed, quotation_end
from kzcorpus.read.statements.phrases import has_finite_verb, time_end
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_SOON = 12
_LIST = 8
_ENDING = frozenset(",-;BPmC")
_OBJECT_TELLING = _ENDING | frozenset("VXMTWSw")
_NEXT_OF_OBJECT = re.compile(f'[{re.escape("".join(sorted(_OBJECT_TELLING)))}"]')
_INSERTING = frozenset(",m")
_INSERTED = 16


def _occasional(words: Words, index: int, hi: int) -> bool:
    """Tell whether a preposition opens an adverbial of time or occasion: "on Monday", "in an interview"."""
    if words.lows[index] not in word_set("cues", "adverbial_prepositions"):
        return False
    if time_end(words, index, hi) > index:
        return True
    end = min(hi, index + 1 + _LIST)
    noun = next((i for i in range(index + 1, end) if words.tags[i] in "PVXMW,"), end)
    return any(word in occasions() for word in words.lows[index + 1 : noun])


def _listing(words: Words, comma: int, hi: int) -> bool:
    """Tell whether a comma stands in a list: "A, B and C"."""
    for i in range(comma + 1, min(hi, comma + _LIST)):
        if words.tags[i] == "C":
            return i + 1 < hi and words.tags[i + 1] not in "VXMS"
        if words.tags[i] not in "KU0DdsP,EG":
            return False
    return False


def _lists_infinitives(words: Words, comma: int) -> bool:
    """Tell whether a comma stands in a list of what to do: "to lower the debt, reform the tax and build roads"."""
    if words.tags[comma + 1 : comma + 2] != "v":
        return False
    return any(words.tags[i] == "t" and words.tags[i + 1] == "v" for i in range(max(0, comma - _SOON), comma))


def _elaborating(words: Words, comma: int, hi: int) -> bool:
    """Tell whether what follows a comma tells what the object is: "the goals of the reform, in particular, a new court"."""
    first = comma + 1 + (words.tags[comma + 1 : comma + 2] == "P")
    return first < hi and words.lows[first] in word_set("cues", "elaborating")


def _takes_all(words: Words, index: int, start: int, stop: int) -> bool:
    """Tell whether all that follows a comma or a "that" belongs to the object that begins at ``start``."""
    if words.tags[index] == ",":
        return _elaborating(words, index, stop)
    return start < index < stop - 1 and words.tags[index + 1] not in "VXMv"


def _beyond_insertion(words: Words, index: int, stop: int, cue: Cue) -> int:
    """Return where an object goes on behind what is put into it: "her rival, a senator, | for his vote", "him on Monday | over it"."""
    if words.tags[index] == ",":
        closing = next((i for i in range(index + 2, min(stop, index + _INSERTED)) if words.tags[i] in ",-;:"), stop)
        end = closing + 1 if closing < stop and words.tags[closing] == "," and words.tags[index + 1] in "DUKWG0dAE" else index
    else:
        end = time_end(words, index, stop)
    completes = index < end < stop and words.lows[end] in word_set("cues", "completing") and words.tags[end] in "PB"
    if index < end < stop and cue.lemma in word_set("cues", "naming"):
        completes = completes or words.tags[end] in 'Dd"'  # "called the mayor, a farmer, | a fool"
    return end if completes else index


def _completed(words: Words, index: int, stop: int) -> bool:
    """Tell whether an object goes on behind an occasion: "described claims made in the debate | as unfounded"."""
    end = next((i for i in range(index + 1, min(stop, index + _LIST)) if words.tags[i] not in "DdKU0E"), stop)
    return end < stop and words.lows[end] == "as" and words.tags[index - 1] in "VE"


def _ends_at_mark(words: Words, index: int, stop: int) -> bool:
    """Tell whether a mark ends an object: a dash, a comma outside a list, a semicolon before a clause."""
    if words.tags[index] == ";":
        return has_finite_verb(words, index + 1, stop)
    return words.tags[index] == "-" or not (_lists_infinitives(words, index) or _listing(words, index, stop))


def _contrasts(words: Words, index: int) -> bool:
    """Tell whether "but" turns to something else: not in "a small but steady rise", nor in "not the town but the state"."""
    if words.lows[index] not in word_set("cues", "contrasting") or "N" in words.tags[max(0, index - _SOON) : index]:
        return False
    return words.tags[index - 1] == "," or words.tags[index + 1] in "DdSUPN"


def _ends_object(words: Words, index: int, stop: int) -> bool:
    """Tell whether a word ends an object: a comma outside a list, a dash, an adverbial clause or phrase, a further verb."""
    tag, low = words.tags[index], words.lows[index]
    if tag in ",-;":
        return _ends_at_mark(words, index, stop)
    if tag == "B":
        return low in word_set("cues", "object_ends")
    if tag == "P":
        return low in word_set("cues", "object_ends_prepositions") or (
            _occasional(words, index, stop) and not _completed(words, index, stop)
        )
    if tag == "m":
        return index + 1 >= stop and words.tags[index - 1] not in "ADP0" and words.tags[index - 2] != "P"
    if tag != "C" or index + 1 >= stop:
        return False
    further = words.tags[index + 1] in "VXM" or (words.lows[index + 1].endswith("s") and words.tags[index + 1 : index + 3] == "KT")
    return further or _contrasts(words, index)


def _is_put_in(ground: Ground, cue: Cue) -> bool:
    """Tell whether the clause of a cue stands in that of another verb, which may follow: "the plan that he said | would fail"."""
    return is_gerund_subject(ground, cue) or relative_before(ground, cue) >= 0


def object_end(ground: Ground, start: int, cue: Cue) -> int:
    """Return where an object with what belongs to it ends: "the council for its delay"."""
    words = ground.words
    stop, i, clausal = clause_end(ground, start, cue), start, False
    tags, quotation = words.tags, words.quotation
    while i < stop:
        if quotation[i] >= 0:
            i = quotation_end(words, i)
            if i < stop and comma_inside(words, i) and not _listing(words, i, stop):
                break
            continue
        tag = tags[i]
        if tag not in _OBJECT_TELLING:
            i = next_of(_NEXT_OF_OBJECT, words, i, stop)
            continue
        if tag in ",T" and _takes_all(words, i, start, stop):
            return stop
        if i > start and (tag in _INSERTING or (tag == "P" and words.lows[i] in word_set("words", "time"))):
            beyond = _beyond_insertion(words, i, stop, cue)
            if beyond > i:
                i = beyond
                continue
        if i > start:
            if (tag in "VXM" and not clausal and _is_put_in(ground, cue)) or (tag in _ENDING and _ends_object(words, i, stop)):
                break
            clausal = clausal or tag in "WTSw"
        i += 1
    return closed(words, start, min(i, stop))
