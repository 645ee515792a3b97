"""Verbs in their context: whether a form of a cue verb is a verb there, with its group, voice and negation."""

from functools import cache

import attrs

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.vocabulary import VerbForm, verb_forms, word_set
from kzcorpus.read.words import Words

_LONGEST_GROUP = 8
_SUBJECTS = 'KUSs0WO),"C'
_CLEAR_AFTER = 'TSDdUwW"Ot:,.;'
_CLITIC = frozenset({"'s", "’s"})
_LONGEST_NAME = 6
_UNMISTAKABLE = "say"
_NO_NOUN = "says"
_CLEARLY_VERBAL = 'TSDdUwO"'


@attrs.frozen
class Entry:
    """What the lexicon knows of a form: lemma, frames, which forms of the verb it can be, and whether it is as often a noun."""

    lemma: str
    frames: frozenset[str]
    forms: frozenset[str] = frozenset()
    ambiguous: bool = False
    denies: bool = attrs.field(init=False)
    hears: bool = attrs.field(init=False)

    @denies.default
    def _denies(self) -> bool:
        return self.lemma in word_set("cues", "denying")

    @hears.default
    def _hears(self) -> bool:
        return self.lemma in word_set("cues", "hearing")


@attrs.define
class VerbGroup:
    """A verb with its auxiliaries: the group's first word, the form of the head, whether its subject suffers it, whether it is negated."""

    first: int
    form: VerbForm
    passive: bool = False
    negative: bool = False


@cache
def verb_entries() -> dict[str, Entry]:
    """Return the cue verbs by each of their forms."""
    return _entries("verbs")


@cache
def thought_entries() -> dict[str, Entry]:
    """Return the verbs of believing, intending and perceiving by each of their forms."""
    return _entries("thoughts")


@cache
def adjective_entries() -> dict[str, Entry]:
    """Return the adjectives of believing and intending: "convinced that"."""
    return {low: Entry(low, frozenset(frames.split())) for low, frames in lexicon("cues")["adjectives"].items()}


def adjective_group(words: Words, head: int, lo: int) -> VerbGroup | None:
    """Return the group of "is not convinced"; None where no form of "be" stands before the adjective."""
    first, negative, near = _group(words, head, lo)
    return VerbGroup(first, "past", negative=negative) if near in word_set("cues", "be") else None


def _entries(section: str) -> dict[str, Entry]:
    ambiguous = context("ambiguous")
    out: dict[str, Entry] = {}
    for lemma, frames in lexicon("cues")[section].items():
        for form, kind in verb_forms(lemma):
            known = out.get(form)
            forms = (known.forms if known and known.lemma == lemma else frozenset()) | {kind}
            out[form] = Entry(lemma, frozenset(frames.split()), forms, form in ambiguous)
    return out


@cache
def context(name: str) -> frozenset[str]:
    """Return a set of words from the ``context`` of the cue lexicon."""
    return frozenset(lexicon("cues")["context"][name].split())


@cache
def _catenatives() -> dict[str, str]:
    return {form: lemma for lemma in context("catenative") for form, _ in verb_forms(lemma)}


def _belongs(words: Words, index: int, head: int, near: str) -> bool:
    """Tell whether a word is an auxiliary, a modal, or the 's of "he's said"."""
    tags = words.tags
    if tags[index] in "XM":
        return True
    if tags[index] != "s" or index == 0 or tags[index - 1] not in "SW":
        return False
    return (index + 1 == head or tags[index + 1] in "AEGXN") and near in ("", "been", "being")


def _groups(tags: str, head: int, lo: int) -> bool:
    """Tell whether the word before a verb, or the one before that, can belong to its group."""
    return tags[head - 1] in "XMNAs" or (head - 1 > lo and tags[head - 2] in "XM")


