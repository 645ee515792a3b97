"""What follows a cue: where the content begins, frame by frame, and who is addressed before it."""

import re
from collections.abc import Callable
from functools import cache

from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.endings import clause_end, infinitive_end, is_gerund_subject, relative_before
from kzcorpus.read.statements.grounds import SHORT, Content, Ground, Range, closed, is_short, opens_quotation, piece
from kzcorpus.read.statements.objectends import object_end
from kzcorpus.read.statements.objects import figure, is_study, nominal_object
from kzcorpus.read.statements.phrases import TIMELY, has_finite_verb, has_main_verb, noun_phrase_end, time_end
from kzcorpus.read.statements.places import Place
from kzcorpus.read.vocabulary import word_set
from kzcorpus.read.words import Words

_REACH = 30
_RELATIVE = frozenset("VXM")
_THAT_AFTER = re.compile("[,-]T")
_NOMINAL = "KU0DdOS"
_PREDICATIVE = frozenset("VXMEvANs")
_BARRING = "VXMWvw;.G,tESB"
_PLAIN_FRAMES = frozenset({"that", "quote", "bare", "noun", "question", "object", "infinitive", "person", "figure"})  # others: prepositions


def _addresses(cue: Cue) -> bool:
    return "person" in cue.frames or "object" in cue.frames


def addressee(words: Words, cue: Cue, hi: int) -> Range | None:
    """Return the words that name whom the speaker addresses, right after the cue."""
    tags, first = words.tags, cue.last
    if first >= hi or not _addresses(cue):
        return None
    if tags[first] not in _NOMINAL and not (tags[first] in "GE" and tags[first + 1 : first + 2] in ("K", "U")):
        return None
    end = noun_phrase_end(words, first, hi)
    if "P" in tags[first + 1 : end]:
        end = next((i for i in range(first + 1, end) if tags[i] == "P" and words.lows[i] in cue.frames), end)
    return (first, end) if end > first else None


def _barred(words: Words, index: int, start: int) -> bool:
    """Tell whether no content can begin beyond a word of a class of ``_BARRING``: a verb, a subject, a clause of its own."""
    tag = words.tags[index]
    if tag in "VXMWvw;.":
        return True
    if tag == "G":
        return index > start and words.tags[index - 1] == ","
    if tag == ",":
        return words.tags[index + 1 : index + 2] == "D"
    if tag == "t":
        return words.tags[index + 1 : index + 2] == "v"
    if tag == "E":
        return not (index > start and words.tags[index - 1] in "KUP")
    return (tag == "S" and index > start + 1) or (tag == "B" and words.lows[index] in word_set("cues", "blocking"))


def _topical(cue: Cue) -> frozenset[str]:
    """Return the prepositions by which a cue takes what it is about."""
    return cue.frames & word_set("cues", "topical")


def _begins(words: Words, index: int, start: int, hi: int, cue: Cue) -> bool:
    """Tell whether the quotation, colon or "that" at a word begins what the cue reports."""
    if words.quotation[index] >= 0:
        scare = is_short(words, index) and index > start and words.tags[index - 1] not in ",:"
        return opens_quotation(words, index) and "quote" in cue.frames and not scare
    if words.tags[index] == ":":
        return "quote" in cue.frames and index + 1 < hi and words.ends[index] < words.starts[index + 1]
    if "that" not in cue.frames or (words.lows[start] in _topical(cue) and words.tags[index - 1] == "K"):
        return False  # "commented on reports that"
    return index == start or words.tags[index + 1 : index + 2] not in _RELATIVE


def opening(words: Words, start: int, hi: int, cue: Cue) -> int:
    """Return the index of the "that", quotation or colon that begins the content after adverbials or an addressee; -1 for none."""
    if start >= hi or (words.tags[start : start + 2] == "tK" and "infinitive" in cue.frames and not words.lows[start + 1].endswith("s")):
        return -1
    tags, quotation = words.tags, words.quotation
    if quotation[start] >= 0 or tags[start] in ":T":
        return start if _begins(words, start, start, hi, cue) else -1
    if tags[start] not in "PAmB,t(-" and not (tags[start] in _NOMINAL and _addresses(cue)) and time_end(words, start, hi) == start:
        return -1
    for i in range(start, min(hi, start + _REACH)):
        if quotation[i] >= 0 or tags[i] in ":T":
            return i if _begins(words, i, start, hi, cue) else -1
        if tags[i] in _BARRING and _barred(words, i, start):
            return -1
    return -1


def beyond_parenthesis(words: Words, start: int, hi: int, opens: str) -> int:
    """Return where a clause goes on after a parenthesis: "warned, in a paper nobody read, that"; -1 where none does."""
    if start >= hi or words.tags[start] not in ",-":
        return -1
    mark = words.tags[start]
    closing = next((i for i in range(start + 2, min(hi - 2, start + _REACH)) if words.tags[i] in (mark, ";", ":", ".")), -1)
    if closing < 0 or words.tags[closing] != mark or words.tags[closing + 1] not in opens:
        return -1
    if words.tags[closing + 1] != "S" and words.tags[closing + 2] in "VXM":
        return -1
    return closing + 1


