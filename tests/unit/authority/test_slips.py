import pytest

from kzcorpus.authority.slips import bears_slip, one_apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tokayev", "tokyaev"),
        ("tokayev", "tokaye"),
        ("tokayev", "tokayevv"),
        ("tokayev", "dokayev"),
        ("ab", "ba"),
        ("", "a"),
        ("abc", "abd"),
    ],
)
def test_one_slip_lies_between(one: str, other: str) -> None:
    assert one_apart(one, other)
    assert one_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("a", "a"), ("", ""), ("abcd", "badc"), ("abc", "cba"), ("abc", "a"), ("tokayev", "takayov"), ("ab", "bca")]
)
def test_none_or_more_than_one_does_not(one: str, other: str) -> None:
    assert not one_apart(one, other)
    assert not one_apart(other, one)


def test_short_words_and_other_beginnings_bear_no_slip() -> None:
    assert bears_slip("blinkin", "blinken")
    assert not bears_slip("karim", "karin")
    assert not bears_slip("leskovski", "peskovski")
