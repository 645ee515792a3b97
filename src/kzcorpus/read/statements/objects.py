"""What a cue reports as its object: "criticized the plan", "thanked him for coming", "the poll finds her ahead"."""

from functools import cache

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.grounds import Content, Ground, Range, piece
from kzcorpus.read.statements.objectends import object_end
from kzcorpus.read.statements.phrases import noun_phrase_end
from kzcorpus.read.statements.places import Place
from kzcorpus.read.vocabulary import word_set

_SOON = 5
_NOMINAL_FRAMES = frozenset({"noun", "as"})


def finds(place: Place) -> bool:
    """Tell whether a study finds its object so: "the poll finds her ahead"."""
    return place.cue.lemma in word_set("cues", "finding") and is_study(place.ground, place.cue)


@cache
def _people() -> frozenset[str]:
    known = lexicon("speakers")
    return frozenset(f"{known['titles']} {known['groups']} {known['documents']}".split())


def _speaks(ground: Ground, cue: Cue) -> bool:
    """Tell whether the subject of a cue is somebody or something written: a name, a pronoun, a title, a group, a document."""
    number = ground.starts.get(cue.first)
    subject = ground.subjects[number] if number is not None else None
    if not subject:
        return False
    words = ground.words
    head = next((i - 1 for i in range(subject.first + 1, subject.last) if words.tags[i] in "P,("), subject.last - 1)
    if words.tags[head] in "UW":
        return True
    return words.lows[head] in _people() or (words.tags[head] == "S" and words.lows[head] not in ("it", "there", "you"))


def is_study(ground: Ground, cue: Cue) -> bool:
    """Tell whether the subject of a cue is something that is written: a study, a poll."""
    number = ground.starts.get(cue.first)
    if number is None:
        return False
    subject = ground.subjects[number]
    return not word_set("words", "authored").isdisjoint(ground.words.lows[subject.first : subject.last])


def nominal_object(place: Place) -> Content | None:
    """Return the object of a cue, with what belongs to it."""
    praised_as = place.low(place.here) == "as" and place.ground.words.quotation[place.here + 1 : place.here + 2] > [-1]
    if not (place.nominal or praised_as) or (place.cue.frames.isdisjoint(_NOMINAL_FRAMES) and not finds(place)):
        return None
    words, here = place.ground.words, place.here
    end = object_end(place.ground, here, place.cue)
    if "noun" not in place.cue.frames and "as" not in words.lows[here:end] and not finds(place):
        return None
    if _quotes_another(place, end) or _tells_nothing(place, end):
        return None
    whom = _whom(place) if "whom" in place.cue.frames else None
    thanked = whom[1] if whom and whom[1] + 1 < end and words.lows[whom[1]] in word_set("cues", "whereof") else here - 1
    return piece(thanked + 1, end, "noun", whom)


def figure(place: Place) -> Content | None:
    """Return an object and the number that somebody puts it at: "put the loss at 40 million"."""
    if "figure" not in place.cue.frames or not place.nominal:
        return None
    words, end = place.ground.words, object_end(place.ground, place.here, place.cue)
    at = next((i for i in range(place.here + 1, end) if words.lows[i] == "at"), end)
    return piece(place.here, end, "noun") if {"0", "$"} & {*words.tags[at + 1 : min(end, at + _SOON)]} else None


def _tells_nothing(place: Place, end: int) -> bool:
    """Tell whether the object is only a name, a pronoun, or that of what cannot speak: "a student called Lee", "I repeat this"."""
    lemma, words, here = place.cue.lemma, place.ground.words, place.here
    if lemma in word_set("cues", "naming") and _only_names(place, end):
        return True
    if lemma in word_set("cues", "showing") and words.tags[here] in "SO" and words.tags[here + 1] in "Dd":
        return True  # "he showed me a letter"
    if lemma in word_set("cues", "evidencing") and not _speaks(place.ground, place.cue):
        return True
    return words.lows[here] in word_set("cues", "anaphoric") and (end == here + 1 or words.lows[here + 1] == "because")


def _only_names(place: Place, end: int) -> bool:
    """Tell whether "called" follows a noun and only a name follows it."""
    tags, i = place.ground.words.tags, place.here
    while i < end and tags[i] == "U":
        i += 1
    if place.cue.form not in ("past", "participle") or tags[place.cue.first - 1] != "K":
        return False
    return i > place.here and (i == end or tags[i] in "VEXM,.")


def _quotes_another(place: Place, end: int) -> bool:
    """Tell whether the object of a cue speaks: "quoted the deputy as saying that"."""
    lows, tags = place.ground.words.lows, place.ground.words.tags
    if "as" not in lows[place.here : end]:
        return False
    return any(lows[i] == "as" and tags[i + 1 : i + 2] == "G" and i + 1 in place.ground.starts for i in range(place.here, end))


def _whom(place: Place) -> Range | None:
    """Return who is thanked: the object up to what for."""
    words, start = place.ground.words, place.here
    end = noun_phrase_end(words, start, place.ground.hi)
    end = next((i for i in range(start, end) if words.lows[i] in word_set("cues", "whereof")), end)
    return (start, end) if end > start else None
