"""Documents that are nearly right: valid ones, cut into the tokens of their notation, some of which are changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

JSON_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|[-+.0-9eE]+|[\[\]{},:]|\s+|\w+|.', re.DOTALL)
XML_TOKENS = re.compile(r"</?[^\s<>/]*|/?>|[^\s=<>\"']+=|\"[^\"<]*\"|'[^'<]*'|&#?\w*;|\s+|[^\s<>=\"'&]+|.", re.DOTALL)
EDTF_TOKENS = re.compile(r"[0-9X]{4}|[0-9X]{2}|.", re.DOTALL)
TEXT_TOKENS = re.compile(r"\w+|\s+|.", re.DOTALL)

JSON_WORDS = (
    *("null", "true", "false", "0", "-1", "-0", "1.0", "1e400", "NaN", "Infinity", "9" * 700, "9223372036854775808", "0.1e1"),
    *('""', '"\\u0000"', '"\\ud800"', '"\\ud83d\\ude00"', '"id"', '"text"', '"text_sha256"', '"schema_version"', '"articles"', '"\x01"'),
    *("{}", "[]", "[0, 0]", "[4, 2]", '{"id": "x"}', '"id": "x", "id": "y"', "[" * 70 + "]" * 70, "//", "'", "\x00", "\ufeff", "\\"),
)
XML_WORDS = (
    *(
        "&lt;",
        "&amp;",
        "&#0;",
        "&#xD800;",
        "&#xFFFE;",
        "&#13;",
        "&nbsp;",
        "&",
        "<",
        ">",
        "]]>",
        "<![CDATA[<p>]]>",
        "<!-- -- -->",
        "<!--x-->",
    ),
    *("<?x y?>", "<?xml version='1.0'?>", "<!DOCTYPE TEI>", '<!DOCTYPE x [<!ENTITY e "f">]>', "<p/>", "<g ref='char:000B'>\ufffd</g>"),
    *(
        ' xml:id="x"',
        ' xmlns="urn:x"',
        ' xmlns:t="http://www.tei-c.org/ns/1.0"',
        " xml:space='preserve'",
        ' type="statement"',
        "\x00",
        "\x0b",
    ),
    *(
        '"#string-range(a1.text,0,99)"',
        '"#string-range(a1.text,-1,2)"',
        '"#nobody"',
        '"2022-13"',
        "\ufffe",
        "\ud800",
        "<q>",
        "</q>",
        "\ufeff",
    ),
    *("<said who='#x'>", "</said>", "<xi:include href='x.xml' xmlns:xi='http://www.w3.org/2001/XInclude'/>"),
)
EDTF_WORDS = (
    "X",
    "XX",
    "Y",
    "-",
    "--",
    "/",
    "..",
    "?",
    "~",
    "%",
    "T",
    "Z",
    "+05:30",
    "-00:00",
    "24",
    "21",
    "00",
    "02-29",
    "E7",
    "S3",
    "[",
    "{",
)
TEXT_WORDS = (
    *(
        "“",
        "”",
        "„",
        "«",
        "»",
        '"',
        "'",
        "’",
        ",” he said.",
        "said",
        "according to",
        " — ",
        "\r\n",
        "\r",
        "\u2028",
        "\x0b",
        "\x00",
        "\ud800",
    ),
    *(
        "By John Smith\n",
        "ASTANA, October 14 (Reuters) - ",
        "Comments (3)\n",
        "Share\n",
        "I" * 40,
        "\ufeff",
        "\u202e",
        "(",
        ")",
        "...",
        "\t",
    ),
    *("President Tokayev", "Нұр-Сұлтан", "https://example.org/", "12/10/2022", "29 February 2023"),
)


class Grammar(NamedTuple):
    """How to cut a document into tokens, and the words to put among them."""

    tokens: re.Pattern[str]
    words: tuple[str, ...]


JSON = Grammar(JSON_TOKENS, JSON_WORDS)
XML = Grammar(XML_TOKENS, XML_WORDS)
EDTF = Grammar(EDTF_TOKENS, EDTF_WORDS)
TEXT = Grammar(TEXT_TOKENS, TEXT_WORDS)


def _change(draw: Callable[[st.SearchStrategy[int]], int], tokens: list[str], words: tuple[str, ...]) -> None:
    """Change one thing about tokens."""
    if not tokens:
        tokens.append(words[draw(st.integers(0, len(words) - 1))])
        return
    anywhere = st.integers(0, len(tokens) - 1)
    here, there = draw(anywhere), draw(anywhere)
    match draw(st.integers(0, 6)):
        case 0:
            del tokens[here]
        case 1:
            tokens[here] = tokens[there]
        case 2:
            tokens[here], tokens[there] = tokens[there], tokens[here]
        case 3:
            tokens.insert(here, tokens[there])
        case 4:
            tokens[here] = words[draw(st.integers(0, len(words) - 1))]
        case 5:
            tokens.insert(here, words[draw(st.integers(0, len(words) - 1))])
        case _:
            del tokens[min(here, there) : max(here, there)]


@st.composite
def nearly(draw: st.DrawFn, documents: st.SearchStrategy[str], grammar: Grammar, most: int = 4) -> str:
    """Draw a document and change some of its tokens, mostly one."""
    tokens = grammar.tokens.findall(draw(documents))
    for _ in range(draw(st.integers(0, most))):
        _change(draw, tokens, grammar.words)
    return "".join(tokens)


@st.composite
def damaged(draw: st.DrawFn, documents: st.SearchStrategy[bytes]) -> bytes:
    """Draw the bytes of a document and change some of them, or their encoding."""
    document = bytearray(draw(documents))
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(document)))
        match draw(st.integers(0, 3)):
            case 0:
                document[place : place + 1] = bytes([draw(st.integers(0, 255))])
            case 1:
                document[place:place] = draw(st.binary(min_size=1, max_size=4))
            case 2:
                del document[place : place + draw(st.integers(1, 40))]
            case _:
                del document[place:]
    return bytes(document)


def encoded(texts: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """Draw texts as bytes, mostly UTF-8."""
    codecs = st.sampled_from(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "iso-8859-1", "cp1251"))
    return st.builds(lambda text, codec: text.encode(codec, "replace"), texts, codecs)
