"""Articles that come one by one are those that come together, whatever a document's digest promises."""

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_ import jsonfile
from kzcorpus.model.corpus import Corpus
from kzcorpus.strategies import corpora

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from mutations import forged

LINES = (
    "",
    " ",
    "   {",
    "   },",
    "   }",
    '    "id": "x",',
    ' "articles": [',
    '  "articles": [',
    "  ],",
    " }",
    "}",
    '  "title": "x",',
    "  {",
    "[",
    "  ]",
    "null",
)
WAYS = st.lists(
    st.tuples(st.sampled_from(("drop", "twice", "swap", "put", "indent", "comma", "join")), st.integers(0, 10**6), st.sampled_from(LINES)),
    min_size=1,
    max_size=3,
)


def changed(document: str, ways: list[tuple[str, int, str]]) -> str:
    """Change some lines of a document below its digest, which is made to fit again."""
    lines = document.split("\n")
    for way, number, line in ways:
        place = 3 + number % max(1, len(lines) - 4)
        match way:
            case "drop":
                del lines[place : place + 1]
            case "twice":
                lines.insert(place, lines[place])
            case "swap":
                lines[place : place + 2] = reversed(lines[place : place + 2])
            case "put":
                lines.insert(place, line)
            case "indent":
                lines[place] = lines[place][1:] if number % 2 else f" {lines[place]}"
            case "comma":
                lines[place] = lines[place].removesuffix(",") if lines[place].endswith(",") else f"{lines[place]},"
            case "join":
                lines[place : place + 2] = ["".join(lines[place : place + 2])]
    return forged("\n".join(lines))


@given(corpora(max_text=30, max_articles=3), WAYS)
def test_a_document_that_only_looks_like_ours_yields_what_it_holds(corpus: Corpus, ways: list[tuple[str, int, str]]) -> None:
    document = changed(jsonfile.dumps(corpus), ways)
    try:
        whole = jsonfile.loads(document)
    except DecodeError:
        return  # what stands around the articles, a stream of what a digest vouches for does not look at
    assert tuple(jsonfile.iter_articles(io.BytesIO(document.encode()))) == whole.articles


@given(corpora(max_articles=4))
def test_a_document_of_ours_is_never_read_as_a_whole(corpus: Corpus) -> None:
    document = jsonfile.dumps(corpus)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jsonfile, "loads", lambda _: pytest.fail("read as a whole"))
        assert tuple(jsonfile.iter_articles(io.BytesIO(document.encode()))) == corpus.articles
