"""Plant one defect into a clean article, and tell exactly what was changed.

Every planter is a pure function of an article and a ``random.Random``: it gives back the copy with the defect, whose
``text[start:end]`` stands where the clean text had ``was``, or raises ``NotApplicableError``. ``copies()`` makes the two rounds
of copies, each with one copy of every article. As a program: each copy as one line of JSON.
"""

import json
import re
import sys
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

HERE = Path(__file__).parent
_T = TypeVar("_T")

EXPECTED_KINDS = {
    "repeated_other_speaker": "a quoted sentence is repeated word for word and credited to another named person",
    "wrong_office_holder": "an office is given to a person who held it before or after, not at the date of the article",
    "place_out_of_time": "a place is called by a name that it did not bear at the date of the article",
    "opposite_polarity": "what a speaker said is repeated as what the same speaker denied",
    "closing_quote_removed": "a quotation has lost its closing mark",
    "opening_quote_removed": "a quotation has lost its opening mark",
    "quote_doubled_inside": "a quotation within a quotation stands in marks of the same level",
    "paragraph_duplicated": "a paragraph comes a second time with two words changed",
    "name_misspelled": "a name is spelled otherwise in one of its places",
    "garbled_date": "a date that no calendar has",
    "future_date_past": "a date after the publication is told in the past tense",
    "publication_withheld": "the date of publication is not given, and the text has only dates without a year",
    "outlet_withheld": "the outlet is not given",
    "headline_dropped": "the headline is missing",
    "vague_attribution": "nobody in particular stands in the place of a named source",
    "headline_quote_changed": "the words that the headline quotes differ from those of the body",
    "set_phrase_garbled": "a set phrase is garbled",
    "mojibake": "one sentence was written as UTF-8 and read as Windows-1252",
    "replacement_char": "U+FFFD stands in the place of a letter",
    "zero_width": "a zero-width space stands inside a name",
    "bidi_override": "a right-to-left override stands before a word",
    "mixed_line_ends": "one line ends in CRLF, the others in LF",
    "boilerplate_inside": "a line of the site stands in the middle of a paragraph",
}


class Article(NamedTuple):
    """A text and what is known about it."""

    file: str
    text: str
    published: str | None
    outlet: str | None
    style: str


class Planted(NamedTuple):
    """A copy with one defect: ``text[start:end]`` stands where the clean text had ``was``."""

    file: str
    kind: str
    text: str
    published: str | None
    outlet: str | None
    start: int
    end: int
    was: str

    @property
    def words(self) -> str:
        """The words in which the defect is; empty where something is only missing."""
        return self.text[self.start : self.end]


