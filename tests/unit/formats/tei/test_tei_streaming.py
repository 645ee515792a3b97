"""Cutting a document into pieces: they are the document, and what says nothing is told from what is broken."""

from collections.abc import Iterator
from io import BytesIO

import pytest

from kzcorpus.errors import DecodeError
from kzcorpus.formats.tei import streaming
from kzcorpus.formats.tei.streaming import Piece, pieces

MANY = 300_000


@pytest.mark.parametrize(
    "content", [b"", b" \t\r\n", b"<!-- a -->", b"<?a b?>", b"\n<!-- <TEI> --> <?a > -- ?>\n<!----><!-- a\n-->", b"<!--a-->" * MANY]
)
def test_white_space_comments_and_instructions_say_nothing(content: bytes) -> None:
    assert Piece(1, content, is_article=False).says_nothing()


@pytest.mark.parametrize(
    "content", [b"a", b"<a/>", b"<!-- a", b"<?a", b"<!-- a --> b", b"b <!-- a -->", b"<!->", b"\x0b", b"\xef\xbb\xbf", b"<!-- a --> <!--"]
)
def test_anything_else_says_something(content: bytes) -> None:
    assert not Piece(1, content, is_article=False).says_nothing()


@pytest.mark.parametrize("unit", [b"<!--", b"<?", b"<!-- <?", b"<!-- --> <!--", b"<![CDATA["])
def test_what_never_closes_is_looked_at_once(unit: bytes) -> None:
    """Each was looked for to the end of the document: 300,000 took a minute, and now take some milliseconds."""
    content = unit * MANY
    (piece,) = pieces(BytesIO(content), len(content))
    assert piece.content == content
    assert not piece.says_nothing()


def test_pieces_are_the_document() -> None:
    document = b"<teiCorpus><!-- <TEI> --><TEI>1\n<TEI>x</TEI></TEI>\n<TEI>2</TEI><?a <TEI> ?><![CDATA[<TEI>]]></teiCorpus>"
    assert list(pieces(BytesIO(document), len(document))) == [
        Piece(1, b"<teiCorpus><!-- <TEI> -->", is_article=False),
        Piece(1, b"<TEI>1\n<TEI>x</TEI></TEI>", is_article=True),
        Piece(2, b"\n", is_article=False),
        Piece(3, b"<TEI>2</TEI>", is_article=True),
        Piece(3, b"<?a <TEI> ?><![CDATA[<TEI>]]></teiCorpus>", is_article=False),
    ]


class Trickling(BytesIO):
    """A file that gives few bytes at a time."""

    def __init__(self, content: bytes, most: int) -> None:
        super().__init__(content)
        self.most = most

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(self.most if size is None or size < 0 else min(size, self.most))


def cuts(content: bytes, most: int = 1 << 20, limit: int = 1 << 20) -> list[Piece]:
    return list(pieces(Trickling(content, most), limit))


CASES = (
    (b"", [b""]),
    (b"<x/>", [b"<x/>"]),
    (b"<c><TEI>a</TEI></c>", [b"<c>", b"<TEI>a</TEI>", b"</c>"]),
    (b"<c>\n<TEI n='1'>a\n</TEI >\n<TEI\t/></c>", [b"<c>\n", b"<TEI n='1'>a\n</TEI >", b"\n", b"<TEI\t/></c>"]),
    (b"<c><TEI><TEI/></TEI></TEI></c>", [b"<c>", b"<TEI><TEI/></TEI></TEI>", b"</c>"]),
    (b"<c><TEI>a</TEI>b<TEI>c</TEI></c>", [b"<c>", b"<TEI>a</TEI>", b"b", b"<TEI>c</TEI>", b"</c>"]),
    (b"<c><TEIs/><TEI.2/><TEI>a</TEIs></TEI></c>", [b"<c><TEIs/><TEI.2/>", b"<TEI>a</TEIs></TEI>", b"</c>"]),
    (b"<!-- <TEI> --><TEI>a</TEI>", [b"<!-- <TEI> -->", b"<TEI>a</TEI>", b""]),
    (b"<?p <TEI> ?><TEI><?q </TEI> ?></TEI>", [b"<?p <TEI> ?>", b"<TEI><?q </TEI> ?></TEI>", b""]),
    (b"<TEI><![CDATA[</TEI>]]></TEI>b", [b"", b"<TEI><![CDATA[</TEI>]]></TEI>", b"b"]),
    (b"<TEI><!-- a --><?b?><!-- </TEI> --></TEI>", [b"", b"<TEI><!-- a --><?b?><!-- </TEI> --></TEI>", b""]),
    (b"<TEI>a", [b"", b"<TEI>a"]),
    (b"<TEI>a</TEI", [b"", b"<TEI>a</TEI"]),
    (b"<TEI>a</TEI><!-- b", [b"", b"<TEI>a</TEI>", b"<!-- b"]),
    (b"<TEI><![CDATA[ b </TEI> ", [b"", b"<TEI><![CDATA[ b </TEI> "]),
    (b"<TEI>a</TEI><TE", [b"", b"<TEI>a</TEI>", b"<TE"]),
    (b"<TEI\n>a</TEI\n>\n", [b"", b"<TEI\n>a</TEI\n>", b"\n"]),
    (b"<!-- " + b"<TEI> " * 50 + b"--><TEI>a</TEI>", [b"<!-- " + b"<TEI> " * 50 + b"-->", b"<TEI>a</TEI>", b""]),
)


@pytest.mark.parametrize(("content", "parts"), CASES)
def test_each_article_is_a_piece(content: bytes, parts: list[bytes]) -> None:
    found = cuts(content)
    assert [piece.content for piece in found] == parts
    assert [piece.is_article for piece in found] == [
        part.startswith(b"<TEI") and part.endswith((b"</TEI>", b"</TEI >", b"</TEI\n>")) for part in parts
    ]
    lines = [1 + content[: sum(map(len, parts[:number]))].count(b"\n") for number in range(len(parts))]
    assert [piece.line for piece in found] == lines


@pytest.mark.parametrize("chunk", [1, 2, 3, 5, 7, 16, 17])
def test_the_pieces_are_the_same_however_little_is_read_at_once(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_CHUNK", chunk)
    for content, parts in CASES:
        assert [piece.content for piece in cuts(content)] == parts
        assert [piece.content for piece in cuts(content, most=chunk)] == parts


def growing(limit: int) -> Iterator[bytes]:
    for piece in cuts(b"<c>\n<TEI>\n" + b"a" * 90 + b"</TEI></c>", most=10, limit=limit):
        yield piece.content


def test_a_piece_is_no_larger_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_CHUNK", 10)
    assert list(growing(102))[1] == b"<TEI>\n" + b"a" * 90 + b"</TEI>"
    with pytest.raises(DecodeError) as caught:
        list(growing(40))
    (finding,) = caught.value.findings
    assert (finding.code, finding.line) == ("tei.limit", 2)
    assert finding.message == "found more than 40 bytes without the end of an article, expected fewer"
