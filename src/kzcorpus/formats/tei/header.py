"""The headers: what the corpus is and how it is encoded, and where each text came from.

=================  =========================================================================================================
model              TEI
=================  =========================================================================================================
Corpus.id          ``xml:id`` of the root, ``ID.corpus``, since an article may bear the same id
Corpus.title       ``title type="main"``; without one ``title type="id"`` holds the id, for people
Corpus.concepts    ``category`` in ``taxonomy xml:id="_concepts"``; see registers
Article.id         ``xml:id`` of its ``TEI``
Article.text       its length in ``extent/measure``, the sha256 of its UTF-8 in ``extent/idno type="text-sha256"``
Article.source     ``bibl type="newsItem"``: ``publisher`` the outlet, ``date type="retrieved"``, and ``idno`` with the type
                   url, filename, mediaType, encoding or sha256 (of the raw bytes); ``subtype="unsourced"`` where there is none
Article.published  ``date type="published"`` in ``bibl``
=================  =========================================================================================================

The title of an article repeats its headline, or else its id; like inline markup it is derived, and checked.
"""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from kzcorpus.formats.tei.dates import read_date, read_when, write_edtf, write_when
from kzcorpus.formats.tei.registers import read_concept, write_concept
from kzcorpus.formats.tei.values import read_string, write_string
from kzcorpus.formats.tei.vocabulary import PROFILE, XML_ID, within, write_id, write_text
from kzcorpus.formats.tei.voices import read_outlet, write_outlet
from kzcorpus.model.articles import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Ledger, Scope
    from kzcorpus.model.agents import Concept
    from kzcorpus.model.articles import Article
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.dates import When

_IDNOS = {"url": "url", "filename": "filename", "media_type": "mediaType", "encoding": "encoding", "sha256": "sha256"}
_OPENING = f"""\
<publicationStmt><p>A corpus of kzcorpus.</p></publicationStmt>
<sourceDesc><p>News texts; each article says where its text came from.</p></sourceDesc>
</fileDesc>
<encodingDesc>
<schemaRef type="profile" key="{PROFILE}" url="urn:kzcorpus:profile:1"/>
<editorialDecl>
<p>The string value of each body is the text as it was published, without any change, and code points of it are what ranges count.</p>
<p>Mentions and statements stand in standOff, over ranges of the text. What nests is shown again inside the text, derived from there.</p>
</editorialDecl>
<listPrefixDef>
<prefixDef ident="char" matchPattern="([0-9A-F]{{4,6}})" replacementPattern="urn:kzcorpus:char:$1">
<p>A code point that XML 1.0 cannot hold; U+FFFD stands in its place.</p>
</prefixDef>
</listPrefixDef>
<classDecl>"""
_CLOSING = """\
</classDecl>
</encodingDesc>
<profileDesc>
<calendarDesc>
<calendar xml:id="_edtf"><p>Extended Date/Time Format (ISO 8601-2), level 0 and 1, and unspecified digits of level 2.</p></calendar>
</calendarDesc>
</profileDesc>
</teiHeader>"""


def categories() -> dict[str, dict[str, str]]:
    """Return the closed kinds that the encoding points at, by taxonomy, with what each means."""
    found = resources.files("kzcorpus.formats.tei").joinpath("categories.toml").read_text("utf-8")
    return tomllib.loads(found)


@cache
def _taxonomies() -> str:
    lines = []
    for name, kinds in categories().items():
        meanings = dict(kinds)
        lines += [f'<taxonomy xml:id="_{name}">', f"<desc>{write_text(meanings.pop('about'))}</desc>"]
        lines += [f'<category xml:id="_{name}.{kind}"><catDesc>{write_text(text)}</catDesc></category>' for kind, text in meanings.items()]
        lines.append("</taxonomy>")
    return "\n".join(lines)


def _write_title(kind: str, title: str | None, id_: str) -> str:
    return write_string("title", id_, ' type="id"') if title is None else write_string("title", title, f' type="{kind}"')


