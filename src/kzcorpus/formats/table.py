"""The statements of a corpus as a table (CSV), for spreadsheets and data frames. Only written: much of a corpus has no place in a table."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from kzcorpus.model.findings import Loss

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kzcorpus.model.articles import Article
    from kzcorpus.model.authorities import Authority
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.spans import Span
    from kzcorpus.model.statements import Statement, Voice

COLUMNS = (
    "article",
    "statement",
    "speaker_id",
    "speaker_name",
    "mode",
    "polarity",
    "cue",
    "content",
    "via",
    "addressee",
    "said",
    "confidence",
    "status",
    "start",
    "end",
)
_PIECES_APART = " […] "
_VOICES_APART = "; "


def _words(article: Article, spans: Iterable[Span]) -> str:
    return _PIECES_APART.join(span.of(article.text) for span in spans)


def _names(authority: Authority) -> dict[str, str]:
    """Return the name of every agent: its first full one, else its first."""
    named = ((agent.id, sorted(agent.names, key=lambda name: name.kind != "full")) for agent in authority.agents())
    return {id_: names[0].text for id_, names in named if names}


def _name(article: Article, voice: Voice, names: Mapping[str, str]) -> str:
    """Return what to call a voice: by the authority, else by its name, else by the words in the text."""
    return names.get(voice.entity or "") or voice.name or (voice.span.of(article.text) if voice.span else "")


def _row(article: Article, statement: Statement, names: Mapping[str, str]) -> Iterator[object]:
    """Yield the cells of a statement, in the order of ``COLUMNS``."""
    speaker, made, content = statement.speaker, statement.made, statement.content
    yield from (article.id, statement.id)
    yield (speaker and speaker.entity) or ""
    yield _name(article, speaker, names) if speaker else ""
    yield from (statement.mode or "", statement.polarity or "")
    yield _words(article, statement.cue)
    yield _words(article, content)
    yield from (_VOICES_APART.join(_name(article, voice, names) for voice in voices) for voices in (statement.via, statement.addressees))
    yield statement.said.edtf if statement.said else ""
    yield "" if made is None or made.confidence is None else made.confidence
    yield (made and made.status) or ""
    yield min(span.start for span in content) if content else ""
    yield max(span.end for span in content) if content else ""


class _Rows(list[str]):
    """Takes what a CSV writer writes, and ends lines with LF alone."""

    def write(self, row: str) -> None:
        self.append(row.removesuffix("\r\n") + "\n")


def dumps(corpus: Corpus) -> str:
    r"""Write the statements of a corpus as CSV (RFC 4180, but that lines end with LF): a line of names, then a line for each, in order.

    ``speaker_name`` is the authority's, else the name or the words in the text. The pieces of an interrupted content or cue are set apart
    by `` […] ``, several media or addressees by ``; ``. ``status`` tells what somebody rejected. ``start`` and ``end`` are code points of
    the article's text, half-open, around the whole content. Cells are exact: a text that begins with ``=`` is written so, and a
    spreadsheet should import the columns as text.

    >>> from kzcorpus.model.corpus import Corpus
    >>> dumps(Corpus("c"))
    'article,statement,speaker_id,speaker_name,mode,polarity,cue,content,via,addressee,said,confidence,status,start,end\n'
    """
    rows = _Rows()
    # with CRLF as its line end, the writer quotes a cell that holds either character
    table = csv.writer(rows, lineterminator="\r\n")
    table.writerow(COLUMNS)
    names = _names(corpus.authority)
    table.writerows(_row(article, statement, names) for article, statement in corpus.statements())
    return "".join(rows)


_NO_COLUMN = "the table of statements has no column for it"
_LOST: tuple[tuple[str, str, str], ...] = (
    *(("corpus", name, _NO_COLUMN) for name in ("title", "concepts", "occasions", "links", "remarks", "corrections", "extra")),
    *(("authority", name, "the table keeps the names of speakers alone") for name in ("actors", "organizations", "places", "tenures")),
    ("article", "text", "the table keeps the words of statements alone"),
    *(
        ("article", name, _NO_COLUMN)
        for name in ("source", "language", "published", "dateline", "bylines", "blocks", "mentions", "findings", "extra")
    ),
    *(("statement", name, "the table keeps names alone") for name in ("speaker", "addressees", "via")),
    ("statement", "cue", "the table keeps its words, not their offsets"),
    ("statement", "said", "the table keeps the date alone"),
    ("statement", "made", "the table keeps the confidence and the status alone"),
    *(("statement", name, _NO_COLUMN) for name in ("verbatim", "hedges", "within", "occasion", "stances")),
)


def _size(item: object) -> int:
    return len(item) if isinstance(item, tuple) else item is not None


def losses(corpus: Corpus) -> tuple[Loss, ...]:
    """Return what of a corpus has no place in the table, or not wholly: each field that is set, how many values it has, and why."""
    statements = [statement for _, statement in corpus.statements()]
    things: dict[str, Sequence[object]] = {
        "corpus": [corpus],
        "authority": [corpus.authority],
        "article": corpus.articles,
        "statement": statements,
    }
    counts = [(f"{kind}.{name}", sum(_size(getattr(thing, name)) for thing in things[kind]), reason) for kind, name, reason in _LOST]
    interrupted = sum(len(statement.content) > 1 for statement in statements)
    counts.append(("statement.content", interrupted, "the table keeps the offsets of its ends, not those of its pieces"))
    return tuple(Loss(field, count, reason) for field, count, reason in counts if count)
