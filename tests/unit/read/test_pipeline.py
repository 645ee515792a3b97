import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pytest

import kzcorpus as kz
from kzcorpus.errors import ModelError
from kzcorpus.read.pipeline import read_text

TEXT = (
    "Bridge will open in spring, mayor says\n\n"
    "The old bridge over the river will open again in the spring, Mayor Jane Doe said on Friday at a press conference in the town hall.\n\n"
    "“We have waited long enough,” she told reporters. She added that the work had been paid for by the state.\n"
)


def test_the_public_name() -> None:
    assert kz.read_text is read_text


def test_an_article_with_its_statements() -> None:
    article = read_text(TEXT, id="bridge")
    assert article.id == "bridge"
    assert article.text == TEXT
    assert article.language == "en"
    assert article.headline == "Bridge will open in spring, mayor says"
    said = [article.quote(statement) for statement in article.statements]
    assert said[-3:] == [
        "The old bridge over the river will open again in the spring",
        "We have waited long enough",
        "the work had been paid for by the state",
    ]


@pytest.mark.parametrize(
    ("filename", "id_"),
    [("bridge.txt", "bridge"), ("folder/bridge.en.txt", "bridge.en"), ("C:\\news\\bridge.txt", "bridge"), (None, None)],
)
def test_ids(filename: str | None, id_: str | None) -> None:
    article = read_text(TEXT, source=kz.Source(filename=filename))
    assert article.id == (id_ or hashlib.sha256(TEXT.encode()).hexdigest()[:16])


def test_bytes_leave_their_hash_and_encoding() -> None:
    raw = TEXT.encode()
    article = read_text(raw, source=kz.Source(filename="bridge.txt", url="https://example.org/"))
    assert article.source == kz.Source(
        filename="bridge.txt", url="https://example.org/", encoding="utf-8", sha256=hashlib.sha256(raw).hexdigest()
    )
    assert article.text == TEXT


def test_other_encodings() -> None:
    article = read_text("Café owners said that the road was closed.".encode("cp1252"), encoding="cp1252")
    assert article.text.startswith("Café")
    assert article.source is not None
    assert article.source.encoding == "cp1252"


def test_publication_dates() -> None:
    assert read_text(TEXT, published="2022-10-14").published == kz.When("2022-10-14", "given")
    assert read_text(TEXT, published=kz.When("2022-10", "stated")).published == kz.When("2022-10", "stated")
    assert read_text(TEXT, published=dt.date(2022, 10, 14)).published == kz.When("2022-10-14", "given")
    moment = dt.datetime(2022, 10, 14, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=5)))
    assert read_text(TEXT, published=moment).published == kz.When("2022-10-14T09:30:00+05:00", "given")
    assert read_text(TEXT).published is None


@pytest.mark.parametrize("published", ["last week", "2022-13", "", "14.10.2022", 2022, ("2022",), b"2022"])
def test_what_is_no_date_is_refused(published: Any) -> None:
    with pytest.raises(ModelError, match=r"found .*, expected "):
        read_text(TEXT, published=published)


def test_dates_in_a_text_are_resolved_against_the_publication_alone() -> None:
    text = "The road was closed last week, and the minister said on Friday that it would be opened in November."
    dates = [
        (one.span.of(text), one.when and one.when.edtf) for one in read_text(text, published="2022-10-17").mentions if one.type == "date"
    ]
    assert dates == [("last week", "2022-10-10/2022-10-16"), ("Friday", "2022-10-14"), ("November", "2022-11")]
    unknown = [(one.span.of(text), one.when and one.when.edtf) for one in read_text(text).mentions if one.type == "date"]
    assert unknown == [("last week", None), ("Friday", None), ("November", "XXXX-11")]


def test_another_language_gets_blocks_and_no_statements() -> None:
    text = "Der Minister sagte am Freitag, dass die Straße offen bleibt und die Brücke im Frühling wieder für alle geöffnet wird.\n"
    article = read_text(text)
    assert article.blocks
    assert article.statements == ()
    assert article.mentions == ()
    assert any(finding.code.startswith("language") for finding in article.findings)


def test_an_empty_text() -> None:
    article = read_text("")
    assert (article.text, article.blocks, article.statements) == ("", (), ())


def test_no_authority_at_all() -> None:
    article = read_text(TEXT, authority=kz.Authority())
    assert all(statement.speaker is None or statement.speaker.entity is None for statement in article.statements)


@pytest.mark.parametrize("text", [Path("a.txt"), None, 7])
def test_what_is_no_text_is_the_callers_error(text: Any) -> None:
    with pytest.raises(TypeError, match=r"\Afound .*, expected str or bytes \(read_texts reads files\)"):
        read_text(text)