def _late_that(ground: Ground, cue: Cue) -> int:
    """Return the "that" after a comma further on, with no other report between: "said on air, where he works, that"; -1 for none."""
    words = ground.words
    if cue.last >= ground.hi or words.tags[cue.last] not in "PUKD":
        return -1
    if not _THAT_AFTER.search(words.tags, cue.last, min(ground.hi, cue.last + _REACH + 1)):
        return -1
    heads = {other.head for other in ground.cues if other.form != "ing"}  # "said on Friday, speaking on air, that"
    for i in range(cue.last, min(ground.hi - 1, cue.last + _REACH)):
        if words.tags[i] in ".;:" or words.quotation[i] >= 0 or i in heads:
            return -1
        if words.tags[i] in ",-" and words.tags[i + 1] == "T":
            return i + 1 if i + 2 < ground.hi and words.tags[i + 2] not in "VXM" else -1
    return -1


def _opened(ground: Ground, cue: Cue, spoken_to: Range | None) -> Content | None:
    """Take what a "that", a quotation or a colon opens."""
    words = ground.words
    at = opening(words, cue.last, ground.hi, cue)
    if at < 0 and "that" in cue.frames:
        at = beyond_parenthesis(words, cue.last, ground.hi, "T")
        if spoken_to:
            at = max(at, beyond_parenthesis(words, spoken_to[1], ground.hi, "T"))
        at = at if at >= 0 else _late_that(ground, cue)
    if at < 0:
        return None
    spoken_to = spoken_to if spoken_to and spoken_to[1] <= at else None
    if words.tags[at] == "T":
        return piece(at + 1, clause_end(ground, at + 1, cue), "that", spoken_to)
    if words.tags[at] == ":":
        return piece(at + 1, closed(words, at + 1, ground.hi), "colon", spoken_to)
    return piece(at, clause_end(ground, at, cue), "quote", spoken_to)


def _question(place: Place) -> Content | None:
    words, hi = place.ground.words, place.ground.hi
    further = beyond_parenthesis(words, place.addressee[1] if place.addressee else place.here, hi, "w")
    for at in sorted({place.here, place.beyond, further} - {-1}):
        asked = place.tag(at) == "W" and place.low(at) in word_set("cues", "interrogative")
        conditional = place.low(at) == "if" and place.cue.lemma in word_set("cues", "asking_if")
        asked = asked or (place.tag(at) == "P" and place.tag(at + 1) == "W" and place.low(at + 1) in word_set("cues", "governed"))
        if place.tag(at) == "w" or asked or conditional:
            spoken_to = place.addressee if at in (place.beyond, further) else None
            return piece(at, clause_end(place.ground, at, place.cue), "question", spoken_to)
    return None


def _infinitive(place: Place) -> Content | None:
    to = place.here + (place.tag(place.here) == "N")
    if place.tag(to) != "t":
        return None
    verb = to + 1 + (place.tag(to + 1) == '"')
    if place.tag(verb) not in "vXKA":
        return None
    said = any(cue.first == place.cue.first and cue.head > place.cue.head for cue in place.ground.cues)  # "declined to say"
    if said or place.low(to + 1) in word_set("cues", "formulas"):
        return None
    return piece(place.here, infinitive_end(place.ground, place.here, place.cue), "infinitive")


def _object(place: Place) -> Content | None:
    if not place.addressee:
        return None
    to = place.addressee[1]
    to += place.tag(to) == '"'
    if place.tag(to + (place.tag(to) == "N")) == "t":
        return piece(place.here, infinitive_end(place.ground, place.here, place.cue), "object", place.addressee)
    return None


def _beyond_listener(place: Place) -> int:
    """Return where what is spoken about begins behind who is spoken to: "talked to her friends | about the plan"."""
    if "about" not in place.cue.frames or place.low(place.here) not in ("to", "with"):
        return place.here
    end = noun_phrase_end(place.ground.words, place.here + 1, place.ground.hi)
    return end if place.here + 1 < end and place.low(end) == "about" else place.here


def _preposition(place: Place) -> Content | None:
    for at, tags in ((place.here, "Pt"), (place.beyond, "P"), (_beyond_listener(place), "P")):
        if place.low(at) in place.cue.frames and place.tag(at) in tags and at + 1 < place.ground.hi:
            spoken_to = place.addressee if at != place.here else None
            end = (clause_end if place.tag(at + 1) == "w" else object_end)(place.ground, at + 1, place.cue)
            if end == at + 2 and place.low(at + 1) in word_set("cues", "anaphoric"):
                return None
            plain = word_set("cues", "formulas").isdisjoint(place.ground.words.lows[at + 1 : end])
            return piece(at + 1, end, "preposition", spoken_to) if plain else None
    return None


