"""Laws of reading TEI that others wrote: the text is kept, speakers come back, what is read can be written, and ours is never foreign."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

import kzcorpus as kz
from kzcorpus.formats.tei.foreign.elements import ANALYSIS
from kzcorpus.formats.tei.foreign.recognition import is_foreign, local
from kzcorpus.formats.tei.writer import dumps
from kzcorpus.strategies import corpora

sys.path.insert(0, str(Path(__file__).parent))
from foreigntei import headers, sequences, speeches, trees

WHITE = str.maketrans("", "", "\t\n\r ")


def solid(text: str) -> str:
    return text.translate(WHITE)


def parsed(document: str) -> Any:
    return etree.fromstring(document, etree.XMLParser(collect_ids=False))


CORRECTED, PLAIN, ORIGINAL = {"corr", "reg", "expan", "ex"}, {"choice", "seg", "unclear", "supplied", "w"}, {"sic", "orig", "abbr", "am"}


def passed_over(element: Any) -> list[Any]:
    """Return the alternatives in a ``choice`` that are not the one that an edition would print."""
    if local(element) != "choice":
        return []
    by_rank = [[child for child in element if local(child) in names] for names in (CORRECTED, PLAIN, ORIGINAL)]
    return [child for rank in by_rank for child in rank][1:]


def written(element: Any) -> str:
    """Return the characters of a text without white space, but for what is analysis of it, and alternatives to what stands."""
    parts, others = [element.text or ""], passed_over(element)
    for child in element:
        parts += ("" if local(child) in ANALYSIS or child in others else written(child), child.tail or "")
    return solid("".join(parts))


@given(trees())
def test_every_character_of_the_text_is_in_the_article_in_order(document: str) -> None:
    (article,) = kz.loads(document, format="tei").articles
    root = parsed(document)
    assert solid(article.text) == "".join(written(text) for text in root.iterchildren("{*}text"))


@given(trees())
def test_blocks_hold_every_character_and_spans_begin_and_end_with_one(document: str) -> None:
    (article,) = kz.loads(document, format="tei").articles
    assert solid("".join(block.span.of(article.text) for block in article.blocks)) == solid(article.text)
    spans = [block.span for block in article.blocks] + [mention.span for mention in article.mentions]
    spans += [span for statement in article.statements for span in (*statement.content, *statement.cue, *statement.verbatim)]
    assert all(span.of(article.text) == span.of(article.text).strip("\t\n\r ") != "" for span in spans)


@given(trees())
def test_what_is_read_can_be_written_in_every_format_and_is_ours_then(document: str) -> None:
    corpus = kz.loads(document, format="tei")
    assert kz.loads(kz.dumps(corpus, format="json"), format="json") == corpus
    assert kz.loads(kz.dumps(corpus, format="tei"), format="tei") == corpus


@given(trees())
def test_reading_is_the_same_again_and_losses_have_counts_and_lines(document: str) -> None:
    losses: list[kz.Loss] = []
    assert kz.loads(document, format="tei", on_loss=losses.append) == kz.loads(document.encode(), format="tei")
    assert all(loss.count > 0 and "; first on line " in loss.reason for loss in losses)
    assert len({(loss.field, loss.reason) for loss in losses}) == len(losses)


@given(trees())
def test_every_attribute_is_carried_or_listed(document: str) -> None:
    losses: list[kz.Loss] = []
    kz.loads(document, format="tei", on_loss=losses.append)
    listed = {loss.field.rpartition("/@")[2] for loss in losses}
    assert {str(name) for text in parsed(document).iter() for name in text.keys() if name == "rend"} <= listed  # noqa: SIM118


@given(headers())
def test_any_header_is_read_into_what_can_be_written(document: str) -> None:
    corpus = kz.loads(document, format="tei")
    assert kz.loads(kz.dumps(corpus, format="json"), format="json") == corpus
    assert kz.loads(kz.dumps(corpus, format="tei"), format="tei") == corpus


@given(trees())
def test_validating_ends_with_findings_that_have_lines(document: str) -> None:
    findings = kz.validates(document, format="tei")
    assert findings
    assert all(finding.line for finding in findings)


@given(speeches())
def test_speakers_and_what_they_say_come_back(known: Any) -> None:
    document, spoken = known
    (article,) = kz.loads(document, format="tei").articles
    found = [(statement.speaker and statement.speaker.entity, statement) for statement in article.statements]
    assert [who for who, _ in found] == [who for who, _ in spoken]
    assert [" ".join(span.of(article.text) for span in statement.content) for _, statement in found] == [words for _, words in spoken]


@given(sequences())
def test_articles_come_one_by_one_as_they_come_all_at_once(document: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "corpus.xml")
        path.write_text(document, encoding="utf-8", newline="")
        assert tuple(kz.iter_articles(path)) == kz.load(path).articles


@given(corpora())
def test_our_own_documents_are_never_foreign(corpus: kz.Corpus) -> None:
    root = etree.fromstring(dumps(corpus), etree.XMLParser(huge_tree=True))
    assert not is_foreign(root)
    losses: list[kz.Loss] = []
    assert kz.loads(dumps(corpus), format="tei", on_loss=losses.append) == corpus
    assert losses == []


@pytest.mark.parametrize("mark", ["schemaRef", "calendar", "idno"])
@given(corpora(min_articles=1))
def test_a_document_of_ours_that_has_lost_a_mark_is_still_refused(mark: str, corpus: kz.Corpus) -> None:
    root = etree.fromstring(dumps(corpus), etree.XMLParser(huge_tree=True))
    for element in [one for one in root.iter("{*}" + mark) if mark != "idno" or one.get("type") == "text-sha256"]:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
    with pytest.raises(kz.DecodeError):
        kz.loads(etree.tostring(root), format="tei")
