"""People with a title that was not theirs: at the time of the article, beside another holder of the same post, or at any time."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, product
from typing import TYPE_CHECKING

from kzcorpus.analysis.catalogue import found, phrase
from kzcorpus.analysis.knowledge import Knowledge, Office, Tenures, held_on, knowledge, surely_in_force
from kzcorpus.analysis.terms import term_set
from kzcorpus.analysis.titles import Titled, titled
from kzcorpus.model.edtf import bounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.agents import Tenure
    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding

_HINT = "compare who held it then"


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


def _in_state(known: Knowledge, one: Titled) -> Tenures:
    """Return the tenures that a title may mean: of the state it names, if it names one."""
    return tuple(tenure for tenure in one.tenures if one.state is None or known.state_of(tenure.body) in (one.state, None))


def _finding(article: Article, one: Titled, message: str) -> Finding:
    words = phrase(article.text, one.span)
    return found("role-not-held", f"{words}{message}", article=article.id, spans=[one.span], refs=[one.person], hint=_HINT)


def _over(tenure: Tenure, tenures: Tenures, date: str) -> bool:
    """Tell whether a tenure had ended before a date, and not by passing into another of the same post."""
    end, day = bounds(tenure.until).latest if tenure.until else None, bounds(date).earliest
    if end is None or day is None or end > day:
        return False
    begins = (bounds(other.since).earliest for other in tenures if other is not tenure and other.since)
    return not any(begin and dt.timedelta(0) <= begin - end <= dt.timedelta(1) for begin in begins)


def _holds_still(tenures: Tenures, date: str) -> bool:
    return any(surely_in_force(tenure, date) for tenure in tenures) and not any(_over(tenure, tenures, date) for tenure in tenures)


def _by_courtesy(known: Knowledge, one: Titled, tenures: Tenures, date: str) -> bool:
    """Tell whether a former holder may still be called so: "President Clinton" is, "US President Clinton" is not."""
    kept = one.state is None and all(known.state_of(tenure.body) in term_set("courtesy_states") for tenure in tenures)
    return kept and any(_over(tenure, tenures, date) for tenure in tenures)


def _at_another_time(article: Article, known: Knowledge, one: Titled, tenures: Tenures, date: str) -> Iterator[Finding]:
    """Find a post that its bearer did not hold on the date; or held, though the text says "former"."""
    who = known.name(one.person)
    if one.time == "now" and not held_on(tenures, date) and not _by_courtesy(known, one, tenures, date):
        yield _finding(article, one, f" in an article of {date}: {who} held the post {_years(tenures)}")
    elif one.time == "acting" and not held_on(tenures, date):
        other = (
            tenures[0] if (state := known.state_of(tenures[0].body)) is None else known.holder_on(Office(one.post, state), date, one.person)
        )
        if other and other.holder != one.person:
            yield _finding(article, one, f" in an article of {date}: {known.name(other.holder)} held the post")
    elif one.time == "former" and _holds_still(tenures, date):
        yield _finding(article, one, f" in an article of {date}: {who} held the post {_years(tenures)}, and so holds it still")


def _may_be(known: Knowledge, article: Article, one: Titled, holder: str) -> bool:
    """Tell whether the name beside a title may mean a holder of the post: it is the same person, or has the same last word."""
    last = one.span.of(article.text).split(",")[0].split()[-1].casefold()
    return holder == one.person or any(name.text.casefold().endswith(last) for name in known.actors[holder].names)


def _never_held(article: Article, known: Knowledge, one: Titled, date: str | None) -> Iterator[Finding]:
    """Find a post that its bearer never held, where the authority knows who did."""
    state = one.state or known.home(one.person)
    holders = known.holders.get(Office(one.post, state), ()) if state else ()
    if not holders or one.time != "now" or any(_may_be(known, article, one, tenure.holder) for tenure in holders):
        return
    other = known.holder_on(Office(one.post, str(state)), date, one.person) if date else None
    if date is None or other:
        told = f"; on {date} it was {known.name(other.holder)}" if other else ""
        message = f": {known.name(one.person)} never held the post{told}"
        yield _finding(article, one, message)


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
            yield found("role-not-held", message, article=article.id, spans=spans, refs=refs, hint=_HINT)


def date_of(article: Article) -> str | None:
    """Return the date of an article as EDTF: of its publication, else of its dateline; None where its days are unknown."""
    when = article.published or (article.dateline.when if article.dateline else None)
    return when.edtf if when and when.earliest else None


def roles_not_held(corpus: Corpus) -> Iterator[Finding]:
    """Find titles that their bearers did not hold: on the article's date where it is known, else beside another holder of the same post.

    Titles right before a name count, and behind it between commas. "former" and the like, a year or an era in the sentence say that another
    time is meant; but nobody is a former president who still is.
    """
    known = knowledge(corpus.authority)
    for article in corpus.articles:
        if not article.mentions:
            continue
        named = list(titled(article, known))
        date = date_of(article)
        for one in named:
            tenures = _in_state(known, one)
            if not tenures:
                yield from _never_held(article, known, one, date)
            elif date:
                yield from _at_another_time(article, known, one, tenures, date)
        if date is None:
            yield from _two_holders(article, [one for one in named if one.time == "now" and _in_state(known, one)])