def write_corpus_header(corpus: Corpus) -> list[str]:
    """Return the lines of the header of the corpus."""
    concepts = [write_concept(concept) for concept in corpus.concepts]
    if concepts:
        concepts = ['<taxonomy xml:id="_concepts">', *concepts, "</taxonomy>"]
    title = f"<titleStmt>{_write_title('main', corpus.title, corpus.id)}</titleStmt>"
    return ["<teiHeader>", "<fileDesc>", title, _OPENING, _taxonomies(), *concepts, _CLOSING]


def read_corpus_header(header: _Element, ledger: Ledger) -> tuple[str | None, tuple[Concept, ...]]:
    """Return the title of the corpus and its codebook."""
    title = within(header, "fileDesc", "titleStmt", "title")
    books = [taxonomy for taxonomy in within(header, "encodingDesc", "classDecl") if taxonomy.get(XML_ID) == "_concepts"]
    concepts = tuple([read_concept(category, ledger) for book in books for category in book])
    return read_string(title) if title.get("type") == "main" else None, concepts


def write_source(source: Source | None, published: When | None, text: str) -> str:
    """Return the ``bibl`` that says where a text came from and when it was published."""
    parts = [write_outlet(source.outlet, text)] if source and source.outlet else []
    if published:
        parts.append(write_when(published, text, "published"))
    if source:
        if source.retrieved is not None:
            parts.append(f'<date type="retrieved"{write_edtf(source.retrieved)}/>')
        parts += [write_string("idno", getattr(source, field), f' type="{kind}"') for field, kind in _IDNOS.items()]
    unsourced = "" if source else ' subtype="unsourced"'
    opening = f'<bibl type="newsItem"{unsourced}'
    lines = [part for part in parts if part]
    return "\n".join([f"{opening}>", *lines, "</bibl>"]) if lines else f"{opening}/>"


def read_source(bibl: _Element, scope: Scope) -> tuple[Source | None, When | None]:
    """Return where a text came from and when it was published."""
    parts = {child.get("type", "publisher"): child for child in bibl}
    published = read_when(parts.get("published"), scope)
    if bibl.get("subtype"):
        return None, published
    retrieved = parts.get("retrieved")
    source = scope.ledger.make(
        Source,
        outlet=read_outlet(parts.get("publisher"), scope),
        retrieved=None if retrieved is None else read_date(retrieved, scope.ledger),
        **{field: read_string(parts.get(kind)) for field, kind in _IDNOS.items()},
    )
    return source, published


def digest(text: str) -> str:
    """Return the sha256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def write_article_header(article: Article) -> list[str]:
    """Return the lines of the header of an article."""
    title = _write_title("headline", article.headline, article.id)
    measure = f'<measure unit="codepoints" quantity="{len(article.text)}"/>'
    return [
        f"<teiHeader><fileDesc><titleStmt>{title}</titleStmt>",
        f'<extent>{measure}<idno type="text-sha256">{digest(article.text)}</idno></extent>',
        "<publicationStmt><p>Part of the corpus.</p></publicationStmt>",
        f"<sourceDesc>{write_source(article.source, article.published, f'{write_id(article.id)}.text')}</sourceDesc>",
        "</fileDesc></teiHeader>",
    ]


def check_text(header: _Element, text: str, ledger: Ledger) -> None:
    """Hold a text against the length and the digest that the header of its article states."""
    measure, idno = within(header, "fileDesc", "extent")
    hint = "the text was changed, or its white space was; restore it, or build the corpus anew"
    if measure.get("quantity") != str(len(text)):
        ledger.note(measure, "text", f"found {len(text)} code points of text, expected {measure.get('quantity')}", hint)
    elif idno.text != digest(text):
        ledger.note(idno, "text", f"found a text with the sha256 {digest(text)}, expected {idno.text}", hint)