class Stretch(NamedTuple):
    """A half-open stretch of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class NotApplicableError(ValueError):
    """The article offers no place for this defect."""


Planter = Callable[[Article, Random], Planted]


# What a text is made of

_UPPER = "A-ZÄÁČÉĒĖÍĶÑÖŠŪÜŽ"
_WORD = rf"[{_UPPER}][^\W\d_]+(?:[-’'][^\W\d_]+)?"
_FULL = rf"{_WORD} {_WORD}"
_NAME = rf"{_WORD}(?: {_WORD})*"
_PRONOUNS = {"He", "She", "It", "They", "We", "You", "One", "Everyone", "Nobody", "But", "The", "In", "And", "Earlier"}
_SAYING = r"(?:said|says|told|laughed|fumed|agreed|warned)"
_NO_PERSONS = {"Assembly", "Ferries", "Margins", "Nur-Sultan", "President", "Rovers", "Sholpan"}
_KICKERS = {"OPINION", "CHESS", "LETTERS TO THE EDITOR", "FOR IMMEDIATE RELEASE"}
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_PROSE_WORDS = 12


def _lines(text: str) -> Iterator[Stretch]:
    for match in re.finditer(r"[^\n]+", text):
        yield Stretch(*match.span())


def headline(text: str) -> Stretch:
    """Find the line that is the headline: the first that is no kicker."""
    return next(line for line in _lines(text) if line.of(text).strip() not in _KICKERS)


def prose(text: str) -> list[Stretch]:
    """Find the paragraphs below the headline that are running text."""
    top = headline(text).end
    return [
        line
        for line in _lines(text)
        if line.start > top
        and len(line.of(text).split()) >= _PROSE_WORDS
        and re.search(r"[.!?][\"'”’»]*$", line.of(text))
        and not re.match(r"[•*–(-]|Press|For more|By |Leading|Caption|The editor welcomes", line.of(text))
    ]


def outer_marks(text: str) -> tuple[str, str]:
    """Tell the marks of the first level: those in which the first quotation stands."""
    first = re.search(r"(?:^|(?<=[\s(]))[«“‘\"'](?=\w)", text, re.MULTILINE)
    if first is None:
        raise NotApplicableError("no quotation")
    mark = first.group()
    return mark, {"«": "»", "“": "”", "‘": "’"}.get(mark, mark)


def quotations(text: str) -> list[Stretch]:
    """Find the quotations of the first level that open and close in one paragraph, marks included."""
    opening, closing = outer_marks(text)
    single = rf"(?<!\w){opening}.+?{closing}(?!\w)"
    pattern = single if closing in "'’" else rf"{opening}[^{opening}{closing}\n]+{closing}"
    found = [Stretch(*match.span()) for match in re.finditer(pattern, text)]
    running = _continued(text, opening, closing)
    return [stretch for stretch in found if not any(line.start <= stretch.start < line.end for line in running)]


def _continued(text: str, opening: str, closing: str) -> list[Stretch]:
    """Find the paragraphs that carry on a quotation which the one before left open."""
    if closing in {opening, "’"}:
        return []
    lines = list(_lines(text))
    return [line for before, line in pairwise(lines) if before.of(text).count(opening) > before.of(text).count(closing)]


def _in_prose(text: str, stretches: list[Stretch]) -> list[Stretch]:
    return [part for part in stretches if any(line.start <= part.start and part.end <= line.end for line in prose(text))]


def _surnames(text: str) -> list[str]:
    """Find the last names of the persons named in full."""
    people = {match.group().split()[-1] for line in prose(text) for match in re.finditer(_FULL, line.of(text)) if _is_person(match, text)}
    return sorted(name for name in people - _NO_PERSONS if len(name) >= 5)


def _is_person(match: re.Match[str], text: str) -> bool:
    """Tell whether a full name is a person's: the last name alone, or in full, speaks or acts with a title."""
    name, last = match.group(), match.group().split()[-1]
    spoken = (
        rf"{_SAYING} (?:[a-z]+ )*{re.escape(name)}|{re.escape(last)},? (?:who )?{_SAYING}|{re.escape(name)}, an? |{re.escape(last)}, \d\d"
    )
    return re.search(spoken, text) is not None


def _pick(rng: Random, choices: list[_T], what: str) -> _T:
    if not choices:
        raise NotApplicableError(what)
    return rng.choice(choices)


def _changed(article: Article, kind: str, place: Stretch, words: str) -> Planted:
    text = article.text[: place.start] + words + article.text[place.end :]
    return Planted(
        article.file,
        kind,
        text,
        article.published,
        article.outlet,
        place.start,
        place.start + len(words),
        place.of(article.text),
    )


def _day(article: Article) -> date:
    if article.published is None:
        raise NotApplicableError("no date of publication")
    return date.fromisoformat(article.published)


# Who said it

_STRANGERS = ["Saule Ibragimova", "Viktor Malyshev", "Nino Beridze", "Howard Pratt"]


def _speakers(text: str) -> list[str]:
    """Find the persons named in full who say something."""
    told = re.findall(rf"{_SAYING} (?:[a-z]+ )*({_FULL})", text)
    tell = re.findall(rf"({_FULL}),?(?: [^.,\n“\"]*,)? {_SAYING}", text)
    return sorted(name for name in {*told, *tell} if name.split()[-1] not in _NO_PERSONS)


