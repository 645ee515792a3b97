"""People with a title that was not theirs: at the time of the article, or beside another holder of the same post."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.analysis.catalogue import display_name, found, phrase
from kzcorpus.analysis.terms import term_set, terms
from kzcorpus.model.authorities import Authority, in_force
from kzcorpus.model.edtf import bounds
from kzcorpus.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kzcorpus.model.agents import Tenure
    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding

_REACH = 90  # code points before a name in which its title is looked for
_SENTENCE = 300  # code points on either side in which a year says that another time is meant
_MODIFIERS = 3  # words before a title that may say it is not held now
_BETWEEN = re.compile(r"(?: of(?: the)?(?: [^\W\d_][\w.’'-]*){1,5})?,? (?:(?:Mr|Mrs|Ms|Dr)\.? )?")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SENTENCE_END = re.compile(r"[.!?…][”\"»’)]*\s|[\n\r]")

Tenures = tuple["Tenure", ...]


class Titled(NamedTuple):
    """A person whom the text gives a post: the title with the name, and the person's tenures of that post."""

    person: str
    span: Span
    tenures: Tenures


@cache
def _terms() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    return term_set("elsewhen"), {post: (post, *others) for post, others in terms()["posts"].items()}


@cache
def _title(post: str) -> re.Pattern[str]:
    forms = _terms()[1].get(post, (post,))
    return re.compile(r"(?<![\w])(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)", re.IGNORECASE)


def _title_before(text: str, name: Span, post: str) -> int | None:
    """Return where a title begins that stands right before a name; None without one, or where it is said to be held at another time."""
    start = max(0, name.start - _REACH)
    window = text[start : name.start]
    for title in _title(post).finditer(window):
        if _BETWEEN.fullmatch(window, title.end()):
            words = window[: title.start()].casefold().replace("-", " ").split()[-_MODIFIERS:]
            return None if _terms()[0].intersection(words) else start + title.start()
    return None


def _dated_otherwise(text: str, name: Span) -> bool:
    """Tell whether the sentence of a name also names a year."""
    before = _SENTENCE_END.split(text[max(0, name.start - _SENTENCE) : name.start])[-1]
    after = _SENTENCE_END.split(text[name.end : name.end + _SENTENCE], maxsplit=1)[0]
    return bool(_YEAR.search(before) or _YEAR.search(after))


def _held(authority: Authority) -> dict[str, Tenures]:
    held: dict[str, Tenures] = {}
    for tenure in authority.tenures:
        if tenure.post:
            held[tenure.holder] = (*held.get(tenure.holder, ()), tenure)
    return held


def titled(article: Article, held: Mapping[str, Tenures]) -> Iterator[Titled]:
    """Yield the people whom an article names, not by a pronoun, with the title of a post they held at some time."""
    for mention in article.mentions:
        name = mention.span.of(article.text)
        tenures = held.get(mention.entity or "", ()) if name[:1].isupper() else ()
        for post in dict.fromkeys(tenure.post or "" for tenure in tenures):
            begin = _title_before(article.text, mention.span, post)
            if begin is not None:
                if not _dated_otherwise(article.text, mention.span):
                    same = tuple(tenure for tenure in tenures if tenure.post == post or str(tenure.post).endswith(f" {post}"))
                    yield Titled(str(mention.entity), Span(begin, mention.span.end), same)
                break


def _successive(a: Tenure, b: Tenure) -> bool:
    """Tell whether one of two tenures had ended when the other began."""

    def before(first: Tenure, second: Tenure) -> bool:
        end = bounds(first.until).earliest if first.until else None
        begin = bounds(second.since).latest if second.since else None
        return end is not None and begin is not None and end <= begin

    return before(a, b) or before(b, a)


def _never_together(a: Titled, b: Titled) -> bool:
    """Tell whether two people held one post of one body, and never at the same time."""
    shared = [(x, y) for x, y in product(a.tenures, b.tenures) if x.body == y.body and x.body is not None]
    return bool(shared) and all(_successive(x, y) for x, y in shared)


def _years(tenures: Tenures) -> str:
    return ", ".join(f"{tenure.since or 'unknown'} to {tenure.until or 'now'}" for tenure in tenures)


def _at_another_time(article: Article, named: list[Titled], authority: Authority, date: str) -> Iterator[Finding]:
    for one in named:
        if not any(in_force(tenure.since, tenure.until, date) for tenure in one.tenures):
            who = display_name(authority, one.person)
            message = f"{phrase(article.text, one.span)} in an article of {date}: {who} held the post {_years(one.tenures)}"
            yield found("role-not-held", message, article=article.id, spans=[one.span], refs=[one.person], hint="compare who held it then")


def _two_holders(article: Article, named: list[Titled]) -> Iterator[Finding]:
    people: dict[str, list[Titled]] = {}
    for one in named:
        people.setdefault(one.person, []).append(one)
    for a, b in combinations(people.values(), 2):
        if _never_together(a[0], b[0]):
            words = " and ".join(phrase(article.text, one.span) for one in (a[0], b[0]))
            message = f"{words} in one article: two people who never held the post at the same time"
            spans = sorted(one.span for one in (*a, *b))
            refs = [a[0].person, b[0].person]
            yield found("role-not-held", message, article=article.id, spans=spans, refs=refs, hint="compare who held it then")


def roles_not_held(corpus: Corpus) -> Iterator[Finding]:
    """Find titles that their bearers did not hold: on the article's date where it is known, else beside another holder of the same post.

    Only titles right before a name count, and only of posts the authority knows for that person; "former", "then" and the like, or a
    year in the sentence, say that another time is meant.
    """
    held = _held(corpus.authority)
    if not held:
        return
    for article in corpus.articles:
        named = list(titled(article, held))
        date = article.published.edtf if article.published else None
        if date and bounds(date).earliest:
            yield from _at_another_time(article, named, corpus.authority, date)
        else:
            yield from _two_holders(article, named)
