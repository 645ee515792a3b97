"""`kzcorpus show`: an article with its statements marked."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from kzcorpus.cli import console
from kzcorpus.cli.inputs import open_corpus
from kzcorpus.errors import UnknownIdError
from kzcorpus.pages.terminal import terminal
from kzcorpus.pages.visible import one_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.statements import Statement

_WIDEST = 100


def candidates(corpus: Corpus, wanted: str | None) -> tuple[Article, ...]:
    """Return the article with this id, else those whose ids begin so; all where none is named."""
    exact = tuple(article for article in corpus.articles if article.id == wanted)
    return exact or tuple(article for article in corpus.articles if article.id.startswith(wanted or ""))


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


def listing(articles: Sequence[Article]) -> str:
    """Lay out articles, to choose one."""
    rows = [(article.id, article.headline or "", len(article.statements)) for article in articles]
    return console.table(("article", "headline", "statements"), rows)


def _show_statement(corpus: Corpus, articles: Sequence[Article], wanted: str, columns: int, *, colour: bool) -> None:
    article, statement = _find_statement(corpus, wanted)
    if not any(one is article for one in articles):
        raise UnknownIdError("statement of that article", wanted)
    only = _with_outer(article, statement)
    sys.stdout.write(terminal(article, corpus.authority, only=only, columns=columns, colour=colour))
    sys.stdout.write(f"\n{one_line(article.cite(statement))}\n")


def show(arguments: Namespace) -> int:
    """Run the command."""
    corpus = open_corpus(arguments.file)
    articles = candidates(corpus, arguments.article)
    if arguments.article is not None and not articles:
        raise UnknownIdError("article", arguments.article)
    colour = console.in_colour(arguments.color, sys.stdout)
    columns = min(shutil.get_terminal_size((88, 24)).columns, _WIDEST)
    if arguments.statement is not None:
        _show_statement(corpus, articles, arguments.statement, columns, colour=colour)
    elif len(articles) == 1:
        sys.stdout.write(terminal(articles[0], corpus.authority, columns=columns, colour=colour))
    else:
        console.say(listing(articles) + "\n" if articles else "the corpus holds no article")
        if articles:
            console.say(f"{len(articles)} articles; name one: kzcorpus show {arguments.file} ARTICLE")
    return 0
