"""Names that one article spells in two ways, or otherwise than the authority."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.catalogue import found
from kzcorpus.analysis.knowledge import Knowledge, knowledge
from kzcorpus.analysis.sounds import near, sound
from kzcorpus.analysis.wording import paragraphs
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzcorpus.model.articles import Article, Mention
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z\u00c0-\u00de][a-z\u00df-\u024f]{5,}(?![\w-])")
_LONGEST_NAME = 80
_MOST_FORMS = 12  # spellings of one name that are compared with each other
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f'’]+")
_ENDINGS = ("'s", "’s", "’", "'")


class _Part(NamedTuple):
    """One word of a name as an article has it."""

    form: str
    span: Span

    @property
    def low(self) -> str:
        return self.form.casefold()


class _Called(NamedTuple):
    """A name in an article: whom it means, and its words."""

    entity: str
    type: str
    parts: tuple[_Part, ...]


def _parts(text: str, span: Span) -> tuple[_Part, ...]:
    found = []
    for match in _WORD.finditer(text, span.start, min(span.end, span.start + _LONGEST_NAME)):
        bare = next((match[0].removesuffix(ending) for ending in _ENDINGS if match[0].endswith(ending)), match[0])
        if bare[:1].isupper() and _LATIN.fullmatch(bare):
            found.append(_Part(bare, Span(match.start(), match.start() + len(bare))))
    return tuple(found)


def _is_name(article: Article, mention: Mention) -> bool:
    rule = mention.made.rule if mention.made and mention.made.rule else ""
    named = rule.startswith("mention.name") or not rule.startswith("mention.")
    return named and mention.type in ("person", "place") and article.text[mention.span.start : mention.span.start + 1].isupper()


def _names(article: Article) -> list[_Called]:
    called = []
    for mention in article.mentions:
        if _is_name(article, mention):
            entity = mention.literal or mention.entity or mention.name
            parts = _parts(article.text, mention.span)
            if entity and parts:
                called.append(_Called(entity, mention.type, parts))
    return called


def _strays(article: Article, known_words: frozenset[str]) -> Iterator[_Called]:
    """Yield long capitalised words outside every mention: a name so misspelled that reading took it for none."""
    covered = sorted(mention.span for mention in article.mentions)
    at, end = 0, 0
    for unit in paragraphs(article):
        for match in _CAPITALISED.finditer(article.text, unit.start, unit.end):
            while at < len(covered) and covered[at].start <= match.start():
                end, at = max(end, covered[at].end), at + 1
            if match.start() >= end and match[0].casefold() not in known_words and not match[0].isupper():
                yield _Called(f"={match[0]}", "person", (_Part(match[0], Span(*match.span())),))


class _Forms:
    """The spellings of the words of names, each with where it stands; which stand side by side in one name; and whose they are."""

    def __init__(self, names: Iterable[_Called]) -> None:
        self.places: defaultdict[str, list[_Part]] = defaultdict(list)
        self.together: set[tuple[str, str]] = set()
        self.of: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self.full: dict[str, list[_Called]] = defaultdict(list)
        self.single: list[_Called] = []
        self.add(names)

    def add(self, names: Iterable[_Called]) -> None:
        """Take in more names."""
        for name in names:
            for part in name.parts:
                self.places[part.low].append(part)
                self.of[name.entity][part.low] = None
            self.together.update((a.low, b.low) for a in name.parts for b in name.parts)
            if len(name.parts) > 1 and name.type == "person":
                for part in name.parts:
                    self.full[part.low].append(name)
            elif name.type == "person":
                self.single.append(name)

    def told(self, article: Article, a: str, b: str) -> Finding:
        """Make the finding of two spellings: the rarer one wherever it stands, the other where it stands first."""
        usual, rare = sorted((a, b), key=lambda form: (-len(self.places[form]), self.places[form][0].span))
        first = self.places[usual][0]
        spans = sorted([first.span, *(part.span for part in self.places[rare])])
        message = f"“{first.form}” is also spelled “{self.places[rare][0].form}”"
        hint = "compare the two spellings: one person or two?"
        return found("name-spelled-two-ways", message, article=article.id, spans=spans, hint=hint)


def _of_one(forms: _Forms) -> Iterator[tuple[str, str]]:
    """Yield the spellings of one person's or place's name that are a letter or two apart, or sound the same."""
    for words in forms.of.values():
        for a, b in combinations(list(words)[:_MOST_FORMS], 2):
            if (a, b) not in forms.together and (near(a, b, 2) or (sound(a) == sound(b) and min(len(a), len(b)) > 3)):  # noqa: PLR2004
                yield a, b


def _of_two(forms: _Forms, known: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield what looks like two people and is probably one: a lone name a letter away from that of somebody named in full."""
    near_full = _Neighbours(forms.full)
    for name in forms.single:
        word = name.parts[0].low
        if word in forms.full or name.entity in known.actors:
            continue
        for other in near_full.of(word):
            if near(word, other) and word[0] == other[0] and other in {full.parts[-1].low for full in forms.full[other]}:
                yield other, word
    seen = set()
    for names in list(forms.full.values()):
        distinct = list({tuple(part.low for part in name.parts): name for name in names}.values())[:_MOST_FORMS]
        for a, b in combinations(distinct, 2):
            if len(a.parts) == len(b.parts) and not (a.entity in known.actors and b.entity in known.actors):
                unlike = [(x.low, y.low) for x, y in zip(a.parts, b.parts, strict=True) if x.low != y.low]
                if len(unlike) == 1 and near(*unlike[0]) and frozenset(unlike[0]) not in seen:
                    seen.add(frozenset(unlike[0]))
                    yield unlike[0]


