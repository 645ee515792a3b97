"""Articles held against the rest of their corpus one by one, in flat memory: which ids are taken, whom references mean.

An accession register is what an archive keeps of what comes in. Ids and lengths of texts go to a private file of SQLite that the system
removes; of an article itself nothing is kept. What is refused is what ``kzcorpus.Corpus`` refuses of all the articles together.
"""

from __future__ import annotations

import sqlite3
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.errors import Fault, ModelError, shorten
from kzcorpus.model.integrity import corpus_faults, corpus_ids, dangling, decision_faults, decisions, foreign_spans, ids_by_kind
from kzcorpus.model.references import Reference, article_references, corpus_references
from kzcorpus.model.soundness import article_refers, known_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus

_OF_ARTICLES = {"article", "statement"}
_MOST = 1_000
"""As many faults as are told at once, so that a stream of articles about nothing does not end in memory after all."""
_MEMORY = 256  # KiB of the register that are held in memory
_SETTINGS = ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{_MEMORY}", "temp_store=FILE", "locking_mode=EXCLUSIVE")
_TABLES = """
    CREATE TABLE bearers (id BLOB PRIMARY KEY, article INTEGER, statement INTEGER, length INTEGER) WITHOUT ROWID;
    CREATE TABLE awaited (article INTEGER, path TEXT, id BLOB, kinds TEXT, start INTEGER, "end" INTEGER);
"""
_UNANSWERED = """
    SELECT awaited.article, path, awaited.id, kinds, start, "end", statement IS NULL, length
    FROM awaited LEFT JOIN bearers ON awaited.id = bearers.id ORDER BY awaited.rowid
"""


class _Bearer(NamedTuple):
    """Which article, or which of its statements, bears an id; ``length`` is that of the article's text."""

    article: int
    statement: int | None
    length: int | None

    def kind(self) -> str:
        return "article" if self.statement is None else "statement"

    def __str__(self) -> str:
        return f"articles[{self.article}]" + ("" if self.statement is None else f".statements[{self.statement}]")


def _own_ids(article: Article) -> Iterator[tuple[str, str]]:
    yield "", article.id
    for i, statement in enumerate(article.statements):
        yield f".statements[{i}]", statement.id


def _unknown(reference: Reference) -> Iterator[Fault]:
    """Yield what is wrong with a reference to what is not there."""
    return dangling([reference], {kind: set() for kind in reference.kinds})


