"""What is said of broken files that are read one article after another, what they give before, and what is said of their beginnings.

Lines of JSON, and TEI of ours whose articles are cut out. A change of what is given, found or told shows as a change of lines;
``KZCORPUS_REWRITE=1 pytest tests/golden`` writes the files anew after one that is meant.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import kzcorpus as kz
from kzcorpus.formats.json_ import jsonlines
from kzcorpus.formats.tei import reader

HERE = Path(__file__).parent
LINES = (HERE / "every_field.jsonl").read_bytes()
TEI = (HERE / "every_field.tei.xml").read_bytes()
FIRST, ONE, TWO = LINES.splitlines(keepends=True)
REWRITE = os.environ.get("KZCORPUS_REWRITE") == "1"
SHOWN = 12
"""Faults of each document."""
BARE = b'{"schema_version": 1, "corpus": {"id": "c"}}\n'
DEEP = b"[" * 70


def versioned(version: str) -> bytes:
    return b'{"schema_version": %s, "corpus": {"id": "c"}}\n' % version.encode()


def counted(count: str) -> bytes:
    return b'{"schema_version": 1, "articles": %s, "corpus": {"id": "c"}}\n{"id": "a", "text": ""}\n' % count.encode()


OF_LINES: dict[str, bytes] = {
    "nothing": b"",
    "an empty line": b"\n",
    "an array": b"[]\n",
    "a corpus that is none": b'{"corpus": 7}\n',
    "an object": b'{"id": "a"}\n',
    "the first line": FIRST,
    "the first line, cut off": FIRST[:-100],
    "one article of two": FIRST + ONE,
    "an article too many": FIRST + ONE + TWO + b'{"id": "a3", "text": ""}',
    "the same article twice": BARE + ONE + ONE,
    "articles only": ONE + TWO,
    "articles in the first line": b'{"schema_version": 1, "corpus": {"id": "c", "articles": []}}\n',
    "articles there and below": b'{"schema_version": 1, "articles": 2, "corpus": {"id": "c", "articles": 7}}\n{"id": "a", "text": ""}\n',
    "an empty line between": FIRST + b"\n" + ONE + TWO,
    "an empty line at the end": FIRST + ONE + TWO + b"\n",
    "cut off inside a line": FIRST + ONE + TWO[:-40],
    "cut off inside a line that ends": FIRST + ONE + TWO[:-40] + b"\n",
    "cut off inside a string": BARE + b'{"id": "a", "text": "b',
    "cut off inside an escape": BARE + b'{"id": "a", "text": "b\\',
    "cut off inside a character": BARE + '{"id": "a", "text": "ё'.encode()[:-1],
    "cut off behind a brace in a string": BARE + b'{"id": "}',
    "null bytes at the end": BARE + b'{"id": "a", "text": ""}\n' + bytes(20),
    "null bytes after the beginning of a line": BARE + b'{"id": "a' + bytes(20),
    "wrong, not cut off": BARE + b'{"id": "a", }',
    "more after an article": BARE + b'{"id": "a", "text": ""} x\n',
    "two wrong lines": FIRST.replace(b'"articles": 2', b'"articles": 3') + ONE[:-9] + b"\n" + TWO + b"x\n",
    "bytes that are no UTF-8": FIRST + ONE + b'{"id": "\xff"}\n',
    "a line that is nested too deeply": BARE + DEEP + b"\n",
    "a line that is no object": BARE + b'7\n"x"\n[]\nnull\n',
    "a byte-order mark, Windows": b"\xef\xbb\xbf" + LINES.replace(b"\n", b"\r\n"),
    "an id of 60": BARE + b'{"id": "%s", "text": 7}\n' % (b"i" * 60),
    "an id of 61": BARE + b'{"id": "%s", "text": 7}\n' % (b"i" * 61),
    "an id of nothing": BARE + b'{"id": "", "text": 7}\n',
    "an id that is not to be shown": BARE + b'{"id": "a\\u0007", "text": 7}\n',
    "an id that is a number": BARE + b'{"id": 7, "text": ""}\n',
    "no id": BARE + b'{"text": ""}\n',
    "repeated keys": BARE.replace(b'"id"', b'"id": "d", "id"') + b'{"id": "a", "id": "a", "text": ""}\n',
    "NaN": BARE + b'{"id": "a", "text": NaN, "language": 1e999, "mentions": [-Infinity]}\n',
    "long numbers": BARE + b'{"id": "a", "text": %s, "language": -%s}\n' % (b"1" * 600, b"1" * 700),
    "no version": b'{"corpus": {"id": "c"}}\n',
    "a key too many": b'{"schema_version": 1, "corpse": 1, "corpus": {"id": "c", "titel": "x"}}\n',
    "another text": FIRST + ONE.replace(b"Bridge talks end", b"Bridge talks END", 1) + TWO,
    "a span outside": FIRST + ONE + TWO.replace(b"[0, 4]", b"[0, 99]"),
    "statements of other articles": FIRST + ONE + TWO.replace(b"a2.s1", b"a1.s1"),
    "nobody": FIRST + ONE.replace(b'"entity": "arman"', b'"entity": "nobody"') + TWO,
    **{
        f"version {version}": versioned(version)
        for version in ("0", "2", "-1", '"1"', "1.0", "true", "1000000000", "999999999", "-1000000000")
    },
    **{f"{count} articles": counted(count) for count in ("1", "0", "2", "-1", "1.0", '"1"', "null", "1e0")},
}
"""What is wrong, and the lines."""


def changed(pattern: str, words: str) -> bytes:
    text, number = re.subn(pattern, words, TEI.decode(), count=1, flags=re.DOTALL)
    assert number, pattern
    return text.encode()


def _of_tei() -> Iterator[tuple[str, bytes]]:
    """Yield what is changed in the document that has every field, and the document."""
    end = TEI.index(b"</TEI>") + len(b"</TEI>")
    between = TEI[end : TEI.index(b"<TEI ", end)]
    last = TEI.rindex(b"</TEI>") + len(b"</TEI>")
    for added in (b"<!-- x --> <?y z?>", b"x", b"<p/>", b"<TEI/>", b"<![CDATA[ ]]>"):
        yield f"between: {added.decode()}", TEI[:end] + between + added + TEI[end:]
        yield f"after: {added.decode()}", TEI[:last] + added + TEI[last:]
    yield "cut off after an article", TEI[:end]
    yield "cut off inside an article", TEI[: end - 100]
    yield "cut off inside a comment", TEI[:end] + b"<!-- x"
    yield "cut off before the articles", TEI[: TEI.index(b"<TEI ")]
    yield "another end", TEI.replace(b"</teiCorpus>", b"</teiCorpse>")
    yield "more behind the end", TEI + b"<x/>"
    for pattern, words in (
        ("<TEI ", '<TEI rend="x" '),
        ("<TEI ", "<TEI <"),
        (r"<div type=\"article\">", '<div type="article" n="1">'),
        (r"<standOff type=\"mentions\">", '<standOff type="mention">'),
        (r"<listAnnotation>", "<listAnnotation><x/>"),
        (r"<teiHeader>", "<teiHeader><x/>"),
        (r"<title type=\"main\">", '<title type="main">No '),
        (r"Bridge talks end", "Bridge talks"),
        (r"(?<=</teiHeader>)", "x"),
        (r"<standOff type=\"register\">", "<standOff>"),
        (r"xml:id=\"arman\"", 'xml:id="guests"'),
        (r"xml:id=\"a1_2E_s2\"", 'xml:id="a1_2E_s1"'),
        (r"target=\"#arman\"", 'target="#nobody"'),
        (r"text,\d+,\d+", "text,0,9999"),
        (r"text,\d+,\d+", "text,0"),
        (r"who=\"#arman\"", 'who="#guests"'),
        (r"kzcorpus-1", "kzcorpus-9"),
        (r"urn:kzcorpus:profile:1", "urn:x"),
        (r"when-custom=\"[^\"]*\"", 'when-custom="soon"'),
        (r"<idno type=\"text-sha256\">.", '<idno type="text-sha256">x'),
        (r'quantity="[0-9]*"', 'quantity="1"'),
        (r"xml:lang=\"ru\"", 'xml:lang="no language"'),
        (r"^", "\n<!DOCTYPE x>"),
        (r"UTF-8", "UTF-16"),
        (r"(<TEI .*?<ptr type=\"content\") (target=\"[^,]*),\d+", r'\1 rend="x" \2,9999'),
        (r"(<teiCorpus )(.*?<TEI [^>]*>)", r'\1xmlns:t="urn:t" \2<t:x/>'),
        (r"(<teiCorpus )(.*?<TEI [^>]*>)", r'\1xmlns:t="urn:&amp;" \2<t:x/>'),
    ):
        yield f"{pattern} -> {words}", changed(pattern, words)
    yield "a prefix", re.sub(rb"(</?)(?=[A-Za-z])", rb"\1t:", TEI).replace(b" xmlns=", b" xmlns:t=", 1)


OF_TEI = dict(_of_tei())


def faults(error: kz.DecodeError) -> Iterator[str]:
    lines = [f"{one.code} {one}" for one in error.findings]
    yield from (f"    {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"    and {len(lines) - SHOWN} more"


def given(name: str, articles: Callable[[], Iterator[kz.Article]]) -> Iterator[str]:
    """Yield what a reader gives, and what it says then."""
    ids: list[str] = []
    try:
        ids.extend(f"{article.id} ({len(article.text)})" for article in articles())
    except kz.DecodeError as error:
        yield f"  {name}: {' '.join(ids)}"
        yield from faults(error)
    else:
        yield f"  {name}: {' '.join(ids)}, and no more"


def refusal(content: bytes) -> Iterator[kz.DecodeError]:
    try:
        kz.loads(content, format="jsonl")
    except kz.DecodeError as error:
        yield error


def told_of_lines(content: bytes) -> Iterator[str]:
    losses: list[kz.Loss] = []
    lines = content.splitlines(keepends=True)
    yield from given("whole", lambda: iter(kz.loads(content, format="jsonl").articles))
    yield from given("one by one", lambda: jsonlines.iter_articles(iter(lines)))
    yield from given("up to where it was cut off", lambda: jsonlines.iter_articles(iter(lines), torn="drop", on_loss=losses.append))
    yield from (f"    lost {loss.field} {loss.count}: {loss.reason}" for loss in losses)
    try:
        header = jsonlines.read_header(lines[0] if lines else b"")
    except kz.DecodeError as error:
        yield "  first line"
        yield from faults(error)
    else:
        yield f"  first line: {header.corpus.id} {header.announced} of version {header.version}"
    checked = kz.validates(content, format="jsonl")
    assert checked == () or [str(kz.DecodeError(checked))] == [str(error) for error in refusal(content)]


def told_of_tei(content: bytes, path: Path) -> Iterator[str]:
    path.write_bytes(content)
    yield from given("one by one", lambda: reader.iter_articles(path))
    yield from given("texts as they are", lambda: reader.iter_articles(path, inline="ignore"))
    try:
        corpus = reader.read_header(path)
    except kz.DecodeError as error:
        yield "  header"
        yield from faults(error)
    else:
        yield f"  header: {corpus.id} {corpus.title} {len(corpus.authority.actors)} {len(corpus.articles)}"


def held(name: str, found: list[str]) -> None:
    path = HERE / name
    text = "".join(f"{line}\n" for line in found)
    if REWRITE:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_what_is_said_of_broken_lines() -> None:
    held("refused_lines.txt", [line for name, content in OF_LINES.items() for line in (name, *told_of_lines(content))])


def test_what_is_said_of_broken_tei_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    held("refused_pieces.txt", [line for name, content in OF_TEI.items() for line in (name, *told_of_tei(content, path))])


@pytest.mark.parametrize("torn", ["refuse", "drop"])
def test_losses_are_told_to_nobody_who_does_not_ask(torn: jsonlines.Torn) -> None:
    lines = (FIRST + ONE + TWO[:-40]).splitlines(keepends=True)
    if torn == "refuse":
        with pytest.raises(kz.DecodeError):
            list(jsonlines.iter_articles(iter(lines), torn=torn))
    else:
        assert [article.id for article in jsonlines.iter_articles(iter(lines), torn=torn)] == ["a1"]
