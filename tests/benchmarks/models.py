"""Corpora of one kind of value again and again: what ``adversarial.py`` dumps, and loads."""

from collections.abc import Callable

import kzcorpus as kz

_WORD = 4  # code points, with the space


def _of(article: kz.Article, **fields: object) -> kz.Corpus:
    return kz.Corpus("c", articles=(article,), **fields)  # type: ignore[arg-type]


def _span(n: int) -> kz.Span:
    return kz.Span(n * _WORD, n * _WORD + _WORD - 1)


def _statement(n: int, within: str | None = None) -> kz.Statement:
    return kz.Statement(f"s{n}", (_span(n),), "direct", within=within)


def people(size: int) -> kz.Corpus:
    """Return people with a name each."""
    return kz.Corpus("c", authority=kz.Authority(tuple(kz.Actor(f"p{n}", (kz.Name(f"Person {n}"),)) for n in range(size // 80))))


def names(size: int) -> kz.Corpus:
    """Return one person with very many names."""
    return kz.Corpus("c", authority=kz.Authority((kz.Actor("p", tuple(kz.Name(f"Person {n}") for n in range(size // 60))),)))


def long_text(size: int) -> kz.Corpus:
    """Return a text with what XML cannot hold as it is."""
    return _of(kz.Article("a", "Talks <&> went\r\n on.\x0b " * (size // 20)))


def blocks(size: int) -> kz.Corpus:
    """Return a text of blocks of three letters."""
    count = size // 30
    return _of(kz.Article("a", "abc\n" * count, blocks=tuple(kz.Block(_span(n), "paragraph") for n in range(count))))


def mentions(size: int) -> kz.Corpus:
    """Return a text in which every word is a mention."""
    count = size // 100
    return _of(kz.Article("a", "abc " * count, mentions=tuple(kz.Mention(_span(n), "person", name="Abc") for n in range(count))))


def statements(size: int) -> kz.Corpus:
    """Return a text in which every word is a statement."""
    count = size // 260
    return _of(kz.Article("a", "abc " * count, statements=tuple(map(_statement, range(count)))))


def within(size: int) -> kz.Corpus:
    """Return statements each of which stands in the one before."""
    count = size // 280
    said = (_statement(n, f"s{n - 1}" if n else None) for n in range(count))
    return _of(kz.Article("a", "abc " * count, statements=tuple(said)))


def nested(size: int) -> kz.Corpus:
    """Return mentions each of which holds the next, as deep as they go."""
    count = min(size // 120, 100)
    found = [kz.Mention(kz.Span(n, 2 * count - n), "person") for n in range(count)]
    return _of(kz.Article("a", "ab" * count, mentions=tuple(found * (size // 120 // count))))


def crossing(size: int) -> kz.Corpus:
    """Return mentions that cross the one before and the one after."""
    count = size // 100
    found = (kz.Mention(kz.Span(n * _WORD, n * _WORD + 6), "person") for n in range(count - 1))
    return _of(kz.Article("a", "abc " * count, mentions=tuple(found)))


def pieces(size: int) -> kz.Corpus:
    """Return statements of a thousand pieces."""
    count, each = size // 16, 1000
    said = (kz.Statement(f"s{n}", tuple(map(_span, range(n, min(n + each, count)))), "direct") for n in range(0, count, each))
    return _of(kz.Article("a", "abc " * count, statements=tuple(said)))


def findings(size: int) -> kz.Corpus:
    """Return an article with very many findings."""
    count = size // 110
    found = (kz.Finding(f"code-{n}", "info", "found it", spans=(_span(n),)) for n in range(count))
    return _of(kz.Article("a", "abc " * count, findings=tuple(found)))


def corrections(size: int) -> kz.Corpus:
    """Return a decision on every word."""
    count = size // 160
    made = (kz.Correction(f"k{n}", "a", (_span(n),), ("abc",), "reject", note=f"note {n}") for n in range(count))
    return _of(kz.Article("a", "abc " * count), corrections=tuple(made))


def links(size: int) -> kz.Corpus:
    """Return links from each statement to the next."""
    count = size // 330
    said = tuple(map(_statement, range(count)))
    return _of(
        kz.Article("a", "abc " * count, statements=said),
        links=tuple(kz.Link(f"s{n}", f"s{n + 1}", "paraphrase", 0.5) for n in range(count - 1)),
    )


def notes(size: int) -> kz.Corpus:
    """Return mentions each made otherwise."""
    count = size // 200
    made = (kz.Mention(_span(n), "person", made=kz.Made(by=f"person {n}", note=f"note {n}")) for n in range(count))
    return _of(kz.Article("a", "abc " * count, mentions=tuple(made)))


def extras(size: int) -> kz.Corpus:
    """Return an article with very many pairs of strings of its own."""
    return _of(kz.Article("a", extra=tuple((f"key {n}", f"value {n}") for n in range(size // 40))))


def articles(size: int) -> kz.Corpus:
    """Return very many articles without a text."""
    return kz.Corpus("c", articles=tuple(kz.Article(f"a{n}") for n in range(size // 120)))


CORPORA: dict[str, Callable[[int], kz.Corpus]] = {
    "people": people,
    "names": names,
    "one long text": long_text,
    "blocks": blocks,
    "mentions": mentions,
    "statements": statements,
    "statements in statements": within,
    "mentions in mentions": nested,
    "mentions that cross": crossing,
    "pieces": pieces,
    "findings": findings,
    "corrections": corrections,
    "links": links,
    "notes": notes,
    "extra": extras,
    "articles": articles,
}
"""What builds each corpus, given about how many bytes it shall have in TEI."""