class Accession:
    """What is known of the articles that have been taken in, beside the header: a corpus, or the draft of one, whose articles they are.

    Raises ``ModelError`` where the header is not sound by itself. Whether what it says of articles and statements holds, ``settle`` tells.
    """

    def __init__(self, header: Corpus) -> None:
        self.count = 0
        self._settled = False
        self._references = {ref.path: ref for ref in corpus_references(header) if not _OF_ARTICLES.isdisjoint(ref.kinds)}
        faults = [fault for fault in corpus_faults(header, deep=True) if fault.path not in self._references]
        if faults:
            raise ModelError(tuple(faults))
        self._paths = {id_: path for path, id_ in corpus_ids(header)}
        self._known = ids_by_kind(header)
        self._quick = known_ids(header)
        self._unions: dict[tuple[str, ...], frozenset[str]] = {}
        self._decisions = decisions(header)
        self._register = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for setting in _SETTINGS:
            self._register.execute(f"PRAGMA {setting}")
        self._register.executescript(_TABLES)
        self._register.execute("BEGIN")

    def close(self) -> None:
        """Forget everything."""
        self._register.close()

    def take(self, article: Article) -> None:
        """Take in the next article; raises ``ModelError`` with everything about it that the corpus could not hold, and knows nothing of it.

        Until ``settle`` is called, articles and statements that it refers to may come later.
        """
        if self._is_plain(article) and self._insert(article):
            self.count += 1
            return
        self._examine(article)

    def _is_plain(self, article: Article) -> bool:
        """Tell whether an article is sure to mean only what the header knows, as most do, if its ids are new."""
        return (
            article_refers(article, self._quick)
            and all(one.article is None and not one.refs for one in article.findings)
            and article.id not in self._decisions
            and self._paths.keys().isdisjoint(id_ for _, id_ in _own_ids(article))
        )

    def _insert(self, article: Article) -> bool:
        """Keep the ids of an article; tell whether they were new, else keep none of them."""
        length = len(article.text)
        rows = [(id_.encode(), self.count, i - 1 if i else None, None if i else length) for i, (_, id_) in enumerate(_own_ids(article))]
        if self._register.executemany("INSERT OR IGNORE INTO bearers VALUES (?, ?, ?, ?)", rows).rowcount == len(rows):
            return True
        self._register.executemany("DELETE FROM bearers WHERE id = ? AND article = ?", [row[:2] for row in rows])
        return False

    def _examine(self, article: Article) -> None:
        """Take in an article of which more is to be asked; raises ``ModelError`` as ``take`` does."""
        unanswered = [ref for ref in article_references(article) if not self._answers(ref, article)]
        awaited = [ref for ref in unanswered if not (self._settled or _OF_ARTICLES.isdisjoint(ref.kinds))]
        lengths = {one.article: self._length(one.article) for one in article.findings if one.article is not None and one.spans}
        faults = [
            *self._repeated(article),
            *(fault for ref in unanswered if ref not in awaited for fault in _unknown(ref)),
            *foreign_spans(article, {id_: length for id_, length in lengths.items() if length is not None}),
        ]
        where = f"articles[{self.count}]"
        told = [Fault(f"{where}.{path.removeprefix('.')}", f"{message} (article {shorten(article.id)})") for path, message in faults]
        told += decision_faults(article, self._decisions.get(article.id, ()))
        if told:
            raise ModelError(tuple(told))
        self._keep(article, awaited, {id_ for id_, length in lengths.items() if length is None})

    def settle(self) -> None:
        """Raise ``ModelError`` with everything that was referred to and has not come; from now on nothing may come later."""
        faults = tuple(islice(chain(self._missing(), self._unanswered()), _MOST))
        if faults:
            raise ModelError(faults)
        self._settled = True
        self._register.execute("DELETE FROM awaited")

    def _bearer(self, id_: str) -> _Bearer | None:
        row = self._register.execute("SELECT article, statement, length FROM bearers WHERE id = ?", (id_.encode(),)).fetchone()
        return row and _Bearer(*row)

    def _length(self, id_: str) -> int | None:
        bearer = self._bearer(id_)
        return bearer and bearer.length

    def _answers(self, reference: Reference, article: Article) -> bool:
        """Tell whether what a reference of an article means is known by now."""
        _, id_, kinds = reference
        if kinds not in self._unions:
            self._unions[kinds] = frozenset().union(*(self._known[kind] for kind in kinds))
        if id_ is None or id_ in self._unions[kinds]:
            return True
        if _OF_ARTICLES.isdisjoint(kinds):
            return False
        if id_ == article.id and "article" in kinds:
            return True
        bearer = self._bearer(id_)
        own = "statement" in kinds and any(statement.id == id_ for statement in article.statements)
        return own or (bearer is not None and bearer.kind() in kinds)

    def _repeated(self, article: Article) -> Iterator[Fault]:
        seen: dict[str, str] = {}
        for path, id_ in _own_ids(article):
            other = seen.get(id_) or self._paths.get(id_) or self._bearer(id_)
            if other:
                yield Fault(f"{path}.id", f"found the id {shorten(id_)} again, expected one that {other} does not bear")
            seen[id_] = f"articles[{self.count}]{path}"

    def _keep(self, article: Article, awaited: Iterable[Reference], unmeasured: set[str]) -> None:
        later: list[tuple[int, str, bytes, str, int | None, int | None]] = [
            (self.count, path, (id_ or "").encode(), " ".join(kinds), None, None) for path, id_, kinds in awaited
        ]
        later += [
            (self.count, f"findings[{i}].spans[{j}]", (one.article or "").encode(), "", span.start, span.end)
            for i, one in enumerate(article.findings)
            for j, span in enumerate(one.spans if one.article in unmeasured and one.article != article.id else ())
        ]
        self._insert(article)
        self._register.executemany("INSERT INTO awaited VALUES (?, ?, ?, ?, ?, ?)", later)
        self.count += 1

    def _missing(self) -> Iterator[Fault]:
        """Yield the references of the header that no article or statement answers."""
        for reference in self._references.values():
            bearer = None if reference.id is None else self._bearer(reference.id)
            if bearer is None or bearer.kind() not in reference.kinds:
                yield from _unknown(reference)

    def _unanswered(self) -> Iterator[Fault]:
        """Yield the references of articles that nothing answers, and the spans that leave the text of another article."""
        for number, path, id_, kinds, start, end, is_article, length in self._register.execute(_UNANSWERED):
            where, allowed = f"articles[{number}].{path}", tuple(kinds.split())
            found = None if length is None and is_article else "article" if is_article else "statement"
            if kinds and found not in allowed:
                yield from _unknown(Reference(where, id_.decode(), allowed))
            elif not kinds and length is not None and end > length:
                yield Fault(where, f"found {start}, {end}, expected a span within the {length} code points of the text")
