import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_ import jsonfile, jsonlines
from kzcorpus.model.articles import Article

GOLDEN = Path(__file__).parents[3] / "golden"
LINES = (GOLDEN / "every_field.jsonl").read_text(encoding="utf-8")
HEADER, FIRST, SECOND = LINES.splitlines()
CORPUS = jsonfile.loads((GOLDEN / "every_field.json").read_bytes())


def refused(document: str | bytes) -> Any:
    with pytest.raises(DecodeError) as caught:
        jsonlines.loads(document)
    return [(finding.line, finding.path, finding.code) for finding in caught.value.findings]


def test_the_first_line_holds_all_but_the_articles() -> None:
    header = json.loads(HEADER)
    assert "articles" not in header["corpus"]
    assert header["articles"] == 2
    assert jsonlines.loads(LINES) == CORPUS


@pytest.mark.parametrize("document", [LINES.removesuffix("\n"), LINES.replace("\n", "\r\n"), "\ufeff".encode() + LINES.encode()])
def test_line_ends_and_a_byte_order_mark_do_not_matter(document: str | bytes) -> None:
    assert jsonlines.loads(document) == CORPUS


def test_articles_may_be_written_by_hand_without_a_count() -> None:
    document = '{"schema_version": 1, "corpus": {"id": "c"}}\n{"id": "a", "text": ""}\n{"id": "b", "text": ""}'
    assert [article.id for article in jsonlines.loads(document).articles] == ["a", "b"]


def test_a_file_cut_off_between_lines_is_refused() -> None:
    assert refused(f"{HEADER}\n{FIRST}\n") == [(1, "$.articles", "json.count")]


def test_a_file_cut_off_inside_a_line_is_one_error() -> None:
    assert refused(LINES[:-30]) == [(3, None, "json.syntax")]


def test_faults_name_their_line_and_their_path_in_it() -> None:
    document = (
        LINES.replace('"mode": "direct"', '"mode": 7')
        .replace('"title":', '"title_":')
        .replace('"content": [[0, 4], [17, 24]]', '"content": [[0, 99]]')
    )
    assert sorted(refused(document)) == [
        (1, "$.corpus.title_", "json.unknown-key"),
        (2, "$.statements[0].mode", "json.value"),
        (3, "$.statements[0].content[0]", "json.integrity"),
    ]


def test_lines_that_are_no_json_are_all_named_and_what_they_hid_is_not_blamed() -> None:
    assert refused(f"{HEADER}\n{FIRST[:-1]}\n\n{SECOND}\nnull\n") == [
        (2, None, "json.syntax"),
        (3, None, "json.syntax"),
        (5, "$", "json.value"),
    ]


@pytest.mark.parametrize("first", ["", "7", "[]", "{}", FIRST, '{"corpus": []}', '{"schema_version": 1, "corpus": null}'])
def test_a_first_line_that_is_none_is_one_error(first: str) -> None:
    ((line, _, code),) = refused(f"{first}\n{FIRST}\n")
    assert (line, code) in {(1, "json.header"), (1, "json.syntax")}


def test_a_later_version_is_refused_by_name() -> None:
    assert refused(LINES.replace('"schema_version": 1', '"schema_version": 2')) == [(1, "$.schema_version", "json.version")]


def test_articles_in_the_first_line_are_refused() -> None:
    header = json.loads(HEADER)
    header["corpus"]["articles"] = [json.loads(FIRST)]
    assert refused(f"{json.dumps(header)}\n{FIRST}\n{SECOND}\n") == [(1, "$.corpus.articles", "json.unknown-key")]


def test_a_count_that_is_no_number_is_refused() -> None:
    assert refused(LINES.replace('"articles": 2', '"articles": "2"')) == [(1, "$.articles", "json.value")]


def test_repeated_keys_are_refused_in_every_line() -> None:
    document = LINES.replace('{"schema_version": 1', '{"schema_version": 1, "schema_version": 1').replace(
        '{"id": "a2"', '{"id": "a2", "id": "a2"'
    )
    assert refused(document) == [(1, "$.schema_version", "json.duplicate-key"), (3, "$.id", "json.duplicate-key")]


def streamed(document: str) -> Iterator[Article]:
    return jsonlines.iter_articles(io.BytesIO(document.encode()))


def test_articles_stream_up_to_the_line_that_cannot_be_read() -> None:
    articles = streamed(LINES.replace('"content": [[0, 4], [17, 24]]', '"content": [[0, 99]]'))
    assert next(articles) == CORPUS.articles[0]
    with pytest.raises(DecodeError) as caught:
        next(articles)
    (finding,) = caught.value.findings
    assert (finding.line, finding.path) == (3, "$.statements[0].content[0]")


def test_a_stream_that_ends_too_early_says_so_at_its_end() -> None:
    articles = streamed(f"{HEADER}\n{FIRST}\n")
    assert next(articles) == CORPUS.articles[0]
    with pytest.raises(DecodeError, match="found 1 articles, expected 2"):
        next(articles)


def test_whom_an_article_means_is_not_asked_while_streaming() -> None:
    (article,) = streamed(
        '{"schema_version": 1, "corpus": {"id": "c"}}\n' + json.dumps({"id": "a", "text": "", "bylines": [{"entity": "x"}]})
    )
    assert article.bylines[0].entity == "x"


def test_an_article_that_does_not_hold_together_is_refused_while_streaming() -> None:
    article = {"id": "a", "text": "x", "text_sha256": "0", "statements": [{"id": "s", "within": "t"}, {"id": "s"}]}
    with pytest.raises(DecodeError) as caught:
        list(streamed('{"schema_version": 1, "corpus": {"id": "c"}}\n' + json.dumps(article)))
    assert {finding.path for finding in caught.value.findings} == {"$.statements[0].within", "$.statements[1].id", "$.text_sha256"}


def test_an_empty_stream_is_refused() -> None:
    with pytest.raises(DecodeError):
        list(streamed(""))


def test_lines_that_are_no_json_stop_the_search_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonlines, "MOST_FAULTS", 3)
    assert [line for line, _, _ in refused("\n".join([HEADER, *["{"] * 9]))] == [2, 3, 4, 5]
