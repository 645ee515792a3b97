"""Titles beside names: "Kazakh President X", "X, the former president of Kazakhstan," and what they say of the person."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from kzcorpus.analysis.knowledge import plain_post
from kzcorpus.analysis.terms import term_set, terms
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kzcorpus.analysis.knowledge import Knowledge, Tenures
    from kzcorpus.model.articles import Article, Mention

_REACH = 90  # code points before a name in which its title is looked for
_SENTENCE = 300  # code points on either side in which a year says that another time is meant
_MODIFIERS = 3  # words before a title that may say it is not held now
_OF = r"(?: of(?: the)?(?P<of>(?: [^\W\d_][\w.’'-]*){1,5}?))?"
_BETWEEN = re.compile(_OF + r",? (?:(?:Mr|Mrs|Ms|Dr)\.? )?")
_APPOSED = re.compile(r", (?P<before>(?:[\w’'-]+[ -]){0,4}?)$")
_CLOSED = re.compile(_OF + r"(?=\s*(?:[,.;:—–)]|$))")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SENTENCE_END = re.compile(r"[.!?…][”\"»’)]*\s|[\n\r]")
_WORD = re.compile(r"[\w.’']+")

_SERVING = frozenset({"of", "for", "to"})

Time = Literal["now", "former", "acting", "other"]


class Titled(NamedTuple):
    """A person to whom the text gives a post: the title with the name, when it is said to be held, the state where the text names one."""

    person: str
    span: Span
    post: str
    time: Time
    state: str | None
    tenures: Tenures


@cache
def _forms() -> dict[str, str]:
    """Return the posts that titles mean, by every form in small letters."""
    posts = terms()["posts"]
    return {form.casefold(): post for post, others in posts.items() for form in (post, *others)}


@cache
def _title(extra: frozenset[str]) -> re.Pattern[str]:
    forms = sorted({*_forms(), *extra}, key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)", re.IGNORECASE)


def sentence_around(text: str, name: Span) -> tuple[str, str]:
    """Return what stands before and after a span in its sentence, as far as a few hundred code points reach."""
    before = _SENTENCE_END.split(text[max(0, name.start - _SENTENCE) : name.start])[-1]
    after = _SENTENCE_END.split(text[name.end : name.end + _SENTENCE], maxsplit=1)[0]
    return before, after


def dated_otherwise(text: str, name: Span) -> bool:
    """Tell whether the sentence of a name says that another time is meant: it names a year, or an era."""
    sentence = " ".join(sentence_around(text, name))
    return bool(_YEAR.search(sentence)) or any(sign in sentence.casefold() for sign in terms()["other_times"])


def _time(words: list[str]) -> Time:
    """Return when a post is said to be held by the words before it, the nearest last."""
    said = [word.casefold().strip(".,") for word in words[-_MODIFIERS:]]
    if said[-1:] and said[-1] in _SERVING and not term_set("aides").isdisjoint(said):
        return "other"  # an adviser to a president may have been so at any time
    said = said[max((i for i, word in enumerate(said) if word in _SERVING), default=-1) + 1 :]
    if not term_set("acting").isdisjoint(said):
        return "acting"
    if not term_set("former").isdisjoint(said):
        return "former"
    return "other" if not term_set("elsewhen").isdisjoint(said) else "now"


def _words_before(window: str, end: int) -> list[str]:
    return _WORD.findall(window[:end].replace("-", " "))


def _country(known: Knowledge, words: list[str], of: str | None) -> tuple[str | None, bool]:
    """Return the state that the words around a title name, and whether they name something else instead."""
    if of:
        state = known.state(of.strip()) or known.state(of.strip().removeprefix("Republic of "))
        return state, state is None
    for size in (2, 1):
        state = known.state(" ".join(words[-size:])) if len(words) >= size else None
        if state:
            return state, False
    return None, bool(words) and words[-1][:1].isupper() and len(words) > 1


def _hangs(window: str, title: re.Match[str], between: str) -> bool:
    """Tell whether a title belongs to what stands before it: "the race for president, Ada Serikova", not "the president, Ada Serikova"."""
    words = _WORD.findall(window[: title.start()])
    return "," in between and title[0].islower() and bool(words) and words[-1].casefold() in term_set("hanging")


def _before(text: str, name: Span, extra: frozenset[str]) -> tuple[Span, str, str | None, list[str]] | None:
    """Return the title that stands right before a name: its span, its form, what it is "of", and the words before it."""
    start = max(0, name.start - _REACH)
    window = text[start : name.start]
    for title in _title(extra).finditer(window):
        between = _BETWEEN.fullmatch(window, title.end())
        if between and not _hangs(window, title, between[0]):
            before = _SENTENCE_END.split(window[: title.start()])[-1]
            return Span(start + title.start(), name.end), title[0], between["of"], _words_before(before, len(before))
    return None


def _behind(text: str, name: Span, extra: frozenset[str]) -> tuple[Span, str, str | None, list[str]] | None:
    """Return the title that stands behind a name between commas, in the same form."""
    window = text[name.end : name.end + _REACH]
    if not window.startswith(", "):
        return None
    for title in _title(extra).finditer(window):
        before = _APPOSED.match(window[: title.start()])
        closed = _CLOSED.match(window, title.end())
        if before and closed:
            end = name.end + closed.end()
            return Span(name.start, end), title[0], closed["of"], _words_before(before["before"], len(before["before"]))
    return None


def _read(known: Knowledge, article: Article, mention: Mention, person: str) -> Iterator[Titled]:
    tenures = known.tenures[person]
    own = {str(tenure.post).casefold(): plain_post(tenure.post) for tenure in tenures}
    extra = frozenset(own)
    for place, look in enumerate((_before, _behind)):
        read = look(article.text, mention.span, extra)
        if read is None:
            continue
        span, form, of, words = read
        post = own.get(form.casefold()) or _forms().get(form.casefold(), "")
        post = plain_post(post)
        state, elsewhere = _country(known, words, of)
        same = tuple(tenure for tenure in tenures if plain_post(tenure.post) == post)
        if elsewhere and not same:
            continue
        if not same and place and not state:
            continue  # "X, the prime minister, and others" is a list
        yield Titled(person, span, post, _time(words), state, same)
        return


def titled(article: Article, known: Knowledge) -> Iterator[Titled]:
    """Yield the people whom an article names, not by a pronoun, beside the title of a post, in a sentence that means no other time."""
    held: Mapping[str, Tenures] = known.tenures
    for mention in article.mentions:
        if mention.entity in held and mention.span.of(article.text)[:1].isupper():
            for one in _read(known, article, mention, str(mention.entity)):
                if not dated_otherwise(article.text, mention.span):
                    yield one