class _Neighbours:
    """Words by what is left of them without one letter, so that those a letter apart meet."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for word in words:
            for short in self._shortened(word):
                self._by[short][word] = None

    @staticmethod
    def _shortened(word: str) -> Iterator[str]:
        yield word
        for i in range(len(word)):
            yield word[:i] + word[i + 1 :]

    def of(self, word: str) -> Iterator[str]:
        """Yield the words that are a letter away from one, or that have two neighbouring letters swapped."""
        yield from dict.fromkeys(other for short in self._shortened(word) for other in self._by.get(short, ()) if other != word)


def _spelled_two_ways(article: Article, names: list[_Called], known: Knowledge) -> Iterator[Finding]:
    forms = _Forms(names)
    if forms.full:
        forms.add(_strays(article, frozenset(forms.places)))
    told = set()
    for a, b in (*_of_one(forms), *_of_two(forms, known)):
        if frozenset((a, b)) not in told:
            told.add(frozenset((a, b)))
            yield forms.told(article, a, b)


def _authority_words(known: Knowledge, person: str) -> frozenset[str]:
    """Return the words of a person's names in Latin letters, recorded variants left out."""
    actor = known.actors.get(person)
    names = actor.names if actor else ()
    plain = [name.text for name in names if name.kind != "variant"]
    return frozenset(word.casefold() for text in plain for word in _WORD.findall(text) if _LATIN.fullmatch(word))


def _unlike(known: Knowledge, name: _Called) -> tuple[_Part, str] | None:
    """Return the word of a name that is a letter or two away from the authority's, and no other romanization of it, with that one."""
    words = _authority_words(known, name.entity)
    sounds = {sound(word) for word in words}
    for part in name.parts:
        if part.low not in words and sound(part.low) not in sounds:
            other = next((word for word in sorted(words) if near(part.low, word, 2)), None)
            if other:
                return part, other
    return None


def _almost(known: Knowledge, name: _Called) -> tuple[_Part, str, str] | None:
    """Return the word in which the full name of somebody unknown differs by a letter from that of somebody known."""
    if len(name.parts) != 2:  # noqa: PLR2004 -- a given name and a family name
        return None
    for same, other in ((0, 1), (1, 0)):
        for person, words in known.people_sounding(sound(name.parts[same].low)):
            wanted = words[other]
            if words[same] != name.parts[same].low or sound(wanted) == sound(name.parts[other].low):
                continue
            if near(name.parts[other].low, wanted) and wanted[0] == name.parts[other].low[0]:
                return name.parts[other], wanted, person
    return None


def _unlike_authority(article: Article, names: list[_Called], known: Knowledge) -> Iterator[Finding]:
    told: dict[tuple[str, str], tuple[str, str, list[Span]]] = {}
    for name in names:
        if name.type != "person":
            continue
        if name.entity in known.actors:
            unlike = _unlike(known, name)
            differs = (*unlike, name.entity) if unlike else None
        else:
            differs = _almost(known, name)
        if differs:
            part, _, person = differs
            told.setdefault((part.low, person), (part.form, person, []))[2].append(part.span)
    for form, person, spans in told.values():
        message = f"“{form}” is spelled otherwise in the authority: {known.name(person)}"
        refs = (person,) if known.is_of_corpus(person) else ()
        yield found("name-unlike-authority", message, article=article.id, spans=spans, refs=refs, hint="compare the two spellings")


def misspelled_names(corpus: Corpus) -> Iterator[Finding]:
    """Find names that one article spells in two ways, and names of known people spelled otherwise than in the authority.

    Another romanization of a Russian or Kazakh name is no finding against the authority, since no spelling of it is the only one; two of
    them in one article are. So is a spelling that the authority records as a variant, but that is no romanization: "Anthony".
    """
    known = knowledge(corpus.authority)
    for article in corpus.articles:
        names = _names(article)
        if names:
            yield from _spelled_two_ways(article, names, known)
            yield from _unlike_authority(article, names, known)
