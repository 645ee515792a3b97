import csv
import io
from pathlib import Path
from typing import Any

import pytest

from kzcorpus.formats import table
from kzcorpus.formats.json_ import jsonfile
from kzcorpus.model.agents import Actor, Organization
from kzcorpus.model.articles import Article
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.findings import Loss
from kzcorpus.model.names import Name
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement, Voice

CORPUS = jsonfile.loads((Path(__file__).parents[2] / "golden" / "every_field.json").read_bytes())


def rows(corpus: Corpus) -> Any:
    return list(csv.DictReader(io.StringIO(table.dumps(corpus), newline=""), strict=True))


def row_of(speaker: Voice | None, *agents: object, text: str = "words") -> Any:
    authority = Authority(
        actors=tuple(a for a in agents if isinstance(a, Actor)), organizations=tuple(a for a in agents if isinstance(a, Organization))
    )
    statement = Statement("s", (Span(0, len(text)),), speaker=speaker)
    (row,) = rows(Corpus("c", articles=(Article("a", text, statements=(statement,)),), authority=authority))
    return row


def test_an_interrupted_statement_is_one_row() -> None:
    row = rows(CORPUS)[0]
    assert row == {
        "article": "a1",
        "statement": "a1.s1",
        "speaker_id": "arman",
        "speaker_name": "Arman Serik",
        "mode": "direct",
        "polarity": "positive",
        "cue": "told",
        "content": "The bridge […] will open",
        "via": "The Herald",
        "addressee": "his guests",
        "said": "2022-10-14",
        "confidence": "0.75",
        "status": "proposed",
        "start": "56",
        "end": "151",
    }


def test_a_statement_about_which_nothing_is_known_has_empty_cells() -> None:
    (row,) = rows(Corpus("c", articles=(Article("a", statements=(Statement("s"),)),)))
    assert {name for name, cell in row.items() if cell} == {"article", "statement"}


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        (Voice("x", "he", Span(0, 2)), "Full Name"),
        (Voice("bare", "he", Span(0, 2)), "he"),
        (Voice("bare", span=Span(0, 2)), "wo"),
        (Voice(name="somebody"), "somebody"),
        (Voice("bare"), ""),
        (None, ""),
    ],
)
def test_a_speaker_is_named_by_the_authority_then_by_name_then_in_the_words_of_the_text(speaker: Voice | None, name: str) -> None:
    agents = Actor("x", (Name("Short"), Name("Full Name", kind="full"))), Organization("bare")
    assert row_of(speaker, *agents)["speaker_name"] == name


@pytest.mark.parametrize("text", ['say "no", he', "a\nb", "a\rb", "a\r\nb", "=1+1", " x ", "\x00", "\u2028"])
def test_cells_are_exact(text: str) -> None:
    assert row_of(None, text=text)["content"] == text


def test_lines_end_with_a_line_feed() -> None:
    document = table.dumps(CORPUS)
    assert "\r" not in document
    assert document.count("\n") == 5


def test_what_the_table_does_not_carry_is_named_and_counted() -> None:
    found = {loss.field: loss.count for loss in table.losses(CORPUS)}
    assert found["corpus.links"] == 2
    assert found["article.text"] == 2
    assert found["article.mentions"] == 4
    assert found["statement.content"] == 2
    assert found["statement.made"] == 1
    assert "corpus.id" not in found


def test_an_empty_corpus_loses_nothing() -> None:
    assert table.losses(Corpus("c")) == ()


@pytest.mark.parametrize(("pieces", "count"), [(0, 0), (1, 0), (2, 1), (3, 1)])
def test_an_interrupted_statement_loses_the_offsets_of_its_pieces(pieces: int, count: int) -> None:
    spans = tuple(Span(0, 1) for _ in range(pieces))
    corpus = Corpus("c", articles=(Article("a", "x", statements=(Statement("s", spans),)),))
    told = [loss for loss in table.losses(corpus) if loss.field == "statement.content"]
    assert told == [Loss("statement.content", 1, "the table keeps the offsets of its ends, not those of its pieces")] * count


def test_each_field_that_is_lost_is_told_with_the_reason() -> None:
    no_column, names_alone = "the table of statements has no column for it", "the table keeps names alone"
    reasons = {
        **{f"corpus.{name}": no_column for name in ("title", "concepts", "occasions", "links", "remarks", "corrections", "extra")},
        **{f"authority.{name}": "the table keeps the names of speakers alone" for name in ("actors", "organizations", "places", "tenures")},
        "article.text": "the table keeps the words of statements alone",
        **{
            f"article.{name}": no_column
            for name in ("source", "language", "published", "dateline", "bylines", "blocks", "mentions", "findings", "extra")
        },
        **{f"statement.{name}": names_alone for name in ("speaker", "addressees", "via")},
        "statement.cue": "the table keeps its words, not their offsets",
        "statement.said": "the table keeps the date alone",
        "statement.made": "the table keeps the confidence and the status alone",
        **{f"statement.{name}": no_column for name in ("verbatim", "hedges", "within", "occasion", "stances")},
        "statement.content": "the table keeps the offsets of its ends, not those of its pieces",
    }
    assert {loss.field: loss.reason for loss in table.losses(CORPUS)} == reasons