def repeated_other_speaker(article: Article, rng: Random) -> Planted:
    """Repeat a quoted sentence at the end of a later paragraph, in another's mouth."""
    text = article.text
    tagged = []
    for quoted in _in_prose(text, quotations(text)):
        after = re.match(rf" (?:{_SAYING} (?:[a-z]+ )*({_NAME})|({_NAME}) {_SAYING})", text[quoted.end :])
        who = after and (after[1] or after[2])
        if who and who not in _PRONOUNS and len(quoted.of(text).split()) > 3:
            tagged.append((quoted, who.split()[-1]))
    quoted, last = _pick(rng, tagged, "no quotation credited to a name")
    others = [name for name in _speakers(text) if name.split()[-1] != last and name not in quoted.of(text)]
    other = _pick(rng, others or [name for name in _STRANGERS if name not in text], "nobody else")
    home = next(line for line in prose(text) if line.start <= quoted.start < line.end)
    later = [line for line in prose(text) if line.start > home.start] or [home]
    place = _pick(rng, later, "no later paragraph").end
    return _changed(article, "repeated_other_speaker", Stretch(place, place), f" {quoted.of(text)} said {other}.")


_INDIRECT = re.compile(rf"(?:^|(?<=[.!?] )|(?<=[.!?][\"”'’»] ))({_NAME}) said (?:that )?([^.,\"“”'‘«\n]+)\.(?= \D|$)", re.MULTILINE)


def opposite_polarity(article: Article, rng: Random) -> Planted:
    """Repeat what a speaker said as what the speaker denied, at the end of a later paragraph."""
    text = article.text
    said = [match for match in _INDIRECT.finditer(text) if match[1] not in _PRONOUNS]
    match = _pick(rng, said, "no indirect statement of a name")
    later = [line for line in prose(text) if line.start > match.end()] or [line for line in prose(text) if line.end < match.start()]
    place = _pick(rng, later, "no other paragraph").end
    return _changed(article, "opposite_polarity", Stretch(place, place), f" {match[1]} denied that {match[2]}.")


_VAGUE = ["some observers", "some experts", "many people", "sources familiar with the matter"]
_NAMED = re.compile(
    rf"(?P<before>said|says) {_FULL}(?:, [^.\"“”«\n]*)?(?=\.(?: |$))"
    rf"|(?:^|(?<=[.!?,\"”’»] ))(?P<name>{_NAME}) (?P<after>said|says)(?=\.(?: |$)| that )",
    re.MULTILINE,
)


def vague_attribution(article: Article, rng: Random) -> Planted:
    """Put nobody in particular in the place of a named source."""
    text = article.text
    named = [match for match in _NAMED.finditer(text) if match["name"] not in _PRONOUNS]
    match = _pick(rng, named, "no named source")
    verb = (match["before"] or match["after"]).replace("says", "say")
    who = rng.choice(_VAGUE)
    if match["name"] and (match.start() == 0 or text[match.start() - 1] == "\n" or text[match.start() - 2] in ".!?"):
        who = who[0].upper() + who[1:]
    return _changed(article, "vague_attribution", Stretch(*match.span()), f"{who} {verb}")


# Who and where at the time


class Holder(NamedTuple):
    """A person in an office, from a day and until a day."""

    name: str
    since: date
    until: date


def _holders(*rows: tuple[str, str]) -> list[Holder]:
    """Read who came in on which day, each until the next; an empty name is a gap."""
    days = [date.fromisoformat(day) for _, day in rows] + [date.max]
    return [Holder(name, days[at], days[at + 1]) for at, (name, _) in enumerate(rows) if name]


