"""A corpus as TEI: strings joined in order, and nothing computed twice.

``teiCorpus`` holds the header, the registers in a ``standOff`` and a ``TEI`` for each article; a corpus without articles is one
``TEI type="corpus"``. An article holds its header, up to three ``standOff`` elements and its text: ``type="article"`` for bylines, dateline, findings and extra,
``type="statements"`` and ``type="mentions"``. What would be empty is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.errors import EncodeError
from kzcorpus.formats.tei.annotations import write_finding, write_mention
from kzcorpus.formats.tei.body import write_body
from kzcorpus.formats.tei.dates import write_when
from kzcorpus.formats.tei.events import write_correction, write_link, write_occasion, write_remark, write_values
from kzcorpus.formats.tei.header import write_article_header, write_corpus_header
from kzcorpus.formats.tei.provenance import Mades, write_extra
from kzcorpus.formats.tei.registers import write_authority, write_list
from kzcorpus.formats.tei.statements import write_statement
from kzcorpus.formats.tei.values import write_pointer, write_span
from kzcorpus.formats.tei.vocabulary import NAMESPACE, write_id
from kzcorpus.formats.tei.voices import write_voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article, Dateline
    from kzcorpus.model.corpus import Corpus


@attrs.frozen
class Options:
    """Limits that writing and reading share: ``size`` is that of a document in bytes."""

    size: int = 2_000_000_000


def _write_dateline(dateline: Dateline, text: str) -> str:
    when = write_when(dateline.when, text) if dateline.when else ""
    return f'<note type="dateline"{write_pointer("corresp", dateline.place)}>{write_span(dateline.span, text)}{when}</note>'


def _stand_off(kind: str, lines: list[str]) -> list[str]:
    return [f'<standOff type="{kind}">', *lines, "</standOff>"] if lines else []


def _article_notes(article: Article, text: str) -> Iterator[str]:
    for voice in article.bylines:
        yield write_voice("byline", voice, text)
    if article.dateline:
        yield _write_dateline(article.dateline, text)
    for finding in article.findings:
        yield write_finding(finding, text)
    yield from write_extra(article.extra)


def article_lines(article: Article) -> list[str]:
    """Return the lines of the ``TEI`` that holds an article."""
    identity = write_id(article.id)
    text, prefix = f"{identity}.text", f"{identity}."
    mades = Mades(prefix)
    statements = [line for statement in article.statements for line in write_statement(statement, text, mades)]
    others = Mades(prefix, first=len(mades))
    mentions = [write_mention(mention, f"{prefix}m{number}", text, others) for number, mention in enumerate(article.mentions)]
    language = f' xml:lang="{article.language}"' if article.language is not None else ""
    return [
        f'<TEI xml:id="{identity}">',
        *write_article_header(article),
        *_stand_off("article", list(_article_notes(article, text))),
        *_stand_off("statements", [*write_list("listEvent", ' type="statements"', statements), *mades.elements()]),
        *_stand_off("mentions", [*write_list("listAnnotation", "", mentions), *others.elements()]),
        f"<text{language}>{write_body(article)}</text>",
        "</TEI>",
    ]


def _register_lines(corpus: Corpus) -> Iterator[str]:
    mades = Mades("_")
    yield from write_authority(corpus.authority, mades)
    yield from write_list("listEvent", ' type="occasions"', [write_occasion(occasion) for occasion in corpus.occasions])
    yield from write_list("listEvent", ' type="remarks"', [write_remark(remark, mades) for remark in corpus.remarks])
    yield from write_list("listEvent", ' type="corrections"', [write_correction(correction) for correction in corpus.corrections])
    yield from write_list("listEvent", ' type="values"', list(write_values(corpus, mades)))
    yield from write_list("linkGrp", ' type="links"', [write_link(link, mades) for link in corpus.links])
    made = list(mades.elements())
    empty = not (corpus.articles or made or any(attrs.astuple(corpus.authority, recurse=False)))
    empty = empty and not (corpus.occasions or corpus.remarks or corpus.corrections or corpus.links)
    yield from write_extra(corpus.extra, always=empty)
    yield from made


def corpus_lines(corpus: Corpus) -> Iterator[str]:
    """Yield the lines of the document that holds a corpus."""
    name, kind = ("teiCorpus", "") if corpus.articles else ("TEI", ' type="corpus"')
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<{name} xmlns="{NAMESPACE}" xml:id="{write_id(corpus.id)}.corpus"{kind} xml:lang="">'
    yield from write_corpus_header(corpus)
    yield from _stand_off("register", list(_register_lines(corpus)))
    for article in corpus.articles:
        yield from article_lines(article)
    yield f"</{name}>\n"


def dumps(corpus: Corpus, *, options: Options | None = None) -> bytes:
    """Return a corpus as TEI, in UTF-8; the same bytes everywhere. ``loads`` gives the corpus back.

    Raises ``EncodeError`` where the document would be larger than ``options`` allow, or where a whole number has more than 4,300 digits.

    >>> from kzcorpus import Corpus
    >>> dumps(Corpus("c"))[:38]
    b'<?xml version="1.0" encoding="UTF-8"?>'
    """
    limit = (options or Options()).size
    document = "\n".join(corpus_lines(corpus)).encode()
    if len(document) > limit:
        raise EncodeError(f"found a document of {len(document):,} bytes, expected at most {limit:,}")
    return document
