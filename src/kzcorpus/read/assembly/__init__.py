"""Articles to a corpus: who is who across them, which records they use, at which occasions things were said."""

from collections.abc import Callable, Iterable
from os import PathLike
from typing import Any

import attrs

from kzcorpus.authority.nameindex import name_index
from kzcorpus.authority.records import load_authority
from kzcorpus.errors import ExtractorError, ReadError
from kzcorpus.model.agents import Concept
from kzcorpus.model.articles import Article
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.read.assembly.concepts import codebook
from kzcorpus.read.assembly.gathering import Paths, corpus_id, files
from kzcorpus.read.assembly.identifiers import free
from kzcorpus.read.assembly.occasions import held, occasions
from kzcorpus.read.assembly.particulars import NOTHING_KNOWN, Register, read_register
from kzcorpus.read.assembly.proposals import applied, propose, recognised
from kzcorpus.read.assembly.readers import Progress, Reader, results
from kzcorpus.read.assembly.romanized import romanized
from kzcorpus.read.assembly.used import ids_in, used, without_unknown
from kzcorpus.read.extractors import RULES, Extractor, known


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


@attrs.frozen
class Joined:
    """Articles that agree on who is who, the records they use with those proposed, what stances are about, and all ids in use."""

    articles: tuple[Article, ...]
    authority: Authority
    concepts: tuple[Concept, ...]
    taken: set[str]


def join(articles: Iterable[Article], authority: Authority, reserved: Iterable[str] = (), concepts: Iterable[str] = ()) -> Joined:
    """Return articles with links across them, without occasions; ids ``reserved``, or of known ``concepts``, go to nothing new."""
    agents = {agent.id for agent in authority.agents()}
    places = {place.id for place in authority.places}
    index = name_index(authority)
    settled = romanized((recognised(without_unknown(article, agents, places), index) for article in articles), authority)
    records = used(authority, ids_in(settled))
    taken = {record.id for record in (*records.agents(), *records.places)}.union(reserved)
    coded, found = codebook(settled, taken)
    taken.update(concepts)
    named = [_identified(article, taken) for article in coded]
    proposals = propose(named, index, taken)
    known = attrs.evolve(
        records, actors=(*records.actors, *proposals.actors), organizations=(*records.organizations, *proposals.organizations)
    )
    return Joined(tuple(applied(article, proposals) for article in named), known, found, taken)


def assemble(articles: Iterable[Article], *, id: str, authority: Authority | None = None) -> Corpus:  # noqa: A002 -- the model's own word
    """Return a corpus of articles with links across them.

    Its authority holds the records used and all they refer to. Whom no authority knew becomes one proposed agent for each name; settings
    with a name become occasions, one for each name and date; what stances are about become concepts. A repeated article id gets ``-2``,
    and the ids of statements follow. The order of the articles decides nothing else. ``authority`` is the one they were read with; by
    default the bundled records.
    """
    joined = join(articles, load_authority() if authority is None else authority)
    events = occasions(joined.articles, joined.taken)
    return Corpus(
        id,
        articles=tuple(held(article, events) for article in joined.articles),
        authority=joined.authority,
        concepts=joined.concepts,
        occasions=tuple(sorted(events.values(), key=lambda occasion: occasion.id)),
    )


def _quietly(items: Iterable[Any], **_: object) -> Iterable[Any]:
    return items


def read_texts(
    paths: Paths,
    *,
    authority: Authority | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    on_error: Callable[[ReadError | ExtractorError], None] | None = None,
    extractor: Extractor | str = RULES,
    metadata: str | PathLike[str] | Register = NOTHING_KNOWN,
) -> Corpus:
    """Read files, folders (their ``*.txt``, also in folders inside) and patterns such as ``news/*.txt`` into a corpus.

    Articles stand in the order of the paths, sorted within a folder; the same file is read once. The corpus is called after the folder,
    or ``corpus``. ``jobs`` processes read beside each other with the same result. ``progress`` is anything like ``tqdm``. What cannot be
    read (a missing path, an unreadable or binary file, a folder without texts) is passed to ``on_error`` as a ``ReadError`` and the rest
    is read; without ``on_error`` the first such error is raised.

    ``extractor`` finds the statements instead of our rules, as in ``read_text``; with several ``jobs`` give its name, or an object that
    can be pickled. Where it fails at an article, the ``ExtractorError`` is passed to ``on_error`` too, and the article is kept without
    statements but with the finding ``extractor-failed``. Where it cannot work at all, the error is raised.

    ``metadata`` is a table in CSV of what is known of the texts: ``file``, and any of ``published``, ``outlet``, ``url``, ``retrieved``.
    Raises ``DecodeError`` with everything that is wrong with it. Texts without a row in it are read all the same.
    """
    known(extractor)
    register = metadata if isinstance(metadata, Register) else read_register(metadata)

    def report(error: ReadError | ExtractorError) -> None:
        if on_error is None:
            raise error
        on_error(error)

    articles = []
    reader = Reader(authority, extractor, register)
    for read in results(list(files(paths, report)), reader, jobs, progress or _quietly):
        if read.error:
            report(read.error)
        if read.article:
            articles.append(read.article)
    return assemble(articles, id=corpus_id(paths), authority=authority)
