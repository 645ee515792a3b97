"""Plain JSON values to a sound corpus: texts held against their digests, structure by cattrs, the whole by the model's integrity."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_.converter import make_converter
from kzcorpus.formats.json_.diagnosis import diagnose
from kzcorpus.formats.json_.jsonpaths import Misplaced, written
from kzcorpus.formats.json_.jsonshape import SCHEMA_VERSION, TEXT_DIGEST, found
from kzcorpus.formats.json_.jsonsyntax import fault
from kzcorpus.formats.json_.jsonwriter import text_digest
from kzcorpus.formats.json_.migrations import FIRST_VERSION, migrate
from kzcorpus.formats.json_.quickreading import reader
from kzcorpus.model.articles import Article
from kzcorpus.model.corpus import Corpus  # noqa: TC001 -- as below
from kzcorpus.model.integrity import article_faults, corpus_faults
from kzcorpus.model.soundness import is_sound
from kzcorpus.model.values import Text  # noqa: TC001 -- the keys are read from annotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cattrs import Converter

    from kzcorpus.formats.json_.jsonpaths import Steps
    from kzcorpus.formats.json_.jsonshape import Modelled, Plain
    from kzcorpus.model.findings import Finding

_SHOWN = 10**9
_ELSEWHERE = frozenset({"agent", "organization", "place", "concept", "occasion", "article", "remark", "correction"})
"""The kinds of things that an article alone may name without holding them."""


@attrs.frozen
class Document:
    """What a JSON document holds: the version of its form, the digest of the corpus as it stands there, and the corpus."""

    schema_version: int
    digest: Text | None
    corpus: Corpus


@cache
def converter() -> Converter:
    """Return the converter of the JSON form, put together when it is first used."""
    return make_converter()


def finding(misplaced: Misplaced, *, line: int | None = None) -> Finding:
    """Return a fault at its place as a finding."""
    code, steps, message, hint = misplaced
    return fault(code, message, path=written(steps), line=line, hint=hint)


def check_version(tree: object, *, line: int | None = None) -> int:
    """Bring a document of an earlier version to this one, and return which it was; the articles of lines are the caller's.

    Raises ``DecodeError`` where a document names a version of the form that this library cannot read.
    """
    version = tree.get("schema_version") if isinstance(tree, dict) else None
    if type(version) is not int or version == SCHEMA_VERSION:
        return SCHEMA_VERSION
    if not FIRST_VERSION <= version < SCHEMA_VERSION:
        shown = f"version {version}" if -_SHOWN < version < _SHOWN else "a very large version"
        later = version > SCHEMA_VERSION
        message = f"found {shown}, expected {SCHEMA_VERSION}" + ("" if later else f", or an earlier one from {FIRST_VERSION} on")
        hint = "a later version of kzcorpus wrote this document" if later else None
        raise DecodeError((fault("version", message, path="$.schema_version", line=line, hint=hint),))
    migrate(tree, version)
    return version


def take_digest(article: object, steps: Steps = ()) -> Iterator[Misplaced]:
    """Take the digest of its text out of an article's plain values, and yield a fault where it is not the text's."""
    if not isinstance(article, dict) or TEXT_DIGEST not in article:
        return
    given, text = article.pop(TEXT_DIGEST), article.get("text")
    try:
        actual = text_digest(text) if isinstance(text, str) else None
    except UnicodeEncodeError:
        actual = None
    if given != actual and (actual is not None or type(given) is not str):
        expected = f"{actual}, the sha256 of the text" if actual else "the sha256 of the text"
        hint = "offsets made for another text do not fit this one"
        yield Misplaced("text-digest", (*steps, TEXT_DIGEST), f"found {found(given)}, expected {expected}", hint)


def _articles(tree: object) -> list[Plain]:
    corpus = tree.get("corpus") if isinstance(tree, dict) else None
    articles = corpus.get("articles") if isinstance(corpus, dict) else None
    return articles if isinstance(articles, list) else []


def attempt(tree: Plain, model: type) -> Modelled | None:
    """Return the draft of a class that plain values stand for, None where they hold a fault, which is for ``diagnose`` to tell."""
    try:
        return reader(model)(tree)
    except Exception:  # noqa: BLE001 -- whatever the quick way trips over, diagnose finds
        return None


def read(
    tree: Plain, model: type, *, broken: tuple[Steps, ...] = (), elsewhere: frozenset[str] = frozenset()
) -> tuple[Modelled, list[Misplaced]]:
    """Return the value of a class with a field ``corpus`` that plain values, which are used up, stand for; else None and every fault.

    ``broken`` and ``elsewhere`` are as in ``diagnose``.
    """
    faults = [one for i, article in enumerate(_articles(tree)) for one in take_digest(article, ("corpus", "articles", i))]
    if not broken and not faults:
        document = attempt(tree, model)
        if document is not None and (is_sound(document.corpus) or next(corpus_faults(document.corpus, deep=True), None) is None):
            return document, []
    return None, [*diagnose(tree, model, converter(), broken=broken, elsewhere=elsewhere), *faults]


def read_article(tree: Plain, *, line: int | None = None) -> Article:
    """Return the article that plain values, which are used up, stand for; whom its ids mean is for a corpus to say.

    Raises ``DecodeError`` with every fault, and its path in the article.
    """
    faults = list(take_digest(tree))
    if not faults:
        article: Article | None = attempt(tree, Article)
        if article is not None and next(article_faults(article), None) is None:
            return article
    document: Plain = {"schema_version": SCHEMA_VERSION, "corpus": {"id": "\0", "articles": [tree]}}
    found_here = diagnose(document, Document, converter(), elsewhere=_ELSEWHERE)
    inner = [*(fault._replace(steps=fault.steps[3:]) for fault in found_here), *faults]
    raise DecodeError(tuple(finding(fault, line=line) for fault in inner))