OFFICES = {
    r"President ": [
        _holders(("Nursultan Nazarbayev", "1991-12-16"), ("Kassym-Jomart Tokayev", "2019-03-20")),
        _holders(
            ("Askar Akayev", "1990-10-27"), ("Kurmanbek Bakiyev", "2005-08-14"), ("Roza Otunbayeva", "2010-07-03"), ("", "2011-12-01")
        ),
        _holders(("Petro Poroshenko", "2014-06-07"), ("Volodymyr Zelensky", "2019-05-20")),
        _holders(("Petru Lucinschi", "1997-01-15"), ("Vladimir Voronin", "2001-04-07"), ("", "2009-09-11")),
        _holders(("Saparmurat Niyazov", "1991-10-27"), ("Gurbanguly Berdymukhamedov", "2007-02-14"), ("", "2022-03-19")),
    ],
    r"Kazakhstan, |Prime Minister ": [
        _holders(("Akezhan Kazhegeldin", "1994-10-12"), ("Nurlan Balgimbayev", "1997-10-10"), ("", "1999-10-01")),
        _holders(
            ("Karim Masimov", "2014-04-02"), ("Bakytzhan Sagintayev", "2016-09-09"), ("Askar Mamin", "2019-02-25"), ("", "2022-01-05")
        ),
    ],
    r"President of the European Commission, ": [
        _holders(("José Manuel Barroso", "2004-11-22"), ("Jean-Claude Juncker", "2014-11-01"), ("Ursula von der Leyen", "2019-12-01")),
    ],
    r"UN secretary general, ": [
        _holders(("Kofi Annan", "1997-01-01"), ("Ban Ki-moon", "2007-01-01"), ("António Guterres", "2017-01-01")),
    ],
    r"Secretary of State ": [
        _holders(("John Kerry", "2013-02-01"), ("", "2017-01-20"), ("Mike Pompeo", "2018-04-26"), ("Antony Blinken", "2021-01-26")),
    ],
}


def wrong_office_holder(article: Article, rng: Random) -> Planted:
    """Give an office to one who held it at another time."""
    day = _day(article)
    found = []
    for title, offices in OFFICES.items():
        for holders in offices:
            right = next((holder for holder in holders if holder.since <= day < holder.until), None)
            wrong = [holder.name for holder in holders if holder != right and holder.name not in article.text]
            if right and wrong:
                named = re.finditer(rf"(?:{title})(?P<name>{re.escape(right.name)})", article.text)
                found += [(Stretch(*match.span("name")), wrong) for match in named]
    place, wrong = _pick(rng, found, "nobody in an office")
    return _changed(article, "wrong_office_holder", place, rng.choice(wrong))


PLACES = [
    _holders(
        ("Tselinograd", "1961-03-20"),
        ("Akmola", "1992-07-06"),
        ("Astana", "1998-05-06"),
        ("Nur-Sultan", "2019-03-23"),
        ("Astana", "2022-09-17"),
    ),
    _holders(("Stalingrad", "1925-04-10"), ("Volgograd", "1961-11-10")),
    _holders(("Leningrad", "1924-01-26"), ("St Petersburg", "1991-09-06")),
    _holders(("Frunze", "1926-05-12"), ("Bishkek", "1991-02-05")),
]


def place_out_of_time(article: Article, rng: Random) -> Planted:
    """Call a place in the body by the name of another time."""
    day = _day(article)
    found = []
    for names in PLACES:
        right = next(name.name for name in names if name.since <= day < name.until)
        wrong = sorted({name.name for name in names} - {right})
        for line in prose(article.text):
            for match in re.finditer(rf"\b{right}\b", line.of(article.text)):
                found.append((Stretch(line.start + match.start(), line.start + match.end()), wrong))  # noqa: PERF401 -- three loops deep
    place, wrong = _pick(rng, found, "no place that was renamed")
    return _changed(article, "place_out_of_time", place, rng.choice(wrong))


# Marks


def closing_quote_removed(article: Article, rng: Random) -> Planted:
    """Leave out the closing mark of a quotation."""
    place = _pick(rng, _long(article.text), "no quotation")
    return _changed(article, "closing_quote_removed", place, place.of(article.text)[:-1])


def opening_quote_removed(article: Article, rng: Random) -> Planted:
    """Leave out the opening mark of a quotation."""
    place = _pick(rng, _long(article.text), "no quotation")
    return _changed(article, "opening_quote_removed", place, place.of(article.text)[1:])


def _long(text: str) -> list[Stretch]:
    return [part for part in _in_prose(text, quotations(text)) if len(part.of(text).split()) > 3]


