"""What must hold of the four readers -- of texts, JSON, TEI and EDTF -- whatever they are given.

Nothing but the declared error is raised; it tells every fault with its place, in at most 2,000 code points; ``validate`` says what ``load``
does; what is read can be written and read again without a difference. The standard library judges what is JSON, expat what is XML.

Any program that makes bytes can drive a target: ``TARGETS["tei"].test.hypothesis.fuzz_one_input(data)``.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.parsers import expat

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

import kzcorpus as kz
from kzcorpus import strategies as kzst
from kzcorpus.errors import MESSAGE_LIMIT
from kzcorpus.formats.json_ import jsonfile, jsonlines
from kzcorpus.model import edtf

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "property"))

from foreigntei import trees
from mutating_documents import EDTF, JSON, TEXT, XML, damaged, encoded, nearly

HERE = Path(__file__).parent
FOREIGN = tuple(path.read_text(encoding="utf-8") for path in sorted((HERE.parent / "foreign").glob("[0-9]*.xml")))
GOLDEN = kz.load(HERE.parent / "golden" / "every_field.json")
SEEDS = tuple(path.read_text(encoding="utf-8") for path in sorted((HERE.parents[1] / "seeds").glob("*.txt")))
NEWS = (
    "ASTANA, October 14 - “We agreed,” Foreign Minister Mukhtar Tileuberdi said on Friday.\n\nHe added that talks would go on.\n",
    'By Aigerim S.\nHeadline of a report\n\nAccording to Reuters, Moscow denied the claim. "No," the spokesman said, "we did not."\r\n',
)
ANYTHING = st.text(st.characters())
NOT_JSON = {"json.syntax", "json.encoding", "json.depth"}
NOT_XML = {"tei.xml", "tei.encoding"}
_UNDECIDED = (b"encoding", b"version", b"DOCTYPE")
"""Where these stand, expat and we may differ: it knows other encodings, any version, and document types, all of which we refuse."""


def _corpora() -> st.SearchStrategy[kz.Corpus]:
    return st.one_of(st.just(GOLDEN), kzst.corpora(max_text=60, max_articles=2))


def _is_told(error: kz.KzcorpusError) -> None:
    assert 0 < len(str(error)) <= MESSAGE_LIMIT


def _refused(document: str | bytes, error: kz.DecodeError, format_: str) -> set[str]:
    """Check that an error tells every fault with its place, as ``validates`` does, and return the codes."""
    _is_told(error)
    assert error.findings
    for finding in error.findings:
        assert finding.severity == "error"
        assert finding.message
        assert finding.line or finding.path
    assert kz.validates(document, format=format_)
    return {finding.code for finding in error.findings}


def _travels(corpus: kz.Corpus) -> None:
    for format_ in ("json", "jsonl", "tei"):
        document = kz.dumps(corpus, format=format_)
        assert kz.loads(document, format=format_) == corpus
        assert kz.dumps(kz.loads(document, format=format_), format=format_) == document


def _read(document: str | bytes, format_: str) -> set[str]:
    """Read a document; return the codes of what is wrong with it, and check all else."""
    losses: list[kz.Loss] = []
    try:
        corpus = kz.loads(document, format=format_, on_loss=losses.append)
    except kz.DecodeError as error:
        event("refused")
        return _refused(document, error, format_)
    event("read")
    assert all(loss.count > 0 for loss in losses)
    _travels(corpus)
    return set()


def _tiles(article: kz.Article) -> None:
    end = 0
    for block in article.blocks:
        assert not article.text[end : block.span.start].strip("\t\n\r ")
        end = block.span.end
    assert not article.text[end:].strip("\t\n\r ")


def check_text(raw: str | bytes) -> None:
    """Any characters and any bytes become an article that holds all of them, in blocks, and can be written."""
    article = kz.read_text(raw, id="a")
    _tiles(article)
    if isinstance(raw, str):
        assert article.text == "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in raw)
    else:
        assert article.source
        assert article.source.encoding
    assert kz.read_text(raw, id="a") == article
    _travels(kz.assemble([article], id="c"))


def _is_json(document: str | bytes) -> bool:
    try:
        json.loads(document if isinstance(document, str) else document.decode("utf-8-sig"))
    except (json.JSONDecodeError, UnicodeDecodeError):
        return False
    except (ValueError, RecursionError):
        pass  # thousands of digits, or of brackets, which is JSON
    return True


def check_json(document: str | bytes) -> None:
    """What is no JSON is refused as such, and nothing else is; articles come one by one as they come together."""
    codes = _read(document, "json")
    assert bool(codes & NOT_JSON - {"json.depth"}) is not _is_json(document)
    if not codes:
        raw = document.encode() if isinstance(document, str) else document
        assert tuple(jsonfile.iter_articles(io.BytesIO(raw))) == jsonfile.loads(document).articles


def check_jsonl(document: str | bytes) -> None:
    """Each line that is read is JSON, and articles come one by one as they come together."""
    if not _read(document, "jsonl"):
        raw = document.encode() if isinstance(document, str) else document
        assert all(_is_json(line) for line in raw.removesuffix(b"\n").split(b"\n"))
        assert tuple(jsonlines.iter_articles(io.BytesIO(raw))) == jsonlines.loads(document).articles


def _is_xml(document: bytes) -> bool:
    try:
        expat.ParserCreate(namespace_separator="\n").Parse(document, True)  # noqa: FBT003 -- expat's own interface
    except (expat.ExpatError, ValueError, LookupError):
        return False
    return True


def check_tei(document: str | bytes) -> None:
    """What is not well-formed is refused as such, and nothing else is."""
    codes = _read(document, "tei")
    try:
        raw = document.encode() if isinstance(document, str) else document
    except UnicodeEncodeError:
        assert codes == {"tei.encoding"}
        return
    if not any(word in raw for word in _UNDECIDED) and b"\x00" not in raw and not codes & {"tei.limit", "tei.doctype"}:
        assert bool(codes & NOT_XML) is not _is_xml(raw)


def check_edtf(text: str) -> None:
    """A date is refused with its reason, or comes back letter for letter, and its days are in order."""
    reason = edtf.reason_invalid(text)
    if reason:
        with pytest.raises(kz.ModelError) as caught:
            kz.When(text)
        _is_told(caught.value)
        assert caught.value.faults == (kz.Fault("When.edtf", reason),)
        return
    when = kz.When(text)
    assert str(edtf.parse(text)) == text
    assert (when.earliest is None or when.latest is None) or when.earliest <= when.latest
    assert edtf.compare(text, text) in (0, None)
    assert when.precedes(when) in (False, None)
    _travels(kz.Corpus("c", articles=(kz.Article("a", published=when),)))


class Target(NamedTuple):
    """A check, and what it is given: ``test`` draws and checks."""

    check: Callable[[Any], None]
    documents: st.SearchStrategy[Any]

    @property
    def test(self) -> Any:
        """Return the property as Hypothesis runs it."""

        @given(self.documents)
        def holds(document: Any) -> None:
            self.check(document)

        return holds


def _either(texts: st.SearchStrategy[str], changed: st.SearchStrategy[str]) -> st.SearchStrategy[str | bytes]:
    return st.one_of(changed, changed, damaged(encoded(texts)), ANYTHING, st.binary())


_JSON = _corpora().map(lambda corpus: kz.dumps(corpus, format="json"))
_JSONL = _corpora().map(lambda corpus: kz.dumps(corpus, format="jsonl"))
_TEI = _corpora().map(lambda corpus: kz.dumps(corpus, format="tei").decode())
_FOREIGN = st.one_of(st.sampled_from(FOREIGN), trees())
_TEXTS = st.one_of(st.sampled_from(NEWS), st.sampled_from(SEEDS).map(lambda text: text[:1500]))

TARGETS = {
    "text": Target(check_text, _either(_TEXTS, nearly(_TEXTS, TEXT, 8))),
    "json": Target(check_json, _either(_JSON, nearly(_JSON, JSON))),
    "jsonl": Target(check_jsonl, _either(_JSONL, nearly(_JSONL, JSON))),
    "tei": Target(check_tei, _either(_TEI, nearly(_TEI, XML))),
    "foreign": Target(check_tei, _either(_FOREIGN, nearly(_FOREIGN, XML))),
    "edtf": Target(check_edtf, st.one_of(nearly(kzst.edtf_dates(), EDTF), ANYTHING)),
}
