"""An example of every finding, as a corpus that can be checked; the documentation shows them, and the tests run them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.analysis.terms import terms
from kzcorpus.read.assembly import assemble
from kzcorpus.read.pipeline import read_text

if TYPE_CHECKING:
    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus


def example(code: str) -> Corpus:
    """Return a small corpus in which `check` finds something of a code; raises ``KeyError`` for a code that no check has.

    >>> from kzcorpus import check
    >>> "mojibake" in {finding.code for finding in check(example("mojibake"))}
    True
    """
    entry = terms("examples")[code]
    articles = [_read(text, f"a{number}", entry) for number, text in enumerate(entry["texts"], 1)]
    return assemble(articles, id=code)


def _read(text: str, id_: str, entry: dict[str, str]) -> Article:
    article = read_text(text, id=id_, published=entry.get("published"))
    return attrs.evolve(article, language=entry["language"]) if "language" in entry else article


def shown(code: str) -> str:
    r"""Return the words of an example that say what is found, with escapes for what cannot be seen.

    >>> shown("invisible-character")
    'Asta\\u200bna'
    """
    words: str = terms("examples")[code]["shows"]
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in words)