def _bare(place: Place) -> Content | None:
    """Take a clause without "that", where it has a verb of its own."""
    ground, cue, here = place.ground, place.cue, _past_comma(place)
    if not (here > place.here or place.nominal or _leads(place)):
        return None
    end = clause_end(ground, here, cue)
    doubtful = "noun" in cue.frames or cue.kind == "thought"
    if doubtful and (is_gerund_subject(ground, cue) or not has_main_verb(ground.words, here, end)):
        return None
    if cue.lemma in word_set("cues", "wary") and place.tag(here) != "S":
        return None
    spoken_to = place.addressee if "person" in cue.frames else None
    here = spoken_to[1] if spoken_to else here
    if cue.lemma in word_set("cues", "finding") and not is_study(ground, cue):
        return None
    enough = has_finite_verb(ground.words, here, end) or (cue.lemma == "say" and end - here > SHORT)
    return piece(here, end, "bare", spoken_to) if enough else None


def _past_comma(place: Place) -> int:
    """Return where a clause begins behind a comma that should not be there: "She said, if elected, she would go"."""
    ground, here = place.ground, place.here
    leading = place.tag(here + 1) == "B" and place.low(here + 1) in word_set("cues", "leading")
    if place.tag(here) != "," or not (leading or beyond_parenthesis(ground.words, here, ground.hi, "S") > 0):
        return here
    number = ground.starts.get(place.cue.first)
    first = ground.subjects[number].first if number is not None and ground.subjects[number] else place.cue.first
    return here if ground.words.tags[ground.lo : first].strip("CA") else here + 1


def _leads(place: Place) -> bool:
    """Tell whether a word that opens a clause begins what follows: "he said although it rained they went"."""
    tag = place.tag(place.here)
    if tag == "X" and place.low(place.here) in word_set("cues", "gerunds"):
        return True  # "said having him on the list would help"
    if tag == "P" and place.low(place.here) in word_set("words", "approximating"):
        return True  # "said about half of them were there"
    return tag in "TWwA" or (tag == "B" and place.low(place.here) in word_set("cues", "leading"))


def _relative(place: Place) -> Content | None:
    """Take the relative clause that a report stands in: "which the minister said would cost a billion"."""
    ground, cue, words = place.ground, place.cue, place.ground.words
    if place.tag(place.here) not in "VXME":
        return None
    opens = relative_before(ground, cue)
    if opens < 0 or words.lows[opens] == "what":
        return None
    end = clause_end(ground, place.here, cue)
    if opens and words.tags[opens - 1] == ",":
        end = next((i for i in range(place.here, end) if words.tags[i] == ","), end)
    else:
        end = next((i for i in range(place.here + 1, end) if words.tags[i] in "VXM" and words.tags[i - 1] in "KU0m,"), end)
    return Content(((opens, opens + 1), (place.here, closed(words, place.here, end))), "relative")


def _beyond_occasion(words: Words, start: int, hi: int) -> int:
    """Return where a clause with a pronoun begins after an occasion or a place: "said in a statement it would not pay"; else ``start``."""
    end = noun_phrase_end(words, start + 1, hi)
    opens = start + 1 < end < hi - 1 and words.tags[end] == "S" and words.tags[end + 1] in _PREDICATIVE
    return end if opens else start


_Frame = Callable[[Place], Content | None]


@cache
def _frames_of(frames: frozenset[str]) -> tuple[_Frame, ...]:
    """Return what may follow a cue with these frames, in the order in which it is looked for."""
    prepositional = not frames <= _PLAIN_FRAMES
    fitting: tuple[tuple[_Frame, bool], ...] = (
        (_question, "question" in frames),
        (_infinitive, "infinitive" in frames),
        (_object, "object" in frames),
        (_preposition, prepositional),
        (_relative, "bare" in frames),
        (_bare, "bare" in frames),
        (nominal_object, True),
        (figure, "figure" in frames),
    )
    return tuple(frame for frame, fits in fitting if fits)


def _beyond_adverbials(words: Words, start: int, hi: int) -> int:
    """Return where the content of a cue that ends at ``start`` may begin: behind times, occasions and adverbs that belong to the cue."""
    here, tags, lows = start, words.tags, words.lows
    if here < hi and tags[here] in TIMELY:
        here = time_end(words, start, hi)
    if here < hi and tags[here] == "P":
        here = _beyond_occasion(words, here, hi)
    floating, focusing = word_set("cues", "floating"), word_set("cues", "focusing")
    while here < hi and (lows[here] in floating or (tags[here] == "A" and lows[here] not in focusing)):
        here += 1
    return here


def following(ground: Ground, cue: Cue) -> Content | None:
    """Return what follows the cue in the first of its frames that fits."""
    words, hi = ground.words, ground.hi
    spoken_to = addressee(words, cue, hi)
    opened = _opened(ground, cue, spoken_to)
    if opened is not None:
        return opened
    here = _beyond_adverbials(words, cue.last, hi)
    if here >= hi:
        return None
    beyond = spoken_to[1] if spoken_to and "person" in cue.frames and spoken_to[1] < hi else here
    place = Place(ground, cue, here, beyond, spoken_to)
    for frame in _frames_of(cue.frames):
        found = frame(place)
        if found is not None:
            return found
    return None
