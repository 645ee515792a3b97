import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_ import jsonfile, jsonlines
from kzcorpus.model.articles import Article
from kzcorpus.model.findings import Loss

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


def dropped(document: bytes) -> tuple[tuple[Article, ...], list[Loss]]:
    losses: list[Loss] = []
    return tuple(jsonlines.iter_articles(io.BytesIO(document), torn="drop", on_loss=losses.append)), losses


def test_a_stream_that_was_cut_off_may_end_where_it_does() -> None:
    whole = LINES.encode()
    last = len(SECOND.encode()) + 1
    assert dropped(whole) == (CORPUS.articles, [])
    assert dropped(whole[:-1]) == (CORPUS.articles, [])
    for cut in (1, 20, last - 2):
        assert dropped(whole[: len(whole) - last + cut]) == (
            CORPUS.articles[:1],
            [Loss("articles", 1, "the file was cut off after 1 articles")],
        )
    assert dropped(f"{HEADER}\n".encode()) == ((), [Loss("articles", 2, "the file was cut off after 0 articles")])
    assert tuple(jsonlines.iter_articles(io.BytesIO(whole[:-9]), torn="drop")) == CORPUS.articles[:1]


def test_a_line_that_was_cut_off_says_what_to_do() -> None:
    cut = LINES.encode()[:-9]
    with pytest.raises(DecodeError, match=r"line 3: .*the line was cut off; iter_articles\(torn='drop'\) stops before it"):
        list(jsonlines.iter_articles(io.BytesIO(cut)))


def test_bytes_that_are_no_characters_name_their_line() -> None:
    with pytest.raises(DecodeError) as caught:
        list(jsonlines.iter_articles(io.BytesIO(f"{HEADER}\n{FIRST}\n".encode() + b'{"id": "\xff"}\n')))
    assert [(finding.line, finding.code) for finding in caught.value.findings] == [(3, "json.encoding")]


@pytest.mark.parametrize("end", [b"{]", b'{"id": "a2"}}', b"null", b'{"id": "a2", }', b"{\n"])
def test_what_is_wrong_and_not_torn_is_refused_in_any_case(end: bytes) -> None:
    with pytest.raises(DecodeError):
        dropped(f"{HEADER}\n{FIRST}\n".encode() + end)


def test_more_articles_than_announced_are_refused_in_any_case() -> None:
    with pytest.raises(DecodeError, match="found 3 articles, expected 2"):
        dropped(f'{LINES}{{"id": "a3", "text": ""}}\n'.encode())


def test_the_first_line_is_read_by_itself() -> None:
    header = jsonlines.read_header(HEADER.encode())
    assert header.announced == 2
    assert jsonlines.first_line(header.corpus, 2) == f"{HEADER}\n"
    assert jsonlines.read_header(HEADER.replace('"articles": 2, ', "").encode()).announced is None
    with pytest.raises(DecodeError, match=r"line 1 \$.corpus.articles: found articles in the first line"):
        jsonlines.read_header(HEADER.replace('"title":', '"articles": [], "title":').encode())
    with pytest.raises(DecodeError, match=r"line 1 \$.corpus.title_"):
        jsonlines.read_header(HEADER.replace('"title":', '"title_":').encode())


def test_a_fault_names_the_article_where_its_id_is_fit_to_be_shown() -> None:
    for id_, told in (("a2", "a2"), ("x" * 61, None), ("\u202e", None), (7, None)):
        document = f"{HEADER}\n{FIRST}\n" + json.dumps({"id": id_, "text": "", "mode": 1}) + "\n"
        for read in (jsonlines.loads, lambda text: list(streamed(text))):
            with pytest.raises(DecodeError) as caught:
                read(document)
            assert {finding.article for finding in caught.value.findings if finding.line == 3} == {told}


def test_a_long_line_that_was_cut_off_is_told_in_linear_time() -> None:
    for piece in (b"{", b'"', b"\\", b'{"', b"\0", b"["):
        assert jsonlines.is_torn(b"{" + piece * 50_000)


def test_lines_that_are_no_json_stop_the_search_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonlines, "MOST_FAULTS", 3)
    assert [line for line, _, _ in refused("\n".join([HEADER, *["{"] * 9]))] == [2, 3, 4, 5]
