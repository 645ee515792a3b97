"""Cutting a document into pieces: they are the document, and what says nothing is told from what is broken."""

from io import BytesIO

import pytest

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
