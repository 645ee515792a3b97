import gc
import hashlib
import io
import json
import re
import tracemalloc
from pathlib import Path
from typing import Any

import attrs
import pytest

from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_ import jsonfile
from kzcorpus.model.articles import Article, Block
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement

EVERY_FIELD = (Path(__file__).parents[3] / "golden" / "every_field.json").read_text(encoding="utf-8")


def corpus_of(count: int, words: int = 200) -> Any:
    text = "A word after another. " * words
    return Corpus("c", articles=tuple(Article(f"a{i}", text, blocks=(Block(Span(0, len(text)), "paragraph"),)) for i in range(count)))


def test_each_block_mention_and_statement_has_a_line_of_its_own() -> None:
    lines = EVERY_FIELD.splitlines()
    spans = [line for line in lines if line.lstrip().startswith(('{"span"', '{"id": "a1.s', '{"id": "a2.s'))]
    assert len(spans) == 5 + 4 + 3 + 1
    assert all(json.loads(line.rstrip(",")) for line in spans)


def test_the_digest_is_that_of_the_corpus_as_it_stands() -> None:
    body = EVERY_FIELD.partition('"corpus": ')[2].removesuffix("\n}\n")
    assert json.loads(EVERY_FIELD)["digest"] == hashlib.sha256(body.encode()).hexdigest()
    assert jsonfile.vouched(EVERY_FIELD)
    assert jsonfile.vouched(EVERY_FIELD.encode())


@pytest.mark.parametrize(
    "changed",
    [
        EVERY_FIELD.replace("Aigul", "Aigul\u200b"),
        EVERY_FIELD.replace('"id": "a1"', '"id": "a1", "id": "a1"'),
        EVERY_FIELD.replace("\n", "\r\n"),
        EVERY_FIELD[:-1],
        EVERY_FIELD + "\n",
        json.dumps(json.loads(EVERY_FIELD)),
        "",
        "\ud800",
    ],
)
def test_the_digest_vouches_for_nothing_else(changed: str) -> None:
    assert not jsonfile.vouched(changed)
    assert not jsonfile.vouched(changed.encode(errors="surrogatepass"))


def test_a_document_edited_by_hand_is_read() -> None:
    edited = EVERY_FIELD.replace("Every field, once", "Every field, twice")
    assert jsonfile.loads(edited) == attrs.evolve(jsonfile.loads(EVERY_FIELD), title="Every field, twice")
    assert jsonfile.loads(re.sub(r' "digest".*\n', "", EVERY_FIELD)) == jsonfile.loads(EVERY_FIELD)


def test_a_document_written_by_hand_needs_no_digests() -> None:
    document = (
        '{"schema_version": 1, "corpus": {"id": "c", "articles": [{"id": "a", "text": "x", "statements": [{"id": "s"}]}], "links": []}}'
    )
    assert jsonfile.loads(document) == Corpus("c", articles=(Article("a", "x", statements=(Statement("s"),)),))


def test_a_text_that_was_changed_is_refused() -> None:
    with pytest.raises(DecodeError) as caught:
        jsonfile.loads(EVERY_FIELD.replace("Bridge talks end", "Tunnel talks end"))
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("json.text-digest", "$.corpus.articles[0].text_sha256")


def test_repeated_keys_are_refused_even_in_a_document_that_says_it_was_dumped() -> None:
    with pytest.raises(DecodeError) as caught:
        jsonfile.loads(EVERY_FIELD.replace('"id": "a1"', '"id": "a1", "id": "a1"'))
    assert [finding.path for finding in caught.value.findings] == ["$.corpus.articles[0].id"]


def test_the_collector_runs_again_after_reading() -> None:
    assert gc.isenabled()
    jsonfile.loads(EVERY_FIELD)
    assert gc.isenabled()


def test_articles_stream_from_wherever_the_document_begins() -> None:
    stream = io.BytesIO(b"#!\n" + EVERY_FIELD.encode())
    stream.readline()
    assert tuple(jsonfile.iter_articles(stream)) == jsonfile.loads(EVERY_FIELD).articles


def test_articles_of_a_document_edited_by_hand_come_too() -> None:
    edited = EVERY_FIELD.replace("Every field, once", "Every field, twice")
    assert tuple(jsonfile.iter_articles(io.BytesIO(edited.encode()))) == jsonfile.loads(EVERY_FIELD).articles


def test_a_document_without_articles_yields_none() -> None:
    assert tuple(jsonfile.iter_articles(io.BytesIO(jsonfile.dumps(Corpus("c")).encode()))) == ()


def test_faults_of_a_document_edited_by_hand_come_before_its_articles() -> None:
    edited = EVERY_FIELD.replace('"mode": "indirect"', '"mode": "loud"')
    with pytest.raises(DecodeError):
        next(jsonfile.iter_articles(io.BytesIO(edited.encode())))


def test_memory_stays_flat_while_articles_stream() -> Any:
    def peak(count: int) -> Any:
        stream = io.BytesIO(jsonfile.dumps(corpus_of(count)).encode())
        gc.collect()
        tracemalloc.start()
        try:
            assert sum(1 for _ in jsonfile.iter_articles(stream)) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(2)
    few, many = peak(20), peak(1000)  # 90 kB, 4.5 MB
    assert many < few + 200_000


@pytest.mark.parametrize(
    ("text", "digest", "expected"),
    [
        ('"x"', "7", f"found the number 7, expected {hashlib.sha256(b'x').hexdigest()}, the sha256 of the text"),
        ('"x"', '"y"', f"found the string 'y', expected {hashlib.sha256(b'x').hexdigest()}, the sha256 of the text"),
        ("7", "7", "found the number 7, expected the sha256 of the text"),
        ("7", '"y"', None),
        ('"\\ud800"', "[]", "found an array of 0, expected the sha256 of the text"),
        ('"\\ud800"', '"y"', None),
        ('"x"', f'"{hashlib.sha256(b"x").hexdigest()}"', None),
    ],
)
def test_a_digest_is_held_against_the_text_where_there_is_one(text: str, digest: str, expected: str | None) -> None:
    document = f'{{"schema_version": 1, "corpus": {{"id": "c", "articles": [{{"id": "a", "text": {text}, "text_sha256": {digest}}}]}}}}'
    try:
        jsonfile.loads(document)
        findings: tuple[Any, ...] = ()
    except DecodeError as error:
        findings = error.findings
    told = [finding for finding in findings if finding.code == "json.text-digest"]
    assert [finding.message for finding in told] == ([] if expected is None else [expected])
    for finding in told:
        assert finding.path == "$.corpus.articles[0].text_sha256"
        assert finding.hint == "offsets made for another text do not fit this one"
