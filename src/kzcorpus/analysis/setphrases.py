"""Set phrases half translated, transliterated wrongly or given in two ways, and idioms put into English word for word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.catalogue import found, phrase
from kzcorpus.analysis.terms import terms
from kzcorpus.analysis.wording import paragraphs
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Finding

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_CAPITALISED = re.compile(r"[^\W\d_a-z]\w+(?:['’-]\w+)*")
_COUPLE = re.compile(r"\b(?P<before>[a-z]+)\s(?P<name>[A-Z]\w+)\sand\s(?:the\s|an?\s)?(?P<partner>[A-Z]\w+)")
_ARTICLES = frozenset({"the", "a", "an"})
_NEAR = 4  # words between a name and its noun
_LONGEST_NAME = 24
_SHORT_KEY = 4
_LONG_KEY = 6
_SOUNDS = (
    ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("ch", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("rh", "r"), ("ck", "k"), ("c", "k"),
    ("qu", "kv"), ("sts", "c"), ("ts", "c"), ("tz", "c"), ("ae", "e"), ("oe", "e"), ("eu", "ev"), ("au", "av"), ("ou", "u"), ("x", "ks"),
    ("q", "k"), ("w", "v"), ("y", "i"), ("j", "i"), ("h", "g"),
)  # fmt: skip
"""Letters that one sound is written with, and the one that stands for them here; in this order."""
_ENDING = re.compile(r"(?:o[im]|[aeiou][ns]?)$")
_REPEATED = re.compile(r"(.)\1+")


def romanized(name: str) -> frozenset[str]:
    """Return keys for the sounds of a name, whatever script it came through: equal ones for "Charybdis" and "Haribda".

    There are two where a Latin *c* may have been *k* or *ts*.

    >>> romanized("Charybdis") & romanized("Kharibda"), romanized("Scylla") & romanized("Skilla")
    (frozenset({'garibd'}), frozenset({'skil'}))
    """
    return _romanized(name)


@lru_cache(maxsize=1 << 14)
def _romanized(name: str) -> frozenset[str]:
    letters = "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if char.isascii() and char.isalpha())
    letters = letters[:-1] if letters.endswith(("ah", "eh")) else letters
    soft = re.sub(r"s?c(?=[eiy])", "ts", letters)
    return frozenset(_key(form) for form in {letters, soft})


def _key(letters: str) -> str:
    for written, sound in _SOUNDS:
        letters = letters.replace(written, sound)
    return _ENDING.sub("", _REPEATED.sub(r"\1", letters))


class Figure(NamedTuple):
    """A name of a set phrase: what the phrase means, the forms that are right, what must stand near it, and what stands there wrongly.

    Of a pair ``place`` is 0 for the first name and 1 for the second; ``alone`` tells that nobody else is called so.
    """

    means: str
    right: frozenset[str]
    beside: frozenset[str] = frozenset()
    wrong: frozenset[str] = frozenset()
    place: int | None = None
    alone: bool = False


class _Word(NamedTuple):
    span: Span
    surface: str

    @property
    def low(self) -> str:
        """The word without case and possessive ending."""
        return self.surface.casefold().removesuffix("'s").removesuffix("’s")


def _keys(right: frozenset[str], roots: str) -> frozenset[str]:
    """Return what a name is found under: its right forms as they are, and keys long enough to mean nothing else."""
    keys = frozenset(key for form in right for key in romanized(form)) | frozenset(roots.split())
    return frozenset(key for key in keys if len(key) >= _SHORT_KEY) | frozenset(map(_literal, right))


def _literal(name: str) -> str:
    return f"={name.casefold()}"


@cache
def _figures() -> dict[str, tuple[Figure, ...]]:
    """Return the names of set phrases by their keys."""
    found: dict[str, list[Figure]] = {}
    for entry in terms("setphrases")["name"]:
        right, beside, wrong = (frozenset(entry[key].split()) for key in ("right", "beside", "wrong"))
        for key in _keys(right, entry["roots"]):
            found.setdefault(key, []).append(Figure(entry["means"], right, beside, wrong))
    for entry in terms("setphrases")["pair"]:
        for place, part in enumerate((entry["first"], entry["second"])):
            right = frozenset(part["right"].split())
            for key in _keys(right, part["roots"]):
                found.setdefault(key, []).append(Figure(entry["means"], right, place=place, alone=entry.get("alone", False)))
    return {key: tuple(figures) for key, figures in found.items()}


def _named(word: _Word) -> tuple[Figure, ...]:
    if not word.surface[0].isupper() or len(word.surface) > _LONGEST_NAME:
        return ()
    return _known(_stem(word.surface))


def _shortened(key: str) -> Iterator[str]:
    """Yield a long key and what is left of it without one letter: two that are one letter apart share one of these."""
    yield key
    if len(key) >= _LONG_KEY and key[0] != "=":
        yield from (key[:i] + key[i + 1 :] for i in range(len(key)))


@cache
def _nearly() -> dict[str, tuple[Figure, ...]]:
    near: dict[str, dict[Figure, None]] = {}
    for key, figures in _figures().items():
        for short in _shortened(key):
            near.setdefault(short, {}).update(dict.fromkeys(figures))
    return {short: tuple(figures) for short, figures in near.items()}


@lru_cache(maxsize=1 << 14)
def _known(name: str) -> tuple[Figure, ...]:
    """Return the names of set phrases that a word sounds like, but for one letter where it is long."""
    known = _nearly()
    keys = (_literal(name), *sorted(key for key in romanized(name) if len(key) >= _SHORT_KEY))
    return tuple(dict.fromkeys(figure for key in keys for short in _shortened(key) for figure in known.get(short, ())))


def _stem(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _is_right(word: _Word, figure: Figure) -> bool:
    bare = _stem(word.surface)
    return bare in figure.right or bare.capitalize() in figure.right


def _near(words: Sequence[_Word], at: int) -> Iterator[int]:
    return (i for i in range(max(0, at - _NEAR), min(len(words), at + _NEAR + 1)) if i != at)


class Use(NamedTuple):
    """A place where a set phrase is used: what it means, its words, and whether these are wrong; None where nobody can tell."""

    means: str
    span: Span
    wrong: bool | None


def _framed(words: Sequence[_Word], at: int, figure: Figure) -> Use | None:
    """Return the use of a name that stands near its noun, or near what stands wrongly in its place."""
    right = _is_right(words[at], figure)
    for i in _near(words, at):
        low = words[i].low
        adjoining = i == at + 1 or (i < at and words[at - 1].low in ("of", *_ARTICLES) and at - i <= 3)  # noqa: PLR2004 -- "knife of the"
        if low in figure.beside or (low in figure.wrong and adjoining):
            first, last = sorted((words[i].span, words[at].span))
            return Use(figure.means, Span(first.start, last.end), not right or low in figure.wrong)
    return None


def _coupled(text: str, words: Sequence[_Word], at: int, figure: Figure) -> Use | None:
    """Return the use of one name of a pair: "A and B", where B may be another word."""
    step = -1 if figure.place else 1
    link, i = at + step, at + 2 * step
    if not (0 <= link < len(words) and 0 <= i < len(words)) or words[link].low != "and":
        return None
    if step > 0 and words[i].low in _ARTICLES and i + 1 < len(words):
        i += 1
    partner = next((other for other in _named(words[i]) if other.means == figure.means and other.place != figure.place), None)
    if figure.place and partner:
        return None  # told where the pair begins
    first, last = sorted((words[i].span, words[at].span))
    if any(mark in text[first.end : last.start] for mark in ".,;:!?\n"):
        return None
    right = _is_right(words[at], figure)
    if partner is None and not right and not (figure.alone and _sounds(words[at], figure)):
        return None
    wrong = not (right and _is_right(words[i], partner)) if partner else None if right else True
    return Use(figure.means, Span(first.start, last.end), wrong)


def _sounds(word: _Word, figure: Figure) -> bool:
    """Tell whether a word has all the sounds of a name, not all but one."""
    known = _figures()
    return any(figure in known.get(key, ()) for key in romanized(_stem(word.surface)))


def _uses(text: str, unit: Span) -> Iterator[Use]:
    if not any(_known(_stem(match[0])) for match in _CAPITALISED.finditer(text, unit.start, unit.end)):
        return
    words = [_Word(Span(*match.span()), match[0]) for match in _WORD.finditer(text, unit.start, unit.end)]
    for at, word in enumerate(words):
        for figure in _named(word):
            use = _coupled(text, words, at, figure) if figure.place is not None else _framed(words, at, figure)
            if use:
                yield use


class _Calque(NamedTuple):
    pattern: re.Pattern[str]
    means: str


@cache
def _calques() -> dict[str, tuple[_Calque, ...]]:
    """Return the idioms put into English word for word, by one word that each must have."""
    found: dict[str, list[_Calque]] = {}
    for line in terms("setphrases")["calques"]["list"].strip().splitlines():
        wording, _, means = (part.strip() for part in line.partition("="))
        words = wording.split()
        least = min(words, key=lambda word: (word.count("|"), -len(word)))
        pattern = r"[\s,]+".join(f"(?:{'|'.join(map(re.escape, word.split('|')))})" for word in words)
        calque = _Calque(re.compile(rf"\b{pattern}\b", re.IGNORECASE), means)
        for form in least.split("|"):
            found.setdefault(form, []).append(calque)
    return {word: tuple(calques) for word, calques in found.items()}


def _couples(text: str, unit: Span) -> Iterator[tuple[tuple[str, str], str, Span]]:
    """Yield "crossing A and B": the word before with a capitalised A, what B is, and the span from A to B."""
    for match in _COUPLE.finditer(text, unit.start, unit.end):
        yield (match["before"], match["name"]), match["partner"], Span(match.start("name"), match.end())


def _replaced(article: Article, units: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the places of a pair that comes twice with one partner replaced, where the name that stays stands for nobody and nowhere."""
    couples: dict[tuple[str, str], dict[str, Span]] = {}
    for unit in units:
        for key, partner, span in _couples(article.text, unit):
            couples.setdefault(key, {}).setdefault(partner, span)
    twice = {key: list(spans.values()) for key, spans in couples.items() if len(spans) > 1}
    if not twice:
        return
    known = {mention.span.start for mention in article.mentions}
    uses = Counter(_WORD.findall(article.text))
    for (_, name), spans in twice.items():
        if uses[name] == len(spans) and not known.intersection(span.start for span in spans):
            yield spans