def _group(words: Words, head: int, lo: int) -> tuple[int, bool, str]:
    """Return the first word of the verb group that ends at ``head``, whether it is negated, and the nearest auxiliary ('' for none)."""
    tags, lows = words.tags, words.lows
    first, negative, near = head, False, ""
    for i in range(head - 1, max(lo, head - _LONGEST_GROUP) - 1, -1):
        if _belongs(words, i, head, near):
            near, first = near or lows[i], i
            negative = negative or lows[i].endswith(("n't", "n’t")) or lows[i] == "cannot"
        elif tags[i] == "N":
            negative, first = True, i
        elif tags[i] == "A" or (i > lo and tags[i - 1] in "XM" and lows[i] in word_set("words", "predetermining")):
            first = first if i > lo and tags[i - 1] == "," else i
        else:
            break
    while first < head and tags[first] == "A":
        first += 1
    return first, negative, near.removesuffix("n't").removesuffix("n’t") if near else near


def _serves(words: Words, head: int, last: int, lo: int) -> bool:
    """Tell whether an infinitive tells what somebody did something for: "used much of their time to praise the mayor"."""
    done = context("done_for")
    for i in range(last, max(lo, head - 2 * _LONGEST_GROUP) - 1, -1):
        if words.lows[i] in done and words.tags[i] in "VE" and i < last:
            return words.tags[i - 1] not in "MXtN" if i > lo else False
        if words.tags[i] in ".,;:VXMTWwBC-":
            return False
    return False


def _after_to(words: Words, head: int, lo: int) -> VerbGroup | None:
    """Return the group of "went on to say" or "declined to say"; None for any other infinitive."""
    i = head - 1 - (words.tags[head - 1] == "A") - 1
    if i >= lo and words.lows[i] == "on":
        i -= 1
    if i - 4 >= lo and words.lows[i] == "way" and words.lows[i - 3 : i - 1] == ["out", "of"]:
        return VerbGroup(_group(words, i - 4, lo)[0], "base")  # "went out of his way to say"
    prompting = word_set("cues", "prompting")
    if any(words.lows[k] in prompting and words.tags[k] in "VEG" for k in range(max(lo, i - _LONGEST_NAME), i)):
        return VerbGroup(head - 1, "base")  # "led the ministry to deny"
    if i >= lo and (words.lows[i] in context("promptly") or _serves(words, head, i, lo)):
        return VerbGroup(head - 1, "base")  # "was quick to say", "took to the air to praise"
    lemma = _catenatives().get(words.lows[i]) if i >= lo else None
    if lemma is None:
        return None
    first, negative, _ = _group(words, i, lo)
    return VerbGroup(first, "base", negative=negative or lemma in context("refusing"))


def _with_auxiliary(entry: Entry, first: int, near: str, *, impersonal: bool, negative: bool) -> VerbGroup | None:
    """Decide by the nearest auxiliary: passive, perfect, or a modal with the base."""
    passive = near in word_set("cues", "be") or (near in _CLITIC and impersonal)
    if passive or near in word_set("cues", "have") or near in _CLITIC:
        form: VerbForm = "ing" if near == "having" else "participle"
        return VerbGroup(first, form, passive=passive, negative=negative) if "participle" in entry.forms else None
    return VerbGroup(first, "base", negative=negative) if "base" in entry.forms else None


def _past(words: Words, entry: Entry, first: int, before: str, after: str, *, by: bool, negative: bool) -> VerbGroup | None:
    """Decide a form that can be past or participle: "said", "asked whether", "published by"."""
    if before and before in "DdPst":
        return None
    if before == "A" and after in "0KU" and words.tags[:first].rstrip("A")[-1:] in ("D", "d"):
        return None  # "a widely cited study"
    participle = "participle" in entry.forms
    if participle and by:
        return VerbGroup(first, "participle", passive=True, negative=negative)
    if participle and before in ("", "B") and after in "wtPTB" and entry.frames & {"person", "object"}:
        return VerbGroup(first, "participle", passive=True, negative=negative)
    if entry.ambiguous and before and before not in _SUBJECTS:
        return None
    return VerbGroup(first, "past", negative=negative)


def _plural(words: Words, index: int) -> bool:
    low = words.lows[index]
    return (low.endswith("s") and not low.endswith(("ss", "'s", "’s"))) or low in word_set("cues", "plural")


