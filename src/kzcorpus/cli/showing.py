"""`kzcorpus show`: an article with its statements marked."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from kzcorpus.cli import console
from kzcorpus.cli.inputs import open_corpus
from kzcorpus.errors import UnknownIdError
from kzcorpus.pages.tallies import article_tallies
from kzcorpus.pages.terminal import terminal
from kzcorpus.pages.visible import one_line

if TYPE_CHECKING:
    from argparse import Namespace

    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.statements import Statement

_WIDEST = 100


def find_article(corpus: Corpus, wanted: str) -> Article:
    """Return the article with this id, or the only one whose id begins so; raises ``UnknownIdError``."""
    exact = [article for article in corpus.articles if article.id == wanted]
    found = exact or [article for article in corpus.articles if article.id.startswith(wanted)]
    if len(found) != 1:
        raise UnknownIdError("article" if not found else "single article", wanted)
    return found[0]


def _find_statement(corpus: Corpus, wanted: str) -> tuple[Article, Statement]:
    statement = corpus.statement(wanted)
    return next(pair for pair in corpus.statements() if pair[1] is statement)


def _with_outer(article: Article, statement: Statement) -> frozenset[str]:
    """Return the ids of a statement and of those it stands within."""
    by_id = {one.id: one for one in article.statements}
    ids = [statement.id]
    while (outer := by_id[ids[-1]].within) is not None:
        ids.append(outer)
    return frozenset(ids)


def listing(corpus: Corpus) -> str:
    """Lay out the articles of a corpus, to choose one."""
    rows = [(tally.id, tally.headline or "", tally.statements.all) for tally in article_tallies(corpus)]
    return console.table(("article", "headline", "statements"), rows)


def show(arguments: Namespace) -> int:
    """Run the command."""
    corpus = open_corpus(arguments.file)
    colour = console.in_colour(arguments.color, sys.stdout)
    columns = min(shutil.get_terminal_size((88, 24)).columns, _WIDEST)
    if arguments.statement is not None:
        article, statement = _find_statement(corpus, arguments.statement)
        if arguments.article is not None and find_article(corpus, arguments.article) is not article:
            raise UnknownIdError(f"statement of {arguments.article}", arguments.statement)
        only = _with_outer(article, statement)
        sys.stdout.write(terminal(article, corpus.authority, only=only, columns=columns, colour=colour))
        sys.stdout.write(f"\n{one_line(article.cite(statement))}\n")
        return 0
    if arguments.article is None and len(corpus.articles) != 1:
        console.say(listing(corpus) if corpus.articles else "the corpus holds no article")
        if corpus.articles:
            console.say(f"\n{len(corpus.articles)} articles; kzcorpus show {arguments.file} ARTICLE shows one")
        return 0
    article = find_article(corpus, arguments.article) if arguments.article is not None else corpus.articles[0]
    sys.stdout.write(terminal(article, corpus.authority, columns=columns, colour=colour))
    return 0
