"""A document of TEI that others wrote, as a corpus, with a list of what it does not hold."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from kzcorpus.formats.tei.foreign.correspondence import letter, sitting
from kzcorpus.formats.tei.foreign.framing import bylines, dateline
from kzcorpus.formats.tei.foreign.header import Responsible, header_of, publication, title_of
from kzcorpus.formats.tei.foreign.inclusion import include
from kzcorpus.formats.tei.foreign.losses import INCLUDE, Account, Losses
from kzcorpus.formats.tei.foreign.mentions import mentions
from kzcorpus.formats.tei.foreign.pointing import Ids
from kzcorpus.formats.tei.foreign.recognition import CORPORA, TEXTS, expect_tei, identity, local, tags
from kzcorpus.formats.tei.foreign.registers import Registers
from kzcorpus.formats.tei.foreign.speech import Circumstances, Speech
from kzcorpus.formats.tei.foreign.voices import Directory
from kzcorpus.formats.tei.foreign.walking import Walk
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.vocabulary import XML_ID, XML_LANG
from kzcorpus.model.articles import Article, Block, BlockKind
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Setting
from kzcorpus.model.values import unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.flow import Flow
    from kzcorpus.formats.tei.foreign.frames import Meaning
    from kzcorpus.formats.tei.foreign.pointing import Scope
    from kzcorpus.model.agents import Occasion
    from kzcorpus.model.findings import Loss

_TEXTUAL = frozenset(("text", "sourceDoc"))
_SETTLED = frozenset((*TEXTS, *CORPORA, *_TEXTUAL))
"""Parts of a text or a corpus of which something has a place in any case, each by itself."""
_block, _span = unchecked(Block), unchecked(Span)


def _blocks(flow: Flow) -> Iterator[Block]:
    """Yield the blocks; the first title before any paragraph is the headline, every other is a heading."""
    may_be_headline = "headline" not in flow.kinds
    for start, end, kind in flow.runs:
        if kind == "head":
            kind = "headline" if may_be_headline else "heading"  # noqa: PLW2901
        if kind in ("headline", "paragraph"):
            may_be_headline = False
        yield _block(_span(start, end), _kind(kind))


def _kind(kind: str) -> BlockKind:
    return kind  # type: ignore[return-value]


class Reading:
    """One reading of one document; or of one text, within what is known from the reading of what stands around it."""

    def __init__(self, root: _Element, losses: Losses, digest: str, outer: Reading | None = None) -> None:
        self._root, self._losses, self._digest = root, losses, digest
        self._account = Account()
        self._meanings: dict[object, Meaning] = {}
        self._ids: Ids = Ids(None if outer is None else outer._ids)  # noqa: SLF001 -- of its own class
        self._registers: Registers = Registers(self._ids, self._account, losses, None if outer is None else outer._registers)  # noqa: SLF001
        self._responsible: Responsible = Responsible(root, None if outer is None else outer._responsible)  # noqa: SLF001
        self._occasions: list[Occasion] = []
        self._scopes = self._registers.scopes(root, None if outer is None else outer.scope_around(root))
        self._registers.read()

    def scope_around(self, element: _Element) -> Scope | None:
        """Return the scope of the corpus that an element stands in."""
        return next((self._scopes[one] for one in element.iterancestors() if one in self._scopes), None)

    def articles(self) -> list[Article]:
        """Return the articles: texts that hold more than other texts do, and a text that is the only one in any case."""
        texts = list(self._root.iter(*tags(*TEXTS)))
        found = ((one, [part for part in one if local(part) in _TEXTUAL]) for one in texts)
        return [self._article(one, parts) for one, parts in found if parts or len(texts) == 1]

    def corpus(self, *, asked: bool = False) -> Corpus:
        """Return the corpus; ``asked`` tells whether files were to be included."""
        read = self.articles()
        title = self.settle(asked=asked)
        corpus_id = self._root.get(XML_ID) or self._root.get("id") or (read[0].id if len(read) == 1 else self._digest)
        records = self._registers
        authority = Authority(tuple(records.actors), tuple(records.organizations), tuple(records.places), tuple(records.tenures))
        return Corpus(corpus_id, title, tuple(read), authority, tuple(records.concepts), tuple(self._occasions))

    def settle(self, *, asked: bool = False) -> str | None:
        """Note what outside the texts has no place, and return the title of the whole."""
        title = title_of(self._root, self._account)
        for one in self._scopes:
            self._settle(one)
        for one in () if asked else self._root.iter(INCLUDE):
            if next(one.iterancestors(*tags(*_TEXTUAL)), None) is None:
                self._losses.note(":include", one, "a file to include, which nobody asked for: TeiReading(include=...)")
        return title

    def _article(self, element: _Element, parts: Sequence[_Element]) -> Article:
        wanted = identity(element) or next((name for one in parts if local(one) == "text" and (name := identity(one))), None)
        id_ = self._ids.claim_next(self._digest) if wanted is None else self._ids.claim_for(wanted, element, local(element), self._losses)
        directory = Directory(self._scopes[element], self._registers, self._losses)
        walk = Walk(self._account, self._losses, self._meanings)
        walk.through(parts)
        text, header = walk.flow.text, header_of(element)
        said = publication(element, header, parts[0] if parts else None, directory, self._account)
        is_described = header is not None and len(header) > 0
        post = letter(element, id_, directory, self._account, self._ids) if is_described else None
        met = sitting(element, id_, directory, self._account, self._ids) if is_described else None
        self._occasions += [one for one in (post.occasion if post else None, met) if one is not None]
        circumstances = Circumstances(
            Setting(met.id, met.names[0].text if met.names else None) if met else None, met.when if met else None, self._responsible
        )
        directory.know(walk.named, text)
        mentioned = tuple(mentions(walk.named, text, directory, self._account))
        return Article(
            id_,
            text,
            said.source,
            said.language,
            said.published or (post.occasion.when if post else None),
            dateline(walk.marked, mentioned, self._registers.is_place),
            bylines((post.senders if post else ()) or said.bylines, walk.marked, mentioned, text),
            tuple(_blocks(walk.flow)),
            mentioned,
            statements=Speech(id_, text, directory, self._ids, circumstances).statements(walk.marked, walk.named),
            extra=(("title", said.title),) if said.title else (),
        )

    def _settle(self, element: _Element) -> None:
        """Note what of a text or a corpus, outside its texts, has no place."""
        header, name = header_of(element), local(element)
        if header is not None:
            self._account.settle(header, self._losses)
        self._losses.note_attributes(name, element, (XML_ID, "id", XML_LANG, "lang", "version"))
        for one in element:
            if one is not header and local(one) not in _SETTLED:
                self._account.settle(one, self._losses)


def read(
    root: _Element, document: bytes, options: Options | None = None, *, include_from: str | PathLike[str] | None = None
) -> tuple[Corpus, tuple[Loss, ...]]:
    r"""Return the corpus of a document, and what it does not hold.

    ``include_from`` is the folder whose files ``xi:include`` may bring in; without it nothing is. Raises ``DecodeError`` where the document
    is no TEI, and where a file cannot be included.

    >>> from kzcorpus.formats.tei.limits import Options
    >>> from kzcorpus.formats.tei.parsing import parse
    >>> raw = b'<TEI><text><body><sp who="#a"><speaker>ANNA</speaker><p>Yes.</p></sp></body></text></TEI>'
    >>> corpus, losses = read(parse(raw, Options())[0], raw)
    >>> article = corpus.articles[0]
    >>> article.text, article.statements[0].speaker.name, article.quote(article.statements[0])
    ('ANNA\nYes.', 'ANNA', 'Yes.')
    >>> losses[0].field
    'text/sp/@who'
    """
    expect_tei(root)
    losses = Losses()
    if include_from is not None:
        root = include(root, include_from, options or Options(), losses)
    corpus = Reading(root, losses, hashlib.sha256(document).hexdigest()[:16]).corpus(asked=include_from is not None)
    return corpus, losses.all()