def quote_doubled_inside(article: Article, rng: Random) -> Planted:
    """Put what is quoted, or a word, within a quotation into marks of the first level."""
    text = article.text
    opening, closing = outer_marks(text)
    inside = []
    for quoted in _long(text):
        inner = Stretch(quoted.start + 1, quoted.end - 1)
        nested = re.finditer(r"(?<!\w)(?:‘.+?’|“.+?”|\".+?\"|'.+?')(?!\w)", inner.of(text))
        inside += [(Stretch(inner.start + match.start(), inner.start + match.end()), match.group()[1:-1]) for match in nested]
    if not inside:
        for quoted in _long(text):
            found = re.finditer(r"(?<= )[a-z]{5,}(?= )", quoted.of(text))
            inside += [(Stretch(quoted.start + match.start(), quoted.start + match.end()), match.group()) for match in found]
    place, words = _pick(rng, inside, "nothing to quote within a quotation")
    return _changed(article, "quote_doubled_inside", place, opening + words + closing)


# Words

SYNONYMS = {
    "simply": "nearly", "slow": "long", "kept": "stored", "said": "stated", "told": "informed", "every": "each", "now": "today",
    "morning": "day", "house": "home", "small": "little", "large": "big", "best": "finest", "has": "had", "was": "is", "will": "would",
    "but": "and", "more": "less", "first": "last", "new": "old", "many": "several", "people": "persons", "began": "started",
    "some": "several", "about": "around", "only": "just", "good": "fine", "great": "grand", "after": "before", "there": "here",
    "year": "season", "city": "town", "bought": "acquired", "old": "aged", "years": "seasons", "before": "until", "because": "since",
    "two": "three", "three": "four", "four": "five", "five": "six", "would": "could", "work": "labour", "show": "display",
}  # fmt: skip


def _swappable(stretch: Stretch, text: str) -> list[Stretch]:
    words = re.finditer(r"(?<![\w'’-])[a-z]+(?![\w'’-])", stretch.of(text))
    return [Stretch(stretch.start + word.start(), stretch.start + word.end()) for word in words if word.group() in SYNONYMS]


def paragraph_duplicated(article: Article, rng: Random) -> Planted:
    """Print a paragraph again below a later one, with two words changed."""
    text = article.text
    lines = [line for line in prose(text) if len(_swappable(line, text)) >= 2]
    line = _pick(rng, lines, "no paragraph with two words to change")
    copy, base = line.of(text), line.start
    for word in sorted(rng.sample(_swappable(line, text), 2), reverse=True):
        copy = copy[: word.start - base] + SYNONYMS[word.of(text)] + copy[word.end - base :]
    place = _pick(rng, [other for other in prose(text) if other.start >= line.start], "no place").end
    return _changed(article, "paragraph_duplicated", Stretch(place, place), f"\n\n{copy}")


def headline_quote_changed(article: Article, rng: Random) -> Planted:
    """Change a word that the headline quotes."""
    text, top = article.text, headline(article.text)
    quoted = [part for part in quotations(text) if top.start <= part.start and part.end <= top.end]
    words = [word for part in quoted for word in _swappable(part, text)]
    word = _pick(rng, words, "no quotation in the headline")
    return _changed(article, "headline_quote_changed", word, SYNONYMS[word.of(text)])


def headline_dropped(article: Article, rng: Random) -> Planted:  # noqa: ARG001 -- nothing to choose
    """Leave out the headline and the empty line below it."""
    top = headline(article.text)
    below = re.compile(r"\n*").match(article.text, top.end)
    return _changed(article, "headline_dropped", Stretch(top.start, below.end() if below else top.end), "")


SET_PHRASES = {
    "between Scylla and Charybdis": ["between Skilla and Haribda", "between Scilla and Haribdis"],
    "sword of Damocles": ["sword of Domokles", "sword of Damoclus"],
    "Achilles heel": ["Ahilles heel", "Akhilles’s heal"],
    "Gordian knot": ["Gordion not"],
    "Pandora's box": ["Pandorra's box"],
}


