import io

import pytest

from kzcorpus.cli.progress import Progress, picture


@pytest.mark.parametrize(
    ("done", "total", "seconds", "drawn"),
    [
        (0, 10, 0.0, " " * 24 + " 0/10  0.0/s"),
        (5, 10, 2.0, "#" * 12 + " " * 12 + " 5/10  2.5/s  0:02 left"),
        (10, 10, 2.0, "#" * 24 + " 10/10  5.0/s"),
        (12, 10, 2.0, "#" * 24 + " 12/10  6.0/s"),
        (1, 20_000, 1.0, " " * 24 + " 1/20000  1.0/s  5:33:19 left"),
        (7, None, 2.0, "7  3.5/s"),
    ],
)
def test_a_picture_of_the_job(done: int, total: int | None, seconds: float, drawn: str) -> None:
    assert picture(done, total, seconds) == drawn


def test_wraps_an_iterable_and_cleans_up() -> None:
    screen = io.StringIO()
    assert list(Progress(["a", "b"], desc="reading", file=screen, unit="text")) == ["a", "b"]
    assert "reading " in screen.getvalue()
    assert "1/2" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_counts_by_hand_like_tqdm() -> None:
    screen = io.StringIO()
    with Progress[None](total=9, file=screen) as bar:
        bar.update(3)
        assert bar.n == 3
    assert "3/9" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_is_drawn_a_few_times_a_second_only() -> None:
    screen = io.StringIO()
    list(Progress(range(10_000), file=screen))
    assert screen.getvalue().count("\r") < 1000


def test_what_has_no_length_is_counted() -> None:
    assert Progress(iter("abc"), file=io.StringIO()).total is None


def test_cleans_up_after_an_error() -> None:
    screen = io.StringIO()
    with pytest.raises(ZeroDivisionError):
        [1 // item for item in Progress([1, 0], file=screen)]
    assert screen.getvalue().endswith("\r\x1b[K")
