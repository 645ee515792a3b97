"""A corpus as lines of JSON (JSONL): the corpus without its articles first, then one article a line.

For streams, and for corpora larger than memory: a reader can stop anywhere and start at any line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

import attrs

from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_.converter import HOLE, MOST_FAULTS
from kzcorpus.formats.json_.jsonpaths import Misplaced
from kzcorpus.formats.json_.jsonreading import attempt, check_version, finding, read, read_article
from kzcorpus.formats.json_.jsonshape import SCHEMA_VERSION, found
from kzcorpus.formats.json_.jsonsyntax import decoded, fault, parsed
from kzcorpus.formats.json_.jsonwriter import on_one_line
from kzcorpus.formats.json_.migrations import migrate_article
from kzcorpus.model.collector import collector_at_rest
from kzcorpus.model.corpus import Corpus, redrafted
from kzcorpus.model.findings import Loss

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kzcorpus.formats.json_.jsonpaths import Steps
    from kzcorpus.formats.json_.jsonshape import Plain
    from kzcorpus.model.articles import Article
    from kzcorpus.model.findings import Finding

Torn = Literal["refuse", "drop"]
"""What becomes of a last line that was cut off."""
_ARTICLES = ("corpus", "articles")
_IN_ARTICLES = frozenset({"article", "statement"})
_SHOWN = 60
_CUT_OFF = "the file may have been cut off"
_TORN = "the line was cut off; iter_articles(torn='drop') stops before it, and the next ArticleWriter(append=True) takes it away"
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"|["{}\[\]]', re.DOTALL)
_MISPLACED = Misplaced("unknown-key", _ARTICLES, "found articles in the first line, expected one a line below it")


@attrs.frozen
class Lines:
    """What lines of JSON hold: the version of the form, how many articles follow the first line, and the corpus."""

    schema_version: int
    articles: int | None
    corpus: Corpus


def first_line(corpus: Corpus, count: int | None) -> str:
    """Write the first line: the corpus without its articles, and how many follow; None where more may be appended."""
    bare = on_one_line(redrafted(corpus))
    counted = "" if count is None else f'"articles": {count}, '
    return f'{{"schema_version": {SCHEMA_VERSION}, {counted}"corpus": {bare}}}\n'


def article_line(article: Article) -> str:
    """Write an article, with the digest of its text, on a line."""
    return on_one_line(article) + "\n"


def dumps(corpus: Corpus) -> str:
    """Write a corpus as lines of JSON.

    >>> print(dumps(Corpus("c")), end="")
    {"schema_version": 1, "articles": 0, "corpus": {"id": "c"}}
    """
    return first_line(corpus, len(corpus.articles)) + "".join(map(article_line, corpus.articles))


@attrs.frozen
class Frame:
    """A document that is written one article at a time: what stands before, for and after them."""

    header: Corpus
    size: int

    def opening(self, count: int) -> bytes:
        """Return what stands before so many articles."""
        return first_line(self.header, count).encode()

    def article(self, article: Article, _: int) -> bytes:
        """Return an article as it stands in the document."""
        return article_line(article).encode()

    def closing(self, _: int) -> bytes:
        """Return what stands after the articles."""
        return b""


def _header(line: str | bytes) -> tuple[Plain, int]:
    """Return the plain values of the first line, and the version that the articles below are of.

    Raises ``DecodeError`` where it is no first line of ours.
    """
    header = parsed(line if isinstance(line, str) else decoded(line), line=1)
    if not isinstance(header, dict) or not isinstance(header.get("corpus"), dict):
        message = f"found {found(header)}, expected the corpus without its articles"
        hint = "a file of articles without such a line is no corpus" if isinstance(header, dict) else None
        raise DecodeError((fault("header", message, path="$", line=1, hint=hint),))
    return header, check_version(header, line=1)


def _row(line: str, number: int, version: int) -> Plain:
    row = parsed(line, line=number)
    migrate_article(row, version)
    return row


def _rows(lines: list[str], version: int) -> tuple[list[Plain], list[Finding]]:
    """Return the plain values of every line below the first, a hole for one that is no JSON, and what is wrong with those."""
    rows: list[Plain] = []
    findings: list[Finding] = []
    for number, line in enumerate(lines, 2):
        try:
            rows.append(_row(line, number, version))
        except DecodeError as error:
            findings += error.findings
            rows.append(HOLE)
        if len(findings) > MOST_FAULTS:
            break
    return rows, findings


def _miscounted(header: Plain, count: int) -> Iterator[Misplaced]:
    said = header.get("articles")
    if type(said) is int and said != count:
        yield Misplaced("count", ("articles",), f"found {count} articles, expected {said:.0f}, as the first line says", _CUT_OFF)


def _told_id(row: Plain) -> str | None:
    """Return the id of the article on a line, where it has one that is fit to be shown."""
    id_ = row.get("id") if isinstance(row, dict) else None
    return id_ if isinstance(id_, str) and 0 < len(id_) <= _SHOWN and id_.isprintable() else None


def _finding(misplaced: Misplaced, ids: Sequence[str | None] = ()) -> Finding:
    """Return a fault of the whole with the line it is on, its path there, and the id of the article."""
    match misplaced.steps:
        case ("corpus", "articles", int(index), *inner):
            found_there = finding(misplaced._replace(steps=tuple(inner)), line=index + 2)
            return attrs.evolve(found_there, article=ids[index]) if index < len(ids) else found_there
    return finding(misplaced, line=1)


def loads(document: str | bytes) -> Corpus:
    """Read a corpus from lines of JSON, as strictly as from one document.

    Raises ``DecodeError`` with every fault, its line, and its path in that line. How many articles the first line announces is checked
    where it says so, which finds a file that was cut off between two lines.

    >>> loads(dumps(Corpus("c"))) == Corpus("c")
    True
    """
    text = document if isinstance(document, str) else decoded(document)
    first, *lines = text.removesuffix("\n").split("\n")
    with collector_at_rest(stays=True):
        header, version = _header(first)
        rows, findings = _rows(lines, version)
        faults = [] if findings else list(_miscounted(header, len(rows)))
        if "articles" in header["corpus"]:
            faults.append(_MISPLACED)
        header["corpus"]["articles"] = rows
        ids = [_told_id(row) for row in rows]
        broken: tuple[Steps, ...] = tuple((*_ARTICLES, index) for index, row in enumerate(rows) if row is HOLE)
        lines_read, more = read(header, Lines, broken=broken, elsewhere=_IN_ARTICLES if faults else frozenset())
    findings += (_finding(one, ids) for one in (*faults, *more))
    if findings:
        raise DecodeError(tuple(findings))
    corpus: Corpus = lines_read.corpus
    return corpus


class Header(NamedTuple):
    """What the first line says: a draft of the corpus without articles, how many are announced, if any number is, of which version."""

    corpus: Corpus
    announced: int | None
    version: int


def read_header(line: bytes) -> Header:
    """Return what the first line says; raises ``DecodeError`` with what is wrong with that line by itself."""
    header, version = _header(line)
    if "articles" in header["corpus"]:
        raise DecodeError((_finding(_MISPLACED),))
    announced = header.get("articles")
    drafted = attempt(header, Lines)
    lines_read, faults = read(header, Lines, elsewhere=_IN_ARTICLES)
    if faults:
        raise DecodeError(tuple(map(_finding, faults)))
    first: Lines = drafted or lines_read
    return Header(first.corpus, announced, version)


def is_torn(line: bytes) -> bool:
    """Tell whether a line is the beginning of a longer one, or what a disk shows where nothing came to be written.

    >>> [is_torn(line) for line in (b'{"id": "a', b'{"id": "a"}', b'{"id": "a", }', b'{"id": "a' + bytes(9))]
    [True, False, False, True]
    """
    depth = 0
    for token in _TOKEN.finditer(line):
        mark = token[0]
        depth += (mark in b"{[") - (mark in b"}]")
        if depth < 1:
            return False
        if mark == b'"':
            break
    return line.startswith(b"{") or not line.strip(b"\0")


def _hinted(error: DecodeError, line: bytes, number: int) -> DecodeError:
    """Return the error of a line, with its number, and what to do where it was cut off."""
    torn = is_torn(line)
    return DecodeError(tuple(attrs.evolve(one, line=number, hint=_TORN if torn else one.hint) for one in error.findings))


def _cut_off(header: Header, count: int) -> Loss:
    """Return the loss of what was cut off after so many articles."""
    missing = 1 if header.announced is None else max(1, header.announced - count)
    return Loss("articles", missing, f"the file was cut off after {count} articles")


def iter_articles(lines: Iterable[bytes], *, torn: Torn = "refuse", on_loss: Callable[[Loss], object] | None = None) -> Iterator[Article]:
    """Yield the articles of lines of JSON one after another, in flat memory; an open file is such lines.

    Each is read by itself: whom its ids mean is for the corpus to say. Raises ``DecodeError`` where the first line or an article cannot be
    read, and at the end where the first line announced another number of articles. With ``torn="drop"`` a file that was cut off ends before
    the line that is not whole, and ``on_loss`` is told.
    """
    every = iter(lines)
    yield from articles_below(read_header(next(every, b"")), every, torn=torn, on_loss=on_loss)


def articles_below(header: Header, lines: Iterable[bytes], *, torn: Torn, on_loss: Callable[[Loss], object] | None) -> Iterator[Article]:
    """Yield the articles of the lines below the first, as ``iter_articles`` does."""
    count, cut = 0, False
    for line in lines:
        try:
            row = _row(decoded(line), count + 2, header.version)
        except DecodeError as error:
            cut = torn == "drop" and not line.endswith(b"\n") and is_torn(line)
            if not cut:
                raise _hinted(error, line, count + 2) from None
            break
        count += 1
        id_ = _told_id(row)
        try:
            article = read_article(row, line=count + 1)
        except DecodeError as error:
            raise DecodeError(tuple(attrs.evolve(one, article=id_) for one in error.findings)) from None
        yield article
    cut = cut or (torn == "drop" and header.announced is not None and count < header.announced)
    if cut:
        if on_loss:
            on_loss(_cut_off(header, count))
    elif faults := list(_miscounted({"articles": header.announced}, count)):
        raise DecodeError(tuple(map(_finding, faults)))