def set_phrase_garbled(article: Article, rng: Random) -> Planted:
    """Garble a set phrase."""
    found = [
        (Stretch(*match.span()), garbled)
        for phrase, garbled in SET_PHRASES.items()
        for match in re.finditer(re.escape(phrase), article.text, re.IGNORECASE)
    ]
    place, garbled = _pick(rng, found, "no set phrase")
    return _changed(article, "set_phrase_garbled", place, rng.choice(garbled))


_SPELLINGS = [
    (r"ev$", "iev"),
    (r"ov$", "off"),
    (r"ov([ae])", r"ow\1"),
    (r"yev", "jev"),
    (r"ays", "ajs"),
    (r"kh", "h"),
    (r"ñ", "ny"),
    (r"š", "s"),
    (r"ko$", "ka"),
    (r"(?<=\w)y(?=[aeio])", "i"),
    (r"([b-df-hj-np-tv-xz])\1", r"\1"),
    (r"(?<=[aeiou])([lmnst])(?=[aeiou])", r"\1\1"),
]


def name_misspelled(article: Article, rng: Random) -> Planted:
    """Spell a name otherwise in one place of the body, not its first."""
    text = article.text
    found = []
    for name in _surnames(text):
        places = [Stretch(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)][1:]
        spelled = [re.sub(pattern, other, name, count=1) for pattern, other in _SPELLINGS if re.search(pattern, name)]
        found += [(place, other) for place in _in_prose(text, places) for other in spelled]
    place, other = _pick(rng, found, "no name that comes twice")
    return _changed(article, "name_misspelled", place, other)


# Dates


def garbled_date(article: Article, rng: Random) -> Planted:
    """Put a date that no calendar has in the place of one."""
    pattern = rf"\b(?:(?P<month>{_MONTH}) \d{{1,2}}|\d{{1,2}} (?P<after>{_MONTH})(?: \d{{4}})?)\b"
    match = _pick(rng, list(re.finditer(pattern, article.text)), "no date")
    number = _MONTHS.index(match["month"] or match["after"]) + 1
    day, month = rng.randint(33, 39), _MONTHS[number - 1]
    american = match["month"] is not None
    garbled = [
        f"{month} {day}" if american else f"{day} {month}",
        f"{day - 11}/{number:02} – 40",
        "February 30" if american else "30 February",
    ]
    return _changed(article, "garbled_date", Stretch(*match.span()), rng.choice(garbled))


_DONE = [
    "The papers were signed on {}.",
    "The first results were published on {} and nobody objected.",
    "A second meeting was held on {} behind closed doors.",
]


def future_date_past(article: Article, rng: Random) -> Planted:
    """Tell in the past tense, at the end of a paragraph, what fell on a day after the publication."""
    day = _day(article) + timedelta(days=rng.randint(60, 400))
    month = _MONTHS[day.month - 1]
    american = re.search(rf"{_MONTH} \d", article.text) is not None and re.search(rf"\d {_MONTH}", article.text) is None
    when = f"{month} {day.day}, {day.year}" if american else f"{day.day} {month} {day.year}"
    sentence = rng.choice(_DONE).format(f"{when}," if american else when).replace(",.", ".")
    place = _pick(rng, prose(article.text), "no paragraph").end
    return _changed(article, "future_date_past", Stretch(place, place), f" {sentence}")


def publication_withheld(article: Article, rng: Random) -> Planted:  # noqa: ARG001 -- nothing to choose
    """Do not tell when the article was published, where no year stands in it."""
    if re.search(r"\b(?:1[5-9]|20)\d\d\b", article.text):
        raise NotApplicableError("the text names a year")
    return _changed(article._replace(published=None), "publication_withheld", Stretch(0, 0), "")


def outlet_withheld(article: Article, rng: Random) -> Planted:  # noqa: ARG001 -- nothing to choose
    """Do not tell who published the article."""
    return _changed(article._replace(outlet=None), "outlet_withheld", Stretch(0, 0), "")


# Characters


