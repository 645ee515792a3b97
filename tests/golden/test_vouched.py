"""Which documents are streamed because they stand as they were written: one of ours with one line changed, and a digest that fits again.

A line of the file for each change, a sign for each line changed: ``+`` where it is streamed. ``KZCORPUS_REWRITE=1 pytest tests/golden``
writes the file anew after a change that is meant.
"""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from mutations import forged

import kzcorpus as kz
from kzcorpus.formats.json_ import jsonfile

HERE = Path(__file__).parent
CORPUS = kz.Corpus(
    "c",
    "T",
    articles=(kz.Article("a", "x", statements=(kz.Statement("s"),)), kz.Article("b", extra=(("k", "v"),))),
    authority=kz.Authority((kz.Actor("p"),)),
    links=(kz.Link("s", "s", "same"),),
    extra=(("k", "{"),),
)
DOCUMENT = jsonfile.dumps(CORPUS)
LINES = (
    *("", " ", "[", "{", "]", "}", "  ]", "  ],", "  }", " }", "}", "   {", "   }", "   },", "    x", '  "articles": [', ' "articles": []'),
    *('  "title": "x"', '  "title": "x",', '  "links": [],', '  "articles": [],', '  "a": 1, "b": 2,', "  1,", "  null", '   {"id": "z"},'),
)


def streamed(document: str) -> bool:
    return jsonfile._vouched_stream(io.BytesIO(forged(document).encode()))


def signs(change: str) -> Iterator[str]:
    """Yield for each line below the digest whether the document with this change there is streamed."""
    for place in range(4, DOCUMENT.count("\n")):
        lines = DOCUMENT.split("\n")
        match change:
            case "drop":
                del lines[place]
            case "twice":
                lines.insert(place, lines[place])
            case "swap":
                lines[place : place + 2] = reversed(lines[place : place + 2])
            case "less":
                lines[place] = lines[place].removeprefix(" ")
            case "more":
                lines[place] = f" {lines[place]}"
            case "comma":
                lines[place] = lines[place].removesuffix(",") if lines[place].endswith(",") else f"{lines[place]},"
            case "join":
                lines[place : place + 2] = ["".join(lines[place : place + 2])]
            case "cut":
                del lines[place:]
            case _:
                lines.insert(place, change)
        yield "+" if streamed("\n".join(lines)) else "-"


def test_what_is_streamed() -> None:
    changes = ("drop", "twice", "swap", "less", "more", "comma", "join", "cut", *LINES)
    found = "".join(f"{''.join(signs(change))} {change!r}\n" for change in changes)
    path = HERE / "vouched.txt"
    if os.environ.get("KZCORPUS_REWRITE") == "1":
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("end", ["", "\n", " ", "}", "}\n"])
def test_nothing_may_follow_or_be_missing(end: str) -> None:
    assert streamed(DOCUMENT)
    content = DOCUMENT.encode() + end.encode()
    assert jsonfile._vouched_stream(io.BytesIO(content)) is (not end)
    assert jsonfile._vouched_stream(io.BytesIO(DOCUMENT.encode()[:-1])) is False
    assert jsonfile._vouched_stream(io.BytesIO(DOCUMENT.encode()[:-2])) is False
    assert jsonfile.vouched(content) is (not end)


def test_the_digest_counts_all_of_the_corpus() -> None:
    for old, new in (('"T"', '"U"'), ('"id": "c"', '"id": "d"'), ('"{"', '"["')):
        assert DOCUMENT.count(old) == 1
        assert not jsonfile._vouched_stream(io.BytesIO(DOCUMENT.replace(old, new).encode()))