def _tags_speech(words: Words, first: int) -> bool:
    """Tell whether nothing but a name stands between a quotation that ends with a comma and the verb: ``"A," the mayor notes``."""
    if not words.shown:
        return False
    i = first - 1
    while i >= 0 and first - i <= _LONGEST_NAME and words.quotation[i] < 0 and words.tags[i] in "DdKUSP.":
        i -= 1
    return 0 <= i < first - 1 and words.quotation[i] >= 0 and words.shown[words.quotation[i]].inner.of(words.text).rstrip().endswith(",")


def _closes_sentence(words: Words, first: int, head: int) -> bool:
    """Tell whether nothing but a name stands between a comma and the verb that ends a sentence: "It was late, the Daily News reports."."""
    if words.tags[head + 1 : head + 2] not in (".", "") or words.tags[first - 1] != "U":
        return False
    i = first - 1
    while i > 0 and first - i <= _LONGEST_NAME and words.quotation[i] < 0 and words.tags[i] in "DKU":
        i -= 1
    return words.tags[i] == "," and any(tag in "VXM" for tag in words.tags[max(0, i - 2 * _LONGEST_GROUP) : i])


def _plainly_reports(entry: Entry, before: str, after: str) -> bool:
    """Tell whether a form in -s that is seldom a noun is a verb between these: "Mr X, the mayor, tells reporters that"."""
    if before in ",-" and "person" in entry.frames and after == "K":
        return True
    return (before in "-0" and after in _CLEAR_AFTER) or (before == "C" and after == "K")


def _reports_after_apposition(words: Words, head: int, entry: Entry, first: int, after: str) -> bool:
    """Tell whether a form in -s follows what is said of a name: "Mr X, who lives there, denies taking it", "..., warns of a loss"."""
    goes_on = after == "G" or words.lows[head + 1] in entry.frames
    return goes_on and not entry.ambiguous and _closes_apposition(words, first - 1)


def _third_person(words: Words, head: int, entry: Entry, first: int, *, before: str, after: str) -> bool:
    """Tell whether a form in -s is a verb, not a plural."""
    relative = entry.ambiguous and after == "T" and head + 2 < len(words) and words.tags[head + 2] in "VXMv"
    if relative or words.lows[first - 1] in word_set("cues", "determining"):
        return False
    spoken = before in "\"'" and first > 0 and words.quotation[first - 1] >= 0  # ``"A," says man``
    spoken = spoken or (before == "U" and words.lows[head + 1 : head + 2] == ["about"] and "about" in entry.frames)  # "Ms X talks about"
    if before in "SW" or (before in 'KU)"' and not entry.ambiguous) or spoken or _tags_speech(words, first):
        return True
    if (before in "U-" and _closes_sentence(words, first, head)) or (not entry.ambiguous and _plainly_reports(entry, before, after)):
        return True
    dashed = before == "-" and first > 1 and words.quotation[first - 2] >= 0
    if dashed or (before == "U" and after == "t" and "infinitive" in entry.frames):
        return True
    clear = after in (_CLEARLY_VERBAL if entry.ambiguous else _CLEAR_AFTER)
    if before not in "KU),CA" or not clear:
        return before == "," and after in "GP" and _reports_after_apposition(words, head, entry, first, after)
    return not (entry.ambiguous and before == "," and after not in "TS") or _closes_apposition(words, first - 1)


def _closes_apposition(words: Words, comma: int) -> bool:
    """Tell whether a comma closes what is said of a name: "Mr X of Turku, who left, calls"."""
    opening = next((i for i in range(comma - 1, max(0, comma - 2 * _LONGEST_GROUP), -1) if words.tags[i] == ","), -1)
    return opening > 0 and words.tags[opening - 1] == "U" and words.tags[opening + 1] in "W0Dd"


def _sure_form(words: Words, head: int, entry: Entry, first: int, *, before: str, after: str) -> VerbForm | None:
    """Tell a present form that is a verb whatever stands before it: "another ranking says", "those asked say"."""
    low, apart = words.lows[head], first < head
    if low == _NO_NOUN or (before == "E" and apart and "s" in entry.forms and not entry.ambiguous):
        return "s"
    return "base" if low == _UNMISTAKABLE and (before == "E" or (before == "d" and apart)) and after in _CLEARLY_VERBAL else None


