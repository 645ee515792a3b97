"""Articles to a corpus: who is who across them, which records they use, at which occasions things were said."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from kzcorpus.authority.nameindex import name_index
from kzcorpus.authority.records import load_authority
from kzcorpus.errors import ReadError
from kzcorpus.model.articles import Article, Source
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.read.assembly.gathering import Paths, content, corpus_id, files, fingerprint, name_of
from kzcorpus.read.assembly.identifiers import free
from kzcorpus.read.assembly.occasions import held, occasions
from kzcorpus.read.assembly.proposals import applied, propose, recognised
from kzcorpus.read.assembly.used import ids_in, used, without_unknown

Progress = Callable[..., Iterable[Any]]
"""Anything like ``tqdm``: called with an iterable and ``total=``, it yields what the iterable yields."""
_PER_TASK = 8


def _identified(article: Article, taken: set[str]) -> Article:
    """Return the article with an id of its own, and its statements with ids that begin with it; ``taken`` grows."""
    id_ = free(article.id, taken)
    names = {}
    for statement in article.statements:
        rest = statement.id.removeprefix(article.id) if statement.id.startswith(article.id) else f".{statement.id}"
        names[statement.id] = free(id_ + rest, taken)
    statements = tuple(
        attrs.evolve(statement, id=names[statement.id], within=names.get(statement.within or "")) for statement in article.statements
    )
    renamed = {**names, article.id: id_}
    findings = tuple(
        attrs.evolve(
            finding,
            article=renamed.get(finding.article, finding.article) if finding.article else None,
            refs=tuple(renamed.get(ref, ref) for ref in finding.refs),
        )
        for finding in article.findings
    )
    return attrs.evolve(article, id=id_, statements=statements, findings=findings)


def assemble(articles: Iterable[Article], *, id: str, authority: Authority | None = None) -> Corpus:  # noqa: A002 -- the model's own word
    """Return a corpus of articles with links across them.

    Its authority holds the records used and all they refer to. Whom no authority knew becomes one proposed agent for each name; settings
    with a name become occasions, one for each name and date. A repeated article id gets ``-2``, and the ids of statements follow. The order
    of the articles decides nothing else. ``authority`` is the one they were read with; by default the bundled records.
    """
    authority = load_authority() if authority is None else authority
    agents = {agent.id for agent in authority.agents()}
    places = {place.id for place in authority.places}
    index = name_index(authority)
    known = [recognised(without_unknown(article, agents, places), index) for article in articles]
    records = used(authority, ids_in(known))
    taken = {record.id for record in (*records.agents(), *records.places)}
    named = [_identified(article, taken) for article in known]
    proposals = propose(named, index, taken)
    voiced = [applied(article, proposals) for article in named]
    events = occasions(voiced, taken)
    return Corpus(
        id,
        articles=tuple(held(article, events) for article in voiced),
        authority=attrs.evolve(
            records, actors=(*records.actors, *proposals.actors), organizations=(*records.organizations, *proposals.organizations)
        ),
        occasions=tuple(sorted(events.values(), key=lambda occasion: occasion.id)),
    )


def _article(path: Path, authority: Authority | None) -> Article | ReadError:
    """Read one file; what is wrong with it is returned, so that it can leave another process."""
    from kzcorpus.read.pipeline import read_text  # noqa: PLC0415 -- only who reads files needs the whole pipeline

    try:
        raw = content(path)
    except ReadError as error:
        return error
    name = name_of(path)
    source = Source(filename=name, media_type="text/plain", sha256=fingerprint(raw))
    return read_text(raw, id=Path(name).stem, source=source, authority=authority)


_authority: list[Authority | None] = [None]


def _enter(authority: Authority | None) -> None:
    """Keep the authority in a process of its own, so that it is sent once and not with each file."""
    _authority[0] = authority


def _article_there(path: Path) -> Article | ReadError:
    return _article(path, _authority[0])


def _results(found: Sequence[Path], authority: Authority | None, jobs: int, progress: Progress) -> Iterable[Article | ReadError]:
    if jobs <= 1 or len(found) < 2:  # noqa: PLR2004 -- one file needs no second process
        yield from progress(map(partial(_article, authority=authority), found), total=len(found))
        return
    with ProcessPoolExecutor(min(jobs, len(found)), initializer=_enter, initargs=(authority,)) as pool:
        size = max(1, min(_PER_TASK, len(found) // jobs))
        yield from progress(pool.map(_article_there, found, chunksize=size), total=len(found))


def _quietly(items: Iterable[Any], **_: object) -> Iterable[Any]:
    return items


def read_texts(
    paths: Paths,
    *,
    authority: Authority | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    on_error: Callable[[ReadError], None] | None = None,
) -> Corpus:
    """Read files, folders (their ``*.txt``, also in folders inside) and patterns such as ``news/*.txt`` into a corpus.

    Articles stand in the order of the paths, sorted within a folder; the same file is read once. The corpus is called after the folder, or
    ``corpus``. ``jobs`` processes read beside each other with the same result. ``progress`` is anything like ``tqdm``. What cannot be read
    (a missing path, an unreadable or binary file, a folder without texts) is passed to ``on_error`` as a ``ReadError`` and the rest is
    read; without ``on_error`` the first such error is raised.
    """

    def report(error: ReadError) -> None:
        if on_error is None:
            raise error
        on_error(error)

    articles = []
    for result in _results(list(files(paths, report)), authority, jobs, progress or _quietly):
        if isinstance(result, ReadError):
            report(result)
        else:
            articles.append(result)
    return assemble(articles, id=corpus_id(paths), authority=authority)
