"""Work grows with the length of a text and no faster, whatever the text is made of.

Work is the number of calls that the profiler counts, the same on any machine: no test asserts a time. What one call costs inside, such as
copying a long string, is measured by tests/benchmarks/adversarial.py.
"""

import cProfile
from collections.abc import Callable
from functools import partial

import families
import models
import pytest

import kzcorpus as kz

SIZE = 1_200
LINEAR, SLACK = 2.5, 200  # twice as much work for twice the text; 4 is quadratic


def work(run: Callable[[], object]) -> int:
    profile = cProfile.Profile()
    profile.runcall(run)
    return sum(entry.callcount for entry in profile.getstats())


def assert_linear(work_of: Callable[[int], list[int]]) -> None:
    """Compare the work that a text adds when it is doubled with what it adds when it is doubled again.

    A text that is no longer taken for English when it grows needs less work.
    """
    work_of(4 * SIZE)  # fills what is remembered
    counts = zip(*(work_of(size) for size in (SIZE, 2 * SIZE, 4 * SIZE)), strict=True)
    for small, middle, large in counts:
        assert large - middle <= LINEAR * max(small, middle - small) + SLACK, (small, middle, large)


def text(name: str, size: int) -> str:
    return families.text(name, families.TEXTS[name], size + len(families.OPENING))


@pytest.mark.parametrize("name", families.TEXTS)
def test_reading_grows_with_the_text(name: str) -> None:
    assert_linear(lambda size: [work(partial(kz.read_text, text(name, size), id="a"))])


@pytest.mark.parametrize("name", list(families.TEXTS)[::5])
def test_assembling_and_checking_grow_with_the_text(name: str) -> None:
    def work_of(size: int) -> list[int]:
        article = kz.read_text(text(name, size), id="a")
        corpus = kz.assemble([article], id="c")
        return [work(partial(kz.assemble, [article], id="c")), work(partial(kz.check, corpus))]

    assert_linear(work_of)


@pytest.mark.parametrize("name", models.CORPORA)
def test_loading_grows_with_the_document(name: str) -> None:
    def work_of(size: int) -> list[int]:
        corpus = models.CORPORA[name](size * 5)
        documents = [(format_, kz.dumps(corpus, format=format_)) for format_ in ("json", "tei")]
        return [work(partial(kz.loads, document, format=format_)) for format_, document in documents]

    assert_linear(work_of)
