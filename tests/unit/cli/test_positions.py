import pytest

from kzcorpus.cli.positions import Positions


@pytest.mark.parametrize(("offset", "expected"), [(0, "1:1"), (2, "1:3"), (3, "2:1"), (5, "3:1"), (7, "4:1"), (8, "4:2")])
def test_lines_end_as_editors_end_them(offset: int, expected: str) -> None:
    assert Positions("ab\nc\r\r\nd").of(offset) == expected