def garbled_set_phrases(article: Article) -> Iterator[Finding]:
    """Find proverbial names that are transliterated wrongly, half translated, or given in two ways, one finding for each phrase.

    A phrase that is right everywhere is no finding. Beside the phrases of ``setphrases.toml``: "crossing A and B" that comes again as
    "crossing A and C", where A is nobody's and no place's name.
    """
    text = article.text
    places: dict[str, list[Use]] = {}
    units = paragraphs(article)
    for unit in units:
        for use in _uses(text, unit):
            places.setdefault(use.means, []).append(use)
    told: set[Span] = set()
    for means, uses in places.items():
        two_ways = len({use.wrong for use in uses}) > 1
        if two_ways or any(use.wrong for use in uses):
            spans = list(dict.fromkeys(use.span for use in uses if use.wrong or two_ways))
            told.update(spans)
            given = " and ".join(phrase(text, span) for span in spans[:2])
            message = f"{given}: English has “{means}”"
            hint = "compare the phrase in the language the text comes from"
            yield found("garbled-set-phrase", message, article=article.id, spans=spans, hint=hint)
    for spans in _replaced(article, units):
        if told.isdisjoint(spans):
            given = " and ".join(phrase(text, span) for span in spans[:2])
            hint = "compare the two, and the phrase in the language the text comes from"
            yield found("garbled-set-phrase", f"{given}: one phrase given in two ways", article=article.id, spans=spans, hint=hint)


def calques(article: Article) -> Iterator[Finding]:
    """Find idioms of Russian and Kazakh put into English word for word."""
    text = article.text
    known = _calques()
    for single in sorted(known.keys() & set(_WORD.findall(text.casefold()))):
        for calque in known[single]:
            for match in calque.pattern.finditer(text):
                span = Span(*match.span())
                message = f"{phrase(text, span)}: English has “{calque.means}”"
                hint = "compare the idiom in the language the text comes from"
                yield found("garbled-set-phrase", message, article=article.id, spans=[span], hint=hint)
