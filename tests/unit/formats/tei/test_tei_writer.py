"""A corpus written at once and article by article, and what keeps either within the limits."""

from pathlib import Path

import pytest

from kzcorpus.errors import EncodeError
from kzcorpus.formats.json_ import jsonfile
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.writer import Frame, dumps
from kzcorpus.model.articles import Article
from kzcorpus.model.corpus import Corpus, redrafted

CORPUS = jsonfile.loads((Path(__file__).parents[3] / "golden" / "every_field.json").read_bytes())
LONG = Article("long", "a" * 5_000)


@pytest.mark.parametrize("corpus", [CORPUS, Corpus("c", articles=(Article("a"),)), Corpus("c", "T", articles=(Article("a"), Article("b")))])
def test_article_by_article_it_is_the_same_document(corpus: Corpus) -> None:
    frame = Frame(redrafted(corpus), None)
    count = len(corpus.articles)
    parts = [frame.opening(count), *(frame.article(one, number) for number, one in enumerate(corpus.articles)), frame.closing(count)]
    assert b"".join(parts) == dumps(corpus)
    assert frame.size == Options().size


def test_without_articles_it_is_the_same_document_too() -> None:
    frame = Frame(Corpus("c"), Options(size=7))
    assert frame.opening(0) + frame.closing(0) == dumps(Corpus("c"))
    assert frame.size == 7


def test_what_is_beyond_a_limit_is_told_with_whose_it_is() -> None:
    limits = Options(stretch=4_000)
    for number in (0, 3):
        with pytest.raises(EncodeError, match=rf"^articles\[{number}\]: found more than 4,000 bytes without a tag, expected fewer$"):
            Frame(Corpus("c"), limits).article(LONG, number)
    with pytest.raises(EncodeError, match=r"^articles\[1\]: found more than 4,000 bytes without a tag, expected fewer$"):
        dumps(Corpus("c", articles=(Article("a"), LONG)), options=limits)
    titled = Corpus("c", "t" * 5_000, articles=(Article("a"),))
    with pytest.raises(EncodeError, match=r"^corpus: found more than 4,000 bytes without a tag, expected fewer$"):
        dumps(titled, options=limits)
    with pytest.raises(EncodeError, match=r"^corpus: found more than 4,000 bytes without a tag, expected fewer$"):
        Frame(redrafted(titled), limits).opening(1)


def test_the_size_is_counted_to_the_byte() -> None:
    size = len(dumps(CORPUS))
    assert dumps(CORPUS, options=Options(size=size)) == dumps(CORPUS)
    with pytest.raises(EncodeError, match=f"^found a document of {size:,} bytes, expected at most {size - 1:,}$"):
        dumps(CORPUS, options=Options(size=size - 1))