def _sentences(text: str) -> list[Stretch]:
    """Cut running text at full stops that end a word or a quotation, outside quotations of the first level."""
    quoted = [] if not re.search(r"[«“‘\"']\w", text) else quotations(text)
    starts = [part.start for part in quoted]
    cuts = []
    for line in prose(text):
        begin = line.start
        for match in re.finditer(r"(?:(?<=[a-z]{2}\.)|(?<=\d\d\.)|(?<=\.[”»\"])|(?<=[”»\"]\.)) (?=[A-ZŠŽ“«‘\"])", line.of(text)):
            at = line.start + match.start()
            before = bisect_right(starts, at) - 1
            if before >= 0 and quoted[before].end > at:
                continue
            cuts.append(Stretch(begin, at))
            begin = at + 1
        cuts.append(Stretch(begin, line.end))
    return cuts


def mojibake(article: Article, rng: Random) -> Planted:
    """Write one sentence as UTF-8 and read it as Windows-1252."""
    places = [part for part in _sentences(article.text) if not part.of(article.text).isascii()]
    place = _pick(rng, places, "plain ASCII")
    return _changed(article, "mojibake", place, "".join(map(_misread, place.of(article.text).encode())))


def _misread(byte: int) -> str:
    """Read a byte as Windows-1252, as browsers do: the five bytes that stand for nothing are controls."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def replacement_char(article: Article, rng: Random) -> Planted:
    """Lose a letter of a word, one with an accent where there is one."""
    text = article.text
    letters = [
        Stretch(line.start + match.start(), line.start + match.end())
        for line in prose(text)
        for match in re.finditer(r"(?<=[^\W\d_])[^\W\d_](?=[^\W\d_]{2})", line.of(text))
    ]
    place = _pick(rng, [part for part in letters if not part.of(text).isascii()] or letters, "no word")
    return _changed(article, "replacement_char", place, "\N{REPLACEMENT CHARACTER}")


def zero_width(article: Article, rng: Random) -> Planted:
    """Put a zero-width space into a name."""
    text = article.text
    found = [Stretch(*match.span()) for name in _surnames(text) for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    place = _pick(rng, _in_prose(text, found), "no name")
    name = place.of(text)
    at = rng.randint(2, len(name) - 2)
    return _changed(article, "zero_width", place, f"{name[:at]}\N{ZERO WIDTH SPACE}{name[at:]}")


def bidi_override(article: Article, rng: Random) -> Planted:
    """Put a right-to-left override before a word."""
    text = article.text
    words = [
        Stretch(line.start + match.start(), line.start + match.end())
        for line in prose(text)
        for match in re.finditer(r"(?<= )[a-z]{4,}(?= )", line.of(text))
    ]
    place = _pick(rng, words, "no word")
    return _changed(article, "bidi_override", place, f"\N{RIGHT-TO-LEFT OVERRIDE}{place.of(text)}")


def mixed_line_ends(article: Article, rng: Random) -> Planted:
    """End one line in CRLF."""
    place = _pick(rng, [Stretch(*match.span()) for match in re.finditer(r"\n", article.text.rstrip())], "one line")
    return _changed(article, "mixed_line_ends", place, "\r\n")


_BOILERPLATE = [
    "Subscribe to our newsletter for daily updates.",
    "Follow us on Facebook and Twitter for the latest news.",
    "Sign up here to receive our weekly digest by e-mail.",
]


def boilerplate_inside(article: Article, rng: Random) -> Planted:
    """Put a line of the site between two sentences of a paragraph."""
    cuts = _sentences(article.text)
    ends = [here.end for here, following in pairwise(cuts) if following.start == here.end + 1]
    place = _pick(rng, [end for end in ends if article.text[end] == " "], "no paragraph of two sentences")
    return _changed(article, "boilerplate_inside", Stretch(place, place), f" {rng.choice(_BOILERPLATE)}")


# The copies

PLANTERS: dict[str, Planter] = {
    planter.__name__: planter
    for planter in (
        repeated_other_speaker,
        wrong_office_holder,
        place_out_of_time,
        opposite_polarity,
        closing_quote_removed,
        opening_quote_removed,
        quote_doubled_inside,
        paragraph_duplicated,
        name_misspelled,
        garbled_date,
        future_date_past,
        publication_withheld,
        outlet_withheld,
        headline_dropped,
        vague_attribution,
        headline_quote_changed,
        set_phrase_garbled,
        mojibake,
        replacement_char,
        zero_width,
        bidi_override,
        mixed_line_ends,
        boilerplate_inside,
    )
}

ROUNDS = {
    "01_railway_tariff.txt": ("wrong_office_holder", "closing_quote_removed"),
    "02_dry_port.txt": ("boilerplate_inside", "outlet_withheld"),
    "03_ran_out_of_water.txt": ("place_out_of_time", "headline_quote_changed"),
    "04_tram_dog.txt": ("paragraph_duplicated", "repeated_other_speaker"),
    "05_sea_came_back.txt": ("opening_quote_removed", "quote_doubled_inside"),
    "06_small_states.txt": ("set_phrase_garbled", "headline_dropped"),
    "07_glaciologist_interview.txt": ("headline_quote_changed", "opening_quote_removed"),
    "08_flood_live.txt": ("publication_withheld", "zero_width"),
    "09_ohio_ferret.txt": ("closing_quote_removed", "opposite_polarity"),
    "10_zhetysu_draw.txt": ("name_misspelled", "replacement_char"),
    "11_saiga_noses.txt": ("mojibake", "vague_attribution"),
    "12_ferry_deal.txt": ("garbled_date", "future_date_past"),
    "13_brussels_readout.txt": ("wrong_office_holder", "garbled_date"),
    "14_obituary_accordion.txt": ("quote_doubled_inside", "bidi_override"),
    "15_weekend_tbilisi.txt": ("headline_dropped", "boilerplate_inside"),
    "16_bishkek_trolleybuses.txt": ("future_date_past", "opposite_polarity"),
    "17_profile_dosova.txt": ("bidi_override", "name_misspelled"),
    "18_translated_bread.txt": ("mojibake", "mixed_line_ends"),
    "19_explainer_capital.txt": ("headline_dropped", "vague_attribution"),
    "20_letter_caspian.txt": ("outlet_withheld", "set_phrase_garbled"),
    "21_school_masks_qa.txt": ("publication_withheld", "mixed_line_ends"),
    "22_almaty_pipeline_1994.txt": ("place_out_of_time", "zero_width"),
    "23_moldova_brandy.txt": ("opposite_polarity", "vague_attribution"),
    "24_theatre_vilnius.txt": ("replacement_char", "paragraph_duplicated"),
    "25_tajik_mudslides.txt": ("repeated_other_speaker", "wrong_office_holder"),
    "26_rights_statement.txt": ("vague_attribution", "boilerplate_inside"),
    "27_kazakh_peppermint.txt": ("zero_width", "repeated_other_speaker"),
    "28_vase_pensioner.txt": ("opening_quote_removed", "headline_quote_changed"),
    "29_kyiv_funicular.txt": ("name_misspelled", "mojibake"),
    "30_volgograd_chess.txt": ("mixed_line_ends", "place_out_of_time"),
}
"""Which defect each article gets in the first round and in the second; every kind comes up in the first, and twice or more in both."""


def articles() -> list[Article]:
    """Read the clean articles, their line ends as they are."""
    entries = tomllib.loads((HERE / "articles.toml").read_text(encoding="utf-8"))["article"]
    return [
        Article(entry["file"], (HERE / entry["file"]).read_bytes().decode(), entry["published"], entry["outlet"], entry["style"])
        for entry in entries
    ]


def copies(seed: int = 1) -> list[Planted]:
    """Plant both rounds."""
    by_file = {article.file: article for article in articles()}
    return [
        PLANTERS[kinds[at]](by_file[file], Random(f"{seed} {file} {kinds[at]}"))  # noqa: S311 -- no secret
        for at in (0, 1)
        for file, kinds in ROUNDS.items()
    ]


def main() -> None:
    """Write each copy as one line of JSON."""
    for copy in copies():
        sys.stdout.write(json.dumps({**copy._asdict(), "words": copy.words}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