def _present(words: Words, head: int, entry: Entry, first: int, *, before: str, after: str, negative: bool) -> VerbGroup | None:
    """Decide a present form, which may be a noun as well."""
    if not before:
        return VerbGroup(first, "s", negative=negative) if words.tags[head] == "V" and after in 'TSDd"' else None
    sure = _sure_form(words, head, entry, first, before=before, after=after)
    if sure:
        return VerbGroup(first, sure, negative=negative)
    if before in "DdPsEGt" and not (before == "E" and after in "TSD" and words.tags[max(0, first - 2)] in "DK"):
        return None
    if before == "0" and (entry.ambiguous or after not in "TS"):
        return None
    if "s" in entry.forms:
        return VerbGroup(first, "s", negative=negative) if _third_person(words, head, entry, first, before=before, after=after) else None
    clear = after in (_CLEARLY_VERBAL if entry.ambiguous else _CLEAR_AFTER) or after in "Kt0A"
    clear = clear or _tags_speech(words, first)
    clear = clear or (after in "VXM" and not entry.ambiguous and words.tags[max(0, first - 3) : first].strip("DdUK") in ("W", "T"))
    surely = (not entry.ambiguous and after in 'TSOd"w' and before in "KUE,0") or _tags_speech(words, first)
    surely = surely or (before == "C" and after in ':"' and not entry.ambiguous)
    fits = before in "SWKUDCO),E0" and clear and (surely or _plural(words, first - 1))
    fits = fits or (words.lows[head] == _UNMISTAKABLE and before in 'KUSO)",-%0')  # "people close to him say for the party to win"
    return VerbGroup(first, "base", negative=negative) if fits and "base" in entry.forms else None


def _witnessed(words: Words, head: int, lo: int) -> VerbGroup | None:
    """Return the group of "can be heard saying" and "was quoted as saying", whose subject speaks; None for any other participle."""
    at = head - 1 - (words.lows[head - 1] == "as")
    if at <= lo or words.lows[at] not in word_set("cues", "witnessing"):
        return None
    first, negative, near = _group(words, at, lo)
    return VerbGroup(first, "past", negative=negative) if near in word_set("cues", "be") else None


def verb_group(words: Words, head: int, entry: Entry, bounds: tuple[int, int], last: int) -> VerbGroup | None:
    """Return the group of a cue verb with its head at ``head`` and what belongs to it up to ``last``; None where the word is no verb."""
    lo, hi = bounds
    tags, forms = words.tags, entry.forms
    first, negative, near = _group(words, head, lo) if head > lo and _groups(tags, head, lo) else (head, False, "")
    before = tags[first - 1] if first > lo else ""
    after = tags[last] if last < hi else "."
    if "ing" in forms:
        nominal = first == head and before and (before in "Dds" or words.lows[first - 1] in word_set("cues", "unreporting"))
        if nominal or (near and near not in word_set("cues", "be") and near not in _CLITIC):
            return None
        return _witnessed(words, head, lo) or VerbGroup(first, "ing", negative=negative)
    if near:
        return _with_auxiliary(entry, first, near, impersonal=first > lo and words.lows[first - 1] == "it", negative=negative)
    if "base" in forms and head > lo + 1 and words.tags[head - 1 - (words.tags[head - 1] == "A")] == "t":
        return _after_to(words, head, lo)
    if "participle" in forms or "past" in forms:
        by = after == "P" and words.lows[last] == "by"
        return _past(words, entry, first, before, after, by=by, negative=negative)
    while first > lo and words.tags[first - 1] == "A":
        first -= 1
    subject = first
    while subject > lo and words.tags[subject - 1] in "Am":
        subject -= 1  # "many backers privately say", "its defenders today argue"
    if lo < subject < first and words.tags[subject] == "m" and words.lows[subject - 1] in word_set("words", "before_time"):
        subject -= 1  # "the groups who wrote to her on Thursday say"
    before = words.tags[subject - 1] if subject > lo else ""
    found = _present(words, head, entry, subject, before=before, after=after, negative=negative)
    return found and attrs.evolve(found, first=first)
