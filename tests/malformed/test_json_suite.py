"""Texts after JSONTestSuite: alone, in a corpus, as lines. Nothing invalid is accepted, and only declared errors are raised."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsontexts import EITHER, INVALID, TITLES, VALID

import kzcorpus as kz
from kzcorpus.errors import MESSAGE_LIMIT, DecodeError

ALL = (*VALID, *INVALID, *EITHER)
NOT_JSON = {"json.syntax", "json.encoding", "json.depth"}
BEFORE, AFTER = b'{"schema_version": 1, "corpus": {"id": "c", "articles": [{"id": "a", "text": "x"}], "title": ', b"}}"
CARRIERS = (
    (BEFORE, AFTER),
    (b'{"schema_version": 1, "digest": "x", "corpus": {"id": "c", "extra": [["k", ', b"]]}}"),
    (b'{"schema_version": 1, "corpus": {"id": "c", "articles": [{"id": "a", "text": "x", "statements": [{"id": "s", "said": ', b"}]}]}}"),
)


def refusals(document: bytes | str, **how: Any) -> tuple[kz.Finding, ...]:
    with pytest.raises(DecodeError) as caught:
        kz.loads(document, **how)
    assert len(str(caught.value)) <= MESSAGE_LIMIT
    assert all(finding.path or finding.line for finding in caught.value.findings)
    assert kz.validates(document, **how) == caught.value.findings
    return caught.value.findings


def codes(document: bytes | str, **how: Any) -> set[str]:
    return {finding.code for finding in refusals(document, **how)}


def named(texts: tuple[bytes, ...]) -> list[Any]:
    return [pytest.param(text, id=f"{number}-{text[:20]!r}") for number, text in enumerate(texts)]


def test_there_are_many_and_none_twice() -> None:
    assert len(ALL) >= 250
    assert len(VALID) == len(set(VALID))
    assert not set(VALID) & set(INVALID)
    assert not set(EITHER) & {*VALID, *INVALID}


@pytest.mark.parametrize("text", named(VALID))
def test_json_that_is_no_corpus_is_refused_as_such(text: bytes) -> None:
    json.loads(text)  # the standard library agrees
    assert not codes(text, format="json") & NOT_JSON
    assert codes(text.replace(b"\n", b" "), format="jsonl")


@pytest.mark.parametrize("text", named(INVALID))
def test_what_is_no_json_is_refused_with_its_line(text: bytes) -> None:
    findings = refusals(text, format="json")
    assert {finding.code for finding in findings} <= NOT_JSON
    assert all(finding.line for finding in findings)
    assert codes(text, format="jsonl")


@pytest.mark.parametrize("text", named(EITHER))
def test_what_a_parser_may_take_is_refused_too(text: bytes) -> None:
    assert codes(text, format="json")
    assert codes(text, format="jsonl")


@pytest.mark.parametrize("text", named((*INVALID, *(text for text in EITHER if not text.startswith(b"\xef\xbb\xbf[")))))
def test_what_is_no_json_is_refused_inside_a_corpus(text: bytes) -> None:
    for before, after in CARRIERS:
        assert codes(before + text + after, format="json")
        assert codes((before + text).replace(b"\n", b" ") + after, format="jsonl")


@pytest.mark.parametrize("text", named(VALID))
def test_json_stands_in_a_corpus_only_where_it_fits(text: bytes) -> None:
    value, document = json.loads(text), BEFORE + text + AFTER
    if isinstance(value, str):
        assert kz.loads(document, format="json").title == value
    else:
        assert "$.corpus.title" in {finding.path for finding in refusals(document, format="json")}


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_strings_mean_what_json_says(text: bytes, title: str) -> None:
    assert kz.loads(BEFORE + text + AFTER, format="json").title == title


@pytest.mark.parametrize("text", named(ALL))
def test_articles_do_not_stream_from_it(text: bytes, tmp_path: Path) -> None:
    for suffix in (".json", ".jsonl"):
        path = tmp_path / f"c{suffix}"
        path.write_bytes(text)
        with pytest.raises((DecodeError, kz.ReadError)):
            tuple(kz.iter_articles(path))


@pytest.mark.parametrize("read", [lambda text: kz.loads(text, format="json"), lambda text: kz.loads(text, format="jsonl")])
def test_as_characters_it_is_refused_as_well(read: Callable[[str], object]) -> None:
    for text in ALL:
        with pytest.raises(DecodeError):
            read(text.decode("utf-8", "surrogateescape"))
